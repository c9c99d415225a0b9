"""调动: who goes on from a full room to another one, until everybody sits somewhere or is accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Fact
from app.views.find import find
from app.views.overflow import Fill
from app.views.step import StepKind
from app.views.transfers import places
from ui.page import Page
from ui.pages.transfer_full import DisputeNotice, FullNotice
from ui.pages.transfer_lists import RoomsCard, SettledCard
from ui.pages.transfer_out import OutCard
from ui.pages.transfer_pending import PendingCard
from ui.shell import PageName, Place, Shell
from ui.widgets.parts import label, scrolled

_DOTS = 2


class TransfersPage(Page):
    name = PageName.TRANSFERS
    rail = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head()
        self._empty = label(shell.say("transfers-nothing"), "Sub")
        self.outer.addWidget(self._empty)
        self.full, self.disputes = FullNotice(shell, self.asking), DisputeNotice(shell, self.asking)
        self.pending, self.out = PendingCard(shell, self.asking), OutCard(shell, self.asking)
        self.rooms, self.settled = RoomsCard(shell), SettledCard(shell)
        self.pending.changed.connect(self.refresh)
        self.out.changed.connect(self.refresh)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 6, 0)
        inside.setSpacing(10)
        for part in (self.full, self.disputes, self.pending, self.out, self.rooms, self.settled):
            inside.addWidget(part)
        inside.addStretch(1)
        self._body = scrolled(inner)
        self.outer.addWidget(self._body, 1)
        self.first = self.out.field
        shell.bridge.ticked.connect(self._tick)

    def go(self, place: Place) -> None:
        """To whoever is meant, otherwise to the first who is on the way, otherwise to the field."""
        self.asking.clear()
        self.refresh()
        if place.step is StepKind.SETTLE or self.pending.pressed:
            self.pending.turn(self.pending.settle)
        if place.ticket and (self.pending.choose(place.ticket) or self.out.propose(place.ticket)):
            return
        (self.pending.table if self.pending.busy else self.out.field).setFocus()

    def scanned(self, code: str) -> bool:
        """A token of a room, somebody on the way, or somebody without a seat; others are found elsewhere."""
        if code.count(".") == _DOTS:
            self.out.take_scan(code)
            return True
        bridge = self.shell.bridge
        if bridge.session is None:
            return False
        found = find(bridge.site, bridge.console.directory, bridge.session, code)
        return len(found) == 1 and (self.pending.choose(found[0].sitting.ticket) or self.out.propose(code))

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge = self.shell.bridge
        session = bridge.session
        self._empty.setVisible(session is None)
        self._body.setVisible(session is not None)
        if session is None:
            return
        left = places(bridge.site, session)
        for part in (self.full, self.pending, self.out, self.rooms):
            part.look(session, left)
        self.disputes.look(session)
        self.settled.look(session)
        self.first = self.pending.table if self.pending.busy else self.out.field
        self.out.do.lead(self.shell.look, "transfer-out", leads=not self.pending.busy)
        open_rooms = [one for one in self.rooms.shown if one.fill is not Fill.CLOSED]
        free = sum(max(one.places, 0) for one in open_rooms)
        over = sum(max(-one.places, 0) for one in open_rooms)
        self.sub.tell(self.shell.say("transfers-sub", rooms=len(open_rooms), free=free, over=over))

    def _tick(self) -> None:
        """Minutes go by, and the end comes near, without any fact."""
        if self.isVisible() and self.shell.bridge.now.second % 5 == 0:
            self.refresh()
