# Values and separators: the words that stand for codes in sentences.

list-separator = {", "}
blank = —

mode-practice = practice
mode-real = real

role-chief = chief examiner
role-deputy = deputy chief examiner
role-site-admin = site system administrator
role-room-admin = room system administrator
role-invigilator = invigilator
role-roving = roving invigilator
role-exam-office = exam office
role-resident = resident officer
role-patrol = patrol
role-technician = technician

presence-awaited = awaited
presence-present = present
presence-absent = absent
presence-pending = transferred out, not yet taken in

answers-open = answers not yet collected
answers-collected = answers collected
answers-never-logged-in = never logged in
answers-written-off = answers written off

source-issued = issued exam data
source-platform = registration platform
source-calibration = calibration site

tier-on-time = on time
tier-on-the-spot = invigilators on the spot
tier-responsible = consent of the person responsible for the exam
tier-head = consent of the head of the assessment body
tier-city = consent of the city exam agency
tier-province = code of the provincial exam agency
tier-ministry = the ministry's exam centre

candidate-state-awaited = awaited
candidate-state-turned-away = came too late, not admitted
candidate-state-present = present
candidate-state-pending = transferred out, not yet taken in
candidate-state-absent = absent
candidate-state-collected = answers collected
candidate-state-never-logged-in = never logged in
candidate-state-written-off = answers written off
candidate-state-held = waits at the door
candidate-state-turned-back = identity not proved, not admitted
candidate-state-suspected = suspected impersonation
candidate-state-reset-waits = reset, to log in
candidate-state-gave-up = gave up
candidate-state-left = left

candidate-column-ticket = ticket number
candidate-column-sequence = sequence number
candidate-column-name = name
candidate-column-id-number = ID number
candidate-column-room = room
candidate-column-seat = seat
candidate-column-state = state
candidate-column-entered-at = entered at
candidate-column-drawn = drawn seat

room-state-nobody = nobody in this session
room-state-waiting = not released yet
room-state-released = released
room-state-admitting = admitting candidates
room-state-running = exam going on
room-state-collecting = collecting answers
room-state-ended = ended
room-state-called-off = postponed or cancelled

board-group-all = all
board-group-under-way = under way
board-group-not-started = not started
board-group-with-open-items = with open items

check-state-ok = done
check-state-open = open
check-state-warning = note
check-state-unknown = not told yet
check-state-off = not asked for

check-name-standalone = collect the standalone answers
check-name-by-hand = collect answers by hand
check-name-attendance = confirm the attendance
check-name-violations = confirm the violations
check-name-violations-signed = have every violation signed, with its paper sheet
check-name-submitted = confirm submit success of everyone
check-name-answers = collect and verify the answers
check-name-result-differs = settle what differs in the room result
check-name-pending-transfer = settle who was not taken in
check-name-disputed = decide on candidates claimed by two rooms
check-name-ledger = balance the numbers of candidates
check-name-ratified = signature for a consent by telephone
check-name-faults = mend the faults
check-name-paper-entered = type in what was on paper while the machine was gone
check-name-ended-early = end only after the checks
check-name-result = take in the room result
check-name-record-printed = print the room record
check-name-record-signed = have the room record signed
check-name-scratch-paper = count the scratch paper back
check-name-ended = end every room
check-name-incidents = have grave incidents reported
check-name-transfer-sheet = have the transfer sheet signed
check-name-checked = check the answers
check-name-backup = back up to a medium
check-name-room-backup = take the room's backup

room-blockers = room { $room } ({ $blockers })
open-debt = { $session }{ $room ->
    [none] {""}
   *[other] , room { $room }
} ({ $checks })

incident-kind-i-07 = grave effect on the order of the exam
incident-kind-i-41 = lock or key lost, authorization misused, seal broken
incident-kind-i-42 = answers that cannot be recovered
incident-kind-i-23 = power cut or equipment failure
incident-kind-i-24 = virus or network failure
incident-kind-i-26 = other general incident
incident-kind-r-01 = start reported before the unified start
incident-kind-r-02 = suspected impersonation
incident-kind-r-03 = transfer settled after the time was over
incident-kind-r-04 = room that cannot be used, or all rooms full
incident-kind-r-05 = seats short in a site that is not overbooked
incident-kind-r-06 = a delay reported to the ministry's exam centre
incident-kind-r-07 = damaged answers that do not verify
incident-kind-r-08 = a room that ended before it was checked

