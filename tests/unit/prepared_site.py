"""Samples of the sheets that are made before the exam: a large site with rare names."""

from __future__ import annotations

from datetime import date, timedelta

from app.core.paper_state import Contact
from app.core.terms import Role
from app.views.contact_sheet import ContactSheet, StaffPhone
from app.views.hand_sheet import HandSheet
from app.views.notice_sheet import NoticeRoom, NoticeSheet
from app.views.session_sheet import AnnouncementSheet, BriefingSheet
from app.views.session_times import PlacedRoom, SessionTimes
from app.views.staff_sheet import AvoidanceLine, AvoidanceSheet, StaffLine, StaffSheet
from app.views.verification_sheet import ArrangedSession, Reading, VerificationSheet
from tests.unit.paper import MINUTE, START
from tests.unit.site_paper import HEAD

RARE = ("𠮷田明", "䶮晓", "阿卜杜拉·买买提", "赵\ue000宇", "欧阳志远")
DOCUMENTS = ("居民身份证", "社会保障卡", "外国人永久居留证")
TEST, DRILL = date(2026, 5, 28), date(2026, 6, 2)


def times(session: str, subject: str, after: int, minutes: int, *, leaves: int = 0, entry: int = 5) -> SessionTimes:
    """Starts so many minutes after nine; `leaves` minutes after that the closure ends, 0 for at the end."""
    start = START + after * MINUTE
    end = start + minutes * MINUTE
    return SessionTimes(
        session=session,
        subject=subject,
        authorized_at=start - 60 * MINUTE,
        opens_at=start - 30 * MINUTE,
        starts_at=start,
        entry_minutes=entry,
        last_entry=start + entry * MINUTE,
        leaves_at=start + leaves * MINUTE if leaves else end,
        reminder_minutes=15,
        reminded_at=end - 15 * MINUTE,
        ends_at=end,
    )


MORNING = times("1-1", "经济基础知识", 0, 90, leaves=75)
NEXT = times("1-2", "工商管理专业知识和实务", 130, 90, leaves=75)
SPOKEN = times("2-1", "日语（听力）", 300, 60, entry=0)
LONG = times("1-1", "高级经济实务", 0, 180, leaves=120)


def rooms(count: int) -> tuple[PlacedRoom, ...]:
    """Ten on a floor, five floors in a building."""
    return tuple(
        PlacedRoom(
            room=f"{n:03}",
            name=f"{1 + (n - 1) % 50 // 10}{(n - 1) % 10 + 1:02}机房",
            building="信息楼" if n <= 50 else "实训楼",
            floor=1 + (n - 1) % 50 // 10,
            seats=40 + n % 7,
            machines=44 + n % 7,
            candidates=38 + n % 7,
        )
        for n in range(1, count + 1)
    )


def notices(count: int, *, overbooked: bool = False) -> NoticeSheet:
    placed = (NoticeRoom(one.room, one.name, one.building, one.floor, ()) for one in rooms(count))
    return NoticeSheet(
        head=HEAD,
        day=START.date(),
        address="皇姑区崇山中路 66 号",
        sessions=(MORNING, NEXT, SPOKEN),
        rooms=tuple(placed),
        overbooked=overbooked,
        id_types=DOCUMENTS,
        scratch_paper=True,
        national=True,
    )


VERIFIED = VerificationSheet(
    head=HEAD,
    edition=2,
    package="9f8e7d6c5b4a3921" * 4,
    exam_id="jj2026",
    readings=(
        Reading("issued", "2026-06-01 15:30:12", normalised=False, odd=False),
        Reading("platform", "2026-06-01 15:30:12", normalised=True, odd=False),
        Reading("calibration", "2026-06-01 15:30:12", normalised=False, odd=False),
    ),
    complete=True,
    scanned=True,
    sessions=(
        ArrangedSession("1-1", "经济基础知识", START, 12, 466),
        ArrangedSession("1-2", "工商管理专业知识和实务", START + timedelta(minutes=130), 11, 402),
    ),
    rooms=12,
    seats=480,
    candidates=488,
    overbooked=False,
)


def staff(count: int) -> StaffSheet:
    """Somebody in each role, the rest invigilators of the rooms."""
    lines = []
    for n in range(1, count + 1):
        role = list(Role)[n - 1] if n <= len(Role) else Role.INVIGILATOR
        room = f"{n:03}" if role in (Role.ROOM_ADMIN, Role.INVIGILATOR) else ""
        passed = n % 4 != 0
        agreed = TEST if role is Role.TECHNICIAN and passed else None
        name = RARE[n % len(RARE)]
        lines.append(
            StaffLine(
                f"W{n:03}", name, role, room, n % 3 == 0, TEST if passed else None, DRILL if n % 5 else None, agreed
            )
        )
    return StaffSheet(HEAD, tuple(lines), admins_qualified=True)


def avoidance(count: int) -> AvoidanceSheet:
    lines = (
        AvoidanceLine(
            code=one.code,
            name=one.name,
            role=one.role,
            room=one.room,
            declared=n % 6 != 0,
            sits="110105000009" if n == 7 else "",
            relations=("110105000031", "110105000044") if n % 10 == 5 else (),
        )
        for n, one in enumerate(staff(count).lines, 1)
    )
    return AvoidanceSheet(HEAD, tuple(lines), whole_exam=False)


PHONES = ("024-86901234", "024-86905678")
CHIEF, ADMIN = StaffPhone(Role.CHIEF, "欧阳志远", "13900000001"), StaffPhone(Role.SITE_ADMIN, "𠮷田明", "13900000002")
CONTACTS = ContactSheet(
    head=HEAD,
    address="皇姑区崇山中路 66 号",
    phones=PHONES,
    outside=(
        StaffPhone(Contact.DUTY, "周立", "024-86900001"),
        StaffPhone(Contact.EXAM_AREA, None, None),
        *(StaffPhone(one, "", "") for one in (Contact.CITY, Contact.PROVINCE, Contact.POLICE, Contact.MEDICAL)),
    ),
    staff=(CHIEF, ADMIN, StaffPhone(Role.ROVING, "", ""), StaffPhone(Role.ROOM_ADMIN, "䶮晓", "13900000003", "001")),
)


def briefing(of: SessionTimes = MORNING, *, overbooked: bool = False) -> BriefingSheet:
    return BriefingSheet(
        head=HEAD,
        times=of,
        overbooked=overbooked,
        id_types=DOCUMENTS,
        scratch_paper=True,
        room_locks=True,
        on_the_spot=10,
        first_report=0,
        called=(CHIEF, ADMIN, StaffPhone(Role.EXAM_OFFICE, "", "")),
        duty=CONTACTS.outside[0],
        phones=PHONES,
    )


def announcements(of: SessionTimes = MORNING, *, overbooked: bool = False) -> AnnouncementSheet:
    return AnnouncementSheet(HEAD, of, overbooked, DOCUMENTS, scratch_paper=True)


def by_hand(form: str, count: int) -> HandSheet:
    """As the register makes it, of a session."""
    return HandSheet(HEAD, form, "1-1", CONTACTS.address, MORNING, rooms(count))
