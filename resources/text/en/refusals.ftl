# What the rules do not allow: first what is the case, then the next step, who does it and where.

## People, permissions, time

refusal-not-your-role = The role signed in is { $role }; this step belongs to: { $allowed }. One of them signs in here and does it.
refusal-another-person-needed = This step needs another person to verify it on the spot, in one of these roles: { $allowed }. That person enters their own PIN here.
refusal-staff-signs-now = The staff list is in, so nobody signs as mere holder of the lock any more. The person signs in with an own staff code and PIN.
refusal-site-lock-needed = This step needs the site lock { $serial }, which does not answer. The site system administrator inserts it, enters the PIN of the lock on the Locks and authority page, and tries again.
refusal-nobody-signed-in = Nobody is signed in. The person who does this step signs in first.
refusal-not-yet-happened = The time entered, { $happened_at }, is later than this console's time, { $now }. Check the time and enter the event after it has happened.
refusal-person-unknown = What was entered is not a code in the staff list of this console; people are entered by code, not by name. Whoever enters it looks up the code and enters that; where the person who reported is not in the list, they enter their own code.
refusal-not-at-the-desk = On duty at this console is { $holder }, who alone signs off duty. To take over, the person who follows signs in here and takes the desk.
refusal-not-your-room = Whoever is signed in serves room { $own } and does nothing for room { $room }. Someone of room { $room }, or the site system administrator, signs in here and does it.
refusal-this-person-needed = This step also needs the signature of { $person } in person. { $person } enters their own PIN here.
refusal-first-pin-still = { $person } still uses the first PIN that came sealed, which serves only to choose an own one. { $person } changes the PIN on the People page, then does this step.
refusal-site-time-unconfirmed = This console was restarted, and the site time is not confirmed yet. The site system administrator and another person compare it with an outside clock and confirm it on the Clock page.
refusal-time-before-last-entry = The outside time entered, { $outside }, is before the last journal entry at { $last_entry }; site time never goes back. The two persons compare it with an outside clock again; if it really is earlier, they tell the exam office and confirm the time after { $last_entry }.

## Fitness to serve, avoidance, confidentiality, delegation

refusal-not-qualified = There is no record that system administrator { $person } passed the { $test ->
    [yes] hands-on drill
   *[no] { $drill ->
        [yes] online test
       *[no] online test and the hands-on drill
    }
}, so this person may not serve yet. If passed, the exam office enters the dates on the People page and another person verifies them; if not, a qualified system administrator does this step.
refusal-agreement-missing = There is no record that { $person }, who comes from outside, signed the confidentiality document, so this person does nothing here yet. They sign it on paper, and the site system administrator enters the day on the People page.
refusal-must-avoid = { $person } must not take part: this person or a relative sits this exam under ticket { $ticket }. The site system administrator tells the chief examiner, and somebody else does this step.
refusal-no-administrator = “{ $person }” is no site or room system administrator of the staff list, so test and drill are not entered. Whoever enters them checks the staff code.
refusal-not-for-oneself = { $person } neither enters nor verifies their own fitness to serve. Somebody else enters it, and the exam office, resident officer, chief examiner or deputy verifies it.
refusal-day-too-late = The day entered, { $day }, is after today, or after the last day of this exam. Whoever enters it checks the day and enters it again.
refusal-topics-missing = These parts of the hands-on drill are not done: { $missing }. Whoever enters the drill does so when all of them are done.
refusal-not-on-the-list = What was entered is not a code in the staff list of this console. Whoever enters it checks the code; if the list is incomplete, the site system administrator asks the provincial exam agency for corrected exam data.
refusal-tickets-unknown = These tickets are not in the roster of this site: { $tickets }. Whoever enters them checks them; relatives who sit the exam at another site are not entered.
refusal-chief-himself = Only the chief examiner delegates; a deputy acting for the chief does not delegate further. The chief examiner signs in here and does it.
refusal-no-deputy = “{ $person }” is no deputy chief examiner of the staff list and cannot act for the chief examiner. The chief examiner chooses a deputy.
refusal-paper-number-wrong = The number of the written delegation is blank or has other signs than digits, letters and hyphens, 20 at most. The chief examiner enters it again as it stands on the paper.
refusal-not-within-today = The end of the delegation, { $until }, has passed or is not today. The chief examiner enters a time later than now and before the end of today.
refusal-nobody-to-recover = What was entered is not a code in the staff list of this console, so there is no PIN to recover. The two persons check the code and enter it again.
refusal-recovery-by-others = The PIN of { $person } is recovered before two others, and { $person } does not sign. Two others sign in, one of them from the exam office, the resident officer, the chief examiner or a deputy; { $person } only enters the new PIN.

## Enrolment, arrangement

refusal-already-enrolled = This console is already enrolled as site { $site }. The site system administrator enrolls another site in a new data folder.
refusal-package-missing = This console has no exam data yet. The site system administrator first imports them on the Arrangement page.
refusal-numbers-not-confirmed = The numbers of the rulebook template “{ $rulebook }” have not been confirmed by the exam agency against the notice of this exam. The site system administrator asks the provincial exam agency for exam data with confirmed numbers and imports those.
refusal-site-lock-not-registered = The site lock { $serial } is not in the lock register offered, or is registered with another key. The site system administrator has the provincial exam agency check the registration and issue new exam data or a new lock register.
refusal-taken-too-long = Importing the exam data took longer than its time, which ended at { $closes_by }; nothing of it was kept. The site system administrator imports them again on the Arrangement page, within the time.
refusal-edition-not-newer = These exam data are edition { $offered }; edition { $current } is already in force here, and only a newer edition replaces it. The site system administrator checks the file; to go back to older content, the provincial exam agency issues a higher edition.
refusal-sessions-under-way = In { $sessions } a room has started or candidates have entered, so the arrangement stays. Go on with it; note single changes on paper first, and the site system administrator tells the chief examiner.
refusal-issued-is-fixed = The issued arrangement timestamp comes from the exam data and is not typed in. The site system administrator enters what the registration platform and the calibration site show.
refusal-timestamp-blank = The arrangement timestamp of the { $source } is blank. The site system administrator enters it exactly as shown.
refusal-timestamp-unlike = This is not an arrangement timestamp of { $source }: it has only digits, letters and signs of date and time, 40 at most. The site system administrator enters it again exactly as shown.
refusal-timestamps-incomplete = The arrangement timestamp is still missing from: { $missing }. The site system administrator enters it on the Arrangement page; authorizations follow when all three agree.
refusal-timestamps-differ = The arrangement timestamps differ. Unlike the others: { $odd }, showing: { $texts }. The site system administrator compares them sign by sign; if they still differ, the provincial exam agency issues the exam data again.
refusal-scan-unreadable = This is not the code of a room data confirmation sheet, or only part of it. The site system administrator scans it again on the Arrangement page.
refusal-scan-differs = The code on the confirmation sheet does not match the exam data here. The code says: { $shown }; expected: { $expected }. The site system administrator checks exam, site and edition of the sheet; if it is the right sheet, contact the provincial exam agency.
refusal-scan-missing = The room data have not been verified by scan, or the last scan did not match. The site system administrator scans the code of the confirmation sheet on the Arrangement page.

## Exam authorization, start authorization

