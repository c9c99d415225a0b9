"""A folder of many sites at the agency: each proved by itself, receipted once for ever, and laid out whole."""

from __future__ import annotations

import base64
import csv
import errno
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace as changed
from typer.testing import CliRunner

from app.authority import extract, incoming, issued, keys, open_folder, receive
from app.authority.__main__ import app
from app.authority.csv_file import Row
from app.authority.extract import Words
from app.authority.incoming import Arrived, Desk, Line
from app.authority.keys import Agency
from app.authority.open_rows import Rows
from app.authority.receive_desk import _remarks
from app.core.plan import RegisteredAs
from app.core.terms import Digest, ExamId, LockSerial, Mode, SiteCode, Ticket
from app.exchange import backup, outbox, receipt, room_day
from app.exchange.room_day import RoomDayDocument
from app.exchange.signed import Ed25519Key, SigningKey
from app.text import text
from app.trouble import Code, Trouble
from app.word_ids import word_id
from tests.agencies import agency
from tests.stores import EVE, SERIAL
from tests.unit.sent_in import DAY, EXAM, FIRST, ONE, SECOND, TWO, Sent, answer, sent, taken_up
from tests.vectors.keys import ROOM_LOCK, SITE_LOCK

HONEST, TWICE, THIRD = SiteCode("2102"), SiteCode("2103"), SiteCode("2104")
AT = EVE + timedelta(days=2)
WORDS = Words(lambda one: text("en").say(word_id(one)), text("en").trouble)


@dataclass(frozen=True)
class Office:
    """The agency, and what three sites sent it: the second one held two sessions."""

    of: Agency
    sites: dict[SiteCode, Sent]

    def desk(self, home: Path, *known: SiteCode) -> Desk:
        """With a folder of its own, in which nothing was received yet; without names it knows every site."""
        folder = home / "agency"
        if not folder.exists():
            folder.mkdir()
            for note in self.of.folder.glob("*.issued"):
                shutil.copy(note, folder)
        receipts = home / "receipts"
        receipts.mkdir(exist_ok=True)
        requests = [one.request for site, one in self.sites.items() if site in (known or self.sites)]
        return Desk(replace(self.of, folder=folder), requests, receipts, AT)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    home = tmp_path_factory.mktemp("office")
    of = agency(home / "agency")
    sites = {site: sent(of, home / site, site, 2 if site == TWICE else 1) for site in (HONEST, TWICE, THIRD)}
    return Office(of, sites)


@pytest.fixture
def came(office: Office, tmp_path: Path) -> Path:
    """Everything as it lay on the media: a folder for each site."""
    folder = tmp_path / "came"
    for site, one in office.sites.items():
        shutil.copytree(one.backups[0].parent, folder / site)
    return folder


def took(desk: Desk, came: Path) -> list[Line]:
    return list(incoming.take_all(desk, incoming.found(came)))


def states(lines: list[Line]) -> dict[str, Arrived]:
    return {line.path.name: line.state for line in lines}


def one_bad(lines: list[Line]) -> Line:
    (bad,) = (line for line in lines if line.bad)
    return bad


def test_every_site_is_received_and_its_receipt_is_the_same_for_ever(
    office: Office, came: Path, tmp_path: Path
) -> None:
    desk = office.desk(tmp_path)
    lines = took(desk, came)
    assert [line.state for line in lines] == [Arrived.RECEIVED] * 4
    tokens = {path.name: path.read_bytes() for path in desk.receipts.iterdir()}
    for site, one in office.sites.items():
        for path in one.backups:
            token = tokens[path.name + receipt.SUFFIX]
            content = receipt.read(token, office.of.province.public, Mode.PRACTICE, site, EXAM)
            assert (content.backup, content.digest, content.received_at) == (path.name, outbox.digest_of(path), AT)
    again = took(replace(desk, at=AT + timedelta(hours=3)), came)
    assert [line.state for line in again] == [Arrived.RECEIVED_BEFORE] * 4
    assert [line.received_at for line in again] == [AT] * 4
    assert {path.name: path.read_bytes() for path in desk.receipts.iterdir()} == tokens


