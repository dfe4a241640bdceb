"""Documents without a grid: columns as lines of a list, ``- `col`: rule`` or ``col - rule``, below the table they fill.

Only a document from whose grids no target was read is looked through for them. A table is named by the line above its
columns; other lines there, and bullets that are no columns, tell of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import (
    ColumnMapping,
    SourceRef,
    Step,
    StepKind,
    TargetMapping,
    UnusedCell,
)
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.naming import name_in_title

_MARKUP = re.compile(r"^(?:h[1-6]\.|#{1,6})\s+")
"""What makes a line a heading in the text of a ticket."""
_ENDS_IN_NAME = re.compile(
    r"\b(?:for|of|to|table|model|in|into|fill|build)\s+[`'\"]?(?P<name>[^\W\d]\w*_\w+)[`'\"]?\s*:$",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r"^\W*(?P<what>column|field|attribute)\s+[`'\"]?(?P<name>[^\W\d]\w*)[`'\"]?\W*$", re.IGNORECASE
)
_OF_COLUMN = re.compile(
    r"^\W*(?P<what>source|from|rule|logic|how|type|transformation|mapping|derivation)\s*:\s*(?P<told>\S.*)$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"^(?:cc|to|from|subject|date|sent|type|priority|reporter|sprint|status|assignee|labels?|version)$",
    re.IGNORECASE,
)
"""Names of lines at the head of a mail or a ticket."""
_COLUMN = re.compile(
    r"^\W*?[`*\"'\[]{0,2}(?P<name>[^\W\d]\w*)[`*\"'\]]{0,2}\s*(?:\((?P<type>[^()]*(?:\(\d[\d, ]*\))?)\))?"
    r"\s*(?:(?:<-|←|⇐)\s*:|:|=|<-|←|⇐|\s[-–—]\s)\s*(?P<told>\S.*)$"
)
_READS = re.compile(
    r"^\W*(?:sources?|from|reads?(?:\s+from)?|source\s+tables?|driving\s+table|based\s+on)\s*:?\s+[`*\"']{0,2}(?P<table>[\w.]+)"
    r"[`*\"']{0,2}(?:\s*\([^()]*\))?\.?$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\W*(?:rows?|columns?|fields?|mapping|filters?|joins?|notes?|attributes?|grain|population|rules?)\W*$",
    re.IGNORECASE,
)
"""A line that only heads what follows."""
_OF_ROWS = re.compile(
    r"^\W*(?:rows?|filters?|joins?|joined|grain|source|sources|from|where|note|notes|only|keep|scope)$",
    re.IGNORECASE,
)
"""Names of lines that are no columns."""
_TABLE = re.compile(r"^(?:target|table|model|view|tabelle|zieltabelle|dataset|mart)$", re.IGNORECASE)
_QUALIFIED = re.compile(r"(?<![\w.])(?P<table>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\.(?P<column>[^\W\d]\w*)(?![\w.(])")
_SOURCE_FIRST = re.compile(
    r"^(?:(?:straight|directly|taken|copied|comes|read)\s+from\s+|from\s+)?"
    r"(?P<names>[`]?[\w.]*\w\.\w+[`]?(?:\s*(?:,|and|\+|&)\s*[`]?\w[\w.]*\.\w+[`]?)*)\s*"
    r"(?:[,;:–—]\s*(?P<rule>.*)|\((?P<bracket>.*)\))?$"
)
_TICKS = str.maketrans("", "", "`")
_FEWEST = 2
"""Columns below one name from which they are a list of columns."""


@dataclass
class _Listed:
    """One table as its lines are gathered."""

    name: str
    cell: Cell
    columns: list[ColumnMapping] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    open: bool = False
    """Lines below the last column may tell its source and rule."""


def with_listed_columns(
    targets: Sequence[TargetMapping],
    unused: Sequence[UnusedCell],
    grids: Sequence[SheetGrid],
    document: str,
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets that lists of columns tell, where grids told none; and the cells that stay unused.

    Args:
        targets: as read from grids.
        unused: cells that no field was read from.
        grids: the document's sheets.
        document: its file name.
    """
    if targets:
        return tuple(targets), tuple(unused)
    found: dict[str, TargetMapping] = {}
    done: set[tuple[str, int]] = set()
    for grid in grids:
        for listed in _tables(grid, document):
            if len(listed.columns) < _FEWEST or listed.name.casefold() in found:
                continue
            steps = tuple(replace(step, order=n) for n, step in enumerate(listed.steps, 1))
            found[listed.name.casefold()] = TargetMapping(
                listed.name, tuple(listed.columns), steps, cell=listed.cell
            )
            done.update((grid.name, row) for row in listed.used)
    left = tuple(u for u in unused if (u.cell.sheet, u.cell.row) not in done)
    return tuple(found.values()), left


