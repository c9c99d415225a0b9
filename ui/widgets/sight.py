"""What somebody is to look at next scrolls into sight, once it is laid out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

_AROUND = 16


class Sight(QObject):
    """Of several the last one counts most, where not all have room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted: tuple[QWidget, ...] = ()
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._scroll)

    def bring(self, *widgets: QWidget) -> None:
        self._wanted = widgets
        self._laid_out.start()

    def _scroll(self) -> None:
        # What has just come between is asked to take its place first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for widget in self._wanted:
            area = _around(widget) if isValid(widget) else None
            if area is not None:
                area.ensureWidgetVisible(widget, 0, _AROUND)
        self._wanted = ()


def _around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
