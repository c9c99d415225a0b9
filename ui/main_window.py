"""The window: navigation, top bar, the page, and what stands across all of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.core.terms import Mode
from app.text import text
from app.trouble import Trouble
from ui.bridge import Bridge
from ui.language import speak
from ui.look import dress, look
from ui.opening import Opening
from ui.page import Page
from ui.pages import PAGES
from ui.shell import PageName, Place, Shell
from ui.tab_order import step
from ui.widgets.asking import Asking
from ui.widgets.banner import ClockBanner, LockBanner, MirrorBanner, PracticeBanner, TroubleBanner
from ui.widgets.full_stop import CrashPage, StopPage
from ui.widgets.nav import SHORTCUTS, Nav
from ui.widgets.now_bar import NowBar
from ui.widgets.rail import MIDDLE, NARROW, WIDE, Rail
from ui.widgets.scanner import Scanner
from ui.widgets.tips import show_plain
from ui.widgets.toast import Toast
from ui.widgets.top_bar import TopBar

SMALLEST = (1024, 640)
JWS_DOTS = 2
NARROW_BELOW, WIDE_FROM = 1200, 1500
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Stack(QStackedWidget):
    """As wide as the page in sight needs: one without the rail must not widen those beside it."""

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint()


class MainWindow(QMainWindow):
    """Built anew with every change of language or look; what is under way lives in the bridge."""

    def __init__(self, opening: Opening, bridge: Bridge) -> None:
        super().__init__()
        self.opening, self.bridge = opening, bridge
        self.setMinimumSize(*SMALLEST)
        self._place = Place(PageName.OVERVIEW)
        self._stopped: Trouble | None = None
        self._crashed = False
        self.scanner = Scanner()
        self.scanner.scanned.connect(self._scanned)
        for page, keys in SHORTCUTS.items():
            QShortcut(QKeySequence(keys), self, lambda page=page: self.go(Place(page)))
        QShortcut(QKeySequence("Ctrl+F"), self, lambda: self.go(Place(PageName.CANDIDATES)))
        QShortcut(QKeySequence("F2"), self, self._go_on)
        QShortcut(QKeySequence("Ctrl+L"), self, bridge.lock)
        QShortcut(QKeySequence("Ctrl+Tab"), self, self._next_session)
        bridge.stopped.connect(self._stop)
        # Queued: the page that asks for it is itself thrown away.
        bridge.settings_changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
        self.build()

    def build(self) -> None:
        """Everything on screen, in the language and look of the settings."""
        app, bridge = QApplication.instance(), self.bridge
        self._crashed = False
        seen = look(bridge.settings.theme)
        if isinstance(app, QApplication):
            dress(app, seen)
            speak(app, bridge.settings.language)
        self.shell = Shell(self.opening, bridge, text(bridge.settings.language), seen, self.go)
        self.setWindowTitle(self._title())
        self.setWindowIcon(seen.icon("shield-lock", "primary", 64))
        self._pages: dict[PageName, Page] = {}
        ground = QWidget()
        ground.setObjectName("Ground")
        outer = QVBoxLayout(ground)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if bridge.site.mode is Mode.PRACTICE:
            self.practice = PracticeBanner(self.shell, self.opening.practice)
            outer.addWidget(self.practice)
        self.nav = Nav(self.shell)
        self.nav.picked.connect(lambda page: self.go(Place(page)))
        self.nav.desk.connect(self._sign_in)
        self.nav.lock.connect(bridge.lock)
        self.nav.leave.connect(self._leave)
        self._asking = Asking(self.shell)
        self._asking.setProperty("place", "desk")
        self._now, self._rail = NowBar(self.shell), Rail(self.shell)
        self._stack = Stack()
        outer.addLayout(self._middle(), 1)
        self.toast = Toast(seen, ground)
        bridge.toasted.connect(self.toast.tell)
        bridge.desk_changed.connect(self.nav.show_desk)
        self.setCentralWidget(ground)
        self._lock_banner.show_state()
        self._mirror_banner.show_state()
        self._fit()
        if self._stopped:
            self._stop(self._stopped)
        else:
            self.go(self._place)

    def _middle(self) -> QHBoxLayout:
        """Navigation at the left; at the right what every page shares, above the page and the rail."""
        asked = QVBoxLayout()
        asked.setContentsMargins(20, 0, 20, 0)
        asked.addWidget(self._asking)
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._stack, 1)
        self._rail_holder = QWidget()
        held = QVBoxLayout(self._rail_holder)
        held.setContentsMargins(0, 14, 16, 14)
        held.addWidget(self._rail)
        beside.addWidget(self._rail_holder)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(TopBar(self.shell))
        self._lock_banner = LockBanner(self.shell)
        right.addWidget(self._lock_banner)
        self._mirror_banner = MirrorBanner(self.shell)
        right.addWidget(self._mirror_banner)
        self._clock_banner = ClockBanner(self.shell)
        right.addWidget(self._clock_banner)
        right.addWidget(TroubleBanner(self.shell))
        right.addWidget(self._now)
        right.addLayout(asked)
        right.addLayout(beside, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.nav)
        middle.addLayout(right, 1)
        return middle

    @property
    def _halted(self) -> bool:
        """No page is there to go to."""
        return self._crashed or self._stopped is not None

    def _title(self) -> str:
        """Practice shows in the task bar too."""
        names = [self.shell.say("product-name")]
        if self.bridge.site.mode is Mode.PRACTICE:
            names.insert(0, self.shell.say("practice-banner"))
        return " · ".join(names)

    @property
    def page(self) -> Page:
        return self._pages[self._place.page]

    def go(self, place: Place) -> None:
        """Show a page, and on it what is asked for."""
        if self._halted:
            return
        if place.session and place.session in self.bridge.site.sessions:
            self.bridge.choose(place.session)
        self._place = place
        if place.page not in self._pages:
            made = PAGES[place.page](self.shell)
            self._pages[place.page] = made
            self._stack.addWidget(made)
        page = self._pages[place.page]
        self._rail_holder.setVisible(page.rail)
        self._now.setVisible(not page.rail)
        self._clock_banner.show_on(place.page)
        held = self.focusWidget()
        if held is not None:
            # Otherwise Qt looks for the next stop among all pages while the old one hides.
            held.clearFocus()
        self._stack.setCurrentWidget(page)
        self._stack.updateGeometry()
        self.nav.select(place.page)
        page.first.setFocus()
        page.go(place)

    def rebuild(self) -> None:
        """After a change of language or look; what stood there before goes, and its connections with it."""
        self.build()

    def crashed(self, file: Path | None) -> None:
        """Everything stops but the way back to what is saved."""
        self._crashed = True
        self.setCentralWidget(CrashPage(self.shell, file, self._reopen, self.close))

    def _reopen(self) -> None:
        if self.bridge.reopen() is not None:
            self.rebuild()

    def _stop(self, trouble: object) -> None:
        if isinstance(trouble, Trouble):
            self._stopped = trouble
            self.setCentralWidget(StopPage(self.shell, trouble))

    def _sign_in(self) -> None:
        self._asking.sign_in(self.page.first)

    def _leave(self) -> None:
        self.bridge.leave_desk()
        self.bridge.say(self.shell.say("desk-left"))

    def _go_on(self) -> None:
        """F2: to what is to be done now in the session that is shown."""
        if not self._halted:
            self._now.go_on()

    def _next_session(self) -> None:
        sessions = [plan.id for plan in self.bridge.today]
        if len(sessions) > 1 and self.bridge.session in sessions:
            self.bridge.choose(sessions[(sessions.index(self.bridge.session) + 1) % len(sessions)])

    def _scanned(self, code: str) -> None:
        """A scan goes to the page that is open where it can use it; otherwise a signed text is a room's report, and
        anything else finds a candidate."""
        if self._halted or self.page.scanned(code):
            return
        self.go(Place(PageName.REPORTS if code.count(".") == JWS_DOTS else PageName.CANDIDATES))
        self.page.scanned(code)

    def _fit(self) -> None:
        width = self.width()
        self.nav.narrow(on=width < NARROW_BELOW)
        self._rail.fit(WIDE if width >= WIDE_FROM else MIDDLE if width >= NARROW_BELOW else NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._halted:
            self._fit()
            self.toast.place()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return step(self, forward=forward) or super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Installed on the application: somebody is there."""
        if event.type() in _INPUT:
            self.bridge.touched()
        # Never hand `watched` on to Qt: of a widget in the making it may still be the wrapper of a dead one.
        return show_plain(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        asked = QMessageBox(self)
        asked.setWindowTitle(self.windowTitle())
        asked.setText(self.shell.say("closing-question"))
        yes = asked.addButton(self.shell.say("closing-yes"), QMessageBox.ButtonRole.AcceptRole)
        no = asked.addButton(self.shell.say("cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(no)
        asked.setEscapeButton(no)
        asked.setWindowModality(Qt.WindowModality.WindowModal)
        asked.exec()
        if asked.clickedButton() is yes:
            event.accept()
        else:
            event.ignore()
