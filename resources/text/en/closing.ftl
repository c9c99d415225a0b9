# End of exam: what is looked at before each room ends, its end, what is owed afterwards, the close of the day.

end-state-unstarted = no start recorded
end-state-open = items open
end-state-closure = closure not over
end-state-ready = can end
end-state-ended = end recorded
end-state-called-off = not held in this room
room-order-room = by room
room-order-due = by what is next
closing-step-go = go there
closing-step-collect = record answers
closing-step-by-hand = record collection
closing-step-violations = confirm violations
closing-step-enter-result = enter result by hand
closing-step-scratch-paper = record scratch paper
closing-step-check = check the answers
closing-step-override = let it stand

closing-parts = Contents
closing-part-gate = Before the end
closing-part-debts = { $count ->
    [0] To follow
   *[other] To follow { $count }
    }
closing-nothing = No exam package yet, so there is no room to end.
closing-sub = { $ended } of { $rooms } rooms ended{ $ready ->
    [0] {""}
   *[other] , { $ready } can end
    }{ $open ->
    [0] {""}
   *[other] , { $open } with open items
    }
closing-rooms = Rooms of this session
closing-order = Order
closing-room = Room
closing-state = State
closing-closure = Closure ends
closing-open = Open items
closing-left = { $count } open: { $items }
closing-owes = { $count } to follow: { $items }

## All at once

closing-when = Time told by the rooms
closing-who = Reported by
closing-end = { $count ->
    [0] Record room ends
    [1] Record the end of 1 room
   *[other] Record the end of { $count } rooms
    }
closing-end-chosen = { $count ->
    [1] Record the end of the chosen room
   *[other] Record the end of the { $count } chosen rooms
    }
closing-violations = { $count ->
    [1] Confirm violations of 1 room
   *[other] Confirm violations of { $count } rooms
    }
closing-collected = { $count ->
    [1] Record answers of 1 room
   *[other] Record answers of { $count } rooms
    }
closing-chosen = Only the { $count } rooms chosen in the table.
closing-all-end = Every room with nothing open whose closure is over ends; none waits for another.
closing-all-violations = Confirms all rooms that have no violation but those recorded; what happened is recorded first.
closing-all-collected = After closure these rooms counted as many submissions as answers are expected. Ask each whether all answers are collected and verified, then record them together.
closing-all-none = Nothing can be done for all at once now. Choose a room in the table and settle its items beside it.
closing-all-over = The end of every room is recorded.
closing-none-ready = No room can end now: something is open, or closure is not over yet.
closing-ended = { $count ->
    [1] End of 1 room recorded
   *[other] End of { $count } rooms recorded
    }
closing-violations-said = { $count ->
    [1] Violations of 1 room confirmed
   *[other] Violations of { $count } rooms confirmed
    }
closing-collected-said = { $count ->
    [1] Answers of 1 room recorded as collected
   *[other] Answers of { $count } rooms recorded as collected
    }

## One room

closing-gate-of = What is checked in room { $room }
closing-item = Check
closing-stands = { $state }{ $count ->
    [0] {""}
   *[other] {" "}· { $count }
    }
closing-stands-let = Let stand by the chief
closing-basis = { $clause }: { $document } { $article }
closing-choose = Choose a line of the table to see here, one by one, what is checked or still to be done.
closing-room-ready = Everything is settled: this room can end.
closing-room-closure = Everything is settled. The end command may be given once closure is over at { $time }.
closing-room-unstarted = No start is recorded for this room in this session. After the start its checks stand here.
closing-room-ended = The end of this room is recorded, and nothing is left to follow.
closing-room-called-off = This session is not held in this room: there is nothing to check.
closing-to-start = Record the start
closing-end-room = Record the room end
closing-ungated = Report an early end
closing-person = { $name }, ticket { $ticket }{ $seat ->
    [none] {""}
   *[other] , seat { $seat }
    }
closing-people-more = { $count ->
    [1] 1 more person
   *[other] { $count } more people
    }

