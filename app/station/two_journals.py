"""One journal in two places: an entry is written to both before anything is said of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.journal.chain import BEGINNING, Entry, Mark, link
from app.journal.store import Journal
from app.station.two_folders import Place, TwoFolders
from app.trouble import BROKEN_TRUST, Code, Trouble

FILE = "answers.db"
_WITH = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Known:
    """What was noted outside: the journal held at least `mark`, and lately it was written in `alone` only."""

    mark: Mark = BEGINNING
    alone: Place | None = None

    def stands(self, entries: list[Entry]) -> bool:
        n, head = self.mark
        return n == 0 or (len(entries) >= n and entries[n - 1].head == head)


class TwoJournals:
    """`entries` is all that was acknowledged, and may hold more after a failed write that stood all the same.

    The longer of two goes before the shorter where it continues it; a damaged one is set aside and made anew from the
    other; two that contradict each other are left as they are.
    """

    def __init__(
        self,
        folders: TwoFolders,
        name: str,
        package: str,
        key: bytes,
        known: Known,
        tell: Callable[[Place | None], None],
    ) -> None:
        """`tell` hears which place is alone from now on, or None: both take part, and one of them was away.

        Raises PLACES_APART, and ANSWERS_LOST where no place holds what is known.
        """
        self._folders, self._name, self._package, self._key = folders, name, package, key
        self._known, self._tell = known, tell
        self._journals: dict[Place, Journal] = {}
        self._files: dict[Place, os.stat_result] = {}
        self._alone = known.alone
        self.failing: dict[Place, Trouble] = {}
        self.entries: list[Entry] = []
        try:
            self.mend()
        except BaseException:
            self.abandon()
            raise

    @property
    def mark(self) -> Mark:
        return Mark(self.entries[-1].n, self.entries[-1].head) if self.entries else BEGINNING

    def mend(self) -> None:
        """Open what is not open and bring it up to the rest. Raises nothing once there are entries in memory."""
        missing = [place for place in Place if not self._in_place(place)]
        if not missing:
            return
        found, before = {}, bool(self.entries)
        for place in missing:
            self._drop(place)
            try:
                found[place] = self._opened(place)
            except Trouble as trouble:
                self.failing[place] = trouble
        self._take_newest(found)
        for place in missing:
            if place not in found and self.failing[place].code in BROKEN_TRUST:
                self._make_anew(place)
        for place in tuple(self._journals):
            self._bring_up(place)
        self._tell_alone(before and any(place in self._journals for place in missing))

    def _in_place(self, place: Place) -> bool:
        """Whether it is open, and its file still the one that was opened."""
        try:
            return place in self._journals and os.path.samestat(self._path(place).stat(), self._files[place])
        except OSError:
            return False

    def _path(self, place: Place) -> Path:
        return self._folders.roots[place] / self._name / FILE

    def _opened(self, place: Place) -> list[Entry]:
        self._folders.folder(place, self._name)
        path = self._path(place)
        journal = Journal(path, self._key)
        try:
            entries = list(journal.read())
            self._files[place] = path.stat()
        except (OSError, Trouble) as cause:
            journal.abandon()
            raise _trouble(cause) from cause
        self._journals[place] = journal
        return entries

    def _take_newest(self, found: dict[Place, list[Entry]]) -> None:
        newest = self.entries
        for place, entries in found.items():
            both = min(len(newest), len(entries))
            if both and newest[both - 1].head != entries[both - 1].head:
                self.failing[place] = Trouble(Code.PLACES_APART, file=self._package)
                if not self.entries:
                    raise self.failing[place]
                self._drop(place)
            elif len(entries) > len(newest):
                newest = entries
        if not self.entries and not (self._known.stands(newest) and self._known.alone in {None, *found}):
            raise Trouble(Code.ANSWERS_LOST, package=self._package)
        self.entries = newest

    def _make_anew(self, place: Place) -> None:
        path = self._path(place)
        try:
            aside = _unused(path)
            for end in _WITH:
                with suppress(FileNotFoundError):
                    path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
            self._opened(place)
        except (OSError, Trouble) as cause:
            self.failing[place] = _trouble(cause)

    def _bring_up(self, place: Place) -> None:
        journal = self._journals[place]
        try:
            if lacking := self.entries[journal.n :]:
                journal.follow(lacking)
            self.failing.pop(place, None)
        except Trouble as trouble:
            self._drop(place)
            self.failing[place] = trouble

    def append(self, stamp: bytes, body: bytes) -> None:
        """To both places, or to the one that takes it. Raises SAVE_FAILED where neither does: `mend` tries them again.

        What failed may stand all the same; then `mend` finds it.
        """
        n, head = self.mark
        for place in tuple(self._journals):
            try:
                self._journals[place].append(stamp, (body,))
            except Trouble as trouble:
                self._drop(place)
                self.failing[place] = trouble
        if not self._journals:
            raise Trouble(Code.SAVE_FAILED)
        self.entries.append(Entry(n + 1, link(head, n + 1, stamp, body), stamp, body))
        self._tell_alone()

    def _tell_alone(self, came_back: bool = False) -> None:
        alone = None if len(self._journals) == len(Place) else next(iter(self._journals), self._alone)
        if alone != self._alone or came_back:
            self._alone = alone
            self._tell(alone)

    def _drop(self, place: Place) -> None:
        if journal := self._journals.pop(place, None):
            journal.abandon()

    def close(self) -> None:
        """Everything into the files themselves; where that fails the next opening finds the rest beside them."""
        for journal in self._journals.values():
            with suppress(Trouble):
                journal.close()
        self._journals.clear()

    def abandon(self) -> None:
        for place in Place:
            self._drop(place)


def _trouble(cause: OSError | Trouble) -> Trouble:
    return cause if isinstance(cause, Trouble) else Trouble(Code.FILE_MISSING, file=FILE)


def _unused(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
