"""Duty as the page shows it: who can be drawn and who cannot, how far the draw is, and what stands against it."""

from __future__ import annotations

from datetime import timedelta

from msgspec import structs

from app.core.avoidance import AvoidanceDeclared
from app.core.directory import Directory, directory
from app.core.duty import DrawNumbered, DutyDrawn, result_of
from app.core.duty_change import AvailabilitySet
from app.core.duty_draw import DrawRule, Impossible
from app.core.duty_state import AbsenceReason, Numbered
from app.core.operation import Fact
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.staffing import StaffMember
from app.core.terms import PersonId, Role
from app.core.training import StaffTrained, TrainingTopic
from app.views.duty import DutyBar, DutyStanding, PersonDuty, chosen, duty_days, person_duties, room_duties
from app.views.duty_draws import DutyHead, DutyOutcome, DutyStage, draws, duty_head, foreseen
from tests.builders import A1, CANDIDATES, LIAONING, R1, R2, Story, at

DAY = at("8:00").date()
CODES = ("I1", "I2", "I3", "I4", "I5", "V1")
WHOLE = structs.replace(LIAONING, avoidance_whole_exam=structs.replace(LIAONING.avoidance_whole_exam, value=True))
ROOMLY = structs.replace(LIAONING, avoidance_whole_exam=structs.replace(LIAONING.avoidance_whole_exam, value=False))


def one(code: str, *, number: str = "") -> StaffMember:
    role = Role.ROVING if code.startswith("V") else Role.INVIGILATOR
    return StaffMember(PersonId(code), f"Name of {code}", role, skill=code in {"I1", "I3"}, id_number=number)


PEOPLE = directory(CANDIDATES, [one(code) for code in CODES])


def site(*facts: Fact, left_out: str = "") -> Site:
    trained = tuple(PersonId(code) for code in CODES if code != left_out)
    return Story("packaged").given(StaffTrained(trained, DAY, tuple(TrainingTopic), late=False), *facts).site


def rows(here: Site, people: Directory = PEOPLE, rules: Rulebook = ROOMLY) -> dict[str, PersonDuty]:
    return {row.code: row for row in person_duties(here, people, rules, DAY, named=True)}


def head(here: Site, people: Directory = PEOPLE, now: str = "7:00") -> DutyHead:
    return duty_head(here, people, ROOMLY, at(now), DAY, rows(here, people).values())


def numbered(number: int = 1, people: tuple[str, ...] = CODES[:5]) -> Numbered:
    codes = tuple(PersonId(code) for code in people)
    skilled = tuple(code for code in codes if code in {"I1", "I3"})
    return Numbered(number, "5eed", codes, (PersonId("V1"),), (R1, R2), skilled, (), None, False, at("6:30"))


def drawn(number: int = 1) -> tuple[Fact, ...]:
    draw = numbered(number)
    given = result_of(site(), ROOMLY, draw)
    assert not isinstance(given, Impossible)
    return DrawNumbered(DAY, draw), DutyDrawn(DAY, number, *given, at("6:31"))


def test_each_is_listed_with_why_not() -> None:
    here = site(
        AvailabilitySet((PersonId("I2"),), AbsenceReason.ILL, at("6:00"), PersonId("I2")),
        AvoidanceDeclared(PersonId("I4"), (A1,)),
        left_out="I3",
    )
    twice = directory(CANDIDATES, [one("I1", number="7"), *(one(code) for code in CODES[1:]), one("I9", number="7")])
    found = rows(here, twice)
    bars = {code: row.bar for code, row in found.items() if row.bar}
    assert bars == {"I2": DutyBar.UNAVAILABLE, "I3": DutyBar.UNTRAINED, "I9": DutyBar.LISTED_TWICE}
    # A relative keeps from one room, or where the rulebook says so from all of it.
    assert (found["I4"].shuns, found["I4"].standing) == ((R1,), DutyStanding.ABLE)
    assert rows(here, twice, WHOLE)["I4"].bar is DutyBar.AVOIDING
    assert [row.code for row in chosen(found.values(), DutyStanding.ABLE, " ｎａｍｅ of i")] == ["I1", "I4", "I5"]


def test_a_draw_is_open_numbered_drawn_or_fails() -> None:
    assert (head(site()).stage, head(site()).needed, head(site()).skilled) == (DutyStage.OPEN, 4, 2)
    waiting = site(DrawNumbered(DAY, numbered()))
    assert head(waiting).stage is DutyStage.NUMBERED
    # What a number gives is told by nobody before it is drawn.
    (shown,) = draws(waiting, ROOMLY, DAY)
    assert (shown.outcome, shown.posts) == (DutyOutcome.WAITING, ())
    short = site(DrawNumbered(DAY, numbered(people=("I1", "I2"))))
    assert head(short).stage is DutyStage.FAILED
    assert draws(short, ROOMLY, DAY)[0].outcome is DutyOutcome.FAILED
    done = head(site(*drawn()))
    assert (done.stage, done.number, done.reserve, done.impossible) == (DutyStage.DRAWN, 1, 1, None)


def test_a_number_for_other_rooms_fails_and_shows_no_result() -> None:
    elsewhere = structs.replace(numbered(), rooms=(R1, R2, "999"))
    here = site(DrawNumbered(DAY, elsewhere))
    assert head(here).stage is DutyStage.FAILED
    assert draws(here, ROOMLY, DAY)[0].posts == ()


def test_what_makes_a_draw_impossible_is_foreseen() -> None:
    few = directory(CANDIDATES, [one(code) for code in ("I1", "I3", "I4")])
    no = foreseen(site(), few, ROOMLY, DAY, beyond=False)
    assert no is not None
    assert (no.rule, no.needed, no.found) == (DrawRule.PEOPLE, 4, 3)
    assert foreseen(site(), PEOPLE, ROOMLY, DAY, beyond=False) is None
    # One who roves cannot take two floors, unless the chief lets them have more.
    one_each = structs.replace(ROOMLY, roving_rooms=structs.replace(ROOMLY.roving_rooms, value=1))
    roving = foreseen(site(), PEOPLE, one_each, DAY, beyond=False)
    assert roving is not None
    assert roving.rule is DrawRule.ROVING
    assert foreseen(site(), PEOPLE, one_each, DAY, beyond=True) is None


def test_early_and_late_are_told_before_and_after_the_draw() -> None:
    due = head(site()).due
    assert not head(site()).late
    late = duty_head(site(), PEOPLE, ROOMLY, due + timedelta(seconds=1), DAY, ())
    assert late.late
    early = duty_head(site(), PEOPLE, ROOMLY, due - timedelta(days=1), DAY, ())
    assert early.early
    assert not head(site(*drawn()), now="23:00").late
    assert duty_days(site())[0] == DAY


def test_who_was_drawn_and_cannot_serve_comes_first_and_leaves_the_room_short() -> None:
    facts = drawn()
    post = next(post for post in site(*facts).duty[DAY].posts if post.room == R1)
    here = site(*facts, AvoidanceDeclared(post.person, (A1,)))
    found = person_duties(here, PEOPLE, ROOMLY, DAY, named=False)
    assert (found[0].code, found[0].name, found[0].standing) == (post.person, "", DutyStanding.MISSING)
    assert head(here).missing == (post.person,)
    assert [row.short for row in room_duties(here, PEOPLE, ROOMLY, DAY, found)] == [True, False]
    gone = site(*facts, AvailabilitySet((post.person,), AbsenceReason.ILL, at("7:00"), post.person))
    assert rows(gone)[post.person].bar is DutyBar.UNAVAILABLE
