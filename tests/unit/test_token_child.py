"""What a process for tokens does where the maker's module is not to be had, and when nobody listens any more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from devices.locks import child
from devices.protocols import LockFault, LockKind

LOCK = ("KW-000007", LockKind.SITE)
MAINS = pytest.mark.parametrize(
    ("main", "arguments"),
    [(child.scan, ()), (child.hold, LOCK[:1]), (child.provision, ("1", LOCK, False))],
    ids=["scan", "hold", "provision"],
)


class Pipe:
    """Closed at the other end after so many requests; notes what was done, in order."""

    def __init__(self, requests: int) -> None:
        self.left, self.done = requests, list[object]()

    def recv(self) -> str:
        if not self.left:
            raise EOFError
        self.left -= 1
        self.done.append("request")
        return "135790"

    def send(self, answer: object) -> None:
        self.done.append(answer)


@pytest.fixture(autouse=True)
def own_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signal.signal", lambda *_: None)


@MAINS
def test_a_missing_module_is_said_after_the_request(
    main: Callable[..., None], arguments: tuple[Any, ...], tmp_path: Path
) -> None:
    """An answer before it, and an end, would look like a crash to whoever is about to ask."""
    pipe = Pipe(1)
    main(pipe, str(tmp_path / "none.so"), {}, *arguments)
    assert pipe.done == ["request", LockFault.DRIVER_MISSING]


@MAINS
def test_it_ends_quietly_when_the_other_end_is_closed(
    main: Callable[..., None], arguments: tuple[Any, ...], tmp_path: Path
) -> None:
    pipe = Pipe(0)
    main(pipe, str(tmp_path / "none.so"), {}, *arguments)
    assert pipe.done == []
