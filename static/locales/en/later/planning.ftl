# Planning
plan-open = Plan
plan-open-page = Compare drafts, seek a goal, find the best allocation, see how sure it is
plan-title = Planning
plan-tools = Tools of planning
plan-close = ← Back to the calculator
plan-year = Year
plan-column-income = Income, scenario (yuan)
plan-column-plan = Income, plan (yuan)
plan-column-difference = Scenario over plan (yuan)
plan-column-coverage = Industry-support coverage
plan-column-gap-lifted-province = To lifted population, province (yuan)
plan-column-gap-lifted-nation = To lifted population, nation (yuan)
plan-column-gap-rural-province = To rural residents, province (yuan)
plan-column-gap-rural-nation = To rural residents, nation (yuan)

plan-running = Computing…
plan-stop = Stop
plan-failed = The background program does not answer, nor did a second one. Please try again; your scenario is unchanged.
plan-refused = This can’t be computed; check the ranges that you gave.

# Sweep
plan-tab-sweep = Sweep
plan-lead-sweep = One or two values go from low to high while everything else stays as in your scenario, and you see what comes of each. A positive gap means that income is still below; rural residents’ figures are disposable income, a concept other than per-capita net income.
plan-sweep-first = First value
plan-sweep-second = Second value
plan-sweep-key = Which
plan-sweep-none = None
plan-sweep-from = From
plan-sweep-to = To
plan-sweep-steps = Steps
plan-sweep-run = Compute
plan-sweep-count = { $count } combinations
plan-sweep-cut = The first { $shown } rows; the file has all { $all }.
plan-sweep-save = Save as CSV
plan-sweep-file-name = sweep
plan-sweep-large = { $rows } rows are more than the { $most } that a table takes; take fewer steps.
plan-sweep-steps-fault = Steps are whole and positive; between no and yes there is but one.
