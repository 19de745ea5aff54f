# Reading spreadsheets: where columns go, problems and remarks.

list-comma = {", "}
two-sentences = { $first } { $second }

form-kind-figures = Basic figures
form-kind-counties = Counties
form-kind-projects = Projects

form-unit-yuan = yuan
form-unit-thousand = thousand yuan
form-unit-ten-thousand = ten thousand yuan
form-unit-million = million yuan
form-unit-hundred-million = hundred million yuan

form-problem = { $place }: “{ $found }”. { $wanted }
form-problem-blank = { $place }: blank. { $wanted }
form-more-problems = Problems that are not listed one by one: { $count }.
wanted-number = A number belongs here.
wanted-count = A whole number, 0 or more, belongs here.
wanted-not-negative = A number of 0 or more belongs here.
wanted-share = A share from 0 to 1 or a percentage up to 100% belongs here.
wanted-year = A year of four digits belongs here, such as 2025.
wanted-date = A date belongs here, such as 2025-06-30.
wanted-smaller-number = The number is too large: check its unit and its digits.
wanted-project-type = A type of project belongs here: { $types }.
wanted-second-level = A second level that belongs to this row’s type is wanted.
wanted-project-state = Write planned, not started, under construction, completed, accepted or ended here.
wanted-asset-class = Write operating, public welfare or household here.
wanted-operating-state = Write good, poor or idle here.
wanted-figure-status = Write published, derived or assumed here.
wanted-indicator = The name of the figure belongs here.
wanted-county-name = The name of the county belongs here.
wanted-project-name = The project’s name or number belongs here.
wanted-unique = { $place } says the same; each name or number may stand there once.
wanted-all-digits = A spreadsheet has rounded away this number’s last digits. Format the column as text and type the number again.
wanted-result = The file holds a formula without its result. Open the file in Excel or WPS, save it and read it again.
wanted-no-error = The cell holds an error: correct its formula or type the number.
wanted-at-most = It may not be larger than its whole, { $place }.
wanted-not-before = Completion may not be before the start, { $place }.
wanted-sum-of-sources = Total investment must equal the sum of its funds; it differs by { $difference }.
wanted-fewer-rows = Too many rows: { $count } were not read. Split the file.
wanted-one-column = Only one column can be “{ $field }”, and { $place } is. Choose what each column goes to.
wanted-money-unit = The unit must be yuan, thousand yuan, ten thousand yuan, million yuan or hundred million yuan.

read-fault-empty = There is nothing in the file. Check that it is the right one.
read-fault-password = The file opens only with a password. Take the password off in Excel or WPS, save the file and open it again.
read-fault-damaged = The file is cut off or damaged. Get it again, or open it in Excel or WPS and save it as xlsx.
read-fault-web-page = The file is a web page that is named like a workbook. Open it in Excel or WPS, save it as xlsx and open that.
read-fault-old-xml = The file is an XML spreadsheet of 2003. Open it in Excel or WPS, save it as xlsx and open that.
read-fault-unknown = This is no spreadsheet that can be read. xlsx, xls, ods, csv and text can be; save an et file of WPS as xlsx.
read-fault-no-sheets = The workbook has no sheet of cells.
read-fault-too-large = The file is too large and was not read: { $what } { $has }, at most { $most }. Take out what is not needed, or split it.
read-limit-file-bytes = bytes
read-limit-unpacked-bytes = bytes once unpacked
read-limit-sheets = sheets
read-limit-rows = rows
read-limit-cells = cells
read-limit-characters = characters in a cell

question-scale = { $place }, “{ $label }”, says { $number }. This is:
question-operating = { $place }, “{ $label }”, is:
question-unit = The table from { $place } says no unit of money; its largest amount is { $largest }. The unit is:
question-type = The type of project “{ $text }” (rows: { $rows }, the first { $place }) is:
answer-gross = Gross, before costs
answer-net = Net, after costs

column-surplus = not needed, not read
column-dropped = dropped: { $reason }
drop-person = names of people
drop-contact = telephone numbers and addresses
drop-identity = numbers of documents, bank cards and households
drop-health = health and disability

note-hidden-sheet = The sheet “{ $sheet }” is hidden and was read, too.
note-hidden-rows = Hidden rows of the sheet “{ $sheet }” were read, too: { $count }, the first is row { $first }.
note-hidden-columns = Hidden columns of the sheet “{ $sheet }” were read, too: { $columns }.
note-footnote = The table ends at the note in { $place }.
note-negative = { $place } is below zero and is kept as a correction.
note-household = The sheet “{ $sheet }” lists households or people; nothing of it was kept.

total-fits = { $place }, “{ $label }”, { $field }: { $stated } is the sum of its rows.
total-differs = { $place }, “{ $label }”, { $field }: it says { $stated }, its rows add up to { $computed }, a difference of { $difference }.
total-unknown-parts = Blank rows, left out of the sum: { $count }.

project-type-industry = Industrial development
project-type-employment = Employment
project-type-rural-construction = Rural construction
project-type-relocation-support = Support after relocation
project-type-three-guarantees = Three guarantees
project-type-governance = Governance
project-type-management = Management fee
project-type-other = Other

form-figure-indicator = Figure
form-figure-value = Value
form-figure-unit = Unit
form-figure-year = Year
form-figure-source = Source
form-figure-definition = Definition
form-figure-status = Status

