"""Samples of the sheets of the whole site."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from app.core.lock_state import Outcome, SealPlace, SupervisedKind
from app.core.sealing import SealDecision
from app.core.terms import Mode, Role
from app.views.custody_sheet import Custody, CustodySheet, LockLine, Movement, MovementKind
from app.views.seal_sheet import SealFinding, SealSheet, SealVerdict
from app.views.site_sheet import SheetHead, Signatory
from app.views.supervision_sheet import ReceivedLine, SittingLine, SupervisionSheet
from tests.unit.paper import MINUTE, RECORD, START

HEAD = SheetHead(
    mode=Mode.REAL,
    exam=RECORD.exam,
    site_code=RECORD.site_code,
    site_name=RECORD.site_name,
    ministry=RECORD.ministry,
    software_lock=False,
)
ADMIN, OFFICER = Signatory("李建国", Role.SITE_ADMIN), Signatory("王秀兰", Role.EXAM_OFFICE)
CHIEF = Signatory("欧阳志远", Role.CHIEF)
EVE = START - timedelta(hours=15)
DAWN = START - timedelta(minutes=90)

CUSTODY = CustodySheet(
    head=HEAD,
    day=START.date(),
    locks=(
        LockLine("JK-2026-0001", "invigilation", "ZC-2026-00001", False, "001", Custody.OUT, "赵敏", DAWN),
        LockLine("JK-2026-0002", "invigilation", "ZC-2026-00002", True, "002", Custody.NEVER, "", None),
        LockLine("JK-2026-0003", "invigilation", "", False, "", Custody.LOST, "𠮷田明", START + 30 * MINUTE),
        LockLine("KW-2026-0001", "site", "ZC-2026-00101", False, "", Custody.OUT, "李建国", EVE),
        LockLine("VPN-88-0007", "vpn_key", "ZC-2026-00201", False, "", Custody.RETURNED, "", DAWN + 20 * MINUTE),
    ),
    movements=(
        Movement(DAWN, "JK-2026-0001", MovementKind.TAKEN_INTO_USE, "李建国", "赵敏", ""),
        Movement(DAWN + 5 * MINUTE, "VPN-88-0007", MovementKind.ISSUED, "李建国", "王秀兰", ""),
        Movement(DAWN + 20 * MINUTE, "VPN-88-0007", MovementKind.RETURNED, "王秀兰", "李建国", ""),
        Movement(START + 1 * MINUTE, "JK-2026-0003", MovementKind.HANDED_OVER, "赵敏", "𠮷田明", ""),
        Movement(START + 30 * MINUTE, "JK-2026-0003", MovementKind.LOST, "周立", "", "𠮷田明"),
    ),
)

SITTING = SupervisionSheet(
    head=HEAD,
    number="A-002",
    kind=SupervisedKind.LOCKS,
    operator=ADMIN,
    supervisor=OFFICER,
    device="",
    opened_at=DAWN,
    closes_by=DAWN + 60 * MINUTE,
    closed_at=DAWN + 25 * MINUTE,
    outcome=Outcome.DONE,
    locks=(
        SittingLine("JK-2026-0001", "001", DAWN - 12 * MINUTE, 3, DAWN + 2 * MINUTE, "赵敏"),
        SittingLine("JK-2026-0002", "002", DAWN - 11 * MINUTE, 0, DAWN + 4 * MINUTE, "𠮷田明"),
        SittingLine("JK-2026-0003", "", DAWN - 10 * MINUTE, -40),
    ),
    authorizations=(),
)

RECEIPT = replace(
    SITTING,
    number="A-003",
    kind=SupervisedKind.RECEIPT,
    supervisor=CHIEF,
    device="VPN-88-0007",
    locks=(),
    authorizations=(
        ReceivedLine("", "KS-2026-11-000017", "0123456789abcdef", DAWN + 8 * MINUTE),
        ReceivedLine("1-1", "KK-2026-11-000018", "fedcba9876543210", DAWN + 8 * MINUTE),
        ReceivedLine("1-2", "KK-2026-11-000019", "00112233aabbccdd", DAWN + 8 * MINUTE),
    ),
)

SEALED = SealSheet(HEAD, 1, "FT-0012345", SealPlace.SECURE_ROOM, EVE, (ADMIN, OFFICER))
OPENED = replace(SEALED, opened_at=DAWN, opened_by=(ADMIN, CHIEF))
BROKEN = replace(
    SEALED,
    incident="A-004",
    finding=SealFinding(DAWN, "FT-0012354", False, (ADMIN, OFFICER)),
    verdict=SealVerdict(DAWN + 9 * MINUTE, SealDecision.EXAMINED_AND_USED, (CHIEF, ADMIN)),
)


def many_locks(count: int) -> CustodySheet:
    """So many locks, each issued and brought back."""
    names = [f"JK-2026-{n:04}" for n in range(1, count + 1)]
    lines = [
        LockLine(name, "invigilation", f"ZC-2026-{n:05}", False, f"{n:03}", Custody.RETURNED, "", START)
        for n, name in enumerate(names, 1)
    ]
    given = [Movement(DAWN, name, MovementKind.ISSUED, "李建国", "赵敏", "") for name in names]
    back = [Movement(START, name, MovementKind.RETURNED, "赵敏", "李建国", "") for name in names]
    return replace(CUSTODY, locks=tuple(lines), movements=(*given, *back))


def long_sitting(count: int) -> SupervisionSheet:
    """A sitting over so many locks."""
    lines = [
        SittingLine(f"JK-2026-{n:04}", f"{n:03}", DAWN - 12 * MINUTE, n % 5 - 2, DAWN + 2 * MINUTE, "赵敏")
        for n in range(1, count + 1)
    ]
    return replace(SITTING, locks=tuple(lines))
