# Incidents: opening, reporting, handling, filing, and whom to call.

incident-list = List of incidents
incident-sub = { $open } not over, { $waiting } waiting for a report
incident-none = No incident was opened.
incident-choose = Choose an incident in the list to see whom to tell and what comes next.
incident-title = { $number } { $kind }
incident-whole-site = Whole site
incident-place = { $session }, { $where }
incident-column-clock = Reports
incident-column-kind = Incident
incident-column-where = Place
incident-column-severity = Severity
incident-column-found = Found
incident-column-step = Next
incident-clock-not-required = Record only
incident-clock-due = Unreported { $time }
incident-clock-late = Late { $time }
incident-clock-told = Reported { $time }
incident-clock-told-late = Reported late { $time }
incident-step-report = Report
incident-step-settle = Handle
incident-step-final-report = Final report
incident-step-file = File
incident-step-nothing = Filed

## The chosen one

incident-next-report = Call now: { $whom }. Everybody on the way must know by { $until }; enter each report.
incident-next-late = Call now: { $whom }. The time for first reports ended at { $until }; the report is still entered, and marked as late.
incident-next-settle = Everybody who must know was told. Go on handling it, note what happens, and enter the time when it is over.
incident-next-final = It is over. Write the final report: cause, course, result, effect on the public.
incident-next-file = It is over and everybody who must know was told. It can be filed.
incident-next-nothing = It is filed. If it proves graver, change the severity and report it again.
incident-not-required-note = Under the rules in force a general incident is only recorded. If it becomes graver, change the severity and report it level by level.
incident-call = { $hop }, { $name } { $phone }
incident-call-unknown = { $hop } (no telephone is entered; enter it under "Contacts")
incident-read = Read this out
incident-read-out = { $code } { $site } reports: { $session ->
        [none] {""}
       *[other] { $session },{" "}
    }{ $where }, found at { $time }: { $kind }, taken for a { $severity } incident.
incident-read-noted = {" "}{ $text }.
incident-read-open = {" "}It is being handled; we report again as soon as there is news.
incident-read-over = {" "}It was over at { $time }.
incident-erased = erased
incident-where = Place
incident-found-at = Found at
incident-follower = Followed by
incident-nobody-follows = Nobody is named yet
incident-outside = Evacuated
incident-outside-room = room { $room } ({ $people } people)
incident-outside-rooms = { $rooms }; not back yet
incident-way = Way of the report
incident-way-told = told at { $time }, { $means }
incident-way-late = told at { $time }, { $means }, late
incident-way-skipped = not told: { $reason }
incident-way-open = not told yet
incident-links = What was done on it
incident-resets = Reset meanwhile
incident-link = { $where ->
        [none] {""}
       *[other] { $where }:{" "}
    }{ $what }{ $more ->
        [none] {""}
       *[other] {" "}{ $more }
    }
incident-link-rooms = room { $rooms }
incident-link-people = { $count } people
incident-link-late = { $time } late
incident-link-more = and others, { $count } in all
incident-link-minutes = { $what } ({ $minutes } minutes)
incident-course = Course
incident-course-report = { $kind } → { $hop } ({ $means }{ $person ->
        [none] {""}
       *[other] , { $person }
    }):{" "}
incident-course-note = { $kind }:{" "}
incident-course-grade = Severity is now { $severity }.{" "}
incident-course-left = Room { $room } was left, { $people } people counted.
incident-course-back = The people of room { $room } are back.

link-kind-delay-asked = delay applied for
link-kind-extra-asked = extra time applied for
link-kind-started-late = started late
link-kind-extra-time = extra time
link-kind-standalone = standalone exam
link-kind-transfer = transferred out
link-kind-room-moved = whole room moved
link-kind-violation = violation
link-kind-suspected = suspected impostor
link-kind-written-off = answers written off
course-kind-happened = happened
course-kind-found = found
course-kind-over = over
course-kind-filed = filed

incident-advice-papers = What to do: keep the place as it is, seal the papers and data concerned; the head of the site decides on spare papers; note every decision.
incident-advice-disorder = What to do: close off the site, replace the invigilators, call the police if needed, register the rooms and people concerned.
incident-advice-terror = What to do: call the police at once and follow their orders; people's safety first, then papers and data.
incident-advice-illness = What to do: first aid on the spot, then to a hospital; call the medical service; note when they leave and come back.
incident-advice-disaster = What to do: people's safety first, then papers and data; leave by the planned routes, count people room by room at the assembly place, keep candidates apart as far as possible.
incident-advice-items = What to do: collect the faulty paper, enter it in the room record, use a spare with the patrol's consent, and make the lost time good.

