# Before the day: hardware, readiness, tests, closing of rooms, training, duty, the board; what each kind means, and refusals.

fact-probe-round-begun = A new round of probing began with number { $nonce }; from { $at } on only its files are taken in.
fact-machine-checked = { $kind } { $machine }{ $room ->
    [none] {""}
   *[other] {" "}of room { $room }
} was checked at { $at }, items entered: { $readings_count }, reported by { $reported_by }.
fact-machines-removed = Machines taken off the hardware checklist at { $at }: { $machines }, { $machines_count } in all, reported by { $reported_by }.
fact-item-seen-to = { $rooms_count ->
    [0] For the site
   *[other] For room { $rooms }
}, “{ $item }” was checked at { $at }: { $state }{ $text ->
    [none] {""}
   *[other] , with particulars kept apart
}, reported by { $reported_by }.
fact-rooms-tested = { $kind } at { $at }: { $rooms }, reported by { $reported_by }.
tested-room = room { $room } with { $seats } seats { $passed ->
    [yes] passed
   *[no] did not pass
}
fact-rooms-closed = Rooms were closed at { $at }: { $rooms }, reported by { $reported_by }.
room-seal = room { $room } with seal { $seal }
fact-rooms-opened = Closed rooms { $rooms } were opened at { $at }; the seals { $intact ->
    [yes] were intact and had their numbers
   *[no] were not all intact with their numbers
}{ $reason ->
    [none] {""}
   *[other] , reason: { $reason }
}, reported by { $reported_by }.
fact-staff-trained = Trained on { $on } in { $topics }: { $people }, { $people_count } in all{ $late ->
    [yes] ; after the last day for it, allowed by the chief examiner
   *[no] {""}
}.
fact-draw-numbered = A draw for the duty of { $day } was laid down before its result was known: { $numbered }.
numbered = draw { $number } with seed { $seed }{ $reason ->
    [none] {""}
   *[other] , drawn anew because { $reason }
}{ $beyond ->
    [yes] , with more rooms for those who rove than the rules say
   *[no] {""}
}
post = { $person } (room { $room })
fact-duty-drawn = Draw { $number } for the duty of { $day } gave its result at { $at }: invigilators: { $posts_count }, roving: { $rounds_count }.
fact-availability-set = From { $at } on { $people } { $reason ->
    [none] can be drawn again
   *[other] cannot be drawn, reason: { $reason }
}, reported by { $reported_by }.
fact-duty-replaced = On { $day }, { $put_in } was put in for { $out } in room { $rooms } at { $at }, reason: { $reason }, reported by { $reported_by }.
fact-board-was-signed = Chief examiner { $by } signed the board of { $day } at { $at }: { $decision }{ $open_count ->
    [0] {""}
   *[other] , gates not ready then: { $open_count }
}{ $reason ->
    [none] {""}
   *[other] , the reason is kept apart
}.

means-probe-round-begun = A new number is in force. Files probed before are taken in no more, so that old facts do not pass for those of today.
means-machine-checked = What a machine showed, read by the probe or seen by a person. The last look at each item counts; those before stay in the journal.
means-machines-removed = These machines do not serve here, or had a wrong name, and are off the checklist.
means-item-seen-to = Somebody looked after an item of the readiness list. The last look counts.
means-rooms-tested = The results of a test, room by room. The last one of each room counts; where a simulated test failed, the site is accepted anew.
means-rooms-closed = Rooms that are ready were closed by two persons under numbered seals. Where somebody is at the machines after that, they are checked and closed anew.
means-rooms-opened = Closed rooms were opened. Before their exam day that takes a reason and two persons.
means-staff-trained = These people were trained. After the last day for it the chief examiner has to allow it.
means-draw-numbered = Number, seed, people and rooms stand in the journal before the draw. They alone decide it, so that nobody draws until it pleases.
means-duty-drawn = Everybody got the room that the seed says. Anybody can work it out again in the same way.
means-availability-set = Who is not there or must avoid is not drawn, until that is taken back.
means-duty-replaced = Somebody serves for somebody who was drawn, for a reason and with the signature of the chief examiner. The draw itself stays in the journal.
means-board-was-signed = What the chief examiner decided after a look at every room and gate. Where a gate opens after that, it is signed anew.

## Refusals: hardware checklist

refusal-probe-mark-unfit = The number of the round does not fit or was used before, so nothing began. Whoever enters it begins again on the Hardware page; the console gives the number.
refusal-probe-of-another-round = Files with number { $nonce } are not of this round, and none was entered. Whoever enters them checks the number of the round on the Hardware page and probes again with the kit of this round.
refusal-machine-unfit = The name or place of { $kind } “{ $machine }” does not fit: names have letters, digits, dots, hyphens and underscores, 40 at most; an exam machine stands in a room, the site machine in none. Whoever enters it checks the machine and enters it again on the Hardware page.
refusal-machine-twice = Machine { $machine } stands twice among these, and none was entered. Whoever enters them checks whether two machines bear one name, renames one, and enters them on the Hardware page.
refusal-reading-unfit = “{ $item }” of machine { $machine } cannot be “{ $value }”, and none of these was entered. Whoever enters it checks the machine and enters it again on the Hardware page, and leaves out what is not known.
refusal-no-such-machine = The hardware checklist has no machine { $machine }. Whoever enters it checks the name on the Hardware page.

