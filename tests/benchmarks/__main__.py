"""Runs every `bench_*.py` here: a table, bench.json, and a failing end where a limit is broken.

A bench module exports `measures() -> Iterable[Measure]`.
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from tests.benchmarks.measure import Measure

HEAD = ("name", "value", "unit", "limit", "", "note")


def main(arguments: Sequence[str] | None = None) -> int:
    names = sorted(module.name for module in iter_modules([str(Path(__file__).parent)]))
    benches = [name.removeprefix("bench_") for name in names if name.startswith("bench_")]
    parser = argparse.ArgumentParser(prog="make bench", description="Measure against the limits.")
    parser.add_argument("--only", action="append", choices=benches, metavar="BENCH", help=", ".join(benches))
    parser.add_argument("--out", type=Path, default=Path("bench.json"))
    options = parser.parse_args(arguments)

    found = list(run(options.only or benches))
    print(table(found))
    options.out.write_text(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0 if all(one.ok for one in found) else 1


def run(benches: Sequence[str]) -> Iterator[Measure]:
    for bench in benches:
        print(f"measuring {bench} ...", file=sys.stderr)
        yield from import_module(f"tests.benchmarks.bench_{bench}").measures()


def table(found: Sequence[Measure]) -> str:
    rows = [
        HEAD,
        *((m.name, f"{m.value:,.6g}", m.unit, f"{m.limit:,.6g}", "ok" if m.ok else "OVER", m.note) for m in found),
    ]
    widths = [max(width(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            pad(cell, size, right=column in {1, 3}) for column, (cell, size) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in cell)


def pad(cell: str, size: int, *, right: bool) -> str:
    blank = " " * (size - width(cell))
    return blank + cell if right else cell + blank


if __name__ == "__main__":
    raise SystemExit(main())
