"""The spare machine put to work: which mirror, which lock, whose clock; and what the machine before still entered."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.operation import Refusal, Signer
from app.core.safe_state import Resumed
from app.core.terms import MediumSerial, Mode, SiteCode
from app.exchange import keyfile, outbox
from app.exchange.keyfile import KeyFile
from app.journal import codec
from app.journal.chain import Entry
from app.provisioning import LOCKS, asked_site_lock, locks_at
from app.rehearsal.ground import FOUNDED
from app.service import people, resume
from app.service.chronicle import line_of
from app.service.clock import Clock, PracticeClock, SiteClock
from app.service.console import Console
from app.service.mirror import place
from app.trouble import Code, Trouble
from app.views.journal import Line
from devices.media import FolderMedia, SystemMedia
from devices.protocols import Lock

AskPin = Callable[[], str]
_OUTSIDE = ("agency", LOCKS, "media")
"""What of a practice folder is no part of the lost machine."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What the spare machine goes on from: the last mirrored entry, and how it stands in the journal."""

    last: Line
    how: Resumed


def take_up(
    mirror: Path,
    data: Path,
    lock_folder: Path | None,
    modules: Sequence[Path],
    ask: AskPin,
    signed: Callable[[], Sequence[tuple[str, str]]],
) -> TakenUp | Refusal:
    """The day taken up in `data`; `signed` asks for code and PIN of two persons once everything else is at hand.

    Raises everything that mirror, lock and disk can say. A practice lock lies in `lock_folder`, or in `locks` of
    `data`; what else belongs to that practice goes along.
    """
    there = _mirror_in(mirror)
    file = _key_file(there)
    lock = _lock(file, lock_folder, data, modules, ask)
    clock = SiteClock() if file.mode is Mode.REAL else PracticeClock(FOUNDED, time.monotonic)

    def sign(console: Console) -> tuple[Signer, ...]:
        _catch_up(clock, console)
        if console.site.package is None:
            return (people.holder_of_lock(console),)
        return tuple(people.sign_with_pin(console, code, pin) for code, pin in signed())

    try:
        medium = _medium(there, file.mode)
        (data / "store").parent.mkdir(parents=True, exist_ok=True)
        done = resume.resume(there, data / "store", lock, medium, clock, sign)
        if isinstance(done, Refusal):
            return done
        how = done.site.safe.resumed[-1]
        (last,) = _lines(done.store.journal.part(how.entries, how.entries))
        done.store.close()
    finally:
        lock.close()
    if file.mode is Mode.PRACTICE and lock_folder:
        _carry(lock_folder.parent.parent, data)
    return TakenUp(last, how)


def later(old: Path, lock_folder: Path | None, modules: Sequence[Path], ask: AskPin) -> tuple[Line, ...]:
    """What the machine before entered after the day was taken up elsewhere, oldest first.

    `old`: its data folder, or its files as the stopped window exported them. Raises STORE_MISSING and everything that a
    lock and a store can say.
    """
    store = old if (old / keyfile.NAME).exists() else old / "store"
    lock = _lock(_key_file(store), lock_folder, store.parent, modules, ask)
    try:
        return _lines(resume.later(store, lock))
    finally:
        lock.close()


def _mirror_in(folder: Path) -> Path:
    """The mirror's own folder, also where the medium was named that holds one."""
    if (folder / keyfile.NAME).exists():
        return folder
    held = [one for one in folder.glob(place(Path(), SiteCode("*")).name) if (one / keyfile.NAME).exists()]
    if len(held) != 1:
        raise Trouble(Code.MIRROR_MISSING, file=str(folder))
    return held[0]


def _key_file(folder: Path) -> KeyFile:
    if not (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_MISSING, file=folder.parent.name)
    return keyfile.read(outbox.read_bytes(folder / keyfile.NAME, 1 << 16))


def _lock(file: KeyFile, folder: Path | None, data: Path, modules: Sequence[Path], ask: AskPin) -> Lock:
    reader = locks_at(folder.parent if folder else data / LOCKS, modules)
    try:
        return asked_site_lock(reader, file, ask)
    finally:
        reader.close()


def _medium(mirror: Path, mode: Mode) -> MediumSerial:
    """As the medium itself tells it; a practice stick is a folder."""
    media = FolderMedia(mirror.resolve().parent.parent) if mode is Mode.PRACTICE else SystemMedia()
    return MediumSerial(media.at(mirror).serial)


def _catch_up(clock: Clock, console: Console) -> None:
    """Practice time goes on from the last entry, so that it never ran back."""
    if isinstance(clock, PracticeClock) and console.last_entry:
        clock.advance(console.last_entry)


def _carry(old: Path, data: Path) -> None:
    """Agency, locks and sticks of a practice: they were never in the machine that is lost."""
    for name in _OUTSIDE:
        if (old / name).exists() and not (data / name).exists():
            shutil.move(old / name, data / name)


def _lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    return tuple(line_of(one, codec.decode(one.body, one.n)) for one in entries)
