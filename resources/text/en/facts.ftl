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
fact-site-accepted = The site was accepted at { $at }{ $without_count ->
    [0] {""}
   *[other] , without room { $without }
}.
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
}, at { $happened_at }{ $found_at ->
    [none] {""}
   *[other] , found at { $found_at }
}, reported by { $reported_by }.
fact-incident-closed = Incident { $number } was over at { $closed_at }.
fact-fault-reported = Fault { $number } was reported: { $kind }, { $session ->
    [none] in no session in particular
   *[other] { $session }
}, { $room ->
    [none] in no room in particular
   *[other] room { $room }
}{ $seats_count ->
    [0] {""}
    [one] , seat { $seats }
   *[other] , seats { $seats }
}, at { $happened_at }, reported by { $reported_by }.
fact-fault-restored = Fault { $number } was mended at { $restored_at }.

## Room reports, room results, closing

fact-room-reported = Room { $room } reported on { $session } at { $at }: { $present } present, { $absent } absent, { $logged_in } logged in, { $submitted } submitted{ $free_seats ->
    [none] {""}
    [one] , { $free_seats } seat free
   *[other] , { $free_seats } seats free
}, reported by { $reported_by }.
fact-room-result-kept = Version { $version } of the result of room { $room } for { $session } was taken in (invigilation lock { $lock }): { $collected_count } answers collected, { $never_logged_in_count } never logged in, { $differences_count } unlike this console{ $reason ->
    [none] {""}
   *[other] ; why once more: { $reason }
}.
fact-answers-written-off = The answers of ticket { $ticket } in room { $room }, { $session }, were written off on incident { $incident }.
fact-room-ended = Room { $room } ended { $session } at { $at }, reported by { $reported_by }.
fact-answers-checked = The answers of { $session } were checked at { $at }.

## Records, backup, upload

