"""A received backup as plain open files: the whole journal, tables, forms and answers. All of it, or nothing.

`<out>/<exam>-<site>/site` is what the longest journal says.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import msgspec

from app.authority import csv_file, day_files, extract_room, incoming, open_rows, open_scans, receive
from app.authority.csv_file import Row
from app.authority.incoming import Desk, Line, Stated
from app.authority.open_answers import FOLDER, Opening
from app.authority.open_folder import private, put, whole
from app.authority.open_rows import Rows
from app.authority.opened_people import Blob, people
from app.authority.receive import Opened
from app.authority.safe_names import safe
from app.core.directory import Directory
from app.core.terms import Digest, ExamId, SiteCode
from app.exchange import archive, outbox, strict, violation_entries
from app.exchange.agefile import decrypting
from app.exchange.backup import BackupManifest, Inside
from app.exchange.violation_list import ViolationList
from app.trouble import Code, Trouble

SITE, ABOUT, ENTRIES, FORMS = "site", "backup.json", "entries.ndjson", "forms"
_LARGEST = 256 << 20
_RECORD = re.compile(r"records/(.+\.pdf)")


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which backup was laid out here, and how many answers were opened and could not be."""

    name: str
    digest: Digest
    exam: ExamId
    site: SiteCode
    entries: int
    head: str
    answers_opened: int
    answers_failed: int


class Entry(msgspec.Struct, frozen=True):
    """One entry; `stamp` (time, signers, machine) and `fact` are the very text that the head was made from."""

    n: int
    head: str
    stamp: msgspec.Raw
    fact: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Words:
    """How an enum and a trouble are said."""

    say: Callable[[Enum], str]
    trouble: Callable[[Trouble], str]


def all_of(desk: Desk, lines: Sequence[Line], out: Path, words: Words) -> dict[Path, Trouble | About | None]:
    """Lay out the longest journal of each site and exam, and every room; what came of it by the backup's path.

    One fault stops no other.
    """
    found: dict[Path, Trouble | About | None] = {}
    for path, said in _worth(lines):
        try:
            with incoming.in_our_words(path):
                home = private(private(out) / safe(f"{said.exam}-{said.site}"))
                found[path] = None
                if isinstance(said, BackupManifest):
                    found[path] = extract(desk, path, said, home / SITE, words)
                else:
                    extract_room.extract(desk, path, said, home)
        except Trouble as trouble:
            found[path] = trouble
    return found


def _worth(lines: Sequence[Line]) -> Iterator[tuple[Path, Stated]]:
    """Of what was received, each room's backup once and the longest journal of each site and exam."""
    longest: dict[tuple[ExamId, SiteCode], tuple[Path, Stated]] = {}
    rooms: dict[str, tuple[Path, Stated]] = {}
    for line in lines:
        said = line.manifest
        if isinstance(said, BackupManifest) and not line.bad:
            longest[said.exam, said.site] = line.path, said  # they come in order of their length
        elif said and not line.bad:
            rooms[said.name] = line.path, said
    yield from longest.values()
    yield from rooms.values()


def extract(desk: Desk, path: Path, said: BackupManifest, place: Path, words: Words) -> About:
    """Of the backup that was received as `said`. Nothing is done where it, or a longer journal, is laid out already.

    Raises whatever does not fit.
    """
    before = _about(place / ABOUT)
    if before and (before.entries > said.entries or before.digest == said.digest):
        return before
    opened = receive.open_backup(desk.agency, desk.request(said), path)
    if opened.manifest != said:
        raise Trouble(Code.COPY_DIFFERS, file=path.name)
    with whole(place) as part:
        raw = private(part / ".blobs")
        _unpack(desk, opened, path, part, raw)
        about = _lay_out(desk, opened, part, _reader(raw), words)
        shutil.rmtree(raw)
    return about


def _about(path: Path) -> About | None:
    return strict.decode(outbox.read_bytes(path, 1 << 16), About, path.name) if path.exists() else None


