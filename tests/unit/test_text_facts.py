"""What happened, in one sentence."""

from __future__ import annotations

from msgspec import structs

from app.core.attendance import AttendanceConfirmed
from app.core.authorization import StartAuthorizationReceived, StartAuthorized
from app.core.avoidance import AvoidanceDeclared
from app.core.calibration import LockCalibrated
from app.core.clock import SiteTimeConfirmed, SystemClockMoved
from app.core.code_entry import CodeEntered, CodeMistyped, CodeNotForThis
from app.core.collection import AnswersConfirmed
from app.core.desk import DeskTaken
from app.core.end_state import ResultReason
from app.core.extra_time import AuthorityMissing, ExtraTimeGiven, Short
from app.core.extra_time_loss import Loss
from app.core.fault import FaultKind, FaultReported, NotASeat
from app.core.lock_state import Outcome, SupervisedKind
from app.core.operation import Fact
from app.core.pin import UNKNOWN, WrongPinGiven
from app.core.qualification import Qualified
from app.core.room_report import RoomReported
from app.core.room_result import RoomResultKept
from app.core.room_state import SettledAs
from app.core.rulebook import Tier
from app.core.sealing import EquipmentUnsealed, SealFoundBroken, UnsealReason
from app.core.seating import RedrawReason, SeatGiven, SeatMeans
from app.core.settlement import Found, TransferSettled
from app.core.slips import SlipsPrepared
from app.core.standalone_state import ReturnFlaw
from app.core.start import RoomsReleased, StartNotCovered, StartWasLate
from app.core.supervision import SupervisionClosed, SupervisionOpened
from app.core.terms import (
    ApplicationNo,
    CauseNo,
    Digest,
    FaultNo,
    GrantNo,
    IncidentNo,
    LockSerial,
    PersonId,
    Role,
    SupervisionNo,
    Ticket,
    TransferNo,
)
from app.core.time_state import LossCause
from app.crypto.codes import Purpose
from app.text import LANGUAGES, text
from app.word_ids import fact_id, rule_id
from tests.builders import A1, A2, ADMIN, CHIEF, D1, GUIDE, LAW, PASSED, R1, R2, ROOM_LOCK, at, taken_in
from tests.unit.alone_story import SECOND_OUT, came_back, went_out


def said(fact: Fact) -> tuple[str, ...]:
    return tuple(text(language).fact(fact) for language in LANGUAGES)


def test_ids() -> None:
    assert fact_id(AttendanceConfirmed) == "fact-attendance-confirmed"
    assert rule_id("on_time_tolerance_seconds") == "rule-on-time-tolerance-seconds"


def test_a_long_list_is_counted() -> None:
    many = tuple(Ticket(f"2101{n:08}") for n in range(40))
    chinese, english = said(AttendanceConfirmed(LAW, R1, (A1,), many, at("8:40"), GUIDE))
    assert chinese.startswith("第 1 批次第 1 场第 001 考场于 2021-10-30 08:40:00 核对实考人数：")
    assert chinese.endswith("：登记缺考 40 人，核对时补记实考 1 人，报告人 R001。")
    assert "40 absent, 1 found present" in english


def test_rooms_are_named() -> None:
    assert said(RoomsReleased(LAW, (R1, R2), "S"))[0] == "第 1 批次第 1 场放行考场 2 个：001、002；放行编号 S。"


def test_a_package_says_what_it_brings() -> None:
    assert said(taken_in()[0])[1].startswith(
        "Exam data edition 1 were imported: Economics, sessions: 2, rooms: 2, registered locks: 3, rulebook: "
    )


def test_what_is_not_there_is_left_out() -> None:
    whole_site = FaultReported(FaultNo("AF-001"), FaultKind.POWER, None, None, (), at("9:00"), GUIDE)
    chinese, english = said(whole_site)
    assert chinese == (
        "登记故障 AF-001：供电故障，不属于某一场次，不限于某一考场，发生于 2021-10-30 09:00:00，报告人 R001。"
    )
    assert english == (
        "Fault AF-001 was reported: power, in no session in particular, in no room in particular, "
        "at 2021-10-30 09:00:00, reported by R001."
    )
    one_seat = FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, R1, ("007",), at("9:00"), GUIDE)
    assert "第 1 批次第 1 场，第 001 考场，007 号机位，" in said(one_seat)[0]


