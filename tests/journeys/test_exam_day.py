"""An exam day from signed package to signed record and verified backup, through the real Console and real SQLCipher."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from app.core.cleaning import lacks
from app.core.fault import FaultKind, ReportFault
from app.core.terms import PersonId
from app.exchange import outbox, strict
from app.rehearsal.ground import PIN
from app.rehearsal.summary import Summary
from app.service import people
from app.service.clock import BEIJING, DrivenClock, SiteClock
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from tests.journeys.day import rehearse

EXAMS = {
    "liaoning-2021-senior": ("1-1", "2-1"),
    "liaoning-2021-intermediate": tuple(f"{batch}-{place}" for batch in "1234" for place in "12"),
}


@pytest.fixture(scope="module", params=EXAMS)
def exam(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def day(exam: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    out = tmp_path_factory.mktemp("day") / "out"
    return out, rehearse(out, exam, 3, 120)


def test_every_session_of_the_schedule_balances(day: tuple[Path, Summary], exam: str) -> None:
    out, summary = day
    assert tuple(session.id for session in summary.sessions) == EXAMS[exam]
    for session in summary.sessions:
        assert session.arranged > 0
        assert session.arranged == session.present + session.absent
        assert 0 < session.collected <= session.present
    assert json.loads((out / "summary.json").read_bytes()) == json.loads(strict.encode(summary))


def test_every_absentee_stands_on_paper_by_name(day: tuple[Path, Summary]) -> None:
    out, _ = day
    names = {}
    with (out / "agency" / "input" / "roster.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names[row["ticket"]] = row["name"]
    lock = SoftwareLock.open(out / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    console = unlock(out / "store", lock, SiteClock())
    absent = [
        (session.plan.id, room.room, ticket)
        for session in console.site.sessions.values()
        for room in session.rooms.values()
        for ticket, sitting in room.sittings.items()
        if sitting.marked_absent_at
    ]
    console.store.close()
    assert absent
    for session, room, ticket in absent:
        page = subprocess.check_output(
            ["pdftotext", "-layout", out / "records" / f"{session}-{room}.pdf", "-"]
        ).decode()
        assert ticket in page
        assert names[ticket] in page.replace(" ", "")


def opened(out: Path, backup: Path, into: Path) -> Path:
    """With the common tools alone."""
    into.mkdir()
    plain, tar = into / "b.tar.zst", into / "b.tar"
    subprocess.check_call(["age", "-d", "-i", out / "agency" / "province.agekey", "-o", plain, backup])
    subprocess.check_call(["zstd", "-q", "-d", plain, "-o", tar])
    subprocess.check_call(["tar", "-xf", tar, "-C", into])
    return into


def test_a_backup_opens_without_this_program(day: tuple[Path, Summary], tmp_path: Path) -> None:
    out, summary = day
    inside = opened(out, max((out / "media" / "U-0001").glob("*-S-*.examsite-backup")), tmp_path / "s")
    lines = (inside / "journal.ndjson").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["n"] for line in lines] == list(range(1, len(lines) + 1))
    assert len(lines) < summary.journal.entries  # the receipt came after it
    assert any((inside / "records").glob("*.pdf"))
    blobs = list((inside / "blobs").iterdir())
    assert blobs
    for blob in blobs:
        assert subprocess.check_output(["sha256sum", blob]).split()[0] == blob.name.encode()


def test_a_backup_of_a_room_opens_without_this_program(day: tuple[Path, Summary], tmp_path: Path) -> None:
    out, _ = day
    backups = sorted((out / "media" / "U-0001").glob("*-R-*.examsite-backup"))
    assert len(backups) == len({path.stem for path in (out / "rooms").glob("*.jws")})
    inside = opened(out, backups[0], tmp_path / "r")
    listed = json.loads((inside / "list.json").read_text(encoding="utf-8"))
    assert len(listed) == 2
    for number, one in enumerate(listed, 1):
        file = inside / "files" / f"{number:06d}"
        assert file.read_bytes() == (out / "rooms" / one["name"]).read_bytes()
        assert subprocess.check_output(["sha256sum", file]).split()[0] == one["digest"].encode()


def test_what_lies_in_the_outbox_is_the_backup(day: tuple[Path, Summary]) -> None:
    out, summary = day
    bundles = list((out / "outbox").iterdir())
    assert len(bundles) == 2 * len(summary.sessions)
    for bundle in bundles:
        assert bundle.read_bytes() == (out / "media" / "U-0001" / bundle.name).read_bytes()


def test_what_was_replayed_is_what_was_lived(day: tuple[Path, Summary]) -> None:
    out, summary = day
    lock = SoftwareLock.open(out / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    console = unlock(out / "store", lock, SiteClock())
    assert console.store.journal.n == summary.journal.entries
    assert all(backup.receipt and backup.supervised for backup in console.site.safe.backups.values())
    assert len(console.site.safe.backups) == len(summary.sessions)
    assert not lacks(console.site)
    mirror = console.site.safe.mirror
    assert mirror
    assert (mirror.medium, mirror.out) == ("U-0002", None)
    console.store.close()


def test_an_old_copy_put_back_is_recognised(tmp_path: Path) -> None:
    out = tmp_path / "out"
    rehearse(out, "liaoning-2021-senior", 1, 12)
    lock = SoftwareLock.open(out / "locks" / "site", PIN)
    assert isinstance(lock, SoftwareLock)
    old = tmp_path / "old"
    shutil.copytree(out / "store", old)
    console = unlock(out / "store", lock, DrivenClock(datetime(2021, 12, 1, 8, tzinfo=BEIJING)))
    admin = people.sign_with_pin(console, "A01", PIN)
    now = console.clock.moment().at
    assert console.submit(ReportFault(FaultKind.POWER, None, None, (), now, PersonId("A01")), admin) is None
    last = console.store.journal.n
    console.store.close()
    shutil.rmtree(out / "store")
    old.rename(out / "store")
    with pytest.raises(Trouble) as caught:
        unlock(out / "store", lock, SiteClock())
    assert (caught.value.code, caught.value.facts) == (Code.CUT_SHORT, {"entry": last - 1, "marked": last})


def test_the_same_folder_is_not_used_twice(tmp_path: Path) -> None:
    outbox.write_bytes(tmp_path / "something", b"x")
    with pytest.raises(Trouble, match=Code.STORE_EXISTS.value):
        rehearse(tmp_path, "liaoning-2021-senior", 1, 12)
