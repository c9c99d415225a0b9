"""Room release: what the room system administrator takes to the room."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.room_release import ReleaseSheet
from app.views.stamp import Stamp
from reports.blocks import Block, Column, Whole, facts, heading, paragraph, table
from reports.edition import Labels, labels
from reports.sheet import Frame, build, moment, payload, session_name


def draw(release: ReleaseSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "room_release"), labels(stamp.edition, "sheet")
    session, room = session_name(common, release.session), common("room", room=release.room)
    place = {"site": release.site_code, "session": release.session, "room": release.room}
    frame = Frame(
        title=words("title"),
        subtitle=release.exam,
        running=words("running", room=room, session=session, subject=release.subject),
        number=words("number", serial=release.serial, **place),
        code=payload(stamp, **place),
        mode=release.mode,
        ministry=release.ministry,
        software_lock=release.software_lock,
    )
    blocks = (
        _facts(release, words, common),
        _instructions(release, words),
        _steps(words, common),
        _candidates(release, words, common),
    )
    return build(frame, stamp, blocks)


def _facts(release: ReleaseSheet, words: Labels, common: Labels) -> Block:
    values = {
        "subject": release.subject,
        "session": session_name(common, release.session),
        "site": common("site", name=release.site_name, code=release.site_code),
        "room": common("room_named", room=release.room, name=release.room_name),
        "place": common("floor", building=release.building, floor=release.floor),
        "planned_start": moment(release.planned_start),
        "minutes": words("minutes", count=release.minutes),
        "timestamp": release.timestamp,
        "lock_serial": release.lock_serial,
        "serial": release.serial,
    }
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _instructions(release: ReleaseSheet, words: Labels) -> Block:
    entry = "entry" if release.late_entry_minutes else "entry_at_once"
    lines = [words("instructions.timestamp"), words("instructions.start")]
    lines.append(words(f"instructions.{entry}", minutes=release.late_entry_minutes))
    lines.append(words("instructions.absence"))
    if release.overbooked:
        lines.append(words("instructions.overbooked"))
    return Whole([heading(words("sections.instructions")), *(paragraph(line) for line in lines)])


def _steps(words: Labels, common: Labels) -> Block:
    title = words("sections.steps")
    columns = [Column(words("columns.step"), 0, centred=False)]
    columns += [Column(words("columns.at"), 45), Column(words("columns.by"), 60, height=21)]
    rows = [(words(f"steps.{step}"), "", "") for step in ("downloaded", "started", "closed", "absent")]
    return table(title, common, columns, rows)


def _candidates(release: ReleaseSheet, words: Labels, common: Labels) -> Block:
    """An overbooked site has no seat column, whatever the data carry (OVB-04)."""
    title = words("sections.candidates", count=len(release.candidates))
    widths = {"seat": 11.0, "sequence": 11, "ticket": 29, "name": 0, "present": 10}
    if release.overbooked:
        del widths["seat"]
    rows: list[Sequence[str]] = []
    for line in release.candidates:
        row = (line.sequence, line.ticket, line.name or common("erased"), "")
        rows.append(row if release.overbooked else (line.seat, *row))
    columns = [Column(words(f"columns.{key}"), width) for key, width in widths.items()]
    return table(title, common, columns, rows, lanes=2)
