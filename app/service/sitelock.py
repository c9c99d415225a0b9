"""The site lock as the service sees it: outcomes become Trouble, the point becomes a key, heads are noted on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import msgspec

from app.core.terms import LockSerial, Mode, SiteCode
from app.exchange import strict
from app.exchange.signed import PublicKey, p256_jwk
from app.journal.chain import Mark
from app.trouble import Code, Trouble
from devices.protocols import GONE, Lock, LockFault

SHARE = "share"
_HEADS = ("head-a", "head-b")
_EPOCH = "epoch"
Answer = TypeVar("Answer")
_CODES = {
    LockFault.WRONG_PIN: Code.WRONG_PIN,
    LockFault.PIN_BLOCKED: Code.PIN_BLOCKED,
    LockFault.FULL: Code.LOCK_FULL,
    LockFault.DAMAGED: Code.LOCK_DAMAGED,
    LockFault.IN_SERVICE: Code.LOCK_IN_SERVICE,
    LockFault.DOUBLED: Code.LOCK_DOUBLED,
}


class _HeadNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a lock keeps of a journal."""

    mode: Mode
    site: SiteCode
    n: int
    head: str


class EpochNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which machine keeps the site's record since when: it took the day up after entry `n` of the one before.

    `head`: of the entry after that one, with which it did, in hex; a journal that lacks it is another machine's.
    """

    mode: Mode
    site: SiteCode
    epoch: int
    machine: str
    since: datetime
    n: int
    head: str

    @property
    def mark(self) -> Mark:
        """The entry with which the day was taken up."""
        return Mark(self.n + 1, bytes.fromhex(self.head))


@dataclass(frozen=True, slots=True)
class LockKey:
    """A lock as something that signs documents."""

    lock: Lock

    @property
    def serial(self) -> LockSerial:
        return LockSerial(self.lock.serial)

    @property
    def public(self) -> PublicKey:
        return PublicKey.read(p256_jwk(self.lock.point))

    def sign(self, message: bytes) -> bytes:
        return worked(self.lock.sign(message))


def worked(answer: Answer | LockFault) -> Answer:
    """The answer of a lock; raises what it says where it is a fault."""
    if not isinstance(answer, LockFault):
        return answer
    if answer in GONE:
        raise Trouble(Code.LOCK_REMOVED, reason=answer.value)
    raise Trouble(_CODES[answer])


def note_head(lock: Lock, mode: Mode, site: SiteCode, mark: Mark) -> None:
    """Write the head into the older of two objects: pulled at any instant, the lock still holds one whole note."""
    notes = {label: _note(lock, label) for label in _HEADS}
    older = min(_HEADS, key=lambda label: _number(notes[label]))
    worked(lock.write(older, strict.encode(_HeadNote(mode, site, mark.n, mark.head.hex()))))


def note_head_alone(lock: Lock, mode: Mode, site: SiteCode, mark: Mark) -> None:
    """Write the head into both objects: what the lock remembered of another course of the journal is over."""
    for label in _HEADS:
        worked(lock.write(label, strict.encode(_HeadNote(mode, site, mark.n, mark.head.hex()))))


def note_epoch(lock: Lock, note: EpochNote) -> None:
    worked(lock.write(_EPOCH, strict.encode(note)))


def noted_epoch(lock: Lock, mode: Mode, site: SiteCode) -> EpochNote | None:
    """None where no other machine ever took up a day of this site with this lock; a damaged note stops."""
    content = worked(lock.read(_EPOCH))
    note = strict.decode(content, EpochNote, _EPOCH) if content is not None else None
    return note if note and (note.mode, note.site) == (mode, site) else None


def noted_heads(lock: Lock) -> tuple[Mark, ...]:
    """What the lock remembers of the journal, oldest first; a damaged note counts for nothing, a foreign one stops."""
    notes = [note for label in _HEADS if (note := _note(lock, label))]
    return tuple(sorted(Mark(note.n, bytes.fromhex(note.head)) for note in notes))


def _number(note: _HeadNote | None) -> int:
    return note.n if note else -1


def _note(lock: Lock, label: str) -> _HeadNote | None:
    content = lock.read(label)
    if isinstance(content, LockFault):
        if content is LockFault.DAMAGED:
            return None
        worked(content)
    return strict.decode(content, _HeadNote, label) if isinstance(content, bytes) else None
