"""Every vector through its reader: taken, or refused with exactly the code that the index says."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TypedDict, cast

import pytest
from msgspec.structs import replace

from app.core.site import Package
from app.core.time_state import Outcome as Decided
from app.exchange import (
    authorization,
    backup,
    day_summary,
    directive,
    enrolment,
    exam_package,
    keyfile,
    lock_paper,
    lock_register,
    outbox,
    paper,
    probe,
    receipt,
    replacement,
    room_backup,
    room_day,
    room_release,
    room_report,
    room_result,
    sidecars,
    signed,
    standalone,
    standalone_return,
    station_request,
    transfer_token,
    violation_list,
)
from app.exchange import strict as json_strict
from app.exchange.paper import AnswerSheet, Paper
from app.exchange.signed import Kind
from app.exchange.standalone import Held
from app.exchange.trust import Trust, appointed
from app.journal.chain import Entry, Mark, proved
from app.service import authorization as desk
from app.trouble import Code, Trouble
from tests.vectors import alone, days, probes, reports, rooms_brought, sample
from tests.vectors.keys import (
    MINISTRY,
    NEW_LOCK_AGE,
    PERSONAL_KEY,
    PROVINCE,
    PROVINCE_AGE,
    ROOM_LOCK,
    SHARE,
    SITE_AGE,
    SITE_LOCK,
    STATION,
    STATION_AGE,
    STORE_KEY,
)

HERE = Path(__file__).parents[1] / "vectors"
LARGEST = 980 << 10


class Vector(TypedDict):
    """A row of the index."""

    name: str
    format: str
    file: str
    expect: str
    comment: str


VECTORS: list[Vector] = json.loads((HERE / "exchange.json").read_text("utf-8"))
US = (sample.MODE, sample.SITE, sample.EXAM)


def for_the_desk(edition: int) -> None:
    desk._edition(edition, cast(Package, SimpleNamespace(edition=sample.EDITION)))


def read_package(path: Path) -> None:
    kept: list[tuple[str, bytes]] = []
    contents = exam_package.read(
        io.BytesIO(path.read_bytes()),
        [SITE_AGE],
        ministry=MINISTRY.public,
        mode=sample.MODE,
        site=sample.SITE,
        keep=lambda name, content: kept.append((name, content)),
    )
    # Optional fields are added as releases go by, so what is compared is what was read, not how it was written.
    assert replace(contents.manifest, members=()) == replace(sample.MANIFEST, members=())
    assert exam_package.listed(kept[2:]) == contents.manifest.members
    assert (contents.exam, contents.rulebook, contents.plan) == (sample.SITTINGS, sample.RULES, sample.PLAN)
    assert (contents.candidates, contents.staff) == (sample.CANDIDATES, sample.STAFF)
    assert contents.locks == sample.LOCKS
    assert contents.recovery == (sample.RECOVERY.verifiers if "recovery" in path.name else ())


def read_lock(path: Path) -> None:
    paper = lock_paper.read(path.read_bytes())
    assert replace(paper, kind="invigilation") == sample.LOCK_PAPER


def read_locks(path: Path) -> None:
    assert lock_register.read(path.read_bytes(), PROVINCE.public, *US).locks[0] == sample.LOCKS[0]


def read_replacement(path: Path) -> None:
    request = replacement.read(path.read_bytes())
    assert keyfile.open_as_province(request.key_file, PROVINCE_AGE).store == STORE_KEY


def read_grant(path: Path) -> None:
    """As the new lock does: first the share, then everything else."""
    token = path.read_bytes()
    claimed, share = replacement.share_of(token, NEW_LOCK_AGE)
    grant = replacement.read_grant(token, PROVINCE.public)
    signed.expect(grant, mode=sample.MODE, site=sample.SITE, exam=sample.EXAM)
    assert (share, claimed.serial) == (SHARE, grant.serial)


def read_keys(path: Path) -> None:
    file = keyfile.read(path.read_bytes())
    for keys in (keyfile.open_as_province(file, PROVINCE_AGE), keyfile.open_with(SHARE, file)):
        assert (keys.store, keys.personal, str(keys.identity)) == (STORE_KEY, PERSONAL_KEY, str(SITE_AGE))


def read_exam_authorization(path: Path) -> None:
    for_the_desk(authorization.read_exam(path.read_bytes(), PROVINCE.public, *US).edition)


def read_start_authorization(path: Path) -> None:
    for_the_desk(authorization.read_start(path.read_bytes(), PROVINCE.public, *US).edition)


def read_backup(path: Path) -> None:
    """As far as the format goes; what the journal inside says is another's to prove (app/backup_proof.py)."""
    manifest = backup.read_sidecar(
        outbox.read_bytes(path.with_name(path.name + backup.SIDECAR), 1 << 20), SITE_LOCK.public
    )
    backup.compare(manifest, file=path.name, digest=outbox.digest_of(path), size=path.stat().st_size)
    with path.open("rb") as source:
        inside = backup.read(source, [PROVINCE_AGE], path.name)
    mark = Mark(manifest.entries, bytes.fromhex(manifest.head))
    entries = (Entry(one.n, bytes.fromhex(one.head), one.stamp.encode(), one.body.encode()) for one in inside.lines)
    backup.compare_counts(manifest, inside, sum(1 for _ in proved(entries, [mark])))


