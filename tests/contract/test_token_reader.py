"""Looking for tokens: whatever is plugged in, and whatever a maker's module does, the rest is still seen."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import libusb_package
import pytest

from devices.locks import contents
from devices.locks.tokens import Limits
from devices.protocols import LockFault, LockKind, SeenLock
from tests.contract.softhsm import PIN, ROOM, SITE, WRONG_PIN, Hsm, Made, describe, module


def serials(locks: tuple[SeenLock, ...]) -> set[tuple[str, LockKind]]:
    return {(lock.serial, lock.kind) for lock in locks}


BOTH = {(SITE, LockKind.SITE), (ROOM, LockKind.INVIGILATION)}


def test_several_tokens_are_seen_at_once_and_strange_ones_left_out(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site, made.room, made.blank)
    reader = hsm.reader()
    assert serials(reader.seen()) == BOTH
    assert {lock.hardware for lock in reader.seen()} == {made.site, made.room}
    tokens = {token.hardware: token for token in reader.tokens()}
    # SoftHSM always offers one more place, without serial number.
    assert set(tokens) == {made.site, made.room, made.blank, ""}
    assert (tokens[made.blank].lock, tokens[made.blank].ready) == (None, True)
    assert (tokens[""].lock, tokens[""].ready) == (None, False)
    assert {token.maker for token in tokens.values()} == {"SoftHSM project"}
    assert reader.faults == {}


def test_a_token_in_software_counts_as_hardware_only_where_that_is_asked_for(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site, made.blank)
    assert {token.software for token in hsm.reader().tokens()} == {True}
    reader = hsm.reader(soft_as_hardware=True)
    assert {token.software for token in reader.tokens()} == {False}
    assert {lock.software for lock in reader.seen()} == {False}
    lock = reader.open(SITE, PIN)
    assert not isinstance(lock, LockFault)
    assert not lock.software
    lock.close()
    new = reader.provision(made.blank, "KW-2", LockKind.SITE, PIN)
    assert isinstance(new, SeenLock)
    assert not new.software


def test_a_process_serves_many_looks_and_sees_what_is_plugged_in_later(hsm: Hsm, made: Made) -> None:
    reader = hsm.reader()
    assert reader.seen() == ()
    (process,) = multiprocessing.active_children()
    hsm.copy_of(made.hsm, made.site)
    assert len(reader.seen()) == 1
    hsm.copy_of(made.hsm, made.room)
    assert serials(reader.seen()) == BOTH
    hsm.pull(made.site)
    assert len(reader.seen()) == 1
    assert [one.pid for one in multiprocessing.active_children()] == [process.pid]


@pytest.mark.parametrize(
    "told",
    [
        (),
        (contents.description(SITE, LockKind.SITE),) * 2,
        (b"",),
        (b"null",),
        (b'{"format": "examsite-lock/2", "serial": "KW-1", "kind": "site"}',),
    ],
    ids=["none", "two", "empty", "null", "later edition"],
)
def test_a_token_that_describes_itself_strangely_is_no_lock(hsm: Hsm, made: Made, told: tuple[bytes, ...]) -> None:
    hsm.copy_of(made.hsm, made.site, made.room)
    hsm.raw(describe, made.site, *told)
    reader = hsm.reader()
    assert serials(reader.seen()) == {(ROOM, LockKind.INVIGILATION)}
    assert reader.open(SITE, PIN) is LockFault.REMOVED


def test_a_description_is_only_a_claim(hsm: Hsm, made: Made) -> None:
    """Whoever holds the PIN can write it; the key below it is still the registered one."""
    hsm.copy_of(made.hsm, made.room)
    reader = hsm.reader()
    (before,) = reader.seen()
    hsm.raw(describe, made.room, contents.description(SITE, LockKind.SITE))
    (after,) = reader.seen()
    assert serials((after,)) == {(SITE, LockKind.SITE)}
    assert after.point == before.point


def test_two_tokens_of_one_serial_number_are_not_chosen_between(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site, made.room)
    hsm.raw(describe, made.room, contents.description(SITE, LockKind.SITE))
    reader = hsm.reader()
    assert len(reader.seen()) == 2
    assert reader.open(SITE, PIN) is LockFault.DOUBLED
    assert hsm.open(SITE) is LockFault.DOUBLED
    assert reader.provision(made.room, SITE, LockKind.SITE, PIN, fresh=True) is LockFault.DOUBLED
    hsm.pull(made.room)
    lock = reader.open(SITE, PIN)
    assert not isinstance(lock, LockFault)
    lock.close()


def test_a_token_that_two_modules_show_is_one_lock(hsm: Hsm, made: Made, tmp_path: Path) -> None:
    hsm.copy_of(made.hsm, made.site, made.blank)
    second = tmp_path / "second.so"
    second.symlink_to(module())
    reader = hsm.reader(module(), second)
    assert len(reader.seen()) == 1
    assert len(reader.tokens()) == 3
    lock = reader.open(SITE, PIN)
    assert not isinstance(lock, LockFault)
    lock.close()
    assert isinstance(reader.provision(made.blank, "KW-2", LockKind.SITE, PIN), SeenLock)


def test_a_blank_token_becomes_a_lock(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.blank)
    reader = hsm.reader()
    new = reader.provision(made.blank, "JK-000002", LockKind.INVIGILATION, PIN)
    assert isinstance(new, SeenLock)
    assert (new.serial, new.kind, new.software, new.hardware) == (
        "JK-000002",
        LockKind.INVIGILATION,
        True,
        made.blank,
    )
    assert reader.seen() == (new,)
    assert {one.name.split()[0] for one in multiprocessing.active_children()} == {"search"}


def test_what_stops_the_making_of_a_lock(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.blank)
    reader = hsm.reader()
    assert reader.provision(made.blank, "KW-2", LockKind.SITE, WRONG_PIN) is LockFault.WRONG_PIN
    assert reader.provision("0" * 16, "KW-2", LockKind.SITE, PIN) is LockFault.REMOVED
    # No PIN was ever set on this one.
    assert reader.provision("", "KW-2", LockKind.SITE, PIN) is LockFault.REMOVED
    assert reader.seen() == ()


def test_half_a_lock_is_none_and_is_made_anew_only_when_asked_for(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site)
    hsm.raw(describe, made.site)
    reader = hsm.reader()
    assert reader.seen() == ()
    assert reader.provision(made.site, SITE, LockKind.SITE, PIN) is LockFault.IN_SERVICE
    assert isinstance(reader.provision(made.site, SITE, LockKind.SITE, PIN, fresh=True), SeenLock)


@pytest.mark.parametrize("what", ["absent", "text", "other library", "folder"])
def test_a_module_that_is_none_is_said_and_hides_no_other(hsm: Hsm, made: Made, tmp_path: Path, what: str) -> None:
    hsm.copy_of(made.hsm, made.site, made.room)
    strange = tmp_path / "strange.so"
    if what == "text":
        strange.write_text("no library")
    elif what == "folder":
        strange.mkdir()
    elif what == "other library":
        strange = Path(str(libusb_package.get_library_path()))
    reader = hsm.reader(strange, module())
    assert serials(reader.seen()) == BOTH
    assert reader.faults == {strange: LockFault.DRIVER_MISSING}
    assert reader.open("KW-1", PIN) is LockFault.REMOVED
    alone = hsm.reader(strange)
    assert alone.seen() == ()
    assert alone.open(SITE, PIN) is LockFault.DRIVER_MISSING
    assert alone.provision(made.site, SITE, LockKind.SITE, PIN) is LockFault.DRIVER_MISSING


def test_no_process_is_begun_for_a_module_that_is_not_there(
    hsm: Hsm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A site that has only one of the makers' modules looks for tokens every second."""
    begun: list[object] = []
    monkeypatch.setattr("devices.locks.tokens.Child", lambda *words, **_: begun.append(words))
    assert hsm.reader(tmp_path / "none.so").seen() == ()
    assert begun == []


