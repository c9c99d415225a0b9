"""The slip of a standalone exam: what stands on it, for candidate and invigilator to sign."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.core.terms import Digest, ExamId, Mode, RoomId, SessionId, SiteCode, Ticket
from app.views.return_slip import ReturnSlip
from reports.return_slip import draw, payload
from tests.unit.paper import START, pages

DIGEST = Digest("0123456789abcdef" * 4)
SLIP = ReturnSlip(
    mode=Mode.REAL,
    exam=ExamId("2026-senior"),
    site=SiteCode("1101"),
    session=SessionId("1-2"),
    subject="工商管理",
    room=RoomId("05"),
    seat="12",
    ticket=Ticket("110105000031"),
    name="𠮷田明",
    package="110105000031-1-2-1",
    package_digest=Digest("89abcdef" * 8),
    machine="KS-05-12",
    key="K" * 43,
    lock="L" * 43,
    issued_at=START + timedelta(minutes=40),
    opened_at=START + timedelta(minutes=45),
    handed_in_at=START + timedelta(minutes=180),
    printed_at=START + timedelta(minutes=181),
    used_seconds=8105,
    granted_minutes=20,
    resumed=1,
    questions=60,
    answered=58,
    file="110105000031-1-2-1.examsite-return",
    digest=DIGEST,
)


def test_it_is_one_page_that_says_what_was_handed_in() -> None:
    (page,) = pages(draw(SLIP))
    said = "".join(page.split())
    for text in (
        SLIP.ticket,
        SLIP.machine,
        SLIP.package,
        SLIP.file,
        DIGEST,
        "2:15:05",
        "20分钟",
        "1次",
        "第05考场机位12",
        "应试人员",
        "监考人员",
        SLIP.key,
        SLIP.lock,
        SLIP.package_digest,
    ):
        assert text in said, text
    assert "练习" not in said


def test_practice_is_marked_and_a_seat_may_be_missing() -> None:
    (page,) = pages(draw(replace(SLIP, mode=Mode.PRACTICE, seat="")))
    assert "练习" in page
    assert "机位" not in page.replace("考场和机位", "")


def test_the_same_slip_gives_the_same_bytes_and_its_code_holds_the_whole_digest() -> None:
    assert draw(SLIP) == draw(SLIP)
    assert payload(SLIP) == f"EXAMSITE1:RETURN-SLIP:1101:1-2:110105000031-1-2-1:{DIGEST.upper()}"


@pytest.mark.parametrize("seconds", [0, 59, 3600, 86399])
def test_time_used_is_said_in_full(seconds: int) -> None:
    (page,) = pages(draw(replace(SLIP, used_seconds=seconds)))
    assert str(timedelta(seconds=seconds)) in page
