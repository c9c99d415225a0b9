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
candidates-agreed = Ticket, ID document and person agree
candidates-admit = Admit candidate
candidates-admitted = Admitted: { $name } ({ $ticket })
candidates-already = { $name } was admitted at { $time } already. If someone else came with the same ticket, tell the chief examiner at once.
candidates-first-document = Choose first which kind of document was shown.
candidates-first-compare = The number is not the registered one: an invigilator compares by eye first, then tick.
candidates-first-agree = Compare ticket, ID document and person first; tick if they agree.

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