def test_the_same_backup_from_two_sticks_counts_once(office: Office, came: Path, tmp_path: Path) -> None:
    shutil.copytree(came / HONEST, came / "second stick")
    lines = [line for line in took(office.desk(tmp_path), came) if line.manifest and line.manifest.site == HONEST]
    assert [line.state for line in lines] == [Arrived.RECEIVED, Arrived.RECEIVED_BEFORE]


def first(office: Office, came: Path) -> Path:
    return came / HONEST / office.sites[HONEST].backups[0].name


def no_sidecar(office: Office, came: Path) -> None:
    backup.sidecar_of(first(office, came)).unlink()


def sidecar_alone(office: Office, came: Path) -> None:
    first(office, came).unlink()


def a_link(office: Office, came: Path) -> None:
    path = first(office, came)
    path.rename(came / "elsewhere")
    path.symlink_to(came / "elsewhere")


def a_pipe(office: Office, came: Path) -> None:
    first(office, came).unlink()
    os.mkfifo(first(office, came))


def sidecar_of_another(office: Office, came: Path) -> None:
    one, other = office.sites[TWICE].backups
    shutil.copy(backup.sidecar_of(one), backup.sidecar_of(came / TWICE / other.name))


def cut_off(office: Office, came: Path) -> None:
    path = first(office, came)
    path.write_bytes(path.read_bytes()[:-1])


def one_bit(office: Office, came: Path) -> None:
    path = first(office, came)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def signed_though_cut(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    manifest = one.manifest(path)
    path.write_bytes(path.read_bytes()[:-100])
    one.signed(path, manifest)


def of_no_site(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), site=SiteCode("2199"))


def of_another_site(office: Office, came: Path) -> None:
    """The lock of one site speaks for another."""
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), site=THIRD)


def named_as_another_sites(office: Office, came: Path) -> None:
    """Its receipt would take the place of the other's, which has that name."""
    one, path = office.sites[HONEST], first(office, came)
    manifest, name = one.manifest(path), office.sites[THIRD].backups[0].name
    backup.sidecar_of(path).unlink()
    one.signed(path.rename(path.with_name(name)), manifest, name=name)


def of_the_real_exam(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), mode=Mode.REAL)


def with_another_lock(office: Office, came: Path) -> None:
    path = first(office, came)
    manifest = office.sites[HONEST].manifest(path)
    backup.sidecar_of(path).write_bytes(backup.write_sidecar(manifest, Ed25519Key.generate()))


def with_a_lock_of_another_name(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), lock_serial=LockSerial("KW-9"))


def no_words(office: Office, came: Path) -> None:
    backup.sidecar_of(first(office, came)).write_bytes(b"\xff" * 100)


def of_another_exam(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), exam=ExamId("../another"))


def fewer_entries(office: Office, came: Path) -> None:
    one, path = office.sites[HONEST], first(office, came)
    one.signed(path, one.manifest(path), entries=one.manifest(path).entries - 1)


def room_of_no_exam(office: Office, came: Path) -> None:
    office.sites[HONEST].room(came / HONEST, [("a", b"a")], exam=ExamId("another"))


