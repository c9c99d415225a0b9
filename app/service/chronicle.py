"""What sheets tell of the journal that the state does not hold, kept while the journal goes on."""

from __future__ import annotations

from app.core.operation import Fact
from app.journal import codec
from app.journal.chain import Entry
from app.trouble import Trouble
from app.views.chronicle import on_sheets
from app.views.journal import Line

_HEAD_SHOWN = 16


class Chronicle:
    """The entries that sheets are made from, oldest first; `n` is the last one looked at."""

    def __init__(self) -> None:
        self.n = 0
        self.lines: list[Line] = []

    def take(self, entry: Entry, fact: Fact) -> bool:
        """The next entry, with what it says; False from the first one on that cannot be read."""
        if entry.n != self.n + 1:
            return False
        try:
            line = line_of(entry, fact) if on_sheets(fact, codec.decode_time(entry.stamp, entry.n)) else None
        except Trouble:
            # A broken chain is found at its mark, which comes later: that is what an opening says.
            return False
        self.n = entry.n
        if line:
            self.lines.append(line)
        return True


def line_of(entry: Entry, fact: Fact) -> Line:
    stamp = codec.decode_stamp(entry.stamp, entry.n)
    signers = tuple((signed.id, signed.role) for signed in stamp.by)
    return Line(entry.n, stamp.at, entry.head.hex()[:_HEAD_SHOWN], str(fact.__struct_config__.tag), signers, fact)
