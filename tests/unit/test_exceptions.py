"""What counts as an exception, on which day, and what the chief signs of it (R12)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.city_way import CityStepTold
from app.core.consent import ConsentGiven
from app.core.day_close import DayClosed
from app.core.entry import CheckedIn
from app.core.extra_time import ExtraTimeGiven
from app.core.fault import FaultReported
from app.core.incident import IncidentOpened
from app.core.incident_kinds import IncidentKind
from app.core.locks import SiteLockOut
from app.core.mirror import MirrorOut
from app.core.operation import Fact
from app.core.pin import FREE_TRIES, PinChanged, RightPinGiven, WrongPinGiven
from app.core.start import RoomStarted
from app.core.terms import IncidentNo, RoomId
from app.core.violation import ViolationCorrected
from app.core.violation_state import Found
from app.views.entry_group import EntryGroup
from app.views.exception_kinds import FIRST, LATE_ENTRY, RULES, ExceptionKind, kind_of
from app.views.exceptions import Exceptions, Gathering, exam_days, exceptions
from tests.builders import CHIEF, GUIDE, LAW, R1, Story, at
from tests.unit.conduct_story import FIRST as FIRST_VIOLATION
from tests.unit.conduct_story import RECORDED
from tests.unit.exception_story import EXCEPTIONAL, PLAIN, line, made

DAY = date(2021, 10, 30)
MINUTE = timedelta(minutes=1)
Timed = tuple[datetime, Fact]


def gathered(*entries: Timed, story: Story | None = None, day: date = DAY) -> list[Exceptions]:
    history = [line(n, fact, when) for n, (when, fact) in enumerate(entries, 1)]
    return list(exceptions((story or Story("confirmed")).site, history, day))


def kinds(*entries: Timed, story: Story | None = None, day: date = DAY) -> list[ExceptionKind]:
    return [one.kind for one in gathered(*entries, story=story, day=day)]


# What counts


@pytest.mark.parametrize(("kind", "fact"), EXCEPTIONAL)
def test_an_exception_is_of_its_kind(kind: ExceptionKind, fact: Fact) -> None:
    assert kind_of(fact) is kind


@pytest.mark.parametrize("fact", PLAIN)
def test_what_goes_as_planned_is_none(fact: Fact) -> None:
    assert type(fact) in RULES
    assert kind_of(fact) is None


def test_every_rule_has_its_sample_and_every_kind_a_rule() -> None:
    assert {type(fact) for _, fact in EXCEPTIONAL} == set(RULES)
    by_other_entries = {
        ExceptionKind.LET_IN_AFTERWARDS,
        ExceptionKind.LATE_GATE,
        ExceptionKind.ENTERED_LATE,
        ExceptionKind.TERM_GREW,
    }
    assert {kind for kind, _ in RULES.values()} == set(ExceptionKind) - by_other_entries


def test_those_to_look_at_first_stand_first() -> None:
    order = list(ExceptionKind)
    assert set(order[: len(FIRST)]) == FIRST
    assert 0 < len(FIRST) < len(order)


def test_facts_of_no_kind_are_none() -> None:
    assert kind_of(made(ExtraTimeGiven)) is None


# Told late


def test_sixty_late_steps_are_one_line() -> None:
    """Given sixty arrivals, a start and a fault told 20 minutes after; then each group is one line."""
    typed = at("8:20")
    late = [(typed, made(CheckedIn, at=typed - 20 * MINUTE)) for _ in range(60)]
    faults = [(typed, made(FaultReported, happened_at=typed - 20 * MINUTE)) for _ in range(3)]
    found = gathered(*late, *faults)
    assert [(one.kind, one.of, len(one.lines)) for one in found] == [
        (ExceptionKind.ENTERED_LATE, EntryGroup.ATTENDANCE, 60),
        (ExceptionKind.ENTERED_LATE, EntryGroup.INCIDENT, 3),
    ]
    assert len({one.key for one in found}) == 2


@pytest.mark.parametrize(("gap", "late"), [(LATE_ENTRY, False), (LATE_ENTRY + timedelta(seconds=1), True)])
def test_from_when_on_a_step_is_told_late(gap: timedelta, late: bool) -> None:
    started = made(RoomStarted, at=at("8:30"))
    assert bool(kinds((at("8:30") + gap, started))) is late


def test_a_late_consent_names_nobody_who_reported_it() -> None:
    consent = made(ConsentGiven, given_at=at("8:40"), at=at("9:00"))
    assert kinds((at("9:00"), consent)) == [ExceptionKind.ENTERED_LATE]


def test_what_the_city_agency_said_is_told_late_too() -> None:
    said = made(CityStepTold, at=at("18:00"))
    assert kinds((at("18:05"), said)) == []
    assert kinds((at("18:15"), said)) == [ExceptionKind.ENTERED_LATE]


def test_what_the_desk_stamps_itself_is_never_late() -> None:
    assert kinds((at("9:00"), made(ExtraTimeGiven, at=at("8:00")))) == []


def test_what_was_found_later_could_not_be_told_before() -> None:
    account = account_of(found=Found.INVESTIGATION, found_at=at("15:00"))
    incident = IncidentOpened(IncidentNo("A-001"), IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE, at("15:00"))
    assert kinds((at("15:05"), account)) == []
    assert kinds((at("15:15"), account)) == [ExceptionKind.ENTERED_LATE]
    # Its report is counted from the finding, which is one person's word: that the chief sees.
    assert kinds((at("15:05"), incident)) == [ExceptionKind.FOUND_LATE]
    assert kinds((at("15:15"), incident)) == [ExceptionKind.FOUND_LATE, ExceptionKind.ENTERED_LATE]


def test_an_incident_without_a_time_of_finding_counts_from_when_it_happened() -> None:
    incident = IncidentOpened(IncidentNo("A-001"), IncidentKind.POWER, LAW, R1, at("9:00"), GUIDE)
    assert kinds((at("9:11"), incident)) == [ExceptionKind.ENTERED_LATE]


def account_of(**told: object) -> Fact:
    return replace(RECORDED, account=replace(RECORDED.account, **told))


# Let in after the door had closed


@pytest.mark.parametrize(
    ("came", "typed", "expected"),
    [
        ("8:33", "8:34:30", []),
        ("8:33", "8:38", [ExceptionKind.LET_IN_AFTERWARDS]),
        ("8:34:50", "8:35:20", []),
        ("8:10", "8:34", [ExceptionKind.ENTERED_LATE]),
        ("8:10", "8:50", [ExceptionKind.LET_IN_AFTERWARDS]),
    ],
)
def test_an_entry_told_after_the_door_closed(came: str, typed: str, expected: list[ExceptionKind]) -> None:
    """Room 001 started at 8:30 and lets in for five minutes; an entry is one line, never two."""
    assert kinds((at(typed), made(CheckedIn, at=at(came)))) == expected


def test_before_a_start_the_door_is_open() -> None:
    entry = made(CheckedIn, at=at("8:00"))
    assert kinds((at("8:40"), entry), story=Story("released")) == [ExceptionKind.ENTERED_LATE]
    elsewhere = made(CheckedIn, at=at("8:33"), room=RoomId("077"))
    assert kinds((at("8:40"), elsewhere)) == []


# What hangs on other entries


def test_only_the_wrong_pin_after_which_one_has_to_wait_is_an_exception() -> None:
    wrong = [(at("8:00"), WrongPinGiven(GUIDE, at("8:00")))] * FREE_TRIES
    assert kinds(*wrong) == []
    assert len(gathered(*wrong, *wrong[:2])[0].lines) == 2


@pytest.mark.parametrize("between", [RightPinGiven(GUIDE), PinChanged(GUIDE, RECORDED.account.text)])
def test_a_right_pin_begins_the_count_anew(between: Fact) -> None:
    wrong = [(at("8:00"), WrongPinGiven(GUIDE, at("8:00")))] * FREE_TRIES
    assert kinds(*wrong, (at("8:01"), between), *wrong) == []


def test_each_person_has_a_count_of_their_own() -> None:
    wrong = [(at("8:00"), WrongPinGiven(person, at("8:00"))) for person in (GUIDE, CHIEF) * FREE_TRIES]
    assert kinds(*wrong) == []


@pytest.mark.parametrize(("kind", "gone"), [(ExceptionKind.LOCKS, SiteLockOut), (ExceptionKind.MIRROR, MirrorOut)])
def test_lock_and_mirror_may_be_taken_out_once_the_day_is_closed(kind: ExceptionKind, gone: type[Fact]) -> None:
    closed = (at("18:00"), DayClosed(DAY, at("18:00")))
    assert kinds((at("9:00"), made(gone)), closed) == [kind]
    assert kinds(closed, (at("18:05"), made(gone))) == []
    assert kinds(closed, (at("8:00", 31), made(gone))) == [kind]


# Of which day


@pytest.mark.parametrize(
    ("made_at", "belongs"),
    [(at("9:00", 30), True), (at("9:00", 29), True), (at("9:00", 28), False), (at("9:00", 31), True)],
)
def test_nothing_falls_between_two_sheets(made_at: datetime, belongs: bool) -> None:
    """Its eve and what follows belong to an exam day; what was before is none of it."""
    assert bool(kinds((made_at, made(ViolationCorrected, number=FIRST_VIOLATION)))) is belongs


def test_the_eve_of_the_next_exam_day_belongs_to_that() -> None:
    story = Story("confirmed")
    plan = story.site.sessions[LAW].plan
    story.site.sessions[LAW].plan = replace(plan, starts_at=plan.starts_at + timedelta(days=3))
    days = exam_days(story.site)
    assert [day.day for day in days] == [30, 2]
    moved = [(at("9:00", 31), made(SiteLockOut)), (at("9:00", 31) + timedelta(days=1), made(SiteLockOut))]
    assert [len(one.lines) for one in gathered(*moved, story=story)] == [1]
    assert [len(one.lines) for one in gathered(*moved, story=story, day=days[1])] == [1]


def test_a_journal_read_in_parts_says_the_same() -> None:
    history = [line(n, fact, at("9:00")) for n, (_, fact) in enumerate(EXCEPTIONAL, 1)]
    gathering, site = Gathering(), Story("confirmed").site
    assert [gathering.take(history[:20]), gathering.take(history[20:]), gathering.take(())] == [True, True, False]
    assert gathering.of(site, DAY) == exceptions(site, history, DAY)
    assert gathering.n == len(history)


def test_rooms_are_those_that_people_look_under() -> None:
    story = Story("confirmed").given(RECORDED)
    (found,) = gathered((at("12:00"), made(ViolationCorrected, number=FIRST_VIOLATION)), story=story)
    assert found.rooms == (RECORDED.room,)
    (site_wide,) = gathered((at("12:00"), made(SiteLockOut)))
    assert site_wide.rooms == ()
