"""What all journeys share: tokens in software, and one practice agency."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pyrage
import pytest

from app.authority import keys
from app.authority.keys import Agency
from app.core.terms import Mode
from app.rehearsal import province
from tests.contract.softhsm import hsm

__all__ = ["hsm"]


class _OneAgency:
    """In place of `keys` where practice lays its ground: a passphrase costs seconds by design, so one agency a test run
    is made for all folders called "agency", and copied. What it leaves on disk is real."""

    FILE = keys.FILE

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: Agency | None = None

    def init(self, folder: Path, mode: Mode, name: str, passphrase: str, at: datetime) -> Agency:
        if folder.name != "agency":
            return keys.init(folder, mode, name, passphrase, at)
        if self._made is None:
            self._made = keys.init(self._folder, mode, name, passphrase, at)
        folder.mkdir(parents=True, exist_ok=True)
        for file in self._folder.iterdir():
            shutil.copy(file, folder)
        return replace(self._made, folder=folder)

    def load(self, folder: Path, passphrase: str) -> Agency:
        same = self._made and (folder / keys.FILE).read_bytes() == (self._folder / keys.FILE).read_bytes()
        return replace(self._made, folder=folder) if self._made and same else keys.load(folder, passphrase)


@pytest.fixture(scope="session", autouse=True)
def each_passphrase_once() -> Iterator[None]:
    """The same file under the same passphrase opens to the same keys: it is stretched for once a test run."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pyrage.passphrase, "decrypt", cache(pyrage.passphrase.decrypt))
        yield


@pytest.fixture(scope="session", autouse=True)
def one_agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(province, "keys", _OneAgency(tmp_path_factory.mktemp("one") / "agency"))
        yield
