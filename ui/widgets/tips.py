"""Tooltips as they are written: Qt takes what looks like markup for markup there, and cannot be told otherwise."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget


def show_plain(watched: QObject, event: QEvent) -> bool:
    """For an event filter: show what may look like markup by its signs; whether that was done."""
    if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent) or not isinstance(watched, QWidget):
        return False
    said = _said(watched, event.pos())
    if "<" not in said:
        return False
    QToolTip.showText(event.globalPos(), f'<span style="white-space: pre-wrap">{escape(said)}</span>', watched)
    return True


def _said(widget: QWidget, at: QPoint) -> str:
    view = widget.parent()
    if isinstance(view, QAbstractItemView) and widget is view.viewport():
        return str(view.indexAt(at).data(Qt.ItemDataRole.ToolTipRole) or "")
    return widget.toolTip()
