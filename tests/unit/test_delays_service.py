"""Delays and extra time at the desk: who consented stays out of the journal, codes find their owner, directives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as changed
from datetime import UTC, timedelta

import pytest
from msgspec.structs import replace

from app.core.consent import NoSuchApplication, SpeakerUnfit
from app.core.directive import DirectiveElsewhere
from app.core.directory import Speaker
from app.core.operation import NotYetHappened, Refusal
from app.core.permission import AnotherPersonNeeded
from app.core.room_state import CalledOff
from app.core.rulebook import Tier
from app.core.terms import ApplicationNo, Digest, ExamId, Mode, RoomId, SiteCode
from app.core.time_state import Means, Outcome
from app.crypto.codes import Purpose
from app.exchange import directive
from app.exchange.directive import MinistryDirective
from app.exchange.signed import Ed25519Key, Kind, SigningKey, sign
from app.service import delays
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.delays import Fits
from app.trouble import Code, Trouble
from tests.agencies import Ends, both
from tests.stores import EVE
from tests.unit.coded_site import A01, ASKED, FIRST, ONE, SECOND, TWO, asked, ends, spoken, whole, with_chief

__all__ = ["ends", "whole"]

SAID = Speaker("刘\uf9f4", "沈阳市人事考试中心", "024-23230001")
LATER = EVE + timedelta(minutes=10)


@pytest.fixture
def console(ends: Ends) -> Iterator[Console]:
    """A power failure at two o'clock, a delay of both rooms applied for, and ten minutes gone by."""
    console = ends.place.open()
    asked(console, 90)
    assert isinstance(console.clock, DrivenClock)
    console.clock.advance(LATER)
    yield console
    console.store.abandon()


# Who consented


def consent(console: Console, speaker: Speaker = SAID, number: ApplicationNo = ASKED) -> Refusal | None:
    return delays.consent(console, number, Tier.CITY, Means.PHONE, speaker, EVE, A01, *both(console))


def kept(console: Console) -> tuple[Digest, ...]:
    return tuple(one.said_by for one in console.site.applications[ASKED].consents)


def test_who_consented_is_kept_among_the_personal_data_and_never_in_the_journal(console: Console) -> None:
    assert consent(console) is None
    (said_by,) = kept(console)
    assert console.directory.said_by == {said_by: SAID}
    assert said_by in console.site.blobs
    sealed = console.store.blobs.get(said_by)
    stored = b"".join(entry.stamp + entry.body for entry in console.store.journal.read()) + sealed
    for words in (SAID.name, SAID.office, SAID.phone):
        assert words.encode() not in stored
        assert words.encode("unicode_escape") not in stored
    assert SAID.name.encode() in console.store.keys.unseal(sealed)


def test_who_consented_is_known_after_the_store_was_opened_again(ends: Ends, console: Console) -> None:
    assert consent(console) is None
    console.store.close()
    again = ends.place.open(LATER)
    try:
        assert again.directory.said_by == {kept(again)[0]: SAID}
        (one,) = again.site.applications[ASKED].consents
        assert (one.authority, one.means, one.given_at, one.entered_at) == (Tier.CITY, Means.PHONE, EVE, LATER)
    finally:
        again.store.abandon()


def test_the_same_consent_twice_stands_once_and_another_speaker_is_another(console: Console) -> None:
    assert consent(console) is None
    assert consent(console) is None
    assert len(kept(console)) == 1
    assert consent(console, replace(SAID, phone="024-23230002")) is None
    assert len(kept(console)) == len(set(kept(console))) == 2


def test_a_consent_that_is_refused_names_nobody(console: Console) -> None:
    strange = ApplicationNo("AS-009")
    before = set(console.store.blobs.digests())
    assert consent(console, number=strange) == NoSuchApplication(strange)
    assert console.directory.said_by == {}
    assert set(console.store.blobs.digests()) == before


def test_the_same_consent_again_wants_its_signature_too(console: Console) -> None:
    assert consent(console) is None
    assert delays.consent(console, ASKED, Tier.CITY, Means.PHONE, SAID, EVE, A01) is not None
    assert len(kept(console)) == 1


