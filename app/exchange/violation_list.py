"""The list of violations of an exam day (违纪情况清单): what was recorded, for the province alone (VIO-16)."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Annotated

import msgspec

from app.core.terms import ExamId, IncidentNo, LockSerial, Mode, RoomId, SiteCode, ViolationNo
from app.core.violation_kinds import ViolationKind
from app.core.violation_state import EvidenceKind, Found, KeptAt, WaitingPlace
from app.exchange.agefile import Identity, Recipient, seal, unseal
from app.exchange.paper import SessionNo, TicketNo
from app.exchange.signed import (
    LONGEST,
    Document,
    Kind,
    PublicKey,
    SigningKey,
    claimed,
    expect,
    expect_times,
    sign,
    verify,
)
from app.exchange.station_request import Moment
from app.trouble import Code, Trouble

SUFFIX = ".examsite-violations"

Said = str | None
"""What was typed: "" for nothing, null once the personal data were erased."""
Hex = Annotated[str, msgspec.Meta(pattern=r"^([0-9a-f]{64})?\Z")]


class Version(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a record said from one moment on; `sheet` is the number of the paper sheet, "" while none is named."""

    kind: ViolationKind
    happened_at: Moment
    found: Found
    found_at: Moment
    reminded_at: Moment | None
    sheet: str
    act: Said
    handling: Said
    place: Said
    person: Said


class Corrected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why the next version came, or why the record counts no more, and on what evidence."""

    at: Moment
    reason: Said
    basis: Said


class RefusedBefore(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two invigilators signed instead of the candidate."""

    at: Moment
    witnesses: tuple[str, str]
    refusal: Said
    damage: Said


class LedOut(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The candidate was led out."""

    at: Moment
    witnesses: tuple[str, str]
    roving: str
    place: WaitingPlace


class PoliceTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The police have it."""

    at: Moment
    station: Said
    officer: Said
    receipt: Said
    item: Said


class Piece(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One piece of evidence; `digest` is that of a file, "" of a thing."""

    tag: str
    kind: EvidenceKind
    item: Said
    digest: Hex
    at: Moment
    place: KeptAt


class ViolationEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One record with all its versions, the oldest first, and one of `corrections` between each two.

    `ticket` is null for somebody who is no candidate here; `name` and `id_number` also once erased. A record is
    `complete` with its paper sheet named and signed, refused before two, or led out before two; `withdrawn` where it
    was recorded by mistake.
    """

    number: ViolationNo
    session: SessionNo
    subject: str
    room: RoomId
    ticket: TicketNo | None
    name: str | None
    id_type: str | None
    id_number: str | None
    versions: Annotated[tuple[Version, ...], msgspec.Meta(min_length=1)]
    corrections: tuple[Corrected, ...]
    told_at: Moment | None
    signed_at: Moment | None
    refused: RefusedBefore | None
    removed: LedOut | None
    police: PoliceTold | None
    evidence: tuple[Piece, ...]
    incident: IncidentNo | None
    withdrawn: Corrected | None
    complete: bool

    def times(self) -> tuple[datetime, ...]:
        """Every time that it tells."""
        once = (self.refused, self.removed, self.police, self.withdrawn)
        told = [self.told_at, self.signed_at, *(each.at for each in once if each is not None)]
        told += [each.at for each in self.corrections] + [each.at for each in self.evidence]
        for version in self.versions:
            told += [version.happened_at, version.found_at, version.reminded_at]
        return tuple(at for at in told if at)


class ViolationList(Document, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What this site recorded of the sessions of `day`; nothing is a list too."""

    issued_at: Moment
    day: date
    lock_serial: LockSerial
    violations: tuple[ViolationEntry, ...]


def name(exam: ExamId, site: SiteCode, day: date) -> str:
    return f"{exam}-{site}-{day}{SUFFIX}"


def write(content: ViolationList, site_lock: SigningKey, province: Recipient) -> bytes:
    """Signed, then sealed; raises FILE_TOO_LARGE for what no reader would take."""
    token = sign(Kind.VIOLATIONS, content, site_lock)
    if len(token) > LONGEST:
        raise Trouble(Code.FILE_TOO_LARGE, file=Kind.VIOLATIONS, limit=LONGEST)
    return seal(token, [province])


def unsealed(sealed: bytes, identity: Identity, file: str) -> bytes:
    """The signed list; raises FILE_NOT_FOR_US or FILE_DAMAGED."""
    return unseal(sealed, [identity], file)


def claimed_site(token: bytes) -> SiteCode:
    """Whose it says it is, unproved: only to find the lock that it is then checked with."""
    return claimed(token, Kind.VIOLATIONS, ViolationList).site


def read(token: bytes, site_lock: PublicKey, mode: Mode, site: SiteCode, exam: ExamId | None = None) -> ViolationList:
    """Raises every fault of signed documents, MEMBER_DOUBLED for a number or tag that stands twice, and CONTENT_UNFIT
    where corrections and versions do not fit."""
    content = verify(token, Kind.VIOLATIONS, ViolationList, site_lock)
    expect(content, mode=mode, site=site, exam=exam)
    expect_times(Kind.VIOLATIONS, content.issued_at, *(at for one in content.violations for at in one.times()))
    for named in (
        [one.number for one in content.violations],
        [piece.tag for one in content.violations for piece in one.evidence],
    ):
        if len(set(named)) < len(named):
            twice = max(named, key=Counter(named).__getitem__)
            raise Trouble(Code.MEMBER_DOUBLED, file=Kind.VIOLATIONS, member=twice[:60])
    if any(len(one.corrections) != len(one.versions) - 1 for one in content.violations):
        raise Trouble(Code.CONTENT_UNFIT, file=Kind.VIOLATIONS, line=0, problem="corrections")
    return content
