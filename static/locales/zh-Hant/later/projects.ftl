# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 項目庫：資金來源、規模、進度、資產，以及可替換假設的數值。

projects-title = { $region }：項目庫彙總
projects-as-of = 計劃年度 { $year }；資料截至 { $day }
projects-as-of-unknown = 計劃年度 { $year }；資料未註明截至日期
projects-no-year = 未註明
projects-no-table = 該地區沒有項目表。請在表格的「項目」工作表中填寫後重新讀取
projects-no-day = 資料未註明截至日期，不與序時進度比較，也不判斷資金風險。日期可在設置檔案的 day 中註明

projects-section-money = 資金來源和用途
projects-section-sizes = 項目規模
projects-section-progress = 支出和完工進度
projects-section-assets = 項目資產和可替換的假設
projects-part-risk = 有支出風險的資金
projects-part-offers = 可用項目資料替換的數值

projects-table-standings = 項目表中的項目
projects-table-funds = 本年度計劃項目的資金，按來源和類別
projects-table-sizes = 本年度計劃項目，按計劃資金規模
projects-table-sizes-note = 界線上的項目歸入較大的一檔；界線可以修改。據公開報道，張家口市 2022 年 1,000 萬元及以上的項目佔 3%，可供對照。
projects-table-spending = 支出進度，按縣區和項目類型
projects-table-spending-note = 只合計同時填寫計劃資金和已支付的項目；「每月還需」為完成全年目標，餘下各月平均須支付的金額。
projects-table-completion = 完工進度，按縣區和項目類型
projects-table-risk = 有支出風險的資金，金額大的在前
projects-table-assets = 登記的資產原值
projects-table-rates = 經營性資產的運營和收益
projects-table-rates-note = 只計算兩項都填寫且不矛盾的項目；其餘列為「未計入」。
projects-table-offers = 項目資料與現用數值
projects-table-offers-note = 資金各格須一併替換，否則同一筆資金會重複計算。

projects-column-standing = 狀態
projects-column-source = 資金來源
projects-column-size = 規模（萬元）
projects-column-share = 佔比
projects-column-group = 範圍
projects-column-done = 進度
projects-column-lead = 比序時
projects-column-needed = 每月還需
projects-column-without-paid = 未報支付
projects-column-begun = 已開工
projects-column-completed = 已完工
projects-column-unknown-state = 狀態不明
projects-column-project = 項目
projects-column-unpaid = 未支付
projects-column-reason = 原因
projects-column-rate = 指標
projects-column-part = 分子
projects-column-whole = 分母
projects-column-left-out = 未計入
projects-column-figure = 數值名稱
projects-column-of-projects = 按項目資料
projects-column-present = 現用

projects-standing-planned = 本年度計劃
projects-standing-reserve = 儲備
projects-standing-ended = 終止
projects-standing-other-year = 其他年度
projects-standing-apart = 資料有誤，單列
projects-all = 全部
projects-other-funds = 其他資金
projects-without-source = 未註明來源
projects-without-class = 未註明類別
projects-no-county = 未註明縣區
projects-no-type = 未註明類型
projects-no-name = 未註明名稱
projects-size-below = 不足 { $below }
projects-size-between = { $least } 至 { $below } 以下
projects-size-from = { $least } 及以上
projects-no-month-left = 已無剩餘月份
projects-no-risk = 沒有符合條件的項目
projects-no-offers = 項目表中沒有可用於替換的資料
projects-risk-not-begun = 未開工
projects-risk-behind = 支付滯後
projects-asset-operating = 經營性
projects-asset-public-welfare = 公益性
projects-asset-household = 到戶
projects-rate-operating = 運營良好的資產 ÷ 已知運營狀況的資產
projects-rate-return = 年收益 ÷ 原值（運營良好的資產）
projects-rate-households = 其中到戶 ÷ 年收益
projects-without-money = 另有 { $count } 個項目未填寫資金
projects-untyped = 另有 { $projects } 個未註明類型的項目，資金 { $money } 萬元，未計入各類別
projects-more = 其餘 { $count } 條未列出
projects-years = 項目表中的年度：{ $years }

projects-fault-twice = { $place }：編號與 { $earlier } 相同，後一行已單列
projects-fault-county = { $place }：未填寫縣區
projects-fault-impossible = { $place }：「{ $field }」為 { $value }，超出任何項目可能的範圍，整行已單列
projects-fault-above = { $place }：「{ $part }」（{ $value }）大於「{ $whole }」（{ $most }）
projects-fault-sources = { $place }：各來源資金合計 { $value }，大於總投資 { $most }
projects-fault-days = { $place }：完工日 { $completed } 早於開工日 { $started }，兩個日期都不採用

projects-method-planned = 本年度計劃：年度相符，且不是儲備或終止的項目；儲備和終止項目單獨列出
projects-method-source = 計劃資金取總投資；未填總投資的取各來源之和；總投資超出各來源的部分列為「未註明來源」
projects-method-risk = 有支出風險：{ $month } 月底後仍未開工，或支付比序時進度滯後 { $lag } 個百分點以上的項目的未支付資金（界限可修改）
projects-method-assets = 資產不分年度；只有經營性資產計入資產原值、運營率和收益率

projects-command-unknown = 本年度計劃中沒有編號為「{ $number }」的項目
projects-offer-source = 項目清單（截至 { $day }）
projects-offer-source-undated = 項目清單（未註明日期）
projects-offer-sum = { $projects } 個項目合計 { $part } 萬元；{ $left_out } 個項目未計入
projects-offer-share = { $part } 萬元 ÷ { $whole } 萬元，{ $projects } 個項目；{ $left_out } 個項目未計入
projects-command-no-offer = 項目資料沒有「{ $name }」可以替換
projects-command-cell = 「{ $name }」是資金的一格，各格須一併替換：請用 funds
projects-fault-no-cell = 這些項目有資金未註明來源或類型，不在資金各格之內，不能順延
projects-no-month = 資料截至日期不在計劃年度內，或當年第一個月尚未結束，不與序時進度比較，也不判斷資金風險
