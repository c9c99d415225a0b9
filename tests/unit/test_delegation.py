"""A deputy acts for the chief only by a written paper, and only for a time (STF-01)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from app.core.closing import WriteOff
from app.core.delegation import (
    ChiefDelegated,
    ChiefHimself,
    DelegateChief,
    DelegationEnded,
    EndDelegation,
    NoDeputy,
    NotWithinToday,
    PaperNumberWrong,
)
from app.core.incident import CloseIncident, IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.operation import Desk
from app.core.permission import NotYourRole, ThisPersonNeeded, acts_as
from app.core.person_state import Delegation
from app.core.pin import PinChanged
from app.core.terms import IncidentNo, PersonId, Role
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    D1,
    DEPUTY,
    GUIDE,
    LAW,
    OFFICER,
    SECOND,
    STRANGER,
    Story,
    at,
    by,
    present,
)

NOW, UNTIL = at("8:00"), at("12:00")
BOSS, SECOND_IN_LINE, ME = by(CHIEF, Role.CHIEF), by(DEPUTY, Role.DEPUTY), by(ADMIN, Role.SITE_ADMIN)
ASK, TWO = DelegateChief(DEPUTY, "WT-7", UNTIL), present(NOW, BOSS, SECOND_IN_LINE)
GIVEN = ChiefDelegated(CHIEF, DEPUTY, "WT-7", NOW, UNTIL)
NO = NotYourRole(Role.DEPUTY, (Role.CHIEF,))


def test_stf_01_chief_and_deputy_sign_and_the_paper_has_a_number() -> None:
    story = Story("opened").when(ASK, present(NOW, BOSS)).then(ThisPersonNeeded(DEPUTY))
    story.when(ASK, TWO).then(GIVEN).done(ASK, TWO)
    assert story.site.delegation == Delegation(CHIEF, DEPUTY, "WT-7", NOW, UNTIL)


def test_stf_01_also_under_seal() -> None:
    Story("prepared").done(ASK, TWO).done(EndDelegation(), TWO)


@pytest.mark.parametrize("paper", ["", "a b", "9" * 21, "\u59d4\u6258-1", "W-1\n"])
def test_stf_01_without_a_paper_none(paper: str) -> None:
    Story("opened").when(replace(ASK, paper=paper), TWO).then(PaperNumberWrong())


@pytest.mark.parametrize("until", [NOW, NOW - SECOND, at("0:00", 31), at("8:00", 31)])
def test_stf_01_it_ends_later_than_now_and_today(until: datetime) -> None:
    Story("opened").when(replace(ASK, until=until), TWO).then(NotWithinToday(until))


def test_stf_01_today_is_the_sites_day() -> None:
    """Whatever zone the end is written in."""
    last, first = at("23:59:59"), at("0:00", 31)
    utc = UTC
    Story("opened").done(replace(ASK, until=last.astimezone(utc)), TWO)
    Story("opened").done(replace(ASK, until=NOW + SECOND), TWO)
    far = first.astimezone(timezone(timedelta(hours=-12)))
    Story("opened").when(replace(ASK, until=far), TWO).then(NotWithinToday(far))


@pytest.mark.parametrize("person", [OFFICER, ADMIN, STRANGER])
def test_stf_01_only_a_deputy_on_the_staff_list(person: PersonId) -> None:
    """Also where somebody signs as deputy who is none."""
    story = Story("opened").given(PinChanged(STRANGER, D1))
    story.when(replace(ASK, deputy=person), present(NOW, BOSS, by(person, Role.DEPUTY))).then(NoDeputy(person))


def test_stf_01_what_was_delegated_is_not_delegated_further() -> None:
    story = Story("opened").given(GIVEN)
    story.when(ASK, present(NOW, SECOND_IN_LINE)).then(ChiefHimself())
    Story("opened").when(ASK, present(NOW, SECOND_IN_LINE, BOSS)).then(NO)
    Story("opened").when(ASK, present(NOW, ME, BOSS, SECOND_IN_LINE)).then(NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,)))


# What it is good for


def chiefs_step(now: datetime, story: Story) -> Story:
    """Something that only the chief may do, asked for by the deputy."""
    return story.when(WriteOff(LAW, A1, IncidentNo("A-001")), present(now, SECOND_IN_LINE, ME))


@pytest.mark.parametrize(
    ("now", "allowed"), [(NOW - SECOND, False), (NOW, True), (at("9:00"), True), (UNTIL, True), (UNTIL + SECOND, False)]
)
def test_stf_01_the_deputy_acts_as_chief_from_its_first_to_its_last_second(now: datetime, allowed: bool) -> None:
    story = Story("confirmed").given(
        IncidentOpened(IncidentNo("A-001"), IncidentKind.ANSWERS_LOST, LAW, None, at("7:00"), GUIDE), GIVEN
    )
    answer = chiefs_step(now, story).answer
    assert answer == NO if not allowed else isinstance(answer, tuple)


def test_stf_01_a_deputy_without_delegation_is_a_deputy() -> None:
    chiefs_step(NOW, Story("confirmed")).then(NO)


def test_stf_01_it_is_this_deputys_and_works_in_no_other_role() -> None:
    site = Story("opened").given(GIVEN).site
    chief = frozenset({Role.CHIEF})
    assert acts_as(SECOND_IN_LINE, chief, site, NOW)
    assert not acts_as(by(OFFICER, Role.DEPUTY), chief, site, NOW)
    assert not acts_as(by(DEPUTY, Role.ROVING), chief, site, NOW)
    assert not acts_as(SECOND_IN_LINE, frozenset({Role.EXAM_OFFICE}), site, NOW)


def test_stf_01_the_chief_takes_it_back() -> None:
    here: Desk = present(NOW, BOSS)
    story = (
        Story("opened")
        .given(GIVEN)
        .when(EndDelegation(), present(NOW, ME))
        .then(NotYourRole(Role.SITE_ADMIN, (Role.CHIEF,)))
    )
    story.when(EndDelegation(), here).then(DelegationEnded(DEPUTY)).done(EndDelegation(), here)
    assert story.site.delegation is None
    story.when(EndDelegation(), here).then()
    story.when(CloseIncident(IncidentNo("A-001"), NOW), present(NOW, SECOND_IN_LINE)).then(
        NotYourRole(Role.DEPUTY, (Role.CHIEF, Role.SITE_ADMIN))
    )


def test_stf_01_a_new_delegation_takes_the_place_of_the_one_before() -> None:
    story = Story("opened").given(GIVEN).done(replace(ASK, until=at("9:00"), paper="WT-8"), TWO)
    assert story.site.delegation == Delegation(CHIEF, DEPUTY, "WT-8", NOW, at("9:00"))
