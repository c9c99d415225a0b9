"""What is told of one candidate beside name and state: the same on the candidate's card and on the seat's."""

from __future__ import annotations

from app.core.room_state import Presence, RoomSession, Sitting
from app.views.candidates import CandidateColumn, CandidateRow, overbooked
from app.views.giving import answers_until
from app.views.room_needs import may_leave
from ui.models.candidates import column_name
from ui.shell import Shell, clock

Line = tuple[str, str]


def facts_of(shell: Shell, row: CandidateRow, sitting: Sitting, room: RoomSession) -> list[Line]:
    """Names and values; what is out of the ordinary only where it is so."""
    say, facts = shell.say, list[Line]()
    if overbooked(shell.bridge.site) and sitting.presence is Presence.PRESENT:
        facts.append((column_name(shell, CandidateColumn.SEAT), row.seat))
        facts.append((column_name(shell, CandidateColumn.DRAWN), row.drawn or say("blank")))
    if row.transferred:
        facts.append((say("candidates-transferred"), say("candidates-from-room", room=sitting.origin)))
    if row.entered_at:
        facts.append((column_name(shell, CandidateColumn.ENTERED_AT), clock(row.entered_at)))
    if sitting.held:
        waits = say("candidates-held-since", time=clock(sitting.held.at), cause=sitting.held.cause)
        facts.append((say("candidates-held"), waits))
    if sitting.turned_back_at:
        facts.append((say("candidates-turned-back"), clock(sitting.turned_back_at)))
    if sitting.suspicion:
        facts.append((say("candidates-suspicion"), sitting.suspicion.incident))
    if reset := sitting.reset:
        way = say("candidates-reset-way", old=reset.seat_from, new=reset.seat_to, time=clock(reset.at))
        facts.append((say("candidates-reset", count=sitting.resets), way))
    facts += _extra_time(shell, sitting)
    if sitting.gave_up_at:
        opens = may_leave(shell.bridge.site, shell.bridge.rulebook, room)
        until = say("candidates-kept-until", time=clock(opens)) if opens else ""
        facts.append((say("candidates-gave-up"), f"{clock(sitting.gave_up_at)} {until}".strip()))
    if sitting.left_at:
        facts.append((say("candidates-left"), clock(sitting.left_at)))
    return facts


def _extra_time(shell: Shell, sitting: Sitting) -> list[Line]:
    """The sum of all grants, and until when they answer."""
    if not sitting.extra_minutes:
        return []
    until = answers_until(shell.bridge.site.sessions[sitting.session], sitting)
    said = shell.say("candidates-extra-minutes", minutes=sitting.extra_minutes, time=clock(until))
    return [(shell.say("candidates-extra-time"), said)]
