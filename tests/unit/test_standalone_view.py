"""The list of the standalone page: who is on it, how far each is, what presses, and what is proposed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.closing import AnswersWrittenOff
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.incident import IncidentClosed, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.leaving import GaveUp
from app.core.login import LoggedIn
from app.core.machines import MachinesListed
from app.core.operation import Fact
from app.core.reset import CandidateReset, ResetFailed
from app.core.room_state import ResetCause, Sitting
from app.core.site import SeatMachine
from app.core.standalone_consent import ConsentRatified
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import ReturnDecided
from app.core.standalone_state import Ground
from app.core.terms import CauseNo, FaultNo, IncidentNo, Ticket
from app.views.standalone import (
    AlonePart,
    AloneRow,
    AloneState,
    alone_causes,
    alone_rows,
    free_places,
    grounds,
    lost_incidents,
    lost_minutes,
    open_incidents,
    open_sessions,
    part_of,
    seat_of_machine,
)
from tests.builders import A1, A2, GUIDE, LAW, R1, R2, TAX, Story, at
from tests.unit.standalone_story import (
    BY_PHONE,
    CONSENT,
    COPIED,
    DOWN,
    FAULT,
    FIRST,
    LOGIN,
    OLDER,
    OTHER_SYSTEM,
    RETURNED,
    SECOND,
    VOUCHER,
    alone,
    twice,
)
from tests.unit.time_facts import was_given

INCIDENT = IncidentNo("A-001")
LOST = IncidentOpened(INCIDENT, IncidentKind.ANSWERS_LOST, LAW, R1, at("9:30"), GUIDE)
RESET = CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "001", "002", at("8:52"), GUIDE)
FAILED = ResetFailed(LAW, R1, A1, at("8:55"), GUIDE)


def rows(story: Story, clock: str = "9:20", sought: Ticket | None = None) -> tuple[AloneRow, ...]:
    return alone_rows(story.site, (LAW,), at(clock), (LAW, sought) if sought else None)


def one(story: Story, clock: str = "9:20") -> AloneRow:
    (found,) = rows(story, clock)
    return found


def sitting(story: Story, ticket: Ticket = A1) -> Sitting:
    found = story.site.sitting(LAW, ticket)
    assert found is not None
    return found


def test_nobody_is_on_the_list_who_does_not_need_it() -> None:
    assert rows(Story("confirmed")) == ()
    assert rows(Story("confirmed").given(RESET)) == ()


def test_whose_reset_failed_may_need_it_until_they_go_on_or_the_room_ends() -> None:
    """SAL-01, RST-04."""
    found = one(Story("confirmed").given(RESET, FAILED))
    assert (found.ticket, found.state, found.reset_failed, found.seat) == (A1, AloneState.CONSENT, True, "002")
    assert rows(Story("confirmed").given(RESET, FAILED, GaveUp(LAW, R1, A1, at("9:00"), GUIDE))) == ()
    assert rows(Story("ended").given(RESET, FAILED)) == ()


def test_somebody_looked_up_stands_on_the_list() -> None:
    (found,) = rows(Story("confirmed"), sought=A2)
    assert (found.ticket, found.state, found.reset_failed) == (A2, AloneState.CONSENT, False)


@pytest.mark.parametrize(
    ("facts", "clock", "state"),
    [
        ((), "9:00", AloneState.PACKAGE),
        ((FIRST,), "9:05", AloneState.LOGIN),
        ((FIRST, SECOND, LOGIN), "9:20", AloneState.ANSWERING),
        ((FIRST, SECOND, LOGIN), "10:30", AloneState.OVER),
        ((FIRST,), "10:30", AloneState.OVER),
        ((FIRST, SECOND, LOGIN, RETURNED), "10:03", AloneState.BACK),
        ((FIRST, SECOND, LOGIN, RETURNED, OLDER), "10:06", AloneState.DOUBTFUL),
        ((FIRST, SECOND, LOGIN, LOST, AnswersWrittenOff(LAW, R1, A1, INCIDENT)), "9:40", AloneState.LOST),
        ((FIRST, StandaloneWithdrawn(LAW, R1, A1, at("9:10"), GUIDE)), "9:20", AloneState.IN_ROOM),
    ],
)
def test_how_far_somebody_is(facts: tuple[Fact, ...], clock: str, state: AloneState) -> None:
    assert one(alone(*facts), clock).state is state


def test_consent_that_was_not_needed_ends_in_the_room() -> None:
    """They logged in after it, or answer no more."""
    login = LoggedIn(LAW, R1, A1, "002", at("9:10"), GUIDE)
    assert one(alone(login)).state is AloneState.IN_ROOM
    assert one(alone(GaveUp(LAW, R1, A1, at("9:10"), GUIDE))).state is AloneState.IN_ROOM


def test_after_a_withdrawal_only_a_later_failed_reset_asks_for_another_package() -> None:
    back = StandaloneWithdrawn(LAW, R1, A1, at("9:10"), GUIDE)
    again = replace(RESET, at=at("9:12"))
    assert one(alone(RESET, FAILED, FIRST, back)).state is AloneState.IN_ROOM
    assert one(alone(FIRST, back, again, replace(FAILED, at=at("9:14")))).state is AloneState.PACKAGE


def test_what_was_decided_is_in_doubt_no_longer() -> None:
    decided = ReturnDecided(LAW, R1, A1, OLDER.file, None, at("10:20"))
    assert one(twice(RETURNED, OLDER, decided), "10:21").state is AloneState.BACK


def test_the_row_says_where_the_machine_stands_and_until_when() -> None:
    found = one(alone(FIRST))
    assert (found.number, found.machine, found.host, found.place, found.watched_by) == (1, "PC-31", R2, "031", GUIDE)
    assert found.ends_at == at("10:00")
    assert found.copy_due is None
    assert one(twice(RETURNED), "10:05").ends_at is None


def test_an_interim_copy_is_due_every_quarter_of_an_hour() -> None:
    """SAL-06; another system's package makes none of ours."""
    assert one(alone(FIRST, SECOND, LOGIN)).copy_due == at("9:33")
    assert one(alone(FIRST, SECOND, LOGIN, COPIED), "9:40").copy_due == at("9:48")
    assert one(alone(OTHER_SYSTEM, replace(LOGIN, number=1))).copy_due is None


