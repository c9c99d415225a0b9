# The window of the answering station.

station-name = Answering station
station-opening = Opening the packages of this machine …
station-step = Step { $number } of { $count }: { $name }
station-step-register = Register machine
station-step-take = Read package
station-step-unlock = Unlock
station-step-answer = Answer
station-step-hand-in = Hand in
station-menu = Menu
station-larger = Larger type
station-smaller = Smaller type
station-full-screen = Full screen on or off
station-close = Close window
station-broken = Something in this window failed; every answer that was saved is there. Close the window, open it again, unlock and go on; the room system administrator hands the file { $file } to technical support.

station-register = Register this machine
station-register-who = Done by the room system administrator.
station-register-what = Write this machine's request and take it to the site system administrator, who reads it in at the site machine. Both read the fingerprint below aloud, group by group; only where it is the same does the site machine export a package.
station-machine = Name of this machine
station-fingerprint = Fingerprint of its key
station-first = First place
station-second = Second place
station-same-device = Both places where answers are kept lie on one device: if it breaks, both are lost. Where possible plug in another disk or a USB device, close this window, name the second place with the option { $option } and open it again.
station-place-bad =
    The { $place ->
        [first] first
       *[second] second
    } place ({ $folder }) takes nothing, so there is only one place for the answers, and a broken device would lose them. The room system administrator checks the device and, where possible, replaces it before registering.
station-register-write = Write request
station-register-on = Read package
station-register-written = The request was written: { $file }
station-register-next = Take the device to the site system administrator. Once the package is exported, read it in here.

station-take = Read the package
station-take-who = Done by the room system administrator.
station-take-what = Plug in the device with the package and choose the one of this candidate for this session.
station-take-choose = Choose package
station-take-back = Back to registering
station-take-kinds = Standalone packages ({ $pattern })
station-held = Packages on this machine
station-held-one = Ticket { $ticket }, { $session }, number { $number }: { $state }
station-held-lock = Fingerprint of the site lock { $lock }
station-two-locks = The packages on this machine were signed by { $count } different site locks, and only one is the lock of this site. Compare the fingerprint with the consent slip that came with the package, group by group; where it differs, do not unlock and tell the chief examiner.
station-state-taken = read in, not unlocked
station-state-open = being answered, not handed in
station-state-handed-in = handed in
station-held-go = Go on with { $ticket }
station-held-copy = Write the return of { $ticket } again
station-held-slip = Print the slip of { $ticket } again
station-copied = The return was written: { $file }

station-check = Check the package
station-check-who = Checked by the invigilators; the room system administrator is at the keyboard.
station-ticket = Ticket number
station-session = Session and subject
station-seat = Seat
station-seat-value = Room { $room }, seat { $seat }
station-number = Package
station-number-value = number { $number }
station-issued = Exported at
station-lock = Fingerprint of the site lock
station-check-lock = Compare the fingerprint with the consent slip that came with the package, group by group. Where it differs, do not unlock and tell the chief examiner.
station-check-clock = The time of this machine, to be compared with the site machine
station-check-clock-wrong = The time left counts from the export. Where the two times differ, set the clock of this machine right before unlocking.
station-check-right = All the same, go on to unlock
station-check-other = Take another package

station-unlock = Unlock the package
station-unlock-who = The invigilators type the unlock code and check the candidate's ticket and ID document.
station-unlock-package = Package { $package }, { $subject }
station-unlock-what = The site machine gives the unlock code. Code, ticket number and ID number open the package together; then the candidate can answer at once.
station-unlock-again = This package is being answered; every answer that was saved is there. Type the same three again to go on from there.
station-unlock-handed-in = This package was handed in and its answers no longer change. Type the same three again to print its slip once more.
station-unlock-code = Unlock code
station-id-number = ID number
station-unlock-open = Unlock package