def test_seats_are_said_in_spans() -> None:
    seats = tuple(f"{n:03}" for n in (50, *range(25, 49)))
    chinese, english = said(FaultReported(FaultNo("AF-001"), FaultKind.POWER, LAW, R1, seats, at("9:00"), GUIDE))
    assert "，025-048、050 号机位，" in chinese
    assert ", seats 025-048, 050, " in english
    slips = said(SlipsPrepared(LAW, R1, ("003", "001", "002")))
    assert slips == (
        "抽定第 1 批次第 1 场第 001 考场的机位签 3 张：001-003 号机位。",
        "The seat slips of room 001 for batch 1, session 1 were drawn: 3 (seats 001-003).",
    )


def test_what_was_typed_and_is_no_seat_is_shown_as_it_was() -> None:
    typed = text().refusal(NotASeat(R1, ("002", "001", "A7")))
    assert typed.startswith("所填的考场（001）没有这些机位：002、001、A7。")


def test_a_second_seat_gives_its_reason() -> None:
    first = SeatGiven(LAW, R1, A1, "007", SeatMeans.DRAWN, None, at("8:10"), GUIDE)
    assert said(first)[0].endswith(" 安排在 007 号机位（本机随机抽取），报告人 R001。")
    again = structs.replace(first, seat="009", redraw=RedrawReason.SEAT_FAULTY)
    assert said(again)[0].endswith("（本机随机抽取），重新安排的原因是机位故障，报告人 R001。")


def test_settling_names_a_room_only_where_one_was_found() -> None:
    stayed = TransferSettled(
        TransferNo("A-001"),
        LAW,
        R1,
        A1,
        SettledAs.STAYED,
        None,
        Found.SEATING_CHART,
        at("9:40"),
        GUIDE,
        late=False,
    )
    assert "：仍在原考场考试，时间 2021-10-30 09:40:00，依据是考场座次表上的签名，调动编号 A-001，" in said(stayed)[0]
    elsewhere = structs.replace(stayed, outcome=SettledAs.SAT_ELSEWHERE, into=R2, late=True)
    assert "：在另一考场考试（第 002 考场），" in said(elsewhere)[0]
    assert ", settled after the time of that room was over, " in said(elsewhere)[1]


def test_free_seats_are_told_where_the_room_said_them() -> None:
    counted = RoomReported(LAW, R1, 0, 90, 10, 88, 0, at("9:00"), GUIDE, Digest(""))
    assert "空闲机位" not in said(counted)[0]
    chinese, english = said(structs.replace(counted, free_seats=1))
    assert "，已交卷 0 人，空闲机位 1 个，" in chinese
    assert ", 0 submitted, 1 seat free, " in english


def test_a_first_desk_has_nobody_before() -> None:
    first = DeskTaken(PersonId("W1"), Role.SITE_ADMIN, PersonId(""), handed_over=False)
    assert said(first)[0] == "考点系统管理员 W1 开始值守本机，此前无人值守。"
    second = DeskTaken(PersonId("W2"), Role.SITE_ADMIN, PersonId("W1"), handed_over=True)
    assert "此前由 W1 值守，已当面交班。" in said(second)[0]


def test_minutes_late_are_counted() -> None:
    assert (
        said(StartAuthorized(LAW, "S-1", D1, 0))[1] == "The start authorization S-1 of batch 1, session 1 was verified."
    )
    assert said(StartAuthorized(LAW, "S-1", D1, 1))[1].endswith(", 1 minute after the earliest time.")


def test_a_supervised_step_names_its_device_where_there_is_one() -> None:
    number = SupervisionNo("A-001")
    plain = SupervisionOpened(
        number, SupervisedKind.RECEIPT, ADMIN, CHIEF, at("7:00"), at("7:30"), device=LockSerial("")
    )
    assert said(plain)[0] == "开始监督操作 A-001：接收授权，操作人 W1，监督人 W2，限 2021-10-30 07:30:00 前办完。"
    keyed = SupervisionOpened(
        number, SupervisedKind.RECEIPT, ADMIN, CHIEF, at("7:00"), at("7:30"), device=LockSerial("VK-1")
    )
    assert "，使用 VPN 密钥 VK-1，" in said(keyed)[0]
    assert said(SupervisionClosed(number, Outcome.LAPSED, at("7:31")))[1].endswith(": out of time before it was done.")


def test_receiving_and_verifying_a_start_authorization_are_two_things() -> None:
    assert said(StartAuthorizationReceived(LAW, "S-1", D1))[0] == "接收第 1 批次第 1 场的开考授权 S-1，留待验证。"
    assert said(StartAuthorized(LAW, "S-1", D1, 0))[0] == "第 1 批次第 1 场的开考授权 S-1 验证通过。"


