"""How the journal tells of the days before: under which rooms it is looked for, and what is said whole."""

from __future__ import annotations

import pytest

from app.core.board_signing import BoardWasSigned
from app.core.duty import DrawImpossible, DutyDrawn
from app.core.duty_change import DutyReplaced
from app.core.duty_draw import DrawRule
from app.core.duty_state import AbsenceReason, Post, Round
from app.core.hardware import MachineChecked, ProbeRoundBegun
from app.core.hardware_items import MachineKind
from app.core.operation import Fact
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, OpenGate, TestKind
from app.core.room_closing import RoomsClosed, RoomSeal, RoomsOpened
from app.core.room_test import RoomsTested, TestedRoom
from app.core.sealed_room_test import SiteAccepted
from app.core.terms import RoomId
from app.text import text
from app.views.fact_place import place
from tests.builders import ADMIN, CHIEF, D1, GUIDE, GUIDE_2, R1, R2, Story, at

NOW, DAY, R3 = at("7:00"), at("7:00").date(), RoomId("003")
TOLD = (NOW, ADMIN)
TESTED = RoomsTested(TestKind.SIMULATED, (TestedRoom(R1, True, 40), TestedRoom(R2, False, 38)), *TOLD)
CLOSED = RoomsClosed((RoomSeal(R1, "M-1"), RoomSeal(R2, "M-2")), *TOLD)
DRAWN = DutyDrawn(DAY, 1, (Post(GUIDE, R1), Post(GUIDE_2, R1)), (Round(ADMIN, (R1, R2)),), NOW)


@pytest.mark.parametrize(
    ("fact", "rooms"),
    [
        (ProbeRoundBegun("ABCD2345", NOW), ()),
        (MachineChecked(MachineKind.EXAM, R2, "PC-1", (), *TOLD), (R2,)),
        (MachineChecked(MachineKind.SITE, None, "KD-1", (), *TOLD), ()),
        (ItemSeenTo(ReadinessItem.VIDEO, (R1, R2), LookState.DONE, D1, *TOLD), (R1, R2)),
        (TESTED, (R1, R2)),
        (CLOSED, (R1, R2)),
        (RoomsOpened((R2,), True, None, *TOLD), (R2,)),
        (SiteAccepted(NOW, (R3,)), (R3,)),
        (SiteAccepted(NOW), ()),
        (DRAWN, (R1, R2)),
        (DutyReplaced(DAY, GUIDE, GUIDE_2, (R1,), AbsenceReason.ILL, *TOLD), (R1,)),
        (BoardWasSigned(Go.GO, DAY, NOW, CHIEF, (OpenGate("staff/001/not_drawn", 0),), D1), ()),
    ],
)
def test_it_is_looked_for_under_its_rooms_and_no_session(fact: Fact, rooms: tuple[RoomId, ...]) -> None:
    assert place(fact, Story("packaged").site) == (None, rooms)


def test_what_became_of_each_room_is_said_whole() -> None:
    assert "room 001 with 40 seats passed, room 002 with 38 seats did not pass" in text("en").fact(TESTED)
    assert "room 001 with seal M-1, room 002 with seal M-2" in text("en").fact(CLOSED)


def test_an_impossible_draw_names_rooms_only_where_there_are_any() -> None:
    whole = DrawImpossible(DrawRule.PEOPLE, 30, 28, (), 1, 2, 3)
    some = DrawImpossible(DrawRule.AVOIDANCE, 2, 1, (R1,), 0, 0, 0)
    assert ", rooms" not in text("en").refusal(whole)
    assert ", rooms 001; people needed: 2," in text("en").refusal(some)