## Readiness, tests, closing of rooms

refusal-item-not-asked = The rules of this exam do not ask for “{ $item }”, so it is not entered. Whoever enters it chooses another item on the Readiness page.
refusal-item-elsewhere = “{ $item }” is not entered for this place: some items are of each room, some of the site, some of certain rooms only. Whoever enters it takes the rooms listed on the Readiness page.
refusal-cannot-lack = Every site has to have “{ $item }”, so it cannot be entered as not there. Whoever enters it sees to it and enters it on the Readiness page; until then it is entered as faulty, saying in what way.
refusal-room-test-unfit = The number of seats tested in room { $room } does not fit, or the room stands twice: it has { $most } at most, and a test that passed has one at least. Whoever enters it checks and enters it again on the Readiness page.
refusal-no-cloud-room = Room { $room } is not in a cloud, so it has no full-load test. Whoever enters it checks the room on the Readiness page.
refusal-later-test-known = A test of room { $room } at { $at } is entered, later than this one, and the last one counts. Whoever enters it checks the time on the Readiness page; where there was another test, it is entered with its own time.
refusal-simulated-test-missing = These rooms have no simulated test, or did not pass the last one: { $rooms }. The site system administrator enters the results on the Readiness page; a room that cannot be used, and whose candidates sit elsewhere, may be left out of the acceptance.
refusal-door-seal-unfit = The seal number for room { $room } does not fit, or the room stands twice: numbers have capital letters, digits and hyphens, 20 at most, one seal for each room. Whoever enters it reads it off the seal and enters it again on the Readiness page.
refusal-door-seal-used = Seal { $seal } was used before, and a seal serves once. Whoever enters it reads the number off the seal; where it was used, they take another one and enter it on the Readiness page.
refusal-room-closed-already = Room { $room } is closed under seal { $seal } and nobody was at its machines since, so it is not closed again. Whoever enters it checks the room on the Readiness page.
refusal-room-not-closed = Room { $room } was not closed at the time entered, so no opening was entered. Whoever enters it checks room and time on the Readiness page.
refusal-later-closing-known = Room { $room } was closed, opened or had its machines touched at { $at }, so a closing before that cannot be entered now. Whoever enters it checks the time on the Readiness page; if the room is to be closed now, it is looked over, sealed anew and entered with the true time.
refusal-opening-needs-reason = Before its exam day a closed room is opened only for a reason. Whoever enters it chooses the reason on the Readiness page and enters it together with another person.
refusal-no-board-yet = No exam day is ahead: no session with candidates is arranged here, or every exam day is past. The site system administrator checks the exam data on the Arrangement page, then the chief examiner signs.
refusal-gates-open = Gates that are not ready: { $open }; it was not signed as a go. The chief examiner looks at each on the Readiness page; where the exam can start all the same, they sign with the reason.

## Training, duty

refusal-no-topic = No topic of the training was chosen, so nothing was entered. Whoever enters it chooses at least one on the People page.
refusal-no-room-drawn = The invigilator signed in was drawn for no room and stays in reserve, so does nothing for room { $room }. Someone of room { $room } or the site system administrator does it; whoever is put in for somebody is first entered on the Duty page.
refusal-nothing-to-draw = No session with candidates is arranged here on { $day }, so there are no rooms to draw for. The site system administrator checks the day on the Duty page.
refusal-drawn-too-late = Rooms have started on { $day }, so nothing is drawn any more. The site system administrator and the chief examiner put in people one by one on the Duty page.
refusal-draw-pending = Draw { $number } of { $day } has its number and no result yet, so there is no other one. The site system administrator first draws it on the Duty page.
refusal-redraw-needs-reason = The rooms for { $day } are drawn, and are not drawn anew without a reason. The site system administrator chooses the reason on the Duty page and draws together with the chief examiner.
refusal-no-draw-numbered = The draw for { $day } has no number yet. The site system administrator begins the draw on the Duty page.
refusal-draw-impossible = Nothing was drawn, because this cannot be obeyed: { $rule }{ $rooms ->
    [none] {""}
   *[other] , rooms { $rooms }
}; people needed: { $needed }, people who can be placed: { $found }; others on the list are not trained ({ $untrained }), cannot be there ({ $unavailable }) or must avoid ({ $avoiding }). The site system administrator sees to them on the Duty and People pages and draws again; where too few rove, the chief examiner may allow each of them more rooms.
refusal-on-duty-now = { $person } was drawn for today and cannot simply be taken off the list. The site system administrator and the chief examiner put in somebody else on the Duty page.
refusal-duty-over = { $day } is past; who served where stands in the journal, and nobody is replaced any more. The site system administrator looks on the Journal page.
refusal-not-on-duty = { $person } was drawn for no room on that day. Whoever enters it checks code and day on the Duty page.
refusal-wrong-for-duty = { $person } is { $role } and cannot take this place: invigilators serve for invigilators, roving ones for roving ones. The site system administrator chooses somebody else on the Duty page.
refusal-not-free = { $person } serves in another place already, or cannot be there. The site system administrator chooses somebody else on the Duty page.
refusal-not-trained = No training of { $person } was entered, so they cannot serve. The site system administrator first enters it on the People page, or chooses somebody else on the Duty page.
refusal-skill-lost = Then too few invigilators of room { $room } would know computers. The site system administrator chooses somebody on the Duty page who does.