incident-do-report = Enter report
incident-do-note = Add note
incident-do-settle = Enter its end
incident-do-file = File incident
incident-do-follow = Name follower
incident-do-grade = Change severity
incident-do-skip = Skip a level
incident-do-leave = Enter evacuation
incident-do-back = Enter return
incident-do-print = Print report

## Opening

incident-open = Open incident
incident-group = Group
incident-kind = What happened
incident-which-room = Choose a room
incident-happened-at = Happened at
incident-found-by = Found by
incident-found-at-once = Found as it happened
incident-effect = This is a { $severity } incident. { $minutes ->
        [none] Tell at once
       *[other] Tell within { $minutes } minutes of finding it
    }: { $hops }.
incident-effect-none = This is a { $severity } incident. Under the rules in force it is recorded and nobody has to be told.
incident-open-confirm = Open incident
incident-opened = Incident opened: { $kind }

## Reports

incident-report-title = Enter a report of { $number }
incident-report-kind = Kind of report
incident-report-to = Told to
incident-report-means = How
incident-told-to = Who heard it (name, office)
incident-told-name = { $name } ({ $hop })
incident-reported-at = Reported at
incident-reported-by = Reported by
incident-content = What was said
incident-cause = Cause
incident-course-of = Course
incident-result = Result
incident-social = Effect on the public
incident-report-confirm = Enter report
incident-reported = Entered: { $hop } was told of incident { $number }

## Notes, severity, follower, skipped levels

incident-note-title = Add a note to { $number }
incident-note-note = Notes are only added, never changed. Add another one to put a mistake right.
incident-note-kind = What it tells
incident-note-text = Text
incident-noted-at = Time
incident-noted-by = Noted by
incident-note-confirm = Add note
incident-noted = Note added to incident { $number }
incident-grade-title = Incident { $number } becomes { $severity }
incident-grade-rises = From now on it is reported anew, level by level. The chief examiner signs.
incident-grade-falls = Say why. The chief examiner signs.
incident-grade-reason = Reason
incident-grade-reason-free = Reason (may stay empty)
incident-grade-confirm = Make it { $severity }
incident-graded = Incident { $number } is now { $severity }
incident-follow-title = Name who follows incident { $number }
incident-follow-confirm = Name follower
incident-followed = Incident { $number } is followed by { $person }
incident-skip-title = Skip a level for incident { $number }
incident-skip-note = Where the patrol is not on the site, say so and tell the next level. Where a higher level was told directly, the chief examiner signs.
incident-skip-hop = Level that is not told
incident-skip-reason = Reason
incident-skip-confirm = Skip this level
incident-skipped = Incident { $number }: entered that { $hop } is not told

## Evacuation, end, filing

incident-leave-title = Enter an evacuation for { $number }
incident-leave-note = Enter it once people were counted at the assembly place. Rooms that left first can be entered first.
incident-leave-counts = Rooms and people counted
incident-leave-hint = One room a line: room number, people
incident-leave-wrong = "{ $line }" is no room number with a number of people, or no exam is under way in that room.
incident-leave-nobody = No number of people is entered yet.
incident-left-at = Left at
incident-told-by = Reported by
incident-leave-confirm = Enter evacuation
incident-left = Evacuation entered: room { $rooms }
incident-back-title = Enter a return for { $number }
incident-back-room = Room
incident-back-all = All { $count } rooms
incident-back-at = Back at
incident-back-confirm = Enter return
incident-back = Return entered: room { $rooms }
incident-settle-title = Enter the end of { $number }
incident-settled-at = Over at
incident-settle-confirm = Enter its end
incident-settled = Incident { $number } is over
incident-filed = Incident { $number } is filed

## Contacts

incident-contacts = Contacts
incident-contacts-note = Name and telephone are shown where somebody is to be called. What is entered anew replaces what stood there.
incident-contact = Office
incident-contact-name = Name
incident-contact-phone = Telephone
incident-contact-missing = not entered
incident-contacts-print = Print contacts
incident-contacts-confirm = Save contact
incident-contact-said = Contact saved: { $contact }
incident-see = See incident { $number }
