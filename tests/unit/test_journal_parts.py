"""A part of the journal, and the whole in steps: proved like the whole, and nothing held open between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.journal import codec
from app.journal.chain import BEGINNING, Entry, Mark, proved
from app.journal.store import Journal
from app.trouble import Code, Trouble
from tests.builders import at
from tests.raw import KEY, PAGE, Failing, flip, raw, rewrite, written

BODIES = (b"1", b"2", b"3", b"4", b"5")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


def trouble(does: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as caught:
        does()
    return caught.value


@pytest.mark.parametrize(
    ("first", "last", "numbers"),
    [
        (1, 5, [1, 2, 3, 4, 5]),
        (2, 4, [2, 3, 4]),
        (5, 5, [5]),
        (4, 99, [4, 5]),
        (-7, 2, [1, 2]),
        (6, 9, []),
        (9, 12, []),
        (4, 3, []),
        (4, -9, []),
        (0, 0, []),
    ],
)
def test_a_part_is_what_stands_there(path: Path, first: int, last: int, numbers: list[int]) -> None:
    journal = written(path, *BODIES)
    before = Mark(journal.n, journal.head)
    assert [(e.n, e.body) for e in journal.part(first, last)] == [(n, str(n).encode()) for n in numbers]
    assert (journal.n, journal.head) == before
    journal.close()


def test_a_part_needs_no_reading_of_the_whole(path: Path) -> None:
    written(path, *BODIES).close()
    journal = Journal(path, KEY)
    assert [entry.n for entry in journal.part(3, 4)] == [3, 4]
    assert journal.n == 0
    journal.abandon()


def test_a_part_is_proved_from_the_entry_before(path: Path) -> None:
    written(path, *BODIES).close()
    with raw(path) as db:
        db.execute("UPDATE journal SET body = x'00' WHERE n = 3")
    journal = Journal(path, KEY)
    assert [entry.n for entry in journal.part(4, 5)] == [4, 5], "what stands before is not asked"
    found = trouble(lambda: journal.part(2, 4))
    assert (found.code, found.facts) == (Code.CHAIN_BROKEN, {"entry": 3})
    journal.abandon()


def test_a_part_with_a_gap_before_it_is_broken(path: Path) -> None:
    written(path, *BODIES).close()
    with raw(path) as db:
        db.execute("DELETE FROM journal WHERE n = 3")
    journal = Journal(path, KEY)
    assert trouble(lambda: journal.part(4, 5)).code is Code.CHAIN_BROKEN
    assert trouble(lambda: journal.part(2, 5)).facts == {"entry": 3}
    journal.abandon()


def test_the_proof_of_a_part_begins_after_a_mark(path: Path) -> None:
    journal = written(path, *BODIES)
    second, third, *_ = journal.part(2, 5)
    journal.close()
    after = Mark(second.n, second.head)
    assert list(proved([third], after=after)) == [third]
    assert trouble(lambda: list(proved([third], after=BEGINNING))).code is Code.CHAIN_BROKEN
    assert trouble(lambda: list(proved([third], [Mark(3, bytes(32))], after))).code is Code.REWRITTEN
    assert trouble(lambda: list(proved([third], [Mark(4, bytes(32))], after))).facts == {"entry": 3, "marked": 4}


@pytest.mark.parametrize("step", [1, 2, 5, 99])
def test_steps_read_what_one_reading_reads(path: Path, step: int) -> None:
    mark = written(path, *BODIES).close()
    journal = Journal(path, KEY)
    assert list(journal.read([mark], step)) == list(journal.read([mark]))
    assert Mark(journal.n, journal.head) == mark
    journal.abandon()


def test_between_two_steps_the_journal_goes_on(path: Path) -> None:
    journal = written(path, *BODIES)
    reading = journal.read(step=2)
    assert [next(reading).n for _ in range(2)] == [1, 2]
    journal.append(b"{}", [b"6"])
    end = journal.settle()
    assert [entry.n for entry in reading] == [3, 4, 5, 6]
    assert Mark(journal.n, journal.head) == end
    journal.close()


@pytest.mark.parametrize("step", [0, 2])
def test_an_entry_before_the_first_is_found_either_way(path: Path, step: int) -> None:
    written(path, *BODIES).close()
    with raw(path) as db:
        db.execute("INSERT INTO journal VALUES (0, x'00', x'00', x'00')")
    journal = Journal(path, KEY)
    assert trouble(lambda: list(journal.read(step=step))).facts == {"entry": 1}
    journal.abandon()


def test_steps_find_what_a_mark_tells(path: Path) -> None:
    mark = written(path, *BODIES).close()
    rewrite(path, 3, [b"4", b"x"])
    journal = Journal(path, KEY)
    found = trouble(lambda: list(journal.read([mark], 2)))
    assert (found.code, found.facts) == (Code.REWRITTEN, {"entry": 5})
    assert trouble(lambda: list(journal.read([Mark(7, mark.head)], 2))).code is Code.CUT_SHORT
    journal.abandon()


def test_a_disk_that_fails_is_said_with_the_place(path: Path) -> None:
    journal = written(path, *BODIES)
    real = journal._db
    reading = journal.read(step=2)
    assert [next(reading).n for _ in range(2)] == [1, 2]
    journal._db = Failing(real, "SELECT n", "disk I/O error", done=False)
    found = trouble(lambda: next(reading))
    assert (found.code, found.facts) == (Code.STORE_DAMAGED, {"file": "site.db", "entry": 3})
    found = trouble(lambda: journal.part(4, 5))
    assert (found.code, found.facts) == (Code.STORE_DAMAGED, {"file": "site.db", "entry": 3})
    journal._db = real
    journal.close()


def test_zeros_of_a_damaged_page_are_damage_and_no_tampering(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, *BODIES).close()
    rewrite(path, 5, [b"6"])
    journal = Journal(path, KEY)
    zeros = [Entry(n, bytes(32), b"", b"") for n in (1, 2)]
    monkeypatch.setattr(journal, "_fetched", lambda after, count: [one for one in zeros if one.n > after][:count])
    assert trouble(lambda: journal.part(1, 2)).code is Code.CHAIN_BROKEN
    flip(path, path.stat().st_size - PAGE // 2)
    found = trouble(lambda: journal.part(1, 2))
    assert (found.code, found.facts) == (Code.STORE_DAMAGED, {"file": "site.db", "entry": 1})
    journal.abandon()


STAMP = codec.EntryStamp(at("8:30"), "boot", 1, "A", 1, ())


def test_the_time_of_a_stamp_alone() -> None:
    assert codec.decode_time(codec.encode_stamp(STAMP)) == STAMP.at


@pytest.mark.parametrize("read", [codec.decode_time, codec.decode_stamp])
@pytest.mark.parametrize("stamp", [b"", b"{}", b'{"at":"yesterday"}', b'{"at":"\xff"}'])
def test_a_stamp_that_no_release_wrote_is_named_by_its_entry(
    read: Callable[[bytes, int], object], stamp: bytes
) -> None:
    found = trouble(lambda: read(stamp, 41))
    assert (found.code, found.facts) == (Code.ENTRY_UNREADABLE, {"entry": 41})
