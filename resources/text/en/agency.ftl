# The agency's program: registering locks, replacing a site lock, the staff table.

help-register = Enter, change or revoke the locks of a site; with a place to write to, also make the lock register
help-register-lock = A lock's registration request; may be given several times
help-register-room = Which room an invigilation lock serves, as “lock number=room number”; may be given several times; without a room number it becomes spare
help-register-vpn-key = Number of a VPN key; may be given several times
help-register-revoke = Number of a lock to revoke; may be given several times
help-register-reference = Reference of the registration; a lost lock counts again only under another one
help-register-out = Where the lock register is written; a site without exam data gets its locks with them and needs none
register-needs-request = Making the lock register takes the site registration request
register-lock = { $kind } { $serial }{ $room ->
    [none] {""}
   *[other] {", "}room { $room }
    }{ $software ->
    [yes] {", "}software lock
   *[no] {""}
    }{ $revoked ->
    [yes] {", "}revoked
   *[no] {""}
    }{ $fingerprint ->
    [none] {""}
   *[other] {", "}key fingerprint { $fingerprint }
    }
register-issued = Lock register number { $number } is made: { $path }. Compare the key fingerprints above with the site in person or by telephone before it is handed out.

help-replace = Replace a site lock: revoke the lost one, hand the key of the site's data to the new one, and make the grant
help-replace-request = The site lock replacement request, made at the site with the new lock
help-replace-fingerprint = The new lock's key fingerprint, as the site reads it out in person or by telephone
replaced = Site lock { $old } is revoked and { $serial } stands in its place; grant: { $path }

help-answers = Open the answers of a standalone exam and write them as a text file
help-answers-keys = The key file keys.json of the site's backup
answers-opened = The answers of ticket { $ticket } are open, { $count } answered: { $path }

fault-not-a-date = not a date as in 2026-06-19
fault-staff-is-candidate = someone on the staff table sits this exam and cannot serve at the site; found is the ticket number

trouble-fingerprint-wrong = The fingerprint that was read out differs from that of the new lock's key in the request ({ $found }); no grant was made. The agency compares again with the site; if they still differ, the request was not made with that lock and is refused.

## Authorization codes

help-code = Give an authorization code. With the folder of the keys or with a ledger it is entered first and shown then
help-code-master = File of the master: 32 bytes as hexadecimal text; without it the master in the folder of the keys is used
help-code-room = Room number, for a delay of one room and for extra time of a whole room
help-code-ticket = Ticket number, for extra time of one candidate
help-code-minutes = Minutes allowed: of a delay, from the unified start; of extra time, in all. 1 to 60
help-code-to = To whom: name and office of the caller
help-code-why = Why: for instance the number of the site's application
help-code-by = Who gives the code; without it the account signed in at this machine
help-code-ledger = Ledger of codes; without it the one in the folder of the keys is used
help-root = Work out the root of authorization codes
help-check = Check an authorization code against a root: its minutes if it holds, else what is wrong
help-check-code = The code, in groups or not
help-check-root = The root, 20 hexadecimal digits
help-ledger = List the codes that were given
help-reconcile = Compare a site's backup with the ledger of codes; nothing is receipted
help-reconcile-ledger = Another ledger of codes; may be given several times
help-directive = Make a directive of the ministry (practice)
help-directive-room = Room number; may be given several times
help-directive-outcome = What is decided: start, postpone or cancel
help-directive-until = Until when rooms may start: a time of today, or date and time
code-given-before = Given before: { $at }, { $minutes } min, to { $to }, because of: { $why }
code-mistyped = { $length ->
    [20] Something is wrong in group { $groups }. Hear it again.
   *[other] { $length } signs instead of 20. Hear each group again.
 }
code-for-another = Typed right, but no code for “{ $subject }” in { $session } ({ $purpose }). Compare purpose, session and subject.
codes-none = No such code stands in the ledger.
codes-at = Given at
codes-site = Site
codes-session = Session
codes-purpose = Purpose
codes-subject = For
codes-minutes = Min
codes-to = To
codes-why = Why
codes-by = By
codes-weight = Weight
codes-entry = Entry
codes-finding = Finding
codes-serious = Serious
codes-remark = Remark
codes-agree = The site's backup and the ledger of codes agree.
codes-disagree = { $count ->
    [one] One serious finding; clear it up with the site.
   *[other] { $count } serious findings; clear up each of them with the site.
 }
codes-leaked = The site entered a code that is not in the ledger and says that it held against its root. Either the master has leaked, or the code was given without being entered, or the site's journal is untrue. Treat it as leaked first: give no more codes from this master, report to the head of the agency at once, and compare the backups of all sites.
codes-never-given = A code for { $minutes } min was entered and is said to have held; the ledger has { $given ->
    [0] none
   *[other] { $given } min at most
 }
codes-unproved = A code for { $minutes } min was entered, which the site cannot check; the ledger has { $given ->
    [0] none
   *[other] { $given } min at most
 }
codes-too-early = A code for { $minutes } min is said to have been heard at { $at }, but was given at { $given_at }: a clock is wrong, or the time is untrue
codes-start-beyond = Started at { $at }, { $minutes } min late; codes given by then: { $given ->
    [0] none
   *[other] { $given } min at most
 }
codes-minutes-beyond = Extra time of { $minutes } min in all after { $at }, candidates: { $people }; codes given by then: { $given ->
    [0] none
   *[other] { $given } min at most
 }
