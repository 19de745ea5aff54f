# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 縣區：收入測算、擂臺賽、通報、因素法分配。

counties-title = { $region }：縣區收入、擂臺賽和資金分配
counties-notice-title = { $region }縣區工作進度通報
counties-as-of = 資料截至 { $day }
counties-as-of-between = 資料截至 { $first }至{ $last }，各縣區日期不一致
counties-as-of-unknown = 資料未註明截至日期，不與序時進度比較
counties-no-table = 該地區沒有縣區表。請在表格的「縣區」工作表中填寫後重新讀取
counties-row = 第 { $number } 行（{ $name }）
counties-cell = { $place }（{ $name }）

counties-section-incomes = 各縣區收入測算
counties-section-league = 擂臺賽排名
counties-section-division = 資金分配（因素法）
counties-section-faults = 資料問題
counties-section-method = 口徑和假設
counties-section-overall = 總體情況
counties-section-below = 低於總體水平的縣區
counties-section-pace = 完成全年目標每月須完成

counties-indicator-spending = 支出進度
counties-indicator-started = 開工率
counties-indicator-completed = 完工率
counties-indicator-growth = 收入增速
counties-indicator-coverage = 產業幫扶覆蓋率
counties-indicator-work = 務工率
counties-indicator-risk-free = 風險消除率
counties-indicator-solved = 問題整改率
counties-formula = { $name } = { $part } ÷ { $whole }
counties-formula-growth = { $name } =（{ $part } − { $whole }）÷ { $whole }

counties-gap-not-reported = 未報送
counties-gap-nothing = 無任務
counties-gap-few = 不足 10 人，不顯示
counties-gap-faulty = 資料有誤
counties-gap-people = 未報脫貧人口
counties-gap-nobody = 沒有脫貧人口
counties-gap-income = 未報人均純收入，或資料有誤
counties-lamp-green = 綠燈
counties-lamp-yellow = 黃燈
counties-lamp-red = 紅燈
counties-small-mark = *
counties-factor-people = 相關人群數量
counties-factor-income = 相關人群收入
counties-factor-policy = 政策因素
counties-limit-floor = 下限
counties-limit-cap = 上限
counties-stand-in-household-size = 戶均人口
counties-stand-in-coverage = 覆蓋率
counties-stand-in-funds = 資金總額
counties-stand-in-industry = 產業資金佔比

counties-fault-twice = { $place }：與 { $earlier } 是同一個縣區，兩行都已單列
counties-fault-nobody = { $place }：脫貧人口為 0，不測算收入，也不參與資金分配
counties-fault-impossible = { $place }：「{ $field }」為 { $value }，超出任何縣區可能的範圍，整行已單列
counties-fault-above = { $place }：「{ $part }」（{ $value }）大於「{ $whole }」（{ $most }），該指標已單列
counties-fault-leap = { $place }：人均純收入 { $income } 元，上年 { $before } 元，一年內翻倍或減半，收入已單列
counties-fault-above-few = { $place }：「{ $part }」大於「{ $whole }」，該指標已單列（涉及不足 10 人，不列數值）
counties-fault-leap-few = { $place }：人均純收入一年內翻倍或減半，收入已單列（涉及不足 10 人，不列數值）
counties-fault-city = 各縣區「{ $field }」合計 { $sum }，超過全市的 { $city }

counties-refused-nobody = 沒有可以參與分配的縣區：分配需要脫貧人口和人均純收入
counties-refused-unknown = 分配設置中的「{ $name }」不在縣區表中
counties-refused-ambiguous = 分配設置中的「{ $name }」可能指：{ $list }，請寫全稱
counties-refused-twice = { $place }：設了兩組分配條件，請刪去「{ $name }」
counties-refused-weight = 還有 { $left } 分不出去：未達上限的縣區權重都為 0，請調整權重、上限或考核係數
counties-refused-part = { $place }：不能參與分配（缺少脫貧人口或人均純收入，或該行已單列），卻設了分配條件
counties-refused-crossed = { $place }：下限 { $floor } 高於上限 { $cap }
counties-refused-floors = 各縣區下限合計 { $sum }，超過可分配的 { $money }，差 { $missing }：
counties-refused-caps = 各縣區上限合計 { $sum }，低於可分配的 { $money }，剩 { $left } 分不出去：
counties-refused-limit = {"　"}{ $place }：{ $limit }

counties-fault-no-weight = 權重不能全部為 0
counties-fault-twelve = 序時進度應有 12 個月，現有 { $count } 個
counties-fault-falling = 序時進度不能低於上一個月
counties-fault-whole-wan = 「{ $text }」應為整萬元，以元填寫，如 1000000
counties-fault-money = 「{ $text }」應為 instead（代替現有資金）或 added（在現有資金之外）
counties-fault-edges = 最多讀取 { $most } 個分檔界限
counties-fault-edges-fall = 分檔界限須大於前一個
counties-fault-month = { $number } 不是月份，須為 1 至 12
counties-fault-schedule = 支出進度以序時進度（schedule）為目標，不能另設

