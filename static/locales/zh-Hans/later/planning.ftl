# 方案推演
plan-open = 推演
plan-open-page = 比较方案、倒推目标、优化分配、看把握有多大
plan-title = 方案推演
plan-tools = 方案推演的操作
plan-close = ← 返回测算
plan-year = 年份
plan-column-income = 方案收入（元）
plan-column-plan = 计划收入（元）
plan-column-difference = 方案比计划（元）
plan-column-coverage = 产业帮扶覆盖率
plan-column-gap-lifted-province = 距全省脱贫人口（元）
plan-column-gap-lifted-nation = 距全国脱贫人口（元）
plan-column-gap-rural-province = 距全省农村居民（元）
plan-column-gap-rural-nation = 距全国农村居民（元）

plan-running = 正在计算…
plan-stop = 停止
plan-failed = 后台计算程序没有响应，重试一次后仍无结果。请再试一次；方案没有改变。
plan-refused = 这个问题无法计算，请检查输入的范围。

# 逐值试算
plan-tab-sweep = 逐值试算
plan-lead-sweep = 让一两个数从低到高逐个取值，其余照当前方案不变，看每一种取值的结果。差距为正表示收入还低于该水平；农村居民为可支配收入，与人均纯收入口径不同。
plan-sweep-first = 第一个数
plan-sweep-second = 第二个数
plan-sweep-key = 哪个数
plan-sweep-none = 不用
plan-sweep-from = 从
plan-sweep-to = 到
plan-sweep-steps = 分几步
plan-sweep-run = 试算
plan-sweep-count = 共 { $count } 种取值
plan-sweep-cut = 此处只列前 { $shown } 行；文件中有全部 { $all } 行。
plan-sweep-save = 存为 CSV 文件
plan-sweep-file-name = 逐值试算
plan-sweep-large = 共 { $rows } 行，超出上限 { $most } 行；请减少步数。
plan-sweep-steps-fault = 步数应为正整数；是与否之间只有一步。
