"""Samples of the sheets that tell how a site was made ready: machines, items, the draw, the board, closed rooms."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.go_no_go import Answer, Cause, Gate
from app.core.hardware_items import HardwareItem, MachineKind, ReadingSource
from app.core.hardware_verdict import ItemVerdict, MachineVerdict
from app.core.readiness_items import ReadinessItem
from app.core.readiness_state import Go, LookState, TestKind
from app.core.room_closing import OpeningReason
from app.core.terms import Role
from app.views.duty_sheet import DrawLine, DrawnFrom, DutyRoom, DutySheet, LeftOut, ReplacedLine
from app.views.hardware_sheet import (
    AcceptanceLine,
    AdviceLine,
    HardwareSheet,
    MachineLine,
    RequirementLine,
    RoomTestLine,
    SealedTestLine,
)
from app.views.machine_lines import CONFIRMED, Confirmed, Group, ItemLine, MachineSums, RoomMachines
from app.views.readiness_report import (
    BoardDecision,
    CellLine,
    ClockLine,
    LockLine,
    NameLine,
    ReadinessReport,
    SpareLine,
)
from app.views.readiness_sheet import Found, ReadinessSheet, RoomItem, SiteItem
from app.views.room_closing_sheet import ClosedNow, RoomClosingSheet, Step
from app.views.site_sheet import Signatory
from tests.unit.paper import MINUTE, START
from tests.unit.prepared_site import rooms
from tests.unit.site_paper import ADMIN, CHIEF, DAWN, EVE, HEAD

EXAM, EXAM_DAY = "jj2026", date(2026, 6, 19)
PLACES = rooms(3)
KINDS = (MachineKind.SITE, MachineKind.INVIGILATION, MachineKind.EXAM, MachineKind.SWITCH)


def _read(item: HardwareItem, value: str, verdict: ItemVerdict, *wanted: str, raised: bool = False) -> ItemLine:
    return ItemLine(item, verdict, value, wanted, raised, ReadingSource.MEASURED, "𠮷田明", EVE)


def _unread(item: HardwareItem, *wanted: str) -> ItemLine:
    return ItemLine(item, ItemVerdict.NOT_CHECKED, "", wanted, False, "", "", None)


def _sums(kind: MachineKind, spare: int = 0, **verdicts: int) -> MachineSums:
    return MachineSums(kind, tuple(verdicts.items()), spare)


def _room(room: str, wanted: int, tried: int, ill: int = 0, **verdicts: int) -> RoomMachines:
    when = EVE + 40 * MINUTE if tried else None
    return RoomMachines(
        room=room,
        name="301机房",
        wanted=wanted,
        sums=_sums(MachineKind.EXAM, **verdicts),
        confirmed=tuple(Confirmed(item, tried - ill * (n == 1), ill * (n == 1)) for n, item in enumerate(CONFIRMED)),
        by=("赵敏", "周立") if tried else (),
        first_at=when,
        last_at=when + 7 * MINUTE if when else None,
        desks=(f"JK-{room}",),
        versions=(("", 2), ("4.3", wanted - 1)),
        raised=wanted > 100,
    )


MACHINE_ROOMS = (
    _room("001", 44, 44, recommended=40, off_list=3, fails=1, ill=1),
    _room("002", 104, 0, not_checked=20),
    _room("003", 0, 0),
)
ALL_SUMS = (
    _sums(MachineKind.SITE, recommended=1),
    _sums(MachineKind.INVIGILATION, 1, recommended=2, fails=1),
    _sums(MachineKind.EXAM, recommended=40, off_list=3, not_checked=20, fails=1),
    _sums(MachineKind.SWITCH),
)
HARDWARE = HardwareSheet(
    head=HEAD,
    exam_id=EXAM,
    above=100,
    requirements=(
        RequirementLine("site", HardwareItem.CPU_MHZ, ("2400",), ("2000",), False, False),
        RequirementLine("site", HardwareItem.UPS, ("yes",), ("yes",), True, False),
        RequirementLine("exam", HardwareItem.SYSTEM, ("windows_10",), ("windows_xp_sp3", "windows_10"), False, False),
        RequirementLine("exam", HardwareItem.EXAM_SYSTEM, (), (), False, False),
        RequirementLine("switch", HardwareItem.NETWORK_MBPS, ("1000",), ("1000",), False, False),
    ),
    machines=(
        MachineLine("site", "", "KD-01", MachineVerdict.RECOMMENDED, 1),
        MachineLine("exam", "001", "PC-001-01", MachineVerdict.FAILS, 2),
        *(MachineLine("exam", "001", f"PC-001-{n:02}", MachineVerdict.RECOMMENDED, 1) for n in range(2, 45)),
    ),
    groups=(
        Group(
            "invigilation",
            "002",
            MachineVerdict.FAILS,
            ("JK-002",),
            (_read(HardwareItem.MEMORY_MIB, "4095", ItemVerdict.BELOW, "8192", raised=True),),
            (),
            True,
        ),
        Group(
            "exam",
            "001",
            MachineVerdict.FAILS,
            ("PC-001-01",),
            (
                _read(HardwareItem.SYSTEM, "windows_11", ItemVerdict.NOT_LISTED, "windows_10"),
                _read(HardwareItem.KEYBOARD, "no", ItemVerdict.BELOW, "yes"),
                _read(HardwareItem.EXAM_SYSTEM, "4.2", ItemVerdict.BELOW, "4.3"),
            ),
            ("PC-001-01", "PC-001-07"),
            False,
        ),
        Group(
            "exam",
            "002",
            MachineVerdict.NOT_CHECKED,
            tuple(f"PC-002-{n:02}" for n in range(1, 21)),
            (_unread(HardwareItem.KEYBOARD, "yes"), _unread(HardwareItem.MOUSE, "yes")),
            (),
            True,
        ),
    ),
    advice=(
        AdviceLine("site", HardwareItem.UPS, 0, 0, 1),
        AdviceLine("switch", HardwareItem.SPARE_SWITCH, 0, 0, 0),
    ),
    rooms=MACHINE_ROOMS,
    sums=ALL_SUMS,
    tests=(
        RoomTestLine("001", TestKind.SIMULATED, True, 40, EVE, "𠮷田明", 2),
        RoomTestLine("002", TestKind.SIMULATED, False, 38, EVE, "𠮷田明", 1),
        RoomTestLine("003", TestKind.SIMULATED, False, 0, None, "", 0),
    ),
    sealed=(
        SealedTestLine(EVE + 60 * MINUTE, False, "李建国"),
        SealedTestLine(EVE + 90 * MINUTE, True, "李建国"),
    ),
    accepted=(
        AcceptanceLine(EVE + 95 * MINUTE, (ADMIN, CHIEF), (), False),
        AcceptanceLine(EVE + 99 * MINUTE, (ADMIN, CHIEF), ("002",), True),
    ),
    first_at=EVE,
    checked_at=EVE + 47 * MINUTE,
)
BLANK_HARDWARE = HardwareSheet(
    HEAD, EXAM, 100, HARDWARE.requirements, (), (), (), (_room("001", 44, 0),),
    tuple(_sums(kind) for kind in KINDS), HARDWARE.tests[2:], (), (), None, None,
)  # fmt: skip

_DONE = Found(LookState.DONE, "李建国", EVE, "")
READINESS = ReadinessSheet(
    head=HEAD,
    exam_id=EXAM,
    address="皇姑区崇山中路 66 号",
    first_day=EXAM_DAY,
    rooms=PLACES,
    week=(
        SiteItem(ReadinessItem.PLAN, "000 §26", False, False, Found(LookState.DONE, "李建国", EVE, "辽考〔2026〕7 号")),
        SiteItem(ReadinessItem.STAFF_IN_PLACE, "003 九(五)¶3", False, False, None),
    ),
    eve=(
        SiteItem(ReadinessItem.UPS_TESTED, "003 附件2 一(一)", True, True, Found(LookState.NONE_HERE, "周立", EVE, "")),
        SiteItem(ReadinessItem.PRINTER, "002 6.3.2.1.3", False, False, Found(LookState.FAULTY, "周立", EVE, None)),
    ),
    of_rooms=(
        RoomItem(
            ReadinessItem.ROOM_CLOCK,
            "eve",
            "002 6.1.5",
            False,
            False,
            ("001", "002", "003"),
            (("001", Found(LookState.DONE, "周立", EVE, "快 12 秒，已校准")), ("002", _DONE)),
        ),
        RoomItem(ReadinessItem.CLOUD_STANDBY, "eve", "003 附件2 一(五)", False, False, ("002",), ()),
    ),
)

_FIRST_DRAW = DrawLine(1, "0123456789abcdef" * 4, 7, 1, 3, 4, "", False, DAWN, (ADMIN, CHIEF), None)
DUTY = DutySheet(
    head=HEAD,
    day=EXAM_DAY,
    authorization="KS-2026-11-000017",
    each=2,
    skill=1,
    most=5,
    rooms=tuple(DutyRoom(place, ("赵敏", f"㐂{place.room}"), ("周立",)) for place in PLACES),
    draws=(
        _FIRST_DRAW,
        DrawLine(
            2, "fedcba9876543210" * 4, 8, 1, 3, 4, "staff_changed", True, DAWN + MINUTE, (ADMIN, CHIEF), DAWN + MINUTE
        ),
    ),
    listed=(
        DrawnFrom("J01", "赵敏", False, True, (), ("001",)),
        DrawnFrom("J02", "㐂001", False, False, ("002", "003"), ()),
        DrawnFrom("L01", "周立", True, False, (), ("001", "002", "003")),
    ),
    reserve=("欧阳志远", "䶮晓"),
    left_out=(
        LeftOut("J09", "阿卜杜拉·买买提", Role.INVIGILATOR, "untrained"),
        LeftOut("J10", "张三", Role.INVIGILATOR, ""),
    ),
    replaced=(
        ReplacedLine(1, "张三", "赵敏", ("002",), "absent", DAWN, (ADMIN, CHIEF)),
        ReplacedLine(2, "李四", "赵敏", ("001",), "ill", DAWN + 2 * MINUTE, (ADMIN, CHIEF)),
    ),
)
BLANK_DUTY = DutySheet(
    HEAD, EXAM_DAY, "", 2, 1, 0, tuple(DutyRoom(place, (), ()) for place in PLACES), (), (), (), (), ()
)

_YES = {(gate, room): CellLine(gate, room, Answer.YES, "", 0) for room in ("", "001", "002") for gate in Gate}
_ODD = (
    CellLine(Gate.CLOCK, "", Answer.STALE, Cause.TIME_CONFIRMED_EARLIER, 0),
    CellLine(Gate.PRINTER, "001", Answer.NOT_ASKED, "", 0),
    CellLine(Gate.MACHINES, "001", Answer.UNKNOWN, Cause.MACHINES_UNCHECKED, 4),
    CellLine(Gate.MACHINES, "002", Answer.UNKNOWN, Cause.MACHINES_UNCHECKED, 4),
    CellLine(Gate.TESTS, "002", Answer.NO, Cause.TEST_FAILED, 0),
)
REPORT = ReadinessReport(
    head=HEAD,
    day=EXAM_DAY,
    decision=BoardDecision(Go.GO, DAWN, "欧阳志远", "002 考场应试人员\n改到备用考场"),
    cells=tuple((_YES | {(Gate(one.gate), one.room): one for one in _ODD}).values()),
    sums=ALL_SUMS,
    rooms=MACHINE_ROOMS[:2],
    spare=(SpareLine("JK-B1", MachineVerdict.MINIMUM),),
    version="4.3",
    locks=(
        LockLine("001", "JK-2026-0001", DAWN, -3, True),
        LockLine("002", "JK-2026-0002", None, 0, False),
        LockLine("003", "", None, 0, False),
    ),
    clocks=(ClockLine("001", Found(LookState.DONE, "周立", EVE, "快 12 秒，已校准")),),
    printer=Found(LookState.DONE, "李建国", EVE, ""),
    names=(NameLine("110105000001", "𠮷田明"), NameLine("110105000002", "赵\ue000宇")),
)
DRAFT = ReadinessReport(HEAD, EXAM_DAY, None, tuple(_YES.values()), ALL_SUMS, (), (), "", (), (), None, ())

_BY = (ADMIN, Signatory("周立", Role.TECHNICIAN))
CLOSED = RoomClosingSheet(
    head=HEAD,
    exam_id=EXAM,
    rooms=(
        ClosedNow(PLACES[0], "FB-001", True, False),
        ClosedNow(PLACES[1], "FB-002", True, True),
        ClosedNow(PLACES[2], "FB-003", False, False),
    ),
    steps=(
        *(Step(f"00{n}", f"FB-00{n}", True, None, "", EVE, "周立", _BY) for n in (1, 2, 3)),
        Step("003", "FB-003", False, False, OpeningReason.REPAIR, EVE + timedelta(hours=1), "𠮷田明", _BY),
        Step("003", "FB-003", False, True, "", START, "周立", _BY[:1]),
    ),
)
BLANK_CLOSED = RoomClosingSheet(HEAD, EXAM, tuple(ClosedNow(place, "", False, False) for place in PLACES), ())