def room_of_an_exam_elsewhere(office: Office, came: Path) -> None:
    """Whose name ends like one that was issued."""
    office.sites[HONEST].room(came / HONEST, [("a", b"a")], exam=ExamId("x"))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (no_sidecar, Code.SIDECAR_MISSING),
        (sidecar_alone, Code.BACKUP_MISSING),
        (a_link, Code.BACKUP_MISSING),
        pytest.param(
            a_pipe, Code.BACKUP_MISSING, marks=pytest.mark.skipif(os.name == "nt", reason="Windows has no named files")
        ),
        (sidecar_of_another, Code.COPY_DIFFERS),
        (cut_off, Code.COPY_DIFFERS),
        (one_bit, Code.COPY_DIFFERS),
        (signed_though_cut, Code.FILE_DAMAGED),
        (of_no_site, Code.SITE_UNKNOWN),
        (of_another_site, Code.SIGNER_UNKNOWN),
        (named_as_another_sites, Code.COPY_DIFFERS),
        (of_the_real_exam, Code.MODE_WRONG),
        (with_another_lock, Code.SIGNER_UNKNOWN),
        (with_a_lock_of_another_name, Code.SIGNER_UNKNOWN),
        (no_words, Code.FILE_DAMAGED),
        (of_another_exam, Code.COPY_DIFFERS),
        (fewer_entries, Code.REWRITTEN),
        (room_of_no_exam, Code.EXAM_UNKNOWN),
        (room_of_an_exam_elsewhere, Code.EXAM_UNKNOWN),
    ],
)
def test_what_does_not_fit_is_named_and_stops_no_other_site(
    office: Office, came: Path, tmp_path: Path, spoil: Callable[[Office, Path], None], code: Code
) -> None:
    spoil(office, came)
    desk = office.desk(tmp_path)
    lines = took(desk, came)
    bad = one_bad(lines)
    assert bad.fault
    assert (bad.state, bad.fault.code) == (Arrived.NOT_RECEIVED, code)
    assert len(list(desk.receipts.iterdir())) == len(lines) - 1 >= 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agency", "came", "receipts"]
    assert text("zh-CN").trouble(bad.fault)


def test_other_bytes_under_a_name_that_came(office: Office, came: Path, tmp_path: Path) -> None:
    """Even where they prove: the same journal, packed once more."""
    desk, one, path = office.desk(tmp_path), office.sites[HONEST], first(office, came)
    took(desk, came)
    manifest = one.manifest(path)
    with path.open("rb") as source:
        inside = backup.read(source, [office.of.identity], path.name)
    console = one.place.open(AT)
    blobs = [(digest, console.store.blobs.get(digest)) for digest in sorted(inside.blobs)]
    records = [(name[8:-4], console.store.blobs.get(digest)) for name, digest in inside.records.items()]
    console.store.abandon()
    with path.open("wb") as target:
        backup.write(target, inside.lines, blobs, records, inside.keys, [office.of.identity.to_public()])
    one.signed(path, manifest)
    token = (desk.receipts / f"{path.name}{receipt.SUFFIX}").read_bytes()
    bad = one_bad(took(desk, came))
    assert bad.fault
    assert (bad.fault.code, bad.path) == (Code.ARRIVED_OTHERWISE, path)
    assert (desk.receipts / f"{path.name}{receipt.SUFFIX}").read_bytes() == token


def test_a_record_that_forks_from_what_was_receipted_is_told_apart(office: Office, tmp_path: Path) -> None:
    """Two copies of one store each went on: the second one to come is refused, and named for what it is."""
    desk, one = office.desk(tmp_path), office.sites[HONEST]
    for path, state in (
        (taken_up(one, tmp_path, "true"), Arrived.RECEIVED),
        (taken_up(one, tmp_path, "fork"), Arrived.FORKED),
    ):
        (line,) = took(desk, path)
        assert line.state is state
    assert line.fault
    assert (line.fault.code, line.manifest and line.manifest.site) == (Code.REWRITTEN, HONEST)
    assert len(list(desk.receipts.iterdir())) == 1


def test_a_day_that_was_resumed_is_received_and_named(office: Office, came: Path, tmp_path: Path) -> None:
    made = taken_up(office.sites[HONEST], tmp_path, "spare")
    lines = took(office.desk(tmp_path), made.parent)
    (line,) = lines
    assert line.state is Arrived.RECEIVED
    assert [(one.machine, one.lost) for one in line.resumed] == [("B", 3)]


def test_an_older_state_put_back_is_told_from_a_backup_that_comes_late(
    office: Office, came: Path, tmp_path: Path
) -> None:
    """The long journal knows which backups were made before it."""
    desk, one = office.desk(tmp_path), office.sites[TWICE]
    early, late = one.backups
    (tmp_path / "late").mkdir()
    for file in (late, backup.sidecar_of(late)):
        shutil.copy(file, tmp_path / "late")
    took(desk, tmp_path / "late")
    path = tmp_path / "late" / early.name
    for file in (early, backup.sidecar_of(early)):
        shutil.copy(file, tmp_path / "late")
    assert states(took(desk, tmp_path / "late"))[early.name] is Arrived.RECEIVED
    other = path.rename(path.with_name(backup.name(EXAM, TWICE, FIRST, 7)))
    backup.sidecar_of(path).unlink()
    one.signed(other, one.manifest(early))
    bad = one_bad(took(desk, tmp_path / "late"))
    assert bad.fault
    assert (bad.state, bad.fault.code) == (Arrived.FORKED, Code.JOURNAL_SHORTER)
    assert bad.fault.facts["marked"] == one.manifest(late).entries


