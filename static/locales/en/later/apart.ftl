# What assumptions do and what policy does, apart.

apart-gap = of it: effect of changed assumptions { $assumed }, effect of policy { $policy } (yuan a head)
apart-levers = Together these levers move the income of { $year } by { $amount } yuan a head (effect of policy).
apart-assumptions = Together these assumptions move the planned income of { $year } by { $amount } yuan a head (no effect of policy).
apart-risk = Plan and scenario are both estimated under your assumptions, so that they differ by policy alone.
apart-note = Source: { $note }
apart-gaps-caption = What moved the gaps: assumptions and policy apart

# What each change moves by itself.
each-lever = alone { $amount } yuan a head
each-assumption = alone { $amount } yuan a head on the plan
each-assumption-both = alone { $amount } yuan a head on the plan, { $policy } on the effect of policy
each-year = alone { $amount } yuan a head in { $year }
each-together = “Alone” is what would go if just that change were taken back. These parts add up to { $parts }; what the changes do only together is { $interplay }.
each-together-rounded = “Alone” is what would go if just that change were taken back. These parts add up to { $parts }; what the changes do only together is { $interplay }; rounding { $rounding }.