form-county-name = County or district
form-county-code = Code
form-county-lifted-households = Lifted households
form-county-lifted-people = Lifted people
form-county-income = Net income per head
form-county-income-before = Net income per head, year before
form-county-rural-income = Disposable income of rural residents
form-county-granted = Funds granted
form-county-granted-industry = Of these, industry
form-county-spent = Spent
form-county-projects = Projects
form-county-started = Begun
form-county-completed = Completed
form-county-workers = People working outside
form-county-labour = People able to work
form-county-public-jobs = Public-welfare jobs
form-county-covered-households = Households covered
form-county-due-households = Households to be covered
form-county-monitored-households = Monitored households, all so far
form-county-risk-free-households = Of these, free of risk
form-county-guarantee-problems = Problems with the three guarantees
form-county-guarantee-solved = Of these, solved
form-county-credit = Balance of small credit
form-county-day = As of
form-county-remark = Remark

form-project-number = Project number
form-project-county = County or district
form-project-township = Township
form-project-village = Village
form-project-name = Project name
form-project-year = Year
form-project-type = Project type
form-project-second-level = Second level
form-project-nature = New or continued
form-project-total = Total investment
form-project-central = Central funds
form-project-province = Province’s funds
form-project-city = City’s funds
form-project-county-funds = County’s funds
form-project-other-funds = Other funds
form-project-other-name = Name of other funds
form-project-paid = Paid
form-project-state = State
form-project-started = Day begun
form-project-completed = Day completed
form-project-asset-value = Asset’s original value
form-project-asset-class = Class of asset
form-project-ownership = Owner
form-project-operation = Operation
form-project-yearly-return = Return a year
form-project-return-to-households = Of that, to households
form-project-lifted-households = Lifted households that benefit
form-project-monitored-households = Monitored households that benefit
form-project-workers = People employed

# Reading a file in the page.

sheets-title = Read a spreadsheet
sheets-pasted = the pasted block
sheets-reading = Reading { $name }…
sheets-working = Reading again as you chose…
sheets-about = { $name }: nothing is taken yet. Check where each column goes, then decide.
sheets-no-table = No table was found that can be used. Its header must stand within the first ten rows: a name and a value for figures, a county for counties, a project’s name or number for projects. Compare it with the template.
sheets-other-sheets = Sheets without such a table: { $sheets }
sheets-more-tables = Tables that are not shown, but are read: { $count } more.
sheets-unread = { $name } was not read. { $reason }
sheets-et = { $name } was not read. Save an et file as xlsx in WPS, then open that.
sheets-ended = Reading broke off and nothing was taken; the page goes on. Open the file again; if it happens again, take out the sheets that are not needed.
sheets-missing = The program that reads spreadsheets did not load, and nothing was taken. Try again in a moment. ({ $reason })

sheets-table = { $form }, from { $place } (rows: { $rows })
sheets-table-unit = { $form }, from { $place } (rows: { $rows }; { $unit })
sheets-columns = Where columns go ({ $used } read, { $dropped } dropped, { $surplus } not read)
sheets-column-none = not read
sheets-more-columns = Columns that are not shown: { $count } more.
sheets-first-rows = First rows of { $form }

sheets-questions = Please answer first
sheets-more-questions = Questions that follow once these are answered: { $count } more.
sheets-problems = To be put right ({ $count })
sheets-totals = Totals that do not add up ({ $count })
sheets-totals-known = I know that these totals do not add up; take the rows as they are.
sheets-totals-fit = Totals that are the sums of their rows: { $count }.
sheets-notes = Remarks ({ $count })
sheets-more-listed = Not listed: { $count } more.

sheets-missing-rows = Essential figures that are missing ({ $count })
sheets-unused = Rows that mean nothing here: { $names }
sheets-remarks = Look at these once more
sheets-unsourced = Figures without a source, which are marked as assumptions: { $count }.
sheets-changes = Changes against the region on the screen ({ $count })
sheets-no-changes = Nothing differs from the region on the screen.
sheets-change-what = Figure
sheets-change-before = Before
sheets-change-after = After

sheets-take = Take as “{ $name }”
sheets-take-nothing = Take
sheets-cancel = Take nothing, go back
sheets-not-yet = Not to be taken yet: { $reasons }.
sheets-why-questions = there are questions to answer
sheets-why-problems = there is something to put right
sheets-why-missing = essential figures are missing
sheets-why-totals = totals do not add up and that is not confirmed
sheets-why-table = there is no table that can be used
sheets-replaces = This browser holds “{ $name }” with other figures. Taking this replaces it; to keep the old ones, go back and save it as a file first.
sheets-replace = Replace

sheets-paste-title = Paste from Excel or WPS
sheets-paste-label = Copy with the header and paste it here
sheets-paste-read = Read what was pasted
sheets-drop = You can also drop a file anywhere on the page.

sheets-form-about = Save the form, fill it in and open it below. It holds the figures of the region on the screen; the 28 coloured ones are essential, and what is left blank takes its default.
sheets-form-workbook = Save the form (Excel)
sheets-form-text = Form (CSV)
sheets-form-file = { $name }, form
sheets-form-failed = The form could not be made. Try again in a moment.
sheets-save-file = Save as a region file
