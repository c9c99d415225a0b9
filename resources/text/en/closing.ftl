# End of exam: open items by room, end commands, check of the answers.

closing-nothing = No exam package yet, so there is no room to end.
closing-sub = { $ended } of { $rooms } rooms ended
closing-rooms = Rooms of this session
closing-room = Room
closing-state = State
closing-closure = Closure ends
closing-open = Open before the end
closing-room-ended = End recorded
closing-not-started = No start recorded
closing-ready = Nothing open, can end
closing-blockers = { $blockers }
closing-ended-at = Ended at
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
closing-settle = Settle what is open
closing-chosen = Only the rooms chosen in the table are recorded.
closing-all = { $open ->
    [0] Records every room with nothing open whose closure is over.
    [1] Records every room with nothing open whose closure is over; 1 more room has open items: Enter in the table goes there.
   *[other] Records every room with nothing open whose closure is over; { $open } more rooms have open items: Enter in the table goes there.
    }
closing-none-ready = No room can end now: something is open, or closure is not over yet.
closing-ended = { $count ->
    [1] End of 1 room recorded
   *[other] End of { $count } rooms recorded
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
closing-check-done = Answers checked; the backup comes next
closing-checked = The answers were checked by two persons at { $time }. Backup and upload come next.
closing-room-called-off = This session does not take place here
