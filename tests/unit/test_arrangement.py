"""The package taken in whole, the timestamp in three places, the code on the confirmation sheet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.arrangement import (
    EditionNotNewer,
    NumbersNotConfirmed,
    PackageMissing,
    PackageTakenIn,
    RoomArranged,
    SessionsUnderWay,
    TakeInPackage,
    TakenTooLong,
    room_places,
)
from app.core.entry import CheckedIn
from app.core.identity import HeldAtDoor
from app.core.impersonation import ImpostorSuspected
from app.core.locks import SiteLockNotRegistered
from app.core.operation import SECOND_PERSON
from app.core.permission import AnotherPersonNeeded
from app.core.plan import RegisteredAs
from app.core.room_state import HoldCause, Presence
from app.core.site import Source, TimestampReading
from app.core.terms import IncidentNo, Role
from app.core.timestamp import (
    CheckScan,
    IssuedIsFixed,
    RecordTimestamp,
    ScanChecked,
    ScanDiffers,
    ScanUnreadable,
    TimestampBlank,
    TimestampRecorded,
    TimestampsDiffer,
    TimestampsIncomplete,
    TimestampUnlike,
    odd_timestamp,
    scan_payload,
)
from app.rulebooks import load
from tests.builders import (
    A1,
    A2,
    A3,
    CANDIDATES,
    GUIDE,
    LAW,
    LOCK,
    LOCKS,
    R1,
    SECOND,
    STAMP,
    TAX,
    Story,
    at,
    candidate,
    desk,
    digest,
    exam,
    plan,
    taken_in,
)

BEGUN = at("11:30")


def ask(edition: int = 1, **other: object) -> TakeInPackage:
    """A package of this edition, with what is `other` than usual."""
    fact = taken_in(edition)[0]
    assert isinstance(fact, PackageTakenIn)
    return TakeInPackage(replace(fact.package, **other), room_places(CANDIDATES), BEGUN)


# The package


def test_a_roster_becomes_rooms_without_names_in_order() -> None:
    found = room_places(reversed(CANDIDATES))
    assert [(one.session, one.room, len(one.places)) for one in found] == [
        (LAW, "001", 3),
        (LAW, "002", 3),
        (TAX, "001", 2),
        (TAX, "002", 2),
    ]
    assert [place.ticket for place in found[0].places] == [A1, A2, A3]
    assert room_places([candidate(A1, "n", "1", R1)]) == ()


def test_the_package_comes_into_force_whole() -> None:
    site = Story("enrolled").when(ask()).then(*taken_in()).given(*taken_in()).site
    assert site.package is not None
    assert (site.package.edition, site.plans[R1].name) == (1, "Lab 1")
    sitting = site.sessions[LAW].rooms[R1].sittings[A3]
    assert (sitting.presence, sitting.origin, sitting.room, sitting.seat) == (Presence.AWAITED, R1, R1, "003")
    assert site.timestamps == {Source.ISSUED: TimestampReading(STAMP, normalised=False)}
    assert site.blobs - Story("enrolled").site.blobs == {digest("roster"), digest("staff"), digest("members")}
    assert {serial: state.registered for serial, state in site.locks.items()} == {one.serial: one for one in LOCKS}


def test_the_same_package_again_changes_nothing_even_at_noon() -> None:
    Story("ended").when(ask()).then()


@pytest.mark.parametrize("edition", [0, 1])
def test_only_a_newer_edition_replaces(edition: int) -> None:
    offered = ask(edition, digest=digest("other"))
    Story("packaged").when(offered).then(EditionNotNewer(edition, 1))


def test_a_newer_edition_wants_a_second_person_and_takes_comparison_and_authorizations_with_it() -> None:
    Story("packaged").when(ask(2), desk(Role.SITE_ADMIN)).then(AnotherPersonNeeded(tuple(sorted(SECOND_PERSON))))
    site = Story("released").done(ask(2)).site
    assert (site.scan_passed, site.exam_authorization) == (None, "")
    assert set(site.timestamps) == {Source.ISSUED}
    assert site.sessions[LAW].start_authorization == ""
    assert not site.sessions[LAW].rooms[R1].release
    assert (site.sealed_room_test, site.accepted_at, site.sessions[LAW].received) == (None, None, None)


def test_once_someone_entered_the_arrangement_stays() -> None:
    entered = Story("released").given(CheckedIn(LAW, R1, A1, at("8:10"), GUIDE))
    held = Story("released").given(HeldAtDoor(LAW, R1, A1, HoldCause.NO_TICKET, at("8:10"), GUIDE))
    stopped = Story("released").given(ImpostorSuspected(LAW, R1, A1, IncidentNo("A-001"), True, at("8:10"), GUIDE))
    for story in (entered, held, stopped, Story("started"), Story("checked")):
        story.when(ask(2)).then(SessionsUnderWay((LAW,)))


def test_the_sites_own_lock_is_registered_as_a_site_lock_with_this_key() -> None:
    own = LOCKS[-1]
    other_key, other_serial = replace(own, jwk="{}"), replace(own, serial=LOCKS[0].serial)
    as_a_rooms = replace(own, kind=RegisteredAs.INVIGILATION, room=R1)
    for register in ((), LOCKS[:-1], (other_key,), (other_serial,), (as_a_rooms,)):
        Story("enrolled").when(ask(locks=register)).then(SiteLockNotRegistered(LOCK))


def test_a_template_does_not_come_into_force() -> None:
    template = load("machine-generic")
    Story("enrolled").when(ask(rulebook=template)).then(NumbersNotConfirmed(template.id))
    confirmed = ask(rulebook=replace(template, must_confirm=False))
    assert Story("enrolled").done(confirmed).site.package


def test_a_package_comes_in_within_its_time_or_from_the_beginning_again() -> None:
    """LCK-10: thirty minutes after the reading began, to the second, and nothing of it is kept later."""
    closes_by = at("12:00")
    Story("enrolled").done(ask(), desk(now=closes_by))
    late = Story("enrolled").when(ask(), desk(now=closes_by + SECOND)).then(TakenTooLong(closes_by))
    assert late.site == Story("enrolled").site


# The timestamp


def readings(issued: str, platform: str, calibration: str) -> Story:
    story = Story("enrolled").given(*taken_in(timestamp=issued))
    return story.done(RecordTimestamp(Source.PLATFORM, platform)).done(RecordTimestamp(Source.CALIBRATION, calibration))


OTHER, THIRD = "2021-10-22 16:05:34", "2021-10-22 16:05"
I, P, C = Source.ISSUED, Source.PLATFORM, Source.CALIBRATION  # noqa: E741


@pytest.mark.parametrize(
    ("texts", "odd"),
    [
        ((STAMP, STAMP, STAMP), None),
        ((OTHER, STAMP, STAMP), TimestampsDiffer((I,), (OTHER,))),
        ((STAMP, OTHER, STAMP), TimestampsDiffer((P,), (OTHER,))),
        ((STAMP, STAMP, OTHER), TimestampsDiffer((C,), (OTHER,))),
        ((STAMP, STAMP, THIRD), TimestampsDiffer((C,), (THIRD,))),
        ((STAMP, OTHER, THIRD), TimestampsDiffer((I, P, C), (STAMP, OTHER, THIRD))),
        ((STAMP, f" {STAMP}\n", STAMP), None),
        ((STAMP, STAMP, "２０２１－１０－２２　１６：０５：３３"), None),
        (("２０２１-10-22 16:05:33", STAMP, STAMP), None),
        ((STAMP, "2021-10-22T16:05:33", STAMP), TimestampsDiffer((P,), ("2021-10-22T16:05:33",))),
    ],
)
def test_three_places_exact_text_and_the_odd_one_named(
    texts: tuple[str, str, str], odd: TimestampsDiffer | None
) -> None:
    assert odd_timestamp(readings(*texts).site) == odd


@pytest.mark.parametrize("text", [f"{STAMP} ", "２" + STAMP[1:], STAMP.replace(":", "：")])
def test_what_was_put_right_is_said(text: str) -> None:
    Story("packaged").when(RecordTimestamp(P, text)).then(TimestampRecorded(P, STAMP, normalised=True))
    assert Story("enrolled").given(*taken_in(timestamp=text)).site.timestamps[I] == TimestampReading(
        STAMP, normalised=True
    )


def test_a_missing_value_is_not_a_match() -> None:
    story = Story("packaged")
    assert odd_timestamp(story.site) == TimestampsIncomplete((P, C))
    assert odd_timestamp(story.done(RecordTimestamp(C, STAMP)).site) == TimestampsIncomplete((P,))
    assert odd_timestamp(Story().site) == TimestampsIncomplete((I, P, C))


def test_a_value_read_again_replaces_the_one_before() -> None:
    story = readings(STAMP, OTHER, STAMP).done(RecordTimestamp(P, STAMP))
    assert odd_timestamp(story.site) is None


def test_refused_timestamps() -> None:
    Story("enrolled").when(RecordTimestamp(P, STAMP)).then(PackageMissing())
    Story("packaged").when(RecordTimestamp(I, STAMP)).then(IssuedIsFixed())
    Story("packaged").when(RecordTimestamp(P, " \t　")).then(TimestampBlank(P))


@pytest.mark.parametrize("text", ["2021年10月22日", "9" * 41, "2021-10-22\n16:05", "a_b"])
def test_what_is_no_timestamp_is_not_kept(text: str) -> None:
    Story("packaged").when(RecordTimestamp(P, text)).then(TimestampUnlike(P))


# The confirmation sheet

SHEET = scan_payload(exam(), plan(), 1)
FIELDS = f"JJ2021:2101:1:{STAMP}"


def test_the_sheet_holds_exam_site_edition_and_time() -> None:
    assert f"EXAMSITE1:ARR:{FIELDS}" == SHEET
    assert scan_payload(exam(), plan(STAMP.replace("2", "２")), 1) == SHEET


@pytest.mark.parametrize("text", [SHEET, SHEET.lower(), f" {SHEET}\r\n", SHEET.replace(":", "：")])
def test_a_good_scan_passes(text: str) -> None:
    story = Story("packaged").when(CheckScan(text)).then(ScanChecked(passed=True))
    assert story.done(CheckScan(text)).site.scan_passed


@pytest.mark.parametrize(
    "text",
    [
        SHEET.replace("JJ2021", "JJ2020"),
        SHEET.replace(":2101:", ":2102:"),
        SHEET.replace(":1:2021", ":2:2021"),
        SHEET.replace("16:05:33", "16:05:34"),
        SHEET[:-1],
        SHEET + SHEET,
        f"{SHEET}\n{SHEET}",
    ],
    ids=["exam", "site", "edition", "time", "truncated", "doubled", "doubled in two lines"],
)
def test_a_wrong_scan_is_refused_with_what_it_shows_and_remembered(text: str) -> None:
    shown = text.removeprefix("EXAMSITE1:ARR:")
    fact = ScanChecked(passed=False)
    story = (
        Story("packaged")
        .given(ScanChecked(passed=True))
        .when(CheckScan(text))
        .refused(ScanDiffers(shown, FIELDS), fact)
    )
    assert story.given(fact).site.scan_passed is False
    assert story.done(CheckScan(SHEET)).site.scan_passed


@pytest.mark.parametrize("text", ["", "210101199001014321", SHEET[:20], SHEET[1:], SHEET.replace("ARR", "PKG")])
def test_another_code_or_a_part_of_one_is_unreadable_and_leaves_nothing(text: str) -> None:
    Story("packaged").when(CheckScan(text)).then(ScanUnreadable())


def test_no_scan_before_the_package() -> None:
    Story("enrolled").when(CheckScan(SHEET)).then(PackageMissing())


def test_an_empty_room_is_arranged_all_the_same() -> None:
    site = Story("packaged").given(RoomArranged(TAX, R1, ())).site
    assert site.sessions[TAX].rooms[R1].arranged == 0
