# Backup, upload and handing over.

safe-state-unchecked = Not checked
safe-state-to-back-up = To back up
safe-state-to-carry = On this machine only
safe-state-to-bundle = To bundle
safe-state-to-upload = To upload
safe-state-receipted = Receipt taken

upload-state-not-due = Not bundled
upload-state-ready = To upload
upload-state-failed = Upload failed
upload-state-sent = Sent, no receipt yet
upload-state-given = Given to the city
upload-state-received = Arrived at the city
upload-state-uploaded = Uploaded by the city, no receipt yet
upload-state-mismatched = Receipt differs
upload-state-confirmed = Receipt taken

room-safe-going-on = Exam not over
room-safe-due = To back up
room-safe-lacking = Backup does not count
room-safe-safe = Backed up

medium-state-lost = Lost
medium-state-faulty = Failed its trial
medium-state-handed-over = Handed over
medium-state-sealed = Sealed
medium-state-mirror = Mirror
medium-state-written = Holds backups
medium-state-tried = Passed its trial
medium-state-registered = Registered, untried

safekeeping-sub = Sessions today: { $total } · with receipt: { $done }
safekeeping-nothing = There is no exam package yet, so there is nothing to back up.
safekeeping-sessions = The sessions of the day
safekeeping-column-session = Session
safekeeping-column-state = State
safekeeping-column-checked = Answers
safekeeping-column-backups = Backups
safekeeping-column-upload = Upload
safekeeping-column-media = Media
safekeeping-checked = Checked at { $time }
safekeeping-unchecked = Not checked
safekeeping-count = { $count }
safekeeping-all = Check, back up and bundle
safekeeping-copy = Copy to a medium
safekeeping-bundle = Lay out the bundle
safekeeping-attempted = Enter an attempt
safekeeping-city = By the city agency
safekeeping-city-said = What the city said
safekeeping-target = Back up to
safekeeping-look-again = Look for media again
safekeeping-register-first = A medium is not registered: register it
safekeeping-target-none = No registered medium is plugged in. Plug one in and look again; one that tells no serial is pointed at by its folder.
safekeeping-target-here = This machine only (for now; before the day is closed it goes to a medium)
safekeeping-target-medium = Medium { $label } ({ $free } free)
safekeeping-target-folder = Medium { $label } ({ $folder })
safekeeping-choose = Choose a folder
safekeeping-choose-title = The folder or medium that the backup goes to
safekeeping-receipt = Take in a receipt
safekeeping-receipt-title = The upload receipt
safekeeping-receipt-files = Upload receipts (*{ $suffix })
safekeeping-practice-receipt = Get the receipt (practice)
safekeeping-practice-nothing = The province has received no backup that waits for a receipt. In practice it only takes backups from { $folder }; back up to there first.
safekeeping-close = Go and check the answers

safekeeping-note-unchecked = Two persons check the answers, then back up to a medium, then lay out the bundle: one signature for all three. Not before every room has ended.
safekeeping-note-to-back-up = The answers are checked. Back up to a medium and lay out the bundle: written encrypted, read back, compared.
safekeeping-note-to-carry = The backup is on this machine only and would be lost with it. No start waits for it, but before the day is closed it must be on a registered medium.
safekeeping-note-to-bundle = The backup is on a medium. Lay out the bundle for the server that the ministry's centre names.
safekeeping-note-to-upload = The bundle is laid out. Enter each attempt; only a receipt confirms the upload. Where the network cannot carry it, the city agency uploads it.
safekeeping-note-receipted = The receipt is in: backup and upload of this session are done.
safekeeping-behind = Entries made here since the last backup: { $entries }. Back up once more to take them along.

safekeeping-backups = Backups of this session
safekeeping-column-name = File
safekeeping-column-size = Size
safekeeping-column-entries = Journal
safekeeping-column-digest = Digest
safekeeping-column-supervised = Supervision
safekeeping-entries = to entry { $entries }
safekeeping-supervised = supervised
safekeeping-alone = not supervised
safekeeping-size-bytes = { $size } bytes
safekeeping-size-kilobytes = { $size } kB
safekeeping-size-megabytes = { $size } MB
safekeeping-size-gigabytes = { $size } GB
safekeeping-pace = · { $speed }/s, about { $left } s left
safekeeping-list = { $things }
safekeeping-here-alone = This machine only
safekeeping-attempt = { $time } upload: { $result }
safekeeping-attempt-numbered = { $time } upload: { $result } (no. { $reference })
safekeeping-city-number = By the city agency: hand-over { $number }
safekeeping-city-step = { $time } { $step }
safekeeping-mismatched = Receipt { $serial } names other bytes than were made here: not uploaded. Lay the bundle out anew and upload it again.
safekeeping-copy-needs-medium = First choose a registered medium to back up to.
safekeeping-copy-not-here = { $name } lies neither on this machine nor on a medium that is in. Plug in the medium that holds it.
safekeeping-bundled = Bundle laid out in { $folder }, read back and equal
safekeeping-not-released = The backup is written, read back and counts. Something still uses the medium, and it was not released: wait, and eject it before you pull it.

