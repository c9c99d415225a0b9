"""The mirror in a lane of its own, as under a window, without a window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from app.core.media import RegisterMedium
from app.core.mirror import BeginMirror, GoOnWithoutMirror
from app.core.safe_state import WaiverReason
from app.core.terms import MediumSerial, PersonId
from app.service.console import Console
from app.service.mirror import Follower, Mirroring
from app.trouble import Trouble
from devices.media import FolderMedia
from tests.stores import ADMIN, OFFICER

STICK = MediumSerial("M-1")


class Lane:
    """`look` between two steps at the desk; what the mirror is known to hold is told."""

    def __init__(self, console: Console, told: Callable[[int], None]) -> None:
        self._console, self._told = console, told
        self._mirroring = Mirroring(console)
        self._lane = ThreadPoolExecutor(1)
        self._round: tuple[Follower, Future[int]] | None = None

    def look(self) -> None:
        if self._round and self._round[1].done():
            self._end()
        if self._round is None and (follower := self._mirroring.due()):
            self._round = follower, self._lane.submit(follower.round)

    def _end(self) -> None:
        assert self._round
        (follower, running), self._round = self._round, None
        try:
            held = running.result()
        except Trouble as trouble:
            self._mirroring.failed(follower, trouble)
        else:
            self._mirroring.done(follower, held)
            self._told(held)

    def catch_up(self) -> None:
        """Wait for it where a gate does; where it is out, go on with a reason."""
        self.look()
        while self._round:
            self._end()
            self.look()
        if self._mirroring.behind:
            assert self._console.submit(GoOnWithoutMirror(WaiverReason.MEDIUM_FAULTY), ADMIN, OFFICER) is None

    def rest(self) -> None:
        """Until the round that runs is over; its outcome counts for nothing any more."""
        if self._round:
            self._round[1].exception()
            self._round = None

    def close(self) -> None:
        self.rest()
        self._lane.shutdown()
        self._mirroring.close()


def begin_mirror(console: Console, media: Path) -> None:
    """On the stick of this name in `media`, from now on."""
    (media / STICK).mkdir(parents=True, exist_ok=True)
    console.media = FolderMedia(media)
    if console.site.safe.mirror is None:
        for operation in (RegisterMedium(STICK, "1", PersonId("A01"), read=True), BeginMirror(STICK)):
            assert console.submit(operation, ADMIN) is None
