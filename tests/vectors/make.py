"""Write all vectors of app/exchange anew, with `python -m tests.vectors.make`.

Sealed files and ES256 signatures differ each time, so the files themselves are kept, and `--missing` writes only those
that are not there yet.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from pathlib import Path

from tests.vectors import (
    alone_packages,
    contents,
    day_files,
    directives,
    documents,
    envelopes,
    keyfiles,
    locks,
    packages,
    probes,
    reports,
    results,
    returns,
    rooms_brought,
    sheets,
    stations,
    stores,
    transfers,
    unlocking,
)
from tests.vectors.bench import VECTORS

MODULES = (
    alone_packages,
    contents,
    day_files,
    directives,
    documents,
    envelopes,
    keyfiles,
    locks,
    packages,
    probes,
    reports,
    results,
    returns,
    rooms_brought,
    sheets,
    stations,
    stores,
    transfers,
    unlocking,
)
HERE = Path(__file__).parent
FOLDER, INDEX = HERE / "exchange", HERE / "exchange.json"
SUFFIX = {
    "package": ".examsite",
    "result": ".examsite-room",
    "alone": ".examsite-alone",
    "unlock": ".examsite-alone",
    "return": ".examsite-return",
    "answers": ".age",
    "paper": ".json",
    "violations": ".examsite-violations",
    "backup": ".examsite-backup",
    "room-backup": ".examsite-backup",
    "keys": ".json",
    "probe": ".examsite-probe",
    "trust": ".json",
}


def main(*, missing_only: bool = False) -> None:
    twice = [name for name, count in Counter((one.format, one.name) for one in VECTORS).items() if count > 1]
    if twice:
        raise ValueError(f"two vectors of one name: {twice}")
    if not missing_only:
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir()
    rows = []
    for one in sorted(VECTORS, key=lambda one: (one.format, one.expect != "ok", one.name)):
        file = f"{one.format}-{one.name}{SUFFIX.get(one.format, '.jws')}"
        if not (FOLDER / file).exists():
            for suffix, content in one.make(file).items():
                (FOLDER / (file + suffix)).write_bytes(content)
        rows.append(
            {"name": one.name, "format": one.format, "file": file, "expect": one.expect, "comment": one.comment}
        )
    INDEX.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(missing_only="--missing" in sys.argv[1:])
