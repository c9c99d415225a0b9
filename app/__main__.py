"""The composition root of the console, and its command line."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app import log
from app.command_line import Schedule, in_a_sentence, progress, words
from app.core.terms import Mode, SiteCode
from app.date_guard import is_exam_day
from app.exchange import agefile, enrolment, keyfile, outbox, strict
from app.exchange.backup import SUFFIX as BACKUP
from app.exchange.trust import Trust
from app.paths import data_folder, practice_folder
from app.rehearsal.day import Day
from app.rehearsal.ground import PIN, Means
from app.rehearsal.practice import PracticeDay
from app.rehearsal.province import Size
from app.service import verify as proof
from app.service.clock import SystemClock
from app.service.console import Console
from app.service.enrolment import enrol
from app.service.sitelock import LockKey, worked
from app.service.store import Store
from app.service.unlock import unlock
from app.trouble import Code, Trouble
from devices.locks.software import SoftwareLock
from devices.protocols import LockKind
from reports import fonts, room_record, room_release
from ui.opening import Opening, Practice, Tools

PRACTICE_MEMORY_KIB = 8192
"""Practice PINs are published: stretching them protects nothing and would only cost time."""
ON_EXAM_DAY, HEADLESS = "--on-exam-day", "--headless"

app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-examsite"))


def _practice_lock(folder: Path, serial: str, kind: LockKind, pin: str) -> SoftwareLock:
    return SoftwareLock.create(folder, serial, kind, pin, memory_kib=PRACTICE_MEMORY_KIB)


def _means() -> Means:
    return Means(_practice_lock, SoftwareLock.open, room_record.draw, room_release.draw, fonts.missing, progress())


def _rehearse(out: Path, size: Size) -> None:
    summary = Day(out, size, _means()).run()
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


OnExamDay = Annotated[bool, typer.Option(ON_EXAM_DAY, help=words().say("help-on-exam-day"))]


@app.command(help=words().say("help-practice"))
def practice(
    out: Annotated[Path | None, typer.Option(help=words().say("help-practice-out"))] = None,
    on_exam_day: OnExamDay = False,
    headless: Annotated[bool, typer.Option(HEADLESS, help=words().say("help-practice-headless"))] = False,
) -> None:
    with in_a_sentence():
        _no_exam_today(on_exam_day)
        folder = out or practice_folder()
        if headless or not _screen():
            typer.echo(words().say("practice-without-window"))
            _rehearse(folder, Size(Schedule.INTERMEDIATE.value, 6, 240, 1))
            return
        typer.echo(words().say("practice-laying", folder=str(folder)))
        day = PracticeDay.prepare(folder, Size(Schedule.INTERMEDIATE.value, 8, 320, 1), _means())
        _window(day.console, folder, day)


@app.command("open", help=words().say("help-open"))
def open_again(
    data_dir: Annotated[Path, typer.Option(help=words().say("help-open-data-dir"))],
    on_exam_day: OnExamDay = False,
) -> None:
    with in_a_sentence():
        key_file = data_dir / "store" / keyfile.NAME
        if not key_file.exists():
            raise Trouble(Code.STORE_MISSING, file=data_dir.name)
        if keyfile.read(outbox.read_bytes(key_file, 1 << 16)).mode is Mode.REAL:
            raise Trouble(Code.SOFTWARE_LOCK_REFUSED)
        _no_exam_today(on_exam_day)
        if not _screen():
            raise Trouble(Code.NO_SCREEN, option=HEADLESS)
        if (data_dir / "agency").exists():
            day = PracticeDay.open(data_dir, _means())
            _window(day.console, data_dir, day)
        lock = worked(SoftwareLock.open(data_dir / "locks" / "site", PIN))
        _window(unlock(data_dir / "store", lock, SystemClock()), data_dir, None)


def _no_exam_today(anyway: bool) -> None:
    today = SystemClock().moment().at.date()
    if not anyway and is_exam_day(data_folder(), today):
        raise Trouble(Code.EXAM_DAY, date=today.isoformat(), option=ON_EXAM_DAY)


def _screen() -> bool:
    """Whether Qt finds one, or was told what to take for one."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return platform.system() != "Linux" or any(os.environ.get(name) for name in named)


def _window(console: Console, data: Path, practice: Practice | None) -> NoReturn:
    """Until it is closed; the program ends with its exit code. A site that was only enrolled lacks its folders yet."""
    from ui.application import run  # noqa: PLC0415 - only a window has a use for Qt

    home = data_folder()
    log.start(home)
    for name in ("backups", "records", "releases"):
        (data / name).mkdir(exist_ok=True)
    tools = Tools(room_record.draw, room_release.draw, fonts.missing)
    try:
        code = run(Opening(console, home, data, tools, practice))
    finally:
        console.store.close()
    raise typer.Exit(code)


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
