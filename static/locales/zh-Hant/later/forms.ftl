# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 讀取表格：列的去向、問題和提示。

list-comma = 、
two-sentences = { $first }{ $second }

form-kind-figures = 基本情況
form-kind-counties = 縣區
form-kind-projects = 項目

form-unit-yuan = 元
form-unit-thousand = 千元
form-unit-ten-thousand = 萬元
form-unit-million = 百萬元
form-unit-hundred-million = 億元

form-problem = { $place }：「{ $found }」。{ $wanted }
form-problem-blank = { $place }：空白。{ $wanted }
form-more-problems = 另有 { $count } 處問題未逐條列出。
wanted-number = 此處應填數字。
wanted-count = 此處應填不小於 0 的整數。
wanted-not-negative = 此處應填不小於 0 的數字。
wanted-share = 此處應填 0 到 1 的比例，或不超過 100% 的百分數。
wanted-year = 此處應填四位數的年份，如 2025。
wanted-date = 此處應填日期，如 2025-06-30。
wanted-smaller-number = 數字過大，請核對單位和位數。
wanted-project-type = 此處應填項目類型：{ $types }。
wanted-second-level = 此處應填屬於本行項目類型的二級類型。
wanted-project-state = 此處應填儲備、未開工、在建、完工、驗收或終止。
wanted-asset-class = 此處應填經營性、公益性或到戶。
wanted-operating-state = 此處應填良好、低效或閒置。
wanted-figure-status = 此處應填公布、推算或假設。
wanted-indicator = 此處應填指標名稱。
wanted-county-name = 此處應填縣區名稱。
wanted-project-name = 此處應填項目名稱或項目編號。
wanted-unique = 與 { $place } 重複，名稱或編號應各不相同。
wanted-all-digits = 編號過長，末幾位已被電子表格改寫。請把該列設為文本格式，重新填寫編號。
wanted-result = 公式沒有計算結果。請在 Excel 或 WPS 中打開檔案，儲存後再讀取。
wanted-no-error = 單元格為錯誤值，請改正公式或填寫數字。
wanted-at-most = 不應大於其總數 { $place }。
wanted-not-before = 完工日不應早於開工日 { $place }。
wanted-sum-of-sources = 總投資應等於各項資金之和，現相差 { $difference }。
wanted-fewer-rows = 行數過多，有 { $count } 行未讀。請分為幾個檔案。
wanted-one-column = 「{ $field }」只能有一列，{ $place } 已是該列。請在列的去向中選定。
wanted-money-unit = 單位應為元、千元、萬元、百萬元或億元。

read-fault-empty = 檔案中沒有內容，請核對是否選對了檔案。
read-fault-password = 檔案設有打開密碼。請在 Excel 或 WPS 中取消密碼，另存後再打開。
read-fault-damaged = 檔案不完整或已損壞。請重新取得該檔案，或在 Excel、WPS 中打開後另存為 xlsx。
read-fault-web-page = 該檔案實為網頁，只是名稱像工作簿。請在 Excel 或 WPS 中打開，另存為 xlsx 後再打開。
read-fault-old-xml = 該檔案是 2003 版 XML 表格。請在 Excel 或 WPS 中打開，另存為 xlsx 後再打開。
read-fault-unknown = 不是可讀取的表格檔案。可讀 xlsx、xls、ods、csv 和文本；WPS 的 et 檔案請另存為 xlsx。
read-fault-no-sheets = 工作簿中沒有可讀的工作表。
read-fault-too-large = 檔案過大，沒有讀取：{ $what } { $has }，最多 { $most }。請刪去不用的內容或分為幾個檔案。
read-limit-file-bytes = 檔案（字節）
read-limit-unpacked-bytes = 解壓後（字節）
read-limit-sheets = 工作表
read-limit-rows = 行數
read-limit-cells = 單元格
read-limit-characters = 單元格字數

