"""A machine dies, a reset does not help, and a candidate goes on with standalone packages: as facts."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.attendance import AttendanceConfirmed
from app.core.fault import FaultKind, FaultReported
from app.core.media import MediumRegistered
from app.core.operation import Fact
from app.core.room_result import RoomResultKept
from app.core.standalone import StandaloneExported
from app.core.standalone_consent import StandaloneConsented
from app.core.standalone_course import InterimCopyMade, StandaloneLoggedIn, VoucherIssued
from app.core.standalone_return import StandaloneReturned
from app.core.standalone_state import Custody, Ground, ReturnFlaw, VoidReason
from app.core.terms import CauseNo, FaultNo, MediumSerial
from tests.builders import A1, A2, A3, CHIEF, GUIDE, LAW, R1, R2, ROOM_LOCK, Story, at, digest

FAULT, STICK = FaultNo("AF-001"), MediumSerial("0123-4567")
SUBJECT = f"{LAW}-{A1}"
STATION = '{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}'
DOWN = FaultReported(FAULT, FaultKind.MACHINE, LAW, R1, ("001",), at("8:50"), GUIDE)
CONSENT = StandaloneConsented(
    LAW, R1, A1, Ground.RESET_FAILED, (CauseNo(FAULT),), CHIEF, False, at("8:58"), at("8:59"), GUIDE
)
BY_PHONE = replace(CONSENT, by_phone=True)
FIRST_FILE, SECOND_FILE = digest("first package"), digest("second package")
BACK, BACK_AGAIN, COPY = digest("return"), digest("another return"), digest("copy")
FIRST = StandaloneExported(
    session=LAW,
    room=R1,
    ticket=A1,
    number=1,
    custody=Custody.OURS,
    host=R2,
    place="031",
    machine="PC-31",
    watched_by=GUIDE,
    medium=STICK,
    file=FIRST_FILE,
    issued_at=at("9:03"),
    remaining_seconds=3420,
    extra_minutes=0,
    nonce="00" * 32,
    key=STATION,
    secret=digest("secret"),
    voids=None,
)
SECOND = replace(
    FIRST,
    number=2,
    host=R1,
    place="",
    machine="BY-2",
    file=SECOND_FILE,
    issued_at=at("9:15"),
    remaining_seconds=3300,
    extra_minutes=10,
    voids=VoidReason.STATION_FAILED,
)
OTHER_SYSTEM = replace(FIRST, custody=Custody.REGISTERED, nonce="", key="", secret="")
LOGIN = StandaloneLoggedIn(LAW, R1, A1, 2, at("9:18"), GUIDE)
COPIED = InterimCopyMade(LAW, A1, 2, at("9:33"), GUIDE)
COPIED_AGAIN = replace(COPIED, at=at("9:48"))
VOUCHER = VoucherIssued(LAW, A1, 2, 5, at("9:20"))
RETURNED = StandaloneReturned(
    session=LAW,
    room=R1,
    ticket=A1,
    number=2,
    file=BACK,
    final=True,
    opened_at=at("9:17:30"),
    closed_at=at("9:59:10"),
    used_seconds=2500,
    questions=40,
    answered=38,
    at=at("10:02"),
    flaws=(),
)
OLDER = replace(
    RETURNED, number=1, file=BACK_AGAIN, at=at("10:05"), answered=12, flaws=(ReturnFlaw.SECOND, ReturnFlaw.VOIDED)
)
INTERIM = replace(RETURNED, file=COPY, final=False, closed_at=at("9:33"), answered=20, at=at("10:00"))
REST = RoomResultKept(LAW, R1, digest("result"), 1, ROOM_LOCK, (), (A2,), ())
ROLL = AttendanceConfirmed(LAW, R1, (A1, A2), (A3,), at("8:40"), GUIDE)


def alone(*facts: Fact, consent: StandaloneConsented = CONSENT) -> Story:
    """The first candidate of the first room, with the chief's consent."""
    return Story("confirmed").given(MediumRegistered(STICK, "U-07", GUIDE, read=True), DOWN, consent, *facts)


def twice(*facts: Fact) -> Story:
    """The first machine failed too; on the second they went on."""
    return alone(FIRST, SECOND, VOUCHER, LOGIN, COPIED, COPIED_AGAIN, *facts)
