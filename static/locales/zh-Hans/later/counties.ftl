# 县区：收入测算、擂台赛、通报、因素法分配。

counties-title = { $region }：县区收入、擂台赛和资金分配
counties-notice-title = { $region }县区工作进度通报
counties-as-of = 数据截至 { $day }
counties-as-of-between = 数据截至 { $first }至{ $last }，各县区日期不一致
counties-as-of-unknown = 数据未注明截至日期，不与序时进度比较
counties-no-table = 该地区没有县区表。请在表格的“县区”工作表中填写后重新读取
counties-row = 第 { $number } 行（{ $name }）
counties-cell = { $place }（{ $name }）

counties-section-incomes = 各县区收入测算
counties-section-league = 擂台赛排名
counties-section-division = 资金分配（因素法）
counties-section-faults = 数据问题
counties-section-method = 口径和假设
counties-section-overall = 总体情况
counties-section-below = 低于总体水平的县区
counties-section-pace = 完成全年目标每月须完成

counties-indicator-spending = 支出进度
counties-indicator-started = 开工率
counties-indicator-completed = 完工率
counties-indicator-growth = 收入增速
counties-indicator-coverage = 产业帮扶覆盖率
counties-indicator-work = 务工率
counties-indicator-risk-free = 风险消除率
counties-indicator-solved = 问题整改率
counties-formula = { $name } = { $part } ÷ { $whole }
counties-formula-growth = { $name } =（{ $part } − { $whole }）÷ { $whole }

counties-gap-not-reported = 未报送
counties-gap-nothing = 无任务
counties-gap-few = 不足 10 人，不显示
counties-gap-faulty = 数据有误
counties-gap-people = 未报脱贫人口
counties-gap-nobody = 没有脱贫人口
counties-gap-income = 未报人均纯收入，或数据有误
counties-lamp-green = 绿灯
counties-lamp-yellow = 黄灯
counties-lamp-red = 红灯
counties-small-mark = *
counties-factor-people = 相关人群数量
counties-factor-income = 相关人群收入
counties-factor-policy = 政策因素
counties-limit-floor = 下限
counties-limit-cap = 上限
counties-stand-in-household-size = 户均人口
counties-stand-in-coverage = 覆盖率
counties-stand-in-funds = 资金总额
counties-stand-in-industry = 产业资金占比

counties-fault-twice = { $place }：与 { $earlier } 是同一个县区，两行都已单列
counties-fault-nobody = { $place }：脱贫人口为 0，不测算收入，也不参与资金分配
counties-fault-impossible = { $place }：“{ $field }”为 { $value }，超出任何县区可能的范围，整行已单列
counties-fault-above = { $place }：“{ $part }”（{ $value }）大于“{ $whole }”（{ $most }），该指标已单列
counties-fault-leap = { $place }：人均纯收入 { $income } 元，上年 { $before } 元，一年内翻倍或减半，收入已单列
counties-fault-above-few = { $place }：“{ $part }”大于“{ $whole }”，该指标已单列（涉及不足 10 人，不列数值）
counties-fault-leap-few = { $place }：人均纯收入一年内翻倍或减半，收入已单列（涉及不足 10 人，不列数值）
counties-fault-city = 各县区“{ $field }”合计 { $sum }，超过全市的 { $city }

counties-refused-nobody = 没有可以参与分配的县区：分配需要脱贫人口和人均纯收入
counties-refused-unknown = 分配设置中的“{ $name }”不在县区表中
counties-refused-ambiguous = 分配设置中的“{ $name }”可能指：{ $list }，请写全称
counties-refused-twice = { $place }：设了两组分配条件，请删去“{ $name }”
counties-refused-weight = 还有 { $left } 分不出去：未达上限的县区权重都为 0，请调整权重、上限或考核系数
counties-refused-part = { $place }：不能参与分配（缺少脱贫人口或人均纯收入，或该行已单列），却设了分配条件
counties-refused-crossed = { $place }：下限 { $floor } 高于上限 { $cap }
counties-refused-floors = 各县区下限合计 { $sum }，超过可分配的 { $money }，差 { $missing }：
counties-refused-caps = 各县区上限合计 { $sum }，低于可分配的 { $money }，剩 { $left } 分不出去：
counties-refused-limit = {"　"}{ $place }：{ $limit }

counties-fault-no-weight = 权重不能全部为 0
counties-fault-twelve = 序时进度应有 12 个月，现有 { $count } 个
counties-fault-falling = 序时进度不能低于上一个月
counties-fault-whole-wan = “{ $text }”应为整万元，以元填写，如 1000000
counties-fault-money = “{ $text }”应为 instead（代替现有资金）或 added（在现有资金之外）
counties-fault-edges = 最多读取 { $most } 个分档界限
counties-fault-edges-fall = 分档界限须大于前一个
counties-fault-month = { $number } 不是月份，须为 1 至 12
counties-fault-schedule = 支出进度以序时进度（schedule）为目标，不能另设

