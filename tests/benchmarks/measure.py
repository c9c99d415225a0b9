"""What a benchmark hands back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """One number against its limit. `ok` is the bench's own word: some limits are floors."""

    name: str
    value: float
    unit: str
    limit: float
    ok: bool
    note: str = ""


def at_most(name: str, value: float, unit: str, limit: float, note: str = "") -> Measure:
    return Measure(name, value, unit, limit, value <= limit, note)


def at_least(name: str, value: float, unit: str, limit: float, note: str = "") -> Measure:
    return Measure(name, value, unit, limit, value >= limit, note)