def test_minutes_of_the_ledger_wait_for_a_voucher() -> None:
    """SAL-07: another system's package has none."""
    story = alone(FIRST, was_given(5, A1, clock="9:15"))
    assert one(story).waiting_minutes == 5
    assert one(story).ends_at == at("10:05")
    assert one(story.given(replace(VOUCHER, number=1))).waiting_minutes == 0
    assert one(alone(OTHER_SYSTEM, was_given(5, A1, clock="9:15"))).waiting_minutes == 0


def test_lost_minutes_are_those_that_nobody_made_good() -> None:
    """From the fault to the login at the station; nothing more once somebody answers no more."""
    login = replace(LOGIN, number=1, at=at("9:10"))
    story = alone(FIRST, login)
    state = story.site.sessions[LAW]
    assert lost_minutes(story.site, state, sitting(story), at("9:40")) == 20
    story.given(was_given(20, A1, clock="9:15"))
    assert lost_minutes(story.site, state, sitting(story), at("9:40")) == 0
    gone = alone(FIRST, login, GaveUp(LAW, R1, A1, at("9:20"), GUIDE))
    assert lost_minutes(gone.site, gone.site.sessions[LAW], sitting(gone), at("9:40")) == 0


def test_a_consent_by_telephone_waits_for_a_signature() -> None:
    story = alone(consent=BY_PHONE)
    assert one(story).unsigned
    assert not one(story.given(ConsentRatified(LAW, A1, BY_PHONE.by, at("9:30")))).unsigned
    assert not one(alone()).unsigned


def test_what_presses_most_stands_first() -> None:
    other = replace(FIRST, ticket=A2, machine="PC-32", place="032")
    story = twice(RETURNED, OLDER, replace(CONSENT, ticket=A2), other)
    assert [row.ticket for row in rows(story, "9:40")] == [A1, A2]
    assert open_sessions(story.site) == (LAW,)
    assert open_sessions(twice(RETURNED).site) == ()
    assert open_sessions(alone().site) == ()


def test_every_state_but_one_has_a_part_to_do() -> None:
    assert part_of(AloneState.IN_ROOM) is None
    assert part_of(AloneState.DOUBTFUL) is AlonePart.DECIDE
    assert {part_of(state) for state in AloneState} == {None, *AlonePart}


def causes(story: Story) -> list[tuple[CauseNo, bool]]:
    return [(this.number, this.proposed) for this in alone_causes(story.site, LAW, sitting(story))]


