"""The agency's keys: ministry, province, its age identity and the code master, in one file under a passphrase."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
import pyrage

from app.core.terms import Mode
from app.exchange import outbox, strict
from app.exchange.agefile import Identity, identity
from app.exchange.signed import Ed25519Key, Kind, sign
from app.exchange.trust import Appointment, Trust
from app.trouble import Code, Trouble

FILE, TRUST, AGEKEY = "keys.age", "trust.json", "province.agekey"


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mode: Mode
    name: str
    ministry: str
    province: str
    identity: str
    master: str


@dataclass(frozen=True, slots=True)
class Agency:
    """An opened agency. `master` is the 32-byte master of the authorization codes."""

    folder: Path
    mode: Mode
    name: str
    ministry: Ed25519Key
    province: Ed25519Key
    identity: Identity
    master: bytes
    trust: Trust


def init(folder: Path, mode: Mode, name: str, passphrase: str, at: datetime) -> Agency:
    """Make new keys in an empty folder; raises STORE_EXISTS. A practice agency also shows its age identity."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / FILE).exists():
        raise Trouble(Code.STORE_EXISTS, file=folder.name)
    ministry, province, own = Ed25519Key.generate(), Ed25519Key.generate(), Identity.generate()
    appointment = Appointment(
        mode=mode,
        province=name,
        jwk=province.public.jwk,
        recipient=str(own.to_public()),
        issued_at=at,
        serial=province.public.thumbprint[:12],
    )
    trust = Trust(mode, ministry.public.jwk, sign(Kind.APPOINTMENT, appointment, ministry).decode())
    kept = _Kept(mode, name, ministry.raw.hex(), province.raw.hex(), str(own), secrets.token_hex(32))
    sealed = pyrage.passphrase.encrypt(strict.encode(kept), passphrase)
    outbox.write_bytes(folder / FILE, sealed)
    outbox.write_bytes(folder / TRUST, strict.encode(trust))
    if mode is Mode.PRACTICE:
        outbox.write_bytes(folder / AGEKEY, f"{own}\n".encode())
    return _opened(folder, kept)


def load(folder: Path, passphrase: str) -> Agency:
    """Raises FILE_MISSING or WRONG_PASSPHRASE."""
    sealed = outbox.read_bytes(folder / FILE, 1 << 16)
    try:
        plain = pyrage.passphrase.decrypt(sealed, passphrase)
    except pyrage.DecryptError as cause:
        raise Trouble(Code.WRONG_PASSPHRASE, file=FILE) from cause
    return _opened(folder, strict.decode(plain, _Kept, FILE))


def _opened(folder: Path, kept: _Kept) -> Agency:
    trust = strict.decode(outbox.read_bytes(folder / TRUST, 1 << 16), Trust, TRUST)
    return Agency(
        folder,
        kept.mode,
        kept.name,
        Ed25519Key.load(bytes.fromhex(kept.ministry)),
        Ed25519Key.load(bytes.fromhex(kept.province)),
        identity(kept.identity),
        bytes.fromhex(kept.master),
        trust,
    )
