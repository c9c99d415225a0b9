"""Briefing of invigilators and room administrators, and the texts that are read out, for one session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from app.views.session_sheet import AnnouncementSheet, BriefingSheet
from app.views.session_times import SessionTimes
from app.views.site_sheet import SheetHead
from app.views.stamp import Stamp
from reports.blocks import MM, SMALL, STRONG, WIDTH, Block, Column, Strip, Whole, facts, paragraph, table
from reports.contacts import phone_table
from reports.edition import Labels, labels
from reports.fonts import BOLD, REGULAR, Face
from reports.pen import Pen
from reports.poster import lines
from reports.sheet import BEIJING, Frame, build, moment, payload, session_name
from reports.site_frame import NOWHERE, site_frame

READ_OUT, WHEN = Face(REGULAR, 14), Face(BOLD, 12)


def draw_briefing(sheet: BriefingSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "briefing"), labels(stamp.edition, "sheet")
    phones = labels(stamp.edition, "contacts")
    frame = _frame(sheet.head, sheet.times, stamp, words, common)
    blocks = (
        Whole([*_facts(sheet.head, sheet.times, words, common), paragraph(words("internal"), STRONG)]),
        _table(words, common, "steps", (21.0, 33), _steps(sheet, words)),
        _table(words, common, "cases", (30.0,), _cases(sheet, words)),
        phone_table(words("sections.called"), (sheet.duty, *sheet.called), phones, common),
        Whole([paragraph(words("phones", phones=words("comma").join(sheet.phones) or words("no_phone")), STRONG)]),
    )
    return build(frame, stamp, blocks)


def draw_announcements(sheet: AnnouncementSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    words, common = labels(stamp.edition, "announcements"), labels(stamp.edition, "sheet")
    frame = _frame(sheet.head, sheet.times, stamp, words, common)
    top = Whole([*_facts(sheet.head, sheet.times, words, common), paragraph(words("how"))])
    return build(frame, stamp, (top, *_texts(sheet, words)))


def _frame(head: SheetHead, times: SessionTimes, stamp: Stamp, words: Labels, common: Labels) -> Frame:
    number = words("number", site=head.site_code, session=times.session)
    running = words("running", session=session_name(common, times.session), subject=times.subject)
    code = payload(stamp, head.site_code, times.session, NOWHERE)
    return site_frame(head, stamp, words("title"), number, running, code)


def _facts(head: SheetHead, times: SessionTimes, words: Labels, common: Labels) -> Sequence[Strip]:
    values = {
        "site": common("site", name=head.site_name, code=head.site_code),
        "session": session_name(common, times.session),
        "subject": times.subject,
        "planned": common("between", start=_day(times), end=clock(times.ends_at)),
    }
    return facts([(common(f"facts.{key}"), value) for key, value in values.items()]).strips


def _day(times: SessionTimes) -> str:
    return moment(times.starts_at)[:-3]


def clock(at: datetime, *, seconds: bool = False) -> str:
    """The time on the site's clock, planned to the minute."""
    return f"{at.astimezone(BEIJING):{'%H:%M:%S' if seconds else '%H:%M'}}"


def _table(words: Labels, common: Labels, name: str, widths: Sequence[float], rows: Iterator[Sequence[str]]) -> Block:
    """All columns but the last are short."""
    titles = [words(f"{name}.columns.{place}") for place in range(1, len(widths) + 2)]
    columns = [Column(title, width) for title, width in zip(titles, widths, strict=False)]
    columns.append(Column(titles[-1], 0, centred=False))
    return table(words(f"{name}.title"), common, columns, list(rows))


