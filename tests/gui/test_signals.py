"""What the session clock brings to the window: reminders, bells, and the head of a room."""

from __future__ import annotations

from datetime import timedelta

from app.core.entry import CheckIn
from app.core.fault import FaultKind, ReportFault
from app.core.leaving import GiveUp
from app.core.session_state import Bell
from app.core.signals import BellRung, RoomReminded
from app.core.terms import PersonId
from app.views.moments import DeadlineKind
from tests.gui.screen import MORNING_SESSION, ROOM, Screen, texts
from ui.pages.clock import ClockPage
from ui.pages.room_head import RoomTimes
from ui.shell import PageName, hour


def test_the_clock_brings_what_is_due_and_enters_it_for_all_rooms(site: Screen) -> None:
    site.started()
    site.sign_in()
    site.go(PageName.OVERVIEW)
    say, plan = site.shell.say, site.site.sessions[MORNING_SESSION].plan
    rooms = tuple(sorted(site.site.sessions[MORNING_SESSION].rooms))
    beside, due = say("clock-remind-rail", count=3), say("clock-remind-due", count=3, rooms=rooms)
    assert beside not in texts(site.window)
    site.at(plan.ends_at - timedelta(minutes=15))
    assert beside in texts(site.window)
    page = site.go(PageName.CLOCK)
    assert isinstance(page, ClockPage)
    assert due in texts(page.signals)
    page.signals.remind.click()
    at = site.clock.moment().at
    assert site.facts()[-3:] == [RoomReminded(MORNING_SESSION, room, at, PersonId("A01")) for room in rooms]
    site.look_again()
    assert due not in texts(site.window)
    assert not page.signals.remind.isEnabled()
    # The bell of that minute is the one that is chosen.
    page.signals.ring.click()
    assert site.last() == BellRung(MORNING_SESSION, Bell.REMINDER, at, PersonId("A01"))
    page._pick("rooms")
    site.look_again()
    note = page.rooms.table.lines.lines[0].cells[-1].text
    assert note == say("clock-room-reminded", time=hour(at))


def test_the_head_of_a_room_says_what_is_next_and_who_is_kept(site: Screen) -> None:
    site.started()
    now, ticket = site.clock.moment().at, min(site.site.sessions[MORNING_SESSION].rooms[ROOM].sittings)
    document = site.console.rulebook.id_types.value[0]
    site.do(CheckIn(MORNING_SESSION, ticket, document, now, PersonId("A01")))
    site.at(now + timedelta(minutes=10))
    site.do(GiveUp(MORNING_SESSION, ticket, site.clock.moment().at, PersonId("A01")))
    times = RoomTimes(site.shell)
    state = site.site.sessions[MORNING_SESSION]
    times.show_room(state.rooms[ROOM], state.plan)
    say = site.shell.say
    closure = site.shell.word(DeadlineKind.CLOSURE_ENDS)
    assert times.following.full == say("clock-room-next", what=closure, time="09:45", minutes=65)
    assert times.notes.full == say("clock-room-held-until", count=1, time="09:45")
    site.do(ReportFault(FaultKind.POWER, MORNING_SESSION, None, (), site.clock.moment().at, PersonId("A01")))
    times.show_room(state.rooms[ROOM], state.plan)
    assert times.notes.full.startswith(say("clock-room-stands", fault="AF-001"))
    times.deleteLater()
