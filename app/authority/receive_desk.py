"""The command that takes in what sites send: backups of one site or of many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from app.authority import csv_file, extract, incoming, keys, table
from app.authority.extract import About, Words
from app.authority.incoming import Arrived, Desk, Line, Stated
from app.authority.options import BEIJING, Folder, Passphrase, now
from app.command_line import in_a_sentence, words
from app.exchange import enrolment, outbox
from app.exchange.backup import BackupManifest
from app.exchange.enrolment import SiteRequest
from app.trouble import Code, Trouble
from app.word_ids import word_id

app = typer.Typer()
ARRIVALS, RECEIPTS = "arrivals.csv", "receipts"
_COLUMNS = ("site", "file", "kind", "about", "entries", "state", "remark")
_HEADS = (
    "receive-site",
    "receive-file",
    "receive-kind",
    "receive-about",
    "receive-entries",
    "receive-state",
    "receive-remark",
)
_STATES = {
    Arrived.RECEIVED: "arrived-received",
    Arrived.RECEIVED_BEFORE: "arrived-received-before",
    Arrived.NOT_RECEIVED: "arrived-not-received",
    Arrived.FORKED: "arrived-forked",
}
_MORE = ("made_at", "received_at", "digest")
"""Of the list that goes back with the receipts, to be compared with hand-over sheets."""
_ABOUT, _NAME = 40, 100
"""Signs at most of what a sidecar says of itself."""


@app.command(help=words().say("help-receive"))
def receive(
    folder: Folder,
    request: Annotated[list[Path], typer.Option(exists=True, help=words().say("help-receive-request"))],
    passphrase: Passphrase,
    came: Annotated[Path, typer.Argument(exists=True, help=words().say("help-receive-came"))],
    out: Annotated[Path | None, typer.Option(file_okay=False, help=words().say("help-receive-out"))] = None,
    receipts: Annotated[Path | None, typer.Option(file_okay=False, help=words().say("help-receive-receipts"))] = None,
) -> None:
    with in_a_sentence():
        desk = Desk(keys.load(folder, passphrase), _requests(request), receipts or folder / RECEIPTS, now())
        paths = incoming.found(came)
        if not paths:
            raise Trouble(Code.BACKUP_MISSING, file=came.name)
        desk.receipts.mkdir(parents=True, exist_ok=True)
        lines = list(incoming.take_all(desk, paths))
        laid_out = extract.all_of(desk, lines, out, Words(_word, words().trouble)) if out else {}
        rows = [_row(line, laid_out.get(line.path)) for line in lines]
        arrivals = [(*row, *_more(line)) for row, line in zip(rows, lines, strict=True)]
        outbox.write_bytes(desk.receipts / ARRIVALS, csv_file.content((*_COLUMNS, *_MORE), arrivals))
        for text in table.lines([tuple(map(words().say, _HEADS)), *rows]):
            typer.echo(text)
        failed = {path for path, one in laid_out.items() if isinstance(one, Trouble) or (one and one.answers_failed)}
        _conclude(desk, lines, out, bad=sum(line.bad or line.path in failed for line in lines))


def _requests(paths: Sequence[Path]) -> tuple[SiteRequest, ...]:
    """Of files, and of all that lie in a folder."""
    files = [
        file for path in paths for file in (sorted(path.glob(f"*{enrolment.SUFFIX}")) if path.is_dir() else [path])
    ]
    return tuple(enrolment.read(outbox.read_bytes(file, 1 << 16)) for file in files)


def _row(line: Line, laid_out: Trouble | About | None) -> tuple[str, ...]:
    said = line.manifest
    return (
        said.site[:_ABOUT] if said else "",
        line.path.name[:_NAME],
        said.kind if said else "",
        _about(said),
        str(said.entries) if isinstance(said, BackupManifest) else "",
        words().say(_STATES[line.state]),
        " ".join(_remarks(line, laid_out)),
    )


def _about(said: Stated | None) -> str:
    """As the sidecar says it, which may be anything where it was not received."""
    if said is None:
        return ""
    if isinstance(said, BackupManifest):
        return said.session[:_ABOUT]
    return words().say("receive-about-room", room=said.room[:_ABOUT], day=said.day)


def _more(line: Line) -> tuple[str, ...]:
    said = line.manifest
    return (
        str(said.issued_at) if said else "",
        str(line.received_at) if line.received_at else "",
        said.digest if said else "",
    )


def _remarks(line: Line, laid_out: Trouble | About | None) -> Iterator[str]:
    say = words().say
    if line.fault:
        yield words().trouble(line.fault)
    for one in line.resumed:
        at, reached = one.at.astimezone(BEIJING), one.reached.astimezone(BEIJING)
        yield say("receive-resumed", at=at, machine=one.machine, entry=one.entries, reached=reached, lost=one.lost)
    for name in line.unnamed:
        yield say("receive-unnamed", file=name)
    if not line.in_journal:
        yield say("receive-not-in-journal")
    if line.room_lock:
        yield say("receive-room-unproved", serial=line.room_lock)
    if line.unsigned:
        yield say("receive-room-unsigned")
    for package in line.unproved:
        yield say("package-unproved", package=package)
    if isinstance(laid_out, Trouble):
        yield say("receive-not-extracted", why=words().trouble(laid_out))
    elif laid_out:
        yield say("receive-answers", opened=laid_out.answers_opened, failed=laid_out.answers_failed)


def _conclude(desk: Desk, lines: Sequence[Line], out: Path | None, bad: int) -> None:
    """What nobody may overlook comes last, on standard error; exit code 1 where anything is wrong."""
    say = words().say
    typer.echo(say("receive-written", receipts=str(desk.receipts), count=len(lines) - sum(one.bad for one in lines)))
    if out:
        typer.echo(say("receive-personal", folder=str(out)))
    for line in lines:
        if line.state is Arrived.FORKED or line.resumed or line.unnamed or line.unproved:
            site = line.manifest.site if line.manifest else ""
            loud = "receive-loud-forked" if line.state is Arrived.FORKED else "receive-loud"
            typer.echo(say(loud, site=site, file=line.path.name), err=True)
    if bad:
        typer.echo(say("receive-bad", count=bad), err=True)
        raise typer.Exit(1)


def _word(spoken: Enum) -> str:
    return words().say(word_id(spoken))