refusal-unknown-session = The exam data here have no { $session }. The site system administrator checks the session chosen and the edition of the exam data.
refusal-already-authorized = { $session } already has a start authorization ({ $serial }); a session uses one only. Go on with it; if its content is in doubt, the site system administrator contacts the provincial exam agency.
refusal-exam-authorization-alone = Exam authorization and start authorizations are not taken in together. The site system administrator removes one kind from the list, finishes this receipt, and takes in the other one separately.
refusal-exam-authorization-missing = There is no exam authorization for this exam yet. The site system administrator first takes it in on the Locks and authority page, then does this step.
refusal-too-early-to-authorize = The start authorization of { $session } is taken in from { $opens_at } on. The site system administrator does it then.
refusal-nothing-brought = No start authorization was chosen. The site system administrator chooses authorization files on the Locks and authority page, or scans or pastes their text.
refusal-several-batches = One receipt brings the start authorizations of one batch; these belong to several: { $sessions }. The site system administrator receives them batch by batch.
refusal-start-authorization-missing = The start authorization of { $session } has not been received. The site system administrator begins a supervised step on the Locks and authority page, receives it, then verifies it.

## Registration of locks

refusal-lock-unregistered = Lock { $serial } is not registered for this exam and cannot be used. The site system administrator checks the number on the lock and uses a registered one; if it ought to be registered, they ask the provincial exam agency for a new lock register and import it on the Locks and authority page.
refusal-lock-of-other-exam = Lock { $serial } is registered for another exam ({ $exam }) and cannot be used in this one. The site system administrator uses a lock registered for this exam; where there is none, they contact the provincial exam agency.
refusal-lock-of-wrong-kind = Lock { $serial } is registered as { $kind }; needed here: { $needed }. The site system administrator puts in a lock of that kind and tries again.
refusal-lock-of-other-key = The number of lock { $serial } is registered, but with another key than the lock has; it may not be the lock that was registered. Stop using it; the site system administrator tells the exam office and has the provincial exam agency check it.
refusal-lock-revoked = The provincial exam agency withdrew the registration of lock { $serial }; it cannot be used. The site system administrator takes it back and uses another registered lock; where there is none, they contact the provincial exam agency.
refusal-lock-not-yet-valid = The registration of lock { $serial } begins at { $since }; it cannot be used yet. The site system administrator uses it then, or another lock now; if that time is wrong, they contact the provincial exam agency.
refusal-lock-expired = The registration of lock { $serial } ended at { $until }. The site system administrator uses a lock whose registration holds; where there is none, the provincial exam agency registers one anew.
refusal-lock-lost = Lock { $serial } was reported lost or in wrong hands (at { $lost_at }) and counts no more; if found, it must be registered anew. The site system administrator uses a spare lock; where there is none, they contact the provincial exam agency.
refusal-register-before-package = This console has no exam data yet, and the first lock register comes with them. The site system administrator first imports the exam data on the Arrangement page.
refusal-old-lock-not-revoked = In the lock register that came with the new site lock, the old site lock { $serial } still serves. The site system administrator asks the provincial exam agency for a replacement that withdraws the old lock, then does this again.
refusal-register-not-newer = This lock register has number { $offered }; in force here is { $current ->
    [0] number 0, which came with the exam data
   *[other] number { $current }
}, and only a newer one replaces it. The site system administrator checks the file; to go back, the provincial exam agency issues a register with a higher number.
refusal-lock-not-proved = Lock { $serial } has to sign this step; it is not detected, or not opened with its PIN. The site system administrator inserts lock { $serial } and enters the PIN of the lock.

## Issue, handover, return

refusal-not-the-custodian = The site lock { $serial } is held by { $holder }, who has to sign this step. { $holder } signs here; to change the holder, first hand it over on the Locks and authority page.
refusal-key-held-by-another = The VPN key { $serial } is held by { $holder }, and only its holder uses it. { $holder } signs in and does this step; to change the holder, first hand it over on the Locks and authority page.
refusal-lock-issued-already = Lock { $serial } is issued to { $holder }. The site system administrator checks the number on the lock; to change the holder, { $holder } and the person who takes it first hand it over on the Locks and authority page.
refusal-not-issued = Nobody holds lock { $serial }, so it is neither handed over nor returned. The site system administrator checks the number on the lock; to give it to someone, first issue it on the Locks and authority page.
refusal-room-still-runs = Lock { $serial } is in use in room { $room }, whose exam has not ended, and stays there. The site system administrator does this step after the room has ended.

## Supervision, calibration, taking into use

refusal-supervision-needed = Supervision is needed for { $kind }, and no supervisor has signed. The site system administrator begins a supervised step on the Locks and authority page; someone of the exam office, the resident officer, the chief examiner or a deputy signs as supervisor.
refusal-supervision-open = A supervised step of this kind is going on: number { $number }, operator { $operator }, supervisor { $supervisor }. The site system administrator goes on with it on the Locks and authority page, or ends it first.
refusal-supervisor-only = { $supervisor } supervises step { $number } and does not do it too. The operator signs in and does it, and the supervisor stands by.
refusal-supervision-lapsed = The time of supervised step { $number } ended at { $closes_by }, and this was not done. The site system administrator begins a new supervised step on the Locks and authority page, and the supervisor signs again.
refusal-no-open-supervision = No supervised step numbered { $number } is going on. The site system administrator checks it on the Locks and authority page, and begins a new one where needed.
refusal-nothing-received = Supervised step { $number } has brought no authorization yet and is not done. The site system administrator receives the authorizations on the Locks and authority page, which completes it; otherwise they end it as given up.
refusal-calibrated-later = The calibration of invigilation lock { $serial } at { $at } is later than the site time now, { $now }. Whoever enters it checks the time and enters it again; if the site time is wrong, two persons first confirm it on the Clock page.
refusal-calibrated-earlier = Invigilation lock { $serial } already has a calibration of { $last }; the one entered, { $at }, is earlier. Whoever enters it checks and enters the newest calibration.
refusal-calibration-stale = Invigilation lock { $serial } was calibrated at { $at }, which does not hold today. The site system administrator has it calibrated again under supervision and enters that on the Locks and authority page.
refusal-not-calibrated = Invigilation lock { $serial } has no calibration record. The site system administrator has it calibrated under supervision, enters that on the Locks and authority page, then takes it into use.
refusal-clock-too-far-off = The site machine and invigilation lock { $serial } differ by { $offset_seconds } s (above zero: the site machine is ahead); { $allowed } s are allowed. The site system administrator has the lock calibrated again; if they still differ, two persons confirm the site time on the Clock page before the next calibration.
refusal-lock-of-other-room = Invigilation lock { $serial } cannot be taken into use for room { $room }: it is registered for another room, or this site has no such room. Registered room: { $registered }. The site system administrator checks the number on the lock and the room number, and uses the lock of that room or a spare one.
refusal-lock-in-use = Invigilation lock { $serial } is in use for room { $room }. The site system administrator checks the number on the lock and uses another one here; to move this one, have it calibrated again, then take it into use.
refusal-supervisor-keeps-no-lock = { $person } supervises this step and does not hold invigilation lock { $serial } too. The site system administrator names somebody else as its holder.
refusal-rooms-without-lock = These rooms of { $session } have no invigilation lock that is calibrated, in use and held by someone, so they are not released: { $rooms }. The site system administrator first has their locks calibrated and takes them into use on the Locks and authority page; other rooms can be released now.

