"""Keeps the emergency paper copy fresh: looked at once a second, drawn and written in a lane of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.service.fallback import DrawFallback, PaperFallback
from app.trouble import Trouble
from ui.lanes import Lane

if TYPE_CHECKING:
    from ui.bridge import Bridge


class FallbackWatch(QObject):
    """No printer and no backup holds it up; `close` it before the store."""

    def __init__(self, bridge: Bridge, data: Path, draw: DrawFallback) -> None:
        super().__init__(bridge)
        self._bridge, self._draw = bridge, draw
        self.paper = PaperFallback(bridge.console, data)
        self._lane = Lane("paper")
        self._writing = False
        bridge.ticked.connect(self.look)

    def look(self) -> None:
        """Writes a copy, if one is due and none is being written."""
        if self._writing or (copy := self.paper.due()) is None:
            return
        self._writing, draw = True, self._draw
        job = self._lane.send(lambda _: copy.write(draw))
        job.finished.connect(self._done)
        job.failed.connect(self._failed)

    def close(self) -> None:
        """What is being written is written to its end."""
        self._bridge.ticked.disconnect(self.look)
        self._lane.close()

    def _done(self) -> None:
        self._writing = False
        self.paper.done()

    def _failed(self, error: BaseException) -> None:
        self._writing = False
        if not isinstance(error, Trouble):
            raise error
        if new := self.paper.failed(error):
            self._bridge.tell(new)
