"""Sentences, and how they leave the program."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import typer

from app.command_line import in_a_sentence, progress, words
from app.core.attendance import LateYetPresent
from app.core.closing import RoomBlockers, RoomsNotReady
from app.core.day_close import DayNotReady, OpenDebt
from app.core.extra_time import ToolNeeded
from app.core.fault import NotASeat
from app.core.gate import CheckName
from app.core.lock_state import SupervisedKind
from app.core.locks import LockOfWrongKind, RegisterNotNewer
from app.core.mirror import MirrorBehind
from app.core.operation import NotYetHappened
from app.core.permission import AnotherPersonNeeded, NobodySignedIn, NotYourRole
from app.core.person_state import DrillTopic
from app.core.plan import RegisteredAs
from app.core.qualification import DayTooLate, TopicsMissing
from app.core.resume import NoPaperDue
from app.core.safe_state import MirrorReason
from app.core.safekeeping import NameTaken
from app.core.sealed_room_test import TestMissing
from app.core.staffing import NotQualified
from app.core.supervision import SupervisionNeeded
from app.core.terms import LockSerial, Mode, PersonId, Role, RoomId, SessionId, Ticket
from app.text import LANGUAGES, text
from app.trouble import Code, Trouble
from app.word_ids import refusal_id, word_id

BEIJING = timezone(timedelta(hours=8))


def test_say() -> None:
    assert text().say("rehearsed-journal", entries=3, head="ab12") == "日志共 3 条，摘要 ab12"
    assert text("en").say("rehearsed-journal", entries=3, head="ab12") == "Journal: 3 entries, head ab12"


def test_numbers_keep_their_digits_together() -> None:
    assert "12345 " in text().say("rehearsed-journal", entries=12345, head="ab12")
    assert "12345 " in text("en").say("rehearsed-journal", entries=12345, head="ab12")


def test_plurals() -> None:
    assert "one place" in text("en").trouble(Trouble(Code.ARRANGEMENT_UNFIT, count=1))
    assert "2 places" in text("en").trouble(Trouble(Code.ARRANGEMENT_UNFIT, count=2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_message_is_a_bug(language: str) -> None:
    with pytest.raises(KeyError):
        text(language).say("no-such-message")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_value_is_a_bug(language: str) -> None:
    with pytest.raises(KeyError):
        text(language).say("rehearsed-journal", entries=3)


def test_nothing_shows_as_a_dash() -> None:
    said = text().say("fault-line", source="rooms", row=0, column="", kind=text().say("fault-blank"), value="")
    assert said == "rooms 第 0 行，列 —：空白。所填：—"


def test_refusal_with_enums() -> None:
    refusal = NotYourRole(Role.INVIGILATOR, (Role.CHIEF, Role.SITE_ADMIN))
    assert "角色是监考人员，这一步由以下角色办理：主考、考点系统管理员。" in text().refusal(refusal)
    assert "is invigilator; this step belongs to: chief examiner, site system admin" in text("en").refusal(refusal)


def test_refusal_with_times() -> None:
    at = datetime(2026, 6, 19, 9, 0, 5, tzinfo=BEIJING)
    said = text().refusal(NotYetHappened(at, at - timedelta(minutes=1)))
    assert "2026-06-19 09:00:05" in said
    assert "2026-06-19 08:59:05" in said


def test_a_day_is_written_without_a_time() -> None:
    said = text().refusal(DayTooLate(date(2026, 6, 19)))
    assert "日期 2026-06-19 晚于今天" in said


@pytest.mark.parametrize(
    ("test", "drill", "chinese", "english"),
    [
        (True, False, "还没有实操演练的通过记录", "passed the hands-on drill,"),
        (False, True, "还没有网上测试的通过记录", "passed the online test,"),
        (False, False, "还没有网上测试和实操演练的通过记录", "passed the online test and the hands-on drill,"),
    ],
)
def test_a_yes_or_no_chooses_the_words(*, test: bool, drill: bool, chinese: str, english: str) -> None:
    refusal = NotQualified(PersonId("W1"), test, drill)
    assert chinese in text().refusal(refusal)
    assert english in text("en").refusal(refusal)


def test_a_lock_of_the_wrong_kind_is_named_as_that() -> None:
    refusal = LockOfWrongKind(LockSerial("I-01"), RegisteredAs.VPN_KEY, RegisteredAs.SITE)
    assert (
        text().refusal(refusal)
        == "锁具 I-01 的注册种类是：VPN 密钥，这里要用：考务锁。由考点系统管理员换上种类相符的锁具后再办。"
    )


def test_the_register_of_the_package_is_named_as_that() -> None:
    assert "本机现用的是随考务数据导入的第 0 号，" in text().refusal(RegisterNotNewer(0, 0))
    assert "本机现用的是第 3 号，" in text().refusal(RegisterNotNewer(2, 3))


def test_a_sentence_may_begin_with_a_word() -> None:
    assert text().refusal(SupervisionNeeded(SupervisedKind.RECEIPT)).startswith("接收授权要在监督下办理，")


def test_missing_topics_are_listed() -> None:
    said = text().refusal(TopicsMissing((DrillTopic.RESET, DrillTopic.POWER_CUT)))
    assert "：重置、断电和断网。" in said


@pytest.mark.parametrize(("last", "said"), [("no", "还没有封场检测的记录，"), ("failed", "最近一次封场检测没有通过，")])
def test_a_missing_test_says_how_the_last_one_went(last: str, said: str) -> None:
    assert text().refusal(TestMissing(last)).startswith(said)


def test_refusal_with_structs() -> None:
    waiting = (
        RoomBlockers(RoomId("001"), (CheckName.RESULT, CheckName.ANSWERS)),
        RoomBlockers(RoomId("004"), (CheckName.ATTENDANCE,)),
    )
    said = text().refusal(RoomsNotReady(SessionId("1-2"), waiting))
    assert "：第 001 考场（取回考场结果、回收并校验作答数据）、第 004 考场（核对缺考登记）。" in said


def test_what_a_struct_leaves_blank_is_left_out() -> None:
    found = (
        OpenDebt(SessionId("1-1"), RoomId(""), (CheckName.BACKUP,)),
        OpenDebt(SessionId("1-1"), RoomId("004"), (CheckName.RECORD_SIGNED, CheckName.SCRATCH_PAPER)),
    )
    refusal = DayNotReady(date(2026, 6, 19), found)
    whole, room = (
        "第 1 批次第 1 场（备份到存储介质）",
        "第 1 批次第 1 场第 004 考场（考场情况记录单签字、清点收回草稿纸）",
    )
    assert f"：{whole}、{room}。" in text().refusal(refusal)
    assert ": batch 1, session 1 (back up to a medium), batch 1, session 1, room 004 (" in text("en").refusal(refusal)


def test_what_is_not_there_is_what_a_sentence_chooses_by() -> None:
    behind, stopped = (MirrorBehind(3, out) for out in (None, MirrorReason.MEDIUM_GONE))
    assert "镜像落后 3 条，稍候即可跟上" in text().refusal(behind)
    assert "镜像已停止（存储介质已拔出），落后 3 条" in text().refusal(stopped)
    assert "没有选择考场" in text().refusal(NoPaperDue(SessionId("1-1"), None))
    assert "第 002 考场没有等待补录" in text().refusal(NoPaperDue(SessionId("1-1"), RoomId("002")))


def test_braces_in_a_value_are_left_alone() -> None:
    assert "{ $name }" in text().refusal(NameTaken("{ $name }"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_text_is_cut(language: str) -> None:
    """Hostile: what was pasted into a field is said back, and a value beyond 2500 signs breaks the window."""

    def said(value: str) -> str:
        return text(language).refusal(NameTaken(value))

    assert "9" * 300 in said("9" * 300)
    assert "9" * 299 + "…" in said("9" * 301)
    assert "9" * 300 not in said("9" * 32_767)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_is_cut_between_its_parts(language: str) -> None:
    tickets = tuple(Ticket(f"2101{n:08}") for n in range(1000))
    between = "、" if language == "zh-CN" else ", "

    def said(count: int) -> str:
        return text(language).refusal(ToolNeeded(SessionId("1-1"), tickets[:count]))

    assert between.join(tickets[:142]) in said(142)
    assert "…" not in said(142)
    for count in (160, 1000):
        shown = said(count)
        assert f"{between}…" in shown
        assert 1900 < len(shown) < 2500
        assert all(ticket in tickets for ticket in re.findall("[0-9]{6,}", shown))
    rooms = tuple(RoomBlockers(RoomId(f"{n:03}"), (CheckName.RESULT, CheckName.ANSWERS)) for n in range(1, 501))
    assert "…" in text(language).refusal(RoomsNotReady(SessionId("1-2"), rooms))


def test_ids() -> None:
    assert refusal_id(NotYourRole) == "refusal-not-your-role"
    assert refusal_id(NotASeat) == "refusal-not-a-seat"
    assert word_id(Role.SITE_ADMIN) == "role-site-admin"
    assert word_id(Mode.REAL) == "mode-real"
    assert word_id(RoomBlockers) == "room-blockers"


def test_the_basis_says_what_is_the_clauses_and_what_is_ours() -> None:
    assert text().basis(LateYetPresent(RoomId("001"), ())).endswith("“核实实考人数，在监考系统中登记缺考信息”。")
    assert "。本程序的理解：哪些操作须由另一人登录核验" in text().basis(AnotherPersonNeeded(()))
    assert text().basis(NobodySignedIn()).startswith("本程序的规定：本机离线且多人使用")


def test_the_basis_stands_in_the_documents_of_the_rulebook() -> None:
    there = text().basis(LateYetPresent(RoomId("001"), ()), ("000", "003"))
    assert there.endswith("九（三）第三段“签字确认缺考、异常情况等记录内容”。")


def test_trouble() -> None:
    said = text().trouble(Trouble(Code.CUT_SHORT, entry=40, marked=57))
    assert said.startswith("日志只到第 40 条，而此前标记到第 57 条")


def test_trouble_with_enums() -> None:
    said = text().trouble(Trouble(Code.MODE_WRONG, expected=Mode.REAL, found=Mode.PRACTICE))
    assert "这里是正式，读到的是练习" in said


@pytest.mark.parametrize(("entry", "said"), [(0, "位置无法确定"), (7, "读到第 7 条附近")])
def test_trouble_says_only_what_is_known(entry: int, said: str) -> None:
    assert said in text().trouble(Trouble(Code.STORE_DAMAGED, file="site.db", entry=entry))


def test_language_is_chosen_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EXAMSITE_LANGUAGE", raising=False)
    assert words().language == "zh-CN"
    monkeypatch.setenv("EXAMSITE_LANGUAGE", "en")
    assert words().language == "en"
    monkeypatch.setenv("EXAMSITE_LANGUAGE", "tlh")
    assert words().language == "zh-CN"


def test_trouble_ends_a_command_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("EXAMSITE_LANGUAGE", raising=False)
    trouble = Trouble(Code.WRONG_PIN)
    with pytest.raises(typer.Exit) as ended, in_a_sentence():
        raise trouble
    assert ended.value.exit_code == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == text().trouble(trouble)


def test_a_command_without_trouble_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with in_a_sentence():
        pass
    assert capsys.readouterr() == ("", "")


def test_a_bug_is_no_sentence() -> None:
    with pytest.raises(ZeroDivisionError), in_a_sentence():
        raise ZeroDivisionError


def test_progress_goes_to_standard_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("EXAMSITE_LANGUAGE", raising=False)
    progress()("refuse_late", 1, 2)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.rstrip(" \n") == "第 1 批次第 2 场：停止入场"


def test_utc_times_are_shown_as_given() -> None:
    at = datetime(2026, 6, 19, 1, 0, 5, tzinfo=UTC)
    assert "2026-06-19 01:00:05" in text().refusal(NotYetHappened(at, at))
