"""The journal of edition 1 opens, proves and replays to the same words in every release to come."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from app.journal import codec
from app.service import verify
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.unlock import unlock
from tests.raw import raw
from tests.stores import EVE, PIN, Place
from tests.vectors.make_journal import main, summary

KINDS_OF_EDITION_1 = 25


@pytest.fixture
def kept(project: Path) -> Place:
    return Place(project / "tests" / "vectors" / "journal-v1")


@pytest.fixture
def place(kept: Place, tmp_path: Path) -> Place:
    return kept.copy(tmp_path / "copy")


def opened(place: Place) -> Console:
    return unlock(place.store, place.lock(), DrivenClock(EVE))


def said(place: Place) -> dict[str, object]:
    return dict(msgspec.json.decode((place.folder / "summary.json").read_bytes(), type=dict[str, object]))


def test_it_opens_proves_and_replays_to_what_it_said(place: Place) -> None:
    assert PIN == "000000", "the published PIN of every practice lock"
    console = opened(place)
    proof = verify.store_file(console.store)
    journal = console.store.journal
    assert msgspec.json.decode(msgspec.json.encode(summary(console.site, journal))) == said(place)
    assert (proof.entries, proof.head) == (journal.n, journal.head.hex())
    assert proof.blobs == len(list(console.store.blobs.digests()))
    assert len(console.directory.candidates) == 10
    assert [codec.decode_stamp(entry.stamp).epoch for entry in journal.read()] == [1] * journal.n
    console.store.close()


def test_it_holds_every_kind_of_its_edition(place: Place) -> None:
    kinds = said(place)["kinds"]
    assert isinstance(kinds, dict)
    assert len(kinds) == KINDS_OF_EDITION_1


def test_it_goes_on_from_where_it_stopped(place: Place) -> None:
    console = opened(place)
    mark = console.store.journal.append(b"{}", [b"{}"])
    assert mark.n == int(str(said(place)["entries"])) + 1
    console.store.abandon()


def test_its_heads_follow_from_the_written_formula_alone(place: Place) -> None:
    console = opened(place)
    key = console.store.keys.store
    console.store.close()
    head = bytes(32)
    with raw(place.store / "site.db", key, guarded=True) as db:
        assert db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone() == ("examsite-journal/1",)
        for number, stored, stamp, body in db.execute("SELECT n, head, stamp, body FROM journal ORDER BY n").fetchall():
            framed = number.to_bytes(8, "big") + len(stamp).to_bytes(4, "big") + stamp
            head = hashlib.sha256(head + framed + len(body).to_bytes(4, "big") + body).digest()
            assert head == stored
    assert head.hex() == said(place)["head"]


def test_it_stays_small(kept: Place) -> None:
    assert sum(path.stat().st_size for path in kept.folder.rglob("*") if path.is_file()) < 300_000


def test_the_document_carries_the_worked_example(project: Path) -> None:
    first = hashlib.sha256(bytes(39) + b"\1" + b"\0\0\0\2{}" + b'\0\0\0\x0e{"fact":"x/1"}').digest()
    second = hashlib.sha256(first + bytes(7) + b"\2" + b"\0\0\0\2{}" + b"\0\0\0\0").digest()
    text = (project / "app" / "journal" / "FORMAT.md").read_text("utf-8")
    assert first.hex() in text
    assert second.hex() in text


def test_its_maker_still_makes_one(tmp_path: Path, kept: Place) -> None:
    """Today's facts through today's program: figures as then, whatever kinds have come since."""
    main(tmp_path)
    made = said(Place(tmp_path))
    assert made["sessions"] == said(kept)["sessions"]
    console = opened(Place(tmp_path))
    assert summary(console.site, console.store.journal)["head"] == made["head"]
    console.store.close()