fact-record-kept = Copy { $copy } of { $form } of room { $room } for { $session } was kept{ $reason ->
    [none] {""}
   *[other] , a reprint because { $reason }
}.
fact-record-came-out = Copy { $copy } of { $form } of room { $room } for { $session } { $came_out ->
    [yes] came out of the printer whole
   *[no] did not come out of the printer whole
}.
fact-backup-verified = The backup { $name } of { $session } was written and read back without a difference: { $size } bytes, { $entries } journal entries, { $medium ->
    [none] not on a registered medium
   *[other] on medium { $medium }
}, { $supervised ->
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

## Seats, logins, resets

fact-seat-given = Ticket { $ticket } was given seat { $seat } in room { $room } for { $session } at { $at } ({ $means }){ $redraw ->
    [none] {""}
   *[other] , anew because of { $redraw }
}, reported by { $reported_by }.
fact-slips-prepared = The seat slips of room { $room } for { $session } were drawn: { $seats_count }{ $seats_count ->
    [0] {""}
   *[other] {" "}(seats { $seats })
}.
fact-room-kept = Ticket { $ticket } keeps room { $room } of the session before in { $session }, arranged in room { $origin }, transfer { $number }, decided at { $at }.
fact-logged-in = Ticket { $ticket } logged in at seat { $seat } of room { $room } for { $session } at { $at }, reported by { $reported_by }.
fact-candidate-reset = Ticket { $ticket } was reset in room { $room } for { $session } at { $at } because of { $cause }{ $seat_from ->
    [none] {""}
   *[other] , coming from seat { $seat_from }
}, and is to log in again at seat { $seat_to }, reported by { $reported_by }.
fact-reset-failed = After its reset in room { $room } for { $session } ticket { $ticket } tried to log in again at { $at } and could not, reported by { $reported_by }.
fact-spare-served = Spare seats of room { $room } were { $in_service ->
    [yes] put into service
   *[no] taken out of service
} at { $at }: { $seats_count }{ $seats_count ->
    [0] {""}
   *[other] {" "}({ $seats })
}, reported by { $reported_by }.

## Transfers, standby rooms

fact-transferred-out = Ticket { $ticket } was transferred out of room { $room } in { $session } at { $at }, transfer { $number }{ $incident ->
    [none] {""}
   *[other] , on incident { $incident }
}, reported by { $reported_by }.
fact-transferred-in = Ticket { $ticket } was taken into room { $room } in { $session } at { $at }, coming from room { $origin }, transfer { $number }, reported by { $reported_by }.
fact-transfer-cancelled = The transfer of ticket { $ticket } out of room { $room } in { $session } was cancelled; the candidate was back at { $at }; reason: { $reason }; transfer { $number }, reported by { $reported_by }.
fact-transfer-disputed = Room { $room } reported at { $at } that it took in ticket { $ticket } in { $session }, whom this console has in room { $origin }; the chief examiner decides, reported by { $reported_by }.
fact-transfer-settled = What became of ticket { $ticket }, transferred out of room { $room } in { $session }, was settled: { $outcome }{ $into ->
    [none] {""}
   *[other] {" "}(room { $into })
}, at { $at }, according to { $found }{ $late ->
    [yes] , settled after the time of that room was over
   *[no] {""}
}, transfer { $number }, reported by { $reported_by }.
fact-dispute-decided = The chief examiner decided at { $at } that ticket { $ticket } is in room { $room } in { $session }; this console had room { $origin }.
fact-standby-room-opened = Standby room { $room } was opened for { $session } at { $at } on incident { $incident }.
fact-room-moved = Everyone of room { $room } moved to standby room { $to } in { $session } at { $at }, candidates: { $numbers_count }, with new seats, on incident { $incident }, reported by { $reported_by }.

## Identity, suspected impersonation

fact-held-at-door = Ticket { $ticket } came to room { $room } for { $session } at { $at } and waits at the door: { $cause }, reported by { $reported_by }.
fact-held-admitted = Ticket { $ticket } came to room { $room } for { $session } at { $came_at }, waited ({ $cause }) and was admitted at { $at }: { $ground }, { $document ->
    [none] without a document
   *[other] showing { $document }
}, reported by { $reported_by }.
fact-held-refused = Ticket { $ticket } came to room { $room } for { $session } at { $came_at }, waited ({ $cause }) and was not admitted, as decided at { $at }, reported by { $reported_by }.
fact-impostor-suspected = Somebody seems to sit for ticket { $ticket } in room { $room }, { $session }, noticed at { $at } { $at_door ->
    [yes] at the door and not admitted
   *[no] after entry
}; incident { $incident } was opened, reported by { $reported_by }.
fact-impostor-step-noted = On the suspected impersonation of ticket { $ticket } in room { $room }, { $session }: { $step }, at { $at }, reported by { $reported_by }.
fact-suspicion-cleared = The chief examiner found at { $at } that ticket { $ticket } in room { $room }, { $session }, is the candidate in person, and withdrew the suspicion of incident { $incident }.
fact-second-check-done = Room { $room } compared ticket, document, person and seat of everyone once more after the start of { $session }, at { $at }, reported by { $reported_by }.

## Giving up, leaving, signals

fact-gave-up = Ticket { $ticket } gave up the exam in room { $room } for { $session } at { $at }, reported by { $reported_by }.
fact-candidate-left = Ticket { $ticket } left room { $room } in { $session } at { $at }{ $cause ->
    [none] {""}
   *[other] , because of { $cause }
}, reported by { $reported_by }.
fact-bell-rung = The { $bell } was given for { $session } at { $at }, reported by { $reported_by }.
fact-room-reminded = Room { $room } was reminded of the time left in { $session } at { $at }, reported by { $reported_by }.

## Exam machines, invigilation machines, help

fact-machines-listed = The exam machines of room { $room } were listed: { $machines_count }.
fact-machine-swapped = The invigilation machine of room { $room } was swapped at { $at }, { $old } for { $new }; reason: { $reason }; the new one { $checked ->
    [yes] passed its check
   *[no] was not checked
}, the data of the room { $restored ->
    [yes] were restored
   *[no] were not restored
}, { $lock ->
    [none] without an invigilation lock in use
   *[other] with invigilation lock { $lock } as before
}, reported by { $reported_by }.
fact-help-sent = { $helper } went to see to fault { $number } at { $at }.

## Delayed starts, extra time

fact-delay-applied-for = Application { $number }: a delayed start of { $session } in rooms: { $rooms_count } ({ $rooms }), up to { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} late ({ $tier }), because of { $causes }, made at { $at }.
fact-consent-given = To application { $application }: { $authority }, { $means }, given at { $given_at }, told to { $told_to }.
fact-code-entered = To application { $application }: a code for { $purpose }{ $subject ->
    [none] {""}
   *[other] {" "}({ $subject })
} was entered, good for { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}, { $verified ->
    [yes] verified here
   *[no] which nobody here can verify
}, given at { $given_at }, heard by { $heard_by }.
fact-wrong-code-typed = To application { $application }: a code for { $purpose }{ $subject ->
    [none] {""}
   *[other] {" "}({ $subject })
} was entered at { $at } and does not hold: { $answer }.
fact-directive-taken = To application { $application }: directive { $serial } of the ministry's exam centre, made at { $issued_at }, was taken in; rooms: { $rooms_count } ({ $rooms }), decision: { $outcome }{ $until ->
    [none] {""}
   *[other] , valid until { $until }
}.
fact-start-was-late = Room { $room } started { $session } { $minutes ->
    [0] {""}
   *[other] { $minutes } min{" "}
}{ $seconds } s after the unified start ({ $tier }), on application { $application } ({ $by }){ $entered_late ->
    [yes] , which was entered only after the start
   *[no] {""}
}.
fact-start-not-covered = Room { $room } was reported as starting { $session } at { $at }, a delayed start ({ $tier }) that nothing entered allowed; it does not count, reported by { $reported_by }.
fact-extra-time-applied-for = Application { $number }: extra time in room { $room }, { $session }, for { $tickets_count ->
    [0] the whole room
    [one] ticket { $tickets }
   *[other] tickets { $tickets }
}, { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} in all ({ $tier }), because of { $causes }, made at { $at }.
fact-extra-time-given = Extra time { $number }: in room { $room }, { $session }, { $moved ->
    [none] { $tickets_count ->
        [one] ticket { $tickets }
       *[other] tickets { $tickets }
    }
   *[other] everyone of the room, candidates: { $tickets_count },
} got { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}{ $tickets_count ->
    [one] {""}
   *[other] {" "}each
} ({ $tier }){ $tool ->
    [none] {""}
   *[other] , given with the tool of the ministry's exam centre, number { $tool }
}; { $loss }{ $moved ->
    [none] {""}
   *[other] ; the end of room { $moved } moves by the same minutes{ $door ->
        [yes] , and so does the end of entry
       *[no] {""}
    }
}.
fact-extra-time-taken-back = Extra time { $number } of { $session } was taken back at { $at }; reason: { $reason }.

