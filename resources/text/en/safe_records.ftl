# Backups, media, upload, mirror, resumption, cleaning, retention: sentences of the journal, what the rules do not allow, words for codes, and what each kind of entry means.

## Backups and media: what happened

fact-backup-copied = The backup { $name } was put on medium { $medium } too and read back without a difference.
fact-room-backup-verified = The backup { $name } of room { $room } on { $day } ({ $source }{ $lock ->
    [none] {""}
   *[other] , lock { $lock }
}), made at { $taken_at }, was put on medium { $medium } and read back without a difference: { $size } bytes, { $files } files, { $supervised ->
    [yes] under supervision
   *[no] without supervision
}.
fact-medium-tried = A test write on medium { $serial } at { $at } { $fault ->
    [none] went well
   *[other] failed ({ $fault })
}: { $file_system ->
    [none] file system unreadable
   *[other] file system { $file_system }
}, { $size } bytes in all, { $free } bytes free, { $speed } bytes a second, { $virus_checked ->
    [yes] checked for viruses
   *[no] not checked for viruses
}.
fact-medium-sealed = Medium { $serial } was { $seal ->
    [none] unsealed
   *[other] put under seal { $seal }
} at { $at }.
fact-medium-was-lost = Medium { $serial } is lost; it happened at { $at }, as { $reported_by } reported.

## Upload and the city agency: what happened

fact-bundle-exported = The bundle of backup { $backup } was laid out at { $at } and read back without a difference.
fact-upload-attempted = An upload of the bundle of backup { $backup } at { $at }: { $result }{ $reference ->
    [none] {""}
   *[other] , the server showed { $reference }
}.
fact-receipt-mismatched = The upload receipt { $serial } does not fit backup { $backup }: it names digest { $there }, so the backup counts as not uploaded.
fact-bundles-given = Hand-over { $handover }: at { $at } media with bundles ({ $backups_count }) went to the city exam agency, which uploads them: { $backups }.
fact-city-step-told = The bundles of hand-over { $handover }: { $step } at { $at }, heard by { $heard_by }.

## Mirror and resumption: what happened

fact-mirror-begun = At { $at } the mirror on medium { $medium } began.
fact-mirror-out = The mirror on medium { $medium } stopped at { $at }: { $reason }.
fact-mirror-drilled = Restore drill: the mirror on medium { $medium } was read back to entry { $entries }, { $blobs } files compared, at { $at }.
fact-mirror-back = The mirror on medium { $medium } follows again and has everything.
fact-went-on-without-mirror = The mirror was { $behind } { $behind ->
    [one] entry
   *[other] entries
} behind, and at { $at } two persons decided to go on, because { $reason }.
fact-day-resumed = At { $at } the spare machine, now { $machine }, took up the day from the mirror on medium { $medium } up to entry { $entries }, made at { $reached }{ $lost ->
    [0] ; it has everything that the site lock remembers
    [one] ; { $lost } more entry that the site lock remembers is missing and is typed in from paper
   *[other] ; { $lost } more entries that the site lock remembers are missing and are typed in from paper
}.
fact-paper-entered = What room { $room } wrote on paper in { $session } while the machine was gone { $nothing ->
    [yes] was looked through, and there is nothing to type in
   *[no] was typed in
}, { $at }, as { $reported_by } reported.

## Cleaning and retention: what happened

fact-data-cleaned = At { $at } the exam's working data and the candidates' personal data were cleaned; journal, forms and ledgers stay, and digest { $staff } is of the list of who may still sign.
fact-data-erased = At { $at } the erasing on this machine had come to its end{ $media_count ->
    [0] {""}
   *[other] , and the mirrors on media { $media } were erased
}.
fact-cleaning-awaited = At { $at } the machine was sealed to await cleaning under seal { $seal }, kept by { $custodian }; sessions without an upload receipt: { $sessions_count } ({ $sessions }).
fact-results-published = The results were published on { $day }.
fact-video-noted = A recording of { $of }{ $room ->
    [none] {""}
   *[other] { " " }{ $room }
} from { $since } to { $until } is kept on { $kept_on }{ $evidence ->
    [yes] , as evidence
   *[no] {""}
}.

## Backups and media: what the rules do not allow

