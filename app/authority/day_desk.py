"""Commands for what sites send of an exam day: day summaries and lists of violations."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from app.authority import csv_file, day_files, keys
from app.authority.csv_file import Row
from app.authority.options import Folder, Passphrase
from app.command_line import in_a_sentence, words
from app.core.terms import ExamId
from app.exchange import enrolment, outbox
from app.exchange.enrolment import SiteRequest
from app.word_ids import word_id

app = typer.Typer()

Files = Annotated[list[Path], typer.Argument(exists=True, dir_okay=False)]
Requests = Annotated[
    list[Path],
    typer.Option("--request", exists=True, dir_okay=False, help=words().say("help-day-files-request")),
]
OfExam = Annotated[str, typer.Option("--exam", help=words().say("help-day-files-exam"))]
Into = Annotated[Path, typer.Option(help=words().say("help-day-files-out"))]


@app.command(help=words().say("help-summary"))
def summary(
    folder: Folder, files: Files, request: Requests, out: Into, passphrase: Passphrase, exam: OfExam = ""
) -> None:
    with in_a_sentence():
        agency, asked = keys.load(folder, passphrase), _requests(request)
        found = [day_files.read_summary(agency, asked, path, ExamId(exam) or None) for path in files]
        _write(out, found, day_files.SUMMARY_COLUMNS, list(day_files.summary_rows(found)))


@app.command(help=words().say("help-violations"))
def violations(
    folder: Folder, files: Files, request: Requests, out: Into, passphrase: Passphrase, exam: OfExam = ""
) -> None:
    with in_a_sentence():
        agency, asked = keys.load(folder, passphrase), _requests(request)
        found = [day_files.read_violations(agency, asked, path, ExamId(exam) or None) for path in files]
        _write(out, found, day_files.VIOLATION_COLUMNS, list(day_files.violation_rows(found, _word)))


def _word(spoken: Enum) -> str:
    return words().say(word_id(spoken))


def _requests(paths: Sequence[Path]) -> list[SiteRequest]:
    return [enrolment.read(outbox.read_bytes(path, 1 << 16)) for path in paths]


def _write(out: Path, found: Sequence[msgspec.Struct], columns: Sequence[str], rows: Sequence[Row]) -> None:
    """All files are read before anything is written."""
    if out.suffix.lower() == ".csv":
        content, count = csv_file.content(columns, rows), len(rows)
    else:
        content, count = day_files.as_lines(found), len(found)
    outbox.write_bytes(out, content)
    typer.echo(words().say("day-files-read", files=len(found), count=count, path=str(out)))
