# Counties: incomes, contest, notice, division by factors.

counties-title = { $region }: incomes, contest and funds of its counties
counties-notice-title = { $region }: notice on the progress of its counties
counties-as-of = Figures as of { $day }
counties-as-of-between = Figures as of { $first } to { $last }; the counties’ days differ
counties-as-of-unknown = The figures do not say their day, so that they are not held against the schedule
counties-no-table = This region has no table of counties. Fill in the sheet 县区 of the form and read it again
counties-row = Row { $number } ({ $name })
counties-cell = { $place } ({ $name })

counties-section-incomes = Incomes of the counties
counties-section-league = The contest
counties-section-division = Dividing the money (by factors)
counties-section-faults = Faults in the figures
counties-section-method = Definitions and assumptions
counties-section-overall = Overall
counties-section-below = Counties below all together
counties-section-pace = Needed a month to reach the year’s goals

counties-indicator-spending = Spending
counties-indicator-started = Projects begun
counties-indicator-completed = Projects completed
counties-indicator-growth = Income growth
counties-indicator-coverage = Industry-support coverage
counties-indicator-work = People working outside
counties-indicator-risk-free = Free of risk
counties-indicator-solved = Problems solved
counties-formula = { $name } = { $part } ÷ { $whole }
counties-formula-growth = { $name } = ({ $part } − { $whole }) ÷ { $whole }

counties-gap-not-reported = not reported
counties-gap-nothing = nothing to do
counties-gap-few = fewer than 10 people, not shown
counties-gap-faulty = faulty
counties-gap-people = lifted people not reported
counties-gap-nobody = no lifted people
counties-gap-income = income not reported, or faulty
counties-lamp-green = green
counties-lamp-yellow = yellow
counties-lamp-red = red
counties-small-mark = *
counties-factor-people = People concerned
counties-factor-income = Their income
counties-factor-policy = Policy
counties-limit-floor = floor
counties-limit-cap = cap
counties-stand-in-household-size = people a household
counties-stand-in-coverage = coverage
counties-stand-in-funds = funds
counties-stand-in-industry = share for industry

counties-fault-twice = { $place }: the same county as { $earlier }; both rows are set apart
counties-fault-nobody = { $place }: no lifted people, so no income is projected and no money divided
counties-fault-impossible = { $place }: “{ $field }” is { $value }, which no county can have; the row is set apart
counties-fault-above = { $place }: “{ $part }” ({ $value }) is above “{ $whole }” ({ $most }); this indicator is set apart
counties-fault-leap = { $place }: an income of { $income } yuan after { $before } the year before has more than doubled or less than halved; it is set apart
counties-fault-above-few = { $place }: “{ $part }” is above “{ $whole }”; this indicator is set apart (fewer than 10 people, numbers not shown)
counties-fault-leap-few = { $place }: income more than doubles or less than halves in a year and is set apart (fewer than 10 people, numbers not shown)
counties-fault-city = “{ $field }” of all counties adds up to { $sum }, above the region’s { $city }

counties-refused-nobody = No county can have a part: a division needs lifted people and their income
counties-refused-unknown = “{ $name }” in the terms of the division is not in the table of counties
counties-refused-ambiguous = “{ $name }” in the terms of the division may mean: { $list }; write the full name
counties-refused-twice = { $place }: has two sets of terms; remove “{ $name }”
counties-refused-weight = { $left } are left over: every county below its cap has a weight of 0; change weights, caps or appraisals
counties-refused-part = { $place }: has terms but can have no part (no lifted people or income reported, or the row is set apart)
counties-refused-crossed = { $place }: the floor { $floor } is above the cap { $cap }
counties-refused-floors = The floors add up to { $sum }, above the { $money } to divide; { $missing } is missing:
counties-refused-caps = The caps add up to { $sum }, below the { $money } to divide; { $left } is left over:
counties-refused-limit = {"  "}{ $place }: { $limit }

counties-fault-no-weight = The weights can’t all be 0
counties-fault-twelve = The schedule needs 12 months, not { $count }
counties-fault-falling = The schedule can’t fall from one month to the next
counties-fault-whole-wan = “{ $text }” must be whole tens of thousands of yuan, written in yuan as in 1000000
counties-fault-money = “{ $text }” must be instead (in the place of present funds) or added (on top of them)
counties-fault-edges = At most { $most } edges are read
counties-fault-edges-fall = An edge must be above the one before it
counties-fault-month = { $number } is no month; a number from 1 to 12 is needed
counties-fault-schedule = The target of spending is the schedule; it has no other

