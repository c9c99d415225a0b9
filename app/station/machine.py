"""The answering station: who it is, the packages it holds, and the one that is open."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from app.core.terms import Digest, ExamId, Mode, SiteCode, Ticket
from app.crypto import codes
from app.crypto.codes import Mistyped
from app.crypto.standalone import store_key
from app.exchange import outbox, standalone, standalone_return, station_request, strict
from app.exchange.standalone import Held, Keys
from app.exchange.station_request import StationRequest
from app.machine_clock import Machine
from app.station.answering import Answering, Ground
from app.station.host import Host, this_host
from app.station.packages import Package, State, file_of, lies_in, return_of, shown
from app.station.records import HandedIn
from app.station.station_file import NAME, Noted, StationFile, StationKeys, keys_of
from app.station.taking_up import only_one, station_file
from app.station.tries import Tries
from app.station.two_folders import Failing, Place, TwoFolders
from app.station.two_journals import TwoJournals
from app.trouble import Code, Trouble
from app.version import version

__all__ = ["Failing", "Mistyped", "Package", "Place", "State", "Station"]

_UNLOCKING = "unlock"


class Station:
    """Open while its window is."""

    def __init__(self, folders: TwoFolders, file: StationFile, keys: StationKeys, clock: Machine) -> None:
        """As `take_up` makes it."""
        self.clock = clock
        self._folders, self._file, self._keys = folders, file, keys
        self._tries = Tries(self.folder, clock)
        self._places = ExitStack()
        self._open: Answering | None = None

    @classmethod
    def take_up(
        cls, folder: Path, second: Path | None, mode: Mode, clock: Machine, host: Host | None = None
    ) -> Station:
        """The station in this folder, made where there is none yet; the second place is beside it unless named.

        Raises STORE_IN_USE, MACHINE_WRONG, MODE_WRONG, STATION_DAMAGED, PLACES_APART; FILE_MISSING or MEDIUM_FULL
        where it can be written in neither place.
        """
        host = host or this_host()
        with suppress(OSError):  # what cannot be made is failing, and said to be
            folder.parent.mkdir(parents=True, exist_ok=True)
        folders = TwoFolders(folder, second or folder.with_name(f"{folder.name}-second"))
        with ExitStack() as held:
            only_one(folders, held)
            file = station_file(folders, mode, host)
            station = cls(folders, file, keys_of(file, host), clock)
            station._places = held.pop_all()
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
        """A place that did not take the station's own file, a package or a return."""
        return self._folders.failed(self._folders.failing)

    def request(self) -> bytes:
        request = StationRequest(
            mode=self.mode,
            exam=ExamId(""),
            site=SiteCode(""),
            issued_at=self.clock.wall().replace(microsecond=0),
            serial=self.fingerprint[:8],
            machine=self.machine,
            recipient=str(self._keys.identity.to_public()),
            key=self._keys.signing.public.jwk,
            program=version(),
        )
        return station_request.write(request, self._keys.signing)

    def write_request(self, folder: Path) -> Path:
        """Over an older request of this station, but beside that of another one with the same name.

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
            found = station_request.read(outbox.read_bytes(path, station_request.LONGEST), self.mode)
        except Trouble:
            return False
        return found.key == self._keys.signing.public.jwk

    @property
    def held(self) -> tuple[Package, ...]:
        """The newest last, without those that a newer number replaced."""
        return tuple(shown(noted) for noted in self._file.packages if not noted.replaced)

    def take(self, path: Path) -> Package:
        """Check and keep a package; one that is held already is simply shown.

        Raises PACKAGE_OLDER, PACKAGE_OPEN and what packages can say.
        """
        sealed = outbox.read_bytes(path, standalone.LONGEST)
        held = self._proved(sealed, path.name)
        alike = [noted for noted in self._file.packages if _whose(noted) == _whose(held)]
        for noted in alike:
            if noted.digest == held.digest and not noted.replaced:
                return shown(noted)
            if noted.manifest.number >= held.manifest.number:
                raise self._older(noted, held)
            if noted.under_way:
                raise Trouble(Code.PACKAGE_OPEN, package=noted.manifest.package)
        self._folders.write(file_of(held.digest), sealed)
        taken = Noted(held.digest, held.manifest)
        before = (replace(one, replaced=one in alike and not one.returned) for one in self._file.packages)
        self._save(replace(self._file, packages=(*before, taken)))
        return shown(taken)

    def _proved(self, sealed: bytes, name: str) -> Held:
        return standalone.read(sealed, self._keys.identity, name, self.mode, self.machine, self.fingerprint)

    def _older(self, noted: Noted, held: Held | Noted) -> Trouble:
        newest = max(one.manifest.number for one in self._file.packages if _whose(one) == _whose(noted))
        return Trouble(Code.PACKAGE_OLDER, held=newest, found=held.manifest.number)

    @property
    def unlock_waits(self) -> int:
        """Seconds until the next try; 0 for at once."""
        return self._tries.waits(_UNLOCKING)

    def unlock(self, package: Package | Digest, ticket: str, code: str, id_number: str) -> Answering | Mistyped:
        """Begin, go on, or see what was handed in. The one that was open before is closed.

        Raises CODE_WAITS, TICKET_WRONG, UNLOCK_WRONG, CLOCK_BEHIND, CLOCK_AHEAD, PACKAGE_OLDER, PACKAGE_OPEN,
        ANSWERS_LOST, PLACES_APART, SAVE_FAILED.
        """
        noted = self._noted(package)
        if noted.replaced:
            raise self._older(noted, noted)
        for other in self._file.packages:
            another = other.digest != noted.digest and other.manifest.lock == noted.manifest.lock
            if another and other.under_way and self.clock.wall() < _ends(other):
                raise Trouble(Code.PACKAGE_OPEN, package=other.manifest.package)
        given = codes.read(code)
        if isinstance(given, Mistyped):
            return given
        self._tries.ask(_UNLOCKING)
        held = self._proved(self._package(noted.digest), noted.manifest.package)
        keys = Keys(given, id_number)
        try:
            content = standalone.unlock(held, Ticket(ticket), keys)
        except Trouble as trouble:
            if trouble.code in {Code.TICKET_WRONG, Code.UNLOCK_WRONG}:
                self._tries.wrong(_UNLOCKING)
            raise
        self._tries.right(_UNLOCKING)
        self._let_go()
        key = store_key(keys.code, bytes.fromhex(held.manifest.nonce), held.manifest.ticket, keys.id_number)
        return self._answering(noted, held, content, key)

    def _answering(self, noted: Noted, held: Held, content: standalone.Content, key: bytes) -> Answering:
        digest, journals = noted.digest, None
        ground = Ground(
            self._keys.signing, self.clock, self._folders, self._tries, self._keeper(digest), self._save_again
        )
        try:
            name, package = lies_in(digest), held.manifest.package
            journals = TwoJournals(self._folders, name, package, key, noted.known, self._listener(digest))
            answering = Answering(held, content, journals, ground)
        except Trouble as trouble:
            if journals:
                journals.abandon()
            if trouble.fatal:
                self._note(digest, lambda one: replace(one, broken=True))
            raise
        n, head = journals.mark
        self._note(digest, lambda one: replace(one, opened=True, broken=False, n=n, head=head))
        if answering.handed:
            answering.hand_in()
        self._open = answering
        return answering

    def _package(self, digest: Digest) -> bytes:
        return self._folders.read(file_of(digest), standalone.LONGEST, lambda found: _digest(found) == digest)

    def _keeper(self, digest: Digest) -> Callable[[HandedIn], None]:
        def keep(end: HandedIn) -> None:
            self._folders.write(return_of(digest), end.sealed)
            self._note(digest, lambda noted: replace(noted, returned=end.digest))

        return keep

    def _listener(self, digest: Digest) -> Callable[[Place | None], None]:
        def listen(alone: Place | None) -> None:
            self._note(digest, lambda noted: replace(noted, alone=alone))
            if alone is None:
                self._save_again()
                with suppress(Trouble):
                    self._package(digest)

        return listen

    def copy_return(self, package: Package | Digest, folder: Path) -> Path:
        """Of one that was handed in, as often as wanted and without its code.

        Raises MEDIUM_FULL, FILE_MISSING, FILE_DAMAGED or COPY_DIFFERS.
        """
        noted = self._noted(package)
        if not noted.returned:
            raise ValueError("not handed in")
        name, limit = return_of(noted.digest), standalone_return.LONGEST
        content = self._folders.read(name, limit, lambda found: _digest(found) == noted.returned)
        path = folder / f"{noted.manifest.package}{standalone_return.SUFFIX}"
        outbox.write_bytes(path, content)
        return path

    def _noted(self, package: Package | Digest) -> Noted:
        digest = package.digest if isinstance(package, Package) else package
        return next(noted for noted in self._file.packages if noted.digest == digest)

    def _note(self, digest: Digest, change: Callable[[Noted], Noted]) -> None:
        """What is noted only guards what stands in the journals: where it cannot be saved, the exam goes on."""
        changed = tuple(change(one) if one.digest == digest else one for one in self._file.packages)
        if changed != self._file.packages:
            with suppress(Trouble):
                self._save(replace(self._file, packages=changed))

    def _save_again(self) -> None:
        with suppress(Trouble):
            self._save(self._file)

    def _save(self, file: StationFile) -> None:
        self._file = replace(file, saved=file.saved + 1)
        self._folders.write(NAME, strict.encode(self._file))

    def _let_go(self) -> None:
        if self._open:
            self._open.close()
            self._open = None

    def close(self) -> None:
        self._let_go()
        self._places.close()


def _whose(package: Noted | Held) -> tuple[str, str, str, str, str]:
    """By the lock too: anybody can name a site and a ticket under a lock of their own, and has no say in the others."""
    manifest = package.manifest
    return manifest.lock, manifest.exam, manifest.site, manifest.session, manifest.ticket


def _ends(noted: Noted) -> datetime:
    """As exported: an answering that nobody ended must not keep the machine from the next session."""
    return noted.manifest.issued_at + timedelta(seconds=noted.manifest.remaining_seconds)


def _digest(content: bytes) -> Digest:
    return Digest(hashlib.sha256(content).hexdigest())
