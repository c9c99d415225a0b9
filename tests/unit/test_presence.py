"""A lock is present when it signs a fresh challenge with the key that it had."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices.locks.software import SoftwareLock
from devices.presence import Presence
from devices.protocols import LockFault, LockKind


class Other:
    """A lock whose answers are somebody else's."""

    serial, kind, software = "KW-000007", LockKind.SITE, True

    def __init__(self, point: bytes, answer: SoftwareLock | bytes | LockFault) -> None:
        self.point, self._answer = point, answer
        self.signed: list[bytes] = []

    def sign(self, message: bytes) -> bytes | LockFault:
        self.signed.append(message)
        return self._answer.sign(message) if isinstance(self._answer, SoftwareLock) else self._answer

    def read(self, label: str) -> bytes | LockFault | None:
        raise NotImplementedError(label)

    def write(self, label: str, content: bytes) -> LockFault | None:
        raise NotImplementedError(label, content)

    def destroy(self, label: str) -> LockFault | None:
        raise NotImplementedError(label)

    def close(self) -> None:
        pass


@pytest.fixture
def lock(tmp_path: Path) -> SoftwareLock:
    return SoftwareLock.create(tmp_path / "one", "KW-000007", LockKind.SITE, "1", memory_kib=8)


@pytest.fixture
def second(tmp_path: Path) -> SoftwareLock:
    return SoftwareLock.create(tmp_path / "two", "KW-000007", LockKind.SITE, "1", memory_kib=8)


def test_the_key_that_was_there_is_present(lock: SoftwareLock) -> None:
    assert Presence().look(Other(lock.point, lock)) is None


def test_a_signature_by_another_key_is_an_exchange(lock: SoftwareLock, second: SoftwareLock) -> None:
    assert Presence().look(Other(lock.point, second)) is LockFault.EXCHANGED


def test_a_signature_heard_before_is_an_exchange(lock: SoftwareLock) -> None:
    before = Other(lock.point, lock)
    assert Presence().look(before) is None
    replayed = lock.sign(before.signed[0])
    assert Presence().look(Other(lock.point, replayed)) is LockFault.EXCHANGED


@pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\xff" * 64, b"\1" * 1000])
def test_what_is_no_signature_is_an_exchange(lock: SoftwareLock, signature: bytes) -> None:
    assert Presence().look(Other(lock.point, signature)) is LockFault.EXCHANGED


def test_a_point_off_the_curve_is_an_exchange(lock: SoftwareLock) -> None:
    assert Presence().look(Other(b"\x04" + bytes(64), lock)) is LockFault.EXCHANGED


@pytest.mark.parametrize("fault", LockFault)
def test_a_fault_is_said_as_it_is(lock: SoftwareLock, fault: LockFault) -> None:
    assert Presence().look(Other(lock.point, fault)) is fault


def test_no_challenge_comes_twice_and_none_could_be_a_document(lock: SoftwareLock) -> None:
    other = Other(lock.point, lock)
    for _ in range(3):
        Presence().look(other)
    assert len(set(other.signed)) == 3
    assert all(challenge.startswith(b"examsite-presence/1\n") for challenge in other.signed)
