# The room page: seat map, list, and what is recorded of seats and rooms.

room-nothing = There is no exam package yet, so there is no room to show.
room-ways = Map or list
room-map = Seat map
room-list = List
room-choice = Room
room-previous = Previous room
room-next = Next room
room-front = Front desk
room-count = { $what } { $count }
room-times-plan = Unified start { $start } · planned end { $end }
room-times = Started { $start } · entry until { $entry } · closed until { $closure } · ends { $end }
room-times-over = ended at { $time }

room-seat = Seat { $seat }
room-seat-none = Seat
room-seat-said = { $seat }: { $what }
room-unseated = No seat yet
room-empty = Empty seat
room-vacant = empty
room-erased = personal data erased
room-fault-open = Fault open
room-choose = Choose a seat on the map or in the list.
room-ticket = Ticket
room-id = ID number
room-entered = Entered at

room-admit = Check in
room-correct = Correct attendance
room-fault = Report a fault of the seat
room-fault-room = Report a fault of the room
room-fault-seat = Report a fault of seat { $seat }
room-restore-seat = Record that it works again
room-write-off = Write off the answers
room-incident = Open an incident

room-this = This room
room-open-items = Open faults and incidents
room-nothing-open = None.
room-whole = whole room
room-since = { $what }, since { $time }
room-fault-line = { $number } { $place } { $kind }
room-incident-line = { $number } { $kind }
room-restore-one = Record that { $number } works again
room-settle-one = Close { $number }

room-happened-at = Happened at
room-reported-by = Reported by
room-fault-kind = What failed
room-fault-confirm = Report the fault
room-fault-said = Fault reported: { $kind }
room-restore = Fault { $number } works again
room-restored-at = Restored at
room-restore-confirm = Record the time
room-restore-said = Fault { $number } is recorded as restored
room-incident-kind = Kind of incident
room-incident-confirm = Open the incident
room-incident-said = Incident opened: { $kind }
room-settle = Incident { $number } is over
room-settled-at = Over at
room-settle-confirm = Close the incident
room-settle-said = Incident { $number } is closed

room-write-off-title = Write off the answers of ticket { $ticket }
room-write-off-note = Nothing waits for this candidate's answers afterwards. The chief examiner does it, on an incident of answers that cannot be recovered.
room-write-off-incident = On incident
room-write-off-line = { $number }, { $at }
room-write-off-none = This room has no incident of answers that cannot be recovered: open it first, then write off.
room-write-off-open = Open an incident of lost answers
room-write-off-confirm = Write off these answers
room-write-off-said = The answers of ticket { $ticket } are written off
