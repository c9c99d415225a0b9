# The page of standalone exams: who needs one, how far they are, what came back and what counts.

standalone-sub = { $may } to see to · { $out } out with a package · { $doubt } for the chief to decide · { $back } back
standalone-people = People in standalone exams
standalone-field = Candidate
standalone-field-hint = Ticket, last three digits or name
standalone-nobody = Nobody needs a standalone exam now. Whoever cannot log in after a reset is listed here by itself; anyone else is added by ticket.
standalone-choose = Choose somebody on the left, or add them by ticket. Every step stands here from top to bottom.
standalone-record = Print consent and package record
standalone-way = Steps of the standalone exam
standalone-who = { $seat ->
    [none] { $name } · { $ticket }
   *[other] Seat { $seat } · { $name } · { $ticket }
    }
standalone-line-who = { $seat ->
    [none] { $name }
   *[other] { $seat } { $name }
    }
standalone-line-where = { $ticket } · room { $room }{ $of ->
    [none] {""}
   *[other] {" "}· { $of }
    }
standalone-part = { $number }. { $part }
standalone-why = See the clause for "{ $part }"
standalone-fold = Close
standalone-unfold = Open
standalone-part-done = Done
standalone-part-ahead = Not yet
standalone-files = Standalone files ({ $pattern })
standalone-blank = None used: begins with nothing answered
standalone-told-by = Reported by

alone-state-doubtful = Chief decides
alone-state-over = To come back
alone-state-login = To log in
alone-state-package = To export
alone-state-consent = Needs consent
alone-state-answering = Answering
alone-state-back = Back
alone-state-lost = Written off
alone-state-in-room = In the room
alone-part-consent = Chief's consent
alone-part-package = Package
alone-part-login = Login
alone-part-answering = Answering
alone-part-return = Return
alone-part-decide = Decide or write off

## Third line of the list

standalone-then-doubtful = What came back is in doubt: the chief decides
standalone-then-over = Time is over: bring the answers back
standalone-then-login = Package is on its way to machine { $machine }
standalone-then-package = The chief consented: export the package
standalone-then-back = Answers are back and checked
standalone-then-lost = Answers lost, written off by the chief
standalone-then-in-room = Goes on at an exam machine
standalone-then-unsigned = Consent by telephone, still to be signed
standalone-then-reset-failed = Could not log in after the reset
standalone-then-consent = If no exam machine serves, ask the chief
standalone-then-minutes = { $minutes } min of extra time not yet passed on
standalone-then-copy = Interim copy was due at { $time }
standalone-then-answering = { $minutes } min left · { $machine } · { $person }

## What to do now

standalone-now-consent = The room administrator says why neither a reset nor another machine helps and explains the risk; the chief consents and signs.
standalone-now-package = The room administrator fetches the station's request file, exports the package and carries it to the machine on a registered medium.
standalone-now-login = Whoever watches compares machine, time and person and reads out the unlock code; after the login its time is entered here.
standalone-now-answering = Whoever watches asks for an interim copy every 15 minutes; minutes made good are passed on to the station.
standalone-now-return = After submission the answers are fetched and compared group by group with the printed slip, signed by candidate and invigilator.
standalone-now-decide = The chief compares all of them and decides which one counts; the others are kept as well.
standalone-in-room = The candidate goes on at an exam machine; the standalone exam did not take place. If it is needed again, do the reset in the room first.
standalone-unsigned = Consent came by telephone. Whoever gave it signs under "Chief's consent" below before the room ends.

## 1. Consent

