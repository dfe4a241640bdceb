"""Creating and opening project files: what may be opened, by whom, and in which version."""

from __future__ import annotations

import os
import secrets
import sqlite3
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.project.holder import Hold
from signoff.core.project.schema import APPLICATION_ID, MIGRATIONS
from signoff.core.project.store import backup_of

_SECRET_BYTES = 32


def create_file(path: Path, by: str) -> tuple[sqlite3.Connection, Hold]:
    """A new, empty project file, held for writing.

    Raises:
        SignoffError: something lies there already, or the folder can't be written.
    """
    if path.exists():
        raise SignoffError(say("project.there_already", path=path))
    if not path.parent.is_dir():
        raise SignoffError(say("project.no_folder", folder=path.parent))
    hold = _taken(path, by)
    if hold is None:
        raise SignoffError(say("project.not_writable", path=path))
    connection = _connected(path, read_only=False)
    try:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _migrate(connection)
    except sqlite3.Error as cause:
        connection.close()
        hold.release()
        raise SignoffError(say("project.not_written", path=path, reason=cause)) from cause
    return connection, hold


def open_file(path: Path, *, read_only: bool, by: str) -> tuple[sqlite3.Connection, Hold | None, str]:
    """An existing project file; without a hold when it is only to be read or another program holds it.

    Returns:
        Connection, hold, and who holds it when that is somebody else.

    Raises:
        SignoffError: not there, not a project, damaged, or from a newer Signoff.
    """
    if not path.is_file():
        raise SignoffError(say("project.not_there", path=path))
    hold = None if read_only else _taken(path, by)
    holder = Hold(path).holder() if hold is None and not read_only else ""
    connection: sqlite3.Connection | None = None
    try:
        connection = _connected(path, read_only=hold is None)
        _inspect(connection, path)
        if hold is not None:
            _migrate(connection)
    except (sqlite3.Error, SignoffError) as cause:
        if connection is not None:
            connection.close()
        if hold is not None:
            hold.release()
        raise cause if isinstance(cause, SignoffError) else _not_readable(path, cause) from cause
    return connection, hold, holder


def back_up(connection: sqlite3.Connection, path: Path) -> None:
    """Copy a sound project beside itself; the copy takes its name only when it is complete.

    Raises:
        SignoffError: no space or no right to write there.
    """
    final = backup_of(path)
    partial = final.with_name(final.name + ".part")
    try:
        partial.unlink(missing_ok=True)
        copy = sqlite3.connect(partial)
        try:
            connection.backup(copy)
        finally:
            copy.close()
        partial.replace(final)
    except (OSError, sqlite3.Error) as cause:
        raise SignoffError(say("project.backup_not_written", final=final, reason=cause)) from cause


def _taken(path: Path, by: str) -> Hold | None:
    hold = Hold(path)
    try:
        return hold if os.access(path.parent, os.W_OK) and hold.take(by) else None
    except OSError:
        return None


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    if not read_only:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _inspect(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise SignoffError(say("project.foreign_file", path=path))
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise SignoffError(say("project.newer", path=path))
    complaint = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if complaint != "ok":
        raise _not_readable(path, complaint)


def _not_readable(path: Path, cause: object) -> SignoffError:
    backup = backup_of(path)
    step = f"open its last backup, {backup}" if backup.is_file() else "open a copy of your own"
    return SignoffError(say("project.damaged", path=path, reason=cause, step=step))


def _migrate(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.create_function("random_secret", 0, lambda: secrets.token_bytes(_SECRET_BYTES))
    for number, script in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(f"BEGIN; {script} PRAGMA user_version = {number}; COMMIT;")
