"""What this machine is: asked of the plain script for its system, in a process of its own, within a limit."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SECONDS = 30.0
SUFFIX = ".examsite-probe"
_ENDING_SECONDS = 5.0


class ProbeFault(StrEnum):
    """Why there is no file."""

    NO_SCRIPT = "no-script"
    """None for this system, or not where it belongs, or nothing to run it with."""
    TIMED_OUT = "timed-out"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ProbeFailed:
    """`code` is what the script ended with; 0 where it ended well and left no file."""

    fault: ProbeFault
    code: int = 0


def run(
    kind: str, room: str, nonce: str, folder: Path, scripts: Path, *, seconds: float = SECONDS
) -> Path | ProbeFailed:
    """The file that the script in `scripts` wrote into `folder`, which is empty before. "" is no room, no nonce."""
    script = _script(scripts)
    if script is None:
        return ProbeFailed(ProbeFault.NO_SCRIPT)
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - our own script, no shell
            [*script, kind, room or "-", nonce or "-", str(folder)],
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return ProbeFailed(ProbeFault.NO_SCRIPT)
    try:
        code = process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return ProbeFailed(ProbeFault.TIMED_OUT)
    written = sorted(folder.glob(f"*{SUFFIX}"))
    return written[0] if code == 0 and written else ProbeFailed(ProbeFault.FAILED, code)


def _script(scripts: Path) -> list[str] | None:
    windows = sys.platform == "win32"
    path = scripts / f"examsite-probe.{'js' if windows else 'sh'}"
    if not path.is_file() or (not windows and not sys.platform.startswith("linux")):
        return None
    if windows:
        host = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "cscript.exe"
        return [str(host), "//nologo", "//B", "//E:JScript", str(path)]
    return ["/bin/sh", str(path)]


def _end(process: subprocess.Popen[bytes]) -> None:
    """With all that it started: a tool of the system may hang where its script does not."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    # One that even a kill does not end, in a driver of the system, is left to the system.
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(_ENDING_SECONDS)
