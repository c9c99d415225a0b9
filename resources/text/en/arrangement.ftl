# The arrangement.

arrangement-none = No exam package yet
arrangement-package = 1  Exam package
arrangement-import = Take in the exam package
arrangement-replace = Take in a newer package
arrangement-files = Exam packages
arrangement-exam = Exam
arrangement-site = Site
arrangement-edition = Edition
arrangement-edition-of = { $edition }, digest of the file { $digest }
arrangement-sessions = Sessions
arrangement-sessions-on = { $count } ({ $days })
arrangement-rooms = Rooms
arrangement-people = Candidates
arrangement-rulebook = Rulebook
arrangement-same = This file is the package in force; nothing changed.
arrangement-imported = The package is in force: { $people } candidates, { $photos } photos, { $without ->
    [0] a photo of everyone.
    [one] one person without a photo.
   *[other] { $without } persons without a photo.
    }
arrangement-unprintable = Names with characters that no font has: { $count }. Before anything is printed the site system administrator looks at each. Ticket numbers and missing characters: { $names }
arrangement-faults = Where the rules are broken
arrangement-fault-kind = What is wrong
arrangement-fault-session = Session
arrangement-fault-room = Room
arrangement-fault-ticket = Ticket number
arrangement-fault-value = Value
arrangement-value = { $value }

arrangement-stamps = 2  Arrangement timestamp
arrangement-stamps-how = The start authorization wants the timestamp to be the same, sign by sign, in three places. The last two are entered exactly as shown.
arrangement-stamp-typed = Not entered yet
arrangement-stamp-missing = To be filled in
arrangement-stamp-odd = Differs from the others
arrangement-stamp-same = The same
arrangement-stamp-entered = Entered
arrangement-compare = Enter and compare
arrangement-stamps-entered = Arrangement timestamp entered
arrangement-stamps-agree = The arrangement timestamp is the same in all three places.
arrangement-stamps-normalised = Full-width signs or outer spaces in what was entered were put right.

arrangement-scan = 3  Check of the room data by scan
arrangement-scan-how = Scan the code on the confirmation sheet of this site; it is held against the package in force.
arrangement-code = Code on the sheet
arrangement-typed = It cannot be scanned and is typed by hand; another person verifies it
arrangement-check = Check the sheet
arrangement-practice-sheet = Scan the sheet (practice)
arrangement-scan-passed = The room data passed: the sheet agrees with the package in force.
arrangement-scan-failed = The last check did not pass. The site system administrator looks at the sheet and scans again.

arrangement-held = 4  People arranged in each room
arrangement-room = Room
arrangement-seats = Seats
arrangement-session = { $session }, { $at }: { $subject }, { $minutes } minutes
arrangement-total = Total
