"""What the works of safekeeping share: where their file goes, how far they are, and that nothing half done stays."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.core.media import unfit_to_carry
from app.core.operation import Operation, Refusal, Signer
from app.core.safe_state import NO_MEDIUM
from app.core.terms import Digest, MediumSerial
from app.exchange import backup, outbox
from app.service.console import Console
from app.service.folders import made
from app.service.media import on_medium
from app.trouble import Code, Trouble

Say = Callable[[int, int], None]
"""Told how many of how many bytes were taken; what it raises ends the work."""
Written = tuple[Digest, int]
"""Digest and size of the file as it was read back."""
_MARGIN = 1 << 20


def unheard(_done: int, _total: int) -> None:
    """Where nobody looks how far it is."""


@dataclass(frozen=True, slots=True)
class Target:
    """A folder, and the registered medium on which it lies; NO_MEDIUM for this machine's own disk."""

    folder: Path
    medium: MediumSerial = NO_MEDIUM


@dataclass(frozen=True, slots=True)
class Work(ABC):
    """One file with its sidecar under way: `write`, `seal`, `prove`, `enter`, each given what came before.

    `write` and `prove` are slow and belong to a lane; `seal` and `enter` to the desk. Whatever fails or is ended
    leaves no file behind.
    """

    console: Console
    signers: tuple[Signer, ...]
    where: Target
    path: Path

    @abstractmethod
    def write(self, say: Say) -> Written:
        """The file, written and read back; raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS."""

    @abstractmethod
    def seal(self, written: Written) -> bytes:
        """The sidecar, signed by the site lock where it is not signed yet; raises LOCK_REMOVED."""

    def prove(self, sidecar: bytes) -> None:
        """Write the sidecar and prove the file by it before it counts; raises COPY_DIFFERS."""
        with self._or_nothing():
            outbox.write_bytes(self._sidecar, sidecar)
            self._proved()

    def enter(self, written: Written) -> Refusal | Path:
        """Into the journal. Where a failed write leaves in doubt whether the entry stands, the file stays.

        Raises MEDIUM_UNREGISTERED where another medium is in its place by now, and FILE_MISSING.
        """
        self._still_there(written)
        refusal = self.console.submit(self._asked(written), *self.signers)
        if refusal is not None:
            self.discard()
            return refusal
        self.console.store.mark()
        return self.path

    def discard(self) -> None:
        """Take away what was written; a medium that is gone keeps what it has."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self._sidecar.unlink(missing_ok=True)

    @abstractmethod
    def _proved(self) -> None:
        """Raises what the finished file and its sidecar say."""

    @abstractmethod
    def _asked(self, written: Written) -> Operation:
        """What is entered."""

    @property
    def _sidecar(self) -> Path:
        return backup.sidecar_of(self.path)

    def _still_there(self, written: Written) -> None:
        # What lies on a medium that was put in meanwhile is not ours to remove.
        if self.where.medium:
            on_medium(self.console, self.path.parent, self.where.medium)
        # A link would be told as a copy of what lies elsewhere.
        if self.path.is_symlink() or not self.path.is_file() or self.path.stat().st_size != written[1]:
            raise Trouble(Code.FILE_MISSING, file=self.path.name)

    @contextmanager
    def _or_nothing(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.discard()
            raise


def done(work: Work) -> Refusal | Path:
    """All stages one after the other, where no lane is at hand."""
    written = work.write(unheard)
    work.prove(work.seal(written))
    return work.enter(written)


def ready(console: Console, where: Target) -> Refusal | None:
    """Whether this target takes a file: its medium is registered, here and not under seal; the folder is there then.

    Raises MEDIUM_UNREGISTERED where the folder lies on another medium, FILE_MISSING where it cannot be made.
    """
    if where.medium:
        if no := unfit_to_carry(console.site, where.medium):
            return no
        on_medium(console, _nearest(where.folder), where.medium)
    made(where.folder)
    return None


def _nearest(folder: Path) -> Path:
    """What is there of it: nothing is made on a medium before it is known."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())


def space_for(folder: Path, size: int, file: str) -> None:
    """Raises MEDIUM_SMALL where less is free than so many bytes and what wraps them."""
    needed = size + size // 1000 + _MARGIN
    try:
        free = shutil.disk_usage(folder).free
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=file) from cause
    if free < needed:
        raise Trouble(Code.MEDIUM_SMALL, file=file, needed=-(-needed >> 20), free=free >> 20)
