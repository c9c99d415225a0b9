"""Sheets of the whole site as they are printed: every field stands on them, and there is room to sign."""

from __future__ import annotations

import re
from itertools import chain

import pytest
from msgspec.structs import replace

from app.core.lock_state import Outcome
from app.core.sealing import SealDecision, UnsealReason
from app.core.terms import Mode
from app.views.site_sheet import SheetHead, SiteSheet
from app.views.stamp import CURRENT_EDITION
from reports import fonts, site_sheet
from reports.edition import labels
from tests.unit.paper import MINUTE, STAMP, pages
from tests.unit.site_paper import (
    ADMIN,
    BROKEN,
    CUSTODY,
    DAWN,
    OPENED,
    RECEIPT,
    SEALED,
    SITTING,
    long_sitting,
    many_locks,
)

ALL: tuple[SiteSheet, ...] = (CUSTODY, SITTING, RECEIPT, SEALED, OPENED, BROKEN)


def printed(sheet: SiteSheet) -> str:
    return "".join(pages(site_sheet.draw(sheet, STAMP)))


@pytest.mark.parametrize("form", ["custody", "supervision", "seal"])
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


@pytest.mark.parametrize("sheet", ALL)
def test_same_sheet_same_bytes(sheet: SiteSheet) -> None:
    assert site_sheet.draw(sheet, STAMP) == site_sheet.draw(sheet, STAMP)
    assert site_sheet.draw(sheet, STAMP) != site_sheet.draw(sheet, replace(STAMP, entry=1))


@pytest.mark.parametrize("sheet", ALL)
def test_the_head_says_whose_sheet_it_is(sheet: SiteSheet) -> None:
    text = printed(sheet)
    assert isinstance(sheet.head, SheetHead)
    assert sheet.head.exam in text
    assert "1101市第三中学" in text
    assert "部考试中心公钥指纹3F2A91C077DE4B10" in text
    assert "练习" not in text
    practice = replace(sheet, head=replace(sheet.head, mode=Mode.PRACTICE, software_lock=True))
    for page in pages(site_sheet.draw(practice, STAMP)):
        assert "练习" in page
        assert "软件锁" in page


def test_custody_of_every_lock_is_printed() -> None:
    text = printed(CUSTODY)
    assert "编号LY-1101-2026-06-19" in text
    assert "JK-2026-0001监考锁ZC-2026-00001001已领用赵敏07:30:00" in text
    assert re.search("JK-2026-0002监考锁ZC-2026-00002002——", text)
    assert "未领用，" in text
    assert "已撤销" in text
    assert "JK-2026-0003监考锁——遗失𠮷田明09:30:00" in text
    assert "KW-2026-0001考务锁ZC-2026-00101—已领用李建国2026-06-1818:00:00" in text
    assert "VPN-88-0007VPN密钥ZC-2026-00201—已归还—07:50:00" in text
    assert "登记已领用未领用、已归还遗失5221" in text


def test_every_change_of_hands_is_printed() -> None:
    text = printed(CUSTODY)
    assert "07:30:00JK-2026-0001启用后领用李建国赵敏" in text
    assert "07:35:00VPN-88-0007领用李建国王秀兰" in text
    assert "07:50:00VPN-88-0007归还王秀兰李建国" in text
    assert "09:01:00JK-2026-0003移交赵敏𠮷田明" in text
    assert "报告遗失，原" in text
    assert "09:30:00JK-2026-0003周立——" in text
    nobody = replace(CUSTODY, movements=(replace(CUSTODY.movements[-1], holder=""),))
    assert "时无人领用" in printed(nobody)


def test_a_loss_on_another_day_has_its_date() -> None:
    lost = replace(CUSTODY.movements[-1], at=DAWN - 24 * 60 * MINUTE)
    assert "2026-06-18" in printed(replace(CUSTODY, locks=(), movements=(lost,)))


def test_an_empty_day_is_closed() -> None:
    (page,) = pages(site_sheet.draw(replace(CUSTODY, locks=(), movements=()), STAMP))
    assert "一、保管情况（0把）无" in page
    assert "二、当日领用、移交、归还（0次）无" in page
    assert "登记已领用未领用、已归还遗失0000" in page


@pytest.mark.parametrize("count", [1, 8, 13, *range(14, 32, 3), 30])
def test_many_locks_flow_over_pages(count: int) -> None:
    sheet = many_locks(count)
    found = pages(site_sheet.draw(sheet, STAMP))
    text = "".join(found)
    assert len(found) > (count >= 30)
    for lock in sheet.locks:
        assert text.count(lock.serial) == 3
    for page in found[1:]:
        assert "领用移交归还单（续）2026-06-19" in page
    assert "合计（单位：把）" in found[-1]
    for signer in ("考点系统管理员", "考务办公室或派驻人员", f"遗失{count}0{count}0"):
        assert signer in found[-1]


def test_a_sitting_is_printed() -> None:
    (page,) = pages(site_sheet.draw(SITTING, STAMP))
    for value in (
        "编号JD-1101-A-002",
        "监考锁校时，插入考点机启用",
        "操作人李建国（考点系统管理员）",
        "监督人王秀兰（考务办公室）",
        "开始时间2026-06-1907:30:00时限08:30:00",
        "结束时间07:55:00结果完成",
        "VPN密钥无",
        "JK-2026-000107:18:00快3秒00107:32:00赵敏",
        "JK-2026-000207:19:00一致00207:34:00𠮷田明",
        "JK-2026-000307:20:00慢40秒—未启用—",
        "校时（把）启用（把）32",
        "操作人李建国监督人王秀兰＿＿时＿＿分",
    ):
        assert value in page


