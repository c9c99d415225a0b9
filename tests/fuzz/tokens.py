"""Readers of one signed document: as it comes, and with another content well signed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.exchange import (
    authorization,
    backup,
    day_summary,
    directive,
    enrolment,
    lock_paper,
    lock_register,
    receipt,
    replacement,
    room_backup,
    room_day,
    room_release,
    room_report,
    sidecars,
    station_request,
    transfer_token,
)
from app.exchange.signed import Kind
from app.exchange.trust import appointed
from tests.fuzz.base import US, Read, Target, good
from tests.vectors import rooms_brought, sample
from tests.vectors.bench import signed_as, token
from tests.vectors.documents import DOCUMENTS, Document
from tests.vectors.keys import (
    MINISTRY,
    NEW_LOCK_AGE,
    PROVINCE,
    ROOM_LOCK,
    SITE_LOCK,
)

ROOM_DAY = room_day.Expected(
    sample.MODE,
    sample.EXAM,
    sample.SITE,
    sample.ROOM,
    rooms_brought.DAY,
    frozenset({sample.SESSION}),
    sample.LOCK_OF_ROOM,
)


def _expected_room(read: Callable[..., object]) -> Read:
    return lambda content: read(content, sample.EXPECTED, ROOM_LOCK.public)


TOKENS: dict[str, tuple[Read, str]] = {
    "appointment": (lambda b: appointed(b, MINISTRY.public, sample.MODE), "exchange.trust.appointed"),
    "directive": (lambda b: directive.read(b, MINISTRY.public, *US), "exchange.directive.read"),
    "exam-authorization": (
        lambda b: authorization.read_exam(b, PROVINCE.public, *US),
        "exchange.authorization.read_exam",
    ),
    "start-authorization": (
        lambda b: authorization.read_start(b, PROVINCE.public, *US),
        "exchange.authorization.read_start",
    ),
    "grant": (
        lambda b: (replacement.share_of(b, NEW_LOCK_AGE), replacement.read_grant(b, PROVINCE.public)),
        "exchange.replacement.read_grant",
    ),
    "lock": (lock_paper.read, "exchange.lock_paper.read"),
    "locks": (lambda b: lock_register.read(b, PROVINCE.public, *US), "exchange.lock_register.read"),
    "receipt": (lambda b: receipt.read(b, PROVINCE.public, *US), "exchange.receipt.read"),
    "release": (lambda b: room_release.read(b, SITE_LOCK.public, *US), "exchange.room_release.read"),
    "replacement": (replacement.read, "exchange.replacement.read"),
    "report": (_expected_room(room_report.read), "exchange.room_report.read"),
    "room-day": (lambda b: room_day.read(b, ROOM_DAY, ROOM_LOCK.public), "exchange.room_day.read"),
    "request": (enrolment.read, "exchange.enrolment.read"),
    "sidecar": (lambda b: backup.read_sidecar(b, SITE_LOCK.public), "exchange.backup.read_sidecar"),
    "unknown-sidecar": (backup.read_unknown_sidecar, "exchange.backup.read_unknown_sidecar"),
    "room-sidecar": (lambda b: room_backup.read_sidecar(b, SITE_LOCK.public), "exchange.room_backup.read_sidecar"),
    "unknown-room-sidecar": (room_backup.read_unknown_sidecar, "exchange.room_backup.read_unknown_sidecar"),
    "station": (lambda b: station_request.read(b, sample.MODE), "exchange.station_request.read"),
    "summary": (lambda b: day_summary.read(b, SITE_LOCK.public, *US), "exchange.day_summary.read"),
    "transfer": (_expected_room(transfer_token.read), "exchange.transfer_token.read"),
}
"""Readers of one signed document, by the form of their vectors."""
CLAIMS: dict[str, tuple[Read, str]] = {
    "report": (room_report.claimed_room, "exchange.room_report.claimed_room"),
    "transfer": (transfer_token.claimed_room, "exchange.transfer_token.claimed_room"),
    "summary": (day_summary.claimed_site, "exchange.day_summary.claimed_site"),
    "grant": (lambda b: replacement.share_of(b, NEW_LOCK_AGE), "exchange.replacement.share_of"),
    "sidecar": (lambda b: sidecars.read(b, None), "exchange.sidecars.read"),
}
"""What is read of them before it is known whose key to ask."""


SIGNED = {
    one.form: one
    for one in (
        *DOCUMENTS,
        Document("room-day", Kind.ROOM_DAY, rooms_brought.ROOM_DAY, ROOM_LOCK),
        Document("room-sidecar", Kind.ROOM_BACKUP, rooms_brought.MANIFEST, SITE_LOCK),
        Document("unknown-room-sidecar", Kind.ROOM_BACKUP, rooms_brought.MANIFEST, SITE_LOCK),
    )
}


def _whole(form: str) -> tuple[bytes, ...]:
    one = SIGNED[form]
    return signed_as(one.kind, one.content, one.key), *good(form)


def _resigned(form: str, read: Read) -> Target:
    one = SIGNED[form]
    return Target(f"{form} inside", lambda b: read(token(one.kind, b, one.key)), (msgspec.json.encode(one.content),))


def tokens() -> list[Target]:
    read = [Target(form, read, _whole(form), (f"app.{name}",)) for form, (read, name) in TOKENS.items()]
    claim = [Target(f"{form} claimed", read, _whole(form), (f"app.{name}",)) for form, (read, name) in CLAIMS.items()]
    return [*read, *claim, *(_resigned(form, read) for form, (read, _) in TOKENS.items())]