def _tables(grid: SheetGrid, document: str) -> Iterator[_Listed]:
    """The tables of one sheet of lines; none where rows have several cells."""
    rows = [[text for text in cells if text] for cells in grid.rows]
    if any(len(cells) > 1 for cells in rows):
        return
    lines = [(number, cells[0].strip()) for number, cells in enumerate(rows, 1) if cells]
    headings = {row for row, _level in grid.headings}
    current: _Listed | None = None
    for place, (number, text) in enumerate(lines):
        cell = Cell(grid.name, number, 1, document)
        text = _MARKUP.sub("", text)
        ends = _ENDS_IN_NAME.search(text)
        listed = _COLUMN.match(text) if number not in headings and ends is None else None
        is_column = listed is not None and not _TABLE.match(listed["name"])
        name = (
            ""
            if is_column or _NESTED.match(text)
            else ends["name"]
            if ends is not None
            else name_in_title(text)
        )
        name = name or (text if _is_name_above(lines, place) else "")
        if name:
            if current is not None:
                yield current
            current = _Listed(name, cell, used={number})
        elif current is not None:
            _read(current, text, cell)
    if current is not None:
        yield current


def _is_name_above(lines: Sequence[tuple[int, str]], place: int) -> bool:
    """Whether a line is one bare name, above columns or above a sentence on its rows."""
    text = lines[place][1]
    following = lines[place + 1][1] if place + 1 < len(lines) else ""
    return text.isidentifier() and not _HEADING.match(text) and bool(following)


def _read(listed: _Listed, text: str, cell: Cell) -> None:
    told = _COLUMN.match(text)
    reads = _READS.match(text)
    nested, own = _NESTED.match(text), _OF_COLUMN.match(text)
    listed.used.add(cell.row)
    if nested is not None:
        listed.columns.append(ColumnMapping(listed.name, nested["name"], cell=cell))
        listed.open = True
    elif own is not None and listed.open:
        listed.columns[-1] = _with_part(listed.columns[-1], own["what"].casefold(), own["told"].strip())
    elif reads is not None:
        listed.steps.append(Step(listed.name, 0, StepKind.DRIVING, table=reads["table"], cell=cell))
    elif told is not None and not _OF_ROWS.match(told["name"]) and not _OVER.match(told["name"]):
        listed.open = False
        listed.columns.append(_column(listed.name, told, cell, listed.columns))
    elif _HEADING.match(text):
        return
    else:
        condition = re.sub(r"^\s*[-*•]\s+", "", text).translate(_TICKS)
        listed.steps.append(Step(listed.name, 0, StepKind.NOTE, condition=condition, cell=cell))


def _with_part(column: ColumnMapping, what: str, text: str) -> ColumnMapping:
    """A column with what a line below it says of its source, type or rule."""
    text = text.translate(_TICKS)
    if what == "type":
        return replace(column, type=text)
    if what not in ("source", "from"):
        return replace(column, rule=text, rule_resolved=text)
    sources = tuple(SourceRef(each["table"], each["column"]) for each in _QUALIFIED.finditer(text))
    return replace(column, sources=sources, source_tables=tuple(dict.fromkeys(ref.table for ref in sources)))


def _column(target: str, told: re.Match[str], cell: Cell, before: Collection[ColumnMapping]) -> ColumnMapping:
    text = told["told"].strip().translate(_TICKS)
    first = _SOURCE_FIRST.match(text)
    rule = (first["rule"] or first["bracket"] or "").strip() if first is not None else text
    sources = tuple(
        dict.fromkeys(SourceRef(each["table"], each["column"]) for each in _QUALIFIED.finditer(text))
    )
    tables = tuple(dict.fromkeys(ref.table for ref in sources))
    is_key = bool(re.search(r"\b(?:primary key|pk)\b", text, re.IGNORECASE)) and not any(
        c.key for c in before
    )
    return ColumnMapping(
        target,
        told["name"],
        (told["type"] or "").strip(),
        sources,
        rule,
        rule,
        key=is_key,
        cell=cell,
        source_tables=tables,
    )
