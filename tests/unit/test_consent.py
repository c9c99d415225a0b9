"""Consents: whose this rulebook knows, told to somebody, after the cause; who spoke stays out of the journal."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.core.consent import AllowedBeforeCause, ConsentGiven, NoSuchApplication, NotTheirsToAllow, RecordConsent
from app.core.operation import NotYetHappened, PersonUnknown
from app.core.permission import NotYourRole
from app.core.rulebook import Rulebook, Tier
from app.core.terms import Role
from app.core.time_state import Consent, Means
from tests.builders import (
    ADMIN,
    D1,
    D2,
    GUIDE,
    LIAONING,
    MONGOLIA,
    NATIONAL,
    R1,
    R2,
    SECOND,
    STRANGER,
    ZHEJIANG,
    at,
    by,
    present,
)
from tests.unit.time_facts import (
    ASKED,
    CITY,
    HEAD,
    MINISTRY,
    PROVINCE,
    RESPONSIBLE,
    agreed,
    applied,
    asked_for,
    here,
    late,
    running,
    start,
)

ASK = RecordConsent(ASKED, CITY, Means.PHONE, D1, at("8:55"), GUIDE)
NOW = here("9:00")


def test_tim_02_a_consent_is_kept_with_who_how_when_and_to_whom() -> None:
    fact = ConsentGiven(ASKED, CITY, Means.PHONE, D1, at("8:55"), at("9:00"), GUIDE)
    story = late(applied(30, R1, R2)).when(ASK, NOW).then(fact).done(ASK, NOW)
    assert story.site.applications[ASKED].consents == [Consent(CITY, Means.PHONE, D1, at("8:55"), at("9:00"), GUIDE)]
    assert D1 in story.site.blobs
    for room in (R1, R2):
        story.done(start("8:58", room), NOW)


@pytest.mark.parametrize("means", Means)
def test_j_45_by_every_means(means: Means) -> None:
    late(applied()).done(replace(ASK, means=means), NOW)


def test_tim_05_a_consent_answers_an_application() -> None:
    late().when(ASK, NOW).then(NoSuchApplication(ASKED))


@pytest.mark.parametrize(
    ("rules", "for_delay", "for_extra_time"),
    [
        (LIAONING, {CITY}, set()),
        (NATIONAL, set(), set()),
        (MONGOLIA, set(), set()),
        (ZHEJIANG, {RESPONSIBLE, HEAD}, {RESPONSIBLE, HEAD}),
    ],
    ids=lambda value: value.id if isinstance(value, Rulebook) else "",
)
def test_g3_whose_consent_counts_is_the_rulebooks_to_say(
    rules: Rulebook, for_delay: set[Tier], for_extra_time: set[Tier]
) -> None:
    """The city is asked about delays only: extra time jumps from the invigilator to the province (G3.5)."""
    now = here("9:40", rules=rules)
    for story, theirs in ((late(applied()), for_delay), (running(asked_for(31)), for_extra_time)):
        for tier in Tier:
            ask = replace(ASK, authority=tier, given_at=at("9:39"))
            if tier in theirs:
                assert isinstance(story.when(ask, now).answer, tuple)
            else:
                story.when(ask, now).then(NotTheirsToAllow(ASKED, tier))


def test_g3_a_province_gives_codes_and_the_ministry_directives_never_consents() -> None:
    for tier in (PROVINCE, MINISTRY):
        late(applied()).when(replace(ASK, authority=tier), NOW).then(NotTheirsToAllow(ASKED, tier))


# When


def test_tim_05_nobody_agreed_before_it_happened() -> None:
    """Hostile: the consent is entered before its cause."""
    early = at("8:20") - SECOND
    late(applied()).when(replace(ASK, given_at=early), NOW).then(AllowedBeforeCause(early, at("8:20")))
    late(applied()).done(replace(ASK, given_at=at("8:20")), NOW)


def test_tim_05_nor_in_the_future_and_somebody_known_heard_it() -> None:
    ahead = at("9:00") + SECOND
    late(applied()).when(replace(ASK, given_at=ahead), NOW).then(NotYetHappened(ahead, at("9:00")))
    late(applied()).when(replace(ASK, told_to=STRANGER), NOW).then(PersonUnknown(STRANGER))
    late(applied()).done(replace(ASK, given_at=at("9:00"), told_to=ADMIN), NOW)


def test_tim_02_entered_twice_it_is_one_consent() -> None:
    story = late(applied()).done(ASK, NOW).when(ASK, NOW).then()
    story.done(replace(ASK, given_at=at("8:56")), NOW).done(replace(ASK, said_by=D2), NOW)
    assert len(story.site.applications[ASKED].consents) == 3


def test_tim_02_it_may_be_entered_before_the_application_was_made_on_paper() -> None:
    """Over the phone the answer comes at once: what counts is the cause, not the minute of the application."""
    story = late(applied()).given(agreed("8:21"))
    story.done(start("8:45"), NOW)


def test_g12_the_site_enters_it() -> None:
    staff = present(at("9:00"), by(GUIDE, Role.ROOM_ADMIN))
    late(applied()).when(ASK, staff).then(NotYourRole(Role.ROOM_ADMIN, (Role.SITE_ADMIN,)))
