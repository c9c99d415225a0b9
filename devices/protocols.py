"""What the program asks of its devices. They know nothing of exams and answer with outcomes, never a bare failure."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class LockFault(StrEnum):
    """Every way in which a lock says no. It can be pulled between two lines, so each answer may be one of these."""

    REMOVED = "removed"
    WRONG_PIN = "wrong_pin"
    PIN_BLOCKED = "pin_blocked"
    DAMAGED = "damaged"
    FULL = "full"


class LockKind(StrEnum):
    """Site lock (考务锁) or invigilation lock (监考锁)."""

    SITE = "site"
    INVIGILATION = "invigilation"


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
