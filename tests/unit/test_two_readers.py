"""Two connections to one file: the desk's, and the mirror's that reads it; and a copy that is opened alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.journal import store
from app.journal.blobs import Blobs
from app.journal.chain import Mark
from app.journal.store import Journal
from app.trouble import Code, Trouble
from tests.raw import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


def filled(path: Path) -> Journal:
    journal = Journal(path, KEY)
    for n in range(20):
        journal.append(b"%d" % n, [b"body" * 100])
    return journal


def reading(path: Path, seconds: float) -> Callable[[], None]:
    """Somebody holds a page of the log for so long, in a connection of theirs; the answer waits for the end."""
    held = threading.Event()

    def read() -> None:
        other = Journal(path, KEY)
        for _ in other.read():
            held.set()
            time.sleep(seconds)
            break
        other.abandon()

    running = threading.Thread(target=read)
    running.start()
    held.wait(5)
    return running.join


def test_a_reader_of_this_moment_is_waited_for(path: Path) -> None:
    journal = filled(path)
    over = reading(path, 0.2)
    journal.append(b"21", [b"more"])
    assert journal.settle() == Mark(journal.n, journal.head)
    over()
    assert path.with_name("site.db-wal").stat().st_size == 0
    journal.abandon()


def test_a_reader_that_stays_breaks_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE_MS", 20)
    journal = filled(path)
    over = reading(path, 0.5)
    begun = time.monotonic()
    mark = journal.append(b"21", [b"more"])
    assert journal.settle() == mark
    assert time.monotonic() - begun < 0.4
    journal.append(b"22", [b"still"])
    over()
    assert len(list(journal.read())) == 22
    journal.settle()
    assert path.with_name("site.db-wal").stat().st_size == 0
    journal.close()


def test_a_writer_is_not_waited_for_afterwards(path: Path) -> None:
    journal = filled(path)
    journal.settle()
    other = Journal(path, KEY)
    other._db.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    with pytest.raises(Trouble) as caught:
        journal.append(b"21", [b"more"])
    assert caught.value.code is Code.WRITE_DOUBTFUL
    assert time.monotonic() - begun < 1
    other._db.execute("ROLLBACK")
    other.abandon()


def test_alone_keeps_every_other_out_and_no_index_in_shared_memory(path: Path) -> None:
    journal = Journal(path, KEY, alone=True)
    journal.append(b"1", [b"one"])
    assert path.with_name("site.db-wal").exists()
    assert not path.with_name("site.db-shm").exists()
    with pytest.raises(Trouble) as caught:
        Journal(path, KEY)
    assert caught.value.code is Code.STORE_IN_USE
    journal.abandon()
    # What was acknowledged stands, whoever opens it
    other = Journal(path, KEY)
    assert [one.body for one in other.read()] == [b"one"]
    other.close()


def test_newer_blobs_come_in_the_order_in_which_they_were_put(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs.db", KEY, alone=True)
    put = [blobs.put(bytes([n])) for n in (9, 3, 7)]
    assert blobs.newer(0, 9) == [(1, put[0]), (2, put[1]), (3, put[2])]
    assert blobs.newer(1, 1) == [(2, put[1])]
    assert blobs.newer(3, 9) == []
    blobs.close()
