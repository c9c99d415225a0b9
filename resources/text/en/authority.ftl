# Locks and authority.

authority-segments = Parts of locks and authority
authority-grants = Authorizations
authority-sitting-segment = Calibrate and use
authority-register-segment = Register and custody
authority-sealing-segment = Test and seal
authority-no-package = No exam package yet; it is taken in on “Arrangement” first
authority-session = Session
authority-serial = Serial
authority-state = State
authority-room = Room

## Steps under supervision

authority-not-begun = Not begun; it may take { $minutes } minutes
authority-left = { $time } left
authority-lapsed = Its time ended at { $time }
authority-lapsed-how = Its time is over and nothing of it was kept. The supervisor signs again, and it begins anew.
authority-under = Number { $number }, operator { $operator }, supervisor { $supervisor }, to be done by { $time }
authority-given-up = Given up; nothing of it was kept
authority-sitting-done = Calibration and taking into use are done; the supervisor has signed

## Receipt

authority-receipt = Receive authorizations
authority-receipt-how = The province's authorizations are received under supervision: the supervisor signs first, then each is brought, and all are entered together. The exam authorization is received alone; start authorizations of all sessions of a batch can come together.
authority-receipt-begin = Begin the receipt
authority-receipt-done = Finish the receipt
authority-receipt-give-up = Give up the receipt
authority-receipt-first = No receipt is open, so the scan was not used. Choose “Begin the receipt” first; once the supervisor has signed, scan again.
authority-received = Authorizations received and entered
authority-vpn-key = VPN key used
authority-vpn-none = None
authority-brought = Authorizations brought and not entered yet
authority-document = Authorization
authority-pick = Choose files
authority-file-kind = Authorizations
authority-remove = Remove the chosen
authority-text = Text of the authorization (scanned or pasted, not shown)
authority-text-how = Scan, or paste and press Enter
authority-enter = Bring the text
authority-text-unread = The scanned or pasted text is incomplete or damaged and was not used. The site administrator scans it again; if that fails, brings the file instead, or asks the provincial exam agency.
authority-practice = Have the province send them (practice)
authority-alone = The exam authorization and start authorizations are received apart; what was brought last was not used. Finish this receipt first, then begin the next.
authority-file-says = { $file }: { $said }
authority-false = Entered as an incident: { $incidents }. The site administrator reports it to the chief examiner and the exam office.

## Exam authorization, start authorization

authority-exam = Exam authorization
authority-exam-none = Not received
authority-exam-there = Received
authority-exam-missing = Not there yet; it is received under supervision on the day before
authority-starts = Start authorization
authority-starts-how = One for each session. Once received, the site administrator alone checks it from its time on, and no session waits for another; rooms can be released only after that.
authority-starts-at = Unified start
authority-opens = Opens
authority-starts-all = All checked
authority-starts-of = { $done } of { $total } checked
authority-ahead = Not received; from { $time }
authority-none = { $late ->
    [0] Not received; it can be received now
   *[other] Not received; open for { $late } min
 }
authority-received-ahead = Received; check from { $time }
authority-to-check = { $late ->
    [0] To be checked
   *[other] To be checked; open for { $late } min
 }
authority-checked = Checked at { $time }, serial { $serial }
authority-check-none = Check the start authorization
authority-check = Check authorization: { $session }
authority-check-done = Start authorization of { $session } checked; rooms can be released

## Calibrating and taking into use

authority-sitting = Calibrating invigilation locks and taking them into use
authority-sitting-how = Invigilation locks are calibrated, then plugged into the site machine and taken into use, all under supervision. The supervisor signs at the beginning and at the end; in between it goes lock by lock.
authority-sitting-begin = Begin the sitting
authority-sitting-end = Finish the sitting
authority-sitting-give-up = Give up the sitting
authority-room-locks = Invigilation locks of the rooms
authority-locks-of = { $done } of { $total } rooms have theirs in use
authority-locks-optional = Not required in this exam
authority-no-room-locks = The locks of the rooms stand here once the exam package is in
authority-lock = Lock
authority-plugged = Plugged in
authority-in = In
authority-unfit = Unfit
authority-spare = Spare
authority-no-lock = No lock registered
authority-calibrated = Calibrated { $time }, { $offset } s apart
authority-calibrated-off = Calibrated { $time }, { $offset } s apart: too far
authority-in-use-row = In use since { $time }, with { $person }
authority-lock-of = Room { $room } · Lock { $serial }
authority-lock-spare = Spare lock { $serial }
authority-plug-in = Plug lock { $serial } into the site machine; once it is seen, its PIN is entered here.
authority-too-far = At the last calibration it was { $offset } s apart, more than the { $allowed } s allowed. Calibrate again and enter it; if it stays so, two persons confirm the site time on “Clock” first.
authority-in-use = In use since { $time }, with { $person }.
authority-again = Enter another calibration
authority-again-means = After another calibration this lock has to be taken into use again.
authority-offset = Seconds apart
authority-offset-how = As the calibration site shows it: positive where the site machine is ahead, negative where it is behind, 0 where they agree.
authority-offset-wrong = The seconds are missing, or no whole number. Enter what the calibration site shows.
authority-calibrated-at = Calibrated at
authority-calibrate = Enter the calibration
authority-calibrated-toast = Calibration of lock { $serial } entered
authority-pin = PIN of the lock
authority-practice-pin = Every practice lock has the PIN { $pin }
authority-wrong-pin = The PIN of lock { $serial } is wrong. Check it and enter it again.
authority-pin-waits = The PIN was wrong several times; try again in { $seconds } s.
authority-holder = Handed to
authority-use = Take the lock into use
authority-used-toast = Lock { $serial } is in use in room { $room }

