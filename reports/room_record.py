"""Room record: what happened in one room in one session, with its totals and signatures on one page."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.room_record import EventLine, NoteLine, RoomRecord
from app.views.stamp import Stamp
from reports.blocks import (
    MM,
    PLAIN,
    SMALL,
    STRONG,
    Block,
    Column,
    Whole,
    by_hand,
    facts,
    figures,
    heading,
    paragraph,
    signatures,
    space,
    table,
)
from reports.edition import Labels, labels
from reports.fonts import Face
from reports.sheet import Frame, build, moment, payload, session_name
from reports.signers import signer_names


def draw(record: RoomRecord, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "room_record"), labels(stamp.edition, "sheet")
    session = session_name(common, record.session)
    frame = Frame(
        title=words("title"),
        subtitle=record.exam,
        running=words("running", room=common("room", room=record.room), session=session, subject=record.subject),
        number=words("number", site=record.site_code, session=record.session, room=record.room),
        code=payload(stamp, record.site_code, record.session, record.room),
        mode=record.mode,
        ministry=record.ministry,
        software_lock=record.software_lock,
    )
    blocks = (_facts(record, words, common), *_lists(record, words, common), _closing(record, words))
    return build(frame, stamp, blocks)


def _facts(record: RoomRecord, words: Labels, common: Labels) -> Block:
    planned = words("between", start=moment(record.planned_start), end=moment(record.planned_end, record.planned_start))
    values = {
        "subject": record.subject,
        "level": words.named("levels", record.level),
        "site": common("site", name=record.site_name, code=record.site_code),
        "session": session_name(common, record.session),
        "room": common("room_named", room=record.room, name=record.room_name),
        "place": common("floor", building=record.building, floor=record.floor),
        "planned": planned,
        "timestamp": record.timestamp,
        "started": moment(record.started_at) if record.started_at else words("not_started"),
        "ended": moment(record.ended_at) if record.ended_at else words("not_ended"),
        "rulebook": record.rulebook,
    }
    if record.spares:
        values["spares"] = record.spares
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _lists(record: RoomRecord, words: Labels, common: Labels) -> Sequence[Block]:
    day, erased = record.planned_start, common("erased")

    def listed(name: str, columns: dict[str, float], rows: Sequence[Sequence[str]]) -> Block:
        title = words(f"sections.{name}", count=len(rows))
        shape = [Column(words(f"columns.{key}"), width) for key, width in columns.items()]
        return table(title, common, shape, rows)

    seated = any(line.seat for line in record.absences)
    seat = {"seat": 18.0} if seated else {}
    absences = [
        (
            *([line.seat] if seated else []),
            line.ticket,
            line.name or erased,
            line.id_tail,
            moment(line.registered_at, day),
        )
        for line in record.absences
    ]
    late = [(line.ticket, line.name or erased, moment(line.came_at, day)) for line in record.late]
    events = [
        (
            line.number,
            words.named("kinds", line.kind),
            _place(line, words),
            moment(line.happened_at, day),
            moment(line.closed_at, day) if line.closed_at else words("events.open"),
        )
        for line in record.events
    ]
    lost = [
        (line.ticket, line.name or erased, words.named("answers", line.answers), line.incident) for line in record.lost
    ]
    notes = [
        (
            moment(line.at, day),
            words(f"notes.{line.kind}"),
            line.ticket or words("whole_room"),
            _whose(line, words, common),
            _said(line, record, words),
        )
        for line in record.notes
    ]
    return (
        listed("absences", {**seat, "ticket": 48, "name": 0, "id_tail": 28, "registered_at": 36}, absences),
        listed("late", {"ticket": 48, "name": 0, "came_at": 36}, late),
        listed("lost", {"ticket": 48, "name": 0, "answers": 36, "incident": 36}, lost),
        listed("notes", {"at": 19, "note": 34, "ticket": 29, "name": 25, "said": 0}, notes),
        listed("events", {"number": 28, "kind": 0, "place": 28, "happened_at": 36, "closed_at": 36}, events),
    )


def _whose(line: NoteLine, words: Labels, common: Labels) -> str:
    if line.ticket:
        return line.name or common("erased")
    return words("people", count=line.people) if line.people else words("blank")


def _said(line: NoteLine, record: RoomRecord, words: Labels) -> str:
    """Where to or from, which seats, how late or how many minutes and on whose word, on which incident."""
    parts = []
    if line.room:
        parts.append(words(f"ways.{line.kind}", room=line.room))
    if line.seats:
        parts.append(words("seats", old=line.seats[0], new=line.seats[1]))
    if line.seconds:
        parts.append(words("late", minutes=line.seconds // 60, seconds=line.seconds % 60))
    if line.minutes:
        parts.append(words("minutes", minutes=line.minutes))
    if line.outcome:
        parts += _on_whose_word(line, words)
    if line.causes:
        parts.append(words("causes", causes=" ".join(line.causes)))
    if line.until:
        parts.append(words("until", at=moment(line.until, record.planned_start)))
    if line.incident:
        parts.append(words("on_incident", incident=line.incident))
    if line.times > 1:
        parts.append(words("times", count=line.times))
    return words("comma").join(parts) or words("blank")


def _on_whose_word(line: NoteLine, words: Labels) -> list[str]:
    said = words("on_whose_word", word=words(f"outcomes.{line.outcome}"), asked=" ".join(line.asked)).strip()
    return [said, words("entered_late")] if line.entered_late else [said]


def _place(line: EventLine, words: Labels) -> str:
    if line.seat:
        return words("events.seat", seat=line.seat)
    return words("events.room" if line.room else "events.site")


def _closing(record: RoomRecord, words: Labels) -> Block:
    """Totals, what is filled in by hand, and signatures: whoever signs has the totals under the same eyes, and nothing
    can be added below."""
    counts = (
        "arranged",
        "transferred_in",
        "transferred_out",
        "present",
        "absent",
        "collected",
        "written_off",
        "never_logged_in",
    )
    totals = [(words(f"counts.{count}"), str(getattr(record, count))) for count in counts]
    strips = (
        heading(words("sections.totals")),
        figures(totals),
        *(paragraph(line, face) for line, face in _balances(record, words)),
        space(4),
        by_hand(words("paper"), 8 * MM),
        by_hand(words("remarks"), 13 * MM),
        heading(words("sections.signatures")),
        *signatures(signer_names(record.signers, words), words("signature_time")),
        paragraph(words("statement"), SMALL),
    )
    return Whole(strips)


def _balances(record: RoomRecord, words: Labels) -> Sequence[tuple[str, Face]]:
    """The two equations of the ledger with their verdict in words, bold where it does not hold."""

    def verdict(left: int, right: int) -> str:
        return words("balanced") if left == right else words("unbalanced", difference=abs(left - right))

    expected = record.arranged + record.transferred_in - record.transferred_out
    seen = record.present + record.absent
    settled = record.collected + record.written_off + record.never_logged_in
    room = words(
        "balance_room",
        arranged=record.arranged,
        moved_in=record.transferred_in,
        moved_out=record.transferred_out,
        left=expected,
        present=record.present,
        absent=record.absent,
        right=seen,
        verdict=verdict(expected, seen),
    )
    answers = words(
        "balance_answers",
        collected=record.collected,
        written_off=record.written_off,
        never=record.never_logged_in,
        left=settled,
        right=record.present,
        verdict=verdict(settled, record.present),
    )
    return (
        (room, PLAIN if expected == seen else STRONG),
        (answers, PLAIN if settled == record.present else STRONG),
    )
