"""保存期限: until when what is kept, group by group, and whose term grew after it had left (REC-05 to REC-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby

import msgspec

from app.core.incident_kinds import Severity
from app.core.on_record import stands_on
from app.core.records import ROOM_RECORD
from app.core.retention import Kept, Term, serious, terms
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import RoomId, SessionId
from app.core.violation_kinds import CATEGORIES, SERIOUS


class FromWhen(StrEnum):
    """The day from which a term counts, by the clause that sets it."""

    PUBLICATION = "publication"
    EXAM_END = "exam_end"


_FROM = {
    Kept.VIDEO: FromWhen.EXAM_END,
    Kept.EVIDENCE_VIDEO: FromWhen.EXAM_END,
    Kept.SECRECY_VIDEO: FromWhen.EXAM_END,
}


class TermGroup(msgspec.Struct, frozen=True):
    """What is kept for one time: `rooms` as session and room, "" for a session where it is not about one.

    `until` is None while its start is not known: then nothing of it may be destroyed.
    """

    kept: str
    months: int
    counted_from: str
    start: date | None
    until: date | None
    clause: str
    rooms: tuple[tuple[str, str], ...]


class GrownTerm(msgspec.Struct, frozen=True):
    """A room whose records had left before they were to be kept for longer: the province is told (REC-06)."""

    session: str
    room: str
    handover: str
    handed_over_at: datetime
    grown_at: datetime
    by: tuple[str, ...]
    """Numbers of the violations and incidents because of which."""


class Retention(msgspec.Struct, frozen=True):
    """All of it; `published` is None while nobody entered the day."""

    published: date | None
    groups: tuple[TermGroup, ...]
    grown: tuple[GrownTerm, ...]


def retention(site: Site, rulebook: Rulebook) -> Retention:
    """What is kept in the order in which terms are told; rooms of one kind together."""
    found = terms(site, rulebook)
    kinds = sorted(found, key=lambda one: list(Kept).index(one.kept))
    groups = tuple(_group(list(same)) for _, same in groupby(kinds, key=lambda one: one.kept))
    return Retention(site.safe.published, groups, tuple(grown(site)))


def _group(same: list[Term]) -> TermGroup:
    """Terms of one kind: the same rule, and so the same days."""
    first = same[0]
    rooms = tuple(dict.fromkeys((one.session or "", one.room or "") for one in same if one.session or one.room))
    counted = _FROM.get(first.kept, FromWhen.PUBLICATION)
    return TermGroup(first.kept, first.months, counted, first.start, first.until, first.clause, rooms)


def grown(site: Site) -> Iterator[GrownTerm]:
    """Rooms on whose record something grave came after the record was handed over."""
    for session, state in sorted(site.sessions.items()):
        for number, room in sorted(state.rooms.items()):
            left = _left(site, session, number)
            if left is None or not serious(site, room):
                continue
            since = sorted(_grave(site, room))
            after = [(at, told) for at, told in since if at > left[1]]
            # What was grave before it left says that for itself: the term did not grow afterwards.
            if after and len(after) == len(since):
                by = tuple(dict.fromkeys(told for _, told in after))
                yield GrownTerm(session, number, left[0], left[1], after[0][0], by)


def _left(site: Site, session: SessionId, room: RoomId) -> tuple[str, datetime] | None:
    """With which hand-over a record of this room first left the site."""
    numbers = {copy.handed_over for copy in site.copies(ROOM_RECORD, session, room) if copy.handed_over}
    return min(((number, site.handovers[number].at) for number in numbers), key=lambda one: one[1], default=None)


def _grave(site: Site, room: RoomSession) -> Iterable[tuple[datetime, str]]:
    for violation in site.violations.values():
        if stands_on(violation, room):
            times = (violation.versions[0].found_at, *(one.at for one in violation.corrections))
            for at, account in zip(times, violation.versions, strict=False):
                if CATEGORIES[account.kind].level in SERIOUS:
                    yield at, violation.number
    for incident in site.incidents.values():
        if stands_on(incident, room) and (incident.raised or incident.severity is Severity.MAJOR):
            yield min(incident.raised, default=incident.found), incident.number
