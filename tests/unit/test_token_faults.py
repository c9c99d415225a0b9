"""What a maker's module may raise in the middle of a call, and what became of the token by then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from pkcs11 import Attribute, ObjectClass, SlotFlag, TokenFlag, exceptions

from devices.locks import contents
from devices.locks.pkcs11 import OpenToken, fault_of, look
from devices.protocols import LockFault, LockKind, SeenLock

POINT, OTHER = b"\x04" + bytes(64), b"\x04" + bytes(63) + b"\x01"
LOCK = SeenLock("KW-000007", LockKind.SITE, False, POINT, "1")


@dataclass
class Session:
    """Finds what it is told; private things only while someone is logged in."""

    token: Any
    points: list[bytes] = field(default_factory=list)
    logged_in: bool = True
    stored: list[dict[Attribute, Any]] = field(default_factory=list)

    def get_objects(self, wanted: dict[Attribute, Any]) -> list[dict[Attribute, Any]]:
        kind = wanted[Attribute.CLASS]
        if kind is ObjectClass.PUBLIC_KEY:
            return [{Attribute.EC_POINT: point} for point in self.points]
        if kind is ObjectClass.DATA and not wanted[Attribute.PRIVATE]:
            return [{Attribute.VALUE: contents.description("KW-000007", LockKind.SITE)}]
        if kind is ObjectClass.DATA:
            return self.stored
        return [{}] if self.logged_in else []

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Unreadable(dict[Attribute, Any]):
    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getitem__(self, name: Attribute) -> Any:
        raise self._error


@dataclass
class Slot:
    slot_id: int = 1
    point: bytes = POINT
    flags: SlotFlag = SlotFlag.TOKEN_PRESENT | SlotFlag.HW_SLOT
    manufacturer_id: str = "maker"
    raises: Exception | None = None

    def get_token(self) -> Token:
        if self.raises:
            raise self.raises
        return Token(self)


@dataclass
class Token:
    slot: Slot
    serial: bytes = b"1\0 "
    manufacturer_id: str = "maker"
    model: str = "model"
    flags: TokenFlag = TokenFlag.TOKEN_INITIALIZED | TokenFlag.USER_PIN_INITIALIZED

    def open(self) -> Session:
        return Session(self, [self.slot.point])


@dataclass
class Library:
    slots: list[Slot]
    fails: bool = False
    looks: int = 0

    def reinitialize(self) -> None:
        self.looks += 1
        if self.fails:
            raise exceptions.GeneralError

    def get_slots(self, token_present: bool) -> list[Slot]:
        assert token_present
        return self.slots


@dataclass
class Key:
    raises: Exception

    def sign(self, *_: object, **__: object) -> bytes:
        raise self.raises


HERE, GONE, SWAPPED, MOVED = [Slot()], list[Slot](), [Slot(point=OTHER)], [Slot(slot_id=2)]


@pytest.mark.parametrize(
    ("error", "there", "fault"),
    [
        (exceptions.DeviceRemoved(), GONE, LockFault.REMOVED),
        (exceptions.DeviceRemoved(), HERE, LockFault.REMOVED),
        (exceptions.DeviceRemoved(), SWAPPED, LockFault.EXCHANGED),
        (exceptions.TokenNotPresent(), GONE, LockFault.REMOVED),
        (exceptions.SlotIDInvalid(), GONE, LockFault.REMOVED),
        (exceptions.TokenNotRecognised(), HERE, LockFault.EXCHANGED),
        (exceptions.UserNotLoggedIn(), HERE, LockFault.LOGGED_OUT),
        (exceptions.UserNotLoggedIn(), MOVED, LockFault.LOGGED_OUT),
        (exceptions.SessionHandleInvalid(), HERE, LockFault.LOGGED_OUT),
        (exceptions.SessionHandleInvalid(), GONE, LockFault.REMOVED),
        (exceptions.SessionHandleInvalid(), SWAPPED, LockFault.EXCHANGED),
        (exceptions.SessionClosed(), HERE, LockFault.LOGGED_OUT),
        (exceptions.KeyHandleInvalid(), HERE, LockFault.LOGGED_OUT),
        (exceptions.DeviceError(), HERE, LockFault.DEVICE_ERROR),
        (exceptions.DeviceError(), GONE, LockFault.REMOVED),
        (exceptions.GeneralError(), SWAPPED, LockFault.EXCHANGED),
        (exceptions.PKCS11Error("0x80000001"), HERE, LockFault.DEVICE_ERROR),
        (ValueError("no attribute"), HERE, LockFault.DEVICE_ERROR),
        (SystemError("negative length"), GONE, LockFault.REMOVED),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else None,
)
def test_a_fault_is_held_against_what_is_plugged_in(error: Exception, there: list[Slot], fault: LockFault) -> None:
    library = Library(there)
    token = OpenToken(library, Session(Token(Slot())), Key(error), LOCK)
    assert token.answer("sign", bytes(32)) is fault
    assert library.looks == 1


def test_where_looking_fails_too_the_first_fault_counts() -> None:
    token = OpenToken(Library([], fails=True), Session(Token(Slot())), Key(exceptions.UserNotLoggedIn()), LOCK)
    assert token.answer("sign", bytes(32)) is LockFault.LOGGED_OUT


@pytest.mark.parametrize(
    ("error", "fault"), [(exceptions.DeviceMemory(), LockFault.FULL), (exceptions.PinLocked(), LockFault.PIN_BLOCKED)]
)
def test_what_is_no_loss_ends_no_session(error: Exception, fault: LockFault) -> None:
    library = Library(HERE)
    assert OpenToken(library, Session(Token(Slot())), Key(error), LOCK).answer("sign", bytes(32)) is fault
    assert library.looks == 0


@pytest.mark.parametrize("call", [("read", "share"), ("destroy", "share"), ("write", "share", b"x")])
def test_a_token_that_was_logged_out_is_never_empty(call: tuple[Any, ...]) -> None:
    """PKCS#11 answers a search for private objects with nothing after a logout."""
    session = Session(Token(Slot()), logged_in=False)
    token = OpenToken(Library(HERE), session, Key(RuntimeError()), LOCK)
    assert token.answer(*call) is LockFault.LOGGED_OUT
    session.logged_in = True
    assert token.answer("read", "share") is None


