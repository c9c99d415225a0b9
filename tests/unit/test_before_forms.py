"""Sheets of how a site was made ready (E16, E17, E18, R13, R14): what each reader finds, and room for the hand."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from msgspec.structs import replace

from app.core.site_form import SiteForm
from app.core.training import TrainingTopic
from app.views.site_sheet import SiteSheet
from app.views.staff_sheet import TrainingLine
from reports import site_sheet
from reports.edition import labels
from reports.hardware import confirmed_by
from tests.unit import before_paper as before
from tests.unit.paper import STAMP, pages
from tests.unit.prepared_site import TEST, staff

SAMPLES: dict[str, SiteSheet] = {
    "E16": before.HARDWARE,
    "E17": before.READINESS,
    "E18": before.DUTY,
    "R13": before.REPORT,
    "R14": before.CLOSED,
}
GOLDEN = {
    "E16": "415cb137a75f9cd5",
    "E17": "f10469d54d32386e",
    "E18": "7a74ff2af0bdaa5c",
    "R13": "6347833ebe2bc322",
    "R14": "4889ca1951c8dd65",
}


@cache
def drawn(form: str) -> tuple[bytes, tuple[str, ...]]:
    pdf = site_sheet.draw(SAMPLES[form], replace(STAMP, form=form))
    return pdf, tuple(pages(pdf))


def text(form: str) -> str:
    return "".join(drawn(form)[1])


def blank(form: SiteForm, sheet: SiteSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, replace(STAMP, form=form)))


def shows(page: str, *said: str) -> None:
    """All of it stands there, one after the other."""
    start = 0
    for one in said:
        found = page.find(one, start)
        assert found >= 0, one
        start = found


@pytest.mark.parametrize("form", SAMPLES)
def test_the_bytes_of_this_edition_hold(form: str) -> None:
    assert hashlib.sha256(drawn(form)[0]).hexdigest()[:16] == GOLDEN[form]


def test_rdy_01_the_checklist_tells_rooms_in_sums_and_what_is_not_good_in_words() -> None:
    shows(
        text("E16"),
        "硬件检查与验收表",
        "已检查机器45台",
        "考试机多于100台的考场：002。",
        "43（异",
        "赵敏、周立06-18",
        "0014440031044",
        "18:40至18:47",
        "00210400001040000",
        "内存3.9GB，要求不低于8GB（考试机多于",
        "002监考机JK-002不符合",
        "100台，按建议配置）（实测，2026-06-1818:00，𠮷田明）",
        "IP地址与PC-001-07相同；操作系统Windows11，不在所列范围",
        "键盘不正常",
        "001考试机PC-001-01不符合",
        "考试系统版本V4.2，要求为V4.3",
        "002考试机所检20台全部未检完未检：键盘工作正常、鼠标工作正常",
        "三、建议配备（不影响结论）",
        "考点机UPS电源001",
        "四、机器清单（45台）",
        "五、配置要求",
        "CPU主频2.4GHz2GHz",
        "网络速率——————1000M同左",
    )
    shows(text("E16"), "不符合（检2", "001PC-001-01", "次）")


def test_rdy_03_what_was_confirmed_within_a_minute_bears_one_time() -> None:
    words, room = labels(STAMP.edition, "hardware"), before.MACHINE_ROOMS[0]
    assert confirmed_by(replace(room, last_at=room.first_at), words) == "赵敏、周立　06-18 18:40"


def test_rdy_10_tests_and_acceptance_stand_before_the_sums_and_signatures() -> None:
    shows(
        text("E16"),
        "六、测试和验收",
        "模拟测试001通过402026-06-1818:00𠮷田明2",
        "模拟测试002未通过",
        "模拟测试003封场检测",
        "封场检测—未通过",
        "封场检测—通过",
        "通过，后有变动，重",
        "新验收",
        "通过，不含002考场",
    )
    shows(drawn("E16")[1][-1], "七、机器合计", "监考机20000131", "技术人员", "考点系统管理员", "主考")


def test_what_nobody_checked_is_left_to_the_hand() -> None:
    found = blank(SiteForm.HARDWARE, before.BLANK_HARDWARE)
    for kind in ("考点机", "考试机", "交换机"):
        assert any(f"{kind}检查记录（手工填写，每台一张，可复印）" in page for page in found)
    assert "没有录入的机器；手工检查的，记录附后。" in found[0]
    shows(found[-1], "模拟测试003", "封场检测—", "检查验收—", "七、机器合计", "主考")
    unruled = replace(before.BLANK_HARDWARE, requirements=(), tests=())
    assert blank(SiteForm.HARDWARE, unruled)[0].count("本次考试所用的规程没有列出硬件配置要求。") == 3


def test_rdy_14_items_stand_with_their_document_and_who_looked() -> None:
    shows(
        text("E17"),
        "已检查5项，应检查8项",
        "一、考前一周检查（2项）",
        "1考试实施方案规程§26办妥李建国06-1818:00辽考〔2026〕7号",
        "主考、监考、管理、后勤人",
        "2通知九(五)第3段",
        "1UPS电源测试（建议）通知附件2一(一)没有周立",
        "打印设备规范6.3.2.1.3有问题周立06-1818:00已清除",
        "三、各考场检查",
        "001办妥—周立06-1818:00",
        "003—",
        "四、各考场情况说明",
        "001考场时钟校准办妥快12秒，已校准周立",
        "应检查办妥有问题没有未检查83113",
        "考点系统管理员",
    )
    nothing = replace(before.READINESS, week=(), eve=(), of_rooms=(), first_day=None)
    (page,) = blank(SiteForm.READINESS, nothing)
    assert page.count("本次考试所用的规程没有列出这类项目。") == 3
    assert "没有需要说明的事项。" in page


def test_stf_06_the_draw_can_be_read_and_drawn_again() -> None:
    shows(
        text("E18"),
        "考试授权编号KS-2026-11-000017",
        "每考场2人，其中具备计算机应用能力的",
        "至少1人；每名流动监考至多5个考场，",
        "监考8，流动1，计算机4",
        "001信息楼1层101机房赵敏㐂001周立原李四，因病",
        "欧阳志远、䶮晓",
        "三、抽定后的调换",
        "第1次没有结果首次",
        "人员变动，流",
        "第2次（有",
        "动监考考场数",
        "J09监考人员未经培训J10张三监考人员未录入",
        "六、抽签名册（3人）和结果",
        "J01赵敏是—001L01周立——",
        "J02㐂001—备用",
        "计算SHA-256",
        "抽签人见证人主考",
    )
    assert "原张三" not in text("E18")


def test_stf_06_before_a_draw_it_is_drawn_by_hand() -> None:
    (page,) = blank(SiteForm.DRAW, before.BLANK_DUTY)
    shows(page, "流动监考的考场数不限", "二、备用监考人员", "1234", "三、抽签依据", "手工抽签的办法和签号起止")
    undrawn = replace(before.DUTY, draws=before.DUTY.draws[:1], rooms=before.BLANK_DUTY.rooms, replaced=())
    assert "备用监考人员序号" in blank(SiteForm.DRAW, undrawn)[0]
    assert "J02㐂001—002、003流动" not in "".join(blank(SiteForm.DRAW, undrawn))
    alone = replace(before.DUTY, reserve=())
    assert "二、备用监考人员没有" in blank(SiteForm.DRAW, alone)[0]


def test_the_report_shows_the_board_and_the_decision_over_it() -> None:
    shows(
        text("R13"),
        "同意开考（欧阳志远，2026-06-19",
        "未就绪4项",
        "考试系统版本V4.3",
        "正常（李建国，06-1818:00）",
        "JK-B1（最低配置）",
        "以下为主考签署时的情况。",
        "考点就绪就绪就绪就绪过期",
        "二、未就绪的事项（4项）",
        "时钟过期考点机的时间不是当天确认的考点",
        "机器未查还有4台考试机没有检查完001、002",
        "测试不符最后一次模拟测试没有通过002",
        "未查2台、V4.343",
        "001JK-00144/44",
        "JK-2026-000106-1907:30-3秒已启用003没有登记———",
        "JK-2026-0002未校时—未启用",
        "001正常快12秒，已校准",
        "有生僻字的姓名2个，其中1个有字库没有的字",
        "八、主考决定同意开考（欧阳志远，2026-06-1907:30）未就绪4项，逐项列在本报告第二部分。",
        "理由：002考场应试人员改到备用考场",
        "主考",
    )
    assert "110105000002赵[U+E000]宇印为U+E000" in text("R13")


def test_a_draft_of_the_report_says_that_nobody_signed() -> None:
    found = "".join(blank(SiteForm.READINESS_REPORT, before.DRAFT))
    shows(found, "主考尚未签署", "没有规定", "没有试印", "各项全部就绪", "不要求监考锁", "没有录入考场时钟")
    assert "理由" not in found
    erased = replace(before.REPORT, decision=replace(before.REPORT.decision, reason=None))  # type: ignore[type-var]
    known = replace(before.REPORT, names=before.REPORT.names[:1])
    assert "有生僻字的姓名1个，全部能用打印字库印出。" in "".join(blank(SiteForm.READINESS_REPORT, known))
    assert "理由：已清除" in "".join(blank(SiteForm.READINESS_REPORT, erased))


def test_rdy_11_closings_and_openings_stand_with_two_persons() -> None:
    shows(
        text("R14"),
        "001信息楼1层101机房FB-001封闭",
        "003信息楼1层103机房FB-003已启封",
        "06-1818:00封闭001FB-001—李建国、周立",
        "06-1819:00启封003FB-003封条有异、维修机器",
        "封条完好、考试日启",
        "06-1909:00启封003FB-003李建国、周立",
        "考场封闭已启封未封闭封闭后有变动32101",
        "主考",
    )
    (page,) = blank(SiteForm.ROOM_CLOSING, before.BLANK_CLOSED)
    shows(page, "未封闭", "封闭001", "封闭003", "考场封闭已启封未封闭封闭后有变动四、签字", "主考")


def test_stf_08_training_stands_on_the_staff_list_once_it_was_entered() -> None:
    listed = staff(3)
    lines = tuple(replace(line, trained_on=TEST if n else None) for n, line in enumerate(listed.lines))
    trainings = (
        TrainingLine(TEST, (TrainingTopic.DUTIES, TrainingTopic.RECORDS), 2, False),
        TrainingLine(TEST, (TrainingTopic.DUTIES,), 1, True),
    )
    (page,) = blank(SiteForm.STAFF, replace(listed, lines=lines, trainings=trainings))
    shows(
        page,
        "考务培训",
        "2026-05-28",
        "考务培训（2次）",
        "2026-05-28岗位职责和考务流程、记录填写2人",
        "迟于规定，主考准许",
    )
    assert "考务培训：＿" not in page
