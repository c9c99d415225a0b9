"""The gate of staff (人员到位): who must be there, fit to serve, trained, declared and drawn (STF-01..12)."""

from __future__ import annotations

from app.core.duty import barred_rooms, codes_of, in_force, stays_out
from app.core.duty_state import Duty
from app.core.go_no_go import YES, Cause, Ground, Said, no, unknown
from app.core.staffing import StaffMember, qualified
from app.core.terms import PersonId, Role, RoomId
from app.core.training import TRAINED_HERE, untrained


def site_staff(here: Ground, _: RoomId | None) -> Said:
    """As many chiefs as the rulebook says and no more, administrators enough, one of them fit; then everybody."""
    members = _present(here)
    chiefs = sum(one.role is Role.CHIEF for one in members)
    if chiefs != here.rulebook.chiefs.value:
        return no(Cause.CHIEFS, chiefs)
    admins = [one for one in members if one.role is Role.SITE_ADMIN]
    if len(admins) < here.rulebook.site_admins.value:
        return no(Cause.SITE_ADMINS, len(admins))
    if not any(_qualified(here, one) for one in admins):
        return no(Cause.NOT_QUALIFIED, len(admins))
    if missing := sum(untrained(here.site, one.code) for one in members if one.role in TRAINED_HERE):
        return unknown(Cause.NOT_TRAINED, missing)
    if silent := sum(not here.site.person(one.code).declared for one in members if one.role in TRAINED_HERE):
        return unknown(Cause.NOT_DECLARED, silent)
    duty = in_force(here.site, here.day)
    if duty is None:
        return unknown(Cause.NOT_DRAWN)
    codes = codes_of(here.people)
    away = sum(not _serves(here, codes.get(one.person, ())) for one in duty.rounds)
    return no(Cause.SOMEBODY_MISSING, away) if away else YES


def room_staff(here: Ground, room: RoomId | None) -> Said:
    members = _present(here)
    admins = [one for one in members if one.role is Role.ROOM_ADMIN and one.room == room]
    if len(admins) < here.rulebook.room_admins_per_room.value:
        return no(Cause.ROOM_ADMINS, len(admins))
    if unfit := sum(not _qualified(here, one) for one in admins):
        return no(Cause.NOT_QUALIFIED, unfit)
    duty = in_force(here.site, here.day)
    if duty is None or room is None:
        return unknown(Cause.NOT_DRAWN)
    return _drawn(here, duty, room)


def _drawn(here: Ground, duty: Duty, room: RoomId) -> Said:
    drawn, wanted = duty.in_room(room), here.rulebook.invigilators_per_room.value
    if len(drawn) < wanted:
        return no(Cause.TOO_FEW_INVIGILATORS, len(drawn))
    codes, barred = codes_of(here.people), barred_rooms(here.site, here.people, drawn)
    missing = sum((person, room) in barred or not _serves(here, codes.get(person, ())) for person in drawn)
    return no(Cause.SOMEBODY_MISSING, missing) if missing else YES


def _serves(here: Ground, codes: tuple[PersonId, ...]) -> bool:
    """Whether a person with these codes is still on the list, is there, and need not avoid the whole exam."""
    bound = any(stays_out(here.site, here.rulebook, here.people, code) for code in codes)
    return bool(codes) and here.site.unavailable.isdisjoint(codes) and not bound


def _present(here: Ground) -> list[StaffMember]:
    return [one for one in here.people.staff.values() if one.code not in here.site.unavailable]


def _qualified(here: Ground, member: StaffMember) -> bool:
    if not here.rulebook.admins_qualified.value:
        return True
    return None not in qualified(here.site, here.people, member.code)