## Sealed-room test, acceptance, sealing, unsealing

refusal-test-missing = { $last ->
    [failed] The last sealed-room test was not passed
   *[no] There is no sealed-room test yet
}, so the site is not accepted. The site system administrator enters a passed test on the Locks and authority page, then the acceptance.
refusal-acceptance-missing = The site has not been accepted, so the equipment is not sealed and start authorizations are not verified. The site system administrator first enters the sealed-room test and the acceptance on the Locks and authority page.
refusal-seal-number-wrong = The number of the seal is blank or has other signs than digits, letters and hyphens, 20 at most. Whoever enters it reads it off the seal again.
refusal-rooms-running = In { $session } these rooms have not ended: { $rooms }. The site system administrator seals the equipment after they have ended.
refusal-equipment-sealed = The equipment is sealed; until it is unsealed, only looking is open. The site system administrator first checks the seal and unseals it on the Locks and authority page.
refusal-not-sealed = The equipment is not sealed, so there is no seal to open or to decide on. The site system administrator goes on with the next step, or seals it on the Locks and authority page.
refusal-unseal-reason-needed = There is no exam today, so unsealing needs a reason and another person. The site system administrator chooses the reason, then unseals.
refusal-chief-decides = The seal has another number or is not intact; this is incident { $incident }, and the equipment is not used. The chief examiner looks into it and enters a decision on the Locks and authority page.
refusal-seal-broken = There is no decision yet on the seal of incident { $incident }, and the equipment is not used. The chief examiner looks into it and enters a decision on the Locks and authority page.
refusal-seal-to-be-opened = The equipment is under seal, and nothing is known against that seal, so the chief examiner has nothing to decide. The site system administrator and another person check the seal and unseal the equipment on the Locks and authority page.
refusal-seal-not-opened = There is no record that the equipment was unsealed on { $day }, so start authorizations are not verified. If it is sealed, the site system administrator and another person unseal it on the Locks and authority page; if it never was, the chief examiner enters a decision there.

## Release, start

refusal-start-not-authorized = { $session } has no start authorization yet. The site system administrator first takes it in on the Locks and authority page, then releases rooms.
refusal-nobody-arranged = In { $session } nobody is arranged into room { $rooms }. The site system administrator checks session and room number.
refusal-room-not-released = Room { $room } is not released for { $session }. The site system administrator first releases it on the Overview page.
refusal-already-started = Room { $room } started { $session } at { $started_at }, and the first start command stands. The site system administrator checks the time with the room system administrator.
refusal-start-before-time = Room { $room } reported its start at { $at }, before the unified start of { $session } at { $starts_at }. It does not count as a start and is recorded as an incident. The site system administrator checks with the room system administrator at once and tells the chief examiner; if the time was misreported, enter the actual time.
refusal-earlier-session-open = At the start time reported, room { $room } had not ended { $open }. The site system administrator first ends it on the End of exam page, then enters this start; if it ended before it was checked, that is entered there as it was; if the time is wrong, they check it with the room system administrator.
refusal-delay-not-allowed = A start of { $session } in room { $room } at { $at } is a delayed start ({ $tier }). No such consent, code or directive had been given by then, so the start was not recorded; that it was reported is in the journal. The site system administrator applies for it on the Delays and extra time page; for a consent, the city exam agency, or whoever the rulebook names, is called and the consent entered; for a code, the provincial exam agency is called and the code entered; what the ministry's exam centre decides is reported to it, and its directive taken in.

## Entry, absence

refusal-not-in-this-session = Ticket { $ticket } is not arranged in { $session }. The site system administrator checks ticket and session.
refusal-not-awaited = Ticket { $ticket } is already “{ $presence }” and is not checked in again. The site system administrator checks the ticket; an entry that is wrong is corrected on the Candidates page.
refusal-document-not-accepted = “{ $document }” is not among the identity documents of this exam. Accepted: { $accepted }. An invigilator checks one of these and enters it; a candidate who has none waits at the door, which is entered on the Candidates page, and the chief examiner is told.
refusal-entry-closed = Ticket { $ticket } came at { $came_at }; entry closed at { $closed_at }, so this candidate is not admitted. The arrival is recorded; an invigilator tells the candidate.
refusal-room-not-started = Room { $room } has no recorded start in { $session }. The site system administrator first enters its start time on the Room reports page.
refusal-entry-still-open = Room { $room } admits candidates of { $session } until { $closes_at }. The room system administrator counts those present and reports absences after that.
refusal-already-confirmed = The attendance of room { $room } in { $session } was confirmed at { $confirmed_at }. The site system administrator corrects single entries on the Candidates page.
refusal-not-of-this-room = These tickets do not belong to room { $room }: { $tickets }. The site system administrator checks tickets and room number with the room system administrator.
refusal-seen-yet-absent = In room { $room } these tickets have entered or were transferred out and cannot be absent: { $tickets }. The room system administrator checks in the room; if an entry is wrong, confirm the others first, then the site system administrator corrects these.
refusal-turned-away = Ticket { $ticket } was already turned away as too late. Where that entry was a mistake, the site system administrator corrects it after the roll, together with the chief examiner or the exam office.
refusal-late-yet-present = In room { $room } these tickets came after entry had closed and were not admitted, so they count as absent: { $tickets }. The room system administrator checks in the room and reports those who did not enter as absent with the others; for anyone who in fact entered in time, the site system administrator first enters the check-in with its actual time.
refusal-room-has-ended = Room { $room } ended { $session } at { $ended_at }, and its figures no longer change. The chief examiner notes anything else on the room record.
refusal-counts-do-not-fit = The counts reported for room { $room } in { $session } do not fit: { $here } belong there; reported are { $present } present, { $absent } absent, { $logged_in } logged in, { $submitted } submitted. Present and absent together are at most those who belong there, logged in at most those present, submitted at most those logged in; whoever enters them checks with the room system administrator and enters them again.
refusal-report-outdated = This report of room { $room } in { $session } is not newer than what is here. This report: number { $number }, counted at { $happened_at }; here: up to number { $last_number }, counted up to { $last_at }; one typed in has number 0. Whoever enters it gets the newest report from the room system administrator and enters that.
refusal-nothing-to-correct = Ticket { $ticket } is “{ $presence }” and has no confirmed attendance entry to correct. The site system administrator first confirms the attendance of the room.

## Incidents, faults

refusal-no-such-place = The place entered (session: { $session }, room: { $room }) is not in the exam data here. Whoever enters it checks session and room number, and leaves blank what concerns no session or room in particular.
refusal-not-a-seat = The room entered ({ $room }) has no such seats: { $seats }. Whoever enters them checks room and seats and enters them again on the Faults page, or leaves the seats blank where none in particular is concerned.
refusal-no-open-incident = No incident numbered { $number } is open. The site system administrator checks the number on the Room page, or opens the incident first.
refusal-closed-before-opened = The closing time { $closed_at } is before the time it happened, { $happened_at }. Check both times and enter them again.
refusal-no-open-fault = No fault numbered { $number } is open. Whoever enters it checks the number on the Faults page, or reports the fault first.

## Closing

