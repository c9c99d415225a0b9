# Records and their printing.

paper-state-draft = Draft
paper-state-to-print = To print
paper-state-sent = Out of the printer?
paper-state-not-out = Did not come out
paper-state-printed = Printed
paper-state-superseded = Changed since

records-sub = Room records · { $out } of { $total } printed
records-table = The record of each room
records-column-room = Room
records-column-state = State
records-column-copies = Copies
records-copies = { $count }
records-nothing = There is no exam package yet, so there are no records to print.
records-where = Print to
records-to-file = PDF file
records-print-all = Print { $count } of this session
records-all-kept = Nothing left to print
records-all-out = Confirm that all { $count } came out
records-printing = Printing room { $room } ({ $done } of { $total })
records-sent = Sent to the printer “{ $printer }”: { $count }. See whether the paper came out, then say so in the list.
records-written = Written: { $count }, in { $folder }. Say so in the list once they are on paper.

records-note-draft = The exam in room { $room } has not ended; at the right is a draft. The record proper is printed after the end.
records-note-to-print = Print and keep a copy; the people named on it sign it.
records-note-sent = Did copy { $copy } come out? Say so once the whole paper was seen.
records-note-not-out = Copy { $copy } did not come out. Check the printer and send it again; where the paper is incomplete, give the reason and print another copy.
records-note-printed = Copy { $copy } came out. To print another one, give the reason.
records-note-superseded = The content changed after copy { $copy }, and the signed copy no longer holds. Print what it says now and have it signed again.
records-close = Go and end the exam
records-print = Print this record
records-print-changed = Print the changed record
records-came-out = Confirm it came out
records-not-out = Record that it did not
records-resend = Send again
records-why = Reason for a new copy
records-reprint = Print another copy
records-copy = copy { $copy } { $outcome }
records-copy-sent = not yet seen
records-copy-out = came out
records-copy-not-out = did not come out
records-said-out = Entered: copy { $copy } of the record of room { $room } came out
records-said-not-out = Entered: copy { $copy } of the record of room { $room } did not come out
records-all-said-out = Entered: { $count } copies came out
records-seen-draft = Room { $room } · draft, not a record
records-seen-copy = Room { $room } · copy { $copy } as it was kept

preview-name = The sheet as it looks
preview-nearer = Larger
preview-fit = Fit width
working-stop = Stop
