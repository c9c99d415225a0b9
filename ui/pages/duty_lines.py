"""People, rooms and draws of the duty page as lines of their tables, and what is said of them in several places."""

from __future__ import annotations

from datetime import datetime

from app.core.staffing import StaffMember
from app.core.terms import PersonId, RoomId
from app.views.duty import DutyStanding, PersonDuty, RoomDuty
from app.views.duty_draws import DrawOfDay, DutyOutcome
from ui.models.lines import Cell, Line
from ui.shell import Shell, clock

PEOPLE = ("duty-column-code", "duty-column-name", "duty-column-role", "duty-column-skill", "duty-column-state")
ROOMS = (
    "duty-column-room",
    "duty-column-serving",
    "duty-column-admin",
    "duty-column-roving",
    "duty-column-found",
)
DRAWS = ("duty-column-number", "duty-column-at", "duty-column-reason", "duty-column-outcome")
_LOOKS = {
    DutyOutcome.HOLDS: ("ok", "circle-check"),
    DutyOutcome.FORMER: ("text2", "history"),
    DutyOutcome.FAILED: ("bad", "alert-triangle"),
    DutyOutcome.WAITING: ("warn", "hourglass"),
}


def called(code: PersonId, name: str) -> str:
    return f"{code} {name}".strip()


def person_line(shell: Shell, row: PersonDuty, *, drawn: bool) -> Line:
    """The key is the code."""
    name = Cell(row.name) if row.name else Cell(shell.say("blank"), "text3")
    skill = Cell(shell.say("duty-skilled")) if row.skill else Cell("")
    return Line(
        row.code, (Cell(row.code), name, Cell(shell.word(row.role)), skill, state_cell(shell, row, drawn=drawn))
    )


def state_cell(shell: Shell, row: PersonDuty, *, drawn: bool) -> Cell:
    """Where this person serves, or why not."""
    match row.standing:
        case DutyStanding.MISSING:
            why = shell.word(row.bar) if row.bar else ""
            return Cell(shell.say("duty-missing", rooms=row.rooms, why=why), "bad", "alert-triangle")
        case DutyStanding.ON_DUTY:
            return Cell(shell.say("duty-serves", rooms=row.rooms), "ok", "circle-check")
        case DutyStanding.BARRED:
            return Cell(shell.word(row.bar) if row.bar else "", "warn", "user-off")
        case DutyStanding.ABLE if row.shuns:
            word = shell.say("duty-reserve") if drawn else shell.say("duty-able")
            return Cell(shell.say("duty-shuns", state=word, rooms=row.shuns), "text2", "circle-dashed")
        case DutyStanding.ABLE:
            return Cell(shell.say("duty-reserve") if drawn else shell.say("duty-able"), "text2", "circle-dashed")


def room_line(shell: Shell, row: RoomDuty, *, drawn: bool) -> Line:
    """The key is the room."""
    serving = shell.say("list-separator").join(person_said(shell, one) for one in row.serving)
    roving = shell.say("list-separator").join(one.name or one.code for one in row.roving)
    if not drawn:
        found = Cell(shell.word(DutyOutcome.WAITING), "text2", "circle-dashed")
    elif row.short:
        found = Cell(shell.say("duty-short"), "bad", "alert-triangle")
    else:
        found = Cell(shell.say("duty-enough"), "ok", "circle-check")
    cells = (
        Cell(row.room.id),
        Cell(serving or shell.say("blank"), full="\n".join(person_said(shell, one, whole=True) for one in row.serving)),
        Cell(shell.say("list-separator").join(admin_said(one, named=False) for one in row.admins), "text2"),
        Cell(roving, "text2"),
        found,
    )
    return Line(row.room.id, cells)


def person_said(shell: Shell, one: PersonDuty, *, whole: bool = False) -> str:
    """By name where it may be read, with the mark of computer skill; `whole`: with the code too."""
    name = called(one.code, one.name) if whole else one.name or one.code
    return shell.say("duty-marked", person=name) if one.skill else name


def admin_said(one: StaffMember, *, named: bool) -> str:
    return called(one.code, one.name if named else "")


def draw_line(shell: Shell, one: DrawOfDay) -> Line:
    """The key is the number."""
    tone, icon = _LOOKS[one.outcome]
    cells = (
        Cell(str(one.numbered.number)),
        Cell(moment_said(one.numbered.at)),
        Cell(reason_said(shell, one), "text2"),
        Cell(shell.word(one.outcome), tone, icon),
    )
    return Line(one.numbered.number, cells)


def reason_said(shell: Shell, one: DrawOfDay) -> str:
    if one.numbered.reason is None:
        return shell.say("duty-first") if one.numbered.number == 1 else shell.say("duty-after-failure")
    return shell.word(one.numbered.reason)


def moment_said(at: datetime) -> str:
    return f"{at.date().isoformat()} {clock(at)}"


def room_said(shell: Shell, room: RoomId) -> str:
    return shell.say("room-name", room=room)