codes-for-fewer = A code for { $minutes } min was entered; the one given is for { $given } min
codes-not-entered = A code for { $given } min, given at { $given_at }, was never entered at the site
codes-by-ministry = { $minutes } min at { $at } on { $reference }; to be confirmed by the ministry's centre
codes-started-before-asking = Recorded as started at { $at }, though at { $given_at } the site still asked for a delayed start of this room, which cannot have started then
codes-entered-late = Started at { $at }, { $minutes } min late, on application { $reference }; the consent, code or directive was entered only after the start
codes-told-otherwise = First reported as started at { $given_at }, which nothing allowed and was not recorded; recorded later as started at { $at }
codes-told-late = Recorded as started on time at { $at }, entered { $minutes } min later
directed = Directive { $serial } is made: { $path }

trouble-asked-unfit = { $problem ->
    [missing] { $option } is missing. Add it and try again.
    [needless] { $option } does not belong here. Leave it out and try again.
    [minutes] A code is for 1 to 60 minutes, not for { $value }. Check it and try again.
    [directive] A delay of { $value } minutes is beyond 60 minutes, so no code can be given. The site reports to the ministry's centre and follows its directive.
    [tool] Extra time of { $value } minutes in all is beyond 60 minutes, so no code can be given. The site applies to the ministry's centre for its own tool.
    [master] The master file { $value } holds no 32 bytes as hexadecimal text (64 signs). Check the file and try again.
    [root] A root has 20 hexadecimal digits. Check it and try again.
    [over] { $value } is over already. Check it and try again.
   *[form] “{ $value }” is no fit value of { $option }. Check it and try again.
 }
trouble-ledger-damaged = Line { $line } of the ledger of codes { $file } is incomplete or was changed; it was not used, and no code was given. Keep the original, report to the head of the agency, and have two persons put the line right; where a code cannot wait, name another ledger, and give it too when comparing later.

package-unproved = Exam data { $package } were made with an earlier version, and nothing was kept to compare. Whether the site took in these very data, and whether rules, session times, rooms and locks are those that were made, rests on the site's backup alone and is not proved.
trouble-package-not-issued = { $problem ->
    [unknown] Entry { $entry } of the backup's journal says that the site took in exam data { $package }, and this agency never made them. The backup was not used: there is no receipt, and nothing was compared. Keep the backup, report to the head of the agency, and find out with the site where the data came from.
   *[differs] Entry { $entry } of the backup's journal tells other rules, session times, rooms or locks of exam data { $package } than this agency made. The backup was not used: there is no receipt, and nothing was compared. Keep the backup, report to the head of the agency, and clear it up with the site.
 }

## Receiving backups

help-receive-request = The site registration request of a site, or a folder of them; may be given several times
help-receive-came = One backup, or a folder with the backups of many sites (with a folder for each site or without), each with its signature file beside it
help-receive-out = Folder in which what came is laid out as plain files; without it, backups are checked and not laid out
help-receive-receipts = Folder for receipts and the list of what came; without it, “receipts” in the folder of the keys
receive-site = Site
receive-file = File
receive-kind = Kind
receive-about = Session or room
receive-entries = Entries
receive-state = State
receive-remark = Remark
arrived-received = received
arrived-received-before = received before, the same bytes
arrived-not-received = not received
arrived-forked = not what came before, not received
receive-resumed = Note: from { $at } on spare machine { $machine } kept the record, from entry { $entry } ({ $reached }) on{ $lost ->
    [0] .
   *[other] ; the lock remembers { $lost } later entries that are not in the backup.
 } The site says why, and should have typed in from paper what is missing.
receive-unnamed = Note: the journal does not speak of backup { $file }, which came before, or speaks of other bytes; the site says where that came from.
receive-not-in-journal = Not yet in any journal that came, as is usual where no session backup followed it.
receive-room-unproved = Lock { $serial } is not in the exam data that this agency made; the room's signature was not checked.
receive-room-unsigned = A folder without a signature, though a lock is registered for this room: only the site says that it is the room's.
receive-about-room = room { $room }, { $day }
receive-not-extracted = Not laid out: { $why }
receive-answers = Answers opened: { $opened }{ $failed ->
    [0] .
   *[other] ; not opened: { $failed }, see the remarks in the table of candidates.
 }
receive-written = Received: { $count }. Receipts of session backups and the list of what came are in { $receipts }.
receive-personal = What came is laid out in { $folder }. It holds personal data of candidates and staff, and answers, unencrypted: use it on a controlled machine only, keep it as the rules say, and delete it when it is no longer needed.
receive-loud = Note: of backup { $file } of site { $site } something is said above; clear it up with the site.
receive-loud-forked = Warning: backup { $file } of site { $site } is not of the same record as what came before; older data may have been put back, or the journal rewritten. There is no receipt. Keep all files, report to the head of the agency, and find out with the site.
receive-bad = { $count ->
    [one] One backup was not received or not laid out
   *[other] { $count } backups were not received or not laid out
 }; the table above says why. The other sites are not touched by it.
trouble-site-unknown = There is no registration request of site { $site }, so its signature cannot be checked; nothing was received. Check the site code, add the request, and receive again.
trouble-exam-unknown = This agency never made data of exam { $exam } for site { $site }; nothing was received. Check site and exam; if they still do not fit, keep the file and clear it up with the site.
trouble-sidecar-missing = Beside backup { $file } there is no signature file (the same name with .jws added); it was not received. The site hands it in, then receive again.
trouble-backup-missing = { $file } is no backup, or there is only its signature file; nothing was received. Check the folder; the site hands in the backup, then receive again.
trouble-arrived-otherwise = Backup { $file } differs from the one of this name that came before, or of which the site's journal speaks; it was not received. Keep both files and clear it up with the site.
trouble-journal-shorter = The journal in backup { $file } has { $entry } entries only; one that came before has { $marked } and does not speak of this backup, so the site may have put older data back. It was not received, and there is no receipt. Keep all files and clear it up with the site.