refusal-copy-differs = What lies on the medium under { $name } is not the backup made here. Here: { $here }; there: { $there }. The site system administrator copies it again on the Backup and upload page, and takes another medium where it differs again.
refusal-room-not-used = Room { $room } was not used on { $day }, so there is nothing of it to back up. Whoever enters it checks room and day on the Backup and upload page.
refusal-room-still-in-use = A session of { $day } in room { $room } is not over. The site system administrator takes the room's backup on the Backup and upload page once all its sessions of the day have ended.
refusal-taken-too-early = This backup of room { $room } was made at { $taken_at }, before the room's exams of the day were over at { $over_at }, and does not count. The room system administrator makes it again; then the site system administrator takes it on the Backup and upload page.
refusal-medium-lost = Medium { $serial } was reported lost and is not used. The site system administrator takes another one; where it was found, it is first registered and tried again on the Backup and upload page.
refusal-medium-given-away = Medium { $serial } left the site with hand-over { $number }. Whoever enters it takes another one; where it came back, the site system administrator first registers it again on the Backup and upload page.
refusal-medium-under-seal = Medium { $serial } lies under seal { $seal }, ready to be handed over, and nothing more is written on it. The site system administrator takes another one; where it has to be written on, it is unsealed on the Backup and upload page before another person.

## Upload and the city agency: what the rules do not allow

refusal-backup-outdated = The answers were checked again after backup { $name } was made, so it is not uploaded any more. The site system administrator makes a new backup on the Backup and upload page and uploads that.
refusal-bundle-differs = The bundle laid out is not backup { $name }. Backup: { $here }; bundle: { $there }. The site system administrator lays it out again on the Backup and upload page.
refusal-bundle-missing = The bundle of backup { $name } was not laid out by then. The site system administrator first lays it out on the Backup and upload page, or corrects the time.
refusal-upload-reference-unfit = The number shown by the server does not fit: letters, digits and . / _ - only, 40 at most, and not a name, ID number or telephone number. Whoever enters it does so again as the server showed it, or leaves it blank.
refusal-nothing-for-city = It is not said which sessions the city exam agency is to upload. Whoever enters it chooses them on the Backup and upload page, then hands over.
refusal-not-on-these-media = Backup { $name } is on no medium that is handed over. The site system administrator copies it to one of them on the Backup and upload page, or chooses a medium that holds it.
refusal-not-given-to-city = Hand-over { $number } brought no bundles to the city exam agency, or this is not a step that the agency tells. Whoever enters it checks number and step on the Backup and upload page.
refusal-city-step-too-early = The time entered is before the step that came first for hand-over { $number }, at { $since }. Whoever enters it checks the time and enters it again on the Backup and upload page.

## Mirror and resumption: what the rules do not allow

refusal-mirror-medium-unread = Medium { $serial } is known by its label alone and would not be found again after it was pulled out, so it is not used as mirror. The site system administrator takes a medium whose serial the console reads, and registers it on the Backup and upload page.
refusal-mirror-behind = { $out ->
    [none] The mirror is behind and catches up in a moment; entries on this machine alone: { $behind }
   *[other] The mirror stopped ({ $out }); entries on this machine alone: { $behind }
}. This step waits until the mirror has everything. The site system administrator looks at the mirror on the Backup and upload page and puts the medium back in or takes another one; where there is no time, go on before another person, with a reason.
refusal-mirror-not-behind = There is no mirror that is behind, so there is nothing to decide. The site system administrator goes on with the next step, or begins a mirror on the Backup and upload page where there is none.
refusal-no-paper-due = { $room ->
    [none] No room is chosen in { $session }
   *[other] No paper of room { $room } in { $session } waits to be typed in
}. Whoever enters it checks session and room on the Backup and upload page.

## Cleaning and retention: what the rules do not allow

refusal-cleaned-already = The exam's data here were cleaned at { $at }, and this is not done any more. The site system administrator looks at the journal and the forms that were kept; the next exam is held on a machine enrolled anew.
refusal-not-cleaned-yet = The exam's data were not cleaned, so the certificate printed now is a draft. Missing: { $lacks }. The site system administrator sees to that on the Backup and upload page, cleans before another person, then prints it.
refusal-cleaning-waits = The data are not cleaned now. Missing: { $lacks }. The site system administrator sees to it one by one on the Backup and upload page; where receipts alone are missing, the machine can be sealed to await cleaning.
refusal-nothing-to-clean = No session was held on this machine, so there is nothing to clean. The site system administrator checks whether it is the right machine.
refusal-nothing-awaited = Every session has its upload receipt, so there is nothing to wait for. The site system administrator cleans the data on the Backup and upload page before another person.
refusal-publication-unfit = The day of publication { $day } is before the end of the exam or after today, or the exam is not over. Whoever enters it checks it against the announcement and enters it again on the Backup and upload page.
refusal-video-unfit = The recording does not fit: that of a room has a room of this site, that of a secrecy room has none; the recorder's number has letters, digits and hyphens, 20 at most; it runs from one time to a later one, not after now. Whoever enters it does so again on the Backup and upload page.