lock-stage-other-exam = For another exam
lock-stage-revoked = Withdrawn
lock-stage-lost = Reported lost
lock-stage-not-yet-valid = Not valid yet
lock-stage-expired = Expired
lock-stage-in-store = Not issued
lock-stage-issued = Issued
lock-stage-uncalibrated = Not calibrated
lock-stage-stale = Calibration over
lock-stage-too-far-off = Too far apart
lock-stage-calibrated = Calibrated, to be taken into use
lock-stage-in-use = In use
lock-stage-returned = Back; to be taken into use anew

## Register and custody

authority-register = Lock register
authority-register-take = Take in a newer register
authority-register-files = Lock registers
authority-register-taken = The newer register is in force
authority-no-register = The register comes with the exam package
authority-out = { $count ->
    [one] One is out
   *[other] { $count } are out
 }
authority-all-back = None is out
authority-only-out = Only those that are not back
authority-keeper = Kept by
authority-kind = Kind
authority-reference = Registration
authority-validity = Registered for
authority-valid = { $until ->
    [none] { $since ->
        [none] No limit
       *[other] From { $since }
    }
   *[other] { $since ->
        [none] Until { $until }
       *[other] { $since } to { $until }
    }
 }
authority-custody = Issue, hand over, return, loss
authority-issue = Issue
authority-hand-over = Hand over
authority-return = Return
authority-lost = Loss
authority-chosen = Chosen: { $serials }
authority-choose = Choose a lock in the table above first
authority-issue-how = One at a time; whoever takes it signs on the spot.
authority-issue-do = Enter the issue
authority-taker = Taken by
authority-issued = { $serials } issued
authority-hand-over-how = One at a time; both sign on the spot.
authority-hand-over-do = Enter the handover
authority-next = Handed on to
authority-handed-over = { $serials } handed over
authority-return-how = Several can come back at once: choose them together in the table. A lock stays in its room until the room has ended.
authority-return-do = Enter the return
authority-returned = { $serials } back
authority-lost-how = A lock that is lost or in wrong hands counts no more from this entry on; an incident is opened and its report clock runs. A room that has started goes on; for the next session it needs another lock. Found again, it has to be registered anew.
authority-lost-do = Report the loss
authority-lost-at = Found missing at
authority-told-by = Reported by
authority-lost-done = { $serials } reported lost

## Site lock

authority-site-lock = Site lock
authority-lock-in = In place
authority-lock-out = Not found
authority-lock-fault = No answer: { $reason }
authority-lock-out-how = Starts, ends, extra time and resets go on; taking in authorizations, backups, uploads and cleaning wait for the lock. Plug the site lock in again and enter its PIN.
authority-lock-back = Open the site lock
authority-lock-is-back = The site lock is in again
authority-lock-made = Kind
authority-software = Software lock, for practice only
authority-hardware = Hardware lock
authority-fingerprint = Key fingerprint

## Sealed-room test, acceptance, sealing, unsealing

authority-choose-one = Choose
authority-choose-first = One choice is still missing.
authority-test = Sealed-room test
authority-test-how = Every room is tested with the real data; the last result counts.
authority-test-none = Not entered
authority-test-passed = Passed
authority-test-failed = Failed
authority-test-result = Result
authority-test-at = Tested at
authority-test-first = Choose the result first.
authority-test-do = Enter the test
authority-test-again = Enter another test
authority-test-done = Sealed-room test entered
authority-accept = Acceptance
authority-accept-how = After a test that passed, verified by a supervisor. A later test that fails takes it back.
authority-accept-none = Not accepted
authority-accepted = Accepted { $at }
authority-accept-do = Enter the acceptance
authority-accept-done = Acceptance entered
authority-seal = Sealing and unsealing
authority-seal-none = Not sealed
authority-seal-on = Sealed
authority-seal-broken = Something is wrong with the seal
authority-seal-opened = Unsealed
authority-seal-how = Entered once the seal is on. From then on this machine can only be looked at and unsealed; an exam of several days is sealed again every night.
authority-seal-number = Number of the seal
authority-seal-place = Kept in
authority-seal-do = Enter the sealing
authority-sealed = Sealed; from now on only looking and unsealing
authority-sealed-at = Sealed at
authority-opened-at = Unsealed at
authority-unseal-how = Two persons read the number off the seal and look whether it is intact. A wrong number or a broken seal becomes an incident, and the chief examiner decides.
authority-seal-read = Number on the seal
authority-intact = Is it intact?
authority-intact-yes = Intact
authority-intact-no = Not intact
authority-unseal-why = There is no exam today, so unsealing needs a reason.
authority-unseal-reason = Reason
authority-unseal-do = Unseal the equipment
authority-unsealed = Equipment unsealed
authority-practice-seal = Number of the practice seal: { $number }
authority-seal-waits = The seal bears another number or is not intact; incident { $incident } is open. The equipment is not used until the chief examiner has looked into it and enters a decision below.
authority-never-opened = There is an exam today, but nothing was unsealed. If it was never sealed, the chief examiner looks into it and enters a decision below; then start authorizations can be checked.
authority-decide-how = The chief examiner signs in and enters it; another person verifies.
authority-decision = Decision
authority-decide-do = Enter the decision
authority-decided = Decision entered; the equipment can be used
authority-print-custody = Print the custody sheet
