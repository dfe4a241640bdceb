"""The one SQLite connection of a project: acts, records, bytes, and sentences instead of tracebacks.

One user action is one act, one act is one transaction and one audit entry. Inside an act any number of
records may be put; a put outside an act is an act of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import cattrs

from signoff.core.domain.codec import from_data, to_json
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project import audit
from signoff.core.project.holder import Hold
from signoff.core.project.pointers import digests_in

_T = TypeVar("_T")
ERASED = "erased"
"""Kind of the records that say that bytes were taken out; the key is their digest."""
Clock = Callable[[], str]


def utc_now() -> str:
    """The present as ISO 8601, UTC, seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Record:
    """One thing as it was written by one act."""

    seq: int
    """Number of the act's audit entry."""
    key: str
    body: str


class Store:
    """Reads and writes of one project file; `Project` gives them names."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, hold: Hold | None, clock: Clock = utc_now
    ) -> None:
        self._connection = connection
        self._hold = hold
        self._clock = clock
        self._pending: list[tuple[str, str, str | None]] | None = None
        self._held: dict[tuple[str, str], tuple[tuple[object, ...], object]] = {}
        """Large values by kind and key, with the entry and place they were written at."""
        self.path = path

    @property
    def read_only(self) -> bool:
        """Whether writes are refused: opened so, or another program holds the project."""
        return self._hold is None

    @property
    def secret(self) -> bytes:
        """What this project's aliases are made with; it never changes and stands in no export.

        Raises:
            SignoffError: the file is from before there were secrets, and open for reading only.
        """
        is_there = self._rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'secret'")
        if not is_there:
            raise SignoffError(say("project.no_secret", project=self.path.name))
        rows = self._rows("SELECT bytes FROM secret")
        if not rows or not isinstance(rows[0][0], bytes):
            raise self.damaged("the secret of its aliases is gone")
        return rows[0][0]

    def now(self) -> str:
        """The present, as the project's clock has it."""
        return self._clock()

    @contextmanager
    def act(self, act: str, subject: str, *, by: str) -> Iterator[None]:
        """Everything put inside is one transaction and one entry; an act inside an act is part of it."""
        if self._pending is not None:
            yield
            return
        self._refuse_unfit(by)
        self._pending = []
        try:
            self._run("BEGIN IMMEDIATE")
            yield
            self._write_entry(act, subject, by)
            self._run("COMMIT")
        except BaseException:
            self._undo()
            raise
        finally:
            self._pending = None

    def _refuse_unfit(self, by: str) -> None:
        if self.read_only:
            raise SignoffError(say("project.read_only", project=self.path.name))
        if not by.strip():
            raise SignoffError(say("project.no_name"))

    def _undo(self) -> None:
        self._held.clear()
        try:
            self._connection.rollback()
        except sqlite3.Error:
            return  # the cause is already on its way to the user; the journal rolls back at the next opening

    def _write_entry(self, act: str, subject: str, by: str) -> None:
        records = self._pending or []
        seq, previous = self.mark()
        entry = audit.Entry(seq + 1, self.now(), by, act, subject, audit.payload_digest(records))
        digest = audit.chained(previous, entry)
        self._run(
            "INSERT INTO entry VALUES (?,?,?,?,?,?,?)",
            (entry.seq, entry.at, by, act, subject, entry.payload, digest),
        )
        for place, record in enumerate(records):
            self._run("INSERT INTO record VALUES (?,?,?,?,?)", (entry.seq, place, *record))
        self._run("UPDATE head SET seq = ?, digest = ?", (entry.seq, digest))

    def put(self, act: str, kind: str, key: str, value: object | None, *, by: str) -> None:
        """Write one record; a value None takes the key out of the present, its history stays."""
        body = None if value is None else to_json(value)
        with self.act(act, key, by=by):
            assert self._pending is not None
            self._pending.append((kind, key, body))

    def put_large(self, act: str, kind: str, key: str, value: object, *, by: str) -> None:
        """`put` for a value that `get_large` reads: it is not read back from its text while this is open."""
        with self.act(act, key, by=by):
            self.put(act, kind, key, value, by=by)
            assert self._pending is not None
            self._held[kind, key] = ((self.mark()[0] + 1, len(self._pending) - 1), value)

    def get_large(self, kind: str, key: str, shape: type[_T]) -> _T | None:
        """`get` for a frozen value that is large and asked for often: its text is read once a change."""
        latest = self._rows(
            "SELECT seq, place FROM record WHERE kind = ? AND key = ? ORDER BY seq DESC, place DESC LIMIT 1",
            (kind, key),
        )
        if not latest:
            return None
        place, held = self._held.get((kind, key), ((), None))
        if place == tuple(latest[0]) and isinstance(held, shape):
            return held
        value = self.get(kind, key, shape)
        self._held[kind, key] = (tuple(latest[0]), value)
        return value

    def put_bytes(self, data: bytes) -> str:
        """Keep bytes under their digest, inside the running act."""
        digest = audit.sha256(data)
        self._run("INSERT OR IGNORE INTO blob VALUES (?,?)", (digest, data))
        return digest

    def erase_bytes(self, digest: str, *, because: str, by: str) -> None:
        """Take stored bytes out of the file for good; the record keeps that they were there, and why they went."""
        with self.act("erase", digest, by=by):
            self.put("erase", ERASED, digest, because, by=by)
            self._run("DELETE FROM blob WHERE digest = ?", (digest,))

    def erased(self) -> frozenset[str]:
        """Digests of the bytes that were taken out and did not come back."""
        return frozenset(record.key for record in self.present(ERASED))

    def bytes_beside_samples(self) -> frozenset[str]:
        """Digests of the bytes that records other than samples point to."""
        rows = self._rows("SELECT kind, body FROM record WHERE kind <> 'sample'")
        return frozenset(digest for kind, body in rows for digest in digests_in(str(kind), body))

    def bytes_of(self, digest: str) -> bytes:
        """Bytes kept under a digest; they are hashed anew."""
        rows = self._rows("SELECT bytes FROM blob WHERE digest = ?", (digest,))
        if not rows or not isinstance(rows[0][0], bytes) or audit.sha256(rows[0][0]) != digest:
            raise self.damaged("a stored file is not what was put in")
        return rows[0][0]

    def get(self, kind: str, key: str, shape: type[_T]) -> _T | None:
        """The present value of a key, or None."""
        history = self._rows(
            "SELECT body FROM record WHERE kind = ? AND key = ? ORDER BY seq DESC, place DESC LIMIT 1",
            (kind, key),
        )
        return None if not history or history[0][0] is None else self._read(history[0][0], shape)

    def all(self, kind: str, shape: type[_T]) -> dict[str, _T]:
        """The present values of a kind by key, in the order the keys came first."""
        return {r.key: self._read(r.body, shape) for r in self.present(kind)}

    def present(self, kind: str) -> tuple[Record, ...]:
        """The present records of a kind, in the order their keys came first."""
        latest: dict[str, Record | None] = {}
        for seq, key, body in self._rows(
            "SELECT seq, key, body FROM record WHERE kind = ? ORDER BY seq, place", (kind,)
        ):
            latest[key] = None if body is None else Record(seq, key, body)
        return tuple(record for record in latest.values() if record is not None)

    def history(self, kind: str, shape: type[_T], key: str | None = None) -> tuple[_T, ...]:
        """Every value a kind, or one key of it, ever had, oldest first."""
        rows = self._rows(
            "SELECT key, body FROM record WHERE kind = ? AND body IS NOT NULL ORDER BY seq, place", (kind,)
        )
        return tuple(self._read(body, shape) for each, body in rows if key is None or each == key)

    def history_with_times(self, kind: str, shape: type[_T]) -> tuple[tuple[str, _T], ...]:
        """Every value a kind ever had, with the time it was written, oldest first."""
        rows = self._rows(
            "SELECT entry.at, record.body FROM record JOIN entry USING (seq) "
            "WHERE kind = ? AND body IS NOT NULL ORDER BY seq, place",
            (kind,),
        )
        return tuple((str(at), self._read(body, shape)) for at, body in rows)

    def written_by(self, first: int, last: int) -> tuple[tuple[str, str], ...]:
        """Kind and key of every record that the entries from `first` to `last` wrote, each once."""
        rows = self._rows(
            "SELECT DISTINCT kind, key FROM record WHERE seq BETWEEN ? AND ? ORDER BY kind, key",
            (first, last),
        )
        return tuple((str(kind), str(key)) for kind, key in rows)

    def holds_as_of(self, kind: str, key: str, seq: int) -> bool:
        """Whether a key holds at present what it held after entry `seq`."""
        return self._body_at(kind, key, self.mark()[0]) == self._body_at(kind, key, seq)

    def get_at(self, kind: str, key: str, seq: int, shape: type[_T]) -> _T | None:
        """What a key held after entry `seq`, or None."""
        body = self._body_at(kind, key, seq)
        return None if body is None else self._read(body, shape)

    def restore(self, kind: str, key: str, seq: int, *, by: str) -> None:
        """Write anew what a key held after entry `seq`; takes it out of the present where it held nothing."""
        body = self._body_at(kind, key, seq)
        with self.act("restore", key, by=by):
            assert self._pending is not None
            self._pending.append((kind, key, body))

    def _body_at(self, kind: str, key: str, seq: int) -> str | None:
        rows = self._rows(
            "SELECT body FROM record WHERE kind = ? AND key = ? AND seq <= ? ORDER BY seq DESC, place DESC LIMIT 1",
            (kind, key, seq),
        )
        return rows[0][0] if rows else None

    def written_at(self, kind: str, key: str) -> int:
        """Number of the entry that wrote the present value of a key; 0 when it was never written."""
        rows = self._rows("SELECT coalesce(max(seq), 0) FROM record WHERE kind = ? AND key = ?", (kind, key))
        return int(rows[0][0])

    def mark(self) -> tuple[int, str]:
        """Number and digest of the last entry, as the file keeps them."""
        rows = self._rows("SELECT seq, digest FROM head")
        if not rows:
            raise self.damaged("the mark of the last entry is gone")
        return int(rows[0][0]), str(rows[0][1])

    def marks(self) -> dict[tuple[str, str], int]:
        """Number of the last entry that wrote a kind of record: under ``""``, and under what a key begins with.

        Keys are made of parts with U+001F between them; the first part is a target's name, case-folded.
        """
        marks: dict[tuple[str, str], int] = {}
        for kind, key, seq in self._rows("SELECT kind, key, max(seq) FROM record GROUP BY kind, key"):
            for place in ("", str(key).split("\x1f", 1)[0]):
                marks[kind, place] = max(int(seq), marks.get((kind, place), 0))
        return marks

    def last_at(self) -> str:
        """Time of the last entry, ISO 8601, UTC; empty when there is none."""
        rows = self._rows("SELECT at FROM entry ORDER BY seq DESC LIMIT 1")
        return str(rows[0][0]) if rows else ""

    def head(self) -> str:
        """Digest of the last entry: the audit head."""
        return self.mark()[1]

    def entries(self) -> tuple[audit.Entry, ...]:
        """Every entry, oldest first, those earlier than their predecessor marked."""
        rows = self._rows("SELECT seq, at, by, act, subject, payload, digest FROM entry ORDER BY seq")
        return audit.marked(
            audit.Entry(int(seq), at, by, act, subject, payload, digest)
            for seq, at, by, act, subject, payload, digest in rows
        )

    def verify_chain(self) -> audit.Break | None:
        """The first entry that does not hold, or None; reads everything, stored files included."""
        written: dict[int, list[tuple[str, str, str | None]]] = {}
        for seq, kind, key, body in self._rows("SELECT seq, kind, key, body FROM record ORDER BY seq, place"):
            written.setdefault(int(seq), []).append((str(kind), str(key), body))
        entries = self.entries()
        payloads = {entry.seq: audit.payload_digest(()) for entry in entries}
        payloads.update({seq: audit.payload_digest(records) for seq, records in written.items()})
        broken = audit.first_break(entries, payloads, self.mark())
        return broken or self._spoilt_bytes(written)

    def _spoilt_bytes(self, written: dict[int, list[tuple[str, str, str | None]]]) -> audit.Break | None:
        spoilt = {
            str(digest)
            for digest, data in self._rows("SELECT digest, bytes FROM blob")
            if not isinstance(data, bytes) or audit.sha256(data) != digest
        }
        known = {str(row[0]) for row in self._rows("SELECT digest FROM blob")} - spoilt
        known |= self.erased()
        for seq, records in written.items():
            for kind, key, body in records:
                if not known.issuperset(digests_in(kind, body)):
                    return audit.Break(
                        seq, f"the bytes entry {seq} stored for {key} are no longer in the file"
                    )
        return None

    def _read(self, body: str, shape: type[_T]) -> _T:
        try:
            return from_data(json.loads(body), shape)
        except (ValueError, TypeError, KeyError, cattrs.BaseValidationError) as cause:
            raise self.damaged("a record can't be read") from cause

    def _rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except (sqlite3.Error, OverflowError) as cause:
            raise self.damaged(str(cause)) from cause

    def _run(self, sql: str, values: tuple[object, ...] = ()) -> None:
        try:
            self._connection.execute(sql, values)
        except sqlite3.Error as cause:
            raise SignoffError(say("project.nothing_written", path=self.path, reason=cause)) from cause

    def damaged(self, how: str) -> SignoffError:
        """What the user reads when the file does not hold what it should."""
        return SignoffError(
            say("project.file_damaged", path=self.path, how=how, backup=backup_of(self.path).name)
        )

    def close(self) -> None:
        """Close the file and let others write it."""
        self._connection.close()
        if self._hold is not None:
            self._hold.release()
        self._hold = None


def backup_of(path: Path) -> Path:
    """Where the backup of a project lies."""
    return path.with_name(path.name + ".backup")