counties-column-known = { $year } 年（上报）
counties-column-plan = { $year } 年（测算）
counties-column-effect = { $year } 年比计划
counties-column-stand-ins = 采用全市数据
counties-table-incomes = 各县区脱贫人口人均纯收入（元）
counties-table-incomes-note = 各县区用自己的人口、收入、覆盖率和资金，其余采用全市假设；未报的采用全市数据，列在最后一栏。
counties-people = 全市脱贫人口 { $city } 人；已测算的县区 { $reported } 人；其余（未报送或差额）{ $rest } 人。
counties-table-against = 县区加权平均与全市比较（元）
counties-table-against-note = 县区平均按脱贫人口加权。“其余人口”为使两者一致时，未测算人口应有的收入；不足 10 人不显示。
counties-column-year = 年份
counties-column-weighted = 县区加权平均
counties-column-city = 全市
counties-column-difference = 差额
counties-column-rest = 其余人口
counties-without = { $place }：{ $why }
counties-without-income = 未测算收入：{ $list }。
counties-without-money = 未参与分配：{ $list }。

counties-column-rank = 名次
counties-column-composite = 综合得分
counties-column-change = 较上期
counties-unranked = 不排名
counties-change = 名次 { $places }，得分 { $composite }
counties-together = 全部县区合计
counties-table-league = 综合排名
counties-table-league-note = 并列的名次相同，其后名次顺延（1、1、3）。带 * 的分母小，增减一个就会大幅变动。
counties-missing = { $name }不排名：{ $list }未报送或数据有误，不按 0 计。
counties-missing-itself = { $name }单列，不参加县区排名（没有{ $list }）。
counties-unasked = { $list }本期没有任务，或序时进度为 0，不计入得分。
counties-unreported = 没有县区报送：{ $list }，不计入得分。
counties-table-spending = 支出进度与序时进度
counties-column-scheduled = 序时进度
counties-column-lead = 超前（百分点）
counties-column-lamp = 亮灯
counties-table-parts = 各指标的分子和分母

counties-division-about = 因素和权重：人群数量 { $people }、人群收入 { $income }、政策因素 { $policy }，乘以考核系数。
counties-division-assumed = 这组权重（35、30、35）凭记忆引自 2021 年的资金管理办法，未经核实，属假设，请改为现行规定。
counties-table-division = 因素法分配结果
counties-column-appraisal = 考核系数
counties-column-weight = 分配权重
counties-column-money = 分配资金（万元）
counties-column-limit = 限额
counties-sum = 合计
counties-table-effect = 分配对各县区收入的影响
counties-table-effect-instead = 分配的资金代替现有资金，各计划年相同。
counties-table-effect-added = 分配的资金在现有资金之外，各计划年相同。
counties-column-present = 现有资金（万元）
counties-column-after = 分配后（万元）
counties-column-before = { $year } 年分配前（元）
counties-column-divided = { $year } 年分配后（元）
counties-column-moved = { $year } 年增减（元）

counties-faults-about = 以下数据已单列，不计入平均、排名和分配，请核对后重新报送。
counties-weight = { $name } { $weight }
counties-method-points = 得分 = 100 × 本县区数值 ÷ 最高数值，低于 0 的按 0 计；支出进度按实际支出占序时进度的比例比较。综合得分为加权平均，权重：{ $weights }。
counties-method-assumed = 以上权重是初始值，属假设，请改为当地考核办法规定的权重。
counties-method-schedule = 序时进度（各月末）：{ $months }。达到为绿灯，差 { $yellow } 个百分点以内为黄灯，其余为红灯；每月 25 日前按上月末计算。
counties-method-small = 不足 { $few } 人的数据不显示；分母小于 { $small } 的标 *。
counties-method-open = 各县区收入构成和增速采用全市数据，属假设，有县区数据时请替换。

counties-overall = 共 { $units } 个单位报送，{ $ranked } 个参加综合排名。
counties-table-overall = 各项指标总体情况
counties-table-overall-note = 合计为各县区分子之和 ÷ 分母之和，收入增速按脱贫人口加权；数据有误和未报送的不计入。
counties-column-indicator = 指标
counties-column-goal = 全年目标
counties-column-reported = 有数据
counties-column-below = 低于合计
counties-column-best = 第一名
counties-named-share = { $name }（{ $share }）
counties-below = { $indicator }低于合计（{ $together }）的：{ $list }。
counties-below-none = 没有低于总体水平的县区。
counties-column-pace = { $name }（目标 { $goal }）
counties-table-pace = 各县区每月须完成
counties-table-pace-note = 每月须完成 =（目标 × 分母 − 已完成）÷ 剩余月数；剩余月数按各县区数据的截至日期计算。
counties-pace-none = 没有设定全年目标。
counties-pace-reached = 已完成
counties-pace-monthly = 每月 { $amount }（{ $months } 个月）
counties-pace-late = 差 { $amount }，年内已无剩余月份
counties-pace-no-day = 差 { $amount }，未注明截至日期

counties-sheet-text = 正文
counties-sheet = 表{ $number }
counties-command-divide = --divide { $given }：{ $why }
counties-command-whole = --divide { $given }：应为整万元，最多 1 万亿元
counties-command-ending = { $file }：文件名应以 .md 或 .xlsx 结尾
