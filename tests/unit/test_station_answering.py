"""One answering: what is answered, how the time runs, what leaves the station."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.crypto.codes import Mistyped
from app.exchange import outbox, standalone_return
from app.exchange.agefile import Identity
from app.exchange.paper import Answer, AnswerSheet
from app.station.answering import LONGEST_TEXT, Answering, Given
from app.station.machine import State
from app.trouble import Code, Trouble
from tests.papers import BEGUN, EXAM, NAME, SESSION, TICKET, answers, paper, voucher_for
from tests.stations import Bench, no
from tests.vectors.keys import PROVINCE_AGE, SESSION_AGE, SITE_AGE

MINUTE = 60


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.station.close()


def given(answering: Answering) -> dict[str, tuple[tuple[str, ...], str]]:
    found = {question.id: answering.given(question.id) for question in answering.questions}
    return {question: (one.chosen, one.text) for question, one in found.items() if not one.blank}


def test_it_shows_whose_it_is_and_what_is_asked(bench: Bench) -> None:
    answering = bench.opened()
    assert (answering.name, answering.ticket, answering.subject, answering.title) == (
        NAME, TICKET, "会计实务", "会计实务"
    )  # fmt: skip
    assert (answering.sections, answering.questions) == (paper().sections, paper().questions)
    assert answering.calculator
    assert answering.package_digest == bench.station.held[0].digest
    assert answering.given("1") == Given()
    assert answering.answered == 0
    assert answering.handed is None


def test_answers_of_every_kind_are_kept_and_come_back(bench: Bench) -> None:
    answering = bench.opened()
    bench.hands.run(seconds=90)
    assert answering.answer("1", ("D",)) == BEGUN + timedelta(seconds=90)
    answering.answer("2", ("C", "A"))
    answering.answer("3", ("F",))
    answering.answer("4", text="借：应收账款 𠮷\n\0")
    answering.answer("1", ("B",))
    answering.answer("5", text="x" * LONGEST_TEXT)
    answering.answer("5")
    kept = {"1": (("B",), ""), "2": (("A", "C"), ""), "3": (("F",), ""), "4": ((), "借：应收账款 𠮷\n\0")}
    for now in (answering, bench.resumed(), bench.resumed()):
        assert given(now) == kept
        assert now.answered == 4
        assert now.given("5") == Given(at=BEGUN + timedelta(seconds=90))
    assert bench.unlock().resumed == 3


def test_a_question_can_be_marked_to_be_looked_at_again(bench: Bench) -> None:
    answering = bench.opened()
    answering.mark("2", True)
    answering.mark("3", True)
    answering.mark("3", False)
    answering.mark("4", False)
    assert [one for one in "12345" if bench.resumed().given(one).marked] == ["2"]


def test_the_same_answer_again_writes_nothing(bench: Bench) -> None:
    answering = bench.opened()
    first = answering.answer("2", ("A", "C"))
    bench.hands.run(minutes=1)
    assert answering.answer("2", ("C", "A")) == first
    assert answering.answer("2", ("C",)) > first


@pytest.mark.parametrize(
    ("question", "chosen", "text"),
    [
        ("1", ("A", "B"), ""),
        ("1", ("E",), ""),
        ("1", ("A",), "why"),
        ("2", ("A", "A"), ""),
        ("3", ("A",), ""),
        ("4", ("A",), ""),
        ("4", (), "x" * (LONGEST_TEXT + 1)),
        ("4", (), "half of a sign \ud842"),
        ("6", ("A",), ""),
        ("6", (), ""),
    ],
)
def test_what_does_not_fit_is_refused(bench: Bench, question: str, chosen: tuple[str, ...], text: str) -> None:
    answering = bench.opened()
    refused = no(answering.answer, question, chosen, text)
    assert (refused.code, refused.facts) == (Code.ANSWER_UNFIT, {"limit": LONGEST_TEXT})
    assert no(answering.mark, "6", True).code is Code.ANSWER_UNFIT
    assert given(bench.resumed()) == {}


def test_what_was_answered_before_comes_along(bench: Bench) -> None:
    before = Answer("1", ("C",), "", BEGUN - timedelta(minutes=20))
    sheet = AnswerSheet(EXAM, SESSION, TICKET, (before, Answer("4", (), "贷：收入", BEGUN)))
    answering = bench.opened(so_far=sheet, closure=0)
    assert given(answering) == {"1": (("C",), ""), "4": ((), "贷：收入")}
    answering.answer("4", text="贷：主营业务收入")
    answering.hand_in()
    found = answers(answering.copy_return(bench.stick)).answers
    assert [(one.question, one.chosen, one.text, one.at) for one in found] == [
        ("1", ("C",), "", before.at),
        ("4", (), "贷：主营业务收入", BEGUN),
    ]


def test_time_runs_from_the_export(bench: Bench) -> None:
    package = bench.taken(minutes=60)
    bench.hands.run(minutes=5)
    answering = bench.unlock(package)
    assert (answering.remaining(), answering.opened_at) == (55 * MINUTE, BEGUN + timedelta(minutes=5))
    bench.hands.run(seconds=0.5)
    assert answering.remaining() == 55 * MINUTE - 1
    bench.hands.run(minutes=10)
    assert answering.remaining() == 45 * MINUTE - 1


def test_nobody_gains_or_loses_time_by_setting_the_clock(bench: Bench) -> None:
    answering = bench.opened()
    bench.hands.run(minutes=10)
    for hours in (5, -9):
        bench.hands.at += timedelta(hours=hours)
        assert answering.remaining() == 50 * MINUTE
        answering.tick()
        answering = bench.resumed()
        assert answering.remaining() == 50 * MINUTE


def test_time_runs_on_while_the_station_is_dead(bench: Bench) -> None:
    answering = bench.opened()
    bench.hands.run(minutes=10)
    assert bench.resumed().remaining() == 50 * MINUTE
    bench.hands.restart(away=timedelta(minutes=7))
    answering = bench.resumed()
    assert answering.remaining() == 43 * MINUTE
    # A clock that fell back gives nothing back of what was noted.
    bench.hands.run(seconds=14)
    answering.tick()
    bench.hands.restart(away=timedelta(days=-400))
    answering = bench.resumed()
    assert answering.remaining() == 43 * MINUTE
    bench.hands.run(seconds=15)
    answering.tick()
    bench.hands.restart(away=timedelta(days=-1))
    assert bench.resumed().remaining() == 43 * MINUTE - 15


def test_the_time_is_noted_every_fifteen_seconds(bench: Bench) -> None:
    answering = bench.opened()
    for _ in range(60):
        bench.hands.run(seconds=1)
        answering.tick()
    bench.station.close()
    assert [n for n, _ in bench.heads()] == [1 + 4, 1 + 4]


def test_at_zero_nothing_changes_until_a_voucher_gives_minutes(bench: Bench) -> None:
    answering = bench.opened(minutes=60)
    answering.answer("1", ("A",))
    bench.hands.run(minutes=60)
    assert (answering.remaining(), answering.over) == (0, True)
    for refused in (no(answering.answer, "1", ("B",)), no(answering.mark, "1", True)):
        assert (refused.code, refused.facts) == (Code.TIME_OVER, {"package": answering.package})
    bench.hands.run(minutes=2)
    assert answering.remaining() == 0
    assert answering.voucher(voucher_for(10)) == 10
    assert (answering.remaining(), answering.over, answering.granted) == (8 * MINUTE, False, 10)
    answering.answer("1", ("B",))
    assert bench.resumed().remaining() == 8 * MINUTE
    assert given(bench.unlock()) == {"1": (("B",), "")}


def test_the_highest_voucher_counts(bench: Bench) -> None:
    answering = bench.opened()
    assert [answering.voucher(voucher_for(minutes)) for minutes in (10, 10, 5, 25, 10)] == [10, 10, 10, 25, 25]
    assert answering.remaining() == 85 * MINUTE
    assert bench.resumed().granted == 25


def test_a_voucher_mistyped_or_of_another_package_gives_nothing(bench: Bench) -> None:
    answering = bench.opened()
    right = voucher_for(10)
    assert answering.voucher("0" + right[1:] if right[0] != "0" else "1" + right[1:]) == Mistyped((1,))
    refused = no(answering.voucher, voucher_for(10, number=2))
    assert (refused.code, refused.facts) == (Code.VOUCHER_WRONG, {"package": f"{TICKET}-1-1-1"})
    for _ in range(4):
        no(answering.voucher, voucher_for(10, number=2))
    refused = no(answering.voucher, right)
    assert (refused.code, refused.facts, answering.voucher_waits) == (Code.CODE_WAITS, {"seconds": 60}, 60)
    assert bench.station.unlock_waits == 0
    bench.hands.run(minutes=1)
    assert answering.voucher(right) == 10


def spans(answering: Answering, path: Path, bench: Bench) -> tuple[int, int, int]:
    """Used and open by the counter, and open by the clock that anybody can set; the window says the same."""
    told = bench.site.returned(path)
    assert told.used_seconds == answering.used_seconds
    return told.used_seconds, told.open_seconds, (told.closed_at - told.opened_at) // timedelta(seconds=1)


def test_time_is_used_until_the_last_answer(bench: Bench) -> None:
    package = bench.taken(minutes=60, closure=20)
    bench.hands.run(minutes=5)
    answering = bench.unlock(package)
    bench.hands.run(minutes=10)
    assert spans(answering, answering.interim(bench.stick), bench) == (0, 600, 600)
    answering.answer("1", ("A",))
    bench.hands.run(minutes=10)
    assert spans(answering, answering.interim(bench.stick), bench) == (600, 1200, 1200)
    answering.answer("1")
    bench.hands.run(minutes=1)
    # None of this is an answer
    answering.mark("2", True)
    answering.answer("1")
    answering.voucher(voucher_for(5))
    answering = bench.resumed()
    answering.tick()
    answering.hand_in()
    assert spans(answering, answering.copy_return(bench.stick), bench) == (1200, 1260, 1260)
    again = bench.resumed()
    assert spans(again, again.copy_return(bench.stick), bench) == (1200, 1260, 1260)


def test_what_was_answered_before_took_no_time_here(bench: Bench) -> None:
    sheet = AnswerSheet(EXAM, SESSION, TICKET, (Answer("1", ("C",), "", BEGUN - timedelta(minutes=20)),))
    answering = bench.opened(so_far=sheet, closure=0)
    bench.hands.run(minutes=10)
    answering.hand_in()
    assert (answering.answered, spans(answering, answering.copy_return(bench.stick), bench)) == (1, (0, 600, 600))


def test_nobody_uses_more_than_package_and_vouchers_gave(bench: Bench) -> None:
    """Handed in long after the end: what is over counts as open, not as used."""
    answering = bench.opened(minutes=60)
    answering.voucher(voucher_for(5))
    bench.hands.run(minutes=65)
    bench.hands.up -= 1
    answering.answer("4", text="at the very last")
    bench.hands.up += 1
    assert no(answering.answer, "4", (), "too late").code is Code.TIME_OVER
    bench.hands.run(minutes=30)
    answering.hand_in()
    used, was_open, wall = spans(answering, answering.copy_return(bench.stick), bench)
    assert (used, was_open, wall) == (65 * MINUTE - 1, 95 * MINUTE, 95 * MINUTE)


@pytest.mark.parametrize("moved", [timedelta(hours=2), timedelta(minutes=-30)])
def test_a_clock_that_was_moved_or_a_machine_that_stood_still_shows(bench: Bench, moved: timedelta) -> None:
    """Of a machine that stood still the counter did too, and the wall clock is ahead of it."""
    answering = bench.opened(minutes=60)
    bench.hands.run(minutes=10)
    answering.answer("1", ("A",))
    bench.hands.at += moved
    bench.hands.run(minutes=30)
    expected = (600, 2400, 2400 + moved // timedelta(seconds=1))
    assert spans(answering, answering.interim(bench.stick), bench) == expected
    bench.hands.restart(away=timedelta(minutes=2))
    answering = bench.resumed()
    answering.hand_in()
    used, was_open, wall = expected
    assert spans(answering, answering.copy_return(bench.stick), bench) == (used, was_open + 120, wall + 120)


def test_a_clock_set_back_while_the_machine_was_off_shows(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    bench.hands.run(minutes=10)
    answering.tick()
    bench.hands.restart(away=timedelta(minutes=-8))
    answering = bench.resumed()
    answering.hand_in()
    assert spans(answering, answering.copy_return(bench.stick), bench) == (0, 600, 120)


def test_nobody_hands_in_before_the_closure_ends(bench: Bench) -> None:
    answering = bench.opened(closure=30)
    assert answering.may_hand_in_at == BEGUN + timedelta(minutes=30)
    bench.hands.run(minutes=29, seconds=59)
    refused = no(answering.hand_in)
    assert (refused.code, refused.facts) == (Code.HAND_IN_EARLY, {"time": "09:30:00"})
    early = answering.may_hand_in
    bench.hands.run(seconds=1)
    assert (early, answering.may_hand_in) == (False, True)
    assert answering.hand_in().answered == 0


def test_what_is_handed_in_is_what_the_province_reads(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    answering.answer("4", text="理由")
    answering.answer("1", ("A",))
    answering.answer("3", ("T",))
    answering.answer("3")
    answering.voucher(voucher_for(5))
    bench.hands.run(minutes=20)
    answering.answer("1", ("C",))
    bench.hands.run(minutes=5)
    answering.mark("1", True)
    handed = answering.hand_in()
    assert (handed.at, handed.answered, handed.questions) == (BEGUN + timedelta(minutes=25), 2, 5)
    path = answering.copy_return(bench.stick)
    assert path.name == handed.name == f"{TICKET}-1-1-1.examsite-return"
    document = bench.site.returned(path)
    assert document.final
    assert (document.opened_at, document.closed_at) == (BEGUN, handed.at)
    assert (document.used_seconds, document.open_seconds) == (1200, 1500)
    assert (document.granted_minutes, document.questions, document.answered, document.resumed) == (5, 5, 2, 0)
    assert [(one.question, one.chosen, one.text) for one in answers(path).answers] == [
        ("1", ("C",), ""), ("3", (), ""), ("4", (), "理由")
    ]  # fmt: skip
    assert not readable(path, SESSION_AGE)
    assert not readable(path, SITE_AGE)


def test_after_handing_in_nothing_changes(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    with pytest.raises(ValueError, match="not handed in"):
        answering.copy_return(bench.stick)
    handed = answering.hand_in()
    bench.hands.run(minutes=5)
    answering.tick()
    told = {"package": answering.package}
    for call in (
        lambda: answering.answer("1", ("A",)),
        lambda: answering.mark("1", True),
        lambda: answering.voucher(voucher_for(5)),
        lambda: answering.interim(bench.stick),
    ):
        refused = no(call)
        assert (refused.code, refused.facts) == (Code.HANDED_IN, told)
    assert answering.hand_in() == handed == answering.handed
    once = answering.copy_return(bench.stick).read_bytes()
    again = bench.resumed()
    assert (again.handed, again.resumed, again.used_seconds) == (handed, 0, 0)
    assert again.copy_return(bench.stick).read_bytes() == once
    assert bench.station.copy_return(bench.station.held[0], bench.stick).read_bytes() == once


def test_a_return_that_is_gone_from_both_places_is_made_again_from_the_record(bench: Bench) -> None:
    handed = bench.opened(closure=0).hand_in()
    held = bench.station.held[0]
    for root in bench.roots.values():
        (kept,) = root.glob("packages/*/*.examsite-return")
        kept.unlink()
    assert no(bench.station.copy_return, held, bench.stick).code is Code.FILE_MISSING
    assert bench.unlock().handed == handed
    assert outbox.digest_of(bench.station.copy_return(held, bench.stick)) == handed.digest
    assert bench.station.held[0].state is State.HANDED_IN


def readable(path: Path, identity: Identity) -> bool:
    sealed = standalone_return.answers_of(path.read_bytes(), [SITE_AGE], path.name)
    try:
        standalone_return.open_answers(sealed, identity, path.name)
    except Trouble:
        return False
    return True


def test_interim_copies_are_numbered_and_can_be_handed_on(bench: Bench) -> None:
    answering = bench.opened()
    assert answering.last_interim_at is None
    answering.answer("1", ("A",))
    bench.hands.run(minutes=15)
    first = answering.interim(bench.stick)
    answering.answer("1", ("B",))
    again = bench.resumed()
    assert again.last_interim_at == BEGUN + timedelta(minutes=15)
    second = again.interim(bench.stick)
    assert [path.name for path in (first, second)] == [f"{TICKET}-1-1-1-{k}.examsite-interim" for k in (1, 2)]
    assert [answers(path).answers[0].chosen for path in (first, second)] == [("A",), ("B",)]
    document = bench.site.returned(second)
    assert (document.final, document.resumed, document.closed_at) == (False, 1, BEGUN + timedelta(minutes=15))
    assert all(readable(path, key) for path in (first, second) for key in (PROVINCE_AGE, SESSION_AGE))


def test_a_copy_that_could_not_be_written_is_no_copy(bench: Bench) -> None:
    answering = bench.opened(closure=0)
    assert no(answering.interim, bench.stick / "not there").code is Code.FILE_MISSING
    assert answering.last_interim_at is None
    assert answering.interim(bench.stick).name.endswith("-1.examsite-interim")
    answering.hand_in()
    assert no(answering.copy_return, bench.stick / "not there").code is Code.FILE_MISSING
