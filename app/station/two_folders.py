"""Two places on disk that hold the same files: one may fail, the other goes on, and it is said which."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.exchange import outbox
from app.trouble import Code, Trouble


class Place(StrEnum):
    """The station's own folder, and the other one."""

    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Failing:
    """A place that did not take what had to be kept there last."""

    place: Place
    folder: Path
    trouble: Trouble


class TwoFolders:
    """`failing` by place: files only, what is in a journal is watched over there."""

    def __init__(self, first: Path, second: Path) -> None:
        self.roots = {Place.FIRST: first, Place.SECOND: second}
        self.failing: dict[Place, Trouble] = {}

    @property
    def same_device(self) -> bool:
        """Whether one broken device would take both places; a place that is not there is told of as failing."""
        try:
            first, second = (root.stat().st_dev for root in self.roots.values())
        except OSError:
            return False
        return first == second

    def failed(self, troubles: Mapping[Place, Trouble]) -> Failing | None:
        return next((Failing(place, self.roots[place], troubles[place]) for place in Place if place in troubles), None)

    def folder(self, place: Place, name: str = "") -> Path:
        """A folder in this place, made where it is missing; raises FILE_MISSING.

        Above the place nothing is made: where a stick was mounted a folder of the disk would take its place.
        """
        folder = self.roots[place] / name
        try:
            self.roots[place].mkdir(exist_ok=True)
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise Trouble(Code.FILE_MISSING, file=folder.name) from cause
        return folder

    def write(self, name: str, content: bytes) -> None:
        """To both places; raises MEDIUM_FULL, FILE_MISSING or COPY_DIFFERS where neither takes it."""
        for place in Place:
            self._put(place, name, content)
        if len(self.failing) == len(Place):
            raise self.failing[Place.FIRST]

    def _put(self, place: Place, name: str, content: bytes) -> None:
        try:
            path = self.folder(place, str(Path(name).parent)) / Path(name).name
            outbox.write_bytes(path, content)
        except Trouble as trouble:
            self.failing[place] = trouble
        else:
            self.failing.pop(place, None)

    def read(self, name: str, limit: int, right: Callable[[bytes], bool]) -> bytes:
        """From the first place where it is right; the other one is mended. Raises FILE_MISSING or FILE_DAMAGED."""
        found = {place: self._got(place, name, limit) for place in Place}
        whole = next((content for content in found.values() if content is not None and right(content)), None)
        if whole is None:
            there = any(content is not None for content in found.values())
            raise Trouble(Code.FILE_DAMAGED if there else Code.FILE_MISSING, file=Path(name).name)
        for place, content in found.items():
            if content != whole:
                self._put(place, name, whole)
        return whole

    def _got(self, place: Place, name: str, limit: int) -> bytes | None:
        try:
            return outbox.read_bytes(self.roots[place] / name, limit)
        except Trouble:
            return None
