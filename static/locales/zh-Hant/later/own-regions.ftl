# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 本單位的地區：新建地區、項目類型的歸類。

new-region = 新建地區…
new-region-about = 填好名稱和年份，下載模板；填入本地資料後，在下面打開即可。模板已填入這些年份可用的全國資料和預設假設，本地資料留空。
new-region-name = 地區名稱
new-region-base-year = 基期年份（已知資料的年份）
new-region-first-plan-year = 首個計劃年
new-region-last-plan-year = 末個計劃年
new-region-fault-name = 應填名稱，不超過 { $most } 個字。
new-region-fault-year = 應填 { $least }—{ $most } 之間的四位數年份。

types-title = 項目類型與資金類別
types-about = 項目資金按類型歸入產業、基礎設施、其他三類。本地口徑不同的，可在此改歸類；改動隨地區檔案儲存，下次讀取項目表時照此歸類。
types-about-region = 項目資金按類型歸入產業、基礎設施、其他三類。要改歸類，請再次讀取項目表（點左上角地區名稱），在預覽中修改。
types-column-type = 類型
types-column-projects = 項目數
types-column-money = 計劃資金
types-column-category = 計入
types-category-of = 「{ $name }」計入
types-as-type = 隨本類型（{ $category }）
types-changed = { $category }（本地口徑）
types-none = 未填類型
types-none-category = 不計入
types-by-category = 按類別合計
types-without-amount = { $money }，另有 { $count } 個沒有金額
types-more = 另有 { $count } 種未列出，按所屬類型歸類。
types-untyped = 另有 { $count } 個項目沒有填類型，未歸類。
types-line = { $name }：{ $projects } 個項目，計劃資金 { $money }，計入{ $category }
command-type-unknown = --type { $given }：沒有這個項目類型。項目類型為：{ $types }；二級類型寫在斜線後，如 就業項目/務工補助=industry
command-type-category = --type { $given }：類別應為 industry（產業）、infrastructure（基礎設施）或 other（其他）
command-type-shape = --type { $given }：應寫作 類型=類別，如 就業項目=industry
command-type-twice = --type { $given }：與 --type { $other } 矛盾，同一類型只能有一個類別
command-type-second = --type { $given }：所讀項目中沒有「{ $type }」的二級類型「{ $second }」
correct-undo = 復原：更正地區資料（{ $count } 項）
correct-redo = 重做：更正地區資料（{ $count } 項）
result-unlikely = { $count } 個數值在合理區間之外
plan-years-unlikely = 在合理區間之外
