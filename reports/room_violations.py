"""Violations on a room record: one line each, and where the signature stands."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.room_record import RoomRecord, ViolationLine
from app.views.stamp import Stamp
from reports.blocks import Block, Column, table
from reports.edition import Labels, labels
from reports.sheet import moment

_WIDTHS = {"violation": 25.0, "who": 27, "suggested": 38, "act": 0, "signed": 32}
_SHORT = 60
"""Characters of what somebody did, and of what was done about it; the sheet of the violation has all of it."""


def listed(record: RoomRecord, title: str, stamp: Stamp) -> Block:
    """What was withdrawn is ruled out, and its last cell says why."""
    lines = _Lines(record, stamp)
    columns = [Column(lines.words(f"columns.{key}"), width) for key, width in _WIDTHS.items()]
    rows = [lines.row(one) for one in record.violations]
    struck = {place for place, one in enumerate(record.violations) if one.withdrawn_at}
    return table(title, lines.common, columns, rows, struck=struck)


class _Lines:
    def __init__(self, record: RoomRecord, stamp: Stamp) -> None:
        self._day = record.planned_start
        self.words, self.common = labels(stamp.edition, "room_record"), labels(stamp.edition, "sheet")
        self._named: Labels = labels(stamp.edition, "violation")

    def row(self, line: ViolationLine) -> Sequence[str]:
        words, named = self.words, self._named
        act, handling, at = self._short(line.act), self._short(line.handling), moment(line.happened_at, self._day)
        name = line.name or self.common("erased")
        said = words("act", at=at, act=act, handling=handling)
        return (
            words("violation", number=line.number, sheet=line.sheet) if line.sheet else line.number,
            words("whose", ticket=line.ticket, name=name) if line.ticket else named("outsider"),
            words("suggested", name=named(f"kinds.{line.kind}"), level=named(f"levels.{line.level}")),
            words("corrected", said=said, count=line.corrections) if line.corrections else said,
            self._signed(line),
        )

    def _short(self, text: str | None) -> str:
        if text is None:
            return self.common("erased")
        plain = " ".join(text.split())
        return plain if len(plain) <= _SHORT else self.words("cut", text=plain[:_SHORT])

    def _signed(self, line: ViolationLine) -> str:
        """How it was told and signed; the signature itself stands on the paper sheet."""
        words, day = self.words, self._day
        if line.withdrawn_at:
            reason = self._short(line.withdrawn_for)
            return words("withdrawn", at=moment(line.withdrawn_at, day), reason=reason)
        states = {"signed": line.signed_at, "refused": line.refused_at, "told": line.told_at}
        state, at = next(
            ((name, at) for name, at in states.items() if at), ("later" if line.later else "not_told", None)
        )
        parts = [words(f"signing.{state}", at=moment(at, day) if at else "")]
        if line.removed_at:
            parts.append(words("signing.removed", at=moment(line.removed_at, day)))
        return words("comma").join(parts)
