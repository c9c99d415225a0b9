"""The small parts every page is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.style import CONTROL
from ui.widgets.flow import Flow
from ui.widgets.scanner import LINE


def label(text: str, name: str = "", *, wrap: bool = True) -> QLabel:
    """`name` is a kind of the style sheet: H1, H2, Sub, Cap, Strong, Bad, Mono."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if name:
        made.setObjectName(name)
    return made


class Elided(QLabel):
    """One line that is cut with an ellipsis where it must be; the whole text is its tooltip."""

    def __init__(self, text: str = "", name: str = "") -> None:
        super().__init__()
        self.full = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        if name:
            self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tell(text)

    def tell(self, text: str) -> None:
        if text != self.full:
            self.full = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self._cut()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        around = self.width() - self.contentsRect().width()
        width = self.fontMetrics().horizontalAdvance(self.full) + around + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        width = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, width))


class Button(QPushButton):
    """Verb and noun. `kind` is "", "primary", "weak", "danger" or "link"; a page has one primary."""

    def __init__(self, look: Look, text: str, icon: str = "", kind: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        # Enter acts on it as the space bar does.
        self.setAutoDefault(True)
        if kind:
            self.setProperty("kind", kind)
        if icon:
            ink = {"primary": "on_primary", "weak": "primary", "danger": "bad", "link": "primary"}.get(kind, "text2")
            self.setIcon(look.icon(icon, ink))
            self.setIconSize(QSize(18, 18))
        self.setMinimumHeight(CONTROL if kind != "link" else 26)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def lead(self, look: Look, icon: str, *, leads: bool) -> None:
        """The next step is the one filled button."""
        kind = "primary" if leads else ""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.setIcon(look.icon(icon, "on_primary" if leads else "text2"))
            self.style().unpolish(self)
            self.style().polish(self)


def button(look: Look, text: str, does: Callable[[], object], icon: str = "", kind: str = "") -> Button:
    made = Button(look, text, icon, kind)
    made.clicked.connect(lambda _checked=False: does())
    return made


def card(*, across: bool = False, margins: tuple[int, int, int, int] = (16, 14, 16, 14)) -> tuple[QFrame, QBoxLayout]:
    """A white card and the layout inside it."""
    frame = QFrame()
    frame.setObjectName("Card")
    layout: QBoxLayout = QHBoxLayout(frame) if across else QVBoxLayout(frame)
    layout.setContentsMargins(*margins)
    layout.setSpacing(10)
    return frame, layout


def line(*, upright: bool = False) -> QFrame:
    made = QFrame()
    made.setObjectName("Line")
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def row(*things: QWidget | int | None, gap: int = 8) -> QHBoxLayout:
    """Side by side; a number is a space in pixels, None takes up what is left."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    for thing in things:
        if thing is None:
            made.addStretch(1)
        elif isinstance(thing, int):
            made.addSpacing(thing)
        else:
            made.addWidget(thing)
    return made


def flow(*widgets: QWidget, gap: int = 8) -> QWidget:
    """A wrapping row as a widget."""
    holder = QWidget()
    laid = Flow(gap, holder)
    for widget in widgets:
        laid.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


class Scrolled(QScrollArea):
    """Never narrower than what it holds."""

    def __init__(self) -> None:
        super().__init__()
        # What becomes wider becomes higher or lower too; to watch every event for it would cost far more.
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        # Qt's stubs know no null.
        inner, least = cast("QWidget | None", self.widget()), super().minimumSizeHint()
        if inner is None:
            return least
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(inner.minimumSizeHint().width() + bar, least.height())


def scrolled(inner: QWidget, name: str = "") -> QScrollArea:
    """Scrolls down only: widths always fit. With a name Tab stops at it, where nothing inside takes the focus."""
    area = Scrolled()
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setObjectName("Clear")
    inner.setObjectName("Clear")
    area.setWidget(inner)
    # QScrollArea turns this on for what it is given.
    inner.setAutoFillBackground(False)
    return area


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it."""
    while (item := layout.takeAt(0)) is not None:
        # Qt's stubs know no null.
        widget, inner = cast("QWidget | None", item.widget()), cast("QLayout | None", item.layout())
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


class Form(QGridLayout):
    """Labels above their fields or beside them; every field is named by its label."""

    def __init__(self, *, columns: int = 1) -> None:
        super().__init__()
        self._columns, self._next = columns, 0
        self._captions: dict[QWidget, QLabel] = {}
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(4)
        for column in range(columns):
            self.setColumnStretch(column, 1)

    def field(self, text: str, widget: QWidget, *, wide: bool = False) -> None:
        """A label over its field; `wide` takes the whole line."""
        if wide and self._next % self._columns:
            self._next += self._columns - self._next % self._columns
        line_number, column = divmod(self._next, self._columns)
        span = self._columns if wide else 1
        caption = label(text, "Cap")
        caption.setBuddy(widget)
        self._captions[widget] = caption
        widget.setAccessibleName(text)
        self.addWidget(caption, line_number * 2, column, 1, span)
        self.addWidget(widget, line_number * 2 + 1, column, 1, span)
        self._next += span

    def beneath(self, widget: QWidget) -> None:
        """Something that is no field, over the whole line."""
        line_number = -(-self._next // self._columns)
        self.addWidget(widget, line_number * 2, 0, 1, self._columns)
        self._next = (line_number + 1) * self._columns

    def show_field(self, widget: QWidget, *, on: bool) -> None:
        """With its label, or not at all."""
        widget.setVisible(on)
        self._captions[widget].setVisible(on)


def entry(placeholder: str = "", *, secret: bool = False, most: int = LINE) -> QLineEdit:
    """What is pasted beyond `most` signs is cut off."""
    made = QLineEdit()
    made.setMaxLength(most)
    made.setPlaceholderText(placeholder)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
    return made


def choice(options: Sequence[tuple[object, str]]) -> QComboBox:
    """Keys and texts; `currentData()` is the key."""
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    for key, text in options:
        made.addItem(text, key)
    return made


class Facts(QWidget):
    """A short list of names and values."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        empty(self._grid)
        for number, (name, value) in enumerate(facts):
            said = label(value)
            said.setAccessibleName(f"{name} {value}")
            said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self._grid.addWidget(label(name, "Cap", wrap=False), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, number, 1)
