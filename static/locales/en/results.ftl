# Results: the headline before the detail.

component-wage = Wages
component-operating = Own production and business
component-property = Property
component-transfer = Transfers

channel-industry = Returns on industry assets
channel-grants = Grants to households
channel-coverage = Industry-support coverage
channel-infrastructure = Infrastructure and work relief
channel-other = Other projects
channel-employment = Employment, the five batches
channel-relocation = Relocation follow-up
channel-social = Social help, paid directly
channel-clawback = Allowances cut as earnings rise

benchmark-lifted_province = Lifted population, province
benchmark-lifted_nation = Lifted population, nation
benchmark-rural_province = Rural residents, province
benchmark-rural_nation = Rural residents, nation
benchmark-lifted_counties = Farmers of lifted counties

example-plan = The plan as it is
example-coverage = 4 points more coverage
example-shift = A tenth of infrastructure to industry
example-jobs = 10,000 more jobs outside
example-operation = Assets that work and share better
example-together = All of these together

result-headline = Net income per head
result-first-year = lifted population, { $year } · first plan year
result-yuan = yuan
result-yuan-a-head = yuan a head
result-year = Year
result-plan = Plan
result-plan-published = Plan, region’s assumptions
result-scenario = Scenario
result-difference = Difference
result-against-plan = Against the plan
result-against-own-plan = Against the plan, same assumptions
result-net-income = The lifted population is measured by net income (纯收入), rural residents by disposable income (可支配收入): comparisons marked “other concept” are indications only.
result-announced = Net income per head in { $year }: { $income } yuan, { $difference } against the plan.
result-announced-apart = Net income per head in { $year }: { $income } yuan; effect of changed assumptions { $assumed }, effect of policy { $difference }.
result-is-plan = The plan as it is
result-is-example = Example: { $name }
result-is-own = Own scenario
result-changes = Values changed: { $count } ↓

vintage = Version of the data
vintage-shared = Figures of data version { $version }, as shared. Today’s, version { $newest }, give { $income } yuan.
vintage-saved = Figures of data version { $version }, as saved. Today’s, version { $newest }, give { $income } yuan.
vintage-take = Take today’s figures
vintage-today = Today’s figures, version { $newest }. As shared, with version { $version }: { $income } yuan.
vintage-today-saved = Today’s figures, version { $newest }. As saved, with version { $version }: { $income } yuan.
vintage-back = Show as shared
vintage-back-saved = Show as saved
result-looking-back = No forecast: how good is it?
result-chain = From plan to scenario
result-assumption-effect = Effect of changed assumptions
result-policy-effect = Effect of policy
result-growth = Growth a year, { $from }–{ $to }
result-rounding = Rounding
result-with-rounding = rounding { $amount }
result-rounding-note = Every figure is rounded once from its exact value; what the parts then lack against their sum stands as rounding.
result-sum = Sum

result-gain = Where the gain comes from
gain-market = market income
gain-public_work = public work
gain-transfer = transfers
result-part-market = Market income
result-part-public_work = Public work (posts, work relief)
result-part-transfer = Transfers
result-falls = Falls
result-gain-plan = This is the plan itself. Move any lever, or start from an example, and the result shows here at once.
result-gain-nothing = Same as the plan: nothing is gained.
result-gain-offset = In sum the same as the plan: market income, public work and transfers cancel out.
result-gain-small = The gain is below 1 yuan; a share of it would mean nothing.
result-gain-share = { $share } of the gain is market income. The rest is public work and transfers; it ends when they are no longer paid.
result-gain-market-falls = The whole gain is public work and transfers, while market income falls. It ends with the money that pays for it.
result-gain-paid-falls = The whole gain is market income, while public work and transfers together fall.
result-loss = Where the loss comes from
result-loss-most = Below the plan; most of what is lost is { $name }.

welcome-title = Begin here
welcome-what = Change next year’s funds, coverage or jobs, and see at once what becomes of income per head and of its gaps.
welcome-coverage = Move coverage
welcome-example = Open an example
welcome-sources = Use my own figures

