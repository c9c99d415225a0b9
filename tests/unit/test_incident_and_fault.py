"""Incidents and faults: a number to hang records on, opened and closed with their times."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from app.core.agreement import AgreementSigned
from app.core.fault import CloseFault, FaultKind, FaultReported, FaultRestored, NoOpenFault, NotASeat, ReportFault
from app.core.incident import (
    ClosedBeforeOpened,
    CloseIncident,
    IncidentClosed,
    IncidentKind,
    IncidentOpened,
    NoOpenIncident,
    NoSuchPlace,
    OpenIncident,
)
from app.core.operation import NotYetHappened
from app.core.site import Fault, Incident
from app.core.terms import FaultNo, IncidentNo, Role, RoomId, SessionId
from tests.builders import ADMIN, GUIDE, LAW, PASSED, R1, R9, SECOND, Story, at, desk, taken_in

WHEN = at("9:00")
CHIEF = desk(Role.CHIEF)
OPEN = OpenIncident(IncidentKind.POWER, LAW, R1, WHEN, GUIDE)
REPORT = ReportFault(FaultKind.MACHINE, LAW, R1, "012", WHEN, GUIDE)
FIRST, FAULT = IncidentNo("A-001"), FaultNo("AF-001")


def test_an_incident_opens_and_closes() -> None:
    story = Story("started").when(OPEN, CHIEF)
    story.then(IncidentOpened(FIRST, IncidentKind.POWER, LAW, R1, WHEN, GUIDE)).done(OPEN)
    close = CloseIncident(FIRST, at("9:20"))
    story.when(close).then(IncidentClosed(FIRST, at("9:20"))).done(close)
    assert story.site.incidents == {FIRST: Incident(FIRST, IncidentKind.POWER, LAW, R1, WHEN, at("9:20"))}


def test_a_fault_is_reported_and_mended() -> None:
    story = Story("started").given(AgreementSigned(ADMIN, PASSED)).when(REPORT, desk(Role.TECHNICIAN))
    story.then(FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, "012", WHEN, GUIDE)).done(REPORT)
    close = CloseFault(FAULT, at("9:20"))
    story.when(close).then(FaultRestored(FAULT, at("9:20"))).done(close)
    assert story.site.faults == {FAULT: Fault(FAULT, FaultKind.MACHINE, LAW, R1, "012", WHEN, at("9:20"))}


def test_of_the_whole_site_and_of_no_session() -> None:
    incident, fault = replace(OPEN, session=None, room=None), replace(REPORT, session=None, room=None, seat="")
    for story in (Story("enrolled"), Story("started")):
        story.when(incident).then(IncidentOpened(FIRST, IncidentKind.POWER, None, None, WHEN, GUIDE))
        story.when(fault).then(FaultReported(FAULT, FaultKind.MACHINE, None, None, "", WHEN, GUIDE))


@pytest.mark.parametrize("ask", [OPEN, REPORT], ids=["incident", "fault"])
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


@pytest.mark.parametrize("seat", ["", "1", "012", "123456"])
def test_seats_are_numbers(seat: str) -> None:
    Story("packaged").when(replace(REPORT, seat=seat)).then(
        FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, seat, WHEN, GUIDE)
    )


@pytest.mark.parametrize("seat", ["1234567", "A12", "12 ", "-1", "\uff11\uff12", "Zhou"])
def test_what_is_no_number_is_no_seat(seat: str) -> None:
    Story("packaged").when(replace(REPORT, seat=seat)).then(NotASeat(seat))


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
