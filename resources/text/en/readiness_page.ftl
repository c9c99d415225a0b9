### Readiness: the board, the items, tests and closing of rooms

readiness-parts = Parts of readiness
readiness-part-board = Board
readiness-part-items = Items
readiness-part-tests = Tests and closing
readiness-part-runbook = Runbook
readiness-sub = First exam day { $day }{ $left ->
    [0] {""}
    [1] , 1 day left
    *[other] , { $left } days left
}
readiness-no-day = There is no arrangement yet. Once the exam data are imported, every room stands here.
readiness-basis = On { $clause }, { $document } { $article }
readiness-go-part = Go to “{ $part }”
readiness-choose = Choose

## The board

readiness-board = How every room stands
readiness-site = Site
readiness-filter = What is shown
readiness-all = All
readiness-only-open = Only the open ones ({ $count })
readiness-all-clear = Nothing is open.
readiness-count = { $answer } { $count }
readiness-cell = { $place }, { $gate }: { $answer }
readiness-cell-title = { $place } · { $gate }
readiness-board-asked = All is ready here.
readiness-board-not = Neither rulebook nor room asks for this.
readiness-detail = The chosen gate
readiness-detail-none = Choose one in the table to see why, and where it is settled.
readiness-report = Print the readiness report

## The chief signs

readiness-signed-title = Chief's decision
readiness-sign = Sign the decision
readiness-signed = { $person } signed the board of { $day } at { $at }: { $decision }. { $open ->
    [0] All was ready then.
    [1] 1 gate was open then.
    *[other] { $open } gates were open then.
}
readiness-signed-reason = Reason: { $reason }
readiness-signed-erased = The text was erased.
readiness-signed-then = { $state ->
    [unsigned] { $open ->
        [0] All is ready: the chief signs.
        [1] 1 gate is open. The chief decides whether it is a go, says why and signs.
        *[other] { $open } gates are open. The chief decides whether it is a go, says why and signs.
    }
    [signed] { $open ->
        [0] All is ready now.
        [1] The chief knew of the 1 gate that is open now.
        *[other] The chief knew of the { $open } gates that are open now.
    }
    *[changed] Something else has opened since, or another day was signed. The chief signs again.
}
readiness-sign-title = Sign the board of { $day }
readiness-sign-open = { $count ->
    [1] 1 gate is open: a reason is needed.
    *[other] { $count } gates are open: a reason is needed.
} The chief signs in person.
readiness-sign-clear = All is ready. The chief signs in person.
readiness-decision = Decision
readiness-choose-first = Choose the decision first.
readiness-reason = Reason
readiness-reason-hint = What is done about what is open, and why it is a go or a no-go
readiness-signed-said = Chief's decision signed

## Items

readiness-column-item = Item
readiness-column-state = State
readiness-column-due = Due
readiness-column-seen = Looked at
readiness-advised = { $item } (advice)
readiness-advice = Only advised: never a fault of the site.
readiness-items-none = There are no such items.
readiness-filter-count = { $filter } { $count }
readiness-due-late = { $day }, overdue
readiness-seen = { $time } { $person }
readiness-stand-rooms = { $stand } { $seen }/{ $of } rooms
readiness-fact-rooms = Rooms
readiness-rooms-seen = { $seen } of { $of } looked at
readiness-rooms-many = { $rooms } and others, { $count } in all
readiness-fact-faulty = Faulty
readiness-fact-left = Not looked at
readiness-fact-old = To be looked at again
readiness-fact-holds = Holds
readiness-holds = within { $hours } hours before the first start
readiness-fact-state = Last found
readiness-evidence = Details
readiness-source = Source: { $source }
source-article = article { $number }
source-paragraph = paragraph { $number }
readiness-enter = Enter the result
readiness-found = Result
readiness-evidence-needed = Who or what it is: name and telephone, number, plate, date, difference
readiness-evidence-hint = People, numbers or dates if there are any; what is wrong, if something is
readiness-evidence-first = Say who or what it is.
readiness-evidence-fault = Say what is wrong with it.
readiness-seen-at = Looked at
readiness-seen-by = Looked at by
readiness-entered = “{ $item }” entered

## Rooms and time

readiness-rooms = Rooms
readiness-all-but = All rooms but these
readiness-only = Only these rooms
readiness-rooms-hint = Such as 003 005-007; empty for none
readiness-rooms-typed = { $field }, numbers
readiness-rooms-count = { $count } of { $all } rooms
readiness-rooms-strange = There is no room “{ $word }” here.
readiness-rooms-which = Type the numbers of the rooms.
readiness-rooms-none = No room is left.
readiness-day = Day

## Tests and closing

