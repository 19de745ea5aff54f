# 假设影响与政策效果分列。

apart-gap = 其中：假设变动的影响 { $assumed }，政策效果 { $policy }（元/人）
apart-levers = 下列杠杆合计使 { $year } 年收入变动 { $amount } 元/人（政策效果）。
apart-assumptions = 下列假设合计使 { $year } 年计划收入变动 { $amount } 元/人（假设变动的影响，不是政策效果）。
apart-risk = 计划与方案都按您的假设估计，两者之差只含政策效果。
apart-note = 来源：{ $note }
apart-gaps-caption = 差距的由来：假设变动与政策分列
