# 假设影响与政策效果分列。

apart-gap = 其中：假设变动的影响 { $assumed }，政策效果 { $policy }（元/人）
apart-levers = 下列杠杆合计使 { $year } 年收入变动 { $amount } 元/人（政策效果）。
apart-assumptions = 下列假设合计使 { $year } 年计划收入变动 { $amount } 元/人（假设变动的影响，不是政策效果）。
apart-risk = 计划与方案都按您的假设估计，两者之差只含政策效果。
apart-note = 来源：{ $note }
apart-gaps-caption = 差距的由来：假设变动与政策分列

# 每一处改动各自的影响。
each-lever = 单独影响 { $amount } 元/人
each-assumption = 单独使计划收入变动 { $amount } 元/人
each-assumption-both = 单独使计划收入变动 { $amount } 元/人，使政策效果变动 { $policy } 元/人
each-year = 单独影响 { $year } 年 { $amount } 元/人
each-together = “单独影响”指只撤回该项时所失去的数额。逐项相加 { $parts }，共同作用 { $interplay }。
each-together-rounded = “单独影响”指只撤回该项时所失去的数额。逐项相加 { $parts }，共同作用 { $interplay }，尾差 { $rounding }。
