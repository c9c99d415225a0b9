"""Fifty room records, each a PDF of its own, against the same lists as bare reportlab tables in the same font."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import timedelta
from itertools import zip_longest

import msgspec
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from app.core.terms import Mode
from app.resources import RESOURCES
from app.views.room_record import AbsenceLine, EventLine, LateLine, RoomRecord
from app.views.stamp import Stamp
from reports import room_record
from reports.edition import labels
from tests.benchmarks.ground import BEFORE, best
from tests.benchmarks.measure import Measure, at_least

RECORDS = 50
WORDS = [*labels("2026-11", "room_record")._words.values()][:40]
LISTS = ("absences", "late", "events")
MINUTE = timedelta(minutes=1)
STAMP = Stamp("E01", "2026-11", 1, "", BEFORE, BEFORE, "A01", 1234, "1a" * 32, "9f" * 32)


def measures() -> Iterable[Measure]:
    records = [_record(n) for n in range(RECORDS)]
    room_record.draw(records[0], STAMP)  # both sides load their fonts before the clock runs
    _bare(records[0])
    bare = best(lambda: [_bare(record) for record in records], 3)
    bare_pages = sum(_pages(_bare(record)) for record in records)
    ours = best(lambda: [room_record.draw(record, STAMP) for record in records], 3)
    pages = sum(_pages(room_record.draw(record, STAMP)) for record in records)
    note = f"{pages / ours:.0f} / {bare_pages / bare:.0f} pages a second"
    yield at_least("50 room records / bare tables", (pages / ours) / (bare_pages / bare), "x", 0.6, note)


def _pages(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


def _record(number: int) -> RoomRecord:
    absences = tuple(
        AbsenceLine(f"{n:03}", f"2121011{number:03}{n:03}", "王建国", "0123", BEFORE) for n in range(1, 13)
    )
    return RoomRecord(
        mode=Mode.PRACTICE,
        exam="2021 经济专业技术资格考试",
        level="中级",
        rulebook="辽人考函〔2021〕12号",
        site_code="210101",
        site_name="示例考点",
        session="1-1",
        subject="经济基础知识",
        room=f"{number:03}",
        room_name="机房",
        building="信息楼",
        floor=1,
        planned_start=BEFORE,
        planned_end=BEFORE + 90 * MINUTE,
        started_at=BEFORE,
        ended_at=BEFORE + 95 * MINUTE,
        arranged=100,
        transferred_in=0,
        transferred_out=0,
        present=88,
        absent=12,
        collected=88,
        written_off=0,
        never_logged_in=0,
        absences=absences,
        late=(LateLine("2121011001099", "李明", BEFORE),),
        lost=(),
        events=tuple(EventLine(f"AF-{n:03}", "network", "001", "001", BEFORE, BEFORE) for n in range(3)),
        notes=(),
        spares="",
        signers=("invigilator", "invigilator", "chief"),
        timestamp="2021-10-22 16:05:33",
        ministry="fingerprint",
        software_lock=True,
    )


def _bare(record: RoomRecord) -> bytes:
    """Plain Tables of plain strings: the form's words and the record's facts and lists, labels in bold."""
    for name, weight in (("Bare", "400Regular"), ("Bold", "700Bold")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(RESOURCES / "fonts" / f"NotoSansSC_{weight}.ttf")))
    grid = [("FONTNAME", (0, 0), (-1, -1), "Bare"), ("GRID", (0, 0), (-1, -1), 0.5, "black")]
    labelled = TableStyle([*grid, ("FONTNAME", (0, 0), (0, -1), "Bold")])
    style = TableStyle([*grid, ("FONTNAME", (0, 0), (-1, 0), "Bold")])
    fields = msgspec.structs.asdict(record)
    plain = [str(value) for value in fields.values() if not isinstance(value, tuple)]
    flat = [list(row) for row in zip_longest(WORDS, plain, fillvalue="")]
    lists = [[[str(part) for part in msgspec.structs.astuple(row)] for row in fields[name]] for name in LISTS]
    story = [Table(flat, style=labelled), *(Table(rows, style=style) for rows in lists)]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()
