# What the rules do not allow: first what is the case, then the next step, who does it and where.

## People, permissions, time

refusal-not-your-role = The role signed in is { $role }; this step belongs to: { $allowed }. One of them signs in here and does it.
refusal-another-person-needed = This step needs another person to verify it on the spot, in one of these roles: { $allowed }. That person enters their own PIN here.
refusal-staff-signs-now = The staff list is in, so nobody signs as mere holder of the lock any more. The person signs in with an own staff code and PIN.
refusal-site-lock-needed = This step needs the site lock { $serial }, which is not detected. The site system administrator inserts the site lock and tries again.
refusal-nobody-signed-in = Nobody is signed in. The person who does this step signs in first.
refusal-not-yet-happened = The time entered, { $happened_at }, is later than this console's time, { $now }. Check the time and enter the event after it has happened.
refusal-person-unknown = “{ $person }” is not a code in the staff list of this console; who reported is entered by code, not by name. Whoever enters it looks up the code of the person who reported and enters that; for someone who is not in the list, they enter their own code.
refusal-not-at-the-desk = On duty at this console is { $holder }, who alone signs off duty. To take over, the person who follows signs in here and takes the desk.

## Enrolment, arrangement

refusal-already-enrolled = This console is already enrolled as site { $site }. The site system administrator enrolls another site in a new data folder.
refusal-package-missing = This console has no exam data yet. The site system administrator first imports them on the Arrangement page.
refusal-numbers-not-confirmed = The numbers of the rulebook template “{ $rulebook }” have not been confirmed by the exam agency against the notice of this exam. The site system administrator asks the provincial exam agency for exam data with confirmed numbers and imports those.
refusal-site-lock-not-registered = The site lock { $serial } is not in the lock register of these exam data, or is registered with another key. The site system administrator has the provincial exam agency check the registration and issue new exam data.
refusal-edition-not-newer = These exam data are edition { $offered }; edition { $current } is already in force here, and only a newer edition replaces it. The site system administrator checks the file; to go back to older content, the provincial exam agency issues a higher edition.
refusal-sessions-under-way = In { $sessions } a room has started or candidates have entered, so the arrangement stays. Go on with it; note single changes on paper first, and the site system administrator tells the chief examiner.
refusal-issued-is-fixed = The issued arrangement timestamp comes from the exam data and is not typed in. The site system administrator enters what the registration platform and the calibration site show.
refusal-timestamp-blank = The arrangement timestamp of the { $source } is blank. The site system administrator enters it exactly as shown.
refusal-timestamp-unlike = This is not an arrangement timestamp of { $source }: it has only digits, letters and signs of date and time, 40 at most. The site system administrator enters it again exactly as shown.
refusal-timestamps-incomplete = The arrangement timestamp is still missing from: { $missing }. The site system administrator enters it on the Arrangement page; the start authorization follows when all three agree.
refusal-timestamps-differ = The arrangement timestamps differ. Unlike the others: { $odd }, showing: { $texts }. The site system administrator compares them sign by sign; if they still differ, the provincial exam agency issues the exam data again.
refusal-scan-unreadable = This is not the code of a room data confirmation sheet, or only part of it. The site system administrator scans it again on the Arrangement page.
refusal-scan-differs = The code on the confirmation sheet does not match the exam data here. The code says: { $shown }; expected: { $expected }. The site system administrator checks exam, site and edition of the sheet; if it is the right sheet, contact the provincial exam agency.
refusal-scan-missing = The room data have not been verified by scan, or the last scan did not match. The site system administrator scans the code of the confirmation sheet on the Arrangement page.

## Exam authorization, start authorization

refusal-unknown-session = The exam data here have no { $session }. The site system administrator checks the session chosen and the edition of the exam data.
refusal-already-authorized = { $session } already has a start authorization ({ $serial }); a session uses one only. Go on with it; if its content is in doubt, the site system administrator contacts the provincial exam agency.
refusal-exam-authorization-missing = There is no exam authorization for this exam yet. The site system administrator first takes it in on the Locks and authority page, then the start authorization.
refusal-too-early-to-authorize = The start authorization of { $session } is taken in from { $opens_at } on. The site system administrator does it then.

## Release, start

