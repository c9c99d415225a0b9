"""Backups of kind R: what a room brings after its last session of the day, copied, read back, entered (DAT-08)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.core.operation import Operation, Refusal, Signer
from app.core.terms import RoomId
from app.service.console import Console
from app.service.keeping import Say, Target, Work, Written


@dataclass(frozen=True, slots=True)
class RoomBackingUp(Work):
    """One backup of a room's day under way."""

    room: RoomId
    day: date

    def write(self, say: Say) -> Written:
        raise NotImplementedError

    def seal(self, written: Written) -> bytes:
        raise NotImplementedError

    def _proved(self) -> None:
        raise NotImplementedError

    def _asked(self, written: Written) -> Operation:
        raise NotImplementedError


def begin_room_backup(
    console: Console, room: RoomId, day: date, source: Path, where: Target, *signers: Signer
) -> Refusal | RoomBackingUp:
    """What this room brings: its own signed file, or a folder of another system. Nothing is written yet."""
    raise NotImplementedError
