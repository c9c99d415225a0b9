"""Violation sheet: what was done, told and signed, with its evidence; what it is called is a suggestion (VIO-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from app.views.stamp import Stamp
from app.views.violation_sheet import AccountLine, PoliceLine, RemovalLine, VersionLine, ViolationSheet, found_later
from reports.blocks import (
    STRONG,
    WIDTH,
    Block,
    Cell,
    Column,
    Strip,
    Whole,
    cells,
    facts,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import labels
from reports.passage import passage
from reports.pen import THICK
from reports.session_frame import session_facts
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import signing, site_frame

_GROUP, _SHOWN = 4, 16


def draw(sheet: ViolationSheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Sheet(sheet, stamp).pdf()


def short_digest(digest: str) -> str:
    """The first sixteen digits, in groups."""
    return " ".join(digest[start : start + _GROUP] for start in range(0, _SHOWN, _GROUP))


class _Sheet:
    def __init__(self, sheet: ViolationSheet, stamp: Stamp) -> None:
        self.sheet, self.stamp = sheet, stamp
        self.words, self.common = labels(stamp.edition, "violation"), labels(stamp.edition, "sheet")
        self._section = 2

    def pdf(self) -> bytes:
        sheet, words, head = self.sheet, self.words, self.sheet.head
        named = self.common("room", room=head.room)
        running = words("running", number=sheet.number, room=named, session=session_name(self.common, head.session))
        code = payload(self.stamp, head.site_code, head.session, head.room)
        number = words("number", site=head.site_code, number=sheet.number)
        frame = site_frame(head, self.stamp, words("title"), number, running, code)
        return build(frame, self.stamp, [*self._body(), self._signatures()])

    def _body(self) -> Iterator[Block]:
        sheet, words = self.sheet, self.words
        if sheet.missing:
            what = words("comma").join(words(f"missing_parts.{one}") for one in sheet.missing)
            yield Whole([framed(words("missing", what=what)), space(4)])
        if sheet.withdrawn:
            yield Whole([framed(words("withdrawn", at=moment(sheet.withdrawn.at)))])
            yield from self._texts("withdrawn_for", sheet.withdrawn.reason)
            yield from self._texts("withdrawn_on", sheet.withdrawn.basis)
            yield Whole([space(4)])
        yield self._who()
        yield from self._texts("person", sheet.person)
        yield Whole([heading(words("sections.act")), *self._account(sheet.now)])
        yield from self._passages(sheet.now)
        yield Whole([paragraph(words("suggestion"), STRONG)])
        if sheet.removal:
            yield self._removal(sheet.removal)
        if sheet.police:
            yield from self._police(sheet.police)
        if sheet.evidence:
            yield self._evidence()
        if sheet.before:
            yield from self._before()
        yield self._told()
        if sheet.refusal:
            yield from self._texts("refusal", sheet.refusal.said)
            yield from self._texts("damage", sheet.refusal.damage)

    def _title(self, name: str, **values: object) -> str:
        self._section += 1
        return self.words(f"sections.{name}", ordinal=self.words(f"ordinals.{self._section}"), **values)

    def _at(self, when: datetime | None, missing: str = "none") -> str:
        return moment(when, self.sheet.head.planned_start) if when else self.words(missing)

    def _pairs(self, values: dict[str, str]) -> Sequence[Strip]:
        return facts([(self.words(f"facts.{key}"), value) for key, value in values.items()]).strips

    def _who(self) -> Block:
        sheet, words = self.sheet, self.words
        values = {
            "number": sheet.number,
            "sheet": sheet.now.sheet or words("no_sheet"),
        }
        if sheet.ticket:
            erased = self.common("erased")
            values |= {
                "name": sheet.name or erased,
                "ticket": sheet.ticket,
                "id_number": sheet.id_number or erased,
            }
        else:
            values["name"] = words("outsider")
        if sheet.incident:
            values["incident"] = sheet.incident
        session = facts(session_facts(sheet.head, self.common)).strips
        return Whole([*session, heading(words("sections.who")), *self._pairs(values)])

    def _account(self, one: AccountLine) -> Sequence[Strip]:
        words = self.words
        values = {
            "kind": words("kind", code=one.kind, name=words(f"kinds.{one.kind}")),
            "level": words(f"levels.{one.level}"),
            "happened_at": moment(one.happened_at),
            "reminded_at": self._at(one.reminded_at),
            "found": words(f"founds.{one.found}"),
            "found_at": self._at(one.found_at),
        }
        return self._pairs(values)

    def _passages(self, one: AccountLine) -> Iterator[Block]:
        yield from self._texts("place", one.place)
        yield from self._texts("act", one.act)
        yield from self._texts("handling", one.handling)

    def _texts(self, name: str, text: str | None) -> Iterator[Block]:
        """Nothing where nothing was typed; what was erased says so."""
        if text != "":
            yield passage(self.words(f"facts.{name}"), self.common("erased") if text is None else text, self.common)

    def _removal(self, led: RemovalLine) -> Block:
        words = self.words
        first, second = led.witnesses
        values = {
            "removed_at": self._at(led.at),
            "removed_to": words(f"places.{led.place}"),
            "witnesses": words("witnesses", first=first, second=second),
            "roving": led.roving,
        }
        return Whole([heading(self._title("removal")), *self._pairs(values)])

    def _police(self, told: PoliceLine) -> Iterator[Block]:
        erased, none = self.common("erased"), self.words("none")
        values = {"police_at": self._at(told.at)}
        for name, text in (("station", told.station), ("officer", told.officer), ("receipt", told.receipt)):
            values[name] = erased if text is None else text or none
        yield Whole([heading(self._title("police")), *self._pairs(values)])
        yield from self._texts("items", told.items)

    def _evidence(self) -> Block:
        words, pieces = self.words, self.sheet.evidence
        widths = {"tag": 27.0, "kind": 19, "item": 0, "digest": 40, "at": 19}
        columns = [Column(words(f"columns.{key}"), width, key != "item") for key, width in widths.items()]
        rows = [
            (
                one.tag,
                words(f"evidence.{one.kind}"),
                self.common("erased") if one.item is None else one.item,
                short_digest(one.digest) if one.digest else words("no_digest"),
                self._at(one.at),
            )
            for one in pieces
        ]
        return table(self._title("evidence", count=len(pieces)), self.common, columns, rows)

    def _before(self) -> Iterator[Block]:
        title = [heading(self._title("before", count=len(self.sheet.before)))]
        for count, one in enumerate(self.sheet.before, 1):
            yield Whole([*title, *self._version(count, one)])
            yield from self._texts("reason", one.reason)
            yield from self._texts("basis", one.basis)
            yield Whole([_titled(self.words("version", count=count, at=self._at(one.at))), *self._account(one.said)])
            yield from self._passages(one.said)
            title = [space(4)]

    def _version(self, count: int, one: VersionLine) -> Sequence[Strip]:
        words = self.words
        values = {"corrected_at": self._at(one.at), "sheet": one.said.sheet or words("no_sheet")}
        return [_titled(words("corrected", count=count)), *self._pairs(values)]

    def _told(self) -> Block:
        values = {"told_at": self._at(self.sheet.told_at, "not_told"), "signed": self._signed()}
        return Whole([heading(self._title("told")), *self._pairs(values)])

    def _signed(self) -> str:
        sheet, words = self.sheet, self.words
        if sheet.signed_at:
            return words("signed", at=self._at(sheet.signed_at))
        if sheet.refusal:
            return words("refused", at=self._at(sheet.refusal.at))
        return words("found_later" if found_later(sheet) else "not_signed")

    def _signatures(self) -> Block:
        """The person, or two invigilators who tell of the refusal; who led them out; and the chief."""
        sheet, words = self.sheet, self.words
        boxes: list[tuple[str, str]] = []
        if not sheet.refusal and not found_later(sheet) and not sheet.withdrawn:
            boxes.append((words("signers.candidate" if sheet.ticket else "signers.person"), sheet.name or ""))
        steps = [one for one in (sheet.refusal, sheet.removal) if one]
        witnesses = dict.fromkeys(name for step in steps for name in step.witnesses)
        boxes += [(words("signers.invigilator"), name) for name in witnesses]
        if sheet.removal:
            boxes.append((words("signers.roving"), sheet.removal.roving))
        boxes.append((words("signers.chief"), ""))
        title = heading(self._title("signatures"))
        return Whole([title, paragraph(words(f"notes.{self._note()}")), space(4), *signing(words, boxes)])

    def _note(self) -> str:
        sheet = self.sheet
        if sheet.withdrawn:
            return "withdrawn"
        if sheet.refusal:
            return "refusal"
        if found_later(sheet):
            return "later"
        return "told" if sheet.told_at else "untold"


def framed(text: str) -> Strip:
    """What must not be overlooked."""
    return cells([Cell(text, WIDTH, False, STRONG)], rule=THICK)


def _titled(text: str) -> Strip:
    return cells([Cell(text, WIDTH, False, STRONG)])
