"""Small tests of keyboard, mouse and display on this machine: they show, and a person judges."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import rounded
from ui.shell import Shell
from ui.widgets.drawn_keyboard import DrawnKeyboard
from ui.widgets.parts import button, flow, label
from ui.widgets.pill import draw_pill, pill_width


class Seen(StrEnum):
    """What a mouse can do; each value is the id of its word."""

    LEFT = "peripheral-left"
    MIDDLE = "peripheral-middle"
    RIGHT = "peripheral-right"
    DOUBLE = "peripheral-double"
    WHEEL_UP = "peripheral-wheel-up"
    WHEEL_DOWN = "peripheral-wheel-down"


_BUTTONS = {
    Qt.MouseButton.LeftButton: Seen.LEFT,
    Qt.MouseButton.MiddleButton: Seen.MIDDLE,
    Qt.MouseButton.RightButton: Seen.RIGHT,
}


class MouseField(QWidget):
    """Each of its marks lights up once the mouse did that on the field. `changed` comes with each."""

    changed = Signal()

    def __init__(self, shell: Shell, name: str) -> None:
        super().__init__()
        self._look = shell.look
        self._words = {one: shell.say(one.value) for one in Seen}
        self.seen: set[Seen] = set()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(420, 96)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._note(_BUTTONS.get(event.button()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._note(Seen.DOUBLE if event.button() is Qt.MouseButton.LeftButton else _BUTTONS.get(event.button()))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self._note(Seen.WHEEL_UP if turned > 0 else Seen.WHEEL_DOWN)
        event.accept()

    def _note(self, one: Seen | None) -> None:
        if one is not None and one not in self.seen:
            self.seen.add(one)
            self.changed.emit()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        rounded(painter, QRectF(self.rect()), 6, look.colour("surface2"), look.colour("border2"))
        x, y = 12.0, 14.0
        for one, word in self._words.items():
            lit = one in self.seen
            wide = pill_width(look, word)
            if x + wide > self.width() - 12 and x > 12:
                x, y = 12.0, y + 30
            tone, icon = ("ok", "circle-check") if lit else ("idle", "circle-dashed")
            draw_pill(painter, look, QPointF(x, y), icon, word, tone)
            x += wide + 10
        painter.end()


_WHITE, _BLACK = "#FFFFFF", "#000000"
_COLOURS = (_WHITE, _BLACK, "#FF0000", "#00FF00", "#0000FF")
_FRAME = QSize(1024, 768)
"""The smallest display that annex 5 allows for an exam machine."""


class ScreenTest(QWidget):
    """Fills the whole display with one colour after the other, then with a grid; a key or a click goes on.

    `passed` comes after the last one, not where somebody broke it off with Escape.
    """

    passed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._shell = shell
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(shell.say("peripheral-screen"))
        self.setAccessibleName(shell.say("peripheral-screen-how"))
        self.step = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not event.isAutoRepeat():
            self._next()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._next()
        event.accept()

    def _next(self) -> None:
        self.step += 1
        if self.step > len(_COLOURS):
            self.passed.emit()
            self.close()
        else:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.rect()
        if self.step < len(_COLOURS):
            painter.fillRect(area, QColor(_COLOURS[self.step]))
            ink = _WHITE if self.step in (1, 2, 4) else _BLACK
            if self.step == 0:
                self._tell(painter, ink, self._shell.say("peripheral-screen-how"))
        else:
            self._grid(painter)
        painter.end()

    def _grid(self, painter: QPainter) -> None:
        area, side = self.rect(), 32
        painter.fillRect(area, QColor(_WHITE))
        painter.setPen(QPen(QColor("#9AA7BA"), 1))
        for x in range(0, area.width(), side):
            painter.drawLine(x, 0, x, area.height())
        for y in range(0, area.height(), side):
            painter.drawLine(0, y, area.width(), y)
        painter.setPen(QPen(QColor(_BLACK), 2))
        painter.drawRect(0, 0, _FRAME.width() - 1, _FRAME.height() - 1)
        ratio = self.devicePixelRatioF()
        wide, high = round(area.width() * ratio), round(area.height() * ratio)
        self._tell(painter, _BLACK, self._shell.say("peripheral-grid", size=f"{wide}*{high}"))

    def _tell(self, painter: QPainter, ink: str, sentence: str) -> None:
        painter.setFont(self._shell.look.font(18, bold=True))
        painter.setPen(QColor(ink))
        where = QRectF(self.rect()).adjusted(40, 40, -40, -40)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), sentence)


class PeripheralTest(QWidget):
    """The three tests one below the other. `tried` comes when more was tried than before."""

    tried = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        say, look = shell.say, shell.look
        self.keys = DrawnKeyboard(look, say("peripheral-keyboard"))
        self.begin = button(look, say("peripheral-keyboard-begin"), self.keys.start, "player-play")
        self._count = label("", "Sub")
        self.keys.pressed.connect(self._tell)
        self.keys.ended.connect(self.begin.setFocus)
        self.mouse = MouseField(shell, say("peripheral-mouse"))
        self.mouse.changed.connect(self.tried)
        self.fill = button(look, say("peripheral-screen-begin"), self.show_screen, "device-desktop")
        self._size = label("", "Sub")
        self.screen_seen = False
        self.window_shown: ScreenTest | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        for title, note, parts in (
            (say("peripheral-keyboard"), say("peripheral-keyboard-how"), (flow(self.begin, self._count), self.keys)),
            (say("peripheral-mouse"), say("peripheral-mouse-how"), (self.mouse,)),
            (say("peripheral-screen"), say("peripheral-screen-note"), (flow(self.fill, self._size),)),
        ):
            outer.addWidget(label(title, "Strong"))
            outer.addWidget(label(note, "Cap"))
            for part in parts:
                outer.addWidget(part)
            outer.addSpacing(6)
        self._tell()

    def show_screen(self) -> None:
        """Over the whole display, on the screen where this window is."""
        shown = self.window_shown = ScreenTest(self._shell)
        shown.passed.connect(self._screen_passed)
        shown.setScreen(self.screen())
        shown.setGeometry(self.screen().geometry())
        shown.showFullScreen()

    def _screen_passed(self) -> None:
        self.screen_seen = True
        ratio, size = self.screen().devicePixelRatio(), self.screen().size()
        told = f"{round(size.width() * ratio)}*{round(size.height() * ratio)}"
        self._size.setText(self._shell.say("peripheral-screen-seen", size=told))
        self.fill.setFocus()
        self.tried.emit()

    def _tell(self) -> None:
        seen, every = len(self.keys.seen), len(self.keys.known)
        self._count.setText(self._shell.say("peripheral-keys", seen=seen, every=every))
        self.tried.emit()
