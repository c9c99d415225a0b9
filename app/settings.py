"""What the people at this desk chose for their screen; nothing of an exam depends on it."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from app.exchange import outbox, strict
from app.trouble import Trouble

NAME = "settings.json"
UNREADABLE = ".unreadable"
_LONGEST = 1 << 16
_log = logging.getLogger(__name__)


class Settings(msgspec.Struct, frozen=True):
    """Fields of other releases are passed over. `stale_minutes`: how long a room may be silent before it is shown."""

    language: Literal["zh-CN", "en"] = "zh-CN"
    theme: Literal["light", "dark", "system"] = "light"
    idle_minutes: Annotated[int, msgspec.Meta(ge=1, le=60)] = 5
    stale_minutes: Annotated[int, msgspec.Meta(ge=5, le=240)] = 30
    station_type: Annotated[int, msgspec.Meta(ge=1, le=5)] = 2
    """The height of the type at an answering station, in steps."""
    pkcs11_modules: tuple[str, ...] = ()
    """Paths of the makers' modules through which tokens are reached."""


def load(folder: Path) -> Settings:
    """Never fails: what cannot be read is set aside under another name, and the defaults serve."""
    path = folder / NAME
    if not path.exists():
        return Settings()
    try:
        return strict.decode(outbox.read_bytes(path, _LONGEST), Settings, NAME)
    except (Trouble, RecursionError):
        _log.warning("%s cannot be read and is set aside", NAME)
        with suppress(OSError):
            path.replace(path.with_name(NAME + UNREADABLE))
        return Settings()


def save(folder: Path, settings: Settings) -> None:
    """Raises MEDIUM_FULL or FILE_MISSING; CONTENT_UNFIT for what `load` would not take, and writes nothing then."""
    content = strict.encode(settings)
    strict.decode(content, Settings, NAME)
    with suppress(OSError):  # a folder that cannot be made is said by the writing
        folder.mkdir(parents=True, exist_ok=True)
    outbox.write_bytes(folder / NAME, content)