standalone-ground = Why no exam machine serves
standalone-ground-by = Said by
standalone-causes = On which fault or incident
standalone-no-ground = A standalone exam cannot be asked for yet: first the reset in the room, and back here if logging in still fails; where the exam machine or the whole room is down, report the fault first.
standalone-no-cause = No fault or incident of this room has been entered: enter it on the page "Faults" first.
standalone-warning = A standalone exam has no synchronous backup: if the machine breaks, everything after the last copy is lost. Use with care, and make interim copies in time.
standalone-warned = Whoever consents was told that there is no backup, and understands
standalone-means = How consent is given
standalone-here = Signs here
standalone-phone = By telephone
standalone-chief = Who consented by telephone
standalone-given-at = Consented at
standalone-consent-do = Ask the chief to sign
standalone-consent-phone = Enter consent by telephone
standalone-consent-said = The standalone exam of { $ticket } has consent
standalone-consented = Consent
standalone-consented-by = { $person }, { $time }, { $how ->
    [ratified] by telephone, signed since
    [phone] by telephone, not yet signed
   *[other] in person
    }
standalone-ratify = Sign the consent by telephone
standalone-ratified = The consent by telephone for { $ticket } is signed

## 2. Package

standalone-custody = Which system's package
standalone-ours = Export here
standalone-registered = Another system's: register only
standalone-request = Choose station request
standalone-request-needed = First choose the request file that the station wrote.
standalone-machine = Machine
standalone-machine-of = Machine { $machine }
standalone-machine-at = { $machine }, { $where }
standalone-machine-needed = Enter the name or number of the machine.
standalone-machine-unfit = A machine's name has letters, digits and hyphens only, 32 at most, and is not the number of an ID card or telephone.
standalone-fingerprint = Fingerprint of the station: read it aloud, group by group, and compare with its screen
standalone-host = Room of the machine
standalone-place = Seat
standalone-no-seat = At no seat (spare machine)
standalone-where = room { $room }, { $place ->
    [none] at no seat
   *[other] seat { $place }
    }
standalone-watched-by = Watched by
standalone-medium = Medium
standalone-folder = Choose folder on the medium
standalone-folder-none = No folder chosen yet
standalone-folder-needed = First plug in the medium and choose a folder on it.
standalone-no-medium = No medium registered
standalone-medium-needed = Choose a registered medium, or register it below.
standalone-medium-line = { $label } (kept by { $person })
standalone-medium-serial = { $serial ->
    [none] This medium tells no serial: it is registered by its label, which a second person checks.
   *[other] This medium is not registered yet, serial { $serial }.
    }
standalone-medium-new = Register another medium
standalone-medium-label = Label
standalone-medium-custodian = Kept by
standalone-medium-register = Register medium
standalone-medium-registered = Medium { $label } is registered
standalone-so-far = Go on from interim copy
standalone-so-far-none = Use no copy
standalone-so-far-file = Goes on from { $file }
standalone-voids = Why the package before is void
standalone-export = Export package
standalone-export-said = The package of { $name } is exported
standalone-foreign = Choose package file
standalone-foreign-none = No file chosen yet
standalone-foreign-needed = First choose the package file of the other system.
standalone-register = Register package
standalone-register-said = The package of { $name } is registered and on the medium
standalone-write-again = Write to medium again
standalone-written = Package { $number } is on the medium again
standalone-anew = Void and export anew
standalone-slip = Print slip
standalone-slip-where = Where the slip goes
standalone-slip-sent = The slip went to { $where }
standalone-number = Package
standalone-exported = Exported at
standalone-package-done = Number { $number }, { $custody ->
    [registered] registered
   *[other] exported
    } { $time }, machine { $machine }{ $ended ->
    [void] , void
    [lost] , lost
   *[other] {""}
    }

## 3. Login, 4. answering

standalone-code-show = Show unlock code
standalone-code-hide = Hide unlock code
standalone-code-for = Unlock code of { $name }: only for whoever watches this machine, once the candidate sits there
standalone-login-how = Go to { $where }, machine { $machine }: see that the station shows the site's time, enter the unlock code, and let the candidate enter ticket and ID number.
standalone-login-how-other = Go to { $where }, machine { $machine }: open the package as that system says, and let the candidate log in.
standalone-login-first = The ledger gave { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
    } that the station does not have. Enter the time of login here first, then issue the voucher in the part “Answering”.
