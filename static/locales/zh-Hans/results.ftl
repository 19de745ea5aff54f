# 测算结果：先给出结论，再列明细。

component-wage = 工资性收入
component-operating = 生产经营性收入
component-property = 财产性收入
component-transfer = 转移性收入

channel-industry = 产业项目资产收益
channel-grants = 到户奖补
channel-coverage = 产业帮扶覆盖
channel-infrastructure = 基础设施与以工代赈
channel-other = 其他项目
channel-employment = 就业“五个一批”
channel-relocation = 易地搬迁后续扶持
channel-social = 社会帮扶（直接到户）
channel-clawback = 低保金随收入核减

benchmark-lifted_province = 全省脱贫人口
benchmark-lifted_nation = 全国脱贫人口
benchmark-rural_province = 全省农村居民
benchmark-rural_nation = 全国农村居民
benchmark-lifted_counties = 脱贫县农民

example-plan = 计划原样
example-coverage = 覆盖率提高 4 个百分点
example-shift = 基础设施资金的一成改投产业
example-jobs = 新增 1 万个外出务工岗位
example-operation = 资产运营和联农带农更好
example-together = 以上合在一起

result-headline = 脱贫人口人均纯收入
result-first-year = { $year } 年 · 计划首年
result-yuan = 元
result-yuan-a-head = 元/人
result-year = 年份
result-plan = 计划
result-plan-published = 计划（原有假设）
result-scenario = 方案
result-difference = 差额
result-against-plan = 比计划
result-against-own-plan = 比同样假设下的计划
result-net-income = 脱贫人口为纯收入，农村居民为可支配收入：标“口径不同”的比较只供参考。
result-announced = { $year } 年人均纯收入 { $income } 元，比计划 { $difference } 元。
result-announced-apart = { $year } 年人均纯收入 { $income } 元；假设变动的影响 { $assumed } 元，政策效果 { $difference } 元。
result-is-plan = 计划原样
result-is-example = 示例：{ $name }
result-is-own = 自定方案
result-changes = 改动 { $count } 项 ↓

vintage = 数据版本
vintage-shared = 按分享时的第 { $version } 版数据显示；按当前第 { $newest } 版数据为 { $income } 元。
vintage-saved = 按保存时的第 { $version } 版数据显示；按当前第 { $newest } 版数据为 { $income } 元。
vintage-take = 改用当前数据
vintage-today = 已改用当前第 { $newest } 版数据；按分享时的第 { $version } 版数据为 { $income } 元。
vintage-today-saved = 已改用当前第 { $newest } 版数据；按保存时的第 { $version } 版数据为 { $income } 元。
vintage-back = 按分享时显示
vintage-back-saved = 按保存时显示
result-looking-back = 不是预测：准不准？
result-chain = 从计划到方案
result-assumption-effect = 假设变动的影响
result-policy-effect = 政策效果
result-growth = { $from }—{ $to } 年年均增长
result-rounding = 尾差
result-with-rounding = 含尾差 { $amount }
result-rounding-note = 每个数都由精确值只舍入一次；各项之和与合计的差列为尾差。
result-sum = 合计

result-gain = 增收从哪里来
gain-market = 市场性收入
gain-public_work = 公益性务工收入
gain-transfer = 转移性收入
result-part-market = 市场性收入（务工、经营、财产）
result-part-public_work = 公益性务工（公益岗位、以工代赈）
result-part-transfer = 转移性收入（奖补、低保等）
result-falls = 减少
result-gain-plan = 现在就是计划本身。移动任一杠杆，或选一个示例，结果立即显示在这里。
result-gain-nothing = 与计划相同，没有增收。
result-gain-offset = 合计与计划相同：市场性、公益性务工和转移性收入有增有减，相互抵消。
result-gain-small = 增收不足 1 元，占比没有意义，只列金额。
result-gain-share = 增收的 { $share } 是市场性收入；其余为公益性务工和转移性收入，停发即止。
result-gain-market-falls = 增收全靠公益性务工和转移性收入，市场性收入反而减少。停发即止。
result-gain-paid-falls = 增收全部是市场性收入，公益性务工和转移性收入合计反而减少。
result-loss = 减收从哪里来
result-loss-most = 比计划减少，减少最多的是{ $name }。

welcome-title = 从这里开始
welcome-what = 调整明年的资金、覆盖面或就业，立即看到脱贫人口人均纯收入和各项差距怎样变化。
welcome-coverage = 调整覆盖面
welcome-example = 打开一个示例
welcome-sources = 换成本地数据

