"""What stands across the whole window: practice, and trouble."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.locks import LockReason
from app.core.permission import SiteTimeUnconfirmed
from app.trouble import Trouble
from devices.protocols import GONE
from ui.opening import Practice
from ui.shell import MIRROR, PageName, Place, Shell, clock
from ui.widgets.notice import Notice
from ui.widgets.parts import Button, Elided, button, row
from ui.widgets.stripes import Stripes


class PracticeBanner(Stripes):
    """Full width, striped, always there in practice; it also moves the practice clock."""

    def __init__(self, shell: Shell, practice: Practice | None) -> None:
        super().__init__(shell.look)
        self._shell, self._practice = shell, practice
        self.setFixedHeight(40)
        said = Elided(shell.say("practice-banner"), "Strong")
        said.setStyleSheet(f"color: {shell.look.tokens.on_stripe}; font-size: 14px;")
        laid = row(said, gap=6)
        laid.setContentsMargins(20, 3, 16, 3)
        laid.setStretch(0, 1)
        self.moves: tuple[Button, ...] = ()
        if practice is not None:
            look = shell.look
            self.moves = (
                button(look, shell.say("practice-minute"), lambda: self._move(timedelta(minutes=1))),
                button(look, shell.say("practice-ten"), lambda: self._move(timedelta(minutes=10))),
                button(look, shell.say("practice-next"), self._next),
            )
            for made in self.moves:
                laid.addWidget(made)
        self.setLayout(laid)

    def _move(self, by: timedelta) -> None:
        if self._practice is not None:
            self._practice.clock.advance(self._practice.clock.moment().at + by)
            self._shell.bridge.tick()

    def _next(self) -> None:
        moment = self._practice.next_moment() if self._practice is not None else None
        if self._practice is not None and moment is not None:
            # The clock runs on by itself, and a second may have passed since it was asked.
            self._practice.clock.advance(max(moment, self._practice.clock.moment().at))
            self._shell.bridge.tick()
            self._shell.bridge.say(f"{self._shell.say('practice-clock')} {clock(moment)}")


class LockBanner(QWidget):
    """The site lock is out while sessions run: what goes on, what waits, and where it is put in again (J-43)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._notice = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 8, 20, 0)
        outer.addWidget(self._notice)
        shell.bridge.lock_changed.connect(self.show_state)
        self.hide()

    def show_state(self) -> None:
        """Asked for first when it stands in its window: shown before, it would be a window of its own."""
        shell, fault = self._shell, self._shell.bridge.lock_fault
        if fault is None:
            self._notice.clear()
            self.hide()
            return
        reason = LockReason(fault) if fault in GONE else LockReason.DEVICE_ERROR
        go = (shell.say("go-there", page=shell.say("page-authority")), lambda: shell.go(Place(PageName.AUTHORITY)))
        self._notice.tell("bad", shell.say("lock-out", reason=reason), go)
        self.show()


class MirrorBanner(QWidget):
    """Entries are on this machine alone: since the mirror stopped, or while gates go on without it (DAT-16)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._told = ""
        self._notice = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 8, 20, 0)
        outer.addWidget(self._notice)
        shell.bridge.changed.connect(self.show_state)
        shell.bridge.mirror.moved.connect(self.show_state)
        self.hide()

    def show_state(self, _facts: object = ()) -> None:
        shell, mirror = self._shell, self._shell.bridge.site.safe.mirror
        said, lag = "", shell.bridge.mirror.lag
        if mirror and mirror.waived:
            said = shell.say("mirror-waived", reason=mirror.waived, entries=lag)
        elif mirror and mirror.out:
            said = shell.say("mirror-out", reason=mirror.out, entries=lag)
        if said and said != self._told:
            go = (shell.say("go-there", page=shell.say("page-safekeeping")), lambda: shell.go(MIRROR))
            self._notice.tell("bad", said, go)
        self._told = said
        self.setVisible(bool(said))


class ClockBanner(QWidget):
    """After the machine was started nothing is done until two persons confirmed the time: said before it is refused."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._page = PageName.OVERVIEW
        self._notice = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 8, 20, 0)
        outer.addWidget(self._notice)
        shell.bridge.ticked.connect(self._tick)
        self.hide()

    def _tick(self) -> None:
        self.show_on(self._page)

    def show_on(self, page: PageName) -> None:
        """The clock page says it by itself."""
        shell, self._page = self._shell, page
        wanted = not shell.bridge.console.clock.confirmed and page is not PageName.CLOCK
        if wanted == self.isHidden():
            go = (shell.say("go-there", page=shell.say("page-clock")), lambda: shell.go(Place(PageName.CLOCK)))
            if wanted:
                self._notice.tell("warn", shell.text.refusal(SiteTimeUnconfirmed()), go)
            self.setVisible(wanted)


class TroubleBanner(QWidget):
    """What happened in the world, and what to do now; it stays until someone has read it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._notice = Notice(shell.look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 8, 20, 0)
        outer.addWidget(self._notice)
        shell.bridge.troubled.connect(self.tell)
        self.hide()

    def tell(self, trouble: object) -> None:
        if not isinstance(trouble, Trouble):
            self._dismiss()
            return
        shell = self._shell
        if shell.bridge.wants_reopening:
            action = (shell.say("banner-reopen"), self._reopen)
        else:
            action = (shell.say("banner-dismiss"), self._dismiss)
        note = shell.say("banner-code", code=trouble.code.value)
        self._notice.tell("warn", shell.text.trouble(trouble), action, note=note)
        self.show()

    def _dismiss(self) -> None:
        self._notice.clear()
        self.hide()

    def _reopen(self) -> None:
        stands = self._shell.bridge.reopen()
        if stands is not None:
            self._shell.bridge.say(self._shell.say("reopened-stands" if stands else "reopened-not"))
