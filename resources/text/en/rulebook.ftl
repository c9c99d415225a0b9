# The rulebook page: the name of every rule, and its value with the unit.

rule-late-entry = Entry closes after the start by
rule-late-entry-media = Entry to an audio or video exam closes after the start by
rule-late-entry-media-zero = closes with the start
rule-late-entry-inclusive = Who comes at exactly that moment
rule-closure-threshold = Length of an exam by which closure is told apart
rule-closure-long = Closure of longer exams, from the start
rule-early-release = Closure of the others ends before the end of the exam by
rule-early-release-zero = closed until the end of the exam
rule-reminder-before-end = Candidates are reminded before the end of the exam by
rule-site-machine-before = The site machine takes in the start authorization before the start by
rule-room-ready-before = Invigilators and room system administrators are in the room before the start by
rule-exam-system = Version of the exam system
rule-on-time-tolerance-seconds = Lateness of a start that is no delay
rule-delay-city = Delays up to this need the consent of the city exam agency
rule-delay-province = Delays up to this need the authorization of the provincial exam agency
rule-responsible = Delays and extra time up to this are decided by the person responsible for exam administration, longer ones by the head of the assessment body
rule-extra-time-on-the-spot = Extra time up to this in all is given by the invigilators
rule-extra-time-province = Extra time up to this in all needs the authorization of the provincial exam agency
rule-overbooking-percent = Most overbooking of a room
rule-overbooking-percent-zero = overbooking is not provided for
rule-chiefs = Chief examiners of a site
rule-site-admins = Site system administrators of a site
rule-invigilators-per-room = Invigilators of a room
rule-room-admins-per-room = Room system administrators of a room
rule-room-admins-per-room-zero = no number is laid down
rule-roving-rooms = Rooms of one roving invigilator, at most
rule-roving-rooms-zero = no limit is laid down
rule-id-types = Identity documents accepted
rule-first-report = First report of an incident after its discovery, within
rule-first-report-zero = at once
rule-fault-alarm-minutes = A fault raises an alarm once it is open for longer than
rule-scratch-paper = Scratch paper is counted out and back
rule-debt-minutes = Results, records and backups are due after the last planned end of the half day by
rule-admins-qualified = Administrators serve only after online test and hands-on drill
rule-avoidance-whole-exam = A relative among the candidates bars from the whole exam (otherwise from the relative's room)
rule-trained-days-before = everybody is trained before the first exam day
rule-trained-days-before-zero = on the exam day itself will do
rule-skilled-per-room = invigilators of a room who know computers, at least
rule-admins-may-invigilate = the room system administrator also invigilates
rule-recommended-above = with more exam machines in a room, its invigilation machine meets the recommended values
rule-memory-shortfall-mib = memory that a system may see less than is installed
rule-input-methods = three simplified Chinese input methods on exam machines
rule-simulated-test = every room passes a simulated test before acceptance
rule-room-locks = Rooms are released only with a lock that was calibrated and taken into use
rule-calibration-days = A calibration holds beyond its own day for
rule-calibration-days-zero = holds on its own day only
rule-clock-tolerance-seconds = Site machine and invigilation lock differ by at most
rule-sealing = Equipment is sealed, and unsealed on the exam day before start authorizations are verified
rule-receipt-minutes = Receiving authorizations or importing the exam data takes at most
rule-sitting-minutes = One sitting to calibrate locks and take them into use takes at most
rule-two-persons = Steps that another person verifies with an own sign-in
rule-record-signers = Who signs the room record
rule-paper-retention-months = Room records are kept for at least
rule-serious-retention-months = Other exam papers are kept for at least
rule-electronic-retention-months = Electronic documents are kept for at least
rule-video-retention-months = Video surveillance is kept for at least
rule-video-evidence-months = Video that serves as evidence is kept for at least
rule-secrecy-video-months = Video of secrecy rooms is kept for at least
rule-not-provided = not provided for

rule-group-entry = Entry
rule-group-closure = Closure
rule-group-start = Start and delay
rule-group-extra-time = Extra time
rule-group-overbooking = Overbooking
rule-group-staff = Staff
rule-group-readiness = Readiness
rule-group-documents = Identity documents
rule-group-incidents = Reporting of incidents
rule-group-closing = End of exam
rule-group-locks = Locks and sealing
rule-group-signatures = Verification and signatures
rule-group-retention = Retention

unit-minutes = { $value ->
    [one] { $value } minute
   *[other] { $value } minutes
}
unit-seconds = { $value ->
    [one] { $value } second
   *[other] { $value } seconds
}
unit-percent = { $value }%
unit-months = { $value ->
    [one] { $value } month
   *[other] { $value } months
}
unit-persons = { $value ->
    [one] { $value } person
   *[other] { $value } persons
}
unit-rooms = { $value ->
    [one] { $value } room
   *[other] { $value } rooms
}
unit-machines = { $value ->
    [one] { $value } machine
   *[other] { $value } machines
}
unit-mebibytes = { $value } MiB
unit-days = { $value ->
    [one] { $value } day
   *[other] { $value } days
}
unit-admitted = { $value ->
    [yes] is admitted
   *[no] is not admitted
}
unit-allowed = { $value ->
    [yes] allowed
   *[no] not allowed
}
unit-asked = { $value ->
    [yes] asked for
   *[no] not asked for
}
unit-listed = { $value }
unit-version = version { $value }

listed-step-record-timestamp = entering the arrangement timestamp
listed-step-take-exam-authorization = taking in the exam authorization
listed-step-take-start-authorization = taking in the start authorization
listed-step-accept-site = accepting the site
listed-step-seal-equipment = sealing the equipment
listed-step-unseal-equipment = unsealing the equipment
listed-step-return-locks = taking locks back
listed-step-correct-attendance = correcting the attendance
listed-step-write-off = writing off answers
listed-step-check-answers = checking the answers
listed-step-record-backup = making a backup
listed-step-copy-backup = copying a backup
listed-step-record-room-backup = taking a room's backup
listed-step-export-bundle = laying out the bundle for upload

## The page

standing-in-force = in force
standing-one-off = for this exam only
standing-internal = internal rules
standing-template = template

rulebook-signed = The province signed these values in edition { $edition } of the exam package; they cannot be changed here.
rulebook-signed-template = Template values, signed in edition { $edition } of the exam package; compare them with the notice of this exam.
rulebook-unsigned = No exam package yet. These are the values of a template, to look at only; the signed ones count once they are in.
rulebook-parts = Show values or clauses
rulebook-part-numbers = Values
rulebook-part-clauses = Clauses
rulebook-find = Find a name, value, clause number or words
rulebook-nothing-found = Nothing found. Try other words, or look at the other list.
rulebook-column-group = About
rulebook-column-rule = Rule
rulebook-column-value = Value
rulebook-column-clause = Clause
rulebook-column-says = As written
rulebook-column-place = Where
rulebook-column-basis = Standing
rulebook-listed = { $count } items
rulebook-basis-text = As written
rulebook-basis-reading = Our reading
rulebook-basis-derived = Our own rule
rulebook-detail = The chosen clause
rulebook-choose = Choose a line in the list to see the clause as it is written, and where.
rulebook-our-reading = The text does not state this value; the program goes by its own reading. Where the papers of this exam say otherwise, they count.
rulebook-none = The documents of this exam do not provide for this, so it is not applied.
rulebook-stands-on = Stands on clause { $clause }
rulebook-numbers-on-it = Values that stand on this clause
rulebook-number = { $name }: { $value }
rulebook-documents = What each document says
rulebook-counts-here = Counts in this exam
rulebook-note = Our reading
rulebook-note-derived = Our own rule
rulebook-quote = “{ $quote }”
rulebook-internal = For internal use; shown when someone is signed in
rulebook-document = { $title } ({ $number })
