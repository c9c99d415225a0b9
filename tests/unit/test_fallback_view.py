"""The emergency paper copy: which sessions it tells of, what of each room, and what a reader finds on its pages."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.core.attendance import AttendanceConfirmed
from app.core.login import LoggedIn
from app.core.site import SeatMachine, Site
from app.core.standalone_state import Custody, Standalone, StandalonePackage, Voucher
from app.core.terms import Digest, MediumSerial, Mode, RoomId, SessionId
from app.views.fallback import Fallback, FallbackRoom, OnTheWay, PackageAway, fallback, sessions_told
from app.views.stamp import Stamp
from reports import fallback as paper
from tests.builders import A1, A2, A3, ADMIN, CANDIDATES, GUIDE, LAW, LIAONING, R1, R2, STAFF, TAX, Story, at
from tests.unit.crowded import full, sent
from tests.unit.paper import pages

HEAD = bytes.fromhex("1a2b3c4d5e6f7081" * 4)


def told(site: Site, now: datetime) -> Fallback:
    return fallback(site, LIAONING, now, 41, HEAD, at("8:40"))


def room(site: Site, now: datetime, number: RoomId = R1) -> FallbackRoom:
    return next(one for one in told(site, now).sessions[0].rooms if one.room == number)


def stamp(content: Fallback) -> Stamp:
    return Stamp(
        "fallback", "2026-11", 0, "", content.entered_at, content.made_at, "", content.entry, HEAD.hex(), "9f" * 32
    )


# Which sessions


def test_before_the_day_the_next_session_is_told() -> None:
    site = Story("packaged").site
    assert sessions_told(site, LIAONING, at("7:00")) == (LAW,)


def test_a_session_is_told_from_an_hour_before_until_it_is_over() -> None:
    site = Story("started").site
    assert sessions_told(site, LIAONING, at("9:39:59")) == (LAW,)
    assert sessions_told(site, LIAONING, at("9:40")) == (LAW, TAX)
    for one in site.sessions[LAW].rooms.values():
        one.ended_at = at("10:00")
    assert sessions_told(site, LIAONING, at("9:00")) == (TAX,)
    for one in site.sessions[TAX].rooms.values():
        one.ended_at = at("12:10")
    assert sessions_told(site, LIAONING, at("12:11")) == ()
    assert told(site, at("12:11")).sessions == ()


def test_who_is_still_on_the_way_keeps_a_session_there() -> None:
    story = full(sent())
    for one in story.site.sessions[LAW].rooms.values():
        one.ended_at = at("10:00")
    assert sessions_told(story.site, LIAONING, at("9:30")) == (LAW,)
    assert told(story.site, at("9:30")).sessions[0].on_the_way == (OnTheWay("A-001", A3, R1, at("8:20")),)


def test_without_a_package_there_is_nothing_to_tell() -> None:
    with pytest.raises(LookupError):
        told(Site(), at("8:00"))


# What of each


def test_before_the_start_nobody_has_used_any_time() -> None:
    found = room(Story("packaged").site, at("8:00"))
    assert (found.started_at, found.ends_at, found.present, found.absent) == (None, at("10:00"), 0, 0)
    assert [(one.ticket, one.seat, one.state, one.used) for one in found.lines] == [
        (A1, "001", "awaited", None),
        (A2, "002", "awaited", None),
        (A3, "003", "awaited", None),
    ]


def test_minutes_used_run_from_the_start_to_the_end_of_ones_own_time() -> None:
    story = Story("started").given(
        AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:45"), GUIDE),
        LoggedIn(LAW, R1, A1, "001", at("8:31"), GUIDE),
    )
    site = story.site
    site.machines[R1] = {"001": SeatMachine("001", "PC-01", "", "")}
    site.sessions[LAW].rooms[R1].sittings[A1].extra_minutes = 5
    found = room(site, at("8:50:59"))
    assert (found.started_at, found.present, found.absent) == (at("8:30"), 2, 1)
    first, second, gone = found.lines
    assert (first.machine, first.state, first.logged_in_at, first.used, first.extra) == (
        "PC-01",
        "present",
        at("8:31"),
        20,
        5,
    )
    assert (second.machine, second.logged_in_at, second.used, second.extra) == ("", None, 20, 0)
    assert (gone.state, gone.used) == ("absent", None)
    assert [one.used for one in room(site, at("12:00")).lines] == [95, 90, None]
    site.sessions[LAW].rooms[R1].extra_minutes = 10
    assert room(site, at("12:00")).ends_at == at("10:10")


def package() -> StandalonePackage:
    return StandalonePackage(
        1,
        Custody.OURS,
        R2,
        "017",
        "BY-02",
        ADMIN,
        MediumSerial("U-1"),
        Digest("f"),
        at("9:00"),
        3659,
        0,
        "n",
        "k",
        "s",
        vouchers=[Voucher(3, at("9:10"))],
    )


def test_packages_that_are_out_stand_there_with_their_machine() -> None:
    site = Story("started").site
    site.sessions[LAW].standalone = {A1: Standalone(A1, packages=[package()]), A2: Standalone(A2)}
    assert told(site, at("9:20")).sessions[0].packages == (PackageAway(A1, 1, R2, "017", "BY-02", at("9:00"), 63),)


# What a reader finds


def test_the_pages_say_what_it_is_and_go_on_with_the_next_number() -> None:
    content = told(Story("started").site, at("8:50"))
    found = pages(paper.draw(content, stamp(content)))
    first, last = found[0], found[-1]
    assert "应急纸质备份" in first
    assert "没有姓名和证件号码" in first
    assert "第41条(08:40:00登记)日志摘要1a2b3c4d5e6f7081".replace("(", "（").replace(")", "）") in first
    assert "本机A自动写出" in first
    for ticket in (A1, A2, A3):
        assert ticket in "".join(found)
    blank = "".join(found)
    assert "日志第41条以后发生的事项" in blank
    assert f"{42 + paper.BLANK_LINES - 1}" in last


def test_transfers_packages_and_empty_rooms_have_their_place() -> None:
    story = full(sent())
    alone = package()
    alone.place = ""
    story.site.sessions[LAW].standalone = {A1: Standalone(A1, packages=[alone])}
    story.site.sessions[LAW].rooms[R2].sittings.clear()
    content = told(story.site, at("8:50"))
    said = "".join(pages(paper.draw(content, stamp(content))))
    assert "已调出、尚未调入（1人）" in said
    assert "第002考场内" in said
    assert content.mode == Mode.REAL or "练习" in said


def test_with_no_session_left_it_says_so() -> None:
    site = Story("packaged").site
    site.sessions = {key: one for key, one in site.sessions.items() if key == SessionId("none")}
    content = told(site, at("8:50"))
    assert "没有正在进行或者即将进行的场次" in "".join(pages(paper.draw(content, stamp(content))))


def test_no_name_and_no_document_number_is_on_it() -> None:
    content = told(Story("started").site, at("8:50"))
    pdf = paper.draw(content, stamp(content))
    said = "".join(pages(pdf))
    people = [one.name for one in CANDIDATES] + [one.name for one in STAFF]
    numbers = [one.id_number for one in CANDIDATES]
    assert A1 in said
    # Two letters stand in any compressed stream.
    for word in (*people, *numbers):
        assert "".join(word.split()) not in said
        assert len(word.encode()) < 4 or word.encode() not in pdf
