# The delays half of the page on delays and extra time.

delays-part-delays = Delayed starts
delays-part-extra = Extra time
delays-parts = Delayed starts or extra time
delays-none = There is no session yet.
delays-sub = { $waiting } waiting, { $late } late; { $started } started late

## Countdown

delays-now-late = { $count ->
    [one] 1 room has
   *[other] { $count } rooms have
 } not started, { $minutes } late
delays-now-nobody = A start now needs nobody's consent.
delays-now-ahead = For rooms that are known to start late, report the cause and apply already now.
delays-now-before = { $count ->
    [one] 1 room is
   *[other] { $count } rooms are
 } to start; unified start { $time }, { $left } to go
delays-now-tolerated = Unified start { $time } has come; { $count ->
    [one] 1 room is
   *[other] { $count } rooms are
 } to start
delays-now-last = A start now is for { $who } to decide
delays-now-covered = All rooms that have not started are covered and may start now
delays-left-covered = { $left } left: what covers them ends at { $until }
delays-office-ministry = the ministry's exam centre
delays-office-province = the provincial exam agency
delays-office-city = the city exam agency
delays-office-head = the head of the assessment body
delays-office-responsible = the person responsible for the exam
delays-left-other = { $left } left before { $who } decides
delays-left-directive = { $left } left before the ministry's directive is needed
delays-left-code = { $left } left before a code is needed
delays-all-started = No room is waiting for its start.

## Rooms

delays-rooms = Rooms that have not started
delays-column-room = Room
delays-column-late = Late by
delays-column-who = Who allows it
delays-column-left = Left
delays-column-cause = Cause
delays-column-step = Next step
delays-column-covered = Covered by
delays-column-number = Number
delays-column-asked-at = Asked at
delays-column-rooms = Rooms
delays-column-minutes = Delay
delays-column-asked-of = Asked of
delays-column-came = Answer
delays-column-by = Allowed by
delays-no-cause-short = No cause
delays-causes-more = { $cause }, { $more } more
delays-covered = May start
delays-covered-until = Until { $time }
delays-covered-asked = { $number }, no answer
delays-cause = { $number } { $kind }
delays-cause-long = { $number } { $kind } ({ $where }, happened { $time })
delays-cause-restored = { $cause }, restored { $time }
delays-cause-closed = { $cause }, over { $time }
delays-rooms-list = { $rooms }
delays-room-named = { $room } ({ $name })
delays-minutes-count = { $count } min

## What now

delays-now = Now: room { $rooms }
delays-steps = Steps of a delayed start
delays-step-cause = Report the fault
delays-step-apply = Apply
delays-step-consent = Record consent
delays-step-code = Enter code
delays-step-directive = Directive
delays-step-start = Start
delays-application = Application
delays-application-line = { $number }, up to { $minutes } minutes ({ $tier })
delays-not-named = Application { $number } does not name room { $rooms }; its answer does not hold there. Apply for them as well.
delays-call = Call { $office } now and read out:
delays-call-contact = Call { $office } now ({ $name }, { $phone }) and read out:
delays-call-known = Call { $office } now (last time: { $who }) and read out:
delays-speaker = { $name }, { $office }, { $phone }
delays-read-out = Site { $code } { $site }, { $session }, unified start { $starts }: room { $rooms } cannot start on time. Cause: { $causes }. We apply for a delay of up to { $minutes } minutes, start by { $until } at the latest. Application number { $number }.
delays-cause-spoken = { $kind }, happened { $time } ({ $numbers })
delays-cause-spoken-many = { $kind }, happened { $time } ({ $first } and others, { $count } in all)
delays-now-authorized = A start now needs a code from { $who }
delays-now-consent = A start now needs the consent of { $who }
delays-print-application = Print the application
delays-print-answers = Print the record of authorizations
delays-apply-first = Apply first, then enter the answer.

## Fault

delays-cause-first = A delayed start needs a cause. Report the fault first; one is entered for each chosen room.
delays-cause-kind = Kind of fault
delays-cause-where = Where
delays-cause-rooms = Room { $rooms }
delays-happened-at = Happened at
delays-told-by = Reported by
delays-happened-hint = The time at which it happened, not the time of the report.
delays-cause-report = Report the fault
delays-to-faults = Go to the faults page

## Application

delays-minutes = Delay asked for (minutes after the unified start)
delays-asked-of = Asked of
delays-causes = Causes (all of them unless taken out)
delays-no-cause = There is no fault or incident of these rooms yet. Report the fault first.
delays-minutes-how = Whole minutes, 1 or more
delays-minutes-nobody = So little needs no application
delays-minutes-until = { $who }; start by { $until }
delays-minutes-short = { $who }; only until { $until }, which has passed
delays-minutes-decides = { $who }, who decides how late the start may be
delays-apply = Apply
delays-applied = Application { $number } is entered

