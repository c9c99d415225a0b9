"""Reports of an incident (初次报告、阶段报告、最终报告): level by level, with the clock running (INC-01..06)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from app.core.free_text import FreeText, TextPart, unfit
from app.core.incident_kinds import BY_TEXT, Hop, IncidentKind, Severity, first_report_minutes, route
from app.core.incident_state import Incident, IncidentReport, ReportKind, ReportMeans, SkipReason
from app.core.operation import CHIEF, ROOM, Decision, Demand, Desk, Fact, Operation, Refusal, untold
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import ClauseId, Digest, IncidentNo, PersonId, Role, RoomId

AT_WORK = ROOM | {Role.CHIEF, Role.DEPUTY, Role.EXAM_OFFICE, Role.RESIDENT, Role.ROVING}
_HEARD = frozenset({ReportMeans.ORAL, ReportMeans.PHONE})
_FINAL = (TextPart.CAUSE, TextPart.COURSE, TextPart.RESULT, TextPart.EFFECT)


def owed(incident: Incident, rulebook: Rulebook) -> tuple[Hop, ...]:
    """Who has not heard of it yet, as grave as it is now, in the order in which they are told."""
    way = route(incident.severity, rulebook)
    return tuple(hop for hop in way if incident.told(hop) is None and hop not in incident.skipped)


def late_from(incident: Incident, rulebook: Rulebook, hop: Hop | None = None) -> datetime:
    """The last moment of a first report to this level that is in time (INC-02). None: to the next that waits for one.

    J-16: of every level of the way. Grading it down and up again gives nobody more time.
    """
    hop = hop or next(iter(owed(incident, rulebook)), None)
    by_text = route(BY_TEXT[IncidentKind(incident.kind)], rulebook)
    duties = (*((incident.found,) if hop in by_text else ()), *incident.raised)
    heard = [one.at for one in incident.reports if one.hop is hop]
    since = next((duty for duty in duties if not any(at >= duty for at in heard)), incident.since)
    return since + timedelta(minutes=first_report_minutes(rulebook))


def final_report(incident: Incident) -> IncidentReport | None:
    """The newest one to a level of the administration; police and physicians take none."""
    finals = (one for one in reversed(incident.reports) if one.kind is ReportKind.FINAL)
    return next((one for one in finals if one.hop in _LEVELS), None)


def final_owed(incident: Incident, rulebook: Rulebook) -> bool:
    """Whether it needs a final report, as grave as it is now, that nobody has made (INC-06)."""
    final = final_report(incident)
    needed = incident.severity is Severity.MAJOR or bool(rulebook.first_report.value)
    return needed and (final is None or final.at < incident.since)


class AboutIncident(Operation, frozen=True):
    """What is entered of one incident; `answer` decides, and nothing is added to one that was filed."""

    number: IncidentNo

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(AT_WORK)

    def of_room(self, site: Site) -> RoomId | None:
        incident = site.incidents.get(self.number)
        return incident.room if incident else None

    def decide(self, site: Site, desk: Desk) -> Decision:
        incident = site.incidents.get(self.number)
        if incident is None:
            return NoSuchIncident(self.number)
        return self.answer(site, desk, incident)

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        raise NotImplementedError


class ReportIncident(AboutIncident, frozen=True):
    """Enter a report that was made: to whom, how, when, and what was said; spoken ones name who heard them."""

    kind: ReportKind
    hop: Hop
    means: ReportMeans
    happened_at: datetime
    reported_by: PersonId
    text: FreeText

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.filed_at:
            return IncidentFiledAlready(self.number, incident.filed_at)
        if no := untold(self.happened_at, self.reported_by, desk) or self._unfit():
            return no
        if self.happened_at < incident.found:
            return ReportedBeforeFound(self.number, incident.found)
        if self.kind is not ReportKind.FIRST and not self._first(incident):
            return FirstReportFirst(self.number)
        if self.kind is ReportKind.FINAL and (incident.closed_at is None or self.happened_at < incident.closed_at):
            return NotOverYet(self.number)
        begins = self.kind is ReportKind.FIRST and incident.told(self.hop) is None
        late = begins and self.happened_at > late_from(incident, desk.rulebook, self.hop)
        return (
            IncidentReported(
                self.number,
                len(incident.reports) + 1,
                self.kind,
                self.hop,
                self.means,
                self.text.kept,
                late,
                self.happened_at,
                self.reported_by,
            ),
        )

    def _first(self, incident: Incident) -> bool:
        """Whether this level had its first report before, as grave as it is now."""
        said = (one.at for one in incident.reports if one.hop is self.hop and one.kind is ReportKind.FIRST)
        return any(incident.since <= at <= self.happened_at for at in said)

    def _unfit(self) -> Refusal | None:
        needed = _FINAL if self.kind is ReportKind.FINAL else (TextPart.CONTENT,)
        if self.means in _HEARD:
            needed = (*needed, TextPart.TOLD_TO)
        return unfit(self.text, needed, (TextPart.TOLD_TO, TextPart.LESSONS))


class IncidentReported(Fact, frozen=True):
    """A level heard of an incident."""

    number: IncidentNo
    count: int
    kind: ReportKind
    hop: Hop
    means: ReportMeans
    text: Digest
    late: bool
    at: datetime
    reported_by: PersonId

    def apply(self, site: Site) -> None:
        report = IncidentReport(
            self.count, self.kind, self.hop, self.means, self.at, self.reported_by, self.text, self.late
        )
        site.incidents[self.number].reports.append(report)
        site.keep_texts(self.text)


class SkipHop(AboutIncident, frozen=True):
    """A level of the way is not told, for a reason (INC-05)."""

    hop: Hop
    reason: SkipReason

    def demand(self, site: Site, desk: Desk) -> Demand:
        # Telling the ministry past the levels between is the chief's decision (INC-01).
        return Demand(AT_WORK, (CHIEF,)) if self.reason is SkipReason.TOLD_ABOVE else Demand(AT_WORK)

    def answer(self, site: Site, desk: Desk, incident: Incident) -> Decision:
        if incident.filed_at:
            return IncidentFiledAlready(self.number, incident.filed_at)
        way = route(incident.severity, desk.rulebook)
        absent = self.reason is SkipReason.NOT_ON_SITE
        if self.hop not in way or (absent and self.hop is not Hop.PATROL):
            return CannotBeSkipped(self.number, self.hop)
        if not absent and not any(incident.told(above) for above in way_above(self.hop)):
            return NobodyAboveTold(self.number, self.hop)
        if self.hop in incident.skipped:
            return ()
        return (HopSkipped(self.number, self.hop, self.reason, desk.now),)


_LEVELS = (Hop.CHIEF, Hop.PATROL, Hop.LEADING_GROUP, Hop.EXAM_AREA, Hop.CITY, Hop.PROVINCE, Hop.MINISTRY)


def way_above(hop: Hop) -> tuple[Hop, ...]:
    """The levels above this one."""
    return _LEVELS[_LEVELS.index(hop) + 1 :]


class HopSkipped(Fact, frozen=True):
    """A level was passed over."""

    number: IncidentNo
    hop: Hop
    reason: SkipReason
    at: datetime

    def apply(self, site: Site) -> None:
        site.incidents[self.number].skipped[self.hop] = self.reason


class NoSuchIncident(Refusal, frozen=True):
    """No incident of this number was opened."""

    clause: ClassVar[ClauseId] = ClauseId("INC-01")
    number: IncidentNo


class IncidentFiledAlready(Refusal, frozen=True):
    """It rests; only a graver view opens it again."""

    clause: ClassVar[ClauseId] = ClauseId("INC-06")
    number: IncidentNo
    filed_at: datetime


class ReportedBeforeFound(Refusal, frozen=True):
    """Nobody reports what was not found yet."""

    clause: ClassVar[ClauseId] = ClauseId("INC-02")
    number: IncidentNo
    found_at: datetime


class FirstReportFirst(Refusal, frozen=True):
    """Stage and final reports follow a first one to the same level."""

    clause: ClassVar[ClauseId] = ClauseId("INC-03")
    number: IncidentNo


class NotOverYet(Refusal, frozen=True):
    """A final report tells of what is over."""

    clause: ClassVar[ClauseId] = ClauseId("INC-06")
    number: IncidentNo


class CannotBeSkipped(Refusal, frozen=True):
    """This level is told, or was not asked for."""

    clause: ClassVar[ClauseId] = ClauseId("INC-05")
    number: IncidentNo
    hop: Hop


class NobodyAboveTold(Refusal, frozen=True):
    """Passed over is a level only where a higher one heard of it."""

    clause: ClassVar[ClauseId] = ClauseId("INC-01")
    number: IncidentNo
    hop: Hop
