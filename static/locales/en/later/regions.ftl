# Choosing a region.

regions-title = Regions
regions-about = Choosing a region switches everything to it: results, charts, report and links. Your work stays with its own region and is there when you come back.
regions-loading = Reading…
regions-example = Example
regions-own = Your own figures
regions-unkept = From a link, not yet saved in this browser
regions-here = On the screen
regions-years = figures of { $known }, plan { $from }–{ $to }
regions-open = Open a spreadsheet or a region file…
regions-unkept-about = The region on the screen came with a link and is not yet saved in this browser. Once saved, it can be chosen at any time.
regions-keep = Save this region
regions-kept = Saved.
regions-refused = This region file was not taken. The reason:
regions-storage-blocked = The browser does not allow anything to be saved, so the region cannot be changed. Allow this page to save data in the browser’s settings.
regions-storage-full = The browser’s storage is full, and the region was not saved. Delete scenarios that you do not need under “Scenarios and files”, then try again.
share-own-region = Neither link nor scenario file holds the figures of “{ $region }”: send its region file, too (saved from the menu behind the region’s name). Whoever gets them opens the region file first, then the link.
regions-built-in = The identifier in the file (id), “{ $id }”, is that of a region that comes with this tool, so the file was not taken. Give it another identifier, then open it again.
share-carries-region = The link carries the figures of “{ $region }”: whoever opens it needs nothing else.
share-carries-region-without-tables = The link carries the figures of “{ $region }”, but not its tables of counties and projects: save the scenario as a file and send that, if they are needed.

invented-city = Invented city (example)
invented-county = Invented County { $number }
invented-project = Invented project { $number }
invented-remark = Invented, for trying and training alone
regions-invented = Open an invented example (16 counties, 2,602 projects)
regions-invented-about = To try everything without tables of your own: counties and projects are invented; their sums are those published of Zhangjiakou in 2022.
