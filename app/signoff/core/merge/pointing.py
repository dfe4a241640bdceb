"""Columns that point at another table by its name: ``customer_id`` at ``customers.id``."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.names import words
from signoff.core.merge.scoping import table_of
from signoff.core.merge.sqlparts import parsed, rendered

_LAYERS = frozenset(["dim", "fact", "fct", "stg", "src", "raw", "int", "tbl", "t", "d", "f"])
_ENDINGS = ("id", "key", "no", "code", "sk")


def pointer(child: SourceTable, parent: SourceTable) -> tuple[SourceColumn, SourceColumn] | None:
    """Column of `child` named after `parent`, and the column of `parent` it points at."""
    for ending in _ENDINGS:
        names = {squashed(f"{name}{ending}") for name in table_names(parent)}
        column = next((c for c in child.columns if squashed(c.name) in names), None)
        if column is None:
            continue
        aimed = next((c for c in parent.columns if squashed(c.name) in {*names, ending}), None)
        if aimed is not None:
            return column, aimed
    return None


def table_names(table: SourceTable) -> set[str]:
    """The table's name as others may call it: without prefixes, in the singular too."""
    parts = [w for w in words(table.name) if w not in _LAYERS] or [squashed(table.name)]
    names = {"".join(parts[start:]) for start in range(len(parts))}
    return names | {f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s") for name in names}


def pointed_at(name: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """The column that a name such as ``customer_id`` means where it is called ``id``; None for none and for several."""
    found = [
        ScopeColumn(relation.alias, relation.table, column)
        for relation in relations
        if (table := table_of(relation, schema)) is not None
        for ending in _ENDINGS
        if squashed(name) in {squashed(f"{called}{ending}") for called in table_names(table)}
        for column in table.columns
        if squashed(column.name) == ending
    ]
    return found[0] if len(found) == 1 else None


def joined_by(column: ScopeColumn, relations: Sequence[Relation]) -> str:
    """SQL of what a left-joined table's key was found by, since its own is empty where it found no partner.

    The column itself where its table is not left-joined by it.
    """
    relation = next((r for r in relations if r.alias == column.relation), None)
    tree = parsed(relation.on.sql) if relation is not None and relation.on is not None else None
    if relation is None or relation.join is not JoinKind.LEFT or tree is None:
        return column.sql
    parts = tree.flatten() if isinstance(tree, exp.And) else [tree]
    for part in parts:
        both = (part.this, part.expression) if isinstance(part, exp.EQ) else ()
        sides = [rendered(side) for side in both if isinstance(side, exp.Column)]
        if len(sides) == 2 and column.sql in sides:
            return sides[1 - sides.index(column.sql)]
    return column.sql
