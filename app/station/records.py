"""What the station writes down of one answering, and what all of it together amounts to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from app.core.terms import Digest
from app.exchange.paper import Answer
from app.journal.chain import Entry
from app.station.stamp import SECOND, Stamp
from app.trouble import Code, Trouble


@dataclass(frozen=True, slots=True)
class Given:
    """What stands at one question; `at` is None where nothing was ever answered."""

    chosen: tuple[str, ...] = ()
    text: str = ""
    at: datetime | None = None
    marked: bool = False

    @property
    def blank(self) -> bool:
        return not (self.chosen or self.text)


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in; `digest` is that of the return file called `name`."""

    digest: Digest
    at: datetime
    answered: int
    questions: int
    name: str


@dataclass
class Progress:
    """How far an answering has come. `last` is the newest stamp: the time runs on from there."""

    answers: dict[str, Answer] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    opened: Stamp | None = None
    last: Stamp | None = None
    last_answer: Stamp | None = None
    granted: int = 0
    resumed: int = 0
    interims: int = 0
    interim: Stamp | None = None
    handed_in: HandedIn | None = None

    @property
    def answered(self) -> int:
        return sum(not answer.blank for answer in self.answers.values())

    @property
    def used_seconds(self) -> int:
        """From the first opening to the last answer; what stands after it is no answering time. 0 where none was given.

        No answer comes in once the time is over, so this never exceeds what package and vouchers gave.
        """
        if not (self.opened and self.last_answer):
            return 0
        return (self.last_answer.gone - self.opened.gone) // SECOND

    def given(self, question: str) -> Given:
        answer, marked = self.answers.get(question), question in self.marked
        return Given(answer.chosen, answer.text, answer.at, marked) if answer else Given(marked=marked)


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="record"):
    """One thing that happened; when it did stands in the entry's stamp."""

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        """What it changes, if anything."""


class Opened(Record, frozen=True, tag="opened/1"):
    """The first opening of the package with this digest."""

    package: Digest

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.opened = stamp


class Resumed(Record, frozen=True, tag="resumed/1"):
    """The program was started anew and the package opened again."""

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.resumed += 1


class Answered(Record, frozen=True, tag="answered/1"):
    """The newest answer to one question; neither choice nor text takes it back."""

    question: str
    chosen: tuple[str, ...]
    text: str

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.answers[self.question] = Answer(self.question, self.chosen, self.text, stamp.at)
        progress.last_answer = stamp


class Marked(Record, frozen=True, tag="marked/1"):
    """A question to be looked at again, or no longer."""

    question: str
    on: bool

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        if self.on:
            progress.marked.add(self.question)
        else:
            progress.marked.discard(self.question)


class TimeNoted(Record, frozen=True, tag="time_noted/1"):
    """Nothing happened, but time went by: the stamp says it."""


class MinutesGranted(Record, frozen=True, tag="minutes_granted/1"):
    """A voucher was entered: so many minutes in all since the export."""

    minutes: int

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.granted = max(progress.granted, self.minutes)


class InterimMade(Record, frozen=True, tag="interim_made/1"):
    """An interim copy was written out."""

    number: int

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.interims, progress.interim = self.number, stamp


class HandedIn(Record, frozen=True, tag="handed_in/1"):
    """The end. The return file stands here whole: it cannot be made a second time with the same digest."""

    digest: Digest
    sealed: bytes
    answered: int
    questions: int

    def apply(self, progress: Progress, stamp: Stamp) -> None:
        progress.handed_in = self


_KINDS = Opened | Resumed | Answered | Marked | TimeNoted | MinutesGranted | InterimMade | HandedIn
_records: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_KINDS)
_stamps = msgspec.json.Decoder(Stamp)
encode = msgspec.json.Encoder().encode


def replay(progress: Progress, entries: Iterable[Entry]) -> None:
    """Apply what stands in these entries; raises ENTRY_UNREADABLE."""
    for entry in entries:
        try:
            record, stamp = _records.decode(entry.body), _stamps.decode(entry.stamp)
        except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
            raise Trouble(Code.ENTRY_UNREADABLE, entry=entry.n) from cause
        record.apply(progress, stamp)
        progress.last = stamp
