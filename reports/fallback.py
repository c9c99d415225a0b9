"""Emergency paper copy: rooms, seats and what is under way by ticket alone, and blank lines to go on with by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec.structs import replace

from app.views.fallback import Fallback, FallbackRoom, FallbackSession, PackageAway, SeatLine
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    SMALL,
    STRONG,
    Block,
    Column,
    Flow,
    NextPage,
    Strip,
    Table,
    Whole,
    heading,
    paragraph,
    table,
)
from reports.edition import Labels, labels
from reports.fonts import REGULAR, Face, fitted, spelled
from reports.pen import Pen
from reports.sheet import Frame, build, moment, payload, session_name
from reports.site_frame import NOWHERE

BLANK_LINES, WRITTEN = 60, 27.0
"""Lines to write in, and how high each is, in points."""
LANES = 2
ROW = 4.3 * MM
FINE = Face(REGULAR, 8)
SEATS = {"seat": 9.0, "ticket": 22.0, "state": 13.5, "login": 9.5, "used": 8.0, "extra": 8.0, "machine": 16.0}
"""Width of each column of a lane, in millimetres."""


def draw(content: Fallback, stamp: Stamp) -> bytes:
    """The finished PDF. No row of seats is a table's: ten thousand of them are drawn within seconds."""
    words, common = labels(stamp.edition, "fallback"), labels(stamp.edition, "sheet")
    stamp = replace(stamp, printed_by=words("by_machine", machine=content.machine))
    frame = Frame(
        title=words("title"),
        subtitle=content.exam,
        running=words("running", site=content.site_code),
        number=words("number", site=content.site_code),
        code=payload(stamp, content.site_code, NOWHERE, NOWHERE),
        mode=content.mode,
        ministry=content.ministry,
        software_lock=content.software_lock,
    )
    return build(frame, stamp, [*_blocks(content, words, common)])


def _blocks(content: Fallback, words: Labels, common: Labels) -> Iterator[Block]:
    yield _intro(content, words, common)
    for one in content.sessions:
        yield _session(one, words, common)
        yield _rooms(one, words, common)
        yield _on_the_way(one, words, common)
        yield _packages(one, words, common)
    for one in content.sessions:
        for room in one.rooms:
            yield _seats(room, one, words, common)
    yield NextPage(_blank(content, words, common))


def _intro(content: Fallback, words: Labels, common: Labels) -> Block:
    entered = moment(content.entered_at, content.made_at)
    said = words(
        "state",
        at=moment(content.made_at),
        entry=content.entry,
        entered=entered,
        head=content.head,
        machine=content.machine,
    )
    notes = [paragraph(words(f"notes.{note}")) for note in ("use", "names", "fresh")]
    nothing = () if content.sessions else (paragraph(words("sections.nothing"), STRONG),)
    site = paragraph(common("site", name=content.site_name, code=content.site_code), STRONG)
    return Flow([site, paragraph(said, STRONG), *notes, *nothing])


def _session(one: FallbackSession, words: Labels, common: Labels) -> Block:
    planned = common("between", start=_minute(one.planned_start), end=_minute(one.planned_end, one.planned_start))
    name = session_name(common, one.session)
    return Whole([heading(words("sections.session", session=name, subject=one.subject, planned=planned))])


def _rooms(one: FallbackSession, words: Labels, common: Labels) -> Block:
    widths = {
        "room": 14.0,
        "place": 0,
        "started": 21,
        "ends": 21,
        "extra": 22,
        "ended": 21,
        "present": 14,
        "absent": 14,
    }
    columns = [Column(words(f"rooms.{key}"), width) for key, width in widths.items()]
    none, day = words("none"), one.planned_start
    rows = [
        (
            room.room,
            _place(room, common),
            _time(room.started_at, day, none),
            _time(room.ends_at, day, none),
            _count(room.extra, none),
            _time(room.ended_at, day, none),
            str(room.present),
            str(room.absent),
        )
        for room in one.rooms
    ]
    return table(words("sections.rooms", count=len(rows)), common, columns, rows)


