# The command line: the site's program and the agency's.

help-examsite = Exam site console: practise and rehearse an exam day, enroll a site, verify data
help-rehearse = Rehearse all sessions of an exam into an empty folder
help-practice = Practise the exam day of a small site in a window; without a screen it runs through and says where the records lie
help-practice-out = Empty folder for the practice data; your own practice folder if none is named
help-practice-headless = Run through without a window
help-on-exam-day = Practise although today is the day of a real exam
help-open = Open the window of a practice folder again and go on where it was left
help-open-data-dir = The folder that the practice data lie in
help-station = Open the window of the answering station, on a machine where a standalone exam is taken
help-station-data = Folder that keeps the answers; without it they are kept in your data folder
help-station-second = The second place, which should be on another device; without it, beside the first
help-station-practice = Practice: knows nothing of real exams, nor they of it
help-enroll = Enroll a site (for now practice only) and write its registration request
help-verify = Verify that a store or a backup is whole
help-check-paper = Check scanned papers: current, superseded, or of another record
help-check-paper-store = Folder of the store (the one with keys.json)
help-verify-lock = Folder of the practice lock
help-verify-identity = The provincial agency's identity file; without it only the outside of a backup is verified

practice-without-window = No window: the whole exam day runs through by itself.
practice-laying = Preparing the practice data in { $folder }.
enrolled =
    Registration request written to { $request }; the site system administrator hands it to the provincial exam agency.
    Fingerprint of the ministry's key: { $ministry }
    Fingerprint of the site lock's key: { $lock }
    Compare both in person or by telephone before use.