def test_a_difference_keeps_its_sign() -> None:
    calibrated = LockCalibrated(ROOM_LOCK, at("7:05"), -3, SupervisionNo("A-001"))
    assert "相差 -3 秒（正数为考点机快）" in said(calibrated)[0]
    assert "moved by -3600 s (above zero: forward)" in said(SystemClockMoved(-3600))[1]
    assert said(SiteTimeConfirmed(at("7:00"), "b", 1, 0))[0] == "两人确认考点时间为 2021-10-30 07:00:00，与原来一致。"


def test_days_are_written_without_a_time() -> None:
    assert said(Qualified(GUIDE, PASSED, PASSED))[0] == (
        "登记 R001 的上岗资格：网上测试 2021-10-20 通过，实操演练 2021-10-20 通过。"
    )


def test_a_declaration_lists_tickets_or_says_that_there_are_no_relatives() -> None:
    assert said(AvoidanceDeclared(GUIDE, ())) == (
        "R001 申报回避情况：没有亲属在本考点应试。",
        "R001 declared on avoidance: without relatives among the candidates here.",
    )
    chinese, english = said(AvoidanceDeclared(GUIDE, (A1, A2)))
    assert chinese.endswith(f"：亲属的准考证号为 {A1}、{A2}。")
    assert english.endswith(f": relatives with tickets {A1}, {A2}.")
    assert said(AvoidanceDeclared(GUIDE, (A1,)))[1].endswith(f": a relative with ticket {A1}.")


def test_a_code_that_nobody_has_is_not_repeated() -> None:
    assert said(WrongPinGiven(UNKNOWN, at("7:00")))[0].endswith("以名单中没有的人员代码登录，没有通过。")
    assert said(WrongPinGiven(GUIDE, at("7:00")))[0].endswith("以 R001 的代码登录，PIN 不正确。")


def test_a_seal_says_what_was_read_and_seen() -> None:
    unread = SealFoundBroken("", intact=False, incident=IncidentNo("A-001"))
    assert said(unread)[0] == "启封核对没有通过：封条编号读不出，封条不完好，记入异常 A-001。"
    other = SealFoundBroken("F-9", intact=True, incident=IncidentNo("A-001"))
    assert said(other)[0] == "启封核对没有通过：封条编号为 F-9，封条完好，记入异常 A-001。"


def test_unsealing_gives_its_reason_where_it_has_one() -> None:
    assert said(EquipmentUnsealed(at("7:00"), None))[0].endswith("封条编号相符，封条完好。")
    assert said(EquipmentUnsealed(at("7:00"), UnsealReason.REPAIR))[0].endswith("封条完好，启封原因是设备维修。")


ASKED = ApplicationNo("AS-001")


def test_a_late_start_is_told_in_minutes_and_seconds() -> None:
    late = StartWasLate(LAW, R1, 1905, Tier.PROVINCE, Tier.PROVINCE, ASKED, entered_late=False)
    chinese, english = said(late)
    assert "第 001 考场比统一开考时间晚 31 分 45 秒开考" in chinese
    assert "31 min 45 s after the unified start" in english
    assert "晚 59 秒开考" in said(structs.replace(late, seconds=59))[0]
    assert "之后才登记" not in chinese
    assert "only after" not in english
    afterwards = said(structs.replace(late, entered_late=True))
    assert afterwards[0].endswith("依据申请 AS-001（省级考试机构授权码），开考之后才登记。")
    assert afterwards[1].endswith(", which was entered only after the start.")


def test_a_start_that_nothing_allowed_is_told_with_what_it_needed() -> None:
    chinese, english = said(StartNotCovered(LAW, R1, at("9:05"), Tier.PROVINCE, GUIDE))
    assert "第 001 考场所报的开考时间 2021-10-30 09:05:00 属延时开考（省级考试机构授权码）" in chinese
    assert "it does not count" in english


def test_a_code_of_the_whole_site_names_no_room() -> None:
    entered = CodeEntered(ASKED, Purpose.DELAY, "001", 45, at("9:05"), at("9:07"), GUIDE, verified=True)
    assert "录入考场延时开考（001）的授权码，上限 45 分钟，" in said(entered)[0]
    site = structs.replace(entered, purpose=Purpose.DELAY_SITE, subject="*")
    assert "录入全考点延时开考的授权码，" in said(site)[0]
    assert (
        text()
        .refusal(CodeNotForThis(Purpose.DELAY_SITE, "*"))
        .startswith("授权码没有录错，但不是给这一项的：全考点延时开考。")
    )


