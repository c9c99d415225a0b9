"""`examsite resume` and `examsite later`: the day on the spare machine, and what the one before entered meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.command_line import in_a_sentence, words
from app.core.operation import Refusal
from app.lock_commands import Modules, ask_pin

Lock = Annotated[Path | None, typer.Option("--lock", help=words().say("help-verify-lock"))]


def _ask_pin_of(person: str) -> str:
    pin: str = typer.prompt(words().say("ask-pin-of", person=person), hide_input=True, err=True)
    return pin


def resume(
    mirror: Annotated[Path, typer.Option(exists=True, file_okay=False, help=words().say("help-resume-mirror"))],
    data_dir: Annotated[Path, typer.Option(file_okay=False, help=words().say("help-resume-data-dir"))],
    person: Annotated[list[str] | None, typer.Option(help=words().say("help-resume-person"))] = None,
    lock: Lock = None,
    module: Modules = None,
) -> None:
    from app import spare_machine  # noqa: PLC0415 - the first window of the program has no use for it

    with in_a_sentence():
        say = words().say

        def signed() -> list[tuple[str, str]]:
            return [(code, _ask_pin_of(code)) for code in person or ()]

        done = spare_machine.take_up(mirror, data_dir, lock, module or (), ask_pin, signed)
        if isinstance(done, Refusal):
            typer.echo(words().refusal(done), err=True)
            raise typer.Exit(1)
        how, fact = done.how, words().fact(done.last.fact)
        typer.echo(say("spare-here", machine=how.machine, at=how.at))
        typer.echo(say("spare-last", entry=how.entries, at=how.reached, fact=fact))
        typer.echo(say("spare-lost", lost=how.lost))
        typer.echo(say("spare-next", command=f"examsite open --data-dir {data_dir}"))


def later(
    old: Annotated[Path, typer.Option(exists=True, file_okay=False, help=words().say("help-later-old"))],
    lock: Lock = None,
    module: Modules = None,
) -> None:
    from app import spare_machine  # noqa: PLC0415 - as above

    with in_a_sentence():
        say = words().say
        lines = spare_machine.later(old, lock, module or (), ask_pin)
        for line in lines:
            signers = tuple(code for code, _ in line.signers)
            typer.echo(say("later-line", entry=line.n, at=line.at, fact=words().fact(line.fact), signers=signers))
        typer.echo(say("later-count", count=len(lines)))


def add_to(app: typer.Typer) -> None:
    """The two commands, where the others stand."""
    app.command(help=words().say("help-resume"))(resume)
    app.command(help=words().say("help-later"))(later)
