"""Application for a delayed start or for extra time: to be read out, and filled in by hand when the answer comes."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.incident_kinds import IncidentKind
from app.views.application_sheet import ApplicationSheet, AskedLine
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    PAD,
    PLAIN,
    SMALL,
    STRONG,
    WIDTH,
    Block,
    Cell,
    Column,
    Strip,
    Table,
    Whole,
    cells,
    facts,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import labels
from reports.fonts import REGULAR, Face, fitted, spelled, wrapped
from reports.measures import Measures
from reports.pen import THICK, THIN, Pen
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, site_frame

ALOUD = Face(REGULAR, 11)
_LABEL, _BOX, _GAP, _ROW = 40 * MM, 5.4 * MM, 2 * MM, 8.5 * MM
_GROUPS, _IN_GROUP = 4, 5
_NAMED = 3
"""So many candidates are named when it is read out; the others stand on the list."""
_IN_FRAME = 24
"""Lines that a page surely takes."""


def draw(sheet: ApplicationSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Application(sheet, stamp).pdf()


class _Application:
    def __init__(self, sheet: ApplicationSheet, stamp: Stamp) -> None:
        self.sheet, self.asked, self.stamp = sheet, sheet.asked, stamp
        self.words, self.common = labels(stamp.edition, "application"), labels(stamp.edition, "sheet")
        self.said = Measures(stamp, sheet.asked.planned_start)
        self.session = session_name(self.common, sheet.asked.session)

    def pdf(self) -> bytes:
        head, asked, answered = self.sheet.head, self.asked, self.sheet.answers.last_at is not None
        number = self._own("number", site=head.site_code, number=asked.number)
        running = self._own("running", number=asked.number, session=self.session)
        code = payload(self.stamp, head.site_code, asked.session, NOWHERE)
        frame = site_frame(head, self.stamp, self._own("title"), number, running, code)
        subject = self._people() if self._extra else self._rooms()
        by_hand = self.said.came(self.sheet.answers) if answered else self._by_hand()
        blocks = [self._facts(), subject, self.said.causes(asked.causes), *self._aloud(), *by_hand, self._closing()]
        return build(frame, self.stamp, blocks)

    @property
    def _extra(self) -> bool:
        return self.asked.measure == "extra_time"

    def _own(self, key: str, /, **values: object) -> str:
        """The words of this kind of application."""
        return self.words(f"{self.asked.measure}.{key}", **values)

    def _facts(self) -> Block:
        head, asked = self.sheet.head, self.asked
        end = moment(asked.planned_end, asked.planned_start)
        values = {
            "site": self.common("site", name=head.site_name, code=head.site_code),
            "phones": self.words("phones").join(self.sheet.phones) or self.words("none"),
            "session": self.session,
            "subject": asked.subject,
            "planned": self.common("between", start=moment(asked.planned_start), end=end),
            "whom": self.said.words(f"tiers.{asked.tier}"),
            "limit": self._limit(),
            "asked_at": moment(asked.asked_at),
        }
        return facts([(self.words(f"facts.{key}"), value) for key, value in values.items()])

    def _limit(self) -> str:
        if self._extra:
            return self.words("limit_extra", minutes=self.asked.minutes)
        return self.words("limit_delay", latest=self.said.at(self.asked.latest), minutes=self.asked.minutes)

    # Whom it is about

    def _rooms(self) -> Block:
        rooms = self.asked.rooms
        columns = [Column(self.words(f"columns.{key}"), width) for key, width in _ROOMS.items()]
        rows = [(one.room, one.name, self.common("floor", building=one.building, floor=one.floor)) for one in rooms]
        return table(self._own("subject", count=len(rows)), self.common, columns, rows, 2 if len(rows) > 1 else 1)

    def _people(self) -> Block:
        people, erased = self.sheet.people, self.common("erased")
        columns = [Column(self.words(f"columns.{key}"), width) for key, width in _PEOPLE.items()]
        rows = [
            (
                one.seat or self.words("none"),
                one.ticket,
                one.name or erased,
                str(one.used),
                str(self.asked.minutes),
            )
            for one in people
        ]
        return table(self._own("subject", count=len(rows)), self.common, columns, rows, 2 if len(rows) > 1 else 1)

    # To be read out

    def _aloud(self) -> Sequence[Block]:
        head, asked = self.sheet.head, self.asked
        values = {
            "code": head.site_code,
            "name": head.site_name,
            "exam": head.exam,
            "session": self.words("session", session=self.session, subject=asked.subject),
            "rooms": self.words("rooms", rooms=self.words("comma").join(room.room for room in asked.rooms)),
            "causes": self.words("semicolon").join(self._causes()),
            "start": self.said.at(asked.planned_start),
            "whom": self.said.words(f"tiers.{asked.tier}"),
            "latest": self.said.at(asked.latest),
            "minutes": asked.minutes,
            "number": asked.number,
            "whom_for": self._whom_for(),
        }
        first, *others = _framed(self._own("read", **values))
        return [Whole([heading(self.words("sections.read")), first]), *(Whole([strip]) for strip in others)]

    def _causes(self) -> Sequence[str]:
        own = {room.room for room in self.asked.rooms}
        found = []
        # That it was reported to the ministry is no cause to read out to the ministry.
        told = [line for line in self.asked.causes if line.kind != IncidentKind.DELAY_TO_MINISTRY]
        for line in told or self.asked.causes:
            over = self.words("over", at=self.said.at(line.closed_at)) if line.closed_at else self.words("still")
            # A room that was just named is not named again.
            place = "" if {line.room} == own and not line.seats else self.said.place(line)
            place += " " if line.seats else ""
            kind, at = self.said.kind(line.kind), self.said.at(line.happened_at)
            found.append(self.words("cause", place=place, kind=kind, number=line.number, at=at, over=over))
        return found

    def _whom_for(self) -> str:
        people = self.sheet.people
        if self.asked.whole:
            return self.words("whole_room")
        named = self.words("comma").join(self._named(one) for one in people[:_NAMED])
        if len(people) > _NAMED:
            named += self.words("others")
        return self.words("people", count=len(people), people=named)

    def _named(self, one: AskedLine) -> str:
        return self.words("person_seat" if one.seat else "person", seat=one.seat, ticket=one.ticket)

    # To be filled in

    def _by_hand(self) -> Sequence[Block]:
        last = {"ministry": "tool" if self._extra else "directive"}.get(self.asked.tier)
        lines = ["who", "when", "verdict", *([last] if last else [])]
        strips = [heading(self.words("sections.by_hand")), *(_line(self.words(f"hand.{line}")) for line in lines)]
        found: list[Block] = [Whole([*strips, paragraph(self.words("printed_before"), SMALL)])]
        if self.asked.tier == "province":
            found.append(self._codes())
        return found

    def _codes(self) -> Block:
        opaque = self.sheet.opaque
        title = self.words("sections.opaque_by_hand" if opaque else "sections.code_by_hand")
        rows = [_code_row(label, self.words("code_minutes"), boxes=not opaque) for label in self._subjects()]
        header = cells([Cell(text, width, face=STRONG) for text, width in self._code_header()])
        return Table(title, self.common("continued", title=title), header, rows)

    def _code_header(self) -> Sequence[tuple[str, float]]:
        boxes = _GROUPS * _IN_GROUP * _BOX + (_GROUPS + 1) * _GAP
        return (
            (self.words("hand.subject"), _LABEL),
            (self.words("hand.code"), boxes),
            (self.words("hand.minutes"), WIDTH - _LABEL - boxes),
        )

    def _subjects(self) -> Sequence[str]:
        rooms = [self.words("room_code", room=one.room) for one in self.asked.rooms]
        if self._extra:
            return rooms if self.asked.whole else [f"{one.seat} {one.ticket}".strip() for one in self.sheet.people]
        return [self.words("site_code"), *rooms] if len(rooms) > 1 else rooms

    def _closing(self) -> Block:
        roles = ("room_admin", "site_admin", "chief") if self._extra else ("site_admin", "chief")
        statement = paragraph(self._own("statement"), PLAIN)
        title = heading(self.words("sections.signatures"))
        return Whole([title, statement, space(5), *self.said.signatures(*roles)])


_ROOMS = {"room": 16.0, "name": 34, "place": 0}
_PEOPLE = {"seat": 11.0, "ticket": 28, "person": 0, "used": 11, "total": 12}


def _framed(text: str) -> Sequence[Strip]:
    """Large text in a frame: somebody reads it over the phone. A fault in each of sixty rooms needs several."""
    lines = wrapped(spelled(text), ALOUD, WIDTH - 4 * PAD)
    return [_frame(lines[start : start + _IN_FRAME]) for start in range(0, len(lines), _IN_FRAME)]


def _frame(lines: Sequence[str]) -> Strip:
    leading = ALOUD.size * 1.5

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height, THICK)
        for row, line in enumerate(lines, 1):
            pen.text(left + 2 * PAD, top - row * leading - 1, line, ALOUD)

    return Strip(len(lines) * leading + 9, draw)


def _line(text: str) -> Strip:
    """A row to be filled in."""

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height)
        pen.text(left + PAD, top - height / 2 - 3.5, text, fitted(text, PLAIN, WIDTH - 2 * PAD))

    return Strip(_ROW, draw)


def _code_row(label: str, minutes: str, *, boxes: bool) -> Strip:
    """A small box for each sign, in groups as they are read out; of an opaque code nobody knows how long it is."""

    def draw(pen: Pen, left: float, top: float, height: float) -> None:
        pen.box(left, top - height, WIDTH, height)
        pen.text(left + PAD, top - height / 2 - 3.5, label, fitted(label, PLAIN, _LABEL - 2 * PAD))
        x = left + _LABEL + _GAP
        for _ in range(_GROUPS):
            for place in range(_IN_GROUP if boxes else 0):
                pen.box(x + place * _BOX, top - height + 1.2 * MM, _BOX, height - 2.4 * MM, THIN)
            x += _IN_GROUP * _BOX + _GAP
        pen.text(x + PAD, top - height / 2 - 3.5, minutes, PLAIN)

    return Strip(_ROW, draw)
