"""What both programs share on the command line: the language, and trouble said as a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import NoReturn

import msgspec
import typer

from app.text import LANGUAGES, Text, text
from app.trouble import Code, Trouble


class Schedule(StrEnum):
    """The exam days that can be rehearsed."""

    INTERMEDIATE = "liaoning-2021-intermediate"
    SENIOR = "liaoning-2021-senior"


class Machine(StrEnum):
    """What a probed machine is to be; the probe's own names, which are read in only when it runs."""

    SITE = "site"
    INVIGILATION = "invigilation"
    EXAM = "exam"


class Happening(StrEnum):
    """What may befall a rehearsed day."""

    POWER_CUT = "power-cut"
    BROKEN_MACHINES = "broken-machines"
    CONDUCT = "conduct"
    PREPARATION = "preparation"


def words() -> Text:
    """The language of EXAMSITE_LANGUAGE, Chinese otherwise."""
    wanted = os.environ.get("EXAMSITE_LANGUAGE", LANGUAGES[0])
    return text(wanted if wanted in LANGUAGES else LANGUAGES[0])


@contextmanager
def in_a_sentence() -> Iterator[None]:
    """Trouble ends the program with its sentence on standard error and exit code 1."""
    try:
        yield
    except Trouble as trouble:
        _end(trouble, trouble)
    except OSError as cause:
        _end(Trouble(Code.FILE_MISSING, file=str(cause.filename or "")), cause)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as cause:
        _end(Trouble(Code.CONTENT_UNFIT, file="", line=0, problem=str(cause)), cause)


def _end(trouble: Trouble, cause: Exception) -> NoReturn:
    typer.echo(words().trouble(trouble), err=True)
    raise typer.Exit(1) from cause


def progress() -> Callable[[str, int, int], None]:
    """One line a step, overwritten on a terminal."""
    end = "\r" if sys.stderr.isatty() else "\n"

    def say(step: str, batch: int, number: int) -> None:
        line = words().say(f"step-{step.replace('_', '-')}", batch=batch, number=number)
        typer.echo(f"{line:<60}{end}", err=True, nl=False)

    return say
