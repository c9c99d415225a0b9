# The clock page.

clock-sub = Open to everyone, without signing in and without the site lock
clock-date = { $date }, { $weekday }
clock-weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
clock-from-practice = From the practice clock: it runs on from the moment the practice began, can be moved forward, and is not compared with any other clock.
clock-from-machine = Not confirmed since the machine was started; nothing of the exam can be done before. Until then the time goes on from the last entry; before the very first confirmation the machine's clock is shown.
clock-from-confirmed = Confirmed by two persons against an outside clock since the machine was started. Site time runs with the clock since the start; a change of the system clock goes into the journal and moves no deadline.
clock-confirm-how = Enter what an outside clock (telephone, television, calibration site) will show, press the button when it does; then two persons sign.
clock-outside-day = Outside clock: day
clock-outside-time = Time (hh:mm:ss)
clock-confirm = Confirm the time
clock-outside-wrong = Write the day as 2026-06-19 and the time as 08:20:00.
clock-confirm-again = Day and hour were checked again and are right
clock-confirmed = The site time is confirmed as { $time }
clock-zone = Time zone
clock-zone-same = { $zone }, the same as Beijing time
clock-zone-differs = { $zone }, { $span } away from Beijing time; the time above is already Beijing time
clock-boot = This boot
clock-up = Since boot
clock-last = Last entry
clock-last-entry = { $time } (entry { $n })
clock-last-unread = cannot be read now
clock-since = Before now
clock-since-ahead = { $span } later than now
clock-runs-behind = The last journal entry is { $span } later than now: the clock of this machine may have been set back. Compare it with a time signal and correct it before going on.
clock-span-days = { $days } d { $hours } h
clock-span-hours = { $hours } h { $minutes } min
clock-span-minutes = { $minutes } min { $seconds } s
clock-span-seconds = { $seconds } s
clock-practice-hint = The yellow banner at the top moves practice time on by 1 minute, by 10 minutes or to the next moment; it never goes back.
clock-day = Moments of the day
clock-no-day = No exam package yet, so there are no moments to show.
clock-column-at = Time
clock-column-session = Session
clock-column-moment = Moment
clock-column-state = State
clock-from-to = { $first } to { $last }
clock-in = in { $span }

moment-state-past = past
moment-state-next = next
moment-state-ahead = ahead

## Signals, and the moments of each room

clock-parts = Moments of the day, signals, or rooms
clock-signals = Signals
clock-rooms = Rooms
clock-bells = Bells
clock-column-bell = Signal
clock-column-not-theirs = Not for
clock-bells-note = The exam office rings at the unified times, and the actual time is entered here; rooms that started late go by their own time.
clock-own-time = { $rooms }
clock-bell-due = Time for the bell: { $bell } ({ $time }). Enter it once it has rung.
clock-remind-due = Rooms that have reached the reminder of the time left, { $count }: { $rooms }. Enter it once the rooms were reminded.
clock-remind-rail = Rooms to remind of the time left: { $count }
clock-remind-read = To be read out: { $minutes } minutes are left until the end of the exam; candidates, mind the time.
clock-rung = rung { $time }
clock-rung-at = Actual time
clock-rung-by = Reported by
clock-ring = Enter "{ $bell }"
clock-rung-said = Entered: { $bell }
clock-remind = Enter as reminded ({ $count })
clock-reminded = Reminder entered, rooms: { $count }
clock-media = Audio or video exam: no entry once it has started, and closure lasts to the end.
clock-room = Room
clock-room-start = Start
clock-room-entry = Entry
clock-room-closure = Closure
clock-room-reminder = Reminder
clock-room-end = End
clock-room-note = Note
clock-room-next = Next: { $what } { $time }, in { $minutes } min
clock-room-ended = ended at { $time }
clock-room-stands = fault { $fault }, stands still, nobody leaves
clock-room-late = { $minutes } min behind the unified start, not by the unified bells
clock-room-unstarted = { $minutes } min after the unified start, not started
clock-room-remind = time for the reminder
clock-room-reminded = reminded { $time }
clock-room-held = { $count } gave up, kept in
clock-room-held-until = { $count } gave up, kept in until { $time }

bell-state-rung = rung
bell-state-due = due
bell-state-missed = not entered
bell-state-ahead = ahead
