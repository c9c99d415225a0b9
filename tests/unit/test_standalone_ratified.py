"""Consent by telephone: heard by two, signed by the very person afterwards (SAL-02, STF-01)."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.gate import CheckName
from app.core.operation import SUPERVISORS, Desk, Signer
from app.core.permission import AnotherPersonNeeded, ThisPersonNeeded
from app.core.room_gate import blockers
from app.core.standalone_consent import (
    ConsentRatified,
    NothingToRatify,
    RatifyConsent,
)
from app.core.terms import Role
from tests.builders import (
    A1,
    ADMIN,
    CHIEF,
    DEPUTY,
    LAW,
    LOCK,
    NOBODY,
    OFFICER,
    at,
    by,
    present,
)
from tests.unit.alone_story import (
    after_reset,
    asks,
    consented,
    goes_out,
    package_of,
    room,
    went_out,
)

ME, BOSS = by(ADMIN, Role.SITE_ADMIN), by(CHIEF, Role.CHIEF)


def at_desk(*signers: Signer, clock: str = "8:58") -> Desk:
    return present(at(clock), *signers)


SECOND_IN_LINE, CLERK = by(DEPUTY, Role.DEPUTY), by(OFFICER, Role.EXAM_OFFICE)


# By telephone, and then signed (STF-01)


def test_sal_02_by_telephone_any_supervisor_hears_it() -> None:
    phoned = asks(by_phone=True)
    for second in (CLERK, SECOND_IN_LINE, BOSS):
        after_reset().when(phoned, at_desk(ME, second)).then(consented(by_phone=True))
    after_reset().when(phoned, at_desk(ME)).then(AnotherPersonNeeded(tuple(sorted(SUPERVISORS))))


def test_sal_02_by_telephone_it_waits_for_the_chiefs_own_signature() -> None:
    story = after_reset(consented(by_phone=True))
    consent = package_of(story).consent
    assert consent
    assert consent.waits
    ratify = RatifyConsent(LAW, A1)
    story.when(ratify, at_desk(ME, CLERK)).then(ThisPersonNeeded(CHIEF))
    story.when(ratify, at_desk(ME, BOSS)).then(ConsentRatified(LAW, A1, CHIEF, at("8:58")))
    story.when(ratify, at_desk(BOSS)).then(ConsentRatified(LAW, A1, CHIEF, at("8:58")))
    story.done(ratify, at_desk(ME, BOSS, clock="9:10"))
    assert (consent.waits, consent.ratified_at) == (False, at("9:10"))
    story.when(ratify, at_desk(ME, BOSS)).then(NothingToRatify(A1))


def test_sal_02_it_is_signed_by_the_very_person_also_after_the_delegation() -> None:
    story = after_reset(replace(consented(by_phone=True), by=DEPUTY))
    ratify = RatifyConsent(LAW, A1)
    story.when(ratify, at_desk(ME, BOSS)).then(ThisPersonNeeded(DEPUTY))
    story.done(ratify, at_desk(SECOND_IN_LINE))


def test_sal_02_a_consent_in_person_does_not_sign_the_one_by_telephone_before() -> None:
    story = after_reset(consented(by_phone=True), consented(given_at=at("8:58")))
    assert CheckName.RATIFIED in blockers(story.site, room(story))
    story.done(RatifyConsent(LAW, A1), at_desk(BOSS))
    assert [one.ratified_at for one in package_of(story).consents] == [at("8:58"), None]
    assert CheckName.RATIFIED not in blockers(story.site, room(story))


def test_sal_02_two_by_telephone_are_signed_one_by_one() -> None:
    second = replace(consented(by_phone=True, given_at=at("8:58")), by=DEPUTY)
    story = after_reset(consented(by_phone=True), second)
    ratify = RatifyConsent(LAW, A1)
    story.when(ratify, at_desk(SECOND_IN_LINE)).then(ThisPersonNeeded(CHIEF))
    story.done(ratify, at_desk(BOSS)).done(ratify, at_desk(SECOND_IN_LINE))
    signed = ConsentRatified(LAW, A1, CHIEF, at("9:30"))
    assert not package_of(story.given(signed)).waiting
    assert {one.ratified_at for one in package_of(story).consents} == {at("8:58")}


def test_sal_02_nothing_to_sign_where_nobody_telephoned() -> None:
    here = at_desk(ME, BOSS)
    after_reset().when(RatifyConsent(LAW, A1), here).then(NothingToRatify(A1))
    after_reset(consented()).when(RatifyConsent(LAW, A1), here).then(NothingToRatify(A1))
    after_reset().when(RatifyConsent(LAW, NOBODY), here).then(NotInThisSession(LAW, NOBODY))


def test_sal_02_a_package_goes_out_on_a_consent_by_telephone() -> None:
    after_reset(consented(by_phone=True)).when(goes_out(), present(at("9:00"), ME, locks=(LOCK,))).then(went_out())
