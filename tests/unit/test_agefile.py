"""age files: whole and for us, or refused."""

from __future__ import annotations

import base64
import errno
import io

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.exchange import agefile
from app.exchange.agefile import decrypting, encrypt, identity, identity_of, recipient, seal, unseal
from app.trouble import Code, Trouble
from tests.vectors.keys import SITE_AGE, STRANGER_AGE

TO = [SITE_AGE.to_public()]
LARGE = bytes(range(256)) * 8192
"""More than pipe and buffers hold."""
SMALL = seal(b"hello", TO)


class Medium(io.BytesIO):
    """Takes so many bytes and then fails, in the middle of a write."""

    def __init__(self, room: int, error: Exception) -> None:
        super().__init__()
        self.room, self.error = room, error

    def write(self, content: object, /) -> int:
        assert isinstance(content, bytes)
        self.room -= len(content)
        if self.room < 0:
            raise self.error
        return super().write(content)


@given(st.binary(min_size=32, max_size=32))
def test_identity_is_age_s_own_text(scalar: bytes) -> None:
    own = identity_of(scalar)
    assert str(pyrage.x25519.Identity.from_str(str(own))) == str(own)
    public = X25519PrivateKey.from_private_bytes(scalar).public_key().public_bytes_raw()
    assert str(own.to_public()) == agefile._bech32("age", public)


def test_the_identity_of_age_s_own_test_kit() -> None:
    text = "AGE-SECRET-KEY-1XMWWC06LY3EE5RYTXM9MFLAZ2U56JJJ36S0MYPDRWSVLUL66MV4QX3S7F6"
    assert str(identity(f" {text}\n")) == text


@pytest.mark.parametrize("text", ["", "age1", "AGE-SECRET-KEY-1", "AGE-PLUGIN-YUBIKEY-1QQ", "é\0"])
def test_no_identity_no_recipient(text: str) -> None:
    for read in (identity, recipient):
        with pytest.raises(Trouble, match="content-unfit"):
            read(text)


def test_recipient() -> None:
    assert str(recipient(f"{TO[0]}\n")) == str(TO[0])


@pytest.mark.parametrize("content", [b"", b"hello", LARGE])
def test_round_trip(content: bytes) -> None:
    sealed = io.BytesIO()
    encrypt(io.BytesIO(content), sealed, TO)
    assert unseal(sealed.getvalue(), [STRANGER_AGE, SITE_AGE], "f") == content
    with decrypting(io.BytesIO(seal(content, TO)), [SITE_AGE], "f") as plain:
        assert plain.read() == content


@given(st.integers(0, len(SMALL) * 8 - 1))
def test_no_single_bit_may_change(bit: int) -> None:
    changed = bytearray(SMALL)
    changed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Trouble) as caught:
        unseal(bytes(changed), [SITE_AGE], "f")
    assert caught.value.code in (Code.FILE_DAMAGED, Code.FILE_NOT_FOR_US)


@given(st.integers(0, len(SMALL) - 1))
def test_no_cut_is_taken(length: int) -> None:
    with pytest.raises(Trouble, match="file-damaged"):
        unseal(SMALL[:length], [SITE_AGE], "f")


UNDER_WORDS = base64.b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBVK2RRN1VHTk1WakVVZTJEZzdhbkFRIDE5CmJSdHkwQ2pMb3VPWkxsY1BC"
    "UzRMcFBrZE9WdnEzejRkZjFqRS82VDFnUWcKLS0tIE4zNEIxYzFiMmFHeThVYWhlSUhsaWNwV1BOVjA5WTVxaDBiV0E5N3ZlYkkK"
    "YpAMIWd98mErM/QZKcg0Hbt3HKHs75LTDW857plDJYzc"
)
"""The letter x under the passphrase "words": to make one takes a second and a half by design."""


def test_not_for_us() -> None:
    for sealed in (seal(b"x", [STRANGER_AGE.to_public()]), UNDER_WORDS):
        with pytest.raises(Trouble, match="file-not-for-us"):
            unseal(sealed, [SITE_AGE], "f")


def test_a_cut_file_gives_text_first_and_the_error_at_the_end() -> None:
    heard: list[bytes] = []

    def listen() -> None:
        with decrypting(io.BytesIO(seal(LARGE, TO)[:-1]), [SITE_AGE], "f") as plain:
            heard.append(plain.read())

    with pytest.raises(Trouble, match="file-damaged"):
        listen()
    assert heard[0]
    assert LARGE.startswith(heard[0])


def test_a_block_that_had_enough_is_still_told_of_damage_behind() -> None:
    with pytest.raises(Trouble, match="file-damaged"), decrypting(io.BytesIO(SMALL + b"x"), [SITE_AGE], "f"):
        pass


def test_the_reader_s_own_refusal_stands() -> None:
    """Closing the stream early makes the decryption fail as well, but that came second."""
    with pytest.raises(Trouble, match="member-strange"), decrypting(io.BytesIO(seal(LARGE, TO)), [SITE_AGE], "f"):
        raise Trouble(Code.MEMBER_STRANGE, file="f", member="x")


@pytest.mark.parametrize("content", [b"hello", LARGE])
@pytest.mark.parametrize("missing", [1, 16, 200, 250])
def test_a_full_disk_keeps_its_number_up_to_the_last_byte(content: bytes, missing: int) -> None:
    full = OSError(errno.ENOSPC, "full")
    least = len(content) + 200
    with pytest.raises(OSError, match="full") as caught:
        encrypt(io.BytesIO(content), Medium(least - missing, full), TO)
    assert caught.value.errno == errno.ENOSPC


def test_what_is_wrong_with_the_source_is_no_fault_of_the_medium() -> None:
    class Source(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise ValueError("no source")

    with pytest.raises(ValueError, match="no source"):
        encrypt(Source(), io.BytesIO(), TO)


def test_nothing_is_encrypted_to_nobody() -> None:
    with pytest.raises(pyrage.EncryptError):
        encrypt(io.BytesIO(b"hello"), io.BytesIO(), [])
