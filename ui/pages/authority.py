"""锁与授权: authorizations received and checked, locks calibrated, taken into use and kept, equipment under seal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.core.calibration import rooms_without_lock
from app.core.lock_state import SupervisedKind
from app.core.operation import Fact
from app.views.step import StepKind
from devices.protocols import GONE
from ui.page import Page
from ui.pages.authority_receipt import ReceiptCard
from ui.pages.authority_register import RegisterPart
from ui.pages.authority_sealing import SealingPart
from ui.pages.authority_sitting import SittingPart
from ui.pages.authority_starts import ExamCard, StartsCard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import row, scrolled
from ui.widgets.segments import Segments


class Segment(StrEnum):
    """Each value is the id of its word."""

    GRANTS = "authority-grants"
    SITTING = "authority-sitting-segment"
    REGISTER = "authority-register-segment"
    SEALING = "authority-sealing-segment"


_STEPS = {
    StepKind.EXAM_AUTHORIZATION: Segment.GRANTS,
    StepKind.RECEIVE: Segment.GRANTS,
    StepKind.AUTHORIZE: Segment.GRANTS,
    StepKind.LOCKS: Segment.SITTING,
    StepKind.RETURN_LOCKS: Segment.REGISTER,
    StepKind.SEALED_ROOM_TEST: Segment.SEALING,
    StepKind.ACCEPT: Segment.SEALING,
    StepKind.SEAL: Segment.SEALING,
    StepKind.UNSEAL: Segment.SEALING,
    StepKind.SEAL_AGAIN: Segment.SEALING,
}


class GrantsPart(QWidget):
    """授权: receiving, what is here, checking."""

    def __init__(self, shell: Shell, page: Page) -> None:
        super().__init__()
        self.receipt = ReceiptCard(shell, page.asking)
        self.starts, self.exam = StartsCard(shell, page.asking), ExamCard(shell)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.setSpacing(12)
        for one in (self.receipt, self.starts, self.exam):
            outer.addWidget(one)
        outer.addStretch(1)
        self.receipt.ended.connect(self._received)

    @property
    def first(self) -> QWidget:
        if self.receipt.open:
            return self.receipt.list.first
        return self.starts.check if self.starts.ready else self.receipt.begin

    def tick(self) -> None:
        """Sessions come due, and the receipt runs out, without any fact."""
        self.receipt.refresh()
        self.starts.refresh()

    def refresh(self) -> None:
        self.tick()
        self.exam.refresh()

    def _received(self) -> None:
        self.refresh()
        if ready := self.starts.ready:
            self.starts.choose(ready)
        self.first.setFocus()


Part = GrantsPart | SittingPart | RegisterPart | SealingPart


class AuthorityPage(Page):
    name = PageName.AUTHORITY
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head()
        self.segments = Segments(shell.say("authority-segments"))
        self.segments.picked.connect(self._pick)
        self.outer.addLayout(row(self.segments))
        self.grants, self.sitting = GrantsPart(shell, self), SittingPart(shell, self.asking)
        self.register, self.sealing = RegisterPart(shell, self.asking), SealingPart(shell, self.asking)
        self.parts: dict[Segment, Part] = {
            Segment.GRANTS: self.grants,
            Segment.SITTING: self.sitting,
            Segment.REGISTER: self.register,
            Segment.SEALING: self.sealing,
        }
        self._stack = _Stack()
        self._areas = {segment: scrolled(part) for segment, part in self.parts.items()}
        for area in self._areas.values():
            self._stack.addWidget(area)
        self.outer.addWidget(self._stack, 1)
        self.sealing.settled.connect(self._go_on)
        self.segment = Segment.GRANTS
        self._turn(Segment.GRANTS)
        shell.bridge.ticked.connect(self._tick)

    @property
    def part(self) -> Part:
        return self.parts[self.segment]

    def go(self, place: Place) -> None:
        """To the step that is asked for, otherwise to the first segment with something open."""
        self._turn(_STEPS[place.step] if place.step in _STEPS else self._open())
        if place.session is not None and self.segment is Segment.GRANTS:
            self.grants.starts.choose(place.session)
        self._go_on()

    def scanned(self, code: str) -> bool:
        """A signed document has three parts; which one it is, its own header says."""
        if code.count(".") != 2:
            return False
        self._turn(Segment.GRANTS)
        self.grants.receipt.scanned(code)
        return True

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        site = self.shell.bridge.site
        self.sub.tell(site.package.exam.title if site.package else self.shell.say("authority-no-package"))
        self.part.refresh()

    def _open(self) -> Segment:
        """What stands in the way comes first, then what was begun, then the order of the days."""
        bridge = self.shell.bridge
        site, rules = bridge.site, bridge.rulebook
        if site.lock_out or bridge.lock_fault in GONE:
            return Segment.REGISTER
        if site.sealed:
            return Segment.SEALING
        for kind, segment in ((SupervisedKind.RECEIPT, Segment.GRANTS), (SupervisedKind.LOCKS, Segment.SITTING)):
            if site.supervision(kind):
                return segment
        if not site.exam_authorization or not rules.sealing.value:
            return Segment.GRANTS if not site.exam_authorization else self._of_the_day()
        return Segment.SEALING if site.seal is None else self._of_the_day()

    def _of_the_day(self) -> Segment:
        bridge = self.shell.bridge
        today = [s for s in bridge.site.sessions.values() if s.plan.starts_at.date() == bridge.now.date()]
        rooms = {room.room for state in today for room in state.rooms.values() if not room.release}
        without = rooms_without_lock(bridge.site, sorted(rooms), bridge.now, bridge.rulebook)
        return Segment.SITTING if without else Segment.GRANTS

    def _pick(self, segment: object) -> None:
        if isinstance(segment, Segment):
            self.asking.clear()
            self._turn(segment)

    def _turn(self, segment: Segment) -> None:
        self.segment = segment
        self.segments.offer([(one, self.shell.say(one.value)) for one in Segment], segment)
        self._stack.setCurrentWidget(self._areas[segment])
        self._stack.updateGeometry()
        self.refresh()
        self.first = self.part.first

    def _go_on(self) -> None:
        """To what is to be done next here."""
        self.refresh()
        self.first = self.part.first
        self.first.setFocus()
        laid = self.part.layout()
        if laid is not None:
            # What has just come, gone or moved is where it will stand.
            laid.activate()
        self._areas[self.segment].ensureWidgetVisible(self.first)

    def _tick(self) -> None:
        if self.isVisible():
            self.part.tick()


class _Stack(QStackedWidget):
    """As wide as the part in sight needs."""

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()
