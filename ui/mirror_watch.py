"""Keeps the mirror in step: a round in a lane of its own after every entry, and once a second where it was out."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.service.mirror import Follower, Mirroring
from app.trouble import Code, Trouble
from ui.lanes import Job, Lane, Progress

if TYPE_CHECKING:
    from ui.bridge import Bridge

_log = logging.getLogger(__name__)


class MirrorWatch(QObject):
    """`close` it before the store."""

    moved = Signal()
    """It follows, or stopped following: what is told of it is to be shown anew."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.mirroring = Mirroring(bridge.console)
        self.lag = 0
        """How many entries it lacked at the last look; what came a moment ago is on its way."""
        self._lane = Lane("mirror")
        self._under_way = self._closed = False
        bridge.ticked.connect(self.look)
        bridge.changed.connect(self._follow)

    def look(self) -> None:
        """Once a second."""
        self._show(self.mirroring.behind)
        self._follow()

    def close(self) -> None:
        """What is under way is waited for; where the mirror was in step, a last round takes over what came since."""
        self._bridge.ticked.disconnect(self.look)
        self._bridge.changed.disconnect(self._follow)
        self._closed = True
        self._lane.close()
        try:
            self.mirroring.finish()
        except Trouble as trouble:
            # The next opening finds the same, and says it to somebody.
            _log.warning("trouble: %s", trouble.code.value)

    def let_go(self) -> None:
        """Let go of the medium, whose mirror is to be erased; raises MIRROR_BUSY while a round is under way."""
        if self._under_way:
            raise Trouble(Code.MIRROR_BUSY)
        self.mirroring.close()

    def drill(self) -> Job[object] | None:
        """Read the mirror back whole, in its lane; None where none follows. Rounds wait meanwhile."""
        follower = self.mirroring.follower
        if follower is None or self._under_way:
            return None
        self._under_way = True
        job = self._lane.send(follower.drill)
        job.finished.connect(lambda _: self._drilled())
        job.failed.connect(partial(self._failed, follower))
        return job

    def _drilled(self) -> None:
        self._under_way = False
        self._follow()

    def _follow(self, _facts: object = ()) -> None:
        """A round, if one is due and none is under way."""
        if self._under_way or self._closed:
            return
        try:
            follower = self.mirroring.due()
        except Trouble as trouble:
            self._bridge.tell(trouble)
            return
        if follower is None:
            return
        self._under_way = True
        # Closing the window breaks off nothing but a first copy, which may be long; the next start goes on with it.
        work: Callable[[Progress], int] = (lambda _: follower.round()) if follower.going else follower.round
        job = self._lane.send(work)
        job.finished.connect(partial(self._done, follower))
        job.failed.connect(partial(self._failed, follower))

    def _done(self, follower: Follower, held: object) -> None:
        self._under_way = False
        if not isinstance(held, int):
            return
        try:
            self.mirroring.done(follower, held)
        except Trouble as trouble:
            self._bridge.tell(trouble)
        self._show(self.mirroring.behind)
        self._follow()

    def _failed(self, follower: Follower, error: object) -> None:
        self._under_way = False
        if not isinstance(error, Trouble):
            raise error if isinstance(error, BaseException) else TypeError(error)
        try:
            self.mirroring.failed(follower, error)
        except Trouble as trouble:
            self._bridge.tell(trouble)
        self._show(self.mirroring.behind)

    def _show(self, lag: int) -> None:
        if lag != self.lag:
            self.lag = lag
            self.moved.emit()
