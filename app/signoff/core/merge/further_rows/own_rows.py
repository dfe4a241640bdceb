"""Rows of the table that a query reads anyway: ``orders which have this one as their parent_id``.

By its keys such a table would belong to itself, row by row, so only what a rule tells counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, SourceTable
from signoff.core.merge.scoping import letters_of, relation_columns

_THIS = (
    r"(?:this|that|the)\s+(?:(?:very|same|own)\s+)?(?:one|row|record|it|\w+)"
    r"(?:['’]s\s+(?:own\s+)?(?:id|key|\w+_id))?"
)
_SHAPES = (
    rf"\s*\b(?:which|that|who)?\s*(?:have|has|having|with|name|list|carry|show)\s+{_THIS}\s+as\s+(?:their|its|his|the)\s+(?P<column>\w+)",
    rf"\s*\b(?:whose|where\s+the|where)\s+(?P<column>\w+)\s+(?:is|equals|=|points\s+(?:to|at)|refers\s+to)\s+{_THIS}(?=\s*(?:$|[,.;]))",
    rf"\s*\b(?:which|that)\s+(?:point|refer|belong)s?\s+(?:to|at)\s+(?:{_THIS}|it)\s*(?:(?:by|via|through|with|in)\s+(?:their\s+|its\s+|the\s+)?|\()(?P<column>\w+)\)?",
)


@dataclass(frozen=True)
class OwnRows:
    """By what rows of a table belong to another row of it."""

    link: str
    rule: str
    """What the rule says beside that."""


def is_own(table: SourceTable, relations: Sequence[Relation], schema: Schema) -> bool:
    """Whether the rows of a query are those of the table itself, whatever its own name for it.

    Args:
        table: a source table.
        relations: what the query reads, the driving one first; one that shows some columns only may be made of
            groups of the table's rows, and is another one.
        schema: the tables, and what relations show.
    """
    first = relations[0]
    shown = {squashed(c.column.name) for c in relation_columns(first, schema)}
    return squashed(table.name) in letters_of(first) and {squashed(c.name) for c in table.columns} <= shown


def own_rows(rule: str, there: Relation, relations: Sequence[Relation], schema: Schema) -> OwnRows | None:
    """By what rows of such a table belong to the row; None where the rule does not tell it.

    Args:
        rule: of the column.
        there: the rows that belong.
        relations: what the query reads; the first has the row that they belong to.
        schema: the tables, and what relations show.
    """
    table = schema.table(there.table)
    for shape in _SHAPES:
        found = re.search(shape, rule, re.IGNORECASE)
        if found is None or table is None:
            continue
        column = next((c.name for c in table.columns if c.name.casefold() == found["column"].casefold()), "")
        key = _key_for(column, [c for c in relation_columns(relations[0], schema)], table) if column else ""
        if not key:
            return None
        left = f"{rule[: found.start()]} {rule[found.end() :]}"
        return OwnRows(
            f"{there.alias}.{column} = {key}", re.sub(r"\s+([,;.])", r"\1", " ".join(left.split()))
        )
    return None


def _key_for(column: str, shown: Sequence[ScopeColumn], table: SourceTable) -> str:
    """The key of the row that a column points to: what its name ends with, else the table's own key."""
    name = column.casefold()
    others = [c for c in shown if c.column.name.casefold() != name]
    ends = [c for c in others if name.endswith(f"_{c.column.name.casefold()}")]
    keys = [c for c in others if (c.column.name,) == tuple(table.key)]
    found = ends if len(ends) == 1 else keys
    return found[0].sql if len(found) == 1 else ""