## What is missing

lack = { $what } ({ $session ->
    [none] { $day }
   *[other] { $session }
}{ $room ->
    [none] {""}
   *[other] , room { $room }
})
lacking-day-open = the day is not closed
lacking-receipt = no upload receipt
lacking-session-backup = no backup on a medium
lacking-room-backup = no backup of the room

## Words of media, upload, mirror and recordings

room-source-signed = a file signed by the room
room-source-folder = a folder of another system

medium-fault-read-only = it is read-only
medium-fault-full = too little space
medium-fault-slow = too slow
medium-fault-file-system = files above 4 GiB do not fit on its file system
medium-fault-write-failed = writing failed
medium-fault-read-back-failed = what was read back differs

upload-result-sent = sent, the receipt is awaited
upload-result-network-failed = the network failed
upload-result-too-slow = the network is too slow
upload-result-refused = the server did not take it

city-step-given = given to the city exam agency
city-step-received = received by the city exam agency
city-step-uploaded = uploaded by the city exam agency

mirror-reason-medium-gone = the medium was pulled out
mirror-reason-medium-full = the medium is full
mirror-reason-write-failed = writing failed
mirror-reason-other-medium = another medium, or the mirror of another machine, is in its place
mirror-reason-not-followed = what lies there is not the beginning of this journal

waiver-reason-no-other-medium = another medium is not at hand
waiver-reason-medium-faulty = the medium is faulty
waiver-reason-time-presses = time presses

video-of-room = room
video-of-secrecy-room = the secrecy room

kept-routine = records and answers of a room
kept-serious = records and answers of a room with a serious violation or a grave incident
kept-electronic = electronic documents
kept-video = recordings of rooms
kept-evidence-video = recordings that are evidence
kept-secrecy-video = recordings of the secrecy room

## What each kind of entry means

means-backup-copied = One more medium holds this backup, read back and found the same, byte by byte.
means-room-backup-verified = What a room holds after its last session of the day was taken, read back and found the same. Every one is kept, none is overwritten.
means-medium-tried = What a test write showed before the medium is needed: whether size, speed and file system will do.
means-medium-sealed = The medium waits under seal to be handed over, and nothing is written on it; or two persons opened it again.
means-medium-was-lost = A medium is gone, and backups on it count no more. What lay on it alone is backed up again, and days closed with it open again.
means-bundle-exported = The bundle for the server of the ministry's exam centre lies ready; it is the backup, byte by byte.
means-upload-attempted = What came of one upload. Whatever was shown, the receipt alone confirms it.
means-receipt-mismatched = The receipt names other bytes than the backup made here. It is not uploaded, and the bundle is laid out anew.
means-bundles-given = The network cannot carry it, so the bundles went on media to the city exam agency, which uploads them.
means-city-step-told = The city exam agency said that it has the media, or that they are uploaded. The upload receipt alone confirms it.
means-mirror-begun = From here on every entry also goes, sealed, to this medium, so that a spare machine can go on where this one fails.
means-mirror-out = The console noticed that the mirror no longer follows. Exams go on, and what is entered is on this machine alone for now.
means-mirror-drilled = The mirror was read from its beginning as the spare machine would, every entry proved: the day could be taken up at the entry named.
means-mirror-back = The mirror has everything again. A decision to go on without it ends here.
means-went-on-without-mirror = Until the mirror follows again, steps that wait for it go on; the two who signed answer for it.
means-day-resumed = From here on the journal of this spare machine is the site's record, and the machine before is not.
means-paper-entered = Two persons typed in, or looked through, what the room wrote on paper while the machine was gone. Each such entry has both times.
means-data-cleaned = Everything uploaded and backed up, the data were cleaned before two persons. The journal still verifies; what must be kept is kept until its term ends.
means-data-erased = Here the cleaning came to its end: the key of the personal data is gone. A mirror that was out then is erased once its medium is in, with an entry of its own.
means-cleaning-awaited = Receipts are missing, and the exam ends lawfully all the same: the machine is sealed and in somebody's keeping, and is cleaned once they are in.
means-results-published = Terms for records and electronic documents count from the publication of the results. Before it nothing is destroyed.
means-video-noted = Where a recording is kept, of which hours, and whether it is evidence. Its term counts from the end of the exam.
refusal-two-escorts = Media with answers are escorted by two different people. Enter both escorts and try again.
refusal-no-mirror-there = Medium { $serial } is not the mirror any more. Look at the present mirror on the backups page, and drill again.
