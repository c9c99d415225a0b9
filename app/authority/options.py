"""What the agency's commands have in common: where the keys lie, the passphrase, what is read and written, the time."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import typer

from app.command_line import words

BEIJING = timezone(timedelta(hours=8))
VARIABLE = "EXAMSITE_PASSPHRASE"

Folder = Annotated[Path, typer.Option(help=words().say("help-agency-folder"))]
Passphrase = Annotated[
    str,
    typer.Option(envvar=VARIABLE, prompt=words().say("ask-passphrase"), hide_input=True, show_envvar=False),
]
NewPassphrase = Annotated[
    str,
    typer.Option(
        envvar=VARIABLE,
        prompt=words().say("ask-passphrase"),
        confirmation_prompt=True,
        hide_input=True,
        show_envvar=False,
    ),
]
Input = Annotated[Path, typer.Option("--input", exists=True, file_okay=False)]
Request = Annotated[Path, typer.Option(exists=True, dir_okay=False)]
Out = Annotated[Path, typer.Option()]


def now() -> datetime:
    return datetime.now(BEIJING).replace(microsecond=0)
