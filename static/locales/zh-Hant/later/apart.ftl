# 由 zh-Hans 的同名文件轉換而成（cargo xtask traditional），請勿直接修改。
# 假設影響與政策效果分列。

apart-gap = 其中：假設變動的影響 { $assumed }，政策效果 { $policy }（元/人）
apart-levers = 下列槓桿合計使 { $year } 年收入變動 { $amount } 元/人（政策效果）。
apart-assumptions = 下列假設合計使 { $year } 年計劃收入變動 { $amount } 元/人（假設變動的影響，不是政策效果）。
apart-risk = 計劃與方案都按您的假設估計，兩者之差只含政策效果。
apart-note = 來源：{ $note }
apart-gaps-caption = 差距的由來：假設變動與政策分列
