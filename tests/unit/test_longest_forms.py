"""Evidence, reasons and names at their longest in signs that no font has: every sheet can be printed (E16 to R14)."""

from __future__ import annotations

import re

import msgspec
import pytest
from msgspec.structs import replace as changed

from app.core.free_text import PARAGRAPH
from app.views.machine_lines import Group
from app.views.readiness_report import SpareLine
from app.views.site_sheet import SiteSheet
from reports import fonts, site_sheet
from reports.blocks import Cell, Whole, cells, heading, paragraph
from reports.edition import labels
from reports.machine_words import told
from reports.sheet import build
from tests.unit import before_paper as before
from tests.unit.paper import STAMP, pages
from tests.unit.test_sheet import FRAME

RARE = "\U0001f600"
PEOPLE = ("赵敏", "周立", "李建国", "欧阳志远", "𠮷田明", "张三", "李四")
MOST_PAGES = {"E16": 14, "E17": 11, "E18": 19, "R13": 10, "R14": 5}
SHEETS: dict[str, SiteSheet] = {
    "E16": before.HARDWARE,
    "E17": before.READINESS,
    "E18": changed(before.DUTY, reserve=PEOPLE * 8),
    "R13": changed(before.REPORT, spare=tuple(SpareLine(f"{n:03}" + "W" * 37, "minimum") for n in range(60))),
    "R14": before.CLOSED,
}


def longest(sheet: SiteSheet) -> SiteSheet:
    """Every free text and every name."""
    said = msgspec.json.encode(sheet).decode()
    said = re.sub('("text":|"reason":(?="[0-9]))"[^"]*"', rf'\1"{RARE * PARAGRAPH}"', said)
    for name in PEOPLE:
        said = said.replace(f'"{name}"', f'"{RARE * 60}"')
    return msgspec.json.decode(said, type=type(sheet))


@pytest.mark.parametrize("form", SHEETS)
def test_every_sheet_is_printed_whatever_was_written(form: str) -> None:
    sheet = longest(SHEETS[form])
    found = pages(site_sheet.draw(sheet, changed(STAMP, form=form)))
    assert "[U+1F600]" in "".join(found).replace(" ", "")
    assert len(found) <= MOST_PAGES[form]


def test_what_no_page_holds_goes_on_over_the_page_and_loses_nothing() -> None:
    count = 120
    long = "".join(f"{n:03}" + "一" * 37 for n in range(count))
    row = cells([Cell(long, 250), Cell("b", 100)])
    found = pages(build(FRAME, STAMP, [Whole([heading("a"), row, paragraph(long), heading("c")])]))
    assert len(found) > 2
    assert all(len(re.findall(f"{n:03}一", "".join(found))) == 2 for n in range(count))


def test_codes_are_cut_and_what_can_be_printed_is_not() -> None:
    assert fonts.shortened(RARE * 6) == RARE * 6
    assert fonts.shortened("一" + RARE * 600) == "一" + RARE * 6 + "\u2026"
    assert fonts.shortened("一\n" * 300) == "一\n" * 300


@pytest.mark.parametrize(
    ("machines", "clashes", "said"),
    [
        ("A", "AB", "IP 地址与 B 相同"),
        ("A", "ABCD", "IP 地址与 B、C、D 相同"),
        ("A", "ABCDE", "IP 地址与 B、C、D 等 4 台相同"),
        ("ABCDE", "ABCDE", "所列机器 IP 地址相同"),
        ("AB", "ABC", "所列机器 IP 地址相同；IP 地址与 C 相同"),
    ],
)
def test_rdy_07_of_many_machines_with_one_address_a_few_are_named(machines: str, clashes: str, said: str) -> None:
    group = Group("exam", "001", "fails", tuple(machines), (), tuple(clashes), all=False)
    assert told(labels(STAMP.edition, "machines"), group, 100) == said
