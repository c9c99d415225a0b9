"""Notices for the wall: the site's sign, the timetable of the day, where the rooms are, what candidates must know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from math import ceil

from app.views.notice_sheet import NoticeRoom, NoticeSheet
from app.views.session_times import SessionTimes
from app.views.stamp import Stamp
from reports.blocks import MM, WIDTH, Block, NextPage, Strip, Whole, space
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face, fitted, spelled, width, wrapped
from reports.pen import Pen
from reports.poster import Flow, boxes, lines, tiles
from reports.sheet import BEIJING, build, session_name
from reports.site_frame import site_frame

EXAM, SITE = (Face(BOLD, 40), 30.0), (Face(BOLD, 54), 36.0)
"""The face of a name, and the least size at which it stands in one line; what is longer is wrapped."""
CLOSE = 1.35
"""From line to line of a name, in sizes."""
PLACE = Face(REGULAR, 20)
HEAD, BUILDING = Face(BOLD, 30), Face(BOLD, 24)
FLOOR, ROOM, NAME = Face(BOLD, 18), Face(BOLD, 17), Face(REGULAR, 12)
TIMES, TIMES_HEAD = Face(REGULAR, 12), Face(BOLD, 12)
RULE, NOTE = Face(REGULAR, 18), Face(REGULAR, 13)
ACROSS = 4
_WEEKDAYS = "1234567"


def draw(sheet: NoticeSheet, stamp: Stamp) -> bytes:
    """The finished PDF: a page for each notice, and more where the rooms are many."""
    words, common = labels(stamp.edition, "notices"), labels(stamp.edition, "sheet")
    day = words("day", day=sheet.day)
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    return build(frame, stamp, list(_pages(sheet, words, common)))


def _pages(sheet: NoticeSheet, words: Labels, common: Labels) -> Iterator[Block]:
    yield from _sign(sheet, words)
    yield NextPage(_timetable(sheet, words, common))
    plans = list(_plans(sheet, words, common))
    if plans:
        yield NextPage(Whole([_head(words("sections.rooms"))]))
        yield from plans
    yield NextPage(_rules(words("sections.candidates"), list(_candidates(sheet, words)), words))
    yield NextPage(_rules(words("sections.room_rules"), list(_room_rules(sheet, words)), words))


def _head(text: str) -> Strip:
    return lines(text, HEAD, lean=0.5, above=8 * MM)


def _day(sheet: NoticeSheet, words: Labels) -> str:
    return words("long_day", day=sheet.day, weekday=words(f"weekdays.{_WEEKDAYS[sheet.day.weekday()]}"))


def _sign(sheet: NoticeSheet, words: Labels) -> Iterator[Block]:
    """Line by line: names may be so long that the sign goes on over the page."""
    strips = [space(20 * MM), *_name(sheet.head.exam, *EXAM), space(18 * MM)]
    strips += [*_name(words("site", name=sheet.head.site_name), *SITE), space(12 * MM)]
    below = (
        words("site_code", code=sheet.head.site_code),
        words("address", address=sheet.address),
        _day(sheet, words),
    )
    strips += [lines(text, PLACE, lean=0.5) for text in below]
    yield from (Whole([strip]) for strip in strips)


def _name(text: str, face: Face, least: float) -> Sequence[Strip]:
    """In one line where it can be, as large as it fits; otherwise in lines of like length."""
    said = spelled(text)
    one = fitted(said, face, WIDTH)
    if one.size >= least:
        return (lines(said, one, lean=0.5),)
    long = width(said, face)
    room = min(WIDTH, long / ceil(long / WIDTH) + face.size)
    return tuple(Strip(face.size * CLOSE, lines(line, face, lean=0.5).draw) for line in wrapped(said, face, room))


def _clock(at: datetime) -> str:
    return f"{at.astimezone(BEIJING):%H:%M}"


def _timetable(sheet: NoticeSheet, words: Labels, common: Labels) -> Block:
    keys = ("session", "subject", "opens", "starts", "closes", "leaves", "ends")
    widths = [share * WIDTH / 100 for share in (21, 19, 12, 12, 12, 12, 12)]
    header = boxes([words(f"columns.{key}") for key in keys], widths, TIMES_HEAD, thick=True)
    title = Whole([_head(words("sections.timetable")), lines(_day(sheet, words), PLACE, lean=0.5), space(6 * MM)])
    rows = [boxes(_session(one, words, common), widths, TIMES) for one in sheet.sessions]
    notes = [words("notes.closes"), words("notes.leaves"), words("notes.room")]
    top = _stacked([*title.strips, header])
    return Flow(top, header, [*rows, *(lines(note, NOTE, above=4 * MM) for note in notes)])


def _stacked(strips: Sequence[Strip]) -> Strip:
    """One strip of several, drawn one under another."""

    def draw_all(pen: Pen, left: float, top: float, _height: float) -> None:
        for strip in strips:
            strip.draw(pen, left, top, strip.height)
            top -= strip.height

    return Strip(sum(strip.height for strip in strips), draw_all)


def _session(one: SessionTimes, words: Labels, common: Labels) -> Sequence[str]:
    closes = one.starts_at + timedelta(minutes=one.entry_minutes)
    leaves = _clock(one.leaves_at) if one.leaves_early else words("after_end")
    times = (_clock(one.opens_at), _clock(one.starts_at), _clock(closes), leaves, _clock(one.ends_at))
    return session_name(common, one.session), one.subject, *times


def _plans(sheet: NoticeSheet, words: Labels, common: Labels) -> Iterator[Block]:
    """Floor by floor; the building stands over its first one, and both again where a floor goes on over the page."""
    for building, rooms in groupby(sheet.rooms, lambda one: one.building):
        top: list[Strip] = [lines(building, BUILDING, above=4 * MM)]
        for floor, there in groupby(rooms, lambda one: one.floor):
            found = [_room(one, words, common) for one in there]
            rows = [tiles(found[start : start + ACROSS], ACROSS, ROOM, NAME) for start in range(0, len(found), ACROSS)]
            title = words("floor", floor=floor)
            later = lines(words("continued", title=words("of_building", building=building, floor=title)), FLOOR)
            yield Flow(_stacked([*top, lines(title, FLOOR, above=4 * MM)]), later, rows)
            top = []


def _room(one: NoticeRoom, words: Labels, common: Labels) -> tuple[str, str]:
    sessions = words("comma").join(session_name(common, session) for session in one.sessions)
    below = words("room_in", name=one.name, sessions=sessions) if sessions else one.name
    return common("room", room=one.room), below


def _rules(title: str, rules: Sequence[str], words: Labels) -> Block:
    numbered = [words("rule", number=number, rule=rule) for number, rule in enumerate(rules, 1)]
    strips = [lines(rule, RULE, above=3 * MM) for rule in numbered]
    return Flow(_head(title), lines(words("continued", title=title), BUILDING), strips)


def _candidates(sheet: NoticeSheet, words: Labels) -> Iterator[str]:
    yield words("candidates.documents", types=words("comma").join(sheet.id_types))
    opens = {round((one.starts_at - one.opens_at).total_seconds() / 60) for one in sheet.sessions}
    yield from (words("candidates.opens", minutes=minutes) for minutes in sorted(opens))
    limits = sorted({one.entry_minutes for one in sheet.sessions})
    for minutes in limits:
        named = dict.fromkeys(_titled(one, words) for one in sheet.sessions if one.entry_minutes == minutes)
        of = words("comma").join(named)
        key = "candidates.closes" if minutes else "candidates.closes_at_once"
        yield words(key, minutes=minutes, of=of if len(limits) > 1 else "")
    yield words("candidates.seat_overbooked" if sheet.overbooked else "candidates.seat_fixed")
    yield words("candidates.belongings")
    yield words("candidates.closure")
    yield words("candidates.submitted")


def _titled(one: SessionTimes, words: Labels) -> str:
    """Between the signs of a title, which the agency may have put there already."""
    return words("titled", subject=one.subject.strip(words("title_signs")))


def _room_rules(sheet: NoticeSheet, words: Labels) -> Iterator[str]:
    names = ["obey", "quiet", "machine", "reminder_end"]
    names += ["scratch_paper"] if sheet.scratch_paper else []
    names += ["content", "video", "violations" if sheet.national else "violations_own"]
    yield from (words(f"room_rules.{name}") for name in names)
