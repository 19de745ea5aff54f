# 投影视图：给一屋子人看的大字、图、倒计时和预测。

present-open = 投影视图
present-open-title = 投影视图（F5）。重新载入页面请按 Ctrl+R，或用浏览器的重新载入按钮。
present-window = 投影视图 · 增收
present-stage = 投影画面
present-tools = 投影视图的操作
present-lost = 测算窗口已关闭或重新载入，投影画面不再更新。可以关掉本窗口。
present-slide = 画面
present-place = { $at } / { $count }
present-next = 下一页（→、空格、PageDown）
present-back = 上一页（←、PageUp）
present-black = 黑屏
present-black-title = 黑屏（B 或 .），按任意键返回
present-white = 白屏
present-white-title = 白屏（W），按任意键返回
present-return = 按任意键或点一下返回
present-full = 全屏
present-end = 结束
present-end-title = 结束投影视图（Esc）

present-headline = { $year } 年脱贫人口人均纯收入
present-slide-result = 结果与差距
present-slide-gain = 增收从哪里来
present-slide-changes = 改了什么，各起多大作用
present-slide-paths = 收入路径
present-slide-steps = 从计划到方案
present-slide-shares = 收入构成
present-slide-flows = 资金流向与增收效应
present-slide-progress = 项目和资金进度
present-slide-marginal = 再多 1 万元，用在哪里增收多
present-slide-years = 逐年数字
present-said = { $title }。{ $result }
present-against = 比{ $name }
present-gaps-note = 单位：元/人。负数为落后，正数为领先。
present-changes-note = 单位：元/人。每条为只撤销这一项时结果的变动；几项相互影响，各条之和不一定等于合计。
present-from-to = { $from } → { $to }
present-more = 另有 { $count } 项改动。
present-nothing = 没有可画的数据。

present-predict = 先预测
present-predict-title = 先隐藏结果，请大家预测，再改动、揭晓
present-measure = 预测什么
present-measure-change = 人均纯收入变动
present-measure-income = 改动后的人均纯收入
present-question-change = 这样改动，{ $year } 年人均纯收入变动多少元？
present-question-income = 这样改动后，{ $year } 年人均纯收入是多少元？
present-hidden = 结果已隐藏：先预测，后揭晓。
present-guess = 预测
present-result = 结果
present-off = 预测 − 结果
present-guess-field = 全场的预测（元）
present-reveal = 揭晓
present-question-end = 撤下预测
present-direction-right = 方向对了
present-direction-wrong = 方向不对

present-replay = 重放上次改动
present-replay-none = 还没有改动，无可重放

present-timer = 倒计时
present-timer-minutes = 分钟
present-timer-start = 开始
present-timer-pause = 暂停
present-timer-go-on = 继续
present-timer-reset = 重置
present-time-up = 时间到
present-time-left = 剩余时间

present-levers = 杠杆
present-levers-pick = 加一个杠杆
present-levers-funds = 资金总额
present-less = { $name }：减一档
present-more-of = { $name }：加一档
present-much-less = { $name }：减十档
present-much-more = { $name }：加十档

present-second = 第二窗口
present-second-title = 另开一个窗口放到投影仪上，本窗口照常操作
present-second-close = 关闭第二窗口
present-second-refused = 浏览器没有允许打开第二个窗口，投影视图就在本窗口进行。要用两个窗口，请允许本页的弹出窗口后再试。
present-second-closed = 第二个窗口已关闭，投影视图改在本窗口进行。
present-second-on = 投影画面在第二个窗口，本窗口照常测算。
