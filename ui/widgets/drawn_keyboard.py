"""A drawn keyboard on which every key lights up once it was pressed, so that those that do not work stay dark."""

from __future__ import annotations

from collections.abc import Generator
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look, rounded

_K = Qt.Key


class Where(Enum):
    """Which of several keys of one meaning."""

    MAIN = 0
    RIGHT = 1
    PAD = 2


Key = tuple[Qt.Key, Where]
_Cap = tuple[str, Qt.Key, float]


def _letters(signs: str) -> list[_Cap]:
    return [(sign, Qt.Key(ord(sign)), 1.0) for sign in signs]


def _numbered(first: int, last: int) -> list[_Cap]:
    return [(f"F{n}", Qt.Key(_K.Key_F1.value + n - 1), 1.0) for n in range(first, last + 1)]


_GAP: _Cap = ("", _K.Key_unknown, 0.5)
_MAIN: tuple[list[_Cap], ...] = (
    [
        ("Esc", _K.Key_Escape, 1.0),
        ("", _K.Key_unknown, 1.0),
        *_numbered(1, 4),
        _GAP,
        *_numbered(5, 8),
        _GAP,
        *_numbered(9, 12),
    ],
    [*_letters("`1234567890-="), ("Backspace", _K.Key_Backspace, 2.0)],
    [("Tab", _K.Key_Tab, 1.5), *_letters("QWERTYUIOP[]"), ("\\", _K.Key_Backslash, 1.5)],
    [("Caps", _K.Key_CapsLock, 1.75), *_letters("ASDFGHJKL;'"), ("Enter", _K.Key_Return, 2.25)],
    [("Shift", _K.Key_Shift, 2.25), *_letters("ZXCVBNM,./")],
    [
        ("Ctrl", _K.Key_Control, 1.25),
        ("Win", _K.Key_Meta, 1.25),
        ("Alt", _K.Key_Alt, 1.25),
        ("Space", _K.Key_Space, 6.25),
    ],
)
_RIGHT: dict[int, list[_Cap]] = {
    4: [("Shift", _K.Key_Shift, 2.75)],
    5: [
        ("Alt", _K.Key_Alt, 1.25),
        ("Win", _K.Key_Meta, 1.25),
        ("Menu", _K.Key_Menu, 1.25),
        ("Ctrl", _K.Key_Control, 1.25),
    ],
}
_MIDDLE: tuple[list[_Cap], ...] = (
    [("PrtSc", _K.Key_Print, 1.0), ("ScrLk", _K.Key_ScrollLock, 1.0), ("Pause", _K.Key_Pause, 1.0)],
    [("Ins", _K.Key_Insert, 1.0), ("Home", _K.Key_Home, 1.0), ("PgUp", _K.Key_PageUp, 1.0)],
    [("Del", _K.Key_Delete, 1.0), ("End", _K.Key_End, 1.0), ("PgDn", _K.Key_PageDown, 1.0)],
    [],
    [("", _K.Key_unknown, 1.0), ("\u2191", _K.Key_Up, 1.0)],
    [("\u2190", _K.Key_Left, 1.0), ("\u2193", _K.Key_Down, 1.0), ("\u2192", _K.Key_Right, 1.0)],
)
_PAD: tuple[list[_Cap], ...] = (
    [],
    [("Num", _K.Key_NumLock, 1.0), *_letters("/*-")],
    _letters("789+"),
    _letters("456"),
    [*_letters("123"), ("Enter", _K.Key_Enter, 1.0)],
    [("0", _K.Key_0, 2.0), (".", _K.Key_Period, 1.0)],
)
_WIDE, _HIGH, _MIDDLE_AT, _PAD_AT = 22.5, 6.25, 15.25, 18.5
# Of modifiers only the key's place tells left from right: codes of X11 and of Windows, none of which is a left one.
_RIGHT_CODES = frozenset({62, 105, 108, 134, 54, 285, 312, 348})
_MODIFIERS = frozenset({_K.Key_Shift, _K.Key_Control, _K.Key_Alt, _K.Key_Meta})
_SHIFTED = dict(zip('~!@#$%^&*()_+{}|:"<>?', "`1234567890-=[]\\;',./", strict=True))
_PAD_NAVIGATION = {
    _K.Key_Insert: _K.Key_0,
    _K.Key_End: _K.Key_1,
    _K.Key_Down: _K.Key_2,
    _K.Key_PageDown: _K.Key_3,
    _K.Key_Left: _K.Key_4,
    _K.Key_Clear: _K.Key_5,
    _K.Key_Right: _K.Key_6,
    _K.Key_Home: _K.Key_7,
    _K.Key_Up: _K.Key_8,
    _K.Key_PageUp: _K.Key_9,
    _K.Key_Delete: _K.Key_Period,
}
_ALIKE = {
    _K.Key_Backtab: _K.Key_Tab,
    _K.Key_AltGr: _K.Key_Alt,
    _K.Key_Super_L: _K.Key_Meta,
    _K.Key_Super_R: _K.Key_Meta,
}


