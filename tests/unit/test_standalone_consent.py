"""Consent to a standalone exam: the last resort, the chief's word, one candidate and one session (SAL-01, SAL-02)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.attendance import RoomHasEnded, RoomNotStarted
from app.core.cause import CauseNotHere, NoCause, NoSuchCause
from app.core.closing import AnswersWrittenOff, RoomEnded
from app.core.consent import AllowedBeforeCause
from app.core.delegation import ChiefDelegated, DelegationEnded
from app.core.fault import FaultKind, FaultReported, FaultRestored
from app.core.leaving import CandidateLeft
from app.core.login import LoggedIn
from app.core.machines import SpareServed
from app.core.operation import Desk, Fact, NotYetHappened, PersonUnknown, Signer
from app.core.permission import AnotherPersonNeeded, NotYourRole, NotYourRoom
from app.core.reset import CandidateReset
from app.core.room_move import RoomMoved
from app.core.room_open import RoomCalledOff
from app.core.room_state import Answers, CalledOff, Presence, ResetCause
from app.core.standalone import ConsentNeeded
from app.core.standalone_consent import (
    AdministratorConfirms,
    ConsentAfterExport,
    MachineWorks,
    NobodyToGoOn,
    NoFailedReset,
    NotTheChief,
    StandaloneConsented,
    WarningUnread,
)
from app.core.standalone_course import StandaloneWithdrawn
from app.core.standalone_state import Ground, StandaloneConsent
from app.core.terms import CauseNo, FaultNo, PersonId, Role, TransferNo
from tests.builders import (
    A1,
    A2,
    A3,
    ADMIN,
    B1,
    CHIEF,
    DEPUTY,
    GUIDE,
    GUIDE_2,
    LAW,
    NOBODY,
    OFFICER,
    R1,
    R2,
    R9,
    SECOND,
    STRANGER,
    TAX,
    Story,
    at,
    by,
    present,
)
from tests.unit.alone_story import (
    BROKEN,
    CAUSE,
    FAILED,
    LOGGED_IN,
    LOST,
    after_reset,
    asks,
    consented,
    goes_out,
    morning,
    now,
    of,
    out,
    package_of,
    room,
)
from tests.unit.crowded import STARTED, full

HERE = now("8:58")
ME, BOSS = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF)
SECOND_IN_LINE, CLERK = by(DEPUTY, Role.DEPUTY), by(OFFICER, Role.EXAM_OFFICE)


def at_desk(*signers: Signer, clock: str = "8:58") -> Desk:
    return present(at(clock), *signers)


def said(ground: Ground, reported_by: PersonId = GUIDE) -> StandaloneConsented:
    return replace(consented(), ground=ground, reported_by=reported_by)


# Only where nothing else helps (SAL-01)


def test_sal_01_after_a_failed_reset_the_chief_consents() -> None:
    story = after_reset().when(asks(), HERE).then(consented()).done(asks(), HERE)
    given = StandaloneConsent(Ground.RESET_FAILED, (CAUSE,), CHIEF, at("8:57"), at("8:58"), False, GUIDE)
    assert package_of(story).consents == [given]
    assert package_of(story).consent is package_of(story).consents[0]
    assert not given.waits


def test_sal_01_without_a_failed_reset_it_is_refused() -> None:
    no = NoFailedReset(A1)
    morning(LOGGED_IN).when(asks(), HERE).then(no)
    morning(LOGGED_IN, FAILED[0]).when(asks(), HERE).then(no)
    again = LoggedIn(LAW, R1, A1, "010", at("8:54"), GUIDE)
    morning(LOGGED_IN, FAILED[0], again).when(asks(), HERE).then(no)


def test_sal_01_an_earlier_reset_that_failed_is_enough() -> None:
    """The second reset waits for its login, or brought one that broke again."""
    second = CandidateReset(LAW, R1, A1, ResetCause.MACHINE, "010", "011", at("8:56"), GUIDE)
    after_reset(second).done(asks(), HERE)


@pytest.mark.parametrize("ground", [Ground.ROOM_DOWN, Ground.NO_MACHINE])
def test_sal_01_a_reason_why_a_reset_is_impossible_is_an_administrators(ground: Ground) -> None:
    """Also for somebody who never logged in."""
    for person in (GUIDE, ADMIN):
        ask = replace(asks(ground), reported_by=person)
        morning().when(ask, HERE).then(said(ground, person))
    for person in (CHIEF, OFFICER, DEPUTY):
        ask = replace(asks(ground), reported_by=person)
        morning().when(ask, HERE).then(AdministratorConfirms(person))
    chief_told = replace(asks(), reported_by=CHIEF)
    after_reset().when(chief_told, HERE).then(said(Ground.RESET_FAILED, CHIEF))


def test_sal_01_nobody_goes_on_who_is_not_answering() -> None:
    left = CandidateLeft(LAW, R1, A1, None, at("8:56"), GUIDE)
    after_reset(left).when(asks(), HERE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.OPEN))
    lost = AnswersWrittenOff(LAW, R1, A1, LOST)
    after_reset(lost).when(asks(), HERE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.WRITTEN_OFF))
    for presence in (Presence.AWAITED, Presence.ABSENT, Presence.PENDING):
        story = after_reset()
        of(story).presence = presence
        story.when(asks(), HERE).then(NobodyToGoOn(A1, presence, Answers.OPEN))
    story = after_reset()
    of(story).answers = Answers.COLLECTED
    story.when(asks(), HERE).then(NobodyToGoOn(A1, Presence.PRESENT, Answers.COLLECTED))
    after_reset().when(asks(ticket=NOBODY), HERE).then(NotInThisSession(LAW, NOBODY))


def test_sal_01_only_while_the_room_sits() -> None:
    ended = RoomEnded(LAW, R1, at("8:58"), GUIDE)
    after_reset(ended).when(asks(), HERE).then(RoomHasEnded(LAW, R1, at("8:58")))
    Story("released").given(BROKEN).when(asks(Ground.NO_MACHINE), HERE).then(RoomNotStarted(LAW, R1))
    story = after_reset()
    room(story).called_off = CalledOff.CANCELLED
    story.when(asks(), HERE).then(RoomCalledOff(LAW, R1, CalledOff.CANCELLED))


def test_sal_01_in_the_room_to_which_everybody_moved_the_broken_machine_is_no_cause() -> None:
    numbers = tuple(TransferNo(f"A-00{n}") for n in (1, 2, 3))
    story = after_reset().given(RoomMoved(LAW, R1, R9, LOST, numbers, at("8:56"), GUIDE))
    story.when(asks(), HERE).then(CauseNotHere(LAW, CAUSE))
    story.given(replace(BROKEN, room=R9)).done(asks(), HERE)


def test_sal_01_it_hangs_on_a_cause_of_this_room_that_was_there_before() -> None:
    after_reset().when(replace(asks(), causes=()), HERE).then(NoCause(LAW))
    strange = CauseNo("AF-009")
    after_reset().when(replace(asks(), causes=(strange,)), HERE).then(NoSuchCause(strange))
    after_reset().when(replace(asks(), ticket=B1), HERE).then(CauseNotHere(LAW, CAUSE))
    early = asks(given_at=at("8:50") - SECOND)
    after_reset().when(early, HERE).then(AllowedBeforeCause(at("8:50") - SECOND, at("8:50")))
    morning().when(asks(Ground.NO_MACHINE, given_at=at("8:50") - SECOND), HERE).then(
        AllowedBeforeCause(at("8:50") - SECOND, at("8:50"))
    )
    morning().done(asks(Ground.NO_MACHINE, given_at=at("8:50")), HERE)
    after_reset().when(asks(given_at=at("8:55") - SECOND), HERE).then(
        AllowedBeforeCause(at("8:55") - SECOND, at("8:55"))
    )
    after_reset().done(asks(given_at=at("8:55")), HERE)


@pytest.mark.parametrize(
    ("broken", "works"),
    [
        (BROKEN, False),
        (replace(BROKEN, seats=()), False),
        (replace(BROKEN, room=None, seats=()), False),
        (replace(BROKEN, seats=("002",)), True),
        (replace(BROKEN, kind=FaultKind.PERIPHERAL), True),
    ],
    ids=["the machine", "the room", "the site", "another machine", "only the mouse"],
)
def test_sal_01_the_reason_is_a_fault_that_still_holds_that_machine(broken: FaultReported, *, works: bool) -> None:
    ask = asks(Ground.NO_MACHINE)
    morning(broken).when(ask, HERE).then(MachineWorks(A1) if works else said(Ground.NO_MACHINE))
    morning(broken, FaultRestored(broken.number, at("8:56"))).when(ask, HERE).then(MachineWorks(A1))


def test_sal_01_it_was_given_and_somebody_told_it() -> None:
    after_reset().when(asks(), now("8:56:59")).then(NotYetHappened(at("8:57"), at("8:56:59")))
    after_reset().when(replace(asks(), reported_by=STRANGER), HERE).then(PersonUnknown(STRANGER))


# The chief's word (SAL-02)


def test_sal_02_the_chief_signs_beside_whoever_asks() -> None:
    after_reset().done(asks(), at_desk(by(GUIDE, Role.ROOM_ADMIN), BOSS))
    after_reset().when(asks(), at_desk(ME, CLERK)).then(AnotherPersonNeeded((Role.CHIEF,)))
    after_reset().when(asks(), at_desk(ME)).then(AnotherPersonNeeded((Role.CHIEF,)))
    asked_by_chief = NotYourRole(Role.CHIEF, (Role.ROOM_ADMIN, Role.SITE_ADMIN))
    after_reset().when(asks(), at_desk(BOSS, ME)).then(asked_by_chief)
    after_reset().when(asks(), at_desk(by(GUIDE_2, Role.ROOM_ADMIN), BOSS)).then(NotYourRoom(R1, R2))


@pytest.mark.parametrize("person", [DEPUTY, OFFICER, ADMIN, STRANGER])
def test_sal_02_nobody_consents_in_the_chiefs_place(person: PersonId) -> None:
    after_reset().when(replace(asks(), by=person), HERE).then(NotTheChief(person))
    phoned = replace(asks(by_phone=True), by=person)
    after_reset().when(phoned, HERE).then(NotTheChief(person))


def delegated(since: str, until: str) -> Fact:
    return ChiefDelegated(CHIEF, DEPUTY, "WT-1", at(since), at(until))


def test_sal_02_j_09_a_deputy_consents_only_while_a_written_delegation_holds() -> None:
    ask, here = replace(asks(), by=DEPUTY), at_desk(ME, SECOND_IN_LINE)
    after_reset().when(ask, here).then(AnotherPersonNeeded((Role.CHIEF,)))
    after_reset(delegated("8:00", "12:00")).when(ask, here).then(replace(consented(), by=DEPUTY))
    over = after_reset(delegated("8:00", "12:00"), DelegationEnded(DEPUTY))
    over.when(ask, here).then(AnotherPersonNeeded((Role.CHIEF,)))


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [
        ("8:57", "12:00", True),
        ("8:57:01", "12:00", False),
        ("8:00", "8:57", True),
        ("8:00", "8:56:59", False),
    ],
)
def test_sal_02_what_counts_is_when_the_deputy_gave_it(since: str, until: str, held: bool) -> None:
    """By telephone at 8:57, entered at 8:58."""
    ask = replace(asks(by_phone=True), by=DEPUTY)
    story = after_reset(delegated(since, until)).when(ask, HERE)
    story.then(replace(consented(by_phone=True), by=DEPUTY) if held else NotTheChief(DEPUTY))


def test_sal_02_who_consents_in_person_is_there() -> None:
    """A deputy with a delegation signs beside; the chief is named and is not there."""
    story = after_reset(delegated("8:00", "12:00"))
    story.when(asks(), at_desk(ME, SECOND_IN_LINE)).then(NotTheChief(CHIEF))


def test_sal_02_consent_is_of_one_session() -> None:
    """The same candidate in the next session has none."""
    story = after_reset(consented())
    assert story.site.sessions[TAX].standalone == {}
    next_one = replace(goes_out(), session=TAX)
    story.given(replace(LOGGED_IN, session=TAX))
    story.when(next_one, now("9:00")).then(ConsentNeeded(A1))
    story.when(replace(goes_out(), ticket=A2), now("9:00")).then(ConsentNeeded(A2))


def test_sal_02_consent_after_the_export_is_refused() -> None:
    again = asks(given_at=at("9:05"))
    out().when(again, now("9:06")).then(ConsentAfterExport(A1, 1))
    back = StandaloneWithdrawn(LAW, R1, A1, at("9:05"), GUIDE)
    out(back).when(again, now("9:06")).then(replace(consented(given_at=at("9:05")), at=at("9:06")))


def test_sal_02_the_same_consent_twice_is_one() -> None:
    story = after_reset(consented()).when(asks(), HERE).then()
    story.done(asks(given_at=at("8:58")), HERE)
    assert len(package_of(story).consents) == 2


# The warning (SAL-06)


def test_sal_06_the_warning_that_no_backup_runs_is_read() -> None:
    after_reset().when(replace(asks(), warned=False), HERE).then(WarningUnread(A1))


def test_sal_01_others_of_the_room_are_not_concerned() -> None:
    story = after_reset(consented())
    assert set(story.site.sessions[LAW].standalone) == {A1}
    assert not any(of(story, one).standalone for one in (A1, A2, A3))


def test_sal_01_who_was_never_given_a_seat_goes_on_where_none_is_left() -> None:
    """In an overbooked room: both machines are taken, one of them is broken, and the third candidate has none."""
    broken = FaultReported(FaultNo("AF-001"), FaultKind.MACHINE, LAW, R1, ("001",), at("8:40"), GUIDE)
    asked = replace(asks(Ground.NO_MACHINE, ticket=A3), reported_by=ADMIN)
    full(broken, *STARTED).done(asked, HERE)
    story = full(broken, SpareServed(R1, ("003",), in_service=True, at=at("8:22"), reported_by=ADMIN), *STARTED)
    story.when(asked, HERE).then(MachineWorks(A3))