result-gaps = Gaps to four averages
result-gaps-unit = { $year }, yuan a head
result-gaps-caption = The scenario’s net income per head against four benchmarks: value, gap, year of closing
result-benchmark = Benchmark
result-benchmark-value = Value
result-gap = Gap
result-closing = Closed (growth a year)
result-behind = behind
result-ahead = ahead
result-level = level
result-other-concept = other concept
result-other-concept-hint = Rural residents are measured by disposable income, the lifted population by net income: another concept, an indication only.
result-closes = in { $year }
result-reopens = behind again by { $year }
result-not-by = not by { $year }
result-needs = needs { $needed }, has { $own }
result-out-of-reach = not even by doubling each year

# Ways to the tools of planning.
tool-goal = What would close the gaps?
tool-chance = What if assumptions move?
tool-allocation = Find the best use of this money
tool-years = Show them year by year
tool-sensitivity = Which of them matters most?

result-targets = Two faster-than targets (growth, points)
result-targets-caption = Whether each of the two faster-than targets is met, year by year, and by how many points of growth
result-target-first = Lifted population
result-target-first-than = > rural, province
result-target-second = Lifted counties
result-target-second-than = > rural, nation
result-targets-note = The second depends on published data alone: no lever moves it.
result-met = met
result-missed = missed

result-channels = What each channel does
result-channels-caption = From the plan’s income to the scenario’s: what each channel adds, and how much of it is public work and transfers
result-channels-note = Each bar begins where the last one ends; the line is the plan.
result-channel = Channel
result-channel-bar = Bar
result-paid-part = of which public work and transfers
result-public-work-part = of which public work
result-received-part = of which transfers
result-public-work-share = { $share } public work
result-received-share = { $share } transfers

result-components = Components of income ({ $year })
result-components-caption = Four kinds of income: plan, scenario and their difference (scenario minus plan)
result-component = Component

result-coverage = Industry-support coverage
result-coverage-facts = Province { $province }; the scenario wants { $wanted }.
result-coverage-caption = Coverage year by year, against the province, and what the year’s grants to households lack
result-coverage-reached = Reached
result-coverage-against = Against the province (points)
result-coverage-missing = Money lacking
result-nothing-missing = none
result-coverage-note = The year’s grants to households pay for a rise; what they do not pay for is not reached in that year, and stands here as money lacking.

result-risk = People at risk of falling back
result-estimate = estimate
result-risk-facts = People below the monitoring line, which is { $line } yuan in { $year }.
result-risk-caption = People estimated at risk year by year: numbers in plan and scenario, share and mean shortfall in the scenario
result-risk-plan = Plan (people)
result-risk-scenario = Scenario (people)
result-risk-share = Share, scenario
result-risk-shortfall = Mean shortfall (yuan)
result-risk-note = From a log-normal distribution with an assumed Gini coefficient, to the ten people; no substitute for watching households.

result-years = Year by year
result-years-caption = Plan, scenario and their difference for each year, with four benchmarks or the gaps to them
result-years-show = The four columns on the right
result-benchmark-values = Benchmarks
result-gaps-each-year = Gaps
result-years-note = A gap is scenario minus benchmark: negative is behind. “Other concept” marks disposable income of rural residents.

chart-title = Income per head, { $from }–{ $to }
chart-view = What the chart shows
chart-levels = Levels
chart-differences = Effects
chart-lines = Show or hide lines
chart-plan = Plan
chart-plan-published = Plan, region’s assumptions
chart-plan-own = Plan, changed assumptions
chart-scenario = Scenario
chart-policy-effect = Effect of policy (scenario − plan)
chart-assumption-effect = Effect of changed assumptions (plan)
chart-note = The scale does not start at zero; long dashes are disposable income, another concept than net income.
chart-note-differences = The effects of policy and of changed assumptions are computed apart and never mixed.
chart-to-years = See the years in numbers
chart-loading = Loading the chart…
chart-failed = The chart could not be loaded; the tables below give the same numbers.
chart-description = Line chart: net income per head is { $base } yuan in { $from }; by { $to } it is { $plan } yuan in the plan and { $scenario } yuan in the scenario. The table below gives every year.

change-title = All changes
change-none = Nothing is changed yet. Move a lever, type a number, or start from an example; every change is listed here and can be taken back by itself.
change-levers = Policy levers
change-assumptions = Data and assumptions
change-reset-levers = Take back all levers
change-reset-assumptions = Take back all assumptions
change-revert-funds = Take back all changes of funds
change-revert = Take back: { $name }
change-revert-short = Take back
change-from = from
change-to = to
change-idle = This change does nothing: { $reason }
