"""Helping a site that lost its site lock: the store's share is sealed to the new one, and the old one is revoked."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace as with_change

from app.authority import register, site_lock
from app.authority.folder import read_exam, read_header
from app.authority.keys import Agency
from app.authority.receive import heads
from app.core.plan import RegisteredAs, RegisteredLock
from app.core.terms import LockSerial, Mode
from app.exchange import keyfile, outbox, replacement
from app.exchange.agefile import recipient, seal
from app.exchange.enrolment import SiteRequest
from app.exchange.replacement import Grant, Replacement
from app.exchange.signed import PublicKey, expect
from app.trouble import Code, Trouble


@dataclass(frozen=True, slots=True)
class Granted:
    """Where the grant lies, and the register that it carries."""

    path: Path
    grant: Grant


def replace(
    agency: Agency,
    folder: Path,
    request: SiteRequest,
    token: bytes,
    *,
    fingerprint: str,
    out: Path,
    at: datetime,
    reference: str = "",
) -> Granted:
    """`fingerprint`: that of the new lock, as it was read aloud; `folder`: the site's input folder.

    Raises FINGERPRINT_WRONG, MODE_WRONG, SITE_WRONG, SOFTWARE_LOCK_REFUSED, WRONG_KEY where keys.json is of another
    store than the one enrolled, SIGNER_UNKNOWN where the lost lock is none of this site's, and what a file can say.
    """
    asked = replacement.read(token)
    key = PublicKey.read(asked.lock)
    if "".join(fingerprint.split()) != key.thumbprint:
        raise Trouble(Code.FINGERPRINT_WRONG, found=key.thumbprint)
    expect(asked, mode=agency.mode, site=request.site)
    header, exam = read_header(folder / "site.toml"), read_exam(folder / "exam.toml")
    if header.code != request.site:
        raise Trouble(Code.SITE_WRONG, expected=header.code, found=request.site)
    if asked.mode is Mode.REAL and asked.software_lock:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    share = _share(agency, request, asked)
    locks = _new_register(agency, folder, request, asked, key, reference)
    received = heads(agency, request.site, exam.id)
    grant = Grant(
        mode=agency.mode,
        exam=exam.id,
        site=request.site,
        issued_at=at,
        serial=f"{request.site}-{key.thumbprint[:8]}-{asked.epoch + 1}",
        lock_serial=asked.lock_serial,
        lock=key.jwk,
        old_serial=asked.old_serial,
        epoch=asked.epoch + 1,
        share=base64.b64encode(seal(share, [recipient(asked.recipient)])).decode(),
        number=register.next_number(agency, exam.id, request.site),
        locks=register.register(folder, *locks),
        entries=len(received),
        head=received[-1] if received else "",
    )
    path = out / f"{request.site}-{asked.lock_serial}{replacement.GRANT_SUFFIX}"
    outbox.write_bytes(path, replacement.write_grant(grant, agency.province))
    site_lock.put_in_force(agency, request, LockSerial(asked.lock_serial), key.jwk)
    return Granted(path, grant)


def _share(agency: Agency, request: SiteRequest, asked: Replacement) -> bytes:
    """Out of the keys.json that came along, and proved to open the store that this site was enrolled with."""
    file = asked.key_file
    if str(keyfile.open_as_province(file, agency.identity).identity.to_public()) != request.recipient:
        raise Trouble(Code.WRONG_KEY, file=keyfile.NAME)
    return keyfile.share_of(file, agency.identity)


def _new_register(
    agency: Agency, folder: Path, request: SiteRequest, asked: Replacement, key: PublicKey, reference: str
) -> tuple[RegisteredLock, ...]:
    """The site locks that change: the lost one and the one in force before are revoked, the new one is entered."""
    known = {lock.serial: lock for lock in register.whole(folder, request) if lock.kind is RegisteredAs.SITE}
    lost = {asked.old_serial, site_lock.in_force(agency, request).serial} - {LockSerial(asked.lock_serial)}
    if strange := lost - known.keys():
        raise Trouble(Code.SIGNER_UNKNOWN, document=replacement.SUFFIX, signer=min(strange)[:40])
    own = RegisteredLock(
        LockSerial(asked.lock_serial), RegisteredAs.SITE, key.jwk, asked.software_lock, reference=reference
    )
    return (*(with_change(known[serial], revoked=True) for serial in sorted(lost)), own)