def test_a_module_that_hangs_while_loading_hides_no_other(hsm: Hsm, made: Made, tmp_path: Path) -> None:
    """Opening a pipe that nobody writes to waits for ever, as a maker's module may."""
    hsm.copy_of(made.hsm, made.site, made.room)
    hanging = tmp_path / "hanging.so"
    os.mkfifo(hanging)
    good = hsm.reader()
    assert len(good.seen()) == 2
    reader = hsm.reader(hanging, limits=Limits(opening=0.2))
    assert reader.seen() == ()
    assert reader.faults == {hanging: LockFault.NO_ANSWER}
    assert reader.open(SITE, PIN) is LockFault.NO_ANSWER
    assert len(multiprocessing.active_children()) == 1
    assert serials(good.seen()) == BOTH


@pytest.mark.parametrize(
    ("end", "fault"), [(signal.SIGSTOP, LockFault.NO_ANSWER), (signal.SIGKILL, LockFault.DRIVER_GONE)]
)
def test_a_search_that_ends_or_hangs_is_begun_anew(hsm: Hsm, made: Made, end: signal.Signals, fault: LockFault) -> None:
    hsm.copy_of(made.hsm, made.site)
    reader = hsm.reader(limits=Limits(answer=0.2, opening=60))
    assert len(reader.seen()) == 1
    (process,) = multiprocessing.active_children()
    assert process.pid
    os.kill(process.pid, end)
    assert reader.seen() == ()
    assert reader.faults == {module(): fault}
    assert multiprocessing.active_children() == []
    assert len(reader.seen()) == 1
    assert reader.faults == {}


def test_closing_the_reader_ends_its_search_and_leaves_open_locks(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site)
    reader = hsm.reader()
    lock = reader.open(SITE, PIN)
    assert not isinstance(lock, LockFault)
    reader.close()
    assert [one.name for one in multiprocessing.active_children()] == [f"lock {SITE}"]
    assert isinstance(lock.sign(b"m"), bytes)
    lock.close()
    assert len(reader.seen()) == 1
