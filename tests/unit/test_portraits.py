"""The registration photo, out of the personal members of the package."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from app.core.directory import Directory
from app.core.terms import Digest, Ticket
from app.exchange import strict
from app.service.console import Console
from app.service.portraits import portrait
from app.trouble import Code, Trouble
from tests.stores import Place, arrange

JPEG = b"\xff\xd8 a face \xff\xd9"
PHOTO = Digest(hashlib.sha256(JPEG).hexdigest())
SOMEONE, ANOTHER = Ticket("210100001"), Ticket("210100002")


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """SOMEONE has a photo, ANOTHER has none."""
    console = Place(tmp_path).enrol().console
    arrange(console)
    people = dict(console.directory.candidates)
    people[SOMEONE] = msgspec.structs.replace(people[SOMEONE], photo=PHOTO)
    console.directory = replace(console.directory, candidates=people)
    kept = console.store.blobs.put(console.store.keys.seal(JPEG, b"n" * 12))
    _index(console, {f"photos/{PHOTO}.jpg": kept})
    yield console
    console.store.abandon()


def _index(console: Console, members: dict[str, Digest]) -> None:
    package = console.site.package
    assert package is not None
    console.site.package = msgspec.structs.replace(package, members=console.store.blobs.put(strict.encode(members)))


def test_a_photo_comes_unsealed(console: Console) -> None:
    assert portrait(console, SOMEONE) == JPEG


def test_who_handed_in_none_or_is_erased_or_unknown_has_none(console: Console) -> None:
    assert portrait(console, ANOTHER) is None
    assert portrait(console, Ticket("999999999")) is None
    console.directory = Directory()
    assert portrait(console, SOMEONE) is None


def test_a_member_that_is_not_listed_is_none(console: Console) -> None:
    _index(console, {})
    assert portrait(console, SOMEONE) is None


def test_before_a_package_there_is_none(console: Console) -> None:
    console.site.package = None
    assert portrait(console, SOMEONE) is None


def test_a_missing_blob_is_said(console: Console) -> None:
    _index(console, {f"photos/{PHOTO}.jpg": Digest("0" * 64)})
    with pytest.raises(Trouble) as caught:
        portrait(console, SOMEONE)
    assert caught.value.code is Code.BLOB_MISSING