@pytest.mark.parametrize("part", ["name", "office", "phone"])
def test_who_consented_is_named_in_short_lines(console: Console, part: str) -> None:
    """Hostile: what is pasted there would break the page and the sheet on which it stands (J-45)."""
    for text in ("1" * 61, "1\n2", "1\u200f"):
        assert consent(console, replace(SAID, **{part: text})) == SpeakerUnfit(part, 60)
    for text in ("", " "):
        answer = consent(console, replace(SAID, **{part: text}))
        assert answer == (None if part == "phone" else SpeakerUnfit(part, 60))
    assert consent(console, replace(SAID, **{part: "1" * 60})) is None


# Whose a code is


def test_a_code_that_is_anothers_finds_its_owner(ends: Ends, console: Console) -> None:
    search = delays.owners(console)
    (ticket,) = sorted(console.site.sessions[FIRST].rooms[TWO].sittings)[:1]
    for purpose, session, subject, minutes in (
        (Purpose.DELAY, FIRST, TWO, 45),
        (Purpose.DELAY, SECOND, ONE, 60),
        (Purpose.DELAY_SITE, SECOND, "*", 1),
        (Purpose.EXTRA_TIME_ROOM, FIRST, ONE, 31),
        (Purpose.EXTRA_TIME, FIRST, ticket, 15),
    ):
        heard = spoken(ends, console, purpose, session, subject, minutes)
        assert search.find(heard) == Fits(purpose, session, subject, minutes)


def test_rooms_are_tried_before_candidates(console: Console) -> None:
    purposes = [purpose for purpose, _, _, _ in delays.owners(console).subjects]
    assert set(purposes) == set(Purpose)
    first = purposes.index(Purpose.EXTRA_TIME)
    assert set(purposes[first:]) == {Purpose.EXTRA_TIME}


def test_a_code_of_nobody_here_finds_nobody(ends: Ends, console: Console) -> None:
    search = delays.owners(console)
    stranger = changed(ends, agency=changed(ends.agency, master=bytes(range(32))))
    assert search.find(spoken(stranger, console, Purpose.DELAY, FIRST, ONE, 45)) is None
    assert search.find(spoken(ends, console, Purpose.DELAY, "9-9", ONE, 45)) is None
    assert search.find("N4GG8-T4Z6F-7G0QN-S3JDN") is None
    assert search.find("") is None


def test_a_search_stops_when_it_is_told_to(ends: Ends, console: Console) -> None:
    search = delays.owners(console)
    heard = spoken(ends, console, *search.subjects[2][:3], 1)
    steps = iter((False, False, True, False))
    assert search.find(heard, lambda: next(steps)) is None
    assert next(steps) is False, "nothing was tried after the stop"
    steps = iter((False, False, False))
    assert search.find(heard, lambda: next(steps)) is not None


def test_a_search_needs_a_package(console: Console) -> None:
    console.site.package = None
    with pytest.raises(Trouble) as caught:
        delays.owners(console)
    assert caught.value.code is Code.PACKAGE_MISSING


# What the ministry decides


def decided(console: Console, **changes: object) -> MinistryDirective:
    assert console.site.package
    content = MinistryDirective(
        mode=console.site.mode,
        exam=console.site.package.exam.id,
        site=console.site.code,
        issued_at=LATER - timedelta(minutes=1),
        serial="M-1",
        session=FIRST,
        rooms=(ONE,),
        outcome=Outcome.START,
        until=LATER + timedelta(hours=1),
    )
    return replace(content, **changes)


def take(console: Console, token: bytes, number: ApplicationNo = ASKED) -> Refusal | None:
    return delays.take_directive(console, number, token, *with_chief(console))


def test_a_directive_is_taken_as_it_came_and_told_in_site_time(ends: Ends, console: Console) -> None:
    issued, until = LATER - timedelta(minutes=2), LATER + timedelta(hours=1)
    token = directive.write(
        decided(console, issued_at=issued.astimezone(UTC), until=until.astimezone(UTC)), ends.agency.ministry
    )
    assert take(console, token) is None
    (taken,) = console.site.applications[ASKED].directives
    assert (taken.outcome, taken.serial, taken.rooms) == (Outcome.START, "M-1", (ONE,))
    assert (taken.issued_at, taken.until, taken.entered_at) == (issued, until, LATER)
    assert taken.until
    assert taken.issued_at.utcoffset() == taken.until.utcoffset() == LATER.utcoffset()
    assert console.store.blobs.get(taken.document) == token


