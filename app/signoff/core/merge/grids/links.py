"""By which columns rows of a table belong to a thing: its key under the same name, or that of a table between."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.names import find_column


@dataclass(frozen=True)
class Way:
    """From rows of a table to the thing that they belong to."""

    key: str
    """SQL of what tells the things apart, over the rows of the table."""
    join: str
    """The table between, where there is one."""
    on: str
    """How it is joined."""
    assumed: bool
    """Nothing tells that this table is the one between."""


def way_to(table: SourceTable, things: SourceTable, key: str, schema: Schema, *, told: bool) -> Way | None:
    """How rows of a table belong to things; None where no column or more than one way leads there.

    Args:
        table: whose rows are counted or summed up.
        things: the table of the things.
        key: the column that tells them apart.
        schema: the tables.
        told: a sentence says that rows belong to a thing by the table of the things.
    """
    own = find_column(table, key)
    if own is not None and not told:
        return Way(f"{quoted(table.name)}.{quoted(own.name)}", "", "", assumed=False)
    shared = [
        (c.name, other.name)
        for c in table.columns
        if (other := find_column(things, c.name)) is not None
        and (looks_like_key(c.name) or _is_first(c.name, things))
    ]
    if len(shared) != 1 or find_column(things, key) is None:
        return None
    here, there = shared[0]
    on = f"{quoted(table.name)}.{quoted(here)} = {quoted(things.name)}.{quoted(there)}"
    return Way(f"{quoted(things.name)}.{quoted(key)}", quoted(things.name), on, assumed=not told)


def _is_first(name: str, table: SourceTable) -> bool:
    """Whether a column stands first in its table, as keys do."""
    return table.columns[0].name.casefold() == name.casefold()