refusal-nothing-to-write-off = Ticket { $ticket } is “{ $presence }, { $answers }” and has no answers to write off. Only missing answers of candidates who are present are written off; the chief examiner checks the ticket.
refusal-incident-of-something-else = A write-off stands on an incident of answers that cannot be recovered, or are damaged, in this candidate's session and room; incident { $number } ({ $kind }) is of another kind or place. The chief examiner checks the number on the Room page, or first opens such an incident for the room, then writes off.
refusal-closure-not-over = Room { $room } is closed until { $opens_at } in { $session }; until then no candidate leaves, and the room does not end. The room system administrator does it then; whoever has to leave earlier, as in sudden illness, is entered with the cause on the Room page, with the consent of the chief examiner.
refusal-rooms-not-ready = { $session } still has open items: { $rooms }. The site system administrator settles them one by one on the End of exam page, or ends the other rooms first.
refusal-rooms-still-open = { $session } has rooms that have not ended: { $rooms }. When all have ended, the site system administrator checks the answers.

## Records

refusal-draft-only = Room { $room } has not ended { $session }; what is printed now is a draft and no record. The site system administrator prints it after the room has ended; the sheet of a standalone exam, once its answers are back.
refusal-copy-number-taken = Copy { $copy } exists or is not next; the next copy is { $next_copy }. The site system administrator prints again.
refusal-slips-not-prepared = The order of the slips of room { $room } in { $session } has not been drawn. The site system administrator prepares the slips of this room and then prints them.
refusal-no-extra-time-given = Nobody of room { $room } was given extra time in { $session }, so there is no ledger of it to print. The site system administrator checks the room number; where minutes were given, they are first entered on the Delays and extra time page.
refusal-no-such-copy = Here is no copy { $copy } of { $form } for room { $room } in { $session }. The site system administrator checks the number of the copy; where there is none, print it first.
refusal-reprint-reason-wrong = { $changed ->
    [yes] The content differs from the last copy, so copy { $copy } is printed because it changed, and the last one is void.
   *[no] The content is the same as on the last copy, so copy { $copy } is not printed because it changed.
} The site system administrator chooses another reason and prints.
refusal-reprint-reason-needed = This is copy { $copy }, a reprint. The site system administrator chooses the reason, then prints.

## Backup, upload

refusal-answers-not-checked = The answers of { $session } have not been checked. The site system administrator first checks them on the End of exam page, then makes the backup.
refusal-name-taken = A backup named { $name } exists, and none is overwritten. The site system administrator makes the backup again under another name.
refusal-no-such-backup = Backup { $name } was not made here. The site system administrator checks the name on the Backup and upload page, and of a receipt whether it is for this site.
refusal-receipt-differs = The digest of backup { $backup } differs from the receipt, so it does not count as uploaded. Here: { $here }; receipt: { $there }. The site system administrator lays the bundle out again on the Backup and upload page, uploads it and contacts the provincial exam agency.
refusal-already-receipted = Backup { $backup } already has a receipt ({ $serial }), unlike this one. The site system administrator asks the provincial exam agency which one counts.

refusal-nothing-to-print = There is nothing to print for { $form }. The site system administrator checks the session, the ticket, the number of the application or of the supervision, the count of the sealing or the day, then prints.
refusal-step-not-ended = Supervision { $number } has not ended, so what is printed now is a draft. Operator and supervisor end it first, then it is printed.
refusal-transfers-unsettled = In { $session } { $pending } transferred out are not taken in anywhere, and { $disputed } are claimed by two rooms, so the transfer sheet cannot be printed. The site system administrator settles each on the Transfers page, the chief decides disputes, and then it is printed.
refusal-no-such-sheet = There is no copy { $copy } of { $form } here. The site system administrator checks the number of copies, and prints where there is none.
refusal-sign-anew = The staff list in force no longer has { $person }, or in another role. They sign in anew; where the list is wrong, the site system administrator has the exam agency correct it.
refusal-time-far-off = The time entered, { $outside }, is far from what this machine shows now, { $shown }, and once confirmed it cannot be made earlier. Whoever enters it checks day and hour once more; where they are right, tick that they were checked again and confirm.
refusal-test-of-another-day = This sealed-room test was at { $happened_at }, not today. A test is entered on its day; the site system administrator tests again with the data in force and enters that.

## Identity at the door, suspected impersonation

refusal-still-held = Ticket { $ticket } has been waiting at the door since { $held_at }, and nothing is decided yet. An invigilator checks the identity; whoever enters it first enters on the Candidates page whether they are admitted.
refusal-stopped-as-impostor = Somebody was stopped at the door on suspicion of sitting for ticket { $ticket } (incident { $incident }); until that is cleared up nobody enters with it. The chief examiner looks into it; if it is the candidate, withdraw the suspicion on the Candidates page, then admit them.
refusal-held-undecided = At the door of room { $room } these tickets still wait, and nothing is decided: { $tickets }. An invigilator checks their identity; whoever enters it says on the Candidates page whether they are admitted, then confirms the attendance.
refusal-turned-back-yet-present = In room { $room } the identity of these tickets was not proved at the door, or they are under suspicion, so they were not admitted and count as absent: { $tickets }. The room system administrator checks in the room and reports those who did not enter as absent with the others; for anyone who was admitted later, first enter that on the Candidates page.
refusal-not-held = Nobody waits at the door with ticket { $ticket }. Whoever enters it checks the ticket on the Candidates page; with all papers at hand, check the candidate in.
refusal-decided-before-held = The time entered, { $at }, is before the waiting began at { $held_at }. Whoever enters it checks the time on the Candidates page and enters it again.
refusal-suspected-already = Ticket { $ticket } is already under suspicion of impersonation (incident { $incident }). Whoever enters it goes on on the Candidates page with the times at which the person was kept apart and the police were called.
refusal-nobody-came = Ticket { $ticket } is entered as absent, so nobody came with it. Whoever enters it checks the ticket; if the absence is wrong, the site system administrator first corrects it on the Candidates page.
refusal-nobody-suspected = There is no suspicion of impersonation for ticket { $ticket }. Whoever enters it checks the ticket on the Candidates page, or first enters the suspicion.

## Seats, logins, resets

