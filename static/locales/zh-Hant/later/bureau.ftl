# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 縣區和項目頁面。

bureau-title = 縣區和項目
bureau-title-of = { $region }：縣區和項目
bureau-tools = 縣區和項目頁面工具
bureau-close = 返回測算
bureau-tab-notice = 通報
bureau-tab-projects = 項目庫
bureau-settings-open = 打開設置檔案…
bureau-settings-save = 儲存設置檔案
bureau-settings-file = 縣區設置
bureau-settings-opened = 已打開設置檔案，可以復原
bureau-save-excel = 導出 Excel
bureau-excel-failed = 表格元件未能載入，無法生成 Excel；可改存 Markdown。
bureau-none-counties = 當前地區沒有縣區表
bureau-none-projects = 當前地區沒有項目表
bureau-none-sheet-counties = 儲存地區填報表（Excel），在「縣區」工作表中每個縣區填一行，再打開填好的檔案。
bureau-none-sheet-projects = 儲存地區填報表（Excel），在「項目」工作表中每個項目填一行，再打開填好的檔案。
bureau-none-own = 或打開已儲存的本地區資料檔案。
bureau-none-invented = 或打開虛構範例城市（16 個縣區、2,602 個項目），先試用。
bureau-none-open = 選擇或讀取地區…