result-gaps = 与四个平均水平的差距
result-gaps-unit = { $year } 年，元/人
result-gaps-caption = 方案的人均纯收入与四个对照水平：对照值、差距、追平年份
result-benchmark = 对照
result-benchmark-value = 对照值
result-gap = 差距
result-closing = 何时追平
result-behind = 落后
result-ahead = 领先
result-level = 持平
result-other-concept = 口径不同
result-other-concept-hint = 农村居民为可支配收入，脱贫人口为纯收入，口径不同，只供参考。
result-closes = { $year } 年追平
result-reopens = 到 { $year } 年又落后
result-not-by = 到 { $year } 年仍未追平
result-needs = 须年增 { $needed }，方案 { $own }
result-out-of-reach = 即使逐年翻番也无法追平

# 通往推演工具的入口。
tool-goal = 怎样才能补上差距？
tool-chance = 假设在区间内变动会怎样？
tool-allocation = 这笔钱怎样用最好？
tool-years = 逐年查看
tool-sensitivity = 哪些假设最要紧？

result-targets = 两个高于（增速之差，百分点）
result-targets-caption = 两个高于逐年是否达到，以及增速高出多少个百分点
result-target-first = 脱贫人口
result-target-first-than = 高于全省农村居民
result-target-second = 脱贫县农民
result-target-second-than = 高于全国农村居民
result-targets-note = 第二项只取决于公布数据，任何杠杆都不影响。
result-met = 达到
result-missed = 未达到

result-channels = 各渠道的影响
result-channels-caption = 从计划收入到方案收入：每个渠道增减多少元，其中公益性务工和转移性各占多少
result-channels-note = 每条从上一条的终点起画，竖线为计划。
result-channel = 渠道
result-channel-bar = 图示
result-paid-part = 其中公益性务工、转移性
result-public-work-part = 其中公益性务工
result-received-part = 其中转移性
result-public-work-share = 公益性 { $share }
result-received-share = 转移性 { $share }

result-components = 收入构成（{ $year } 年）
result-components-caption = 四类收入：计划、方案与差额（方案减计划）
result-component = 收入类别

result-coverage = 产业帮扶覆盖率
result-coverage-facts = 全省 { $province }；方案目标 { $wanted }。
result-coverage-caption = 逐年覆盖率、与全省之差、当年到户奖补尚缺的资金
result-coverage-reached = 达到
result-coverage-against = 比全省（百分点）
result-coverage-missing = 尚缺资金
result-nothing-missing = 不缺
result-coverage-note = 覆盖率的提高靠当年到户奖补支付；不够的部分当年实现不了，所缺金额列在这里。

result-risk = 返贫风险人口
result-estimate = 估算
result-risk-facts = 收入低于防返贫监测线的人口；{ $year } 年监测线为 { $line } 元。
result-risk-caption = 逐年估算的返贫风险人口：计划与方案的人数，方案的占比和平均缺口
result-risk-plan = 计划（人）
result-risk-scenario = 方案（人）
result-risk-share = 方案占比
result-risk-shortfall = 平均缺口（元）
result-risk-note = 按假设的基尼系数和对数正态分布推算，人数取整到十，不能代替逐户监测。

result-years = 逐年数字
result-years-caption = 逐年的计划、方案、差额（方案减计划），以及四个对照水平或与它们的差距
result-years-show = 表中右侧四列
result-benchmark-values = 对照值
result-gaps-each-year = 差距
result-years-note = 差距为方案减对照，负数为落后。标“口径不同”的是农村居民可支配收入。

chart-title = 人均收入，{ $from }—{ $to } 年
chart-view = 图中内容
chart-levels = 收入水平
chart-differences = 变动效果
chart-lines = 显示或隐藏各条线
chart-plan = 计划
chart-plan-published = 计划（原有假设）
chart-plan-own = 计划（所改假设）
chart-scenario = 方案
chart-policy-effect = 政策效果（方案 − 计划）
chart-assumption-effect = 假设变动的影响（计划）
chart-note = 纵轴不从零开始；虚长线为可支配收入，与纯收入口径不同。
chart-note-differences = 政策效果与假设变动的影响分开计算，互不混入。
chart-to-years = 看逐年数字表
chart-loading = 正在载入图表…
chart-failed = 图表未能载入；下面的表格给出同样的数字。
chart-description = 折线图：{ $from } 年人均纯收入 { $base } 元；到 { $to } 年，计划 { $plan } 元，方案 { $scenario } 元。逐年数字见下面的表格。

change-title = 全部改动
change-none = 还没有改动。移动任一杠杆、输入数字，或从“从示例开始”选一个示例；每项改动都会列在这里，可以逐项撤回。
change-levers = 政策杠杆
change-assumptions = 数据与假设
change-reset-levers = 撤回全部杠杆改动
change-reset-assumptions = 撤回全部假设改动
change-revert-funds = 撤回资金分配的改动
change-revert = 撤回：{ $name }
change-revert-short = 撤回
change-from = 由
change-to = 改为
change-idle = 这项改动没有影响：{ $reason }
