"""What stands on one report of an incident (突发事件初次、阶段性、最终报告): as it was at that moment (INC-01..06)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.incident_kinds import GROUPS, IncidentKind, first_report_minutes
from app.core.incident_report import late_from
from app.core.incident_state import Incident, IncidentReport, NoteKind, ReportKind
from app.core.sheet_open import report_of
from app.core.site import Site
from app.core.terms import PersonId
from app.views.incident_links import LinkLine, links
from app.views.site_sheet import Signatory, SiteSheet, sheet_head


class NoteLine(msgspec.Struct, frozen=True):
    """A line of the log; `said` is None after erasure."""

    kind: str
    at: datetime
    by: str
    said: str | None


class ReportLine(msgspec.Struct, frozen=True):
    """One report before this one."""

    number: int
    kind: str
    hop: str
    means: str
    told_to: str | None
    at: datetime
    by: str


class RoomLeft(msgspec.Struct, frozen=True):
    """One room that was left; `back_at` is None while nobody was back."""

    session: str
    room: str
    people: int
    left_at: datetime
    back_at: datetime | None


class SaidLine(msgspec.Struct, frozen=True):
    """One part of what was reported; `text` is None after erasure."""

    part: str
    text: str | None


class IncidentReportSheet(SiteSheet, frozen=True):
    """What is entered of later moments changes no report. `session` and `room` are "" for the whole site.

    `since`: what the time of a first report is counted from, `due` how many minutes it may take (0: at once).
    `late_after`: minutes after which it was late. `told_to` is "" where nobody in person heard it.
    """

    incident: str
    number: int
    kind: str
    incident_kind: str
    group: str
    severity: str
    session: str
    subject: str
    room: str
    happened_at: datetime
    found_at: datetime
    closed_at: datetime | None
    since: datetime
    due: int
    late_after: int
    hop: str
    means: str
    told_to: str | None
    by: Signatory
    at: datetime
    late: bool
    follower: Signatory | None
    said: tuple[SaidLine, ...]
    notes: tuple[NoteLine, ...]
    reports: tuple[ReportLine, ...]
    links: tuple[LinkLine, ...]
    left: tuple[RoomLeft, ...]

    @property
    def last_at(self) -> datetime:
        return self.at


_CONTENT = (TextPart.CONTENT,)
_FINAL = (TextPart.CAUSE, TextPart.COURSE, TextPart.RESULT, TextPart.EFFECT, TextPart.LESSONS)
_NOTED = {kind: TextPart(kind.value) for kind in NoteKind}


def incident_sheet(site: Site, people: Directory, subject: str) -> IncidentReportSheet | None:
    """None where there is no such report."""
    found = report_of(site, subject)
    if found is None or site.package is None:
        return None
    incident, report = found
    ended, rulebook = incident.closed_at, site.package.rulebook
    then = replace(
        incident,
        grades=[one for one in incident.grades if one.at <= report.at],
        reports=incident.reports[: report.number - 1],
    )
    minutes = first_report_minutes(rulebook)
    state = site.sessions[incident.session] if incident.session else None
    return IncidentReportSheet(
        head=sheet_head(site),
        incident=incident.number,
        number=report.number,
        kind=report.kind,
        incident_kind=incident.kind,
        group=GROUPS[IncidentKind(incident.kind)],
        severity=then.severity,
        session=incident.session or "",
        subject=state.plan.subject if state else "",
        room=incident.room or "",
        happened_at=incident.happened_at,
        found_at=incident.found,
        closed_at=ended if ended and ended <= report.at else None,
        since=late_from(then, rulebook, report.hop) - timedelta(minutes=minutes),
        due=rulebook.first_report.value,
        late_after=minutes,
        hop=report.hop,
        means=report.means,
        told_to=people.said(report.text, TextPart.TOLD_TO),
        by=_who(people, report.reported_by),
        at=report.at,
        late=report.late,
        follower=_follower(people, incident, report.at),
        said=tuple(_said(people, report)),
        notes=tuple(_notes(people, incident, report.at)),
        reports=tuple(_before(people, incident, report)),
        links=links(site, incident, report.at, over=report.kind is ReportKind.FINAL),
        left=tuple(_left(incident, report.at)),
    )


def _who(people: Directory, person: PersonId) -> Signatory:
    member = people.staff.get(person)
    return Signatory(people.staff_name(person), member.role if member else "")


def _follower(people: Directory, incident: Incident, at: datetime) -> Signatory | None:
    named = [one for one in incident.followed if one.at <= at]
    return _who(people, named[-1].person) if named else None


def _said(people: Directory, report: IncidentReport) -> Iterator[SaidLine]:
    for part in _FINAL if report.kind is ReportKind.FINAL else _CONTENT:
        text = people.said(report.text, part)
        if text != "":
            yield SaidLine(part, text)


def _notes(people: Directory, incident: Incident, at: datetime) -> Iterator[NoteLine]:
    for one in sorted(incident.notes, key=lambda note: note.at):
        if one.at <= at:
            yield NoteLine(one.kind, one.at, people.staff_name(one.by), people.said(one.text, _NOTED[one.kind]))


def _before(people: Directory, incident: Incident, report: IncidentReport) -> Iterator[ReportLine]:
    for one in incident.reports[: report.number - 1]:
        heard = people.said(one.text, TextPart.TOLD_TO)
        yield ReportLine(one.number, one.kind, one.hop, one.means, heard, one.at, people.staff_name(one.reported_by))


def _left(incident: Incident, at: datetime) -> Iterator[RoomLeft]:
    for one in incident.evacuated:
        if one.left_at <= at:
            back = one.back_at if one.back_at and one.back_at <= at else None
            yield RoomLeft(one.session, one.room, one.people, one.left_at, back)
