"""The site lock as the service sees it: two notes in turn, one of them whole at every instant."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.terms import Mode
from app.exchange.signed import PublicKey
from app.journal.chain import Mark
from app.service.sitelock import LockKey, note_head, noted_heads, worked
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockFault
from tests.contract.lock_contract import verifies
from tests.raw import flip
from tests.stores import SERIAL, SITE, Place


@pytest.fixture
def lock(tmp_path: Path) -> SoftwareLock:
    return Place(tmp_path).make_lock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Place(tmp_path).lock_folder


def mark(n: int) -> Mark:
    return Mark(n, bytes([n]) * 32)


def note(lock: SoftwareLock, *numbers: int) -> None:
    for n in numbers:
        note_head(lock, Mode.PRACTICE, SITE, mark(n))


def numbers(lock: SoftwareLock) -> list[int]:
    assert all(one == mark(one.n) for one in noted_heads(lock))
    return [one.n for one in noted_heads(lock)]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (LockFault.REMOVED, Code.LOCK_REMOVED),
        (LockFault.WRONG_PIN, Code.WRONG_PIN),
        (LockFault.PIN_BLOCKED, Code.PIN_BLOCKED),
        (LockFault.FULL, Code.LOCK_FULL),
        (LockFault.DAMAGED, Code.LOCK_DAMAGED),
    ],
)
def test_every_fault_is_trouble(fault: LockFault, code: Code) -> None:
    with pytest.raises(Trouble) as caught:
        worked(fault)
    assert caught.value.code is code


def test_every_fault_is_known() -> None:
    for fault in LockFault:
        with pytest.raises(Trouble):
            worked(fault)
    assert worked(b"answer") == b"answer"
    assert worked(None) is None


def test_a_new_lock_remembers_nothing(lock: SoftwareLock) -> None:
    assert numbers(lock) == []


def test_notes_take_turns(lock: SoftwareLock, folder: Path) -> None:
    note(lock, 3)
    assert numbers(lock) == [3]
    note(lock, 5)
    assert numbers(lock) == [3, 5]
    before = {path.name: path.read_bytes() for path in folder.glob("head-*")}
    note(lock, 9)
    assert numbers(lock) == [5, 9]
    after = {path.name: path.read_bytes() for path in folder.glob("head-*")}
    assert sum(before[name] != after[name] for name in before) == 1, "the newer one was not touched"


@pytest.mark.parametrize("crash", ["before", "destroyed", "half"])
def test_pulled_while_noting_the_newer_note_is_left(
    lock: SoftwareLock, monkeypatch: pytest.MonkeyPatch, crash: str
) -> None:
    note(lock, 3, 5)

    def pulled(label: str, content: bytes) -> LockFault:
        if crash != "before":
            lock.destroy(label)
        if crash == "half":
            (lock._folder / f"{label}.object").write_bytes(content[:7])
        return LockFault.REMOVED

    with monkeypatch.context() as patched:
        patched.setattr(lock, "write", pulled)
        with pytest.raises(Trouble) as caught:
            note(lock, 9)
        assert caught.value.code is Code.LOCK_REMOVED
    assert numbers(lock) == ([3, 5] if crash == "before" else [5])
    note(lock, 9)
    assert numbers(lock) == [5, 9]


def test_a_damaged_note_counts_for_nothing_and_is_written_over(lock: SoftwareLock, folder: Path) -> None:
    note(lock, 3, 5)
    flip(folder / "head-b.object", 20)
    assert numbers(lock) == [3]
    note(lock, 6)
    assert numbers(lock) == [3, 6]


def test_a_note_of_another_shape_is_refused(lock: SoftwareLock) -> None:
    lock.write("head-a", b'{"n":1}')
    with pytest.raises(Trouble) as caught:
        noted_heads(lock)
    assert caught.value.code is Code.CONTENT_UNFIT


def test_a_lock_that_is_out_tells_no_heads(lock: SoftwareLock, folder: Path) -> None:
    note(lock, 3)
    folder.rename(folder.with_name("away"))
    for does in (lambda: noted_heads(lock), lambda: note(lock, 4), lambda: LockKey(lock).sign(b"m")):
        with pytest.raises(Trouble) as caught:
            does()
        assert caught.value.code is Code.LOCK_REMOVED


def test_a_lock_signs_documents(lock: SoftwareLock) -> None:
    key = LockKey(lock)
    assert key.serial == SERIAL
    assert key.public == PublicKey.read(key.public.jwk)
    assert key.public.alg == "ES256"
    assert verifies(lock.point, key.sign(b"m"), b"m")
