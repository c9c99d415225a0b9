# Overview.

room-name = Room { $room }
figure-arranged = Arranged
figure-present = Present
figure-awaited = Awaited
figure-pending = On the way
figure-absent = Absent
figure-collected = Collected
figure-open = Open items
overview-sub = { $rooms } rooms · { $arranged } arranged
overview-free = { $count } free seats
overview-unreported = { $count } incidents waiting for a report
overview-board = Rooms
overview-groups = Filter rooms
overview-nothing = There is no exam package yet, so there are no rooms to show.
overview-release = Release rooms
overview-release-count = Release { $count } rooms
overview-released = { $count } rooms released. Files and sheets are in { $folder }; give them to the room system administrators
overview-open-folder = Open the folder
card-said = Room { $room } { $name }, { $state }; arranged { $arranged }, present { $present }, absent { $absent }, awaited { $awaited }, open items { $open }
card-also = { $session }: { $state }
card-stale = Nothing heard since { $time }
card-open = { $count ->
    [one] 1 open item
   *[other] { $count } open items
}
card-heard = Last heard { $time }
card-free = { $count } free
card-full = Full
card-overflow = { $count } too many
card-pending = { $count } transferred out, not taken in
card-to-send = { $count } to transfer out
card-moved = everyone went on in room { $room }
card-unreleased = standby room waits for its release
