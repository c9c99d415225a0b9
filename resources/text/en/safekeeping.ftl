# Backup, upload and handing over.

safe-state-unchecked = Not checked
safe-state-to-back-up = To back up
safe-state-to-upload = To upload
safe-state-receipted = Receipt taken

safekeeping-sub = Sessions today: { $total } · with receipt: { $done }
safekeeping-nothing = There is no exam package yet, so there is nothing to back up.
safekeeping-sessions = The sessions of the day
safekeeping-column-session = Session
safekeeping-column-state = State
safekeeping-column-checked = Answers
safekeeping-column-backups = Backups
safekeeping-checked = Checked at { $time }
safekeeping-unchecked = Not checked
safekeeping-count = { $count }
safekeeping-back-up = Back up this session
safekeeping-folder = Back up to
safekeeping-choose = Choose a folder
safekeeping-choose-title = The folder or medium that the backup goes to
safekeeping-receipt = Take in a receipt
safekeeping-receipt-title = The upload receipt
safekeeping-receipt-files = Upload receipts (*{ $suffix })
safekeeping-practice-receipt = Get the receipt (practice)
safekeeping-practice-nothing = The province has received no backup that waits for a receipt. In practice it only takes backups from { $folder }; back up to there first.
safekeeping-close = Go and check the answers

safekeeping-note-unchecked = Two persons have not yet checked the answers, so nothing can be backed up. Once every room has ended, check them on the End of exam page.
safekeeping-note-to-back-up = The answers are checked. Back up this session to a medium: it is written encrypted, then read back and compared.
safekeeping-note-to-upload = The backup was written and read back. Upload it the way the province prescribes, and take in the receipt.
safekeeping-note-receipted = The receipt is here: backup and upload of this session are done.
safekeeping-behind = Entries made here since the last backup: { $entries }. Back up once more to take them along.

safekeeping-backups = Backups of this session
safekeeping-column-name = File
safekeeping-column-size = Size
safekeeping-column-entries = Journal
safekeeping-column-digest = Digest
safekeeping-column-supervised = Supervision
safekeeping-column-receipt = Receipt
safekeeping-entries = to entry { $entries }
safekeeping-supervised = supervised
safekeeping-alone = not supervised
safekeeping-no-receipt = none yet
safekeeping-has-receipt = taken in
safekeeping-size-bytes = { $size } bytes
safekeeping-size-kilobytes = { $size } kB
safekeeping-size-megabytes = { $size } MB

safekeeping-writing = Writing { $name }
safekeeping-proving = Reading back { $name }
safekeeping-done = The backup was written and read back without a difference: { $name }
safekeeping-stopped = The backup was stopped and left no file
safekeeping-receipted = The upload receipt is entered

safekeeping-parts = Backups and hand-over
safekeeping-part-backup = Backup and upload
safekeeping-part-handover = Hand-over
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
