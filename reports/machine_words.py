"""Values of machines as people write them, and what is to be said of machines that are not good."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app.core.hardware_items import HardwareItem
from app.core.hardware_verdict import ItemVerdict
from app.views.machine_lines import Group, ItemLine
from reports.blocks import STRONG, WIDTH, Cell, Strip, cells
from reports.edition import Labels
from reports.sheet import moment

_FEW = 3
"""So many machines of one address are named."""
_WELL = (ItemVerdict.RECOMMENDED, ItemVerdict.MINIMUM)
_MIB_A_GB = 1024


def _memory(words: Labels, value: str) -> str:
    """Cut, never rounded up: what is too little must not look enough."""
    mib = int(value)
    if mib < _MIB_A_GB:
        return words("megabytes", number=mib)
    return words("gigabytes", number=f"{mib * 10 // _MIB_A_GB / 10:g}")


_WRITTEN: Mapping[HardwareItem, Callable[[Labels, str], str]] = {
    HardwareItem.CPU_MHZ: lambda words, value: words("gigahertz", number=f"{int(value) / 1000:g}"),
    HardwareItem.MEMORY_MIB: _memory,
    HardwareItem.FREE_MEMORY_MIB: _memory,
    HardwareItem.FREE_DISK_MIB: _memory,
    HardwareItem.DISPLAY: lambda _, value: value.replace("x", "*"),
    HardwareItem.NETWORK_MBPS: lambda words, value: words("megabits", number=value),
    HardwareItem.USB_PORTS: lambda words, value: words("pieces", number=value),
    HardwareItem.EXAM_SYSTEM: lambda words, value: words("version", number=value),
}


def written(words: Labels, item: str, value: str) -> str:
    """A value with its unit, or the word for it."""
    write = _WRITTEN.get(HardwareItem(item))
    return write(words, value) if write else words.named("values", value)


def asked(words: Labels, item: str, values: Sequence[str]) -> str:
    """What would do; what is chosen from a list is joined."""
    return words("comma").join(written(words, item, value) for value in values)


def told(words: Labels, group: Group, above: int) -> str:
    """Everything that is to be said of these machines."""
    parts = list(_clash(words, group))
    known = [one for one in group.items if one.verdict != ItemVerdict.NOT_CHECKED]
    parts += [_item(words, one, above) for one in known]
    if unknown := [words(f"items.{one.item}") for one in group.items if one.verdict == ItemVerdict.NOT_CHECKED]:
        parts.append(words("unchecked", items=words("comma").join(unknown)))
    return words("semicolon").join(parts)


def _clash(words: Labels, group: Group) -> Iterator[str]:
    """One address of many: who else has it, by a few names."""
    if group.clashes and len(group.machines) > 1:
        yield words("clash_here")
    if others := [name for name in group.clashes if name not in group.machines]:
        named = words("comma").join(others[:_FEW])
        more = len(others) > _FEW
        yield words("clash_more", machines=named, count=len(others)) if more else words("clash", machines=named)


def _item(words: Labels, one: ItemLine, above: int) -> str:
    name, value = words(f"items.{one.item}"), written(words, one.item, one.value)
    text = words.named("ill", one.item)
    if one.verdict == ItemVerdict.NOT_LISTED:
        text = words("not_listed", item=name, value=value)
    elif one.verdict in _WELL:
        text = words("well", item=name, value=value)
    elif text == one.item:
        wanted = asked(words, one.item, one.wanted)
        limit = words("at_least" if one.item in _MEASURED else "one_of", value=wanted)
        text = words("below", item=name, value=value, wanted=limit)
    if one.raised:
        text = words("raised", text=text, above=above)
    source = words.named("sources", one.source)
    if one.measured:
        source = words("typed_over", value=written(words, one.item, one.measured))
    return words("seen", text=text, source=source, at=moment(one.at)[:-3], by=one.by) if one.at else text


_MEASURED = frozenset(_WRITTEN) - {HardwareItem.EXAM_SYSTEM}


def grid(titles: Sequence[str], rows: Sequence[Sequence[str]], first: float) -> Sequence[Strip]:
    """A small table that stays whole; the first column is `first` points wide, the others share the rest."""
    others = (WIDTH - first) / (len(titles) - 1)
    widths = [first, *[others] * (len(titles) - 1)]
    head = cells([Cell(title, width, face=STRONG) for title, width in zip(titles, widths, strict=True)])
    return [head, *(cells([Cell(text, width) for text, width in zip(row, widths, strict=True)]) for row in rows)]
