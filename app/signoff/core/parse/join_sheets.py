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
from signoff.core.parse.unmatched import goes, stays

_UNREAD = "the sheet holds no mapping"
_MOST_COLUMNS = 8
_KEY = re.compile(
    r"\b(?:key|keys|on|by|via|using|columns?|condition|how|match\w*|link\w*|joined|criteria|found)\b",
    re.IGNORECASE,
)
_KEY_OF_SIDE = re.compile(r"\b(?:key|keys|columns?|fields?)\b", re.IGNORECASE)
_ALIAS = re.compile(r"\b(?:alias|short(?:\s+name)?|abbreviation)\b", re.IGNORECASE)
_MISSING = re.compile(
    r"\b(?:not\s+found|missing|unmatched|no\s+match|without|there\s+is\s+none|no\s+row)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"^(?:#|no\.?|nr\.?|number|step|pos\.?)$", re.IGNORECASE)
_KIND = re.compile(r"^(?P<kind>left|inner|right|full)(?:\s+outer)?(?:\s+join)?$", re.IGNORECASE)
_MAIN = re.compile(
    r"^(?:the\s+)?(?:main|driving|base|start|starting|leading|first)(?:\s+(?:table|source|point))?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^(?:on|by|via|over|using|with|left|inner|full|right|join|where|=)\b", re.IGNORECASE)
_LETTER = {"l": "left", "lo": "left", "lj": "left", "i": "inner", "ij": "inner", "f": "full", "fo": "full"}
_OF_KIND = re.compile(r"\b(?:kind|type|join|how)\b", re.IGNORECASE)
_MUST = re.compile(
    r"\b(?:mandatory|required|obligatory|compulsory|must\s+(?:exist|match)|not\s+null)\b", re.IGNORECASE
)
_MAY = re.compile(r"\b(?:optional|may\s+be\s+missing|nullable|outer)\b", re.IGNORECASE)
_YES = re.compile(r"^(?:yes|y|x|true|1)$", re.IGNORECASE)
_NO = re.compile(r"^(?:no|n|-|false|0)?$", re.IGNORECASE)
_JOINED_TO = re.compile(
    r"^(?:joined|joins|linked)\s+(?:to|with)$|^(?:to|left|from|parent)(?:\s+table)?$", re.IGNORECASE
)
_CARDINALITY = re.compile(r"^[01nm*.]+\s*(?:[:-]|to)\s*[01nm*.]+$", re.IGNORECASE)
_PURPOSE = re.compile(
    r"^(?:purpose|why|used\s+for|to\s+get|gives|delivers|reason|for|wanted|column\s+wanted|brings|remarks?|comments?|notes?)$",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"[=<>\d]|\b(?:only|not|without|latest|newest|first|last|if|when|where|unless|except|exclud\w*|drop\w*|valid|active|current|"
    r"summed|grouped|stays?|kept)\b",
    re.IGNORECASE,
)
"""Words of a remark beside a join that say more than what it is for."""


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
    if len(columns) > 2:
        return
    place, left = columns[-1], columns[0] if len(columns) == 2 else None
    if left is not None and len({_bare(cells[place]) for cells in lines}) == 1 and len(lines) > 1:
        place, left = left, place
    if left is not None:
        yield lines[0][left]
    known = {
        _bare(text)
        for cells in lines
        for n, text in enumerate(cells)
        if n < len(header) and _ALIAS.search(header[n])
    }
    for cells in lines:
        yield _item(header, cells, place, left, frozenset({*tables, *known}))


def _keys(header: Sequence[str], cells: Sequence[str], place: int, left: int | None) -> tuple[str, set[int]]:
    """The two keys of a line that has one for each table, as an equality; and where they stand."""
    found = [
        n
        for n, text in enumerate(cells)
        if text.strip()
        and n < len(header)
        and _KEY_OF_SIDE.search(header[n])
        and re.fullmatch(r"\w+", text.strip())
    ]
    if left is None or len(found) != 2:
        return "", set()
    tables = sorted((place, left))
    told = " = ".join(
        f"{cells[table].strip()}.{cells[key].strip()}" for table, key in zip(tables, found, strict=True)
    )
    return f"on {told}", set(found)


def _item(
    header: Sequence[str], cells: Sequence[str], place: int, left: int | None, known: frozenset[str]
) -> str:
    table, parts = cells[place].strip(), []
    on, keys = _keys(header, cells, place, left)
    parts += [on] if on else []
    for n, head in enumerate(header):
        said = cells[n].strip() if n < len(cells) else ""
        if (
            n in (place, left)
            or n in keys
            or _NUMBER.match(head)
            or _MAIN.match(said)
            or _CARDINALITY.match(said)
        ):
            continue
        if (needed := _needed(head.strip(), said)) is not None:
            parts += [needed] if needed else []
        elif not said or (_JOINED_TO.match(head.strip()) and _bare(said) in known):
            continue
        elif _ALIAS.search(head):
            table = f"{table} {said}"
        else:
            parts = _with_part(parts, head.strip(), said)
    return f"{table} {', '.join(parts)}".strip()


def _needed(head: str, said: str) -> str | None:
    """What a yes or no says under Mandatory or Optional; None under any other heading."""
    must, may = _MUST.search(head), _MAY.search(head)
    if bool(must) is bool(may) or not (_YES.match(said) or _NO.match(said)):
        return None
    is_needed = bool(_YES.match(said)) is bool(must)
    return "required" if is_needed else "optional"


def _with_part(parts: list[str], head: str, said: str) -> list[str]:
    letter = _LETTER.get(said.casefold(), "") if _OF_KIND.search(head) else ""
    kind = None if letter else _KIND.match(said)
    if letter or kind is not None:
        return [*parts, letter if kind is None else kind["kind"].lower()]
    if _MISSING.search(head) and (stays(said) or goes(said)):
        return [*parts, "required" if goes(said) else "optional"]
    if _PURPOSE.match(head) and not _LIMITS.search(said):
        return parts
    if _KEY.search(head) and not _BEGINS.match(said):
        return [f"on {said}", *parts]
    return [*parts, said]
