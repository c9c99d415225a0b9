"""A store with a mirror on a stick that is a folder, for tests of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.desk import LeaveDesk, TakeDesk
from app.core.media import RegisterMedium
from app.core.mirror import BeginMirror
from app.core.operation import Refusal
from app.core.terms import MediumSerial, PersonId
from app.exchange import keyfile
from app.journal.chain import Entry
from app.journal.store import Journal
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.mirror import Mirroring, place
from app.service.resume import resume
from app.service.sitelock import SHARE, worked
from devices.media import FolderMedia
from tests.stores import ADMIN, EVE, MORNING, OFFICER, SITE, Place, arrange

STICK, OTHER = MediumSerial("S-1"), MediumSerial("S-2")


@dataclass
class Mirrored:
    """The first machine with its store, its lock, and two sticks of which the first is the mirror."""

    place: Place
    console: Console
    mirroring: Mirroring

    @property
    def media(self) -> Path:
        return self.place.folder / "media"

    @property
    def mirror(self) -> Path:
        return place(self.media / STICK, SITE)

    @property
    def n(self) -> int:
        return self.console.store.journal.n

    def enter(self, count: int = 1) -> None:
        """So many entries more."""
        for _ in range(count):
            operation = LeaveDesk() if self.console.site.desk == ADMIN.id else TakeDesk()
            assert self.console.submit(operation, ADMIN) is None

    def begin(self, stick: MediumSerial = STICK) -> Refusal | None:
        return self.console.submit(BeginMirror(stick), ADMIN)

    def let_go(self) -> None:
        """As when the machine is lost."""
        self.mirroring.close()
        self.console.store.abandon()

    def resume(self, to: Path, mirror: Path | None = None, at: datetime = MORNING) -> Console | Refusal:
        lock, clock = self.place.lock(), DrivenClock(at)
        return resume(mirror or self.mirror, to, lock, STICK, clock, lambda _: (ADMIN, OFFICER))

    def held(self) -> list[Entry]:
        """What the mirror itself has on the stick."""
        file = keyfile.read((self.mirror / keyfile.NAME).read_bytes())
        share = worked(self.place.lock().read(SHARE))
        assert share is not None
        journal = Journal(self.mirror / "site.db", keyfile.open_with(share, file).mirror)
        try:
            return list(journal.read())
        finally:
            journal.abandon()


def mirrored(folder: Path) -> Mirrored:
    """On the eve, with everything on the mirror."""
    place = Place(folder)
    made = begun(place, place.enrol().console)
    made.mirroring.run()
    return made


def begun(place: Place, console: Console) -> Mirrored:
    if console.site.package is None:
        arrange(console)
    console.media = FolderMedia(place.folder / "media")
    for n, stick in enumerate((STICK, OTHER)):
        (place.folder / "media" / stick).mkdir(parents=True, exist_ok=True)
        assert console.submit(RegisterMedium(stick, f"L-{n}", PersonId("A01"), read=True), ADMIN) is None
    assert console.submit(BeginMirror(STICK), ADMIN) is None
    return Mirrored(place, console, Mirroring(console))


def again(place: Place) -> Mirrored:
    """The same store opened anew."""
    console = place.open(EVE)
    console.media = FolderMedia(place.folder / "media")
    return Mirrored(place, console, Mirroring(console))
