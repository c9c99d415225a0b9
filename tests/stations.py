"""An answering station for tests: two places, a stick, a clock in hand, and the site that makes its packages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.core.terms import Mode
from app.crypto.standalone import store_key
from app.journal.store import Journal
from app.station.answering import Answering
from app.station.host import Host
from app.station.machine import Package, Station
from app.station.packages import lies_in
from app.station.two_folders import Place
from app.station.two_journals import FILE
from app.trouble import Trouble
from tests.papers import CODE, ID_NUMBER, TICKET, Hands, SiteSide

HOST = Host("PC-07", "the id of this machine")


class Bench:
    """`station` is the one that is open now."""

    def __init__(self, folder: Path, mode: Mode = Mode.PRACTICE) -> None:
        self.folder, self.mode = folder, mode
        self.hands, self.site = Hands(), SiteSide(mode)
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.roots = {Place.FIRST: folder / "first", Place.SECOND: folder / "second"}
        self.station = self.take_up()

    def take_up(self, host: Host = HOST) -> Station:
        first, second = self.roots.values()
        self.station = Station.take_up(first, second, self.mode, self.hands.clock(), host)
        return self.station

    def again(self) -> Station:
        """As after the program was closed."""
        self.station.close()
        return self.take_up()

    def file(self, name: str = "a.examsite-alone", number: int = 1, **package: Any) -> Path:
        path = self.stick / name
        path.write_bytes(self.site.package(self.station.request(), number, **package))
        return path

    def taken(self, **package: Any) -> Package:
        return self.station.take(self.file(**package))

    def unlock(self, package: Package | None = None, ticket: str = TICKET) -> Answering:
        found = self.station.unlock(package or self.station.held[-1], ticket, CODE, ID_NUMBER)
        assert isinstance(found, Answering)
        return found

    def opened(self, **package: Any) -> Answering:
        return self.unlock(self.taken(**package))

    def resumed(self) -> Answering:
        """The program was killed: nothing was closed in order."""
        self.station._places.close()
        if self.station._open:
            self.station._open._journals.abandon()
        self.take_up()
        return self.unlock()

    def database(self, place: Place, package: Package | None = None) -> Path:
        package = package or self.station.held[-1]
        return self.roots[place] / lies_in(package.digest) / FILE

    def journal(self, place: Place, package: Package | None = None) -> Journal:
        """The journal of one place alone, read to its end."""
        package = package or self.station.held[-1]
        nonce = bytes.fromhex(self.site.issued[package.digest].nonce)
        journal = Journal(self.database(place, package), store_key(bytes(range(10)), nonce, TICKET, ID_NUMBER))
        list(journal.read())
        return journal

    def heads(self) -> list[tuple[int, bytes]]:
        """Where each place stands; the package must not be open."""
        found = []
        for place in Place:
            journal = self.journal(place)
            found.append((journal.n, journal.head))
            journal.close()
        return found


def failing(of: Station | Answering) -> Place | None:
    """Which place is failing now."""
    return of.failing.place if of.failing else None


def no(call: Any, *given: Any) -> Trouble:
    """What was refused."""
    with pytest.raises(Trouble) as caught:
        call(*given)
    return caught.value
