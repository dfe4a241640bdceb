"""What a long run has finished so far, kept beside its results until the run is through."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

FILE = ".drafts-in-progress.jsonl"
"""Its name in the folder of results."""


@dataclass(frozen=True)
class Finished:
    """One target that is done."""

    target: str
    key: str
    """Digest of everything that decides its draft; with another one it is done anew."""
    sql: str
    """Its rows, as DuckDB SQL."""
    columns: tuple[tuple[str, str], ...]
    """Name and DuckDB type of each column of the result."""
    text: str
    """What stands in its file."""
    report: dict[str, Any]
    """Its entry of the report."""


class Journal:
    """Finished targets of one run, a line each, safe on disk as soon as `add` returns; use it in a `with` statement.

    Only the places of the lines are held in memory. A line that a kill cut short is dropped.
    """

    def __init__(self, folder: Path) -> None:
        """Open the journal of a folder, or begin one.

        Raises:
            SignoffError: the folder can't be written to.
        """
        self._path = folder / FILE
        self._places: dict[str, tuple[str, int]] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = self._path.open("a+b")
            self._file.truncate(self._read_places())
        except OSError as error:
            raise SignoffError(say("input.not_written", path=self._path, reason=error.strerror)) from error

    def _read_places(self) -> int:
        """Find every whole line; gives the offset behind the last one."""
        self._file.seek(0)
        end = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            finished = _finished(line)
            if finished is not None:
                self._places[finished.target] = (finished.key, end)
            end += len(line)
        return end

    def find(self, target: str, key: str) -> Finished | None:
        """What was finished of a target under this key; None where it has to be done."""
        known, offset = self._places.get(target, ("", 0))
        if not key or known != key:
            return None
        self._file.seek(offset)
        return _finished(self._file.readline())

    def __len__(self) -> int:
        """Targets finished so far, those that are out of date counted."""
        return len(self._places)

    def add(self, finished: Finished) -> None:
        """Keep a finished target; it takes the place of an earlier line.

        Raises:
            SignoffError: the disk is full.
        """
        line = json.dumps(vars(finished), separators=(",", ":")).encode() + b"\n"
        try:
            offset = self._file.seek(0, os.SEEK_END)
            self._file.write(line)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            raise SignoffError(say("input.not_written", path=self._path, reason=error.strerror)) from error
        self._places[finished.target] = (finished.key, offset)

    def reports(self, targets: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        """Entries of the report of these targets, one after the other, those that are not finished left out."""
        for target in targets:
            finished = self.find(target, self._places.get(target, ("", 0))[0])
            if finished is not None:
                yield finished.report

    def drop(self) -> None:
        """Remove the journal: the run is through."""
        self._file.close()
        self._path.unlink(missing_ok=True)

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _finished(line: bytes) -> Finished | None:
    """A line as it was written; None for one that was damaged."""
    try:
        data = json.loads(line)
        columns = tuple((str(name), str(kind)) for name, kind in data["columns"])
        return Finished(data["target"], data["key"], data["sql"], columns, data["text"], data["report"])
    except (ValueError, KeyError, TypeError):
        return None
