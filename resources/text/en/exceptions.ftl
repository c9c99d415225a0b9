# The page of exceptions: what gathered by itself on a day, and the summary that the chief signs.

exceptions-sub = kinds: { $kinds }, entries: { $count }
exceptions-day = Exam day
exceptions-kinds = Kinds of exceptions
exceptions-entries = Entries of the chosen kind
exceptions-none = There are no exceptions on this day.
exceptions-no-day = Once the exam data are imported, exceptions gather here by themselves, day by day.
exceptions-reading = Reading the journal: { $done } of { $total } entries
exceptions-first = Look first
exceptions-other = For notice
exceptions-once = { $count ->
    [one] { $count } entry, { $at }
    *[other] { $count } entries, { $at }
}
exceptions-between = { $count } entries, { $first } to { $last }
exceptions-rooms = Rooms: { $rooms }
exceptions-site = Whole site
exceptions-of = { $kind }: { $group }
exceptions-entry = { $at }, entry { $n }
exceptions-journal = Show in the journal
exceptions-signed = Signed
exceptions-state-draft = Not every room of the day has ended, so the summary may still change.
exceptions-state-to-print = The summary was not printed yet; the chief signs it once it came out.
exceptions-state-sent = Copy { $copy } of the summary went to the printer; say whether it came out.
exceptions-state-not-out = Copy { $copy } of the summary did not come out.
exceptions-state-printed = Copy { $copy } of the summary came out and waits for the signature of the chief.
exceptions-state-signed = Copy { $copy } of the summary was signed by { $who } at { $at }.
exceptions-state-superseded = There were more exceptions after copy { $copy } of the summary: print it again and have the chief sign it.
exceptions-preview = Preview summary
exceptions-print = Print summary
exceptions-confirm = Confirm printing
exceptions-sign = Enter signature
exceptions-see = Show summary
exceptions-print-again = Print summary again
