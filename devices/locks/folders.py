"""Software locks that lie side by side in one folder, each in a sub-folder of its own."""

from __future__ import annotations

from pathlib import Path

from devices.locks import contents
from devices.locks.software import FILE, SoftwareLock, seen
from devices.protocols import LockFault, LockKind, SeenLock


class SoftwareReader:
    """Reads the folder anew at every call: a lock is plugged in when its sub-folder is there."""

    def __init__(self, folder: Path, *, memory_kib: int = 65536) -> None:
        """`memory_kib` is what Argon2id takes for locks made here."""
        self._folder, self._memory_kib = folder, memory_kib

    def seen(self) -> tuple[SeenLock, ...]:
        return tuple(lock for _, lock in self._look())

    def open(self, serial: str, pin: str) -> SoftwareLock | LockFault:
        places = [folder for folder, lock in self._look() if lock.serial == serial]
        if len(places) != 1:
            return LockFault.DOUBLED if places else LockFault.REMOVED
        return SoftwareLock.open(places[0], pin)

    def provision(
        self,
        hardware: str,
        serial: str,
        kind: LockKind,
        pin: str,
        *,
        fresh: bool = False,
    ) -> SeenLock | LockFault:
        """Makes the sub-folder named as the lock."""
        place = self._folder / contents.serial(serial)
        if any(lock.serial == serial and folder != place for folder, lock in self._look()):
            return LockFault.DOUBLED
        if (place / FILE).exists() and not fresh:
            return LockFault.IN_SERVICE
        try:
            # The key file first: without it the rest is no lock.
            for path in ((place / FILE), *place.glob("*.object"), *place.glob("*.part")):
                path.unlink(missing_ok=True)
            lock = SoftwareLock.create(place, serial, kind, pin, memory_kib=self._memory_kib)
        except OSError:
            return LockFault.FULL
        return SeenLock(lock.serial, lock.kind, True, lock.point, "")

    def close(self) -> None:
        """Nothing is held open."""

    def _look(self) -> list[tuple[Path, SeenLock]]:
        try:
            folders = sorted(self._folder.iterdir())
        except OSError:
            return []
        return [(folder, lock) for folder in folders if (lock := seen(folder))]