readiness-column-room = Room
readiness-column-test = Simulated test
readiness-column-full = Full-load test
readiness-column-door = Closing
readiness-standby = { $room } (standby)
readiness-no-rooms = There are no rooms yet
readiness-tests-sub = { $of ->
    [0] The rulebook asks for no simulated test
    *[other] { $good } of { $of } rooms passed the simulated test
}; { $shut } of { $rooms } rooms are closed
readiness-untested = Not entered
readiness-tested = { $result ->
    [passed] Passed
    [short] Not all seats
    *[failed] Failed
} { $time }{ $count ->
    [1] {""}
    *[other] , test { $count }
}
readiness-tested-by = { $result ->
    [passed] Passed
    *[failed] Failed
}, { $seats ->
    [1] 1 seat
    *[other] { $seats } seats
}, { $time }, { $person }, { $count ->
    [1] 1 test
    *[other] { $count } tests
} in all
readiness-door-seal = { $stand }, seal { $seal }
readiness-fact-seats = Usable seats
readiness-fact-seal = Seal
readiness-fact-closed = Closed
readiness-fact-disturbed = Machines touched
readiness-fact-opened = Opened
readiness-do-test = Enter a simulated test
readiness-do-full = Enter a full-load test
readiness-do-close = Enter closed rooms
readiness-do-open = Enter opened rooms
readiness-to-sealed = Enter sealed-room test and acceptance
readiness-sealed-where = Sealed-room test and acceptance are entered on the page of locks and authorizations.
readiness-told-by = Reported by
readiness-test-note = The chosen rooms all passed, but those that are named. The last result counts; earlier ones stay in the journal.
readiness-full-note = Only for rooms of a cloud: full load is every seat at once.
readiness-test-failed = Rooms that failed
readiness-test-seats = Rooms of which only some seats were tested
readiness-test-seats-hint = Such as 003=28 005=30; all seats of the others
readiness-test-at = Tested at
readiness-test-do = Enter the test
readiness-test-strange = “{ $word }” is not among the chosen rooms.
readiness-test-seats-strange = “{ $word }” cannot be read: write room=seats.
readiness-test-said = { $kind } entered: { $count ->
    [1] 1 room
    *[other] { $count } rooms
}, { $failed ->
    [0] all passed
    *[other] { $failed } failed
}
readiness-close-title = Closing rooms
readiness-close-note = Once all is ready two persons close the rooms, each under a seal with its own number.
readiness-seal-by = Numbers of the seals
readiness-seal-prefix = Prefix and room number
readiness-seal-row = One by one, in the order of the rooms
readiness-seals = Prefix or numbers
readiness-seals-hint = A prefix such as 21-, or numbers such as 0101 0102 0103
readiness-seals-each = { $count ->
    [1] 1 room, with its own seal.
    *[other] { $count } rooms, each with its own seal.
}
readiness-seal-of = { $room } gets { $seal }
readiness-seals-preview = { $count ->
    [1] 1 seal
    *[other] { $count } seals
} will be entered: { $first }
readiness-seals-wrong = { $count ->
    [1] 1 seal number is needed.
    *[other] { $count } seal numbers are needed, one for each room.
}
readiness-closed-at = Closed at
readiness-closed-by = Closed by
readiness-close-said = { $count ->
    [1] 1 room entered as closed
    *[other] { $count } rooms entered as closed
}
readiness-open-title = Opening rooms
readiness-open-note = On the exam day no reason is needed. Before it, or where a seal was not whole, a second person verifies.
readiness-intact = Seals
readiness-intact-yes = Whole, with the right numbers
readiness-intact-no = Broken or with other numbers
readiness-intact-first = Choose first whether the seals were whole.
readiness-opening-reason = Why before the exam day
readiness-opening-none = Opened on the exam day
readiness-opened-at = Opened at
readiness-opened-by = Opened by
readiness-open-said = { $count ->
    [1] 1 room entered as opened
    *[other] { $count } rooms entered as opened
}

## Rooms that the acceptance leaves out (page of locks and authorizations)

readiness-accept-untested = { $count ->
    [1] 1 room has
    *[other] { $count } rooms have
} not passed a simulated test: { $rooms }.
readiness-accept-tests = Enter a simulated test
readiness-accept-without = Leave these rooms out; their candidates sit elsewhere
readiness-accept-left-out = Rooms that the acceptance leaves out: { $rooms }.

## States of items and doors

item-stand-faulty = Faulty
item-stand-open = Not looked at
item-stand-partly = Partly looked at
item-stand-old = Look again
item-stand-done = Done
item-stand-none-here = None here
item-filter-all = All
item-filter-open = To do
item-filter-week = A week before
item-filter-eve = The day before
item-filter-advice = Advice
door-stand-never = Not closed
door-stand-closed = Closed
door-stand-disturbed = Machines touched since
door-stand-opened = Opened