def read_trust(path: Path) -> None:
    assert json_strict.decode(path.read_bytes(), Trust, "trust.json").province().key == PROVINCE.public


def read_result(path: Path) -> None:
    read = room_result.read(path.read_bytes(), [SITE_AGE], sample.EXPECTED, ROOM_LOCK.public)
    assert read == sample.RESULT


def read_report(path: Path) -> None:
    token = path.read_bytes()
    read = room_report.read(token, sample.EXPECTED, ROOM_LOCK.public)
    before = replace(sample.REPORT, started_at=None, absent_tickets=None)
    told = replace(sample.REPORT, free_seats=3, changes=reports.CHANGES)
    assert read in (sample.REPORT, before, told)
    assert room_report.claimed_room(token) == (sample.SESSION, sample.ROOM)


def read_transfer(path: Path) -> None:
    token = path.read_bytes()
    read = transfer_token.read(token, sample.EXPECTED, ROOM_LOCK.public)
    assert read in (sample.TRANSFER, sample.TAKEN_IN)
    assert transfer_token.claimed_room(token) == (sample.SESSION, sample.ROOM)


def read_directive(path: Path) -> None:
    read = directive.read(path.read_bytes(), MINISTRY.public, *US)
    assert replace(read, outcome=Decided.START, until=sample.DIRECTIVE.until) == sample.DIRECTIVE
    assert read.until is None or read.outcome is Decided.START


def read_station(path: Path) -> None:
    assert station_request.read(path.read_bytes(), sample.MODE) == alone.REQUEST


def read_alone(path: Path) -> Held:
    """What differs each time is what was sealed: the digest of the content."""
    held = standalone.read(
        path.read_bytes(), STATION_AGE, path.name, sample.MODE, alone.MACHINE, STATION.public.thumbprint
    )
    if held.manifest.ticket == sample.A:
        assert replace(held.manifest, content=alone.MANIFEST.content) == alone.MANIFEST
    assert (sample.digest(held.content), held.digest) == (held.manifest.content, outbox.digest_of(path))
    return held


def read_unlock(path: Path) -> None:
    content = standalone.unlock(read_alone(path), sample.A, alone.KEYS)
    assert (content.person, content.paper) == (alone.PERSON, alone.PAPER)
    assert (content.so_far is None) == ("good" in path.name)
    assert "going-on" not in path.name or content.so_far == alone.SO_FAR


def read_return(path: Path) -> None:
    read = standalone_return.read(path.read_bytes(), [SITE_AGE], path.name, lambda _: alone.issued())
    answers = standalone_return.answers_of(path.read_bytes(), [SITE_AGE], path.name)
    assert (sample.digest(answers), read.digest) == (read.document.answers, outbox.digest_of(path))
    assert standalone_return.open_answers(answers, PROVINCE_AGE, path.name) == alone.SHEET
    final = replace(read.document, final=True, answered=4, answers=alone.RETURN.answers)
    assert (final, read.document.final) == (alone.RETURN, "interim" not in path.name)


def read_answers(path: Path) -> AnswerSheet:
    return standalone_return.open_answers(path.read_bytes(), PROVINCE_AGE, path.name)


def read_paper(path: Path) -> Paper:
    return paper.read(path.read_bytes(), sample.EXAM, sample.SESSION)


def read_summary(path: Path) -> None:
    token = path.read_bytes()
    assert day_summary.read(token, SITE_LOCK.public, *US) == days.SUMMARY
    assert day_summary.claimed_site(token) == sample.SITE


def read_violations(path: Path) -> None:
    token = violation_list.unsealed(path.read_bytes(), PROVINCE_AGE, path.name)
    read = violation_list.read(token, SITE_LOCK.public, *US)
    assert read == (replace(days.LIST, violations=()) if "nothing" in path.name else days.LIST)
    assert violation_list.claimed_site(token) == sample.SITE