verified = Whole: { $entries } journal entries, head { $head }, { $blobs } files compared
verified-outside = The outside is whole, the content was not opened (that takes the province's identity): the sidecar speaks of { $entries } journal entries, head { $head }
verified-room = Whole: the backup of room and day { $room }, { $files } files compared
verified-room-outside = The outside is whole, the content was not opened (that takes the province's identity): the backup of room and day { $room }, { $files } files by its sidecar
verified-signer = Fingerprint of the site lock that signed: { $lock }. Compare it with the one confirmed at enrolment; if it differs, this is not this site's backup.

step-authorize = Batch { $batch }, session { $number }: taking the start authorization
step-release = Batch { $batch }, session { $number }: releasing rooms
step-admit = Batch { $batch }, session { $number }: admitting candidates
step-start = Batch { $batch }, session { $number }: starting
step-refuse-late = Batch { $batch }, session { $number }: entry closed
step-attendance = Batch { $batch }, session { $number }: recording absences
step-collect = Batch { $batch }, session { $number }: collecting and checking answers
step-results = Batch { $batch }, session { $number }: taking in room results
step-end = Batch { $batch }, session { $number }: ending
step-records = Batch { $batch }, session { $number }: printing room records
step-backup = Batch { $batch }, session { $number }: backing up and uploading

help-authority = The exam agency's program: keys, exam data, authorizations, receipts
help-agency-folder = The folder in which the agency keeps its keys
help-init = Make the agency's keys
help-sample = Write a set of sample arrangement tables
help-issue = Check the arrangement tables and make the exam data
help-notice = Number of the notice against which the rulebook's numbers were confirmed
help-authorize = Make the exam authorization and the start authorizations; with a session named, only its start authorization
help-receive = Receive backups of one site or many: prove each, write upload receipts, lay out what came as plain files
ask-passphrase = Passphrase
agency-made = The agency is made. Trust file for enrolling sites: { $trust }; fingerprint of the ministry's key: { $ministry }
sample-written = Sample arrangement tables written to { $folder }
issued = Exam data made: { $path }
not-issued = The arrangement tables have { $count ->
    [one] one fault
   *[other] { $count } faults
    }; no exam data were made. Correct what is listed above and try again.

# Row 0 is the whole file; a dash stands for what is not there.
fault-line = { $source }, row { $row }, column { $column }: { $kind }. Found: { $value }
note-line = Note: { $source }, row { $row }, column { $column }: { $kind }. Found: { $value }

fault-file-missing = this table is missing
fault-file-doubled = the same table as CSV and as XLSX
fault-unreadable = cannot be read
fault-encoding-unclear = could be UTF-8 or GBK; it has to be named
fault-several-sheets = more than one sheet
fault-unknown-column = unknown column
fault-missing-column = missing column
fault-doubled-column = column stands twice
fault-ragged-row = not as many cells as the header
fault-not-text = a number, date or error where text belongs
fault-unprintable = invisible or garbled characters
fault-blank = blank
fault-not-a-number = not a number
fault-not-a-flag = not a yes-or-no value
fault-unknown-role = unknown role
fault-differing-person = one ticket with different name, ID number or photo
fault-photo-unknown = photo and list do not match
fault-session-times = session times incomplete or past midnight
fault-sessions-overlap = sessions overlap in one room
fault-id-malformed = number has signs that do not belong there
fault-doubled-id = number stands twice
fault-unknown-session = no such session
fault-unknown-room = no such room
fault-ticket-malformed = a ticket has 8 to 20 digits
fault-doubled-ticket = ticket stands twice
fault-doubled-candidate-in-session = one candidate arranged twice at one time
fault-seat-taken = seat given to somebody else
fault-seat-not-sequence = seat is not the last three digits of the ticket
fault-seat-outside-room = seat beyond the seats of the room
fault-sequence-doubled-in-room = sequence stands twice in one room
fault-room-overfull = more candidates than the room may hold
fault-over-national-ratio = overbooking above the national limit
fault-full-width = full-width signs were made plain
fault-seats-given-in-overbooked-site = an overbooked site binds no seats; the seat given was dropped
fault-id-checksum = check digit of the ID number does not fit
fault-two-batches = one candidate in two batches

# The window that is seen first.

product-name = Exam-site console
opening-now = Opening the store …
opening-close = Close
opening-practice = Preparing a practice site: package, locks and authorizations are made as in earnest, which takes some seconds.
opening-failed = The program failed and did not open; what was saved is not affected. Start it again; if it fails again, give the crash file (no personal data) to the technician: { $file }
opening-pin = PIN of the site lock
opening-enter = Open
step-morning = Batch { $batch }, session { $number }: unsealed, locks calibrated and taken into use
step-evening = Batch { $batch }, session { $number }: locks taken back, sealed
help-enroll-serial = enrol with a site lock that was made before: its number; without it a software lock for practice is made
help-lock = locks: see them, make them, replace a lost one
help-lock-module = the driver module of the locks, may be given more than once; without it those of the settings
help-lock-data-dir = the folder with the data of this machine
help-lock-list = list the locks that are plugged in
help-lock-provision = make a key on a blank lock and write its file for registration; the PIN is asked for
help-lock-kind = the kind of lock
help-lock-out = the folder for the lock file
help-lock-hardware = the hardware number, where several blank locks are in
help-lock-folder = make a software lock for practice in this folder
help-lock-fresh = the lock is in use: clear it and make it anew; what it held cannot be brought back
help-lock-replace = replace a lost site lock: first write the request, then, with the agency's file, change the lock
help-lock-replace-out = the folder for the request
help-lock-replace-grant = the file that the provincial exam agency sent
help-lock-replace-person = the codes of the two who change the lock: site system administrator and supervisor
ask-lock-pin = PIN of the lock
ask-pin-of = PIN of { $person }
lock-line = { $serial }  { $kind ->
    [site] site lock
    [invigilation] invigilation lock
   *[none] blank
 }  { $made ->
    [software] software
   *[token] token
 }  hardware number { $hardware }  fingerprint { $fingerprint }
lock-none = No lock is detected.
lock-made = The lock file is in { $path }; it goes to the provincial exam agency for registration. Key fingerprint { $fingerprint }, to be confirmed aloud.
replacement-asked = The request is in { $path }; it goes to the provincial exam agency. Fingerprint of the new lock's key { $fingerprint }, to be confirmed aloud.
replacement-done = The lock is changed; the journal has { $entry } entries and none is missing. The old lock is out of use; open this machine's data with the new one.
step-log-in = Batch { $batch }, session { $number }: noting logins
step-reset = Batch { $batch }, session { $number }: resets
step-settle = Batch { $batch }, session { $number }: settling whom no room took in
help-overbook = per cent of overbooking; above 0 the site is overbooked and has a standby room besides
help-with = What happens: a power cut, three rooms lose 31 minutes; three machines of one room break; three violations and an incident, and every paper of the day printed, signed and handed over. May be given more than once
power-cut-plain = A power cut is rehearsed with { $rooms } rooms or more, and not together with overbooking
step-goes-out = Batch { $batch }, session { $number }: the power fails in three rooms
step-is-back = Batch { $batch }, session { $number }: power is back; codes are asked for and minutes given
step-asks-the-city = Batch { $batch }, session { $number }: rooms not ready in time; the city agency is asked
broken-machines-plain = broken machines are not rehearsed together with overbooking or a power cut
step-break-down = Batch { $batch }, session { $number }: three exam machines break, resets
step-go-on = Batch { $batch }, session { $number }: the chief consents, standalone packages go out
step-dies = Batch { $batch }, session { $number }: one station dies, its answers are written off
step-come-back = Batch { $batch }, session { $number }: standalone answers come back

paper-page = { $file } page { $page }
paper-unread = { $where }: no code of this system could be read.
paper-checked = { $where }: { $form } copy { $copy }, { $verdict }
paper-newest = { "  " }The newest is copy { $copy }.

conduct-plain = Such a rehearsal needs at least { $candidates } candidates.
step-lay-out = Batch { $batch } session { $number }: violation sheets given out, contacts entered
step-misbehave = Batch { $batch } session { $number }: three violations
step-fall-ill = Batch { $batch } session { $number }: a candidate falls ill
help-probe = Read this machine's configuration and network into a file that the console takes in for the hardware check
help-probe-kind = What this machine is: site, invigilation or exam machine
help-probe-out = The file to write
help-probe-room = The room it stands in
help-probe-nonce = The number of this round, given by the console; left out if there is none

help-resume = take the day up on the spare machine: from the mirror and the site lock; the machine before is no longer the site's record
help-resume-mirror = the medium with the mirror, or the mirror's folder on it
help-resume-data-dir = a new folder for the data
help-resume-person = the codes of the two who take the day up: site system administrator and supervisor
help-later = list what the machine before entered after the day was taken up, to be typed in
help-later-old = the data folder of the machine before
spare-here = Since { $at } this machine, { $machine }, keeps the site's record. The machine before stops working.
spare-last = The mirror reaches to entry { $entry } ({ $at }): { $fact }
spare-lost = { $lost ->
    [0] The site lock remembers nothing more; whether anything was entered after that, the paper records tell.
   *[other] The site lock remembers { $lost } more entries that the mirror lacks: type them in from the paper records.
 }
spare-next = Go on: open the data with { $command }, and two persons confirm the site time; begin a mirror of this machine on the Backup and upload page; type in what the paper records tell of the time since, and confirm it room by room.
later-line = Entry { $entry }  { $at }  { $fact }  { $signers }
later-count = { $count ->
    [0] The machine before entered nothing after the day was taken up.
   *[other] { $count } entries in all. Compare them with the paper records and type them in at the machine that took the day up.
 }
