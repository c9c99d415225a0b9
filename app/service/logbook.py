"""Reading the journal for people: a part of it as lines, and the proof of the whole in small steps."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from app.journal import codec
from app.journal.chain import Mark
from app.journal.store import Journal
from app.service.chronicle import line_of
from app.service.console import Console
from app.trouble import Code, Trouble
from app.views.journal import Line

STEP = 500


def lines(console: Console, first: int, last: int) -> tuple[Line, ...]:
    """The entries from `first` to `last`, both included, newest first, as far as there are any.

    Raises CONSOLE_STOPPED, and what a damaged or broken journal says of this part.
    """
    part = _journal(console).part(first, last)
    return tuple(line_of(entry, codec.decode(entry.body, entry.n)) for entry in reversed(part))


def told(console: Console) -> Sequence[Line]:
    """The entries that sheets are made from, oldest first: what came since somebody asked is read, and no more.

    Raises as `lines` does.
    """
    journal, chronicle = _journal(console), console.chronicle
    for entry in journal.part(chronicle.n + 1, journal.n):
        if not chronicle.take(entry, codec.decode(entry.body, entry.n)):
            codec.decode_stamp(entry.stamp, entry.n)
    return chronicle.lines


def verify_steps(console: Console) -> Generator[int, None, None]:
    """Prove the whole journal again from the disk, so many entries at a time; yields the number proved so far.

    Between two steps the caller may show progress, stop, or go on with other work; what is added meanwhile is proved
    too, and after a `reopen` the proof begins anew. Raises CHAIN_BROKEN, REWRITTEN, CUT_SHORT, STORE_DAMAGED or
    CONSOLE_STOPPED.
    """
    journal, n = _journal(console), 0
    marks = (Mark(journal.n, journal.head), *console.marks_at_hand())
    for entry in journal.read(marks, STEP):
        n = entry.n
        if n % STEP == 0:
            yield n
            if _journal(console) is not journal:
                yield from verify_steps(console)
                return
    if n % STEP:
        yield n


def _journal(console: Console) -> Journal:
    """A journal that failed to write is closed: it says nothing until it was opened again, and is no damage."""
    if console.stopped:
        raise Trouble(Code.CONSOLE_STOPPED, entry=console.store.journal.n)
    return console.store.journal
