# The window: navigation, top bar, what to do now, signing, and the words all pages share.

session-name = batch { $batch }, session { $number }
cancel = Cancel
why = See the clause
go-there = Go to “{ $page }”

## Navigation

nav-exam-day = Exam day
nav-before = Before
nav-after = After
nav-system = System
page-overview = Overview
page-room = Room
page-candidates = Candidates
page-reports = Room reports
page-transfers = Transfers
page-faults = Faults
page-conduct = Violations and incidents
page-delays = Delays and extra time
page-standalone = Standalone exams
page-arrangement = Arrangement
page-authority = Locks and authority
page-closing = End of exam
page-records = Records
page-safekeeping = Backup and upload
page-exceptions = Exceptions
page-readiness = Readiness
page-hardware = Hardware
page-duty = Duty
page-journal = Journal
page-clock = Clock
page-people = People
page-rulebook = Rulebook
page-settings = Settings
nav-shortcut = { $page } ({ $keys })
desk-nobody = Nobody signed in
desk-sign-in = Sign in
desk-locked = Locked; enter the PIN to go on
desk-hand-over = Hand over
desk-lock = Lock
desk-leave = Sign out
desk-left = Signed out

## Signing

sign-in-title = Sign in yourself
sign-again = The desk is locked; enter your own PIN to go on
sign-take-over = Whoever takes over signs in; on duty now: { $person }
sign-hand-over = If { $person } hands over in person, they enter their own PIN; if they are not here, choose Cancel, and the journal says so
sign-again-or-over = The desk is locked; enter your own PIN to go on, or your own staff code to take the desk over
sign-code = Staff code
sign-pin = PIN
sign-confirm = Confirm
sign-left = { $seconds } s left
sign-practice = Practice staff codes: { $admin } (site administrator), { $office } (exam office), { $chief } (chief examiner); every PIN is { $pin }
sign-same-person = Whoever verifies must be another person than the operator. Another person signs with their own staff code and PIN.
sign-other-role = { $role }: this role cannot verify this step. One of these roles verifies it: { $allowed }.
sign-this-person = { $person } signs for this step in person and enters their own PIN below
own-pin-first = { $person } still has the first PIN. Choose one that nobody else knows, and the step goes on
own-pin-title = { $person }: another PIN
own-pin-present = Present PIN
own-pin-new = New PIN
own-pin-again = New PIN again
own-pin-confirm = Set the PIN
own-pin-rules = At least { $signs } signs; not one sign repeated, no plain run, not the staff code. Once forgotten, only two others with the sealed passphrases replace it.
own-pin-differ = The two entries of the new PIN differ. Enter it again.
own-pin-done = The PIN was changed

## Top bar

top-no-exam = No exam package yet
top-sessions = Sessions
top-clock = Site time
top-countdown = To { $deadline }
top-countdown-other = { $session }: to { $deadline }
top-no-session = No session yet
top-no-deadline = No deadline left here
chip-lock = Site lock
chip-lock-in = In place
chip-lock-out = Not found
chip-lock-practice = Practice lock
chip-store = Store
chip-store-saved = { $entries } entries saved
chip-store-stopped = Paused
chip-backup = Backup
chip-backup-none = None yet
chip-backup-behind = { $entries } not in it
chip-backup-level = Up to date
chip-mirror = Mirror
chip-mirror-none = not begun
chip-mirror-level = in step
chip-mirror-behind = { $entries } behind
chip-mirror-out = stopped
chip-mirror-waived = going on without
chip-transfers = Transferred out
chip-transfers-count = { $count } · up to { $minutes } min
chip-transfers-near = { $count } · end is near
chip-transfers-over = { $count } · end has passed

deadline-kind-authorization-opens = start authorization
deadline-kind-rooms-ready = rooms ready
deadline-kind-start = unified start
deadline-kind-entry-closes = close of entry
deadline-kind-closure-ends = end of closure
deadline-kind-reminder = reminder of time left
deadline-kind-end = end of the exam

## What to do now

