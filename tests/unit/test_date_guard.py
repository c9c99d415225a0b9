"""Days of real exams are remembered, and what cannot be read is no reason to practise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app import date_guard
from app.trouble import Code, Trouble

SATURDAY, SUNDAY = date(2026, 6, 20), date(2026, 6, 21)


def test_a_machine_that_knows_of_no_exam_is_free(tmp_path: Path) -> None:
    assert not date_guard.is_exam_day(tmp_path / "home", SATURDAY)
    assert not (tmp_path / "home").exists()


def test_days_add_up(tmp_path: Path) -> None:
    date_guard.note(tmp_path / "home", [SUNDAY])
    date_guard.note(tmp_path / "home", [SATURDAY, SATURDAY])
    assert date_guard.is_exam_day(tmp_path / "home", SATURDAY)
    assert date_guard.is_exam_day(tmp_path / "home", SUNDAY)
    assert not date_guard.is_exam_day(tmp_path / "home", date(2026, 6, 22))
    assert (tmp_path / "home" / "exam-days.json").read_text() == '["2026-06-20","2026-06-21"]\n'


def test_what_cannot_be_read_is_not_taken_for_a_free_day(tmp_path: Path) -> None:
    (tmp_path / "exam-days.json").write_text('["20 June"]')
    with pytest.raises(Trouble, match=Code.CONTENT_UNFIT.value):
        date_guard.is_exam_day(tmp_path, SATURDAY)


def test_what_cannot_be_read_stops_no_exam(tmp_path: Path, expect_log: Callable[[str], None]) -> None:
    expect_log("^WARNING app.date_guard: exam-days.json cannot be read and is set aside$")
    (tmp_path / "exam-days.json").write_text("[")
    date_guard.note(tmp_path, [SATURDAY])
    assert date_guard.is_exam_day(tmp_path, SATURDAY)
    assert (tmp_path / "exam-days.json.unreadable").read_text() == "["
