"""What can be entered of a fault: its report, who is on the way, and since when it works again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from app.core.fault import CloseFault, FaultKind, ReportFault, SendHelp
from app.core.places import seats_of
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Role, RoomId
from app.views.faults import FaultRow, wrong_seats
from ui.pages.fault_side import FaultForm, Side
from ui.shell import Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import choice, label, row
from ui.widgets.scanner import LIST, ScanField

_HANDS = (Role.TECHNICIAN, Role.ROOM_ADMIN, Role.SITE_ADMIN)
"""Who mends things comes first among those who can be sent."""
_UNSAID = ""
"""The key of a room that is still to be chosen."""


class ReportForm(FaultForm):
    """The whole site, a room, or seats of it; seats as people write them."""

    def __init__(self, shell: Shell, room: RoomId | None) -> None:
        super().__init__(shell, shell.say("faults-report"))
        say, plans = shell.say, shell.bridge.site.plans
        # Nobody stops a whole site by leaving a field as it stood.
        self.room = room_choice(shell, say("faults-which-room"), _UNSAID)
        self.room.addItem(say("faults-whole-site"), None)
        self.room.setCurrentIndex(max(self.room.findData(room), 0) if room else 0)
        self._effect = label("", "Cap")
        self.seats = ScanField(LIST)
        self.seats.setPlaceholderText(say("faults-seats-hint"))
        where = QWidget()
        across = row(self.room, self.seats, gap=6)
        across.setContentsMargins(0, 0, 0, 0)
        across.setStretch(1, 1)
        where.setLayout(across)
        self.field(say("faults-where"), where)
        self.room.setAccessibleName(say("faults-room"))
        self.seats.setAccessibleName(say("faults-seats"))
        self.ask_what(say("faults-kind"), [(kind, shell.word(kind)) for kind in FaultKind])
        self.ask_when(say("faults-happened-at"))
        self.ask_who(say("faults-reported-by"), room or RoomId(""))
        self.add(self._effect)
        self.finish(say("faults-report-confirm"))
        self.room.currentIndexChanged.connect(self._room_changed)
        self.seats.returnPressed.connect(self.what.setFocus)
        self.seats.textChanged.connect(self._seats_changed)
        self.first = self.seats if room in plans else self.room
        self._room_changed()

    def operation(self) -> ReportFault | None:
        """None where what was typed names seats that the room does not have; that is said."""
        say, room = self._shell.say, self.room.currentData()
        if room == _UNSAID:
            self.complain(say("faults-which-room"), self.room)
            return None
        text, plan = self.seats.text().strip(), self._shell.bridge.site.plans.get(room)
        seats: tuple[str, ...] = ()
        if text and plan is not None:
            found = seats_of(text, plan)
            if found is None:
                # A list too long to read names no single wrong part.
                wrong = wrong_seats(text, plan) or (text[:20],)
                self.complain(say("faults-seats-wrong", room=plan.id, seats=wrong), self.seats)
                return None
            seats = found
        kind = FaultKind(self.what.currentData())
        return ReportFault(kind, self._shell.bridge.session, room, seats, self.at(), self.by())

    def _room_changed(self) -> None:
        room = self.room.currentData()
        self.seats.setEnabled(bool(room))
        if not room:
            self.seats.clear()
        if self.who is not None:
            self.who.show_room(room or None)
        self._seats_changed()

    def _seats_changed(self) -> None:
        """What a report without seats brings about is said before it is made."""
        say, room = self._shell.say, self.room.currentData()
        self.complain("", self.seats)
        whole = room != _UNSAID and not self.seats.text().strip()
        self._effect.setVisible(whole)
        self._effect.setText(say("faults-effect-room", room=room) if room else say("faults-effect-site"))


class FaultSteps:
    """Puts the forms of a fault into the side, and asks."""

    def __init__(self, shell: Shell, asking: Asking, side: Side) -> None:
        self._shell, self._asking, self._side = shell, asking, side

    def report(self, room: RoomId | None) -> None:
        form = ReportForm(self._shell, room)

        def confirmed() -> None:
            if (step := form.operation()) is not None:
                said = self._shell.say("faults-reported", kind=step.kind)
                self._asking.submit(step, said, lambda _: self._side.back())

        self._side.take(form, confirmed)

    def send_help(self, row: FaultRow) -> None:
        say = self._shell.say
        form = FaultForm(self._shell, say("faults-send", number=row.number))
        form.ask_what(say("faults-helper"), self._people(row.room), row.helper)
        form.finish(say("faults-send-confirm"))

        def confirmed() -> None:
            helper = PersonId(form.what.currentData() or "")
            name = self._shell.bridge.console.directory.staff_name(helper)
            said = say("faults-sent", person=name, number=row.number)
            self._asking.submit(SendHelp(row.number, helper), said, lambda _: self._side.back())

        self._side.take(form, confirmed)

    def restore(self, row: FaultRow) -> None:
        say = self._shell.say
        form = FaultForm(self._shell, say("faults-restore", number=row.number))
        form.ask_when(say("faults-restored-at"))
        form.finish(say("faults-restore-confirm"))

        def confirmed() -> None:
            said = say("faults-restored", number=row.number)
            self._asking.submit(CloseFault(row.number, form.at()), said, lambda _: self._side.back())

        self._side.take(form, confirmed)

    def _people(self, room: RoomId | None) -> Sequence[tuple[object, str]]:
        """Technicians, then who serves that room, then everybody else."""
        shell = self._shell
        staff = sorted(shell.bridge.console.directory.staff.values(), key=lambda one: _order(one, room))
        return [
            (one.code, shell.say("person-line", code=one.code, name=one.name, role=shell.word(one.role)))
            for one in staff
        ]


def _order(one: StaffMember, room: RoomId | None) -> tuple[bool, bool, int, str]:
    rank = _HANDS.index(one.role) if one.role in _HANDS else len(_HANDS)
    return (one.role is not Role.TECHNICIAN, one.room != room or room is None, rank, one.code)


def room_choice(shell: Shell, every: str, key: str | None = None) -> QComboBox:
    """All rooms of the plan, headed by `every` with its key."""
    numbers = sorted(shell.bridge.site.plans)
    made = choice([(key, every), *((number, shell.say("room-name", room=number)) for number in numbers)])
    made.setMinimumContentsLength(10)
    return made
