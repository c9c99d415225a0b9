# The hardware page: machines, seats, probing, keyboard, mouse and display of this machine.

hardware-parts = Parts of the hardware check
hardware-part-machines = Machines
hardware-part-seats = Seats and spares
hardware-part-probe = Probe
hardware-part-tests = This machine
hardware-sub = { $machines } machines listed, { $checked } checked

hardware-kinds = Kind of machine
hardware-every-kind = All { $count }
hardware-kind-count = { $kind } { $count }
hardware-find = Name, seat or address
hardware-every-room = All rooms
hardware-every-verdict = All verdicts
hardware-enter = Enter check results
hardware-machines = Machines
hardware-room = Room
hardware-seat = Seat
hardware-name = Machine
hardware-kind = Kind
hardware-verdict = Verdict
hardware-first = What is wrong first
hardware-address = Address
hardware-port = Switch port
hardware-checked = Checked
hardware-checked-by = { $at } { $who }
hardware-not-found = No machine fits. Use fewer conditions, or part of a name, a seat or part of an address.
hardware-none-yet = There are no machines yet. Under "Probe", write the kit to a medium, run it on the machines and read it in; or import a machine list, or enter machines one by one.
hardware-spare-machine = spare
hardware-spare-seat = { $seat } (spare)

hardware-nobody-looked = On the machine list, not checked yet
hardware-clash = { $more ->
    [0] Same address as { $machines }
   *[other] Same address as { $machines }, and { $more } more
    }
hardware-first-open = { $item }: not checked
hardware-first-shows = { $item }: { $value }
hardware-and-more = { $first }, and { $more } more

hardware-not-program-short = not what this program needs
hardware-short-recommended = Recommended
hardware-short-minimum = Minimum
hardware-short-not-checked = Not finished
hardware-short-fails = Fails
hardware-short-unread = Meets, partly read
hardware-short-off-list = Meets, below list

hardware-works = works
hardware-broken = does not work
hardware-reaches = reached
hardware-no-reach = not reached
hardware-installed = installed
hardware-not-installed = not installed
hardware-there = there
hardware-not-there = not there
hardware-passed = passed
hardware-not-passed = not passed
hardware-virus-free = no virus
hardware-virus = virus found
hardware-off = switched off
hardware-allowed = on, allows the exam system
hardware-blocks = on, still blocks
hardware-card-off = switched off
hardware-card-none = no restore card
hardware-card-on = not switched off
hardware-fixed = fixed
hardware-not-fixed = not fixed
hardware-kept = unchanged
hardware-not-kept = changed
hardware-full-duplex = full duplex
hardware-half-duplex = half duplex
hardware-system-other = other operating system
hardware-system-server = { $name } 2003 or later

hardware-nothing-asked = nothing laid down
hardware-advised = advised: { $value }
hardware-raised = at least { $value }, the recommended configuration
hardware-at-least = at least { $value }
hardware-asked = required: { $value }
hardware-at-least-better = at least { $value }, recommended { $better }
hardware-asked-better = required: { $value }; recommended: { $better }
hardware-or = {", "}

hardware-items = Items
hardware-none-chosen = No machine is chosen
hardware-check = Enter results for this machine
hardware-check-one = Enter check results: { $machine }
hardware-remove = Remove machine
hardware-remove-ask = Remove machine { $machine } from the list? It does not serve at this site, or was entered under a wrong name. The journal keeps what was checked.
hardware-remove-yes = Remove machine
hardware-removed = Machine { $machine } was removed
hardware-nobody-looked-yet = The machine list has this machine. Nobody has checked it yet, and no probe file of it was read in.
hardware-clash-what = In this room { $machines } have the same network address as this machine. The technician corrects the address and probes again.
hardware-raised-why = This room has more than { $most } exam machines, so the invigilation machine must meet the recommended configuration.
hardware-not-this-program = Meets the notice, but not what this program needs: { $needs }.
hardware-nor-this-program = Does not meet what this program needs: { $needs }.
hardware-what-to-do = Before the exam, the technician replaces the site machine, or adds the memory or disk space that is missing, changes the operating system or the display settings, and probes again.
hardware-need-separator = {"; "}
hardware-need-system = one of { $value }, 64-bit
hardware-need-memory = at least { $value } memory
hardware-need-disk = at least { $value } free disk space
hardware-need-display = a display of at least { $value }
hardware-at-seat = seat { $seat }
hardware-between = {" · "}
hardware-unknown = unknown
hardware-value-and-asked = { $value }  ·  { $asked }
hardware-value-read = { $value } (the program read { $read })
hardware-how = { $how } { $who } { $at }  { $source }

