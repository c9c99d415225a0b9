"""The navigation: pages in their groups, and who is at the desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.core.arrangement import PackageTakenIn
from app.core.operation import Fact
from ui.shell import PageName, Shell
from ui.style import NAV_NARROW, NAV_WIDTH, TOP_BAR
from ui.widgets.parts import Elided, row, scrolled

GROUPS: tuple[tuple[str, tuple[tuple[PageName, str], ...]], ...] = (
    (
        "nav-exam-day",
        (
            (PageName.OVERVIEW, "layout-dashboard"),
            (PageName.ROOM, "armchair"),
            (PageName.CANDIDATES, "users"),
            (PageName.REPORTS, "clipboard-check"),
            (PageName.TRANSFERS, "transfer"),
            (PageName.FAULTS, "tool"),
            (PageName.CONDUCT, "writing-sign"),
            (PageName.DELAYS, "hourglass"),
            (PageName.STANDALONE, "device-laptop"),
        ),
    ),
    (
        "nav-before",
        (
            (PageName.READINESS, "list-check"),
            (PageName.HARDWARE, "device-desktop"),
            (PageName.ARRANGEMENT, "list-details"),
            (PageName.AUTHORITY, "key"),
            (PageName.DUTY, "calendar-user"),
        ),
    ),
    (
        "nav-after",
        (
            (PageName.CLOSING, "flag"),
            (PageName.RECORDS, "printer"),
            (PageName.SAFEKEEPING, "device-floppy"),
            (PageName.EXCEPTIONS, "alert-triangle"),
        ),
    ),
    (
        "nav-system",
        (
            (PageName.JOURNAL, "history"),
            (PageName.PEOPLE, "user-check"),
            (PageName.CLOCK, "clock"),
            (PageName.RULEBOOK, "book"),
            (PageName.SETTINGS, "settings"),
        ),
    ),
)
_LATER = (
    PageName.STANDALONE,
    PageName.CONDUCT,
    PageName.EXCEPTIONS,
    PageName.READINESS,
    PageName.HARDWARE,
    PageName.DUTY,
)
"""Pages that came after hands had learned the keys of the others."""
_BESIDE = 68
"""Pixels that the icon, the edges and the scroll bar take beside a page's name."""
_LISTED = tuple(page for _, pages in GROUPS for page, _ in pages)
_KEYS = (
    *(f"Ctrl+{number}" for number in range(1, 10)),
    *(f"Alt+{number}" for number in range(1, 10)),
    "Alt+0",
    "Ctrl+0",
    "F6",
    "F7",
    "F8",
)
SHORTCUTS: dict[PageName, str] = dict(
    zip((*(page for page in _LISTED if page not in _LATER), *_LATER), _KEYS, strict=True)
)


