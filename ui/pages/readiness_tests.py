"""测试与封闭考场: what every room was tested for and whether it is closed, and the forms for many rooms at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.operation import Fact, Operation
from app.core.readiness_state import RoomTest, TestKind
from app.core.terms import RoomId
from app.service import logbook
from app.trouble import Trouble
from app.views.room_tests import DoorStand, RoomReady, TestCounts, count_tests, room_rows
from app.views.step import StepKind
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.pages.fault_side import Side
from ui.pages.readiness_room_forms import CloseForm, OpenForm, RoomStepForm, TestForm
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import Facts, button, card, flow, label

COLUMNS = ("readiness-column-room", "readiness-column-test", "readiness-column-full", "readiness-column-door")
_DOORS = {
    DoorStand.NEVER: ("circle-dashed", "text2"),
    DoorStand.CLOSED: ("lock", "ok"),
    DoorStand.DISTURBED: ("alert-triangle", "warn"),
    DoorStand.OPENED: ("lock-open", "text2"),
}
_TIME = "%m-%d %H:%M"


class TestsPart(QWidget):
    __test__ = False

    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._rows: dict[RoomId, RoomReady] = {}
        self._room: RoomId | None = None
        self._counts, self._n = TestCounts(), 0
        say, look = shell.say, shell.look
        self._sub = label("", "Sub")
        model = LinesModel(shell, [say(column) for column in COLUMNS])
        self.table = LinesView(model, say("readiness-part-tests"), wide=(1, 3))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._enter())
        self.first: QWidget = self.table
        self._title, self._facts = label("", "H2"), Facts()
        self.test = button(look, say("readiness-do-test"), lambda: self._open(self._test_form), "clipboard-check")
        self.full = button(look, say("readiness-do-full"), lambda: self._open(self._full_form), "clipboard-check")
        self.close_rooms = button(look, say("readiness-do-close"), lambda: self._open(self._close_form), "lock")
        self.open_rooms = button(look, say("readiness-do-open"), lambda: self._open(self._open_form), "lock-open")
        self.sealed = button(look, say("readiness-to-sealed"), self._to_sealed, kind="link")
        self._where = label(say("readiness-sealed-where"), "Cap")
        self._lay()
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read_on)

    def _lay(self) -> None:
        held, (frame, inside), (steps, listed) = QWidget(), card(), card()
        top = QVBoxLayout(held)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        inside.addWidget(self._title)
        inside.addWidget(self._facts)
        for step in (self.test, self.full, self.close_rooms, self.open_rooms, self._where, flow(self.sealed)):
            listed.addWidget(step)
        top.addWidget(steps)
        top.addWidget(frame)
        top.addStretch(1)
        self.side = Side(self._asking, held)
        self.side.left.connect(self._back)
        left, left_inside = card(margins=(0, 4, 0, 4))
        self._sub.setContentsMargins(14, 4, 14, 4)
        left_inside.addWidget(self._sub)
        left_inside.addWidget(self.table, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(left, 1)
        across.addWidget(self.side)

    # What is shown

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self._shell.bridge
        self._read_on()
        rows = room_rows(bridge.site, bridge.rulebook)
        before = [line.key for line in self.table.lines.lines]
        self._rows = {one.room: one for one in rows}
        self._show_lines()
        if self._room not in self._rows:
            self._room = next((one.room for one in rows if one.untested), next(iter(self._rows), None))
        if before != list(self._rows) or not self.table.chosen_keys():
            self._select()
        tested = [one for one in rows if one.wanted]
        good, shut = sum(not one.untested for one in tested), sum(one.door is DoorStand.CLOSED for one in rows)
        self._sub.setText(self._shell.say("readiness-tests-sub", good=good, of=len(tested), shut=shut, rooms=len(rows)))
        self.test.setEnabled(bool(rows))
        self.full.setVisible(any(one.cloud for one in rows))
        self.close_rooms.setEnabled(any(one.door is not DoorStand.CLOSED for one in rows))
        self.open_rooms.setEnabled(any(one.closed and one.closed.shut for one in rows))
        self._lead()
        self._look()

    def show_room(self, room: RoomId | None) -> None:
        self.refresh()
        if room in self._rows:
            self._room = room
            self._select()
            self._look()

    def _read_on(self) -> None:
        """How often a room was tested stands in the journal alone; a block at a time."""
        console = self._shell.bridge.console
        last = console.store.journal.n
        if self._n > last:
            # An entry that was not on the disk after all.
            self._counts, self._n = TestCounts(), 0
        if self._n == last:
            return
        to = min(last, self._n + logbook.STEP)
        try:
            count_tests(self._counts, (line.fact for line in logbook.lines(console, self._n + 1, to)))
        except Trouble as trouble:
            self._shell.bridge.tell(trouble)
            return
        self._n = to
        if to < last:
            self._reading.start()
        else:
            self._show_lines()

    def _show_lines(self) -> None:
        self.table.lines.show_lines([self._line(one) for one in self._rows.values()])

    def _line(self, one: RoomReady) -> Line:
        shell = self._shell
        icon, tone = _DOORS[one.door]
        said = shell.word(one.door)
        if one.closed and one.closed.shut:
            said = shell.say("readiness-door-seal", stand=one.door, seal=one.closed.seal)
        name = one.room if one.in_use else shell.say("readiness-standby", room=one.room)
        cells = (
            Cell(name, "text" if one.in_use else "text2"),
            self._tested(one, TestKind.SIMULATED),
            self._tested(one, TestKind.FULL_LOAD),
            Cell(said, tone, icon),
        )
        return Line(one.room, cells)

    def _tested(self, one: RoomReady, kind: TestKind) -> Cell:
        say = self._shell.say
        test = one.simulated if kind is TestKind.SIMULATED else one.full
        wanted = one.wanted if kind is TestKind.SIMULATED else one.cloud
        if test is None:
            return Cell(say("readiness-untested"), "text2", "circle-dashed") if wanted else Cell(say("blank"), "text2")
        good = test.passed and (kind is TestKind.SIMULATED or one.full_enough)
        said = say(
            "readiness-tested",
            result="passed" if good else "short" if test.passed else "failed",
            time=test.at.strftime("%m-%d"),
            count=self._counts[kind, one.room] or 1,
        )
        return Cell(said, "ok" if good else "bad", "circle-check" if good else "alert-triangle")

    def _look(self) -> None:
        one = self._rows.get(self._room) if self._room else None
        if one is None:
            self._title.setText(self._shell.say("readiness-no-rooms"))
            self._facts.show_facts(())
            return
        say = self._shell.say
        self._title.setText(say("room-name", room=one.room))
        facts = [(say("readiness-fact-seats"), str(one.seats))]
        if one.simulated:
            facts.append((say("readiness-column-test"), self._full_test(one.simulated, TestKind.SIMULATED)))
        if one.full:
            facts.append((say("readiness-column-full"), self._full_test(one.full, TestKind.FULL_LOAD)))
        if one.closed:
            facts.append((say("readiness-fact-seal"), one.closed.seal))
            facts.append((say("readiness-fact-closed"), one.closed.at.strftime(_TIME)))
            if one.closed.disturbed_at and one.closed.shut:
                facts.append((say("readiness-fact-disturbed"), one.closed.disturbed_at.strftime(_TIME)))
            if one.closed.opened_at:
                facts.append((say("readiness-fact-opened"), one.closed.opened_at.strftime(_TIME)))
        self._facts.show_facts(facts)

    def _full_test(self, test: RoomTest, kind: TestKind) -> str:
        return self._shell.say(
            "readiness-tested-by",
            result="passed" if test.passed else "failed",
            seats=test.seats,
            time=test.at.strftime(_TIME),
            person=self._shell.bridge.console.directory.staff_name(test.by),
            count=self._counts[kind, self._room or RoomId("")] or 1,
        )

    def _lead(self) -> None:
        """First the tests, then the doors; a form has its own filled button."""
        rows, form = self._rows.values(), self.side.form is not None
        untested = any(one.untested for one in rows)
        unclosed = any(one.in_use and one.door is not DoorStand.CLOSED for one in rows)
        self.test.lead(self._shell.look, "clipboard-check", leads=untested and not form)
        self.close_rooms.lead(self._shell.look, "lock", leads=unclosed and not untested and not form)

    # Hands

    def _choose(self) -> None:
        keys = self.table.chosen_keys()
        if keys and isinstance(keys[0], str):
            self._room = RoomId(keys[0])
            self._look()

    def _enter(self) -> None:
        self.test.setFocus()

    def _select(self) -> None:
        if self._room in self._rows:
            self.table.setCurrentIndex(self.table.lines.index(list(self._rows).index(self._room), 0))

    def _open(self, make: Callable[[], RoomStepForm]) -> None:
        form = make()
        self.side.take(form, lambda: self._confirmed(form))
        self._lead()

    def _test_form(self) -> RoomStepForm:
        return TestForm(self._shell, TestKind.SIMULATED, tuple(self._rows.values()))

    def _full_form(self) -> RoomStepForm:
        return TestForm(self._shell, TestKind.FULL_LOAD, tuple(one for one in self._rows.values() if one.cloud))

    def _close_form(self) -> RoomStepForm:
        return CloseForm(self._shell, tuple(one for one in self._rows.values() if one.door is not DoorStand.CLOSED))

    def _open_form(self) -> RoomStepForm:
        return OpenForm(self._shell, tuple(one for one in self._rows.values() if one.closed and one.closed.shut))

    def _confirmed(self, form: RoomStepForm) -> None:
        operation: Operation | None = form.operation()
        if operation is not None:
            self._asking.submit(operation, form.said, lambda _: self.side.back())

    def _back(self) -> None:
        self.refresh()
        self.table.setFocus()

    def _to_sealed(self) -> None:
        self._shell.go(Place(PageName.AUTHORITY, step=StepKind.SEALED_ROOM_TEST))
