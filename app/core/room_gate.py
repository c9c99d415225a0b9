"""The closing gate of a room (结束考试前核对): everything that is looked at before its end command (DAT-01, DAT-02)."""

from __future__ import annotations

from msgspec.structs import replace

from app.core.collection import to_collect
from app.core.gate import Check, CheckName, CheckState, blocking, check
from app.core.ledger import count
from app.core.room_state import Answers, Presence, RoomSession
from app.core.site import Site
from app.core.terms import ClauseId, Ticket


def room_gate(site: Site, room: RoomSession) -> tuple[Check, ...]:
    """In the order of the text; nothing where nobody goes on: a room that was moved away from, or called off."""
    if room.moved_to or room.called_off:
        return ()
    found = (
        _standalone(site, room),
        check(CheckName.BY_HAND, "DAT-01", open_if=_by_hand(room)),
        check(CheckName.ATTENDANCE, "DAT-01", open_if=_roll(room)),
        check(CheckName.VIOLATIONS, "DAT-01", open_if=room.violations_confirmed_at is None),
        violations_signed(site, room),
        _submitted(room),
        _answers(room),
        check(CheckName.RESULT_DIFFERS, "DAT-03", open_if=_differs(room), hard=False),
        *_transfers(site, room),
        check(CheckName.LEDGER, "OVB-14", open_if=not count(room).attendance_balances),
        check(CheckName.RATIFIED, "SAL-02", open_if=_unratified(site, room), hard=False),
        _faults(site, room),
        _ended_early(room),
        *_paper(site, room),
    )
    return tuple(_let_stand(room, one) for one in found)


def _paper(site: Site, room: RoomSession) -> tuple[Check, ...]:
    """Asked only where the day was taken up on another machine while this room, or the one before, went on."""
    rooms = {(room.session, one) for one in (room.room, room.moved_from) if one}
    due = not rooms.isdisjoint(site.safe.paper_due)
    return (check(CheckName.PAPER_ENTERED, "DAT-16", open_if=True),) if due else ()


def blockers(site: Site, room: RoomSession) -> tuple[CheckName, ...]:
    """What keeps a room from ending."""
    return blocking(room_gate(site, room))


def _let_stand(room: RoomSession, one: Check) -> Check:
    if one.blocks and not one.hard and one.name in room.overridden:
        return replace(one, state=CheckState.WARNING, overridden=True)
    return one


def _standalone(site: Site, room: RoomSession) -> Check:
    """Every package back and decided on, or its answers written off (SAL-05)."""
    packages = site.sessions[room.session].standalone
    out = tuple(ticket for ticket, one in room.sittings.items() if one.standalone)
    # Also of somebody who went back to the room: a package thought unopened may come back after all.
    doubted = tuple(ticket for ticket in room.sittings if ticket in packages and packages[ticket].undecided)
    waiting = tuple({*doubted, *(ticket for ticket in out if room.sittings[ticket].answers is Answers.OPEN)})
    if not (out or doubted):
        return Check(CheckName.STANDALONE, CheckState.OFF, ClauseId("SAL-05"))
    return check(CheckName.STANDALONE, "SAL-05", open_if=waiting)


def _by_hand(room: RoomSession) -> tuple[Ticket, ...]:
    return tuple(ticket for ticket, one in room.sittings.items() if one.by_hand and one.answers is Answers.OPEN)


def _roll(room: RoomSession) -> object:
    awaited = tuple(ticket for ticket, one in room.sittings.items() if one.presence is Presence.AWAITED)
    return awaited or room.attendance_confirmed_at is None


def violations_signed(site: Site, room: RoomSession) -> Check:
    """Asked before the end, and of what is found later before the day is closed (VIO-08)."""
    name, clause = CheckName.VIOLATIONS_SIGNED, ClauseId("VIO-02")
    # Of people who moved here, what was recorded where they came from is signed here.
    rooms = (room.room, room.moved_from)
    here = [one for one in site.violations.values() if one.session == room.session and one.room in rooms]
    open_ones = [one for one in here if not one.complete]
    if not here:
        return Check(name, CheckState.OFF, clause, hard=False)
    tickets = tuple(sorted(one.ticket for one in open_ones if one.ticket))
    state = CheckState.OPEN if open_ones else CheckState.OK
    return _let_stand(room, Check(name, state, clause, hard=False, tickets=tickets, count=len(open_ones)))


def _submitted(room: RoomSession) -> Check:
    """Everybody shows submit-success (CLK-13): told with the answers, or by the room's count where that is newer."""
    name, clause, report, told = CheckName.SUBMITTED, ClauseId("CLK-13"), room.report, room.answers_confirmed_at
    if room.result or (told and (report is None or report.at <= told)):
        return Check(name, CheckState.OK, clause, hard=False)
    if report is None:
        return Check(name, CheckState.UNKNOWN, clause, hard=False)
    missing = report.logged_in - report.submitted
    return Check(name, CheckState.OPEN if missing else CheckState.OK, clause, hard=False, count=missing)


def _answers(room: RoomSession) -> Check:
    """Collected and verified, every one of them (DAT-02): a balanced sum, told by the room."""
    name, clause = CheckName.ANSWERS, ClauseId("DAT-02")
    if not (room.result or room.answers_confirmed_at):
        return Check(name, CheckState.UNKNOWN, clause)
    waiting = (one for one in to_collect(room) if not one.by_hand)
    missing = tuple(sorted(one.ticket for one in waiting if one.answers is Answers.OPEN))
    return Check(name, CheckState.OPEN if missing else CheckState.OK, clause, tickets=missing, count=len(missing))


def _differs(room: RoomSession) -> tuple[str, ...]:
    return room.result.differences if room.result else ()


def _transfers(site: Site, room: RoomSession) -> tuple[Check, Check]:
    pending = tuple(ticket for ticket, one in room.sittings.items() if one.presence is Presence.PENDING)
    disputed = tuple(ticket for ticket, one in room.sittings.items() if one.claimed_by)
    found = (
        check(CheckName.PENDING_TRANSFER, "OVB-10", open_if=pending),
        check(CheckName.DISPUTED, "OVB-15", open_if=disputed),
    )
    fixed = site.package is not None and not site.package.plan.overbooked
    if fixed and not site.sessions[room.session].transfers:
        return (replace(found[0], state=CheckState.OFF), replace(found[1], state=CheckState.OFF))
    return found


def _unratified(site: Site, room: RoomSession) -> tuple[Ticket, ...]:
    """Consents by telephone that the chief has not signed: before the room ends (STF-01)."""
    packages = site.sessions[room.session].standalone
    return tuple(ticket for ticket in room.sittings if ticket in packages and packages[ticket].waiting)


def _faults(site: Site, room: RoomSession) -> Check:
    faults = (one for one in site.faults.values() if one.room in (room.room, None) and not one.closed_at)
    here = [one for one in faults if one.session in (room.session, None)]
    state = CheckState.WARNING if here else CheckState.OK
    return Check(CheckName.FAULTS, state, ClauseId("FLT-01"), hard=False, count=len(here))


def _ended_early(room: RoomSession) -> Check:
    state = CheckState.WARNING if room.end_reported_at else CheckState.OK
    return Check(CheckName.ENDED_EARLY, state, ClauseId("DAT-01"), hard=False)
