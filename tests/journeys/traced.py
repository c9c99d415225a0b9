"""Children under strace, which sees each call to the system and can make it fail."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable

import pytest


def _traced() -> bool:
    """A machine may forbid that one process watches another."""
    try:
        return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


needs_strace = pytest.mark.skipif(
    not _traced(), reason="strace is missing, or this machine lets no process trace another"
)


def failing(calls: str, error: str, when: str, files: Iterable[object] = ()) -> list[str]:
    """These calls fail, `when` counts them: "3" the third alone, "3+" from the third on; of `files` alone, if any."""
    only = [word for file in files for word in ("-P", str(file))]
    inject = f"inject={calls}:error={error}:when={when}"
    return ["strace", "-f", "-o", "/dev/null", *only, "-e", f"trace={calls}", "-e", inject]
