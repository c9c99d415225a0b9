"""What the processes for tokens do, each from its start to its end. Whoever asks is in `tokens.py`.

Each reads requests from its pipe and answers each once. It ends when the other end is closed.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection
from typing import Any

from devices.protocols import LockFault, LockKind


def scan(pipe: Connection, module: str, environment: Mapping[str, str]) -> None:
    """Answers every request with all tokens there now."""
    from devices.locks import pkcs11  # noqa: PLC0415 - the asking process must not load it

    with _started(module, environment) as library:
        while True:
            pipe.recv()
            pipe.send(pkcs11.look_anew(library) if library else LockFault.DRIVER_MISSING)


def hold(pipe: Connection, module: str, environment: Mapping[str, str], serial: str) -> None:
    """The first request is the PIN, answered with a SeenLock or a fault; each later one a call with its arguments."""
    from devices.locks import pkcs11  # noqa: PLC0415 - the asking process must not load it

    with _started(module, environment) as library:
        token = pkcs11.OpenToken.login(library, serial, pipe.recv()) if library else _unstarted(pipe)
        if isinstance(token, LockFault):
            pipe.send(token)
            return
        pipe.send(token.lock)
        while True:
            pipe.send(token.answer(*pipe.recv()))


def provision(
    pipe: Connection,
    module: str,
    environment: Mapping[str, str],
    hardware: str,
    lock: tuple[str, LockKind],
    fresh: bool,
) -> None:
    """One request, the PIN; one answer."""
    from devices.locks import pkcs11  # noqa: PLC0415 - the asking process must not load it

    with _started(module, environment) as library:
        if library:
            pipe.send(pkcs11.provision(library, hardware, *lock, pipe.recv(), fresh=fresh))
        else:
            pipe.send(_unstarted(pipe))


def _unstarted(pipe: Connection) -> LockFault:
    """An end closed before its request was read would look like a crash."""
    pipe.recv()
    return LockFault.DRIVER_MISSING


@contextlib.contextmanager
def _started(path: str, environment: Mapping[str, str]) -> Iterator[Any]:
    """The maker's module after C_Initialize, None where that fails. A closed pipe ends what is done with it."""
    import pkcs11  # noqa: PLC0415 - the asking process must not load it

    # Ctrl-C in a terminal reaches every process of the group; this one ends with its pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(environment)
    try:
        library = pkcs11.lib(path)
    except pkcs11.PKCS11Error:
        library = None
    with contextlib.suppress(EOFError, OSError):
        yield library
    if library:
        with contextlib.suppress(pkcs11.PKCS11Error):
            library.finalize()