refusal-not-in-the-room = Ticket { $ticket } is “{ $presence }” and not in the room, so this is not done. Whoever enters it checks the ticket; if the candidate is at the door, first check them in on the Candidates page.
refusal-no-free-seat = Room { $room } has no free seat in { $session }. Whoever enters it chooses a room with free seats on the Transfers page; where there is none, the chief examiner decides there whether to open a standby room.
refusal-seat-given-already = Ticket { $ticket } already has seat { $seat }. Whoever enters it checks the ticket on the Room page; if the seat is faulty, or next to a relative or acquaintance, choose that reason and draw again.
refusal-seat-is-fixed = In this site the last three digits of the ticket are the seat; ticket { $ticket } has seat { $seat }, and none is drawn. An invigilator leads the candidate there; if the exam machine there is faulty, the room system administrator gives another seat, and the seat of the login is entered on the Room page as it is.
refusal-seats-are-fixed = In this site the last three digits of the ticket are the seat, so in { $session } there are no seat slips, and no seats are kept from the session before. Invigilators lead the candidates to their seats; after they log in, enter that on the Room page.
refusal-logged-in-already = Ticket { $ticket } has logged in (seat: { $seat }), so it is not transferred out and is given no other seat. Whoever enters it checks the ticket; where machine or network failed, the room system administrator does a reset, which is entered on the Room page.
refusal-seat-not-faulty = Seat { $seat } has no open fault, so that is no reason to draw again. Whoever enters it first reports the fault of the seat on the Faults page, then draws again on the Room page.
refusal-no-such-seat = Room { $room } has no seat “{ $seat }”. Whoever enters it checks the seat and enters it again on the Room page.
refusal-seat-out-of-order = Seat { $seat } of room { $room } has a fault that is not over, or is a spare seat not in service. Whoever enters it chooses another free seat; if it was mended, first enter that on the Faults page; to use a spare seat, first put it into service.
refusal-seat-taken = Seat { $seat } of room { $room } is taken. Whoever enters it checks the seat on the Room page and chooses a free one; if an earlier entry is wrong, go through the seats with the room system administrator.
refusal-named-twice = In what was entered for room { $room } a ticket or a seat stands twice, so nothing of it was recorded. Whoever enters it checks it on the Room page and enters it again.
refusal-not-every-seat = This draw for room { $room } did not shuffle all of its seats together and does not count. Whoever enters it draws again on the Room page; if that fails too, the invigilators assign seats at random in the room, and these are entered.
refusal-slips-given-out = Room { $room } has its seat slips for { $session }; the seats go by them, and none are drawn, prepared again or kept from the session before. The invigilators hand out the slips, and whoever enters the seats does so on the Room page.
refusal-seats-given-already = In room { $room } some have a seat for { $session } already, so no seat slips are prepared. Whoever enters them goes on drawing seats one by one on the Room page.
refusal-nothing-to-reset = Ticket { $ticket } has not logged in yet, so there is nothing to reset. Whoever enters it checks the ticket; if the exam machine lets nobody log in, the room system administrator gives another seat, and the seat of the login is entered on the Room page.
refusal-handed-in = The answers of ticket { $ticket } are settled, or the candidate has left, so there is no reset any more. Whoever enters it checks the ticket on the Room page; the chief examiner notes anything else on the room record.
refusal-reset-in-flight = Ticket { $ticket } was reset and is still to log in again at seat { $seat }. Whoever enters it enters that login on the Room page; if it failed, first enter that it failed, then reset again.
refusal-another-seat-needed = The reset is because of { $cause }, so ticket { $ticket } does not go on at seat { $seat }. Whoever enters it chooses another free seat in order on the Room page; if only a peripheral device was changed and the seat serves, choose the cause again.
refusal-no-reset-waits = No reset of ticket { $ticket } waits for a login. Whoever enters it checks the ticket on the Room page; where a reset is needed, enter that first.

## Transfers, standby rooms

refusal-site-not-overbooked = This site is not overbooked, so in { $session } nobody is transferred out. The site system administrator first tries spare seats, resets or a standalone exam; if seats are still short, open an incident, and with the consent of the chief examiner transfer out on it on the Transfers page.
refusal-room-not-full = Room { $room } { $left ->
    [0] is just full in { $session } and not overflowing
    [one] has { $left } free seat in { $session }
   *[other] has { $left } free seats in { $session }
}, so nobody is transferred out. Whoever enters it gives a seat on the Room page; if the seats are not as they are in the room, check with the room system administrator and enter the free seats on the Room reports page.
refusal-not-here-to-go = Ticket { $ticket } is “{ $presence }” and cannot be transferred out of this room. Whoever enters it checks the ticket; if the candidate is at the door, first check them in on the Candidates page, then transfer them out on the Transfers page.
refusal-has-a-seat = Ticket { $ticket } has seat { $seat } and stays; those go who came later and have none. Whoever enters it checks the ticket on the Transfers page; if that seat is faulty, first report it on the Faults page.
refusal-never-transferred-out = Ticket { $ticket } is in room { $room }, and no transfer out of it is pending. Whoever enters it checks the ticket on the Transfers page; if the candidate did go to another room, first enter the transfer out, then that room takes them in.
refusal-taken-in-elsewhere = Ticket { $ticket } is entered in room { $room }, and one room only takes in. The site system administrator asks both rooms where the candidate is, and the chief examiner decides on the Transfers page.
refusal-back-in-own-room = Ticket { $ticket } was transferred out of room { $room }, and going back there is no transfer. Whoever enters it cancels the transfer on the Transfers page.
refusal-in-before-out = The time entered, { $at }, is before ticket { $ticket } was transferred out at { $out_at }. Whoever enters it checks the time on the Transfers page and enters it again.
refusal-token-used = This transfer document for ticket { $ticket } was taken in before and counts once. Whoever enters it checks on the Transfers page in which room the candidate is; for a second transfer the room issues a new document.
refusal-outcome-unfit = The outcome “{ $outcome }” does not go with the room entered, or is not for the sending room to find. The site system administrator chooses again on the Transfers page; a room is entered only where the candidate sat in another one.
refusal-nothing-disputed = There is nothing to decide between rooms for ticket { $ticket } and room { $room }. The site system administrator checks ticket and room on the Transfers page, then the chief examiner decides.
refusal-not-a-standby-room = The exam data have no standby room { $room }. The site system administrator chooses one of the standby rooms listed on the Transfers or Faults page; where there is none, tell the chief examiner.
refusal-session-over = All rooms have ended { $session }, so nobody moves and no standby room is opened in it. The site system administrator checks the session; what is still to be said, the chief examiner notes on the room record.
refusal-standby-room-in-use = Standby room { $room } is in use for { $session } and is not opened again. The site system administrator chooses another one; to place people there, take them in on the Transfers page.
refusal-standby-room-too-small = Standby room { $room } has usable seats for { $seats }, and { $people } would come. The site system administrator chooses another standby room on the Faults page, or first puts its spare seats into service; if that is not enough, tell the chief examiner.
refusal-result-is-in = The result of room { $room } for { $session } was taken in, so the room moves nowhere any more. The site system administrator checks the room number; if the exam is done, end the room on the End of exam page.
refusal-incident-elsewhere = Incident { $number } is of another session or room, so this step cannot stand on it. The site system administrator checks the number on the Room page, or first opens an incident for this session and room.

## Exam machines, invigilation machines, spare seats

refusal-machine-line-unfit = Machine number { $line } in the list of room { $room } does not fit, so nothing of the list was recorded: its seat is not of this room or stands twice, or its name, address or port has signs that do not serve or is longer than 40. Whoever enters the list puts it right and imports it again on the Faults page.
refusal-not-spare = These are no spare seats of room { $room }: { $seats }. Whoever enters them checks the seats on the Faults page and chooses among the spare ones.
refusal-spare-taken = These spare seats of room { $room } are taken and stay in service: { $seats }. Whoever enters them takes only free ones out of service on the Faults page, and the others after the exam.
refusal-machine-name-unfit = The names of invigilation machines entered for room { $room } do not fit: they have capital letters, digits and hyphens, 16 at most, and the two are not the same. Whoever enters them reads them off the machines and enters them again on the Faults page.
refusal-another-machine-serves = The invigilation machine of room { $room } is { $machine }, not the one entered. Whoever enters it reads the name off the machine and enters it again on the Faults page.
refusal-spare-in-use = Invigilation machine { $machine } serves room { $room }. Whoever enters it checks the name on the machine and chooses another spare one on the Faults page.
refusal-data-not-restored = The exam goes on in room { $room }, and the new invigilation machine does not have its data yet. The room system administrator first restores them there, then the swap is entered on the Faults page.