safekeeping-writing = Writing { $name }
safekeeping-proving = Reading back { $name }
safekeeping-done = The backup was written and read back without a difference: { $name }
safekeeping-stopped = The backup was stopped and left no file
safekeeping-receipted = The upload receipt is entered

safekeeping-parts = Backups and hand-over
keeping-part-backup = Backup and upload
keeping-part-rooms = Rooms
keeping-part-media = Media
keeping-part-mirror = Mirror
keeping-part-paper = From paper
keeping-part-handover = Hand-over
keeping-part-cleaning = Cleaning and retention
safekeeping-day-files = Files of the day for the provincial agency
safekeeping-day-files-note = Written once all rooms of the day have ended, signed by the site lock, into the folder above. The list of violations is encrypted as well; only the provincial agency can open it.
safekeeping-files-missing = Not written yet, or changed since: { $files }.
safekeeping-files-have = Both files are written, and nothing has changed since.
safekeeping-summary = Write the day summary
safekeeping-violations = Write the list of violations
safekeeping-exported = Written: { $path }

## Typed in from paper after the day was taken up on the spare machine

resumed-head = This machine ({ $machine }) took over from the site machine before ({ $before }) at { $at }. The mirror went to entry { $entries } ({ $reached }); { $lost ->
    [0] the site lock remembers no later one
   *[other] the site lock remembers entry { $marked }, so { $lost } are missing
}.
resumed-note = What happened after the mirror ended is typed in from the rooms' paper and the continuation sheets of the emergency paper copy. You give the time when it happened; this machine adds the time of entry, and both are printed. The site lock does not remember every entry: check the paper of every room, even where none is missing.
resumed-done = The paper of every room was typed in or checked.
resumed-none = This machine took over from no other one; nothing is to be typed in from paper.
resumed-rooms = Rooms whose paper waits
resumed-column-session = Session
resumed-column-room = Room
resumed-column-state = As the mirror has it
resumed-column-ends = Planned end
resumed-state-awaited = not started
resumed-state-started = started { $time }
resumed-state-ended = ended { $time }
resumed-steps = What may have happened in room { $room }; type in each from its paper:
resumed-choose-room = Choose one room to see what may have happened there.
resumed-confirm = Confirm as typed in
resumed-nothing = Nothing to type in
resumed-confirm-title = Confirm that the paper is typed in: { $session }, room { $rooms }
resumed-nothing-title = Confirm that there is nothing to type in: { $session }, room { $rooms }
resumed-confirm-note = Two persons confirm it after going through what these rooms wrote meanwhile.
resumed-when = Checked at
resumed-who = Who went through the paper
resumed-confirm-done = Entered
resumed-one-session = Confirm rooms of one session at a time.
resumed-choose-first = Choose rooms first.
resumed-later = What the machine before entered later
resumed-later-note = What the machine before entered after it was taken over is not the site's record. Once you have its data folder, list it here and compare it with what was typed in.
resumed-later-choose = Choose the data folder of the machine before
resumed-later-reading = Reading the journal of the machine before
resumed-later-none = The machine before entered nothing after it was taken over.
resumed-later-found = { $count ->
    [one] The machine before entered { $count } more after it was taken over:
   *[other] The machine before entered { $count } more after it was taken over:
}
resumed-later-number = Entry
resumed-later-at = Entered at
resumed-later-what = What

paper-step-entry = entry
paper-step-start = start
paper-step-attendance = roll call
paper-step-seats = logins, resets, leaving
paper-step-transfers = transfers
paper-step-faults = faults
paper-step-conduct = violations and incidents
paper-step-time = delays and extra time
paper-step-standalone = standalone exams
paper-step-end = end of the exam

attempt-title = An attempt to upload
attempt-note = Bundle { $name }. Enter each attempt; only the receipt confirms.
attempt-result = What came of it
attempt-reference = Reference
attempt-reference-hint = What the page showed, if anything
attempt-when = When
attempt-confirm = Enter
attempt-done = Attempt entered