def _unpack(desk: Desk, opened: Opened, path: Path, part: Path, raw: Path) -> None:
    """Blobs and forms of a backup that was proved just now; it may lie on a stick, so each is compared once more."""
    forms, package = private(part / FORMS), opened.site.package
    wanted = opened.site.blobs | ({package.roster, package.staff} if package else set())
    with path.open("rb") as source, decrypting(source, [desk.agency.identity], path.name) as plain:
        for member, content in archive.read(plain, lambda _: _LARGEST, path.name):
            digest = Digest(hashlib.sha256(content).hexdigest())
            if record := _RECORD.fullmatch(member):
                _expect(opened.inside.records.get(member) == digest, path, member)
                put(forms / safe(record[1]), content)
                (raw / digest).write_bytes(content)
            elif member.startswith("blobs/"):
                _expect(digest in opened.inside.blobs, path, member)
                if digest in wanted:
                    (raw / digest).write_bytes(content)


def _expect(same: bool, path: Path, member: str) -> None:
    if not same:
        raise Trouble(Code.MEMBER_DIFFERS, file=path.name, member=member)


def _reader(raw: Path) -> Blob:
    def blob(digest: Digest) -> bytes:
        try:
            return (raw / digest).read_bytes()
        except OSError as cause:
            raise Trouble(Code.BLOB_MISSING, digest=digest[:16]) from cause

    return blob


def _lay_out(desk: Desk, opened: Opened, part: Path, blob: Blob, words: Words) -> About:
    manifest, inside, site = opened.manifest, opened.inside, opened.site
    _entries(part / ENTRIES, inside)
    directory = people(site, opened.keys, blob)
    answers = Opening(
        desk.agency,
        site,
        manifest.exam,
        inside.keys,
        opened.keys,
        blob,
        words.trouble,
        private(part / FOLDER),
    )
    answers.everything()
    open_scans.lay_out(site, opened.keys, blob, private(part / open_scans.FOLDER))
    rows = Rows(site, directory, words.say)
    tables: dict[str, tuple[Sequence[str], Iterator[Row]]] = {
        "sessions": (open_rows.SESSIONS, rows.sessions()),
        "rooms": (open_rows.ROOMS, rows.rooms()),
        "candidates": (open_rows.CANDIDATES, rows.candidates(answers.found)),
        "transfers": (open_rows.TRANSFERS, rows.transfers()),
        "incidents": (open_rows.INCIDENTS, rows.incidents()),
        "faults": (open_rows.FAULTS, rows.faults()),
        "extra_time": (open_rows.EXTRA_TIME, rows.extra_time()),
        "violations": (day_files.VIOLATION_COLUMNS, _violations(opened, directory, words)),
    }
    for name, (columns, found) in tables.items():
        put(part / f"{name}.csv", csv_file.content(columns, found))
    said = (manifest.name, manifest.digest, manifest.exam, manifest.site, manifest.entries, manifest.head)
    about = About(*said, answers.opened, answers.failed)
    put(part / ABOUT, strict.encode(about))
    return about


def _entries(path: Path, inside: Inside) -> None:
    with path.open("xb") as file:
        for line in inside.lines:
            entry = Entry(line.n, line.head, msgspec.Raw(line.stamp.encode()), msgspec.Raw(line.body.encode()))
            file.write(strict.encode(entry) + b"\n")


def _violations(opened: Opened, directory: Directory, words: Words) -> Iterator[Row]:
    manifest, site = opened.manifest, opened.site
    for day in sorted({state.plan.starts_at.date() for state in site.sessions.values()}):
        told = ViolationList(
            mode=manifest.mode,
            exam=manifest.exam,
            site=manifest.site,
            issued_at=manifest.issued_at,
            serial=manifest.serial,
            day=day,
            lock_serial=manifest.lock_serial,
            violations=violation_entries.of_day(site, directory, day),
        )
        yield from day_files.violation_rows([told], words.say)
