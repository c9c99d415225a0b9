"""时钟: what time it is here, where that comes from, and the moments of the day. Nobody need sign in, no lock be in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.core.operation import Fact
from app.service import logbook
from app.service.clock import BEIJING, DrivenClock, Moment
from app.trouble import Trouble
from app.views.moments import DayMoment, MomentState, moments
from app.views.session_clock import SessionClock, session_clock
from ui.models.lines import Cell, Line, LinesModel, LinesView
from ui.page import Page
from ui.pages.clock_confirm import ConfirmTime
from ui.pages.clock_rooms import RoomClocks
from ui.pages.clock_signals import Signals
from ui.shell import PageName, Place, Shell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import Facts, card, label, line, row, scrolled
from ui.widgets.segments import Segments

STATES: dict[MomentState, tuple[str, str]] = {
    MomentState.PAST: ("check", "idle"),
    MomentState.NEXT: ("arrow-right", "primary"),
    MomentState.AHEAD: ("circle-dashed", "text"),
}
COLUMNS = ("clock-column-at", "clock-column-session", "clock-column-moment", "clock-column-state")
BOOT_SHOWN = 8
DAY, SIGNALS, ROOMS = "day", "signals", "rooms"


class ClockPage(Page):
    name = PageName.CLOCK

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.head(shell.say("clock-sub"))
        self._last: datetime | None = None
        self._last_n = 0
        self.warning = Notice(shell.look)
        self.outer.addWidget(self.warning)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(12)
        self._middle.addWidget(self._now(), 4)
        self._middle.addWidget(self._day(), 5)
        self.outer.addLayout(self._middle, 1)
        shell.bridge.ticked.connect(self._tick)

    def _now(self) -> QWidget:
        shell = self.shell
        self._site = label(shell.say("top-clock"), "Cap")
        self.time, self._date = label("", "Time", wrap=False), label("", "H2")
        self._source = Notice(shell.look)
        self._facts = Facts()
        inner = QWidget()
        held = QVBoxLayout(inner)
        held.setContentsMargins(0, 0, 8, 0)
        held.setSpacing(8)
        self.confirm = ConfirmTime(shell, self.asking)
        for part in (self._site, self.time, self._date, self._source, self.confirm, line(), self._facts):
            held.addWidget(part)
        if isinstance(shell.bridge.console.clock, DrivenClock):
            held.addWidget(label(shell.say("clock-practice-hint"), "Cap"))
        held.addStretch(1)
        frame, inside = card(margins=(18, 14, 8, 14))
        inside.addWidget(scrolled(inner, shell.say("top-clock")))
        return frame

    def _day(self) -> QWidget:
        shell = self.shell
        model = LinesModel(shell, [shell.say(column) for column in COLUMNS])
        self.day = LinesView(model, shell.say("clock-day"), (2,))
        self._no_day = label(shell.say("clock-no-day"), "Sub")
        day = QWidget()
        held = QVBoxLayout(day)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self._no_day)
        held.addWidget(self.day, 1)
        self.signals, self.rooms = Signals(shell, self.asking), RoomClocks(shell)
        self.parts = Segments(shell.say("clock-parts"))
        self.parts.picked.connect(self._pick)
        self._stack = QStackedWidget()
        self._held = {DAY: day, SIGNALS: scrolled(self.signals), ROOMS: self.rooms}
        for part in self._held.values():
            self._stack.addWidget(part)
        frame, inside = card()
        inside.addLayout(row(self.parts))
        inside.addWidget(self._stack, 1)
        self._pick(DAY)
        return frame

    def go(self, place: Place) -> None:
        """Whoever comes while a signal is due comes for it."""
        shown = self._session_clock()
        if shown and (shown.to_remind or shown.bell_due):
            self._pick(SIGNALS)
            self._show()
            self.signals.table.setFocus()

    def _pick(self, part: object) -> None:
        if isinstance(part, str):
            say = self.shell.say
            names = ((DAY, say("clock-day")), (SIGNALS, say("clock-signals")), (ROOMS, say("clock-rooms")))
            self.parts.offer(names, part)
            self._stack.setCurrentWidget(self._held[part])
            self.first = {DAY: self.day, SIGNALS: self.signals.table, ROOMS: self.rooms.table}[part]
            # Seven columns want the width.
            self._middle.setStretch(0, 2 if part == ROOMS else 4)

    def _session_clock(self) -> SessionClock | None:
        bridge = self.shell.bridge
        return session_clock(bridge.site, bridge.rulebook, bridge.session, bridge.now) if bridge.session else None

    def refresh(self, facts: Sequence[Fact] = ()) -> None:
        """Reads the last entry; everything else is shown every second."""
        console = self.shell.bridge.console
        try:
            last = logbook.lines(console, console.store.journal.n, console.store.journal.n)
        except Trouble as trouble:
            self._last = None
            self.shell.bridge.tell(trouble)
        else:
            self._last, self._last_n = (last[0].at, last[0].n) if last else (None, 0)
        self._show()

    def _tick(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        shell, console = self.shell, self.shell.bridge.console
        moment = console.clock.moment()
        self.time.setText(clock(moment.at))
        self.time.setAccessibleName(f"{shell.say('top-clock')} {clock(moment.at)}")
        weekday = shell.say("clock-weekday", number=moment.at.isoweekday())
        self._date.setText(shell.say("clock-date", date=f"{moment.at:%Y-%m-%d}", weekday=weekday))
        driven = isinstance(console.clock, DrivenClock)
        if driven:
            self._tell(self._source, "primary", shell.say("clock-from-practice"))
        elif console.clock.confirmed:
            self._tell(self._source, "ok", shell.say("clock-from-confirmed"))
        else:
            self._tell(self._source, "warn", shell.say("clock-from-machine"))
        self.confirm.propose(console.clock.likely())
        self._facts_of(moment, driven=driven)
        self._show_day(moment.at)

    def _facts_of(self, moment: Moment, *, driven: bool) -> None:
        shell = self.shell
        facts = [(shell.say("clock-zone"), self._zone())]
        if not driven:
            facts.append((shell.say("clock-boot"), moment.boot[:BOOT_SHOWN]))
            facts.append((shell.say("clock-up"), self._span(timedelta(microseconds=moment.up // 1000))))
        if self._last is None:
            facts.append((shell.say("clock-last"), shell.say("clock-last-unread")))
            self.warning.clear()
        else:
            ago = moment.at - self._last
            facts.append((shell.say("clock-last"), shell.say("clock-last-entry", time=self._last, n=self._last_n)))
            if ago < timedelta(0):
                facts.append((shell.say("clock-since"), shell.say("clock-since-ahead", span=self._span(-ago))))
                self._tell(self.warning, "bad", shell.say("clock-runs-behind", span=self._span(-ago)))
            else:
                facts.append((shell.say("clock-since"), self._span(ago)))
                self.warning.clear()
        self._facts.show_facts(facts)

    @staticmethod
    def _tell(notice: Notice, tone: str, sentence: str) -> None:
        """Only where it is new: a screen reader need not hear it every second."""
        if notice.isHidden() or notice.accessibleName() != sentence:
            notice.tell(tone, sentence)

    def _zone(self) -> str:
        here = datetime.now(UTC).astimezone()
        offset = here.utcoffset() or timedelta(0)
        apart = offset - (here.astimezone(BEIJING).utcoffset() or timedelta(0))
        zone = f"{here:%z}"
        zone = f"UTC{zone[:3]}:{zone[3:5]}"
        if not apart:
            return self.shell.say("clock-zone-same", zone=zone)
        return self.shell.say("clock-zone-differs", zone=zone, span=self._span(abs(apart)))

    def _span(self, span: timedelta) -> str:
        """Days, hours, minutes and seconds, without leading zeros."""
        seconds = int(span.total_seconds())
        days, hours, minutes = seconds // 86400, seconds // 3600 % 24, seconds // 60 % 60
        if days:
            return self.shell.say("clock-span-days", days=days, hours=hours)
        if hours:
            return self.shell.say("clock-span-hours", hours=hours, minutes=minutes)
        if minutes:
            return self.shell.say("clock-span-minutes", minutes=minutes, seconds=seconds % 60)
        return self.shell.say("clock-span-seconds", seconds=seconds)

    def _show_day(self, now: datetime) -> None:
        bridge = self.shell.bridge
        shown = moments(bridge.site, bridge.rulebook, bridge.today, now)
        self.day.lines.show_lines([self._line(moment, now) for moment in shown])
        self.day.setVisible(bool(shown))
        self._no_day.setHidden(bool(shown))
        if (session := self._session_clock()) is not None:
            self.signals.show_clock(session)
            self.rooms.show_clock(session)

    def _line(self, moment: DayMoment, now: datetime) -> Line:
        shell = self.shell
        icon, tone = STATES[moment.state]
        ink = "text2" if moment.state is MomentState.PAST else tone
        at = clock(moment.first)
        if moment.last != moment.first:
            at = shell.say("clock-from-to", first=at, last=clock(moment.last))
        state = shell.word(moment.state)
        if moment.state is MomentState.NEXT:
            state = shell.say("clock-in", span=self._span(max(moment.first - now, moment.last - now)))
        session = Cell(moment.session, ink, full=shell.session(moment.session))
        cells = (Cell(at, ink), session, Cell(shell.word(moment.kind), ink), Cell(state, tone, icon))
        return Line((moment.session, moment.kind), cells)