def read_probe(path: Path) -> None:
    read = probe.read(path.read_bytes())
    assert read in (probes.FULL, probes.LEAST, probes.ROOMS)
    assert probe.read(probe.write(read)) == read


def read_room_backup(path: Path) -> None:
    token = outbox.read_bytes(backup.sidecar_of(path), backup.LONGEST_SIDECAR)
    manifest = room_backup.read_sidecar(token, SITE_LOCK.public)
    assert sidecars.read(token, SITE_LOCK.public) == room_backup.read_unknown_sidecar(token) == manifest
    backup.compare(manifest, file=path.name, digest=outbox.digest_of(path), size=path.stat().st_size)
    with path.open("rb") as source:
        files = room_backup.read(source, [PROVINCE_AGE], path.name)
    room_backup.compare_files(manifest, files)
    assert files == rooms_brought.LISTED


def read_room_day(path: Path) -> None:
    ours = rooms_brought.ROOM_DAY
    told = (ours.mode, ours.exam, ours.site, ours.room, ours.day, frozenset(ours.sessions), ours.lock)
    assert room_day.read(path.read_bytes(), room_day.Expected(*told), ROOM_LOCK.public) == ours


READERS: dict[str, Callable[[Path], object]] = {
    "alone": read_alone,
    "answers": read_answers,
    "appointment": lambda path: appointed(path.read_bytes(), MINISTRY.public, sample.MODE),
    "backup": read_backup,
    "directive": read_directive,
    "exam-authorization": read_exam_authorization,
    "keys": read_keys,
    "grant": read_grant,
    "lock": read_lock,
    "locks": read_locks,
    "package": read_package,
    "paper": read_paper,
    "probe": read_probe,
    "receipt": lambda path: receipt.read(path.read_bytes(), PROVINCE.public, *US),
    "release": lambda path: room_release.read(path.read_bytes(), SITE_LOCK.public, *US),
    "replacement": read_replacement,
    "report": read_report,
    "request": lambda path: enrolment.read(path.read_bytes()),
    "result": read_result,
    "return": read_return,
    "room-backup": read_room_backup,
    "room-day": read_room_day,
    "sidecar": lambda path: backup.read_sidecar(path.read_bytes(), SITE_LOCK.public),
    "start-authorization": read_start_authorization,
    "station": read_station,
    "summary": read_summary,
    "transfer": read_transfer,
    "trust": read_trust,
    "unlock": read_unlock,
    "violations": read_violations,
    "unknown-sidecar": lambda path: backup.read_unknown_sidecar(path.read_bytes()),
}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: f"{one['format']}-{one['name']}")
def test_vector(vector: Vector) -> None:
    path = HERE / "exchange" / vector["file"]
    if vector["expect"] == "ok":
        READERS[vector["format"]](path)
        return
    with pytest.raises(Trouble) as caught:
        READERS[vector["format"]](path)
    assert caught.value.code == vector["expect"], vector["comment"]


def test_each_format_has_a_success_and_failures() -> None:
    for form in READERS:
        expected = [vector["expect"] for vector in VECTORS if vector["format"] == form]
        assert "ok" in expected
        assert len(set(expected)) > 3


def test_index_and_folder_agree() -> None:
    listed = [vector["file"] for vector in VECTORS]
    assert len(set(listed)) == len(listed)
    there = {path.name for path in (HERE / "exchange").iterdir()}
    assert there - set(listed) == {name + ".jws" for name in there if name.endswith(backup.SUFFIX)} & there
    assert set(listed) <= there
    assert {vector["expect"] for vector in VECTORS} <= {"ok", *Code}
    assert all(vector["comment"].endswith(".") for vector in VECTORS)


def test_the_page_names_every_kind_and_code() -> None:
    page = (Path(exam_package.__file__).parent / "FORMATS.md").read_text("utf-8")
    named = {*Kind, *(vector["expect"] for vector in VECTORS)} - {"ok"}
    assert not [name for name in sorted(named) if f"`{name}`" not in page]
    formats = (
        authorization,
        backup,
        day_summary,
        directive,
        enrolment,
        exam_package,
        lock_paper,
        lock_register,
        probe,
        receipt,
        replacement,
        room_release,
        room_report,
        room_result,
        standalone,
        standalone_return,
        station_request,
        transfer_token,
        violation_list,
    )
    suffixes = [replacement.GRANT_SUFFIX, standalone_return.INTERIM, *(one.SUFFIX for one in formats)]
    assert all(f"{suffix}`" in page for suffix in suffixes)


def test_vectors_stay_small() -> None:
    assert sum(path.stat().st_size for path in (HERE / "exchange").iterdir()) < LARGEST