standalone-login-noted = Login as noted here
standalone-login-at = Logged in at
standalone-login-do = Enter login
standalone-login-said = The time of the login is entered
standalone-login-done = Logged in at { $time }
standalone-withdraw = Withdraw package, back to the room
standalone-withdrawn = The package is void: the candidate is reset and logs in in the room
standalone-left = Answering time left (until { $time })
standalone-left-name = Answering time left { $left }
standalone-voucher-waits = The ledger gave { $minutes } min that the station does not have. Issue a voucher and read it to whoever watches.
standalone-voucher-issue = Issue voucher
standalone-voucher-show = Show voucher
standalone-voucher-said = The voucher is issued
standalone-voucher-for = Voucher ({ $minutes } min in all since the export): read it to whoever watches, to be typed at the station; typing it twice adds nothing
standalone-lost = { $minutes } min of answering time were lost and not made good: give them in the ledger first, then issue a voucher.
standalone-copies = { $count ->
    [0] No interim copy yet, due at { $due }{ $late ->
        [yes] : it is time
       *[no] {""}
        }.
   *[other] Interim copies: { $times }; next at { $due }{ $late ->
        [yes] : it is time
       *[no] {""}
        }.
    }
standalone-copies-note = An interim copy goes to a registered medium. It is not the answers as handed in and does not replace their return.
standalone-course-done = { $copies } interim copies{ $minutes ->
    [0] {""}
   *[other] , vouchers for { $minutes } min in all
    }
standalone-copy-at = Copied at
standalone-copy-do = Note interim copy
standalone-copy-said = The interim copy is noted

## 5. Return

standalone-take = Take in answer file
standalone-take-note = The file that the station writes after submission; an interim copy may be taken in too: it is kept and is no submission.
standalone-take-again = Another file is kept as well, and the chief decides.
standalone-taken = { $file } is in and checked
standalone-digest = Digest of the file: compare group by group with the signed slip
standalone-return-done = Back at { $time }, package { $number }
standalone-came = Back at
standalone-opened = Opened at
standalone-closed = Handed in at
standalone-copied = Copied at
standalone-digest-copy = Digest of the file
standalone-used = Time used
standalone-answered = Answered
standalone-answered-of = { $answered } of { $questions } questions
standalone-dead = Machine dead, answers lost

## 6. Decide or write off

standalone-doubtful = What came back is in doubt: the chief compares and decides. All are kept, none overwrites another.
standalone-return-title = Number { $number }: answers{ $counts ->
    [yes] , these count
   *[no] {""}
    }
standalone-interim-title = Number { $number }: interim copy{ $counts ->
    [yes] , this counts
   *[no] {""}
    }
standalone-no-flaws = Nothing in doubt
standalone-flaws = In doubt: { $flaws }
standalone-pick = Let this count
standalone-pick-name = Let number { $number } count
standalone-pick-none = None of those in doubt counts
standalone-pick-one = First choose which one counts.
standalone-decide = Ask the chief to sign
standalone-decided = The chief decided
standalone-incident = On which incident
standalone-incident-none = No incident to stand on
standalone-incident-needed = An interim copy counts only on an open incident of lost or damaged answers: enter the incident first.
standalone-incident-line = { $number } { $kind } { $time }
standalone-incident-open = Enter incident: answers lost
standalone-incident-said = The incident is entered; now the chief writes off
standalone-dead-title = Machine dead, answers cannot be had
standalone-dead-note = First enter the incident and report at once; where nothing can be had, the chief signs the write-off. An interim copy may be used above.
standalone-dead-at = Happened at
standalone-write-off = Ask the chief to write off
standalone-written-off = The answers were written off on incident { $number }
standalone-written-off-said = The answers of { $ticket } are written off
