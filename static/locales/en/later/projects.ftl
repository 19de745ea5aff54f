# The library of projects: sources, sizes, progress, assets, and figures in the place of assumptions.

projects-title = { $region }: the library of projects
projects-as-of = Plan of { $year }; figures as of { $day }
projects-as-of-unknown = Plan of { $year }; no day is said for the figures
projects-no-year = no year
projects-no-table = The region has no table of projects. Fill in the sheet “项目” of the form and read it again
projects-no-day = No day is said for the figures, so that they are not held against the schedule, nor money called at risk. A settings file can say it as “day”

projects-section-money = Sources and uses of the money
projects-section-sizes = Size of the projects
projects-section-progress = Spending and completion
projects-section-assets = Assets, and figures for assumptions
projects-part-risk = Funds at risk
projects-part-offers = Figures that projects can replace

projects-table-standings = Projects of the table
projects-table-funds = Money of the year’s planned projects by source and category
projects-table-sizes = The year’s planned projects by planned money
projects-table-sizes-note = A project on an edge belongs to the larger class; the settings file can set other edges. For comparison: 3% of the projects of Zhangjiakou in 2022 were published as 10 million yuan or more.
projects-table-spending = Spending by county and type of project
projects-table-spending-note = Only projects that say both what is planned and what is paid are added up; “needed a month” is what each remaining month must pay on average for the year’s goal.
projects-table-completion = Completion by county and type of project
projects-table-risk = Funds at risk, the largest first
projects-table-assets = Registered value of assets
projects-table-rates = Operation and returns of operating assets
projects-table-rates-note = Only projects that say both figures without a contradiction count; the others are “left out”.
projects-table-offers = Figures of the projects beside those in use
projects-table-offers-note = The cells of the funds are replaced together, or the same money would count twice.

projects-column-standing = Standing
projects-column-source = Source
projects-column-size = Size (10,000 yuan)
projects-column-share = Share
projects-column-group = Projects of
projects-column-done = Done
projects-column-lead = Against schedule
projects-column-needed = Needed a month
projects-column-without-paid = Without paid
projects-column-begun = Begun
projects-column-completed = Completed
projects-column-unknown-state = State unknown
projects-column-project = Project
projects-column-unpaid = Unpaid
projects-column-reason = Reason
projects-column-rate = Indicator
projects-column-part = Part
projects-column-whole = Whole
projects-column-left-out = Left out
projects-column-figure = Figure
projects-column-of-projects = From projects
projects-column-present = In use

projects-standing-planned = The year’s plan
projects-standing-reserve = In reserve
projects-standing-ended = Given up
projects-standing-other-year = Other years
projects-standing-apart = Faulty, set apart
projects-all = All
projects-other-funds = Other funds
projects-without-source = No source said
projects-without-class = No class said
projects-no-county = No county said
projects-no-type = No type said
projects-no-name = No name said
projects-size-below = below { $below }
projects-size-between = { $least } to below { $below }
projects-size-from = { $least } and above
projects-no-month-left = no month left
projects-no-risk = No project meets the conditions
projects-no-offers = The table of projects has nothing to offer
projects-risk-not-begun = not begun
projects-risk-behind = spending lags
projects-asset-operating = Operating
projects-asset-public-welfare = Public welfare
projects-asset-household = Household
projects-rate-operating = Assets operating well ÷ assets of known operation
projects-rate-return = Yearly return ÷ value (assets operating well)
projects-rate-households = Return to households ÷ return
projects-without-money = { $count } more projects say no money
projects-untyped = { $projects } more projects without a type, { $money } times 10,000 yuan, are in no category
projects-more = { $count } more are not listed
projects-years = Years in the table: { $years }

projects-fault-twice = { $place }: the number of { $earlier }; the later row is set apart
projects-fault-county = { $place }: no county is said
projects-fault-impossible = { $place }: “{ $field }” is { $value }, more or less than any project can have; the row is set apart
projects-fault-above = { $place }: “{ $part }” ({ $value }) is above “{ $whole }” ({ $most })
projects-fault-sources = { $place }: the sources together ({ $value }) are above the total ({ $most })
projects-fault-days = { $place }: completed on { $completed }, before it was begun on { $started }; neither day is used

projects-method-planned = The year’s plan: projects of that year that are neither in reserve nor given up; those are listed apart
projects-method-source = Planned money is the total, or without one the sum of the sources; what the total has beyond its sources is “no source said”
projects-method-risk = At risk is the unpaid money of projects that are not begun after the end of month { $month }, or whose spending lags more than { $lag } points behind the schedule (both can be changed)
projects-method-assets = Assets are of every year; only operating assets count for value, operation and returns

projects-command-unknown = No project of the year’s plan has the number “{ $number }”
