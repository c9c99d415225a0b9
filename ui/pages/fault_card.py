"""One fault, as those see it who mend: its place, who comes, what is next, and what the room is told."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.core.fault import FaultKind
from app.core.places import spans
from app.core.terms import RoomId
from app.views.faults import Concerned, FaultRow, FaultStep
from ui.shell import PageName, Place, Shell, clock, hour
from ui.widgets.notice import Notice
from ui.widgets.parts import Button, Facts, card, flow, label
from ui.widgets.pill import Pill

MACHINES_SHOWN = 6
TO_READ = {
    FaultKind.MACHINE: "faults-read-machine",
    FaultKind.PERIPHERAL: "faults-read-peripheral",
    FaultKind.NETWORK: "faults-read-network",
    FaultKind.POWER: "faults-read-power",
    FaultKind.SOFTWARE: "faults-read-software",
    FaultKind.CLOUD: "faults-read-cloud",
}
"""What is read out to the candidates (FLT-01, FLT-03, FLT-06)."""
HOW = {
    FaultStep.RESTORE: "faults-how-restore",
    FaultStep.RESET: "faults-how-reset",
    FaultStep.CHANGE: "faults-how-change",
    FaultStep.MOVE_ROOM: "faults-how-move-room",
    FaultStep.STANDALONE: "faults-how-standalone",
    FaultStep.EXTRA_TIME: "faults-how-extra-time",
}


class FaultCard(QWidget):
    """`buttons` are made by the list, which knows what they do."""

    def __init__(self, shell: Shell, *buttons: Button) -> None:
        super().__init__()
        self._shell = shell
        self._shown: object = None
        self._title = label("", "H2", wrap=False)
        self._pill = Pill(shell.look, "circle-dashed", "", "idle")
        self._facts = Facts()
        self._next = Notice(shell.look)
        self._buttons = flow(*buttons)
        self._read = label("")
        quote, inside = card(margins=(12, 8, 12, 10))
        quote.setObjectName("Quote")
        inside.setSpacing(4)
        inside.addWidget(label(shell.say("faults-read"), "Cap"))
        inside.addWidget(self._read)
        self._quote = quote
        self._hint = label(shell.say("faults-choose"), "Sub")
        frame, held = card()
        held.addWidget(self._hint)
        held.addWidget(flow(self._title, self._pill))
        for part in (self._next, self._buttons, self._facts, self._quote):
            held.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    @property
    def read(self) -> QLabel:
        return self._read

    def show_fault(self, row: FaultRow | None) -> None:
        """None while none is chosen."""
        if row == self._shown and self._shown is not None:
            return
        self._shown = row
        for part in (self._title, self._pill, self._next, self._buttons, self._facts, self._quote):
            part.setVisible(row is not None)
        self._hint.setVisible(row is None)
        if row is None:
            return
        shell = self._shell
        self._title.setText(shell.say("faults-title", number=row.number, kind=row.kind))
        self._pill.tell(*state_of(shell, row))
        self._show_next(row)
        self._buttons.setVisible(row.closed_at is None)
        self._facts.show_facts(self._facts_of(row))
        self._read.setText(shell.say(TO_READ[row.kind]))
        self._quote.setVisible(row.closed_at is None)

    def _show_next(self, row: FaultRow) -> None:
        shell = self._shell
        if row.next_step is not None:
            # Numbered here: their order is the notice's.
            order = tuple(f"{n} {shell.word(step)}" for n, step in enumerate(row.steps, 1))
            said = shell.say("faults-next", step=shell.word(row.next_step), how=shell.say(HOW[row.next_step]))
            there = []
            if row.next_step is FaultStep.STANDALONE:
                place = Place(PageName.STANDALONE, row.session, row.room)
                there = [(shell.say("faults-to-standalone"), partial(shell.go, place))]
            self._next.tell("bad" if row.late else "primary", said, *there, note=shell.say("faults-order", steps=order))
        elif room := self._started(row):
            does = partial(shell.go, Place(PageName.DELAYS, row.session, room))
            said = shell.say("faults-extra-time-left", count=row.concerned.total)
            self._next.tell("warn", said, (shell.say("faults-to-extra-time"), does))
        else:
            self._next.clear()

    def _started(self, row: FaultRow) -> RoomId | None:
        """A room in which answering time was lost: one that had started before it worked again."""
        site = self._shell.bridge.site
        state = site.sessions.get(row.session) if row.session else self._shell.bridge.state
        if state is None or not row.concerned.total or row.closed_at is None:
            return None
        inside = (state.rooms[number] for number in sorted(state.rooms) if row.room in (number, None))
        started = (one.room for one in inside if one.started_at and one.started_at < row.closed_at)
        return next(started, None)

    def _facts_of(self, row: FaultRow) -> list[tuple[str, str]]:
        shell, staff = self._shell, self._shell.bridge.console.directory
        say = shell.say
        facts = [(say("faults-place"), place_of(shell, row)), (say("faults-happened-at"), clock(row.happened_at))]
        if row.closed_at:
            facts.append((say("faults-restored-at"), clock(row.closed_at)))
        elif row.helper:
            coming = say("faults-coming", person=staff.staff_name(row.helper), time=hour(row.sent_at))
            facts.append((say("faults-helper"), coming))
        else:
            facts.append((say("faults-helper"), say("faults-nobody-sent")))
        facts.append((say("faults-concerned"), _people(shell, row.concerned)))
        for one in row.machines[:MACHINES_SHOWN]:
            where = " · ".join(text for text in (one.machine, one.address, one.port) if text)
            facts.append((say("faults-seat", seat=one.seat), where))
        if len(row.machines) > MACHINES_SHOWN:
            facts.append(("", say("faults-machines-more", count=len(row.machines) - MACHINES_SHOWN)))
        elif row.seats and not row.machines:
            facts.append((say("faults-machine"), say("faults-machine-unknown")))
        return facts


def state_of(shell: Shell, row: FaultRow) -> tuple[str, str, str]:
    """Icon, words and tone."""
    if row.closed_at:
        return "check", shell.say("faults-state-restored", minutes=row.minutes), "ok"
    if row.late:
        return "clock-exclamation", shell.say("faults-state-late", minutes=row.minutes), "bad"
    return "hourglass", shell.say("faults-state-open", minutes=row.minutes), "warn"


def place_of(shell: Shell, row: FaultRow) -> str:
    if row.room is None:
        return shell.say("faults-whole-site")
    if not row.seats:
        return shell.say("faults-whole-room", room=row.room)
    return shell.say("faults-seats-of", room=row.room, seats=spans(row.seats))


def short_place(shell: Shell, row: FaultRow) -> str:
    """For a column: the room and its seats."""
    if row.room is None:
        return shell.say("faults-whole-site")
    seats = spans(row.seats) if row.seats else shell.say("faults-all-seats")
    return shell.say("faults-place-short", room=row.room, seats=seats)


def _people(shell: Shell, concerned: Concerned) -> str:
    """How many, and how far each of them is."""
    if not concerned.total:
        return shell.say("faults-concerned-none")
    parts = (
        (concerned.stuck, "faults-concerned-stuck"),
        (concerned.waiting, "faults-concerned-waiting"),
        (concerned.failed, "faults-concerned-failed"),
        (concerned.going_on, "faults-concerned-going-on"),
    )
    said = tuple(shell.say(name, count=count) for count, name in parts if count)
    if len(said) == 1:
        return said[0]
    return shell.say("faults-concerned-all", count=concerned.total, parts=said)
