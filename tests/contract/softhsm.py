"""Tokens of SoftHSM2: a real PKCS#11 module whose tokens are folders; one is pulled by moving its folder away."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pkcs11
import pytest
from pkcs11 import Attribute, ObjectClass

from devices.locks.process import Child
from devices.locks.tokens import Limits, Pkcs11Lock, Pkcs11Reader
from devices.protocols import Lock, LockFault, LockKind, SeenLock
from tests.contract.lock_contract import Bench

PIN, WRONG_PIN = "135790", "000000"
SITE, ROOM = "KW-000007", "JK-000001"
PLACES = ("/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu/softhsm", "/usr/lib/aarch64-linux-gnu/softhsm")
# A machine that does everything at once may be slow to start a process; nothing here waits for these to pass.
PATIENT = Limits(answer=20, opening=60, making=60)


def module() -> Path:
    found = [path for place in PLACES if (path := Path(place, "libsofthsm2.so")).exists()]
    assert found, "softhsm2 is not installed: tools/setup.sh does that"
    return found[0]


class Hsm:
    """A folder of tokens with its own configuration, given to processes by their environment."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tokens.mkdir(parents=True, exist_ok=True)
        self._conf.write_text(f"directories.tokendir = {self.tokens}\nlog.level = ERROR\n")
        self._readers: list[Pkcs11Reader] = []
        self._locks: list[Lock] = []

    @property
    def tokens(self) -> Path:
        return self.folder / "tokens"

    @property
    def _conf(self) -> Path:
        return self.folder / "softhsm2.conf"

    @property
    def environment(self) -> Mapping[str, str]:
        return {"SOFTHSM2_CONF": str(self._conf)}

    def copy_of(self, other: Hsm, *hardware: str) -> Hsm:
        for one in hardware:
            shutil.copytree(other.place(one), self.place(one))
        return self

    def initialize(self, label: str) -> str:
        """What the maker's tool does: a new token with its PIN. Its serial number."""
        before = set(self._serials())
        words = ["softhsm2-util", "--module", str(module()), "--init-token", "--free", "--label", label]
        words += ["--so-pin", "12345678", "--pin", PIN]
        subprocess.run(words, env={**os.environ, **self.environment}, check=True, capture_output=True)
        (made,) = set(self._serials()) - before
        self.place(made)
        return made

    def _serials(self) -> list[str]:
        return [_serial(path) for path in self.tokens.iterdir()]

    def place(self, hardware: str) -> Path:
        """The folder of a token; where there is none, where it would be."""
        return next((path for path in self.tokens.iterdir() if _serial(path) == hardware), self.tokens / hardware)

    def pull(self, hardware: str) -> None:
        self.place(hardware).rename(self.folder / f"away-{hardware}")

    def plug(self, hardware: str) -> None:
        (self.folder / f"away-{hardware}").rename(self.tokens / hardware)

    def reader(self, *modules: Path, limits: Limits = PATIENT, soft_as_hardware: bool = False) -> Pkcs11Reader:
        reader = Pkcs11Reader(
            modules or (module(),), environment=self.environment, limits=limits, soft_as_hardware=soft_as_hardware
        )
        self._readers.append(reader)
        return reader

    def open(self, serial: str, pin: str = PIN) -> Pkcs11Lock | LockFault:
        lock = Pkcs11Lock.open(module(), self.environment, serial, pin, PATIENT)
        if not isinstance(lock, LockFault):
            self._locks.append(lock)
        return lock

    def opened(self, serial: str) -> Pkcs11Lock:
        lock = self.open(serial)
        assert isinstance(lock, Pkcs11Lock)
        return lock

    def raw(self, function: Callable[..., Any], hardware: str, *arguments: object) -> Any:
        """What `function(session, *arguments)` answers, logged in to the token in a process of its own."""
        process = Child(_raw, str(module()), self.environment, hardware, function, arguments, name="raw")
        answer = process.ask(None, 60)
        process.close()
        assert not isinstance(answer, LockFault), answer
        return answer

    def close(self) -> None:
        for reader in self._readers:
            reader.close()
        for lock in self._locks:
            lock.close()


def _serial(token: Path) -> str:
    """SoftHSM names the folder by a UUID that ends with the serial number."""
    return token.name.replace("-", "")[-16:]


def _raw(
    pipe: Connection,
    path: str,
    environment: Mapping[str, str],
    hardware: str,
    function: Callable[..., Any],
    arguments: tuple[object, ...],
) -> None:
    os.environ.update(environment)
    token = pkcs11.lib(path).get_token(token_serial=hardware.encode())
    with suppress(EOFError):
        pipe.recv()
        with token.open(rw=True, user_pin=PIN) as session:
            pipe.send(function(session, *arguments))
        pipe.recv()


class Made:
    """Tokens made once, to be copied: one lock of each kind, and one token without a lock."""

    def __init__(self, folder: Path) -> None:
        self.hsm = Hsm(folder)
        self.site, self.room, self.blank = (self.hsm.initialize(label) for label in (SITE, ROOM, "blank"))
        reader = self.hsm.reader()
        for hardware, serial, kind in (
            (self.site, SITE, LockKind.SITE),
            (self.room, ROOM, LockKind.INVIGILATION),
        ):
            assert isinstance(reader.provision(hardware, serial, kind, PIN), SeenLock)
        self.hsm.close()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("softhsm"))


@pytest.fixture
def hsm(tmp_path: Path) -> Iterator[Hsm]:
    """Without tokens yet. Whatever was opened here is closed after the test, and no process may be left then."""
    hsm = Hsm(tmp_path / "hsm")
    yield hsm
    hsm.close()
    assert multiprocessing.active_children() == []


class Token(Bench):
    serial = SITE
    kind = LockKind.SITE
    software = True

    def __init__(self, hsm: Hsm, made: Made) -> None:
        self.hsm, self.hardware = hsm.copy_of(made.hsm, made.site), made.site
        self.reader = hsm.reader()

    def open(self, *, wrong_pin: bool = False) -> Lock | LockFault:
        return self.hsm.open(self.serial, WRONG_PIN if wrong_pin else PIN)

    def pull(self) -> None:
        self.hsm.pull(self.hardware)

    def plug(self) -> None:
        self.hsm.plug(self.hardware)

    def damage(self, label: str) -> None:
        self.hsm.raw(spoil, self.hardware, label)


def objects(session: Any, label: str, *, private: bool = True) -> list[Any]:
    wanted = {Attribute.CLASS: ObjectClass.DATA, Attribute.LABEL: label, Attribute.PRIVATE: private}
    return list(session.get_objects(wanted))


def values(session: Any, label: str) -> list[bytes]:
    return [thing[Attribute.VALUE] for thing in objects(session, label)]


def put(session: Any, label: str, value: bytes, *, private: bool = True) -> None:
    """One more object of this label."""
    session.create_object(
        {
            Attribute.CLASS: ObjectClass.DATA,
            Attribute.TOKEN: True,
            Attribute.PRIVATE: private,
            Attribute.APPLICATION: "examsite",
            Attribute.LABEL: label,
            Attribute.VALUE: value,
        }
    )


def spoil(session: Any, label: str) -> None:
    """The same content under a digest that does not fit."""
    (thing,) = objects(session, label)
    value = thing[Attribute.VALUE]
    thing.destroy()
    put(session, label, bytes([value[0] ^ 1]) + value[1:])


def describe(session: Any, *told: bytes) -> None:
    """These public descriptions instead of the one."""
    for thing in objects(session, "examsite-lock", private=False):
        thing.destroy()
    for value in told:
        put(session, "examsite-lock", value, private=False)