_Drawn = tuple[Key, str, QRectF]


def _places() -> Generator[_Drawn, None, None]:
    """Every key with what stands on it and where it is, in key widths."""
    for number, caps in enumerate(_MAIN):
        x = yield from _line(0.0, number, caps, Where.MAIN)
        own = [(cap, Where.MAIN if cap[1] is _K.Key_Menu else Where.RIGHT) for cap in _RIGHT.get(number, ())]
        for cap, where in own:
            x = yield from _line(x, number, [cap], where)
        yield from _line(_MIDDLE_AT, number, _MIDDLE[number], Where.MAIN)
        yield from _line(_PAD_AT, number, _PAD[number], Where.PAD)


def _line(x: float, number: int, caps: list[_Cap], where: Where) -> Generator[_Drawn, None, float]:
    """Where the next key of the line goes is what it gives back."""
    y = number + (0.25 if number else 0.0)
    for text, key, width in caps:
        if key is not _K.Key_unknown:
            yield (key, where), text, QRectF(x, y, width, 1.0)
        x += width
    return x


def key_of(event: QKeyEvent) -> Key:
    """The drawn key that was pressed, whatever Shift made of it."""
    pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    key = Qt.Key(event.key())
    if pad or key is _K.Key_Enter:
        return _PAD_NAVIGATION.get(key, key), Where.PAD
    if key is _K.Key_NumLock:
        return key, Where.PAD
    key = _ALIKE.get(key, key)
    if key in _MODIFIERS:
        return key, Where.RIGHT if event.nativeScanCode() in _RIGHT_CODES else Where.MAIN
    if 0 < key.value < 128 and (plain := _SHIFTED.get(chr(key.value))):
        key = Qt.Key(ord(plain))
    return key, Where.MAIN


class DrawnKeyboard(QWidget):
    """Takes every key from `start` on, Tab and Escape too, until Escape is pressed twice or something is clicked.

    `pressed` comes with every key that had not been pressed yet, `ended` when keys are the program's again.
    """

    pressed = Signal()
    ended = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._keys = tuple(_places())
        self.known = frozenset(key for key, _, _ in self._keys)
        self.seen: set[Key] = set()
        self.on = False
        self._last: Qt.Key | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def start(self) -> None:
        """Anew: nothing was pressed yet."""
        self.seen.clear()
        self.on, self._last = True, None
        self.setFocus()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(min(width / _WIDE, 44) * _HIGH) + 4

    def sizeHint(self) -> QSize:
        return QSize(760, self.heightForWidth(760))

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def event(self, event: QEvent) -> bool:
        """Before Qt goes on to the next field, and before any shortcut."""
        if self.on and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if self.on and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.on:
            self.start()
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A key that opens a menu of the system takes the window away for a moment only.
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._end()

    def _press(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        key = key_of(event)
        twice = key[0] is _K.Key_Escape and self._last is _K.Key_Escape
        self._last = key[0]
        if key in self.known and key not in self.seen:
            self.seen.add(key)
            self.pressed.emit()
            self.update()
        if twice:
            self._end()

    def _end(self) -> None:
        if self.on:
            self.on = False
            self.update()
            self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        side = min(self.width() / _WIDE, 44)
        painter.setFont(look.font(max(8, min(12, int(side * 0.3)))))
        for key, text, place in self._keys:
            rect = QRectF(place.x() * side, place.y() * side, place.width() * side, side).adjusted(1, 1, -2, -2)
            lit = key in self.seen
            edge = look.colour("primary" if lit or self.on else "border2")
            rounded(painter, rect, 4, look.colour("primary" if lit else "surface2"), edge)
            painter.setPen(look.colour("on_primary" if lit else "text2"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
