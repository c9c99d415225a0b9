# The page of violations and incidents

conduct-halves = Violations, incidents
conduct-violations = Violations
conduct-incidents = Incidents
conduct-sub = { $count ->
    [0] no violations in this session
    *[other] { $serious ->
        [0] violations in this session: { $count }
        *[other] { $count } in this session, { $serious } serious or above (suggested level); files of their rooms are kept longer
    }
}
conduct-overview = violations: { $count }
conduct-overview-serious = violations: { $count } (serious or above: { $serious })
conduct-list = Violations of this session
conduct-none = No violation is recorded in this session.
conduct-none-hint = Record a violation when it is found: who, when, what was done, what was done about it there and then. Facts alone; whether it is a violation, and what follows, the exam agency determines.
conduct-choose = Choose a record in the list.
conduct-stranger = not a candidate of this room
conduct-where = Room { $room } · { $name }{ $ticket ->
    [none] {""}
    *[other] {" "}{ $ticket }
}
conduct-lacks = Missing: { $what }
conduct-erased = (personal data erased)

violation-state-recorded = recorded
violation-state-told = told
violation-state-signed = signed
violation-state-refused = refused (two invigilators signed)
violation-state-removed = led out
violation-state-later = found afterwards
violation-state-withdrawn = withdrawn

violation-gap-sheet = number of the sheet
violation-gap-telling = notice and signature
violation-gap-signature = signature

violation-act-tell = enter notice
violation-act-signs = enter signature
violation-act-refuses = enter refusal
violation-act-name-sheet = add number
violation-act-remove = enter removal
violation-act-take-evidence = enter evidence
violation-act-move-evidence = hand evidence on
violation-act-police = enter police call
violation-act-correct = correct record
violation-act-withdraw = withdraw record

conduct-title = { $number } { $name }{ $ticket ->
    [none] {""}
    *[other] {" "}({ $ticket })
}
conduct-kind-line = { $code } { $kind }
conduct-suggested = { $level }. The exam agency determines.
conduct-next-tell = The person was not told yet. Read out what is recorded, then enter when that was.
conduct-next-signs = Told, and not signed yet. The person signs the paper sheet; where they refuse, two invigilators of this room write that down and sign.
conduct-next-sheet = The number of the sheet is not entered yet. Copy it from the paper sheet; the chief examiner signs beside.
conduct-next-agency = Found afterwards: the exam agency tells the person. This record is complete.
conduct-complete = This record is complete.
conduct-is-withdrawn = Recorded by mistake and withdrawn by the chief examiner. It stays on the room record, struck out, with the reason.
conduct-to-print = Print sheet

conduct-record = Record violation
conduct-record-short = New record
conduct-record-note = Write what was seen and what was done about it there and then, and no opinion on what should follow.
conduct-record-confirm = Record violation
conduct-record-said = The violation is recorded
conduct-room = Room
conduct-room-choose = Choose a room
conduct-ticket = Ticket number
conduct-ticket-hint = Scan ticket or ID card, or type the last three digits
conduct-ticket-needed = Scan or type the ticket number; for somebody who is no candidate tick the line below, and say who it is.
conduct-ticket-nobody = Nobody in this session is “{ $text }”. Check it and type it again.
conduct-ticket-several = “{ $text }” fits { $count } people. Choose the room first, or type the whole ticket number.
conduct-who = { $name } · room { $room }{ $seat ->
    [none] {""}
    *[other] {" "}seat { $seat }
}
conduct-outsider = Not a candidate of this room
conduct-person = Who it is
conduct-person-hint = Sex, age as it seems, clothes, the name and office they gave
conduct-kind = Kind of violation
conduct-kind-choose = Choose the kind of violation
conduct-happened-at = Time of the act
conduct-at = Time
conduct-sheet = Sheet number
conduct-sheet-hint = As printed on the paper sheet
conduct-sheet-none = not entered yet
conduct-act = What was done
conduct-act-hint = What was done, how it was noticed, how long it went on
conduct-handling = Handling
conduct-handling-hint = How it was stopped, what was taken into custody
conduct-place = Place
conduct-place-hint = Row and place, corridor, toilet; may stay empty at their own seat
conduct-reminded = Reminded at
conduct-reminded-hint = If they were reminded before, as in 09:05; otherwise empty
conduct-reminded-wrong = Write the reminder as 09:05 or 0905; without one leave it empty.
conduct-found = How it was found
conduct-found-at = Time it was found
conduct-found-then = { $how }, { $at }
conduct-reported-by = Reported by

conduct-correct = Correct { $number }
conduct-correct-note = What stood there before is kept. A changed content is told and signed anew. The chief examiner signs beside.
conduct-name-sheet = Add the sheet number of { $number }
conduct-name-sheet-note = Where only the number is added, what was told and signed still holds. The chief examiner signs beside.
conduct-name-sheet-hint = Why it was not entered then
conduct-name-sheet-confirm = Add number
conduct-sheet-needed = Enter the number as it stands on the paper sheet.
conduct-reason = Reason
conduct-reason-hint = What was wrong in the record
conduct-basis = Basis
conduct-basis-hint = Which evidence, document or paper sheet says so
conduct-correct-confirm = Correct record
conduct-correct-said = { $number } is corrected

