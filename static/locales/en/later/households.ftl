# Households one by one: registers that are read, and what a scenario does in them.

households-size = { $households } households with { $people } people; { $left } left out
households-register = Income a head: the register and the published average differ by { $difference } yuan ({ $register } against { $published })
households-no-support = No column says whom industry support reaches: all are taken as without it, so that a fall of coverage reaches nobody
households-unreached = Not in the register: { $cover } households whose industry support changes, { $jobs } households for further jobs; what they would have is missing in the mean
households-other-year = The register is of { $year }; the factors are for incomes of { $known }. Each household’s income is multiplied as if it were of { $known }: use a register of { $known }, or a region whose known year is { $year }
households-bad-line = The line must be an amount above 0 and up to 1,000,000 yuan a head, with at most two digits behind the point
households-plan = Plan { $year }: { $mean } yuan a head on average, { $under } people under the line of { $line } yuan, Gini coefficient { $gini }
households-scenario = Scenario { $year }: { $mean } yuan a head on average, { $under } people under the line of { $line } yuan, Gini coefficient { $gini }
households-few-under = too few to be shown
households-few = Fewer than { $fewest } households can be read: nothing is computed of so few
households-left-out = Left out, { $fault }: { $count } (rows { $rows })
households-noted = To be looked at, { $fault }: { $count } (rows { $rows })
households-no-year = { $year } is none of the plan’s years
households-no-income = The region has no { $component } in the known year, so that no household’s can be multiplied. Enter its figure
households-large-factor = { $component } grows more than a thousandfold. Check the scenario and the figure of the known year
households-large-pay = A further job would pay more than 21 million yuan. Check the pay and the jobs

households-refused-empty = The file is empty
households-refused-workbook = The workbook cannot be read, or is larger than 64 MB, 300,000 rows or 6 million cells. Save the sheet as csv: a csv may have any size
households-refused-head = None of the first ten rows has the heads of a register, such as 家庭人口数, 工资性收入, 财产性收入, 转移性收入
households-refused-missing = Columns are missing: { $columns }. Export them as well
households-refused-twice = Several columns are called { $columns }. Keep one
households-refused-year = Row { $row } is of another year than the rows before. Export one year alone
households-refused-cut = The file ends in the middle of row { $row }. Export or copy it again; nothing of it was taken
households-refused-text = The text is damaged at about row { $row }. Save it as UTF-8 or GBK
households-refused-long = Row { $row } does not end: most likely a quotation mark that is never closed
households-refused-places = More than 4,096 counties by row { $row }. Check the column of the county
households-refused-rows = More rows than can be read. Divide the file

households-fault-empty = an empty cell
households-fault-not-amount = not an amount in yuan with at most two digits behind the point
households-fault-too-large = an amount above 21 million yuan
households-fault-members = members that are not 1 to 20
households-fault-unknown-word = an unknown word or category
households-fault-weight = a weight that is not a whole number from 1
households-fault-cells = more or fewer cells than the head
households-fault-twice = a household that was there before
households-fault-other-figures = a member’s row with other figures of the household; the first row counts
households-fault-net-differs = net income that is not the sum of its parts; the parts count
households-fault-low-income = net income below 4,000 yuan a head
households-fault-small-wage = wages of 1 to 299 yuan
households-fault-large-wage = wages above 300,000 yuan
households-fault-no-cost = operating income without cost
households-fault-negative = a negative amount
