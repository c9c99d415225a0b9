"""The people, the checks and the permissions as lines of their tables."""

from __future__ import annotations

from app.text import capital
from app.views.permissions import PermissionRow
from app.views.staffing import PersonRow, StaffCheck
from app.word_ids import word_id
from ui.models.lines import Cell, Line
from ui.models.permissions import asks, beside
from ui.shell import Shell

PEOPLE = ("people-column-code", "people-column-name", "people-column-role", "people-column-room", "people-column-state")
CHECKS = ("people-column-check", "people-column-found", "people-column-clause")
CASES = ("people-column-case", "people-column-asks", "people-column-beside")
SHOWN_ROLES = 3
"""So many roles stand in a cell; of more it says how many."""


def person_line(shell: Shell, row: PersonRow) -> Line:
    """The key is the code."""
    name = Cell(row.name) if row.name else Cell(shell.say("blank"), "text3")
    room = shell.say("room-name", room=row.room) if row.room else shell.say("people-whole-site")
    return Line(row.code, (Cell(row.code), name, Cell(shell.word(row.role)), Cell(room, "text2"), _state(shell, row)))


def _state(shell: Shell, row: PersonRow) -> Cell:
    said = capital(shell.say("list-separator").join(shell.text.say(word_id(item)) for item in row.items))
    if row.bars:
        return Cell(said, "bad", "alert-triangle")
    if row.items:
        return Cell(said, "warn", "circle-dashed")
    if row.delegation:
        return Cell(shell.say("people-acts-as-chief"), "primary", "arrows-exchange")
    if row.on_duty:
        return Cell(shell.say("people-at-the-desk"), "primary", "user-check")
    return Cell(shell.say("people-ready"), "ok", "circle-check")


def check_line(shell: Shell, check: StaffCheck) -> Line:
    """The key is the rule."""
    found = found_of(shell, check)
    cell = Cell(found, "ok", "circle-check") if check.ok else Cell(found, "bad", "alert-triangle")
    return Line(check.rule, (Cell(shell.word(check.rule)), cell, Cell(check.clause, "text2")))


def found_of(shell: Shell, check: StaffCheck) -> str:
    """What was found, in one sentence."""
    if check.rooms:
        return shell.say("people-found-rooms", count=len(check.rooms), needed=check.needed)
    if check.each:
        return shell.say("people-found-each", needed=check.needed)
    if check.needed:
        return shell.say("people-found-counted", there=check.there, needed=check.needed)
    if check.persons:
        return shell.say("people-found-persons", count=len(check.persons))
    return shell.say("people-found-nothing")


def case_line(shell: Shell, row: PermissionRow) -> Line:
    """The key is the row."""
    return Line(
        row,
        (
            Cell(shell.word(row.case)),
            Cell(asks(shell.text, row, SHOWN_ROLES), full=asks(shell.text, row)),
            Cell(beside(shell.text, row, SHOWN_ROLES), "text2", full=beside(shell.text, row)),
        ),
    )


def words_of(shell: Shell, row: PermissionRow) -> str:
    """All that is said of it, to search in."""
    said = shell.text.say(word_id(row.case))
    return " ".join((said, asks(shell.text, row), beside(shell.text, row)))
