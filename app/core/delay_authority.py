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

_RANK = {tier: rank for rank, tier in enumerate(Tier)}


@dataclass(frozen=True, slots=True)
class Allowed:
    """On which application a start may be given, on whose word, and until when (None: without an end).

    `entered_at`: when the desk noted it, which may be after the start that it covers.
    """

    application: ApplicationNo
    tier: Tier
    until: datetime | None
    entered_at: datetime


def allowed(site: Site, session: SessionId, room: RoomId, at: datetime, rulebook: Rulebook) -> Allowed | None:
    """What covers a start of this room at `at`: what was entered by then first, of that the lowest authority.

    What was given after `at` covers nothing: the tier is decided by when the command is given (TIM-02).
    """
    found = (one for one in covering(site, session, room, at, rulebook) if one.until is None or at <= one.until)
    return min(found, key=lambda one: (one.entered_at > at, _RANK[one.tier], one.entered_at), default=None)


def covering(site: Site, session: SessionId, room: RoomId, at: datetime, rulebook: Rulebook) -> Iterator[Allowed]:
    """Everything that was given for this room by `at`, each until its own last second; of directives the last word."""
    starts = site.sessions[session].plan.starts_at
    directives: list[tuple[datetime, Allowed | None]] = []
    for one in site.applications.values():
        if one.measure is Measure.DELAY and one.session == session and room in one.rooms:
            yield from _consents(one, at, starts, rulebook)
            yield from _codes(one, room, at, starts, rulebook)
            for said in one.directives:
                if room in said.rooms and said.issued_at <= at:
                    start = Allowed(one.number, Tier.MINISTRY, said.until, said.entered_at)
                    directives.append((said.issued_at, start if said.outcome is Outcome.START else None))
    _, last = max(directives, key=lambda one: one[0], default=(at, None))
    if last:
        yield last


def _consents(one: Application, at: datetime, starts: datetime, rulebook: Rulebook) -> Iterator[Allowed]:
    """A consent is to what was asked for, and no longer than the rulebook lets them allow."""
    asked = starts + timedelta(minutes=one.minutes)
    for said in one.consents:
        if said.given_at <= at:
            until = min(asked, _last(said.authority, starts, rulebook) or asked)
            yield Allowed(one.number, said.authority, until, said.entered_at)


def _codes(one: Application, room: RoomId, at: datetime, starts: datetime, rulebook: Rulebook) -> Iterator[Allowed]:
    subjects = {(Purpose.DELAY, room), (Purpose.DELAY_SITE, "*")}
    for code in one.codes:
        if (code.purpose, code.subject) in subjects and code.given_at <= at:
            covered = starts + timedelta(minutes=code.minutes)
            until = min(covered, _last(Tier.PROVINCE, starts, rulebook) or covered)
            yield Allowed(one.number, Tier.PROVINCE, until, code.entered_at)


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
