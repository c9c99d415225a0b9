"""The code on a sheet, read back: which sheet it says it is (formats: QR on paper)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.paper_state import Copy, RecordCopy
from app.core.site import Site

_CODE = re.compile(
    r"EXAMSITE1:(?P<form>[0-9A-Z-]{1,20}):(?P<site>[0-9A-Z-]{1,20}):(?P<session>[0-9A-Z-]{1,20}):(?P<room>[0-9A-Z-]{1,20})"
    r":(?P<copy>[0-9]{1,4}):(?P<entry>[0-9]{1,9}):(?P<head>[0-9A-F]{16}):(?P<record>[0-9A-F]{16})"
)


@dataclass(frozen=True, slots=True)
class SheetCode:
    """As printed, in upper case; `head` and `record` are lower-case hex again, 16 digits each."""

    form: str
    site: str
    session: str
    room: str
    copy: int
    entry: int
    head: str
    record: str


def parse(text: str) -> SheetCode | None:
    """None for any other code."""
    found = _CODE.fullmatch(text)
    if found is None:
        return None
    said = found.groupdict()
    return SheetCode(
        said["form"],
        said["site"],
        said["session"],
        said["room"],
        int(said["copy"]),
        int(said["entry"]),
        said["head"].lower(),
        said["record"].lower(),
    )


def copy_of(site: Site, code: SheetCode) -> Copy | None:
    """The kept copy that bears this code: same form, number and content, in the room it names."""
    for one in site.every_copy:
        same = one.form.upper() == code.form and one.copy == code.copy and one.content.startswith(code.record)
        elsewhere = isinstance(one, RecordCopy) and (
            (one.session.upper(), one.room.upper()) != (code.session, code.room)
        )
        if same and not elsewhere:
            return one
    return None