def test_what_is_open_about_the_machine_is_proposed_first() -> None:
    power = IncidentOpened(IncidentNo("A-002"), IncidentKind.POWER, LAW, R1, at("8:45"), GUIDE)
    elsewhere = FaultReported(FaultNo("AF-002"), FaultKind.MACHINE, LAW, R1, ("009",), at("9:00"), GUIDE)
    room = FaultReported(FaultNo("AF-003"), FaultKind.NETWORK, LAW, R1, (), at("8:40"), GUIDE)
    story = Story("confirmed").given(DOWN, elsewhere, power, room, LOST)
    assert causes(story) == [
        (CauseNo(FAULT), True),
        (CauseNo("A-002"), True),
        (CauseNo("AF-003"), True),
        (CauseNo("A-001"), False),
        (CauseNo("AF-002"), False),
    ]


def test_without_anything_open_the_newest_is_proposed() -> None:
    assert causes(Story("confirmed")) == []
    over = FaultRestored(FAULT, at("8:58"))
    assert causes(Story("confirmed").given(DOWN, over)) == [(CauseNo(FAULT), True)]


def test_grounds_are_only_those_that_hold_by_now() -> None:
    network = FaultReported(FaultNo("AF-003"), FaultKind.NETWORK, LAW, R1, (), at("8:40"), GUIDE)
    for facts, expected in (
        ((RESET, FAILED, network), (Ground.RESET_FAILED, Ground.ROOM_DOWN, Ground.NO_MACHINE)),
        ((RESET, FAILED), (Ground.RESET_FAILED,)),
        ((RESET, network), (Ground.ROOM_DOWN, Ground.NO_MACHINE)),
        ((network, FaultRestored(network.number, at("8:50"))), ()),
        ((DOWN,), (Ground.NO_MACHINE,)),
        ((RESET,), ()),
        ((), ()),
    ):
        story = Story("confirmed").given(*facts)
        assert grounds(story.site, LAW, sitting(story)) == expected


def test_free_places_are_nobody_elses_and_in_order() -> None:
    """The own seat too, also where it was lent for the package; a room that is not in use lends all of its seats."""
    story = alone(FIRST, replace(CONSENT, ticket=A2), replace(FIRST, ticket=A2, machine="PC-32", place="032"))
    here, there = (free_places(story.site, LAW, room, A1) for room in (R1, R2))
    assert "001" not in here  # out of order
    assert "002" not in here  # somebody else's
    assert "031" in there
    assert "032" not in there
    assert free_places(Story("confirmed").site, LAW, R1, A1)[0] == "001"
    story.site.sessions[LAW].rooms.pop(R2)
    assert free_places(story.site, LAW, R2, A1) == tuple(f"{n:03}" for n in range(1, 41) if n != 32)


def test_where_a_machine_stands_by_the_lists() -> None:
    listed = MachinesListed(R2, (SeatMachine("031", "PC-31", "", ""), SeatMachine("032", "PC-32", "", "")))
    story = Story("confirmed").given(listed)
    assert seat_of_machine(story.site, "PC-31") == (R2, "031")
    assert seat_of_machine(story.site, "PC-99") is None
    story.given(MachinesListed(R1, (SeatMachine("001", "PC-31", "", ""),)))
    assert seat_of_machine(story.site, "PC-31") is None


def test_incidents_on_which_answers_are_decided() -> None:
    other = replace(LOST, number=IncidentNo("A-002"), kind=IncidentKind.OTHER, happened_at=at("9:35"))
    later = replace(LOST, number=IncidentNo("A-003"), session=TAX, happened_at=at("9:36"))
    damaged = replace(LOST, number=IncidentNo("A-004"), kind=IncidentKind.ANSWERS_DAMAGED, happened_at=at("9:40"))
    story = alone(LOST, other, later, damaged)
    assert [this.number for this in lost_incidents(story.site, LAW, R1)] == ["A-001"]
    assert lost_incidents(story.site, LAW, R2) == ()
    assert [this.number for this in open_incidents(story.site, LAW, R1)] == ["A-004", "A-001"]
    story.given(IncidentClosed(LOST.number, at("9:50")))
    assert lost_incidents(story.site, LAW, R1) == ()
    assert [this.number for this in open_incidents(story.site, LAW, R1)] == ["A-004"]
