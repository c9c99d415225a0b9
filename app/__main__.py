"""The composition root of the console, and its command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line import Schedule, in_a_sentence, progress, words
from app.core.terms import Mode, SiteCode
from app.exchange import agefile, enrolment, keyfile, outbox, strict
from app.exchange.backup import SUFFIX as BACKUP
from app.exchange.trust import Trust
from app.paths import practice_folder
from app.rehearsal.day import PIN, Day, Means
from app.rehearsal.province import Size
from app.service import verify as proof
from app.service.clock import SystemClock
from app.service.enrolment import enrol
from app.service.sitelock import LockKey, worked
from app.service.store import Store
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from reports import fonts, room_record, room_release

PRACTICE_MEMORY_KIB = 8192
"""Practice PINs are published: stretching them protects nothing and would only cost time."""

app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-examsite"))


def _practice_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=PRACTICE_MEMORY_KIB)


def _rehearse(out: Path, size: Size) -> None:
    means = Means(_practice_lock, room_record.draw, room_release.draw, fonts.missing, progress())
    summary = Day(out, size, means).run()
    say = words().say
    for session in summary.sessions:
        typer.echo(
            say(
                "rehearsed-session",
                session=session.id,
                arranged=session.arranged,
                present=session.present,
                absent=session.absent,
                collected=session.collected,
            )
        )
    typer.echo(say("rehearsed-journal", entries=summary.journal.entries, head=summary.journal.head[:16]))
    typer.echo(say("rehearsed-where", records=str(out / "records"), folder=str(out)))


@app.command(help=words().say("help-rehearse"))
def rehearse(
    exam: Annotated[Schedule, typer.Option()],
    out: Annotated[Path, typer.Option()],
    rooms: Annotated[int, typer.Option(min=1, max=200)] = 15,
    candidates: Annotated[int, typer.Option(min=1, max=20000)] = 1500,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    with in_a_sentence():
        _rehearse(out, Size(exam.value, rooms, candidates, seed))


@app.command(help=words().say("help-practice"))
def practice() -> None:
    with in_a_sentence():
        _rehearse(practice_folder(), Size(Schedule.INTERMEDIATE.value, 6, 240, 1))


@app.command(help=words().say("help-enroll"))
def enroll(
    site: Annotated[str, typer.Option()],
    trust: Annotated[Path, typer.Option(exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option()],
) -> None:
    with in_a_sentence():
        trusted = strict.decode(outbox.read_bytes(trust, 1 << 16), Trust, trust.name)
        if trusted.mode is Mode.REAL:
            # Tokens come with the locks; until then nobody is led to hold a real exam on a key file.
            raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
        if not enrolment.SITE_CODE.fullmatch(site):
            raise Trouble(Code.SITE_CODE_WRONG, found=site[:20])
        if (out / "locks" / "site").exists() or (out / "store").exists():
            raise Trouble(Code.STORE_EXISTS, file=out.name)
        lock = _practice_lock(out / "locks" / "site", f"SITE-{site}", LockKind.SITE, PIN)
        enrolled = enrol(out / "store", trusted, SiteCode(site), lock, SystemClock())
        enrolled.console.store.close()
        path = out / f"{site}{enrolment.SUFFIX}"
        outbox.write_bytes(path, enrolled.request)
        typer.echo(words().say("enrolled", request=str(path), ministry=enrolled.ministry, lock=enrolled.lock))


@app.command(help=words().say("help-verify"))
def verify(
    path: Annotated[Path, typer.Argument()],
    lock: Annotated[Path | None, typer.Option(help=words().say("help-verify-lock"))] = None,
    identity: Annotated[Path | None, typer.Option(help=words().say("help-verify-identity"))] = None,
) -> None:
    with in_a_sentence():
        if not path.exists():
            raise Trouble(Code.FILE_MISSING, file=path.name)
        proved = _verify_store(path, lock) if path.is_dir() else _verify_backup(path, identity)
        name = "verified" if proved.opened else "verified-outside"
        typer.echo(words().say(name, entries=proved.entries, head=proved.head, blobs=proved.blobs))
        if proved.signer:
            typer.echo(words().say("verified-signer", lock=proved.signer))


def _verify_store(folder: Path, lock_folder: Path | None) -> proof.Proof:
    """A practice lock lies in the folder `locks` beside its store, and its PIN is published."""
    if not (folder / keyfile.NAME).exists():
        raise Trouble(Code.STORE_MISSING, file=folder.name)
    lock = worked(SoftwareLock.open(lock_folder or folder.parent / "locks" / "site", PIN))
    store = Store(folder, lock)
    try:
        return proof.store_file(store, proof.marks_beside(folder.parent / "backups", LockKey(lock).public))
    finally:
        store.abandon()


def _verify_backup(path: Path, identity: Path | None) -> proof.Proof:
    """A practice backup finds its province's identity beside it."""
    if not path.name.endswith(BACKUP):
        raise Trouble(Code.KIND_WRONG, expected=BACKUP, found=path.suffix)
    key = identity or path.parent.parent / "agency" / "province.agekey"
    known = identity is not None or key.exists()
    identities = [agefile.identity(outbox.read_bytes(key, 4096).decode())] if known else []
    return proof.backup_file(path, identities)


def main() -> None:
    app()


if __name__ == "__main__":
    main()
