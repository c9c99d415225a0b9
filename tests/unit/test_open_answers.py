"""Answers at the agency: what can be opened is, and what cannot is remarked at whom it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.authority import open_scans, receive
from app.authority.keys import Agency
from app.authority.open_answers import FOLDER, Opening
from app.authority.opened_people import Blob, people
from app.authority.receive import Opened
from app.core.directory import Directory
from app.core.paper_state import Scan
from app.core.session_state import SessionState
from app.core.site import Site
from app.core.standalone_state import Custody, Standalone, StandalonePackage, StandaloneReturn
from app.core.terms import Digest, ExamId, LockSerial, MediumSerial, PersonId, RoomId, SessionId, SiteCode, Ticket
from app.exchange import keyfile, strict
from app.exchange.agefile import Identity
from app.exchange.paper import Answer, AnswerSheet
from app.trouble import Code, Trouble
from tests.agencies import agency
from tests.builders import LAW, exam
from tests.stores import EVE, SITE
from tests.unit.sent_in import EXAM, FIRST, ONE, TWO, Sent, answer, sent
from tests.unit.test_authority_answers import handed_in, keys_of

TICKET, OTHER = Ticket("2101001001"), Ticket("2101001002")


@dataclass(frozen=True)
class Came:
    """A proved backup, and its blobs."""

    one: Sent
    opened: Opened
    blob: Blob

    def opening(self, folder: Path, blob: Blob | None = None, of: Agency | None = None) -> Opening:
        folder.mkdir(exist_ok=True)
        opened, agency = self.opened, of or self.one.of
        keys = (opened.inside.keys, opened.keys)
        return Opening(agency, opened.site, EXAM, *keys, blob or self.blob, lambda it: it.code, folder)

    def tickets(self, room: RoomId) -> list[Ticket]:
        return sorted(self.opened.site.sessions[FIRST].rooms[room].sittings)


@pytest.fixture(scope="module")
def site_sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    home = tmp_path_factory.mktemp("answers")
    return sent(agency(home / "agency"), home / "site", SITE)


@pytest.fixture
def came(site_sent: Sent) -> Iterator[Came]:
    opened = receive.open_backup(site_sent.of, site_sent.request, site_sent.backups[0])
    console = site_sent.place.open(EVE)
    yield Came(site_sent, opened, console.store.blobs.get)
    console.store.abandon()


def test_all_who_submitted_are_opened(came: Came, tmp_path: Path) -> None:
    opening = came.opening(tmp_path / FOLDER)
    opening.everything()
    assert (opening.opened, opening.failed) == (8, 0)
    for room in (ONE, TWO):
        *here, absent = came.tickets(room)
        for ticket in here:
            (file,) = opening.found[FIRST, ticket].files
            assert (tmp_path / file).read_bytes() == answer(FIRST, ticket)
        assert (FIRST, absent) not in opening.found
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [FIRST]


def no_lock(came: Came) -> Blob | None:
    del came.opened.site.locks[LockSerial(f"JK-{ONE}")]
    return None


def the_site_lock(came: Came) -> Blob | None:
    locks = came.opened.site.locks
    locks[LockSerial(f"JK-{ONE}")].registered = next(iter(locks.values())).registered
    return None


def another_rooms(came: Came) -> Blob | None:
    rooms = came.opened.site.sessions[FIRST].rooms
    rooms[ONE].result = rooms[TWO].result
    return None


def cut(came: Came) -> Blob | None:
    result = came.opened.site.sessions[FIRST].rooms[ONE].result
    return lambda digest: came.blob(digest)[: -100 if result and digest == result.digest else None]


def gone(came: Came) -> Blob | None:
    result = came.opened.site.sessions[FIRST].rooms[ONE].result

    def blob(digest: Digest) -> bytes:
        if result and digest == result.digest:
            raise Trouble(Code.BLOB_MISSING, digest=digest[:16])
        return came.blob(digest)

    return blob


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (no_lock, Code.SIGNER_UNKNOWN),
        (the_site_lock, Code.SIGNER_UNKNOWN),
        (another_rooms, Code.ROOM_WRONG),
        (cut, Code.FILE_DAMAGED),
        (gone, Code.BLOB_MISSING),
    ],
)
def test_a_result_that_cannot_be_opened_stops_no_other(
    came: Came, tmp_path: Path, spoil: Callable[[Came], Blob | None], code: Code
) -> None:
    opening = came.opening(tmp_path / FOLDER, spoil(came))
    opening.everything()
    assert (opening.opened, opening.failed) == (4, 1)
    assert {opening.found[FIRST, ticket].remark for ticket in came.tickets(ONE)} == {code}
    assert [opening.found[FIRST, ticket].remark for ticket in came.tickets(TWO)[:-1]] == [""] * 4
    assert len(list((tmp_path / FOLDER / FIRST).iterdir())) == 4
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == [FIRST]


def test_answers_sealed_to_somebody_else_are_not_half_opened(came: Came, tmp_path: Path) -> None:
    of = replace(came.one.of, identity=Identity.generate())
    opening = came.opening(tmp_path / FOLDER, of=of)
    opening.everything()
    assert (opening.opened, opening.failed) == (0, 2)
    assert {one.remark for one in opening.found.values()} == {Code.FILE_NOT_FOR_US}
    assert not list((tmp_path / FOLDER).iterdir())


def test_what_was_typed_in_by_hand_has_no_file(came: Came, tmp_path: Path) -> None:
    for room in came.opened.site.sessions[FIRST].rooms.values():
        assert room.result
        room.result = replace(room.result, digest=Digest(""), by_hand=True)
    opening = came.opening(tmp_path / FOLDER)
    opening.everything()
    assert (opening.opened, opening.failed, opening.found) == (0, 0, {})


def package(custody: Custody) -> StandalonePackage:
    machine, nobody, stick = "M", PersonId("A01"), MediumSerial("U")
    return StandalonePackage(1, custody, ONE, "001", machine, nobody, stick, Digest("f"), EVE, 60, 0, "n", "k", "s")


def alone(
    of: Agency, folder: Path, content: bytes, ticket: Ticket = TICKET, custody: Custody = Custody.OURS
) -> Opening:
    file = Digest("ab")
    back = StandaloneReturn(1, file, True, EVE, EVE, 60, 1, 1, EVE, ())
    state = SessionState(next(one for one in exam().sessions if one.id == LAW))
    uncounted = Standalone(OTHER, returns=[back])
    counted = Standalone(ticket, packages=[package(custody)], returns=[back], counted=file)
    state.standalone = {OTHER: uncounted, ticket: counted}
    folder.mkdir()
    keys = keys_of(of)
    opened = keyfile.open_as_province(keys, of.identity)
    site = Site(code=SiteCode("210101"), sessions={SessionId(LAW): state})
    return Opening(of, site, ExamId("e"), keys, opened, lambda _: content, lambda it: it.code, folder)


def sheet() -> AnswerSheet:
    return AnswerSheet(ExamId("e"), SessionId(LAW), TICKET, (Answer("q1", ("A",), "", EVE),))


def test_a_standalone_return_is_told_answer_by_answer(tmp_path: Path) -> None:
    of = agency(tmp_path / "agency")
    opening = alone(of, tmp_path / FOLDER, handed_in(of, sheet()))
    opening.everything()
    (file,) = opening.found[LAW, TICKET].files
    assert strict.decode((tmp_path / file).read_bytes(), AnswerSheet, file) == sheet()
    assert list(opening.found) == [(LAW, TICKET)]


@pytest.mark.parametrize(
    ("content", "whose", "code"),
    [(None, OTHER, Code.TICKET_WRONG), (b"nothing of ours", TICKET, Code.FILE_DAMAGED)],
)
def test_a_return_of_somebody_else_is_remarked(
    tmp_path: Path, content: bytes | None, whose: Ticket, code: Code
) -> None:
    of = agency(tmp_path / "agency")
    opening = alone(of, tmp_path / FOLDER, content or handed_in(of, sheet()), whose)
    opening.everything()
    assert (opening.found[LAW, whose].remark, opening.failed) == (code, 1)
    assert not list((tmp_path / FOLDER).iterdir())


def test_another_systems_return_lies_there_as_it_came(tmp_path: Path) -> None:
    of = agency(tmp_path / "agency")
    opening = alone(of, tmp_path / FOLDER, b"of another system", custody=Custody.REGISTERED)
    opening.everything()
    (file,) = opening.found[LAW, TICKET].files
    assert (tmp_path / file).read_bytes() == b"of another system"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7", "E01-1-1-001-1.pdf"),
        (b"\x89PNG..", "E01-1-1-001-1.png"),
        (b"\xff\xd8..", "E01-1-1-001-1.jpg"),
        (b"MM\0*", "E01-1-1-001-1.tif"),
        (b"who knows", "E01-1-1-001-1.bin"),
    ],
)
def test_scans_lie_under_the_names_of_their_sheets(came: Came, tmp_path: Path, content: bytes, name: str) -> None:
    site, keys, file = came.opened.site, came.opened.keys, Digest("scan")
    site.records[0] = replace(site.records[0], scan=Scan(file, 1, 1))
    open_scans.lay_out(site, keys, {file: keys.seal(content, bytes(12))}.__getitem__, tmp_path)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(name, content)]


def test_before_there_is_a_package_there_is_nobody(came: Came) -> None:
    assert people(Site(), came.opened.keys, came.blob) == Directory()