question-scale = { $place }「{ $label }」寫的是 { $number }，應為：
question-operating = { $place }「{ $label }」是：
question-unit = { $place } 起的表沒有寫明金額單位，最大的金額為 { $largest }。單位是：
question-type = { $place } 等 { $rows } 行的項目類型「{ $text }」屬於：
answer-gross = 經營毛收入（未扣除成本）
answer-net = 經營淨收入（已扣除成本）

column-surplus = 不需要，不讀取
column-dropped = 已捨去：{ $reason }
drop-person = 人員姓名
drop-contact = 電話、住址等聯繫方式
drop-identity = 證件號、銀行卡號、戶編號
drop-health = 健康、殘疾情況

note-hidden-sheet = 工作表「{ $sheet }」是隱藏的，已一併讀取。
note-hidden-rows = 工作表「{ $sheet }」有 { $count } 個隱藏行（從第 { $first } 行起），已一併讀取。
note-hidden-columns = 工作表「{ $sheet }」的隱藏列 { $columns } 已一併讀取。
note-footnote = 表格到 { $place } 的附註為止。
note-negative = { $place } 為負數，按衝減處理。
note-household = 工作表「{ $sheet }」是到戶到人的名冊，沒有保留任何內容。

total-fits = { $place }「{ $label }」的「{ $field }」{ $stated }，與各行之和一致。
total-differs = { $place }「{ $label }」的「{ $field }」為 { $stated }，各行之和為 { $computed }，相差 { $difference }。
total-unknown-parts = 另有 { $count } 行空白，未計入。

project-type-industry = 產業發展
project-type-employment = 就業項目
project-type-rural-construction = 鄉村建設行動
project-type-relocation-support = 易地搬遷後扶
project-type-three-guarantees = 鞏固三保障成果
project-type-governance = 鄉村治理和精神文明建設
project-type-management = 項目管理費
project-type-other = 其他

form-figure-indicator = 指標
form-figure-value = 數值
form-figure-unit = 單位
form-figure-year = 年份
form-figure-source = 來源
form-figure-definition = 口徑
form-figure-status = 性質

form-county-name = 縣區
form-county-code = 代碼
form-county-lifted-households = 脫貧戶數
form-county-lifted-people = 脫貧人口
form-county-income = 人均純收入
form-county-income-before = 上年人均純收入
form-county-rural-income = 農村居民可支配收入
form-county-granted = 下達資金
form-county-granted-industry = 其中產業
form-county-spent = 已支出
form-county-projects = 項目數
form-county-started = 開工
form-county-completed = 完工
form-county-workers = 務工人數
form-county-labour = 勞動力數
form-county-public-jobs = 公益崗位
form-county-covered-households = 覆蓋戶數
form-county-due-households = 應覆蓋戶數
form-county-monitored-households = 累計監測戶
form-county-risk-free-households = 已消除戶
form-county-guarantee-problems = 三保障問題數
form-county-guarantee-solved = 已整改
form-county-credit = 小額信貸餘額
form-county-day = 截至日期
form-county-remark = 備註

form-project-number = 項目編號
form-project-county = 縣區
form-project-township = 鄉鎮
form-project-village = 村
form-project-name = 項目名稱
form-project-year = 年度
form-project-type = 項目類型
form-project-second-level = 二級類型
form-project-nature = 建設性質
form-project-total = 總投資
form-project-central = 中央
form-project-province = 省
form-project-city = 市
form-project-county-funds = 縣
form-project-other-funds = 其他
form-project-other-name = 其他資金名稱
form-project-paid = 已支付
form-project-state = 狀態
form-project-started = 開工日
form-project-completed = 完工日
form-project-asset-value = 資產原值
form-project-asset-class = 資產類別
form-project-ownership = 權屬
form-project-operation = 運營狀況
form-project-yearly-return = 年收益
form-project-return-to-households = 其中到戶
form-project-lifted-households = 受益脫貧戶
form-project-monitored-households = 受益監測戶
form-project-workers = 吸納務工人數

