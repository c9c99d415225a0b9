"""The course of an incident: its log, how grave it is, who follows it, rooms that were left, its filing (H11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.closing import RoomEnded
from app.core.fault import FaultKind, ReportFault
from app.core.free_text import NO_TEXT, TextMissing, TextPart, TextUnfit
from app.core.incident import NoOpenIncident
from app.core.incident_course import (
    CountUnfit,
    FinalReportOwed,
    FollowIncident,
    GradeIncident,
    IncidentFiled,
    IncidentFollowed,
    IncidentGraded,
    IncidentNoted,
    IncidentStillOpen,
    LeftAlreadyThen,
    NobodyLeft,
    NoteIncident,
    RecordEvacuation,
    RecordReturn,
    ReportsOwed,
    RoomEvacuated,
    RoomReturned,
    SeriousByText,
)
from app.core.incident_kinds import BY_TEXT, GROUPS, Hop, IncidentGroup, IncidentKind, Severity
from app.core.incident_report import IncidentFiledAlready, NoSuchIncident, owed
from app.core.incident_state import Evacuated, Followed, Graded, IncidentNote, NoteKind, ReportKind
from app.core.operation import NotYetHappened, Operation, PersonUnknown
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.terms import Digest, IncidentNo, Role
from tests.builders import (
    ADMIN,
    CHIEF,
    GUIDE,
    GUIDE_2,
    LAW,
    LIAONING,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    ZHEJIANG,
    Story,
    at,
    by,
    present,
)
from tests.unit.conduct_story import (
    END,
    FILE,
    FILED,
    NOW,
    NUMBER,
    OVER,
    happened,
    here,
    opened,
    outdates,
    room,
    tells,
    the,
    words,
)

REASON = words("reason", TextPart.REASON)
RAISE = GradeIncident(NUMBER, Severity.MAJOR)
LOWER = GradeIncident(NUMBER, Severity.GENERAL, REASON)
RAISED = IncidentGraded(NUMBER, Severity.MAJOR, Digest(""), NOW, ADMIN)
LOWERED = IncidentGraded(NUMBER, Severity.GENERAL, REASON.kept, NOW, ADMIN)
SKILL = here(rules=ZHEJIANG)
MILD = IncidentKind.OTHER


def told(*hops: Hop) -> Story:
    """Grave, told to these, and over."""
    story = happened()
    for hop in hops:
        story.done(tells(hop), SKILL)
    return story.done(END)


# The log (INC-03)


@pytest.mark.parametrize("kind", NoteKind)
def test_inc_03_the_log_is_added_to_and_never_changed(kind: NoteKind) -> None:
    text = words("note", TextPart(kind.value))
    ask = NoteIncident(NUMBER, kind, at("9:15"), GUIDE, text)
    story = happened().when(ask).then(IncidentNoted(NUMBER, kind, text.kept, at("9:15"), GUIDE)).done(ask).done(ask)
    assert the(story).notes == [IncidentNote(kind, at("9:15"), GUIDE, text.kept)] * 2
    assert text.kept in story.site.texts & story.site.blobs
    story.when(replace(ask, text=NO_TEXT)).then(TextMissing(TextPart(kind.value)))
    stray = words("stray", TextPart(kind.value), TextPart.NAME)
    story.when(replace(ask, text=stray)).then(TextUnfit(TextPart.NAME, 60))
    happened(OVER, FILED).when(ask).then(IncidentFiledAlready(NUMBER, NOW))
    assert not outdates(happened(), IncidentNoted(NUMBER, kind, text.kept, at("9:15"), GUIDE))


# How grave it is (INC-04)


def test_inc_04_graver_needs_no_reason_and_may_have_one() -> None:
    story = happened(kind=MILD).when(RAISE).then(RAISED).done(RAISE)
    assert the(story).grades == [Graded(Severity.MAJOR, NOW, ADMIN, Digest(""))]
    assert (the(story).severity, the(story).since) == (Severity.MAJOR, NOW)
    assert Digest("") not in story.site.texts
    happened(kind=MILD).when(replace(RAISE, text=REASON)).then(replace(RAISED, text=REASON.kept))


def test_inc_04_less_grave_only_with_a_reason() -> None:
    happened().when(replace(LOWER, text=NO_TEXT)).then(TextMissing(TextPart.REASON))
    story = happened().when(LOWER).then(LOWERED).done(LOWER)
    assert (the(story).severity, REASON.kept in story.site.texts) == (Severity.GENERAL, True)
    stray = words("stray", TextPart.REASON, TextPart.CAUSE)
    for ask, kind in ((LOWER, IncidentKind.DISASTER), (RAISE, MILD)):
        happened(kind=kind).when(replace(ask, text=stray)).then(TextUnfit(TextPart.CAUSE, 600))


@pytest.mark.parametrize("kind", [kind for kind in IncidentKind if BY_TEXT[kind] is Severity.MAJOR])
def test_inc_01_what_the_text_calls_serious_is_not_graded_down(kind: IncidentKind) -> None:
    """Otherwise nobody need hear of it."""
    story = happened(kind=kind).when(LOWER)
    if GROUPS[kind] is IncidentGroup.SERIOUS_PROBLEMS:
        story.then(SeriousByText(NUMBER, kind))
    else:
        story.then(LOWERED)


def test_inc_04_the_same_grade_is_no_grading() -> None:
    happened().when(RAISE).then()
    happened(kind=MILD).when(LOWER).then()


def test_inc_04_with_the_chief_beside() -> None:
    for ask in (RAISE, LOWER):
        story = happened(kind=MILD if ask is RAISE else IncidentKind.DISASTER)
        story.when(ask, here(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))


def test_inc_04_what_rests_is_opened_again_by_a_graver_view_alone() -> None:
    story = happened(OVER, FILED, kind=MILD).done(RAISE)
    assert (the(story).filed_at, owed(the(story), LIAONING)) == (None, (Hop.CHIEF, Hop.EXAM_AREA))
    happened(OVER, FILED).when(LOWER).then(IncidentFiledAlready(NUMBER, NOW))


def test_rec_01_the_record_of_the_room_says_how_grave_it_is() -> None:
    assert outdates(happened(), LOWERED)
    # What befell the whole session after a room had ended does not stand there.
    wide = Story("confirmed").given(RoomEnded(LAW, R1, at("8:59"), GUIDE), opened(room=None))
    assert not outdates(wide, LOWERED)
    assert outdates(wide, LOWERED, number=R2)


# Who follows it (INC-03)


def test_inc_03_a_named_person_follows_it() -> None:
    follow = FollowIncident(NUMBER, GUIDE)
    story = happened()
    assert the(story).follower is None
    story.when(follow).then(IncidentFollowed(NUMBER, GUIDE, NOW)).done(follow)
    assert the(story).follower == GUIDE
    story.when(follow).then()
    story.done(replace(follow, person=CHIEF), present(NOW, by(CHIEF, Role.CHIEF)))
    assert the(story).followed == [Followed(GUIDE, NOW), Followed(CHIEF, NOW)]
    story.when(replace(follow, person=STRANGER)).then(PersonUnknown(STRANGER))
    roles = (Role.CHIEF, Role.SITE_ADMIN)
    story.when(follow, present(NOW, by(GUIDE, Role.ROOM_ADMIN))).then(NotYourRole(Role.ROOM_ADMIN, roles))


# Rooms that were left (INC-09)

LEAVE = RecordEvacuation(NUMBER, LAW, R1, 2, at("9:05"), GUIDE)
LEFT = RoomEvacuated(NUMBER, LAW, R1, 2, at("9:05"), GUIDE)
BACK = RecordReturn(NUMBER, R1, at("9:25"), GUIDE)
CAME_BACK = RoomReturned(NUMBER, R1, at("9:25"), GUIDE)


def test_inc_09_a_room_is_left_and_counted_and_comes_back() -> None:
    story = happened().when(LEAVE).then(LEFT).done(LEAVE).done(replace(LEAVE, room=R2, people=0))
    story.when(BACK).then(CAME_BACK).done(BACK)
    assert the(story).evacuated == [
        Evacuated(LAW, R1, at("9:05"), 2, at("9:25")),
        Evacuated(LAW, R2, at("9:05"), 0),
    ]
    story.when(BACK).then(NobodyLeft(NUMBER, R1))
    story.done(replace(LEAVE, happened_at=at("9:40"))).done(replace(BACK, happened_at=at("9:50")))
    assert [one.back_at for one in the(story).evacuated if one.room == R1] == [at("9:25"), at("9:50")]
    assert not outdates(story, LEFT, CAME_BACK)


def test_inc_09_once_until_they_are_back() -> None:
    happened(LEFT).when(LEAVE).then(LeftAlreadyThen(NUMBER, R1))
    happened(LEFT).when(replace(BACK, happened_at=at("9:05") - SECOND)).then(NobodyLeft(NUMBER, R1))
    happened(LEFT).done(replace(BACK, happened_at=at("9:05")))
    happened(LEFT).when(replace(BACK, room=R2)).then(NobodyLeft(NUMBER, R2))


def test_inc_09_a_room_where_people_are() -> None:
    happened().when(replace(LEAVE, people=-1)).then(CountUnfit(-1))
    happened().when(replace(LEAVE, room=R9)).then(RoomNotStarted(LAW, R9))
    happened().when(replace(LEAVE, session=TAX)).then(RoomNotStarted(TAX, R1))
    happened(RoomEnded(LAW, R1, at("10:00"), GUIDE)).when(LEAVE).then(RoomHasEnded(LAW, R1, at("10:00")))
    happened(OVER).when(LEAVE).then(NoOpenIncident(NUMBER))
    story = happened()
    room(story).started_at = None
    story.done(LEAVE)


def test_inc_09_the_people_of_the_room_say_so() -> None:
    """The incident may have begun in another one."""
    own, other = present(NOW, by(GUIDE, Role.ROOM_ADMIN)), present(NOW, by(GUIDE_2, Role.ROOM_ADMIN))
    happened().done(LEAVE, own)
    happened().done(replace(LEAVE, room=R2), other)
    happened().when(LEAVE, other).then(NotYourRoom(R1, R2))
    happened(LEFT).when(BACK, other).then(NotYourRoom(R1, R2))


@pytest.mark.parametrize("ask", [LEAVE, BACK, NoteIncident(NUMBER, NoteKind.ACTION, at("9:15"), GUIDE, NO_TEXT)])
def test_it_happened_and_someone_told_it(ask: RecordEvacuation | RecordReturn | NoteIncident) -> None:
    when = ask.happened_at
    for story in (happened(), happened(LEFT)):
        story.when(ask, here(now=when - SECOND)).then(NotYetHappened(when, when - SECOND))
        story.when(replace(ask, reported_by=STRANGER)).then(PersonUnknown(STRANGER))


@pytest.mark.parametrize("ask", [LEAVE, BACK, FILE, RAISE, FollowIncident(NUMBER, GUIDE)])
def test_inc_01_of_an_incident_that_was_opened(ask: Operation) -> None:
    other = replace(ask, number=IncidentNo("A-009"))
    happened().when(other).then(NoSuchIncident(IncidentNo("A-009")))


# Filing (H11, INC-06)


def test_h11_told_over_final_report_filed() -> None:
    hops = (Hop.CHIEF, Hop.EXAM_AREA)
    story = happened()
    for hop in hops:
        story.done(tells(hop))
    story.done(tells(Hop.EXAM_AREA, "9:20", ReportKind.STAGE))
    story.when(FILE).then(IncidentStillOpen(NUMBER)).done(END)
    story.when(FILE).then(FinalReportOwed(NUMBER))
    story.done(tells(Hop.EXAM_AREA, "9:40", ReportKind.FINAL))
    story.when(FILE).then(IncidentFiled(NUMBER, NOW)).done(FILE)
    assert the(story).filed_at == NOW
    story.when(FILE).then()


def test_inc_05_not_before_everybody_on_the_way_heard() -> None:
    story = told(Hop.CHIEF)
    story.when(FILE).then(ReportsOwed(NUMBER, (Hop.EXAM_AREA,)))
    story.when(FILE, SKILL).then(ReportsOwed(NUMBER, (Hop.PATROL, Hop.LEADING_GROUP)))


def test_inc_06_a_general_one_needs_its_final_report_only_under_004() -> None:
    story = happened(OVER, kind=MILD).when(FILE).then(FILED)
    story.done(tells(Hop.CHIEF), SKILL).done(tells(Hop.LEADING_GROUP), SKILL)
    story.when(FILE, SKILL).then(FinalReportOwed(NUMBER))
    story.done(tells(Hop.LEADING_GROUP, "9:45", ReportKind.FINAL), SKILL).done(FILE, SKILL)


def test_inc_06_a_final_report_of_before_it_became_graver_is_not_the_final_one() -> None:
    story = happened(OVER, kind=MILD).done(tells(Hop.CHIEF)).done(tells(Hop.CHIEF, "9:40", ReportKind.FINAL))
    story.done(FILE).done(RAISE, here(now=at("10:00")))
    for hop in (Hop.CHIEF, Hop.EXAM_AREA):
        story.done(tells(hop, "10:05"))
    story.when(FILE).then(FinalReportOwed(NUMBER))
    story.done(tells(Hop.EXAM_AREA, "10:20", ReportKind.FINAL)).when(FILE).then(FILED)


def test_inc_06_the_office_or_the_chief_files_it() -> None:
    story = happened(OVER, kind=MILD)
    roles = (Role.CHIEF, Role.SITE_ADMIN)
    story.when(FILE, present(NOW, by(GUIDE, Role.ROOM_ADMIN))).then(NotYourRole(Role.ROOM_ADMIN, roles))
    story.done(FILE, present(NOW, by(CHIEF, Role.CHIEF)))


def test_inc_13_over_is_not_filed_and_a_fault_is_another_thing() -> None:
    story = happened().done(ReportFault(FaultKind.POWER, LAW, R1, (), at("9:00"), GUIDE))
    story.done(END)
    assert (the(story).closed_at, the(story).filed_at) == (at("9:30"), None)
    assert [one.closed_at for one in story.site.faults.values()] == [None]
