# The page of counties and projects.

bureau-title = Counties and projects
bureau-title-of = { $region }: counties and projects
bureau-tools = Tools of the page of counties and projects
bureau-close = Back to the calculator
bureau-tab-notice = Notice
bureau-tab-projects = Projects
bureau-settings-open = Open settings…
bureau-settings-save = Save settings
bureau-settings-file = counties-settings
bureau-settings-opened = The file of settings is open; this can be undone
bureau-save-excel = Save for Excel
bureau-excel-failed = The part that writes workbooks could not be loaded, so there is no Excel file; Markdown can be saved instead.
bureau-none-counties = This region has no table of counties
bureau-none-projects = This region has no table of projects
bureau-none-sheet-counties = Save the form of a region (Excel), fill in a row for each county on its sheet of counties, and open it again.
bureau-none-sheet-projects = Save the form of a region (Excel), fill in a row for each project on its sheet of projects, and open it again.
bureau-none-own = Or open a file of your region’s own figures.
bureau-none-invented = Or open the invented city (16 counties, 2,602 projects) to try it.
bureau-none-open = Choose or read a region…
