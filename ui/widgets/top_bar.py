"""The top bar: exam and session, site time, the next deadline, and the state of lock, store and backup."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.core.terms import SessionId
from app.views.moments import Deadline, next_deadline
from app.views.transfers import Press, Waiting, waiting
from ui.look import Look
from ui.shell import MIRROR, PageName, Place, Shell, clock, hour
from ui.style import TOP_BAR
from ui.widgets.chip import Chip, Door
from ui.widgets.parts import Elided, line, row
from ui.widgets.segments import Segments

_CLOSE = 300
"""From so many seconds before a deadline on the countdown is coloured."""
_GAP, _NARROW = 14, 1080


class Figures(QWidget):
    """A caption over large digits that do not jump while they count."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._caption, self._digits, self._tone = look, "", "", "text"
        self._sample = "00:00:00"
        self.setFixedHeight(60)
        self._fit()

    def tell(self, caption: str, digits: str, tone: str = "text") -> None:
        if (caption, digits, tone) == (self._caption, self._digits, self._tone):
            return
        refit = caption != self._caption
        self._caption, self._digits, self._tone = caption, digits, tone
        self.setAccessibleName(f"{caption} {digits}")
        self.setToolTip(caption)
        if refit:
            self._fit()
        self.update()

    def _fit(self) -> None:
        digits = QFontMetrics(self._look.font(30, bold=True)).horizontalAdvance(self._sample)
        caption = QFontMetrics(self._look.font(12)).horizontalAdvance(self._caption)
        self.setFixedWidth(min(max(digits, caption) + 4, digits + 40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(12))
        painter.setPen(self._look.colour("text2"))
        caption = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 4, self.width(), 18), middle, caption)
        painter.setFont(self._look.font(30, bold=True))
        painter.setPen(self._look.colour(self._tone))
        painter.drawText(QRectF(0, 21, self.width(), 36), middle, self._digits)
        painter.end()