## Standalone exams

fact-standalone-consented = { $by } consented at { $given_at } to a standalone exam of ticket { $ticket } in room { $room }, { $session }{ $by_phone ->
    [yes] {" "}(by telephone, to be signed by the same person)
   *[no] {""}
}, knowing that nothing is backed up meanwhile; ground: { $ground }, because of { $causes }, reported by { $reported_by }.
fact-consent-ratified = { $by } signed at { $at } for the consent by telephone to a standalone exam of ticket { $ticket } in { $session }.
fact-standalone-exported = Standalone package { $number } of ticket { $ticket } in room { $room }, { $session }, was exported at { $issued_at } ({ $custody }) with { $minutes } min { $seconds } s left, for machine { $machine } in room { $host }{ $place ->
    [none] {""}
   *[other] , seat { $place }
}, watched by { $watched_by }, on medium { $medium }{ $voids ->
    [none] {""}
   *[other] ; the one before is void because of: { $voids }
}.
fact-standalone-withdrawn = The unused standalone package of ticket { $ticket } in room { $room }, { $session }, was made void at { $at }, and the candidate goes on at an exam machine, reported by { $reported_by }.
fact-standalone-logged-in = Ticket { $ticket } of room { $room } logged in with standalone package { $number } for { $session } at { $at } and goes on, reported by { $reported_by }.
fact-interim-copy-made = An interim copy of standalone package { $number } of ticket { $ticket } in { $session } was kept at { $at }; it hands nothing in, reported by { $reported_by }.
fact-voucher-issued = A voucher for standalone package { $number } of ticket { $ticket } in { $session } was issued at { $at }, for { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
} in all since the export.
fact-standalone-returned = { $final ->
    [yes] The answers
   *[no] An interim copy
} of standalone package { $number } of ticket { $ticket } in room { $room }, { $session }, came: opened at { $opened_at }, { $final ->
    [yes] handed in
   *[no] kept
} at { $closed_at }{ $questions ->
    [0] {""}
   *[other] , { $minutes } min { $seconds } s used, { $answered } of { $questions } questions answered
}, digest of the file { $file }{ $flaws_count ->
    [0] {""}
   *[other] ; kept, for the chief examiner to decide: { $flaws }
}.
fact-return-decided = The chief examiner decided at { $at } that the file with digest { $file } counts as the answers of ticket { $ticket } in room { $room }, { $session }{ $incident ->
    [none] {""}
   *[other] , on incident { $incident }
}; the others are kept.
fact-medium-registered = Medium { $label } was registered, serial { $serial } ({ $read ->
    [yes] read off the medium
   *[no] as it stands on its label
}), kept by { $custodian }.

