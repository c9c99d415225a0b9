# Files of a day for the province: day summary, list of violations

day-file-summary = day summary
day-file-violations = list of violations
kind-examsite-summary-1 = day summary file
kind-examsite-violations-1 = file of violations
fact-day-exported = The { $what } of { $day } was written for the province: entries { $count }, file digest { $digest }.
means-day-exported = A file for the province was signed by the site lock and written. A list of violations is encrypted besides, and the province alone opens it.
case-export-day = export day summary and list of violations

help-summary = Read the day summary files of sites, check their signatures, and make one table
help-violations = Open the violation files of sites, check their signatures, and make one table
help-day-files-request = The enrollment request of a site, to check signatures with; one for each site whose files are read
help-day-files-exam = Exam id; if given, files of this exam alone are taken
help-day-files-out = The file to write: a table if its name ends in .csv, otherwise one record a line with nothing added or left out
day-files-read = Read { $files } { $files ->
    [one] file
   *[other] files
} and wrote { $count } { $count ->
    [one] line
   *[other] lines
}: { $path }
