# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 假設影響與政策效果分列。

apart-gap = 其中：假設變動的影響 { $assumed }，政策效果 { $policy }（元/人）
apart-levers = 下列槓桿合計使 { $year } 年收入變動 { $amount } 元/人（政策效果）。
apart-assumptions = 下列假設合計使 { $year } 年計劃收入變動 { $amount } 元/人（假設變動的影響，不是政策效果）。
apart-risk = 計劃與方案都按您的假設估計，兩者之差只含政策效果。
apart-note = 來源：{ $note }
apart-gaps-caption = 差距的由來：假設變動與政策分列

# 每一處改動各自的影響。
each-lever = 單獨影響 { $amount } 元/人
each-assumption = 單獨使計劃收入變動 { $amount } 元/人
each-assumption-both = 單獨使計劃收入變動 { $amount } 元/人，使政策效果變動 { $policy } 元/人
each-year = 單獨影響 { $year } 年 { $amount } 元/人
each-together = 「單獨影響」指只撤回該項時所失去的數額。逐項相加 { $parts }，共同作用 { $interplay }。
each-together-rounded = 「單獨影響」指只撤回該項時所失去的數額。逐項相加 { $parts }，共同作用 { $interplay }，尾差 { $rounding }。