def test_a_long_journal_that_does_not_know_what_came_before_it(office: Office, tmp_path: Path) -> None:
    """The other way round: who lies is not known, and both are named."""
    desk, one = office.desk(tmp_path), office.sites[TWICE]
    early, late = one.backups
    came = tmp_path / "came"
    came.mkdir()
    other = came / backup.name(EXAM, TWICE, FIRST, 7)
    shutil.copy(early, other)
    one.signed(other, one.manifest(early))
    for file in (late, backup.sidecar_of(late)):
        shutil.copy(file, came)
    short, long = took(desk, came)
    assert (short.state, long.state, long.unnamed) == (Arrived.RECEIVED, Arrived.RECEIVED, (other.name,))


def test_rooms_are_received_without_a_receipt(office: Office, tmp_path: Path) -> None:
    desk, one = office.desk(tmp_path), office.sites[HONEST]
    path = one.room(tmp_path / "came", [("a", b"a")])
    (line,) = took(desk, tmp_path / "came")
    assert (line.path, line.state, line.in_journal) == (path, Arrived.RECEIVED, False)
    assert not list(desk.receipts.iterdir())
    (line,) = took(replace(desk, at=AT + timedelta(hours=1)), tmp_path / "came")
    assert (line.state, line.received_at) == (Arrived.RECEIVED_BEFORE, AT)
    path.unlink()
    one.room(tmp_path / "came", [("a", b"b")])
    bad = one_bad(took(desk, tmp_path / "came"))
    assert bad.fault
    assert bad.fault.code is Code.ARRIVED_OTHERWISE