class Nav(QFrame):
    """`picked` carries a PageName; `desk` asks for the sign-in form, `lock` and `leave` end it."""

    picked = Signal(object)
    desk = Signal()
    lock = Signal()
    leave = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setObjectName("Nav")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        self._group = QButtonGroup(self)
        self._buttons: dict[PageName, QToolButton] = {}
        self._wide_only: list[Elided] = []
        pages = QWidget()
        listed = QVBoxLayout(pages)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.setSpacing(0)
        for group, entries in GROUPS:
            caption = Elided(shell.say(group), "NavGroup")
            self._wide_only.append(caption)
            listed.addWidget(caption)
            for page, icon in entries:
                listed.addWidget(self._button(page, icon))
        listed.addStretch(1)
        self._pages = scrolled(pages)
        outer.addWidget(self._pages, 1)
        outer.addWidget(self._foot())
        self.narrow(on=False)
        shell.bridge.changed.connect(self._site_changed)

    def _head(self) -> QWidget:
        shell = self._shell
        head = QWidget()
        head.setFixedHeight(TOP_BAR)
        mark = QLabel()
        mark.setPixmap(shell.look.pixmap("shield-lock", "nav_mark", 28))
        names = QVBoxLayout()
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(Elided(shell.say("product-name"), "Brand"))
        self._site = Elided()
        names.addWidget(self._site)
        names.addStretch(1)
        self._brand = QWidget()
        self._brand.setLayout(names)
        laid = row(mark, self._brand, gap=8)
        laid.setContentsMargins(14, 0, 4, 0)
        laid.setStretch(1, 1)
        head.setLayout(laid)
        return head

    def _button(self, page: PageName, icon: str) -> QToolButton:
        look, name = self._shell.look, self._shell.say(f"page-{page}")
        made = QToolButton()
        made.setAccessibleName(name)
        made.setToolTip(self._shell.say("nav-shortcut", page=name, keys=SHORTCUTS[page]))
        made.setCheckable(True)
        picture = QIcon(look.pixmap(icon, "nav_text", 20))
        picture.addPixmap(look.pixmap(icon, "nav_head", 20), QIcon.Mode.Normal, QIcon.State.On)
        made.setIcon(picture)
        made.setIconSize(QSize(20, 20))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _checked=False: self.picked.emit(page))
        made.installEventFilter(self)
        self._group.addButton(made)
        self._buttons[page] = made
        return made

    def _foot(self) -> QWidget:
        look = self._shell.look
        self._who, self._role = Elided("", "Person"), Elided("")
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 4, 0, 4)
        texts.setSpacing(0)
        texts.addWidget(self._who)
        texts.addWidget(self._role)
        self._desk = QWidget()
        self._desk.setLayout(texts)
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(4, 4, 4, 0)
        outer.setSpacing(2)
        inner = row(self._desk)
        inner.setContentsMargins(12, 0, 8, 0)
        outer.addLayout(inner)
        self._sign, self._lock, self._leave = QToolButton(), QToolButton(), QToolButton()
        for made, icon, signal in (
            (self._sign, "login", self.desk),
            (self._lock, "lock", self.lock),
            (self._leave, "logout", self.leave),
        ):
            made.setIcon(look.icon(icon, "nav_text", 20))
            made.setIconSize(QSize(20, 20))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            made.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self._tools = QWidget()
        self._tools_row = row(self._sign, self._lock, self._leave, gap=0)
        self._tools_row.setContentsMargins(0, 0, 0, 0)
        self._tools.setLayout(self._tools_row)
        outer.addWidget(self._tools)
        return holder

    def show_desk(self) -> None:
        """Which site this is; who operates, by name and role, or that nobody does."""
        shell, bridge = self._shell, self._shell.bridge
        operator, site = bridge.operator, bridge.site
        self._site.tell(f"{site.code} {site.package.plan.name}" if site.package else site.code)
        self._who.tell(bridge.console.directory.staff_name(operator.id) if operator else shell.say("desk-nobody"))
        role = "" if operator is None else shell.say("desk-locked") if bridge.locked else shell.word(operator.role)
        self._role.tell(role)
        sign = shell.say("desk-sign-in") if not bridge.signed_in else shell.say("desk-hand-over")
        for made, text in (
            (self._sign, sign),
            (self._lock, shell.say("desk-lock")),
            (self._leave, shell.say("desk-leave")),
        ):
            made.setAccessibleName(text)
            made.setToolTip(text)
        self._sign.setToolTip(f"{self._who.full} · {sign}")
        self._sign.setText(f"\u2002{sign}")
        wide = self.width() > NAV_NARROW
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._sign.setToolButtonStyle(beside if wide and not operator else Qt.ToolButtonStyle.ToolButtonIconOnly)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._tools_row.setDirection(across if wide else down)
        self._lock.setVisible(bridge.signed_in)
        self._leave.setVisible(operator is not None)

    def _site_changed(self, facts: tuple[Fact, ...]) -> None:
        if any(isinstance(fact, PackageTakenIn) for fact in facts):
            self.show_desk()

    def select(self, page: PageName) -> None:
        self._buttons[page].setChecked(True)
        self._pages.ensureWidgetVisible(self._buttons[page], 0, 4)

    def narrow(self, *, on: bool) -> None:
        """Icons only; names stand in the tooltips."""
        self.setProperty("narrow", on)
        self.setFixedWidth(NAV_NARROW if on else NAV_WIDTH)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if on else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for made in self._buttons.values():
            made.setToolButtonStyle(style)
        # The scroll area asked for their sizes before they stood in the navigation.
        for styled in (*self._buttons.values(), *self._wide_only):
            styled.style().unpolish(styled)
            styled.style().polish(styled)
        for made in self._buttons.values():
            self._name(made)
        for widget in (*self._wide_only, self._brand, self._desk):
            widget.setVisible(not on)
        self.show_desk()

    @staticmethod
    def _name(made: QToolButton) -> None:
        """What is too long ends in an ellipsis: Qt would take it out of the middle, where no word is left whole."""
        name = f"\u2002{made.accessibleName()}"
        made.setText(made.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAV_WIDTH - _BESIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens a page as the space bar does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, QToolButton):
            key = event.key()  # type: ignore[attr-defined]  # a key press is a QKeyEvent
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
        return False