closing-is-settled = This is done.
closing-is-off = Neither the rulebook of this site nor this room asks for it.
closing-is-let = The chief examiner let this stand: { $reason }. It is printed on the room record.
closing-next-standalone = Standalone answers are not all back and decided on. The room administrator collects them at the machine; where a machine died, the chief examiner writes them off.
closing-next-by-hand = The answers of these candidates did not reach the invigilation machine. The room administrator collects and verifies them at the exam machine by hand, then they are recorded here.
closing-next-attendance = The absences are not confirmed. The invigilator reads out who is absent, and they are compared with this desk.
closing-next-violations = The invigilator confirms: no violation in this room but those recorded.
closing-next-violations-signed = A violation is not settled: the number of its sheet is missing, or nobody was told or signed. The invigilators settle it there and then, and it is entered under violations.
closing-next-submitted = The room has not said that everybody shows submit success. The invigilator looks at every seat; who failed tries again, otherwise the answers are collected by hand.
closing-next-answers = The room has not said that all answers are collected and verified. The room administrator does so and tells how many there are.
closing-next-result-differs = The room result and this desk differ. Go through them with the room: correct what is wrong here, or take in a new result.
closing-next-pending-transfer = These candidates were sent on and no room took them in. The room that sent them says what became of them.
closing-next-disputed = Two rooms say that these candidates are theirs. The chief examiner decides.
closing-next-ledger = Arranged, in and out do not match present and absent. Look for the difference on the page of the room.
closing-next-ratified = The chief examiner consented to a standalone exam by telephone and has not signed yet. The chief examiner signs on arrival.
closing-next-faults = Faults of this room are still open, which does not keep it from ending. Record when they are mended.
closing-next-ended-early = The room ended before all this was checked, which is recorded as an incident. Everything else is still settled item by item.
closing-next-result = The room result is missing, or differs from this desk. The room administrator brings the result file; for a room that runs another exam system two persons enter it by hand.
closing-next-record-printed = The room record is not printed, or nobody has said that it came out whole.
closing-next-record-outdated = Something was entered after the room record was printed, and the copies so far no longer count. It is printed and signed anew.
closing-next-record-signed = The room record lacks signatures. When everybody has signed the newest whole copy, it is entered among the papers to sign on the page Records and printing.
closing-next-scratch-paper = The scratch paper is not counted. The invigilator tells how many sheets went out and came back, and why any are missing.
closing-next-ended = The end of some rooms of this session is not recorded.
closing-next-incidents = A grave incident has not been reported to everybody on its way. Enter the reports on the page for violations and incidents; where the patrol is not here or a higher level was told, enter that this level is not told.
closing-next-transfer-sheet = The transfer sheet is not printed yet, or the chief has not signed it. It is printed once every room has ended and every transfer is settled; who signed is entered on the page for records.
closing-next-checked = Two persons confirm that the answers of this session are all there; only then they are backed up and uploaded.
closing-next-backup = No registered medium holds a backup of this session yet. The site administrator makes it on the page Backup and upload; the exam office supervises it.
closing-next-room-backup = There is no backup of this room's whole day yet. The room administrator makes it in the room, the site administrator takes it on the page Backup and upload; the exam office supervises it.
closing-next-paper-entered = The room may have written on paper while the machine was gone. Type it in from paper, then two persons confirm it on the page Backup and upload.

## Forms

