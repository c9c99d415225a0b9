"""The answering station: who it is, the packages it holds, and the one that is open."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from app.core.terms import Digest, ExamId, Mode, SiteCode, Ticket
from app.crypto import codes
from app.crypto.codes import Mistyped
from app.crypto.standalone import store_key
from app.exchange import outbox, standalone, standalone_return, station_request, strict
from app.exchange.standalone import Held, Keys
from app.exchange.station_request import StationRequest
from app.journal.database import OnlyOne
from app.machine_clock import Machine
from app.station import packages
from app.station.answering import Answering, Ground
from app.station.host import Host, this_host
from app.station.packages import Package, State
from app.station.records import HandedIn
from app.station.station_file import NAME, Noted, StationFile, StationKeys, keys_of
from app.station.taking_up import station_file
from app.station.tries import Tries
from app.station.two_folders import Failing, Place, TwoFolders
from app.station.two_journals import TwoJournals
from app.trouble import Code, Trouble
from app.version import version

__all__ = ["Failing", "Mistyped", "Package", "Place", "State", "Station"]

_IN_USE = "in-use"
_UNLOCKING = "unlock"


class Station:
    """Open while its window is; `failing` names a place that did not take a file of the station itself."""

    def __init__(
        self, folders: TwoFolders, file: StationFile, keys: StationKeys, clock: Machine, held: ExitStack
    ) -> None:
        """As `take_up` makes it; `held` lets go of the places."""
        self.clock = clock
        self._folders, self._file, self._keys, self._held = folders, file, keys, held
        self._tries = Tries(self.folder, clock)
        self._open: Answering | None = None

    @classmethod
    def take_up(
        cls, folder: Path, second: Path | None, mode: Mode, clock: Machine, host: Host | None = None
    ) -> Station:
        """The station in this folder, made where there is none yet; the second place is beside it unless named.

        Raises STORE_IN_USE, MACHINE_WRONG, MODE_WRONG, STATION_DAMAGED, PLACES_APART; FILE_MISSING or MEDIUM_FULL
        where it can be written nowhere.
        """
        host = host or this_host()
        folders = TwoFolders(folder, second or folder.with_name(f"{folder.name}-second"))
        with ExitStack() as held:
            for place in Place:
                _only_one(folders, place, held)
            file = station_file(folders, mode, host)
            station = cls(folders, file, keys_of(file, host), clock, held.pop_all())
        return station

    @property
    def mode(self) -> Mode:
        return self._file.mode

    @property
    def machine(self) -> str:
        return self._file.machine

    @property
    def fingerprint(self) -> str:
        return self._keys.signing.public.thumbprint

    @property
    def folder(self) -> Path:
        return self._folders.roots[Place.FIRST]

    @property
    def second(self) -> Path:
        return self._folders.roots[Place.SECOND]

    @property
    def same_device(self) -> bool:
        return self._folders.same_device

    @property
    def failing(self) -> Failing | None:
        failing = self._folders.failing
        return next((Failing(one, self._folders.roots[one], failing[one]) for one in Place if one in failing), None)

    def request(self) -> bytes:
        return station_request.write(
            StationRequest(
                mode=self.mode,
                exam=ExamId(""),
                site=SiteCode(""),
                issued_at=self._now(),
                serial=self.fingerprint[:8],
                machine=self.machine,
                recipient=str(self._keys.identity.to_public()),
                key=self._keys.signing.public.jwk,
                program=version(),
            ),
            self._keys.signing,
        )

    def _now(self) -> datetime:
        return self.clock.wall().replace(microsecond=0)

    def write_request(self, folder: Path) -> Path:
        """Over an older request of this station, beside one of a machine of the same name.

        Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS.
        """
        number, path = 1, folder / f"{self.machine}{station_request.SUFFIX}"
        while path.exists() and not self._ours(path):
            number += 1
            path = folder / f"{self.machine}-{number}{station_request.SUFFIX}"
        outbox.write_bytes(path, self.request())
        return path

    def _ours(self, path: Path) -> bool:
        try:
            content = outbox.read_bytes(path, station_request.LONGEST)
            return station_request.read(content, self.mode).key == self._keys.signing.public.jwk
        except Trouble:
            return False

    # Packages.

    @property
    def held(self) -> tuple[Package, ...]:
        return tuple(packages.shown(noted) for noted in self._file.packages if not noted.replaced)

    def take(self, path: Path) -> Package:
        """Check and keep a package; one taken before is simply shown again.

        Raises PACKAGE_OLDER, PACKAGE_OPEN and what packages can say.
        """
        sealed = outbox.read_bytes(path, standalone.LONGEST)
        held = self._read(sealed, path.name)
        if known := next((noted for noted in self._file.packages if noted.digest == held.digest), None):
            if known.replaced:
                raise self._older(known)
            return packages.shown(known)
        before = [noted for noted in self._file.packages if not noted.replaced and _alike(noted, held)]
        for noted in before:
            if noted.manifest.number >= held.manifest.number:
                raise Trouble(Code.PACKAGE_OLDER, held=noted.manifest.number, found=held.manifest.number)
            if noted.under_way:
                raise Trouble(Code.PACKAGE_OPEN, package=noted.manifest.package)
        self._folders.write(packages.file_of(held.digest), sealed)
        taken = Noted(held.digest, held.manifest)
        older = tuple(
            msgspec.structs.replace(noted, replaced=noted in before and not noted.returned)
            if noted in before
            else noted
            for noted in self._file.packages
        )
        self._save(msgspec.structs.replace(self._file, packages=(*older, taken)))
        return packages.shown(taken)

    def _read(self, sealed: bytes, name: str) -> Held:
        return standalone.read(sealed, self._keys.identity, name, self.mode, self.machine, self.fingerprint)

    def _older(self, noted: Noted) -> Trouble:
        newest = max(one.manifest.number for one in self._file.packages if _same(one, noted))
        return Trouble(Code.PACKAGE_OLDER, held=newest, found=noted.manifest.number)
