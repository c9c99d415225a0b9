"""Seating chart, door list and slips: who is on them, in both kinds of site, and what a reader finds on the pages."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from msgspec.structs import replace
from PIL import Image

from app.core.directory import Directory
from app.core.kept_seats import RoomKept
from app.core.records import RoomForm
from app.core.room_move import RoomMoved
from app.core.slips import SlipsPrepared
from app.core.terms import IncidentNo, Mode, RoomId, TransferNo
from app.views.stamp import CURRENT_EDITION
from app.views.working_papers import (
    ChartLine,
    DoorLine,
    DoorList,
    RoomHead,
    SeatingChart,
    SlipList,
    WorkingPaper,
    masked,
    room_head,
    working_paper,
)
from reports import fonts, photos
from reports import working_paper as paper
from reports.edition import labels
from tests.builders import A1, A2, A3, B1, GUIDE, LAW, PEOPLE, R1, R2, R9, TAX, Story, at
from tests.unit.paper import STAMP, START, pages
from tests.unit.transfers import overbooked, taken

HEAD = RoomHead(
    mode=Mode.REAL,
    exam="2026年度经济专业技术资格考试",
    site_code="2101",
    site_name="市第三中学",
    session="1-2",
    subject="工商管理",
    room="005",
    room_name="305机房",
    building="信息楼",
    floor=3,
    planned_start=START,
    planned_end=START + timedelta(minutes=90),
    late_entry_minutes=5,
    overbooked=False,
    ministry="3F2A91C077DE4B10",
    software_lock=False,
)
CROWDED = replace(HEAD, overbooked=True)
NAMES = ("王建国", "𠮷田明", "阿卜杜拉·买买提", "赵\ue000宇", None)


def chart(count: int, *, crowded: bool = False) -> SeatingChart:
    lines = (
        ChartLine(f"{n:03d}", "" if crowded else f"{n:03d}", f"211010105{n:03d}", NAMES[n % 5], f"{n}" if n % 4 else "")
        for n in range(1, count + 1)
    )
    return SeatingChart(CROWDED if crowded else HEAD, tuple(lines))


def door(count: int, *, crowded: bool = False) -> DoorList:
    made = chart(count, crowded=crowded)
    return DoorList(made.head, tuple(DoorLine(one.seat, one.ticket, masked(one.name)) for one in made.lines))


def slips(count: int) -> SlipList:
    return SlipList(CROWDED, tuple(f"{n:03d}" for n in range(count, 0, -1)))


def portrait(shade: int = 90, size: tuple[int, int] = (295, 413)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, (shade, 40, 200)).save(made, "JPEG")
    return made.getvalue()


def drawn(content: WorkingPaper, faces: dict[str, bytes] | None = None) -> list[str]:
    return pages(paper.draw(content, faces or {}, STAMP))


# Who is on them


def of(story: Story, form: RoomForm, room: RoomId = R1) -> WorkingPaper | None:
    return working_paper(story.site, PEOPLE, form, LAW, room)


def chart_of(story: Story, room: RoomId = R1) -> SeatingChart:
    found = of(story, RoomForm.CHART, room)
    assert isinstance(found, SeatingChart)
    return found


def test_a_normal_site_seats_by_the_last_three_digits() -> None:
    lines = chart_of(Story("packaged")).lines
    assert lines == (
        ChartLine("001", "001", A1, "王\uf9f4", ""),
        ChartLine("002", "002", A2, "Ｌｉ Ming", ""),
        ChartLine("003", "003", A3, "欧阳娜", ""),
    )


def test_an_overbooked_site_knows_no_seat_whatever_the_data_carry() -> None:
    story = overbooked()
    for sitting in story.site.sessions[LAW].rooms[R1].sittings.values():
        sitting.seat = "017"
    assert [line.seat for line in chart_of(story).lines] == ["", "", ""]
    found = of(story, RoomForm.DOOR_LIST)
    assert isinstance(found, DoorList)
    assert [line.seat for line in found.lines] == ["", "", ""]


def test_a_transfer_changes_no_chart_it_is_written_in_by_hand() -> None:
    before, after = overbooked(), taken()
    for room in (R1, R2):
        assert chart_of(after, room) == chart_of(before, room)


def test_who_keeps_the_room_of_the_session_before_is_expected_there() -> None:
    story = overbooked()
    story.given(RoomKept(TransferNo("A-001"), LAW, R1, R2, A1, at("8:00")))
    assert [line.ticket for line in chart_of(story, R1).lines] == [A2, A3]
    assert [line.ticket for line in chart_of(story, R2).lines][:2] == [A1, B1]


def test_a_whole_room_that_moved_has_a_chart_without_seats() -> None:
    story = Story("started")
    story.site.plans[R9] = replace(story.site.plans[R1], id=R9, standby=True)
    before = chart_of(story)
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story.given(RoomMoved(LAW, R1, R9, IncidentNo("A-001"), numbers, at("8:50"), GUIDE))
    assert chart_of(story) == before
    assert [(line.ticket, line.seat) for line in chart_of(story, R9).lines] == [(A1, ""), (A2, ""), (A3, "")]


def test_after_erasure_the_tickets_remain() -> None:
    for form in (RoomForm.CHART, RoomForm.DOOR_LIST):
        found = working_paper(Story("packaged").site, Directory(), form, LAW, R1)
        assert isinstance(found, SeatingChart | DoorList)
        assert [(line.ticket, line.name) for line in found.lines] == [(A1, None), (A2, None), (A3, None)]


def test_slips_stand_in_the_order_in_which_they_were_drawn() -> None:
    story = overbooked()
    assert of(story, RoomForm.SLIPS) is None
    story.given(SlipsPrepared(LAW, R1, ("007", "002", "031")))
    found = of(story, RoomForm.SLIPS)
    assert isinstance(found, SlipList)
    assert found.seats == ("007", "002", "031")


def test_where_there_is_no_such_paper() -> None:
    story = Story("packaged")
    assert of(story, RoomForm.CHART, R9) is None
    assert of(story, RoomForm.RECORD) is None
    assert working_paper(story.site, PEOPLE, RoomForm.CHART, TAX, R1) is not None
    story.site.package = None
    assert of(story, RoomForm.CHART) is None
    with pytest.raises(LookupError, match="no package"):
        room_head(story.site, LAW, R1)


@pytest.mark.parametrize(
    ("name", "shown"),
    [("王芳", "王*"), ("𠮷田明", "𠮷**"), ("阿卜杜拉·买买提", "阿**"), ("李", "李"), ("", ""), (None, None)],
)
def test_a_name_on_a_door_is_masked(name: str | None, shown: str | None) -> None:
    assert masked(name) == shown


# What a reader finds


@pytest.mark.parametrize("form", ["seating_chart", "door_list", "slip_list", "sheet"])
def test_every_word_can_be_printed(form: str) -> None:
    assert fonts.missing("".join(labels(CURRENT_EDITION, form)._words.values())) == ()


@pytest.mark.parametrize("content", [chart(7), chart(7, crowded=True), door(7), door(7, crowded=True), slips(5)])
def test_same_paper_same_bytes(content: WorkingPaper) -> None:
    faces = {"211010105001": portrait()}
    assert paper.draw(content, faces, STAMP) == paper.draw(content, faces, STAMP)
    assert paper.draw(content, faces, STAMP) != paper.draw(content, faces, replace(STAMP, entry=1))


@pytest.mark.parametrize("content", [chart(130, crowded=True), door(130), slips(100)])
def test_every_page_says_whose_it_is(content: WorkingPaper) -> None:
    marked = replace(content, head=replace(content.head, mode=Mode.PRACTICE, software_lock=True))
    found = drawn(marked)
    assert len(found) > 1
    for number, page in enumerate(found, 1):
        assert f"第{number}页/共{len(found)}页" in page
        assert "练习" in page
        assert "软件锁" in page
        assert "第005考场" in page


def test_a_chart_names_everyone_in_order_and_leaves_room_to_sign() -> None:
    found = drawn(chart(100))
    text = "".join(found)
    assert len(found) == 4
    assert "应试人员（100人，其中100人没有照片）" in found[0]
    seats = [text.index(f"机位{n:03d}") for n in range(1, 101)]
    assert seats == sorted(seats)
    assert all(f"211010105{n:03d}" in text for n in range(1, 101))
    for name in ("𠮷田明", "赵[U+E000]宇", "已清除", "阿卜杜拉·买买提"):
        assert name in text
    assert text.count("签名") >= 100
    assert "应到100人" in found[-1]
    assert "监考人员（一）" in found[-1]
    assert "调入本考场" not in text


def test_a_chart_of_an_overbooked_site_has_a_sequence_and_no_seat() -> None:
    text = "".join(drawn(chart(130, crowded=True)))
    assert all(f"序号{n:03d}" in text for n in range(1, 131))
    assert text.replace("不是机位", "").replace("机位在入场时随机安排", "").count("机位") == 0
    assert "调入本考场的应试人员（手填）" in text
    assert "调出____人" in text.replace("＿", "_")


def test_a_chart_shows_the_photos_that_there_are() -> None:
    some = chart(6)
    faces = {line.ticket: portrait(40 * n) for n, line in enumerate(some.lines)}
    assert "没有照片" not in "".join(drawn(some, faces))
    faces[some.lines[0].ticket] = b"\xff\xd8 a face \xff\xd9"
    del faces[some.lines[1].ticket]
    text = "".join(drawn(some, faces))
    assert "应试人员（6人，其中2人没有照片）" in text
    assert text.count("无照片") == 2
    assert paper.draw(some, faces, STAMP).count(b"/DCTDecode") == 4


def test_a_photo_is_small_and_grey_on_paper() -> None:
    made = photos.printable(portrait(size=(1200, 1600)))
    assert made is not None
    with Image.open(io.BytesIO(made)) as image:
        assert (image.mode, image.size) == ("L", (200, 267))
    assert made == photos.printable(portrait(size=(1200, 1600)))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xd9", portrait()[:300]])
def test_what_is_no_photo_is_none(content: bytes) -> None:
    assert photos.printable(content) is None


def test_a_photo_larger_than_any_is_not_opened() -> None:
    assert photos.printable(portrait(size=(8000, 6000))) is None


def test_a_chart_of_a_room_opened_for_others_is_filled_in_by_hand() -> None:
    (page,) = drawn(chart(0, crowded=True))
    assert "应试人员（0人）" in page
    assert "调入本考场的应试人员（手填）" in page


def test_a_chart_of_a_room_that_moved_leaves_the_seat_open() -> None:
    lines = tuple(replace(line, seat="") for line in chart(3).lines)
    (page,) = drawn(replace(chart(3), lines=lines))
    assert page.count("机位＿＿＿") == 3
    assert "调入本考场的应试人员（手填）" in page


def test_a_door_says_room_time_and_tickets() -> None:
    first, _ = drawn(door(100))
    for said in ("第005考场", "信息楼3层305机房", "2026-06-1909:00开考10:30结束", "211010105001至211010105100"):
        assert said in first
    assert "开考5分钟后，一律禁止应试人员进入考场" in first
    assert "机位为准考证号后三位" in first
    assert "002211010105002阿**" in first
    assert "买买提" not in "".join(drawn(door(100)))
    assert "已清除" in first


def test_a_door_of_an_overbooked_site_says_that_seats_are_drawn() -> None:
    text = "".join(drawn(door(130, crowded=True)))
    assert "机位在入场时随机安排" in text
    assert text.count("机位") == 1
    assert all(f"211010105{n:03d}" in text for n in range(1, 131))


def test_a_door_where_entry_closes_with_the_start_and_nobody_is_arranged() -> None:
    head = replace(CROWDED, late_entry_minutes=0)
    (page,) = drawn(DoorList(head, ()))
    assert "开考后，一律禁止应试人员进入考场" in page
    assert "本场次没有编排应试人员" in page


def test_a_door_has_room_for_long_tickets() -> None:
    lines = tuple(DoorLine("", f"21101010512345678{n:03d}", "王**") for n in range(1, 40))
    text = "".join(drawn(DoorList(CROWDED, lines)))
    assert all(line.ticket in text for line in lines)


def test_thirteen_digits_still_stand_four_abreast() -> None:
    lines = tuple(DoorLine("", f"2121011001{n:03d}", "王**") for n in range(1, 5))
    (page,) = drawn(DoorList(CROWDED, lines))
    assert page.count("准考证号姓名") == 4


def test_slips_are_listed_and_then_cut_from_pages_of_their_own() -> None:
    found = drawn(slips(100))
    assert len(found) == 6
    listed, cut = "".join(found[:2]), "".join(found[2:])
    assert "机位签（100张）" in listed
    assert "共100张" in listed
    assert "监考人员（二）" in listed
    assert "沿框线剪开" not in listed
    assert all(f"机位{n:03d}" in cut for n in range(1, 101))
    assert all(f"签号{n}" in cut for n in range(1, 101))
    assert found[2].index("机位100") < found[2].index("机位099") < found[2].index("机位074")
    assert "机位073" not in found[2]