city-title = Upload by the city agency
city-note = Where the network cannot carry it, the city agency gets the media with the bundles and uploads them. Two give and two receive, and count them together; then print the sheet and sign it.
city-no-media = No medium holds a bundle. First copy the backup to a medium.
city-confirm = Enter the hand-over
city-done = Hand-over to the city agency entered
city-step-title = What the city agency said (hand-over { $number })
city-step-note = Arrived or uploaded, as they said; only the receipt confirms.
city-step-what = What they said
city-step-when = When
city-step-who = Heard by
city-step-confirm = Enter
city-step-done = Entered what the city agency said

room-backup-column-room = Room
room-backup-column-state = State
room-backup-column-over = Last end
room-backup-column-source = Source
room-backup-column-size = Size
room-backup-column-supervised = Supervised
room-backup-column-media = Media
room-backup-table = The day's backups of the rooms
room-backup-room = Room { $room }
room-backup-note = { $total } rooms were used that day. { $open ->
    [0] Every backup was read back and lies on a medium.
    [one] One has no backup that counts: before the day is closed it must. No start waits for it.
   *[other] { $open } have no backup that counts: before the day is closed they must. No start waits for them.
}
room-backup-how = After its last session of the day each room brings the backup of its invigilation machine: our own signed file, or a folder of another system, copied unopened. Several files at once, or a folder with one subfolder a room, are done one after the other under one signature; where nothing says which room, choose it first.
room-backup-nobodys = Nothing says which room this is of. Choose the room in the table, then its folder; or choose the signed file that the room brought.
room-backup-chosen = Chosen: room { $room }
room-backup-going-on = Room { $room } still has an exam today: take its backup when that is over.
room-backup-choose = First choose a room below.
room-backup-file = Choose the room's file
room-backup-file-title = Choose the backup that the room brought
room-backup-files = Backups of rooms (*{ $suffix })
room-backup-folder = Choose another system's folder
room-backup-folder-title = Choose the folder that the room brought

media-column-label = Label
media-column-state = State
media-column-here = Plugged in
media-column-custodian = Custodian
media-column-trial = Trial
media-column-holds = Holds
media-column-serial = Serial
media-table = Register of media
media-nothing = No medium is registered yet.
media-note = Backups, mirror and files for the rooms go to registered media only. Try each before it is needed: space, speed, file system, and whether it can be written.
media-register = Register a medium
media-register-title = Register a medium
media-register-note = The serial is read off the medium itself. Where none can be read the label counts, and a second person sees it.
media-which = Medium
media-which-missing = First choose a medium, or the folder where it is.
media-plugged = { $folder } ({ $size }, { $told })
media-told-nothing = no serial
media-told-serial = serial { $serial }
media-told-known = registered as { $label }
media-choose-title = Choose the folder where the medium is
media-label = Label
media-label-hint = The number stuck on it, as U-0001
media-custodian = Custodian
media-register-confirm = Register
media-registered = Medium registered
media-here = In
media-away = Not in
media-by-label = By its label
media-sealed-with = { $state } { $seal }
media-holds = { $count ->
    [one] One backup
   *[other] { $count } backups
}
media-untried = Untried
media-trial = { $speed }/s, { $free } free
media-trial-full = Tried { $when }, file system { $system }, { $virus }
media-virus = Checked for viruses on another machine
media-virus-done = checked for viruses
media-virus-open = not checked for viruses
media-try = Try it
media-trying = Writing and reading back
media-tried = Trial entered
media-not-here = This medium is not plugged in.
media-seal = Seal
media-seal-title = Seal medium { $label }
media-seal-note = Before its hand-over it goes into a bag under a seal: enter the seal's number. Nothing is written on it then; where it was opened, enter it empty.
media-seal-number = Number of the seal
media-seal-confirm = Enter
media-sealed = Seal entered
media-lost = Report lost
media-lost-title = Medium { $label } is lost
media-lost-note = The backups that it held count no more ({ $holds }); those that no other medium holds are made again.
media-lost-when = Found out at
media-lost-who = Reported by
media-lost-confirm = Report lost
media-was-lost = Loss entered

