"""What a document asks of all joins of existing SQL at once: a further key that each of them compares."""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import quoted
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role
from signoff.core.merge.existing import Place
from signoff.core.merge.further_keys import further_key
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.lineage import passable, table_outputs
from signoff.core.merge.row_marks import own_state
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.pipeline.row_file import RowFile


def asked_joins(file: RowFile) -> tuple[JoinEdit, ...]:
    """The joins of the file with a further key, where the document says that every join also compares it.

    Args:
        file: the file beside its mapping; one with a join that lacks the key on a side is left as it is.
    """
    for text, cell in _texts(file):
        key = further_key(text)
        if key:
            return tuple(_with_key(file, key, text, cell))
    return ()


def _texts(file: RowFile) -> Iterator[tuple[str, Cell | None]]:
    """What the document says of joins: lines above the grid, steps, and cells beside columns."""
    yield file.target.description, file.target.cell
    for step in file.target.steps:
        yield step.condition, step.cell
    for column in file.target.columns:
        yield column.join, column.cell_of(Role.JOIN) or column.cell
        if own_state(column) is not MandateState.UNCHANGED:
            yield column.note, column.cell_of(Role.NOTE) or column.cell


def _with_key(file: RowFile, key: str, text: str, cell: Cell | None) -> Iterator[JoinEdit]:
    """An edit of every join of every SELECT; none where one of them can't compare the key."""
    found: list[JoinEdit | None] = []
    for place in every_place(file.existing):
        joined = [table for table in place.select.tables if table.on is not None]
        if joined and len(joined) != len(place.select.tables) - 1:
            return
        found += [_edit(file, place, table, key, text, cell) for table in joined]
    if all(edit is not None for edit in found):
        yield from (edit for edit in found if edit is not None and edit.sql)


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
        return JoinEdit(table.alias, "", cell=cell, place=place)
    order = [table, sides[0]] if read[0].table.casefold() == table.alias.casefold() else [sides[0], table]
    further = " = ".join(f"{quoted(side.alias)}.{quoted(key)}" for side in order)
    why = say("edits.further_key", key=key, text=" ".join(text.split())[:120])
    return JoinEdit(table.alias, f"{condition} and {further}", cell=cell, why=why, place=place)


def _has(file: RowFile, place: Place, table: TableShape, key: str) -> bool:
    """Whether a relation shows a column, or its query can be made to."""
    name, query = key.casefold(), place.query_of(table)
    shown = table_outputs(file.existing, place, table, file.schema)
    more = passable(file.existing, query, file.schema, finer=True) if query is not None else []
    return any(o.name.casefold() == name for o in (*shown, *more))