def test_a_directive_without_an_end_and_the_ones_that_call_a_room_off(ends: Ends, console: Console) -> None:
    rooms = console.site.sessions[FIRST].rooms
    steps = ((Outcome.POSTPONE, CalledOff.POSTPONED), (Outcome.START, None), (Outcome.CANCEL, CalledOff.CANCELLED))
    for n, (outcome, called_off) in enumerate(steps, 1):
        issued = LATER - timedelta(minutes=5 - n)
        content = decided(console, outcome=outcome, serial=f"M-{n}", issued_at=issued, until=None)
        assert take(console, directive.write(content, ends.agency.ministry)) is None
        assert (rooms[ONE].called_off, rooms[TWO].called_off) == (called_off, None)
    assert [one.until for one in console.site.applications[ASKED].directives] == [None] * 3


def test_a_directive_stands_after_the_store_was_opened_again(ends: Ends, console: Console) -> None:
    assert take(console, directive.write(decided(console), ends.agency.ministry)) is None
    console.store.close()
    again = ends.place.open(LATER)
    try:
        assert [one.serial for one in again.site.applications[ASKED].directives] == ["M-1"]
    finally:
        again.store.abandon()


WRONG: dict[str, tuple[Code, dict[str, object]]] = {
    "another mode": (Code.MODE_WRONG, {"mode": Mode.REAL}),
    "another site": (Code.SITE_WRONG, {"site": SiteCode("110105")}),
    "another exam": (Code.EXAM_WRONG, {"exam": ExamId("economics-2020")}),
    "parts of a second": (Code.CONTENT_UNFIT, {"until": LATER + timedelta(microseconds=1)}),
    "no zone": (Code.CONTENT_UNFIT, {"issued_at": LATER.replace(tzinfo=None)}),
    "a last second without its zone": (Code.CONTENT_UNFIT, {"until": LATER.replace(tzinfo=None)}),
    "a year that no clock shows": (Code.CONTENT_UNFIT, {"until": LATER.replace(year=9999)}),
}


def refused(console: Console, token: bytes) -> Trouble:
    before = console.store.journal.n
    with pytest.raises(Trouble) as caught:
        take(console, token)
    assert console.store.journal.n == before
    return caught.value


@pytest.mark.parametrize("name", WRONG)
def test_a_directive_for_somebody_else_or_at_no_time_is_refused_by_name(
    ends: Ends, console: Console, name: str
) -> None:
    code, changes = WRONG[name]
    assert refused(console, directive.write(decided(console, **changes), ends.agency.ministry)).code is code


def test_only_the_ministry_of_this_store_signs_directives(ends: Ends, console: Console) -> None:
    keys: tuple[SigningKey, ...] = (ends.agency.province, Ed25519Key.generate())
    for key in keys:
        assert refused(console, directive.write(decided(console), key)).code is Code.SIGNER_UNKNOWN
    token = directive.write(decided(console), ends.agency.ministry)
    assert refused(console, token[:-3] + b"AAA").code is Code.SIGNATURE_BAD
    other = sign(Kind.RECEIPT, decided(console), ends.agency.ministry)
    assert refused(console, other).code is Code.KIND_WRONG


def test_a_directive_that_the_core_refuses_leaves_nothing_behind(ends: Ends, console: Console) -> None:
    ministry = ends.agency.ministry
    other_rooms = directive.write(decided(console, rooms=(ONE, RoomId("009"))), ministry)
    assert take(console, other_rooms) == DirectiveElsewhere(ASKED, FIRST, (ONE, RoomId("009")))
    assert take(console, directive.write(decided(console, session=SECOND), ministry)) == DirectiveElsewhere(
        ASKED, SECOND, (ONE,)
    )
    ahead = LATER + timedelta(seconds=1)
    assert take(console, directive.write(decided(console, issued_at=ahead), ministry)) == NotYetHappened(ahead, LATER)
    assert isinstance(
        delays.take_directive(console, ASKED, directive.write(decided(console), ministry), both(console)[0]),
        AnotherPersonNeeded,
    )
    assert console.site.applications[ASKED].directives == []


def test_a_directive_needs_a_package(console: Console, ends: Ends) -> None:
    token = directive.write(decided(console), ends.agency.ministry)
    console.site.package = None
    with pytest.raises(Trouble) as caught:
        delays.read_directive(console, token)
    assert caught.value.code is Code.PACKAGE_MISSING
