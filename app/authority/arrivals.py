"""What arrived of one site and exam: each backup once, by its name, with the bytes that came first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from app.authority.keys import Agency
from app.core.terms import Digest, ExamId, SiteCode
from app.exchange import outbox, strict
from app.trouble import Code, Trouble

_LARGEST = 64 << 20


class Arrival(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One backup, and when it was received first: its receipt says so for ever. `entries`: 0 of a room's."""

    name: str
    digest: Digest
    entries: int
    received_at: Annotated[datetime, msgspec.Meta(tz=True)]


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    arrivals: tuple[Arrival, ...]
    named: dict[str, Digest]


@dataclass(frozen=True, slots=True)
class Arrivals:
    """All of one site and exam; `named` are the backups of which the longest journal among them speaks."""

    path: Path
    arrivals: tuple[Arrival, ...]
    named: dict[str, Digest]

    def of(self, name: str) -> Arrival | None:
        return next((one for one in self.arrivals if one.name == name), None)

    def entries(self) -> int:
        """Of the longest journal that came."""
        return max((one.entries for one in self.arrivals), default=0)

    def expect(self, name: str, digest: Digest, entries: int) -> None:
        """Raises ARRIVED_OTHERWISE for other bytes under a name, and JOURNAL_SHORTER for a journal that is shorter
        than one that came before and does not know this backup: it was made after an older state was put back."""
        before, said = self.of(name), self.named.get(name)
        if (before and before.digest != digest) or (said and said != digest):
            raise Trouble(Code.ARRIVED_OTHERWISE, file=name)
        if not before and not said and 0 < entries < self.entries():
            raise Trouble(Code.JOURNAL_SHORTER, file=name, entry=entries, marked=self.entries())

    def enter(self, arrival: Arrival, named: dict[str, Digest]) -> Arrival:
        """It as it was entered first; `named`: of which backups its own journal speaks."""
        if before := self.of(arrival.name):
            return before
        said = named if arrival.entries > self.entries() else self.named
        outbox.write_bytes(self.path, strict.encode(_Kept((*self.arrivals, arrival), said)))
        return arrival


def read(agency: Agency, site: SiteCode, exam: ExamId) -> Arrivals:
    """Site and exam are those of a proved backup: they name a file here."""
    path = agency.folder / f"{site}-{exam}.arrivals"
    if not path.exists():
        return Arrivals(path, (), {})
    kept = strict.decode(outbox.read_bytes(path, _LARGEST), _Kept, path.name)
    return Arrivals(path, kept.arrivals, kept.named)
