"""Opening an encrypted database file, and the errors of the disk in our own words."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from app.trouble import Code, Trouble

Connection = Any
"""sqlcipher3 has no types; its connections follow DB-API 2."""

DatabaseError = sqlcipher.Error


def connect(path: Path, key: bytes, schema: str, *, alone: bool = False) -> Connection:
    """Open or create; `key` is the raw 32-byte key. Raises STORE_DAMAGED where the first page cannot be read.

    `alone`: nobody else opens it meanwhile, and nothing of it is mapped into memory: touching a mapped page of a medium
    that was pulled would end the program.
    """
    with in_our_words(path):
        db = sqlcipher.connect(str(path), isolation_level=None, timeout=0, check_same_thread=False)
        try:
            # SQLCipher writes its own diagnostics to standard error, where they could show paths.
            db.execute("PRAGMA cipher_log_level = NONE")
            db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            if alone:
                # Before the first word to the log, which then keeps its index on the heap (sqlite.org/wal.html).
                db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA recursive_triggers = ON")
            db.execute("PRAGMA foreign_keys = ON")
            db.executescript(schema)
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def in_our_words(path: Path, entry: int = 0) -> Iterator[None]:
    """Database errors as Trouble: full disk, in use, or damaged (naming the entry last read, where there is one)."""
    try:
        yield
    except sqlcipher.Error as cause:
        name = str(getattr(cause, "sqlite_errorname", "")) or str(cause)
        raise _trouble(name, path, entry) from cause
    except OSError as cause:
        full = cause.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Trouble(Code.DISK_FULL if full else Code.STORE_DAMAGED, file=path.name, entry=entry) from cause


def _trouble(said: str, path: Path, entry: int) -> Trouble:
    if "full" in said.lower():
        return Trouble(Code.DISK_FULL, file=path.name)
    if "locked" in said or "BUSY" in said:
        return Trouble(Code.STORE_IN_USE, file=path.name)
    return Trouble(Code.STORE_DAMAGED, file=path.name, entry=entry)


def damaged_pages(db: Connection) -> int:
    """How many pages do not match their authentication code, unused ones included.

    The log is moved into the file first: power lost during that move leaves a torn page in the file, whole in the log,
    and the pragma reads the file alone.
    """
    with suppress(DatabaseError):  # a reading that broke off holds the log: then the file is judged as it is
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return len(db.execute("PRAGMA cipher_integrity_check").fetchall())


class OnlyOne:
    """Held while a store is open: a second opening anywhere on this machine is refused, a crash lets go at once."""

    def __init__(self, path: Path) -> None:
        with in_our_words(path):
            self._db = sqlcipher.connect(str(path), isolation_level=None, timeout=0, check_same_thread=False)
            try:
                self._db.execute("BEGIN EXCLUSIVE")
            except sqlcipher.Error:
                self._db.close()
                raise

    def release(self) -> None:
        self._db.close()
