# The page’s frame, dialogs and notices.

app-name = Zengshou
app-title = Zengshou · what rural-revitalization funds do to income
results = Results
inputs = Plan and assumptions
skip-to-results = Skip to the results
close = Close
language = Language

language-failed = The words of that language could not be loaded; check the network and try again.
example-choose = Start from an example
example-none = Own scenario
scenario-unnamed = Unnamed scenario
scenario-unkept = Some changes are not saved under this name yet
undo = Undo
undo-keys = Undo (Ctrl+Z)
redo = Redo
redo-keys = Redo (Ctrl+Y)
share = Share
sheet-open = Change the plan
sheet-income = Net income { $year }
sheet-close = Back to the results

foot-model = It moves a planned path by published figures and the assumptions shown; it is no forecast. Income does not stand in for safe housing, schooling and health care.
foot-private = Everything is computed in this browser; no data leave the machine.

notices = Notices
notice-problems-link = Parts of the link were not understood; the rest is used:
notice-problems-file = Parts of the file were not understood; the rest is used:
notice-problems-storage = Something kept in this browser can’t be read and was put aside; the rest is used:
notice-refused-link = Nothing of the link was taken and your scenario is unchanged:
notice-refused-file = Nothing of the file was taken and your scenario is unchanged:
notice-drafts-added = Drafts that came along were added, too: { $count }.
notice-drafts-left = There is no more room in the comparison; left out: { $names }.
notice-doubts-left = Its ranges and seed of draws were not taken; yours stay.
notice-figures = When this link was shared, next year’s income per head was { $shared } yuan; with today’s data and model it is { $today } yuan.
notice-work-kept = Another scenario was opened. Your own is still here.
notice-tray-kept = The link brought its own tray and ranges. Yours are kept.
notice-bring-back = Bring mine back
notice-storage-blocked = The browser does not allow anything to be kept: the scenario lives in this page and its link alone. Copy the link or save a file.
notice-storage-full = The browser’s storage is full: save the scenario to a file or delete others. The calculation goes on.

share-title = Share the scenario
share-what = The link holds every change, all of it behind the “#”, so that no server sees it. Whoever opens it sees the same numbers.
share-link = Link of the scenario
share-copy = Copy the link
share-copied = Copied.
share-copy-by-hand = The browser does not allow copying by itself: the link is selected, press Ctrl+C.
share-length = { $count } characters.
share-system = Share…
share-failed = The system’s share sheet failed; copy the link instead.
share-language = Put the language into the link
share-qr = QR code of the scenario’s link
share-qr-too-long = The link is too long for a QR code; copy it instead.
share-qr-missing = The part that draws QR codes could not be loaded; copy the link instead.

library-title = Scenarios and files
library-name = Name of the scenario
library-keep = Save
library-unname = Go on as a new one
library-unnamed-done = What follows is a new scenario; the saved one stays as it is.
library-kept = Saved scenarios (in this browser only)
library-empty = No scenario is saved yet.
library-done = Saved.
library-kept-beside = A scenario of that name was changed elsewhere; yours is saved beside it under a new name.
library-gone = That scenario was deleted.
library-delete = Delete “{ $name }”
library-delete-short = Delete
library-delete-not = Cancel
library-delete-sure = Really delete
library-files = Files
library-save = Save to a file
library-open = Open a file…
library-save-failed = The browser could not make the file; copy the link instead.
library-read-failed = The file could not be read.
library-paste = Paste a scenario link
library-paste-open = Open

first-what = Net income per head of the lifted population, { $year }
first-about = Change next year’s linking funds, the reach of industry support, jobs and other levers, and see at once what happens to the net income of the people lifted out of poverty, against the averages of province and nation. Every number tells where it comes from; a scenario travels as a link; nothing leaves this computer.
first-more = The rest is loading…

boot-no-region = No region data were found. Check that the site is complete.
boot-region-failed = The region’s data could not be read ({ $reason }). Check the network or the site and reload.

command-no-file = There is no file { $file }.
command-not-found = there is no such file
command-folder = it is a folder
command-forbidden = reading it is not allowed
command-not-text = it is no UTF-8 text: save it as UTF-8
command-unreadable = { $file } can’t be read: { $reason }

document-head = Key | Name | Value | Plausible range | Year | Status | Sources | Basis
document-figures = Further published figures
document-figures-head = Identifier | Name | Value | Plausible range | Year | Status | Sources | Basis
document-sources = Sources
document-sources-head = Identifier | Title | Publisher | Date
