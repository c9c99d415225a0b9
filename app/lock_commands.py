"""`examsite lock`: what is plugged in, making a lock, and replacing a lost site lock."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line import in_a_sentence, words
from app.core.operation import Refusal
from app.core.terms import Mode
from devices.protocols import LockKind

app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-lock"))

Modules = Annotated[list[Path] | None, typer.Option("--module", help=words().say("help-lock-module"))]
DataDir = Annotated[Path, typer.Option(exists=True, file_okay=False, help=words().say("help-lock-data-dir"))]


def ask_pin() -> str:
    """At the terminal, unseen; never an option, which other people on the machine could read."""
    pin: str = typer.prompt(words().say("ask-lock-pin"), hide_input=True, err=True)
    return pin


@app.command("list", help=words().say("help-lock-list"))
def list_locks(module: Modules = None, folder: Annotated[Path | None, typer.Option()] = None) -> None:
    from app import provisioning  # noqa: PLC0415

    with in_a_sentence():
        lines = provisioning.plugged_in(module or (), folder)
        for line in lines:
            said = words().say(
                "lock-line",
                serial=line.serial or "-",
                kind=line.kind or "none",
                made="software" if line.software else "token",
                hardware=line.hardware or "-",
                fingerprint=line.fingerprint or "-",
            )
            typer.echo(said)
        if not lines:
            typer.echo(words().say("lock-none"))


@app.command(help=words().say("help-lock-provision"))
def provision(
    serial: Annotated[str, typer.Option()],
    kind: Annotated[LockKind, typer.Option(help=words().say("help-lock-kind"))],
    out: Annotated[Path, typer.Option(help=words().say("help-lock-out"))],
    mode: Annotated[Mode, typer.Option()],
    module: Modules = None,
    hardware: Annotated[str, typer.Option(help=words().say("help-lock-hardware"))] = "",
    folder: Annotated[Path | None, typer.Option(help=words().say("help-lock-folder"))] = None,
    fresh: Annotated[bool, typer.Option(help=words().say("help-lock-fresh"))] = False,
) -> None:
    from app import provisioning  # noqa: PLC0415

    with in_a_sentence():
        wanted = provisioning.Wanted(serial, kind, mode, hardware, fresh)
        made = provisioning.provision(wanted, ask_pin(), module or (), folder, out)
        typer.echo(words().say("lock-made", path=str(made.path), fingerprint=made.fingerprint))


@app.command("replace", help=words().say("help-lock-replace"))
def replace(
    data_dir: DataDir,
    serial: Annotated[str, typer.Option()],
    module: Modules = None,
    out: Annotated[Path | None, typer.Option(help=words().say("help-lock-replace-out"))] = None,
    grant: Annotated[Path | None, typer.Option(help=words().say("help-lock-replace-grant"))] = None,
    person: Annotated[list[str] | None, typer.Option(help=words().say("help-lock-replace-person"))] = None,
) -> None:
    from app import provisioning  # noqa: PLC0415

    with in_a_sentence():
        pin = ask_pin()
        if grant is None:
            made = provisioning.ask_replacement(data_dir, serial, module or (), pin, out or data_dir)
            typer.echo(words().say("replacement-asked", path=str(made.path), fingerprint=made.fingerprint))
            return
        pins = [(code, typer.prompt(words().say("ask-pin-of", person=code), hide_input=True)) for code in person or ()]
        done = provisioning.replace_lock(data_dir, serial, module or (), pin, grant, pins)
        if isinstance(done, Refusal):
            typer.echo(words().refusal(done), err=True)
            raise typer.Exit(1)
        typer.echo(words().say("replacement-done", entry=done))