counties-column-known = { $year } 年（上報）
counties-column-plan = { $year } 年（測算）
counties-column-effect = { $year } 年比計劃
counties-column-stand-ins = 採用全市資料
counties-table-incomes = 各縣區脫貧人口人均純收入（元）
counties-table-incomes-note = 各縣區用自己的人口、收入、覆蓋率和資金，其餘採用全市假設；未報的採用全市資料，列在最後一欄。
counties-people = 全市脫貧人口 { $city } 人；已測算的縣區 { $reported } 人；其餘（未報送或差額）{ $rest } 人。
counties-table-against = 縣區加權平均與全市比較（元）
counties-table-against-note = 縣區平均按脫貧人口加權。「其餘人口」為使兩者一致時，未測算人口應有的收入；不足 10 人不顯示。
counties-column-year = 年份
counties-column-weighted = 縣區加權平均
counties-column-city = 全市
counties-column-difference = 差額
counties-column-rest = 其餘人口
counties-without = { $place }：{ $why }
counties-without-income = 未測算收入：{ $list }。
counties-without-money = 未參與分配：{ $list }。

counties-column-rank = 名次
counties-column-composite = 綜合得分
counties-column-change = 較上期
counties-unranked = 不排名
counties-change = 名次 { $places }，得分 { $composite }
counties-together = 全部縣區合計
counties-table-league = 綜合排名
counties-table-league-note = 並列的名次相同，其後名次順延（1、1、3）。帶 * 的分母小，增減一個就會大幅變動。
counties-missing = { $name }不排名：{ $list }未報送或資料有誤，不按 0 計。
counties-missing-itself = { $name }單列，不參加縣區排名（沒有{ $list }）。
counties-unasked = { $list }本期沒有任務，或序時進度為 0，不計入得分。
counties-unreported = 沒有縣區報送：{ $list }，不計入得分。
counties-table-spending = 支出進度與序時進度
counties-column-scheduled = 序時進度
counties-column-lead = 超前（百分點）
counties-column-lamp = 亮燈
counties-table-parts = 各指標的分子和分母

counties-division-about = 因素和權重：人群數量 { $people }、人群收入 { $income }、政策因素 { $policy }，乘以考核係數。
counties-division-assumed = 這組權重（35、30、35）憑記憶引自 2021 年的資金管理辦法，未經核實，屬假設，請改為現行規定。
counties-table-division = 因素法分配結果
counties-column-appraisal = 考核係數
counties-column-weight = 分配權重
counties-column-money = 分配資金（萬元）
counties-column-limit = 限額
counties-sum = 合計
counties-table-effect = 分配對各縣區收入的影響
counties-table-effect-instead = 分配的資金代替現有資金，各計劃年相同。
counties-table-effect-added = 分配的資金在現有資金之外，各計劃年相同。
counties-column-present = 現有資金（萬元）
counties-column-after = 分配後（萬元）
counties-column-before = { $year } 年分配前（元）
counties-column-divided = { $year } 年分配後（元）
counties-column-moved = { $year } 年增減（元）

counties-faults-about = 以下資料已單列，不計入平均、排名和分配，請核對後重新報送。
counties-weight = { $name } { $weight }
counties-method-points = 得分 = 100 × 本縣區數值 ÷ 最高數值，低於 0 的按 0 計；支出進度按實際支出佔序時進度的比例比較。綜合得分為加權平均，權重：{ $weights }。
counties-method-assumed = 以上權重是初始值，屬假設，請改為當地考核辦法規定的權重。
counties-method-schedule = 序時進度（各月末）：{ $months }。達到為綠燈，差 { $yellow } 個百分點以內為黃燈，其餘為紅燈；每月 25 日前按上月末計算。
counties-method-small = 不足 { $few } 人的資料不顯示；分母小於 { $small } 的標 *。
counties-method-open = 各縣區收入構成和增速採用全市資料，屬假設，有縣區資料時請替換。

counties-overall = 共 { $units } 個單位報送，{ $ranked } 個參加綜合排名。
counties-table-overall = 各項指標總體情況
counties-table-overall-note = 合計為各縣區分子之和 ÷ 分母之和，收入增速按脫貧人口加權；資料有誤和未報送的不計入。
counties-column-indicator = 指標
counties-column-goal = 全年目標
counties-column-reported = 有資料
counties-column-below = 低於合計
counties-column-best = 第一名
counties-named-share = { $name }（{ $share }）
counties-below = { $indicator }低於合計（{ $together }）的：{ $list }。
counties-below-none = 沒有低於總體水平的縣區。
counties-column-pace = { $name }（目標 { $goal }）
counties-table-pace = 各縣區每月須完成
counties-table-pace-note = 每月須完成 =（目標 × 分母 − 已完成）÷ 剩餘月數；剩餘月數按各縣區資料的截至日期計算。
counties-pace-none = 沒有設定全年目標。
counties-pace-reached = 已完成
counties-pace-monthly = 每月 { $amount }（{ $months } 個月）
counties-pace-late = 差 { $amount }，年內已無剩餘月份
counties-pace-no-day = 差 { $amount }，未註明截至日期

counties-sheet-text = 正文
counties-sheet = 表{ $number }
counties-command-divide = --divide { $given }：{ $why }
counties-command-whole = --divide { $given }：應為整萬元，最多 1 萬億元
counties-command-ending = { $file }：檔案名應以 .md 或 .xlsx 結尾
