"""Roots of codes out of the package in force: read when they are asked for, and anew with every package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core.code_entry import CodeNotForThis, EnterCode
from app.core.site import Site
from app.core.terms import Digest
from app.crypto.codes import SIZE, Purpose, Subject, root
from app.service.arrangement import import_package
from app.service.code_roots import CodeRoots
from app.service.console import Console
from app.trouble import Code, Trouble
from tests.agencies import Ends, both
from tests.unit.coded_site import A01, ASKED, FIRST, ONE, SECOND, TWO, asked, ends, spoken, whole

__all__ = ["ends", "whole"]


@pytest.fixture
def console(ends: Ends) -> Iterator[Console]:
    console = ends.place.open()
    yield console
    console.store.abandon()


def of_the_province(ends: Ends, console: Console, purpose: Purpose, session: str, subject: str) -> bytes:
    assert console.site.package
    return root(ends.agency.master, Subject(purpose, console.site.package.exam.id, console.site.code, session, subject))


def test_every_subject_of_the_package_has_the_root_that_the_province_made(ends: Ends, console: Console) -> None:
    subjects, site = console.roots.subjects(), console.site
    assert site.package
    assert {purpose for purpose, _, _ in subjects} == set(Purpose)
    rooms = {(session.id, room) for session in site.package.exam.sessions for room in (ONE, TWO)}
    for purpose in (Purpose.DELAY, Purpose.EXTRA_TIME_ROOM):
        assert {(session, subject) for of, session, subject in subjects if of == purpose} == rooms
    sat = {
        (session, ticket)
        for session, state in site.sessions.items()
        for room in state.rooms.values()
        for ticket in room.sittings
    }
    assert {(session, subject) for of, session, subject in subjects if of == Purpose.EXTRA_TIME} == sat
    for of, session, subject in subjects:
        expected = of_the_province(ends, console, Purpose(of), session, subject)
        assert console.roots(of, session, subject) == expected
        assert len(expected) == SIZE


def test_what_the_package_does_not_name_has_no_root(console: Console) -> None:
    assert console.roots(Purpose.DELAY, FIRST, "999") is None
    assert console.roots(Purpose.DELAY, "9-9", ONE) is None
    assert console.roots(Purpose.DELAY_SITE, FIRST, ONE) is None
    assert console.roots("", "", "") is None


def test_the_desk_checks_codes_against_them(ends: Ends, console: Console) -> None:
    asked(console)
    now = console.clock.moment().at
    right = spoken(ends, console, Purpose.DELAY, FIRST, ONE, 45)
    other = EnterCode(ASKED, Purpose.DELAY, TWO, right, now, A01)
    assert console.submit(other, *both(console)) == CodeNotForThis(Purpose.DELAY, TWO)
    assert console.submit(EnterCode(ASKED, Purpose.DELAY, ONE, right, now, A01), *both(console)) is None
    (entered,) = console.site.applications[ASKED].codes
    assert (entered.subject, entered.minutes, entered.verified) == (ONE, 45, True)
    assert right.replace("-", "").encode() not in b"".join(entry.body for entry in console.store.journal.read())


def test_before_a_package_there_are_none(console: Console) -> None:
    class Bare:
        site = Site()

    bare = CodeRoots(console.store, Bare())
    assert bare.subjects() == ()
    assert bare(Purpose.DELAY, FIRST, ONE) is None


def test_they_are_read_once_and_again_with_the_next_package(
    ends: Ends, console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    get = console.store.blobs.get

    def read(digest: Digest) -> bytes:
        reads.append(digest)
        return get(digest)

    monkeypatch.setattr(console.store.blobs, "get", read)
    assert console.roots(Purpose.DELAY, FIRST, ONE)
    once = len(reads)
    assert once == 3, "the list of members, the index and the roots"
    assert console.roots(Purpose.DELAY, SECOND, TWO)
    assert len(reads) == once
    taken = import_package(console, ends.package(tmp_path, edition=2), lambda _: (), *both(console))
    assert taken.refusal is None
    before = len(reads)
    assert console.roots(Purpose.DELAY, FIRST, ONE) == of_the_province(ends, console, Purpose.DELAY, FIRST, ONE)
    assert len(reads) == before + 3


def test_a_damaged_store_says_so_each_time(console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(digest: str) -> bytes:
        raise Trouble(Code.BLOB_MISSING, digest=digest[:16])

    monkeypatch.setattr(console.store.blobs, "get", gone)
    for _ in range(2):
        with pytest.raises(Trouble) as caught:
            console.roots(Purpose.DELAY, FIRST, ONE)
        assert caught.value.code is Code.BLOB_MISSING
