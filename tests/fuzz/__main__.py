"""Coverage-guided fuzzing with atheris: `make fuzz`, or `python -m tests.fuzz SECONDS [TARGET]` with atheris at hand.

Each target runs in a process of its own, from its samples on and from what earlier runs found worth keeping. A file
that brings out anything but Trouble, takes too long or too much memory is left in build/fuzz-found.
"""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["app"]):
    from app.trouble import Trouble
    from tests.fuzz.base import Target
    from tests.fuzz.mutations import LONGEST, mutated
    from tests.fuzz.targets import targets

BUILD = Path(__file__).parents[2] / "build"
CORPUS, FOUND = BUILD / "fuzz-corpus", BUILD / "fuzz-found"
SECONDS = 10
SLOWEST, MEGABYTES = 10, 2048


def all_of(seconds: int) -> int:
    """Every target in turn; how many of them something came out of."""
    FOUND.mkdir(parents=True, exist_ok=True)
    bad = 0
    for target in targets():
        said = FOUND / f"{slug(target)}.log"
        # A child of this process: what was instrumented once serves all.
        child = os.fork()
        if not child:
            with said.open("wb") as out:
                os.dup2(out.fileno(), sys.stderr.fileno())
            one(target, seconds)
        _, status = os.waitpid(child, 0)
        bad += bool(status)
        print(f"{'FOUND' if status else 'ok':6}{target.name}", flush=True)
        if status:
            print(said.read_text("utf-8", "replace")[-4000:], flush=True)
    return bad


def slug(target: Target) -> str:
    return target.name.replace(" ", "-")


def one(target: Target, seconds: int) -> None:
    """This target until the time is over; the process ends here."""
    logging.disable()
    folder = CORPUS / slug(target)
    for place in (folder, FOUND):
        place.mkdir(parents=True, exist_ok=True)
    for content in target.samples:
        (folder / sha256(content).hexdigest()).write_bytes(content)

    def attempt(content: bytes) -> None:
        with suppress(Trouble):
            target.read(content)

    def other(content: bytes, longest: int, seed: int) -> bytes:
        if seed % 2:
            return mutated(content, seed)[:longest]
        changed: bytes = atheris.Mutate(content, longest)
        return changed

    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={FOUND}{os.sep}{slug(target)}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(folder)], attempt, custom_mutator=other)
    atheris.Fuzz()
    os._exit(0)


def main(arguments: list[str]) -> int:
    seconds = int(arguments[0]) if arguments else SECONDS
    wanted = [target for target in targets() if target.name in arguments[1:]]
    for target in wanted:
        one(target, seconds)
    return 0 if wanted else min(all_of(seconds), 1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
