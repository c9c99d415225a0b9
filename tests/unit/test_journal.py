"""The journal on disk: appended, never changed; a changed file is named, a full disk keeps nothing by halves."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from app.journal.chain import GENESIS, Mark
from app.journal.store import Journal
from app.trouble import Code, Trouble
from tests.raw import KEY, PAGE, Failing, flip, raw, rewrite, written

Attack = Callable[[Any], object]
BODIES = (b"1", b"2", b"3", b"4", b"5")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "site.db"


@pytest.fixture
def closed(path: Path) -> Mark:
    """Five entries, closed; the mark of the last."""
    return written(path, *BODIES).close()


def bodies(path: Path, *marks: Mark) -> list[bytes]:
    journal = Journal(path, KEY)
    try:
        return [entry.body for entry in journal.read(marks)]
    finally:
        journal.abandon()


def trouble(path: Path, *marks: Mark) -> Trouble:
    with pytest.raises(Trouble) as caught:
        bodies(path, *marks)
    return caught.value


def test_what_is_appended_is_read_back(path: Path) -> None:
    journal = written(path, b"a")
    assert (journal.n, journal.append(b"{s}", [b"b", b"c"])) == (1, Mark(journal.n, journal.head))
    assert [(e.n, e.stamp, e.body) for e in journal.read()] == [(1, b"{}", b"a"), (2, b"{s}", b"b"), (3, b"{s}", b"c")]
    mark = journal.close()
    assert mark.n == 3
    again = Journal(path, KEY)
    assert (again.n, again.head) == (0, GENESIS)
    assert len(list(again.read([mark]))) == 3
    assert Mark(again.n, again.head) == mark
    again.abandon()


def test_a_reading_that_stops_on_the_way_moves_no_place(path: Path) -> None:
    journal = written(path, *BODIES)
    assert next(iter(journal.read())).n == 1
    assert journal.n == 5
    assert journal.append(b"{}", [b"6"]).n == 6
    journal.close()


def test_an_unread_journal_takes_no_second_first_entry(path: Path, closed: Mark) -> None:
    journal = Journal(path, KEY)
    with pytest.raises(Trouble) as caught:
        journal.append(b"{}", [b"x"])
    assert caught.value.code is Code.WRITE_DOUBTFUL
    assert bodies(path, closed) == list(BODIES)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = x'00' WHERE n = 2",
        "UPDATE OR REPLACE journal SET n = 2 WHERE n = 3",
        "DELETE FROM journal WHERE n = 5",
        "DELETE FROM journal",
        "REPLACE INTO journal VALUES (5, x'00', x'00', x'00')",
        "INSERT OR REPLACE INTO journal VALUES (2, x'00', x'00', x'00')",
        "INSERT INTO journal VALUES (5, x'00', x'00', x'00')",
        "INSERT OR IGNORE INTO journal VALUES (7, x'00', x'00', x'00')",
        "INSERT INTO journal VALUES (7, x'00', x'00', x'00')",
        "INSERT INTO journal VALUES (0, x'00', x'00', x'00')",
        "INSERT INTO journal VALUES (6, 'text', x'00', x'00')",
        "INSERT INTO journal VALUES (6, NULL, x'00', x'00')",
    ],
)
def test_triggers_and_types_refuse(path: Path, closed: Mark, statement: str) -> None:
    with raw(path, guarded=True) as db, pytest.raises(sqlcipher.Error):
        db.execute(statement)
    assert bodies(path, closed) == list(BODIES)


def test_dropped_triggers_are_back_after_opening(path: Path, closed: Mark) -> None:
    with raw(path):
        pass
    assert bodies(path, closed) == list(BODIES)
    with raw(path, guarded=True) as db, pytest.raises(sqlcipher.IntegrityError, match="append only"):
        db.execute("DELETE FROM journal WHERE n = 5")


def swap(db: Any) -> None:
    for a, b in ((2, 99), (3, 2), (99, 3)):
        db.execute("UPDATE journal SET n = ? WHERE n = ?", (b, a))


def insert(db: Any) -> None:
    for n in (5, 4, 3):
        db.execute("UPDATE journal SET n = n + 1 WHERE n = ?", (n,))
    db.execute("INSERT INTO journal VALUES (3, zeroblob(32), x'7b7d', x'78')")


@pytest.mark.parametrize(
    ("attack", "entry"),
    [
        (lambda db: db.execute("UPDATE journal SET body = x'78' WHERE n = 3"), 3),
        (lambda db: db.execute("UPDATE journal SET stamp = x'78' WHERE n = 4"), 4),
        (lambda db: db.execute("UPDATE journal SET head = zeroblob(32) WHERE n = 5"), 5),
        (lambda db: db.execute("DELETE FROM journal WHERE n = 2"), 2),
        (lambda db: db.execute("DELETE FROM journal WHERE n = 1"), 1),
        (swap, 2),
        (insert, 3),
        (lambda db: db.execute("INSERT INTO journal VALUES (-4, zeroblob(32), x'', x'')"), 1),
    ],
    ids=["changed", "restamped", "reheaded", "removed", "beheaded", "swapped", "inserted", "before the first"],
)
def test_a_changed_entry_is_named(path: Path, closed: Mark, attack: Attack, entry: int) -> None:
    with raw(path) as db:
        attack(db)
    for marks in ((), (closed,)):
        found = trouble(path, *marks)
        assert (found.code, found.facts["entry"], found.fatal) == (Code.CHAIN_BROKEN, entry, True)


def test_a_cut_tail_is_named_from_where_to_where(path: Path, closed: Mark) -> None:
    with raw(path) as db:
        db.execute("DELETE FROM journal WHERE n > 3")
    assert bodies(path) == [b"1", b"2", b"3"], "the chain alone does not see it"
    found = trouble(path, closed)
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": 3, "marked": 5})


def test_a_rewritten_tail_is_named_at_the_mark(path: Path, closed: Mark) -> None:
    rewrite(path, 3, [b"x", b"y", b"z"])
    assert bodies(path) == [b"1", b"2", b"3", b"x", b"y", b"z"], "the chain alone does not see it"
    found = trouble(path, closed)
    assert (found.code, found.facts) == (Code.REWRITTEN, {"entry": 5})


def test_an_old_copy_put_back_is_seen(path: Path, tmp_path: Path, closed: Mark) -> None:
    old = shutil.copy(path, tmp_path / "old.db")
    journal = Journal(path, KEY)
    list(journal.read())
    journal.append(b"{}", [b"6"])
    mark = journal.close()
    shutil.copy(old, path)
    found = trouble(path, closed, mark)
    assert (found.code, found.facts) == (Code.CUT_SHORT, {"entry": 5, "marked": 6})


@pytest.mark.parametrize("harm", ["flip", "cut", "gone"])
def test_a_damaged_log_loses_its_end_in_silence_and_only_a_mark_sees_it(
    path: Path, tmp_path: Path, closed: Mark, harm: str
) -> None:
    journal = Journal(path, KEY)
    list(journal.read())
    for body in (b"6", b"7", b"8"):
        journal.append(b"{}", [body])
    mark = Mark(journal.n, journal.head)
    copy = tmp_path / "killed" / path.name
    copy.parent.mkdir()
    log = copy.with_name("site.db-wal")
    shutil.copy(path, copy)
    shutil.copy(path.with_name(log.name), log)
    journal.close()
    content = bytearray(log.read_bytes())
    content[-PAGE // 2] ^= 1
    log.write_bytes({"flip": bytes(content), "cut": bytes(content[:-100]), "gone": b""}[harm])
    assert len(bodies(copy, closed)) == {"flip": 7, "cut": 7, "gone": 5}[harm], "no word of the lost end"
    found = trouble(copy, mark)
    assert (found.code, found.facts["marked"]) == (Code.CUT_SHORT, 8)


def test_a_settled_journal_needs_no_log(path: Path, tmp_path: Path) -> None:
    journal = written(path, *BODIES, checkpoint=False)
    mark = journal.settle()
    alone = Path(shutil.copy(path, tmp_path / "alone.db"))
    assert bodies(alone, mark) == list(BODIES)
    journal.abandon()


@pytest.mark.parametrize("page", range(1, 12))
def test_a_damaged_page_is_damage_and_no_tampering(path: Path, page: int) -> None:
    """Long entries: the file's last page is also the last that a reading needs, and SQLCipher gives it as zeros."""
    written(path, *(bytes([n]) * 9000 for n in range(1, 4))).close()
    pages = path.stat().st_size // PAGE
    flip(path, page % pages * PAGE + 100)
    found = trouble(path)
    assert (found.code, found.facts["file"], found.fatal) == (Code.STORE_DAMAGED, "site.db", True)