@pytest.mark.parametrize(("logged_in", "fault"), [(True, LockFault.DAMAGED), (False, LockFault.LOGGED_OUT)])
@pytest.mark.parametrize("error", [exceptions.GeneralError(), exceptions.ObjectHandleInvalid(), ValueError()], ids=repr)
def test_an_object_that_cannot_be_read_is_damaged_only_while_the_token_is_there(
    error: Exception, logged_in: bool, fault: LockFault
) -> None:
    session = Session(Token(Slot()), logged_in=logged_in, stored=[Unreadable(error)])
    assert OpenToken(Library(HERE), session, Key(RuntimeError()), LOCK).answer("read", "share") is fault


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (exceptions.PinIncorrect, LockFault.WRONG_PIN),
        (exceptions.PinInvalid, LockFault.WRONG_PIN),
        (exceptions.PinLenRange, LockFault.WRONG_PIN),
        (exceptions.PinLocked, LockFault.PIN_BLOCKED),
        (exceptions.PinExpired, LockFault.PIN_BLOCKED),
        (exceptions.UserPinNotInitialized, LockFault.PIN_BLOCKED),
        (exceptions.TokenWriteProtected, LockFault.DEVICE_ERROR),
        (exceptions.PKCS11Error, LockFault.DEVICE_ERROR),
    ],
)
def test_what_a_login_may_meet(error: type[exceptions.PKCS11Error], fault: LockFault) -> None:
    assert fault_of(error()) is fault


@pytest.mark.parametrize(
    "error", [exceptions.TokenNotRecognised(), exceptions.DeviceError(), exceptions.GeneralError()], ids=repr
)
def test_one_bad_slot_hides_no_other(error: Exception) -> None:
    ((token, seen),) = look(Library([Slot(raises=error), Slot()]))
    assert token.slot.slot_id == 1
    assert seen.lock == LOCK


@pytest.mark.parametrize(
    ("slot", "software"),
    [
        (Slot(), False),
        (Slot(flags=SlotFlag.TOKEN_PRESENT), True),
        (Slot(manufacturer_id="SoftHSM project"), True),
    ],
)
def test_only_a_slot_that_calls_itself_a_device_is_hardware(slot: Slot, software: bool) -> None:
    ((_, seen),) = look(Library([slot]))
    assert seen.software is software
    assert seen.lock
    assert seen.lock.software is software