refusal-start-not-authorized = { $session } has no start authorization yet. The site system administrator first takes it in on the Locks and authority page, then releases rooms.
refusal-nobody-arranged = In { $session } nobody is arranged into room { $rooms }. The site system administrator checks session and room number.
refusal-room-not-released = Room { $room } is not released for { $session }. The site system administrator first releases it on the Overview page.
refusal-already-started = Room { $room } started { $session } at { $started_at }, and the first start command stands. The site system administrator checks the time with the room system administrator.
refusal-start-before-time = Room { $room } reported its start at { $at }, before the unified start of { $session } at { $starts_at }. It does not count as a start and is recorded as an incident. The site system administrator checks with the room system administrator at once and tells the chief examiner; if the time was misreported, enter the actual time.
refusal-earlier-session-open = At the start time reported, room { $room } had not ended { $open }. The site system administrator first ends it on the End of exam page, then enters this start; if it has ended, they check the start time with the room system administrator.
refusal-delay-not-allowed = Room { $room } started { $session } at { $at }, which is a delayed start and first needs the consent of { $tier }. This release cannot yet record delays: note it on paper and tell the chief examiner, who says what to do.

## Entry, absence

refusal-not-in-this-session = Ticket { $ticket } is not arranged in { $session }. The site system administrator checks ticket and session.
refusal-not-awaited = Ticket { $ticket } is already “{ $presence }” and is not checked in again. The site system administrator checks the ticket; an entry that is wrong is corrected on the Candidates page.
refusal-document-not-accepted = “{ $document }” is not among the identity documents of this exam. Accepted: { $accepted }. An invigilator checks one of these and enters it; for a candidate who has none, tell the chief examiner.
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
refusal-not-a-seat = “{ $seat }” is not a seat number; seat numbers are up to 6 digits. Whoever enters it checks and enters the seat number, or leaves it blank where no seat in particular is concerned.
refusal-no-open-incident = No incident numbered { $number } is open. The site system administrator checks the number on the Room page, or opens the incident first.
refusal-closed-before-opened = The closing time { $closed_at } is before the time it happened, { $happened_at }. Check both times and enter them again.
refusal-no-open-fault = No fault numbered { $number } is open. The site system administrator checks the number on the Room page, or reports the fault first.

## Closing

refusal-nothing-to-write-off = Ticket { $ticket } is “{ $presence }, { $answers }” and has no answers to write off. Only missing answers of candidates who are present are written off; the chief examiner checks the ticket.
refusal-incident-of-something-else = A write-off stands on an incident of answers that cannot be recovered in this candidate's session and room; incident { $number } ({ $kind }) is of another kind or place. The chief examiner checks the number on the Room page, or first opens such an incident for the room, then writes off.
refusal-closure-not-over = Room { $room } is closed until { $opens_at } in { $session } and does not end before. The room system administrator gives the end command then.
refusal-rooms-not-ready = { $session } still has open items: { $rooms }. The site system administrator settles them one by one on the End of exam page, or ends the other rooms first.
refusal-rooms-still-open = { $session } has rooms that have not ended: { $rooms }. When all have ended, the site system administrator checks the answers.

## Records

refusal-draft-only = Room { $room } has not ended { $session }; what is printed now is a draft and no room record. The site system administrator prints the record after the room has ended.
refusal-copy-number-taken = Copy { $copy } exists or is not next; the next copy is { $next_copy }. The site system administrator prints again.
refusal-no-such-copy = Here is no copy { $copy } of { $form } for room { $room } in { $session }. The site system administrator checks the number of the copy; where there is none, print it first.
refusal-reprint-reason-wrong = { $changed ->
    [yes] The content differs from the last copy, so copy { $copy } is printed because it changed, and the last one is void.
   *[no] The content is the same as on the last copy, so copy { $copy } is not printed because it changed.
} The site system administrator chooses another reason and prints.
refusal-reprint-reason-needed = This is copy { $copy }, a reprint. The site system administrator chooses the reason, then prints.

## Backup, upload

refusal-answers-not-checked = The answers of { $session } have not been checked. The site system administrator first checks them on the End of exam page, then makes the backup.
refusal-name-taken = A backup named { $name } exists, and none is overwritten. The site system administrator makes the backup again under another name.
refusal-no-such-backup = The receipt names backup { $name }, which was not made here. The site system administrator checks whether the receipt is for this site.
refusal-receipt-differs = The digest of backup { $backup } differs from the receipt. Here: { $here }; receipt: { $there }. The site system administrator uploads the backup again and contacts the provincial exam agency.
refusal-already-receipted = Backup { $backup } already has a receipt ({ $serial }), unlike this one. The site system administrator asks the provincial exam agency which one counts.
