"""What allows a late start: consent, code or directive, held against the moment at which the command was given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.rulebook import Rulebook, Tier
from app.core.site import Site
from app.core.terms import ApplicationNo, RoomId, SessionId
from app.core.time_state import Application, Measure, Outcome
from app.crypto.codes import Purpose

_START = Outcome.START
_RANK = {tier: rank for rank, tier in enumerate(Tier)}


@dataclass(frozen=True, slots=True)
class Allowed:
    """On which application a start may be given, on whose word, and until when (None: without an end)."""

    application: ApplicationNo
    tier: Tier
    until: datetime | None


def allowed(site: Site, session: SessionId, room: RoomId, at: datetime, rulebook: Rulebook) -> Allowed | None:
    """What covers a start of this room at `at`, the lowest authority first; None where nothing does.

    What was given after `at` covers nothing: the tier is decided by when the command is given (TIM-02).
    """
    found = (one for one in covering(site, session, room, at, rulebook) if one.until is None or at <= one.until)
    return min(found, key=lambda one: _RANK[one.tier], default=None)


def covering(site: Site, session: SessionId, room: RoomId, at: datetime, rulebook: Rulebook) -> Iterator[Allowed]:
    """Everything that was given for this room by `at`, each until its own last second; of directives the last word."""
    starts = site.sessions[session].plan.starts_at
    directives: list[tuple[datetime, Allowed | None]] = []
    for one in site.applications.values():
        if one.measure is Measure.DELAY and one.session == session and room in one.rooms:
            given = (*_consents(one, at, starts, rulebook), *_codes(one, room, at, starts, rulebook))
            yield from (Allowed(one.number, tier, until) for tier, until in given)
            directives += [
                (said.issued_at, Allowed(one.number, Tier.MINISTRY, said.until) if said.outcome is _START else None)
                for said in one.directives
                if room in said.rooms and said.issued_at <= at
            ]
    _, last = max(directives, key=lambda one: one[0], default=(at, None))
    if last:
        yield last


def _consents(
    one: Application, at: datetime, starts: datetime, rulebook: Rulebook
) -> Iterator[tuple[Tier, datetime | None]]:
    for consent in one.consents:
        if consent.given_at <= at:
            yield consent.authority, _last(consent.authority, starts, rulebook)


def _codes(
    one: Application, room: RoomId, at: datetime, starts: datetime, rulebook: Rulebook
) -> Iterator[tuple[Tier, datetime | None]]:
    subjects = {(Purpose.DELAY, room), (Purpose.DELAY_SITE, "*")}
    for code in one.codes:
        if (code.purpose, code.subject) in subjects and code.given_at <= at:
            covered = starts + timedelta(minutes=code.minutes)
            yield Tier.PROVINCE, min(covered, _last(Tier.PROVINCE, starts, rulebook) or covered)


def _last(tier: Tier, starts: datetime, rulebook: Rulebook) -> datetime | None:
    """The last second for which this authority is enough: none at all where the rulebook does not know it."""
    if tier is Tier.HEAD and rulebook.responsible:
        return None
    rules = {
        Tier.CITY: rulebook.delay_city,
        Tier.PROVINCE: rulebook.delay_province,
        Tier.RESPONSIBLE: rulebook.responsible,
    }
    rule = rules.get(tier)
    return starts + timedelta(minutes=rule.value if rule else 0)
