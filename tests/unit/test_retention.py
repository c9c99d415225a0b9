"""Until when what is kept: calendar months from publication or from the end, longer where something grave stands."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.core.cleaning import DataCleaned
from app.core.closing import RoomEnded
from app.core.incident_course import IncidentGraded
from app.core.incident_kinds import IncidentKind, Severity
from app.core.operation import Fact, Refusal
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.retention import (
    Kept,
    NotePublication,
    NoteVideo,
    PublicationUnfit,
    ResultsPublished,
    Term,
    VideoNoted,
    VideoUnfit,
    exam_end,
    months_after,
    serious,
    terms,
)
from app.core.room_move import RoomMoved
from app.core.room_state import CalledOff
from app.core.rulebook import Rulebook
from app.core.safe_state import Video, VideoOf
from app.core.terms import ClauseId, Digest, IncidentNo, Role, RoomId, TransferNo
from app.core.violation_kinds import ViolationKind
from app.core.violation_void import ViolationWithdrawn
from tests.builders import ADMIN, D2, GUIDE, LAW, MONGOLIA, NATIONAL, R1, R2, R9, SECOND, Story, at, desk
from tests.unit.alone_story import room
from tests.unit.conduct_story import ACCOUNT, FIRST, NUMBER, RECORDED, corrected, opened
from tests.unit.safe_story import evening, morning_only

PUBLISHED = date(2021, 8, 31)
FAR = desk(now=datetime(2022, 3, 1, 9, tzinfo=at("9:00").tzinfo))
DAY = at("8:30").date()
TOLD = NotePublication(date(2021, 12, 20))
ROOM_VIDEO = NoteVideo(VideoOf.ROOM, R1, "NVR-1", at("8:00"), at("10:30"), evidence=False)
NOTED = VideoNoted(VideoOf.ROOM, R1, "NVR-1", at("8:00"), at("10:30"), evidence=False)
SECRECY = replace(NOTED, of=VideoOf.SECRECY_ROOM, room=None)


def ended(*facts: Fact) -> Story:
    return morning_only(Story("ended")).given(*facts)


def by_kind(story: Story, rules: Rulebook = NATIONAL) -> dict[Kept, Term]:
    return {one.kept: one for one in terms(story.site, rules)}


def until(story: Story) -> dict[Kept, date | None]:
    return {kept: one.until for kept, one in by_kind(story).items()}


# Months


@pytest.mark.parametrize(
    ("day", "months", "until"),
    [
        (PUBLISHED, 6, date(2022, 2, 28)),
        (PUBLISHED, 24, date(2023, 8, 31)),
        (PUBLISHED, 60, date(2026, 8, 31)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2021, 12, 31), 2, date(2022, 2, 28)),
        (date(2021, 11, 30), 1, date(2021, 12, 30)),
        (date(2021, 12, 1), 12, date(2022, 12, 1)),
        (date(2022, 2, 28), 6, date(2022, 8, 28)),
        (PUBLISHED, 0, PUBLISHED),
    ],
)
def test_rec_05_months_are_calendar_months_and_a_short_one_ends_early(day: date, months: int, until: date) -> None:
    """Section L: the last day of August and half a year is the end of February."""
    assert months_after(day, months) == until


# Terms


def test_rec_05_before_publication_nothing_may_be_destroyed() -> None:
    found = until(ended())
    assert found == {Kept.ELECTRONIC: None, Kept.ROUTINE: None}


def test_rec_05_from_publication_on_each_kind_has_its_last_day() -> None:
    """Section L: published on the last day of August 2021."""
    story = ended(RECORDED, ResultsPublished(PUBLISHED))
    assert until(story) == {
        Kept.ROUTINE: date(2022, 2, 28),
        Kept.SERIOUS: date(2023, 8, 31),
        Kept.ELECTRONIC: date(2026, 8, 31),
    }
    whole, first, second = terms(story.site, NATIONAL)
    assert whole == Term(Kept.ELECTRONIC, None, None, 60, PUBLISHED, date(2026, 8, 31), ClauseId("REC-07"))
    assert first == Term(Kept.SERIOUS, LAW, R1, 24, PUBLISHED, date(2023, 8, 31), ClauseId("REC-06"))
    assert second == Term(Kept.ROUTINE, LAW, R2, 6, PUBLISHED, date(2022, 2, 28), ClauseId("REC-05"))


def test_rec_08_recordings_count_from_the_end_of_the_exam_each_kind_by_itself() -> None:
    evidence = replace(NOTED, room=R2, evidence=True)
    story = ended(NOTED, evidence, SECRECY)
    found = until(story)
    assert found[Kept.VIDEO] == date(2022, 4, 30)
    assert found[Kept.EVIDENCE_VIDEO] == date(2023, 10, 30)
    assert found[Kept.SECRECY_VIDEO] == date(2022, 1, 30)
    clauses = {kept: one.clause for kept, one in by_kind(story).items() if one.start == DAY}
    assert clauses == {Kept.VIDEO: "REC-08", Kept.EVIDENCE_VIDEO: "REC-08", Kept.SECRECY_VIDEO: "REC-09"}
    # A recording of where papers are kept may be evidence too.
    assert Kept.SECRECY_VIDEO not in until(ended(replace(SECRECY, evidence=True)))


def test_rec_08_while_a_room_goes_on_the_end_is_not_known() -> None:
    story = morning_only(Story("reported")).given(NOTED, RoomEnded(LAW, R1, at("10:01"), ADMIN))
    assert exam_end(story.site) is None
    assert by_kind(story)[Kept.VIDEO].until is None
    story.given(RoomEnded(LAW, R2, at("10:02"), ADMIN))
    assert exam_end(story.site) == DAY
    assert exam_end(Story("enrolled").site) is None


def test_rec_10_a_rulebook_has_terms_of_its_own() -> None:
    assert MONGOLIA.paper_retention_months.value
    longer = replace(NATIONAL, paper_retention_months=replace(NATIONAL.paper_retention_months, value=36))
    story = ended(ResultsPublished(PUBLISHED))
    assert by_kind(story, longer)[Kept.ROUTINE].until == date(2024, 8, 31)


def test_rec_05_rooms_that_were_not_used_keep_nothing() -> None:
    story = ended()
    room(story, R2).called_off = CalledOff.CANCELLED
    assert [(one.session, one.room) for one in terms(story.site, NATIONAL)] == [(None, None), (LAW, R1)]


# What is grave


@pytest.mark.parametrize("kind", [ViolationKind.OWN_DEVICE, ViolationKind.SYSTEM_ENTERED, ViolationKind.CRIME])
def test_rec_06_a_serious_violation_keeps_the_room_for_longer(kind: ViolationKind) -> None:
    story = ended(replace(RECORDED, account=replace(ACCOUNT, kind=kind)))
    assert serious(story.site, room(story))
    assert not serious(story.site, room(story, R2))
    slight = ended(replace(RECORDED, account=replace(ACCOUNT, kind=ViolationKind.MARKS)))
    assert not serious(slight.site, room(slight))


@pytest.mark.parametrize(
    "change",
    [
        (ViolationWithdrawn(FIRST, Digest("d" * 64), at("11:00")),),
        (corrected(replace(ACCOUNT, kind=ViolationKind.MARKS)),),
    ],
    ids=["withdrawn", "corrected"],
)
def test_rec_06_withdrawn_or_put_right_it_is_kept_as_long(change: tuple[Fact, ...]) -> None:
    """The files about the withdrawal are what somebody would like to see gone."""
    story = ended(RECORDED, *change)
    assert serious(story.site, room(story))


def graded(severity: Severity) -> IncidentGraded:
    return IncidentGraded(NUMBER, severity, D2, at("11:00"), ADMIN)


def test_rec_06_so_does_a_grave_incident_and_it_never_becomes_less() -> None:
    general = ended(opened(IncidentKind.OTHER))
    assert not serious(general.site, room(general))
    general.given(graded(Severity.MAJOR))
    assert serious(general.site, room(general))
    general.given(graded(Severity.GENERAL))
    assert serious(general.site, room(general))
    by_its_kind = ended(opened(IncidentKind.ANSWERS_LOST), graded(Severity.GENERAL))
    assert serious(by_its_kind.site, room(by_its_kind))


def test_rec_06_one_of_the_whole_site_is_every_rooms_and_one_of_another_room_none() -> None:
    site_wide = ended(opened(IncidentKind.DISASTER, room=None, session=None))
    assert all(serious(site_wide.site, room(site_wide, one)) for one in (R1, R2))
    there = ended(opened(IncidentKind.DISASTER))
    assert [serious(there.site, room(there, one)) for one in (R1, R2)] == [True, False]


def test_rec_06_who_moved_brings_along_what_was_grave_before() -> None:
    numbers = tuple(TransferNo(f"A-{n:03}") for n in (1, 2, 3))
    moved = RoomMoved(LAW, R1, R9, IncidentNo("A-001"), numbers, at("9:20"), GUIDE)
    story = morning_only(Story("confirmed")).given(RECORDED, moved)
    assert serious(story.site, room(story, R9))
    assert serious(story.site, room(story, R1))


# Publication


def test_rec_05_publication_is_entered_once_it_was() -> None:
    story = ended().when(TOLD, FAR).then(ResultsPublished(TOLD.day)).done(TOLD, FAR)
    assert story.site.safe.published == TOLD.day
    story.when(TOLD, FAR).then()
    same_day = NotePublication(DAY)
    ended().when(same_day).then(ResultsPublished(DAY))


@pytest.mark.parametrize("day", [DAY - timedelta(days=1), date(2022, 3, 2)], ids=["before the exam", "tomorrow"])
def test_rec_05_not_before_the_exam_and_not_ahead(day: date) -> None:
    """A day of last year would let everything be destroyed at once."""
    ended().when(NotePublication(day), FAR).then(PublicationUnfit(day))
    ended().done(NotePublication(date(2022, 3, 1)), FAR)


def test_rec_05_while_the_exam_goes_on_nothing_was_published() -> None:
    Story("reported").when(NotePublication(DAY)).then(PublicationUnfit(DAY))
    Story("ended").when(NotePublication(DAY)).then(PublicationUnfit(DAY))


def test_rec_05_another_day_is_put_in_its_place_before_the_chief() -> None:
    story = ended(ResultsPublished(TOLD.day))
    earlier, alone = NotePublication(date(2021, 11, 1)), desk(Role.SITE_ADMIN, now=FAR.now)
    story.when(earlier, alone).then(AnotherPersonNeeded((Role.CHIEF,)))
    story.when(TOLD, alone).then()
    story.done(earlier, FAR)
    assert story.site.safe.published == earlier.day
    ended().done(TOLD, alone)
    ended().when(TOLD, desk(Role.CHIEF, now=FAR.now)).then(NotYourRole(Role.CHIEF, (Role.SITE_ADMIN,)))


def test_rec_05_it_is_entered_after_cleaning_as_well_as_recordings() -> None:
    """Months later the machine has long been cleaned."""
    story = evening(DataCleaned(D2, at("12:00"))).done(TOLD, FAR).done(ROOM_VIDEO, FAR)
    assert until(story)[Kept.ROUTINE] == date(2022, 6, 20)


# Recordings


def test_rec_08_a_recording_is_entered_once_and_once_evidence_stays_so() -> None:
    evidence = replace(ROOM_VIDEO, evidence=True)
    story = ended().when(ROOM_VIDEO).then(NOTED).done(ROOM_VIDEO)
    kept = Video(VideoOf.ROOM, R1, "NVR-1", at("8:00"), at("10:30"), evidence=False)
    assert story.site.safe.videos == [kept]
    story.when(ROOM_VIDEO).then()
    story.when(evidence).then(replace(NOTED, evidence=True)).done(evidence)
    assert [one.evidence for one in story.site.safe.videos] == [True]
    story.when(ROOM_VIDEO).then().when(evidence).then()
    story.done(replace(ROOM_VIDEO, kept_on="NVR-2"))
    assert [one.kept_on for one in story.site.safe.videos] == ["NVR-1", "NVR-2"]


def test_rec_09_where_papers_are_kept_is_recorded_too() -> None:
    ask = replace(ROOM_VIDEO, of=VideoOf.SECRECY_ROOM, room=None)
    ended().when(ask).then(SECRECY)


BAD: list[tuple[str, NoteVideo]] = [
    ("a room of another site", replace(ROOM_VIDEO, room=RoomId("777"))),
    ("no room", replace(ROOM_VIDEO, room=None)),
    ("a secrecy room with a number", replace(ROOM_VIDEO, of=VideoOf.SECRECY_ROOM)),
    ("backwards", replace(ROOM_VIDEO, until=at("7:59"))),
    ("of no length", replace(ROOM_VIDEO, until=at("8:00"))),
    ("until later", replace(ROOM_VIDEO, until=at("12:00") + SECOND)),
    ("no recorder", replace(ROOM_VIDEO, kept_on="")),
    ("a long number", replace(ROOM_VIDEO, kept_on="N" * 21)),
    ("blanks", replace(ROOM_VIDEO, kept_on="NVR 1")),
    ("a telephone number", replace(ROOM_VIDEO, kept_on="13900000000")),
]


@pytest.mark.parametrize("ask", [one for _, one in BAD], ids=[name for name, _ in BAD])
def test_rec_08_a_recording_is_of_a_room_here_on_a_numbered_recorder(ask: NoteVideo) -> None:
    story = ended().when(ask).then(VideoUnfit())
    assert isinstance(story.answer, Refusal)
    assert ended().done(replace(ROOM_VIDEO, until=at("12:00"))).site.safe.videos


def test_rec_08_the_office_enters_it() -> None:
    ended().when(ROOM_VIDEO, desk(Role.INVIGILATOR)).then(NotYourRole(Role.INVIGILATOR, (Role.SITE_ADMIN,)))
