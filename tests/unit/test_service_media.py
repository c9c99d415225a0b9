"""Media at the desk: what is in, which registered one a folder lies on, and what a trial found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.core.media import OwnDisk
from app.core.permission import AnotherPersonNeeded
from app.core.safe_state import MediumFault
from app.core.terms import MediumSerial, PersonId
from app.service import media
from app.service.console import Console
from app.trouble import Code, Trouble
from devices.media import FolderMedia, SeenMedium, Trial, TrialFault
from tests.stores import ADMIN, OFFICER, Place, arrange

A, B = MediumSerial("S-1"), MediumSerial("S-2")
WHO = PersonId("A01")
FAST = Trial(20 << 20, None)


@dataclass(frozen=True)
class Mute:
    """A system that tells no serial of anything, or another file system."""

    inner: FolderMedia
    serial: str | None = None
    file_system: str = ""

    def seen(self) -> tuple[SeenMedium, ...]:
        return tuple(self._told(one) for one in self.inner.seen())

    def at(self, folder: Path) -> SeenMedium:
        return self._told(self.inner.at(folder))

    def _told(self, one: SeenMedium) -> SeenMedium:
        serial = one.serial if self.serial is None else self.serial
        return replace(one, serial=serial, file_system=self.file_system)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    made = Place(tmp_path).enrol().console
    arrange(made)
    for serial in (A, B):
        (tmp_path / "media" / serial / "backups").mkdir(parents=True)
    made.media = FolderMedia(tmp_path / "media")
    yield made
    made.store.abandon()


@pytest.fixture
def sticks(tmp_path: Path) -> Path:
    return tmp_path / "media"


def register(console: Console, folder: Path, label: str = "L-1") -> None:
    assert media.register(console, folder, label, WHO, ADMIN) is None


def trouble(console: Console, folder: Path, medium: MediumSerial) -> Trouble:
    with pytest.raises(Trouble) as caught:
        media.on_medium(console, folder, medium)
    return caught.value


def test_what_is_in_with_what_the_register_says_of_it(console: Console, sticks: Path) -> None:
    register(console, sticks / A)
    first, second = media.plugged_in(console)
    assert (first.serial, first.known and first.known.label) == (A, "L-1")
    assert (second.serial, second.known) == (B, None)
    assert media.folder_of(console, A) == sticks / A
    assert media.folder_of(console, MediumSerial("S-9")) is None


def test_a_folder_deep_on_a_medium_is_on_it(console: Console, sticks: Path) -> None:
    register(console, sticks / A)
    media.on_medium(console, sticks / A / "backups", A)
    assert media.medium_at(console, sticks / A / "backups") == A


def test_another_medium_or_this_machines_disk_is_not(console: Console, sticks: Path, tmp_path: Path) -> None:
    register(console, sticks / A)
    for folder in (sticks / B, tmp_path):
        found = trouble(console, folder, A)
        assert (found.code, found.facts) == (Code.MEDIUM_UNREGISTERED, {"label": "L-1"})
    assert trouble(console, sticks / B, B).facts == {"label": B}


def test_the_disk_that_the_store_lies_on_is_no_medium(console: Console, sticks: Path, tmp_path: Path) -> None:
    """A system tells the serial of its own disk as of any other; a backup there would close a day."""
    console.media = FolderMedia(tmp_path.parent)
    assert media.medium_at(console, tmp_path / "desktop") == tmp_path.name
    assert media.register(console, tmp_path / "desktop", "L-8", WHO, ADMIN, OFFICER) == OwnDisk("L-8")
    assert not console.site.safe.media
    console.media = FolderMedia(sticks)
    register(console, sticks / A, "L-8")


def test_a_medium_without_a_serial_goes_by_its_label_before_two(console: Console, sticks: Path) -> None:
    console.media = Mute(FolderMedia(sticks), serial="")
    alone = media.register(console, sticks / A, "L-7", WHO, ADMIN)
    assert isinstance(alone, AnotherPersonNeeded)
    assert media.register(console, sticks / A, "L-7", WHO, ADMIN, OFFICER) is None
    assert not console.site.safe.media[MediumSerial("L-7")].read
    media.on_medium(console, sticks / A, MediumSerial("L-7"))
    assert [one.known for one in media.plugged_in(console)] == [None, None]
    # One that does tell a serial is another one
    console.media = FolderMedia(sticks)
    assert trouble(console, sticks / A, MediumSerial("L-7")).code is Code.MEDIUM_UNREGISTERED


@pytest.mark.parametrize(
    ("found", "kind", "fault"),
    [
        (FAST, "exfat", None),
        (Trial(0, TrialFault.READ_ONLY), "vfat", MediumFault.READ_ONLY),
        (Trial(0, TrialFault.FULL), "ext4", MediumFault.FULL),
        (Trial(0, TrialFault.WRITE_FAILED), "ext4", MediumFault.WRITE_FAILED),
        (Trial(5, TrialFault.READ_BACK_FAILED), "ext4", MediumFault.READ_BACK_FAILED),
        (FAST, "vfat", MediumFault.FILE_SYSTEM),
        (Trial(media.TOO_SLOW - 1, None), "exfat", MediumFault.SLOW),
        (Trial(media.TOO_SLOW, None), "exfat", None),
    ],
)
def test_a_trial_is_entered_with_what_it_found(
    console: Console, sticks: Path, found: Trial, kind: str, fault: MediumFault | None
) -> None:
    register(console, sticks / A)
    console.media = Mute(FolderMedia(sticks), file_system=kind)
    assert media.enter_trial(console, A, sticks / A, found, True, ADMIN) is None
    trial = console.site.safe.media[A].trial
    assert trial is not None
    assert (trial.fault, trial.speed, trial.file_system, trial.virus_checked) == (fault, found.speed, kind, True)
    assert trial.size >= trial.free > 0


def test_a_trial_of_another_medium_is_entered_for_none(console: Console, sticks: Path) -> None:
    register(console, sticks / A)
    with pytest.raises(Trouble):
        media.enter_trial(console, A, sticks / B, FAST, True, ADMIN)
    with pytest.raises(Trouble):
        media.enter_trial(console, B, sticks / B, FAST, True, ADMIN)
    assert console.site.safe.media[A].trial is None


def test_the_test_write_itself(sticks: Path, console: Console) -> None:
    assert media.trial(sticks / A).fault is None
    assert [one.name for one in (sticks / A).iterdir()] == ["backups"]
    assert console.site.safe.media == {}
