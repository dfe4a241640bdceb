"""The type of a value that is made of columns of known types."""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.annotate_types import annotate_types

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import DIALECT, parsed


def type_of_value(sql: str, relations: Sequence[Relation], schema: Schema) -> str:
    """DuckDB type of an expression over relations, in capitals; empty where it cannot be told."""
    tree = parsed(sql)
    if tree is None:
        return ""
    types = {
        (c.relation.casefold(), c.column.name.casefold()): c.column.type
        for r in relations
        for c in relation_columns(r, schema)
    }
    if isinstance(tree, exp.Column):
        return types.get((tree.table.casefold(), tree.name.casefold()), "")
    copy = tree.copy()
    for column in list(copy.find_all(exp.Column)):
        kind = types.get((column.table.casefold(), column.name.casefold()), "")
        if kind:
            try:
                column.replace(exp.cast(exp.Null(), kind, dialect=DIALECT))
            except SqlglotError:
                return ""
    found = annotate_types(copy, dialect=DIALECT).type
    name = found.sql(dialect=DIALECT).upper() if found is not None else ""
    return "" if name in ("UNKNOWN", "NULL") else name
