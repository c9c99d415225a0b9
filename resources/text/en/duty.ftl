# The duty page: the list, the draw, who serves where, and who is put in.

duty-sub = { $day }: { $state }
duty-days = Exam days
duty-parts = Parts of the duty page
duty-part-draw = Draw
duty-part-people = List
duty-part-rooms = Rooms
duty-draws = Draws so far
duty-everybody = Everybody
duty-by-standing = By standing
duty-find = Find: code, name, room
duty-detail = Details of the chosen line
duty-choose = Choose a line to see its details and what can be done.
duty-no-rooms = No exam data are in yet, so there are no rooms to assign.

duty-column-code = Code
duty-column-name = Name
duty-column-role = Role
duty-column-skill = Computers
duty-column-state = State
duty-column-room = Room
duty-column-serving = Invigilators
duty-column-admin = Administrator
duty-column-roving = Roving
duty-column-found = Check
duty-column-number = Number
duty-column-at = Numbered at
duty-column-reason = Reason
duty-column-outcome = Outcome

## State

duty-stage-open = not drawn yet
duty-stage-numbered = numbered, not drawn
duty-stage-failed = cannot be drawn
duty-stage-drawn = drawn
duty-outcome-holds = holds
duty-outcome-former = drawn anew since
duty-outcome-failed = could not be drawn
duty-outcome-waiting = not drawn yet
duty-standing-missing = drawn, to be replaced
duty-standing-on-duty = drawn
duty-standing-able = can be drawn, reserve
duty-standing-barred = cannot be drawn
duty-bar-avoiding = must not take part
duty-bar-unavailable = not there
duty-bar-untrained = training not entered
duty-bar-listed-twice = listed under another code already
duty-missing = Drawn for { $rooms }, to be replaced: { $why }
duty-serves = Drawn for { $rooms }
duty-able = Can be drawn
duty-reserve = Reserve
duty-shuns = { $state }, avoids { $rooms }
duty-short = Too few
duty-enough = Complete
duty-skilled = Skilled
duty-unskilled = No skill noted
duty-marked = { $person } (computers)
duty-first = The first
duty-after-failure = The one before could not be drawn

## The draw

duty-need = { $rooms } rooms need { $needed } invigilators{ $skilled ->
    [0] { "" }
   *[other] , { $skilled } of them with computer skills
}; { $able } can be drawn{ $skilled ->
    [0] { "" }
   *[other] , { $able_skilled } of them with computer skills
}. { $roving ->
    [0] Nobody can be drawn to rove.
   *[other] { $roving } can be drawn to rove{ $most ->
        [0] .
       *[other] , each for rooms of one floor and in principle for no more than { $most }.
    }
}
duty-open = Rooms are to be certain by { $time }
duty-numbered = The number of draw { $number } is in the journal; what it gives is drawn by that number
duty-failed = Draw { $number } cannot be made from its list and rooms; the next one gets a new number
duty-impossible = Nothing can be drawn from the list as it is, because of one rule ({ $rule }){ $rooms ->
    [none] { "" }
   *[other] , in rooms { $rooms }
}. Needed: { $needed }, possible: { $found }, missing: { $short }.
duty-left-out = Cannot be drawn: training not entered { $untrained }, not there { $unavailable }, must not take part { $avoiding }.
duty-drawn = Draw { $number }, certain since { $at }, { $reserve } in reserve
duty-early = Today is not the exam day. Rooms of invigilators are in principle drawn on the day itself ({ $day }).
duty-early-drawn = This draw was made before the exam day. Rooms of invigilators are in principle drawn on the day itself.
duty-late = Rooms were to be certain by { $time }, which has passed.
duty-late-drawn = This draw came later than { $time }, by when rooms were to be certain.
duty-started = Rooms have started, so nothing is drawn any more; whoever is missing is replaced one by one.
duty-missing-people = Drawn, and cannot serve: { $people }. Choose each of them and put somebody in from the reserve.
duty-draw = Draw rooms for invigilators
duty-redraw = Draw anew
duty-show-missing = List who is to be replaced
duty-sheet = Print the duty draw sheet
duty-to-training = Enter training
duty-beyond = With the chief examiner's consent those who rove may have more rooms
duty-beyond-agreed = More rooms each, with the chief examiner's consent
duty-done = Rooms were drawn for the invigilators
duty-redraw-title = Draw { $number }
duty-redraw-note = Number, seed and result of draw { $number } are kept among the draws. The chief examiner signs for drawing anew.
duty-redraw-reason = Why rooms are drawn anew
duty-redraw-confirm = Draw anew now

## Replacing, and who is there

duty-state = State
duty-shunned = Rooms with relatives
duty-left = Rooms before being replaced
duty-put-out = Replaced
duty-room-title = Room { $room }, { $building }, floor { $floor }
duty-replace = Replace
duty-replace-one = Replace { $person }
duty-away = Enter as not there
duty-back = Enter as there again
duty-entered = Entered
duty-away-title = { $person }: not there
duty-so-many = { $count } people
duty-replace-title = Replace { $person } (room { $rooms })
duty-nobody-fits = Nobody can be put in: whoever is must be trained, be there, have no relative there, and leave somebody with computer skills in the room.
duty-put-in = Who is put in
duty-reason = Reason
duty-when = When it became known
duty-who = Who reported it
duty-replace-confirm = Replace now

## One draw

duty-draw-title = Draw { $number }
duty-list = List of invigilators
duty-list-of = { $count }, { $skilled } of them with computer skills
duty-list-roving = List of those who rove
duty-list-rooms = Rooms
duty-list-barred = People kept from rooms
duty-seed = Seed
duty-result = Result of the draw
duty-roving-one = { $person } (roving)
duty-by-hand = How to draw it again
duty-how = Put the signature of the exam authorization (what follows its last full stop), the codes below and the number { $number } on a line each, joined by line feeds, and take their SHA-256: its 64 hexadecimal digits are the seed. The codes: { $people }. Then write each code and each room as "seed|code", take its SHA-256 and sort from small to large; first in this draw comes { $first }. In that order each room takes first somebody with computer skills, then the others: each time the first who has no room yet and may serve there. Where there is nobody, somebody placed already who may serve there moves in, and the place left is filled the same way. Those who rove take stretches of rooms by building, floor and room in the same manner; a stretch that relatives close is cut finer. Whoever is left stays in reserve.
