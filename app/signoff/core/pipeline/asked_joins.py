"""What a document asks of all joins of existing SQL at once: a further key that each of them compares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import quoted
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role
from signoff.core.merge.existing import Place
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.lineage import passable, table_outputs
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.pipeline.row_file import RowFile

_ALSO = r"(?:also|additionally|too|as\s+well|now|from\s+now\s+on|in\s+addition)"
_EVERY_JOIN = re.compile(
    rf"\b(?:every|each|all(?:\s+of)?(?:\s+the)?)\s+(?:\w+\s+)?joins?\s+(?:{_ALSO}\s+)+(?:has\s+to\s+|have\s+to\s+|must\s+|should\s+)?"
    r"(?:compares?|match(?:es)?|uses?|includes?|takes?(?:\s+in)?|needs?|joins?\s+(?:on|by)|(?:is|are|goes|go|runs?)\s+(?:on|by|over))\s+"
    r"(?:the\s+)?[`'\"]?(?P<column>\w+)[`'\"]?(?!\w)",
    re.IGNORECASE,
)


def asked_joins(file: RowFile) -> tuple[JoinEdit, ...]:
    """The joins of the file with a further key, where the document says that every join also compares it.

    Args:
        file: the file beside its mapping; one with a union or a join that lacks the key on a side is left as it is.
    """
    if len(file.existing.parts) != 1:
        return ()
    for text, cell in _texts(file):
        told = _EVERY_JOIN.search(text)
        if told is not None:
            return tuple(_with_key(file, file.existing.parts[0], told["column"], text, cell))
    return ()


def _texts(file: RowFile) -> Iterator[tuple[str, Cell | None]]:
    """What the document says of joins: lines above the grid, steps, and cells beside columns."""
    yield file.target.description, file.target.cell
    for step in file.target.steps:
        yield step.condition, step.cell
    for column in file.target.columns:
        yield column.join, column.cell_of(Role.JOIN) or column.cell


def _with_key(file: RowFile, place: Place, key: str, text: str, cell: Cell | None) -> Iterator[JoinEdit]:
    joined = [table for table in place.select.tables if table.on is not None]
    edits = [_edit(file, place, table, key, text, cell) for table in joined]
    if len(joined) == len(place.select.tables) - 1 and all(edit is not None for edit in edits):
        yield from (edit for edit in edits if edit is not None and edit.sql)


def _edit(
    file: RowFile, place: Place, table: TableShape, key: str, text: str, cell: Cell | None
) -> JoinEdit | None:
    """The join with the key; without a condition where it has it already, None where a side has no such column."""
    assert table.on is not None
    condition = file.existing.condition_of(table.on)
    tree = parsed(condition)
    read = list(columns_of(tree)) if tree is not None else []
    others = {c.table.casefold() for c in read} - {table.alias.casefold(), ""}
    sides = [t for t in place.select.tables if t.alias.casefold() in others]
    if len(sides) != 1 or not all(_has(file, place, side, key) for side in (table, sides[0])):
        return None
    if any(c.name.casefold() == key.casefold() for c in read):
        return JoinEdit(table.alias, "", cell=cell)
    order = [table, sides[0]] if read[0].table.casefold() == table.alias.casefold() else [sides[0], table]
    further = " = ".join(f"{quoted(side.alias)}.{quoted(key)}" for side in order)
    why = say("edits.further_key", key=key, text=" ".join(text.split())[:120])
    return JoinEdit(table.alias, f"{condition} and {further}", cell=cell, why=why)


def _has(file: RowFile, place: Place, table: TableShape, key: str) -> bool:
    """Whether a relation shows a column, or its query can be made to."""
    name, query = key.casefold(), place.query_of(table)
    shown = table_outputs(file.existing, place, table, file.schema)
    more = passable(file.existing, query, file.schema, finer=True) if query is not None else []
    return any(o.name.casefold() == name for o in (*shown, *more))