conduct-withdraw = Withdraw { $number }
conduct-withdraw-note = Where the wrong person was named, or nothing happened, the chief examiner withdraws the record. It is kept, struck out, with the reason; the right person gets a record of their own.
conduct-withdraw-reason = Reason
conduct-withdraw-reason-hint = What was wrong; the number of the new record, if there is one
conduct-withdraw-confirm = Withdraw record
conduct-withdraw-said = { $number } is withdrawn
conduct-withdrawn = Withdrawn
conduct-withdrawn-then = { $time } { $reason }; basis: { $basis }

conduct-tell = { $number }: tell the person
conduct-tell-note = Enter this after what is recorded was read out to the person.
conduct-told-at = Told at
conduct-tell-confirm = Enter notice
conduct-tell-said = { $number }: notice is entered
conduct-signs = { $number }: the person signs
conduct-signs-note = Enter this after the person signed the paper sheet.
conduct-signed-at = Signed at
conduct-signs-confirm = Enter signature
conduct-signs-said = { $number }: the signature is entered
conduct-refuses = { $number }: refuses to sign
conduct-refuses-note = Two invigilators of this room write that down and sign the sheet.
conduct-witness-one = First invigilator
conduct-witness-two = Second invigilator
conduct-witness-few = The staff list has fewer than two invigilators of room { $room }. The site administrator checks the list.
conduct-person-line = { $code } { $name }
conduct-refusal = How they refused
conduct-refusal-hint = What the person did and said
conduct-damage = Damage to evidence
conduct-damage-hint = Empty if there was none
conduct-refuses-confirm = Enter refusal
conduct-refuses-said = { $number }: the refusal is entered
conduct-refused = Refused to sign
conduct-refused-then = { $time }, invigilators { $people }

conduct-remove = { $number }: exam ended, led out
conduct-remove-note = What was answered so far is kept and collected as usual. A roving invigilator leads the person out, who waits apart from other candidates.
conduct-roving = Roving invigilator
conduct-waits = Waits at
conduct-removed-at = Led out at
conduct-remove-confirm = Enter removal
conduct-remove-said = { $number }: the removal is entered
conduct-removed = Led out
conduct-removed-then = { $time }, invigilators { $people }, roving invigilator { $roving }, waits at: { $place }

conduct-police = { $number }: police called
conduct-police-note = The police deal with the case; the site helps to secure the evidence.
conduct-station = Police station
conduct-officer = Officer
conduct-receipt = Number of the receipt
conduct-police-items = Things handed to the police
conduct-police-items-hint = Empty if there were none
conduct-police-confirm = Enter police call
conduct-police-said = { $number }: the police call is entered
conduct-police-then = Police

conduct-evidence = { $number }: evidence and things in custody
conduct-evidence-note = Enter piece by piece; the tag is written on the bag.
conduct-evidence-kind = Kind of evidence
conduct-item = Name and marks
conduct-item-hint = Make, colour, number, condition; for a recording the camera, and from when to when
conduct-file = Choose file
conduct-file-none = Where there is a file, choose it: its digest is recorded, the file stays where it is.
conduct-file-reading = Working out the digest of { $file }: { $percent }%
conduct-file-read = { $file }
conduct-digest = Digest (SHA-256)
conduct-evidence-confirm = Enter evidence
conduct-evidence-said = { $number }: the evidence is entered
conduct-evidence-piece = Evidence
conduct-piece-line = { $tag } { $kind }: { $item } (now: { $place })
conduct-move = { $number }: hand evidence on
conduct-move-note = Whoever takes it signs at this desk.
conduct-piece = Which piece
conduct-move-to = Handed to
conduct-move-confirm = Enter hand-over
conduct-move-said = { $number }: the evidence is handed on
conduct-incident = Incident
conduct-corrected = Correction { $count }
conduct-corrected-then = { $time } { $reason }; basis: { $basis }; before: { $kind }, { $act }

conduct-issue = Number blank sheets
conduct-issue-short = Issue blanks
conduct-issue-note = Each has a number; invigilators get them when they are printed.
conduct-issue-all = All { $count } rooms of this session
conduct-issue-each = More for each room
conduct-issue-count = { $count ->
    [one] 1 sheet
    *[other] { $count } sheets
}
conduct-issue-confirm = Number blanks
conduct-issue-said = The blank sheets are numbered
conduct-issued = The blank sheets are numbered. Print them and give them to the rooms.
conduct-issued-print = Print blank sheets
conduct-void = A sheet counts no more
conduct-void-short = Void sheet
conduct-void-note = A blank that was spoiled, damaged or lost is struck; its number is not used again.
conduct-void-why = Reason
conduct-void-confirm = Void sheet
conduct-void-said = The sheet is struck
conduct-blanks = { $issued ->
    [0] No blank sheets are numbered yet
    *[other] Blank sheets numbered: { $issued }, used { $used }, struck { $void }, left { $free }{ $without ->
        [0] {""}
        *[other] ; rooms without any: { $without }
    }
}
