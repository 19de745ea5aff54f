# Regions of one's own: a new region, what types of projects are counted as.

new-region = New region…
new-region-about = Give its name and years and save the template; once your own figures are filled in, open it below. National figures and default assumptions for these years are there already; your place’s own figures are left blank.
new-region-name = Name of the region
new-region-base-year = Base year (of your known figures)
new-region-first-plan-year = First plan year
new-region-last-plan-year = Last plan year
new-region-fault-name = Enter a name of at most { $most } characters.
new-region-fault-year = Enter a year of four digits from { $least } to { $most }.

types-title = Types of projects and categories of funds
types-about = The money of projects is counted as industry, infrastructure or other by the type of each. Where your county counts otherwise, change it here; it is kept in the region’s file, and the next table of projects is counted the same way.
types-about-region = The money of projects is counted as industry, infrastructure or other by the type of each. To count otherwise, read the table of projects again (behind the region’s name, top left) and change it in the preview.
types-column-type = Type
types-column-projects = Projects
types-column-money = Planned money
types-column-category = Counted as
types-category-of = “{ $name }” is counted as
types-as-type = As its type ({ $category })
types-changed = { $category } (own rule)
types-none = No type given
types-none-category = Not counted
types-by-category = Totals by category
types-without-amount = { $money }, and { $count } without an amount
types-more = { $count } more are not listed and are counted as their types.
types-untyped = { $count } projects have no type and are not counted.
types-line = { $name }: { $projects } projects, { $money } planned, counted as { $category }
command-type-unknown = --type { $given }: no such type of projects. The types are: { $types }; a second level stands behind a slash, as in 就业项目/务工补助=industry
command-type-category = --type { $given }: the category must be industry, infrastructure or other
command-type-shape = --type { $given }: must be TYPE=CATEGORY, such as 就业项目=industry
command-type-twice = --type { $given }: contradicts --type { $other }; a type is counted as one category
command-type-second = --type { $given }: no project of the type “{ $type }” that was read has the second level “{ $second }”
correct-undo = Undo: correct the region’s figures ({ $count })
correct-redo = Redo: correct the region’s figures ({ $count })
result-unlikely = { $count } outside the plausible range
plan-years-unlikely = Outside the plausible range
