"""The console's command line. What it puts to work is chosen in composition.py, read in when it is needed."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app import lock_commands, log, spare_commands
from app.command_line import Happening, Machine, Schedule, in_a_sentence, words
from app.date_guard import is_exam_day
from app.paths import data_folder, practice_folder
from app.trouble import Code, Trouble

if TYPE_CHECKING:
    from app.rehearsal.province import Size
    from app.station.machine import Station
    from app.views.return_slip import ReturnSlip
    from ui.opening import Opening

ON_EXAM_DAY, HEADLESS = "--on-exam-day", "--headless"
POWER_CUT_ROOMS = 4
IN_A_ROOM = 40
"""Candidates of a room on all days, so that every session has a few in it."""

app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-examsite"))
app.add_typer(lock_commands.app, name="lock")
spare_commands.add_to(app)
Modules = lock_commands.Modules
Overbook = Annotated[int, typer.Option(min=0, max=30, help=words().say("help-overbook"))]
OnExamDay = Annotated[bool, typer.Option(ON_EXAM_DAY, help=words().say("help-on-exam-day"))]


def _rehearse(out: Path, size: Size) -> None:
    from app import composition  # noqa: PLC0415

    summary = composition.rehearse(out, size)
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
        if session.transferred or session.settled:
            went, settled = session.transferred, session.settled
            typer.echo(say("rehearsed-overflow", session=session.id, transferred=went, settled=settled))
        if session.late or session.extra:
            typer.echo(say("rehearsed-time", session=session.id, late=session.late, extra=session.extra))
        if session.standalone:
            alone, lost = session.standalone, session.written_off
            typer.echo(say("rehearsed-standalone", session=session.id, standalone=alone, lost=lost))
    typer.echo(say("rehearsed-journal", entries=summary.journal.entries, head=summary.journal.head[:16]))
    typer.echo(say("rehearsed-where", records=str(out / "records"), folder=str(out)))


def _size(exam: Schedule, rooms: int, candidates: int, overbook: int, seed: int = 1, **happens: bool) -> Size:
    from app.rehearsal.province import Size  # noqa: PLC0415

    return Size(exam.value, rooms, candidates, seed, overbook, **happens)


@app.command(help=words().say("help-rehearse"))
def rehearse(
    exam: Annotated[Schedule, typer.Option()],
    out: Annotated[Path, typer.Option()],
    rooms: Annotated[int, typer.Option(min=1, max=200)] = 15,
    candidates: Annotated[int, typer.Option(min=1, max=20000)] = 1500,
    seed: Annotated[int, typer.Option()] = 1,
    overbook: Overbook = 0,
    happens: Annotated[list[Happening] | None, typer.Option("--with", help=words().say("help-with"))] = None,
) -> None:
    what = frozenset(happens or ())
    power_cut, broken, conduct, prepared = (one in what for one in Happening)
    if power_cut and (overbook or rooms < POWER_CUT_ROOMS):
        raise typer.BadParameter(words().say("power-cut-plain", rooms=POWER_CUT_ROOMS))
    if broken and (overbook or power_cut):
        raise typer.BadParameter(words().say("broken-machines-plain"))
    if conduct and candidates < rooms * IN_A_ROOM:
        raise typer.BadParameter(words().say("conduct-plain", candidates=rooms * IN_A_ROOM))
    with in_a_sentence():
        sized = _size(
            exam,
            rooms,
            candidates,
            overbook,
            seed,
            power_cut=power_cut,
            broken_machines=broken,
            conduct=conduct,
            preparation=prepared,
        )
        _rehearse(out, sized)


@app.command(help=words().say("help-practice"))
def practice(
    out: Annotated[Path | None, typer.Option(help=words().say("help-practice-out"))] = None,
    on_exam_day: OnExamDay = False,
    headless: Annotated[bool, typer.Option(HEADLESS, help=words().say("help-practice-headless"))] = False,
    overbook: Overbook = 0,
) -> None:
    with in_a_sentence():
        _no_exam_today(on_exam_day)
        folder = out or practice_folder()
        if headless or not _screen():
            typer.echo(words().say("practice-without-window"))
            _rehearse(folder, _size(Schedule.INTERMEDIATE, 6, 240, overbook, preparation=True))
            return
        typer.echo(words().say("practice-laying", folder=str(folder)))

        def opener(_pin: str) -> Opening:
            from app import composition  # noqa: PLC0415

            return composition.new_practice(folder, _size(Schedule.INTERMEDIATE, 8, 320, overbook, preparation=True))

        _window(folder, opener, words().say("opening-practice"))


@app.command(help=words().say("help-station"))
def station(
    data: Annotated[Path | None, typer.Option(help=words().say("help-station-data"))] = None,
    second: Annotated[Path | None, typer.Option(help=words().say("help-station-second"))] = None,
    practice: Annotated[bool, typer.Option("--practice", help=words().say("help-station-practice"))] = False,
    on_exam_day: OnExamDay = False,
) -> None:
    with in_a_sentence():
        if practice:
            _no_exam_today(on_exam_day)
        if not _screen():
            raise Trouble(Code.NO_SCREEN, option=HEADLESS)
        home = data_folder()
        folder = data or home / ("station-practice" if practice else "station")

        def opener() -> Station:
            from app.core.terms import Mode  # noqa: PLC0415
            from app.machine_clock import this_machine  # noqa: PLC0415
            from app.station.machine import Station  # noqa: PLC0415

            return Station.take_up(folder, second, Mode.PRACTICE if practice else Mode.REAL, this_machine())

        def draw(slip: ReturnSlip) -> bytes:
            from reports import return_slip  # noqa: PLC0415 - at the end of the exam, not before its window

            return return_slip.draw(slip)

        from app.exchange import outbox  # noqa: PLC0415
        from ui.station.running import run  # noqa: PLC0415 - only a window has a use for Qt

        log.start(home)
        raise typer.Exit(run(home, folder, opener, draw, outbox.write_bytes))


@app.command("open", help=words().say("help-open"))
def open_again(
    data_dir: Annotated[Path, typer.Option(help=words().say("help-open-data-dir"))],
    module: Modules = None,
    on_exam_day: OnExamDay = False,
) -> None:
    with in_a_sentence():
        if not (data_dir / "store").exists():
            raise Trouble(Code.STORE_MISSING, file=data_dir.name)
        _no_exam_today(on_exam_day)
        if not _screen():
            raise Trouble(Code.NO_SCREEN, option=HEADLESS)

        def opener(pin: str) -> Opening:
            from app import composition  # noqa: PLC0415

            return composition.opened(data_dir, module or (), pin)

        _window(data_dir, opener, words().say("opening-now"))


def _no_exam_today(anyway: bool) -> None:
    # The machine's own date: what is asked for is whether people sit an exam here today.
    today = datetime.now(UTC).astimezone().date()
    if not anyway and is_exam_day(data_folder(), today):
        raise Trouble(Code.EXAM_DAY, date=today.isoformat(), option=ON_EXAM_DAY)


def _screen() -> bool:
    """Whether Qt finds one, or was told what to take for one."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return platform.system() != "Linux" or any(os.environ.get(name) for name in named)


