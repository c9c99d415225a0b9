"""Samples of the sheets about delayed starts and extra time."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from app.core.rulebook import Tier
from app.core.terms import Mode
from app.core.time_state import LossCause, Means, Measure, Outcome
from app.crypto.codes import Purpose
from app.views.application_sheet import (
    Answers,
    ApplicationSheet,
    Asked,
    AskedLine,
    AskedRoom,
    AuthoritySheet,
    CauseLine,
    CodeLine,
    ConsentLine,
    DirectiveLine,
)
from app.views.delay_sheet import AskedFor, DelaySheet, LateLine, OffLine
from app.views.extra_time_sheet import ExtraTimeLedger, GrantLine, PersonLine, Share
from app.views.working_papers import RoomHead
from tests.unit.paper import MINUTE, RECORD, START
from tests.unit.site_paper import HEAD

SECOND = timedelta(seconds=1)
END = START + 180 * MINUTE
POWER = CauseLine("AF-001", "power", "", "", START - 13 * MINUTE, None)
NETWORK = CauseLine("AF-002", "network", "005", "012, 014-016", START + 20 * MINUTE, START + 51 * MINUTE)
LATE = CauseLine("A-002", "R-06", "", "", START + 61 * MINUTE, None)
NOTHING = Answers((), (), ())
CONSENT = ConsentLine(
    Tier.CITY,
    Means.PHONE,
    "𠮷田明",
    "市人事考试中心副主任",
    "024-88880001",
    START + 8 * MINUTE,
    START + 9 * MINUTE,
    "欧阳志远",
)
CODE = CodeLine(Purpose.DELAY, "005", 45, START + 32 * MINUTE, START + 33 * MINUTE, True)
OPAQUE = replace(CODE, purpose=Purpose.DELAY_SITE, subject="*", minutes=60, verified=False)
DIRECTIVE = DirectiveLine(
    Outcome.START, "CL-2026-0001", ("005", "006"), START + 62 * MINUTE, START + 90 * MINUTE, START + 64 * MINUTE
)


def rooms(count: int) -> tuple[AskedRoom, ...]:
    return tuple(AskedRoom(f"{n:03d}", f"{n + 300}机房", "信息楼", 3) for n in range(5, 5 + count))


DELAY = Asked(
    number="AS-001",
    measure=Measure.DELAY,
    session="1-2",
    subject="工商管理",
    planned_start=START,
    planned_end=END,
    rooms=rooms(3),
    whole=False,
    minutes=45,
    tier=Tier.PROVINCE,
    causes=(POWER,),
    asked_at=START + 4 * MINUTE,
)
EXTRA = replace(
    DELAY,
    number="AS-002",
    measure=Measure.EXTRA_TIME,
    rooms=rooms(1),
    minutes=31,
    causes=(NETWORK,),
    asked_at=START + 52 * MINUTE,
)


def asked_people(count: int) -> tuple[AskedLine, ...]:
    names = ("𠮷田明", "䶮晓", "欧阳娜娜", None)
    return tuple(AskedLine(f"{n:03d}", f"211010105{n:03d}", names[n % 4], n % 8) for n in range(1, count + 1))


def application(asked: Asked = DELAY, people: int = 0, answers: Answers = NOTHING) -> ApplicationSheet:
    return ApplicationSheet(HEAD, ("024-22345678", "13900000000"), False, asked, asked_people(people), answers)


def allowed(asked: Asked, answers: Answers) -> AuthoritySheet:
    return AuthoritySheet(HEAD, asked, answers)


def late_line(room: str, seconds: int, tier: Tier = Tier.CITY, by: Tier = Tier.CITY) -> LateLine:
    start = START + seconds * SECOND
    return LateLine(
        room,
        start,
        seconds,
        tier,
        by,
        "AS-001",
        START + 8 * MINUTE,
        True,
        False,
        start + 5 * MINUTE,
        start + 120 * MINUTE,
        start + 165 * MINUTE,
        start + 180 * MINUTE,
    )


DELAYS = DelaySheet(
    head=HEAD,
    session="1-2",
    subject="工商管理",
    planned_start=START,
    planned_end=END,
    ended_at=END + 50 * MINUTE,
    rooms=15,
    late=(
        late_line("005", 1265),
        replace(late_line("006", 2105, Tier.PROVINCE, Tier.PROVINCE), verified=False, given_at=START + 32 * MINUTE),
    ),
    off=(OffLine("007", "postponed", "AS-003", "CL-2026-0002", START + 70 * MINUTE),),
    causes=(replace(POWER, closed_at=START + 20 * MINUTE), LATE),
    applications=(
        AskedFor("AS-001", ("005", "006"), 45, Tier.PROVINCE, ("AF-001",), START + 4 * MINUTE,
                 Answers((CONSENT,), (CODE, OPAQUE), ())),
        AskedFor("AS-003", ("007",), 90, Tier.MINISTRY, ("AF-001", "A-002"), START + 61 * MINUTE,
                 Answers((), (), (replace(DIRECTIVE, outcome=Outcome.POSTPONE, serial="CL-2026-0002", until=None),))),
    ),
)  # fmt: skip

ROOM = RoomHead(
    mode=Mode.REAL,
    exam=RECORD.exam,
    site_code=RECORD.site_code,
    site_name=RECORD.site_name,
    session=RECORD.session,
    subject=RECORD.subject,
    room="005",
    room_name=RECORD.room_name,
    building=RECORD.building,
    floor=RECORD.floor,
    planned_start=START,
    planned_end=END,
    late_entry_minutes=5,
    overbooked=False,
    ministry=RECORD.ministry,
    software_lock=False,
)
WHOLE = GrantLine(
    number="AB-001",
    lost_in="005",
    whole=True,
    people=38,
    tickets=(),
    without=("211010105012", "211010105017"),
    minutes=31,
    total=31,
    cause=LossCause.FAULT,
    causes=("AF-002",),
    lost_from=START + 20 * MINUTE,
    lost_until=START + 51 * MINUTE,
    tier=Tier.PROVINCE,
    codes=("AS-002",),
    verified=True,
    tool="",
    at=START + 56 * MINUTE,
    told_by="欧阳志远",
    taken_back_at=None,
    taken_back_for="",
)
ONE = replace(
    WHOLE,
    number="AB-002",
    whole=False,
    people=1,
    tickets=("211010105003",),
    without=(),
    minutes=7,
    total=38,
    cause=LossCause.MOVE,
    causes=("AF-003",),
)
STRUCK = replace(
    ONE,
    number="AB-003",
    tickets=("211010105004",),
    codes=(),
    tier=Tier.ON_THE_SPOT,
    minutes=5,
    total=36,
    taken_back_at=START + 70 * MINUTE,
    taken_back_for="wrong_candidate",
)
TOOL = replace(ONE, number="AB-004", tier=Tier.MINISTRY, codes=(), tool="BJ-2026/17", minutes=40, total=71)
OPAQUE_GRANT = replace(ONE, number="AB-005", verified=False)


def person(n: int, *shares: Share) -> PersonLine:
    names = ("𠮷田明", "䶮晓", "欧阳娜娜", None)
    total = sum(one.minutes for one in shares)
    return PersonLine(f"{n:03d}", f"211010105{n:03d}", names[n % 4], shares, total)


FIRST = Share("AB-001", 31, 31)
LEDGER = ExtraTimeLedger(
    head=ROOM,
    started_at=START + 5 * SECOND,
    ended_at=END + 31 * MINUTE,
    minutes=31,
    ends_at=END + 31 * MINUTE + 5 * SECOND,
    grants=(WHOLE, ONE, STRUCK),
    people=(
        person(1, FIRST),
        person(3, FIRST, Share("AB-002", 7, 38)),
        person(4, FIRST),
        person(12),
        person(17),
    ),
    causes=(NETWORK,),
    signers=RECORD.signers,
)


def in_order(page: str, *said: str) -> bool:
    """Whether all of it stands there, one after the other."""
    place = 0
    for one in said:
        place = page.find(one, place)
        if place < 0:
            return False
    return True
