# The faults page: faults, the list of exam machines, rooms and their equipment.

faults-parts = Faults, list of machines, or rooms
faults-part-faults = Faults
faults-part-machines = Exam machines
faults-part-rooms = Rooms and equipment
faults-sub = { $open } open, { $late } of them for longer than { $minutes } min
faults-list = Faults
faults-filter = Show by room
faults-all-rooms = All rooms
faults-none = No fault is open, and none was restored today.
faults-choose = Choose a fault in the list; its place and the next step are shown here.
faults-standing = { $count ->
    [one] 1 room stands still
   *[other] { $count } rooms stand still
}: { $rooms } (fault { $faults }). Until it works again nobody leaves.
faults-column-state = State
faults-column-place = Place
faults-column-kind = Kind
faults-column-people = People

faults-state-open = Open { $minutes } min
faults-state-late = Overdue, { $minutes } min
faults-state-restored = Restored, { $minutes } min
faults-whole-site = Whole site
faults-whole-room = Room { $room }, whole room
faults-seats-of = Room { $room }, seats { $seats }
faults-place-short = { $room } · { $seats }
faults-all-seats = whole room
faults-seat = Seat { $seat }
faults-title = { $number } { $kind }
faults-place = Place
faults-happened-at = Happened at
faults-restored-at = Restored at
faults-helper = On the way
faults-coming = { $person }, sent { $time }
faults-helper-short = { $person } { $time }
faults-nobody-sent = Nobody sent yet
faults-concerned = Candidates concerned
faults-concerned-none = None
faults-concerned-all = { $count }: { $parts }
faults-concerned-stuck = { $count } waiting for help
faults-concerned-waiting = { $count } reset, not logged in again
faults-concerned-failed = { $count } reset and still unable to log in
faults-concerned-going-on = { $count } going on again
faults-machine = Exam machine
faults-machine-unknown = Not in the list of machines; import it under "Exam machines"
faults-machines-more = { $count } more, see the list of machines

## What comes next

fault-step-restore = restore operation
fault-step-reset = reset onto another exam machine
fault-step-change = change the exam machine or the part
fault-step-move-room = move the whole room to a standby room
fault-step-standalone = standalone exam
fault-step-extra-time = extra time
faults-next = Next: { $step }. { $how }
faults-order = In this order: { $steps }
faults-how-restore = As soon as possible; all candidates stay in the room.
faults-how-reset = The room system administrator resets, and guides the candidates to log in on another exam machine and go on.
faults-how-change = A technician changes it, tries it, and records that it works again.
faults-how-move-room = Where it cannot be restored soon, the chief examiner decides to move to a standby room.
faults-how-standalone = Where neither reset nor change lets them go on, with the chief examiner's consent.
faults-how-extra-time = The time lost is made good by the rules.
faults-to-extra-time = Go to extra time
faults-to-standalone = Go to standalone exams
faults-extra-time-left = { $count ->
    [one] 1 candidate lost time
   *[other] { $count } candidates lost time
} while it was mended; check whether extra time is due.

## To be read out

faults-read = Read out to the room
faults-read-machine = To all candidates: an exam machine has failed and is being seen to; keep calm. Stay at your seats and follow the invigilators; do not restart or switch off a machine, and do not leave the room. Those whose machines work go on; those concerned are guided to another machine, and the time lost is made good by the rules.
faults-read-peripheral = To all candidates: a mouse, keyboard or other device has failed and is being changed; keep calm and go on. Those concerned raise a hand and stay at their seats; do not restart or switch off a machine, and do not leave the room. The time lost is made good by the rules.
faults-read-network = To all candidates: the network has failed and is being restored; keep calm. Stay at your seats and follow the invigilators; do not restart or switch off a machine, do nothing that is not part of the exam, and do not leave the room. The time lost is made good by the rules.
faults-read-power = To all candidates: the power has failed and is being restored; keep calm. Stay at your seats and follow the invigilators; do not switch any device, and do not leave the room. When power is back, do as the invigilators say; the time lost is made good by the rules.
faults-read-software = To all candidates: the exam software does not work as it should and is being seen to; keep calm. Stay at your seats and follow the invigilators; do not restart or switch off a machine, do nothing that is not part of the exam, and do not leave the room. The time lost is made good by the rules.
faults-read-cloud = To all candidates: the cloud machine room has failed and is being restored; keep calm. Stay at your seats and follow the invigilators; do not restart or switch off a machine, and do not leave the room. When it works again, log in anew as the invigilators say; the time lost is made good by the rules.

## Entering