counties-column-known = { $year } (reported)
counties-column-plan = { $year } (projected)
counties-column-effect = { $year }, against the plan
counties-column-stand-ins = Region’s figures used
counties-table-incomes = Net income per head of the counties’ lifted population (yuan)
counties-table-incomes-note = Each county has its own people, income, coverage and funds, and the region’s assumptions else; figures that are not reported are the region’s, named in the last column.
counties-people = Lifted people of the region: { $city }; of the counties projected: { $reported }; the rest (not reported, or a difference): { $rest }.
counties-table-against = The counties’ weighted income against the region’s (yuan)
counties-table-against-note = The counties are weighted by their lifted people. “The rest” is the income that the others would need for both to agree; fewer than 10 people are not shown.
counties-column-year = Year
counties-column-weighted = Counties, weighted
counties-column-city = Region
counties-column-difference = Difference
counties-column-rest = The rest
counties-without = { $place }: { $why }
counties-without-income = Without a projection: { $list }.
counties-without-money = Without a part: { $list }.

counties-column-rank = Rank
counties-column-composite = Points
counties-column-change = Since the last import
counties-unranked = not ranked
counties-change = places { $places }, points { $composite }
counties-together = All together
counties-table-league = Ranking
counties-table-league-note = Ties share a rank, and the next ranks follow (1, 1, 3). A * marks a small denominator: one more or less moves the share a lot.
counties-missing = { $name } is not ranked: { $list } not reported or faulty, and not counted as 0.
counties-missing-itself = { $name } is shown and not ranked among counties (it has no { $list }).
counties-unasked = Nothing is asked yet of { $list }: no task, or a schedule of 0; they count for nobody.
counties-unreported = Reported by no county and left out of the points: { $list }.
counties-table-spending = Spending against the schedule
counties-column-scheduled = Schedule
counties-column-lead = Ahead (points)
counties-column-lamp = Lamp
counties-table-parts = Numerators and denominators

counties-division-about = Weights of the factors: people { $people }, income { $income }, policy { $policy }, times the appraisal.
counties-division-assumed = These weights (35, 30, 35) are recalled from the fund rules of 2021 and unverified: an assumption, to be replaced by the rule in force.
counties-table-division = Division by factors
counties-column-appraisal = Appraisal
counties-column-weight = Weight
counties-column-money = Money (10⁴ yuan)
counties-column-limit = Limit
counties-sum = Sum
counties-table-effect = Effect on the counties’ incomes
counties-table-effect-instead = The money divided stands in the place of present funds, in every plan year.
counties-table-effect-added = The money divided comes on top of present funds, in every plan year.
counties-column-present = Present funds (10⁴ yuan)
counties-column-after = After (10⁴ yuan)
counties-column-before = { $year } before (yuan)
counties-column-divided = { $year } after (yuan)
counties-column-moved = { $year } change (yuan)

counties-faults-about = These figures are set apart and are in no average, rank or division. Please check and report them again.
counties-weight = { $name } { $weight }
counties-method-points = Points = 100 × the county’s value ÷ the best value, none below 0; spending is compared by what is spent of what the schedule asks for. The ranking goes by their weighted mean: { $weights }.
counties-method-assumed = These are starting weights: an assumption, to be replaced by those of the local rules.
counties-method-schedule = Schedule at the ends of the months: { $months }. Green at the schedule or above, yellow within { $yellow } points below it, red beyond; before the 25th the last month’s end counts.
counties-method-small = Figures of fewer than { $few } people are not shown; denominators below { $small } are marked with *.
counties-method-open = The parts and growths of each county’s income are the region’s: an assumption, to be replaced where the county’s own are known.

counties-overall = { $units } units report, and { $ranked } of them are ranked.
counties-table-overall = The indicators overall
counties-table-overall-note = All together is the sum of numerators ÷ the sum of denominators, income growth weighted by lifted people; faulty and missing figures are left out.
counties-column-indicator = Indicator
counties-column-goal = Goal of the year
counties-column-reported = Reported
counties-column-below = Below all together
counties-column-best = First
counties-named-share = { $name } ({ $share })
counties-below = { $indicator } below all together ({ $together }): { $list }.
counties-below-none = No county is below all together.
counties-column-pace = { $name } (goal { $goal })
counties-table-pace = Needed a month by county
counties-table-pace-note = Needed a month = (goal × denominator − done) ÷ months left, counted from the day of each county’s figures.
counties-pace-none = No goals of the year are set.
counties-pace-reached = reached
counties-pace-monthly = { $amount } a month ({ $months } months)
counties-pace-late = { $amount } missing, no month left
counties-pace-no-day = { $amount } missing, day unknown

counties-sheet-text = Text
counties-sheet = Table { $number }
counties-command-divide = --divide { $given }: { $why }
counties-command-whole = --divide { $given }: must be whole tens of thousands of yuan, at most 10¹² yuan
counties-command-ending = { $file }: the name must end in .md or .xlsx
