"""Sentences, and how they leave the program."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
import typer

from app.command_line import in_a_sentence, progress, words
from app.core.attendance import LateYetPresent
from app.core.closing import Blocker, RoomBlockers, RoomsNotReady
from app.core.fault import NotASeat
from app.core.operation import AnotherPersonNeeded, NobodySignedIn, NotYetHappened, NotYourRole
from app.core.safekeeping import NameTaken
from app.core.terms import Mode, Role, RoomId, SessionId
from app.text import LANGUAGES, refusal_id, text, word_id
from app.trouble import Code, Trouble

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


def test_refusal_with_structs() -> None:
    waiting = (
        RoomBlockers(RoomId("001"), (Blocker.RESULT_MISSING, Blocker.ANSWERS)),
        RoomBlockers(RoomId("004"), (Blocker.ATTENDANCE,)),
    )
    said = text().refusal(RoomsNotReady(SessionId("1-2"), waiting))
    assert "：第 001 考场（考场结果未取回、作答数据未收齐）、第 004 考场（缺考登记未核对）。" in said


def test_braces_in_a_value_are_left_alone() -> None:
    assert "{ $name }" in text().refusal(NameTaken("{ $name }"))


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
    with pytest.raises(typer.Exit) as ended, in_a_sentence():
        raise Trouble(Code.LOCK_REMOVED)
    assert ended.value.exit_code == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip() == text().trouble(Trouble(Code.LOCK_REMOVED))


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