def _window(data: Path, opener: Callable[[str], Opening], saying: str) -> NoReturn:
    """Until it is closed; the program ends with its exit code."""
    from ui.application import run  # noqa: PLC0415 - only a window has a use for Qt

    home = data_folder()
    log.start(home)
    raise typer.Exit(run(home, data, opener, saying))


@app.command(help=words().say("help-enroll"))
def enroll(
    site: Annotated[str, typer.Option()],
    trust: Annotated[Path, typer.Option(exists=True, dir_okay=False)],
    out: Annotated[Path, typer.Option()],
    serial: Annotated[str, typer.Option(help=words().say("help-enroll-serial"))] = "",
    module: Modules = None,
) -> None:
    from app import composition  # noqa: PLC0415

    with in_a_sentence():
        pin = lock_commands.ask_pin() if serial else ""
        enrolled, path = composition.enroll(site, trust, out, serial, module or (), pin)
        typer.echo(words().say("enrolled", request=str(path), ministry=enrolled.ministry, lock=enrolled.lock))


@app.command(help=words().say("help-verify"))
def verify(
    path: Annotated[Path, typer.Argument()],
    lock: Annotated[Path | None, typer.Option(help=words().say("help-verify-lock"))] = None,
    identity: Annotated[Path | None, typer.Option(help=words().say("help-verify-identity"))] = None,
    module: Modules = None,
) -> None:
    from app import composition  # noqa: PLC0415

    with in_a_sentence():
        if not path.exists():
            raise Trouble(Code.FILE_MISSING, file=path.name)
        proved = (
            composition.verify_store(path, lock, module or (), lock_commands.ask_pin)
            if path.is_dir()
            else composition.verify_backup(path, identity)
        )
        if proved.room:
            name = "verified-room" if proved.opened else "verified-room-outside"
            typer.echo(words().say(name, room=proved.room, files=proved.blobs))
        else:
            name = "verified" if proved.opened else "verified-outside"
            typer.echo(words().say(name, entries=proved.entries, head=proved.head, blobs=proved.blobs))
        if proved.signer:
            typer.echo(words().say("verified-signer", lock=proved.signer))


@app.command(help=words().say("help-probe"))
def probe(
    kind: Annotated[Machine, typer.Option(help=words().say("help-probe-kind"))],
    out: Annotated[Path, typer.Option(dir_okay=False, help=words().say("help-probe-out"))],
    room: Annotated[str, typer.Option(help=words().say("help-probe-room"))] = "",
    nonce: Annotated[str, typer.Option(help=words().say("help-probe-nonce"))] = "",
) -> None:
    from app.exchange.probe import ProbeKind  # noqa: PLC0415
    from app.service import probing  # noqa: PLC0415

    with in_a_sentence():
        found = probing.measure(ProbeKind(kind.value), room, nonce, out)
        typer.echo("\n".join(probing.said(found, words())))
        typer.echo(words().say("probe-written", file=str(out)))


@app.command("check-paper", help=words().say("help-check-paper"))
def check_paper(
    files: Annotated[list[Path], typer.Argument()],
    store: Annotated[Path, typer.Option(help=words().say("help-check-paper-store"))],
    lock: Annotated[Path | None, typer.Option(help=words().say("help-verify-lock"))] = None,
    module: Modules = None,
) -> None:
    from app import composition  # noqa: PLC0415
    from app.views.paper_check import Verdict  # noqa: PLC0415

    good = True
    with in_a_sentence():
        say = words().say
        for page, checked in composition.check_papers(store, files, lock, module or (), lock_commands.ask_pin):
            where = say("paper-page", file=page.file.name, page=page.number)
            if checked is None:
                typer.echo(say("paper-unread", where=where))
                continue
            form, copy = checked.form or checked.code.form, checked.code.copy
            typer.echo(say("paper-checked", where=where, form=form, copy=copy, verdict=checked.verdict))
            if checked.newest > copy:
                typer.echo(say("paper-newest", copy=checked.newest))
            good = good and checked.verdict is Verdict.CURRENT
    if not good:
        raise typer.Exit(1)


def main() -> None:
    if getattr(sys, "frozen", False):
        # The program in one folder starts itself anew for each token and each scan.
        import multiprocessing  # noqa: PLC0415 - it would keep the first window waiting

        multiprocessing.freeze_support()
    app()


if __name__ == "__main__":
    main()
