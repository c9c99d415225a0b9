# The sentences of the journal: what happened. People only by their codes, candidates only by their tickets.

## Enrolment, arrangement, verification by scan

fact-site-enrolled = This console was enrolled as site { $site } ({ $mode }) with site lock { $lock }{ $software_lock ->
    [yes] {" "}(a software lock)
   *[no] {""}
}, as machine { $machine }.
fact-package-taken-in = Exam data edition { $edition } were imported: { $exam }, sessions: { $sessions_count }, rooms: { $rooms_count }, registered locks: { $locks_count }, rulebook: { $rulebook }.
fact-room-arranged = Room { $room } was arranged for { $session }, candidates: { $places_count }.
fact-timestamp-recorded = The arrangement timestamp of the { $source } was entered as { $text }{ $normalised ->
    [yes] , with full-width signs or outer spaces put right
   *[no] {""}
}.
fact-scan-checked = The room data { $passed ->
    [yes] were verified by scan
   *[no] did not match when scanned
}{ $typed ->
    [yes] , the code being typed by hand
   *[no] {""}
}.

## Exam authorization, start authorization, release, start

fact-exam-authorized = The exam authorization { $serial } was taken in.
fact-start-authorization-received = The start authorization { $serial } of { $session } was received, to be verified later.
fact-authorization-rejected = An authorization was rejected: { $flaw }; digest of the file { $document }.
fact-start-authorized = The start authorization { $serial } of { $session } was verified{ $late_minutes ->
    [0] {""}
    [one] , { $late_minutes } minute after the earliest time
   *[other] , { $late_minutes } minutes after the earliest time
}.
fact-rooms-released = Rooms released for { $session }: { $rooms_count } ({ $rooms }), release number { $serial }.
fact-room-started = Room { $room } gave the start command of { $session } at { $at }, reported by { $reported_by }.
fact-second-start-reported = Room { $room } was reported as starting { $session } once more, at { $at }; the first start command stands, reported by { $reported_by }.

## Supervised steps

fact-supervision-opened = Supervised step { $number } began: { $kind }, operator { $operator }, supervisor { $supervisor }{ $device ->
    [none] {""}
   *[other] , with VPN key { $device }
}, to be done by { $closes_by }.
fact-supervision-closed = Supervised step { $number } ended at { $at }: { $outcome }.

## Locks

fact-lock-register-taken = Lock register number { $number } came into force, registered locks: { $locks_count }.
fact-site-lock-replaced = The site lock { $old } was replaced by { $serial }{ $software ->
    [yes] {" "}(a software lock)
   *[no] {""}
}, with lock register number { $number }.
fact-site-lock-out = The site lock { $serial } does not answer: { $reason }.
fact-site-lock-back = The site lock { $serial } answers again.
fact-lock-issued = Lock { $serial } was issued to { $to }.
fact-lock-handed-over = Lock { $serial } was handed over by { $before } to { $to }.
fact-lock-returned = Lock { $serial } was returned.
fact-lock-reported-lost = Lock { $serial } was reported lost or in wrong hands and stopped counting; it happened at { $happened_at }, reported by { $reported_by }.
fact-lock-calibrated = Invigilation lock { $serial } was calibrated at { $at }; the site machine differs from it by { $offset_seconds } s (above zero: ahead); supervised step { $supervision }.
fact-lock-taken-into-use = Invigilation lock { $serial } was taken into use for room { $room } at { $at }, held by { $holder }; supervised step { $supervision }.

## Sealed-room test, acceptance, sealing, unsealing

fact-sealed-room-tested = The sealed-room test at { $happened_at } was { $passed ->
    [yes] passed
   *[no] not passed
}, reported by { $reported_by }.
fact-site-accepted = The site was accepted at { $at }.
fact-equipment-was-sealed = The equipment was sealed at { $at } with seal { $number } and is kept in the { $place }.
fact-equipment-unsealed = The equipment was unsealed at { $at }; the seal had its number and was intact{ $reason ->
    [none] {""}
   *[other] ; reason: { $reason }
}.
fact-seal-found-broken = The seal did not pass the check before unsealing: { $number ->
    [none] its number cannot be read
   *[other] its number is { $number }
}, it is { $intact ->
    [yes] intact
   *[no] not intact
}; incident { $incident } was opened.
fact-seal-decided = On the seal of incident { $incident } a decision was made at { $at }: { $decision }.

## People, delegation, PINs

