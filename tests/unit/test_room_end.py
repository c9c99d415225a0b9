"""What the room record says of standalone exams, of the checks before the end, and of scratch paper."""

from __future__ import annotations

import msgspec
import pytest

from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.collection import AnswersConfirmed, CollectedByHand, RoomResultEntered
from app.core.damaged_result import DamagedResultCame
from app.core.end_phase import ScratchPaperCounted, UngatedEndReported, ViolationsConfirmed
from app.core.end_state import OverrideReason, ScratchNote
from app.core.gate import CheckName
from app.core.override import CheckOverridden
from app.core.room_gate import room_gate
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Ground, PackageEnd
from app.core.terms import IncidentNo, Ticket
from app.views.room_end import EndItem
from app.views.room_notes import NoteKind
from app.views.room_record import RoomRecord
from app.views.sheets import room_record
from reports import room_record as form
from reports.edition import labels
from tests.builders import A1, A2, D1, GUIDE, LAW, PEOPLE, R1, R2, Story, at
from tests.unit.paper import RECORD, STAMP, pages
from tests.unit.standalone_story import BACK_AGAIN, BY_PHONE, FIRST, OLDER, RETURNED, alone, twice
from tests.unit.time_paper import in_order

INCIDENT = IncidentNo("A-001")
OVER = RoomEnded(LAW, R1, at("10:15"), GUIDE)
SOFT = [one.name for one in room_gate(Story("ended").site, Story("ended").site.sessions[LAW].rooms[R1]) if not one.hard]


def record(story: Story) -> RoomRecord:
    return room_record(story.site, PEOPLE, LAW, R1)


def printed(content: RoomRecord) -> str:
    return "".join(pages(form.draw(content, STAMP)))


def test_a_room_without_any_of_it_says_what_it_said_before() -> None:
    said = msgspec.json.encode(RECORD)
    new = ("standalone", "checks", "violations_at", "by_hand", "scratch")
    assert all(f'"{name}":'.encode() not in said for name in new)
    page = printed(RECORD)
    assert in_order(page, "五、异常与故障", "六、合计（单位：人）", "七、签字")
    assert all(word not in page for word in ("单机考试", "核对情况", "违纪情况", "考场结果"))


def test_who_went_on_alone_is_listed_with_consent_machine_and_what_came_back() -> None:
    page = printed(record(twice(RETURNED, OVER)))
    assert in_order(page, "四、延时", "五、单机考试（1人）", "六、异常", "七、合计", "八、签字")
    for said in ("重置后不能登录；Qian", "08:58:00同意", "BY-2，第001考场（共2", "09:18:00", "已回收"):
        assert said in page
    (line,) = record(twice(RETURNED)).standalone
    assert (line.packages, line.ended, line.ended_at) == (2, PackageEnd.COUNTED, at("10:02"))
    assert record(twice()).standalone[0].ended == ""
    assert room_record(twice(RETURNED).site, PEOPLE, LAW, R2).standalone == ()


def test_the_package_that_counts_is_named_whichever_it_is() -> None:
    chosen = ReturnDecided(LAW, R1, A1, BACK_AGAIN, None, at("10:08"))
    (line,) = record(twice(RETURNED, OLDER, chosen)).standalone
    assert (line.machine, line.host, line.place, line.ended_at) == ("PC-31", R2, "031", at("10:05"))


def test_what_became_of_a_package_that_did_not_come_back() -> None:
    assert "未回收" in printed(record(alone(FIRST)))
    lost = printed(record(alone(FIRST, AnswersWrittenOff(LAW, R1, A1, INCIDENT))))
    assert "核销A-001" in lost[lost.index("单机考试（1人）") :]
    withdrawn = StandaloneWithdrawn(LAW, R1, A1, at("9:06"), GUIDE)
    assert "回考场继续作答" in printed(record(alone(FIRST, withdrawn)))


def test_consent_by_telephone_without_signature_and_without_a_package() -> None:
    page = printed(record(alone(consent=BY_PHONE)))
    assert "同意（电话" in page
    assert "未导出作答包" in page


def test_what_the_chief_let_stand_and_what_went_wrong_stands_before_the_totals() -> None:
    story = Story("confirmed").given(
        UngatedEndReported(LAW, R1, "A-002", at("10:00"), GUIDE),
        DamagedResultCame(LAW, R1, D1, Ticket(""), at("10:12")),
        CheckOverridden(LAW, R1, CheckName.SUBMITTED, OverrideReason.SEEN_IN_ROOM, at("10:14")),
        OVER,
    )
    page = printed(record(story))
    assert in_order(page, "五、异常", "六、核对情况（3件）", "七、合计", "八、签字")
    for said in (
        "结束指令核对完毕前已在考场发出10:00:00",
        "作答数据校验1个文件未通过校验，见异常—",
        "全部显示交卷成功主考准予放行：已到考场查看核实10:14:00",
    ):
        assert said in page


@pytest.mark.parametrize(("group", "kinds"), [
    ("checks", (*SOFT, *EndItem)),
    ("found", tuple(EndItem)),
    ("reasons", tuple(OverrideReason)),
    ("scratch", tuple(ScratchNote)),
    ("grounds", tuple(Ground)),
])  # fmt: skip
def test_every_word_that_may_be_needed_is_there(group: str, kinds: tuple[str, ...]) -> None:
    words = labels(STAMP.edition, "room_record")
    warnings = {CheckName.FAULTS, CheckName.ENDED_EARLY}
    assert kinds
    assert all(words(f"{group}.{one}") for one in kinds if one not in warnings)


def test_answers_collected_by_hand_are_a_note() -> None:
    story = Story("confirmed").given(AnswersConfirmed(LAW, R1, (A1,), (), (A2,), at("10:01"), GUIDE))
    assert NoteKind.BY_HAND not in [one.kind for one in record(story).notes]
    story.given(CollectedByHand(LAW, R1, A2, at("10:10"), GUIDE))
    assert [(one.at, one.kind, one.ticket) for one in record(story).notes] == [(at("10:10"), "by_hand", A2)]
    assert "人工回收作答数据210100001002" in printed(record(story))


def test_violations_and_a_result_that_was_typed_in() -> None:
    story = Story("confirmed").given(
        ViolationsConfirmed(LAW, R1, at("10:03"), GUIDE),
        RoomResultEntered(LAW, R1, 1, (A1, A2), (), at("10:05"), GUIDE),
    )
    page = printed(record(story))
    assert "违纪情况10:03:00核对完毕" in page
    assert "考场结果两人手工登记" in page


@pytest.mark.parametrize(
    ("returned", "note", "said"),
    [
        (40, None, "草稿纸：发放40张，收回40张。备注"),
        (39, ScratchNote.TORN, "草稿纸：发放40张，收回39张。不一致的原因：撕毁。备注"),
    ],
)
def test_scratch_paper_once_counted_leaves_nothing_to_fill_in(
    returned: int, note: ScratchNote | None, said: str
) -> None:
    story = Story("ended").given(ScratchPaperCounted(LAW, R1, 40, returned, note, at("10:20"), GUIDE))
    page = printed(record(story))
    assert said in page
    assert "草稿纸（手填）" not in page
