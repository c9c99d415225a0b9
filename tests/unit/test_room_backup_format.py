"""Backups of rooms as files: streamed in and out, and nothing in them that leads elsewhere."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.exchange import archive, backup, room_backup, sidecars
from app.exchange.agefile import Identity, unseal
from app.exchange.room_backup import DEEPEST, LONGEST_NAME, ListedFile, lawful
from app.trouble import Code, Trouble
from tests.unit.test_agefile import Medium
from tests.vectors import sample
from tests.vectors.bench import pack, sealed, tar
from tests.vectors.keys import PROVINCE_AGE, SITE_AGE, SITE_LOCK
from tests.vectors.rooms_brought import FILES, LISTED, MANIFEST, whole

TO = [PROVINCE_AGE.to_public(), SITE_AGE.to_public()]


def listed(contents: dict[str, bytes]) -> tuple[ListedFile, ...]:
    return tuple(ListedFile(name, len(content), sample.digest(content)) for name, content in contents.items())


def opener(contents: dict[str, bytes]) -> Callable[[ListedFile], BinaryIO]:
    return lambda one: io.BytesIO(contents[one.name])


def written(contents: dict[str, bytes], files: tuple[ListedFile, ...] | None = None) -> bytes:
    target, named = io.BytesIO(), listed(contents) if files is None else files
    room_backup.write(target, named, opener(contents), TO)
    return target.getvalue()


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=9).filter(lawful),
        st.binary(max_size=3000),
        min_size=1,
        max_size=4,
    )
)
def test_round_trip(contents: dict[str, bytes]) -> None:
    found: dict[str, bytes] = {}

    def take(one: ListedFile, piece: bytes) -> None:
        found[one.name] = found.get(one.name, b"") + piece

    for identity in (PROVINCE_AGE, SITE_AGE):
        found.clear()
        assert room_backup.read(io.BytesIO(written(contents)), [identity], "f", take) == listed(contents)
        assert found == contents
        assert list(found) == list(contents)


class Zeros(io.RawIOBase):
    """As many as one likes, made as they are read."""

    def __init__(self, size: int) -> None:
        self.left, self.largest = size, 0

    def read(self, size: int = -1, /) -> bytes:
        self.largest = max(self.largest, size)
        given_now = min(size, self.left)
        self.left -= given_now
        return bytes(given_now)


def test_a_large_file_goes_through_in_pieces() -> None:
    size = 64 << 20
    zeros, pieces = Zeros(size), []
    target = io.BytesIO()
    archive.write(target, [("a", archive.Streamed(size, zeros))])
    assert zeros.largest <= 1 << 20
    for _, member in archive.stream(io.BytesIO(target.getvalue()), lambda _: archive.LARGEST, "f"):
        pieces += [len(piece) for piece in member.pieces()]
    assert sum(pieces) == size
    assert max(pieces) <= 1 << 20


def test_what_is_not_read_of_a_member_is_passed_over() -> None:
    raw = pack(tar(("a", b"one"), ("b", b"two")))
    read = [(name, member.whole()) for name, member in archive.stream(io.BytesIO(raw), lambda _: 9, "f") if name == "b"]
    assert read == [("b", b"two")]


def test_a_source_that_ends_early_is_named() -> None:
    with pytest.raises(Trouble) as caught:
        archive.write(io.BytesIO(), [("a", archive.Streamed(5, io.BytesIO(b"four")))])
    assert (caught.value.code, caught.value.facts) == (Code.FILE_DAMAGED, {"file": "a"})


@pytest.mark.parametrize("now", [b"shorter", b"another content.", b"a longer content than before"])
def test_a_file_that_changed_on_the_way_is_named(now: bytes) -> None:
    before = {"a": b"first", "b": b"the very content"}
    with pytest.raises(Trouble) as caught:
        written(before | {"b": now}, listed(before))
    assert (caught.value.code, caught.value.facts) == (Code.COPY_DIFFERS, {"file": "b"})


def test_a_full_medium_says_so() -> None:
    @contextmanager
    def opened(one: ListedFile) -> Iterator[BinaryIO]:
        yield io.BytesIO({LISTED[0].name: b"answers", LISTED[1].name: b"more answers"}[one.name])

    with pytest.raises(OSError, match="full"):
        room_backup.write(Medium(100, OSError(errno.ENOSPC, "full")), LISTED, opened, TO)


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("a", True),
        ("a/b", True),
        ("考场/结果.dat", True),
        ("..a/b..", True),
        ("con", True),
        ("x" * LONGEST_NAME, True),
        ("a/" * (DEEPEST - 1) + "b", True),
        ("x" * (LONGEST_NAME + 1), False),
        ("a/" * DEEPEST + "b", False),
        ("", False),
        ("/a", False),
        ("a/", False),
        ("a//b", False),
        (".", False),
        ("..", False),
        ("a/../b", False),
        ("./a", False),
    ],
)
def test_lawful_names(name: str, fit: bool) -> None:
    assert lawful(name) is fit


def refused(content: bytes, identity: Identity = PROVINCE_AGE) -> Code:
    with pytest.raises(Trouble) as caught:
        room_backup.read(io.BytesIO(content), [identity], "f")
    return caught.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (whole(()), Code.CONTENT_UNFIT),
        (whole((replace(LISTED[0], size=8 << 30), LISTED[1]), *FILES), Code.CONTENT_UNFIT),
        (whole((replace(LISTED[0], size=-1), LISTED[1]), *FILES), Code.CONTENT_UNFIT),
        (whole(LISTED, FILES[1], FILES[0]), Code.MEMBER_STRANGE),
        (whole(LISTED, ("results/001.dat", b"answers"), FILES[1]), Code.MEMBER_STRANGE),
        (whole(LISTED, ("files/000001", b"answer"), FILES[1]), Code.MEMBER_DIFFERS),
        (whole(LISTED, ("list.json", b""), *FILES), Code.MEMBER_DOUBLED),
        (sealed(pack(b"")[:5], PROVINCE_AGE), Code.FILE_DAMAGED),
    ],
)
def test_refused(content: bytes, code: Code) -> None:
    assert refused(content) is code


def test_too_many_files_are_no_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_backup, "MOST_FILES", 1)
    assert refused(whole(LISTED, *FILES)) is Code.CONTENT_UNFIT


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_are_refused_in_our_words(junk: bytes, at: int) -> None:
    good = whole(LISTED, *FILES)
    for content in (junk, good[:at], good[:at] + junk + good[at:]):
        if content != good:
            with pytest.raises(Trouble):
                room_backup.read(io.BytesIO(content), [PROVINCE_AGE], "f")


def test_the_list_is_plain_text() -> None:
    content = unseal(written({"考场.log": b"x"}), [PROVINCE_AGE], "f")
    assert "考场.log".encode() in b"".join(
        member for _, member in archive.read(io.BytesIO(content), lambda _: 1 << 20, "f")
    )


def test_a_sidecar_is_told_apart_by_what_it_says_it_is() -> None:
    one, other = backup.write_sidecar(sample.SIDECAR, SITE_LOCK), room_backup.write_sidecar(MANIFEST, SITE_LOCK)
    for lock in (SITE_LOCK.public, None):
        assert sidecars.read(one, lock) == sample.SIDECAR
        assert sidecars.read(other, lock) == MANIFEST


def test_names() -> None:
    made = room_backup.name(sample.EXAM, sample.SITE, MANIFEST.room, MANIFEST.day, 1)
    assert made == "sample-110105-R-001-2026-06-19-1.examsite-backup"
