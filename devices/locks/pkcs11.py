"""The only code that calls a maker's module. It runs in a process of its own: there a module may hang or crash."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from pkcs11 import Attribute, KeyType, Mechanism, MechanismFlag, ObjectClass, SlotFlag, TokenFlag, exceptions
from pkcs11.util.ec import encode_named_curve_parameters

from devices.locks import contents
from devices.protocols import GONE, LockFault, LockKind, SeenLock, SeenToken

# What is not named here is DEVICE_ERROR, as is every code of a maker's own.
FAULTS: dict[type[exceptions.PKCS11Error], LockFault] = {
    exceptions.PinIncorrect: LockFault.WRONG_PIN,
    exceptions.PinInvalid: LockFault.WRONG_PIN,
    exceptions.PinLenRange: LockFault.WRONG_PIN,
    exceptions.PinLocked: LockFault.PIN_BLOCKED,
    # Neither opens with any PIN until the maker's tool has set a new one.
    exceptions.PinExpired: LockFault.PIN_BLOCKED,
    exceptions.UserPinNotInitialized: LockFault.PIN_BLOCKED,
    exceptions.DeviceMemory: LockFault.FULL,
    exceptions.TokenNotPresent: LockFault.REMOVED,
    exceptions.DeviceRemoved: LockFault.REMOVED,
    exceptions.SlotIDInvalid: LockFault.REMOVED,
    exceptions.NoSuchToken: LockFault.REMOVED,
    exceptions.TokenNotRecognised: LockFault.EXCHANGED,
    exceptions.UserNotLoggedIn: LockFault.LOGGED_OUT,
    exceptions.SessionClosed: LockFault.LOGGED_OUT,
    exceptions.SessionHandleInvalid: LockFault.LOGGED_OUT,
    # Handles of private objects end with the session.
    exceptions.KeyHandleInvalid: LockFault.LOGGED_OUT,
    exceptions.ObjectHandleInvalid: LockFault.LOGGED_OUT,
}
# What python-pkcs11 raises over an attribute that is not what the standard says.
STRANGE = (exceptions.PKCS11Error, ValueError, NotImplementedError, SystemError, struct.error)

_SOFT_MAKER = "SoftHSM project"
_CURVE = encode_named_curve_parameters("secp256r1")
_DESCRIPTION = {
    Attribute.CLASS: ObjectClass.DATA,
    Attribute.TOKEN: True,
    Attribute.PRIVATE: False,
    Attribute.APPLICATION: contents.APPLICATION,
    Attribute.LABEL: contents.NAME,
}
_OBJECTS = {
    Attribute.CLASS: ObjectClass.DATA,
    Attribute.TOKEN: True,
    Attribute.PRIVATE: True,
    Attribute.APPLICATION: contents.APPLICATION,
}
_PUBLIC_KEY = {Attribute.CLASS: ObjectClass.PUBLIC_KEY, Attribute.TOKEN: True, Attribute.LABEL: contents.NAME}
_PRIVATE_KEY = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.TOKEN: True, Attribute.LABEL: contents.NAME}


def fault_of(error: exceptions.PKCS11Error) -> LockFault:
    return FAULTS.get(type(error), LockFault.DEVICE_ERROR)


def look(library: Any) -> list[tuple[Any, SeenToken]]:
    """Every token that can be read. Some modules show only those that were there at the last C_Initialize."""
    found = []
    for slot in library.get_slots(token_present=True):
        try:
            token = slot.get_token()
            found.append((token, _seen(token)))
        except exceptions.PKCS11Error:
            continue
    return found


def look_anew(library: Any) -> tuple[SeenToken, ...] | LockFault:
    """All tokens that can be read, also those plugged in or pulled since. Ends every session: SoftHSM needs 0.3 ms."""
    try:
        library.reinitialize()
        return tuple(seen for _, seen in look(library))
    except exceptions.PKCS11Error as error:
        return fault_of(error)


def _seen(token: Any) -> SeenToken:
    slot = token.slot
    # CKF_HW_SLOT is the standard's own word for a slot that is a device; SoftHSM, rightly, does not set it.
    software = _SOFT_MAKER in (slot.manufacturer_id, token.manufacturer_id) or not slot.flags & SlotFlag.HW_SLOT
    hardware = token.serial.decode("ascii", "replace").strip("\0 ")
    initialized = bool(token.flags & TokenFlag.TOKEN_INITIALIZED)
    ready = initialized and bool(token.flags & TokenFlag.USER_PIN_INITIALIZED)
    lock = _seen_lock(token, software, hardware) if initialized else None
    return SeenToken(hardware, token.manufacturer_id, token.model, software, ready, lock)


def _seen_lock(token: Any, software: bool, hardware: str) -> SeenLock | None:
    try:
        with token.open() as session:
            descriptions = [thing[Attribute.VALUE] for thing in session.get_objects(_DESCRIPTION)]
            points = [key[Attribute.EC_POINT] for key in session.get_objects(_PUBLIC_KEY)]
    except STRANGE:
        return None
    if len(descriptions) != 1 or len(points) != 1:
        return None
    told, point = contents.described(descriptions[0]), contents.point(points[0])
    return SeenLock(*told, software, point, hardware) if told and point else None


class OpenToken:
    """A token after login. Every method but `answer` raises what the module says."""

    def __init__(self, library: Any, session: Any, key: Any, lock: SeenLock) -> None:
        self._library, self._session, self._key, self.lock = library, session, key, lock

    @classmethod
    def login(cls, library: Any, serial: str, pin: str) -> OpenToken | LockFault:
        try:
            found = [(token, seen.lock) for token, seen in look(library) if seen.lock and seen.lock.serial == serial]
            if len(found) != 1:
                return LockFault.DOUBLED if found else LockFault.REMOVED
            token, lock = found[0]
            session = token.open(rw=True, user_pin=pin)
            keys = list(session.get_objects(_PRIVATE_KEY))
        except exceptions.PKCS11Error as error:
            return fault_of(error)
        return cls(library, session, keys[0], lock) if len(keys) == 1 else LockFault.DAMAGED

    def answer(self, name: str, *arguments: Any) -> bytes | LockFault | None:
        calls: dict[str, Callable[..., bytes | LockFault | None]] = {
            "sign": self._sign,
            "read": self._read,
            "write": self._write,
            "destroy": self._destroy,
        }
        try:
            return calls[name](*arguments)
        except STRANGE as error:
            fault = fault_of(error) if isinstance(error, exceptions.PKCS11Error) else LockFault.DEVICE_ERROR
            return self._fate(fault) if fault in GONE else fault

    def _sign(self, digest: bytes) -> bytes:
        signature: bytes = self._key.sign(digest, mechanism=Mechanism.ECDSA)
        return signature

    def _read(self, label: str) -> bytes | LockFault | None:
        stored = [frame for _, frame in self._stored(label)]
        whole = [frame for frame in stored if frame]
        if whole:
            return max(whole)[1]
        return LockFault.DAMAGED if stored else None

    def _write(self, label: str, content: bytes) -> None:
        older = self._stored(label)
        turn = 1 + max((frame[0] for _, frame in older if frame), default=0)
        self._session.create_object(
            _OBJECTS | {Attribute.LABEL: label, Attribute.VALUE: contents.framed(turn, content)}
        )
        for thing, _ in older:
            thing.destroy()

    def _destroy(self, label: str) -> None:
        for thing, _ in self._stored(label):
            thing.destroy()

    def _stored(self, label: str) -> list[tuple[Any, tuple[int, bytes] | None]]:
        """The objects of this label with turn and content; None for one that is not whole."""
        found = list(self._session.get_objects(_OBJECTS | {Attribute.LABEL: label}))
        if not found:
            self._still_in()
        return [(thing, self._frame(thing)) for thing in found]

    def _frame(self, thing: Any) -> tuple[int, bytes] | None:
        try:
            return contents.unframed(thing[Attribute.VALUE])
        except STRANGE:
            self._still_in()
            return None

    def _still_in(self) -> None:
        """A search finds no private object after a logout, and SoftHSM's finds none when its files are gone."""
        if not list(self._session.get_objects(_PRIVATE_KEY)):
            raise exceptions.UserNotLoggedIn

    def _fate(self, fault: LockFault) -> LockFault:
        """What became of the token. Ends the session: modules may notice a change of tokens only at C_Initialize."""
        try:
            self._library.reinitialize()
            there = look(self._library)
        except exceptions.PKCS11Error:
            return fault
        if any(seen.lock and seen.lock.point == self.lock.point for _, seen in there):
            return fault
        # python-pkcs11's slots compare by identity.
        if any(token.slot.slot_id == self._session.token.slot.slot_id for token, _ in there):
            return LockFault.EXCHANGED
        return LockFault.REMOVED


