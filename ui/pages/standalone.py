"""单机考试: who needs one, who is in one, and each one's way from the chief's consent to answers that count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.operation import Fact
from app.core.terms import SessionId, Ticket
from app.views.find import find
from app.views.standalone import AloneRow, AloneState, alone_rows, open_sessions
from ui.models.cases import CaseView
from ui.page import Page
from ui.pages.standalone_card import AloneCard
from ui.pages.standalone_parts import About
from ui.pages.standalone_words import key_of, line_of
from ui.shell import PageName, Place, Shell
from ui.widgets.notice import Notice
from ui.widgets.parts import card, label, row, scrolled
from ui.widgets.scanner import ScanField

_EVERY = 5
"""Seconds after which times are held against the clock again."""
_SIDE = 310
_DIGITS = 3


class StandalonePage(Page):
    name = PageName.STANDALONE

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._sought: tuple[SessionId, Ticket] | None = None
        self._rows: dict[str, AloneRow] = {}
        self.head()
        say = shell.say
        self.field = ScanField()
        self.field.setAccessibleName(say("standalone-field"))
        self.field.setPlaceholderText(say("standalone-field-hint"))
        self.field.setToolTip(say("standalone-field-hint"))
        self.field.returnPressed.connect(lambda: self.seek(self.field.text()))
        self._said = Notice(shell.look)
        self._empty = label(say("standalone-nobody"), "Sub")
        self.list = CaseView(shell, say("standalone-people"))
        self.list.picked.connect(self._picked)
        self.card = AloneCard(shell, self.asking)
        self.list.opened.connect(self.card.start)
        self._hint = label(say("standalone-choose"), "Sub")
        left, inside = card(margins=(8, 10, 8, 8))
        left.setFixedWidth(_SIDE)
        inside.addWidget(self.field)
        inside.addWidget(self._said)
        inside.addWidget(self._empty)
        inside.addWidget(self.list, 1)
        inside.addStretch(0)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        right.addWidget(self.card.head)
        right.addWidget(scrolled(self.card, say("standalone-way")), 1)
        body = row(left, gap=12)
        body.addWidget(self._right, 1)
        body.addWidget(self._hint, 1)
        self.outer.addLayout(body, 1)
        self.first: QWidget = self.field
        shell.bridge.ticked.connect(self._tick)

    def go(self, place: Place) -> None:
        """To a candidate, who may need it from now on; to the first of a room."""
        session = place.session or self.shell.bridge.session
        if place.ticket and session:
            self._look_for(session, place.ticket)
        elif place.room:
            self.refresh()
            here = (key for key, one in self._rows.items() if one.room == place.room)
            if key := next(here, None):
                self.list.choose(key)

    def scanned(self, code: str) -> bool:
        """A ticket or an ID card."""
        return self.seek(code)

    def seek(self, text: str) -> bool:
        """Whether this names one candidate of the session, whose card then stands open."""
        bridge, say, text = self.shell.bridge, self.shell.say, text.strip()
        if not text or bridge.session is None:
            return False
        found = find(bridge.site, bridge.console.directory, bridge.session, text)
        here = [one for one in found if key_of(bridge.session, one.sitting.ticket) in self._rows]
        # Three digits are those of a ticket, and stand once in every room: who is on the list is meant.
        fitting = here if len(text) == _DIGITS and len(here) == 1 else list(found)
        if len(fitting) != 1:
            self._said.tell(
                "warn", say("extra-time-nobody" if not fitting else "extra-time-several", text=text, count=len(fitting))
            )
            return False
        self._said.clear()
        self.field.clear()
        self._look_for(bridge.session, fitting[0].sitting.ticket)
        return True

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        bridge, shell = self.shell.bridge, self.shell
        wanted = {*bridge.live, *open_sessions(bridge.site), *([bridge.session] if bridge.session else [])}
        rows = alone_rows(bridge.site, sorted(wanted), bridge.now, self._sought)
        self._rows = {key_of(one.session, one.ticket): one for one in rows}
        several = len({one.session for one in rows}) > 1
        chosen = self.list.key() or (key_of(*self.card.key) if self.card.key else None)
        key = chosen if chosen in self._rows else next(iter(self._rows), None)
        # Nobody picked it: what is asked stays asked while lines change their places.
        self.list.show_lines([line_of(shell, one, session=several) for one in rows], key)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self._show(key)
        counts = {state: sum(one.state is state for one in rows) for state in AloneState}
        out = counts[AloneState.LOGIN] + counts[AloneState.ANSWERING] + counts[AloneState.OVER]
        may = counts[AloneState.CONSENT] + counts[AloneState.PACKAGE]
        self.sub.tell(
            shell.say(
                "standalone-sub", may=may, out=out, back=counts[AloneState.BACK], doubt=counts[AloneState.DOUBTFUL]
            )
        )

    def _look_for(self, session: SessionId, ticket: Ticket) -> None:
        self._sought = (session, ticket)
        self.refresh()
        self.list.choose(key_of(session, ticket))
        # A place is gone to before it is laid out.
        QTimer.singleShot(0, self, self.card.start)

    def _picked(self) -> None:
        self.asking.clear()
        self._show(self.list.key())

    def _show(self, key: str | None) -> None:
        shown = self._rows.get(key) if key else None
        self._right.setVisible(shown is not None)
        self._hint.setVisible(shown is None)
        about = self._about(shown) if shown else None
        if about is not None:
            self.card.look(about)

    def _about(self, one: AloneRow) -> About | None:
        state = self.shell.bridge.site.sessions[one.session]
        sitting = self.shell.bridge.site.sitting(one.session, one.ticket)
        if sitting is None:
            return None
        return About(one, state, state.rooms[sitting.room], sitting, state.standalone.get(one.ticket))

    def _tick(self) -> None:
        """Time runs on without any fact."""
        if self.isVisible():
            if self.shell.bridge.now.second % _EVERY == 0:
                self.refresh()
            else:
                self.card.tick()