## Consent

delays-consent-of = Who agrees
consent-name = Name of who agrees
consent-office = Office and post
consent-phone = Telephone
consent-means = Means
consent-at = Agreed at
consent-told = Told to
delays-consent-covers = The consent covers room { $rooms }. Before entering it, read name, office, telephone and rooms back to them.
consent-do = Record the consent
consent-who = Enter name and office, and the telephone number where it came by telephone.
consent-done = Consent entered

## Codes

delays-code-for = The code is for
delays-code = Authorization code
delays-code-all = all rooms of this session's application
delays-code-held = Room { $room } (has a code for { $minutes } minutes)
delays-code-at = Read out at
delays-code-heard = Heard by
delays-code-enter = Enter the code
delays-code-holds = { $what }: the code holds for up to { $minutes } minutes
delays-code-opaque = Codes of this exam cannot be checked here; records and sheets say "not verified". Enter code and minutes as they were said; a second person confirms them.
delays-code-minutes = Minutes said with the code

## Directive

delays-directive-how = A directive of the ministry exam centre is a signed document. Scan it, paste it or choose the file, read it, then enter it together with the chief examiner.
delays-directive-text = Directive
delays-directive-hint = Scan or paste
delays-directive-pick = Choose file
delays-directive-kind = Directives
delays-directive-enter = Enter the directive
delays-directive-first = Bring the directive first.
delays-directive-unread = This directive cannot be read. Scan it once more, or bring another file.
delays-directive-practice = Sent by the ministry (practice)
delays-directive-done = The directive is entered
delays-directive-outcome = Decision
delays-directive-session = Session
delays-directive-rooms = Rooms
delays-directive-until = Latest start
delays-directive-no-end = Not stated
delays-directive-serial = Serial
delays-directive-issued = Issued at

## Start

delays-start-until = May start: { $tier } (application { $number }) until { $until }, { $left } left
delays-start-allowed = May start: { $tier } (application { $number }), no latest time is set
delays-start-needs-nobody = May start: so soon after the unified start is no delay
delays-start-not-yet = No start before the unified start at { $time }
delays-start-refused = May not start yet: the steps before come first ({ $tier })
delays-start-told = Tell the rooms to give the start command; once they report it, record the start on the page of room reports.
delays-not-released = Room { $rooms } is not released yet. Release it first, then start.
delays-to-reports = Record the start
delays-to-release = Go to the release
delays-outlook = If they start at { $time }
delays-outlook-moments = Entry until { $entry } · nobody leaves until { $closure } · reminder { $reminder } · end { $end }
delays-knock-gap = { $gap } left between the end and the unified start of { $session }
delays-knock-short = { $gap } left between the end and the unified start of { $session }; { $short } less to get ready
delays-knock-forced = { $session } starts { $minutes } late here as well, on an application of its own ({ $tier })
delays-bells = The reminder at { $reminder } and the end signal at { $end } are not for these rooms: invigilators tell them the time themselves.

## Applications and outcomes

delays-applied-for = Applications and answers
delays-came-nothing = No answer yet
delays-came-consent = { $time } { $tier }, { $name }, { $means }
delays-came-code = { $time } code for { $minutes } minutes, { $what }
delays-came-unverified = { $time } code (not verified) for { $minutes } minutes, { $what }
delays-came-directive = { $time } directive: { $outcome } ({ $serial })
delays-came-start-until = { $time } directive: start by { $until } ({ $serial })
delays-settled = Rooms that started late or were called off
delays-started-by = { $tier }
delays-print-record = Print the record of delays

## The field for codes

code-field-form = 20 signs in 4 groups
code-field-open = Group { $group } { $count }/5
code-field-right = Group { $group } right
code-field-wrong = Group { $group } wrong
code-field-again = Group { $groups } is wrong: hear it once more.
code-field-short = Group { $group } is missing: a code has 20 signs, there are { $count }.
code-field-long = A code has 20 signs, there are { $count }.
code-field-needed = Enter the code as it was said.
code-field-practice = Read out by the province (practice)
code-field-searching = Looking for whom this code is, among { $count } rooms and candidates
code-field-nobodys = It is for no room and no candidate of this site. Ask them to check site, session and room, and to make it anew.
code-field-there = Enter it for that
code-field-fits-site = This code is for all late rooms of { $session }, { $minutes } minutes.
code-field-fits-delay = This code is for the delayed start of room { $room } in { $session }, { $minutes } minutes.
code-field-fits-room = This code is for extra time of the whole room { $room } in { $session }, { $minutes } minutes.
code-field-fits-person = This code is for extra time of { $name } ({ $ticket }) in { $session }, { $minutes } minutes.
