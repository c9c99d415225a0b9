"""The cleanup certificate (E23), the sheet of a machine that awaits cleaning (R15), and how long what is kept."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from app.core.city_way import BundlesGiven, CityStepTold
from app.core.cleaning import CleaningAwaited, DataCleaned, Lacking
from app.core.erasing import DataErased
from app.core.handover import HandedOver
from app.core.lock_state import SealPlace
from app.core.media import MediumWasLost
from app.core.mirror import MirrorBegun
from app.core.operation import Fact
from app.core.paper_state import PaperRef
from app.core.records import ROOM_RECORD
from app.core.retention import Kept, ResultsPublished, VideoNoted
from app.core.room_state import CalledOff
from app.core.safe_state import CityStep, UploadResult, VideoOf
from app.core.sealing import EquipmentWasSealed
from app.core.sheet_open import NotCleanedYet, not_yet
from app.core.site_form import NothingToPrint, SiteForm
from app.core.terms import Digest, HandoverNo, PersonId
from app.core.upload import UploadAttempted
from app.core.violation_kinds import ViolationKind
from app.views.awaiting_sheet import AwaitedLine, AwaitingSheet
from app.views.cleanup_sheet import CleanupLine, CleanupSheet, LackLine
from app.views.exception_kinds import ExceptionKind
from app.views.exceptions import bears, exceptions
from app.views.retention import GrownTerm, retention
from app.views.site_papers import sheet_content, subjects
from app.views.site_sheet import Signatory
from tests.builders import ADMIN, D1, D2, LAW, LIAONING, OFFICER, PEOPLE, R1, R2, TAX, Story, at
from tests.unit.after_paper import AWAITING, CLEANUP
from tests.unit.conduct_story import ACCOUNT, FIRST, RECORDED, corrected
from tests.unit.safe_story import (
    CLOSED,
    DAY,
    OF_ROOMS,
    OTHER,
    RECEIPTED,
    SECOND_STICK,
    STICK,
    evening,
)
from tests.unit.test_after_forms import drawn
from tests.unit.test_backup_forms import BY_TWO, line
from tests.unit.time_paper import in_order

EXAM = "jj2021"
CLEANED = DataCleaned(D2, at("12:00"))
BY = (Signatory("Sun", "site_admin"), Signatory("Li", "exam_office"))
AWAITED = (
    EquipmentWasSealed("F-7", SealPlace.SECURE_ROOM, at("11:50")),
    CleaningAwaited(ADMIN, "F-7", at("11:50"), (LAW,)),
)


def certificate(story: Story, *facts: Fact) -> CleanupSheet:
    history = tuple(line(n, fact, "12:00", *BY_TWO) for n, fact in enumerate(facts, 1))
    found = sheet_content(story.given(*facts).site, PEOPLE, SiteForm.CLEANUP, EXAM, history)
    assert isinstance(found, CleanupSheet)
    return found


def test_the_certificate_tells_what_made_it_lawful_and_who_did_it() -> None:
    sheet = certificate(evening(), CLEANED, DataErased((), at("12:01")))
    assert (sheet.cleaned_at, sheet.ended_at, sheet.by) == (at("12:00"), at("12:01"), BY)
    assert sheet.sessions == (
        CleanupLine(LAW, "law", at("8:30"), at("10:10"), 1, "b", D1, "Q-1", current=True, media=("U-1",)),
    )
    assert [(one.day, one.room, one.backup, one.media) for one in sheet.rooms] == [
        (DAY, R1, f"r-{R1}", ("U-1",)),
        (DAY, R2, f"r-{R2}", ("U-1",)),
    ]
    assert (sheet.lacks, sheet.handovers, sheet.not_handed, sheet.mirrors) == ((), (), ("U-1",), ())


def test_a_draft_says_what_is_missing() -> None:
    story = evening(but=(RECEIPTED, CLOSED, OF_ROOMS[1]))
    sheet = certificate(story)
    assert (sheet.cleaned_at, sheet.by) == (None, ())
    assert sheet.lacks == (
        LackLine(Lacking.DAY_OPEN, "", "", DAY),
        LackLine(Lacking.RECEIPT, LAW, "", DAY),
        LackLine(Lacking.ROOM_BACKUP, "", R2, DAY),
    )
    assert (sheet.sessions[0].receipt, sheet.rooms[1].backup) == ("", "")
    assert isinstance(not_yet(story.site, SiteForm.CLEANUP, EXAM), NotCleanedYet)


def test_a_session_without_a_backup_stands_there_too_and_one_called_off_does_not() -> None:
    story = Story("checked")
    assert [(one.session, one.backup, one.media) for one in certificate(story).sessions] == [
        (LAW, "", ()),
        (TAX, "", ()),
    ]
    for room in story.site.sessions[TAX].rooms.values():
        room.called_off = CalledOff.CANCELLED
    assert [one.session for one in certificate(story).sessions] == [LAW]


def test_what_was_handed_over_or_lost_is_not_here_any_more_and_mirrors_left_are_named() -> None:
    gave = HandedOver(HandoverNo("AH-1"), (ADMIN, OFFICER), D1, (), (STICK,), (), cards_checked=True, at=at("11:45"))
    mirror = MirrorBegun(OTHER, at("8:00"))
    story = evening(SECOND_STICK, mirror, gave)
    assert certificate(story).mirrors == ()
    sheet = certificate(story, CLEANED)
    assert (sheet.handovers, sheet.not_handed, sheet.mirrors) == (("AH-1",), (), ("U-2",))
    lost = certificate(evening(SECOND_STICK, mirror), MediumWasLost(OTHER, at("11:40"), ADMIN), CLEANED)
    assert lost.mirrors == ("U-2",)
    assert certificate(evening(), MediumWasLost(STICK, at("11:40"), ADMIN)).not_handed == ()


def test_one_certificate_an_exam() -> None:
    site = evening().site
    assert subjects(site, PEOPLE, [SiteForm.CLEANUP]) == ((SiteForm.CLEANUP, EXAM),)
    assert sheet_content(site, PEOPLE, SiteForm.CLEANUP, "other", ()) is None


def test_the_certificate_as_two_people_sign_it() -> None:
    found = "".join(drawn(SiteForm.CLEANUP, CLEANUP))
    assert in_order(
        found,
        "清除证明",
        "李建国（考点系统管理员）、王秀兰",
        "一、作答数据上传和备份（2场）",
        "C-0017",
        "C-0018",
        "二、各考场每日备份（2份）",
        "三、保留的资料和保存期限",
        "共29个场次考场",
        "第1批次第1场001、031；",
        "2026-12-19",
        "须通知省级考试机构",
        "AV-007、A-003",
        "已经清除",
        "已办移交：AH-001。",
        "存储介质U-02尚未移交",
        "U-03上的镜像尚未清除",
        "有1个考场的记录在移交后延长",
        "保留：考点机日志",
        "考点系统管理员李建国在场监督人王秀兰",
    )
    assert "尚缺事项" not in found


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cleaned_at": None, "ended_at": None, "by": ()}, "可以清除；尚未清除"),
        ({"ended_at": None}, "尚未完成"),
        ({"handovers": (), "not_handed": (), "mirrors": ()}, "本机没有移交的登记"),
    ],
    ids=["draft", "going on", "not handed over"],
)
def test_how_far_it_is_stands_beside_the_signatures(changed: dict[str, object], said: str) -> None:
    assert said in "".join(drawn(SiteForm.CLEANUP, replace(CLEANUP, **changed)))


def test_the_draft_lists_what_is_missing_and_prints_without_anything_done() -> None:
    missing = tuple(LackLine(what, LAW if what is Lacking.RECEIPT else "", "", DAY) for what in Lacking)
    first = CLEANUP.sessions[0]
    lines = (replace(first, backup="", receipt="", media=(), checked_at=None), replace(first, current=False))
    rooms = (replace(CLEANUP.rooms[0], backup="", media=()), *CLEANUP.rooms[1:])
    sheet = replace(
        CLEANUP,
        cleaned_at=None,
        ended_at=None,
        by=(),
        sessions=lines,
        rooms=rooms,
        lacks=(*missing, replace(missing[-1], room=R1)),
        retention=replace(CLEANUP.retention, published=date(2026, 8, 31), grown=()),
    )
    found = "".join(drawn(SiteForm.CLEANUP, sheet))
    assert in_order(
        found, "成绩公布日2026-08-31", "没有备份", "未收到", "核对作答数据之前", "尚缺事项（5项）", "还缺5项"
    )
    assert "须书面通知" not in found


# The sheet of a machine that awaits cleaning


def awaiting(story: Story, *facts: Fact) -> AwaitingSheet:
    history = tuple(line(n, fact, "11:50", *BY_TWO) for n, fact in enumerate(facts, 1))
    found = sheet_content(story.given(*facts).site, PEOPLE, SiteForm.AWAITING, EXAM, history)
    assert isinstance(found, AwaitingSheet)
    return found


def test_a_machine_that_awaits_cleaning_has_a_sheet_with_its_custodian() -> None:
    story = evening(UploadAttempted("b", UploadResult.SENT, "", at("10:40")), but=(RECEIPTED,))
    sheet = awaiting(story, *AWAITED)
    assert (sheet.seal, sheet.place, sheet.at, sheet.last_at) == ("F-7", "secure_room", at("11:50"), at("11:50"))
    assert (sheet.custodian, sheet.by) == ("Sun", BY)
    assert sheet.sessions == (AwaitedLine(LAW, "law", "b", D1, ("U-1",), at("10:40")),)
    assert not_yet(story.site, SiteForm.AWAITING, EXAM) is None
    story.given(CLEANED)
    assert not_yet(story.site, SiteForm.AWAITING, EXAM) == NothingToPrint(SiteForm.AWAITING)


def test_what_the_city_has_went_out_too() -> None:
    told = CityStepTold(HandoverNo("AH-1"), CityStep.RECEIVED, at("11:00"), PersonId("W1"))
    story = evening(BundlesGiven(HandoverNo("AH-1"), ("b",), at("10:50")), told, but=(RECEIPTED,))
    assert awaiting(story, *AWAITED).sessions[0].sent_at == at("10:50")


def test_no_such_sheet_before_it_was_ever_sealed_for_that() -> None:
    site = evening().site
    assert subjects(site, PEOPLE, [SiteForm.AWAITING]) == ()
    assert sheet_content(site, PEOPLE, SiteForm.AWAITING, EXAM, ()) is None
    history = tuple(line(n, fact, "11:50", *BY_TWO) for n, fact in enumerate(AWAITED, 1))
    assert subjects(site, PEOPLE, [SiteForm.AWAITING], history) == ((SiteForm.AWAITING, EXAM),)
    assert sheet_content(site, PEOPLE, SiteForm.AWAITING, "other", history) is None
    assert not_yet(site, SiteForm.AWAITING, EXAM) == NothingToPrint(SiteForm.AWAITING)


def test_the_sheet_as_custodian_and_chief_sign_it() -> None:
    found = "".join(drawn(SiteForm.AWAITING, AWAITING))
    assert in_order(
        found,
        "封存待清除交接单",
        "封条编号F-0102存放地点保密室",
        "保管人周立",
        "一、没有上传回执的场次（2场）",
        "2026-06-1918:40:00",
        "尚未上传，也未移交",
        "尚未清除",
        "保管移交",
        "考点系统管理员保管人周立主考",
    )


# How long what is kept


def test_terms_stand_in_groups_with_the_day_from_which_they_count() -> None:
    video = VideoNoted(VideoOf.ROOM, R1, "NVR-1", at("8:00"), at("10:30"), evidence=True)
    story = evening(RECORDED, corrected(replace(ACCOUNT, kind=ViolationKind.DATA_TAMPERED)), video)
    told = retention(story.site, LIAONING)
    assert told.published is None
    assert [(one.kept, one.until, one.rooms) for one in told.groups] == [
        (Kept.ROUTINE, None, ((LAW, R2),)),
        (Kept.SERIOUS, None, ((LAW, R1),)),
        (Kept.ELECTRONIC, None, ()),
        (Kept.EVIDENCE_VIDEO, date(2023, 10, 30), (("", R1),)),
    ]
    assert [one.counted_from for one in told.groups] == ["publication"] * 3 + ["exam_end"]
    story.given(ResultsPublished(date(2021, 12, 31)))
    routine, grave, *_ = retention(story.site, LIAONING).groups
    assert (routine.start, routine.until, routine.months) == (date(2021, 12, 31), date(2022, 6, 30), 6)
    assert grave.until == date(2023, 12, 31)


def gone(story: Story) -> Story:
    """The record of the first room is handed over at half past eleven."""
    papers = (PaperRef(ROOM_RECORD, f"{LAW}-{R1}", 1),)
    return story.given(
        HandedOver(HandoverNo("AH-1"), (ADMIN, OFFICER), Digest(""), papers, (), (), cards_checked=True, at=at("11:30"))
    )


def test_a_term_that_grew_after_the_record_had_left_is_told_to_the_province() -> None:
    story = gone(evening(replace(RECORDED, account=replace(ACCOUNT, kind=ViolationKind.MARKS))))
    assert retention(story.site, LIAONING).grown == ()
    graver = corrected(replace(ACCOUNT, kind=ViolationKind.DATA_TAMPERED))
    story.given(graver)
    before = GrownTerm(LAW, R1, "AH-1", at("11:30"), graver.at, (FIRST,))
    assert retention(story.site, LIAONING).grown == (before,)
    assert certificate(story).retention.grown == (before,)
    early, late = line(8, RECORDED, "10:00"), line(9, graver, "12:00")
    (told,) = [one for one in exceptions(story.site, (early, late), DAY) if one.kind is ExceptionKind.TERM_GREW]
    assert (told.lines, told.rooms) == ((late,), (R1,))
    assert bears(graver, at("12:00"))


def test_what_was_grave_before_it_left_grew_no_more() -> None:
    grave = replace(RECORDED, account=replace(ACCOUNT, kind=ViolationKind.DATA_TAMPERED))
    story = gone(evening(grave))
    assert retention(story.site, LIAONING).grown == ()
    assert retention(evening(grave).site, LIAONING).grown == ()