def test_a_folder_of_a_room_that_has_a_lock_is_told_as_unsigned(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dishonest site would bring a folder in place of what the room's lock signs."""
    desk, one = office.desk(tmp_path), office.sites[HONEST]
    one.room(tmp_path / "came", [("a", b"a")])
    locks = [lock for lock in issued.locks(desk.agency, EXAM, HONEST) if lock.kind is RegisteredAs.INVIGILATION]
    for room, told in ((ONE, True), (TWO, False), (None, False)):
        fixed = [changed(lock, room=room) for lock in locks[:1]]
        monkeypatch.setattr(issued, "locks", lambda *_, fixed=fixed: iter(fixed))
        (line,) = took(desk, tmp_path / "came")
        assert line.unsigned is told
        remark = text("zh-CN").say("receive-room-unsigned")
        assert (remark in list(_remarks(line, None))) is told


CONTENT = b"the room's own day"
SIGNED = RoomDayDocument(
    mode=Mode.PRACTICE,
    exam=EXAM,
    site=HONEST,
    issued_at=EVE,
    serial="1",
    room=ONE,
    day=DAY,
    sessions=(FIRST,),
    lock=LockSerial(f"JK-{ONE}"),
    name="d.examsite-room-day",
    digest=Digest(hashlib.sha256(CONTENT).hexdigest()),
    size=len(CONTENT),
    made_at=EVE,
)


@pytest.mark.parametrize(
    ("document", "key", "lock", "told"),
    [
        (SIGNED, ROOM_LOCK, SIGNED.lock, ""),
        (SIGNED, ROOM_LOCK, "JK-9", "JK-9"),
        (SIGNED, ROOM_LOCK, SERIAL, SERIAL),
        (SIGNED, SITE_LOCK, SIGNED.lock, Code.SIGNER_UNKNOWN),
        (changed(SIGNED, room=TWO), ROOM_LOCK, SIGNED.lock, Code.ROOM_WRONG),
        (changed(SIGNED, lock=LockSerial("JK-2")), ROOM_LOCK, SIGNED.lock, Code.ROOM_WRONG),
        (changed(SIGNED, day=EVE.date()), ROOM_LOCK, SIGNED.lock, Code.DAY_WRONG),
        (changed(SIGNED, site=TWICE), ROOM_LOCK, SIGNED.lock, Code.SITE_WRONG),
        (changed(SIGNED, digest=Digest("0" * 64)), ROOM_LOCK, SIGNED.lock, Code.COPY_DIFFERS),
        (changed(SIGNED, size=1), ROOM_LOCK, SIGNED.lock, Code.COPY_DIFFERS),
        (changed(SIGNED, name="another"), ROOM_LOCK, SIGNED.lock, Code.COPY_DIFFERS),
    ],
)
def test_what_a_rooms_lock_signed_is_proved_past_the_console(
    office: Office, tmp_path: Path, document: RoomDayDocument, key: SigningKey, lock: str, told: str
) -> None:
    files = [(SIGNED.name, CONTENT), (f"{SIGNED.name}.jws", room_day.write(document, key))]
    office.sites[HONEST].room(tmp_path / "came", files, lock=lock)
    (line,) = took(office.desk(tmp_path), tmp_path / "came")
    assert (line.fault.code if line.fault else line.room_lock) == told


def test_a_file_beside_what_the_rooms_lock_signed(office: Office, tmp_path: Path) -> None:
    token = room_day.write(SIGNED, ROOM_LOCK)
    files = [(SIGNED.name, CONTENT), (f"{SIGNED.name}.jws", token), ("more", b"put in by somebody")]
    office.sites[HONEST].room(tmp_path / "came", files, lock=SIGNED.lock)
    bad = one_bad(took(office.desk(tmp_path), tmp_path / "came"))
    assert bad.fault
    assert bad.fault.code is Code.COPY_DIFFERS


def test_one_kind_is_not_taken_for_the_other(office: Office, tmp_path: Path) -> None:
    one, of = office.sites[HONEST], office.desk(tmp_path).agency
    room = one.room(tmp_path / "came", [("a", b"a")])
    for step, path in ((receive.open_backup, room), (receive.open_room_backup, one.backups[0])):
        with pytest.raises(Trouble) as caught:
            step(of, one.request, path)
        assert caught.value.code is Code.KIND_WRONG


def table(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_everything_is_laid_out_as_plain_files(office: Office, came: Path, tmp_path: Path) -> None:
    desk, out = office.desk(tmp_path), tmp_path / "out"
    found = extract.all_of(desk, took(desk, came), out, WORDS)
    assert not [one for one in found.values() if not isinstance(one, extract.About)]
    home = out / f"{EXAM}-{TWICE}" / extract.SITE
    assert [folder.stat().st_mode & 0o777 for folder in (out, home.parent, home)] == [0o700] * 3
    one, last = office.sites[TWICE], office.sites[TWICE].backups[-1]
    entries = [json.loads(line) for line in (home / "entries.ndjson").read_text("utf-8").splitlines()]
    assert [entry["n"] for entry in entries] == list(range(1, one.manifest(last).entries + 1))
    assert entries[-1]["head"] == one.manifest(last).head
    assert (entries[0]["fact"]["fact"], entries[0]["stamp"]["by"][0]["id"]) == ("site_enrolled/1", "lock")
    people = table(home / "candidates.csv")
    assert len(people) == 2 * 10
    person = next(row for row in people if (row["session"], row["seat"]) == (f"'{SECOND}", "'001"))
    assert (person["name"], person["id_number"]) == ("C00001", "'210101199001010001")
    assert (person["presence"], person["answers"], person["remark"]) == ("present", "collected", "")
    ticket = person["ticket"].removeprefix("'")
    assert person["files"] == f"answers/{SECOND}/{ticket}.bin"
    assert (home / person["files"]).read_bytes() == answer(SECOND, Ticket(ticket))
    absent = [row for row in people if row["presence"] == "absent"]
    assert [row["files"] for row in absent] == [""] * 4
    assert [row["session"] for row in table(home / "sessions.csv")] == [f"'{FIRST}", f"'{SECOND}"]
    assert [(row["room"], row["present"]) for row in table(home / "rooms.csv")][:2] == [("'001", "4"), ("'002", "4")]
    assert len(table(home / "faults.csv")) == 4
    assert not table(home / "transfers.csv")
    # The second backup was made before its own entry stood, and after the records of the first session.
    assert len(list((home / "forms").iterdir())) == one.manifest(last).records
    assert not list(out.rglob(".*"))


def test_nothing_is_laid_out_twice_and_a_longer_journal_takes_the_place(
    office: Office, came: Path, tmp_path: Path
) -> None:
    desk, out, one = office.desk(tmp_path), tmp_path / "out", office.sites[TWICE]
    early, late = one.backups
    place = out / f"{EXAM}-{TWICE}" / extract.SITE
    for file in (late, backup.sidecar_of(late)):
        (came / TWICE / file.name).rename(tmp_path / file.name)
    extract.all_of(desk, took(desk, came), out, WORDS)
    about = json.loads((place / extract.ABOUT).read_bytes())
    assert about["name"] == early.name
    stamp = (place / extract.ABOUT).stat().st_mtime_ns
    extract.all_of(desk, took(desk, came), out, WORDS)
    assert (place / extract.ABOUT).stat().st_mtime_ns == stamp
    for file in (late, backup.sidecar_of(late)):
        (tmp_path / file.name).rename(came / TWICE / file.name)
    extract.all_of(desk, took(desk, came), out, WORDS)
    assert json.loads((place / extract.ABOUT).read_bytes())["name"] == late.name
    (came / TWICE / late.name).unlink()
    extract.all_of(desk, took(desk, came), out, WORDS)
    assert json.loads((place / extract.ABOUT).read_bytes())["name"] == late.name


def test_a_full_disk_leaves_nothing_half_laid_out(
    office: Office, came: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, out = office.desk(tmp_path), tmp_path / "out"
    lines = took(desk, came)
    put = open_folder.put

    def full(path: Path, content: bytes) -> None:
        if path.name == "rooms.csv" and str(HONEST) in str(path):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put(path, content)

    with monkeypatch.context() as patched:
        patched.setattr(extract, "put", full)
        found = extract.all_of(desk, lines, out, WORDS)
    (fault,) = (one for one in found.values() if isinstance(one, Trouble))
    assert fault.code is Code.MEDIUM_FULL
    assert not list((out / f"{EXAM}-{HONEST}").iterdir())
    assert (out / f"{EXAM}-{THIRD}" / extract.SITE / extract.ABOUT).exists()
    assert not [one for one in extract.all_of(desk, lines, out, WORDS).values() if isinstance(one, Trouble)]


@pytest.mark.parametrize("strange", [KeyError("x"), StopIteration(), TypeError(), OverflowError(), RecursionError()])
def test_a_state_that_no_console_can_have_made_stops_no_other_site(
    office: Office, came: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strange: Exception
) -> None:
    desk, out, plain = office.desk(tmp_path), tmp_path / "out", Rows.faults

    def faults(rows: Rows) -> Iterator[Row]:
        if rows.site.code == HONEST:
            raise strange
        return plain(rows)

    monkeypatch.setattr(Rows, "faults", faults)
    found = extract.all_of(desk, took(desk, came), out, WORDS)
    (fault,) = (one for one in found.values() if isinstance(one, Trouble))
    assert fault.code is Code.CONTENT_UNFIT
    assert sorted(path.parent.name for path in out.glob("*/site")) == [f"{EXAM}-{TWICE}", f"{EXAM}-{THIRD}"]


TOLD = {"kind": "S", "site": HONEST, "mode": "practice", "name": "\x1b[2J" * 9, "issued_at": "9999-12-31T23:59:59Z"}


@pytest.mark.parametrize(
    "sidecar",
    [
        b"",
        b"..",
        b"a.b.c",
        b"e30.e30.e30",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        base64.urlsafe_b64encode(b"[" * 100_000) + b"." + b"A" * 100 + b".A",
        *(
            b".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, TOLD, {}))
            for header in ({"alg": "none", "typ": kind, "kid": "x"} for kind in ("examsite-backup/1", "x" * 9999))
        ),
        b"x" * (backup.LONGEST_SIDECAR + 1),
    ],
    ids=range(10),
)
def test_whatever_lies_there_as_a_sidecar_is_a_line(office: Office, tmp_path: Path, sidecar: bytes) -> None:
    came = tmp_path / "came"
    came.mkdir()
    path = came / f"a{backup.SUFFIX}"
    path.write_bytes(b"whatever")
    backup.sidecar_of(path).write_bytes(sidecar)
    (line,) = took(office.desk(tmp_path), came)
    assert line.state is Arrived.NOT_RECEIVED
    assert line.fault
    assert text("zh-CN").trouble(line.fault)


@pytest.mark.parametrize("at", ["before", "between"])
def test_a_power_cut_while_one_takes_the_place_of_another(office: Office, came: Path, tmp_path: Path, at: str) -> None:
    """Half a folder is taken away; what stood before is put back where the cut fell between the two renames."""
    desk, out = office.desk(tmp_path), tmp_path / "out"
    lines = took(desk, came)
    extract.all_of(desk, lines, out, WORDS)
    place = out / f"{EXAM}-{HONEST}" / extract.SITE
    shutil.copytree(place, place.with_name(".site.part"))
    if at == "between":
        place.rename(place.with_name(".site.old"))
    else:
        (place / extract.ABOUT).unlink()
    extract.all_of(desk, lines, out, WORDS)
    assert [path.name for path in place.parent.iterdir()] == [extract.SITE]
    assert len(table(place / "candidates.csv")) == 10


def test_a_stick_that_is_changed_after_it_was_proved(office: Office, came: Path, tmp_path: Path) -> None:
    desk, path = office.desk(tmp_path), first(office, came)
    lines = took(desk, came)
    path.write_bytes(path.read_bytes()[:-1])
    found = extract.all_of(desk, lines, tmp_path / "out", WORDS)
    fault = found[path]
    assert isinstance(fault, Trouble)
    assert fault.code is Code.COPY_DIFFERS
    assert not list((tmp_path / "out" / f"{EXAM}-{HONEST}").iterdir())


ODD = [
    ("../../etc/passwd", b"1"),
    ("结果/甲.dat", b"2"),
    ("CON.txt", b"3"),
    ("a:b|c", b"4"),
    ("A/x", b"5"),
    ("a/X", b"6"),
    ("empty", b""),
    ("long/" + "名" * 300 + ".dat", b"8"),
]


def test_rooms_are_laid_out_under_names_that_lead_nowhere_else(office: Office, tmp_path: Path) -> None:
    desk, one, out = office.desk(tmp_path), office.sites[HONEST], tmp_path / "out"
    lawful = [(name, content) for name, content in ODD if ".." not in name]
    one.room(tmp_path / "came", lawful)
    assert extract.all_of(desk, took(desk, tmp_path / "came"), out, WORDS) != {}
    home = out / f"{EXAM}-{HONEST}" / "rooms" / f"{ONE}-{DAY}-1"
    listed = json.loads((home / "list.json").read_bytes())
    assert [(one["name"], (home / one["path"]).read_bytes()) for one in listed] == lawful
    assert len([path for path in (home / "files").rglob("*") if path.is_file()]) == len(lawful)
    stamp = (home / "list.json").stat().st_mtime_ns
    extract.all_of(desk, took(desk, tmp_path / "came"), out, WORDS)
    assert (home / "list.json").stat().st_mtime_ns == stamp


def test_a_site_that_was_not_asked_for_is_named_by_its_code(office: Office, came: Path, tmp_path: Path) -> None:
    lines = took(office.desk(tmp_path, HONEST), came)
    assert [line.fault and line.fault.facts.get("site") for line in lines] == [None, TWICE, TWICE, THIRD]


def run(office: Office, monkeypatch: pytest.MonkeyPatch, desk: Desk, *asked: object) -> tuple[int, str, str]:
    monkeypatch.setattr(keys, "load", lambda folder, _: replace(office.of, folder=folder))
    words = ["receive", "--folder", desk.agency.folder, *asked]
    environment = {"EXAMSITE_PASSPHRASE": "p", "EXAMSITE_LANGUAGE": "en"}
    result = CliRunner().invoke(app, [str(word) for word in words], env=environment)
    assert "Traceback" not in result.output
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def requests(office: Office, tmp_path: Path) -> Path:
    folder = tmp_path / "requests"
    folder.mkdir()
    for site, one in office.sites.items():
        (folder / f"{site}.examsite-request").write_bytes(one.token)
    return folder


def test_the_command_tells_all_of_it(
    office: Office, came: Path, requests: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = office.desk(tmp_path)
    cut_off(office, came)
    office.sites[THIRD].room(came / THIRD, [("a", b"a")])
    out = tmp_path / "out"
    told = ("--request", requests, "--receipts", desk.receipts, "--out", out)
    code, said, wrong = run(office, monkeypatch, desk, *told, came)
    assert code == 1
    assert "One backup was not received" in wrong
    assert "personal data" in said
    lines = said.splitlines()
    assert sum("received" in line and "not received" not in line for line in lines[:6]) == 4
    assert sum("not received" in line for line in lines[:6]) == 1
    rows = table(desk.receipts / "arrivals.csv")
    assert [(row["site"], row["kind"], row["about"]) for row in rows] == [
        (HONEST, "S", "'1-1"),
        (TWICE, "S", "'1-1"),
        (TWICE, "S", "'1-2"),
        (THIRD, "S", "'1-1"),
        (THIRD, "R", f"room {ONE}, {DAY}"),
    ]
    assert [bool(row["received_at"]) for row in rows] == [False, True, True, True, True]
    assert "Not yet in any journal" in rows[-1]["remark"]
    assert "Answers opened: 8." in rows[3]["remark"]


def test_the_command_says_aloud_what_nobody_may_overlook(
    office: Office, requests: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, one = office.desk(tmp_path), office.sites[HONEST]
    told = ("--request", requests / f"{HONEST}.examsite-request", "--receipts", desk.receipts)
    code, said, wrong = run(office, monkeypatch, desk, *told, taken_up(one, tmp_path, "true"))
    assert (code, HONEST in wrong, "spare machine B" in said) == (0, True, True)
    code, said, wrong = run(office, monkeypatch, desk, *told, taken_up(one, tmp_path, "forked"))
    assert (code, "Warning" in wrong, "rewritten" in wrong) == (1, True, True)
    empty = tmp_path / "empty"
    empty.mkdir()
    code, said, wrong = run(office, monkeypatch, desk, *told, empty)
    assert (code, "empty" in wrong) == (1, True)


def test_the_command_remarks_what_it_could_not_prove(
    office: Office, requests: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, one, came, out = office.desk(tmp_path), office.sites[TWICE], tmp_path / "came", tmp_path / "out"
    came.mkdir()
    early, late = one.backups
    other = Path(shutil.copy(early, came / backup.name(EXAM, TWICE, FIRST, 7)))
    one.signed(other, one.manifest(early))
    for file in (late, backup.sidecar_of(late)):
        shutil.copy(file, came)
    one.room(came, [("a", b"a")], lock="JK-9")
    edition = desk.agency.folder / f"{EXAM}-{TWICE}-1"
    edition.with_suffix(".issued").unlink()
    edition.with_suffix(".papers").write_bytes(b"of an agency that kept no more")
    out.mkdir()
    (out / f"{EXAM}-{TWICE}").write_bytes(b"where a folder should be")
    told = ("--request", requests, "--receipts", desk.receipts, "--out", out)
    code, said, wrong = run(office, monkeypatch, desk, *told, came)
    short, long, room = (line for line in said.splitlines() if line.startswith(TWICE))
    assert (code, f"{EXAM}-{TWICE}-1 were made with an earlier version" in short) == (1, True)
    assert f"does not speak of backup {other.name}" in long
    assert "Not laid out" in long
    assert "Lock JK-9 is not in the exam data" in room
    assert other.name in wrong
    assert late.name in wrong
