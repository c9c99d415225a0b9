"""The agency's program: keys, sample sites, packages, authorizations, receipts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import typer

from app.authority import authorize as authorizing
from app.authority import issue as issuing
from app.authority import keys, sample
from app.authority import receive as receiving
from app.authority.faults import Fault
from app.command_line import Schedule, in_a_sentence, words
from app.core.terms import ExamId, Mode, SessionId
from app.exchange import authorization, enrolment, outbox, receipt
from app.trouble import Code, Trouble

BEIJING = timezone(timedelta(hours=8))
app = typer.Typer(no_args_is_help=True, add_completion=False, help=words().say("help-authority"))

Folder = Annotated[Path, typer.Option(help=words().say("help-agency-folder"))]
Passphrase = Annotated[
    str,
    typer.Option(
        envvar="EXAMSITE_PASSPHRASE", prompt=words().say("ask-passphrase"), hide_input=True, show_envvar=False
    ),
]
NewPassphrase = Annotated[
    str,
    typer.Option(
        envvar="EXAMSITE_PASSPHRASE",
        prompt=words().say("ask-passphrase"),
        confirmation_prompt=True,
        hide_input=True,
        show_envvar=False,
    ),
]
SHORTEST_PASSPHRASE = 16
Request = Annotated[Path, typer.Option(exists=True, dir_okay=False)]
Out = Annotated[Path, typer.Option()]


def _now() -> datetime:
    return datetime.now(BEIJING).replace(microsecond=0)


@app.command(help=words().say("help-init"))
def init(
    folder: Folder,
    name: Annotated[str, typer.Option()],
    passphrase: NewPassphrase,
    mode: Annotated[Mode, typer.Option()],
) -> None:
    with in_a_sentence():
        if mode is Mode.REAL and len(passphrase) < SHORTEST_PASSPHRASE:
            raise Trouble(Code.PASSPHRASE_SHORT, signs=SHORTEST_PASSPHRASE)
        agency = keys.init(folder, mode, name, passphrase, _now())
        typer.echo(
            words().say("agency-made", trust=str(folder / keys.TRUST), ministry=agency.trust.ministry_key.thumbprint)
        )


@app.command("sample", help=words().say("help-sample"))
def write_sample(
    out: Out,
    exam: Annotated[Schedule, typer.Option()] = Schedule.INTERMEDIATE,
    rooms: Annotated[int, typer.Option(min=1, max=200)] = 15,
    candidates: Annotated[int, typer.Option(min=1, max=20000)] = 1500,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    with in_a_sentence():
        sample.write(out, exam.value, rooms, candidates, seed, Mode.PRACTICE)
        typer.echo(words().say("sample-written", folder=str(out)))


@app.command(help=words().say("help-issue"))
def issue(
    folder: Folder,
    source: Annotated[Path, typer.Option("--input", exists=True, file_okay=False)],
    request: Request,
    out: Out,
    passphrase: Passphrase,
    edition: Annotated[int, typer.Option(min=1)] = 1,
    notice: Annotated[str, typer.Option(help=words().say("help-notice"))] = "",
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        made = issuing.issue(agency, source, asked, out, edition=edition, at=_now(), notice=notice)
        _list("note-line", made.notes)
        if made.path is None:
            _list("fault-line", made.faults)
            typer.echo(words().say("not-issued", count=len(made.faults)), err=True)
            raise typer.Exit(1)
        typer.echo(words().say("issued", path=str(made.path)))


def _list(line: str, found: Iterable[Fault]) -> None:
    """Every row, on standard error: what was made stays apart from what is wrong."""
    say = words().say
    for fault in found:
        kind = say(f"fault-{fault.kind.value.replace('_', '-')}")
        typer.echo(
            say(line, source=fault.source, row=fault.row, column=fault.column, kind=kind, value=fault.value), err=True
        )


@app.command(help=words().say("help-authorize"))
def authorize(
    folder: Folder,
    exam: Annotated[str, typer.Option()],
    request: Request,
    out: Out,
    passphrase: Passphrase,
    edition: Annotated[int, typer.Option(min=1)] = 1,
    session: Annotated[list[str] | None, typer.Option()] = None,
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        made = {"exam": authorizing.exam(agency, asked, ExamId(exam), edition, _now())} if not session else {}
        for one in session or sorted(issuing.paper_keys(agency, f"{exam}-{asked.site}-{edition}").keys):
            made[one] = authorizing.start(agency, asked, ExamId(exam), edition, SessionId(one), _now())
        for name, token in made.items():
            path = out / f"{exam}-{asked.site}-{name}{authorization.SUFFIX}"
            outbox.write_bytes(path, token)
            typer.echo(str(path))


@app.command(help=words().say("help-receive"))
def receive(
    folder: Folder,
    request: Request,
    out: Out,
    passphrase: Passphrase,
    backup: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
) -> None:
    with in_a_sentence():
        agency = keys.load(folder, passphrase)
        asked = enrolment.read(outbox.read_bytes(request, 1 << 16))
        path = out / f"{backup.name}{receipt.SUFFIX}"
        outbox.write_bytes(path, receiving.receive(agency, asked, backup, _now()))
        typer.echo(words().say("received", path=str(path)))


def main() -> None:
    app()


if __name__ == "__main__":
    main()
