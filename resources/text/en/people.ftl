# The people page: duty, fitness to serve, avoidance, agreements, delegation, PINs, and who may do what.

people-parts = Parts of the people page
people-part-people = Everyone
people-part-open = To do
people-part-checks = Checks not met
people-part-cases = Who may do what
people-on-duty = On duty: { $person }, { $role }
people-nobody-on-duty = Nobody is on duty
people-duty-delegated = { $duty }; { $deputy } acts for the chief until { $time }
people-names-hidden = { $duty }; names and phones are shown to chief, exam office and administrators who sign in
people-own-pin = Change own PIN
people-find = Find: code, name, room, step
people-by-role = By role
people-every-role = Every role
people-everyone = Clear
people-detail = Details of the chosen line
people-no-list = The staff list comes with the exam package; there is none yet.
people-nobody-found = Nothing fits.
people-nothing-open = Nothing to do.

people-column-code = Code
people-column-name = Name
people-column-role = Role
people-column-room = Room
people-column-state = State
people-column-check = Check
people-column-found = Result
people-column-clause = Clause
people-column-case = Step
people-column-asks = Asked for by
people-column-beside = Signed beside by
people-column-needs = Also needed

people-whole-site = Whole site
people-ready = Fit to serve
people-at-the-desk = On duty here
people-acts-as-chief = Acts for the chief

staff-item-avoids = must not take part
staff-item-qualification = test and drill not entered
staff-item-agreement = no confidentiality document
staff-item-declaration = no declaration

## One person

people-title = { $person } ({ $role })
people-several = { $count } persons chosen
people-none = Choose a person in the list; here it says what was entered and what can be done.
people-avoids = This person, or a relative, sits this exam under ticket { $ticket }: they must not take part and cannot sign here.
people-bars = Open: { $items }. Until it is entered, this person cannot sign here.
people-room = Room
people-phone = Phone
people-test-on = Online test
people-drill-on = Hands-on drill
people-declaration = Declaration
people-unrelated = No relatives sit this exam
people-related = Relatives: { $tickets }
people-agreement = Confidentiality
people-not-yet = Not entered yet
people-pin-own = Chosen in person
people-pin-first = First PIN (sealed paper)
people-delegation = Delegation
people-delegated = Paper { $paper }, until { $time }

people-declare-none = Enter “no relatives”
people-declared = “No relatives” entered for { $count }
people-declare-some = Enter relatives
people-qualify = Enter test and drill
people-agree = Enter document
people-delegate = Enter delegation
people-end-delegation = End delegation
people-recover = Recover PIN
people-entered = Entered
people-show-these = List these persons

## Forms

people-qualify-title = Test and drill of { $person }
people-topics = The eight topics of the drill; tick each by the drill record
people-declare-title = Relatives of { $person } in this exam
people-declare = Enter declaration
people-tickets = Tickets of the relatives; leave empty for none
people-tickets-hint = Put a space between several. Enter what the signed declaration says; the exam office keeps the paper.
people-agree-title = Confidentiality document of { $person }
people-signed-on = Signed on
people-delegate-title = The chief delegates to { $person }
people-paper = Number of the written delegation
people-until = Until what time today
people-delegate-hint = The chief signs in and asks for it, and the deputy signs on the spot. It holds for today only and is not passed on.
people-recover-title = Recover the PIN of { $person }
people-recover-hint = Two others stand by: both sealed passphrases are opened, in either order; whoever forgot the PIN types the new one.
people-recover-practice = Practice passphrases: { $one } and { $other }
people-passphrase-one = First sealed passphrase
people-passphrase-other = Second sealed passphrase
people-day-wrong = This is no day. Write year-month-day, as in 2026-06-12.
people-time-wrong = This is no time. Write hour:minute, as in 12:10.
people-time-form = hh:mm
day-form = yyyy-mm-dd

## Checks