## Leaving, signals, free seats

refusal-left-already = Ticket { $ticket } left the room at { $left_at }. Whoever enters it checks the ticket on the Room page; the chief examiner notes anything else on the room record.
refusal-not-started-yet = Room { $room } has no recorded start in { $session }, so nobody leaves, and nobody gets extra time. If it starts late, the site system administrator sees to the delayed start on the Delays and extra time page; if it has started, the start is first entered on the Room reports page; whoever has to leave, as in sudden illness, is entered with the cause on the Room page, with the consent of the chief examiner.
refusal-room-suspended = In room { $room } fault { $fault } is being dealt with, and until it is over nobody leaves. The room system administrator sees to it, and its end is entered on the Faults page; whoever has to leave, as in sudden illness, is entered with the cause on the Room page, with the consent of the chief examiner.
refusal-rung-already = The { $bell } was entered for { $session } at { $rung_at }, and the first time stands. Whoever enters it checks session and signal; one that is given again is not entered.
refusal-reminded-too-early = Room { $room } is reminded of the time left in { $session } from { $due_at } on; the time entered is earlier. An invigilator reminds the room then, and it is entered after that; if it was done, check the time and enter it again.
refusal-free-seats-do-not-fit = The free seats reported for room { $room } in { $session }, { $free_seats }, do not fit: by those present at least { $least } are free, at most all its seats. Whoever enters them checks with the room system administrator; seats out of order are first reported on the Faults page.
refusal-room-moved-away = Everyone of room { $room } in { $session } goes on in room { $to }. Whoever enters it chooses room { $to } on the Room page.
refusal-out-before-in = The time of the transfer out, { $at }, is before ticket { $ticket } came in at { $came_at }. Whoever enters it checks the time on the Transfers page and enters it again.
refusal-too-late-to-keep = Room { $room } has started { $session }, so seats of the session before are no longer kept as a whole. Whoever enters them enters the seats one by one on the Room page.

## Delayed starts, extra time: causes, applications, consents

refusal-no-cause = A delayed start or extra time in { $session } needs a cause, and none was given. Whoever enters it first reports the fault on the Faults page, or the incident on the Room page, then chooses it on the Delays and extra time page.
refusal-no-such-cause = There is no fault and no incident { $number }, so it is no cause. Whoever enters it checks the number on the Faults and Room pages; what was not reported is reported first, then chosen on the Delays and extra time page.
refusal-cause-not-here = { $number } did not happen to any of these rooms in the half day of { $session }, so it is no cause. Whoever enters it leaves it out on the Delays and extra time page and keeps the causes that concern these rooms; if there are none, they are first reported on the Faults page.
refusal-cause-elsewhere = The causes chosen do not concern room { $room } in { $session }, or happened in another half day. Whoever enters it chooses a fault or incident of that room on the Delays and extra time page; if there is none, it is first reported on the Faults page.
refusal-started-so-extra-time = Room { $room } started { $session } at { $started_at }, so its start is not delayed any more. Time lost since then is made good by the site system administrator as extra time, on the Delays and extra time page.
refusal-minutes-unfit = The minutes entered, { $minutes }, do not fit; they are a whole number from 1 to { $most }. Whoever enters them does so again on the Delays and extra time page.
refusal-no-authority-needed = Nobody is asked for this: { $measure }, { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}. The site system administrator goes on: a start is entered on the Room reports page, extra time on the Delays and extra time page.
refusal-no-such-application = There is no application { $number }, or it is not of the kind needed here. Whoever enters it checks the number on the Delays and extra time page; if nothing was applied for, that comes first.
refusal-not-theirs-to-allow = To application { $application } this is not entered as a consent: { $authority }. Whoever enters it checks on the Delays and extra time page and enters the consents that the rulebook names; the provincial exam agency gives a code, the ministry's exam centre a directive, each entered as such.
refusal-speaker-unfit = In this consent the { $part ->
    [name] name
    [office] office and post
   *[other] telephone number
} does not fit: name, office and post are needed, the telephone number may be left out, each as one line of { $most } characters at most. Whoever enters it does so again on the Delays and extra time page.
refusal-allowed-before-cause = The time of the consent, code or directive, { $given_at }, is before its cause happened at { $happened_at }. Whoever enters it checks the time on the Delays and extra time page and enters it again; if the cause is the wrong one, apply anew with the right one.

## Codes, directives

refusal-not-applied-for = Application { $application } does not name this: { $purpose }{ $subject ->
    [none] {""}
   *[other] {" "}({ $subject })
}. Whoever enters the code chooses the application that does, on the Delays and extra time page; if there is none, the site system administrator applies first, and the code is entered after that.
refusal-code-mistyped = { $length ->
    [20] In the code these groups are wrong: { $groups }. It was not taken, and the try is in the journal. Whoever enters it has these groups read out again
   *[other] A code has 20 signs, and { $length } were entered. It was not taken, and the try is in the journal. Whoever enters it has the code read out again group by group
}, puts it right on the Delays and extra time page and enters it again.
refusal-code-not-for-this = The code was typed right but is not for this: { $purpose }{ $subject ->
    [none] {""}
   *[other] {" "}({ $subject })
}. It was not taken, and the try is in the journal. Whoever enters it looks on the Delays and extra time page for what it was given; if it is not of this site, the site system administrator goes through site, session, room or ticket with the provincial exam agency and gets the code for this.
refusal-code-for-fewer = The code holds and was recorded, but it is good for { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}, and { $asked } were asked for. The site system administrator may go up to { $minutes } at once; for more, the provincial exam agency gives a code for at least { $asked }, which is entered on the Delays and extra time page.
refusal-code-minutes-unfit = The minutes entered for the code, { $minutes }, do not fit; they are a whole number from 1 to { $most }. Whoever enters them does so again on the Delays and extra time page, as the provincial exam agency said them.
refusal-directive-elsewhere = This directive is about { $session } (rooms: { $rooms }), which is not what application { $application } asks for. The site system administrator chooses the application that fits on the Delays and extra time page; if there is none, ask the ministry's exam centre.
refusal-newer-directive = This directive was made at { $issued_at }, and one that is no older was already taken in for the same rooms ({ $newer_at }); the newest stands. The site system administrator checks on the Delays and extra time page; if there is a newer one, the ministry's exam centre is asked for it, and it is taken in.
refusal-room-called-off = By directive of the ministry's exam centre { $session } in room { $room } is { $called_off }, so the session does not take place there. The site system administrator reads the directive on the Delays and extra time page and tells the chief examiner; if the ministry's exam centre decides otherwise, take in the new directive.

## Extra time

