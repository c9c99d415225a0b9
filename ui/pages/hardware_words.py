"""What the hardware checklist says: values, what is asked for, and what a machine or an item is worth."""

from __future__ import annotations

from app.core.hardware_items import VALUES, HardwareItem, MachineKind
from app.core.hardware_verdict import ItemVerdict, JudgedItem, MachineVerdict
from app.core.terms import RoomId
from app.views.hardware import MachineRow, decides
from app.views.hardware_values import SYSTEM_NAMES, amount
from ui.shell import Shell

_ITEM = HardwareItem
_WORKS = {"yes": "hardware-works", "no": "hardware-broken"}
_REACHES = {"yes": "hardware-reaches", "no": "hardware-no-reach"}
_INSTALLED = {"yes": "hardware-installed", "no": "hardware-not-installed"}
_THERE = {"yes": "hardware-there", "no": "hardware-not-there"}
CHOICES = {
    _ITEM.KEYBOARD: _WORKS,
    _ITEM.MOUSE: _WORKS,
    _ITEM.SCREEN: _WORKS,
    _ITEM.DETECTION: {"yes": "hardware-passed", "no": "hardware-not-passed"},
    _ITEM.REACHES_ROOM: _REACHES,
    _ITEM.REACHES_SITE: _REACHES,
    _ITEM.REACHES_VPN: _REACHES,
    _ITEM.VIRUS_FREE: {"yes": "hardware-virus-free", "no": "hardware-virus"},
    _ITEM.PROTECTION: {"off": "hardware-off", "allowed": "hardware-allowed", "blocks": "hardware-blocks"},
    _ITEM.RESTORE_CARD: {"off": "hardware-card-off", "none": "hardware-card-none", "on": "hardware-card-on"},
    _ITEM.FIXED_ADDRESS: {"yes": "hardware-fixed", "no": "hardware-not-fixed"},
    _ITEM.ADDRESS_KEPT: {"yes": "hardware-kept", "no": "hardware-not-kept"},
    _ITEM.DUPLEX: {"full": "hardware-full-duplex", "half": "hardware-half-duplex"},
    _ITEM.MICROSOFT_PINYIN: _INSTALLED,
    _ITEM.JIDIAN_WUBI: _INSTALLED,
    _ITEM.SOGOU_PINYIN: _INSTALLED,
    _ITEM.UPS: _THERE,
    _ITEM.SPARE_SWITCH: _THERE,
}
"""What may be chosen of an item, in the order in which it is offered."""
_GOOD, _WARN, _BAD, _OPEN = "ok", "warn", "bad", "idle"
_ITEM_LOOKS = {
    ItemVerdict.RECOMMENDED: ("circle-check", _GOOD),
    ItemVerdict.MINIMUM: ("check", _GOOD),
    ItemVerdict.NOT_LISTED: ("alert-triangle", _WARN),
    ItemVerdict.NOT_CHECKED: ("circle-dashed", _OPEN),
    ItemVerdict.BELOW: ("alert-triangle", _BAD),
    ItemVerdict.ADVISED: ("info-circle", _OPEN),
    ItemVerdict.NOT_APPLICABLE: ("ban", _OPEN),
}
MACHINE_LOOKS = {
    MachineVerdict.RECOMMENDED: ("circle-check", _GOOD),
    MachineVerdict.MINIMUM: ("check", _GOOD),
    MachineVerdict.UNREAD: ("help-circle", _WARN),
    MachineVerdict.OFF_LIST: ("alert-triangle", _WARN),
    MachineVerdict.NOT_CHECKED: ("circle-dashed", _OPEN),
    MachineVerdict.FAILS: ("alert-triangle", _BAD),
}

_SHORT = {
    MachineVerdict.RECOMMENDED: "hardware-short-recommended",
    MachineVerdict.MINIMUM: "hardware-short-minimum",
    MachineVerdict.NOT_CHECKED: "hardware-short-not-checked",
    MachineVerdict.FAILS: "hardware-short-fails",
    MachineVerdict.UNREAD: "hardware-short-unread",
    MachineVerdict.OFF_LIST: "hardware-short-off-list",
}


def verdict_words(shell: Shell, verdict: MachineVerdict) -> str:
    """As it fits into a column."""
    return shell.say(_SHORT[verdict])


def value_words(shell: Shell, item: HardwareItem, value: str) -> str:
    """A value as people say it."""
    if item in CHOICES:
        return shell.say(CHOICES[item][value])
    if item is _ITEM.SYSTEM:
        name = SYSTEM_NAMES.get(value)
        if name is None:
            return shell.say("hardware-system-other")
        return shell.say("hardware-system-server", name=name) if value == "windows_server" else name
    return amount(item, value)


def required_words(shell: Shell, one: JudgedItem) -> str:
    """What would do now, and what is recommended where that is more."""
    item, best = one.requirement.item, one.requirement.recommended or one.wanted
    if not one.wanted:
        return shell.say("hardware-nothing-asked")
    least, most = _several(shell, item, one.wanted), _several(shell, item, best)
    counts = bool(VALUES[item].most) or item is _ITEM.DISPLAY
    if one.requirement.advice:
        return shell.say("hardware-advised", value=least)
    if one.raised:
        return shell.say("hardware-raised", value=least)
    if least == most:
        return shell.say("hardware-at-least", value=least) if counts else shell.say("hardware-asked", value=least)
    if counts:
        return shell.say("hardware-at-least-better", value=least, better=most)
    return shell.say("hardware-asked-better", value=least, better=most)


def _several(shell: Shell, item: HardwareItem, values: tuple[str, ...]) -> str:
    return shell.say("hardware-or").join(value_words(shell, item, value) for value in values)


def item_pill(shell: Shell, kind: MachineKind, one: JudgedItem) -> tuple[str, str, str]:
    """Icon, word and tone; a figure of an exam machine that is too small warns, and no more."""
    icon, tone = _ITEM_LOOKS[one.verdict]
    if one.verdict is ItemVerdict.BELOW and not decides(kind, one.requirement.item):
        tone = _WARN
    return icon, shell.word(one.verdict), tone


def first_wrong(shell: Shell, row: MachineRow) -> str:
    """What is wrong first, with what it shows; "" for nothing."""
    if row.judged is None:
        return shell.say("hardware-nobody-looked")
    if row.judged.clashes:
        return shell.say("hardware-clash", machines=row.judged.clashes[:3], more=max(len(row.judged.clashes) - 3, 0))
    if row.first is None:
        return shell.say("hardware-not-program-short") if row.unmet else ""
    name = shell.word(row.first.requirement.item)
    if row.first.state is None:
        said = shell.say("hardware-first-open", item=name)
    else:
        value = value_words(shell, row.first.requirement.item, row.first.state.value)
        said = shell.say("hardware-first-shows", item=name, value=value)
    return shell.say("hardware-and-more", first=said, more=row.wrong - 1) if row.wrong > 1 else said


def room_words(shell: Shell, kind: MachineKind, room: RoomId | None) -> str:
    """Where it stands; a machine of no room is a spare one, but for the site machine."""
    if room is not None:
        return room
    return shell.say("blank") if kind in (MachineKind.SITE, MachineKind.SWITCH) else shell.say("hardware-spare-machine")
