"""A stick with everything that the machines of a site need to tell what they are, and the files they left on one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from app.core.terms import RoomId
from app.exchange import outbox, probe
from app.exchange.probe import ProbeKind
from app.resources import RESOURCES
from app.text import text
from app.trouble import Code, Trouble

FOLDER = "examsite-probe"
MOST_FILES = 5_000
DEEPEST = 4
"""Folders below the one that was named: more than a kit has, less than a whole disk."""
_LONGEST = 4 << 10
"""Bytes of a launcher; no own one has a tenth."""
_SITE = ProbeKind.SITE.value
_PAGE = "peripherals.html"
_SHIPPED = ("examsite-probe.js", "examsite-probe.sh", _PAGE)


def write(folder: Path, nonce: str, rooms: tuple[RoomId, ...]) -> Path:
    """The kit in `folder`, new or brought up to date. What machines left there stays.

    Raises CONTENT_UNFIT for rooms or a nonce that cannot be named so, MEDIUM_FULL, FILE_MISSING, COPY_DIFFERS.
    """
    names = [_SITE, *rooms]
    if not all(name and nonce and probe.fit(name, nonce) for name in names):
        raise Trouble(Code.CONTENT_UNFIT, file=FOLDER, line=0, problem="room, nonce")
    # Sticks know no difference between small and capital letters.
    if len({name.lower() for name in names}) < len(names):
        raise Trouble(Code.CONTENT_UNFIT, file=FOLDER, line=0, problem="room")
    kit = folder / FOLDER
    wanted = dict(_files(nonce, rooms))
    try:
        for name in names:
            (kit / name).mkdir(parents=True, exist_ok=True)
        _drop_older(kit, nonce, set(wanted))
        missing = [name for name, content in wanted.items() if not _there(kit / name, content)]
    except OSError as cause:
        raise Trouble(Code.FILE_MISSING, file=FOLDER) from cause
    for name in missing:
        outbox.write_bytes(kit / name, wanted[name])
    return kit


def _files(nonce: str, rooms: tuple[RoomId, ...]) -> Iterator[tuple[str, bytes]]:
    for name in _SHIPPED:
        yield name, (RESOURCES / "probe" / name).read_bytes()
    say = text().say
    guide = say(
        "probe-guide",
        nonce=nonce,
        exam=_launcher(ProbeKind.EXAM, ".cmd"),
        invigilation=_launcher(ProbeKind.INVIGILATION, ".cmd"),
        site=_SITE,
        suffix=probe.SUFFIX,
        runner="sh",
        ending=".sh",
        peripherals=_PAGE,
    )
    # Notepad of Windows XP needs both the mark and the ends of lines.
    yield f"{say('probe-guide-name')}.txt", guide.replace("\n", "\r\n").encode("utf-8-sig") + b"\r\n"
    yield from _launchers(ProbeKind.SITE, "-", _SITE, nonce)
    for room in rooms:
        yield from _launchers(ProbeKind.EXAM, room, room, nonce)
        yield from _launchers(ProbeKind.INVIGILATION, room, room, nonce)


def _launcher(kind: ProbeKind, ending: str) -> str:
    return f"{kind}{ending}"


def _launchers(kind: ProbeKind, room: str, folder: str, nonce: str) -> Iterator[tuple[str, bytes]]:
    # %~dp0 ends in a backslash, which would swallow the quote behind it.
    host = r'"%SystemRoot%\System32\cscript.exe" //nologo //B //E:JScript "%~dp0..\examsite-probe.js"'
    lines = ("@echo off", f'{host} {kind} {room} {nonce} "%~dp0."', "exit /b %errorlevel%", "")
    yield f"{folder}/{_launcher(kind, '.cmd')}", "\r\n".join(lines).encode("ascii")
    lines = (
        "#!/bin/sh",
        'here=$(cd "$(dirname "$0")" && pwd) || exit 2',
        f'exec sh "$here/../examsite-probe.sh" {kind} {room} {nonce} "$here"',
        "",
    )
    yield f"{folder}/{_launcher(kind, '.sh')}", "\n".join(lines).encode("ascii")


def _drop_older(kit: Path, nonce: str, wanted: set[str]) -> None:
    """Launchers of a room that is no longer asked for, of another nonce: what they read would not be taken in."""
    names = {_launcher(kind, ending) for kind in ProbeKind for ending in (".cmd", ".sh")}
    for path in kit.glob("*/*"):
        ours = path.name in names and path.relative_to(kit).as_posix() not in wanted and path.is_file()
        # Somebody may have put anything there under the name of a launcher.
        if ours and (path.stat().st_size > _LONGEST or f" {nonce} ".encode() not in path.read_bytes()):
            path.unlink()


def _there(path: Path, content: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content


def find(folder: Path) -> tuple[Path, ...]:
    """What machines left in `folder` and below, sorted; no more than MOST_FILES, no deeper than DEEPEST, no links.

    A folder below that cannot be read is left out; raises FILE_MISSING where `folder` itself cannot.
    """
    if not os.access(folder, os.R_OK) or not folder.is_dir():
        raise Trouble(Code.FILE_MISSING, file=folder.name)
    found: list[Path] = []
    for at, below, names in os.walk(folder):
        if len(Path(at).relative_to(folder).parts) >= DEEPEST:
            below.clear()
        below.sort()
        paths = (Path(at, name) for name in sorted(names) if name.lower().endswith(probe.SUFFIX))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
        if len(found) >= MOST_FILES:
            break
    return tuple(sorted(found[:MOST_FILES]))
