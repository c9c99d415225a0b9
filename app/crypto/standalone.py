"""Standalone exams (单机考试): what the unlock code opens, and vouchers for minutes that came after the export.

Written down in app/exchange/FORMATS.md, "Unlock code" and "Voucher". Codes and vouchers are read and typed like
authorization codes: four groups, each with its check symbol.
"""

from __future__ import annotations

from hmac import compare_digest, digest
from unicodedata import category, normalize

from app.crypto.codes import SIZE, text
from app.crypto.derive import hkdf

NONCE = 32
"""Bytes; a package has one of its own, so that no code opens two."""
LONGEST_VOUCHER = 600
"""Minutes; ten hours are more than any session."""

_SEPARATOR = "\x1f"
_CONTENT, _STORE, _VOUCHER = "kaodian-alone/1", "kaodian-alone-store/1", "kaodian-voucher/1"


def typed(number: str) -> str:
    """A ticket or an ID number as it counts, however it was typed: plain signs for full-width ones, capital letters.

    White space and what cannot be seen are left out, the separator of fields among them.
    """
    return "".join(sign for sign in normalize("NFKC", number) if category(sign)[0] not in "CZ").upper()


def content_secret(code: bytes, nonce: bytes, ticket: str, id_number: str) -> bytes:
    """The 32 bytes that open a package's content: for this code, ticket and ID number together."""
    return _secret(_CONTENT, code, nonce, ticket, id_number)


def store_key(code: bytes, nonce: bytes, ticket: str, id_number: str) -> bytes:
    """The 32 bytes under which the station keeps the answers; they lie nowhere, so resuming asks for the code anew."""
    return _secret(_STORE, code, nonce, ticket, id_number)


def _secret(label: str, code: bytes, nonce: bytes, ticket: str, id_number: str) -> bytes:
    if (len(code), len(nonce)) != (SIZE, NONCE):
        raise ValueError(f"an unlock code has {SIZE} bytes, a nonce {NONCE}")
    info = _SEPARATOR.join((label, typed(ticket), typed(id_number)))
    return hkdf(code, salt=nonce, info=info.encode(), length=32)


def voucher(key: bytes, package: str, minutes: int) -> str:
    """The text to read out: since its export this package was given `minutes` in all. The last word is the highest."""
    if not 1 <= minutes <= LONGEST_VOUCHER:
        raise ValueError(f"a voucher is for 1 to {LONGEST_VOUCHER} minutes")
    return text(_mac(key, package, minutes))


def voucher_minutes(given: bytes, key: bytes, package: str) -> int | None:
    """The minutes in all that these ten bytes give to this package, or None."""
    every = range(1, LONGEST_VOUCHER + 1)
    return next((minutes for minutes in every if compare_digest(given, _mac(key, package, minutes))), None)


def _mac(key: bytes, package: str, minutes: int) -> bytes:
    message = _SEPARATOR.join((_VOUCHER, package, str(minutes)))
    return digest(key, message.encode(), "sha256")[:SIZE]
