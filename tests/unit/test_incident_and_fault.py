"""Incidents and faults: a number to hang records on, opened and closed with their times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.fault import CloseFault, FaultKind, FaultReported, FaultRestored, NoOpenFault, ReportFault
from app.core.incident import (
    ClosedBeforeOpened,
    CloseIncident,
    IncidentClosed,
    IncidentKind,
    IncidentOpened,
    NoOpenIncident,
    OpenIncident,
)
from app.core.operation import NotYetHappened
from app.core.site import Fault, Incident
from app.core.terms import FaultNo, IncidentNo, Role, RoomId
from tests.builders import GUIDE, LAW, R1, SECOND, Story, at, desk

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
    story = Story("started").when(REPORT, desk(Role.TECHNICIAN))
    story.then(FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, "012", WHEN, GUIDE)).done(REPORT)
    close = CloseFault(FAULT, at("9:20"))
    story.when(close).then(FaultRestored(FAULT, at("9:20"))).done(close)
    assert story.site.faults == {FAULT: Fault(FAULT, FaultKind.MACHINE, LAW, R1, "012", WHEN, at("9:20"))}


def test_of_the_whole_site_and_of_no_session() -> None:
    room: RoomId | None = None
    Story().when(OpenIncident(IncidentKind.NETWORK, None, room, WHEN, GUIDE)).then(
        IncidentOpened(FIRST, IncidentKind.NETWORK, None, None, WHEN, GUIDE)
    )
    Story().when(ReportFault(FaultKind.NETWORK, None, room, "", WHEN, GUIDE)).then(
        FaultReported(FAULT, FaultKind.NETWORK, None, None, "", WHEN, GUIDE)
    )


def test_each_machine_counts_its_own() -> None:
    other = replace(desk(), machine="B")
    story = Story().done(OPEN).done(OPEN, other).done(OPEN).done(REPORT).done(REPORT, other).done(REPORT)
    assert list(story.site.incidents) == ["A-001", "B-001", "A-002"]
    assert list(story.site.faults) == ["AF-001", "BF-001", "AF-002"]


def test_nothing_is_reported_before_it_happened() -> None:
    early = desk(now=WHEN - SECOND)
    for ask in (OPEN, REPORT):
        Story().when(ask, early).then(NotYetHappened(WHEN, early.now))
        Story().done(ask, desk(now=WHEN))


@pytest.mark.parametrize("close", [CloseIncident(FIRST, at("9:20")), CloseFault(FAULT, at("9:20"))])
def test_nothing_is_over_before_now(close: CloseIncident | CloseFault) -> None:
    soon = desk(now=at("9:20") - SECOND)
    Story().done(OPEN).done(REPORT).when(close, soon).then(NotYetHappened(at("9:20"), soon.now))


@pytest.mark.parametrize("close", [CloseIncident(FIRST, WHEN - SECOND), CloseFault(FAULT, WHEN - SECOND)])
def test_nothing_ends_before_it_began(close: CloseIncident | CloseFault) -> None:
    Story().done(OPEN).done(REPORT).when(close).then(ClosedBeforeOpened(WHEN - SECOND, WHEN))


@pytest.mark.parametrize("number", ["A-001", "A-002", ""])
def test_only_an_open_incident_is_closed(number: str) -> None:
    story = Story().done(OPEN).done(CloseIncident(FIRST, WHEN))
    story.when(CloseIncident(IncidentNo(number), at("9:20"))).then(NoOpenIncident(IncidentNo(number)))


@pytest.mark.parametrize("number", ["AF-001", "AF-002", ""])
def test_only_an_open_fault_is_mended(number: str) -> None:
    story = Story().done(REPORT).done(CloseFault(FAULT, WHEN))
    story.when(CloseFault(FaultNo(number), at("9:20"))).then(NoOpenFault(FaultNo(number)))
