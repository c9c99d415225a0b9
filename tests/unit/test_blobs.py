"""Immutable bytes by their digest, durable before the fact that cites them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.core.terms import Digest
from app.journal.blobs import PIECE, Blobs
from app.trouble import Code, Trouble
from tests.raw import KEY, PAGE, Failing, flip, raw

NOBODY = Digest("00" * 32)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs.db", KEY)


def broken_off(blobs: Blobs, cause: Exception, *more: bytes) -> None:
    with blobs.batch() as put:
        for content in (b"3", *more):
            put(content)
        raise cause


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE + 7])
def test_bytes_of_any_size_come_back(blobs: Blobs, size: int) -> None:
    content = hashlib.shake_256(b"blob").digest(size)
    digest = blobs.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert blobs.get(digest) == content
    assert list(blobs.digests()) == [(digest, size)]
    pieces = blobs._db.execute("SELECT length(bytes) FROM piece ORDER BY k").fetchall()
    assert sum(length for (length,) in pieces) == size
    assert max(length for (length,) in pieces) <= PIECE
    blobs.close()


def test_the_same_bytes_are_kept_once(blobs: Blobs) -> None:
    assert blobs.put(b"a") == blobs.put(b"a")
    assert len(list(blobs.digests())) == 1
    blobs.close()


def test_an_unknown_digest_is_missing(blobs: Blobs) -> None:
    with pytest.raises(Trouble) as caught:
        blobs.get(NOBODY)
    assert (caught.value.code, caught.value.facts) == (Code.BLOB_MISSING, {"digest": NOBODY[:16]})
    blobs.close()


def test_a_batch_is_kept_whole_or_not_at_all(blobs: Blobs) -> None:
    with blobs.batch() as put:
        first = {put(b"1"), put(b"2")}
    with pytest.raises(KeyError):
        broken_off(blobs, KeyError())
    assert {digest for digest, _ in blobs.digests()} == first
    blobs.close()


def test_a_pulled_stick_in_a_batch_is_no_damaged_store(blobs: Blobs) -> None:
    with pytest.raises(OSError, match="input/output"):
        broken_off(blobs, OSError(5, "input/output"))
    assert list(blobs.digests()) == []
    blobs.close()


@pytest.mark.parametrize("table", ["blob SET size = 0", "piece SET bytes = x'00'", "blob SET digest = 'x'"])
def test_bytes_once_kept_do_not_change(blobs: Blobs, table: str) -> None:
    blobs.put(b"a")
    with pytest.raises(sqlcipher.IntegrityError, match="immutable"):
        blobs._db.execute(f"UPDATE {table}")
    blobs.close()


@pytest.mark.parametrize("harm", ["UPDATE piece SET bytes = x'62'", "DELETE FROM piece"])
def test_changed_bytes_are_named_by_their_digest(blobs: Blobs, harm: str) -> None:
    digest = blobs.put(b"a")
    blobs.close()
    with raw(blobs.path) as db:
        db.execute("DROP TRIGGER piece_keeps")
        db.execute(harm)
    again = Blobs(blobs.path, KEY)
    assert again.damaged_pages() == 0
    with pytest.raises(Trouble) as caught:
        again.get(digest)
    assert (caught.value.code, caught.value.facts) == (Code.BLOB_DAMAGED, {"digest": digest[:16]})
    assert caught.value.fatal
    again.close()


def test_a_damaged_page_names_the_file(blobs: Blobs) -> None:
    digest = blobs.put(bytes(20 * PAGE))
    blobs.close()
    flip(blobs.path, blobs.path.stat().st_size // 2)
    again = Blobs(blobs.path, KEY)
    with pytest.raises(Trouble) as caught:
        again.get(digest)
    assert (caught.value.code, caught.value.facts["file"]) == (Code.STORE_DAMAGED, "blobs.db")
    assert again.damaged_pages() == 1
    again.abandon()


def test_sweeping_takes_only_what_no_fact_cites(blobs: Blobs) -> None:
    cited, orphan = blobs.put(b"cited"), blobs.put(b"orphan")
    assert blobs.sweep(frozenset({cited})) == 1
    assert blobs.get(cited) == b"cited"
    with pytest.raises(Trouble):
        blobs.get(orphan)
    assert blobs._db.execute("SELECT COUNT(*) FROM piece").fetchone() == (1,)
    assert blobs.sweep(frozenset({cited})) == 0
    assert blobs.get(blobs.put(b"orphan")) == b"orphan"
    blobs.close()


def test_a_full_disk_keeps_nothing_of_a_batch(blobs: Blobs) -> None:
    first = blobs.put(b"first")
    (pages,) = blobs._db.execute("PRAGMA page_count").fetchone()
    blobs._db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(Trouble) as caught:
        broken_off(blobs, KeyError(), bytes(10 * PAGE))
    assert caught.value.code is Code.DISK_FULL
    blobs._db.execute("PRAGMA max_page_count = 100000")
    assert [digest for digest, _ in blobs.digests()] == [first]
    assert blobs.get(blobs.put(bytes(10 * PAGE))) == bytes(10 * PAGE)
    blobs.close()


@pytest.mark.parametrize("at", ["COMMIT", "DELETE FROM blob"])
def test_a_disk_that_fails_while_sweeping_loses_nothing(blobs: Blobs, at: str) -> None:
    orphan, real = blobs.put(b"orphan"), blobs._db
    blobs._db = Failing(real, at, "database or disk is full", done=False)
    with pytest.raises(Trouble) as caught:
        blobs.sweep(frozenset())
    assert caught.value.code is Code.DISK_FULL
    blobs._db = real
    assert blobs.get(orphan) == b"orphan"
    blobs.close()


def test_a_commit_that_was_not_heard_is_no_second_transaction(blobs: Blobs) -> None:
    real = blobs._db
    blobs._db = Failing(real, "COMMIT", "disk I/O error", done=True)
    with pytest.raises(Trouble) as caught:
        blobs.put(b"a")
    assert caught.value.code is Code.STORE_DAMAGED
    blobs._db = real
    assert len(list(blobs.digests())) == 1
    blobs.close()


def test_closing_lets_go_of_the_file_whatever_the_disk_says(blobs: Blobs) -> None:
    real = blobs._db
    blobs._db = Failing(real, "PRAGMA wal_checkpoint", "disk I/O error", done=False)
    with pytest.raises(Trouble):
        blobs.close()
    with pytest.raises(sqlcipher.ProgrammingError):
        real.execute("SELECT 1")


def test_erasing_leaves_what_is_kept_and_an_empty_log(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.journal.blobs.AT_ONCE", 2)
    kept, *gone = [blobs.put(bytes([n]) * 3000) for n in range(6)]
    assert blobs.erase(frozenset({kept})) == len(gone)
    assert [digest for digest, _ in blobs.digests()] == [kept]
    assert blobs._db.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert blobs.path.with_name("blobs.db-wal").stat().st_size == 0
    assert blobs.erase(frozenset({kept})) == 0
    blobs.close()


def test_nothing_counts_as_erased_while_somebody_still_reads_the_old_pages(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.journal.blobs.PATIENCE_MS", 1)
    blobs.put(b"gone")
    reader = Blobs(blobs.path, KEY)
    reader._db.execute("BEGIN")
    reader._db.execute("SELECT * FROM blob").fetchall()
    with pytest.raises(Trouble) as caught:
        blobs.erase(frozenset())
    assert caught.value.code is Code.STORE_IN_USE
    reader.abandon()
    blobs.erase(frozenset())
    assert not list(blobs.digests())
    blobs.close()