def provision(
    library: Any, hardware: str, serial: str, kind: LockKind, pin: str, *, fresh: bool
) -> SeenLock | LockFault:
    """A new key pair on a token that has its PIN already; the description comes last, so half a lock is none."""
    try:
        tokens = [token for token, seen in look(library) if seen.ready and seen.hardware == hardware]
        if len(tokens) != 1:
            return LockFault.DOUBLED if tokens else LockFault.REMOVED
        with tokens[0].open(rw=True, user_pin=pin) as session:
            earlier = [
                thing
                for kind_of in (_DESCRIPTION, _PRIVATE_KEY, _PUBLIC_KEY, _OBJECTS)
                for thing in session.get_objects(kind_of)
            ]
            if earlier and not fresh:
                return LockFault.IN_SERVICE
            for thing in earlier:
                thing.destroy()
            _generate(session)
            session.create_object(_DESCRIPTION | {Attribute.VALUE: contents.description(serial, kind)})
        return _seen(tokens[0]).lock or LockFault.DAMAGED
    except exceptions.PKCS11Error as error:
        return fault_of(error)


def _generate(session: Any) -> None:
    curve = session.create_domain_parameters(KeyType.EC, {Attribute.EC_PARAMS: _CURVE}, local=True)
    curve.generate_keypair(
        store=True,
        id=contents.NAME.encode(),
        label=contents.NAME,
        mechanism=Mechanism.EC_KEY_PAIR_GEN,
        capabilities=MechanismFlag.SIGN | MechanismFlag.VERIFY,
        public_template={Attribute.PRIVATE: False},
        private_template={Attribute.PRIVATE: True, Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False},
    )
