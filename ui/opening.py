"""What the composition root hands the window: an open console, and what the screens may not choose themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.core.terms import ApplicationNo, RoomId, SessionId
from app.crypto.codes import Purpose
from app.service.arrangement import Missing
from app.service.clock import PracticeClock
from app.service.console import Console
from app.service.escort import DrawEscort
from app.service.fallback import DrawFallback
from app.service.lock_tries import LockTries
from app.service.records import DrawRecord
from app.service.rooms import DrawRelease
from app.service.site_sheets import DrawSheet
from app.service.working_papers import DrawPaper
from devices.protocols import LockReader


class Practice(Protocol):
    """The outside world of a practice day. Each file that it brings lies in `inbox` before its path is returned.

    Every call may raise Trouble; none of them submits anything.
    """

    @property
    def console(self) -> Console: ...

    @property
    def clock(self) -> PracticeClock:
        """It runs on by itself; `advance` moves it forward."""
        ...

    @property
    def folder(self) -> Path: ...

    @property
    def inbox(self) -> Path: ...

    def next_moment(self) -> datetime | None:
        """The next time of the plan worth moving the clock to; None after the last one."""
        ...

    def confirmation_code(self) -> str: ...

    def start_authorization(self, session: SessionId) -> Path: ...

    def code(self, purpose: Purpose, session: SessionId, subject: str, minutes: int, asked: ApplicationNo) -> str:
        """An authorization code as the province reads it out; its ledger has it. Minutes are 1 to 60."""
        ...

    def directive(self, session: SessionId, rooms: tuple[RoomId, ...]) -> Path:
        """The ministry lets these rooms start within the hour."""
        ...

    def room_report(self, session: SessionId, room: RoomId) -> Path:
        """The room's counts at this moment; the tickets of those who stayed away once entry has closed."""
        ...

    def room_results(self, session: SessionId) -> tuple[Path, ...]:
        """Empty where no room owes one."""
        ...

    def receipt(self, session: SessionId) -> Path | None:
        """None where no backup waits for one."""
        ...


@dataclass(frozen=True, slots=True)
class Tools:
    """How forms are drawn, and which characters of a name no font of ours has."""

    draw_record: DrawRecord
    draw_sheet: DrawSheet
    draw_release: DrawRelease
    draw_paper: DrawPaper
    draw_escort: DrawEscort
    missing: Missing
    draw_fallback: DrawFallback


@dataclass(frozen=True, slots=True)
class Opening:
    """All that the window is opened with. Whoever opened `console` closes its store after the window has gone.

    `folder`: settings, log and crash files of this machine. `data`: the folder that the store lies in, with `backups`,
    `records` and `releases` beside it. `practice`: None where nobody plays the outside world.
    """

    console: Console
    folder: Path
    data: Path
    tools: Tools
    practice: Practice | None
    locks: LockReader
    """Where locks are plugged in at this machine; closed by whoever opened it."""
    tries: LockTries
    usb_changed: Callable[[], bool] | None = None
    """A hint that something was plugged or pulled; None where no token is used."""
