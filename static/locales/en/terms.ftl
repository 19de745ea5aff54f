# Names that change with the years: one with a year holds from that year on; the first plan year’s is used. A
# region’s file may give others (terms).

-funds = linking funds
-funds-2026 = regular assistance funds
-funds-chinese = 衔接资金
-funds-chinese-2026 = 常态化帮扶资金
-households = lifted households
-monitored = people under monitoring
-monitored-2026 = people at risk of poverty

# The first plan year: once a region is read, -plan-year is written as below it.
-plan-year = the first plan year
named-plan-year = { $year }
