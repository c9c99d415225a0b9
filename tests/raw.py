"""Behind the program's back: the database file as someone with the key, or only with the disk, can change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.journal.chain import GENESIS, Entry, link
from app.journal.store import Journal

KEY = bytes(range(32))
PAGE = 4096
TRIGGERS = ("journal_keeps", "journal_holds", "journal_counts")


@contextmanager
def raw(path: Path, key: bytes = KEY, *, guarded: bool = False) -> Iterator[Any]:
    """A bare connection, its triggers dropped unless `guarded`; everything is in the file afterwards."""
    db = sqlcipher.connect(str(path), isolation_level=None)
    try:
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        db.execute("PRAGMA recursive_triggers = ON")
        for trigger in () if guarded else TRIGGERS:
            db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        yield db
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        db.close()


def written(path: Path, *bodies: bytes, key: bytes = KEY, checkpoint: bool = True) -> Journal:
    """An open journal with these entries, one commit each."""
    journal = Journal(path, key)
    for body in bodies:
        journal.append(b"{}", [body])
    if checkpoint:
        journal.settle()
    return journal


def rewrite(path: Path, since: int, bodies: Iterable[bytes], key: bytes = KEY) -> None:
    """Everything after entry `since` anew, with a chain that fits."""
    with raw(path, key) as db:
        db.execute("DELETE FROM journal WHERE n > ?", (since,))
        found = db.execute("SELECT head FROM journal WHERE n = ?", (since,)).fetchone()
        head = found[0] if found else GENESIS
        for n, body in enumerate(bodies, since + 1):
            head = link(head, n, b"{}", body)
            db.execute("INSERT INTO journal VALUES (?, ?, ?, ?)", Entry(n, head, b"{}", body))


def flip(path: Path, offset: int, bit: int = 1) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        (byte,) = file.read(1)
        file.seek(offset)
        file.write(bytes([byte ^ bit]))


class Failing:
    """A connection whose disk fails at one statement: before it is done, or after it was done unheard."""

    def __init__(self, db: Any, at: str, said: str, *, done: bool) -> None:
        self._db, self._at, self._said, self._done = db, at, said, done

    def execute(self, statement: str, *rest: Any) -> Any:
        if statement.startswith(self._at):
            if self._done:
                self._db.execute(statement, *rest)
            raise sqlcipher.OperationalError(self._said)
        return self._db.execute(statement, *rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._db, name)
