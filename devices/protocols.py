"""What the program asks of its devices. They know nothing of exams and answer with outcomes, never a bare failure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class LockFault(StrEnum):
    """Every way in which a lock says no. It can be pulled between two lines, so each answer may be one of these."""

    REMOVED = "removed"
    # Another token sits in its place, or one that signs with another key.
    EXCHANGED = "exchanged"
    # The token is there but has ended the session: another program logged out, or it was out for a moment.
    LOGGED_OUT = "logged_out"
    DEVICE_ERROR = "device_error"
    # The process that talks to the token has died.
    DRIVER_GONE = "driver_gone"
    # Nothing came within the limit; that process was ended.
    NO_ANSWER = "no_answer"
    # The maker's module could not be loaded or started.
    DRIVER_MISSING = "driver_missing"

    WRONG_PIN = "wrong_pin"
    PIN_BLOCKED = "pin_blocked"
    DAMAGED = "damaged"
    FULL = "full"
    # Asked to make a lock of what is one already, or half of one.
    IN_SERVICE = "in_service"
    # Two that are plugged in call themselves the same.
    DOUBLED = "doubled"


# After these only a new opening with the PIN helps: the handle of a token is dead then, and repeats its fault.
GONE = frozenset(
    {
        LockFault.REMOVED,
        LockFault.EXCHANGED,
        LockFault.LOGGED_OUT,
        LockFault.DEVICE_ERROR,
        LockFault.DRIVER_GONE,
        LockFault.NO_ANSWER,
        LockFault.DRIVER_MISSING,
    }
)


class LockKind(StrEnum):
    """Site lock (考务锁) or invigilation lock (监考锁)."""

    SITE = "site"
    INVIGILATION = "invigilation"


@dataclass(frozen=True, slots=True)
class SeenLock:
    """What a plugged-in lock says of itself before any PIN: a claim until its key has signed and is in the register."""

    serial: str
    kind: LockKind
    software: bool
    # As of Lock; empty for a software lock of an early release, whose file does not tell.
    point: bytes
    # The token's own serial number; empty for a software lock.
    hardware: str


@dataclass(frozen=True, slots=True)
class SeenToken:
    """A plugged-in token, whether or not it holds a lock."""

    hardware: str
    maker: str
    model: str
    software: bool
    # The maker's tool gave it a PIN; without one nothing can be put on it.
    ready: bool
    lock: SeenLock | None


class Lock(Protocol):
    """An open lock: its PIN was right when it was opened. The private key never leaves it."""

    @property
    def serial(self) -> str: ...

    @property
    def kind(self) -> LockKind: ...

    @property
    def software(self) -> bool:
        """A key file instead of a token: marked on every screen and form."""
        ...

    @property
    def point(self) -> bytes:
        """The P-256 public key: 65 bytes, uncompressed."""
        ...

    def sign(self, message: bytes) -> bytes | LockFault:
        """ECDSA over SHA-256 of the message: r and s, 32 bytes each."""
        ...

    def read(self, label: str) -> bytes | LockFault | None:
        """A private data object; None where there is none of this label."""
        ...

    def write(self, label: str, content: bytes) -> LockFault | None:
        """Create or replace a private data object."""
        ...

    def destroy(self, label: str) -> LockFault | None:
        """Remove a private data object, if it is there."""
        ...

    def close(self) -> None: ...


class LockReader(Protocol):
    """A place where locks are plugged in. Its calls take up to seconds: ask from a lane."""

    def seen(self) -> tuple[SeenLock, ...]:
        """The locks there now. What is no lock of ours, or cannot be read, is left out."""
        ...

    def open(self, serial: str, pin: str) -> Lock | LockFault: ...

    def provision(
        self, hardware: str, serial: str, kind: LockKind, pin: str, *, fresh: bool = False
    ) -> SeenLock | LockFault:
        """Make a lock with a new key. IN_SERVICE where there is one already, unless `fresh` has it destroyed first."""
        ...

    def close(self) -> None:
        """Ends what looks for locks; locks that were opened stay open."""
        ...
