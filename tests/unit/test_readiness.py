"""The readiness list: what is seen to, where, by whom, and what has to be said of it (RDY-14, RDY-15, section F3)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.arrangement import PackageMissing
from app.core.free_text import PARAGRAPH, FreeText, TextMissing, TextPart, TextUnfit
from app.core.incident import NoSuchPlace
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole, NotYourRoom
from app.core.readiness import (
    LOOKERS,
    CannotLack,
    ItemElsewhere,
    ItemNotAsked,
    ItemSeenTo,
    LookAfter,
    places_of,
    rule_of,
)
from app.core.readiness_items import Due, ReadinessItem
from app.core.readiness_state import Looked, LookState
from app.core.rulebook import Rulebook
from app.core.terms import ClauseId, Digest, Role, RoomId, SessionId
from app.rulebooks import all_ids, load
from tests.builders import (
    CHIEF,
    GUIDE,
    LIAONING,
    MINUTE,
    MONGOLIA,
    OFFICER,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    ZHEJIANG,
    Story,
    alone,
    at,
    by,
    digest,
    present,
)

DONE, FAULTY, NONE_HERE = LookState
ITEM = ReadinessItem
EVE, NOW = at("14:00", 29), at("15:00", 29)
DESK = alone(NOW)
ROOM_ADMIN = present(NOW, by(GUIDE, Role.ROOM_ADMIN))
KEPT = digest("evidence")
ROOMS = (R1, R2)


def said(text: str = "Wang 024-5550100", kept: Digest = KEPT) -> FreeText:
    return FreeText(((TextPart.EVIDENCE, text),), kept)


NOTHING = FreeText(())


def look(
    item: ReadinessItem, *rooms: RoomId, state: LookState = DONE, text: FreeText = NOTHING, minutes: int = 0
) -> LookAfter:
    return LookAfter(item, rooms, state, text, EVE + minutes * MINUTE, GUIDE)


def seen(item: ReadinessItem, *rooms: RoomId, state: LookState = DONE, text: Digest = NOTHING.kept) -> ItemSeenTo:
    return ItemSeenTo(item, rooms, state, text, EVE, GUIDE)


def cloudy() -> Story:
    story = Story("packaged")
    story.site.plans[R2] = replace(story.site.plans[R2], cloud=True)
    return story


def test_rdy_14_an_item_of_the_site_is_seen_to_with_person_and_time() -> None:
    story = Story("packaged").when(look(ITEM.SITE_SIGNS), DESK).then(seen(ITEM.SITE_SIGNS))
    story.given(seen(ITEM.SITE_SIGNS))
    assert story.site.readiness == {(ITEM.SITE_SIGNS, None): Looked(DONE, EVE, GUIDE, NOTHING.kept)}
    # Before a package is in there is a site already.
    Story("enrolled").when(look(ITEM.SITE_SIGNS), DESK).then(seen(ITEM.SITE_SIGNS))


def test_rdy_14_an_item_of_rooms_is_seen_to_in_many_at_once() -> None:
    story = Story("packaged").when(look(ITEM.ROOM_SIGN, R2, R1, R2), DESK).then(seen(ITEM.ROOM_SIGN, R1, R2))
    story.given(seen(ITEM.ROOM_SIGN, R1, R2))
    assert sorted(story.site.readiness) == [(ITEM.ROOM_SIGN, R1), (ITEM.ROOM_SIGN, R2)]


def test_rdy_14_the_last_look_counts_whenever_it_is_entered() -> None:
    story = Story("packaged").done(look(ITEM.VIDEO, R1), DESK)
    story.done(look(ITEM.VIDEO, *ROOMS, state=FAULTY, text=said(), minutes=-1), DESK)
    states = {room: story.site.readiness[ITEM.VIDEO, room].state for room in ROOMS}
    assert states == {R1: DONE, R2: FAULTY}
    story.done(look(ITEM.VIDEO, *ROOMS, state=FAULTY, text=said(), minutes=1), DESK)
    assert {story.site.readiness[ITEM.VIDEO, room].state for room in ROOMS} == {FAULTY}
    story.done(look(ITEM.VIDEO, *ROOMS, minutes=1), DESK)
    assert {story.site.readiness[ITEM.VIDEO, room].state for room in ROOMS} == {DONE}


@pytest.mark.parametrize(
    ("item", "rooms"),
    [
        (ITEM.ROOM_SIGN, ()),
        (ITEM.SITE_SIGNS, (R1,)),
        (ITEM.CLOUD_TECHNICIAN, (R1,)),
        (ITEM.CLOUD_TECHNICIAN, (R1, R2)),
    ],
)
def test_rdy_14_items_of_the_site_items_of_rooms_and_items_of_rooms_of_a_cloud(
    item: ReadinessItem, rooms: tuple[RoomId, ...]
) -> None:
    cloudy().when(look(item, *rooms, text=said()), DESK).then(ItemElsewhere(item))


def test_flt_04_what_a_cloud_asks_for_is_asked_of_its_rooms() -> None:
    technician = rule_of(LIAONING, ITEM.CLOUD_TECHNICIAN)
    assert technician
    assert places_of(cloudy().site, technician) == (R2,)
    assert places_of(Story("packaged").site, technician) == ()
    fact = seen(ITEM.CLOUD_TECHNICIAN, R2, text=KEPT)
    cloudy().when(look(ITEM.CLOUD_TECHNICIAN, R2, text=said()), DESK).then(fact)
    for item, places in ((ITEM.ROOM_SIGN, ROOMS), (ITEM.SITE_SIGNS, (None,))):
        rule = rule_of(LIAONING, item)
        assert rule
        assert places_of(cloudy().site, rule) == places


def test_rdy_14_what_the_rulebook_does_not_ask_for_is_not_entered() -> None:
    assert rule_of(LIAONING, ITEM.HEALTH_GATE) is None
    Story("packaged").when(look(ITEM.HEALTH_GATE), DESK).then(ItemNotAsked(ITEM.HEALTH_GATE))
    skill = present(NOW, *DESK.signers, rules=ZHEJIANG)
    Story("packaged").when(look(ITEM.HEALTH_GATE), skill).then(seen(ITEM.HEALTH_GATE))


def test_rdy_14_rooms_come_with_the_package() -> None:
    Story("enrolled").when(look(ITEM.ROOM_SIGN), DESK).then(PackageMissing())
    Story("packaged").when(look(ITEM.ROOM_SIGN, R1, R9), DESK).then(NoSuchPlace(SessionId(""), R9))


def test_rdy_14_there_is_none_is_an_answer_only_where_a_site_may_lack_it() -> None:
    story = Story("packaged")
    story.when(look(ITEM.UPS_TESTED, state=NONE_HERE), DESK).then(seen(ITEM.UPS_TESTED, state=NONE_HERE))
    story.when(look(ITEM.ROOM_CLOCK, R1, state=NONE_HERE), DESK).then(seen(ITEM.ROOM_CLOCK, R1, state=NONE_HERE))
    story.when(look(ITEM.PRINTER, state=NONE_HERE), DESK).then(CannotLack(ITEM.PRINTER))


@pytest.mark.parametrize(
    ("item", "state", "needed"),
    [
        (ITEM.ELECTRICIAN, DONE, True),
        (ITEM.ELECTRICIAN, FAULTY, True),
        (ITEM.PRINTER, DONE, False),
        (ITEM.PRINTER, FAULTY, True),
        (ITEM.UPS_TESTED, NONE_HERE, False),
        (ITEM.VEHICLE_RESCUE, DONE, True),
        (ITEM.VEHICLE_RESCUE, NONE_HERE, False),
    ],
)
def test_rdy_17_who_or_what_it_is_is_said_and_what_is_wrong(
    item: ReadinessItem, state: LookState, needed: bool
) -> None:
    story = Story("packaged")
    missing = TextMissing(TextPart.EVIDENCE)
    story.when(look(item, state=state), DESK).then(missing if needed else seen(item, state=state))
    if needed:
        story.when(look(item, state=state, text=said(" - ")), DESK).then(missing)
    # More may always be said.
    story.done(look(item, state=state, text=said()), DESK)
    assert (story.site.readiness[item, None].evidence, story.site.texts) == (KEPT, {KEPT})


def test_what_is_said_is_said_as_evidence_and_not_at_length() -> None:
    other = FreeText(((TextPart.REASON, "because"),), KEPT)
    Story("packaged").when(look(ITEM.PRINTER, text=other), DESK).then(TextUnfit(TextPart.REASON, PARAGRAPH))
    long = said("x" * (PARAGRAPH + 1))
    Story("packaged").when(look(ITEM.PRINTER, text=long), DESK).then(TextUnfit(TextPart.EVIDENCE, PARAGRAPH))


def test_a_look_is_told_by_someone_known_after_it_happened() -> None:
    early = alone(EVE - SECOND)
    Story("packaged").when(look(ITEM.PRINTER), early).then(NotYetHappened(EVE, early.now))
    strange = LookAfter(ITEM.PRINTER, (), DONE, NOTHING, EVE, STRANGER)
    Story("packaged").when(strange, DESK).then(PersonUnknown(STRANGER))


def test_g_10_who_serves_one_room_looks_after_that_room() -> None:
    story = Story("packaged").done(look(ITEM.ROOM_SIGN, R1, R1), ROOM_ADMIN)
    story.when(look(ITEM.ROOM_SIGN, R2), ROOM_ADMIN).then(NotYourRoom(R2, R1))
    no = NotYourRole(Role.ROOM_ADMIN, tuple(sorted(LOOKERS - {Role.ROOM_ADMIN})))
    story.when(look(ITEM.ROOM_SIGN, R1, R2), ROOM_ADMIN).then(no)
    story.when(look(ITEM.SITE_SIGNS), ROOM_ADMIN).then(no)
    for person, role in ((CHIEF, Role.CHIEF), (OFFICER, Role.EXAM_OFFICE)):
        story.done(look(ITEM.SITE_SIGNS), present(NOW, by(person, role)))
    story.when(look(ITEM.SITE_SIGNS), present(NOW, by(GUIDE, Role.ROVING))).then(
        NotYourRole(Role.ROVING, tuple(sorted(LOOKERS - {Role.ROOM_ADMIN})))
    )


RULEBOOKS = tuple(load(name) for name in all_ids())


@pytest.mark.parametrize("rules", RULEBOOKS, ids=lambda rules: rules.id)
def test_f_3_a_rulebook_asks_for_an_item_once_and_what_it_advises_is_no_fault(rules: Rulebook) -> None:
    items = [one.item for one in rules.readiness]
    assert len(items) == len(set(items))
    assert all(one.per_room for one in rules.readiness if one.cloud)
    assert {one.clause for one in rules.readiness if one.item is ITEM.CANDIDATES_SEE} <= {ClauseId("CAN-08")}


def test_f_3_every_item_is_asked_for_somewhere() -> None:
    assert {one.item for rules in RULEBOOKS for one in rules.readiness} == set(ReadinessItem)


def test_f_3_what_the_site_standard_asks_for_is_advice_to_a_machine_exam() -> None:
    asked = {one.item: one.advice for one in LIAONING.readiness}
    standard = {one.item for one in MONGOLIA.readiness} - {one.item for one in load("national-2021").readiness}
    assert len(standard) > 15
    assert all(asked[item] for item in standard)
    # 000 and 003 ask for these themselves.
    required = {ITEM.PLAN, ITEM.ELECTRICIAN, ITEM.VIOLATION_SHEETS, ITEM.PRINTER, ITEM.VIRUS_CHECK, ITEM.SPARE_MACHINE}
    assert not any(asked[item] for item in required)


def test_rdy_15_a_week_before_or_the_day_before() -> None:
    due = {one.item: one.due for one in MONGOLIA.readiness}
    assert due[ITEM.PLAN_SENT] is due[ITEM.STAFF_LIST_SENT] is Due.WEEK
    assert due[ITEM.ROOM_CLOCK] is due[ITEM.BROADCAST] is Due.EVE
