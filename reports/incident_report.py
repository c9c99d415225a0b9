"""Report of an incident, first, stage or final: what was said to whom and when, and all that was noted until then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from app.core.incident_state import ReportKind
from app.views.incident_links import LinkKind, LinkLine
from app.views.incident_sheet import IncidentReportSheet
from app.views.site_sheet import Signatory
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Strip, Whole, facts, heading, paragraph, space, table
from reports.edition import labels
from reports.passage import passage
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, signing, site_frame
from reports.standalone import wide
from reports.violation import framed

_SECOND = timedelta(seconds=1)


def draw(sheet: IncidentReportSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Report(sheet, stamp).pdf()


class _Report:
    def __init__(self, sheet: IncidentReportSheet, stamp: Stamp) -> None:
        self.sheet, self.stamp = sheet, stamp
        self.words, self.common = labels(stamp.edition, "incident_report"), labels(stamp.edition, "sheet")
        self.named = labels(stamp.edition, "room_record")
        self._section = 3

    def pdf(self) -> bytes:
        sheet, words, site = self.sheet, self.words, self.sheet.head.site_code
        title = words(f"titles.{sheet.kind}")
        number = words("number", site=site, incident=sheet.incident, number=sheet.number)
        running = words("running", title=title, incident=sheet.incident, number=sheet.number)
        code = payload(self.stamp, site, sheet.session or NOWHERE, sheet.room or NOWHERE)
        frame = site_frame(sheet.head, self.stamp, title, number, running, code)
        return build(frame, self.stamp, [*self._body(), self._signatures()])

    def _body(self) -> Iterator[Block]:
        sheet, words = self.sheet, self.words
        yield Whole([framed(words("confidential")), *self._incident()])
        yield Whole([*self._report(), heading(words("sections.said"))])
        for one in sheet.said:
            said = self.common("erased") if one.text is None else one.text
            yield passage(words(f"said.{one.part}"), said, self.common)
        yield self._notes()
        if sheet.reports:
            yield self._reports()
        if sheet.left:
            yield self._left()
        if sheet.links:
            yield self._links()

    def _title(self, name: str, **values: object) -> str:
        self._section += 1
        return self.words(f"sections.{name}", ordinal=self.words(f"ordinals.{self._section}"), **values)

    def _at(self, when: datetime | None, missing: str = "none") -> str:
        """Times of the day on which it happened have no date."""
        return moment(when, self.sheet.happened_at) if when else self.words(missing)

    def _table(self, title: str, widths: dict[str, float], rows: Sequence[Sequence[str]]) -> Block:
        columns = [Column(self.words(f"columns.{key}"), width, key != "said") for key, width in widths.items()]
        return table(title, self.common, columns, rows)

    def _pairs(self, values: dict[str, str]) -> Sequence[Strip]:
        return facts([(self.words(f"facts.{key}"), value) for key, value in values.items()]).strips

    def _person(self, one: Signatory) -> str:
        return self.words("person", name=one.name, role=self.named.named("roles", one.role)) if one.role else one.name

    def _session(self, session: str) -> str:
        return session_name(self.common, session) if session else self.words("none")

    def _incident(self) -> Sequence[Strip]:
        sheet, words, head = self.sheet, self.words, self.sheet.head
        values = {
            "site": self.common("site", name=head.site_name, code=head.site_code),
            "incident": sheet.incident,
            "incident_kind": self.named.named("kinds", sheet.incident_kind),
            "group": words(f"groups.{sheet.group}"),
            "severity": words(f"severities.{sheet.severity}"),
            "session": f"{self._session(sheet.session)} {sheet.subject}".strip(),
            "place": words("room", room=sheet.room) if sheet.room else words("site_wide"),
            "follower": self._person(sheet.follower) if sheet.follower else words("nobody"),
            "happened_at": moment(sheet.happened_at),
            "found_at": moment(sheet.found_at),
            "closed_at": self._at(sheet.closed_at, "open"),
        }
        return [heading(words("sections.incident")), *self._pairs(values)]

    def _report(self) -> Sequence[Strip]:
        sheet, words = self.sheet, self.words
        heard = self.common("erased") if sheet.told_to is None else sheet.told_to or words("none")
        values = {
            "hop": words(f"hops.{sheet.hop}"),
            "told_to": heard,
            "means": words(f"means.{sheet.means}"),
            "at": moment(sheet.at),
            "by": self._person(sheet.by),
            "count": words("count", number=sheet.number),
        }
        timing = wide(words("facts.timing"), self._timing())
        return [heading(words("sections.report")), *self._pairs(values), timing]

    def _timing(self) -> str:
        """In time or late: of first reports alone (INC-02)."""
        sheet, words = self.sheet, self.words
        if sheet.kind != ReportKind.FIRST:
            return words("not_counted")
        minutes, seconds = divmod(max(0, (sheet.at - sheet.since) // _SECOND), 60)
        due = words("due", due=sheet.due) if sheet.due else words("due_at_once", late=sheet.late_after)
        since = words("since", at=self._at(sheet.since), minutes=minutes, seconds=seconds)
        return words("late" if sheet.late else "in_time", since=since, due=due)

    def _notes(self) -> Block:
        words, lines = self.words, self.sheet.notes
        title = self._title("notes", count=len(lines))
        rows = [
            (
                self._at(one.at),
                words(f"notes.{one.kind}"),
                self.common("erased") if one.said is None else one.said,
                one.by,
            )
            for one in lines
        ]
        return self._table(title, {"at": 19.0, "kind": 14, "said": 0, "by": 24}, rows)

    def _reports(self) -> Block:
        words = self.words
        rows = [
            (
                str(one.number),
                words(f"kinds.{one.kind}"),
                words(f"hops.{one.hop}"),
                words(f"means.{one.means}"),
                self.common("erased") if one.told_to is None else one.told_to or words("none"),
                self._at(one.at),
                one.by,
            )
            for one in self.sheet.reports
        ]
        widths = {"number": 12.0, "kind": 17, "hop": 30, "means": 14, "told_to": 0, "at": 19, "reporter": 28}
        return self._table(self._title("reports", count=len(rows)), widths, rows)

    def _left(self) -> Block:
        rows = [
            (
                self._session(one.session),
                one.room,
                self.words("people", count=one.people),
                self._at(one.left_at),
                self._at(one.back_at),
            )
            for one in self.sheet.left
        ]
        widths = {"session": 0.0, "room": 24, "people": 24, "left_at": 34, "back_at": 34}
        return self._table(self._title("left", count=len(rows)), widths, rows)

    def _links(self) -> Block:
        words = self.words
        rows = [
            (
                words(f"links.{one.kind}"),
                one.number or words("none"),
                self._session(one.session),
                self._whose(one),
                self._much(one),
                self._at(one.at),
            )
            for one in self.sheet.links
        ]
        widths = {"link": 25.0, "number": 26, "session": 32, "who": 0, "how_much": 32, "at": 19}
        return self._table(self._title("links", count=len(rows)), widths, rows)

    def _whose(self, one: LinkLine) -> str:
        if one.kind == LinkKind.ROOM_MOVED:
            return self.words("rooms_moved", room_out=one.rooms[0], room_in=one.rooms[1] or self.words("none"))
        rooms = self.words("room", room=self.words("comma").join(one.rooms)) if one.rooms else ""
        return f"{rooms} {one.ticket}".strip()

    def _much(self, one: LinkLine) -> str:
        words, parts = self.words, []
        if one.seconds:
            parts.append(words("late_start", minutes=one.seconds // 60, seconds=one.seconds % 60))
        if one.minutes:
            parts.append(words("minutes", minutes=one.minutes))
        if one.people:
            parts.append(words("people", count=one.people))
        return words("comma").join(parts) or words("none")

    def _signatures(self) -> Block:
        words = self.words
        boxes = [(words("signers.reporter"), self.sheet.by.name), (words("signers.chief"), "")]
        title = heading(self._title("signatures"))
        return Whole([title, paragraph(words("statement")), space(4), *signing(words, boxes)])
