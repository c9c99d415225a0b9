"""What rooms sign of somebody on the way: entered once, from the right room, and kept as it came."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import segno
from msgspec.structs import replace

from app.core.about_candidate import NotInThisSession
from app.core.custody import ReportLockLost
from app.core.locks import LockLost
from app.core.machines import ServeSpare
from app.core.operation import Refusal, Signer
from app.core.permission import AnotherPersonNeeded
from app.core.room_move import StandbyRoomInUse, StandbyRoomOpened
from app.core.room_open import RoomNotReleased
from app.core.room_state import Presence
from app.core.settlement import CancelReason, CancelTransfer
from app.core.start import ReleaseRooms
from app.core.terms import LockSerial, Mode, PersonId, Role, RoomId, SessionId, Ticket
from app.core.transfer import (
    NeverTransferredOut,
    NotHereToGo,
    RoomNotFull,
    TakenInElsewhere,
    TokenUsed,
    TransferredIn,
    TransferredOut,
)
from app.exchange import transfer_token
from app.exchange.signed import Kind, _b64, _unb64, claimed
from app.exchange.transfer_token import TransferToken
from app.journal import codec
from app.service import room_files, transfers
from app.service.clock import DrivenClock
from app.service.console import Console
from app.service.room_reports import take_report
from app.trouble import Code, Trouble
from app.views.transfers import shortage
from tests.crowd import A01, FIRST, ONE, STANDBY, THREE, TWO, comes, crowd, goes, tickets
from tests.roomside import report, transfer
from tests.stores import (
    ADMIN,
    MORNING,
    OFFICER,
    Place,
    compare,
    entries,
    receive_exam_authorization,
    receive_start_authorization,
)
from tests.vectors.keys import ROOM_LOCK, STRANGE_LOCK
from tests.vectors.sample import TRANSFER

CHIEF = Signer(PersonId("C01"), Role.CHIEF, "pin:c")
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
EARLY = MORNING - timedelta(minutes=20)
YEAR_ONE = datetime(1, 1, 1, tzinfo=UTC)
"""A sheet with it could not be printed: it is before every time in Beijing."""


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    """Three rooms released; in the first one there is one more than seats."""
    place = Place(tmp_path / "desk")
    place.folder.mkdir()
    place.enrol().console.store.close()
    console = place.open()
    crowd(console)
    compare(console)
    receive_exam_authorization(console)
    to(console, MORNING - timedelta(minutes=60))
    receive_start_authorization(console, FIRST)
    assert console.submit(ReleaseRooms(FIRST, (ONE, TWO, THREE), "r"), ADMIN, OFFICER) is None
    to(console, EARLY)
    comes(console, *tickets(console)[:5])
    yield console
    console.store.abandon()


def to(console: Console, when: datetime) -> None:
    assert isinstance(console.clock, DrivenClock)
    console.clock.advance(when)


def now(console: Console) -> datetime:
    return console.clock.moment().at


def last(console: Console) -> object:
    return codec.decode(entries(console.store.journal)[-1].body)


def take(console: Console, token: bytes) -> Refusal | None:
    return transfers.take_token(console, token, ADMIN, OFFICER)


def troubled(console: Console, token: bytes) -> Code:
    before = console.store.journal.n
    with pytest.raises(Trouble) as caught:
        take(console, token)
    assert console.store.journal.n == before
    return caught.value.code


def over(console: Console) -> Ticket:
    """The fifth came when all four seats were taken."""
    return tickets(console)[4]


def presence(console: Console, ticket: Ticket) -> tuple[Presence, RoomId]:
    sitting = console.site.sitting(FIRST, ticket)
    assert sitting is not None
    return sitting.presence, sitting.room


def out(console: Console) -> bytes:
    return transfer(console, FIRST, ONE, over(console), EARLY)


def other_signature(token: bytes) -> bytes:
    """Also valid: r, n - s."""
    message, _, signature = token.rpartition(b".")
    r, s = _unb64(signature)[:32], int.from_bytes(_unb64(signature)[32:], "big")
    return message + b"." + _b64(r + (P256_ORDER - s).to_bytes(32, "big")).encode()


def altered(token: bytes, **fields: object) -> bytes:
    """The same signature under another content."""
    head, payload, signature = token.split(b".")
    told = claimed(token, Kind.TRANSFER, TransferToken)
    changed = transfer_token.write(replace(told, **fields), ROOM_LOCK).split(b".")[1]
    assert changed != payload
    return b".".join((head, changed, signature))


def test_a_token_fits_one_square_of_ascii() -> None:
    token = transfer_token.write(replace(TRANSFER, ticket=Ticket("2" * 18), serial="1-1-001-T12"), ROOM_LOCK)
    assert token.isascii()
    assert int(segno.make(token.decode(), error="m", micro=False).version) <= 20


def test_out_and_in_are_entered_with_their_documents(console: Console) -> None:
    ticket = over(console)
    token = out(console)
    assert take(console, b"  " + token + b"\n") is None
    fact = last(console)
    assert isinstance(fact, TransferredOut)
    assert (fact.room, fact.ticket, fact.at, fact.reported_by) == (ONE, ticket, EARLY, A01)
    assert console.store.blobs.get(fact.token) == token
    assert fact.token in console.site.blobs
    to(console, EARLY + timedelta(minutes=3))
    assert take(console, transfer(console, FIRST, TWO, ticket, now(console), ONE)) is None
    taken = last(console)
    assert isinstance(taken, TransferredIn)
    assert (taken.room, taken.origin) == (TWO, ONE)
    assert presence(console, ticket) == (Presence.PRESENT, TWO)


def test_a_token_in_another_zone_is_entered_in_beijing_time(console: Console) -> None:
    assert take(console, altered_well_signed(out(console), at=EARLY.astimezone(UTC))) is None
    fact = last(console)
    assert isinstance(fact, TransferredOut)
    assert fact.at.isoformat() == EARLY.isoformat()


def test_a_lock_that_was_lost_speaks_for_no_room_any_more(console: Console) -> None:
    token, serial = out(console), LockSerial("JK-001")
    assert console.submit(ReportLockLost(serial, EARLY, A01), ADMIN, OFFICER) is None
    assert take(console, token) == LockLost(serial, EARLY)
    assert presence(console, over(console)) == (Presence.PRESENT, ONE)
    counted = report(console, FIRST, ONE, EARLY, None)
    assert take_report(console, counted, ADMIN, OFFICER) == LockLost(serial, EARLY)


def test_a_token_is_taken_once_in_whatever_bytes(console: Console) -> None:
    ticket, token = over(console), out(console)
    assert take(console, token) is None
    for again in (token, other_signature(token), transfer_token.write(told(token), ROOM_LOCK)):
        assert take(console, again) == TokenUsed(ticket)
    # Called back to a spare seat; then somebody else comes, and the room is too full again.
    to(console, EARLY + timedelta(minutes=2))
    for step in (
        ServeSpare(ONE, ("005",), True, now(console), A01),
        CancelTransfer(FIRST, ticket, CancelReason.SEAT_CAME_FREE, now(console), A01),
    ):
        assert console.submit(step, ADMIN, OFFICER) is None
    comes(console, tickets(console)[5], seats=False)
    for again in (token, other_signature(token), transfer_token.write(told(token), ROOM_LOCK)):
        assert take(console, again) == TokenUsed(ticket)
    assert presence(console, ticket) == (Presence.PRESENT, ONE)


def told(token: bytes) -> TransferToken:
    return claimed(token, Kind.TRANSFER, TransferToken)


def test_a_token_of_taking_in_is_taken_once_too(console: Console) -> None:
    ticket = over(console)
    goes(console, ticket)
    token = transfer(console, FIRST, TWO, ticket, EARLY, ONE)
    assert take(console, token) is None
    assert take(console, token) == TokenUsed(ticket)
    assert take(console, other_signature(token)) == NeverTransferredOut(ticket, TWO)


def test_a_second_room_that_claims_somebody_is_noted(console: Console) -> None:
    ticket = over(console)
    goes(console, ticket)
    assert take(console, transfer(console, FIRST, TWO, ticket, EARLY, ONE)) is None
    assert take(console, transfer(console, FIRST, THREE, ticket, EARLY, ONE)) == TakenInElsewhere(ticket, TWO)
    sitting = console.site.sitting(FIRST, ticket)
    assert sitting is not None
    assert sitting.claimed_by == THREE


def test_the_rules_of_the_desk_hold_for_tokens_too(console: Console) -> None:
    seated, awaited = tickets(console)[0], tickets(console)[5]
    assert isinstance(take(console, transfer(console, FIRST, ONE, awaited, EARLY)), NotHereToGo)
    comes(console, tickets(console, TWO)[0])
    assert isinstance(take(console, transfer(console, FIRST, TWO, tickets(console, TWO)[0], EARLY)), RoomNotFull)
    assert take(console, transfer(console, FIRST, TWO, seated, EARLY, ONE)) == NeverTransferredOut(seated, ONE)
    nobody = Ticket("2101009999")
    assert take(console, transfer(console, FIRST, ONE, nobody, EARLY)) == NotInThisSession(FIRST, nobody)
    assert isinstance(take(console, altered_well_signed(out(console), session=SessionId("1-2"))), RoomNotReleased)
    other = SessionId("9-9")
    strange = altered_well_signed(out(console), session=other)
    assert take(console, strange) == NotInThisSession(other, over(console))


def altered_well_signed(token: bytes, **fields: object) -> bytes:
    return transfer_token.write(replace(told(token), **fields), ROOM_LOCK)


def test_a_room_sends_on_only_who_is_there(console: Console) -> None:
    assert troubled(console, transfer(console, FIRST, TWO, over(console), EARLY)) is Code.ROOM_WRONG
    goes(console, over(console))
    assert troubled(console, transfer(console, FIRST, TWO, over(console), EARLY, THREE)) is Code.ROOM_WRONG


HOSTILE: dict[str, tuple[Callable[[Console], bytes], Code]] = {
    "altered": (lambda console: altered(out(console), ticket=tickets(console)[0]), Code.SIGNATURE_BAD),
    "other room's lock": (lambda console: transfer_token.write(told(out(console)), STRANGE_LOCK), Code.SIGNER_UNKNOWN),
    "no lock": (lambda console: altered_well_signed(out(console), room=RoomId("008")), Code.SIGNER_UNKNOWN),
    "another kind": (lambda console: b".".join((out(console).split(b".")[0], b"e30", b"")), Code.CONTENT_UNFIT),
    "at odds": (lambda console: altered_well_signed(out(console), origin=TWO), Code.CONTENT_UNFIT),
    "too large": (lambda console: altered_well_signed(out(console), serial="x" * 5000), Code.FILE_TOO_LARGE),
    "in earnest": (lambda console: altered_well_signed(out(console), mode=Mode.REAL), Code.MODE_WRONG),
    "another site": (lambda console: altered_well_signed(out(console), site="9999"), Code.SITE_WRONG),
    "another exam": (lambda console: altered_well_signed(out(console), exam="another"), Code.EXAM_WRONG),
    "the year one": (lambda console: altered_well_signed(out(console), at=YEAR_ONE), Code.CONTENT_UNFIT),
    "half a second": (
        lambda console: altered_well_signed(out(console), at=EARLY - timedelta(milliseconds=500)),
        Code.CONTENT_UNFIT,
    ),
    "another lock": (lambda console: altered_well_signed(out(console), lock="JK-002"), Code.ROOM_WRONG),
    "nothing": (lambda _: b"", Code.FILE_DAMAGED),
    "words": (lambda _: b"a.b.c", Code.FILE_DAMAGED),
}


def test_hostile_tokens_are_refused_by_name_and_leave_nothing_behind(console: Console) -> None:
    for name, (make, code) in HOSTILE.items():
        assert troubled(console, make(console)) is code, name


def test_file_and_scan_recognise_a_token(console: Console, tmp_path: Path) -> None:
    path = tmp_path / f"1-1-001-{over(console)}-out{transfer_token.SUFFIX}"
    path.write_bytes(out(console))
    brought = room_files.take_file(console, path, ADMIN, OFFICER)
    assert (brought.kind, brought.session, brought.room, brought.no) == (Kind.TRANSFER, FIRST, ONE, None)
    coming = transfer(console, FIRST, TWO, over(console), EARLY, ONE).decode()
    scanned = room_files.take_scan(console, f"{coming[:50]}\n{coming[50:]}", ADMIN, OFFICER)
    assert (scanned.kind, scanned.room, scanned.no) == (Kind.TRANSFER, TWO, None)
    again = room_files.take_scan(console, coming, ADMIN, OFFICER)
    assert isinstance(again.no, TokenUsed)


def test_a_standby_room_is_opened_on_an_incident_that_is_opened_with_it(console: Console) -> None:
    assert isinstance(transfers.open_standby(console, FIRST, STANDBY, ADMIN), AnotherPersonNeeded)
    number = shortage(console.site, FIRST)
    assert number is not None, "the incident stands and serves the next try"
    assert transfers.open_standby(console, FIRST, STANDBY, ADMIN, CHIEF) is None
    assert shortage(console.site, FIRST) == number
    assert last(console) == StandbyRoomOpened(FIRST, STANDBY, number, now(console))
    assert isinstance(transfers.open_standby(console, FIRST, STANDBY, ADMIN, CHIEF), StandbyRoomInUse)
