"""Debts (待补事项): what follows a room's end, due by the end of the half day and hard for closing the day alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.gate import Check, CheckName, CheckState, check
from app.core.incident_report import owed
from app.core.incident_state import Incident
from app.core.paper_state import Copy
from app.core.records import ROOM_RECORD
from app.core.room_backup import safe_room_backup, used_that_day
from app.core.room_gate import violations_signed
from app.core.room_state import RoomSession
from app.core.rulebook import Rulebook
from app.core.safekeeping import safe_since_check
from app.core.sheet_open import transfer_sheet_due
from app.core.site import Site
from app.core.site_form import SiteForm
from app.core.terms import ClauseId, SessionId


def due_at(site: Site, session: SessionId, rulebook: Rulebook) -> datetime:
    """Some time after the last planned end of the half day."""
    batch = site.sessions[session].plan.batch
    ends = max(one.plan.ends_at for one in site.sessions.values() if one.plan.batch == batch and one.rooms)
    return ends + timedelta(minutes=rulebook.debt_minutes.value)


def room_debts(site: Site, room: RoomSession, rulebook: Rulebook) -> tuple[Check, ...]:
    """Of a room that has ended: result, record printed and signed, scratch paper. Nothing where nobody was.

    A room that was left owes its backup alone: earlier sessions of the day may be on its machine (DAT-08).
    """
    if not room.ended_at or not room.in_use:
        return ()
    if room.moved_to:
        return _room_backup(site, room)
    copies = site.copies(ROOM_RECORD, room.session, room.room)[room.copies_before :]
    printed = [one for one in copies if one.came_out]
    differs = room.result and room.result.differences and CheckName.RESULT_DIFFERS not in room.overridden
    scratch = check(CheckName.SCRATCH_PAPER, "CLK-16", open_if=room.scratch is None)
    if not rulebook.scratch_paper.value:
        scratch = Check(CheckName.SCRATCH_PAPER, CheckState.OFF, ClauseId("CLK-16"))
    violations = violations_signed(site, room)
    return (
        check(CheckName.RESULT, "DAT-03", open_if=room.result is None or bool(differs)),
        # Before the record, which holds both.
        scratch,
        *([violations] if violations.blocks else []),
        check(CheckName.RECORD_PRINTED, "REC-01", open_if=not printed),
        check(CheckName.RECORD_SIGNED, "REC-01", open_if=not _signed(copies)),
        *_room_backup(site, room),
    )


def _room_backup(site: Site, room: RoomSession) -> tuple[Check, ...]:
    """Owed with the room's last session of the day."""
    day = site.sessions[room.session].plan.starts_at.date()
    if used_that_day(site, room.room, day)[-1].session != room.session:
        return ()
    return (check(CheckName.ROOM_BACKUP, "DAT-08", open_if=safe_room_backup(site, room.room, day) is None),)


def _signed(copies: Sequence[Copy]) -> bool:
    """The newest of them came out whole and bears its signatures."""
    return bool(copies) and copies[-1].came_out is True and copies[-1].signed_at is not None


def session_debts(site: Site, session: SessionId, rulebook: Rulebook) -> tuple[Check, ...]:
    """Of a session: its rooms ended, incidents reported, transfer sheet signed, answers checked by two, backed up."""
    state = site.sessions[session]
    in_use = [room for room in state.rooms.values() if room.in_use and not room.moved_to]
    if not in_use:
        return ()
    return (
        check(CheckName.ENDED, "DAT-01", open_if=any(room.ended_at is None for room in in_use)),
        _incidents(site, session, rulebook),
        _transfer_sheet(site, session),
        check(CheckName.CHECKED, "DAT-04", open_if=state.checked_at is None),
        check(CheckName.BACKUP, "DAT-07", open_if=not safe_since_check(site, session)),
    )


def _incidents(site: Site, session: SessionId, rulebook: Rulebook) -> Check:
    """Those of no session are owed with the first one that is held on their day or after it, else with the last."""
    held = sorted((one.plan.starts_at, one.plan.id) for one in site.sessions.values() if one.rooms)

    def owed_with(incident: Incident) -> SessionId:
        later = (one for start, one in held if start.date() >= incident.happened_at.date())
        return incident.session or next(later, held[-1][1])

    here = [one for one in site.incidents.values() if owed_with(one) == session]
    if not here:
        return Check(CheckName.INCIDENTS, CheckState.OFF, ClauseId("INC-01"))
    return check(CheckName.INCIDENTS, "INC-01", open_if=any(owed(one, rulebook) for one in here))


def _transfer_sheet(site: Site, session: SessionId) -> Check:
    name, before = CheckName.TRANSFER_SHEET, site.sessions[session].transfer_sheets_before
    if not transfer_sheet_due(site, session):
        return Check(name, CheckState.OFF, ClauseId("OVB-11"))
    return check(name, "OVB-11", open_if=not _signed(site.sheet_copies(SiteForm.TRANSFERS, session)[before:]))