fault-kind-machine = exam machine
fault-kind-peripheral = peripheral device
fault-kind-network = network
fault-kind-power = power
fault-kind-software = software
fault-kind-cloud = cloud machine room

correction-reason-misheard = the report was misheard
correction-reason-wrong-ticket = the wrong ticket was entered
correction-reason-found-in-room = found in the room when checked
correction-reason-never-came = not there when checked

reprint-reason-lost = the original is lost
reprint-reason-damaged = the original is damaged
reprint-reason-misprinted = the print was incomplete
reprint-reason-changed = the content changed

entry-group-arrangement = enrolment, arrangement
entry-group-authorization = authorization, supervision
entry-group-locks = locks
entry-group-sealing = testing, acceptance, sealing
entry-group-readiness = readiness, hardware
entry-group-people = people, training
entry-group-duty = invigilation duty
entry-group-start = release, start, signals
entry-group-attendance = entry, absence, leaving
entry-group-identity = identity, impersonation
entry-group-seat = seats, logins, resets
entry-group-transfer = transfers, standby rooms
entry-group-violation = violations, evidence
entry-group-incident = incidents, faults
entry-group-standalone = standalone exams
entry-group-result = room reports and results, closing
entry-group-record = records, signatures
entry-group-safekeeping = backup, upload, media, mirror, hand-over, cleaning
entry-group-desk = duty, time

registered-as-site = site lock
registered-as-invigilation = invigilation lock
registered-as-vpn-key = VPN key

supervised-kind-receipt = receiving authorizations
supervised-kind-locks = calibrating invigilation locks and taking them into use

outcome-done = done
outcome-lapsed = out of time before it was done
outcome-given-up = given up

lock-reason-removed = the lock was pulled out
lock-reason-exchanged = another lock is in its place
lock-reason-logged-out = the lock ended its session
lock-reason-device-error = the lock reports an error
lock-reason-driver-gone = its driver stopped
lock-reason-no-answer = nothing came within the time limit
lock-reason-driver-missing = its driver was not found

flaw-signature = its signature does not hold and the content may have been altered
flaw-other-site = it belongs to another site
flaw-other-exam = it belongs to another exam
flaw-other-edition = it stands on another edition of the exam data
flaw-other-mode = practice and real do not mix

seal-place-secure-room = secure room
seal-place-exam-office = exam office
seal-place-machine-room = machine room

unseal-reason-repair = repair of equipment
unseal-reason-data-again = importing the exam data again
unseal-reason-test-again = testing again
unseal-reason-receipts-and-cleaning = receipts came, and the data are cleaned

seal-decision-examined-and-used = examined, and used as it is
seal-decision-data-taken-again = used after importing the exam data again
seal-decision-equipment-replaced = the equipment is replaced

drill-topic-full-process = the whole exam
drill-topic-checks = software and hardware checks
drill-topic-network = finding and mending network faults
drill-topic-power-cut = power cut and network cut
drill-topic-reset = reset
drill-topic-extra-time = extra time
drill-topic-standalone = standalone exam
drill-topic-spare-machine = swapping in a spare invigilation machine

# Signed documents

kind-examsite-appointment-1 = appointment of the provincial exam agency
kind-examsite-request-1 = site registration request
kind-examsite-lock-1 = lock registration request
kind-examsite-locks-1 = lock register
kind-examsite-replacement-1 = site lock replacement request
kind-examsite-grant-1 = site lock replacement grant
kind-examsite-package-1 = exam data
kind-examsite-exam-authorization-1 = exam authorization
kind-examsite-start-authorization-1 = start authorization
kind-examsite-release-1 = room release
kind-examsite-report-1 = room report
kind-examsite-transfer-1 = transfer token
kind-examsite-result-1 = room result
kind-examsite-station-1 = answering station request
kind-examsite-alone-1 = standalone package
kind-examsite-return-1 = standalone return
kind-examsite-head-1 = journal mark
kind-examsite-room-day-1 = a room's statement of its day
kind-examsite-backup-1 = backup statement
kind-examsite-room-backup-1 = a statement of a room's backup
kind-examsite-receipt-1 = upload receipt

number-check-not-read = its number not read
number-check-same = its number the same as registered
number-check-by-person = its number compared by a person

# Sheets of the whole site

