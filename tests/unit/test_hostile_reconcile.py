"""Reconciling a journal that was written by hand, as whoever has the site's lock and PIN can write one.

The numbers are those of the review of delays and extra time.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.authority import code_desk, codes_given
from app.authority.findings import Disagreement
from app.authority.reconcile import Replay
from app.core.arrangement import RoomArranged, room_places
from app.core.code_entry import CodeEntered
from app.core.extra_time import ExtraTimeGiven
from app.core.extra_time_request import ExtraTimeTakenBack, TakeBackReason
from app.core.operation import Fact
from app.core.rulebook import Tier
from app.core.start import RoomStarted
from app.core.terms import GrantNo
from app.crypto.codes import Purpose
from app.trouble import Code, Trouble
from tests.builders import A1, A2, CANDIDATES, CHINA, GUIDE, LAW, R1, STAGES, at
from tests.unit.time_facts import ASKED, CITY, GIVEN, agreed, applied, cut, lost, was_given

SECOND = GrantNo("AB-002")


def replayed(*facts: Fact, stage: str = "confirmed") -> list[tuple[Disagreement, str, int]]:
    replay = Replay([])
    names = list(STAGES)
    before = [fact for name in names[: names.index(stage) + 1] for fact in STAGES[name]]
    for n, fact in enumerate((*before, *facts), 1):
        replay.take(n, at("8:41" if n <= len(before) else "9:40"), fact)
    return [(one.kind, one.subject, one.minutes) for one in replay.findings()]


CUT = cut(room=R1, since="9:00", until="9:31")
BEYOND = Disagreement.MINUTES_BEYOND


def test_a_room_whose_end_moved_for_nobody_is_named() -> None:
    """Finding 10, mended: a line without candidates moved the end by an hour, and reconciling found nothing."""
    nobody = ExtraTimeGiven(GIVEN, LAW, R1, R1, (), 60, Tier.ON_THE_SPOT, lost(), at("9:32"), door=True)
    assert replayed(*CUT, nobody) == [(BEYOND, R1, 60)]


def test_a_room_whose_end_moved_once_for_each_candidate_is_named() -> None:
    """Finding 10, mended: what a console wrote on which finding 1 was used."""
    lines = (was_given(10, A1, moved=R1), was_given(10, A2, moved=R1, number=SECOND))
    assert replayed(*CUT, *lines) == [(BEYOND, R1, 20)]


def test_minutes_below_one_are_no_entry_of_a_console() -> None:
    """Finding 10, mended: sixty minutes after minus fifty made a sum of ten."""
    with pytest.raises(ValueError, match="-50"):
        replayed(*CUT, was_given(-50))


@pytest.mark.parametrize("year", [1, 9999])
def test_a_time_that_no_clock_shows_is_no_entry_of_a_console(year: int) -> None:
    """Finding 17, mended: the finding could not be printed, and the province saw a traceback instead."""
    far = datetime.min.replace(tzinfo=CHINA) if year == 1 else datetime.max.replace(microsecond=0, tzinfo=UTC)
    code = CodeEntered(ASKED, Purpose.DELAY, R1, 45, far, at("9:00"), GUIDE, verified=True)
    with pytest.raises(OverflowError):
        replayed(*cut(), applied(45), code, stage="released")


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-12:00"])
def test_a_ledger_with_such_a_time_is_damaged(tmp_path: Path, moment: str) -> None:
    """Finding 17, mended."""
    words = {"to": "a", "why": "b", "by": "c"}
    who = {"purpose": "delay", "exam": "e", "site": "2101", "session": "1-1", "subject": "001"}
    book = tmp_path / codes_given.FILE
    book.write_text(json.dumps({**who, "minutes": 5, "at": moment, **words}) + "\n")
    with pytest.raises(Trouble) as caught:
        codes_given.read(book)
    assert caught.value.code is Code.LEDGER_DAMAGED


def test_a_room_arranged_anew_does_not_forget_what_it_was_given() -> None:
    """Finding 10, mended."""
    anew = [RoomArranged(one.session, one.room, one.places) for one in room_places(CANDIDATES) if one.session == LAW]
    found = replayed(*CUT, was_given(10, moved=R1), *anew, was_given(10, moved=R1, number=SECOND))
    assert found == [(BEYOND, R1, 20)]


def test_a_line_is_struck_once() -> None:
    """Finding 10, mended: struck again and again, one line made room for any number of others."""
    struck = ExtraTimeTakenBack(LAW, GIVEN, TakeBackReason.MISTYPED, at("9:35"))
    more = was_given(10, number=SECOND)
    assert replayed(*CUT, was_given(10), struck, more) == []
    assert replayed(*CUT, was_given(10), struck, more, struck, was_given(10, number=GrantNo("AB-003"))) == [
        (BEYOND, R1, 20)
    ]


def test_a_start_told_as_in_time_after_a_delay_was_asked_for_is_named() -> None:
    """Finding 4: at 8:31 the site said that the room had not started, and later that it had, at 8:30."""
    assert replayed(*cut(), applied(), RoomStarted(LAW, R1, at("8:30"), GUIDE), stage="released")


def test_a_consent_written_by_hand_covers_no_more_than_its_tier() -> None:
    facts = (*cut(), applied(), agreed("8:40", CITY), RoomStarted(LAW, R1, at("9:00:01"), GUIDE))
    assert [kind for kind, _, _ in replayed(*facts, stage="released")] == [Disagreement.START_BEYOND]


def test_a_finding_does_not_wipe_itself_off_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """Finding 18, mended: the subject in a journal is free text, and a terminal obeys it."""
    wipe = "\x1b[1A\x1b[2K\u202e"
    replay = Replay([])
    for fact in (*(fact for name in ("enrolled", "packaged") for fact in STAGES[name]), *cut(), applied(45)):
        replay.take(1, at("8:40"), fact)
    replay.take(
        2, at("9:00"), CodeEntered(ASKED, Purpose.DELAY, wipe, 45, at("8:50"), at("8:50"), GUIDE, verified=True)
    )
    (found,) = replay.findings()
    code_desk._table([code_desk._finding(found)])
    said = capsys.readouterr().out.removesuffix("\n")
    assert said
    assert said.isprintable()
