"""Sheets of what follows the exam (E07, E08, E23, R11, R15): what stands on them, and what each reader looks for."""

from __future__ import annotations

import hashlib

import pytest
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.free_text import TextPart
from app.core.handover import HandedOver
from app.core.media import MediumRegistered
from app.core.paper_state import PaperRef
from app.core.records import RecordKept, RoomForm
from app.core.sheet_open import not_yet
from app.core.site_form import NothingToPrint, SiteForm
from app.core.terms import HandoverNo, MediumSerial
from app.core.violation_state import EvidenceKind, KeptAt
from app.views.handover_sheet import MediumLine, PaperLine, PieceLine, handover_sheet
from app.views.site_papers import sheet_content, subjects
from app.views.site_sheet import SiteSheet
from reports import site_sheet
from reports.edition import labels
from tests.builders import ADMIN, D1, D2, LAW, OFFICER, PEOPLE, R1, R2, Story, at
from tests.unit.after_paper import AWAITING, BACKUPS, CLEANUP, HANDED, SUMMARY
from tests.unit.conduct_story import FIRST, RECORDED, taken, words
from tests.unit.paper import STAMP, pages
from tests.unit.time_paper import in_order

NUMBER, FILE_DIGEST = HandoverNo("AH-001"), "0123456789abcdef" * 4
SHEETS: dict[SiteForm, SiteSheet] = {
    SiteForm.HANDOVER: HANDED,
    SiteForm.BACKUPS: BACKUPS,
    SiteForm.CLEANUP: CLEANUP,
    SiteForm.AWAITING: AWAITING,
    SiteForm.DAY_SUMMARY: SUMMARY,
}
GOLDEN = {
    SiteForm.HANDOVER: "82ede8772747ecaf08c3343df621863f14f2b507057cb068b19f7480c515dff9",
    SiteForm.BACKUPS: "8a012f29522db6d1fa849852498066c59111e0e1f2ac25ec58504435ed377e72",
    SiteForm.CLEANUP: "99e3cc6aeab16878abefb36b57fba1c9fbee1bb28d1dbe21e6bb41fd342fc27c",
    SiteForm.AWAITING: "26452517c79f7f5e5f6f0c84edfa3f323dda798763085b7750c062aaa47a91f0",
    SiteForm.DAY_SUMMARY: "67269923344023f396bd9b74f0180648c70304af744d720fe10b97a52fe5b075",
}
"""Of sheets in the edition 2026-11: they are printed again to the same bytes."""


def drawn(form: SiteForm, sheet: SiteSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form=form)))


@pytest.mark.parametrize("form", SHEETS)
def test_the_same_sheet_has_the_same_bytes(form: SiteForm) -> None:
    pdf = site_sheet.draw(SHEETS[form], replace(STAMP, form=form))
    assert hashlib.sha256(pdf).hexdigest() == GOLDEN[form]


# Hand-over (PAP-02)

TEXT = words(
    "handover", TextPart.RECEIVER_1, TextPart.RECEIVER_2, TextPart.OFFICE, TextPart.ESCORT_1, TextPart.ESCORT_2
)
PIECE = words("piece 1", TextPart.ITEM)
KNOWN = Directory(PEOPLE.candidates, PEOPLE.staff, texts={TEXT.kept: TEXT, PIECE.kept: PIECE})
PAPERS = (PaperRef("E01", f"{LAW}-{R2}", 1), PaperRef("E01", f"{LAW}-{R1}", 1))


def handed() -> Story:
    kept = [RecordKept(RoomForm.RECORD, LAW, room, 1, content, D2, None) for room, content in ((R1, D1), (R2, D2))]
    return Story("checked").given(
        *kept,
        RECORDED,
        taken(file=FILE_DIGEST),
        MediumRegistered(MediumSerial("AA1"), "U-01", ADMIN, read=True),
        HandedOver(
            NUMBER, (ADMIN, OFFICER), TEXT.kept, PAPERS, (MediumSerial("AA1"),), (f"{FIRST}-1",), True, at("13:00")
        ),
    )


