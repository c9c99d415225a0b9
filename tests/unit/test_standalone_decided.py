"""Interim copies, and what the chief decides about answers that came back (SAL-05, SAL-06)."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.closing import (
    AnswersChecked,
    CheckAnswers,
    IncidentOfSomethingElse,
    RoomBlockers,
    RoomEnded,
    RoomsNotReady,
)
from app.core.correction import AttendanceCorrected, CorrectionReason
from app.core.gate import CheckName
from app.core.incident import IncidentClosed, IncidentElsewhere, NoOpenIncident
from app.core.incident_kinds import IncidentKind
from app.core.operation import Fact, Refused
from app.core.permission import AnotherPersonNeeded, NotYourRole
from app.core.room_move import RoomMoved
from app.core.room_state import Answers, Presence
from app.core.seating import NotInTheRoom
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_return import (
    NothingToDecide,
    ReturnDoubtful,
)
from app.core.standalone_state import PackageEnd, ReturnFlaw
from app.core.terms import IncidentNo, Role, TransferNo
from tests.builders import (
    A1,
    A2,
    GUIDE,
    LAW,
    R1,
    R2,
    R9,
    TAX,
    Story,
    at,
    desk,
)
from tests.unit.alone_story import (
    BACK,
    BACK_2,
    COPY,
    LOST,
    LOST_ANSWERS,
    SECOND_OUT,
    after_reset,
    came_back,
    comes_back,
    consented,
    now,
    of,
    out,
    package_of,
    room,
    went_out,
)
from tests.unit.doubtful_returns import ANSWERS_GONE, BACK_AT, NONE, came, decided, decides, doubtful, ends

# Interim copies (SAL-06)


def test_sal_06_an_interim_copy_is_kept_and_does_not_count() -> None:
    copy = comes_back(file=COPY, final=False)
    story = out().done(copy, BACK_AT)
    assert (package_of(story).counted, package_of(story).undecided, ends(story)) == (None, False, [None])
    assert COPY in story.site.blobs
    assert story.done(comes_back(), BACK_AT).answer == (came_back(),)
    late = doubtful(out(SECOND_OUT), comes_back(), ReturnFlaw.VOIDED)
    late.done(copy, BACK_AT)


def test_sal_06_it_counts_by_the_chiefs_word_on_an_open_incident_alone() -> None:
    copy = came_back(file=COPY, final=False)
    out(copy).when(decides(COPY)).then(NoOpenIncident(IncidentNo("")))
    out(copy).when(decides(COPY, LOST)).then(NoOpenIncident(LOST))
    closed = IncidentClosed(LOST, at("9:50"))
    out(copy, LOST_ANSWERS, closed).when(decides(COPY, LOST)).then(NoOpenIncident(LOST))
    power = replace(LOST_ANSWERS, kind=IncidentKind.POWER)
    out(copy, power).when(decides(COPY, LOST)).then(IncidentOfSomethingElse(LOST, IncidentKind.POWER))
    out(copy, replace(LOST_ANSWERS, kind=IncidentKind.ANSWERS_DAMAGED)).done(decides(COPY, LOST))
    for elsewhere in (replace(LOST_ANSWERS, room=R2), replace(LOST_ANSWERS, session=TAX)):
        out(copy, elsewhere).when(decides(COPY, LOST)).then(IncidentElsewhere(LOST))
    for here in (LOST_ANSWERS, replace(LOST_ANSWERS, room=None), replace(LOST_ANSWERS, session=None)):
        story = out(copy, here).when(decides(COPY, LOST)).then(decided(COPY, LOST)).done(decides(COPY, LOST))
        assert (package_of(story).counted, of(story).answers) == (COPY, Answers.COLLECTED)


def test_sal_06_the_incident_stands_with_the_copy_that_counts_alone() -> None:
    first, second = (came_back(file=file, final=False) for file in (COPY, BACK_2))
    story = out(first, second, LOST_ANSWERS).done(decides(BACK_2, LOST))
    assert [one.decided_on for one in package_of(story).returns] == [None, LOST]


def test_sal_06_the_copy_saves_what_was_written_off() -> None:
    copy = came_back(file=COPY, final=False)
    story = out(copy, LOST_ANSWERS, ANSWERS_GONE).done(decides(COPY, LOST))
    assert (of(story).answers, ends(story)) == (Answers.COLLECTED, [PackageEnd.COUNTED])


def test_sal_06_the_return_that_comes_after_the_copy_counted_replaces_nothing() -> None:
    copy = came_back(file=COPY, final=False)
    story = out(copy, LOST_ANSWERS).done(decides(COPY, LOST))
    doubtful(story, comes_back(), ReturnFlaw.SECOND)
    assert package_of(story).counted == COPY
    story.done(decides())
    assert package_of(story).counted == BACK


def test_sal_06_once_the_return_counts_no_copy_does() -> None:
    copy = came_back(file=COPY, final=False)
    out(copy, LOST_ANSWERS, came_back()).when(decides(COPY, LOST)).then(NothingToDecide(A1))


# Who decides, and on what


def test_sal_05_the_chief_decides() -> None:
    story = doubtful(out(SECOND_OUT), comes_back(), ReturnFlaw.VOIDED)
    story.when(decides(), desk(Role.SITE_ADMIN, Role.EXAM_OFFICE)).then(AnotherPersonNeeded((Role.CHIEF,)))
    story.when(decides(), desk(Role.ROOM_ADMIN, Role.CHIEF)).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))


def test_sal_05_only_on_a_return_of_this_candidate_that_waits() -> None:
    out().when(decides()).then(NothingToDecide(A1))
    out().when(decides(NONE)).then(NothingToDecide(A1))
    after_reset().when(decides()).then(NothingToDecide(A1))
    after_reset().when(decides(NONE)).then(NothingToDecide(A1))
    out(came_back()).when(decides()).then(NothingToDecide(A1))
    story = doubtful(out(SECOND_OUT), comes_back(), ReturnFlaw.VOIDED)
    other = after_reset().given(*_of_another(story))
    other.when(decides(BACK)).then(NothingToDecide(A1))


def _of_another(story: Story) -> tuple[Fact, ...]:
    """A2 has a return under the digest that is asked for, A1 one that waits under another."""
    assert isinstance(story.answer, Refused)
    return (
        consented(A2),
        went_out(ticket=A2),
        came_back(ticket=A2),
        consented(),
        went_out(machine="J-21", place="021"),
        replace(came_back(file=BACK_2), flaws=(ReturnFlaw.OLDER,)),
    )


# After the end


def test_sal_05_what_comes_after_the_check_voids_it_and_waits() -> None:
    story = out(came_back(), RoomEnded(LAW, R1, at("10:02"), GUIDE), RoomEnded(LAW, R2, at("10:02"), GUIDE))
    story.given(AnswersChecked(LAW, at("10:05")))
    fact = replace(came(comes_back(file=BACK_2), ReturnFlaw.SECOND), at=at("10:06"))
    story.when(comes_back(file=BACK_2), now("10:06")).refused(ReturnDoubtful(A1, 1, (ReturnFlaw.SECOND,)), fact)
    story.given(fact)
    assert story.site.sessions[LAW].checked_at is None
    refusal = story.when(CheckAnswers(LAW)).answer
    assert isinstance(refusal, RoomsNotReady)
    assert CheckName.STANDALONE in refusal.rooms[0].blockers
    assert isinstance(refusal.rooms[0], RoomBlockers)
    story.given(AnswersChecked(LAW, at("10:07"))).done(decides(BACK_2))
    assert story.site.sessions[LAW].checked_at is None


def test_sal_05_it_comes_back_to_the_room_in_which_the_candidate_is_now() -> None:
    """The room was left with the package out."""
    moved = RoomMoved(LAW, R1, R9, LOST, tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3)), at("9:10"), GUIDE)
    story = out(moved).when(comes_back(), BACK_AT).then(replace(came_back(), room=R9)).done(comes_back(), BACK_AT)
    assert of(story).room == R9
    assert of(story).answers is Answers.COLLECTED
    assert room(story).stations == {}


def test_sal_05_nobody_who_is_told_as_absent_has_answers_that_count() -> None:
    """Withdrawn, then told as never having come; and then the void package comes back."""
    story = out(StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE))
    story.given(AttendanceCorrected(LAW, R1, A1, False, CorrectionReason.NEVER_CAME, at("9:10"), GUIDE))
    story.given(replace(came_back(), flaws=(ReturnFlaw.VOIDED,)))
    story.when(decides()).then(NotInTheRoom(A1, Presence.ABSENT))