refusal-caused-by-candidate = Time that candidates lose by their own doing is not made good. If the cause is the wrong one, whoever enters it chooses again on the Delays and extra time page; if the candidate disturbed the exam, it is reported as an incident on the Room page, and what looks like a violation is recorded on the Violations and incidents page.
refusal-nothing-lost = Work went on at { $until }, which is not after it stopped at { $since }, so nothing was lost. Whoever enters it checks both times on the Delays and extra time page and enters them again.
refusal-lost-before-start = The time entered is before room { $room } started { $session } at { $started_at }, so no answering time was lost. Whoever enters it checks the times on the Delays and extra time page; a late start has already moved the end, and nothing more is needed.
refusal-lost-before-cause = Work stopped at { $since } as entered, which is before the cause happened at { $happened_at }. Whoever enters it checks the time on the Delays and extra time page, or chooses an earlier fault or incident; if there is none, it is first reported on the Faults page.
refusal-lost-after-cause = Work stopped at { $since } as entered, when the faults chosen were already mended at { $closed_at }, so they are not the cause. Whoever enters it checks the time on the Delays and extra time page, or chooses the fault or incident that was; if there is none, it is first reported on the Faults page.
refusal-lost-after-end = Work stopped at { $since } as entered, when the answering time was already over at { $ends_at }, so none of it was lost and nothing is made good. Whoever enters it checks the time on the Delays and extra time page; if earlier losses are not made good yet, they come first, and the end moves with them.
refusal-more-than-lost = Ticket { $ticket } would have { $total } minutes of extra time in all, more than the { $lost } that were lost. Whoever enters it checks on the Delays and extra time page; if it is right, it is confirmed once more.
refusal-authority-missing = In { $session } the sum of minutes would be beyond what is allowed so far: { $people }. The site system administrator applies on the Delays and extra time page, calls the provincial exam agency and enters its code; where the rulebook asks for a consent instead, that is entered. Until then only the minutes allowed so far are given.
refusal-room-authority-missing = As a whole, room { $room } of { $session } would come to { $total } minutes of extra time ({ $used } so far), which needs authority for the whole room for at least { $total }{ $most ->
    [0] {""}
   *[other] , and has it for { $most }
}; what single candidates are allowed does not move its end. The site system administrator applies for the whole room on the Delays and extra time page and enters the code; where the rulebook asks for a consent instead, that is entered. If only some candidates lost time, those are chosen.
refusal-tool-needed = In { $session } the sum of minutes would be beyond what the provincial exam agency may allow, for tickets: { $tickets }. The site system administrator asks the ministry's exam centre for its tool, and what was given with it is recorded on the Delays and extra time page.
refusal-not-answering = Ticket { $ticket } is now “{ $presence }, { $answers }”, or has given up or left, and minutes are of no use any more. Whoever enters it checks the ticket; if answering did suffer, it is reported as an incident on the Room page, and the chief examiner is told.
refusal-nobody-answering = Of those who were in room { $room } in { $session } then, nobody is answering any more. Whoever enters it checks room and time on the Delays and extra time page; if answering did suffer, it is reported as an incident on the Room page, and the chief examiner is told.
refusal-sat-elsewhere = When the time was lost, ticket { $ticket } was not in room { $room } of { $session }. Whoever enters it checks ticket and time on the Delays and extra time page and chooses the room where the candidate was then.
refusal-nobody-named = Extra time given with the ministry's tool in { $session } names no ticket. The tool gives it to candidates one by one; whoever enters it chooses them on the Delays and extra time page.
refusal-no-tool-needed = Ticket { $ticket } would have { $total } minutes of extra time in all, which needs no tool. The site system administrator gives them on the Delays and extra time page; if that needs a code, the provincial exam agency is asked for it first.
refusal-reference-unfit = The number of the tool, “{ $reference }”, does not fit: it has letters, digits and ( ) - . / _ only, 40 at most, and is no name, ID number or telephone number. Whoever enters it does so again on the Delays and extra time page, as the ministry's exam centre gave it.
refusal-no-such-grant = { $session } has no extra time { $number }, or it was taken back. Whoever enters it checks the number in the list of extra time on the Delays and extra time page.
refusal-code-text-unfit = A code that cannot be checked is entered as it was said: letters, digits and hyphens, 3 to 40 of them. Hear it again, then enter it.

## Standalone exams: consent of the chief examiner

refusal-administrator-confirms = That neither a reset nor another machine helps is for a site or room system administrator to say, and { $person }, entered as reporting it, is none. Whoever enters it asks a system administrator and enters that person on the Standalone exams page.
refusal-not-the-chief = A standalone exam needs the consent of the chief examiner. { $person } is not the chief examiner and had no written delegation at that time, or consented in person and did not sign here. The chief examiner signs on the Standalone exams page; where they are not at this console, enter it as given by telephone, to be signed later.
refusal-no-failed-reset = There is no failed login after a reset of ticket { $ticket }, so that is not the ground. Whoever enters it first enters the reset and how the login went on the Room page; where a reset is impossible, choose another ground on the Standalone exams page, which a system administrator confirms.
refusal-nobody-to-go-on = Ticket { $ticket } is now “{ $presence }, { $answers }”, or has given up or left, and is not answering, so there is no standalone exam. Whoever enters it checks the ticket; where an entry is wrong, the site system administrator first corrects it on the Candidates page.
refusal-consent-after-export = Package { $number } of ticket { $ticket } is out already, and consent is entered before that. Whoever enters it goes on with the consent before, on the Standalone exams page; where the package was not used and the consent has to be entered anew, first withdraw it.
refusal-warning-unread = No backup runs in a standalone exam, and the chief examiner has to know that before consenting (ticket { $ticket }). Whoever enters it reads the warning on the Standalone exams page to the chief examiner, ticks it and enters the consent.
refusal-nothing-to-ratify = No consent by telephone for ticket { $ticket } waits for a signature. Whoever enters it checks the ticket on the Standalone exams page; where no consent was entered, enter it first.

## Standalone exams: packages, login, vouchers

