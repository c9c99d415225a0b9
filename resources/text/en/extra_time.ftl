# The extra-time half of the page on delays and extra time: lost time, giving minutes, the ledger.

extra-time-sub = { $open } people in { $rooms } rooms · { $given } entered
extra-time-minutes = { $count } min
extra-time-count = { $count }

## Rooms

extra-time-rooms = Answering time lost, by room
extra-time-no-rooms = No room has started. What is lost before the start is a delay.
extra-time-room = Room
extra-time-state = State
extra-time-proposed = Proposed
extra-time-open = Open
extra-time-given-room = Whole room
extra-time-ends = Ends
extra-time-state-on = still losing time
extra-time-state-room = whole room proposed
extra-time-state-some = some have minutes coming
extra-time-state-done = made good
extra-time-state-none = nothing lost

## People

extra-time-for = Whom the minutes are for
extra-time-whole = Whole room
extra-time-single = Chosen candidates
extra-time-people-list = Candidates of this room
extra-time-field = Candidate
extra-time-field-hint = Type or scan ticket, last four of the ID number, or name
extra-time-nobody = “{ $text }” is nobody of this session. Check the ticket with the room and type it again.
extra-time-several = “{ $text }” fits { $count } people of this session; type the whole ticket.
extra-time-proposal = Proposed for the whole room: { $minutes } minutes, { $people } people{ $without ->
    [0] .
   *[other] ; { $without } differ and are left out.
    }
extra-time-proposal-on = {" "}It is not working again yet: the figure still grows.
extra-time-gets = Gets
extra-time-in = yes
extra-time-out = left out
extra-time-not = no
extra-time-seat = Seat
extra-time-ticket = Ticket
extra-time-name = Name
extra-time-lost = Lost
extra-time-given = Minutes
extra-time-given-of = { $given } + { $proposed }
extra-time-needs = What is open
extra-time-unhurt = lost nothing
extra-time-need-now = can be given now
extra-time-need-allowed = allowed, can be given
extra-time-need-done = made good
extra-time-need-gone = no longer answering
extra-time-need = { $tier ->
    [responsible] consent for { $total }
    [head] head's consent for { $total }
    [ministry] tool, { $total }
   *[other] code for { $total }
    }{ $now ->
    [0] {""}
   *[other] {" "}· { $now } now
    }
extra-time-loss-of = { $ticket } { $name }: { $stretches }
extra-time-stretch = happened { $since }, { $until ->
    [none] not working again yet
   *[other] working again { $until }
    }{ $cause ->
    [none] {""}
   *[other] {" "}({ $cause })
    }
extra-time-ticked = { $count } chosen. Space chooses or leaves out, Enter goes on to the minutes.
extra-time-ticked-room = { $count } get minutes, { $without } are left out. Space changes that, Enter goes on to the minutes.
extra-time-person = { $seat ->
    [none] { $name }
   *[other] { $seat } { $name }
    }
extra-time-people = { $people }
extra-time-people-more = { $people } and others, { $count } in all

## Giving

extra-time-give-title = Give minutes
extra-time-choose = Nobody is chosen. Choose in the list with Space, or type a ticket.
extra-time-minutes-field = Minutes
extra-time-minutes-wrong = “{ $text }” is no number of minutes to give. Type a whole number from 1 to { $most }.
extra-time-differ = Those chosen did not lose as much as each other; this is the least. Give the rest one by one.
extra-time-cause = Lost through
extra-time-causes = Fault or incident behind it
extra-time-since = From (happened)
extra-time-until = To (working again)
extra-time-told-by = Told by
extra-time-no-cause-short = none reported
extra-time-no-cause = No fault or incident of this room is reported, and minutes need one. Report an incident here, or a fault on the Faults page.
extra-time-incident-kind = Kind of incident
extra-time-report = Report incident
extra-time-to-faults = Go to Faults
extra-time-reported = Incident reported: { $kind }
extra-time-own-doing = What candidates lose through their own doing is not made good. If it disturbed the exam, report an incident.
extra-time-own-note = Whether it is a violation is decided by the invigilators, apart from this.
extra-time-incident = Report incident (exam order)

extra-time-meaning = What this means
extra-time-who = Allowed by
extra-time-tier = { $tier ->
    [on_the_spot] invigilators themselves
    [responsible] consent of the person responsible
    [head] consent of the head of the assessment body
    [province] code of the province
   *[other] tool of the ministry's centre
    }: { $count }
extra-time-can = Now
extra-time-means = { $limit ->
    [0] { $used } given so far
   *[other] Used { $used } of { $limit }
    }{ $allowed ->
    [0] {""}
   *[other] , { $allowed } allowed
    }: { $tier ->
    [none] { $now } now, { $total } in all.
    [responsible] { $now ->
            [0] nothing more now,
           *[other] { $now } now,
        }{" "}the rest with consent of the person responsible to { $total } in all.
    [head] { $now ->
            [0] nothing more now,
           *[other] { $now } now,
        }{" "}the rest with consent of the head to { $total } in all.
    [ministry] { $now ->
            [0] nothing more now;
           *[other] { $now } now;
        }{" "}{ $total } in all is beyond the province and needs the ministry's tool.
   *[other] { $now ->
            [0] nothing more now,
           *[other] { $now } now,
        }{" "}the rest with a code for { $total } in all.
    }
