"""The arrangement timestamp (编排考场时间戳): compared in three places, and by the code on the confirmation sheet."""

from __future__ import annotations

import re
from typing import ClassVar

from app.core.arrangement import PackageMissing, plain
from app.core.operation import OFFICE, SECOND_PERSON, Decision, Demand, Desk, Fact, Operation, Refusal, Refused, office
from app.core.plan import Exam, SitePlan
from app.core.site import Site, Source, TimestampReading
from app.core.terms import ClauseId

_TIMESTAMP = re.compile(r"[0-9A-Za-z :./+-]{1,40}")


class RecordTimestamp(Operation, frozen=True):
    """Enter the arrangement timestamp as the registration platform or the calibration site shows it (ARR-01)."""

    source: Source
    text: str

    def demand(self, site: Site, desk: Desk) -> Demand:
        return office(self, desk, SECOND_PERSON)

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        if self.source is Source.ISSUED:
            return IssuedIsFixed()
        text = plain(self.text)
        if not text:
            return TimestampBlank(self.source)
        if not _TIMESTAMP.fullmatch(text):
            return TimestampUnlike(self.source)
        return (TimestampRecorded(self.source, text, text != self.text),)


class TimestampRecorded(Fact, frozen=True):
    """One place's arrangement timestamp was read and entered."""

    source: Source
    text: str
    normalised: bool

    def apply(self, site: Site) -> None:
        site.timestamps[self.source] = TimestampReading(self.text, self.normalised)


class CheckScan(Operation, frozen=True):
    """Compare the code on the site's confirmation sheet with what was taken in (ARR-02).

    `typed`: no scanner read it; then another person verifies what was typed.
    """

    text: str
    typed: bool = False

    def demand(self, site: Site, desk: Desk) -> Demand:
        return Demand(OFFICE, (SECOND_PERSON,) if self.typed else ())

    def decide(self, site: Site, desk: Desk) -> Decision:
        if site.package is None:
            return PackageMissing()
        parts = plain(self.text).upper().split(":", 5)
        if len(parts) != 6 or parts[:2] != ["EXAMSITE1", "ARR"]:
            return ScanUnreadable()
        shown, expected = ":".join(parts[2:]), scan_payload(site.package.exam, site.package.plan, site.package.edition)
        passed = shown == expected.removeprefix("EXAMSITE1:ARR:")
        fact = ScanChecked(passed, self.typed)
        return (fact,) if passed else Refused(ScanDiffers(shown, expected.removeprefix("EXAMSITE1:ARR:")), (fact,))


def scan_payload(exam: Exam, plan: SitePlan, edition: int) -> str:
    """The QR text of the confirmation sheet: ASCII upper case, the timestamp last because it holds colons."""
    return f"EXAMSITE1:ARR:{exam.id}:{plan.code}:{edition}:{plain(plan.timestamp)}".upper()


class ScanChecked(Fact, frozen=True):
    """The confirmation sheet was scanned; the last scan decides. What else a scanner may have read is not kept."""

    passed: bool
    typed: bool = False

    def apply(self, site: Site) -> None:
        site.scan_passed = self.passed


def odd_timestamp(site: Site) -> TimestampsDiffer | TimestampsIncomplete | None:
    """None when all three agree as exact text; otherwise which is missing or which is the odd one."""
    missing = tuple(source for source in Source if source not in site.timestamps)
    if missing:
        return TimestampsIncomplete(missing)
    texts = {source: site.timestamps[source].text for source in Source}
    if len(set(texts.values())) == 1:
        return None
    values = list(texts.values())
    odd = tuple(source for source in Source if values.count(texts[source]) == 1)
    return TimestampsDiffer(odd, tuple(texts[source] for source in odd))


class IssuedIsFixed(Refusal, frozen=True):
    """The issued value comes from the package and is never typed."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-01")


class TimestampBlank(Refusal, frozen=True):
    """A value was asked for and none was given."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-01")
    source: Source


class TimestampUnlike(Refusal, frozen=True):
    """Digits, Western letters and the signs of a date or time, 40 at most: nothing else is a timestamp."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-01")
    source: Source


class TimestampsIncomplete(Refusal, frozen=True):
    """A missing value is not a match."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-01")
    missing: tuple[Source, ...]


class TimestampsDiffer(Refusal, frozen=True):
    """The three places do not agree; `odd` are those that stand alone, with what they show."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-01")
    odd: tuple[Source, ...]
    texts: tuple[str, ...]


class ScanUnreadable(Refusal, frozen=True):
    """Not the code of a confirmation sheet, or a part of one."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-02")


class ScanDiffers(Refusal, frozen=True):
    """The sheet speaks of another exam, site, edition or time."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-02")
    shown: str
    expected: str


class ScanMissing(Refusal, frozen=True):
    """The confirmation sheet was not scanned, or its last scan did not agree."""

    clause: ClassVar[ClauseId] = ClauseId("ARR-02")
