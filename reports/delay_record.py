"""Delay record: which rooms of a session started late or not at all, why, and who allowed it; signed by the chief."""

from __future__ import annotations

from collections.abc import Sequence

from app.views.delay_sheet import AskedFor, DelaySheet, LateLine, OffLine
from app.views.stamp import Stamp
from reports.blocks import (
    STRONG,
    Block,
    Column,
    Whole,
    facts,
    figures,
    heading,
    paragraph,
    space,
    table,
)
from reports.edition import labels
from reports.measures import Measures
from reports.sheet import build, moment, payload, session_name
from reports.site_frame import NOWHERE, site_frame


def draw(sheet: DelaySheet, stamp: Stamp) -> bytes:
    """The finished PDF."""
    return _Record(sheet, stamp).pdf()


class _Record:
    def __init__(self, sheet: DelaySheet, stamp: Stamp) -> None:
        self.sheet, self.stamp = sheet, stamp
        self.words, self.common = labels(stamp.edition, "delay_record"), labels(stamp.edition, "sheet")
        self.said = Measures(stamp, sheet.planned_start)
        self.session = session_name(self.common, sheet.session)

    def pdf(self) -> bytes:
        sheet, words = self.sheet, self.words
        number = words("number", site=sheet.head.site_code, session=sheet.session)
        running = words("running", session=self.session, subject=sheet.subject)
        code = payload(self.stamp, sheet.head.site_code, sheet.session, NOWHERE)
        frame = site_frame(sheet.head, self.stamp, words("title"), number, running, code)
        causes = self.said.causes(sheet.causes, words("sections.causes", count=len(sheet.causes)))
        unchecked = [] if self._all_verified() else [Whole([paragraph(self.said.words("unverified_note"), STRONG)])]
        blocks = [self._facts(), self._late(), *self._moments(), self._off(), causes, self._asked(), *unchecked]
        return build(frame, self.stamp, [*blocks, self._closing()])

    def _all_verified(self) -> bool:
        given = (one.answers.codes for one in self.sheet.applications)
        return all(code.verified for codes in given for code in codes)

    def _facts(self) -> Block:
        sheet, common = self.sheet, self.common
        end = moment(sheet.planned_end, sheet.planned_start)
        values = {
            "site": common("site", name=sheet.head.site_name, code=sheet.head.site_code),
            "subject": sheet.subject,
            "session": self.session,
            "planned": common("between", start=moment(sheet.planned_start), end=end),
            "rooms": str(sheet.rooms),
            "ended": moment(sheet.ended_at) if sheet.ended_at else self.words("not_ended"),
        }
        return facts([(self.words(f"facts.{key}"), value) for key, value in values.items()])

    def _late(self) -> Block:
        widths = {"room": 13.0, "started_at": 19, "delay": 23, "tier": 28, "by": 0, "application": 22}
        return self._table("late", widths, [self._started(one) for one in self.sheet.late])

    def _started(self, one: LateLine) -> Sequence[str]:
        by = self.said.words(f"by.{one.by}")
        said = "given_late" if one.entered_late else "given"
        given = self.words(said if one.verified else f"{said}_unverified", by=by, at=self.said.at(one.given_at))
        return (
            one.room,
            self.said.at(one.started_at),
            self._delay(one.seconds),
            self.said.words(f"tiers.{one.tier}"),
            given,
            one.application,
        )

    def _delay(self, seconds: int) -> str:
        return self.said.words("late", minutes=seconds // 60, seconds=seconds % 60)

    def _moments(self) -> Sequence[Block]:
        if not self.sheet.late:
            return ()
        widths = {"room": 0.0, "entry": 36, "closure": 36, "reminder": 36, "end": 36}
        at = self.said.at
        rows = [(one.room, at(one.entry), at(one.closure), at(one.reminder), at(one.end)) for one in self.sheet.late]
        return (self._table("moments", widths, rows),)

    def _off(self) -> Block:
        widths = {"room": 20.0, "called_off": 30, "serial": 0, "issued_at": 36, "application": 34}
        return self._table("off", widths, [self._called_off(one) for one in self.sheet.off])

    def _called_off(self, one: OffLine) -> Sequence[str]:
        called_off = self.words(f"called_off.{one.called_off}")
        return (one.room, called_off, one.serial, self.said.at(one.issued_at), one.application)

    def _asked(self) -> Block:
        widths = {"number": 20.0, "asked_at": 18, "whom": 25, "minutes": 13, "rooms": 0, "causes": 20, "answers": 50}
        return self._table("applications", widths, [self._application(one) for one in self.sheet.applications])

    def _application(self, one: AskedFor) -> Sequence[str]:
        return (
            one.number,
            self.said.at(one.asked_at),
            self.said.words(f"tiers.{one.tier}"),
            self.said.words("minutes", minutes=one.minutes),
            self.said.listed(one.rooms),
            self.said.listed(one.causes),
            self._came(one),
        )

    def _came(self, one: AskedFor) -> str:
        """Each answer with its time; who said what stands on the record of what was allowed."""
        said, found = self.said, list[str]()
        for consent in one.answers.consents:
            found.append(f"{said.words(f'by.{consent.authority}')} {said.at(consent.given_at)}")
        for code in one.answers.codes:
            minutes = said.words("minutes", minutes=code.minutes)
            found.append(f"{said.words('by.province')} {said.whom(code)} {minutes} {said.at(code.given_at)}")
        for directive in one.answers.directives:
            found.append(f"{said.words(f'outcomes.{directive.outcome}')} {directive.serial}")
        return said.words("semicolon").join(found) or said.words("none")

    def _table(self, name: str, widths: dict[str, float], rows: Sequence[Sequence[str]]) -> Block:
        columns = [Column(self.words(f"columns.{key}"), width) for key, width in widths.items()]
        return table(self.words(f"sections.{name}", count=len(rows)), self.common, columns, rows)

    def _closing(self) -> Block:
        sheet, words = self.sheet, self.words
        longest = max((one.seconds for one in sheet.late), default=0)
        values = (str(sheet.rooms), str(len(sheet.late)), str(len(sheet.off)), self._delay(longest))
        named = [words(f"counts.{key}") for key in ("rooms", "late", "off", "longest")]
        return Whole(
            [
                heading(words("sections.totals")),
                figures(list(zip(named, values, strict=True))),
                heading(words("sections.signatures")),
                paragraph(words("statement")),
                space(5),
                *self.said.signatures("site_admin", "chief"),
            ]
        )