closing-form-violations = Room { $room }: violations
closing-form-violations-note = There is no violation but those recorded.
closing-form-violations-confirm = Confirm violations
closing-form-collect = Room { $room }: answers
closing-form-collect-note = All but those named here submitted, and their answers are collected and verified.
closing-form-collect-confirm = Record answers
closing-form-result = Room { $room }: enter the result by hand
closing-form-result-note = Only for a room that can bring no result file; two persons enter and compare it. The answers are kept and handed on as that system does it.
closing-form-result-confirm = Enter the room result
closing-count = Answers collected, as told
closing-never = Never logged in
closing-hand = Still to be collected by hand
closing-named-hint = Ticket, its last three digits or seat; empty for nobody
closing-count-blank = { $count } answers are expected. Type the count that the room told.
closing-count-fits = The count fits: { $count } answers are expected.
closing-count-differs = The count does not fit: the room told { $told }, { $count } are expected. Ask again, and name above whose answers are missing.
closing-named-unknown = Nobody whose answers are expected here is “{ $words }”. Ask the room again and retype it.
closing-named-doubtful = “{ $words }” fits more than one person: type the whole ticket number.
closing-form-hand = Room { $room }: collected by hand
closing-form-hand-note = The answers are on the invigilation machine and verified.
closing-form-hand-who = Candidate
closing-form-hand-confirm = Record the collection
closing-form-hand-when = Collected at
closing-form-scratch = Room { $room }: scratch paper
closing-scratch-out = Sheets handed out
closing-scratch-back = Sheets returned
closing-scratch-why = Why sheets are missing
closing-scratch-why-none = None is missing
closing-form-scratch-when = Counted at
closing-form-scratch-confirm = Record scratch paper
closing-scratch-blank = Type both numbers; 0 where no paper was handed out.
closing-scratch-reason = { $count ->
    [1] 1 sheet is missing: choose why.
   *[other] { $count } sheets are missing: choose why.
    }
closing-form-override = Room { $room }: { $item }
closing-form-override-note = The chief examiner lets the room end without this. The reason is printed on the room record, and the chief examiner signs here in person.
closing-form-override-why = Reason
closing-form-override-choose = Choose a reason
closing-form-override-confirm = Let it stand
closing-form-end = Room { $room }: end of exam
closing-form-end-when = End command given at
closing-form-end-confirm = Record the room end
closing-form-ungated = Room { $room }: ended unchecked
closing-form-ungated-note = The room gave its end command before everything was checked. This is recorded as an incident; the next session may start there, and what is open in this one is still settled item by item.
closing-form-ungated-confirm = Record the early end
closing-done-violations = Violations of room { $room } confirmed
closing-done-collect = Answers of room { $room } recorded as collected
closing-done-result = Result of room { $room } entered by hand
closing-done-hand = Collection by hand recorded
closing-done-scratch = Scratch paper of room { $room } recorded
closing-done-override = Room { $room }: let stand by the chief examiner
closing-done-end = End of room { $room } recorded
closing-done-ungated = Room { $room } recorded as ended already

## What follows, the check, the close of the day

closing-debts = What is owed today
closing-debt-where = Room
closing-debt-session = Session
closing-debt-open = To be done
closing-debt-due = Due
closing-whole-session = Whole session
closing-going-on = Rooms have not ended yet
closing-late = { $time }, past
closing-no-debts = Nothing is owed today.
closing-debts-sub = { $open ->
    [1] 1 item to follow today
   *[other] { $open } items to follow today
    }{ $late ->
    [0] {""}
   *[other] , { $late } past their time
    }
closing-people = Candidates: { $arranged } arranged + { $taken_in } in − { $out } out = { $present } present + { $absent } absent + { $awaited } not confirmed{ $fits ->
    [yes] : balances
   *[no] : does not balance
    }
closing-answers = Answers: { $collected } collected + { $written_off } written off + { $never } never logged in{ $fits ->
    [yes] {" "}= { $present } present: balances
   *[no] , { $present } present: { $missing } missing
    }
closing-check = Check the answers
closing-check-done = Answers checked, the backup comes next
closing-checked = Two persons checked the answers at { $time }. Backup and upload come next.
closing-day-close = Close the exam day
closing-day-note = When everything in the table is done, the chief examiner signs to close { $day }.
closing-day-ready = Everything owed on { $day } is done. The site administrator closes the day and the chief examiner signs.
closing-day-closed = { $day } was closed at { $time }.
closing-day-done = Exam day { $day } closed