room-form-e01 = the room record
room-form-e04 = the seating chart
room-form-e05 = the door list
room-form-r02 = the slip list
room-form-r06 = the extra-time ledger
site-form-e03 = the transfer sheet
site-form-e09 = the application for a delayed start
site-form-e10 = the application for extra time
site-form-e11 = the standalone consent and package record
site-form-e12 = the supervision record
site-form-e13 = the seal record
site-form-e14 = the custody sheet
site-form-r04 = the record of what was allowed
site-form-r05 = the record of delayed starts

# Seats, resets, transfers

seat-means-drawn = drawn here at random
seat-means-slip = by seat slip
seat-means-in-room = assigned in the room
seat-means-kept = kept from the session before

redraw-reason-seat-faulty = a faulty seat
redraw-reason-neighbours = relatives or acquaintances side by side

reset-cause-machine = a fault of the exam machine
reset-cause-network = a network fault
reset-cause-peripheral = a fault of a peripheral device
reset-cause-cloud = a fault of the cloud machine room

settled-as-taken-in = taken in
settled-as-cancelled = cancelled, back in the own room
settled-as-stayed = sat in the own room after all
settled-as-sat-elsewhere = sat in another room
settled-as-left = came and left, counted as absent
settled-as-absent = never came, counted as absent
settled-as-kept = kept the room of the session before
settled-as-moved-room = moved to a standby room with the whole room

found-invigilators = the invigilators of both rooms
found-seating-chart = the signatures on the seating chart
found-room-system = what the invigilation machine shows

cancel-reason-seat-came-free = a seat of the own room became free
cancel-reason-wrong-candidate = the wrong candidate was sent

# Identity, leaving, signals, swapping an invigilation machine

hold-cause-no-ticket = the ticket is missing
hold-cause-no-document = a valid identity document is missing
hold-cause-document-expired = the identity document has expired
hold-cause-number-differs = the number on the document differs from the roster
hold-cause-person-unlike = the person does not look like the photo

admitted-on-proved = identity was proved
admitted-on-chief = the chief examiner made an exception

impostor-step-kept-apart = kept apart from the other candidates
impostor-step-police = the police were called

leave-cause-illness = sudden illness
leave-cause-removed = being led out for a violation
leave-cause-cancelled = the session being cancelled

bell-entry = signal for entry
bell-start = signal for the start
bell-reminder = signal of the time left
bell-end = signal for the end

swap-reason-defect = the machine is defective
swap-reason-slow = the machine is slow
swap-reason-software = its software fails

# Standalone exams

ground-reset-failed = a login that failed after a reset
ground-room-down = network, power or invigilation machine of the room failed
ground-no-machine = every exam machine is taken or out of order

custody-ours = made here
custody-registered = made by another system, only kept here

void-reason-station-failed = the answering station failed
void-reason-medium-failed = the medium failed
void-reason-wrong-station = the wrong answering station
void-reason-back-to-room = back at an exam machine

package-end-void = void
package-end-counted = came back, counts
package-end-lost = answers written off

return-flaw-second = other answers of this session are here already
return-flaw-voided = its package was made void
return-flaw-older = opened before the package was exported
return-flaw-ahead = handed in at a time that is still to come
return-flaw-too-long = more answering time than package and vouchers gave
return-flaw-written-off = the answers were written off before
return-flaw-early = handed in before the closure ended
return-flaw-clock = the clocks of the station do not agree: it stood still, or its time was changed
return-flaw-login = opened at another time than the login entered here

# Closing

override-reason-seen-in-room = seen in the room itself
override-reason-room-system-silent = the system of the room does not tell it
override-reason-reported-above = reported to the exam agency, which sees to it

scratch-note-counted-wrong = miscounted when handed out
scratch-note-torn = torn, not to be counted
scratch-note-carried-out = carried out of the room; the violation is recorded apart

result-reason-collected-again = the answers were collected again
result-reason-first-incomplete = the version before is incomplete
result-reason-wrong-file = the version before was the wrong file

# Delayed starts, extra time

entry-group-time = delays, extra time
kind-examsite-directive-1 = directive of the ministry's exam centre

measure-delay = delayed start
measure-extra-time = extra time

means-phone = by telephone
means-in-person = in person
means-message = by message
means-letter = by letter or fax

