"""Who holds a project for writing: a lock file beside it that the system lets go of when its holder dies."""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from pathlib import Path
from typing import IO

_LOCKED_BYTE = 1 << 20
"""Place of the locked byte, far behind the text, so that the text stays readable under Windows."""


def account() -> str:
    """Name of the account this process runs under."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def machine() -> str:
    """Name of this machine."""
    return platform.node() or "unknown"


class Hold:
    """The exclusive right to write one project, as long as it is kept open."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(project.name + ".lock")
        self._file: IO[str] | None = None

    def take(self, by: str) -> bool:
        """Try to get the right; False when another process has it."""
        file = self._path.open("a+", encoding="utf-8")
        if not (_lock(file) and self._is_the_one(file)):
            file.close()
            return False
        file.seek(0)
        file.truncate()
        json.dump({"by": by, "account": account(), "machine": machine(), "process": os.getpid()}, file)
        file.flush()
        self._file = file
        return True

    def holder(self) -> str:
        """Who has the right, in words."""
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return f"{said['by'] or said['account']} on {said['machine']} (process {said['process']})"
        except (OSError, ValueError, KeyError, TypeError):
            return "another program"

    def release(self) -> None:
        """Give the right back; harmless when it was never had."""
        if self._file is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None

    def _is_the_one(self, file: IO[str]) -> bool:
        """Whether the locked file is still the one under that name: its last holder takes it away."""
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            return False


def _lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
