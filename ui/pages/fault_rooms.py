"""Rooms and their equipment: invigilation machine, spare seats, and the way to a standby room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.calibration import lock_in_use
from app.core.leaving import suspended
from app.core.places import faulty, spans, spare_seats, usable
from app.core.terms import RoomId, SessionId
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_room_forms import RoomForms
from ui.pages.fault_side import Side
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, button, card, label

COLUMNS = ("faults-room", "faults-column-state", "faults-column-machine", "faults-column-usable", "faults-column-spare")


class RoomEquipment(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell = shell
        self._room: RoomId | None = None
        say, look = shell.say, shell.look
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("faults-part-rooms"), wide=(1,))
        self.first = self.table
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._enter())
        self.swap = button(look, say("faults-swap"), lambda: self._with(self._swap), "arrows-exchange")
        self.into = button(look, say("faults-spare-in-short"), lambda: self._with(self._serve_in), "plus")
        self.out = button(look, say("faults-spare-out-short"), lambda: self._with(self._serve_out), "x")
        self.move_room = button(look, say("faults-move"), lambda: self._with(self._move), "door-enter", "danger")
        self._title, self._facts = label("", "H2"), Facts()
        self._why = label("", "Cap")
        frame, inside = card()
        for part in (self._title, self._facts, self.swap, self.into, self.out, self.move_room, self._why):
            inside.addWidget(part)
        held = QWidget()
        top = QVBoxLayout(held)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(frame)
        top.addStretch(1)
        self.side = Side(asking, held)
        self.side.left.connect(self._back)
        self._forms = RoomForms(shell, asking, self.side)
        left, left_inside = card(margins=(0, 4, 0, 4))
        left_inside.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(left, 1)
        across.addWidget(self.side)

    def show_room(self, room: RoomId) -> None:
        self._room = room
        self.refresh()

    def start(self) -> None:
        self.table.setFocus()

    def refresh(self) -> None:
        rooms = sorted(self._shell.bridge.site.plans)
        before = [line.key for line in self.table.lines.lines]
        wanted = self._room if self._room in rooms else next(iter(rooms), None)
        self.table.lines.show_lines([self._line(room) for room in rooms])
        self._room = wanted
        keys = self.table.chosen_keys()
        if wanted is not None and (before != rooms or keys != (wanted,)):
            self.table.setCurrentIndex(self.table.lines.index(rooms.index(wanted), 0))
        self._show_room()

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], str):
            self._room = RoomId(keys[0])
        self._show_room()

    def _show_room(self) -> None:
        shell, site, room = self._shell, self._shell.bridge.site, self._room
        if room is None:
            return
        say, plan = shell.say, site.plans[room]
        serving, spare = site.spares.get(room, frozenset()), spare_seats(plan)
        self._title.setText(say("room-name", room=room))
        place = " · ".join(part for part in (plan.building, plan.name) if part)
        facts = [(say("faults-place"), place)]
        facts.append((say("faults-swap-machine"), site.invigilation.get(room) or say("faults-swap-unknown")))
        facts.append((say("faults-swap-serial"), lock_in_use(site, room) or say("blank")))
        facts.append((say("faults-column-spare"), spans(spare) if spare else say("faults-spare-none")))
        if serving:
            facts.append((say("faults-spare-serving"), spans(tuple(serving))))
        if broken := faulty(site, room):
            facts.append((say("faults-seats-down"), spans(tuple(broken))))
        self._facts.show_facts(facts)
        self.into.setVisible(bool(set(spare) - serving))
        self.out.setVisible(bool(serving))
        held = site.room(self._session, room) if self._session else None
        open_here = held is not None and held.ended_at is None
        self.move_room.setEnabled(open_here)
        self._why.setVisible(not open_here)
        self._why.setText(say("faults-move-not") if held is None else say("faults-move-over"))
        self.side.updateGeometry()

    @property
    def _session(self) -> SessionId | None:
        return self._shell.bridge.session

    def _with(self, step: Callable[[RoomId], object]) -> None:
        if self._room is not None:
            step(self._room)

    def _serve_in(self, room: RoomId) -> None:
        self._forms.serve(room, into=True)

    def _serve_out(self, room: RoomId) -> None:
        self._forms.serve(room, into=False)

    def _swap(self, room: RoomId) -> None:
        self._forms.swap(room)

    def _enter(self) -> None:
        self.swap.setFocus()

    def _move(self, room: RoomId) -> None:
        if self._session:
            self._forms.move(self._session, room)

    def _back(self) -> None:
        self.refresh()
        self.start()

    def _line(self, room: RoomId) -> Line:
        shell, site = self._shell, self._shell.bridge.site
        spare = spare_seats(site.plans[room])
        count = f"{len(site.spares.get(room, frozenset()))} / {len(spare)}" if spare else shell.say("blank")
        machine = site.invigilation.get(room)
        cells = (
            Cell(room),
            self._state(room),
            Cell(machine or shell.say("blank"), "text" if machine else "text2"),
            Cell(str(len(usable(site, room)))),
            Cell(count, "text" if spare else "text2"),
        )
        return Line(room, cells)

    def _state(self, room: RoomId) -> Cell:
        say, site = self._shell.say, self._shell.bridge.site
        held = site.room(self._session, room) if self._session else None
        if held and held.moved_to:
            return Cell(say("faults-room-moved", room=held.moved_to), "warn", "arrow-right")
        if fault := suspended(site, room):
            return Cell(say("faults-room-stands", fault=fault), "bad", "alert-triangle")
        if held and held.moved_from:
            return Cell(say("faults-room-serves", room=held.moved_from), "primary", "arrow-right")
        if site.plans[room].standby and held is None:
            return Cell(say("faults-room-standby"), "idle", "door-enter")
        if broken := faulty(site, room):
            return Cell(say("faults-room-seats", count=len(broken)), "warn", "alert-triangle")
        return Cell(say("faults-room-fine"), "ok", "check")