## Collecting answers, checks before the end, closing the day

fact-answers-confirmed = Room { $room } told of { $session } at { $at }: { $collected_count } answers collected and verified, { $never_count } never logged in, { $by_hand_count } still to be collected by hand{ $by_hand_count ->
    [0] {""}
    [one] {" "}(ticket { $by_hand })
   *[other] {" "}(tickets { $by_hand })
}, reported by { $reported_by }.
fact-collected-by-hand = The answers of ticket { $ticket } in room { $room }, { $session }, were collected by hand and verified at { $at }, reported by { $reported_by }.
fact-room-result-entered = Version { $version } of the result of room { $room } for { $session } was entered by hand by two persons, without a file: { $collected_count } answers collected, { $never_count } never logged in, at { $at }, reported by { $reported_by }.
fact-damaged-result-came = A file of answers of room { $room }, { $session }, came at { $at } and did not verify{ $ticket ->
    [none] {""}
   *[other] {" "}(ticket { $ticket })
}; digest of the file { $file }; it is collected anew.
fact-violations-confirmed = Room { $room } confirmed at { $at } that its violations in { $session } are all recorded, reported by { $reported_by }.
fact-scratch-paper-counted = Room { $room } counted its scratch paper of { $session } at { $at }: { $handed_out } handed out, { $returned } back{ $note ->
    [none] {""}
   *[other] ; why fewer: { $note }
}, reported by { $reported_by }.
fact-ungated-end-reported = Room { $room } ended { $session } at { $at } before it was checked, as was told afterwards; incident { $incident } was opened, reported by { $reported_by }.
fact-check-overridden = The chief examiner let “{ $check }” stand open at { $at } for room { $room } in { $session }; reason: { $reason }.
fact-record-signed = Copy { $copy } of { $form } of room { $room } for { $session } bore all its signatures at { $at }.
fact-day-closed = The exam day { $day } was closed at { $at }.
