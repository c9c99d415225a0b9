"""Incidents and faults: a number to hang records on, opened and closed with their times."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.fault import (
    CloseFault,
    FaultKind,
    FaultReported,
    FaultRestored,
    HelpSent,
    NoOpenFault,
    NotASeat,
    ReportFault,
    SendHelp,
)
from app.core.incident import (
    ClosedBeforeOpened,
    CloseIncident,
    IncidentClosed,
    IncidentOpened,
    NoOpenIncident,
    NoSuchPlace,
    OpenIncident,
)
from app.core.incident_kinds import IncidentKind
from app.core.incident_state import Fault, Incident
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRoom
from app.core.terms import FaultNo, IncidentNo, Role, RoomId, SessionId
from tests.builders import (
    ADMIN,
    GUIDE,
    GUIDE_2,
    LAW,
    PASSED,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    Story,
    at,
    by,
    desk,
    present,
    taken_in,
)

WHEN = at("9:00")
CHIEF = desk(Role.CHIEF)
OPEN = OpenIncident(IncidentKind.POWER, LAW, R1, WHEN, GUIDE)
REPORT = ReportFault(FaultKind.MACHINE, LAW, R1, ("012",), WHEN, GUIDE)
FIRST, FAULT = IncidentNo("A-001"), FaultNo("AF-001")


def test_an_incident_opens_and_closes() -> None:
    story = Story("started").when(OPEN, CHIEF)
    story.then(IncidentOpened(FIRST, IncidentKind.POWER, LAW, R1, WHEN, GUIDE)).done(OPEN)
    close = CloseIncident(FIRST, at("9:20"))
    story.when(close).then(IncidentClosed(FIRST, at("9:20"))).done(close)
    assert story.site.incidents == {FIRST: Incident(FIRST, IncidentKind.POWER, LAW, R1, WHEN, at("9:20"))}


def test_inc_02_found_later_than_it_happened() -> None:
    later = replace(OPEN, found_at=at("9:15"))
    story = (
        Story("started").when(later).then(IncidentOpened(FIRST, IncidentKind.POWER, LAW, R1, WHEN, GUIDE, at("9:15")))
    )
    assert story.done(later).site.incidents[FIRST].found == at("9:15")
    assert Story("started").done(OPEN).site.incidents[FIRST].found == WHEN


def test_a_fault_is_reported_and_mended() -> None:
    story = Story("started").given(AgreementSigned(ADMIN, PASSED)).when(REPORT, desk(Role.TECHNICIAN))
    story.then(FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, ("012",), WHEN, GUIDE)).done(REPORT)
    close = CloseFault(FAULT, at("9:20"))
    story.when(close).then(FaultRestored(FAULT, at("9:20"))).done(close)
    assert story.site.faults == {FAULT: Fault(FAULT, FaultKind.MACHINE, LAW, R1, ("012",), WHEN, at("9:20"))}


def test_of_the_whole_site_and_of_no_session() -> None:
    incident, fault = replace(OPEN, session=None, room=None), replace(REPORT, session=None, room=None, seats=())
    for story in (Story("enrolled"), Story("started")):
        story.when(incident).then(IncidentOpened(FIRST, IncidentKind.POWER, None, None, WHEN, GUIDE))
        story.when(fault).then(FaultReported(FAULT, FaultKind.MACHINE, None, None, (), WHEN, GUIDE))


@pytest.mark.parametrize("ask", [OPEN, replace(REPORT, seats=())], ids=["incident", "fault"])
def test_of_a_whole_session_and_of_a_room_in_no_session(ask: OpenIncident | ReportFault) -> None:
    Story("packaged").done(replace(ask, room=None)).done(replace(ask, session=None))
    # A room where nobody sits in this session is a place all the same.
    Story("enrolled").given(taken_in()[0]).done(ask)


@pytest.mark.parametrize("ask", [OPEN, REPORT], ids=["incident", "fault"])
def test_nothing_happens_where_the_plan_knows_no_place(ask: OpenIncident | ReportFault) -> None:
    strange, nowhere = SessionId("9-9"), RoomId("")
    story = Story("packaged")
    story.when(replace(ask, room=R9)).then(NoSuchPlace(LAW, R9))
    story.when(replace(ask, session=strange)).then(NoSuchPlace(strange, R1))
    story.when(replace(ask, session=None, room=R9)).then(NoSuchPlace(SessionId(""), R9))
    story.when(replace(ask, session=strange, room=None)).then(NoSuchPlace(strange, nowhere))
    Story("enrolled").when(ask).then(NoSuchPlace(LAW, R1))


def test_flt_01_one_fault_names_some_seats_of_its_room_each_once() -> None:
    asked = replace(REPORT, seats=("025", "026", "025"))
    Story("packaged").when(asked).then(FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, ("025", "026"), WHEN, GUIDE))


@pytest.mark.parametrize("seat", ["", "1", "000", "041", "0012", "A12", "12 ", "-1", "\uff10\uff11\uff12", "Zhou"])
def test_flt_01_what_the_plan_does_not_know_is_no_seat(seat: str) -> None:
    Story("packaged").when(replace(REPORT, seats=("012", seat))).then(NotASeat(R1, (seat,)))


def test_flt_01_a_seat_is_a_seat_of_a_room() -> None:
    Story("packaged").when(replace(REPORT, room=None)).then(NotASeat(RoomId(""), ("012",)))


def test_rst_04_who_is_on_the_way_is_noted_once_and_may_be_relieved() -> None:
    story = Story("packaged").given(AgreementSigned(ADMIN, PASSED)).done(REPORT)
    send, hand = SendHelp(FAULT, GUIDE), desk(Role.TECHNICIAN)
    story.when(send, hand).then(HelpSent(FAULT, GUIDE, hand.now)).done(send, hand)
    fault = story.site.faults[FAULT]
    assert (fault.helper, fault.sent_at) == (GUIDE, hand.now)
    story.when(send, hand).then()
    story.when(replace(send, helper=ADMIN), hand).then(HelpSent(FAULT, ADMIN, hand.now))


def test_rst_04_nobody_is_sent_to_what_works_nor_a_stranger_anywhere() -> None:
    story = Story("packaged").done(REPORT)
    story.when(SendHelp(FAULT, STRANGER)).then(PersonUnknown(STRANGER))
    story.when(SendHelp(FaultNo("AF-002"), GUIDE)).then(NoOpenFault(FaultNo("AF-002")))
    story.done(CloseFault(FAULT, WHEN)).when(SendHelp(FAULT, GUIDE)).then(NoOpenFault(FAULT))


def test_rst_04_help_is_sent_for_the_own_room_only() -> None:
    story, other = Story("packaged").done(REPORT), present(at("12:00"), by(GUIDE_2, Role.ROOM_ADMIN))
    story.when(SendHelp(FAULT, GUIDE), other).then(NotYourRoom(R1, R2))
    assert SendHelp(FaultNo("AF-009"), GUIDE).of_room(story.site) is None


@pytest.mark.parametrize("kind", FaultKind)
def test_rst_01_only_a_failed_part_leaves_the_seat_in_use(kind: FaultKind) -> None:
    story = Story("packaged").done(replace(REPORT, kind=kind))
    assert story.site.faults[FAULT].machine_down is (kind is not FaultKind.PERIPHERAL)


def test_each_machine_counts_its_own() -> None:
    other = dataclasses.replace(desk(), machine="B")
    story = Story("packaged").done(OPEN).done(OPEN, other).done(OPEN).done(REPORT).done(REPORT, other).done(REPORT)
    assert list(story.site.incidents) == ["A-001", "B-001", "A-002"]
    assert list(story.site.faults) == ["AF-001", "BF-001", "AF-002"]


def test_nothing_is_reported_before_it_happened() -> None:
    early = desk(now=WHEN - SECOND)
    for ask in (OPEN, REPORT):
        Story("packaged").when(ask, early).then(NotYetHappened(WHEN, early.now))
        Story("packaged").done(ask, desk(now=WHEN))


@pytest.mark.parametrize("close", [CloseIncident(FIRST, at("9:20")), CloseFault(FAULT, at("9:20"))])
def test_nothing_is_over_before_now(close: CloseIncident | CloseFault) -> None:
    soon = desk(now=at("9:20") - SECOND)
    Story("packaged").done(OPEN).done(REPORT).when(close, soon).then(NotYetHappened(at("9:20"), soon.now))


@pytest.mark.parametrize("close", [CloseIncident(FIRST, WHEN - SECOND), CloseFault(FAULT, WHEN - SECOND)])
def test_nothing_ends_before_it_began(close: CloseIncident | CloseFault) -> None:
    Story("packaged").done(OPEN).done(REPORT).when(close).then(ClosedBeforeOpened(WHEN - SECOND, WHEN))


@pytest.mark.parametrize("number", ["A-001", "A-002", ""])
def test_only_an_open_incident_is_closed(number: str) -> None:
    story = Story("packaged").done(OPEN).done(CloseIncident(FIRST, WHEN))
    story.when(CloseIncident(IncidentNo(number), at("9:20"))).then(NoOpenIncident(IncidentNo(number)))


@pytest.mark.parametrize("number", ["AF-001", "AF-002", ""])
def test_only_an_open_fault_is_mended(number: str) -> None:
    story = Story("packaged").done(REPORT).done(CloseFault(FAULT, WHEN))
    story.when(CloseFault(FaultNo(number), at("9:20"))).then(NoOpenFault(FaultNo(number)))
