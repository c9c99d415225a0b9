"""One open package: every answer is on disk in two places before anything is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.terms import Digest, Ticket
from app.crypto import codes
from app.crypto.codes import Mistyped
from app.crypto.standalone import voucher_minutes
from app.exchange import outbox
from app.exchange.paper import LONGEST_TEXT, TRUE_FALSE, Answer, Option, Question, QuestionKind, Section, fits
from app.exchange.signed import SigningKey
from app.exchange.standalone import Content, Held
from app.exchange.standalone_return import INTERIM, SUFFIX
from app.machine_clock import Machine
from app.station import return_file
from app.station.course import Course
from app.station.records import Answered, Given, Handed, HandedIn, InterimMade, Marked, MinutesGranted
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
    """What the window speaks to. Whatever a call names as failed has not happened and may be tried again."""

    def __init__(self, held: Held, content: Content, journals: TwoJournals, ground: Ground) -> None:
        """Begins or goes on. Raises ENTRY_UNREADABLE, SAVE_FAILED, at the first opening CLOCK_BEHIND, CLOCK_AHEAD."""
        self._held, self._paper, self._person = held, content.paper, content.person
        self._journals, self._ground = journals, ground
        self._questions = {question.id: question for question in content.paper.questions}
        self._course = Course(held.manifest, held.digest, content.so_far, journals, ground.clock)

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
        return self._course.progress.answered

    def given(self, question: str) -> Given:
        return self._course.progress.given(question)

    @property
    def opened_at(self) -> datetime:
        return self._course.opened.at

    @property
    def used_seconds(self) -> int:
        """From the first opening to the last answer."""
        return self._course.progress.used_seconds

    @property
    def resumed(self) -> int:
        """How often it was opened again."""
        return self._course.progress.resumed

    @property
    def granted(self) -> int:
        """Minutes by vouchers in all."""
        return self._course.progress.granted

    def remaining(self) -> int:
        """Whole seconds, rounded down."""
        return max(0, self._course.left(self._course.now()) // SECOND)

    @property
    def over(self) -> bool:
        """No time is left: nothing changes until a voucher gives some."""
        return self._course.left(self._course.now()) <= 0

    @property
    def may_hand_in_at(self) -> datetime:
        return self._course.may_hand_in_at

    @property
    def may_hand_in(self) -> bool:
        return self._course.may_hand_in

    def answer(self, question: str, chosen: tuple[str, ...] = (), text: str = "") -> datetime:
        """When it was saved. Neither choice nor text takes an answer back.

        Raises ANSWER_UNFIT, TIME_OVER, HANDED_IN or SAVE_FAILED.
        """
        now = self._in_time()
        answer = self._fitting(question, chosen, text, now)
        before = self._course.progress.answers.get(question)
        if before and (before.chosen, before.text) == (answer.chosen, answer.text):
            return before.at
        return self._course.write(Answered(question, answer.chosen, answer.text), now)

    def _fitting(self, question: str, chosen: tuple[str, ...], text: str, now: Stamp) -> Answer:
        asked = self._asked(question)
        answer = Answer(question, tuple(key for key in asked.choices if key in chosen), text, now.at)
        # A field of a window can hold half of a sign that no file can.
        whole = text == text.encode(errors="ignore").decode()
        if len(answer.chosen) != len(chosen) or len(text) > LONGEST_TEXT or not whole or not fits(asked, answer):
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return answer

    def _asked(self, question: str) -> Question:
        if question not in self._questions:
            raise Trouble(Code.ANSWER_UNFIT, limit=LONGEST_TEXT)
        return self._questions[question]

    def mark(self, question: str, on: bool) -> datetime:
        """Flag a question to be looked at again. Raises as `answer` does."""
        now = self._in_time()
        return self._course.write(Marked(self._asked(question).id, on), now)

    def _in_time(self) -> Stamp:
        """What is written carries this very stamp: none lies behind the end."""
        self._expect_open()
        now = self._course.now()
        if self._course.left(now) <= 0:
            raise Trouble(Code.TIME_OVER, package=self.package)
        return now

    def _expect_open(self) -> None:
        self._course.settle()
        if self._course.progress.handed_in:
            raise Trouble(Code.HANDED_IN, package=self.package)

    def voucher(self, typed: str) -> int | Mistyped:
        """The minutes in all; of several vouchers the highest counts.

        Raises VOUCHER_WRONG, CODE_WAITS, HANDED_IN or SAVE_FAILED.
        """
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
            self._course.write(MinutesGranted(minutes), self._course.now())
        return self.granted

    @property
    def voucher_waits(self) -> int:
        """Seconds until the next try; 0 for at once."""
        return self._ground.tries.waits(self._tried)

    @property
    def _tried(self) -> str:
        return f"voucher {self._held.digest}"

    @property
    def last_interim_at(self) -> datetime | None:
        made = self._course.progress.interim
        return made.at if made else None

    def interim(self, folder: Path) -> Path:
        """A copy of what was answered so far.

        Raises MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS, HANDED_IN or SAVE_FAILED.
        """
        self._expect_open()
        number, now = self._course.progress.interims + 1, self._course.now()
        path = folder / f"{self.package}-{number}{INTERIM}"
        outbox.write_bytes(path, self._made(now, number))
        self._course.write(InterimMade(number), now)
        return path

    def hand_in(self) -> Handed:
        """The end; a second time it is the same. Raises HAND_IN_EARLY and SAVE_FAILED."""
        self._course.settle()
        end = self._course.progress.handed_in
        if not end:
            if not self.may_hand_in:
                raise Trouble(Code.HAND_IN_EARLY, time=f"{self.may_hand_in_at:%H:%M:%S}")
            now = self._course.now()
            sealed = self._made(now, 0)
            digest = Digest(hashlib.sha256(sealed).hexdigest())
            end = HandedIn(digest, sealed, self.answered, len(self._questions))
            self._course.write(end, now)
        # The record is what counts: from it the file can be made again.
        with suppress(Trouble):
            self._ground.keep(end)
        return self._told(end)

    def _made(self, now: Stamp, interim: int) -> bytes:
        course = self._course
        return return_file.make(self._held, self._paper, course.progress, course.opened, now, self._ground.key, interim)

    @property
    def handed(self) -> Handed | None:
        end = self._course.progress.handed_in
        return self._told(end) if end else None

    def _told(self, end: HandedIn) -> Handed:
        return Handed(end.digest, self._course.last.at, end.answered, end.questions, self.package + SUFFIX)

    def copy_return(self, folder: Path) -> Path:
        """As often as wanted, the same bytes. Raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS."""
        end = self._course.progress.handed_in
        if not end:
            raise ValueError("not handed in")
        path = folder / f"{self.package}{SUFFIX}"
        outbox.write_bytes(path, end.sealed)
        return path

    @property
    def failing(self) -> Failing | None:
        """A place that does not take what has to be kept there."""
        return self._ground.folders.failed(self._ground.folders.failing | self._journals.failing)

    @property
    def trouble(self) -> Trouble | None:
        """Set while neither place takes anything."""
        return self._course.trouble

    def tick(self) -> None:
        """About every second: notes the time now and then, and tries again what failed."""
        if self._course.tick() and self._ground.folders.failing:
            self._ground.save()

    def close(self) -> None:
        self._journals.close()