hardware-check-note = Enter only what was seen; what is left open stays as it is.
hardware-no-room = In no room
hardware-which = Which machines
hardware-all-but = All of this room but
hardware-these = Only these
hardware-names = Machine names or seats
hardware-but-hint = Leave empty for no exception
hardware-these-hint = New names too, separated by commas
hardware-is-about = { $count } machines
hardware-all-fine = Detection passed; keyboard, mouse, display work
hardware-looked-at = Checked at
hardware-looked-by = Checked by
hardware-enter-confirm = Record results
hardware-entered = Check results of { $count } machines were recorded
hardware-not-said = Leave open
hardware-hint = e.g. { $value }
hardware-value-wrong = { $item } cannot be written "{ $text }". Write it as the hint shows, with a unit if need be.
hardware-nothing-said = Enter at least one item.
hardware-room-first = Exam machines stand in rooms: choose the room first.
hardware-strange = There is no such machine or seat: { $names }. Names are letters, digits and ". _ -", at most 40 characters.
hardware-no-machine = No machine is meant. Type names of machines, or import a machine list or probe files first.

hardware-seats = Seats
hardware-seat-is = Use
hardware-spare-only = Spare seats only
hardware-to-list = Import a machine list on the faults page
hardware-no-rooms = There are no rooms yet. Take in the arrangement first.
hardware-seats-sum = Room { $room }: { $machines } exam machines, { $checked } checked; { $listed } seats have a machine on the list, { $spare } seats are spare.
hardware-spare = spare
hardware-spare-serves = spare, in service
hardware-plain-seat = arranged

hardware-step-kit = 1  Write the kit
hardware-step-kit-note = Choose a medium or a shared folder. Each room has a folder with one file to run on exam machines and one for invigilation machines; a page to test keyboard, mouse and display on exam machines comes with it.
hardware-round = Mark of this round: { $nonce }, in force since { $at }. Only files with this mark are read in.
hardware-no-round = There is no mark yet. It is drawn when the kit is written for the first time.
hardware-kit-write = Write the kit
hardware-round-begin = Begin a new round
hardware-round-ask = A new round has a new mark: files of the earlier round that were not read in will not be accepted, and the kit has to be written again. What was read in stays.
hardware-round-yes = Begin a new round
hardware-kit-writing = Writing the kit
hardware-kit-written = The kit was written to { $folder }, for { $rooms } rooms.
hardware-step-run = 2  Run it on the machines
hardware-step-run-note = In the folder of the room, run the file named after the kind of machine. Nothing is shown; after some seconds a file named after the machine stands beside it. Run it again after a restart of an exam machine to find out whether its address stays the same.
hardware-step-take = 3  Read in the results
hardware-step-take-note = Choose the folder that came back. All results in it and below are read, and recorded only after you have seen them.
hardware-take-folder = Choose folder of results
hardware-brought-by = Brought by
hardware-reading = Reading probe files
hardware-step-here = This machine
hardware-step-here-note = Probe this very machine and record it as the site machine. What cannot be read is entered by whoever checks it.
hardware-here = Probe this machine
hardware-measuring = Probing this machine, half a minute at most
hardware-bad-files = Files that cannot be used
hardware-file = File
hardware-machine = Machine
hardware-flaw = Reason
hardware-unreadable = { $why ->
    [file-missing] Cannot be read: unplugged, not allowed, or no plain file
    [file-too-large] Too large for a probe file
    [file-damaged] Damaged or altered
    [kind-wrong] No probe file of this program, or of another version
   *[content-unfit] Not in the form of a probe file
    }
hardware-found-none = { $faults ->
    [0] The folder holds no probe files.
    [one] The file cannot be used; the reason stands below.
   *[other] None of the { $faults } files can be used; the reasons stand below.
    }
hardware-found = Read: { $kinds }. Nothing is wrong.
hardware-found-faults = Read: { $kinds }. { $faults } other files cannot be used; the reasons stand below.
hardware-found-newest = The last one was made at { $at }, by the clock of that machine.
hardware-take-all = Record these { $count }
hardware-take-others = Record the other { $count }
hardware-left-out = { $faults } files were not used; the reasons stand below. Put them right, probe again and read them in.

hardware-tests-note = This tests this very machine. For exam machines use the page in the kit; whoever checked them enters the result under "Machines".
hardware-tests-result = Result
hardware-tests-machine = Recorded for the site machine { $machine }. A person judges.
hardware-tests-no-name = This machine has no usable name. Probe this machine first, or enter the site machine under "Machines".
hardware-tests-confirm = Record test results

peripheral-keyboard = Keyboard
peripheral-keyboard-how = Press each key; those pressed change colour. Keys that the system keeps for itself do not, and are looked at otherwise. Press Escape twice, or click elsewhere, to end.
peripheral-keyboard-begin = Test the keyboard
peripheral-keys = { $seen } of { $every } keys pressed
peripheral-mouse = Mouse
peripheral-mouse-how = In the field, click left, middle and right, double-click, and turn the wheel up and down.
peripheral-left = left
peripheral-middle = middle
peripheral-right = right
peripheral-double = double click
peripheral-wheel-up = wheel up
peripheral-wheel-down = wheel down
peripheral-screen = Display
peripheral-screen-note = White, black, red, green, blue and a grid fill the display one after the other. Look for dead pixels, wrong colours and missing edges.
peripheral-screen-begin = Test the display
peripheral-screen-how = Look for dead pixels, wrong colours and missing edges. Any key or a click goes on, Escape ends.
peripheral-grid = Lines should be straight and all four edges there; the black frame is 1024*768. Resolution now: { $size }.
peripheral-screen-seen = Seen to the end, resolution { $size }
