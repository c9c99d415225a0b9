"""What is said of a check of the gate: its name, how it stands, whom it concerns, what is next, and where."""

from __future__ import annotations

from collections.abc import Iterable

from app.core.gate import Check, CheckName, CheckState
from app.core.records import ROOM_RECORD
from app.core.room_state import RoomSession
from app.core.terms import RoomId, SessionId, Ticket
from app.rulebooks import clauses
from app.views.closing import EndState
from app.views.step import StepKind
from ui.models.lines import Cell
from ui.shell import KeepingPart, PageName, Place, Shell

_NEXT = {
    CheckName.STANDALONE: "closing-next-standalone",
    CheckName.BY_HAND: "closing-next-by-hand",
    CheckName.ATTENDANCE: "closing-next-attendance",
    CheckName.VIOLATIONS: "closing-next-violations",
    CheckName.VIOLATIONS_SIGNED: "closing-next-violations-signed",
    CheckName.SUBMITTED: "closing-next-submitted",
    CheckName.ANSWERS: "closing-next-answers",
    CheckName.RESULT_DIFFERS: "closing-next-result-differs",
    CheckName.PENDING_TRANSFER: "closing-next-pending-transfer",
    CheckName.DISPUTED: "closing-next-disputed",
    CheckName.LEDGER: "closing-next-ledger",
    CheckName.RATIFIED: "closing-next-ratified",
    CheckName.FAULTS: "closing-next-faults",
    CheckName.PAPER_ENTERED: "closing-next-paper-entered",
    CheckName.ENDED_EARLY: "closing-next-ended-early",
    CheckName.RESULT: "closing-next-result",
    CheckName.RECORD_PRINTED: "closing-next-record-printed",
    CheckName.RECORD_SIGNED: "closing-next-record-signed",
    CheckName.SCRATCH_PAPER: "closing-next-scratch-paper",
    CheckName.ENDED: "closing-next-ended",
    CheckName.INCIDENTS: "closing-next-incidents",
    CheckName.TRANSFER_SHEET: "closing-next-transfer-sheet",
    CheckName.CHECKED: "closing-next-checked",
    CheckName.BACKUP: "closing-next-backup",
    CheckName.ROOM_BACKUP: "closing-next-room-backup",
}
_RECORD = frozenset({CheckName.RECORD_PRINTED, CheckName.RECORD_SIGNED})
_ICONS = {
    CheckState.OK: "circle-check",
    CheckState.OPEN: "alert-triangle",
    CheckState.WARNING: "info-circle",
    CheckState.UNKNOWN: "help-circle",
    CheckState.OFF: "ban",
}
_TONES = {CheckState.OK: "ok", CheckState.WARNING: "warn", CheckState.OFF: "idle"}
END_LOOKS = {
    EndState.UNSTARTED: ("circle-dashed", "idle"),
    EndState.OPEN: ("alert-triangle", "bad"),
    EndState.CLOSURE: ("hourglass", "primary"),
    EndState.READY: ("circle-check", "ok"),
    EndState.ENDED: ("flag", "idle"),
    EndState.CALLED_OFF: ("ban", "idle"),
}
_PAGES = {
    CheckName.STANDALONE: PageName.STANDALONE,
    CheckName.RATIFIED: PageName.STANDALONE,
    CheckName.VIOLATIONS: PageName.CONDUCT,
    CheckName.VIOLATIONS_SIGNED: PageName.CONDUCT,
    CheckName.ATTENDANCE: PageName.REPORTS,
    CheckName.SUBMITTED: PageName.REPORTS,
    CheckName.ANSWERS: PageName.REPORTS,
    CheckName.RESULT_DIFFERS: PageName.REPORTS,
    CheckName.RESULT: PageName.REPORTS,
    CheckName.PENDING_TRANSFER: PageName.TRANSFERS,
    CheckName.DISPUTED: PageName.TRANSFERS,
    CheckName.LEDGER: PageName.ROOM,
    CheckName.FAULTS: PageName.FAULTS,
    CheckName.RECORD_PRINTED: PageName.RECORDS,
    CheckName.RECORD_SIGNED: PageName.RECORDS,
    CheckName.ENDED: PageName.CLOSING,
    CheckName.INCIDENTS: PageName.CONDUCT,
    CheckName.TRANSFER_SHEET: PageName.RECORDS,
    CheckName.BACKUP: PageName.SAFEKEEPING,
    CheckName.ROOM_BACKUP: PageName.SAFEKEEPING,
    CheckName.PAPER_ENTERED: PageName.SAFEKEEPING,
}
"""Where a check is settled that is not settled here."""
_FORMS = {
    CheckName.ATTENDANCE: StepKind.ATTENDANCE,
    CheckName.ANSWERS: StepKind.RESULTS,
    CheckName.RESULT_DIFFERS: StepKind.RESULTS,
    CheckName.RESULT: StepKind.RESULTS,
    CheckName.ENDED: StepKind.END,
    CheckName.RECORD_SIGNED: StepKind.SIGN,
}
_PARTS = {CheckName.ROOM_BACKUP: KeepingPart.ROOMS, CheckName.PAPER_ENTERED: KeepingPart.PAPER}
LOW_ROW = 30
"""Pixels: so many rooms, and so many checks, are seen at once."""
_SHOWN = 12
"""So many people are named; of more, how many they are."""


