"""A site of two small rooms where every gate of the board says yes, and what to take away from it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from msgspec.structs import replace

from app.core.arrangement import PackageTakenIn, RoomArranged, room_places
from app.core.avoidance import AvoidanceDeclared
from app.core.clock import SiteTimeConfirmed
from app.core.contact import ContactEntered
from app.core.directory import Directory
from app.core.duty import DrawNumbered, DutyDrawn
from app.core.gate_looks import cells
from app.core.go_no_go import Answer, Cause, Cell, Gate
from app.core.hardware import MachineChecked
from app.core.hardware_items import HardwareItem, MachineKind, Reading, ReadingSource
from app.core.media import MediumRegistered
from app.core.mirror import MirrorBegun
from app.core.operation import Fact
from app.core.paper_state import Contact
from app.core.plan import Room
from app.core.readiness import ItemSeenTo
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import LookState, TestKind
from app.core.room_closing import RoomsClosed, RoomSeal
from app.core.room_test import RoomsTested, TestedRoom
from app.core.rulebook import Rulebook
from app.core.site_form import SiteForm
from app.core.site_sheet import SiteSheetCameOut, SiteSheetKept
from app.core.terms import Digest, MediumSerial, RoomId
from tests.builders import CANDIDATES, D1, D2, GUIDE, LIAONING, R1, R2, STAGES, Story, at, taken_in
from tests.unit.duty_story import DAY, NOW, NUMBERED, PEOPLE, POSTS, ROUNDS, trained

EVE = at("16:00", 29)
ROOMS = (R1, R2)
SITE_MACHINE, SPARE = "Z1", "B1"


def desk_of(room: RoomId) -> str:
    return f"J{room}"


def values(kind: MachineKind, rules: Rulebook = LIAONING) -> dict[HardwareItem, str]:
    """What the best machine of this kind shows."""
    asked = [one for one in rules.hardware if one.machine is kind]
    best = {one.item: one.recommended[0] for one in asked if one.recommended}
    named = rules.exam_system and any(one.item is HardwareItem.EXAM_SYSTEM for one in asked)
    return best | ({HardwareItem.EXAM_SYSTEM: rules.exam_system.value} if named and rules.exam_system else {})


def checked(
    kind: MachineKind, room: RoomId | None, machine: str, without: Iterable[HardwareItem] = (), **other: str
) -> MachineChecked:
    """A machine with the best of values, but for these."""
    shown = values(kind) | {HardwareItem(name): value for name, value in other.items()}
    hand = ReadingSource.BY_HAND
    readings = tuple(Reading(item, value, hand) for item, value in shown.items() if item not in without)
    return MachineChecked(kind, room, machine, readings, EVE, GUIDE)


def sheet(form: SiteForm, subject: str) -> tuple[Fact, Fact]:
    return SiteSheetKept(form, subject, 1, D1, D2, None), SiteSheetCameOut(form, subject, 1, came_out=True)


def seen(item: ReadinessItem, *rooms: RoomId, state: LookState = LookState.DONE) -> ItemSeenTo:
    return ItemSeenTo(item, rooms, state, Digest(""), EVE, GUIDE)


STICK = MediumRegistered(MediumSerial("U-1"), "U-1", GUIDE, read=True)
PLANS = tuple(Room(room, "Lab", "North", floor, 2, spare_seats=1) for floor, room in enumerate(ROOMS, 3))


def packaged(plans: tuple[Room, ...] = PLANS, *, arranged: bool = True) -> tuple[Fact, ...]:
    taken = taken_in()[0]
    assert isinstance(taken, PackageTakenIn)
    site = replace(taken.package.plan, rooms=plans)
    rooms = room_places(CANDIDATES) if arranged else ()
    facts = (RoomArranged(one.session, one.room, one.places) for one in rooms)
    return (PackageTakenIn(replace(taken.package, plan=site)), *facts)


PARTS: dict[str, tuple[Fact, ...]] = {
    "time": (SiteTimeConfirmed(NOW, "boot", 1, 0),),
    "site machine": (checked(MachineKind.SITE, None, SITE_MACHINE),),
    "desks": tuple(checked(MachineKind.INVIGILATION, room, desk_of(room)) for room in ROOMS),
    "machines": tuple(checked(MachineKind.EXAM, room, f"K{room}-{n}") for room in ROOMS for n in (1, 2)),
    "spare": (checked(MachineKind.INVIGILATION, None, SPARE),),
    "tests": (RoomsTested(TestKind.SIMULATED, tuple(TestedRoom(room, True, 2) for room in ROOMS), EVE, GUIDE),),
    "training": (trained(*PEOPLE.staff),),
    "declared": tuple(AvoidanceDeclared(one, ()) for one in PEOPLE.staff),
    "draw": (DrawNumbered(DAY, NUMBERED), DutyDrawn(DAY, 1, POSTS, ROUNDS, NOW)),
    "items": tuple(
        seen(rule.item, *(ROOMS if rule.per_room else ()))
        for rule in LIAONING.readiness
        if not rule.advice and not rule.cloud and rule.item is not ReadinessItem.PRINTER
    ),
    "phone": (ContactEntered(Contact.DUTY, D1),),
    "sheets": (*sheet(SiteForm.CONTACTS, "jj2021"), *sheet(SiteForm.NOTICES, DAY.isoformat())),
    "printer": (seen(ReadinessItem.PRINTER),),
    "medium": (STICK,),
    "mirror": (MirrorBegun(STICK.serial, EVE),),
    "closed": (RoomsClosed((RoomSeal(R1, "M-1"), RoomSeal(R2, "M-2")), at("18:00", 29), GUIDE),),
}


def board_story(
    *facts: Fact, without: Iterable[str] = (), plans: tuple[Room, ...] = PLANS, until: str = "opened"
) -> Story:
    """Everything is ready on the exam morning but what is left out; then this happens."""
    story, stages = Story(), STAGES | {"packaged": packaged(plans)}
    names = list(stages)
    for name in names[: names.index(until) + 1]:
        story.given(*stages[name])
    for name, part in PARTS.items():
        story.given(*(() if name in without else part))
    return story.given(*facts)


def board(
    story: Story, rules: Rulebook = LIAONING, people: Directory = PEOPLE
) -> dict[tuple[Gate, RoomId | None], Cell]:
    found = cells(story.site, rules, people, NOW)
    return {(one.gate, one.room): one for one in found}


def said(
    story: Story, gate: Gate, room: RoomId | None, rules: Rulebook = LIAONING, people: Directory = PEOPLE
) -> tuple[Answer, Cause | None, int]:
    cell = board(story, rules, people)[gate, room]
    return cell.answer, cell.cause, cell.count


def with_rule(rules: Rulebook, **numbers: object) -> Rulebook:
    """The same rulebook with other numbers."""
    return replace(rules, **{name: replace(getattr(rules, name), value=value) for name, value in numbers.items()})


def without_person(people: Directory, *codes: str) -> Directory:
    left = {code: member for code, member in people.staff.items() if code not in codes}
    return dataclasses.replace(people, staff=left)
