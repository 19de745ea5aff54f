# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 頁面框架、對話框與提示。

app-name = 增收
app-title = 增收 · 鄉村振興資金測算
results = 測算結果
inputs = 方案與假設
skip-to-results = 跳到測算結果
close = 關閉
language = 介面語言

language-failed = 該語言的文字無法載入，請檢查網路後再試。
example-choose = 從範例開始
example-none = 自定方案
scenario-unnamed = 未命名方案
scenario-unkept = 有改動尚未儲存到該名稱下
undo = 復原
undo-keys = 復原（Ctrl+Z）
redo = 重做
redo-keys = 重做（Ctrl+Y）
share = 分享
sheet-open = 調整方案
sheet-income = { $year } 年人均純收入
sheet-close = 收起，看結果

foot-model = 本工具按公開資料和所列假設推算計劃路徑的變動，不是預測；住房、教育、醫療等「三保障」不能由收入替代。
foot-private = 全部計算在本機瀏覽器內完成，資料不上傳。

notices = 提示
notice-problems-link = 連結中有以下內容未能識別，其餘已採用：
notice-problems-file = 檔案中有以下內容未能識別，其餘已採用：
notice-problems-storage = 瀏覽器中儲存的內容有以下問題，已另行保留，其餘照常使用：
notice-refused-link = 連結沒有採用，方案沒有改動。原因：
notice-refused-file = 檔案沒有採用，方案沒有改動。原因：
notice-drafts-added = 一併帶來的 { $count } 份比較方案也已放入。
notice-drafts-left = 方案比較已放滿，以下方案沒有放入：{ $names }。
notice-doubts-left = 帶來的抽樣範圍和隨機種子沒有採用，您自己的不變。
notice-figures = 該連結分享時首年人均收入為 { $shared } 元，按現在的資料和模型為 { $today } 元。
notice-work-kept = 已打開新的方案。您原來的方案仍保留著。
notice-tray-kept = 連結帶來了它的比較欄和範圍。您原來的仍保留著。
notice-bring-back = 恢復我的方案
notice-storage-blocked = 瀏覽器不允許儲存資料：方案只保留在本頁和網址列連結中，請複製連結或存為檔案。
notice-storage-full = 瀏覽器儲存空間已滿：請把方案存為檔案，或刪除不用的方案。測算不受影響。

share-title = 分享方案
share-what = 連結包含全部改動，資料只在「#」之後，不經過任何伺服器。對方打開即見同樣的數字。
share-link = 方案連結
share-copy = 複製連結
share-copied = 已複製。
share-copy-by-hand = 瀏覽器不允許自動複製：連結已選中，請按 Ctrl+C。
share-length = 共 { $count } 個字元。
share-system = 系統分享…
share-failed = 系統分享未成功，請改用複製連結。
share-language = 連結帶上介面語言
share-qr = 方案連結的二維條碼
share-qr-too-long = 連結太長，無法生成二維條碼，請複製連結。
share-qr-missing = 二維條碼元件未能載入，請複製連結。

library-title = 方案與檔案
library-name = 方案名稱
library-keep = 儲存
library-unname = 另起新方案
library-unnamed-done = 已脫離原名稱，後續改動不會影響已儲存的方案。
library-kept = 已儲存的方案（僅在本瀏覽器）
library-empty = 還沒有儲存的方案。
library-done = 已儲存。
library-kept-beside = 同名方案已在別處改動，已另存為新名稱，兩份都保留。
library-gone = 該方案已被刪除。
library-delete = 刪除「{ $name }」
library-delete-short = 刪除
library-delete-not = 取消
library-delete-sure = 確認刪除
library-files = 檔案
library-save = 存為檔案
library-open = 打開檔案…
library-save-failed = 瀏覽器未能生成檔案，請改用複製連結。
library-read-failed = 檔案無法讀取。
library-paste = 貼上方案連結
library-paste-open = 打開

first-what = { $year } 年脫貧人口人均純收入
first-about = 調整明年各級銜接資金、產業幫扶覆蓋面、就業等槓桿，立即看到脫貧人口人均純收入的變動，並與全省、全國平均水平比較。每個數都能點開看出處，方案以連結傳給同事；資料不離開本機。
first-more = 正在載入全部內容…

boot-no-region = 沒有找到地區資料檔案。請檢查部署是否完整。
boot-region-failed = 地區資料無法讀取（{ $reason }）。請檢查網路或部署後重新整理頁面。

command-no-file = 找不到檔案 { $file }。
command-not-found = 沒有這個檔案
command-folder = 這是檔案夾
command-forbidden = 沒有讀取權限
command-not-text = 不是 UTF-8 文本，請另存為 UTF-8 編碼
command-unreadable = { $file } 無法讀取：{ $reason }

document-head = 鍵 | 名稱 | 數值 | 合理區間 | 年份 | 狀態 | 來源 | 依據
document-figures = 其他公布數字
document-figures-head = 編號 | 名稱 | 數值 | 合理區間 | 年份 | 狀態 | 來源 | 依據
document-sources = 來源
document-sources-head = 編號 | 標題 | 發布單位 | 日期
