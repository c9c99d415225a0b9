"""What is done with a room's equipment: another invigilation machine, spare seats, or the whole room elsewhere."""

from __future__ import annotations

from app.core.calibration import lock_in_use
from app.core.incident import OpenIncident, open_incident
from app.core.incident_kinds import IncidentKind
from app.core.machine_swap import SwapMachine, SwapReason
from app.core.machines import ServeSpare
from app.core.places import seats_of, spans, spare_seats
from app.core.room_move import MoveRoom
from app.core.terms import IncidentNo, RoomId, SessionId
from app.views.faults import coming, lost_since, standby_rooms, wrong_seats
from ui.pages.fault_side import FaultForm, Side
from ui.shell import Shell, clock
from ui.widgets.asking import Asking
from ui.widgets.parts import label
from ui.widgets.scanner import LIST, ScanField
from ui.widgets.tick import Tick


class SwapForm(FaultForm):
    """Another invigilation machine; the lock goes with the room."""

    def __init__(self, shell: Shell, room: RoomId) -> None:
        say, site = shell.say, shell.bridge.site
        lock, known = lock_in_use(site, room), site.invigilation.get(room)
        note = say("faults-swap-lock", serial=lock) if lock else say("faults-swap-no-lock")
        super().__init__(shell, say("faults-swap-title", room=room), note)
        self._room = room
        self.old, self.new = ScanField(), ScanField()
        self.old.setText(known or "")
        self.old.setReadOnly(known is not None)
        self.field(say("faults-swap-old"), self.old)
        self.field(say("faults-swap-new"), self.new)
        self.ask_what(say("faults-swap-reason"), [(one, shell.word(one)) for one in SwapReason])
        self.ask_when(say("faults-happened-at"))
        self.ask_who(say("faults-reported-by"), room)
        self.checked = Tick(shell.look, say("faults-swap-checked"))
        self.restored = Tick(shell.look, say("faults-swap-restored"))
        self.add(self.checked)
        self.add(self.restored)
        self.finish(say("faults-swap-confirm"))
        self.first = self.new if known else self.old

    def operation(self) -> SwapMachine:
        return SwapMachine(
            self._room,
            self.old.text().strip().upper(),
            self.new.text().strip().upper(),
            SwapReason(self.what.currentData()),
            self.checked.on,
            self.restored.on,
            self.at(),
            self.by(),
        )


class SpareForm(FaultForm):
    """Spare seats into service, or out of it; all that can go are proposed."""

    def __init__(self, shell: Shell, room: RoomId, *, into: bool) -> None:
        say, site = shell.say, shell.bridge.site
        title = say("faults-spare-in", room=room) if into else say("faults-spare-out", room=room)
        super().__init__(shell, title, say("faults-spare-note") if into else say("faults-spare-out-note"))
        self._room, self._into, self._plan = room, into, site.plans[room]
        serving = site.spares.get(room, frozenset())
        self.seats = ScanField(LIST)
        self.seats.setText(spans(tuple(seat for seat in spare_seats(self._plan) if (seat in serving) is not into)))
        self.field(say("faults-seats"), self.seats)
        self.ask_when(say("faults-happened-at"))
        self.ask_who(say("faults-reported-by"), room)
        self.finish(say("faults-spare-in-confirm") if into else say("faults-spare-out-confirm"))

    def operation(self) -> ServeSpare | None:
        """None where what was typed names seats that the room does not have; that is said."""
        say, text = self._shell.say, self.seats.text()
        found = seats_of(text, self._plan)
        if found is None:
            wrong = wrong_seats(text, self._plan) or (say("blank"),)
            self.complain(say("faults-seats-wrong", room=self._room, seats=wrong), self.seats)
            return None
        return ServeSpare(self._room, found, self._into, self.at(), self.by())


class MoveForm(FaultForm):
    """Everyone to a standby room: what it brings about is said before the chief signs."""

    def __init__(self, shell: Shell, session: SessionId, room: RoomId) -> None:
        say, site = shell.say, shell.bridge.site
        people = coming(site.sessions[session].rooms[room])
        super().__init__(shell, say("faults-move-title", room=room), say("faults-move-note", count=people))
        self._session, self._room = session, room
        self._since = since = lost_since(site, room)
        rooms = standby_rooms(site, session)
        lines = [(one.room, say("faults-move-line", room=one.room, places=one.places)) for one in rooms]
        self.ask_what(say("faults-move-to"), lines)
        self.ask_when(say("faults-moved-at"))
        self.ask_who(say("faults-reported-by"), room)
        if not rooms:
            self.add(label(say("faults-move-nowhere"), "Bad"))
        number = self.incident()
        self.add(label(say("faults-move-on", number=number) if number else say("faults-move-opens"), "Cap"))
        lost = say("faults-move-lost", time=clock(since)) if since else say("faults-move-lost-typed")
        self.add(label(lost, "Cap"))
        self.finish(say("faults-move-confirm"), danger=True)

    @property
    def to(self) -> RoomId | None:
        """None while there is nowhere to go; that stands there."""
        room: RoomId | None = self.what.currentData()
        return room

    def incident(self) -> IncidentNo | None:
        """The newest open one that speaks of this room; one that says it cannot be used before any other."""
        site = self._shell.bridge.site
        fit = [one for one in sorted(site.incidents) if open_incident(site, one, self._session, self._room) is None]
        unusable = [number for number in fit if site.incidents[number].kind == IncidentKind.ROOM_UNUSABLE]
        return next(reversed(unusable or fit), None)

    def opening(self) -> OpenIncident:
        """It happened when the fault began, where one is known."""
        kind, at = IncidentKind.ROOM_UNUSABLE, self._since or self.at()
        return OpenIncident(kind, self._session, self._room, at, self.by())

    def operation(self, to: RoomId, incident: IncidentNo) -> MoveRoom:
        return MoveRoom(self._session, self._room, to, incident, self.at(), self.by())


class RoomForms:
    """Puts a form into the side, and asks."""

    def __init__(self, shell: Shell, asking: Asking, side: Side) -> None:
        self._shell, self._asking, self._side = shell, asking, side

    def swap(self, room: RoomId) -> None:
        form = SwapForm(self._shell, room)

        def confirmed() -> None:
            step = form.operation()
            said = self._shell.say("faults-swapped", room=room, machine=step.new)
            self._asking.submit(step, said, lambda _: self._side.back())

        self._side.take(form, confirmed)

    def serve(self, room: RoomId, *, into: bool) -> None:
        form = SpareForm(self._shell, room, into=into)

        def confirmed() -> None:
            if (step := form.operation()) is not None:
                said = self._shell.say("faults-spare-done", room=room, count=len(step.seats))
                self._asking.submit(step, said, lambda _: self._side.back())

        self._side.take(form, confirmed)

    def move(self, session: SessionId, room: RoomId) -> None:
        """An incident is opened first where none is open to stand on."""
        form = MoveForm(self._shell, session, room)

        def move(to: RoomId) -> None:
            step = form.operation(to, form.incident() or IncidentNo(""))
            self._asking.submit(step, self._shell.say("faults-moved", room=room, to=to), lambda _: self._side.back())

        def confirmed() -> None:
            to = form.to
            if to is None:
                return
            if form.incident() is None:
                self._asking.submit(form.opening(), then=lambda _: move(to))
            else:
                move(to)

        self._side.take(form, confirmed)