purpose-delay = a delayed start of a room
purpose-delay-site = a delayed start of the whole site
purpose-extra-time = extra time of a candidate
purpose-extra-time-room = extra time of a whole room

answer-mistyped = some groups were misheard or mistyped
answer-anothers = it is not a code for this

outcome-start = start
outcome-postpone = postpone
outcome-cancel = cancel

called-off-postponed = postponed
called-off-cancelled = cancelled

delay-step-cause = report the cause
delay-step-apply = apply
delay-step-consent = enter the consent
delay-step-code = enter the code
delay-step-directive = take in the directive
delay-step-start = may start
delay-step-wait = starts on time

loss-cause-fault = a fault of machines, network or power
loss-cause-move = moving to another machine, seat or room
loss-cause-staff = what the staff did
loss-cause-disturbance = a disturbance in the room
loss-cause-candidate = the candidate's own doing

take-back-reason-mistyped = mistyped
take-back-reason-not-given = never given in the room
take-back-reason-wrong-candidate = wrong candidate

loss = lost from { $since } to { $until } ({ $cause }), because of { $causes }, reported by { $told_by }
short = { $tickets ->
    [none] { $count } candidates
   *[other] { $count ->
        [one] ticket { $tickets }
       *[other] tickets { $tickets }
    }
} (had { $used }, needs authority for { $total } in all{ $most ->
    [0] {""}
   *[other] , has it for { $most }
})

verdict-current = current; its content is compared with the copy that is kept
verdict-superseded = superseded, the newest copy holds
verdict-draft = a draft that counts as no copy
verdict-not-kept = a slip of which no copies are kept
verdict-unknown = this store never made such a copy
verdict-other-history = the journal of this store says otherwise, it is another record
verdict-other-site = a paper of another site

exception-kind-start-doubted = starts reported without leave or twice
exception-kind-let-in-afterwards = entries told after the door had closed
exception-kind-ended-unchecked = rooms ended before all was checked
exception-kind-let-stand = checks that the chief let stand
exception-kind-go-all-the-same = a go signed with gates not ready
exception-kind-written-off = answers written off
exception-kind-answers-doubted = answers damaged, differing or handed in twice
exception-kind-dispute = transfers disputed or settled too late
exception-kind-reported-late = first reports of incidents too late
exception-kind-hop-skipped = levels passed over in reporting
exception-kind-regraded = incidents graded anew
exception-kind-evidence-returned = evidence given back to its owner
exception-kind-signed-again = signatures or scans entered anew
exception-kind-found-late = incidents found more than ten minutes after they happened
exception-kind-violation-changed = violations corrected or withdrawn
exception-kind-unsupervised = backups of site or room without supervision, supervised steps out of time
exception-kind-locks = site lock silent or replaced, locks lost, seals broken
exception-kind-resumed = the day taken up on the spare machine
exception-kind-mirror = the mirror stopped, or steps went on without it
exception-kind-medium-lost = a medium lost
exception-kind-receipt-differs = an upload receipt that does not fit the backup
exception-kind-room-opened = closed rooms opened early or with a broken seal
exception-kind-wrong-proof = wrong PINs in a row, codes or authorizations that did not hold
exception-kind-late-gate = late gates
exception-kind-started-late = late starts
exception-kind-admitted = admitted by the chief in spite of a doubt
exception-kind-left-early = left for illness during the closure
exception-kind-transfer-allowed = transfers in a site with fixed seats
exception-kind-seat-redrawn = seats given anew
exception-kind-accepted-without = acceptance without some rooms
exception-kind-trained-late = training after the last day for it
exception-kind-duty-changed = duty drawn anew or changed
exception-kind-room-changed = invigilation machines changed, standby rooms opened, rooms moved
exception-kind-corrected = rolls corrected, extra time taken back
exception-kind-by-hand = answers or results by hand
exception-kind-consent-by-phone = standalone exams consented to by telephone
exception-kind-sheet-void = sheets of violations voided
exception-kind-scratch-short = scratch paper missing
exception-kind-reprinted = reprints
exception-kind-receiver-unchecked = hand-overs without a look at the cards of the receivers
exception-kind-desk-taken = desk taken over without a hand-over
exception-kind-term-grew = to be kept for longer after it was handed over: tell the province
exception-kind-cleaning-awaited = sealed to await cleaning
exception-kind-clock = system clock moved
exception-kind-entered-late = entered more than 10 minutes after the event
