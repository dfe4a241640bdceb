"""A sheet that lists tables with how each is found, in headings of one's own: told as one sentence on joins.

``Table | Found by | If not found`` has a row for each table. What stands beside a table is put together in words, as
people write them above a grid; who plans the query reads both alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step, StepKind, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid

_UNREAD = "the sheet holds no mapping"
_MOST_COLUMNS = 8
_KEY = re.compile(
    r"\b(?:key|keys|on|by|via|condition|how|match\w*|link\w*|joined|criteria|found)\b", re.IGNORECASE
)
_ALIAS = re.compile(r"\b(?:alias|short(?:\s+name)?|abbreviation)\b", re.IGNORECASE)
_MISSING = re.compile(r"\b(?:not\s+found|missing|unmatched|no\s+match|without)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:#|no\.?|nr\.?|number|step|pos\.?)$", re.IGNORECASE)
_KIND = re.compile(r"^(?P<kind>left|inner|right|full)(?:\s+outer)?(?:\s+join)?$", re.IGNORECASE)
_MAIN = re.compile(
    r"^(?:the\s+)?(?:main|driving|base|start|starting|leading|first)(?:\s+(?:table|source|point))?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^(?:on|by|via|over|using|with|left|inner|full|right|join|where|=)\b", re.IGNORECASE)
_STAYS = re.compile(r"\b(?:stays?|keep|kept|remains?|loaded|null|empty|nothing)\b", re.IGNORECASE)
_GOES = re.compile(
    r"\b(?:dropped|drop|left\s+out|skipped|skip|not\s+loaded|excluded|reject\w*|must\s+(?:exist|match))\b",
    re.IGNORECASE,
)


def with_join_sheets(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The only target with a note of how its tables are joined, where an unread sheet lists them; and the unused cells.

    Args:
        targets: as read.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    if len(targets) != 1 or any(s.kind is not StepKind.NOTE for s in targets[0].steps):
        return tuple(targets), tuple(unused)
    tables = _tables(targets[0])
    for grid in grids:
        own = [u for u in unused if u.cell.sheet == grid.name]
        if not own or any(u.reason != _UNREAD for u in own) or len(tables) < 2:
            continue
        items = list(_items(grid, tables))
        if len(items) < 2 and not (len(items) == 1 and len(tables) == 2):
            continue
        target = targets[0]
        order = max((s.order for s in target.steps), default=0) + 1
        cell = Cell(grid.name, own[0].cell.row, own[0].cell.column, own[0].cell.document)
        note = Step(target.name, order, StepKind.NOTE, condition=f"Joins: {'; '.join(items)}", cell=cell)
        return (replace(target, steps=(*target.steps, note)),), tuple(u for u in unused if u not in own)
    return tuple(targets), tuple(unused)


def _tables(target: TargetMapping) -> frozenset[str]:
    named = [t for c in target.columns for t in (*c.source_tables, *(ref.table for ref in c.sources)) if t]
    return frozenset(_bare(name) for name in named)


def _bare(name: str) -> str:
    return name.strip().casefold().rpartition(".")[2]


def _items(grid: SheetGrid, tables: frozenset[str]) -> Iterator[str]:
    """What each row says of its table; none where a row names none of those that are read."""
    rows = [(number, cells) for number, cells in enumerate(grid.rows, 1) if sum(map(bool, cells)) > 1]
    if len(rows) < 2 or max(len(cells) for _, cells in rows) > _MOST_COLUMNS:
        return
    header, lines = rows[0][1], [cells for _, cells in rows[1:]]
    columns = [
        n for n in range(len(header)) if all(n < len(cells) and _bare(cells[n]) in tables for cells in lines)
    ]
    if not columns or any(_bare(text) in tables for text in header if text):
        return
    place = columns[-1]
    left = columns[0] if len(columns) == 2 else None
    if len(columns) > 2:
        return
    if left is not None:
        yield lines[0][left]
    for cells in lines:
        yield _item(header, cells, place, left)


def _item(header: Sequence[str], cells: Sequence[str], place: int, left: int | None) -> str:
    table, parts = cells[place].strip(), []
    for n, text in enumerate(cells):
        head, said = (header[n] if n < len(header) else "").strip(), text.strip()
        if not said or n in (place, left) or _NUMBER.match(head) or _MAIN.match(said):
            continue
        if _ALIAS.search(head):
            table = f"{table} {said}"
        elif (kind := _KIND.match(said)) is not None:
            parts.append(kind["kind"].lower())
        elif _MISSING.search(head) and (_STAYS.search(said) or _GOES.search(said)):
            parts.append("required" if _GOES.search(said) else "optional")
        elif _KEY.search(head) and not _BEGINS.match(said):
            parts.insert(0, f"on {said}")
        else:
            parts.append(said)
    return f"{table} {', '.join(parts)}".strip()
