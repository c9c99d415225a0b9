"""The journal on disk: appended, never changed; the only truth about an exam day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from app.journal.chain import BEGINNING, GENESIS, Entry, Mark, link, proved
from app.journal.database import Connection, DatabaseError, connect, damaged_pages, in_our_words
from app.trouble import Code, Trouble

FORMAT = "examsite-journal/1"
PATIENCE_MS = 2000
SCHEMA = """
CREATE TABLE IF NOT EXISTS journal (
    n INTEGER PRIMARY KEY, head BLOB NOT NULL, stamp BLOB NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT OR IGNORE INTO meta VALUES ('format', 'examsite-journal/1');
CREATE TRIGGER IF NOT EXISTS journal_keeps BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER IF NOT EXISTS journal_holds BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER IF NOT EXISTS journal_counts BEFORE INSERT ON journal
    WHEN NEW.n <> (SELECT COALESCE(MAX(n), 0) + 1 FROM journal) BEGIN SELECT RAISE(ABORT, 'out of order'); END;
"""


class Journal:
    """One open journal file. After any failed write it is closed and only a new opening tells what stands."""

    def __init__(self, path: Path, key: bytes, *, alone: bool = False) -> None:
        self.path = path
        self._db: Connection = connect(path, key, SCHEMA, alone=alone)
        (found,) = self._db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
        if found != FORMAT:
            self._db.close()
            raise Trouble(Code.KIND_WRONG, expected=FORMAT, found=found)
        self.n, self.head = 0, GENESIS

    def read(self, marks: Iterable[Mark] = (), step: int = 0) -> Iterator[Entry]:
        """Every entry in order, proved against the chain and the marks; `n` and `head` are set once all are read.

        A reading that stops on the way leaves the place of the next entry where it was. With a `step` so many are
        fetched at a time and nothing is held open between them: what is appended meanwhile is read too.
        """
        n, head = BEGINNING
        try:
            for entry in proved(self._steps(step) if step else self._rows(), marks):
                n, head = entry.n, entry.head
                yield entry
        except Trouble as found:
            if damage := self._damage(found, n + 1):
                raise damage from found
            raise
        self.n, self.head = n, head

    def part(self, first: int, last: int) -> tuple[Entry, ...]:
        """The entries from `first` to `last`, both included, as far as there are any, proved from the one before."""
        first = max(first, 1)
        before = self._fetched(first - 2, 1) if first > 1 else []
        head = before[0].head if before else GENESIS
        try:
            return tuple(proved(self._fetched(first - 1, last - first + 1), after=Mark(first - 1, head)))
        except Trouble as found:
            if damage := self._damage(found, first):
                raise damage from found
            raise

    def _damage(self, found: Trouble, entry: int) -> Trouble | None:
        """SQLCipher may give zeros for a damaged page that is the last one read: that is damage, and no tampering."""
        if found.code is Code.CHAIN_BROKEN and self.damaged_pages():
            return Trouble(Code.STORE_DAMAGED, file=self.path.name, entry=entry)
        return None

    def _rows(self) -> Iterator[Entry]:
        last = 0
        try:
            for row in self._db.execute("SELECT n, head, stamp, body FROM journal ORDER BY n"):
                entry = Entry._make(row)
                last = entry.n
                yield entry
        except DatabaseError as cause:
            raise Trouble(Code.STORE_DAMAGED, file=self.path.name, entry=last + 1) from cause

    def _steps(self, step: int) -> Iterator[Entry]:
        last = -1
        while rows := self._fetched(last, step):
            yield from rows
            last = rows[-1].n

    def _fetched(self, after: int, count: int) -> list[Entry]:
        """At most so many entries after entry `after`."""
        with in_our_words(self.path, after + 1):
            rows = self._db.execute(
                "SELECT n, head, stamp, body FROM journal WHERE n > ? ORDER BY n LIMIT ?", (after, max(count, 0))
            )
            return [Entry._make(row) for row in rows]

    def append(self, stamp: bytes, bodies: Sequence[bytes]) -> Mark:
        """Write all or none and return the new head once it is on disk.

        Raises DISK_FULL or WRITE_DOUBTFUL and is closed then: only reopening tells whether it stands.
        """
        n, head, rows = self.n, self.head, []
        for body in bodies:
            n += 1
            head = link(head, n, stamp, body)
            rows.append(Entry(n, head, stamp, body))
        return self._written(rows)

    def follow(self, entries: Sequence[Entry]) -> Mark:
        """Take over what another copy of this journal has beyond it, all or none.

        Raises CHAIN_BROKEN where that does not continue this one, and what `append` raises.
        """
        return self._written(list(proved(entries, after=Mark(self.n, self.head))))

    def _written(self, rows: Sequence[Entry]) -> Mark:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("INSERT INTO journal (n, head, stamp, body) VALUES (?, ?, ?, ?)", rows)
            self._db.execute("COMMIT")
        except DatabaseError as cause:
            self.abandon()
            full = "full" in str(cause)
            raise Trouble(Code.DISK_FULL if full else Code.WRITE_DOUBTFUL, file=self.path.name, entry=self.n) from cause
        if rows:
            self.n, self.head = rows[-1].n, rows[-1].head
        return Mark(self.n, self.head)

    def settle(self) -> Mark:
        """Move everything from the write-ahead log into the file, so that a mark names what the file alone holds."""
        with in_our_words(self.path, self.n):
            # Whoever reads this very moment, as the mirror does, holds the log; not for long.
            self._db.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA busy_timeout = 0")
        return Mark(self.n, self.head)

    def damaged_pages(self) -> int:
        with in_our_words(self.path, self.n):
            return damaged_pages(self._db)

    def abandon(self) -> None:
        """Close without any further word to the disk."""
        self._db.close()

    def close(self) -> Mark:
        try:
            return self.settle()
        finally:
            self._db.close()
