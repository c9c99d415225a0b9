"""What stands on the sheet of one violation (考场违纪情况记录单): facts, signatures, never a penalty (VIO-11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.site import Site
from app.core.terms import PersonId, ViolationNo
from app.core.violation_kinds import CATEGORIES
from app.core.violation_state import Account, Correction, Found, Violation
from app.views.session_head import PlaceHead, place_head
from app.views.site_sheet import SiteSheet


class Missing(StrEnum):
    """What a record lacks before it is complete (VIO-01..03)."""

    SHEET = "sheet"
    """The number of the paper sheet."""
    TOLD = "told"
    SIGNATURE = "signature"
    """Of the person, or of two invigilators instead."""


class AccountLine(msgspec.Struct, frozen=True):
    """One version. `sheet` is "" without a paper sheet; of the texts None is one that was erased, "" one not typed."""

    kind: str
    level: str
    happened_at: datetime
    found: str
    found_at: datetime
    reminded_at: datetime | None
    sheet: str
    place: str | None
    act: str | None
    handling: str | None


class VersionLine(msgspec.Struct, frozen=True):
    """What a record said before it was corrected, and why it was."""

    said: AccountLine
    at: datetime
    reason: str | None
    basis: str | None


class WithdrawnLine(msgspec.Struct, frozen=True):
    """It was recorded by mistake."""

    at: datetime
    reason: str | None
    basis: str | None


class RefusalLine(msgspec.Struct, frozen=True):
    """Who would not sign, as two invigilators tell it; `damage` of evidence is "" for none."""

    at: datetime
    witnesses: tuple[str, str]
    said: str | None
    damage: str | None


class RemovalLine(msgspec.Struct, frozen=True):
    """Who led the person out, and where they wait."""

    at: datetime
    witnesses: tuple[str, str]
    roving: str
    place: str


class PoliceLine(msgspec.Struct, frozen=True):
    at: datetime
    station: str | None
    officer: str | None
    receipt: str | None
    items: str | None


class PieceLine(msgspec.Struct, frozen=True):
    """One piece of evidence; `digest` is "" for a thing. Where it lies is told by the list of evidence."""

    tag: str
    kind: str
    item: str | None
    digest: str
    at: datetime


class ViolationSheet(SiteSheet, frozen=True):
    """`ticket` is "" for who is no candidate, described in `person`. `name` and `person` are None after erasure."""

    head: PlaceHead
    number: str
    ticket: str
    name: str | None
    id_number: str
    person: str | None
    now: AccountLine
    before: tuple[VersionLine, ...]
    told_at: datetime | None
    signed_at: datetime | None
    refusal: RefusalLine | None
    removal: RemovalLine | None
    police: PoliceLine | None
    evidence: tuple[PieceLine, ...]
    incident: str
    withdrawn: WithdrawnLine | None
    missing: tuple[str, ...]

    @property
    def last_at(self) -> datetime:
        """When the newest of it happened, or was put right."""
        steps = (self.refusal, self.removal, self.police, self.withdrawn, *self.before, *self.evidence)
        times = (self.now.found_at, self.told_at, self.signed_at, *(one.at for one in steps if one))
        return max(at for at in times if at)


def violation_sheet(site: Site, people: Directory, number: ViolationNo) -> ViolationSheet | None:
    """None where nothing of this number is recorded."""
    one = site.violations.get(number)
    if one is None:
        return None
    candidate = people.candidates.get(one.ticket) if one.ticket else None
    return ViolationSheet(
        head=place_head(site, one.session, one.room),
        number=one.number,
        ticket=one.ticket or "",
        name=candidate.name if candidate else None,
        id_number=candidate.id_number if candidate else "",
        person="" if one.ticket else people.said(one.now.text, TextPart.PERSON),
        now=account_line(people, one.now),
        before=tuple(_before(people, one)),
        told_at=one.told_at,
        signed_at=one.signed_at,
        refusal=_refusal(people, one),
        removal=_removal(people, one),
        police=_police(people, one),
        evidence=tuple(
            PieceLine(piece.tag, piece.kind, people.said(piece.text, TextPart.ITEM), piece.digest, piece.at)
            for piece in one.evidence
        ),
        incident=one.incident or "",
        withdrawn=WithdrawnLine(one.withdrawn.at, *_why(people, one.withdrawn)) if one.withdrawn else None,
        missing=tuple(missing(one)),
    )


def missing(one: Violation) -> Iterator[Missing]:
    """What is not there yet; a record that was withdrawn lacks nothing."""
    if one.complete:
        return
    if not one.now.sheet:
        yield Missing.SHEET
    if not one.closed:
        if one.told_at is None:
            yield Missing.TOLD
        yield Missing.SIGNATURE


def account_line(people: Directory, one: Account) -> AccountLine:
    return AccountLine(
        kind=one.kind,
        level=CATEGORIES[one.kind].level,
        happened_at=one.happened_at,
        found=one.found,
        found_at=one.found_at,
        reminded_at=one.reminded_at,
        sheet=one.sheet,
        place=people.said(one.text, TextPart.PLACE),
        act=people.said(one.text, TextPart.ACT),
        handling=people.said(one.text, TextPart.HANDLING),
    )


def names(people: Directory, pair: tuple[PersonId, PersonId]) -> tuple[str, str]:
    return people.staff_name(pair[0]), people.staff_name(pair[1])


def found_later(sheet: ViolationSheet) -> bool:
    """The person is no longer there to sign (VIO-08)."""
    return sheet.now.found != Found.IN_EXAM


def _before(people: Directory, one: Violation) -> Iterator[VersionLine]:
    for said, why in zip(one.versions, one.corrections, strict=False):
        yield VersionLine(account_line(people, said), why.at, *_why(people, why))


def _why(people: Directory, why: Correction) -> tuple[str | None, str | None]:
    return people.said(why.text, TextPart.REASON), people.said(why.text, TextPart.BASIS)


def _refusal(people: Directory, one: Violation) -> RefusalLine | None:
    told = one.refused
    if told is None:
        return None
    said, damage = people.said(told.text, TextPart.REFUSAL), people.said(told.text, TextPart.DAMAGE)
    return RefusalLine(told.at, names(people, told.witnesses), said, damage)


def _removal(people: Directory, one: Violation) -> RemovalLine | None:
    led = one.removed
    return RemovalLine(led.at, names(people, led.witnesses), people.staff_name(led.roving), led.place) if led else None


def _police(people: Directory, one: Violation) -> PoliceLine | None:
    told = one.police
    if told is None:
        return None
    parts = (TextPart.STATION, TextPart.OFFICER, TextPart.RECEIPT, TextPart.ITEM)
    return PoliceLine(told.at, *(people.said(told.text, part) for part in parts))