refusal-consent-needed = There is no consent of the chief examiner for ticket { $ticket } in this session, so no package was exported. The site or room system administrator first enters the consent on the Standalone exams page.
refusal-package-out = Package { $number } of ticket { $ticket } is out for machine { $machine }, and one counts for each candidate and session. Whoever enters it goes on with that one on the Standalone exams page; where another is needed, choose why the one before is void, then export.
refusal-old-session-live = Ticket { $ticket } is still logged in at seat { $seat }, so no package was exported. Whoever enters it first enters a reset on the Room page, then exports on the Standalone exams page; where machine, network or power is down and no reset is possible, report that fault of the seat on the Faults page and enter the consent of the chief examiner anew because of it.
refusal-machine-in-use = Machine { $machine } serves ticket { $ticket } for a standalone exam. Whoever enters it checks the name of the machine and takes the request of another one on the Standalone exams page.
refusal-package-number-taken = Package { $number } of ticket { $ticket } exists or is not next; the next one is { $next_number }. Whoever enters it exports again on the Standalone exams page.
refusal-issued-long-ago = The time in this package of ticket { $ticket } counts from { $issued_at }, which is too far from now, { $now }, so it was not recorded. Whoever enters it exports again on the Standalone exams page, and the time left is reckoned anew.
refusal-no-time-left = The answering time of ticket { $ticket } is over, so no package was exported. Whoever enters it first makes lost time good on the Delays and extra time page, then exports on the Standalone exams page; where none was lost, nothing is exported, and the answers there are collected on the End of exam page.
refusal-no-package-out = No standalone package of ticket { $ticket } is out, so this is not done. Whoever enters it checks the ticket on the Standalone exams page; where there is none yet, export it first.
refusal-not-our-package = Package { $number } of ticket { $ticket } was made by another system, so no voucher is issued here. The site or room system administrator adds the minutes in that system.
refusal-machine-works = No open fault keeps the exam machine of ticket { $ticket } from being used, so a reset comes first. The room system administrator checks on the Faults page; where the machine is really broken, report the fault first, then ask for the standalone exam.
refusal-station-name-unfit = The name of a machine has letters, digits and hyphens only, at most 32, and is never the number of an ID card or a telephone. Whoever enters it checks the name of the machine for ticket { $ticket } and enters it again.
refusal-login-unnoted = No login is entered for package { $number } of ticket { $ticket }; the answering time lost ends with it. The room system administrator first enters the login on the Standalone exams page, then issues the voucher.
refusal-package-itself = This file is package { $number } of ticket { $ticket } as it went out, not what came back. The room system administrator fetches the file of the answers from that machine.
refusal-ended-before-checked = In { $session } room { $room }, the end entered, { $at }, is before the last thing that was checked, { $told_at }. The site system administrator checks the time and enters it again; where the room really ended before everything was checked, enter that on the End of exam page as an end without the checks.
refusal-voucher-too-long = Since the export ticket { $ticket } was given { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} of extra time, more than one voucher can give. The site system administrator exports a new package on the Standalone exams page.
refusal-went-on-already = Ticket { $ticket } is entered as logged in at the answering station at { $at }, and the first entry stands. Whoever enters it checks on the Standalone exams page; where it is wrong, the chief examiner notes that on the room record.
refusal-before-export = The time entered, { $at }, is before the package of ticket { $ticket } was exported at { $exported_at }. Whoever enters it checks the time on the Standalone exams page and enters it again.
refusal-nothing-to-pass-on = Ticket { $ticket } has { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} of extra time in all, which package and vouchers hold already. Whoever enters it first gives extra time on the Delays and extra time page, then issues the voucher on the Standalone exams page.
refusal-answered-there = Package { $number } of ticket { $ticket } was opened and used, so it is not withdrawn. The site or room system administrator takes the answers in on the Standalone exams page once they are handed in; where the machine cannot go on, choose why the package is void and export another.
refusal-on-standalone = Ticket { $ticket } goes on with a standalone package, so at exam machines of the room there is no login, reset, transfer or correction any more. Whoever enters it goes on on the Standalone exams page; where the package was not used and the candidate goes back to an exam machine, first withdraw it there.

## Standalone exams: answers come back

refusal-no-such-standalone = { $number ->
    [0] Ticket { $ticket } is not in this session, or no standalone package of it was registered
   *[other] Standalone package { $number } of ticket { $ticket } for this session was not exported here
}, so this was not done. Whoever enters it checks session and ticket on the Standalone exams page; a file of another site goes back there.
refusal-returned-already = This file of package { $number } of ticket { $ticket } was taken in before and counts once. Whoever enters it checks on the Standalone exams page; where there is another file, choose that.
refusal-return-doubtful = The answers of package { $number } of ticket { $ticket } are kept and do not count yet: { $flaws }. The chief examiner compares all that came on the Standalone exams page and decides which counts.
refusal-nothing-to-decide = Nothing of ticket { $ticket } waits for the chief examiner, or this file is not part of it. Whoever enters it checks the ticket and the file on the Standalone exams page, then the chief examiner decides.

## Media

refusal-medium-unfit = The label “{ $label }”, the serial or the seal of the medium does not fit: a label and a seal have digits, letters and hyphens, 20 at most; a serial may also have dots and underscores, 64 at most. Whoever enters it does so again, as it stands on the medium and its seal.
refusal-own-disk = The folder chosen for medium “{ $label }” is on this machine's own disk, where a backup is lost together with the machine, so it was not registered. Whoever enters it plugs in a stick or an external disk and chooses a folder there.
refusal-label-taken = Another medium carries the label “{ $label }”, so this one was not registered. Whoever enters it checks the medium; a new one gets another label and is then registered.
refusal-medium-not-registered = Medium { $serial } is not registered, and nothing goes out on it. The site system administrator registers its label and custodian on the Backup and upload page, or uses a registered one.

## Checks before the end, closing the day

refusal-roll-first = The attendance of room { $room } in { $session } is not confirmed, so its answers are not counted yet. Whoever enters it first confirms the attendance on the Room reports page, then enters the answers on the End of exam page.
refusal-not-to-collect = These tickets have no answers to collect in room { $room }, { $session }, or stand twice, so nothing was recorded: { $tickets }. Those who are absent, on a standalone package, written off or collected are left out; whoever enters it checks with the room system administrator and enters it again on the End of exam page.
refusal-logged-in-after-all = These tickets of room { $room } in { $session } did log in, so they are not entered as never logged in: { $tickets }. Whoever enters it checks with the room system administrator; answers that did not reach the invigilation machine are entered on the End of exam page as to be collected by hand; what cannot be recovered is written off by the chief examiner on an incident.
refusal-count-differs = Room { $room } told of { $told } answers collected in { $session }; by what is entered here it must be { $expected }, so nothing was recorded. Whoever enters it goes through them with the room system administrator and names on the End of exam page who never logged in and whose answers come by hand; where an absence or a transfer is wrong, correct it first.
refusal-result-tells-it = The signed result of room { $room } for { $session } is here and counts, so nothing is entered by voice or by hand any more. Whoever enters it looks at it on the Room reports page; where the room collected anew, take in its new result.
refusal-nothing-by-hand = No answers of ticket { $ticket } are to be collected by hand. Whoever enters it checks the ticket; where they are, first name it when the answers of the room are entered on the End of exam page.
refusal-result-reason-needed = There is a result of room { $room } for { $session } already, and this file differs, so it would be version { $version }; it is not in use yet. Whoever enters it chooses on the Room reports page why it comes once more, then takes it in; the one before is kept.
refusal-sheets-do-not-fit = The scratch paper entered for room { $room } in { $session } does not fit: { $handed_out } handed out, { $returned } back. No more come back than were handed out, and none are below zero; whoever enters it counts with the invigilators and enters it again on the End of exam page.
refusal-sheets-missing = Scratch paper missing in room { $room }, { $session }: { $missing } { $missing ->
    [one] sheet
   *[other] sheets
}, and no reason was given. Whoever enters it asks the invigilators and chooses the reason on the End of exam page; where somebody carried it out, the violation is recorded apart.
refusal-end-reported-already = It is entered that room { $room } ended { $session } at { $at } before it was checked, and that stands. Whoever enters it settles what is open on the End of exam page, then enters the end of the room.
refusal-nothing-holds-up = Nothing is open in room { $room } for { $session }, so it did not end unchecked. Whoever enters it enters the end of the room on the End of exam page.
refusal-nothing-stands-open = There is nothing open to let pass: { $check }. Whoever enters it checks room and item on the End of exam page and goes on.
refusal-rule-is-hard = This has to be settled, and the chief examiner cannot let it pass: { $check }. Whoever enters it sees to it on the End of exam page.
refusal-no-exam-that-day = No session with candidates is held on { $day }. Whoever enters it checks the day on the End of exam page.
refusal-day-not-ready = The exam day { $day } still has open items: { $open }. The site system administrator settles them one by one on the End of exam page; then the chief examiner signs beside, and the day is closed.
