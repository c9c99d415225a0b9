"""Finding the station again in its two places, or making it where there is none yet."""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress

from msgspec.structs import replace

from app.core.terms import Mode
from app.exchange import outbox, strict
from app.journal.database import OnlyOne
from app.station.host import Host
from app.station.station_file import LONGEST, NAME, StationFile, bound_to, create
from app.station.two_folders import Place, TwoFolders
from app.trouble import Code, Trouble

IN_USE = "in-use"
_UNREADABLE = ".unreadable"


def only_one(folders: TwoFolders, held: ExitStack) -> None:
    """Raises STORE_IN_USE; a place that cannot be held is failing."""
    for place in Place:
        try:
            held.callback(OnlyOne(folders.folder(place) / IN_USE).release)
        except Trouble as trouble:
            if trouble.code is Code.STORE_IN_USE:
                raise
            folders.failing[place] = trouble


def station_file(folders: TwoFolders, mode: Mode, host: Host) -> StationFile:
    """The newer of the two, kept in both from now on.

    Raises MACHINE_WRONG for a copy from another machine, MODE_WRONG, STATION_DAMAGED, and PLACES_APART where two
    stations that both served are put side by side.
    """
    found: dict[Place, StationFile] = {}
    unreadable = []
    for place in Place:
        path = folders.roots[place] / NAME
        if os.path.exists(path):
            try:
                found[place] = strict.decode(outbox.read_bytes(path, LONGEST), StationFile, NAME)
            except Trouble:
                unreadable.append(place)
    for file in found.values():
        if file.bound != bound_to(host):
            raise Trouble(Code.MACHINE_WRONG, expected=file.machine, found=host.name)
        if file.mode is not mode:
            raise Trouble(Code.MODE_WRONG, expected=mode, found=file.mode)
    if unreadable and not found:
        raise Trouble(Code.STATION_DAMAGED, file=NAME)
    newest = _one_of(sorted(found.values(), key=lambda file: file.saved)) or create(mode, host)
    for place in unreadable:
        path = folders.roots[place] / NAME
        with suppress(OSError):
            path.replace(path.with_name(NAME + _UNREADABLE))
    if any(found.get(place) != newest for place in Place):
        folders.write(NAME, strict.encode(newest))
    return newest


def _one_of(found: list[StationFile]) -> StationFile | None:
    """The oldest comes first. What served nobody yields to what did."""
    serving = [file for file in found if file.packages] or found[:1]
    if len({file.sealed for file in serving}) > 1:
        raise Trouble(Code.PLACES_APART, file=NAME)
    if not serving:
        return None
    newest = serving[-1]
    known = {noted.digest for noted in newest.packages}
    only_older = (noted for file in serving[:-1] for noted in file.packages if noted.digest not in known)
    return replace(newest, packages=(*only_older, *newest.packages))
