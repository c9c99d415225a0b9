"""Violations as their list tells them: with the people and the words that the journal only cites."""

from __future__ import annotations

from datetime import date

from app.core.day_figures import sessions_of
from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.site import Site
from app.core.violation_state import Account, Correction, Evidence, Police, RefusedToSign, Removed, Violation
from app.exchange.violation_list import (
    Corrected,
    LedOut,
    Piece,
    PoliceTold,
    RefusedBefore,
    Version,
    ViolationEntry,
)


def of_day(site: Site, people: Directory, day: date) -> tuple[ViolationEntry, ...]:
    """Every record of the sessions of that day, in order of their numbers."""
    held = {one.plan.id for one in sessions_of(site, day)}
    return tuple(_entry(site, people, one) for _, one in sorted(site.violations.items()) if one.session in held)


def _entry(site: Site, people: Directory, one: Violation) -> ViolationEntry:
    candidate = people.candidates.get(one.ticket) if one.ticket else None
    return ViolationEntry(
        number=one.number,
        session=one.session,
        subject=site.sessions[one.session].plan.subject,
        room=one.room,
        ticket=one.ticket,
        name=candidate.name if candidate else None,
        id_type=candidate.id_type if candidate else None,
        id_number=candidate.id_number if candidate else None,
        versions=tuple(_version(people, version) for version in one.versions),
        corrections=tuple(_corrected(people, each) for each in one.corrections),
        told_at=one.told_at,
        signed_at=one.signed_at,
        refused=_refused(people, one.refused) if one.refused else None,
        removed=_led_out(people, one.removed) if one.removed else None,
        police=_police(people, one.police) if one.police else None,
        evidence=tuple(_piece(people, piece) for piece in one.evidence),
        incident=one.incident,
        withdrawn=_corrected(people, one.withdrawn) if one.withdrawn else None,
        complete=one.complete,
    )


def _version(people: Directory, one: Account) -> Version:
    parts = (TextPart.ACT, TextPart.HANDLING, TextPart.PLACE, TextPart.PERSON)
    said = [people.said(one.text, part) for part in parts]
    return Version(one.kind, one.happened_at, one.found, one.found_at, one.reminded_at, one.sheet, *said)


def _corrected(people: Directory, one: Correction) -> Corrected:
    return Corrected(one.at, people.said(one.text, TextPart.REASON), people.said(one.text, TextPart.BASIS))


def _refused(people: Directory, one: RefusedToSign) -> RefusedBefore:
    first, second = map(people.staff_name, one.witnesses)
    told, damage = people.said(one.text, TextPart.REFUSAL), people.said(one.text, TextPart.DAMAGE)
    return RefusedBefore(one.at, (first, second), told, damage)


def _led_out(people: Directory, one: Removed) -> LedOut:
    first, second = map(people.staff_name, one.witnesses)
    return LedOut(one.at, (first, second), people.staff_name(one.roving), one.place)


def _police(people: Directory, one: Police) -> PoliceTold:
    parts = (TextPart.STATION, TextPart.OFFICER, TextPart.RECEIPT, TextPart.ITEM)
    return PoliceTold(one.at, *(people.said(one.text, part) for part in parts))


def _piece(people: Directory, one: Evidence) -> Piece:
    return Piece(one.tag, one.kind, people.said(one.text, TextPart.ITEM), one.digest, one.at, one.place)
