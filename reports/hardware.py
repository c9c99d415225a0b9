"""Hardware checklist: rooms in sums, what is not good in words, a line a machine; what nobody entered is left free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from app.core.hardware_items import HardwareItem, MachineKind
from app.core.hardware_verdict import MachineVerdict
from app.views.hardware_sheet import AcceptanceLine, HardwareSheet, RequirementLine, RoomTestLine
from app.views.machine_lines import Confirmed, MachineSums, RoomMachines
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    Block,
    Column,
    NextPage,
    Whole,
    facts,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import Labels, labels
from reports.machine_words import asked, grid, told
from reports.sheet import build, moment
from reports.site_frame import person, signing, site_frame

WRITTEN = 17.0
"""High enough to write in, in points."""
OTHER = (MachineVerdict.UNREAD, MachineVerdict.OFF_LIST)
_LIMIT = 18.3
_FEW = 5
"""So many machines are named even where they are all of a room."""
_SIGNERS = ("technician", "site_admin", "chief")


def draw(sheet: HardwareSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "hardware"), labels(stamp.edition, "sheet")
    named = labels(stamp.edition, "machines")
    number = words("number", site=sheet.head.site_code, exam=sheet.exam_id)
    frame = site_frame(sheet.head, stamp, words("title"), number, words("running"))
    blocks = (
        _head(sheet, words, common),
        _rooms(sheet, words, common),
        _groups(sheet, words, named, common),
        _advice(sheet, words, named, common),
        _machines(sheet, words, named, common),
        _requirements(sheet, words, named, common),
        *_by_hand(sheet, words, named, common),
        _tests(sheet, words, common),
        _closing(sheet, words, named),
    )
    return build(frame, stamp, blocks)


def _head(sheet: HardwareSheet, words: Labels, common: Labels) -> Block:
    checked = words("not_begun")
    if sheet.first_at and sheet.checked_at:
        checked = words("span", start=_minute(sheet.first_at), end=_minute(sheet.checked_at))
    pairs = [
        (words("facts.site"), common("site", name=sheet.head.site_name, code=sheet.head.site_code)),
        (words("facts.rooms"), words("rooms", count=len(sheet.rooms))),
        (words("facts.checked"), checked),
        (words("facts.machines"), words("machines", count=len(sheet.machines)) if sheet.machines else ""),
    ]
    wanted = ("verdicts", "by_hand", "exam_rule") if sheet.requirements else ("no_requirements",)
    notes = [words(note) for note in wanted]
    if raised := words("comma").join(one.room for one in sheet.rooms if one.raised):
        notes.append(words("raised", above=sheet.above, rooms=raised))
    elif sheet.requirements:
        notes.append(words("above", above=sheet.above))
    return Whole([*facts(pairs, 24).strips, *map(paragraph, notes)])


def _minute(at: datetime) -> str:
    return moment(at)[:-3]


def _rooms(sheet: HardwareSheet, words: Labels, common: Labels) -> Block:
    widths = {"room": 13.0, "wanted": 16, "recommended": 12, "minimum": 12, "other": 12, "fails": 13, "open": 13}
    widths |= {"detection": 14, "keyboard": 13, "mouse": 13, "screen": 13, "by": 0}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    return table(words("sections.rooms"), common, columns, [_room(one, words) for one in sheet.rooms])


def _room(one: RoomMachines, words: Labels) -> Sequence[str]:
    wanted = str(one.wanted) if one.wanted else ""
    if not one.sums.total:
        return (one.room, wanted, *[""] * 10)
    left = max(one.wanted - one.sums.total, 0) + one.sums.worth(MachineVerdict.NOT_CHECKED)
    worth = (one.sums.worth(MachineVerdict.RECOMMENDED), one.sums.worth(MachineVerdict.MINIMUM), one.sums.worth(*OTHER))
    numbers = (*worth, one.sums.worth(MachineVerdict.FAILS), left)
    return (
        one.room,
        wanted,
        *map(str, numbers),
        *(_confirmed(item, words) for item in one.confirmed),
        confirmed_by(one, words),
    )


def _confirmed(one: Confirmed, words: Labels) -> str:
    return words("ill", well=one.well, ill=one.ill) if one.ill else str(one.well)


def confirmed_by(one: RoomMachines, words: Labels) -> str:
    """Who tried keyboard, mouse and display, and when; "" where nobody did."""
    if one.first_at is None or one.last_at is None:
        return ""
    by, start = words("comma").join(one.by), _minute(one.first_at)[5:]
    end = moment(one.last_at, one.first_at)[:-3]
    if start.endswith(end):
        return words("confirmed_at", by=by, at=start)
    return words("confirmed", by=by, start=start, end=end)


def _groups(sheet: HardwareSheet, words: Labels, named: Labels, common: Labels) -> Block:
    if not sheet.groups:
        note = words("no_groups" if sheet.machines else "not_entered")
        return Whole([heading(words("sections.groups")), paragraph(note)])
    columns = [
        Column(words("columns.room"), 13),
        Column(words("columns.kind"), 15),
        Column(words("columns.machines"), 60, centred=False),
        Column(words("columns.verdict"), 17),
        Column(words("columns.told"), 0, centred=False),
    ]
    rows = [
        (
            one.room or words("none"),
            named(f"kinds.{one.kind}"),
            words("all", count=len(one.machines))
            if one.all and len(one.machines) > _FEW
            else words("comma").join(one.machines),
            named(f"verdicts.{one.verdict}"),
            told(named, one, sheet.above),
        )
        for one in sheet.groups
    ]
    return table(words("sections.groups"), common, columns, rows)


def _advice(sheet: HardwareSheet, words: Labels, named: Labels, common: Labels) -> Block:
    if not sheet.advice:
        return Whole([heading(words("sections.advice")), paragraph(words("no_requirements"))])
    keys = ("kind", "item", "there", "absent", "unknown")
    columns = [
        Column(words(f"columns.{key}"), width, height=WRITTEN)
        for key, width in zip(keys, (30, 0, 30, 30, 30), strict=True)
    ]
    rows = []
    for one in sheet.advice:
        numbers = (one.there, one.absent, one.unknown)
        said = map(str, numbers) if any(numbers) else ("", "", "")
        rows.append((named(f"kinds.{one.kind}"), named(f"items.{one.item}"), *said))
    return table(words("sections.advice"), common, columns, rows)


def _machines(sheet: HardwareSheet, words: Labels, named: Labels, common: Labels) -> Block:
    title = words("sections.machines", count=len(sheet.machines))
    if not sheet.machines:
        return Whole([heading(title), paragraph(words("not_entered"))])
    keys = ("room", "name", "verdict")
    columns = [Column(words(f"columns.{key}"), width) for key, width in zip(keys, (12, 0, 23), strict=True)]
    rows = []
    for one in sheet.machines:
        verdict = named(f"verdicts.{one.verdict}")
        said = words("looked_again", verdict=verdict, count=one.looks) if one.looks > 1 else verdict
        rows.append((one.room or words("none"), one.name, said))
    return table(title, common, columns, rows, lanes=3)


def _requirements(sheet: HardwareSheet, words: Labels, named: Labels, common: Labels) -> Block:
    """Item by item, two columns for each kind of machine."""
    title = words("sections.requirements")
    if not sheet.requirements:
        return Whole([heading(title), paragraph(words("no_requirements"))])
    columns = [Column(words("columns.item"), 0)]
    for kind in MachineKind:
        name = named(f"kinds.{kind}")
        columns += [Column(words(f"columns.{key}_of", kind=name), _LIMIT) for key in ("best", "least")]
    lines = {(one.item, one.machine): one for one in _asked(sheet)}
    rows = []
    for item in (one for one in HardwareItem if any(one == item for item, _ in lines)):
        row = [named(f"items.{item}")]
        for kind in MachineKind:
            found = lines.get((item, kind))
            best, least = _limits(found, named)[1:] if found else (words("none"), words("none"))
            row += [best, words("same") if found and best == least else least]
        rows.append(row)
    return table(title, common, columns, rows)


def _asked(sheet: HardwareSheet) -> list[RequirementLine]:
    return [one for one in sheet.requirements if one.recommended or one.minimum]


def _limits(one: RequirementLine, named: Labels) -> Sequence[str]:
    best, least = asked(named, one.item, one.recommended), asked(named, one.item, one.minimum)
    return named(f"items.{one.item}"), best, least


def _by_hand(sheet: HardwareSheet, words: Labels, named: Labels, common: Labels) -> Iterator[Block]:
    """A page for each kind of which no machine was entered."""
    seen = {one.kind for one in sheet.machines}
    keys = {"item": 38.0, "best": 40, "least": 40, "value": 0, "verdict": 18}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in keys.items()]
    for kind in MachineKind:
        lines = [one for one in _asked(sheet) if one.machine == kind]
        if lines and kind not in seen:
            places = [(words("machine_name"), ""), (words("machine_room"), "")]
            yield NextPage(Whole([heading(words("every_one", kind=named(f"kinds.{kind}"))), *facts(places, 24).strips]))
            rows = [(*_limits(one, named), "", "") for one in lines]
            yield table(named(f"kinds.{kind}"), common, columns, rows)


def _tests(sheet: HardwareSheet, words: Labels, common: Labels) -> Block:
    widths = {"test": 28.0, "room": 17, "result": 0, "seats": 17, "at": 33, "reported": 34, "times": 14}
    columns = [Column(words(f"columns.{key}"), width, height=WRITTEN) for key, width in widths.items()]
    rows: list[Sequence[str]] = [_test(one, words) for one in sheet.tests]
    rows += [
        (words("tests.sealed"), words("none"), _result(one.passed, words), "", _minute(one.at), one.by, "")
        for one in sheet.sealed
    ] or [(words("tests.sealed"), words("none"), *[""] * 5)]
    rows += [_accepted(one, words) for one in sheet.accepted] or [(words("tests.accepted"), words("none"), *[""] * 5)]
    return table(words("sections.tests"), common, columns, rows)


def _result(passed: bool, words: Labels) -> str:
    return words("results.passed" if passed else "results.failed")


def _test(one: RoomTestLine, words: Labels) -> Sequence[str]:
    name = words(f"tests.{one.kind}")
    if one.at is None:
        return (name, one.room, *[""] * 5)
    return name, one.room, _result(one.passed, words), str(one.seats), _minute(one.at), one.by, str(one.tests)


def _accepted(one: AcceptanceLine, words: Labels) -> Sequence[str]:
    result = (
        words("results.without", rooms=words("comma").join(one.without)) if one.without else words("results.accepted")
    )
    by = words("comma").join(person(words, signer) for signer in one.by)
    return (
        words("tests.accepted"),
        words("none"),
        result if one.holds else words("results.lapsed"),
        "",
        _minute(one.at),
        by,
        "",
    )


def sums_grid(sums: Sequence[MachineSums], words: Labels, named: Labels) -> Whole:
    """How many machines of each kind are worth what."""
    titles = [words("columns.kind"), *(named(f"verdicts.{one}") for one in MachineVerdict)]
    titles += [words("columns.total"), words("columns.spare")]
    rows = []
    for one in sums:
        numbers = [*(one.worth(verdict) for verdict in MachineVerdict), one.total]
        spare = str(one.spare) if one.kind == MachineKind.INVIGILATION else words("none")
        said = [*map(str, numbers), spare] if one.total else [""] * (len(numbers) + 1)
        rows.append([named(f"kinds.{one.kind}"), *said])
    return Whole(grid(titles, rows, 24 * MM))


def _closing(sheet: HardwareSheet, words: Labels, named: Labels) -> Block:
    return Whole(
        [
            heading(words("sections.totals")),
            *sums_grid(sheet.sums, words, named).strips,
            heading(words("sections.signatures")),
            paragraph(words("statement")),
            space(5),
            *signing(words, [(words(f"signers.{part}"), "") for part in _SIGNERS]),
        ]
    )
