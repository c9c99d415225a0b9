"""Appending and replaying, against bare SQLCipher with the same settings and the same rows."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path

from app.core.attendance import AttendanceConfirmed
from app.core.entry import CheckedIn
from app.core.fault import FaultKind, FaultReported
from app.core.operation import Fact
from app.core.site import Site
from app.core.terms import FaultNo, PersonId, Role, RoomId, SessionId, Ticket
from app.journal import codec
from app.journal.database import connect
from app.journal.store import SCHEMA, Journal
from app.service import arrangement, people
from reports import fonts
from tests.benchmarks.ground import BEFORE, best, enrolled_with_package
from tests.benchmarks.measure import Measure, at_most

APPENDS, FACTS = 300, 100_000
INSERT = "INSERT INTO journal VALUES (?, ?, ?, ?)"
STAMP = codec.encode_stamp(
    codec.EntryStamp(
        BEFORE, "boot", 1, "A", 1, (codec.Signed(PersonId("A01"), Role.SITE_ADMIN, "pin:0123456789abcdef"),)
    )
)
REPORT = FaultReported(
    FaultNo("AF-001"), FaultKind.NETWORK, SessionId("1-1"), RoomId("001"), ("007",), BEFORE, PersonId("R001")
)


def measures() -> Iterable[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        yield append(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield replay(Path(folder))


def append(folder: Path) -> Measure:
    """One fact a commit, as on the day."""
    key = secrets.token_bytes(32)
    journal, bare = Journal(folder / "ours.db", key), connect(folder / "bare.db", key, SCHEMA)
    row, head = codec.encode(REPORT), secrets.token_bytes(32)
    ours = bares = 0.0
    for n in range(1, APPENDS + 1):  # taken in turns, so that a slow disk slows both
        ours += best(lambda: journal.append(STAMP, [codec.encode(REPORT)]), 1)
        bares += best(partial(bare.execute, INSERT, (n, head, STAMP, row)), 1)
    journal.close()
    bare.close()
    return at_most("durable append / bare insert", ours / bares, "x", 1.5, f"{1000 * ours / APPENDS:.2f} ms each")


def replay(folder: Path) -> Measure:
    """A hundred thousand facts of an exam day: check-ins mostly, rolls and faults among them."""
    console, package = enrolled_with_package(folder, 10_000, 100)
    arrangement.import_package(console, package, fonts.missing, people.holder_of_lock(console))
    facts = list(facts_of(console.site))
    journal = console.store.journal
    for begin in range(0, len(facts), 1000):
        journal.append(STAMP, [codec.encode(fact) for fact in facts[begin : begin + 1000]])
    journal.settle()

    def ours() -> None:
        site = Site()
        for entry in journal.read():
            codec.decode(entry.body, entry.n).apply(site)

    def bare() -> None:
        for _ in journal._db.execute("SELECT n, head, stamp, body FROM journal ORDER BY n"):
            pass

    ratio = best(ours) / best(bare)
    console.store.close()
    return at_most("replay of 100,000 facts / bare scan", ratio, "x", 8, "aim: 4")


def facts_of(site: Site) -> Iterable[Fact]:
    """What a hundred thousand entries of an exam day are."""
    made = 0
    while made < FACTS:
        for session in site.sessions.values():
            for room in session.rooms.values():
                tickets: list[Ticket] = list(room.sittings)
                for n, ticket in enumerate(tickets):
                    yield CheckedIn(session.plan.id, room.room, ticket, BEFORE + timedelta(seconds=n), PersonId("R001"))
                yield AttendanceConfirmed(session.plan.id, room.room, (), tuple(tickets[:3]), BEFORE, PersonId("R001"))
                yield REPORT
                made += len(tickets) + 2
                if made >= FACTS:
                    return
