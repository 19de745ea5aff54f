# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 選擇地區。

regions-title = 地區
regions-about = 選定地區後，測算、圖表、報告和連結都換成該地區。原來的方案保留在原地區，換回即可繼續。
regions-loading = 正在讀取…
regions-example = 範例
regions-own = 本單位資料
regions-unkept = 連結帶來，尚未儲存在此瀏覽器
regions-here = 當前
regions-years = { $known } 年資料，測算 { $from }—{ $to } 年
regions-open = 打開表格或地區檔案…
regions-unkept-about = 當前地區由連結帶來，尚未儲存在此瀏覽器。儲存後可隨時選用。
regions-keep = 儲存該地區
regions-kept = 已儲存。
regions-refused = 該地區檔案沒有採用。原因：
regions-storage-blocked = 瀏覽器不允許儲存資料，因此不能更換地區。請在瀏覽器設置中允許本頁儲存資料。
regions-storage-full = 瀏覽器儲存空間已滿，該地區沒有儲存。請在「方案與檔案」中刪除不用的方案後再試。
share-own-region = 連結和方案檔案不含「{ $region }」的地區資料：請把地區檔案（點左上角地區名稱存出）一併發給對方，對方先打開地區檔案，再打開連結。
regions-built-in = 檔案中的地區代號（id）「{ $id }」是本工具自帶地區的代號，沒有採用。請改用別的代號後再打開。
share-carries-region = 連結帶有「{ $region }」的地區資料，對方打開就能用。
share-carries-region-without-tables = 連結帶有「{ $region }」的地區資料；縣區表、項目表放不下，需要時請另存方案檔案發給對方。

invented-city = 虛構市（範例）
invented-county = 虛構{ $number }縣
invented-project = 虛構項目 { $number }
invented-remark = 虛構資料，僅供試用和培訓
regions-invented = 打開虛構範例（16 個縣區、2,602 個項目）
regions-invented-about = 沒有自己的表格也可以試用：縣區、項目都是虛構的，合計與公開報道的張家口市 2022 年資料一致。