def _on_the_way(one: FallbackSession, words: Labels, common: Labels) -> Block:
    widths = {"number": 24.0, "ticket": 36, "out_of": 26, "out_at": 32, "into": 0}
    columns = [Column(words(f"ways.{key}"), width) for key, width in widths.items()]
    day = one.planned_start
    rows = [(way.number, way.ticket, way.out_of, moment(way.out_at, day), "") for way in one.on_the_way]
    return table(words("sections.on_the_way", count=len(rows)), common, columns, rows)


def _packages(one: FallbackSession, words: Labels, common: Labels) -> Block:
    widths = {"ticket": 32.0, "number": 16, "place": 0, "machine": 34, "at": 24, "left": 24}
    columns = [Column(words(f"packages.{key}"), width) for key, width in widths.items()]
    rows = [
        (
            away.ticket,
            str(away.number),
            _stands(away, words),
            away.machine,
            moment(away.exported_at, one.planned_start),
            str(away.minutes_left),
        )
        for away in one.packages
    ]
    return table(words("sections.packages", count=len(rows)), common, columns, rows)


def _stands(away: PackageAway, words: Labels) -> str:
    return words("seat_of" if away.place else "in_room", room=away.room, place=away.place)


def _seats(room: FallbackRoom, one: FallbackSession, words: Labels, common: Labels) -> Block:
    none, day = words("none"), one.planned_start
    title = words(
        "sections.room",
        session=session_name(common, one.session),
        room=common("room", room=room.room),
        started=_time(room.started_at, day, none),
        ends=_time(room.ends_at, day, none),
        count=len(room.lines),
    )
    names = {state: words.named("states", state) for state in {line.state for line in room.lines}}
    rows = [_row(_seat(line, names), FINE) for line in room.lines]
    if not rows:
        return Whole([heading(title), paragraph(common("nothing"))])
    header = _row(tuple(words(f"seats.{key}") for key in SEATS), SMALL)
    return Table(title, common("continued", title=title), header, rows, LANES)


def _seat(line: SeatLine, names: dict[str, str]) -> Sequence[str]:
    return (
        line.seat,
        line.ticket,
        names[line.state],
        f"{line.logged_in_at:%H:%M}" if line.logged_in_at else "",
        "" if line.used is None else str(line.used),
        str(line.extra) if line.extra else "",
        line.machine,
    )


def _row(values: Sequence[str], face: Face) -> Strip:
    """One line over its own rule, without boxes."""

    def draw_row(pen: Pen, left: float, top: float, height: float) -> None:
        begun = left
        for text, wide in zip(values, SEATS.values(), strict=True):
            if text:
                said = spelled(text)
                pen.text(left, top - height + 1.4 * MM, said, fitted(said, face, (wide - 1) * MM))
            left += wide * MM
        pen.rule(begun, top - height, left)

    return Strip(ROW, draw_row)


def _blank(content: Fallback, words: Labels, common: Labels) -> Block:
    widths = {"number": 15.0, "at": 24, "room": 14, "who": 26, "what": 0, "by": 20, "entered": 26}
    columns = [Column(words(f"blank.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    first = content.entry + 1
    rows = [(str(number), *[""] * 6) for number in range(first, first + BLANK_LINES)]
    return table(words("sections.blank", entry=content.entry), common, columns, rows)


def _place(room: FallbackRoom, common: Labels) -> str:
    return f"{room.name} {common('floor', building=room.building, floor=room.floor)}"


def _count(count: int, none: str) -> str:
    return str(count) if count else none


def _time(at: datetime | None, day: datetime, none: str) -> str:
    return moment(at, day) if at else none


def _minute(at: datetime, day: datetime | None = None) -> str:
    """Plans know no seconds."""
    return moment(at, day)[:-3]