def test_damage_names_its_entry(path: Path) -> None:
    written(path, *(bytes([n]) * 9000 for n in range(1, 4))).close()
    flip(path, path.stat().st_size - PAGE // 2)
    found = trouble(path)
    assert (found.code, found.facts) == (Code.STORE_DAMAGED, {"file": "site.db", "entry": 3})
    journal = Journal(path, KEY)
    assert journal.damaged_pages() == 1
    journal.abandon()


def test_a_full_disk_keeps_all_or_nothing(path: Path, closed: Mark) -> None:
    journal = Journal(path, KEY)
    list(journal.read())
    (pages,) = journal._db.execute("PRAGMA page_count").fetchone()
    journal._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Trouble) as caught:
        journal.append(b"{}", [b"fits", bytes(3 * PAGE)])
    assert (caught.value.code, caught.value.facts, caught.value.fatal) == (
        Code.DISK_FULL,
        {"file": "site.db", "entry": 5},
        False,
    )
    with pytest.raises(Trouble) as caught:
        journal.append(b"{}", [b"closed now"])
    assert caught.value.code is Code.WRITE_DOUBTFUL
    assert bodies(path, closed) == list(BODIES)


@pytest.mark.parametrize(
    ("at", "done", "stands"), [("BEGIN", False, False), ("COMMIT", False, False), ("COMMIT", True, True)]
)
def test_after_a_doubtful_write_only_reopening_tells(
    path: Path, closed: Mark, at: str, done: bool, stands: bool
) -> None:
    journal = Journal(path, KEY)
    list(journal.read())
    journal._db = Failing(journal._db, at, "disk I/O error", done=done)
    with pytest.raises(Trouble) as caught:
        journal.append(b"{}", [b"6", b"7"])
    assert (caught.value.code, caught.value.facts["entry"]) == (Code.WRITE_DOUBTFUL, 5)
    assert bodies(path, closed) == list(BODIES) + ([b"6", b"7"] if stands else [])