class TopBar(QFrame):
    """Shown above every page."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("TopBar")
        self.setFixedHeight(TOP_BAR)
        self._exam = Elided("", "Exam")
        self._sessions = Segments(shell.say("top-sessions"))
        self._sessions.picked.connect(self._pick)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch(1)
        names.addWidget(self._exam)
        names.addWidget(self._sessions)
        names.addStretch(1)
        self._clock, self._countdown = Figures(shell.look), Figures(shell.look)
        self._lock, self._store, self._backup = (Chip(shell.look) for _ in range(3))
        self._waiting: Waiting | None = None
        self.transfers = Door(shell.look)
        self.transfers.picked.connect(self._to_transfers)
        self.mirror = Door(shell.look)
        self.mirror.picked.connect(lambda: shell.go(MIRROR))
        self._chips = (self.transfers, self._lock, self._store, self.mirror, self._backup)
        laid = row(gap=_GAP)
        laid.setContentsMargins(20, 0, 16, 0)
        laid.addLayout(names, 1)
        laid.addWidget(self._clock)
        laid.addWidget(line(upright=True))
        laid.addWidget(self._countdown)
        laid.addSpacing(4)
        for chip in self._chips:
            laid.addWidget(chip)
        self.setLayout(laid)
        shell.bridge.lock_changed.connect(self._show_lock)
        shell.bridge.mirror.moved.connect(self._show_mirror)
        shell.bridge.ticked.connect(self.tick)
        shell.bridge.changed.connect(self.refresh)
        shell.bridge.session_changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _facts: object = ()) -> None:
        """What facts or a chosen session change."""
        shell, bridge = self._shell, self._shell.bridge
        package = bridge.site.package
        self._exam.tell(package.exam.title if package else shell.say("top-no-exam"))
        plans = bridge.today
        short = [(plan.id, f"{plan.id} {hour(plan.starts_at)}") for plan in plans]
        names = [f"{shell.session(plan.id)} {plan.subject} {hour(plan.starts_at)}" for plan in plans]
        self._sessions.offer(short, bridge.session, names)
        self._show_state()
        self._show_lock()
        self._show_mirror()
        self.tick()

    def tick(self) -> None:
        shell, bridge = self._shell, self._shell.bridge
        now = bridge.now
        self._clock.tell(shell.say("top-clock"), clock(now))
        ahead = self._ahead()
        if ahead is None:
            self._countdown.tell(shell.say("top-no-deadline" if bridge.session else "top-no-session"), "--:--:--")
        else:
            left = int((ahead.at - now).total_seconds())
            digits = f"{min(left // 3600, 99):02d}:{left // 60 % 60:02d}:{left % 60:02d}"
            name = shell.say("top-countdown", deadline=ahead.kind)
            if ahead.session != bridge.session:
                name = shell.say("top-countdown-other", session=ahead.session, deadline=ahead.kind)
            self._countdown.tell(name, digits, "warn" if left <= _CLOSE else "text")
        self._show_transfers()
        self._fit()

    def _ahead(self) -> Deadline | None:
        """The next one of the session looked at; when it has none left, that of another session under way."""
        bridge, now = self._shell.bridge, self._shell.bridge.now
        asked = (bridge.session, *bridge.live)
        found = (next_deadline(bridge.site, bridge.rulebook, one, now) for one in asked if one)
        return next((deadline for deadline in found if deadline), None)

    def _show_state(self) -> None:
        shell, console = self._shell, self._shell.bridge.console
        entries = console.store.journal.n
        if console.stopped:
            self._store.tell("database", shell.say("chip-store"), shell.say("chip-store-stopped"), "bad")
        else:
            saved = shell.say("chip-store-saved", entries=entries)
            self._store.tell("database", shell.say("chip-store"), saved, "ok")
        newest = max((backup.entries for backup in console.site.safe.backups.values()), default=None)
        # The entry that records the backup is itself the first after it.
        behind = None if newest is None else entries - newest - 1
        if behind is None:
            value, tone = shell.say("chip-backup-none"), "idle"
        elif behind > 0:
            value, tone = shell.say("chip-backup-behind", entries=behind), "warn"
        else:
            value, tone = shell.say("chip-backup-level"), "ok"
        self._backup.tell("device-floppy", shell.say("chip-backup"), value, tone)

    def _show_mirror(self) -> None:
        say, bridge = self._shell.say, self._shell.bridge
        mirror, lag = bridge.site.safe.mirror, bridge.mirror.lag
        if mirror is None:
            exam_day = any(one.plan.starts_at.date() == bridge.now.date() for one in bridge.site.sessions.values())
            value, tone = say("chip-mirror-none"), "warn" if exam_day else "idle"
        elif mirror.waived:
            value, tone = say("chip-mirror-waived"), "bad"
        elif mirror.out:
            value, tone = say("chip-mirror-out"), "bad"
        elif lag:
            value, tone = say("chip-mirror-behind", entries=lag), "warn"
        else:
            value, tone = say("chip-mirror-level"), "ok"
        self.mirror.brief = str(lag) if lag else ""
        self.mirror.tell("arrows-exchange", say("chip-mirror"), value, tone)

    def _show_transfers(self) -> None:
        """Only while somebody is on the way between two rooms, of whatever session."""
        bridge, say = self._shell.bridge, self._shell.say
        found = self._waiting = waiting(bridge.site, bridge.rulebook, bridge.site.sessions, bridge.now)
        self.transfers.setVisible(found is not None)
        if found is None:
            return
        match found.press:
            case Press.UNDER_WAY:
                value, tone = say("chip-transfers-count", count=found.count, minutes=found.minutes), "primary"
            case Press.NEAR_END:
                value, tone = say("chip-transfers-near", count=found.count), "warn"
            case Press.OVERDUE:
                value, tone = say("chip-transfers-over", count=found.count), "bad"
        self.transfers.brief = str(found.count)
        self.transfers.tell("transfer", say("chip-transfers"), value, tone)

    def _to_transfers(self) -> None:
        if self._waiting:
            self._shell.go(Place(PageName.TRANSFERS, self._waiting.session))

    def _show_lock(self) -> None:
        shell, lock = self._shell, self._shell.bridge.console.store.lock
        if self._shell.bridge.lock_fault:
            self._lock.tell("lock-open", shell.say("chip-lock"), shell.say("chip-lock-out"), "bad")
        elif lock.software:
            self._lock.tell("lock", shell.say("chip-lock"), shell.say("chip-lock-practice"), "warn")
        else:
            self._lock.tell("lock", shell.say("chip-lock"), shell.say("chip-lock-in"), "ok")

    def _pick(self, session: object) -> None:
        if isinstance(session, str):
            self._shell.bridge.choose(SessionId(session))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Chips are icons alone where the sessions would otherwise have to wrap."""
        chips = [chip for chip in self._chips if not chip.isHidden()]
        beside = (self._clock.width(), self._countdown.width(), *(chip.wide + _GAP for chip in chips))
        needed = self._sessions.sizeHint().width() + sum(beside) + 3 * _GAP + 41
        for chip in self._chips:
            chip.squeeze(on=self.width() < max(_NARROW, needed))
