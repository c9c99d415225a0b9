"""Enrolment: keys, an empty store, its first entry, and the request that goes to the agency."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from app.core.enrolment import EnrolSite
from app.core.operation import Refusal
from app.core.terms import ExamId, LockSerial, Mode, SiteCode
from app.exchange import enrolment, keyfile
from app.exchange.trust import Trust
from app.service import people, store
from app.service.clock import Clock
from app.service.console import Console
from app.service.sitelock import SHARE, LockKey, worked
from app.service.store import Store
from app.trouble import Code, Trouble
from devices.protocols import Lock


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A new store, the request for the agency, and the two fingerprints to be confirmed aloud."""

    console: Console
    request: bytes
    ministry: str
    lock: str


def enrol(folder: Path, trust: Trust, site: SiteCode, lock: Lock, clock: Clock) -> Enrolled:
    """Raises STORE_EXISTS, SOFTWARE_LOCK_REFUSED for a real exam, SIGNATURE_BAD for a false appointment."""
    if trust.mode is Mode.REAL and lock.software:
        raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
    province = trust.province()
    share = worked(lock.read(SHARE)) or secrets.token_bytes(32)
    worked(lock.write(SHARE, share))
    key = LockKey(lock)
    file = keyfile.create(
        share,
        secrets.token_bytes(32),
        secrets.token_bytes(32),
        mode=trust.mode,
        site=site,
        lock=key.serial,
        province=province.recipient,
    )
    store.create(folder, file)
    moment = clock.moment()
    operation = EnrolSite(
        trust.mode, site, trust.ministry, trust.appointment, key.serial, key.public.jwk, lock.software
    )
    opened = Store(folder, lock)
    try:
        console = Console(opened, clock)
        refusal: Refusal | None = console.submit(operation, people.holder_of_lock(console))
        if refusal:
            raise Trouble(Code.STORE_EXISTS, file=folder.name)
        opened.mark()
    except BaseException:
        opened.abandon()
        raise
    request = enrolment.SiteRequest(
        mode=trust.mode,
        exam=ExamId(""),
        site=site,
        issued_at=moment.at,
        serial=f"{site}-{key.public.thumbprint[:8]}",
        lock_serial=LockSerial(lock.serial),
        lock=key.public.jwk,
        software_lock=lock.software,
        recipient=str(console.store.keys.identity.to_public()),
        machine=console.machine,
    )
    ministry = trust.ministry_key.thumbprint
    return Enrolled(console, enrolment.write(request, key), ministry, key.public.thumbprint)
