"""The transfer sheet computed from the session, escort slips, and what room records say of the same persons."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.directory import Directory
from app.core.identity import HeldAtDoor, HeldRefused
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.leaving import GaveUp
from app.core.reset import CandidateReset
from app.core.room_move import RoomMoved
from app.core.room_state import HoldCause, ResetCause, SettledAs, Suspicion
from app.core.settlement import Found, TransferSettled
from app.core.terms import IncidentNo, Mode, SessionId, TransferNo
from app.core.transfer import NO_TOKEN, TransferredIn, TransferredOut
from app.views.room_record import NoteLine
from app.views.sheets import room_record
from app.views.stamp import CURRENT_EDITION
from app.views.transfer_sheet import (
    EscortRoom,
    EscortSlip,
    TransferLine,
    TransferSheet,
    WholeRoomLine,
    escort_slip,
    transfer_sheet,
)
from reports import escort, fonts, site_sheet
from reports import room_record as record_form
from reports.edition import labels
from tests.builders import A1, A2, A3, GUIDE, GUIDE_2, LAW, PEOPLE, R1, R2, R9, Story, at
from tests.unit.paper import MINUTE, STAMP, START, pages
from tests.unit.site_paper import HEAD
from tests.unit.transfers import NUMBER, back, out, over, overbooked, taken

POWER = IncidentNo("A-001")
LINE = TransferLine(
    number=NUMBER,
    ticket=A1,
    name="王\uf9f4",
    room_out=R1,
    out_at=at("8:20"),
    incident="",
    room_in=R2,
    in_at=at("8:22"),
    seat="",
    outcome="taken_in",
    settled_at=at("8:22"),
    late=False,
    told_by=GUIDE_2,
)


def sheet_of(story: Story) -> TransferSheet:
    return transfer_sheet(story.site, PEOPLE, LAW)


def sat(story: Story, seat: str = "017") -> Story:
    sitting = story.site.sitting(LAW, A1)
    assert sitting is not None
    sitting.sits_at = seat
    return story


# What stands on it


def test_who_was_taken_in_is_there_with_the_seat_of_the_login() -> None:
    assert sheet_of(taken()).transfers == (LINE,)
    assert sheet_of(sat(taken())).transfers == (replace(LINE, seat="017"),)


def test_who_is_on_the_way_or_back_has_no_room_but_a_result() -> None:
    line = replace(LINE, room_in="", in_at=None, outcome="", settled_at=None, told_by="")
    assert sheet_of(out()).transfers == (line,)
    assert sheet_of(out()).pending == 1
    story = out().given(back())
    assert sheet_of(story).transfers == (
        replace(line, outcome="cancelled", settled_at=at("8:25"), ground="seat_came_free", told_by=GUIDE),
    )
    assert (sheet_of(story).out, sheet_of(story).in_own, sheet_of(story).pending) == (1, 1, 0)


@pytest.mark.parametrize(
    ("outcome", "into", "counted"),
    [
        (SettledAs.STAYED, None, "in_own"),
        (SettledAs.SAT_ELSEWHERE, R2, "in_another"),
        (SettledAs.LEFT, None, "gone"),
        (SettledAs.ABSENT, None, "gone"),
    ],
)
def test_what_the_room_found_counts(outcome: SettledAs, into: object, counted: str) -> None:
    room = R2 if into else None
    found = TransferSettled(NUMBER, LAW, R1, A1, outcome, room, Found.SEATING_CHART, at("10:05"), GUIDE, late=True)
    sheet = sheet_of(out().given(found))
    assert (getattr(sheet, counted), sheet.out, sheet.late) == (1, 1, 1)
    assert sheet.in_another + sheet.in_own + sheet.gone == 1
    assert (sheet.transfers[0].outcome, sheet.transfers[0].room_in) == (outcome, room or "")


def test_a_second_way_is_a_line_of_its_own_and_has_the_seat() -> None:
    story = taken().given(TransferredOut(TransferNo("A-002"), LAW, R2, A1, at("8:40"), GUIDE_2, POWER, NO_TOKEN))
    story.given(TransferredIn(TransferNo("A-002"), LAW, R2, R1, A1, at("8:45"), GUIDE, NO_TOKEN))
    first, second = sheet_of(sat(story)).transfers
    assert (first.room_in, first.seat) == (R2, "")
    assert (second.room_out, second.room_in, second.seat, second.incident) == (R2, R1, "017", POWER)


def test_a_whole_room_is_one_line_and_no_overflow() -> None:
    story = overbooked()
    story.site.plans[R9] = replace(story.site.plans[R1], id=R9, standby=True)
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, R9, POWER, numbers, at("8:50"), GUIDE))
    sheet = sheet_of(story)
    assert (sheet.out, sheet.transfers) == (0, ())
    assert sheet.whole_rooms == (WholeRoomLine(R1, R9, at("8:50"), 3, POWER),)


def test_the_session_is_over_with_its_last_room() -> None:
    assert sheet_of(taken()).ended_at is None
    assert sheet_of(over(taken())).last_at == at("10:02")


def test_after_erasure_the_numbers_remain() -> None:
    (line,) = transfer_sheet(taken().site, Directory(), LAW).transfers
    assert (line.ticket, line.name) == (A1, None)


# What a reader finds

SHEET = TransferSheet(
    head=HEAD,
    session="1-2",
    subject="工商管理",
    planned_start=START,
    planned_end=START + 90 * MINUTE,
    ended_at=START + 91 * MINUTE,
    overbooked=True,
    out=4,
    in_another=2,
    in_own=1,
    gone=1,
    pending=0,
    late=1,
    transfers=(
        TransferLine(
            "A-001", "211010105121", "𠮷田明", "005", START - 9 * MINUTE, "", "011", START - 6 * MINUTE, "034",
            "taken_in", START - 6 * MINUTE, False,
        ),
        TransferLine(
            "A-002", "211010105122", None, "005", START - 8 * MINUTE, "A-003", "012", START + MINUTE, "",
            "sat_elsewhere", START + MINUTE, False,
        ),
        TransferLine(
            "A-003", "211010105123", "王芳", "005", START - 7 * MINUTE, "", "", None, "",
            "cancelled", START - 2 * MINUTE, False,
        ),
        TransferLine(
            "A-004", "211010105124", "赵一", "005", START - 7 * MINUTE, "", "", None, "",
            "left", START + 95 * MINUTE, True,
        ),
    ),
    whole_rooms=(WholeRoomLine("007", "015", START + 30 * MINUTE, 118, "A-004"),),
)  # fmt: skip
NIL = replace(SHEET, transfers=(), whole_rooms=(), out=0, in_another=0, in_own=0, gone=0, late=0)


def printed(sheet: TransferSheet) -> list[str]:
    return pages(site_sheet.draw(sheet, STAMP))


@pytest.mark.parametrize("form", ["transfer_sheet", "escort", "room_record"])
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


def test_every_transfer_stands_on_the_sheet_and_the_chief_signs_under_the_totals() -> None:
    (page,) = printed(SHEET)
    for said in (
        "A-001211010105121𠮷田明00508:51:00考场溢出01108:54:00034已调入",
        "考场超排批准文号：本机没有登记",
        "007015",
        "118",
        "调出4＝在其他考场应试2＋在本考场应试1＋离开、未到1：相符",
        "主考",
        "DD-1101-1-2",
    ):
        assert said in page
    assert page.index("合计（单位：人次") < page.index("签字")
    for said in ("主考同意", "已清除", "撤销，回本考场", "超过时限核实", "工商管理", "2026-06-1910:31:00"):
        assert said in page


def test_totals_and_signatures_stay_together_on_many_pages() -> None:
    lines = tuple(replace(SHEET.transfers[n % 4], number=f"A-{n:03d}") for n in range(1, 61))
    found = printed(replace(SHEET, transfers=lines, out=60))
    assert len(found) > 2
    assert "考点系统管理员" in found[-1]
    assert "合计（单位：人次" in found[-1]
    assert "不符，56人待核实" in found[-1]
    assert all(f"A-{n:03d}" in "".join(found) for n in range(1, 61))


def test_a_nil_sheet_says_so() -> None:
    (page,) = printed(NIL)
    assert "本场次没有应试人员溢出，没有跨考场调动。" in page
    assert "调出0＝在其他考场应试0＋在本考场应试0＋离开、未到0：相符" in page


def test_a_normal_site_needs_no_approval_and_nobody_overflowed() -> None:
    (page,) = printed(replace(NIL, overbooked=False, whole_rooms=SHEET.whole_rooms))
    assert "批准文号" not in page
    assert "未采用考场超排" in page
    assert "调动情况（0人次）无" in page


def test_a_draft_shows_who_is_on_the_way() -> None:
    line = replace(SHEET.transfers[2], outcome="", settled_at=None)
    kept = replace(SHEET.transfers[0], outcome="kept")
    (page,) = printed(replace(SHEET, transfers=(line, kept), ended_at=None))
    assert "待核实" in page
    assert "未结束" in page
    assert "连考" in page


# Escort slips

SLIP = EscortSlip(
    head=HEAD,
    session="1-2",
    subject="工商管理",
    number="A-012",
    ticket="211010105112",
    name="𠮷田明",
    room_out="005",
    out_at=START - 12 * MINUTE,
    rooms=(EscortRoom("011", "信息楼", 3, 12), EscortRoom("014", "信息楼", 4, 3), EscortRoom("002", "南楼", 1, 20)),
)


def test_an_escort_slip_is_made_of_an_open_transfer() -> None:
    site = out().site
    slip = escort_slip(site, PEOPLE, LAW, NUMBER, [(R2, 5)])
    assert slip is not None
    assert (slip.ticket, slip.name, slip.room_out, slip.out_at) == (A1, "王\uf9f4", R1, at("8:20"))
    assert slip.rooms == (EscortRoom(R2, "North", 4, 5),)
    assert escort_slip(site, PEOPLE, LAW, TransferNo("A-009"), []) is None
    assert escort_slip(site, PEOPLE, SessionId("9-9"), NUMBER, []) is None
    assert escort_slip(taken().site, PEOPLE, LAW, NUMBER, []) is None


def test_four_escort_slips_stand_on_a_page() -> None:
    five = [(replace(SLIP, number=f"A-{n:03d}"), STAMP) for n in range(5)]
    found = pages(escort.draw(five))
    assert [page.count("引导单") for page in found] == [4, 1]
    for said in ("编号A-000", "211010105112𠮷田明", "第005考场08:48:00", "第011考场", "信息楼3层"):
        assert said in found[0]
    assert "已坐满的，依次改往：第014考场（信息楼4层）、第002考场（南楼1层）" in found[0]
    assert escort.draw(five) == escort.draw(five)


def test_an_escort_slip_without_a_room_and_one_of_practice() -> None:
    bare = replace(SLIP, rooms=(), name=None, head=replace(HEAD, mode=Mode.PRACTICE))
    (page,) = pages(escort.draw([(bare, STAMP), (replace(SLIP, rooms=SLIP.rooms[:1]), STAMP)]))
    assert "由考点系统管理员告知" in page
    assert "已清除" in page
    assert page.count("练习") == 1
    assert "依次改往" not in page


# The room record tells of the same persons


def notes(story: Story, room: object = R1) -> tuple[NoteLine, ...]:
    return room_record(story.site, PEOPLE, LAW, R1 if room == R1 else R2).notes


def test_the_records_of_both_rooms_name_who_changed_rooms() -> None:
    name = "王\uf9f4"
    story = taken()
    assert notes(story) == (NoteLine(at("8:20"), "out", A1, name, room=R2, outcome="taken_in"),)
    assert notes(story, R2) == (NoteLine(at("8:22"), "in", A1, name, room=R1, outcome="taken_in"),)
    assert notes(out()) == (NoteLine(at("8:20"), "out", A1, name),)
    assert notes(out(), R2) == ()


def test_a_room_that_moved_says_where_everyone_went() -> None:
    story = Story("started")
    story.site.plans[R2] = replace(story.site.plans[R2], standby=True)
    del story.site.sessions[LAW].rooms[R2]
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, R2, POWER, numbers, at("8:50"), GUIDE))
    assert notes(story) == (NoteLine(at("8:50"), "room_out", "", "", room=R2, incident=POWER, people=3),)
    assert notes(story, R2) == (NoteLine(at("8:50"), "room_in", "", "", room=R1, incident=POWER, people=3),)


def test_resets_and_identity_stand_in_order_of_time() -> None:
    story = Story("started").given(
        IncidentOpened(POWER, IncidentKind.POWER, LAW, R1, at("8:25"), GUIDE),
        HeldAtDoor(LAW, R1, A3, HoldCause.NO_DOCUMENT, at("8:10"), GUIDE),
        HeldRefused(LAW, R1, A3, HoldCause.NO_DOCUMENT, at("8:10"), at("8:15"), GUIDE),
        CandidateReset(LAW, R1, A2, ResetCause.MACHINE, "002", "031", at("8:50"), GUIDE),
        CandidateReset(LAW, R1, A2, ResetCause.NETWORK, "031", "032", at("9:10"), GUIDE),
        GaveUp(LAW, R1, A2, at("9:20"), GUIDE),
    )
    story.site.sessions[LAW].rooms[R1].sittings[A1].suspicion = Suspicion(POWER, at_door=False)
    story.site.spares[R1] = frozenset({"042", "041"})
    assert notes(story) == (
        NoteLine(at("8:15"), "turned_back", A3, "欧阳娜"),
        NoteLine(at("8:25"), "suspected", A1, "王\uf9f4", incident=POWER),
        NoteLine(at("9:10"), "reset", A2, "Ｌｉ Ming", seats=("031", "032"), outcome="network", times=2),
        NoteLine(at("9:20"), "gave_up", A2, "Ｌｉ Ming"),
    )
    record = room_record(story.site, PEOPLE, LAW, R1)
    assert record.spares == "041-042"
    text = "".join(pages(record_form.draw(record, STAMP)))
    for said in (
        "重置考试",
        "机位031至032，网络故障，共2次",
        "疑似替考",
        "异常A-001",
        "放弃考试",
        "启用的备用机位041-042",
    ):
        assert said in text


def test_the_record_of_a_room_that_moved_is_printed_so() -> None:
    record = room_record(Story("ended").site, PEOPLE, LAW, R1)
    lines = (
        NoteLine(at("8:50"), "room_out", "", "", room=R9, incident=POWER, people=118),
        NoteLine(at("8:20"), "out", A1, None, room=R2, outcome="taken_in"),
    )
    text = "".join(pages(record_form.draw(replace(record, notes=lines), STAMP)))
    for said in ("整考场转出整个考场118人至第009考场，异常A-001", "至第002考场，已调入", "已清除"):
        assert said in text
