# Room reports: start, roll, counts, results.

report-kind-start = start
report-kind-roll = attendance
report-kind-counts = counts
report-kind-result = results
outcome-submitted = submitted
outcome-never-logged-in = never logged in
outcome-absent = absent
outcome-standalone = standalone exam

reports-kinds = What is reported
reports-rooms = Rooms of this session
reports-nothing = No exam package yet, so there are no rooms to report.
reports-sub = { $rooms } rooms, { $owing ->
    [0] nothing due
   *[other] { $owing } with something due
    }
reports-owed = Due: { $kinds }
reports-gap = Differs from the desk: present { $present }, absent { $absent }
reports-nothing-heard = Nothing heard yet
reports-sequence = No.
reports-room = Room
reports-state = State
reports-started-at = Started at
reports-when = Counted in the room at
reports-who = Reported by
reports-room-size = Room { $room } · { $count } candidates

## Start

reports-start-time = Started at
reports-start-hint = Unified start { $time }. Where a room started at another time, type that time in its line; empty the cell to use the common time again.
reports-start-rooms = Rooms whose start is recorded
reports-start-record = { $count ->
    [0] Record starts
    [1] Record 1 start
   *[other] Record { $count } starts
    }
reports-start-recorded = { $count ->
    [1] 1 start recorded
   *[other] { $count } starts recorded
    }
reports-start-nothing = No room is ticked yet.
reports-start-done = Every room has its start recorded.
reports-start-unreleased = { $count ->
    [1] 1 room is not released yet; its start is recorded after the release.
   *[other] { $count } rooms are not released yet; a start is recorded after the release.
    }
reports-tick-all = Tick all
reports-tick-none = Untick all

## Present and absent

reports-roll-present = Present, as the room says
reports-roll-absent = Absent, as the room says
reports-roll-entry = Absent candidates (all others are present)
reports-roll-entry-hint = Sequence or ticket numbers, one after the other; Enter adds them
reports-roll-listed = Absent candidates
reports-roll-count = { $count } listed
reports-roll-unknown = Nobody in this room fits “{ $text }”. Check the sequence or ticket number with the room and type it again.
reports-roll-several = In this room { $count } candidates have the sequence number “{ $text }”; type the whole ticket number.
reports-roll-late = came too late, not admitted
reports-roll-blank = { $people } candidates in this room, { $listed } listed as absent. Type the room's own counts to compare.
reports-roll-sum = The numbers do not fit: { $present } present and { $absent } absent make { $sum }, but { $people } belong to this room. Check with the room again.
reports-roll-list = The numbers do not fit: the room says { $absent } absent, the list has { $listed }. Read the list out and check with the room again.
reports-roll-fits = The numbers fit: { $people } in this room, { $present } present, { $absent } absent.
reports-roll-confirm = Confirm attendance
reports-roll-remove = Take off the list
reports-roll-recorded = Room { $room } confirmed: { $present } present, { $absent } absent
reports-roll-confirmed = Confirmed by the report of { $time }: { $present } present, { $absent } absent.
reports-roll-unstarted = No start is recorded for this room yet; the roll follows once it started and entry has closed.
reports-roll-open = Entry closes at { $time }; the roll is confirmed after that. Typing can begin now.
reports-correct = Correct a single candidate

## Counts

reports-present = Present
reports-absent = Absent
reports-logged-in = Logged in
reports-submitted = Submitted
reports-free-seats = Free seats (blank where not told)
reports-counts-none = The room has not reported any counts yet.
reports-counts-last = Last report { $time }: present { $present }, absent { $absent }, logged in { $logged_in }, submitted { $submitted }{ $free_seats ->
    [none] {""}
   *[other] , free seats { $free_seats }
}
reports-counts-desk = At this desk: present { $present }, absent { $absent }
reports-counts-agree = Agrees with this desk.
reports-counts-gap = Differs from this desk: present { $present }, absent { $absent }.
reports-counts-awaited = This desk still awaits { $count }; the numbers are final once attendance is confirmed.
reports-counts-blank = All four counts are needed; type 0 where there are none. Free seats stay blank where they were not told.
reports-counts-record = Record counts
reports-counts-recorded = Counts of room { $room } recorded

## Results and report files

reports-files-hint = Choose the result or report files that rooms brought, or drop them here; each is checked by itself.
reports-files-choose = Choose files
reports-files-kind = Room results, room reports
reports-files-left = { $count ->
    [1] 1 file still to be taken
   *[other] { $count } files still to be taken
    }
reports-files-stop = Stop taking files
reports-files-taken = Files taken
reports-files-sum = { $taken } taken{ $refused ->
    [0] .
   *[other] , { $refused } not taken. Choose a line of the table to see why.
    }
reports-scan = QR code of a room report
reports-scan-hint = Scan or paste the QR code of a room report; Enter takes it
reports-scanned = Scan
reports-file = File
reports-outcome = Outcome
reports-taken = Taken
reports-taken-odd = { $count ->
    [1] Taken; 1 candidate differs from this desk
   *[other] Taken; { $count } candidates differ from this desk
    }
reports-practice-results = Get the results (practice)
reports-practice-report = Get the report (practice)
reports-practice-none = No room owes a result now: it follows the start and the confirmed attendance.
reports-result-missing = The result of room { $room } is not in yet.
reports-result-enter = No result file: enter it by hand
reports-result-by-hand = Two persons entered the result of room { $room } by hand (version { $version }).
reports-result-agrees = The result of room { $room } agrees with this desk (version { $version }{ $reason ->
    [none] {""}
   *[other] , { $reason }
    }).
reports-result-differs = The result of room { $room } differs from this desk for { $count ->
    [1] 1 candidate
   *[other] { $count } candidates
    }. Check each with the room: where the desk is wrong, correct it and compare again; where the room is wrong, it brings a new result.
reports-differences = Candidates who differ
reports-desk-says = This desk
reports-room-says = Room result
reports-desk-unknown = not in this room
reports-room-unknown = not mentioned
reports-correct-one = Correct the chosen one
reports-compare-again = Compare again
reports-compared = Room { $room } compared again: { $count ->
    [0] all agree
    [1] 1 differs
   *[other] { $count } differ
    }
reports-damaged = { $said } It is recorded as an incident; room { $room } collects the answers again and brings a new file.
reports-second = Room { $room } brings another result (version { $version }): { $file }
reports-second-note = Those before it are kept as they are. Choose why it comes again, then take it in.
reports-second-why = Why it comes again
reports-second-choose = Choose a reason
reports-second-take = Take this one in
reports-second-leave = Leave it