# Reading a file in the page.

sheets-title = 讀取表格
sheets-pasted = 貼上的內容
sheets-reading = 正在讀取{ $name }…
sheets-working = 正在按您的選擇重新讀取…
sheets-about = { $name }：尚未採用。請核對各列去向，再決定是否採用。
sheets-no-table = 沒有找到可用的表。表頭應在前十行之內，基本情況要有「指標」「數值」，縣區要有「縣區」，項目要有「項目名稱」或「項目編號」。可先下載模板對照。
sheets-other-sheets = 沒有採用的工作表：{ $sheets }
sheets-more-tables = 另有 { $count } 個表未列出，也會讀取。
sheets-unread = { $name }沒有讀取。{ $reason }
sheets-et = { $name }沒有讀取。WPS 的 et 檔案請在 WPS 中另存為 xlsx 後再打開。
sheets-ended = 讀取中斷，沒有採用任何內容，頁面可繼續使用。請重新打開檔案；若再次中斷，請刪去不用的工作表後再試。
sheets-missing = 讀取表格的程式沒有載入，沒有採用任何內容。請稍後再試。（{ $reason }）

sheets-table = { $form }：{ $place } 起，{ $rows } 行
sheets-table-unit = { $form }：{ $place } 起，{ $rows } 行，單位：{ $unit }
sheets-columns = 各列去向（讀取 { $used } 列，捨去 { $dropped } 列，不讀 { $surplus } 列）
sheets-column-none = 不讀取
sheets-more-columns = 另有 { $count } 列未列出。
sheets-first-rows = { $form }的前幾行

sheets-questions = 請先回答
sheets-more-questions = 另有 { $count } 個問題，答完以上後列出。
sheets-problems = 需要改正（{ $count } 處）
sheets-totals = 合計不等於各行之和（{ $count } 處）
sheets-totals-known = 我知道這些合計不等於各行之和，仍按各行採用。
sheets-totals-fit = { $count } 處合計與各行之和一致。
sheets-notes = 提示（{ $count } 條）
sheets-more-listed = 另有 { $count } 條未列出。

sheets-missing-rows = 還缺必填項（{ $count } 項）
sheets-unused = 未採用的行：{ $names }
sheets-remarks = 請再核對
sheets-unsourced = { $count } 個數值沒有來源，將標為假設。
sheets-changes = 與當前地區相比的變化（{ $count } 項）
sheets-no-changes = 與當前地區相比沒有變化。
sheets-change-what = 項目
sheets-change-before = 原值
sheets-change-after = 新值

sheets-take = 採用為「{ $name }」
sheets-take-nothing = 採用
sheets-cancel = 不採用，返回
sheets-not-yet = 暫不能採用：{ $reasons }。
sheets-why-questions = 有問題待回答
sheets-why-problems = 有內容需要改正
sheets-why-missing = 缺必填項
sheets-why-totals = 合計不等於各行之和，尚未勾選確認
sheets-why-table = 沒有可用的表
sheets-replaces = 此瀏覽器已存有「{ $name }」，內容不同。採用後將替換它；要保留舊資料，請先返回，把它存為檔案。
sheets-replace = 替換

sheets-paste-title = 從 Excel 或 WPS 貼上
sheets-paste-label = 連同表頭複製，貼上到此處
sheets-paste-read = 讀取貼上的內容
sheets-drop = 也可以把檔案拖到頁面上。

sheets-form-about = 下載填報模板，填好後在下面打開。模板已填入當前地區的資料，帶色的 28 項必填，其餘不填即用預設值。
sheets-form-workbook = 下載模板（Excel）
sheets-form-text = 模板（CSV）
sheets-form-file = { $name }填報模板
sheets-form-failed = 模板沒有生成，請稍後再試。
sheets-save-file = 存為地區檔案