staff-rule-chief = exactly one chief examiner
staff-rule-site-admins = site administrators
staff-rule-room-admins = room administrators of each room
staff-rule-invigilators = invigilators of each room
staff-rule-skill = an invigilator with computer skills in each room
staff-rule-roving = roving invigilators
staff-rule-qualified = test and drill of the administrators
staff-rule-declared = declarations handed in
staff-rule-avoidance = nobody who must not take part
staff-rule-agreements = confidentiality documents of people from outside
people-found-rooms = { $count } rooms have fewer than { $needed }
people-found-each = { $needed } or more in every room
people-found-counted = { $there } there, { $needed } needed
people-found-persons = Not met by { $count }
people-found-nothing = Met by all
people-check-basis = { $clause }: { $document } { $article }

## Who may do what

people-everybody = Anybody, in person
people-one-of = { $roles }
people-and-more = { $roles } or others, { $count } roles in all
people-a-supervisor = a supervisor
people-a-second = a supervisor or another site administrator
people-and = ; and{" "}
people-case-console = Noted by the console itself, nobody signs
people-needs-site-lock = The site lock is in and proved on the spot
people-needs-room-lock = The invigilation lock in question is in and proved on the spot
people-while-sealed = Also open while the equipment is sealed
people-any-time = Also open after a restart, before the site time is confirmed
people-case-note = Where several roles stand, any one of them does; whoever asks and whoever signs beside are two persons. Room administrators and invigilators act for their own room only. While a written delegation holds, the deputy acts for the chief.

area-before = before the exam
area-locks = custody and use of locks
area-exam-day = exam day
area-after = after the exam
area-people = people
area-console = this console

party-holder = the present custodian in person
party-receiver = the receiver in person
party-supervisor = the supervisor in person
party-deputy = the deputy in question in person

case-enrol = enrol the site
case-take-package = take in the exam package
case-take-package-again = take in a newer exam package
case-timestamp = enter an arrangement timestamp
case-scan = check the room data by scan
case-scan-typed = check the room data by scan: typed by hand
case-open-receipt = begin a supervised receipt
case-exam-authorization = receive the exam authorization
case-sealed-room-test = enter the sealed-room test
case-accept = accept the site
case-seal = seal the equipment
case-unseal = unseal the equipment: on an exam day
case-unseal-other-day = unseal the equipment: on another day
case-decide-on-seal = decide on a wrong or broken seal
case-take-register = take in a newer lock register
case-replace-lock = replace the site lock
case-issue-lock = issue a lock
case-hand-over-lock = hand over a lock
case-return-locks = take locks back
case-lock-lost = report a lock lost
case-open-sitting = begin a supervised sitting over the locks
case-calibrate = enter the calibration of a lock
case-take-into-use = take a lock into use
case-end-sitting = end a supervised sitting over the locks
case-give-up-supervision = give up a supervised step
case-receive-starts = receive start authorizations
case-reject-authorization = turn a false authorization away
case-check-start = check a start authorization
case-release = release rooms
case-check-in = check a candidate in
case-starts = record the start of each room
case-attendance = confirm who is present, register absentees
case-correct = correct the attendance
case-correct-turned-away = correct the attendance: of someone turned away
case-room-report = enter a room report
case-open-incident = enter an incident
case-close-incident = close an incident
case-report-fault = enter a fault
case-close-fault = enter that a fault is mended
case-room-result = take back a room result
case-write-off = write off answers
case-end-rooms = end the exam in rooms
case-check-answers = check the answers
case-keep-record = print a room record
case-printed = enter whether it came out
case-keep-sheet = print supervision, seal and custody sheets
case-sheet-printed = enter whether such a sheet came out
case-back-up = back up
case-receipt = enter the upload receipt
case-qualify = enter test and drill
case-declare = enter a declaration
case-agreement = enter a confidentiality document
case-delegate = delegate the chief's powers
case-end-delegation = end the delegation
case-change-pin = choose an own PIN
case-recover-pin = recover a forgotten PIN
case-take-desk = take the desk
case-leave-desk = leave the desk
case-confirm-time = confirm the site time
case-note-clock = note that the system clock moved
case-note-lock-out = note that the site lock is out
case-note-lock-back = note that the site lock is back
case-note-wrong-pin = note a wrong PIN
case-note-right-pin = note the right PIN after wrong ones