rail-title = The exam day
rail-next = Next
rail-done-of = { $done } / { $total }
rail-rooms-of = { $done } of { $total } rooms
rail-done-at = done { $time }
rail-by = by { $time }
rail-at = from { $time }
rail-who = Done by: { $roles }
rail-clause = Clause
rail-go = Go there
rail-complete = Everything of this session is done
rail-preparation = Before the exam day
rail-all-done = Nothing to do now
rail-waits = Waits for: { $step }
rail-line = { $session }: { $step }

step-kind-import = Take in the exam package
step-kind-week-items = See to the items of the week before
step-kind-hardware = Check the machines
step-kind-simulated-test = Hold the simulated test
step-kind-eve-items = See to the items of the day before
step-kind-close-rooms = Close the rooms before the day
step-kind-duty = Draw rooms for invigilators
step-kind-board = The chief examiner signs the go / no-go board
step-kind-timestamps = Compare the arrangement timestamp
step-kind-scan = Check the room data by scan
step-kind-exam-authorization = Receive the exam authorization
step-kind-sealed-room-test = Sealed-room test
step-kind-accept = Acceptance
step-kind-seal = Seal the equipment
step-kind-unseal = Unseal the equipment
step-kind-locks = Calibrate and take locks into use
step-kind-receive = Receive start authorizations
step-kind-return-locks = Take the locks back
step-kind-seal-again = Seal overnight
step-kind-authorize = Check the start authorization
step-kind-release = Release the rooms
step-kind-admit = Admit the candidates
step-kind-start = Record the start of each room
step-kind-attendance = Confirm who is present, register absentees
step-kind-transfers = Enter transfers out and in
step-kind-settle = Settle open transfers
step-kind-delays = Ask for a late start
step-kind-extra-time = Make lost time good
step-kind-standalone = See to standalone exams
step-kind-report-incident = Report incidents
step-kind-collect = Collect and check the answers
step-kind-results = Take back the room results
step-kind-end = End the exam
step-kind-check = Check the answers
step-kind-backup = Back up
step-kind-scratch = Count the scratch paper
step-kind-records = Print the room records
step-kind-sign = Room records: signatures
step-kind-receipt = Take the upload receipt
step-kind-room-backup = Back up the room machines
step-kind-close-day = Close the day

step-state-done = Done
step-state-now = To do now
step-state-late = Overdue
step-state-ahead = Not yet

## Banners, stop and crash

practice-banner = Practice — not a real exam
practice-clock = Practice time
practice-minute = 1 minute on
practice-ten = 10 minutes on
practice-next = To the next moment
lock-out = The site lock does not answer: { $reason }. Starts, ends, extra time and resets go on; taking in authorizations, backups, uploads and cleaning wait until the lock is in again.
mirror-out = The mirror stopped: { $reason }. Entries on this machine alone: { $entries }. Entries go on being saved; the site system administrator puts the medium back in, or takes another one.
mirror-waived = Going on without a mirror ({ $reason }). Entries on this machine alone: { $entries }; were it lost, they would be too. The site system administrator restores the mirror as soon as possible.
mirror-caught-up = The mirror has caught up. Ask for the step again.
mirror-wait = Wait for the mirror
mirror-reason = Why not wait
mirror-go-on = Go on without it
banner-reopen = Open the store again
banner-dismiss = Understood
banner-code = Code { $code }
reopened-stands = Opened again: the step in question stands, do not repeat it.
reopened-not = Opened again: the step in question was not recorded, it can be repeated.
stop-title = This desk takes nothing more
stop-safe = The rooms go on with the exam; note on paper what happens. All data files can still be exported below, for the exam office and the province to compare.
stop-superseded = What was entered here after that: export the data files, take them to the machine that took the day up, and run { $command } with their folder, which lists it to be typed in.
stop-export = Export the data files
stop-exported = Exported to { $folder }
stop-chapter = Data up to entry { $entry }
crash-title = The program failed; this desk pauses
crash-saved = Everything up to entry { $entry } is saved. The rooms go on with the exam.
crash-next = “Open again” goes on from what is saved. If it fails again, close the program, start it anew and give the crash file to the technician.
crash-file = Crash file (no personal data): { $file }
crash-reopen = Open again
crash-close = Close the program
closing-question = Close the console window? The rooms are not affected; opened again, it goes on from here.
closing-yes = Close