def items(shell: Shell, checks: Iterable[Check]) -> str:
    """Their names in one line."""
    return shell.say("list-separator").join(shell.word(one.name) for one in checks)


def stands(shell: Shell, check: Check, tone: str) -> Cell:
    """How a check stands; `tone` is that of one that is open."""
    count = len(check.tickets) or check.count
    said = shell.say("closing-stands", state=shell.word(check.state), count=count)
    if check.overridden:
        said = shell.say("closing-stands-let")
    return Cell(said, _TONES.get(check.state, tone), _ICONS[check.state])


def next_step(shell: Shell, check: Check, room: RoomSession | None) -> str:
    """What is the case and who does what."""
    if check.state is CheckState.OK:
        return shell.say("closing-is-settled")
    if check.state is CheckState.OFF:
        return shell.say("closing-is-off")
    if check.overridden and room is not None:
        return shell.say("closing-is-let", reason=room.overridden[check.name].reason)
    if check.name in _RECORD and room is not None and _outdated(shell, room):
        return shell.say("closing-next-record-outdated")
    return shell.say(_NEXT[check.name])


def _outdated(shell: Shell, room: RoomSession) -> bool:
    """Whether there are copies of its record, and something changed after all of them."""
    copies = shell.bridge.site.copies(ROOM_RECORD, room.session, room.room)
    return bool(copies) and len(copies) <= room.copies_before


def people(shell: Shell, room: RoomSession, tickets: tuple[Ticket, ...]) -> str:
    """By name, ticket and seat, as many as can be read."""
    directory, blank = shell.bridge.console.directory, shell.say("blank")
    said = []
    for ticket in tickets[:_SHOWN]:
        sitting = room.sittings.get(ticket)
        seat = (sitting.sits_at or sitting.seat) if sitting else None
        name = directory.name(ticket) or blank
        said.append(shell.say("closing-person", name=name, ticket=ticket, seat=seat or "none"))
    if len(tickets) > _SHOWN:
        said.append(shell.say("closing-people-more", count=len(tickets) - _SHOWN))
    return "\n".join(said)


def basis(shell: Shell, check: Check) -> str:
    """The clause, and where it stands."""
    catalogue = clauses()
    row = catalogue.rows[check.clause]
    document = catalogue.documents[row.document].number
    return shell.say("closing-basis", clause=check.clause, document=document, article=row.article)


def place_of(check: Check, session: SessionId, room: RoomId) -> Place:
    """Where it is settled; with the one person it concerns where there is only one."""
    page, ticket = _PAGES.get(check.name, PageName.CLOSING), check.tickets[0] if len(check.tickets) == 1 else None
    step, part = _FORMS.get(check.name), _PARTS.get(check.name, "")
    return Place(page, session, room or None, ticket, step=step, paper=part)
