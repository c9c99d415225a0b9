"""How long the rules take to load: every start of the console pays it."""

import subprocess
import sys
from collections.abc import Iterable
from statistics import median

from tests.benchmarks.measure import Measure, at_most

RUNS = 7
LOAD_CORE = """
from time import perf_counter
begun = perf_counter()
from importlib import import_module
from pkgutil import iter_modules
import app.core
for module in iter_modules(app.core.__path__, "app.core."):
    import_module(module.name)
print(perf_counter() - begun)
"""


def measures() -> Iterable[Measure]:
    seconds = [float(subprocess.check_output([sys.executable, "-c", LOAD_CORE])) for _ in range(RUNS)]
    yield at_most("load app.core", 1000 * median(seconds), "ms", 500, f"median of {RUNS} fresh interpreters")
