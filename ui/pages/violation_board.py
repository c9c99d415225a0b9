"""The violations of the session: the list, the chosen one, and in its place a form until it is done or given up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.core.operation import Fact
from app.core.site_form import SiteForm
from app.core.terms import RoomId, SessionId, Ticket
from app.views.find import find
from app.views.violations import ViolationAct, ViolationRow, blanks, violation_rows, violations_of
from ui.models.cases import CaseView
from ui.pages.fault_side import Side
from ui.pages.violation_account import RecordForm
from ui.pages.violation_card import ViolationCard
from ui.pages.violation_forms import ViolationSteps
from ui.pages.violation_sheets import IssueForm, VoidForm
from ui.pages.violation_words import line_of
from ui.shell import PageName, Place, Shell
from ui.widgets.asking import Asking
from ui.widgets.parts import button, card, flow, label

_LEAST = 220
"""Pixels of the list on the narrowest screens."""


class ViolationBoard(QWidget):
    def __init__(self, shell: Shell, asking: Asking) -> None:
        super().__init__()
        self._shell, self._asking = shell, asking
        self._rows: dict[str, ViolationRow] = {}
        self._session: SessionId | None = None
        self._room: RoomId | None = None
        """Somebody came here for this room: a new record is proposed for it."""
        say, look = shell.say, shell.look
        self.record = button(
            look, say("conduct-record-short"), lambda: self.start_record(None, None), "plus", "primary"
        )
        self.list = CaseView(shell, say("conduct-list"))
        self.list.picked.connect(self._picked)
        self._none = label(say("conduct-none"), "Sub")
        self._none.setContentsMargins(8, 4, 8, 4)
        self._sheets = label("", "Cap")
        self.issue = button(look, say("conduct-issue-short"), self._issue, kind="link")
        self.void = button(look, say("conduct-void-short"), self._void, kind="link")
        self.card = ViolationCard(shell)
        self.card.asked.connect(self._asked)
        self.list.opened.connect(self.card.start)
        self.side = Side(asking, self.card)
        self.side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.side.left.connect(self._back)
        self.side.opened.connect(lambda _: self._lead())
        self.steps = ViolationSteps(shell, asking, self.side)
        frame, inside = card(margins=(8, 10, 8, 8))
        frame.setMinimumWidth(_LEAST)
        for part in (flow(self.record), self._none):
            inside.addWidget(part)
        inside.addWidget(self.list, 1)
        for part in (self._sheets, flow(self.issue, self.void, gap=4)):
            inside.addWidget(part)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(frame, 2)
        across.addWidget(self.side, 3)
        self.first: QWidget = self.record

    def go(self, place: Place) -> None:
        """To a violation; to those of a candidate or a room; to a new record of somebody who has none yet."""
        session = self._shell.bridge.session
        self.refresh()
        self._room = place.room
        if session is None:
            return
        found = violations_of(self._shell.bridge.site, session, place.room, place.ticket)
        number = place.number or next(iter(found), "")
        if number in self._rows:
            self._leave_form()
            self.list.choose(number)
            # A place is gone to before it is laid out.
            QTimer.singleShot(0, self, self.list.setFocus)
        elif place.ticket:
            self.start_record(place.room, place.ticket)

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, session = self._shell.bridge, self._shell.bridge.session
        if session != self._session:
            # What was being entered was about the other session.
            self._leave_form()
            self._session, self._room = session, None
        rows = violation_rows(bridge.site, session) if session else ()
        chosen = self.list.key()
        self._rows = {one.number: one for one in rows}
        key = chosen if chosen in self._rows else next(iter(self._rows), None)
        self.list.show_lines([line_of(self._shell, one) for one in rows], key)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.record.setEnabled(session is not None)
        self._show_sheets(session)
        self._show(key)

    def seek(self, code: str) -> bool:
        """A ticket or an ID card: into the form that is open, otherwise to what is recorded of them, or a new one."""
        bridge, session, form = self._shell.bridge, self._shell.bridge.session, self.side.form
        if session is None:
            return False
        if isinstance(form, RecordForm):
            return form.seek(code)
        found = find(bridge.site, bridge.console.directory, session, code)
        if form is not None or len(found) != 1:
            return False
        sitting = found[0].sitting
        self.go(Place(PageName.CONDUCT, session, sitting.room, sitting.ticket))
        return True

    def _record(self) -> None:
        self.start_record(self._room, None)

    def start_record(self, room: RoomId | None, ticket: Ticket | None) -> None:
        shell, session = self._shell, self._shell.bridge.session
        if session is None:
            return
        form = RecordForm(shell, session, room, ticket)
        self.steps.show(form, form.operation, shell.say("conduct-record-said"), self._recorded)

    def _recorded(self) -> None:
        """To the new one, whose next step stands there."""
        number = next(reversed(self._shell.bridge.site.violations))
        self.refresh()
        self.list.choose(number)
        self.card.start()

    def _issue(self) -> None:
        if session := self._shell.bridge.session:
            form = IssueForm(self._shell, session)
            self.steps.show(form, form.operation, self._shell.say("conduct-issue-said"), self._issued)

    def _issued(self) -> None:
        """They are of no use until they are printed."""
        say, session = self._shell.say, self._shell.bridge.session
        place = Place(PageName.RECORDS, session, form=SiteForm.VIOLATION_BLANKS)
        self._asking.tell("ok", say("conduct-issued"), (say("conduct-issued-print"), lambda: self._shell.go(place)))

    def _void(self) -> None:
        if session := self._shell.bridge.session:
            form = VoidForm(self._shell, session)
            self.steps.show(form, form.operation, self._shell.say("conduct-void-said"))

    def _asked(self, act: ViolationAct) -> None:
        if row := self._rows.get(self.list.key() or ""):
            self.steps.start(act, row)

    def _picked(self) -> None:
        self._leave_form()
        self._asking.clear()
        self._show(self.list.key())

    def _leave_form(self) -> None:
        """Whoever goes to another one has given the form up."""
        if self.side.form is not None:
            self.side.drop()

    def _back(self) -> None:
        self.refresh()
        (self.list if self._rows else self.record).setFocus()

    def _show(self, key: str | None) -> None:
        row = self._rows.get(key or "")
        one = self._shell.bridge.site.violations[row.number] if row else None
        self.card.look(row, one, several=bool(self._rows))
        self.first = self.list if self._rows else self.record
        self._lead()

    def _lead(self) -> None:
        """One filled button: the form's, what the chosen one waits for, or a new record."""
        row = self._rows.get(self.list.key() or "")
        waits = self.side.form is not None or (row is not None and row.next_act is not None)
        self.record.lead(self._shell.look, "plus", leads=not waits)

    def _show_sheets(self, session: SessionId | None) -> None:
        site = self._shell.bridge.site
        rooms = sorted(site.sessions[session].rooms) if session else []
        found = [blanks(site, session, room) for room in rooms] if session else []
        issued, free = sum(one.issued for one in found), sum(len(one.free) for one in found)
        used, void = sum(one.used for one in found), sum(one.void for one in found)
        without = sum(not one.issued for one in found)
        self._sheets.setText(
            self._shell.say("conduct-blanks", issued=issued, free=free, used=used, void=void, without=without)
        )
        self.void.setVisible(bool(free))
