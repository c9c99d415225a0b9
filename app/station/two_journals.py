"""One journal in two places: an entry is written to both before anything is said of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from app.journal.chain import BEGINNING, Entry, Mark, link
from app.journal.store import Journal
from app.station.two_folders import Place, TwoFolders
from app.trouble import BROKEN_TRUST, Code, Trouble

FILE = "answers.db"
_LOG = ("", "-wal", "-shm")


class TwoJournals:
    """`entries` is all that was acknowledged, and may hold more after a failed write that stood all the same.

    The longer of two goes before the shorter where it continues it; a damaged one is set aside and made anew from the
    other; two that contradict each other are left as they are.
    """

    def __init__(
        self, folders: TwoFolders, name: str, key: bytes, mark: Mark = BEGINNING, back: Callable[[], None] | None = None
    ) -> None:
        """`mark`: what the journal held at least. `back` is called when a place takes part again that had failed.

        Raises PLACES_APART, and ANSWERS_LOST where neither place has what it held at least.
        """
        self._folders, self._name, self._key, self._back = folders, name, key, back
        self._journals: dict[Place, Journal] = {}
        self._files: dict[Place, os.stat_result] = {}
        self.failing: dict[Place, Trouble] = {}
        self.entries: list[Entry] = []
        try:
            self.mend()
            if mark != BEGINNING and (len(self.entries) < mark.n or self.entries[mark.n - 1].head != mark.head):
                raise Trouble(Code.ANSWERS_LOST, package=self._name)
        except BaseException:
            self.abandon()
            raise

    @property
    def mark(self) -> Mark:
        return Mark(self.entries[-1].n, self.entries[-1].head) if self.entries else BEGINNING

    @property
    def _doubtful(self) -> list[Place]:
        """Places that are not open, or whose file is no longer the one that was opened."""
        return [place for place in Place if place not in self._journals or not self._same_file(place)]

    def _same_file(self, place: Place) -> bool:
        try:
            return os.path.samestat(self._journals[place].path.stat(), self._files[place])
        except OSError:
            return False

    def mend(self) -> None:
        """Open what is not open, and bring it up to the other. Raises as the first opening does."""
        doubtful = self._doubtful
        if not doubtful:
            return
        found: dict[Place, list[Entry]] = {}
        damaged: list[Place] = []
        for place in doubtful:
            self._drop(place)
            try:
                found[place] = self._opened(place)
            except Trouble as trouble:
                self.failing[place] = trouble
                if trouble.code in BROKEN_TRUST:
                    damaged.append(place)
        newest = max((*found.values(), self.entries), key=len)
        for one in (*found.values(), self.entries):
            if one and one[-1].head != newest[len(one) - 1].head:
                raise Trouble(Code.PLACES_APART, file=self._name)
        if not newest and (damaged or not self._journals):
            raise Trouble(Code.ANSWERS_LOST, package=self._name)
        self.entries = newest
        for place in damaged:
            self._made_anew(place)
        for place in tuple(self._journals):
            self._bring_up(place)
        if self._back and any(place not in self.failing for place in doubtful):
            self._back()

    def _opened(self, place: Place) -> list[Entry]:
        path = self._folders.folder(place, self._name) / FILE
        journal = Journal(path, self._key)
        try:
            entries = list(journal.read())
            self._files[place] = path.stat()
        except OSError as cause:
            journal.abandon()
            raise Trouble(Code.FILE_MISSING, file=FILE) from cause
        except Trouble:
            journal.abandon()
            raise
        self._journals[place] = journal
        return entries

    def _made_anew(self, place: Place) -> None:
        path = self._folders.roots[place] / self._name / FILE
        try:
            aside = _unused(path)
            for end in _LOG:
                with suppress(FileNotFoundError):
                    path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
            self._opened(place)
        except OSError as cause:
            self.failing[place] = Trouble(Code.FILE_MISSING, file=FILE)
            self.failing[place].__cause__ = cause
        except Trouble as trouble:
            self.failing[place] = trouble

    def _bring_up(self, place: Place) -> None:
        try:
            self._journals[place].follow(self.entries[self._journals[place].n :])
        except Trouble as trouble:
            self._drop(place)
            self.failing[place] = trouble
        else:
            self.failing.pop(place, None)

    def append(self, stamp: bytes, body: bytes) -> None:
        """To both places, or to the one that takes it. Raises SAVE_FAILED where neither does: `mend` before the next."""
        n, head = self.mark
        entry = Entry(n + 1, link(head, n + 1, stamp, body), stamp, body)
        for place in tuple(self._journals):
            try:
                self._journals[place].append(stamp, (body,))
            except Trouble as trouble:
                self._drop(place)
                self.failing[place] = trouble
        if not self._journals:
            raise Trouble(Code.SAVE_FAILED)
        self.entries.append(entry)

    def _drop(self, place: Place) -> None:
        if journal := self._journals.pop(place, None):
            journal.abandon()

    def close(self) -> None:
        """Everything into the files themselves; a place that fails now is brought up by the next opening."""
        for journal in self._journals.values():
            with suppress(Trouble):
                journal.close()
        self._journals.clear()

    def abandon(self) -> None:
        for place in Place:
            self._drop(place)


def _unused(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