fact-qualified = The fitness of { $person } to serve was entered: online test passed on { $test_on }, hands-on drill passed on { $drill_on }.
fact-avoidance-declared = { $person } declared on avoidance: { $relations_count ->
    [0] without relatives among the candidates here
    [one] a relative with ticket { $relations }
   *[other] relatives with tickets { $relations }
}.
fact-agreement-signed = { $person } signed the confidentiality document on { $signed_on }.
fact-chief-delegated = Chief examiner { $chief } delegated to deputy { $deputy } by paper { $paper }, from { $since } to { $until }.
fact-delegation-ended = The chief examiner ended the delegation to deputy { $deputy }.
fact-wrong-pin-given = { $person ->
    [none] Somebody tried to sign in at { $at } with a code that is not in the staff list
    [recovery] Somebody gave wrong sealed passphrases at { $at } to recover a PIN
   *[other] Somebody tried to sign in at { $at } with the code of { $person } and a wrong PIN
}.
fact-right-pin-given = { $person ->
    [recovery] The right sealed passphrases were given, and wrong ones are counted anew
   *[other] The right PIN of { $person } was given, and wrong ones are counted anew
}.
fact-pin-changed = { $person } changed the PIN.
fact-pin-recovered = The PIN of { $person } was recovered with both sealed passphrases before two others and replaced by a new one.

## Time

fact-site-time-confirmed = Two persons confirmed the site time as { $at }{ $moved_seconds ->
    [0] , as it was before
   *[other] , moved by { $moved_seconds } s (above zero: forward)
}.
fact-system-clock-moved = The system clock of this machine was moved by { $seconds } s (above zero: forward); site time and deadlines stayed.

## Entry, absence, correction

fact-checked-in = Ticket { $ticket } entered room { $room } for { $session } at { $at }, { $document ->
    [none] the document was not noted
   *[other] showing { $document }, { $number }
}, reported by { $reported_by }.
fact-late-refused = Ticket { $ticket } came to room { $room } for { $session } at { $came_at }, after entry had closed, and was not admitted, reported by { $reported_by }.
fact-attendance-confirmed = Room { $room } confirmed its attendance for { $session } at { $at }: { $absent_count } absent, { $present_count } found present at the count, reported by { $reported_by }.
fact-attendance-corrected = The entry of ticket { $ticket } in room { $room }, { $session }, was corrected { $present ->
    [yes] from absent to present
   *[no] from present to absent
}; reason: { $reason }; it happened at { $at }, reported by { $reported_by }.

## Incidents, faults

fact-incident-opened = Incident { $number } was opened: { $kind }, { $session ->
    [none] in no session in particular
   *[other] { $session }
}, { $room ->
    [none] in no room in particular
   *[other] room { $room }
}, at { $happened_at }, reported by { $reported_by }.
fact-incident-closed = Incident { $number } was over at { $closed_at }.
fact-fault-reported = Fault { $number } was reported: { $kind }, { $session ->
    [none] in no session in particular
   *[other] { $session }
}, { $room ->
    [none] in no room in particular
   *[other] room { $room }
}{ $seat ->
    [none] {""}
   *[other] , seat { $seat }
}, at { $happened_at }, reported by { $reported_by }.
fact-fault-restored = Fault { $number } was mended at { $restored_at }.

## Room reports, room results, closing

fact-room-reported = Room { $room } reported on { $session } at { $at }: { $present } present, { $absent } absent, { $logged_in } logged in, { $submitted } submitted, reported by { $reported_by }.
fact-room-result-kept = Version { $version } of the result of room { $room } for { $session } was taken in (invigilation lock { $lock }): { $collected_count } answers collected, { $never_logged_in_count } never logged in, { $differences_count } unlike this console.
fact-answers-written-off = The answers of ticket { $ticket } in room { $room }, { $session }, were written off on incident { $incident }.
fact-room-ended = Room { $room } ended { $session } at { $at }, reported by { $reported_by }.
fact-answers-checked = The answers of { $session } were checked at { $at }.

## Records, backup, upload

fact-record-kept = Copy { $copy } of record { $form } of room { $room } for { $session } was kept{ $reason ->
    [none] {""}
   *[other] , a reprint because { $reason }
}.
fact-record-came-out = Copy { $copy } of record { $form } of room { $room } for { $session } { $came_out ->
    [yes] came out of the printer whole
   *[no] did not come out of the printer whole
}.
fact-backup-verified = The backup { $name } of { $session } was written and read back without a difference: { $size } bytes, { $entries } journal entries, { $supervised ->
    [yes] under supervision
   *[no] without supervision
}.
fact-upload-confirmed = The upload receipt { $serial } for backup { $backup } was taken in.

## Duty, handover

fact-desk-taken = { $person } ({ $role }) is on duty at this console from now on; { $before ->
    [none] nobody was before
   *[other] { $before } was before and { $handed_over ->
        [yes] handed over
       *[no] did not hand over
    }
}.
fact-desk-left = { $person } is off duty, and nobody is on duty at this console.

fact-site-sheet-kept = Copy { $copy } of { $form } ({ $subject }) was kept{ $reason ->
    [none] {""}
   *[other] , because { $reason }
}.
fact-site-sheet-came-out = Copy { $copy } of { $form } ({ $subject }) { $came_out ->
    [yes] came out whole
   *[no] did not come out whole
}.