LIMITED = """
import resource, sys
from pathlib import Path
from app.journal.store import Journal
from app.trouble import Trouble
journal = Journal(Path(sys.argv[1]), bytes(range(32)))
list(journal.read())
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
acknowledged = 5
try:
    while True:
        acknowledged = journal.append(b"{}", [bytes(2000), bytes(2000)]).n
except Trouble as trouble:
    print(acknowledged, trouble.code.value)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_that_stops_in_the_middle_of_a_write_keeps_what_was_acknowledged(
    path: Path, closed: Mark, project: Path
) -> None:
    child = [sys.executable, "-c", LIMITED, str(path), str(path.stat().st_size + 40_000)]
    said = subprocess.run(child, cwd=project, check=True, capture_output=True, text=True).stdout.split()
    assert said[1] in (Code.WRITE_DOUBTFUL, Code.DISK_FULL)
    assert int(said[0]) > 5
    assert len(bodies(path, closed)) == int(said[0])


def test_a_disk_that_fails_at_the_checkpoint_is_said_and_the_file_let_go(path: Path) -> None:
    journal = written(path, b"1", checkpoint=False)
    real = journal._db
    journal._db = Failing(real, "PRAGMA wal_checkpoint", "disk I/O error", done=False)
    with pytest.raises(Trouble) as caught:
        journal.close()
    assert (caught.value.code, caught.value.facts) == (Code.STORE_DAMAGED, {"file": "site.db", "entry": 1})
    with pytest.raises(sqlcipher.ProgrammingError):
        real.execute("SELECT 1")
    assert bodies(path) == [b"1"]


def test_a_journal_of_another_format_is_not_opened(path: Path, closed: Mark) -> None:
    with raw(path) as db:
        db.execute("UPDATE meta SET value = 'examsite-journal/2'")
    with pytest.raises(Trouble) as caught:
        Journal(path, KEY)
    assert caught.value.facts == {"expected": "examsite-journal/1", "found": "examsite-journal/2"}
