"""Immutable bytes by their SHA-256, beside the journal: package members, photos, answer files, finished PDFs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.terms import Digest
from app.journal.database import Connection, connect, damaged_pages, in_our_words
from app.trouble import Code, Trouble

PIECE = 1 << 20
CACHE_KIB = 64 << 10
AT_ONCE = 32
"""Blobs erased between two emptyings of the log, which grows by what is overwritten."""
PATIENCE_MS = 2000
SCHEMA = """
CREATE TABLE IF NOT EXISTS blob (digest TEXT PRIMARY KEY, id INTEGER NOT NULL UNIQUE, size INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS piece (
    id INTEGER NOT NULL, k INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, k)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS blob_keeps BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'immutable'); END;
CREATE TRIGGER IF NOT EXISTS piece_keeps BEFORE UPDATE ON piece BEGIN SELECT RAISE(ABORT, 'immutable'); END;
"""


class Blobs:
    """What a fact cites by digest; durable before the fact is."""

    def __init__(self, path: Path, key: bytes, *, alone: bool = False) -> None:
        self.path = path
        self._db: Connection = connect(path, key, SCHEMA, alone=alone)
        # Of two pieces of a MiB the default cache holds hardly one: with room for more, both ways go twice as fast.
        self._db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    def put(self, content: bytes) -> Digest:
        """Keep these bytes; the same bytes twice are kept once."""
        with self.batch() as put:
            return put(content)

    @contextmanager
    def batch(self) -> Iterator[Callable[[bytes], Digest]]:
        """Keep all that is put inside, durably at the end; nothing of it when the block raises."""
        with self._transaction():
            yield self._insert

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing. What the block raises of its own stays its own: a pulled stick is no damaged store."""
        with in_our_words(self.path):
            self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            with in_our_words(self.path):
                self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _insert(self, content: bytes) -> Digest:
        with in_our_words(self.path):
            return self._kept(content)

    def _kept(self, content: bytes) -> Digest:
        digest = Digest(hashlib.sha256(content).hexdigest())
        if not self._db.execute("SELECT 1 FROM blob WHERE digest = ?", (digest,)).fetchone():
            (number,) = self._db.execute("SELECT COALESCE(MAX(id), 0) + 1 FROM blob").fetchone()
            pieces = (content[k : k + PIECE] for k in range(0, max(len(content), 1), PIECE))
            self._db.executemany("INSERT INTO piece VALUES (?, ?, ?)", ((number, k, p) for k, p in enumerate(pieces)))
            self._db.execute("INSERT INTO blob VALUES (?, ?, ?)", (digest, number, len(content)))
        return digest

    def get(self, digest: Digest) -> bytes:
        """The bytes, checked against their digest; raises BLOB_MISSING or BLOB_DAMAGED."""
        with in_our_words(self.path):
            found = self._db.execute("SELECT id FROM blob WHERE digest = ?", (digest,)).fetchone()
            if found is None:
                raise Trouble(Code.BLOB_MISSING, digest=digest[:16])
            rows = self._db.execute("SELECT bytes FROM piece WHERE id = ? ORDER BY k", found).fetchall()
        content = b"".join(row[0] for row in rows)
        if hashlib.sha256(content).hexdigest() != digest:
            raise Trouble(Code.BLOB_DAMAGED, digest=digest[:16])
        return content

    def digests(self) -> Iterator[tuple[Digest, int]]:
        """Every digest kept, with its size in bytes."""
        with in_our_words(self.path):
            yield from self._db.execute("SELECT digest, size FROM blob ORDER BY digest").fetchall()

    def newer(self, than: int, count: int) -> list[tuple[int, Digest]]:
        """At most so many blobs put after number `than`, with their numbers, in order; numbers begin at 1."""
        with in_our_words(self.path):
            rows = self._db.execute("SELECT id, digest FROM blob WHERE id > ? ORDER BY id LIMIT ?", (than, count))
            return list(rows.fetchall())

    def sweep(self, cited: frozenset[Digest]) -> int:
        """Remove what no fact cites: the rest of an import that did not come to its end. Returns how many."""
        orphans = [digest for digest, _ in self.digests() if digest not in cited]
        self._remove(orphans)
        return len(orphans)

    def _remove(self, digests: Iterable[Digest]) -> None:
        with self._transaction(), in_our_words(self.path):
            for digest in digests:
                self._db.execute("DELETE FROM piece WHERE id = (SELECT id FROM blob WHERE digest = ?)", (digest,))
                self._db.execute("DELETE FROM blob WHERE digest = ?", (digest,))

    def erase(self, kept: frozenset[Digest]) -> int:
        """Overwrite and remove everything else, so that no page and no log keeps it. Returns how many.

        Broken off at any instant, the same call goes on from there. Raises STORE_IN_USE where another connection reads
        this very moment, and DISK_FULL where what is kept has no room twice.
        """
        gone = [digest for digest, _ in self.digests() if digest not in kept]
        with in_our_words(self.path):
            self._db.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
            self._db.execute("PRAGMA secure_delete = ON")
        for first in range(0, len(gone), AT_ONCE):
            self._remove(gone[first : first + AT_ONCE])
            self._empty_log()
        with in_our_words(self.path):
            # Pages that stay hold remains of what they once held.
            self._db.execute("VACUUM")
        self._empty_log()
        with in_our_words(self.path):
            self._db.execute("PRAGMA busy_timeout = 0")
        return len(gone)

    def _empty_log(self) -> None:
        with in_our_words(self.path):
            busy, _, _ = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise Trouble(Code.STORE_IN_USE, file=self.path.name)

    def damaged_pages(self) -> int:
        with in_our_words(self.path):
            return damaged_pages(self._db)

    def abandon(self) -> None:
        """Close without any further word to the disk."""
        self._db.close()

    def close(self) -> None:
        try:
            with in_our_words(self.path):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._db.close()
