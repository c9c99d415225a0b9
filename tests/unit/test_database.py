"""Opening, locking and damage of the database files, in our own words."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from app.journal.blobs import Blobs
from app.journal.database import OnlyOne, connect, in_our_words
from app.journal.store import SCHEMA, Journal
from app.trouble import Code, Trouble
from tests.raw import KEY, PAGE, flip, written

HOLDER = """
import sys
from pathlib import Path
from app.journal.database import OnlyOne
held = OnlyOne(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_settings_hold_on_every_connection(tmp_path: Path) -> None:
    db = connect(tmp_path / "a.db", KEY, SCHEMA)
    asked = ("journal_mode", "synchronous", "recursive_triggers", "foreign_keys", "page_size", "cipher_use_hmac")
    said = {name: str(db.execute(f"PRAGMA {name}").fetchone()[0]) for name in asked}
    db.close()
    assert said == {
        "journal_mode": "wal",
        "synchronous": "2",
        "recursive_triggers": "1",
        "foreign_keys": "1",
        "page_size": str(PAGE),
        "cipher_use_hmac": "1",
    }


def test_nothing_on_disk_is_plain(tmp_path: Path) -> None:
    path = tmp_path / "site.db"
    journal = written(path, b"plain words", checkpoint=False)
    content = path.read_bytes() + path.with_name("site.db-wal").read_bytes()
    journal.close()
    for plain in (b"SQLite format 3", b"plain words", b"journal"):
        assert plain not in content


def test_a_wrong_key_opens_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "site.db"
    mark = written(path, b"1").close()
    with pytest.raises(Trouble) as caught:
        Journal(path, bytes(32))
    assert (caught.value.code, caught.value.facts["file"]) == (Code.STORE_DAMAGED, "site.db")
    assert capfd.readouterr().err == "", "SQLCipher keeps quiet"
    journal = Journal(path, KEY)
    assert len(list(journal.read([mark]))) == 1
    journal.close()


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (sqlcipher.OperationalError("database or disk is full"), Code.DISK_FULL),
        (sqlcipher.OperationalError("database is locked"), Code.STORE_IN_USE),
        (sqlcipher.OperationalError("disk I/O error"), Code.STORE_DAMAGED),
        (sqlcipher.DatabaseError("database disk image is malformed"), Code.STORE_DAMAGED),
        (OSError(errno.ENOSPC, "no space"), Code.DISK_FULL),
        (OSError(errno.EDQUOT, "quota"), Code.DISK_FULL),
        (OSError(errno.EIO, "input/output"), Code.STORE_DAMAGED),
    ],
    ids=str,
)
def test_errors_of_the_disk_have_our_names(cause: Exception, code: Code) -> None:
    with pytest.raises(Trouble) as caught, in_our_words(Path("folder/site.db"), 7):
        raise cause
    assert (caught.value.code, caught.value.facts["file"]) == (code, "site.db")
    assert caught.value.__cause__ is cause


def test_what_is_no_error_of_the_disk_passes_as_it_is() -> None:
    with pytest.raises(KeyError), in_our_words(Path("site.db")):
        raise KeyError


def test_a_folder_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    for opened in (lambda path: Journal(path, KEY), OnlyOne):
        with pytest.raises(Trouble) as caught:
            opened(tmp_path / "nowhere" / "site.db")
        assert caught.value.code is Code.STORE_DAMAGED


def test_one_program_opens_a_store_only_once(tmp_path: Path) -> None:
    first = OnlyOne(tmp_path / "in-use")
    with pytest.raises(Trouble) as caught:
        OnlyOne(tmp_path / "in-use")
    assert caught.value.code is Code.STORE_IN_USE
    first.release()
    OnlyOne(tmp_path / "in-use").release()


def test_another_program_is_refused_until_the_first_dies(tmp_path: Path, project: Path) -> None:
    path = tmp_path / "in-use"
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], cwd=project, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with child:
        assert child.stdout
        assert child.stdout.readline() == b"held\n"
        with pytest.raises(Trouble) as caught:
            OnlyOne(path)
        assert caught.value.code is Code.STORE_IN_USE
        child.kill()
    OnlyOne(path).release()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal and blobs of some pages, free ones among them, closed and whole."""
    folder = tmp_path_factory.mktemp("files")
    journal = written(folder / "site.db", *(bytes([n]) * 900 for n in range(1, 30)))
    journal._db.execute("CREATE TABLE gone (a BLOB)")
    journal._db.execute("INSERT INTO gone VALUES (zeroblob(60000))")
    journal._db.execute("DROP TABLE gone")
    journal.close()
    blobs = Blobs(folder / "blobs.db", KEY)
    kept = {blobs.put(bytes([n]) * 5000) for n in range(6)}
    assert blobs.sweep(frozenset(sorted(kept)[:3])) == 3
    blobs.close()
    for name in ("site.db", "blobs.db"):
        db = connect(folder / name, KEY, "")
        assert db.execute("PRAGMA freelist_count").fetchone()[0] > 0
        db.close()
    return folder


def verified(folder: Path) -> None:
    """What verification does, on two files without a store around them."""
    journal = Journal(folder / "site.db", KEY)
    try:
        assert len(list(journal.read())) == 29
        if pages := journal.damaged_pages():
            raise Trouble(Code.STORE_DAMAGED, file="site.db", pages=pages)
    finally:
        journal.abandon()
    blobs = Blobs(folder / "blobs.db", KEY)
    try:
        if pages := blobs.damaged_pages():
            raise Trouble(Code.STORE_DAMAGED, file="blobs.db", pages=pages)
        for digest, size in blobs.digests():
            assert len(blobs.get(digest)) == size
    finally:
        blobs.abandon()


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@example(at=0.0, bit=0)
@example(at=1 - 1e-9, bit=7)
def test_any_flipped_bit_of_a_file_is_found_and_the_file_named(
    files: Path, tmp_path_factory: pytest.TempPathFactory, name: str, at: float, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("flipped") / "files"
    shutil.copytree(files, folder)
    flip(folder / name, int(at * (folder / name).stat().st_size), 1 << bit)
    with pytest.raises(Trouble) as caught:
        verified(folder)
    shutil.rmtree(folder)
    assert (caught.value.code, caught.value.facts["file"]) == (Code.STORE_DAMAGED, name)


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
@pytest.mark.parametrize("page", range(60))
def test_every_page_is_guarded_used_or_free(files: Path, tmp_path: Path, name: str, page: int) -> None:
    folder = tmp_path / "files"
    if (page + 1) * PAGE > (files / name).stat().st_size:
        return
    shutil.copytree(files, folder)
    flip(folder / name, page * PAGE + 1000)
    with pytest.raises(Trouble) as caught:
        verified(folder)
    assert (caught.value.code, caught.value.facts["file"]) == (Code.STORE_DAMAGED, name)


@pytest.mark.parametrize("name", ["site.db", "blobs.db"])
@pytest.mark.parametrize("harm", [b"", b"x", bytes(PAGE)], ids=["cut", "longer", "one page longer"])
def test_a_file_of_another_length_is_found(files: Path, tmp_path: Path, name: str, harm: bytes) -> None:
    folder = tmp_path / "files"
    shutil.copytree(files, folder)
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content + harm if harm else content[:-1])
    with pytest.raises(Trouble) as caught:
        verified(folder)
    assert (caught.value.code, caught.value.facts["file"]) == (Code.STORE_DAMAGED, name)


def test_whole_files_are_proved(files: Path, tmp_path: Path) -> None:
    shutil.copytree(files, tmp_path / "files")
    verified(tmp_path / "files")
