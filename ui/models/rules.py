"""The rulebook as lines: its numbers, or every clause that the console cites."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from app.core.terms import ClauseId
from app.rulebooks import Basis, Clause, Passage, clauses
from app.views.rulebook import RuleGroup, RuleRow, Unit, rows
from app.word_ids import rule_id
from ui.models.lines import Cell, Line
from ui.shell import Shell

BASES: dict[Basis, tuple[str, str, str]] = {
    Basis.TEXT: ("rulebook-basis-text", "file-text", "ok"),
    Basis.READING: ("rulebook-basis-reading", "info-circle", "warn"),
    Basis.DERIVED: ("rulebook-basis-derived", "settings", "primary"),
}
"""Word, icon and tone of how much of a clause is the regulation's own."""


def number_lines(shell: Shell, text: str) -> list[Line]:
    """Keys are RuleRows; a group is named where it begins."""
    lines: list[Line] = []
    before: RuleGroup | None = None
    for rule in rows(shell.bridge.rulebook):
        name, value = shell.say(rule_id(rule.field)), shell.text.rule(rule)
        if not _has(text, shell.word(rule.group), name, value, rule.clause):
            continue
        group = Cell(shell.word(rule.group) if rule.group is not before else "", "text2", full=shell.word(rule.group))
        before = rule.group
        lines.append(Line(rule, (group, Cell(name), _value(shell, rule, value), _stands_on(shell, rule))))
    return lines


def _value(shell: Shell, rule: RuleRow, value: str) -> Cell:
    if rule.unit is Unit.LISTED and isinstance(rule.value, tuple):
        return Cell(shell.say("rulebook-listed", count=len(rule.value)), full=value)
    return Cell(value, "text2" if rule.value is None else "text")


def _stands_on(shell: Shell, rule: RuleRow) -> Cell:
    if not rule.reading:
        return Cell(rule.clause, "text2")
    word, icon, tone = BASES[Basis.READING]
    return Cell(f"{rule.clause} {shell.say(word)}", tone, icon)


def clause_lines(shell: Shell, text: str) -> list[Line]:
    """Keys are ids of clauses, in the order of the catalogue."""
    catalogue, lines = clauses(), []
    for clause, row in catalogue.rows.items():
        if not _has(text, clause, *_words(shell, row)):
            continue
        word, icon, tone = BASES[row.basis]
        place = f"{catalogue.documents[row.document].number} {row.article}"
        said = row.note if row.basis is Basis.DERIVED else quoted(shell, row)
        cells = (Cell(clause), Cell(said), Cell(place, "text2"), Cell(shell.say(word), tone, icon))
        lines.append(Line(clause, cells))
    return lines


def quoted(shell: Shell, passage: Passage) -> str:
    """Its words; of what is for internal use, only for someone who signed in (SEC-07)."""
    if clauses().internal(passage) and not shell.bridge.signed_in:
        return shell.say("rulebook-internal")
    return shell.say("rulebook-quote", quote=passage.quote)


def _words(shell: Shell, row: Clause) -> Iterator[str]:
    documents = clauses().documents
    for passage in (row, *row.also):
        document = documents[passage.document]
        yield from (document.title, document.number, passage.article, quoted(shell, passage))
    yield row.note


def rules_on(shell: Shell, clause: ClauseId) -> tuple[RuleRow, ...]:
    """The numbers in force that stand on this clause."""
    return tuple(rule for rule in rows(shell.bridge.rulebook) if rule.clause == clause)


def _has(text: str, *words: str) -> bool:
    wanted = _plain(text)
    return not wanted or any(wanted in _plain(word) for word in words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()
