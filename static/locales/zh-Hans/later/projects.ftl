# 项目库：资金来源、规模、进度、资产，以及可替换假设的数值。

projects-title = { $region }：项目库汇总
projects-as-of = 计划年度 { $year }；数据截至 { $day }
projects-as-of-unknown = 计划年度 { $year }；数据未注明截至日期
projects-no-year = 未注明
projects-no-table = 该地区没有项目表。请在表格的“项目”工作表中填写后重新读取
projects-no-day = 数据未注明截至日期，不与序时进度比较，也不判断资金风险。日期可在设置文件的 day 中注明

projects-section-money = 资金来源和用途
projects-section-sizes = 项目规模
projects-section-progress = 支出和完工进度
projects-section-assets = 项目资产和可替换的假设
projects-part-risk = 有支出风险的资金
projects-part-offers = 可用项目数据替换的数值

projects-table-standings = 项目表中的项目
projects-table-funds = 本年度计划项目的资金，按来源和类别
projects-table-sizes = 本年度计划项目，按计划资金规模
projects-table-sizes-note = 界线上的项目归入较大的一档；界线可在设置文件中修改。据公开报道，张家口市 2022 年 1,000 万元及以上的项目占 3%，可供对照。
projects-table-spending = 支出进度，按县区和项目类型
projects-table-spending-note = 只合计同时填写计划资金和已支付的项目；“每月还需”为完成全年目标，余下各月平均须支付的金额。
projects-table-completion = 完工进度，按县区和项目类型
projects-table-risk = 有支出风险的资金，金额大的在前
projects-table-assets = 登记的资产原值
projects-table-rates = 经营性资产的运营和收益
projects-table-rates-note = 只计算两项都填写且不矛盾的项目；其余列为“未计入”。
projects-table-offers = 项目数据与现用数值
projects-table-offers-note = 资金各格须一并替换，否则同一笔资金会重复计算。

projects-column-standing = 状态
projects-column-source = 资金来源
projects-column-size = 规模（万元）
projects-column-share = 占比
projects-column-group = 范围
projects-column-done = 进度
projects-column-lead = 比序时
projects-column-needed = 每月还需
projects-column-without-paid = 未报支付
projects-column-begun = 已开工
projects-column-completed = 已完工
projects-column-unknown-state = 状态不明
projects-column-project = 项目
projects-column-unpaid = 未支付
projects-column-reason = 原因
projects-column-rate = 指标
projects-column-part = 分子
projects-column-whole = 分母
projects-column-left-out = 未计入
projects-column-figure = 数值名称
projects-column-of-projects = 按项目数据
projects-column-present = 现用

projects-standing-planned = 本年度计划
projects-standing-reserve = 储备
projects-standing-ended = 终止
projects-standing-other-year = 其他年度
projects-standing-apart = 数据有误，单列
projects-all = 全部
projects-other-funds = 其他资金
projects-without-source = 未注明来源
projects-without-class = 未注明类别
projects-no-county = 未注明县区
projects-no-type = 未注明类型
projects-no-name = 未注明名称
projects-size-below = 不足 { $below }
projects-size-between = { $least } 至 { $below } 以下
projects-size-from = { $least } 及以上
projects-no-month-left = 已无剩余月份
projects-no-risk = 没有符合条件的项目
projects-no-offers = 项目表中没有可用于替换的数据
projects-risk-not-begun = 未开工
projects-risk-behind = 支付滞后
projects-asset-operating = 经营性
projects-asset-public-welfare = 公益性
projects-asset-household = 到户
projects-rate-operating = 运营良好的资产 ÷ 已知运营状况的资产
projects-rate-return = 年收益 ÷ 原值（运营良好的资产）
projects-rate-households = 其中到户 ÷ 年收益
projects-without-money = 另有 { $count } 个项目未填写资金
projects-untyped = 另有 { $projects } 个未注明类型的项目，资金 { $money } 万元，未计入各类别
projects-more = 其余 { $count } 条未列出
projects-years = 项目表中的年度：{ $years }

projects-fault-twice = { $place }：编号与 { $earlier } 相同，后一行已单列
projects-fault-county = { $place }：未填写县区
projects-fault-impossible = { $place }：“{ $field }”为 { $value }，超出任何项目可能的范围，整行已单列
projects-fault-above = { $place }：“{ $part }”（{ $value }）大于“{ $whole }”（{ $most }）
projects-fault-sources = { $place }：各来源资金合计 { $value }，大于总投资 { $most }
projects-fault-days = { $place }：完工日 { $completed } 早于开工日 { $started }，两个日期都不采用

projects-method-planned = 本年度计划：年度相符，且不是储备或终止的项目；储备和终止项目单独列出
projects-method-source = 计划资金取总投资；未填总投资的取各来源之和；总投资超出各来源的部分列为“未注明来源”
projects-method-risk = 有支出风险：{ $month } 月底后仍未开工，或支付比序时进度滞后 { $lag } 个百分点以上的项目的未支付资金（界限可修改）
projects-method-assets = 资产不分年度；只有经营性资产计入资产原值、运营率和收益率

projects-command-unknown = 本年度计划中没有编号为“{ $number }”的项目
