# Problems in words: what is wrong, where, and what to do.

list-and = {" and "}
problem-at = At “{ $place }”: { $fault }
problem-at-key = { $name } ({ $key }): { $fault }
problem-at-line = Line { $line }, column { $column }: { $fault }

size-bytes = { $count } bytes
fault-too-long = The text is longer than { $size }; the rest was not read. Shorten it and try again.
fault-not-json = From line { $line }, column { $column } on this is not JSON. Check that the file is complete.
fault-shape = The file has another structure. Compare it with the format of scenario files.
fault-field-missing = The field “{ $name }” is missing.
fault-field-unknown = There is no field “{ $name }”. Compare it with the format of the file.
fault-field-twice = The field “{ $name }” stands there twice.
fault-other-kind = Here is { $found } where { $expected } belongs.
json-null = nothing
json-flag = true or false
json-number = a number
json-text = a text
json-list = a list
json-object = an object
fault-unknown-key = No such parameter; check the spelling.
fault-unknown-year = The region has no data for this year.
fault-year-outside = A single year is one of { $least } to { $most }; the first plan year is the key without a year.
fault-duplicate = It stands there more than once; the first one counts. Keep one.
fault-no-number = Type a number.
fault-not-a-number = “{ $text }” is no number. Type a plain decimal such as 85 or 0.5.
fault-too-many-digits = “{ $text }” has too many digits; at most 12 decimals are kept.
fault-not-a-flag = “{ $text }” is neither true nor false.
fault-out-of-range = { $value } is outside the range from { $least } to { $most }.
fault-more-than-whole = { $names } are shares of one whole and can’t exceed 100% together. Lower one of them first.
fault-unknown-region = There is no data for the region “{ $id }” here. Open it with a calculator that has the region.
fault-unquoted = A number is written in quotes: "{ $text }".
fault-not-text = A text in quotes belongs here, such as "0.85".
fault-not-understood = “{ $text }” was not understood and is left out.
fault-not-a-row = “{ $text }” is no row of values. Write KEY=FROM..TO/STEPS, such as coverage=0.81..0.95/14.
fault-steps = Steps are a whole number from 1 to { $most }.
fault-same-key = Both values are the same one; choose another.
fault-not-a-link = This is no scenario link: its version v= is missing. Copy the whole link.
fault-unknown-encoding = The link is written in encoding { $version }, newer than this program. Reload the page or use a newer program.
fault-other-model = The link was made with version { $version } of the model; its numbers may differ from today’s.
fault-other-region-version = This was made with version { $version } of the region’s data; its numbers may differ from today’s.
fault-altered = The link was cut off or altered. Ask the sender for the whole link.
fault-more = { $count } more problems are not listed one by one.
fault-missing-key = This parameter is missing. Add it to the region’s file.
fault-wrong-unit = The unit must be { $unit }.
fault-unknown-unit = There is no unit “{ $text }”.
fault-unknown-status = The status “{ $text }” is invalid: use source, derived or assumption.
fault-without-source = A published value without a source is refused.
fault-unknown-source = The source “{ $text }” is not described in the file.
fault-without-basis = A derived or assumed value without its basis is refused.
fault-without-range = An assumed value without a plausible range is refused.
fault-bad-range = The range is upside down: its least value is above its greatest.
fault-beside-range = The range does not hold the value in use, { $value }. Widen the range, or change the value first.
fault-missing-text = The text in { $language } is missing.
fault-bad-years = The years are out of order: income { $income }, first plan year { $plan }, horizon { $horizon }.
fault-must-equal = It must equal { $key }.
fault-unknown-schema = The file is of schema { $schema }, which this program can’t read.
