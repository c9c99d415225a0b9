"""Locks on tokens, through the makers' PKCS#11 modules. Each open token and each search has a process of its own."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from devices.locks import child, contents
from devices.locks.process import Child
from devices.presence import Presence
from devices.protocols import LockFault, LockKind, SeenLock, SeenToken


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds until a process counts as hanging and is ended."""

    answer: float = 2.0
    # Its process starts and the token is searched and logged in to: cheap tokens are slow at both.
    opening: float = 10.0
    # A new key pair is made.
    making: float = 30.0


class Pkcs11Lock:
    """An open token; `close` ends its process."""

    def __init__(self, process: Child, lock: SeenLock, limits: Limits) -> None:
        self._process, self._limits = process, limits
        self.serial, self.kind, self.software, self.point = lock.serial, lock.kind, lock.software, lock.point

    @classmethod
    def open(
        cls, module: Path, environment: Mapping[str, str], serial: str, pin: str, limits: Limits
    ) -> Pkcs11Lock | LockFault:
        """Log in to the token that describes itself so; DAMAGED where its key is not the one that it shows."""
        process = Child(child.hold, str(module), dict(environment), serial, name=f"lock {serial}")
        answer = process.ask(pin, limits.opening)
        if isinstance(answer, LockFault):
            process.close()
            return answer
        lock = cls(process, answer, limits)
        fault = Presence().look(lock)
        if fault:
            lock.close()
            return LockFault.DAMAGED if fault is LockFault.EXCHANGED else fault
        return lock

    def sign(self, message: bytes) -> bytes | LockFault:
        return cast(bytes | LockFault, self._ask("sign", hashlib.sha256(message).digest()))

    def read(self, label: str) -> bytes | LockFault | None:
        return cast(bytes | LockFault | None, self._ask("read", contents.label(label)))

    def write(self, label: str, content: bytes) -> LockFault | None:
        contents.label(label)
        if len(content) > contents.LARGEST:
            return LockFault.FULL
        return cast(LockFault | None, self._ask("write", label, content))

    def destroy(self, label: str) -> LockFault | None:
        return cast(LockFault | None, self._ask("destroy", contents.label(label)))

    def _ask(self, *call: object) -> object:
        return self._process.ask(call, self._limits.answer)

    def close(self) -> None:
        self._process.close()


class Pkcs11Reader:
    """All tokens behind these modules. A module that hangs or crashes takes none of the others with it."""

    def __init__(
        self,
        modules: Sequence[Path],
        *,
        environment: Mapping[str, str] | None = None,
        limits: Limits | None = None,
        soft_as_hardware: bool = False,
    ) -> None:
        """`environment` is set in the processes alone.

        `soft_as_hardware` is for tests of what wants hardware: a token in software then says that it is none.
        """
        self._modules = tuple(modules)
        self._environment = dict(environment or {})
        self._limits = limits or Limits()
        self._soft_as_hardware = soft_as_hardware
        self._turn = threading.Lock()
        self._scanners: dict[Path, Child] = {}
        self._faults: dict[Path, LockFault] = {}

    @property
    def faults(self) -> Mapping[Path, LockFault]:
        """The modules that failed at the last look."""
        return dict(self._faults)

    def tokens(self) -> tuple[SeenToken, ...]:
        """Also those that hold no lock."""
        return tuple(dict.fromkeys(token for _, token in self._look()))

    def seen(self) -> tuple[SeenLock, ...]:
        return tuple(dict.fromkeys(token.lock for _, token in self._look() if token.lock))

    def open(self, serial: str, pin: str) -> Pkcs11Lock | LockFault:
        places = {token.lock: module for module, token in reversed(self._look()) if token.lock}
        modules = [module for lock, module in places.items() if lock.serial == serial]
        if len(modules) != 1:
            return LockFault.DOUBLED if modules else self._nowhere()
        lock = Pkcs11Lock.open(modules[0], self._environment, serial, pin, self._limits)
        if self._soft_as_hardware and not isinstance(lock, LockFault):
            lock.software = False
        return lock

    def provision(
        self, hardware: str, serial: str, kind: LockKind, pin: str, *, fresh: bool = False
    ) -> SeenLock | LockFault:
        """On a token whose PIN the maker's tool has set: python-pkcs11 calls neither C_InitToken nor C_InitPIN.

        REMOVED also where the token has no PIN yet.
        """
        contents.serial(serial)
        there = self._look()
        if any(token.lock and token.lock.serial == serial and token.hardware != hardware for _, token in there):
            return LockFault.DOUBLED
        module = next((module for module, token in there if token.hardware == hardware), None)
        if module is None:
            return self._nowhere()
        target = (str(module), self._environment, hardware, (serial, kind))
        process = Child(child.provision, *target, fresh, name=f"new lock {serial}")
        made: SeenLock | LockFault = process.ask(pin, self._limits.making)
        process.close()
        return made if isinstance(made, LockFault) else self._told(made)

    def close(self) -> None:
        with self._turn:
            for scanner in self._scanners.values():
                scanner.close()
            self._scanners.clear()

    def _nowhere(self) -> LockFault:
        """A token is out, unless no module is there that could tell."""
        faults = list(self._faults.values())
        return faults[0] if faults and len(faults) == len(self._modules) else LockFault.REMOVED

    def _look(self) -> list[tuple[Path, SeenToken]]:
        """Every token, once for each module that shows it."""
        with self._turn:
            return [(module, self._told_token(token)) for module in self._modules for token in self._ask(module)]

    def _ask(self, module: Path) -> Sequence[SeenToken]:
        limit = self._limits.answer
        if module not in self._scanners:
            if not module.exists():
                self._faults[module] = LockFault.DRIVER_MISSING
                return ()
            limit = self._limits.opening
            self._scanners[module] = Child(child.scan, str(module), self._environment, name=f"search {module.name}")
        answer: Sequence[SeenToken] | LockFault = self._scanners[module].ask(None, limit)
        if isinstance(answer, LockFault):
            self._scanners.pop(module).close()
            self._faults[module] = answer
            return ()
        self._faults.pop(module, None)
        return answer

    def _told_token(self, token: SeenToken) -> SeenToken:
        if not self._soft_as_hardware:
            return token
        return replace(token, software=False, lock=self._told(token.lock) if token.lock else None)

    def _told(self, lock: SeenLock) -> SeenLock:
        return replace(lock, software=lock.software and not self._soft_as_hardware)