extra-time-alike = { $people }: { $said }
extra-time-alike-more = { $count } more differ, see the list.
extra-time-room-total = { $total } minutes for the room in all. { $said }
extra-time-room-beyond = { $total } minutes for the room in all is beyond the province; give the rest to chosen candidates.
extra-time-beyond = First beyond
extra-time-more = More than lost
extra-time-more-than = { $who } would have { $total } minutes in all; { $lost } were lost.
extra-time-end = End
extra-time-moves = { $before } becomes { $after }
extra-time-answers-until = the last answers until { $time }
extra-time-next-session = Next session
extra-time-gap = { $gap } are left before the next session starts{ $short ->
    [none] .
   *[other] ; getting ready loses { $short }.
    }
extra-time-forced = The next session starts at least { $late } late in this room: a delay ({ $tier }).
extra-time-bells = Signals
extra-time-no-bells = The unified reminder and end signals are not for this room.
extra-time-then = Still answering
extra-time-still = { $people }{ $count ->
    [0] .
   *[other] ; { $count } of them sit the next session too and are not late there.
    }

extra-time-give = { $minutes ->
    [0] Give minutes
   *[other] Give { $minutes } minutes
    }
extra-time-give-each = Give what can be given now
extra-time-gave = { $minutes } minutes of extra time entered
extra-time-gave-each = What could be given now was entered for each
extra-time-sure = { $who } would have { $total } minutes in all; { $lost } were lost. Go on only if that is right.
extra-time-sure-do = Give them all the same
extra-time-apply = { $tier ->
    [responsible] Ask the person responsible for { $minutes } minutes in all
    [head] Ask the head for { $minutes } minutes in all
    [ministry] Apply to the ministry's centre for { $minutes } minutes in all
   *[other] Apply for a code for { $minutes } minutes in all
    }
extra-time-applied = Application for extra time entered

## Applications and codes

extra-time-asked = Application { $numbers }: { $minutes } minutes in all
extra-time-call = { $tier ->
    [responsible] Call the person responsible
    [head] Call the head of the assessment body
    [ministry] Call the ministry's centre
   *[other] Call the province
    }
extra-time-read = To read out on the phone
extra-time-read-out = This is site { $code } { $site }. In { $session }, room { $room }, { $people ->
    [0] everyone
   *[other] { $people } candidates (tickets { $tickets })
    } lost answering time, not by their own doing. Cause: { $causes }. We ask { $tier ->
    [responsible] the person responsible
    [head] the head of the assessment body
    [ministry] the ministry's centre
   *[other] the province
    } for extra time, { $minutes } minutes in all for each, with what was given already. Application { $number }.
extra-time-print = Print application
extra-time-code-for = The code is for
extra-time-code = Authorization code
extra-time-code-person = { $ticket } { $name }
extra-time-code-minutes = Minutes allowed in all
extra-time-opaque = Codes of this exam cannot be checked at the site. Enter code and minutes as they were said; a second person confirms.
extra-time-given-at = Given at
extra-time-heard-by = Taken by
extra-time-enter = Enter code
extra-time-enter-for = Enter code: { $whom }
extra-time-entered-code = { $whom }: { $minutes } minutes in all are allowed
extra-time-came = { $time } code, { $whom }, { $minutes } min in all
extra-time-came-unverified = { $time } code (not checked), { $whom }, { $minutes } min in all
extra-time-came-consent = { $time } { $tier }
extra-time-consent-do = { $tier ->
    [head] Enter consent of the head
   *[other] Enter consent of the person responsible
    }

## The ministry's tool

extra-time-tool = The ministry's own tool
extra-time-tool-note = Sums beyond the province are given with the tool and only recorded here, for the chosen candidates.
extra-time-reference = Reference of the tool
extra-time-reference-needed = The reference is still missing.
extra-time-tool-do = Record minutes of the tool
extra-time-tool-recorded = Minutes of the ministry's tool recorded

## Ledger

extra-time-ledger = Extra-time ledger
extra-time-ledger-of = Which lines
extra-time-ledger-session = Whole session
extra-time-ledger-none = No extra time has been entered.
extra-time-entered = Entered
extra-time-number = Number
extra-time-whom = For
extra-time-minutes-given = Minutes
extra-time-stretch-lost = Lost
extra-time-allowed-by = Allowed by
extra-time-from-until = { $since }–{ $until }
extra-time-whole-count = whole room, { $count }
extra-time-back = taken back
extra-time-line-more = { $lost } · { $cause } · { $causes } · told by { $by }{ $tool ->
    [none] {""}
   *[other] {" "}· tool { $tool }
    }
extra-time-line-back = {" "}· taken back { $time }
extra-time-reason = Why it is taken back
extra-time-take-back = Take back
extra-time-taken-back = { $number } taken back, { $minutes } minutes less
extra-time-print-ledger = Print ledger