def _steps(sheet: BriefingSheet, words: Labels) -> Iterator[Sequence[str]]:
    """What is done when, in order of time."""
    times = sheet.times
    plan: list[tuple[str, datetime, str]] = [("authorized", times.authorized_at, "")]
    plan += [("ready", times.opens_at, "_locks" if sheet.room_locks else "")]
    plan += [("entry", times.opens_at, "_overbooked" if sheet.overbooked else "_fixed")]
    plan += [("read", times.starts_at, "_paper" if sheet.scratch_paper else "")]
    plan += [("start", times.starts_at, "")]
    closes = times.starts_at + timedelta(minutes=times.entry_minutes)
    plan += [("closed", closes, "" if times.entry_minutes else "_at_once")]
    plan += [("absent", closes, "")]
    plan += [("during", closes, "")]
    if times.leaves_early:
        plan.append(("leave", times.leaves_at, ""))
    plan += [("reminder", times.reminded_at, "")]
    if not times.leaves_early:
        plan.append(("leave", times.ends_at, "_at_end"))
    plan += [("end", times.ends_at, ""), ("submitted", times.ends_at, "_paper" if sheet.scratch_paper else "")]
    plan += [("counted", times.ends_at, ""), ("handed_over", times.ends_at, "")]
    for name, at, way in sorted(plan, key=lambda step: step[1]):
        text = words(
            f"steps.{name}{way}",
            last=clock(times.last_entry, seconds=True),
            minutes=times.entry_minutes,
            left=times.reminder_minutes,
            types=words("comma").join(sheet.id_types),
        )
        yield _when(name, at, words), words(f"who.{name}"), text


def _when(name: str, at: datetime, words: Labels) -> str:
    shown = words.named("when", name)
    return clock(at) if shown == name else shown.format(at=clock(at))


def _cases(sheet: BriefingSheet, words: Labels) -> Iterator[Sequence[str]]:
    names = ["delay", "overflow"] if sheet.overbooked else ["delay"]
    names += ["identity", "impostor", "reset"]
    names += ["extra_time" if sheet.on_the_spot else "extra_time_asked"]
    names += ["standalone", "gave_up", "violation", "refused", "removal"]
    names += ["incident" if sheet.first_report else "incident_at_once"]
    for name in names:
        text = words(f"cases.{name}", minutes=sheet.on_the_spot, within=sheet.first_report)
        yield words.named("case_names", name), text


def _texts(sheet: AnnouncementSheet, words: Labels) -> Iterator[Block]:
    """Each text whole on one page: it is read out."""
    times = sheet.times
    texts: list[tuple[str, str, str]] = [
        ("entry", clock(times.opens_at), ""),
        ("rules", words("before_start", at=clock(times.starts_at)), "_early" if times.leaves_early else ""),
        ("start", clock(times.starts_at), ""),
        ("closed", clock(times.starts_at + timedelta(minutes=times.entry_minutes)), ""),
    ]
    if not times.entry_minutes:
        texts = [*texts[:2], ("start", clock(times.starts_at), "_closed")]
    timed = [(times.reminded_at, ("reminder", clock(times.reminded_at), ""))]
    if times.leaves_early:
        timed.append((times.leaves_at, ("leave", clock(times.leaves_at), "")))
    texts += [text for _, text in sorted(timed)]
    texts.append(("end", clock(times.ends_at), "_paper" if sheet.scratch_paper else ""))
    for number, (name, when, way) in enumerate(texts, 1):
        head = words("head", number=number, name=words(f"names.{name}"), when=when)
        said = words(
            f"texts.{name}{way}",
            minutes=times.entry_minutes,
            left=times.reminder_minutes,
            leaves=clock(times.leaves_at),
            starts=clock(times.starts_at),
            ends=clock(times.ends_at),
            types=words("comma").join(sheet.id_types),
            seat=words("seat_overbooked" if sheet.overbooked else "seat_fixed"),
            paper=words("paper") if sheet.scratch_paper else "",
        )
        yield Whole([_read_at(head, words("read_at")), lines(said, READ_OUT)])


def _read_at(head: str, by_hand: str) -> Strip:
    """What is read and when, and beside it who read it."""
    above, size = 5 * MM, WHEN.size

    def draw(pen: Pen, left: float, top: float, _height: float) -> None:
        pen.text(left, top - above - size, head, WHEN)
        pen.text(left + WIDTH, top - above - size, by_hand, SMALL, 1)

    return Strip(above + 1.6 * size, draw)