def test_what_was_handed_over_stands_by_piece() -> None:
    sheet = handover_sheet(handed().site, KNOWN, NUMBER)
    assert sheet
    assert (sheet.number, sheet.at, sheet.last_at, sheet.cards_checked) == (NUMBER, at("13:00"), at("13:00"), True)
    assert (sheet.givers, sheet.office) == (("Sun", "Li"), "office handover")
    assert sheet.receivers == ("receiver_1 handover", "receiver_2 handover")
    assert sheet.papers == (PaperLine("E01", f"{LAW}-{R1}", 1, D1), PaperLine("E01", f"{LAW}-{R2}", 1, D2))
    assert sheet.media == (MediumLine("AA1", "U-01"),)
    assert sheet.evidence == (PieceLine(f"{FIRST}-1", EvidenceKind.THING, "item piece 1", FILE_DIGEST),)


def test_where_a_piece_went_afterwards_does_not_change_the_sheet() -> None:
    story = handed()
    before = handover_sheet(story.site, KNOWN, NUMBER)
    story.site.violations[FIRST].move((f"{FIRST}-1",), KeptAt.POLICE, at("14:00"))
    assert handover_sheet(story.site, KNOWN, NUMBER) == before


def test_names_of_a_hand_over_may_be_erased() -> None:
    sheet = handover_sheet(handed().site, Directory(), NUMBER)
    assert sheet
    assert (sheet.givers, sheet.receivers, sheet.office) == ((ADMIN, OFFICER), (None, None), None)
    (page,) = drawn(SiteForm.HANDOVER, sheet)
    assert page.count("已清除") == 8


@pytest.mark.parametrize("subject", ["", "AH-002", LAW])
def test_no_sheet_of_what_was_not_handed_over(subject: str) -> None:
    site = handed().site
    assert subjects(site, KNOWN, [SiteForm.HANDOVER]) == ((SiteForm.HANDOVER, NUMBER),)
    assert sheet_content(site, KNOWN, SiteForm.HANDOVER, subject, ()) is None
    assert not_yet(site, SiteForm.HANDOVER, subject) == NothingToPrint(SiteForm.HANDOVER)


def test_the_hand_over_as_four_people_sign_it() -> None:
    (page,) = drawn(SiteForm.HANDOVER, HANDED)
    assert in_order(
        page,
        "试卷（数据）交接单",
        "交接编号AH-001交接时间2026-06-1918:00:00",
        "接收人工作证和身份证已查验",
        "接收单位市人事考试中心考务科",
        "一、纸质单据（4份）",
        "考场情况记录单1-1-001第1份0123456789abcdef",
        "考场违纪情况记录单AV-001第1份",
        "二、存储介质（2个）",
        "AA00000000000489U-01",
        "三、证据和暂存物品（2件）",
        "AV-001-1物品黑色手机一部，背面有裂痕屏幕朝下放在抽屉内实物",
        "AV-001-2录像已清除fedcba9876543210",
        "四、交接合计",
        "纸质单据4",
        "存储介质2",
        "证据和暂存物品2",
        "五、签字",
        "交出人李建国",
        "交出人王秀兰",
        "接收人㐂𠮷田明",
        "接收人周立",
    )


def test_a_whole_exam_goes_over_pages_and_is_signed_under_its_counts() -> None:
    papers = tuple(PaperLine("E01", f"1-{n % 4 + 1}-{n // 4:03}", 1, FILE_DIGEST) for n in range(200))
    sheet = replace(HANDED, papers=papers, cards_checked=False)
    found = drawn(SiteForm.HANDOVER, sheet)
    assert len(found) > 3
    assert "未查验" in found[0]
    assert in_order(found[-1], "四、交接合计", "纸质单据200", "接收人周立")
    assert sum(page.count("考场情况记录单1-") for page in found) == 200


def test_every_form_and_kind_of_evidence_has_a_name_on_the_sheet() -> None:
    said = labels(STAMP.edition, "handover")
    forms = (*RoomForm, *SiteForm)
    assert [form for form in forms if said.named("forms", form) == form] == []
    assert all(said(f"evidence.{kind}") for kind in EvidenceKind)
