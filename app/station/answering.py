"""One open package: every answer is on disk in two places before anything is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from app.core.terms import Digest, Ticket
from app.crypto import codes
from app.crypto.codes import Mistyped
from app.crypto.standalone import voucher_minutes
from app.exchange import outbox
from app.exchange.paper import (
    LONGEST_TEXT,
    TRUE_FALSE,
    Answer,
    Option,
    Question,
    QuestionKind,
    Section,
    fits,
)
from app.exchange.signed import SigningKey
from app.exchange.standalone import Content, Held
from app.exchange.standalone_return import INTERIM, SUFFIX
from app.machine_clock import BEIJING, Machine
from app.station import records, return_file, stamp
from app.station.records import HandedIn, Progress, Record
from app.station.stamp import SECOND, Stamp
from app.station.tries import Tries
from app.station.two_folders import Failing, Place, TwoFolders
from app.station.two_journals import TwoJournals
from app.trouble import Code, Trouble

__all__ = [
    "LONGEST_TEXT",
    "TRUE_FALSE",
    "Answering",
    "Failing",
    "Given",
    "Handed",
    "Mistyped",
    "Option",
    "Place",
    "Question",
    "QuestionKind",
    "Section",
]

NOTED_EVERY = 15 * SECOND


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


@dataclass(frozen=True, slots=True)
class Ground:
    """What an answering stands on: the station's key, clock, folders and counts of wrong tries.

    `keep` puts the return into both places, `save` the station's own file.
    """

    key: SigningKey
    clock: Machine
    folders: TwoFolders
    tries: Tries
    keep: Callable[[HandedIn], None]
    save: Callable[[], None]


class Answering:
    """`trouble` is set while neither place takes anything; `failing` while one does not."""

    def __init__(self, held: Held, content: Content, journals: TwoJournals, ground: Ground) -> None:
        """Begins or goes on. Raises ENTRY_UNREADABLE, SAVE_FAILED, at the first opening CLOCK_BEHIND, CLOCK_AHEAD."""
        self._held, self._paper, self._person = held, content.paper, content.person
        self._journals, self._ground = journals, ground
        self._questions = {question.id: question for question in content.paper.questions}
        self.trouble: Trouble | None = None
        self._progress = Progress()
        if content.so_far:
            self._progress.answers = {answer.question: answer for answer in content.so_far.answers}
        self._applied = 0
        self._follow()
        if self._progress.opened:
            self._opened = self._progress.opened
            if not self._progress.handed_in:
                self._write(records.Resumed(), self._now())
        else:
            manifest = held.manifest
            self._opened = stamp.first(ground.clock, manifest.issued_at, manifest.remaining_seconds)
            self._write(records.Opened(held.digest), self._opened)

    # What the candidate sees.

    @property
    def package(self) -> str:
        return self._held.manifest.package

    @property
    def package_digest(self) -> Digest:
        return self._held.digest

    @property
    def name(self) -> str:
        return self._person.name

    @property
    def ticket(self) -> Ticket:
        return self._held.manifest.ticket

    @property
    def subject(self) -> str:
        return self._held.manifest.subject

    @property
    def title(self) -> str:
        return self._paper.title

    @property
    def calculator(self) -> bool:
        return self._paper.calculator

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._paper.sections

    @property
    def questions(self) -> tuple[Question, ...]:
        return self._paper.questions

    @property
    def answered(self) -> int:
        return self._progress.answered

    def given(self, question: str) -> Given:
        answer, marked = self._progress.answers.get(question), question in self._progress.marked
        return Given(answer.chosen, answer.text, answer.at, marked) if answer else Given(marked=marked)

    # Time.

    @property
    def opened_at(self) -> datetime:
        return self._opened.at

    @property
    def used_seconds(self) -> int:
        """Since the first opening; at the end of a handed-in one, until then."""
        return (self._now().gone - self._opened.gone) // SECOND

    @property
    def resumed(self) -> int:
        return self._progress.resumed

    @property
    def granted(self) -> int:
        """Minutes by vouchers in all."""
        return self._progress.granted

    def remaining(self) -> int:
        """Whole seconds, rounded down."""
        return max(0, self._left() // SECOND)

    @property
    def over(self) -> bool:
        """No time is left: nothing changes until a voucher gives some."""
        return self._left() <= 0

    def _left(self) -> int:
        return (self._held.manifest.remaining_seconds + self.granted * 60) * SECOND - self._now().gone

    @property
    def may_hand_in_at(self) -> datetime:
        manifest = self._held.manifest
        return (manifest.issued_at + timedelta(seconds=manifest.closure_seconds)).astimezone(BEIJING)

    @property
    def may_hand_in(self) -> bool:
        return self._now().gone >= self._held.manifest.closure_seconds * SECOND

    # What the candidate does.

    def answer(self, question: str, chosen: tuple[str, ...] = (), text: str = "") -> datetime:
        """When it was saved. Neither choice nor text takes an answer back.

        Raises ANSWER_UNFIT, TIME_OVER, HANDED_IN or SAVE_FAILED.
        """
        self._expect_time()
        answer = self._fitting(question, chosen, text)
        before = self._progress.answers.get(question)
        if before and (before.chosen, before.text) == (answer.chosen, answer.text):
            return before.at
        return self._write(records.Answered(question, answer.chosen, answer.text), self._now())

    def _fitting(self, question: str, chosen: tuple[str, ...], text: str) -> Answer:
        asked = self._questions.get(question)
        in_order = tuple(key for key in asked.choices if key in chosen) if asked else ()
        answer = Answer(question, in_order, text, self._now().at)
        plain = text.isascii() or text == text.encode(errors="ignore").decode()
        if (
            not asked
            or len(in_order) != len(chosen)
            or len(text) > LONGEST_TEXT
            or not plain
            or not fits(asked, answer)
        ):
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return answer

    def mark(self, question: str, on: bool) -> datetime:
        """Flag a question to be looked at again. Raises as `answer` does."""
        self._expect_time()
        if question not in self._questions:
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return self._write(records.Marked(question, on), self._now())

    def _expect_time(self) -> None:
        self._expect_open()
        if self.over:
            raise Trouble(Code.TIME_OVER, package=self.package)

    def _expect_open(self) -> None:
        self._settle()
        if self._progress.handed_in:
            raise Trouble(Code.HANDED_IN, package=self.package)

    def voucher(self, typed: str) -> int | Mistyped:
        """The minutes in all, the highest voucher counting. Raises VOUCHER_WRONG, CODE_WAITS, HANDED_IN, SAVE_FAILED."""
        self._expect_open()
        given = codes.read(typed)
        if isinstance(given, Mistyped):
            return given
        self._ground.tries.ask(self._tried)
        minutes = voucher_minutes(given, bytes.fromhex(self._person.voucher_key), self.package)
        if minutes is None:
            self._ground.tries.wrong(self._tried)
            raise Trouble(Code.VOUCHER_WRONG, package=self.package)
        self._ground.tries.right(self._tried)
        if minutes > self.granted:
            self._write(records.MinutesGranted(minutes), self._now())
        return self.granted

    @property
    def voucher_waits(self) -> int:
        """Seconds until the next try; 0 for at once."""
        return self._ground.tries.waits(self._tried)

    @property
    def _tried(self) -> str:
        return f"voucher {self._held.digest}"

    # What leaves the station.

    @property
    def last_interim_at(self) -> datetime | None:
        return self._progress.interim.at if self._progress.interim else None

    def interim(self, folder: Path) -> Path:
        """A copy of what was answered so far. Raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS, HANDED_IN, SAVE_FAILED."""
        self._expect_open()
        number, now = self._progress.interims + 1, self._now()
        path = folder / f"{self.package}-{number}{INTERIM}"
        outbox.write_bytes(path, self._made(now, number))
        self._write(records.InterimMade(number), now)
        return path

    def hand_in(self) -> Handed:
        """The end; a second time it is the same. Raises HAND_IN_EARLY and SAVE_FAILED."""
        self._settle()
        end = self._progress.handed_in
        if not end:
            if not self.may_hand_in:
                raise Trouble(Code.HAND_IN_EARLY, time=f"{self.may_hand_in_at:%H:%M:%S}")
            now = self._now()
            sealed = self._made(now, 0)
            digest = Digest(hashlib.sha256(sealed).hexdigest())
            end = records.HandedIn(digest, sealed, self.answered, len(self._questions))
            self._write(end, now)
        # The record is what counts: from it the file can be made again.
        with suppress(Trouble):
            self._ground.keep(end)
        return self._told(end)

    def _made(self, now: Stamp, interim: int) -> bytes:
        return return_file.make(self._held, self._paper, self._progress, self._opened, now, self._ground.key, interim)

    @property
    def handed(self) -> Handed | None:
        return self._told(self._progress.handed_in) if self._progress.handed_in else None

    def _told(self, end: HandedIn) -> Handed:
        return Handed(end.digest, self._last.at, end.answered, end.questions, self.package + SUFFIX)

    def copy_return(self, folder: Path) -> Path:
        """As often as wanted, the same bytes. Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS."""
        end = self._progress.handed_in
        if not end:
            raise ValueError("not handed in")
        path = folder / f"{self.package}{SUFFIX}"
        outbox.write_bytes(path, end.sealed)
        return path

    # Disk.

    @property
    def failing(self) -> Failing | None:
        return self._ground.folders.failed(self._ground.folders.failing | self._journals.failing)

    def ticket(self) -> Ticket:
        return self._held.manifest.ticket

    @property
    def subject(self) -> str:
        return self._held.manifest.subject

    @property
    def title(self) -> str:
        return self._paper.title

    @property
    def calculator(self) -> bool:
        return self._paper.calculator

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._paper.sections

    @property
    def questions(self) -> tuple[Question, ...]:
        return self._paper.questions

    @property
    def answered(self) -> int:
        return self._progress.answered

    def given(self, question: str) -> Given:
        answer, marked = self._progress.answers.get(question), question in self._progress.marked
        return Given(answer.chosen, answer.text, answer.at, marked) if answer else Given(marked=marked)

    # Time.

    @property
    def opened_at(self) -> datetime:
        return self._opened.at

    @property
    def used_seconds(self) -> int:
        """Since the first opening; at the end of a handed-in one, until then."""
        return (self._now().gone - self._opened.gone) // SECOND

    @property
    def resumed(self) -> int:
        return self._progress.resumed

    @property
    def granted(self) -> int:
        """Minutes by vouchers in all."""
        return self._progress.granted

    def remaining(self) -> int:
        """Whole seconds, rounded down."""
        return max(0, self._left() // SECOND)

    @property
    def over(self) -> bool:
        """No time is left: nothing changes until a voucher gives some."""
        return self._left() <= 0

    def _left(self) -> int:
        return (self._held.manifest.remaining_seconds + self.granted * 60) * SECOND - self._now().gone

    @property
    def may_hand_in_at(self) -> datetime:
        manifest = self._held.manifest
        return (manifest.issued_at + timedelta(seconds=manifest.closure_seconds)).astimezone(BEIJING)

    @property
    def may_hand_in(self) -> bool:
        return self._now().gone >= self._held.manifest.closure_seconds * SECOND

    # What the candidate does.

    def answer(self, question: str, chosen: tuple[str, ...] = (), text: str = "") -> datetime:
        """When it was saved. Neither choice nor text takes an answer back.

        Raises ANSWER_UNFIT, TIME_OVER, HANDED_IN or SAVE_FAILED.
        """
        self._expect_time()
        answer = self._fitting(question, chosen, text)
        before = self._progress.answers.get(question)
        if before and (before.chosen, before.text) == (answer.chosen, answer.text):
            return before.at
        return self._write(records.Answered(question, answer.chosen, answer.text), self._now())

    def _fitting(self, question: str, chosen: tuple[str, ...], text: str) -> Answer:
        asked = self._questions.get(question)
        in_order = tuple(key for key in asked.choices if key in chosen) if asked else ()
        answer = Answer(question, in_order, text, self._now().at)
        plain = text.isascii() or text == text.encode(errors="ignore").decode()
        if (
            not asked
            or len(in_order) != len(chosen)
            or len(text) > LONGEST_TEXT
            or not plain
            or not fits(asked, answer)
        ):
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return answer

    def mark(self, question: str, on: bool) -> datetime:
        """Flag a question to be looked at again. Raises as `answer` does."""
        self._expect_time()
        if question not in self._questions:
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return self._write(records.Marked(question, on), self._now())

    def _expect_time(self) -> None:
        self._expect_open()
        if self.over:
            raise Trouble(Code.TIME_OVER, package=self.package)

    def _expect_open(self) -> None:
        self._settle()
        if self._progress.handed_in:
            raise Trouble(Code.HANDED_IN, package=self.package)

    def voucher(self, typed: str) -> int | Mistyped:
        """The minutes in all, the highest voucher counting. Raises VOUCHER_WRONG, CODE_WAITS, HANDED_IN, SAVE_FAILED."""
        self._expect_open()
        given = codes.read(typed)
        if isinstance(given, Mistyped):
            return given
        self._ground.tries.ask(self._tried)
        minutes = voucher_minutes(given, bytes.fromhex(self._person.voucher_key), self.package)
        if minutes is None:
            self._ground.tries.wrong(self._tried)
            raise Trouble(Code.VOUCHER_WRONG, package=self.package)
        self._ground.tries.right(self._tried)
        if minutes > self.granted:
            self._write(records.MinutesGranted(minutes), self._now())
        return self.granted

    @property
    def voucher_waits(self) -> int:
        """Seconds until the next try; 0 for at once."""
        return self._ground.tries.waits(self._tried)

    @property
    def _tried(self) -> str:
        return f"voucher {self._held.digest}"

    # What leaves the station.

    @property
    def last_interim_at(self) -> datetime | None:
        return self._progress.interim.at if self._progress.interim else None

    def interim(self, folder: Path) -> Path:
        """A copy of what was answered so far. Raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS, HANDED_IN, SAVE_FAILED."""
        self._expect_open()
        number, now = self._progress.interims + 1, self._now()
        path = folder / f"{self.package}-{number}{INTERIM}"
        outbox.write_bytes(path, self._made(now, number))
        self._write(records.InterimMade(number), now)
        return path

    def hand_in(self) -> Handed:
        """The end; a second time it is the same. Raises HAND_IN_EARLY and SAVE_FAILED."""
        self._settle()
        end = self._progress.handed_in
        if not end:
            if not self.may_hand_in:
                raise Trouble(Code.HAND_IN_EARLY, time=f"{self.may_hand_in_at:%H:%M:%S}")
            now = self._now()
            sealed = self._made(now, 0)
            digest = Digest(hashlib.sha256(sealed).hexdigest())
            end = records.HandedIn(digest, sealed, self.answered, len(self._questions))
            self._write(end, now)
        # The record is what counts: from it the file can be made again.
        with suppress(Trouble):
            self._ground.keep(end)
        return self._told(end)

    def _made(self, now: Stamp, interim: int) -> bytes:
        return return_file.make(self._held, self._paper, self._progress, self._opened, now, self._ground.key, interim)

    @property
    def handed(self) -> Handed | None:
        return self._told(self._progress.handed_in) if self._progress.handed_in else None

    def _told(self, end: HandedIn) -> Handed:
        return Handed(end.digest, self._last.at, end.answered, end.questions, self.package + SUFFIX)

    def copy_return(self, folder: Path) -> Path:
        """As often as wanted, the same bytes. Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS."""
        end = self._progress.handed_in
        if not end:
            raise ValueError("not handed in")
        path = folder / f"{self.package}{SUFFIX}"
        outbox.write_bytes(path, end.sealed)
        return path

    # Disk.

    @property
    def failing(self) -> Failing | None:
        troubles = self._ground.folders.failing | self._journals.failing
        return next(
            (Failing(one, self._ground.folders.roots[one], troubles[one]) for one in Place if one in troubles), None
        )

    def tick(self) -> None:
        """About every second: notes the time now and then, and tries again what failed."""
        with suppress(Trouble):
            if self._now().gone - self._last.gone >= NOTED_EVERY:
                self._settle()
                if self._ground.folders.failing:
                    self._ground.save()
                if not self._progress.handed_in:
                    self._write(records.TimeNoted(), self._now())

    def _settle(self) -> None:
        self._journals.mend()
        self._follow()

    def _follow(self) -> None:
        """What stands in the journals counts, also where its writing was in doubt."""
        entries = self._journals.entries
        records.replay(self._progress, entries[self._applied :])
        self._applied = len(entries)

    def _write(self, record: Record, now: Stamp) -> datetime:
        try:
            self._journals.append(records.encode(now), records.encode(record))
        except Trouble as trouble:
            self.trouble = trouble
            raise
        self.trouble = None
        self._follow()
        return now.at

    @property
    def _last(self) -> Stamp:
        return self._progress.last or self._opened

    def _now(self) -> Stamp:
        """Once it is handed in, time stands still."""
        return self._last if self._progress.handed_in else stamp.following(self._last, self._ground.clock)

    def close(self) -> None:
        self._journals.close()