def test_extra_time_says_what_was_lost_and_whose_end_moves() -> None:
    lost = Loss(LossCause.FAULT, (CauseNo("AF-001"),), at("9:10"), at("9:41"), GUIDE)
    room = ExtraTimeGiven(
        GrantNo("AB-001"), LAW, R1, R1, (A1, A2), 31, Tier.PROVINCE, lost, at("9:55"), door=True, tool=""
    )
    chinese, english = said(room)
    assert "全考场应试人员 2 人各补 31 分钟" in chinese
    assert "；2021-10-30 09:10:00 至 2021-10-30 09:41:00 耽误作答（设备、网络或供电故障），事由 AF-001，" in chinese
    assert chinese.endswith("；第 001 考场的结束时间推后同样的分钟数，停止入场的时间也推后。")
    assert english.endswith("; the end of room 001 moves by the same minutes, and so does the end of entry.")
    one = structs.replace(room, moved=None, tickets=(A1,), door=False, tool="T-7")
    assert f"准考证号 {A1} 补 31 分钟" in said(one)[0]
    assert "编号 T-7；" in said(one)[0]
    assert "结束时间" not in said(one)[0]


def test_a_whole_room_short_of_authority_is_counted_and_the_few_are_named() -> None:
    room = tuple(Short(Ticket(f"2101{n:08}"), 0, 31, 0) for n in range(98))
    chinese, english = (
        text(language).refusal(AuthorityMissing(LAW, (*room, Short(A1, 7, 38, 31)))) for language in LANGUAGES
    )
    assert "：98 人（已补 0 分钟，须有不少于 31 分钟的授权）、" in chinese
    assert f"、准考证号 {A1}（已补 7 分钟，须有不少于 38 分钟的授权，现有的只到 31 分钟）。" in chinese
    assert f"98 candidates (had 0, needs authority for 31 in all), ticket {A1} (had 7, " in english


def test_a_mistyped_code_names_its_groups_where_all_signs_are_there() -> None:
    assert text().refusal(CodeMistyped((2, 4), 20)).startswith("授权码的第 2、4 组有误，")
    assert text().refusal(CodeMistyped((), 21)).startswith("授权码应有 20 个字符，所填的有 21 个，")


def test_what_a_package_gives_is_told_in_minutes() -> None:
    chinese, english = said(went_out(seconds=3599))
    assert "，剩余作答时间 59 分 59 秒，机器 J-20 在第 001 考场 020 号机位，由 R001 在场监看，存储介质 U-1。" in chinese
    assert " with 59 min 59 s left, for machine J-20 in room 001, seat 020, watched by R001, on medium U-1." in english
    elsewhere = said(structs.replace(went_out(), place=""))
    assert "在第 001 考场，由" in elsewhere[0]
    assert "；前一份作废，原因是单机作答终端故障。" in said(SECOND_OUT)[0]


def test_a_return_says_what_speaks_against_it() -> None:
    chinese, english = said(came_back())
    assert "，用时 56 分 0 秒，10 题中作答 9 题，文件摘要 " in chinese
    assert "主考" not in chinese
    assert ", 56 min 0 s used, 9 of 10 questions answered, digest of the file " in english
    doubtful = said(structs.replace(came_back(), flaws=(ReturnFlaw.SECOND, ReturnFlaw.OLDER)))
    assert doubtful[0].endswith("；暂不计入，待主考决定：本场次已有另一份作答数据、打开时间早于作答包的导出时间。")
    copy = said(came_back(final=False))
    assert "作答包的中间副本：" in copy[0]
    assert copy[1].startswith("An interim copy of standalone package 1 ")
    registered = said(structs.replace(came_back(), used_seconds=0, questions=0, answered=0))
    assert "用时" not in registered[0]


def test_answers_to_come_by_hand_are_named() -> None:
    told = AnswersConfirmed(LAW, R1, (A1,), (), (A2,), at("10:00"), GUIDE)
    chinese, english = said(told)
    assert f"1 人，未登录 0 人，待手动回收 1 人（准考证号 {A2}），报告人" in chinese
    assert f"1 still to be collected by hand (ticket {A2}), reported by" in english
    assert "（" not in said(structs.replace(told, by_hand=()))[0]


def test_a_second_result_says_why_it_came() -> None:
    kept = RoomResultKept(LAW, R1, D1, 2, ROOM_LOCK, (A1,), (), (), ResultReason.WRONG_FILE)
    assert said(kept)[0].endswith("，再次取回的原因是上一版拿错文件。")
    assert said(structs.replace(kept, reason=None))[0].endswith("不一致 0 人。")