@pytest.mark.parametrize("count", [0, *range(24, 40, 3), 90])
def test_totals_and_signatures_of_a_sitting_share_a_page(count: int) -> None:
    sheet = long_sitting(count)
    found = pages(site_sheet.draw(sheet, STAMP))
    assert all(line.serial in "".join(found) for line in sheet.locks)
    for value in (f"启用（把）{count}{count}", "操作人李建国监督人王秀兰"):
        assert value in found[-1]
    for page in found[1:]:
        assert "监督操作记录（续）A-002" in page
    assert count or "一、监考锁校时和启用（0次）无" in found[0]


def test_a_lock_that_was_calibrated_twice_counts_once() -> None:
    again = replace(SITTING, locks=(*SITTING.locks, SITTING.locks[0]))
    assert "校时（把）启用（把）32" in printed(again)


def test_a_receipt_shows_serials_and_digests() -> None:
    (page,) = pages(site_sheet.draw(RECEIPT, STAMP))
    for value in (
        "考点机接入VPN，接收授权",
        "VPN密钥VPN-88-0007",
        "监督人欧阳志远（主考）",
        "考试授权本次考试KS-2026-11-0000170123456789abcdef07:38:00",
        "开考授权第1批次第1场KK-2026-11-000018fedcba987654321007:38:00",
        "开考授权第1批次第2场KK-2026-11-00001900112233aabbccdd07:38:00",
        "考试授权（份）开考授权（份）12",
        "操作人李建国监督人欧阳志远",
    ):
        assert value in page
    assert "校时" not in page
    assert "一、接收的授权（0份）无" in printed(replace(RECEIPT, authorizations=()))


def test_how_a_supervision_ended_is_said() -> None:
    assert "超过时限，作废重做" in printed(replace(SITTING, outcome=Outcome.LAPSED))
    assert "未完成，已中止" in printed(replace(SITTING, outcome=Outcome.GIVEN_UP))
    assert "结束时间未结束结果未结束" in printed(replace(SITTING, closed_at=None, outcome=""))


def test_a_seal_has_its_label_on_a_page_of_its_own() -> None:
    record, label = pages(site_sheet.draw(SEALED, STAMP))
    for value in (
        "编号FC-1101-01",
        "一、封存（第1次）",
        "封条编号FT-0012345",
        "存放地点保密室封存时间2026-06-1818:00:00",
        "封存人李建国（考点系统管理员）复核人王秀兰（考务办公室）",
        "封存人李建国复核人王秀兰＿＿月＿＿日",
        "二、启封尚未启封",
    ):
        assert value in record
    for value in ("封存启封记录（续）第1次封存", "沿框线剪下", "封条编号FT-0012345", "存放地点保密室"):
        assert value in label
    for value in (SEALED.head.site_name, SEALED.head.exam, "2026-06-1818:00:00", "封存人签字复核人签字"):
        assert value in label


def test_an_opened_seal_needs_no_label() -> None:
    (page,) = pages(site_sheet.draw(OPENED, STAMP))
    for value in (
        "启封时间2026-06-1907:30:00启封原因考试当日启用",
        "看到的编号FT-0012345封条完好",
        "启封人李建国（考点系统管理员）复核人欧阳志远（主考）",
        "启封人李建国复核人欧阳志远＿＿月＿＿日",
    ):
        assert value in page
    assert "标签" not in page
    assert "启封原因设备维修" in printed(replace(OPENED, reason=UnsealReason.REPAIR))


def test_a_lone_signer_leaves_a_box_for_the_second() -> None:
    text = printed(replace(OPENED, opened_by=(ADMIN,)))
    assert "启封人李建国复核人＿＿月＿＿日" in text


def test_a_broken_seal_and_what_the_chief_decided() -> None:
    (page,) = pages(site_sheet.draw(BROKEN, STAMP))
    for value in (
        "按主考的处理决定启用",
        "异常编号A-004发现时间2026-06-1907:30:00",
        "看到的编号FT-0012354封条不完好",
        "决定时间2026-06-1907:39:00处理决定检查设备后启用",
        "发现人李建国在场人王秀兰＿＿月＿＿日",
        "决定人欧阳志远在场人李建国＿＿月＿＿日",
    ):
        assert value in page
    assert "标签" not in page
    (waiting,) = pages(site_sheet.draw(replace(BROKEN, verdict=None), STAMP))
    assert "等待主考决定" in waiting
    assert BROKEN.finding
    intact = replace(BROKEN, finding=replace(BROKEN.finding, number="", intact=True))
    assert "看到的编号不是封条编号封条完好" in printed(intact)


def test_equipment_that_bore_no_seal() -> None:
    bare = replace(BROKEN, number="", place="", sealed_at=None, sealed_by=(), finding=None)
    text = printed(bare)
    assert "封条编号未封存存放地点未封存封存时间未封存" in text
    assert "封存人" not in text
    assert "异常编号A-004" in text
    for decision in SealDecision:
        assert bare.verdict
        assert "处理决定" in printed(replace(bare, verdict=replace(bare.verdict, decision=decision)))


def test_every_code_has_a_word() -> None:
    """A code without one would stand on the paper as it is."""
    codes = [re.findall(r"[a-z]+_[a-z_]+", printed(sheet)) for sheet in ALL]
    assert not list(chain.from_iterable(codes))
