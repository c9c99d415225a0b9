"""Once rooms are drawn, an invigilator acts, signs and witnesses where drawn, whatever the staff list says (STF-06)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.attendance import ConfirmAttendance
from app.core.avoidance import AvoidanceDeclared
from app.core.duty_change import DutyReplaced
from app.core.duty_state import AbsenceReason, RedrawReason
from app.core.free_text import FreeText, TextPart
from app.core.operation import Refusal
from app.core.paper_state import PaperRef, Signature
from app.core.permission import NoRoomDrawn, NotYourRoom, permitted
from app.core.records import ROOM_RECORD, RecordCameOut, RecordKept
from app.core.signing import CannotSignThis, PaperSigned, SignedPaper, SignPapers
from app.core.staffing import MustAvoid, may_serve, room_of_person, served_in
from app.core.terms import PersonId, Role, RoomId
from app.core.violation import ViolationRecorded
from app.core.violation_signing import NotInvigilatorThere, RefuseToSign, SigningRefused
from tests.builders import A1, B1, CHIEF, D1, D2, GUIDE, LAW, R1, R2, Story, at, by, digest, present
from tests.unit.conduct_story import ACCOUNT, FIRST, TOLD
from tests.unit.duty_story import DAY, E1, E2, E3, E4, E5, NOW, PEOPLE, X1, here, number, posted, staffed

OTHER_DAY = DAY + timedelta(days=1)
NOWHERE = RoomId("")
CHANGED = DutyReplaced(DAY, E4, E3, (R1,), AbsenceReason.ILL, NOW, GUIDE)


def room(story: Story, person: PersonId, day: date = DAY) -> RoomId | None:
    return room_of_person(story.site, PEOPLE.staff[person], day)


def test_before_a_draw_the_staff_list_says_where_somebody_serves() -> None:
    """E1 and E5 stand there with the first room, E3 with the second, E2 and E4 with none."""
    listed = {E1: R1, E2: None, E3: R2, E4: None, E5: R1}
    assert {one: room(staffed(), one) for one in listed} == listed
    assert {one: room(posted(), one, OTHER_DAY) for one in listed} == listed
    assert {one: room(staffed().done(number(None), here()), one) for one in listed} == listed


def test_a_draw_holds_until_the_next_one_is_drawn() -> None:
    numbered = posted().done(number(RedrawReason.ROOMS_CHANGED), here())
    assert [room(numbered, one) for one in (E1, E2, E3, E4, E5)] == [R1, R2, NOWHERE, R1, R2]


def test_after_it_the_draw_does_and_who_was_not_drawn_serves_nowhere() -> None:
    story = posted()
    assert [room(story, one) for one in (E1, E2, E3, E4, E5)] == [R1, R2, NOWHERE, R1, R2]
    assert (room(story, GUIDE), room(story, X1), room(story, CHIEF)) == (R1, None, None)
    story.given(CHANGED)
    assert (room(story, E3), room(story, E4)) == (R1, NOWHERE)


@pytest.mark.parametrize(
    ("person", "first", "second"),
    [(E1, True, False), (E3, True, False), (E4, True, False), (E5, False, True), (CHIEF, True, True)],
)
def test_who_was_put_out_served_there_all_the_same(person: PersonId, first: bool, second: bool) -> None:
    site, member = posted(CHANGED).site, PEOPLE.staff[person]
    assert (served_in(site, member, DAY, {R1}), served_in(site, member, DAY, {R2})) == (first, second)


def test_on_a_day_without_a_draw_the_list_says_who_served() -> None:
    site = posted(CHANGED).site
    assert served_in(site, PEOPLE.staff[E3], OTHER_DAY, {R2})
    assert not served_in(site, PEOPLE.staff[E3], OTHER_DAY, {R1})


def asked(story: Story, person: PersonId, room: RoomId) -> Refusal | None:
    at_desk = replace(present(at("8:40"), by(person, Role.INVIGILATOR)), directory=PEOPLE)
    return permitted(ConfirmAttendance(LAW, room, (), at("8:40"), person), story.site, at_desk)


def verified(story: Story) -> Story:
    """Everybody has a PIN of their own."""
    for one in (E1, E2, E3, E4, E5):
        story.site.people[one].verifier = digest(one)
    return story


def test_sec_02_who_was_drawn_acts_for_that_room_and_no_other() -> None:
    story = verified(posted())
    assert asked(story, E5, R2) is None
    assert asked(story, E5, R1) == NotYourRoom(R1, R2)
    assert asked(story, E3, R2) == NoRoomDrawn(R2)
    assert asked(verified(staffed()), E5, R1) is None


def test_stf_12_a_relative_in_the_drawn_room_bars_from_signing() -> None:
    story = posted(AvoidanceDeclared(E5, (B1,)), AvoidanceDeclared(E3, (A1,)), AvoidanceDeclared(E1, (B1,)))
    assert may_serve(story.site, here(), E5, Role.INVIGILATOR) == MustAvoid(E5, B1)
    assert may_serve(story.site, here(), E3, Role.INVIGILATOR) is None
    assert may_serve(story.site, here(), E1, Role.INVIGILATOR) is None


def signs(*people: PersonId) -> SignPapers:
    invigilators = (Signature(Role.INVIGILATOR, one, at("10:30")) for one in people)
    chief = Signature(Role.CHIEF, CHIEF, at("10:31"))
    return SignPapers((SignedPaper(PaperRef(ROOM_RECORD, "1-1-001", 1), (*invigilators, chief)),))


@pytest.mark.parametrize(
    ("people", "refused"),
    [((E1, E3), None), ((E1, E4), None), ((E1, E5), E5), ((E2, E1), E2)],
    ids=["who was put in", "who was put out", "drawn elsewhere, listed here", "drawn elsewhere"],
)
def test_rec_02_the_record_is_signed_by_who_served_there_that_day(
    people: tuple[PersonId, PersonId], refused: PersonId | None
) -> None:
    kept = RecordKept(ROOM_RECORD, LAW, R1, 1, D1, D2, None)
    story = posted(CHANGED, kept, RecordCameOut(ROOM_RECORD, LAW, R1, 1, came_out=True), stage="ended")
    # The day after they sign still as of the day on which they served.
    story.when(signs(*people), here(now=at("10:00", 31)))
    if refused:
        story.then(CannotSignThis("E01", refused, Role.INVIGILATOR))
    else:
        assert isinstance(story.answer, tuple)
        assert isinstance(story.answer[0], PaperSigned)


@pytest.mark.parametrize(
    ("second", "refused"), [(E3, False), (E4, False), (E5, True), (E2, True)], ids=["in", "out", "listed", "elsewhere"]
)
def test_vio_02_witnesses_are_who_was_drawn_for_the_room(second: PersonId, refused: bool) -> None:
    text = FreeText(((TextPart.REFUSAL, "No"),), D1)
    story = posted(CHANGED, ViolationRecorded(FIRST, LAW, R1, A1, ACCOUNT, None, GUIDE), TOLD, stage="confirmed")
    story.when(RefuseToSign(FIRST, at("9:06"), GUIDE, (E1, second), text), here(now=at("9:30")))
    taken = SigningRefused(FIRST, (E1, second), D1, at("9:06"), GUIDE)
    story.then(NotInvigilatorThere(second, R1) if refused else taken)


def test_vio_02_who_has_no_room_of_their_own_saw_nothing_before_a_draw() -> None:
    text = FreeText(((TextPart.REFUSAL, "No"),), D1)
    story = staffed(ViolationRecorded(FIRST, LAW, R1, A1, ACCOUNT, None, GUIDE), TOLD, stage="confirmed")
    ask = RefuseToSign(FIRST, at("9:06"), GUIDE, (E1, E4), text)
    story.when(ask, here(now=at("9:30"))).then(NotInvigilatorThere(E4, R1))
