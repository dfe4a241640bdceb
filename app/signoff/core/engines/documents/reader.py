"""The parent's side: documents are read in a child process, so that a hostile one costs only itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from signoff.core.domain.codec import from_data
from signoff.core.domain.sentences import say
from signoff.core.engines.documents.drawn import PLAIN, Drawn, Look, Note
from signoff.core.engines.documents.grid import Merge, SheetGrid, Table
from signoff.core.errors import SignoffError
from signoff.core.isolation import Child, ChildDied, ChildFault, Limits
from signoff.core.progress import CancelToken

WORKER = "signoff.core.engines.documents.worker"
LIMITS = Limits(memory_bytes=2 * 2**30, call_seconds=180.0, grace_seconds=0.3)
"""A reader that was cancelled has nothing to save: it is ended soon."""


def read_document(path: Path, *, cancel: CancelToken | None = None) -> tuple[SheetGrid, ...]:
    """All sheets of a mapping document as text, read in a child process of its own.

    Args:
        path: workbook (.xlsx, .xlsm, .xls), delimited text or Markdown, told apart by content.
        cancel: looked at while the child works; the call ends within half a second.

    Raises:
        SignoffError: the document can't be read; the sentence says what to do.
        Cancelled: `cancel` was set.
    """
    sheets = Sheets()
    with Child(WORKER, LIMITS, "document reader") as child:
        try:
            child.call("read", {"path": str(path.resolve())}, on_event=sheets.take, cancel=cancel)
        except (ChildDied, ChildFault) as error:
            raise SignoffError(say("document.unsafe", file=path.name)) from error
    return sheets.grids()


class Sheets:
    """The sheets of one document as their pieces arrive."""

    def __init__(self) -> None:
        self._heads: list[dict[str, Any]] = []
        self._rows: list[list[tuple[str, ...]]] = []
        self._notes: list[list[Note]] = []
        self._struck: list[list[Note]] = []
        self._stretches: list[list[tuple[int, int]]] = []

    def take(self, event: dict[str, Any]) -> None:
        """Keep one piece: the head of a sheet, or more rows, notes or stretches of the last one."""
        if "sheet" in event:
            self._heads.append(event["sheet"])
            for each in (self._rows, self._notes, self._struck, self._stretches):
                each.append([])
        elif "notes" in event:
            self._notes[-1].extend(from_data(event["notes"], tuple[Note, ...]))
        elif "struck" in event:
            self._struck[-1].extend(from_data(event["struck"], tuple[Note, ...]))
        elif "stretches" in event:
            self._stretches[-1].extend((int(row), int(pattern)) for row, pattern in event["stretches"])
        else:
            self._rows[-1].extend(tuple(map(str, row)) for row in event["rows"])

    def grids(self) -> tuple[SheetGrid, ...]:
        """All sheets, complete."""
        return tuple(
            SheetGrid(
                str(head["name"]),
                tuple(rows),
                bool(head["hidden"]),
                from_data(head["merges"], tuple[Merge, ...]),
                bool(head["cut"]),
                from_data(head["tables"], tuple[Table, ...]),
                from_data(head["headings"], tuple[tuple[int, int], ...]),
                _drawn(head, stretches),
                tuple(notes),
                tuple(struck),
            )
            for head, rows, notes, struck, stretches in zip(
                self._heads, self._rows, self._notes, self._struck, self._stretches, strict=True
            )
        )


def _drawn(head: dict[str, Any], stretches: list[tuple[int, int]]) -> Drawn:
    if not stretches:
        return PLAIN
    patterns = tuple(tuple((int(a), int(b), int(look)) for a, b, look in spans) for spans in head["patterns"])
    return Drawn(from_data(head["looks"], tuple[Look, ...]), patterns, tuple(stretches))
