"""Every way to lose a token: pulled, exchanged, its process dead or hanging. Nobody else is harmed, nothing is left."""

from __future__ import annotations

import multiprocessing
import os
import select
import signal
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from devices.locks.tokens import Limits, Pkcs11Lock
from devices.presence import Presence
from devices.protocols import Lock, LockFault, LockKind, SeenLock
from tests.contract.lock_contract import signed, verifies
from tests.contract.softhsm import PIN, ROOM, SITE, Hsm, Made, Token, module

HASTY = Limits(answer=0.2)


@pytest.fixture
def bench(hsm: Hsm, made: Made) -> Token:
    return Token(hsm, made)


@pytest.fixture
def two(hsm: Hsm, made: Made) -> tuple[Pkcs11Lock, Pkcs11Lock]:
    hsm.copy_of(made.hsm, made.site, made.room)
    return hsm.opened(SITE), hsm.opened(ROOM)


def process_of(lock: Lock) -> BaseProcess:
    (process,) = (one for one in multiprocessing.active_children() if one.name == f"lock {lock.serial}")
    return process


def pid_of(lock: Lock) -> int:
    pid = process_of(lock).pid
    assert pid
    return pid


def everything(lock: Lock) -> set[object]:
    return {
        lock.sign(b"m"),
        lock.read("share"),
        lock.write("share", b"x"),
        lock.destroy("share"),
        Presence().look(lock),
    }


def test_every_open_token_has_its_own_process(two: tuple[Pkcs11Lock, Pkcs11Lock]) -> None:
    site, room = two
    assert (site.kind, room.kind) == (LockKind.SITE, LockKind.INVIGILATION)
    assert len({os.getpid(), pid_of(site), pid_of(room)}) == 3
    assert not verifies(room.point, signed(site, b"m"), b"m")


def test_one_pulled_leaves_the_other_signing(hsm: Hsm, made: Made, two: tuple[Pkcs11Lock, Pkcs11Lock]) -> None:
    site, room = two
    hsm.pull(made.site)
    assert site.sign(b"m") is LockFault.REMOVED
    assert verifies(room.point, signed(room, b"m"), b"m")


def test_a_dead_process_is_said_and_leaves_the_other_signing(two: tuple[Pkcs11Lock, Pkcs11Lock]) -> None:
    site, room = two
    os.kill(pid_of(site), signal.SIGKILL)
    assert everything(site) == {LockFault.DRIVER_GONE}
    assert verifies(room.point, signed(room, b"m"), b"m")
    assert [process.name for process in multiprocessing.active_children()] == [f"lock {ROOM}"]


def test_a_process_that_hangs_is_ended_after_the_limit(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site)
    lock = hsm.opened(SITE)
    os.kill(pid_of(lock), signal.SIGSTOP)
    lock._limits = HASTY
    assert lock.sign(b"m") is LockFault.NO_ANSWER
    assert multiprocessing.active_children() == []
    assert everything(lock) == {LockFault.NO_ANSWER}


def test_a_hanging_process_does_not_outlast_closing(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site)
    lock = hsm.opened(SITE)
    os.kill(pid_of(lock), signal.SIGSTOP)
    lock.close()
    assert multiprocessing.active_children() == []


def test_after_closing_nothing_is_left_and_nothing_is_answered(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    lock.close()
    lock.close()
    assert multiprocessing.active_children() == []
    assert everything(lock) == {LockFault.LOGGED_OUT}


def test_a_fault_stays_until_the_pin_is_entered_again(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    bench.pull()
    assert lock.read("share") is LockFault.REMOVED
    bench.plug()
    assert everything(lock) == {LockFault.REMOVED}
    again = bench.hsm.opened(SITE)
    assert verifies(again.point, signed(again, b"m"), b"m")


def test_another_token_in_the_place_is_exchanged(bench: Token, made: Made, tmp_path: Path) -> None:
    """SoftHSM's slot is the last 31 bits of the serial number, so one that differs before sits in the same slot."""
    lock = bench.hsm.opened(SITE)
    bench.pull()
    other = "f" * 8 + made.site[8:]
    path = made.hsm.place(made.site)
    twin = bench.hsm.tokens / other
    twin.mkdir()
    for name in ("token.object", "generation"):
        content = (path / name).read_bytes()
        (twin / name).write_bytes(content.replace(made.site.encode(), other.encode()))
    (seen,) = (token for token in bench.hsm.reader().tokens() if token.ready)
    assert (seen.hardware, seen.lock) == (other, None)
    assert lock.sign(b"m") is LockFault.EXCHANGED
    assert everything(lock) == {LockFault.EXCHANGED}


def test_a_lock_made_anew_behind_our_back_is_exchanged(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    assert isinstance(bench.reader.provision(bench.hardware, SITE, LockKind.SITE, PIN, fresh=True), SeenLock)
    assert lock.sign(b"m") is LockFault.EXCHANGED


def test_the_pin_stands_nowhere_that_others_can_read(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    process = Path("/proc", str(pid_of(lock)))
    for name in ("cmdline", "environ"):
        assert PIN.encode() not in (process / name).read_bytes()
    assert PIN not in repr(process_of(lock)) + repr(vars(lock))


def test_no_module_opens_nothing(hsm: Hsm, tmp_path: Path) -> None:
    lock = Pkcs11Lock.open(tmp_path / "none.so", {}, SITE, PIN, Limits())
    assert lock is LockFault.DRIVER_MISSING
    assert multiprocessing.active_children() == []


def test_the_module_is_loaded_by_no_process_that_asks(bench: Token) -> None:
    lock = bench.hsm.opened(SITE)
    assert module().resolve().name not in Path("/proc/self/maps").read_text()
    assert module().resolve().name in Path("/proc", str(pid_of(lock)), "maps").read_text()


def hold_and_wait(pipe: Connection, hsm: Hsm) -> None:
    lock = hsm.opened(SITE)
    pipe.send(pid_of(lock))
    pipe.recv()


def test_when_the_program_is_killed_the_process_of_its_token_ends(hsm: Hsm, made: Made) -> None:
    hsm.copy_of(made.hsm, made.site)
    spawning = multiprocessing.get_context("spawn")
    ours, theirs = spawning.Pipe()
    program = spawning.Process(target=hold_and_wait, args=(theirs, hsm))
    program.start()
    theirs.close()
    watched = os.pidfd_open(ours.recv())
    assert program.pid
    os.kill(program.pid, signal.SIGKILL)
    assert select.select([watched], [], [], 60)[0]
    os.close(watched)
    ours.close()
    program.join()
