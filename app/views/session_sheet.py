"""监考须知 and 考场广播词: what the people in the rooms do and read out in one session, before anyone draws it."""

from __future__ import annotations

from app.core.directory import Directory
from app.core.paper_state import Contact
from app.core.rulebook import Rulebook
from app.core.site import Site
from app.core.terms import Role, SessionId
from app.views.contact_sheet import StaffPhone, said_of, staff_phones
from app.views.session_times import SessionTimes, package_of, session_times
from app.views.site_sheet import SiteSheet, sheet_head

_CALLED = (Role.CHIEF, Role.DEPUTY, Role.SITE_ADMIN, Role.EXAM_OFFICE, Role.RESIDENT)


class BriefingSheet(SiteSheet, frozen=True):
    """What invigilators and room administrators do when. Minutes come from the rulebook.

    `on_the_spot`: extra time that a room may give, 0 where it may give none; `first_report`: 0 is at once.
    """

    times: SessionTimes
    overbooked: bool
    id_types: tuple[str, ...]
    scratch_paper: bool
    room_locks: bool
    on_the_spot: int
    first_report: int
    called: tuple[StaffPhone, ...]
    duty: StaffPhone
    phones: tuple[str, ...]


class AnnouncementSheet(SiteSheet, frozen=True):
    """What is read out in the rooms, each text with its planned time."""

    times: SessionTimes
    overbooked: bool
    id_types: tuple[str, ...]
    scratch_paper: bool


def briefing_sheet(site: Site, people: Directory, session: SessionId) -> BriefingSheet:
    package = package_of(site)
    rules = package.rulebook
    return BriefingSheet(
        head=sheet_head(site),
        times=session_times(site.sessions[session].plan, rules),
        overbooked=package.plan.overbooked,
        id_types=rules.id_types.value,
        scratch_paper=rules.scratch_paper.value,
        room_locks=rules.room_locks.value,
        on_the_spot=_on_the_spot(rules),
        first_report=rules.first_report.value,
        called=staff_phones(people, _CALLED),
        duty=StaffPhone(Contact.DUTY, *said_of(site, people, Contact.DUTY)),
        phones=package.plan.phones,
    )


def announcement_sheet(site: Site, _: Directory, session: SessionId) -> AnnouncementSheet:
    package = package_of(site)
    return AnnouncementSheet(
        head=sheet_head(site),
        times=session_times(site.sessions[session].plan, package.rulebook),
        overbooked=package.plan.overbooked,
        id_types=package.rulebook.id_types.value,
        scratch_paper=package.rulebook.scratch_paper.value,
    )


def _on_the_spot(rules: Rulebook) -> int:
    """Where somebody is named who decides every extra time, the room decides none (TIM-17)."""
    own = None if rules.responsible else rules.extra_time_on_the_spot
    return own.value if own else 0
