"""age v1 files (age-encryption.org): to recipients, streamed; nothing is trusted before the end was verified."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Protocol, TypeAlias

import pyrage

from app.exchange.pipe import piped
from app.trouble import Code, Trouble

Identity: TypeAlias = pyrage.x25519.Identity
Recipient: TypeAlias = pyrage.x25519.Recipient


class Source(Protocol):
    """What is encrypted."""

    def read(self, size: int = -1, /) -> bytes: ...


def identity(text: str) -> Identity:
    """An X25519 identity from its text; raises CONTENT_UNFIT."""
    try:
        found: Identity = Identity.from_str(text.strip())
    except pyrage.IdentityError as cause:
        raise Trouble(Code.CONTENT_UNFIT, file="age identity", line=0, problem="identity") from cause
    return found


def recipient(text: str) -> Recipient:
    """An X25519 recipient from its text; raises CONTENT_UNFIT."""
    try:
        found: Recipient = Recipient.from_str(text.strip())
    except pyrage.RecipientError as cause:
        raise Trouble(Code.CONTENT_UNFIT, file="age recipient", line=0, problem="recipient") from cause
    return found


def identity_of(secret: bytes) -> Identity:
    """The X25519 identity whose private scalar is these 32 bytes, as age writes it: Bech32 (BIP 173)."""
    return identity(_bech32("age-secret-key-", secret).upper())


def _bech32(prefix: str, content: bytes) -> str:
    # pyrage takes identities as text only; no maintained library offers age's long Bech32 without its 90-sign limit.
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    number = int.from_bytes(content, "big") << (-8 * len(content) % 5)
    count = -(-8 * len(content) // 5)
    data = [number >> 5 * k & 31 for k in reversed(range(count))]
    spread = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    check = 1
    for value in [*spread, *data, *[0] * 6]:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, polynomial in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= polynomial if top >> bit & 1 else 0
    sums = [(check ^ 1) >> 5 * k & 31 for k in reversed(range(6))]
    return prefix + "1" + "".join(alphabet[value] for value in [*data, *sums])


def seal(content: bytes, to: Sequence[Recipient]) -> bytes:
    """A small content, whole."""
    sealed = io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(content), sealed, list(to))
    return sealed.getvalue()


def unseal(sealed: bytes, identities: Sequence[Identity], name: str) -> bytes:
    """A small content, whole; raises FILE_NOT_FOR_US or FILE_DAMAGED."""
    plain = io.BytesIO()
    with _in_our_words(name):
        pyrage.decrypt_io(io.BytesIO(sealed), plain, list(identities))
    return plain.getvalue()


def encrypt(source: Source, target: BinaryIO, to: Sequence[Recipient]) -> None:
    """Stream a large content; an error of the source or the target comes as it was raised there."""
    origin, medium = _Origin(source), _Medium(target)
    try:
        pyrage.encrypt_io(origin, medium, list(to))
    except Exception:
        if not (origin.failed or medium.failed):
            raise
    if failed := origin.failed or medium.failed:
        raise failed


class _Origin:
    """pyrage tells of an error in its source by the words alone."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.failed: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except BaseException as cause:
            self.failed = cause
            raise


class _Medium:
    """pyrage says nothing of an error in its last write, and of others only the words; a full disk has a number."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.failed: OSError | None = None

    def write(self, content: bytes) -> int:
        try:
            return self._target.write(content)
        except OSError as cause:
            self.failed = cause
            raise


@contextmanager
def decrypting(source: BinaryIO, identities: Sequence[Identity], name: str) -> Iterator[BinaryIO]:
    """The plaintext as a stream; leaving the block without an error means that the file was whole and unchanged.

    Raises FILE_NOT_FOR_US or FILE_DAMAGED, at the end at the latest: keep nothing before the block was left.
    """

    def decrypt(target: BinaryIO) -> None:
        with _in_our_words(name):
            pyrage.decrypt_io(source, target, list(identities))

    with piped(decrypt) as plain:
        yield plain


@contextmanager
def _in_our_words(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except pyrage.DecryptError as cause:
        ours = "No matching keys" not in str(cause)
        raise Trouble(Code.FILE_DAMAGED if ours else Code.FILE_NOT_FOR_US, file=name) from cause
    except OSError as cause:
        raise Trouble(Code.FILE_DAMAGED, file=name) from cause
