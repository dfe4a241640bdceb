"""The tables of a project file, one script a version; `user_version` says how far a file has come.

Nothing is ever changed or deleted: a newer record of the same kind and key takes the place of an older one,
and every record belongs to the audit entry of the act that wrote it. Triggers hold that against accidents,
the chain of digests against intent.
"""

from __future__ import annotations

APPLICATION_ID = 0x53474E46
"""Marks a SQLite file as a Signoff project: the letters SGNF."""

_FIRST = """
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    digest TEXT NOT NULL
);
CREATE TABLE record (
    seq INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT,
    PRIMARY KEY (seq, place)
);
CREATE INDEX record_by_key ON record (kind, key, seq, place);
CREATE TABLE blob (digest TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, digest TEXT NOT NULL);
INSERT INTO head VALUES (1, 0, '');
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER entry_kept BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entries never go'); END;
CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'records never change'); END;
CREATE TRIGGER record_kept BEFORE DELETE ON record BEGIN SELECT RAISE(ABORT, 'records never go'); END;
"""

_SECRET = """
CREATE TABLE secret (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL);
INSERT INTO secret VALUES (1, random_secret());
CREATE TRIGGER secret_stays BEFORE UPDATE ON secret BEGIN SELECT RAISE(ABORT, 'the secret never changes'); END;
CREATE TRIGGER secret_kept BEFORE DELETE ON secret BEGIN SELECT RAISE(ABORT, 'the secret never goes'); END;
"""
"""What aliases are made with. It lies beside the record, of which exports carry a copy, and not in it."""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECRET)
"""Script number n brings a file from version n to n + 1."""
