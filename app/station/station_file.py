"""station.json: who this station is, and which packages it holds. Its keys open on this machine only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import msgspec

from app.core.terms import Digest, Mode
from app.crypto.derive import hkdf
from app.exchange import strict
from app.exchange.agefile import Identity, identity, identity_of, seal, unseal
from app.exchange.signed import Ed25519Key
from app.exchange.standalone import AloneManifest
from app.journal.chain import BEGINNING, Mark
from app.station.host import Host
from app.station.two_folders import Place
from app.station.two_journals import Known

NAME = "station.json"
LONGEST = 1 << 24
_BOUND, _SEALED = b"kaodian-station/1\x1fname", b"kaodian-station/1\x1fkeys"


class Noted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One package. `manifest` is for showing; before it opens, the file itself is proved again.

    `opened`: answers were taken, and the journal had reached `n` with `head`, lately in the place `alone` only.
    `broken`: what was answered could not be read again, so that a newer package may take its place.
    """

    digest: Digest
    manifest: AloneManifest
    opened: bool = False
    broken: bool = False
    replaced: bool = False
    n: int = 0
    head: bytes = BEGINNING.head
    alone: Place | None = None
    returned: Digest | None = None

    @property
    def known(self) -> Known:
        return Known(Mark(self.n, self.head), self.alone)

    @property
    def under_way(self) -> bool:
        """Opened, to be gone on with, and not handed in."""
        return self.opened and not (self.broken or self.returned or self.replaced)


class StationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`saved` grows with every writing: of two copies the higher one is the newer."""

    mode: Mode
    machine: str
    bound: Digest
    sealed: bytes
    saved: int = 0
    packages: tuple[Noted, ...] = ()


@dataclass(frozen=True, slots=True)
class StationKeys:
    """What opens packages, and what signs returns."""

    identity: Identity
    signing: Ed25519Key


class _Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    identity: str
    signing: bytes


def create(mode: Mode, host: Host) -> StationFile:
    """New keys, sealed under the id of this machine: on another one a copy of the file opens nothing."""
    made = _Keys(str(Identity.generate()), Ed25519Key.generate().raw)
    sealed = seal(strict.encode(made), [_opener(host).to_public()])
    return StationFile(mode, host.name, bound_to(host), sealed)


def bound_to(host: Host) -> Digest:
    return Digest(hashlib.sha256(_BOUND + host.id.encode()).hexdigest())


def keys_of(file: StationFile, host: Host) -> StationKeys:
    """Raises FILE_NOT_FOR_US on another machine, FILE_DAMAGED or CONTENT_UNFIT."""
    kept = strict.decode(unseal(file.sealed, [_opener(host)], NAME), _Keys, NAME)
    return StationKeys(identity(kept.identity), Ed25519Key.load(kept.signing))


def _opener(host: Host) -> Identity:
    return identity_of(hkdf(host.id.encode(), salt=b"", info=_SEALED, length=32))
