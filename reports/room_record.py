"""Room record: what happened in one room in one session, with its totals and signatures on one page."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.violation_account import SKILL
from app.views.room_record import CheckLine, EventLine, NoteLine, RoomRecord, StandaloneLine
from app.views.stamp import Stamp
from reports import room_violations
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
    space,
    table,
)
from reports.edition import Labels, labels
from reports.fonts import Face
from reports.sheet import Frame, build, moment, payload, session_name
from reports.signature_boxes import signatures
from reports.signers import signer_names


def draw(record: RoomRecord, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "room_record"), labels(stamp.edition, "sheet")
    session, room = session_name(common, record.session), common("room", room=record.room)
    skill = record.level == SKILL
    frame = Frame(
        title=words("title_skill" if skill else "title"),
        subtitle=record.exam,
        running=words("running_skill" if skill else "running", room=room, session=session, subject=record.subject),
        number=words("number", site=record.site_code, session=record.session, room=record.room),
        code=payload(stamp, record.site_code, record.session, record.room),
        mode=record.mode,
        ministry=record.ministry,
        software_lock=record.software_lock,
    )
    numbered = _Sections(words)
    lists = _lists(record, words, common, numbered, stamp)
    return build(frame, stamp, (_facts(record, words, common), *lists, _closing(record, words, numbered)))


class _Sections:
    """Sections are numbered as they come: what did not happen at all has none in the middle."""

    def __init__(self, words: Labels) -> None:
        self._words, self._count = words, 0

    def title(self, name: str, **values: object) -> str:
        self._count += 1
        number = self._words(f"ordinals.{self._count}")
        return self._words("section", number=number, title=self._words(f"sections.{name}", **values))


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
    if record.violations_at:
        values["violations"] = words("confirmed", at=moment(record.violations_at, record.planned_start))
    if record.spares:
        values["spares"] = record.spares
    if record.by_hand:
        values["result"] = words("by_hand")
    return facts([(words(f"facts.{key}"), value) for key, value in values.items()])


def _lists(record: RoomRecord, words: Labels, common: Labels, numbered: _Sections, stamp: Stamp) -> Sequence[Block]:
    day, erased = record.planned_start, common("erased")

    def listed(name: str, columns: dict[str, float], rows: Sequence[Sequence[str]]) -> Block:
        title = numbered.title(name, count=len(rows))
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
            _graded(line, words),
            _place(line, record, words),
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
    acts = record.violations
    alone = [_alone(line, record, words, common) for line in record.standalone]
    checks = [_check(line, record, words) for line in record.checks]
    shape = {"ticket": 29.0, "name": 21, "consent": 0, "package": 42, "login_at": 18, "ended": 26}
    return (
        listed("absences", {**seat, "ticket": 48, "name": 0, "id_tail": 28, "registered_at": 36}, absences),
        listed("late", {"ticket": 48, "name": 0, "came_at": 36}, late),
        listed("lost", {"ticket": 48, "name": 0, "answers": 36, "incident": 36}, lost),
        listed("notes", {"at": 19, "note": 34, "ticket": 29, "name": 25, "said": 0}, notes),
        *([listed("standalone", shape, alone)] if alone else []),
        listed("events", {"number": 28, "kind": 0, "place": 28, "happened_at": 36, "closed_at": 36}, events),
        *([room_violations.listed(record, numbered.title("violations", count=len(acts)), stamp)] if acts else []),
        *([listed("checks", {"item": 52, "passed": 0, "at": 36}, checks)] if checks else []),
    )


def _alone(line: StandaloneLine, record: RoomRecord, words: Labels, common: Labels) -> Sequence[str]:
    blank, day = words("blank"), record.planned_start
    consent = words(
        "consent", ground=words(f"grounds.{line.ground}"), by=line.consented_by, at=moment(line.given_at, day)
    )
    place = words("alone_seat" if line.place else "alone_room", room=line.host, place=line.place)
    several = words("alone_count", count=line.packages) if line.packages > 1 else ""
    ended = words(f"alone.{line.ended or 'out'}", incident=line.incident) if line.machine else blank
    return (
        line.ticket,
        line.name or common("erased"),
        words("not_ratified", consent=consent) if line.waits else consent,
        words("alone_at", machine=line.machine, place=place, several=several) if line.machine else words("no_package"),
        moment(line.login_at, day) if line.login_at else blank,
        words("alone_ended", ended=ended, at=moment(line.ended_at, day)) if line.ended_at else ended,
    )


def _graded(line: EventLine, words: Labels) -> str:
    kind = words.named("kinds", line.kind)
    return words("graded", kind=kind, severity=words(f"severities.{line.severity}")) if line.severity else kind


def _check(line: CheckLine, record: RoomRecord, words: Labels) -> Sequence[str]:
    said = words("let_stand", reason=words(f"reasons.{line.reason}")) if line.reason else ""
    return (
        words(f"checks.{line.item}"),
        said or words(f"found.{line.item}", count=line.count),
        moment(line.at, record.planned_start) if line.at else words("blank"),
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


def _place(line: EventLine, record: RoomRecord, words: Labels) -> str:
    if line.room and line.room != record.room:
        return words("events.other_seat" if line.seat else "events.other", room=line.room, seat=line.seat)
    if line.seat:
        return words("events.seat", seat=line.seat)
    return words("events.room" if line.room else "events.site")


def _closing(record: RoomRecord, words: Labels, numbered: _Sections) -> Block:
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
        heading(numbered.title("totals")),
        figures(totals),
        *(paragraph(line, face) for line, face in _balances(record, words)),
        space(4),
        by_hand(_paper(record, words), 8 * MM),
        by_hand(words("remarks"), 13 * MM),
        heading(numbered.title("signatures")),
        *signatures(signer_names(record.signers, words), words("signature_time")),
        paragraph(words("statement"), SMALL),
    )
    return Whole(strips)


def _paper(record: RoomRecord, words: Labels) -> str:
    """Scratch paper as it was counted, or a line to write in."""
    counted = record.scratch
    if counted is None:
        return words("paper")
    said = words("paper_counted", handed_out=counted.handed_out, returned=counted.returned)
    return words("paper_missing", counted=said, note=words(f"scratch.{counted.note}")) if counted.note else said


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