faults-report = Report a fault
faults-room = Room
faults-where = Room and seats
faults-which-room = Choose a room
faults-seats = Seats
faults-seats-hint = as 25-48, 50
faults-effect-room = Without seats the whole room is concerned: room { $room } stands still, and nobody leaves until it works again.
faults-effect-site = The whole site is concerned: all rooms stand still, and nobody leaves until it works again.
faults-seats-wrong = Room { $room } has no such seats: { $seats }. Write 25-48, 50.
faults-kind = Kind of fault
faults-reported-by = Reported by
faults-report-confirm = Record the fault
faults-reported = Recorded: { $kind }
faults-send = Fault { $number }: send help
faults-send-short = Send help
faults-send-confirm = Record who was sent
faults-sent = { $person } was sent to fault { $number }
faults-restore = Fault { $number }: works again
faults-restore-short = Record that it works
faults-restore-confirm = Record the time
faults-restored = Fault { $number } recorded as restored
faults-to-room = Reset on the room page
faults-to-move = Move to a standby room

## The list of exam machines

faults-find-machine = Find: seat, machine or address
faults-column-seat = Seat
faults-column-address = Address
faults-column-port = Switch port
faults-machine-down = Fault open
faults-machine-fine = In order
faults-machines-none = There is no list yet. Choose a room and import a CSV file; its four columns are seat, machine, address and switch port, and the last two may be empty.
faults-machines-not-found = Nothing found. Try part of a seat, machine or address.
faults-list-choose = Import a list
faults-list-which-room = Lists are imported room by room: choose a room first.
faults-list-fits = { $file } ({ $encoding }): { $count } machines of room { $room }, all can be taken; they replace the { $before } listed before.
faults-list-take = Take this list
faults-list-taken = The list of room { $room } is recorded: { $count } machines
faults-list-unfit = { $file } ({ $encoding }): { $count } lines cannot be taken, so nothing of it was. Correct the lines below and import it again.
faults-list-bad = Lines that cannot be taken
faults-column-line = Line
faults-column-why = Why
faults-column-there = What stands there
faults-row-whole = all
faults-row-not-text = no CSV text
faults-row-no-such-seat = the room has no such seat
faults-row-seat-twice = the seat stands there twice
faults-row-no-machine = no machine is named
faults-row-signs = letters, digits and . : / _ - only, at most 40
faults-row-columns = more than four columns
faults-row-empty = the file is empty
faults-encoding-utf8 = UTF-8
faults-encoding-marked = UTF-8 with a mark
faults-encoding-gbk = GBK

## Rooms and their equipment

faults-room-fine = In order
faults-room-seats = { $count } seats out of order
faults-room-stands = Stands still, fault { $fault }
faults-room-moved = Moved to room { $room }
faults-room-serves = Goes on for room { $room }
faults-room-standby = Standby room
faults-column-machine = Machine
faults-column-usable = Usable
faults-column-spare = Spare
faults-seats-down = Seats out of order
faults-spare-none = none
faults-spare-serving = Spare seats in service
faults-swap-machine = Invigilation machine
faults-swap-unknown = not recorded
faults-swap-serial = Invigilation lock
faults-swap = Swap the invigilation machine
faults-swap-title = Room { $room }: swap in a spare invigilation machine
faults-swap-lock = Invigilation lock { $serial } goes with the room: take it out and plug it into the machine that is swapped in.
faults-swap-no-lock = This room has no invigilation lock in use.
faults-swap-old = Machine taken out
faults-swap-new = Machine swapped in
faults-swap-reason = Reason
faults-swap-checked = The machine swapped in passed its hardware check (otherwise the chief examiner, a deputy, the exam office or a resident officer signs)
faults-swap-restored = The room's data are restored on it (required while the exam is going on)
faults-swap-confirm = Record the swap
faults-swapped = Room { $room } now uses invigilation machine { $machine }
faults-spare-in = Room { $room }: spare seats into service
faults-spare-in-short = Put spare seats into service
faults-spare-note = In service they count as usable seats.
faults-spare-in-confirm = Record as in service
faults-spare-out = Room { $room }: spare seats out of service
faults-spare-out-short = Take spare seats out of service
faults-spare-out-note = Seats that somebody uses cannot be taken out.
faults-spare-out-confirm = Record as out of service
faults-spare-done = Room { $room }: { $count } spare seats recorded
faults-move = Move to a standby room
faults-move-title = Room { $room }: move everyone to a standby room
faults-move-note = All { $count } candidates go there, and the chief examiner signs. This room ends with that, and seats are drawn anew; the standby room still has to be released, and the candidates log in there again.
faults-move-to = Standby room
faults-moved-at = Moved at
faults-move-line = Room { $room }, { $places } seats
faults-move-nowhere = No standby room can be used. The chief examiner decides what else: spare seats of other rooms, or standalone exams.
faults-move-on = Done on incident { $number }.
faults-move-opens = No incident of this room is open: one, "room cannot be used", is opened first, then the room moves.
faults-move-lost = Proposed as lost time: from { $time }, the start of the fault, until each logs in in the standby room.
faults-move-lost-typed = Proposed as lost time: from the time entered above until each logs in in the standby room.
faults-move-confirm = Move to the standby room
faults-moved = Room { $room } has moved to room { $to }; release it next on the overview
faults-move-not = This session does not use this room; it cannot move.
faults-move-over = This session is over in this room; it cannot move.
