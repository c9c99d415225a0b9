"""What every lock keeps to, whatever it is made of. A suite for a new kind subclasses this and says how one is made."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from devices.presence import Presence
from devices.protocols import Lock, LockFault, LockKind, LockReader, SeenLock

Call = Callable[[Lock], object]


class Bench(ABC):
    """One lock on the bench: what a test may do to it from outside."""

    serial: str
    kind: LockKind
    software: bool
    reader: LockReader
    pin = "135790"
    wrong_pin = "000000"

    @abstractmethod
    def open(self, *, wrong_pin: bool = False) -> Lock | LockFault:
        """Open it with its PIN, or with one that is wrong."""

    @abstractmethod
    def pull(self) -> None:
        """Take it out while it is in use."""

    @abstractmethod
    def plug(self) -> None:
        """Put the same lock in again."""

    @abstractmethod
    def damage(self, label: str) -> None:
        """Change the content of one data object behind its back."""


def verifies(point: bytes, signature: bytes, message: bytes) -> bool:
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def signed(lock: Lock, message: bytes) -> bytes:
    signature = lock.sign(message)
    assert isinstance(signature, bytes)
    return signature


class LockContract:
    """Subclass as Test..., with a fixture `bench`."""

    @pytest.fixture
    def lock(self, bench: Bench) -> Lock:
        lock = bench.open()
        assert not isinstance(lock, LockFault)
        return lock

    def test_it_says_what_it_is(self, bench: Bench, lock: Lock) -> None:
        assert (lock.serial, lock.kind, lock.software) == (bench.serial, bench.kind, bench.software)
        assert (len(lock.point), lock.point[0]) == (65, 4)

    @pytest.mark.parametrize("message", [b"", b"m", bytes(100_000)], ids=len)
    def test_what_it_signs_verifies(self, lock: Lock, message: bytes) -> None:
        signature = signed(lock, message)
        assert len(signature) == 64
        assert verifies(lock.point, signature, message)
        assert not verifies(lock.point, signature, message + b"x")

    def test_short_numbers_of_a_signature_are_padded(self, lock: Lock) -> None:
        """One number in 256 is shorter than 32 bytes."""
        assert {len(signed(lock, bytes([n % 256]))) for n in range(300)} == {64}

    def test_a_wrong_pin_opens_nothing(self, bench: Bench) -> None:
        assert bench.open(wrong_pin=True) is LockFault.WRONG_PIN
        assert not isinstance(bench.open(), LockFault)

    @pytest.mark.parametrize("content", [b"", b"a", bytes(range(256)) * 8], ids=len)
    def test_an_object_is_read_as_it_was_written(self, lock: Lock, content: bytes) -> None:
        assert lock.write("head-a", content) is None
        assert lock.read("head-a") == content

    def test_an_object_is_replaced_whole(self, lock: Lock) -> None:
        lock.write("head-a", b"a long first content")
        assert lock.write("head-a", b"short") is None
        assert lock.read("head-a") == b"short"

    def test_objects_do_not_touch_each_other(self, lock: Lock) -> None:
        lock.write("head-a", b"a")
        lock.write("head-b", b"b")
        lock.destroy("head-a")
        assert (lock.read("head-a"), lock.read("head-b")) == (None, b"b")

    def test_what_is_not_there_is_none_and_may_be_destroyed(self, lock: Lock) -> None:
        assert lock.read("nothing") is None
        assert lock.destroy("nothing") is None

    @pytest.mark.parametrize("label", ["", "UPPER", "a b", "../up", "a/b", "a.b", "ä", "x" * 33])
    def test_a_label_is_small_letters_digits_and_hyphens(self, lock: Lock, label: str) -> None:
        for call in (lock.read, lock.destroy, lambda name: lock.write(name, b"")):
            with pytest.raises(ValueError):
                call(label)

    def test_the_longest_label_serves(self, lock: Lock) -> None:
        label = "a0-" * 10 + "zz"
        assert lock.write(label, b"1") is None
        assert lock.read(label) == b"1"

    def test_content_and_key_survive_reopening(self, bench: Bench, lock: Lock) -> None:
        lock.write("share", b"kept")
        lock.close()
        again = bench.open()
        assert not isinstance(again, LockFault)
        assert (again.read("share"), again.point, again.serial) == (b"kept", lock.point, lock.serial)

    def test_two_open_handles_see_the_same_objects(self, bench: Bench, lock: Lock) -> None:
        other = bench.open()
        assert not isinstance(other, LockFault)
        lock.write("head-a", b"1")
        assert other.read("head-a") == b"1"
        other.write("head-a", b"2")
        assert lock.read("head-a") == b"2"
        other.close()
        assert lock.read("head-a") == b"2"
        assert verifies(lock.point, signed(lock, b"m"), b"m")

    @pytest.mark.parametrize(
        "call",
        [
            lambda lock: lock.sign(b"m"),
            lambda lock: lock.read("share"),
            lambda lock: lock.read("nothing"),
            lambda lock: lock.write("share", b"x"),
            lambda lock: lock.destroy("share"),
            lambda lock: lock.destroy("nothing"),
        ],
        ids=["sign", "read", "read nothing", "write", "destroy", "destroy nothing"],
    )
    def test_pulled_out_every_call_says_so(self, bench: Bench, lock: Lock, call: Call) -> None:
        lock.write("share", b"kept")
        bench.pull()
        assert call(lock) is LockFault.REMOVED
        assert bench.open() is LockFault.REMOVED
        bench.plug()
        again = bench.open()
        assert not isinstance(again, LockFault)
        assert again.read("share") == b"kept"

    def test_a_damaged_object_is_said_and_harms_no_other(self, bench: Bench, lock: Lock) -> None:
        lock.write("head-a", os.urandom(100))
        lock.write("head-b", b"whole")
        bench.damage("head-a")
        assert lock.read("head-a") is LockFault.DAMAGED
        assert lock.read("head-b") == b"whole"
        assert lock.write("head-a", b"new") is None
        assert lock.read("head-a") == b"new"

    def test_presence_sees_a_lock_that_is_there(self, lock: Lock) -> None:
        presence = Presence()
        assert [presence.look(lock) for _ in range(3)] == [None, None, None]

    def test_a_pulled_lock_is_noticed_at_the_next_look(self, bench: Bench, lock: Lock) -> None:
        """With one look a second, within two."""
        presence = Presence()
        assert presence.look(lock) is None
        bench.pull()
        assert presence.look(lock) is LockFault.REMOVED

    def test_before_any_pin_it_says_what_opening_confirms(self, bench: Bench, lock: Lock) -> None:
        (seen,) = bench.reader.seen()
        assert (seen.serial, seen.kind, seen.software, seen.point) == (
            lock.serial,
            lock.kind,
            lock.software,
            lock.point,
        )

    def test_only_what_is_plugged_in_is_seen(self, bench: Bench) -> None:
        before = bench.reader.seen()
        bench.pull()
        assert bench.reader.seen() == ()
        bench.plug()
        assert bench.reader.seen() == before

    def test_a_reader_opens_what_it_sees(self, bench: Bench) -> None:
        lock = bench.reader.open(bench.serial, bench.pin)
        assert not isinstance(lock, LockFault)
        assert verifies(lock.point, signed(lock, b"m"), b"m")
        lock.close()
        assert bench.reader.open(bench.serial, bench.wrong_pin) is LockFault.WRONG_PIN
        assert bench.reader.open("KW-999999", bench.pin) is LockFault.REMOVED
        bench.pull()
        assert bench.reader.open(bench.serial, bench.pin) is LockFault.REMOVED

    def test_a_lock_in_service_is_made_anew_only_when_asked_for(self, bench: Bench, lock: Lock) -> None:
        lock.write("share", b"kept")
        (seen,) = bench.reader.seen()
        make = (seen.hardware, bench.serial, LockKind.INVIGILATION, bench.pin)
        assert bench.reader.provision(*make) is LockFault.IN_SERVICE
        assert lock.read("share") == b"kept"
        made = bench.reader.provision(*make, fresh=True)
        assert isinstance(made, SeenLock)
        assert (made.serial, made.kind, made.software) == (bench.serial, LockKind.INVIGILATION, bench.software)
        assert made.point != seen.point
        assert bench.reader.seen() == (made,)
        again = bench.reader.open(bench.serial, bench.pin)
        assert not isinstance(again, LockFault)
        assert (again.read("share"), again.point) == (None, made.point)
        again.close()

    @pytest.mark.parametrize("serial", ["", "../up", "a b", "x" * 33])
    def test_a_serial_number_is_letters_digits_and_hyphens(self, bench: Bench, serial: str) -> None:
        with pytest.raises(ValueError):
            bench.reader.provision("", serial, LockKind.SITE, bench.pin)