station-who = { $name }, ticket { $ticket }
station-where = { $title }: { $answered } of { $count } questions answered
station-resumed = Going on where it stopped; every answer that was saved is there.
station-nothing-yet = Nothing saved yet
station-saved = Saved { $at }
station-not-yet = Being typed
station-not-saved = Not saved
station-left = Time left
station-questions = Questions
station-answered = Answered
station-open = Open
station-marked = Marked
station-question = Question { $number } ({ $kind }, points: { $points })
station-kind-single = one choice
station-kind-multiple = several choices
station-kind-true-false = true or false
station-kind-text = written answer
station-how-single = Choose one, with the mouse or by its letter or number; choosing it again takes it back.
station-how-multiple = Choose all that apply, with the mouse or by letter or number; choosing one again takes it back.
station-how-true-false = Choose true or false, with the mouse or by number; choosing it again takes it back.
station-how-text = Type below; it is saved whenever you pause.
station-true = True
station-false = False
station-writing = Written answer
station-previous = Previous
station-next = Next
station-mark = Mark
station-unmark = Unmark
station-over = The time is over; all answers are saved and can no longer be changed. With a voucher for extra time the invigilators press { $voucher }; without one, press { $hand } to hand in.
station-last = Less than { $minutes } minutes are left.
station-place-failing =
    The { $place ->
        [first] first
       *[second] second
    } place ({ $folder }) takes nothing, so answers are saved in the other one only. Answering goes on; do not switch the machine off. The room system administrator checks the device; what is missing there is added by itself.

station-sum = Calculator
station-sum-clear = Clear
station-sum-back = Back
station-sum-last = Last result
station-sum-before = Last result { $result }
station-sum-none = No result

station-interim = Write interim copy
station-interim-written = The interim copy was written: { $file }. The room system administrator takes it to the site system administrator.
station-interim-due = No interim copy since { $at }. The invigilators plug in a device and press { $key }; answering goes on.

station-voucher = Enter voucher
station-voucher-what = The site machine gives the voucher; the invigilators type it. It is for all extra minutes since the export, so typing it again adds nothing.
station-voucher-code = Voucher for extra time
station-voucher-enter = Take voucher
station-voucher-given = Extra time in all: { $minutes } minutes, included in the time left.
station-go-on = Go on answering

station-hand-in = Hand in
station-hand-in-count = Questions: { $count }, answered: { $answered }.
station-hand-in-blank =
    Without an answer: { $count }, namely { $questions }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
station-hand-in-marked =
    Marked: { $count }, namely { $questions }{ $more ->
        [0] .
       *[other] {" "}and { $more } more.
    }
station-hand-in-to = Go to question { $number }
station-hand-in-early = Handing in is possible from { $at }; until then go on answering or checking.
station-hand-in-asked = After handing in nothing can be answered or changed.
station-hand-in-sure = Once more: hand in now, and the answers no longer change.
station-hand-in-yes = Submit all answers
station-hand-in-really = Confirm handing in

station-leave = Close the window
station-leave-kept = All answers are saved. Closing the window loses nothing and is not handing in; the time goes on meanwhile.
station-leave-again = When it is opened again, the invigilators type the unlock code and check ticket and ID number, and answering goes on from what was saved.
station-leave-close = Close window anyway

station-handed = Handed in
station-handed-who = The exam ends here. The invigilators do what follows; the candidate stays with them.
station-handed-done = { $name }, ticket { $ticket }, handed in at { $at }: { $answered } of { $count } questions answered.
station-handed-digest = Digest of the return
station-handed-write = Write return and slip
station-handed-print = Print slip
station-handed-now = What happens now
station-handed-sign = Write the return and its slip to the device, and print the slip.
station-handed-check = Candidate and invigilator see that the digest on the slip is the one on this screen, and both sign.
station-handed-carry = The room system administrator takes the device and the signed slip to the site machine. Until they are read in there, this machine serves nothing else.
station-handed-written = Written: { $files }
station-handed-other = Read another package
station-printing = Printing the slip …
station-printed = Sent to the printer { $printer }; the invigilators see whether it came out.
station-no-printer = This machine has no printer. The invigilators write the slip to the device; it is printed at the site machine.
