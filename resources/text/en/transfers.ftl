# Transfers: out of full rooms and into others, settling those nobody took in, seats and forecast of each room.

transfers-nothing = There are no exam data yet, and no transfers to enter.
transfers-sub = { $rooms } rooms open · { $free } free seats{ $over ->
    [0] {""}
   *[other] {" "}· { $over } without a seat
    }
transfers-ticket = Ticket
transfers-name = Name
transfers-from = From room
transfers-out-at = Out at
transfers-since = Waiting
transfers-state = State
transfers-room = Room
transfers-minutes = { $count } min
press-under-way = on the way
press-near-end = end is near, settle
press-overdue = end has passed, not settled

## On the way

transfers-pending = On the way between rooms
transfers-pending-count = On the way: { $count }
transfers-nobody = Nobody who was transferred out waits to be taken in.
transfers-steps = What to record
transfers-take-in = Transfer in
transfers-call-back = Cancel transfer
transfers-settle = Settle
transfers-into = Receiving room
transfers-receiver = { $number } · Room { $room } · { $places } free{ $floors ->
    [none] {" "}· another building
    [0] {" "}· same floor
    [one] {" "}· same building, one floor away
   *[other] {" "}· same building, { $floors } floors away
    }
transfers-take-in-do = Transfer into room { $room }
transfers-take-in-hint = Rooms are listed by same building, nearest floor, most free seats; a digit key in the list chooses one.
transfers-no-receiver = No other room has a free seat.
transfers-taken-in = { $name } was transferred into room { $room }
transfers-reason = Why it is cancelled
transfers-call-back-do = Cancel transfer, back to room { $room }
transfers-called-back = The transfer of { $name } is cancelled, back in room { $room }
transfers-outcome = What became of them
transfers-sat-in = Room where they sat
transfers-found = How it is known
transfers-settle-do = Record outcome
transfers-settle-by = Room { $room }, which sent them, settles before its exam ends ({ $time }); what is recorded later becomes an incident.
transfers-settled-one = { $name }: { $outcome }
transfers-when = Happened at
transfers-who = Reported by

transfers-escort = Print escort slip
transfers-escort-where = Where the escort slip goes
transfers-escort-sent = The escort slip went to { $where }

## Transfer out

transfers-out = Transfer out
transfers-out-sub = Who came when the room was full and has no seat is checked in at that room first, then transferred out; nobody who has logged in is.
transfers-out-fixed = Where seats are fixed, only for want of seats, with the chief's consent and on an incident; nobody who has logged in.
transfers-overflowing = Without a seat
transfers-came-at = Came at
transfers-field = Candidate or transfer token
transfers-field-hint = Type or scan a ticket or a name; or scan or paste a room's transfer token
transfers-incident = Incident on which the chief agrees
transfers-incident-line = { $number } { $kind }
transfers-out-do = Transfer out
transfers-out-one = Transfer { $name } out
transfers-out-whom = No candidate is chosen yet. Type a ticket, or choose from the list.
transfers-nobody-found = Nobody in this session fits "{ $text }". Check the ticket with the room and type it again.
transfers-several = "{ $text }" fits { $count } people in this session; use the whole ticket.
transfers-sent-on = { $name } is transferred out
transfers-token-choose = Choose token file
transfers-token-kind = Transfer token
transfers-token-taken = The transfer token of room { $room } is taken in

## What needs a decision

transfers-full = No room has a free seat, and candidates are without one. The site system administrator tells the chief examiner and chooses below.
transfers-full-else = The chief examiner signs for a standby room; an incident is opened with it where none is. If seats are still short, the chief examiner decides on a standalone exam.
transfers-full-nothing = There is no standby room or spare seat to open; the chief examiner decides on a standalone exam.
transfers-release = Release room { $room }, which was opened
transfers-standby = Open standby room { $room }
transfers-standby-opened = Room { $room } is open; it takes people in once released
transfers-spares = Put spare seats of room { $room } into service: { $count }
transfers-spares-served = Spare seats of room { $room } in service: { $count }
transfers-disputed = { $name } ({ $ticket }) stands in room { $room }, and room { $other } reports a transfer in as well.
transfers-disputed-who = The chief examiner finds out in which room the candidate is.
transfers-disputed-more = The chief examiner finds out in which room the candidate is. { $count } more to decide.
transfers-decide = In room { $room }
transfers-decided = { $name }: the chief examiner decided on room { $room }

## Seats of each room

transfers-rooms = Seats of each room
transfers-present = Present
transfers-awaited = Awaited
transfers-places = Free
transfers-went = Out + on the way
transfers-came = In
transfers-forecast = Expected out
transfers-room-line = { $room } · { $building }, floor { $floor }
transfers-went-count = { $out } (+{ $pending } on the way)
transfers-forecast-all = about { $count }
transfers-forecast-at = from { $time }, about { $count }
fill-closed = not open
fill-free = free
fill-full = full
fill-overflowing = overflowing

## Settled

transfers-settled = Settled transfers
transfers-settled-count = Settled: { $count }
transfers-number = No.
transfers-settled-at = Settled at
transfers-outcome-in = { $outcome } · { $room }
transfers-outcome-late = { $outcome } (late)
