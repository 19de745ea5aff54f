# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 兩不愁三保障清單和百日行動。

campaigns-fault-source = 「{ $text }」須為 undecided、infrastructure、other 或 elsewhere
campaigns-fault-problems = 問題數最多 { $most }
campaigns-fault-many = 最多讀取 { $most } 個行動
campaigns-fault-no-name = 行動須有名稱
campaigns-fault-measure = 「{ $text }」須為 jobs、spending、coverage 或 solved
campaigns-fault-whole = 「{ $text }」須為整數

guarantee-food = 不愁吃
guarantee-clothing = 不愁穿
guarantee-education = 義務教育
guarantee-medical = 基本醫療
guarantee-housing = 住房安全
guarantee-water = 飲水安全
guarantee-from-undecided = 基礎設施或其他（未定）
guarantee-from-infrastructure = 基礎設施
guarantee-from-other = 其他
guarantee-from-elsewhere = 表外資金（其他部門）
guarantee-whole = 全地區
guarantee-rest = 其餘地區
guarantee-row = { $name }（{ $place }）
guarantee-section = 「兩不愁三保障」問題清單
guarantee-table = 問題、整改和須先安排的資金
guarantee-table-note = 須先安排的資金 =（發現問題 − 已整改）× 單位成本。單位成本由本地填報；沒有填報的按未知處理，不按 0 計算。
guarantee-column-name = 保障事項
guarantee-column-place = 地區
guarantee-column-found = 發現問題
guarantee-column-solved = 已整改
guarantee-column-left = 未整改
guarantee-column-cost = 單位成本
guarantee-column-money = 須先安排
guarantee-column-from = 資金來源
guarantee-first = 須先安排的資金：{ $money }。
guarantee-unreported = 未填報（金額未知）：{ $names }。
guarantee-at-least = 至少 { $money }（另有 { $lines } 項未知）
guarantee-fault-solved = { $row }：已整改 { $solved } 多於發現 { $found }，不計入合計
guarantee-fault-twice = { $row }：與「{ $earlier }」是同一個縣區，兩行均不計入合計
guarantee-fault-unknown = { $row }：縣區表中沒有這個縣區，不計入合計
guarantee-fault-found-sum = { $name }：各縣區發現問題合計 { $sum }，多於全地區的 { $whole }
guarantee-fault-solved-sum = { $name }：各縣區已整改合計 { $sum }，多於全地區的 { $whole }

campaign-measure-jobs = 務工就業（人）
campaign-measure-spending = 資金支出
campaign-measure-coverage = 產業幫扶覆蓋率
campaign-measure-solved = 問題整改（個）
campaign-section = 限期行動（百日行動）
campaign-about = { $name }：{ $measure }，{ $first }至{ $last }，共 { $days } 天，第 { $today } 天。
campaign-table = { $name }進展
campaign-table-note = 每天須完成 =（目標 − 已完成）÷ 剩餘天數，從資料截至日和最後一次填報中較晚的一天起算。與均衡進度比，是已完成數減去從起點到目標每天完成一樣多時的應完成數。
campaign-column-start = 起點
campaign-column-goal = 目標
campaign-column-done = 已完成
campaign-column-short = 還差
campaign-column-lead = 與均衡進度比
campaign-column-pace = 每天須完成
campaign-points = { $points } 個百分點
campaign-reached = 已達到
campaign-late = 期限已過
campaign-daily = 每天 { $amount }（剩 { $days } 天）
campaign-entry = 第 { $number } 條填報（{ $day }，{ $place }）
campaign-fault-upside = 最後一天（{ $last }）早於第一天（{ $first }），無法計算；請改正日期
campaign-fault-outside = { $entry }：不在 { $first } 至 { $last } 之內，不計入
campaign-fault-twice = { $entry }：與第 { $earlier } 條是同一地區同一天，兩條均不計入
campaign-fault-falling = { $entry }：{ $value } 低於之前的 { $before }，不計入；應填累計數
campaign-fault-differs = { $entry }：{ $value } 與同日縣區表的 { $table } 不一致，以填報為準
campaign-fault-import = { $place }（{ $day }）：縣區表的 { $value } 與其他日期相比下降，不計入
campaign-fault-goal = { $place }：目標 { $goal } 低於已完成的 { $done }；請改正目標
campaign-fault-county-twice = { $county }：與「{ $earlier }」是同一個縣區，目標均不採用
campaign-fault-unknown = { $county }：縣區表中沒有這個縣區
campaign-fault-unknown-entry = { $entry }：縣區表中沒有這個縣區
campaign-fault-sum = 各縣區合計 { $sum }，多於全地區的 { $whole }
