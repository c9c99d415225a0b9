# Candidates: finding, check-in, corrections.

candidates-search = Scan or type ticket, last three digits or ID number
candidates-search-name = Type a name
candidates-search-said = Find a candidate: ticket, sequence number, ID number or its last four, name
candidates-by-name = By name
candidates-by-name-said = Turns the input method on to find by name; turn it off before scanning
candidates-rooms = Filter by room
candidates-all-rooms = All rooms
candidates-states = Filter by state
candidates-everyone = All { $count }
candidates-shown = { $shown } of { $all } shown
candidates-list = Candidates
candidates-sort = Order of the list: left and right choose a column, Space sorts by it
candidates-erased = (personal data erased)
candidates-nobody = Nobody in any session fits. Check the number; to find a name, press “By name” first. If still nobody fits, tell the chief examiner.
candidates-elsewhere = Not in this session, but arranged in { $session }, room { $room }.
candidates-go-session = Go to { $session }

## One candidate

candidates-choose-one = Scan a ticket, or choose someone in the list.
candidates-photo = Registration photo
candidates-no-photo = No photo
candidates-place = Room { $room }, sequence number { $sequence }, { $seat ->
    [none] no fixed seat
   *[other] seat { $seat }
}
candidates-registered = Registered ID
candidates-came-late = Came at { $time }, after entry had closed; was not admitted.
candidates-correct = Correct attendance entry

## Check-in

candidates-check-in = Check-in
candidates-choose = Choose
candidates-document = Document shown
candidates-number = Document number (read or typed)
candidates-number-how = Compared with the roster; optional
candidates-at = Came at
candidates-by = Reported by
candidates-compared = An invigilator compared the document by eye: it belongs to this person
candidates-agreed = Ticket, ID document and person agree: press Enter to admit.
candidates-admit = Admit candidate
candidates-admitted = Admitted: { $name } ({ $ticket })
candidates-already = { $name } was admitted at { $time } already. If someone else came with the same ticket, tell the chief examiner at once.
candidates-first-document = Choose first which kind of document was shown.
candidates-first-compare = The number is not the registered one: an invigilator compares by eye first, then tick.

match-same = Same number as registered
match-unsound = Same number as registered, but its check digit is wrong: look closely at the document.
match-misread = Not the registered number, and its check digit is wrong: probably misread, read or type it again.
match-differs = Not the registered number: an invigilator compares by eye.

## Corrections

candidates-to-present = Correct to present
candidates-to-absent = Correct to absent
candidates-reason = Reason for the correction
candidates-found-at = Found out at
candidates-first-reason = Choose the reason first.
candidates-corrected = Corrected: { $name } ({ $ticket })

## Settled at the door

candidates-held = Waits at the door
candidates-held-since = since { $time }, { $cause }
candidates-waiting = At the door: { $count }
candidates-waits = { $name } (room { $room }, since { $time })
candidates-hold = Ask to wait at the door
candidates-hold-note = The time at the door counts as the time of arrival: waiting does not make anybody late.
candidates-hold-cause = Reason for waiting
candidates-hold-confirm = Record the waiting
candidates-hold-said = Waiting at the door is recorded: { $ticket }
candidates-let-in = Admit after checking
candidates-let-in-confirm = Record the admission
candidates-ground = Admitted on
candidates-no-document = no document
candidates-refuse = Refuse entry
candidates-refuse-note = Whoever comes back with the documents before entry closes can be checked in again.
candidates-refuse-confirm = Record the refusal
candidates-refuse-said = Refusal of entry is recorded: { $ticket }
candidates-turned-back = Not admitted
candidates-suspect = Record suspected impersonation
candidates-suspicion = Suspected impersonation
candidates-impostor-door = Suspected impersonation: do not admit; keep the person apart, call the police, tell the chief examiner.
candidates-impostor-room = Suspected impersonation: keep the answers; have the person accompanied out, call the police, tell the chief examiner.
candidates-kept-apart = Kept apart
candidates-note-kept-apart = Record: kept apart
candidates-police = Police called
candidates-note-police = Record: police called
candidates-note-confirm = Record the time
candidates-noted = Recorded: { $ticket }
candidates-clear = Clear the suspicion
candidates-cleared = The suspicion is cleared: { $ticket }

## Seats

candidates-in-last = Just admitted
candidates-seat-in = Seat in room { $room }
candidates-full = Room { $room } is full, no seat is free. Record the transfer out, then guide the candidate to a room with a free seat.
candidates-room-full = Room { $room } is full: admit, then transfer out at once.
candidates-next-slip = Room { $room } hands out slips: the candidate takes the next one and sits where it says.
candidates-send-on = Transfer out
candidates-sent-on = Transferred out; no other room has a free seat. The transfers page says which spare seats and standby rooms can be used.
candidates-sent-on-to = Transferred out; staff guide the candidate to room { $room } ({ $places } free). Enter the arrival there on the transfers page.
candidates-moved-in = { $room } in
candidates-transferred = Transfer
candidates-from-room = taken in from room { $room }
candidates-other-seat = logged in at seat { $seat }, which is not the arranged one, and no reset explains it
candidates-reset = Resets: { $count }
candidates-reset-way = { $time } from seat { $old } to { $new }
candidates-gave-up = Gave up
candidates-kept-until = (may leave from { $time })
candidates-left = Left the room

## Other pages

candidates-to-transfers = Go to the transfers
candidates-to-room = Go to the room
candidates-extra-time = Extra time
candidates-extra-minutes = { $minutes } min in all, answers until { $time }
