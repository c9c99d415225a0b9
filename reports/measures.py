"""What the sheets about delayed starts and extra time have in common: causes, and what was allowed by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.views.application_sheet import Answers, CauseLine, CodeLine, ConsentLine, DirectiveLine
from app.views.stamp import Stamp
from reports.blocks import STRONG, Block, Column, Strip, Whole, paragraph, table
from reports.edition import labels
from reports.sheet import moment
from reports.site_frame import signing


class Measures:
    """The words and tables of one sheet; times of its `day` are shown without their date."""

    def __init__(self, stamp: Stamp, day: datetime) -> None:
        self.words = labels(stamp.edition, "measures")
        self._common = labels(stamp.edition, "sheet")
        self._kinds = labels(stamp.edition, "room_record")
        self._day = day

    def at(self, when: datetime | None) -> str:
        return moment(when, self._day) if when else self.words("none")

    def kind(self, code: str) -> str:
        """A fault or incident in words."""
        return self._kinds.named("kinds", code)

    def place(self, line: CauseLine) -> str:
        """Where it happened: seats, a room, or the whole site."""
        if line.seats:
            return self.words("seats", room=line.room, seats=line.seats)
        return self.words("room", room=line.room) if line.room else self.words("site_wide")

    def listed(self, items: Sequence[str]) -> str:
        return self.words("comma").join(items) or self.words("none")

    def causes(self, lines: Sequence[CauseLine], title: str = "") -> Block:
        widths = {"number": 26.0, "kind": 0, "place": 48, "happened_at": 26, "closed_at": 26}
        rows = [
            (
                line.number,
                self.kind(line.kind),
                self.place(line),
                self.at(line.happened_at),
                self.at(line.closed_at) if line.closed_at else self.words("open"),
            )
            for line in lines
        ]
        return self._table("causes", widths, rows, title)

    def came(self, answers: Answers) -> Sequence[Block]:
        """What was given, kind by kind; nothing of a kind that did not come."""
        found: list[Block] = []
        if answers.consents:
            widths = {"authority": 26.0, "who": 0, "phone": 29, "means": 20, "given_at": 19, "entered_at": 19}
            rows = [self._consent(one) for one in answers.consents]
            found.append(self._table("consents", {**widths, "told_to": 22}, rows))
        if answers.codes:
            widths = {"purpose": 34.0, "subject": 0, "minutes": 16, "given_at": 26, "entered_at": 26, "verified": 26}
            found.append(self._table("codes", widths, [self._code(one) for one in answers.codes]))
            if not all(one.verified for one in answers.codes):
                found.append(Whole([paragraph(self.words("unverified_note"), STRONG)]))
        if answers.directives:
            widths = {"serial": 34.0, "outcome": 20, "rooms": 0, "issued_at": 26, "until": 24, "entered_at": 24}
            found.append(self._table("directives", widths, [self._directive(one) for one in answers.directives]))
        return found

    def _consent(self, one: ConsentLine) -> Sequence[str]:
        who = f"{one.name} {one.office}".strip() if one.name is not None else self._common("erased")
        return (
            self.words(f"tiers.{one.authority}"),
            who,
            one.phone or self.words("none"),
            self.words(f"means.{one.means}"),
            self.at(one.given_at),
            self.at(one.entered_at),
            one.told_to,
        )

    def _code(self, one: CodeLine) -> Sequence[str]:
        return (
            self.words(f"purposes.{one.purpose}"),
            self.whom(one),
            self.words("minutes", minutes=one.minutes),
            self.at(one.given_at),
            self.at(one.entered_at),
            self.words("verified") if one.verified else self.words("unverified_text", text=one.text),
        )

    def whom(self, one: CodeLine) -> str:
        """For whom a code is."""
        if one.subject == "*":
            return self.words("everyone")
        return one.subject if one.purpose == "extra-time" else self.words("room", room=one.subject)

    def _directive(self, one: DirectiveLine) -> Sequence[str]:
        until = self.at(one.until) if one.until else self.words("no_end" if one.outcome == "start" else "none")
        rooms = self.listed(one.rooms)
        return (
            one.serial,
            self.words(f"outcomes.{one.outcome}"),
            rooms,
            self.at(one.issued_at),
            until,
            self.at(one.entered_at),
        )

    def _table(self, name: str, widths: dict[str, float], rows: Sequence[Sequence[str]], title: str = "") -> Block:
        columns = [Column(self.words(f"{name}.{key}"), width) for key, width in widths.items()]
        return table(title or self.words(f"sections.{name}", count=len(rows)), self._common, columns, rows)

    def signatures(self, *roles: str) -> Sequence[Strip]:
        return signing(self.words, [(self.words(f"signers.{role}"), "") for role in roles])
