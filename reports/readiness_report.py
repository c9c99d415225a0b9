"""Readiness report: the board as the chief signed it, every cause, machines in sums, what people confirmed by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from app.core.go_no_go import Answer, Gate
from app.core.hardware_items import HardwareItem
from app.views.machine_lines import Confirmed, RoomMachines
from app.views.readiness_report import CellLine, LockLine, ReadinessReport
from app.views.readiness_sheet import Found
from app.views.stamp import Stamp
from reports import fonts
from reports.blocks import STRONG, Block, Column, Whole, facts, heading, paragraph, space, table
from reports.edition import Labels, labels
from reports.hardware import confirmed_by, sums_grid
from reports.sheet import build, moment
from reports.site_frame import signing, site_frame

WRITTEN = 15.0
_OPEN = (Answer.NO, Answer.STALE, Answer.UNKNOWN)
_HANDS = (HardwareItem.KEYBOARD, HardwareItem.MOUSE, HardwareItem.SCREEN)


def draw(sheet: ReadinessReport, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "readiness_report"), labels(stamp.edition, "sheet")
    checklist, named = labels(stamp.edition, "hardware"), labels(stamp.edition, "machines")
    day = sheet.day.isoformat()
    number = words("number", site=sheet.head.site_code, day=day)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running", day=day))
    blocks = (
        _head(sheet, words, named, common),
        _board(sheet, words, common),
        _causes(sheet, words, common),
        Whole([heading(words("sections.machines")), *sums_grid(sheet.sums, checklist, named).strips]),
        _rooms(sheet, words, checklist, common),
        _locks(sheet, words, common),
        _clocks(sheet, words, common),
        *_names(sheet, words, common),
        _closing(sheet, words, common),
    )
    return build(frame, stamp, blocks)


def _head(sheet: ReadinessReport, words: Labels, named: Labels, common: Labels) -> Block:
    spare = [words("spare", machine=one.machine, verdict=named(f"verdicts.{one.verdict}")) for one in sheet.spare]
    version = words("version_wanted", version=sheet.version) if sheet.version else words("version_free")
    pairs = [
        (words("facts.site"), common("site", name=sheet.head.site_name, code=sheet.head.site_code)),
        (words("facts.day"), sheet.day.isoformat()),
        (words("facts.rooms"), words("rooms", count=len(sheet.rooms))),
        (words("facts.decision"), _decision(sheet, words)),
        (words("facts.open"), words("open_count", count=_open(sheet))),
        (words("facts.version"), version),
        (words("facts.printer"), _looked(sheet.printer, words, common) if sheet.printer else words("not_looked")),
        (words("facts.spare"), words("comma").join(spare) or words("no_spare")),
    ]
    note = words("signed_note" if sheet.decision else "unsigned_note")
    return Whole([*facts(pairs, 25).strips, paragraph(note, STRONG), paragraph(words("legend"))])


def _open(sheet: ReadinessReport) -> int:
    return sum(one.answer in _OPEN for one in sheet.cells)


def _decision(sheet: ReadinessReport, words: Labels) -> str:
    if sheet.decision is None:
        return words("unsigned")
    decision = words(f"decisions.{sheet.decision.decision}")
    return words("decided", decision=decision, by=sheet.decision.by, at=moment(sheet.decision.at)[:-3])


def _looked(found: Found, words: Labels, common: Labels) -> str:
    text = common("erased") if found.text is None else fonts.shortened(found.text)
    return words("looked", state=words(f"states.{found.state}"), by=found.by, at=moment(found.at)[5:-3], text=text)


def _board(sheet: ReadinessReport, words: Labels, common: Labels) -> Block:
    """The site first, then the rooms, a column for each gate."""
    columns = [Column(words("columns.room"), 15)]
    columns += [Column(words(f"gates.{gate}"), 0 if gate is Gate.CLOSED else 11.6) for gate in Gate]
    rows = dict[str, list[str]]()
    for one in sheet.cells:
        rows.setdefault(one.room, [one.room or words("site")]).append(words(f"answers.{one.answer}"))
    return table(words("sections.board"), common, columns, list(rows.values()))


def _causes(sheet: ReadinessReport, words: Labels, common: Labels) -> Block:
    """Rooms of which the same is to be said stand together."""
    found = dict[CellLine, list[str]]()
    for one in sheet.cells:
        if one.answer in _OPEN:
            alike = CellLine(one.gate, "", one.answer, one.cause, one.count)
            found.setdefault(alike, []).append(one.room or words("site"))
    title = words("sections.open", count=sum(map(len, found.values())))
    if not found:
        return Whole([heading(title), paragraph(words("all_yes"))])
    columns = [
        Column(words("columns.gate"), 22),
        Column(words("columns.answer"), 15),
        Column(words("columns.cause"), 66, centred=False),
        Column(words("columns.room"), 0, centred=False),
    ]
    gates = list(Gate)
    lines = sorted(found.items(), key=lambda one: gates.index(Gate(one[0].gate)))
    rows = [
        (
            words(f"gates.{one.gate}"),
            words(f"answers.{one.answer}"),
            words(f"causes.{one.cause}", count=one.count),
            words("comma").join(rooms),
        )
        for one, rooms in lines
    ]
    return table(title, common, columns, rows)


def _rooms(sheet: ReadinessReport, words: Labels, checklist: Labels, common: Labels) -> Block:
    keys = {"room": 13.0, "desk": 30, "total": 15, "version": 32, "keyboard": 15, "mouse": 15, "screen": 15, "by": 0}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in keys.items()]
    return table(words("sections.rooms"), common, columns, [_room(one, words, checklist) for one in sheet.rooms])


def _room(one: RoomMachines, words: Labels, checklist: Labels) -> Sequence[str]:
    comma = words("comma")
    hands = {item.item: _confirmed(item, words) for item in one.confirmed}
    versions = comma.join(
        words("version_of", version=version, count=count) if version else words("version_unknown", count=count)
        for version, count in one.versions
    )
    total = f"{one.sums.total}/{one.wanted}"
    return (
        one.room,
        comma.join(one.desks),
        total,
        versions,
        *(hands[item] for item in _HANDS),
        confirmed_by(one, checklist),
    )


def _confirmed(one: Confirmed, words: Labels) -> str:
    return words("ill", well=one.well, ill=one.ill) if one.ill else str(one.well)


def _locks(sheet: ReadinessReport, words: Labels, common: Labels) -> Block:
    title = words("sections.locks")
    if not sheet.locks:
        return Whole([heading(title), paragraph(words("locks_not_asked"))])
    keys = {"room": 11.0, "serial": 0, "calibrated": 22, "offset": 13, "use": 14}
    columns = [Column(words(f"columns.{key}"), width) for key, width in keys.items()]
    return table(title, common, columns, [_lock(one, words) for one in sheet.locks], lanes=2)


def _lock(one: LockLine, words: Labels) -> Sequence[str]:
    none = words("none")
    if not one.serial:
        return one.room, words("no_lock"), none, none, none
    use = words("in_use" if one.in_use else "not_in_use")
    if one.calibrated_at is None:
        return one.room, one.serial, words("not_calibrated"), none, use
    return one.room, one.serial, moment(one.calibrated_at)[5:-3], words("offset", seconds=one.offset_seconds), use


def _clocks(sheet: ReadinessReport, words: Labels, common: Labels) -> Block:
    title = words("sections.clocks")
    if not sheet.clocks:
        return Whole([heading(title), paragraph(words("no_clocks"))])
    keys = {"room": 13.0, "state": 16, "text": 0, "who": 22, "at": 25}
    columns = [Column(words(f"columns.{key}"), width) for key, width in keys.items()]
    rows = []
    for one in sheet.clocks:
        found = one.found
        text = common("erased") if found.text is None else fonts.shortened(found.text)
        rows.append((one.room, words(f"states.{found.state}"), text, found.by, moment(found.at)[5:-3]))
    return table(title, common, columns, rows)


def _names(sheet: ReadinessReport, words: Labels, common: Labels) -> Iterator[Block]:
    """Which names a printer writes otherwise than they are, so that nobody is turned away at the door."""
    title = words("sections.names")
    if not sheet.names:
        yield Whole([heading(title), paragraph(words("names_fine"))])
        return
    columns = [Column(words(f"columns.{key}"), width) for key, width in {"ticket": 30, "name": 0, "glyph": 24}.items()]
    rows = []
    for one in sheet.names:
        spelled = "".join(f"U+{ord(sign):04X}" for sign in fonts.missing(one.name))
        rows.append(
            (one.ticket, one.name, words("glyph_missing", spelled=spelled) if spelled else words("glyph_there"))
        )
    yield table(title, common, columns, rows, lanes=2)
    missing = Counter(bool(fonts.missing(one.name)) for one in sheet.names)[True]
    told = "names_rare" if missing else "names_printable"
    yield Whole([paragraph(words(told, count=len(sheet.names), missing=missing))])


def _closing(sheet: ReadinessReport, words: Labels, common: Labels) -> Block:
    """How much stood open is said again here: it belongs on the page that is signed."""
    count = _open(sheet)
    reason = words("reason.none")
    if sheet.decision and sheet.decision.reason != "":
        text = sheet.decision.reason
        reason = words("reason.given", text=common("erased") if text is None else text)
    return Whole(
        [
            heading(words("sections.decision")),
            paragraph(_decision(sheet, words), STRONG),
            paragraph(words("open_again", count=count) if count else words("all_yes")),
            *([paragraph(reason)] if sheet.decision else []),
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words("signers.chief"), "")]),
        ]
    )