cleaning-column-what = What is missing
cleaning-column-which = Session, room
cleaning-column-day = Day
cleaning-lacks = Missing before cleaning
cleaning-go-there = Go there
cleaning-lacking = { $count ->
    [one] One thing is missing: nothing is cleaned.
   *[other] { $count } things are missing: nothing is cleaned.
}
cleaning-no-override = Nobody passes it: every session's receipt, every session's backup and every room's backup, then the data may be cleaned.
cleaning-ready = Every receipt and every backup is there: two persons may clean the exam's data off this machine.
cleaning-not-handed-over = Mind: media with backups were not handed over to the province. After the cleaning no hand-over can be entered here.
cleaning-hand-over = Hand them over
cleaning-nothing = No session was held here: there is nothing to be cleaned.
cleaning-awaiting = Awaits cleaning: in the keeping of { $custodian } since { $when }, seal { $seal }.
cleaning-then-unseal = When the receipts have come, two persons first unseal (reason: receipts came, and the data are cleaned); then the receipts are imported and the data cleaned.
cleaning-unsealed = Unsealed: import the receipts under “Backup and upload”; when all are in, clean.
cleaning-unseal = Go and unseal
cleaning-cleaned = Cleaned { $when }. Journal, forms and registers stay until retention ends.
cleaning-sure = I know: candidates' data and answers cannot be brought back here; journal, forms and registers stay.
cleaning-clean = Clean the data
cleaning-done = Data cleaned
cleaning-await = Seal, awaiting cleaning
cleaning-certificate = Certificate
await-title = Sealed, awaiting cleaning
await-note = The lawful end where a receipt does not come: the equipment is sealed and given to a custodian, who signs; the sessions without a receipt are named. Once the receipts are in, unseal and clean.
await-seal = Number of the seal
await-seal-hint = Letters, digits, hyphens
await-place = Kept where
await-custodian = Custodian
await-confirm = Seal
await-done = Sealed, awaiting cleaning

retention-title = Retention
retention-table = Retention
retention-column-kept = What is kept
retention-column-which = Session, room
retention-column-months = Term
retention-column-start = From
retention-column-until = At least until
retention-column-clause = Clause
retention-months = { $months } months
retention-unknown = Not known
retention-all = All
retention-published = Results published { $day }.
retention-pending = The day of publication is not entered: until then no record and no answer may be destroyed.
retention-publication = Enter the publication
retention-video = Enter a recording
publication-title = Publication of the results
publication-note = Retention of records and answers counts from this day. To change it the chief stands by.
publication-day = Day
publication-confirm = Enter
publication-done = Publication entered
publication-unread = Write the day as 2021-12-31.
video-title = A recording
video-note = On which recorder or disk it is kept, from when to when. Evidence is kept for longer, and stays evidence.
video-of = It shows
video-kept-on = Number of recorder or disk
video-kept-on-hint = Letters, digits, hyphens
video-day = Day
video-since = From
video-until = To
video-evidence = Part of it is evidence
video-confirm = Enter
video-done = Recording entered

## Mirror

mirror-none = There is no mirror yet: entries are on this machine alone. With a registered medium as the mirror, the day can go on at a spare machine.
mirror-level = The mirror is in step: every entry is on the medium too, encrypted.
mirror-behind = The mirror is { $entries } entries behind and catching up.
mirror-begin = Begin the mirror
mirror-change = Change the medium
mirror-begin-title = A medium as the mirror
mirror-begin-note = From now on every entry also goes to this medium, encrypted; the medium stays in this machine. Another medium takes everything over anew.
mirror-which = Medium
mirror-no-medium = No medium that can be the mirror is in this machine. The site system administrator inserts a registered medium whose serial the machine reads; one that is not registered is registered under Media first.
mirror-begun = The mirror is begun
mirror-waive-note = Entries on this machine alone: { $entries }. Were it lost, they would have to be typed in from paper. Once the mirror follows again, this leave ends by itself.
mirror-waived-now = Going on without the mirror
mirror-medium = Medium
mirror-medium-is = { $label } ({ $serial })
mirror-here = Now
mirror-since = Since
mirror-held = On the mirror
mirror-lag = Here alone
mirror-drill = Restore drill
mirror-drilling = Reading the mirror back as the spare machine would
mirror-drilled = Last drill
mirror-never-drilled = Never drilled
mirror-drill-good = Drill done: the day could be taken up at entry { $entries }; { $blobs } files compared
mirror-entries = { $entries } entries
mirror-out-since = Stopped
mirror-spare-title = When this machine fails: going on at the spare machine
mirror-spare-stop = 1. Shut this machine down and move the mirror's medium and the site lock to the spare machine. Rooms go on; what happens is written on paper.
mirror-spare-resume = 2. There, run { $command } with the medium and a new data folder, the lock's PIN, and the signatures of site system administrator and supervisor. From then on the spare machine keeps the record, and this one no longer does.
mirror-spare-paper = 3. Open the spare machine, confirm the site time with two persons and begin a new mirror; type in what the paper tells of the time since, and confirm it room by room.
mirror-history = Taken up before
mirror-resumed = { $at }, by machine { $machine }: the mirror reached to entry { $entries }; { $lost ->
    [0] the site lock remembered nothing more
   *[other] { $lost } more that the site lock remembered are typed in from paper
 }.
