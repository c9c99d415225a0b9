"""Retention (保存期限): until when records, answers and recordings are kept, from which day on (REC-05..10)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from app.core.incident_kinds import BY_TEXT, IncidentKind, Severity
from app.core.on_record import stands_on
from app.core.operation import CHIEF, OFFICE, Decision, Demand, Desk, Fact, Operation, Refusal
from app.core.room_state import RoomSession
from app.core.rulebook import Rule, Rulebook
from app.core.safe_state import Video, VideoOf
from app.core.site import Site
from app.core.terms import ClauseId, RoomId, SessionId, personal
from app.core.violation_kinds import CATEGORIES, SERIOUS

_RECORDER = re.compile(r"[0-9A-Za-z-]{1,20}")


def months_after(day: date, months: int) -> date:
    """Calendar months; the last day of a month that is too short (section L: 31 August and six is 28 February)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Kept(StrEnum):
    """What is kept for a time of its own."""

    ROUTINE = "routine"
    """Records and answers of a room."""
    SERIOUS = "serious"
    """The same, with a serious violation or a grave incident on it."""
    ELECTRONIC = "electronic"
    """Electronic documents made from them."""
    VIDEO = "video"
    EVIDENCE_VIDEO = "evidence_video"
    SECRECY_VIDEO = "secrecy_video"


@dataclass(frozen=True, slots=True)
class Term:
    """`until`: the first day on which it may be destroyed is the one after; None while its start is not known.

    `session` and `room` are None where it is not about one.
    """

    kept: Kept
    session: SessionId | None
    room: RoomId | None
    months: int
    start: date | None
    until: date | None
    clause: ClauseId


def terms(site: Site, rulebook: Rulebook) -> tuple[Term, ...]:
    """The electronic documents as a whole, then room by room, then the recordings."""
    found = [_term(Kept.ELECTRONIC, None, None, rulebook.electronic_retention_months, site.safe.published)]
    for session, state in sorted(site.sessions.items()):
        for number, room in sorted(state.rooms.items()):
            if room.in_use:
                grave = serious(site, room)
                kept = Kept.SERIOUS if grave else Kept.ROUTINE
                rule = rulebook.serious_retention_months if grave else rulebook.paper_retention_months
                found.append(_term(kept, session, number, rule, site.safe.published))
    rules = {
        Kept.VIDEO: rulebook.video_retention_months,
        Kept.EVIDENCE_VIDEO: rulebook.video_evidence_months,
        Kept.SECRECY_VIDEO: rulebook.secrecy_video_months,
    }
    ends = exam_end(site)
    for video in site.safe.videos:
        kept = Kept.SECRECY_VIDEO if video.of is VideoOf.SECRECY_ROOM else Kept.VIDEO
        kept = Kept.EVIDENCE_VIDEO if video.evidence else kept
        found.append(_term(kept, None, video.room, rules[kept], ends))
    return tuple(found)


def _term(kept: Kept, session: SessionId | None, room: RoomId | None, rule: Rule[int], start: date | None) -> Term:
    until = months_after(start, rule.value) if start else None
    return Term(kept, session, room, rule.value, start, until, rule.clause)


def serious(site: Site, room: RoomSession) -> bool:
    """Whether something on this room's record makes it kept for longer; it never becomes less (REC-06)."""
    # Whatever was corrected or withdrawn since: the files about that are kept as long.
    told = (account for one in site.violations.values() if stands_on(one, room) for account in one.versions)
    incidents = (one for one in site.incidents.values() if stands_on(one, room))
    # One that is grave by its kind was so, even where it was graded down afterwards.
    grave = any(one.raised or BY_TEXT[IncidentKind(one.kind)] is Severity.MAJOR for one in incidents)
    return grave or any(CATEGORIES[account.kind].level in SERIOUS for account in told)


def exam_end(site: Site) -> date | None:
    """The day on which the last session held here ended; None while one goes on."""
    rooms = [room for state in site.sessions.values() for room in state.rooms.values() if room.in_use]
    ends = [room.ended_at for room in rooms if room.ended_at]
    return max(ends).date() if ends and len(ends) == len(rooms) else None


class NotePublication(Operation, frozen=True):
    """Enter the day on which the results were published: before it nothing may be destroyed (REC-05).

    Entered already, the chief stands by.
    """

    after_cleaning: ClassVar[bool] = True
    day: date

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (CHIEF,) if site.safe.published not in (None, self.day) else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        end = exam_end(site)
        if end is None or not end <= self.day <= desk.now.date():
            return PublicationUnfit(self.day)
        return () if site.safe.published == self.day else (ResultsPublished(self.day),)


class ResultsPublished(Fact, frozen=True):
    """The results were published on this day."""

    day: date

    def apply(self, site: Site) -> None:
        site.safe.published = self.day


class NoteVideo(Operation, frozen=True):
    """Enter a recording that is kept; `kept_on` is the number of recorder or disk, `room` None for a secrecy room."""

    after_cleaning: ClassVar[bool] = True
    of: VideoOf
    room: RoomId | None
    kept_on: str
    since: datetime
    until: datetime
    evidence: bool

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if not _RECORDER.fullmatch(self.kept_on) or personal(self.kept_on):
            return VideoUnfit()
        known = (self.room in site.plans) if self.of is VideoOf.ROOM else self.room is None
        if not known or not self.since < self.until <= desk.now:
            return VideoUnfit()
        # Evidence once, it stays so: said again as less, it changes nothing.
        if any(one.same(self) and one.evidence >= self.evidence for one in site.safe.videos):
            return ()
        return (VideoNoted(self.of, self.room, self.kept_on, self.since, self.until, self.evidence),)


class VideoNoted(Fact, frozen=True):
    """A recording is kept there; said again of the same hours, it has become evidence."""

    of: VideoOf
    room: RoomId | None
    kept_on: str
    since: datetime
    until: datetime
    evidence: bool

    def apply(self, site: Site) -> None:
        site.safe.videos = [one for one in site.safe.videos if not one.same(self)]
        site.safe.videos.append(Video(self.of, self.room, self.kept_on, self.since, self.until, self.evidence))


class PublicationUnfit(Refusal, frozen=True):
    """Results are published after the exam, and are entered once they are."""

    clause: ClassVar[ClauseId] = ClauseId("REC-05")
    day: date


class VideoUnfit(Refusal, frozen=True):
    """A recording: a room of this site or a secrecy room, the recorder's number, from when to when until now."""

    clause: ClassVar[ClauseId] = ClauseId("REC-08")
