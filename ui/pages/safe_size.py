"""Sizes, speeds and times left, as people read them."""

from __future__ import annotations

from ui.shell import Shell

_STEPS = ((1 << 30, "safekeeping-size-gigabytes"), (1 << 20, "safekeeping-size-megabytes"))


def sized(shell: Shell, size: int) -> str:
    """512 字节, 12 千字节, 3.4 兆字节, 1.2 吉字节."""
    for least, word in _STEPS:
        if size >= least:
            return shell.say(word, size=round(size / least, 1))
    if size < 1 << 10:
        return shell.say("safekeeping-size-bytes", size=size)
    return shell.say("safekeeping-size-kilobytes", size=round(size / (1 << 10)))


def pace(shell: Shell, done: int, total: int, seconds: float) -> str:
    """How fast, and how long still; "" before anything can be said."""
    if seconds < 1 or not 0 < done <= total:
        return ""
    speed = done / seconds
    return shell.say("safekeeping-pace", speed=sized(shell, int(speed)), left=max(round((total - done) / speed), 1))
