"""Lines that come twice, as it was and as it is to be: ``Filter so far | …`` and ``Filter from v5 on | …``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import TargetMapping
from signoff.core.engines.documents.grid import SheetGrid

_VERSION = r"(?:(?:version|ver|v|release|rel|rev(?:ision)?)\.?\s*)?(?P<number>\d+(?:[._]\d+)*)"
_NOW = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?P<what>\w[\w\s-]*?)[\s,(–-]+(?:from|since|as\s+of|starting\s+with|in|with)\s+{_VERSION}(?:\s+on(?:wards?)?)?\)?$",
        r"^(?P<what>\w[\w\s-]*?)[\s,(–-]+(?:from\s+(?:now|here)\s+on(?:wards?)?|as\s+of\s+(?:now|today)|now|new|in\s+(?:the\s+)?future|to\s+be|will\s+be)\)?$",
        r"^(?:(?:the\s+)?(?:new|future|wanted|next)|from\s+now\s+on)[\s:,–-]+(?P<what>\w[\w\s-]*)$",
    )
)
_BEFORE = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"^(?P<what>\w[\w\s-]*?)[\s,(–-]+(?:until|till|up\s+to|before|in|to)\s+{_VERSION}\)?$",
        r"^(?P<what>\w[\w\s-]*?)[\s,(–-]+(?:so\s+far|(?:until|till|up\s+to)\s+(?:now|today)|today|before|currently|at\s+present|as\s+is|old|was)\)?$",
        r"^(?:(?:the\s+)?(?:old|current|present|previous|former|existing|last)|so\s+far|until\s+now)[\s:,–-]+(?P<what>\w[\w\s-]*)$",
    )
)
_OF_ROWS = re.compile(
    r"^(?:(?:row|data|load)\s+)?(?:filters?|where|selection|conditions?|criteri(?:a|on)|scope|restrictions?|rows?|population|grain|joins?|"
    r"join\s+(?:to|with|of)\s.+|duplicates?|dedup\w*|grouping|group\s+by|order(?:ing)?|sources?(?:\s+table)?|limit|period)$",
    re.IGNORECASE,
)
"""What such lines are about; `Old system` and `New system` change nothing."""
_LINE = re.compile(r"^(?P<label>[^:=<>'\"]{3,40}):\s+(?P<text>\S.*)$", re.DOTALL)


@dataclass(frozen=True)
class PairedLines:
    """Two lines on one thing."""

    what: str
    """Of which both speak: ``Filter``."""
    before: str
    now: str
    at: Cell
    """Of what is to be."""
    used: frozenset[Cell]
    """All of their cells."""


@dataclass(frozen=True)
class _Line:
    """A label and its text, apart or in one cell."""

    what: str
    text: str
    at: Cell
    used: frozenset[Cell]
    is_now: bool


def paired_lines(targets: Sequence[TargetMapping], grids: Sequence[SheetGrid]) -> Iterator[PairedLines]:
    """Each thing of which one line says how it was and one how it is to be.

    Args:
        targets: of the document, whose rows may name later versions.
        grids: its sheets.
    """
    cells = [c.cell for t in targets for c in t.columns if c.cell is not None]
    rows, document = {(cell.sheet, cell.row) for cell in cells}, next((c.document for c in cells), "")
    for grid in grids:
        lines: dict[str, list[_Line]] = defaultdict(list)
        taken = {row for sheet, row in rows if sheet == grid.name}
        for line in _lines(grid, document, taken, targets):
            lines[line.what.casefold()].append(line)
        for both in lines.values():
            now, before = ([each for each in both if each.is_now is is_now] for is_now in (True, False))
            if len(now) == len(before) == 1:
                used = now[0].used | before[0].used
                yield PairedLines(now[0].what, before[0].text, now[0].text, now[0].at, used)


def _lines(
    grid: SheetGrid, document: str, taken: set[int], targets: Sequence[TargetMapping]
) -> Iterator[_Line]:
    """The lines of a sheet whose label says that it tells of before or of now."""
    for row, texts in enumerate(grid.rows, 1):
        cells = [(column, text) for column, text in enumerate(texts, 1) if text]
        in_one = _LINE.match(cells[0][1]) if len(cells) == 1 else None
        if row in taken or (len(cells) != 2 and in_one is None):
            continue
        label = in_one["label"] if in_one is not None else cells[0][1]
        text = in_one["text"] if in_one is not None else cells[1][1]
        used = frozenset(Cell(grid.name, row, column, document) for column, _text in cells)
        for is_now, shapes in ((True, _NOW), (False, _BEFORE)):
            told = next((m for shape in shapes if (m := shape.match(label.strip(" :"))) is not None), None)
            what = " ".join(told["what"].split()) if told is not None else ""
            if told is None or not _OF_ROWS.match(what):
                continue
            if not is_now or not _is_past(told.groupdict().get("number") or "", targets):
                yield _Line(what, text.strip(), Cell(grid.name, row, cells[-1][0], document), used, is_now)
            break


def _is_past(number: str, targets: Sequence[TargetMapping]) -> bool:
    """Whether a row of the document has a later version than a line: what it says is in the SQL already."""
    own = _parts(number)
    states = (_parts(column.state) for target in targets for column in target.columns)
    return bool(own) and any(parts > own for parts in states)


def _parts(text: str) -> tuple[int, ...]:
    found = re.search(r"\d+(?:[._]\d+)*", text)
    return tuple(int(part) for part in re.split(r"[._]", found.group())) if found is not None else ()
