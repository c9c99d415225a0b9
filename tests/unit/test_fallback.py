"""The emergency paper copy on disk: when it is due, where it lies, and that no full disk stops anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.fault import FaultKind, ReportFault
from app.core.safe_state import Cleaned, Mirror
from app.core.terms import Digest, MediumSerial, RoomId, SessionId
from app.service.console import Console
from app.service.fallback import FOLDER, NAME, SECONDS, Copy, PaperFallback
from app.service.mirror import place
from app.trouble import Code, Trouble
from app.views.fallback import Fallback
from app.views.stamp import Stamp
from devices.media import FolderMedia
from tests.stores import ADMIN, EVE, OFFICER, Place, arrange

STICK = MediumSerial("U-1")


class Hand:
    """A clock that is turned by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    found = Place(tmp_path).enrol().console
    arrange(found)
    yield found
    found.store.abandon()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def paper(console: Console, tmp_path: Path, hand: Hand) -> PaperFallback:
    made = PaperFallback(console, tmp_path, hand)
    hand.now += SECONDS
    return made


def drawn(content: Fallback, stamp: Stamp) -> bytes:
    return f"{content.entry} {stamp.copy} {stamp.printed_by}".encode()


def change(console: Console) -> None:
    fault = ReportFault(FaultKind.MACHINE, SessionId("1-1"), RoomId("001"), ("001",), EVE, ADMIN.id)
    assert console.submit(fault, ADMIN, OFFICER) is None


def due(paper: PaperFallback) -> Copy:
    found = paper.due()
    assert found is not None
    return found


def mirrored(console: Console, folder: Path) -> Path:
    """The mirror's medium is in, and the mirror lies on it."""
    console.media = FolderMedia(folder / "media")
    console.site.safe.mirror = Mirror(STICK, EVE)
    beside = place(folder / "media" / STICK, console.site.code)
    beside.mkdir(parents=True)
    return beside / NAME


def test_it_is_written_after_changes_and_once_a_minute_at_most(
    console: Console, paper: PaperFallback, hand: Hand, tmp_path: Path
) -> None:
    due(paper).write(drawn)
    entry = console.store.journal.n
    assert (tmp_path / FOLDER / NAME).read_bytes() == f"{entry} 0 ".encode()
    paper.done()
    hand.now += SECONDS
    assert paper.due() is None
    change(console)
    due(paper).write(drawn)
    change(console)
    hand.now += SECONDS - 1
    assert paper.due() is None
    hand.now += 1
    due(paper).write(drawn)
    assert (tmp_path / FOLDER / NAME).read_bytes() == f"{console.store.journal.n} 0 ".encode()
    assert [one.name for one in (tmp_path / FOLDER).iterdir()] == [NAME]


def test_whoever_opens_the_store_does_not_wait_for_it(console: Console, tmp_path: Path, hand: Hand) -> None:
    assert PaperFallback(console, tmp_path, hand).due() is None


def test_there_is_none_before_a_package_and_none_while_the_desk_stands_still(
    console: Console, paper: PaperFallback
) -> None:
    package, console.site.package = console.site.package, None
    assert paper.due() is None
    console.site.package = package
    console.halt()
    assert paper.due() is None


def test_it_lies_beside_the_mirror_too_where_that_is_in(console: Console, paper: PaperFallback, tmp_path: Path) -> None:
    beside = mirrored(console, tmp_path)
    (tmp_path / "media" / "U-2").mkdir()
    due(paper).write(drawn)
    assert beside.read_bytes() == (tmp_path / FOLDER / NAME).read_bytes()
    assert not list((tmp_path / "media" / "U-2").iterdir())


def test_a_medium_that_was_pulled_is_the_mirrors_own_trouble(
    console: Console, paper: PaperFallback, tmp_path: Path
) -> None:
    beside = mirrored(console, tmp_path)
    beside.mkdir()  # nothing can be written in its place
    due(paper).write(drawn)
    assert (tmp_path / FOLDER / NAME).exists()


def test_what_cannot_be_written_is_told_once_and_tried_again(paper: PaperFallback, tmp_path: Path, hand: Hand) -> None:
    (tmp_path / FOLDER).write_bytes(b"no folder")
    with pytest.raises(Trouble) as found:
        due(paper).write(drawn)
    assert found.value.code is Code.FILE_MISSING
    assert paper.failed(found.value) is found.value
    assert paper.due() is None
    hand.now += SECONDS
    due(paper)
    assert paper.failed(found.value) is None
    (tmp_path / FOLDER).unlink()
    hand.now += SECONDS
    due(paper).write(drawn)
    paper.done()
    assert paper.failed(found.value) is found.value


def test_after_the_data_were_cleaned_nothing_of_it_is_left(
    console: Console, paper: PaperFallback, tmp_path: Path, hand: Hand
) -> None:
    beside = mirrored(console, tmp_path)
    due(paper).write(drawn)
    change(console)
    console.site.safe.cleaned = Cleaned(EVE, Digest(""))
    hand.now += SECONDS
    gone = due(paper)
    gone.write(drawn)
    assert not (tmp_path / FOLDER / NAME).exists()
    assert not beside.exists()
    gone.write(drawn)
