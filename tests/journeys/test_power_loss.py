"""Power lost at any instant: of what was written since the last sync of a file, any part may be missing.

A child's day is recorded call by call; the disk as it may be found afterwards is built from that record. Names are
taken to be kept in order, as journaling file systems do; contents only once they were synced. Of the rest each write is
there, missing, or cut at a sector.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.journeys.standing import Told, entries_that_stand, finished, morning_of, resumed, run, told
from tests.journeys.traced import needs_strace
from tests.proofs import LONG
from tests.stores import Place

CUTS = 400 if LONG else 8
SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,unlink"
LOST = "-shm"
"""Memory that two connections share; nothing of it outlives the machine."""
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")
_HALF = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>")
_REST = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")

pytestmark = [pytest.mark.proof, needs_strace]


@dataclass
class Disk:
    """Files by name: what was synced, and what was written since as (offset, bytes), or (length, None) for a cut."""

    synced: dict[str, bytes]
    since: dict[str, list[tuple[int, bytes | None]]] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    said: list[bytes] = field(default_factory=list)

    def call(self, name: str, words: str) -> None:
        """One call of the record, in its order."""
        if name == "rename":
            old, new = _names(words)
            self.synced[new], self.since[new] = self.synced.pop(old), self.since.pop(old, [])
        elif name == "unlink":
            (gone,) = _names(words)
            self.synced.pop(gone, None)
            self.since.pop(gone, None)
        elif name == "openat":
            self._open(words)
        else:
            self._write(name, words)

    def _open(self, words: str) -> None:
        (path,) = _names(words)
        if "O_CREAT" in words and path not in self.synced:
            self.synced[path] = b""
        if "O_TRUNC" in words:
            self.since.setdefault(path, []).append((0, None))
            self.at[path] = 0

    def _write(self, name: str, words: str) -> None:
        handle = re.match(r"(\d+)<([^>]*)>", words)
        assert handle, words
        path = _plain(handle[2])
        content = bytes.fromhex("".join(re.findall(r"\\x(..)", words[handle.end() :])))
        if handle[1] == "1":
            self.said.append(content)
        if path not in self.synced:
            return
        changes = self.since.setdefault(path, [])
        if name == "pwrite64":
            changes.append((int(words.rsplit(", ", 1)[1]), content))
        elif name == "write":
            changes.append((self.at.get(path, 0), content))
            self.at[path] = self.at.get(path, 0) + len(content)
        elif name == "ftruncate":
            changes.append((int(words.rsplit(", ", 1)[1]), None))
        else:
            self.synced[path] = _applied(self.synced[path], changes)
            changes.clear()

    def left(self, dice: Random) -> dict[str, bytes]:
        """The files as somebody may find them once power is back."""
        share = dice.choice((0.0, 0.5, 0.9))
        found = {}
        for path, content in self.synced.items():
            kept = [(at, _torn(piece, dice)) for at, piece in self.since.get(path, []) if dice.random() < share]
            if not path.endswith(LOST):
                found[path] = _applied(content, kept)
        return found


def _plain(escaped: str) -> str:
    return bytes.fromhex(escaped.replace("\\x", "")).decode()


def _escaped(plain: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in plain.encode())


def _names(words: str) -> list[str]:
    return [_plain(one) for one in re.findall(r'"((?:\\x..)*)"', words)]


def _torn(piece: bytes | None, dice: Random) -> bytes | None:
    return piece[: dice.randrange(0, len(piece), SECTOR)] if piece and dice.random() < 0.1 else piece


def _applied(content: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    whole = bytearray(content)
    for at, piece in changes:
        if piece is None:
            del whole[at:]
            whole.extend(bytes(at - len(whole)))
        else:
            whole.extend(bytes(max(at + len(piece) - len(whole), 0)))
            whole[at : at + len(piece)] = piece
    return bytes(whole)


def _calls(record: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Every call that was answered with yes and touches this folder or the child's own mouth."""
    halves: dict[str, str] = {}
    for line in record.read_text("ascii").splitlines():
        if half := _HALF.match(line):
            halves[half[1]] = f"{half[1]} {half[2]}"
            continue
        if rest := _REST.match(line):
            line = halves.pop(rest[1]) + rest[2]  # noqa: PLW2901 - the two halves are one line
        if (whole := _LINE.match(line)) and (folder in line or whole[2].startswith("1<")):
            yield whole[1], whole[2]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory, project: Path) -> tuple[Place, Path, list[tuple[str, str]]]:
    """The morning, the folder that the child worked in, and all its calls."""
    folder = tmp_path_factory.mktemp("recorded")
    morning = morning_of(folder / "morning", mirror=True)
    place = morning.copy(folder / "day")
    watch = ["strace", "-f", "-y", "-xx", "-s", "100000", "-o", str(folder / "record"), "-e", f"trace={CALLS}"]
    exit_code, _ = run(place, project, watch)
    assert not exit_code
    return morning, place.folder, list(_calls(folder / "record", _escaped(str(place.folder))))


def test_what_was_acknowledged_survives_a_loss_of_power(
    recorded: tuple[Place, Path, list[tuple[str, str]]], tmp_path: Path
) -> None:
    morning, folder, calls = recorded
    before = {str(folder / path.relative_to(morning.folder)): path.read_bytes() for path in _files(morning.folder)}
    dice, disk, mirrored = Random(20211030), Disk(before), 0
    cuts = sorted(dice.sample(range(len(calls)), CUTS))
    for n, (name, words) in enumerate(calls):
        disk.call(name, words)
        if n in cuts:
            mirrored += _check(disk, folder, tmp_path / str(n), dice)
    assert mirrored


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _check(disk: Disk, folder: Path, to: Path, dice: Random) -> bool:
    """Acknowledged entries stand, the mirror holds what it was said to, and the day goes on; whether there was one."""
    for name, content in disk.left(dice).items():
        path = to / Path(name).relative_to(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    said: Told = told(disk.said)
    entries_that_stand(Place(to), said.acknowledged)
    if said.mirrored:
        apart = Place(to).copy(to.with_name(f"{to.name}-apart"))
        assert resumed(apart, to / "second", said) >= said.mirrored
    finished(Place(to))
    entries_that_stand(Place(to), said.acknowledged)
    shutil.rmtree(to)
    return bool(said.mirrored)
