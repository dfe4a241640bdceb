"""New columns whose row says the very words of a row beside it: they come the way that the file brings that one.

``author_type | of the latest part`` stands in the file as ``latest_part.author_type``; ``body | of the latest part`` is
``latest_part.body``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.existing import ExistingSql, expression_of
from signoff.core.merge.like_values import with_other_value
from signoff.core.merge.lineage import existing_columns, select_outputs
from signoff.core.merge.names import bare
from signoff.core.merge.row_marks import own_state
from signoff.core.merge.sqlparts import parsed, rendered

_STAYS = (None, MandateState.UNCHANGED)


def like_sibling(
    existing: ExistingSql, mapping: ColumnMapping, rows: Sequence[ColumnMapping], schema: Schema
) -> tuple[str, str]:
    """The value of a new column and the column it is made like; empty where no row beside it says the same.

    Args:
        existing: the file; one with a union is left alone.
        mapping: the row of the new column.
        rows: all rows of the target.
        schema: tables the file reads.
    """
    said = _said(mapping)
    if not said[0] or len(existing.parts) != 1:
        return "", ""
    names = {c.name.casefold() for c in existing_columns(existing, schema)}
    if mapping.name.casefold() in names:
        return "", ""
    found = {
        sql: row.name
        for row in rows
        if row.name != mapping.name and own_state(row) in _STAYS and _said(row) == said
        if (sql := _as_there(existing, row, mapping.sources[0].column, schema))
    }
    found = found or _of_other_value(existing, mapping, rows, schema)
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _of_other_value(
    existing: ExistingSql, mapping: ColumnMapping, rows: Sequence[ColumnMapping], schema: Schema
) -> dict[str, str]:
    """Values made like columns of another value, each with the column's name."""
    shown = {o.name.casefold(): o for o in select_outputs(existing, existing.parts[0], schema)}
    found: dict[str, str] = {}
    for row in rows:
        there = shown.get(row.name.casefold()) if own_state(row) in _STAYS else None
        item = there.item if there is not None else None
        tree = parsed(expression_of(existing, item)) if item is not None else None
        sql = with_other_value(tree, row, mapping) if tree is not None and row.name != mapping.name else ""
        if sql:
            found[sql] = row.name
    return found


def _said(row: ColumnMapping) -> tuple[str, str]:
    """The table of a row with one source, and its rule without the name of the source; empty for others."""
    rule = " ".join((row.rule_resolved or row.rule).casefold().split())
    if len(row.sources) != 1 or not row.sources[0].table or not rule:
        return ("", "")
    name = re.escape(row.sources[0].column.casefold())
    return squashed(bare(row.sources[0].table)), re.sub(rf"(?<!\w){name}(?!\w)", "*", rule)


def _as_there(existing: ExistingSql, row: ColumnMapping, column: str, schema: Schema) -> str:
    """Another column of the relation from which the file copies the one of a row; empty where it does not copy it."""
    place, wanted = existing.parts[0], row.name.casefold()
    own = next((o for o in select_outputs(existing, place, schema) if o.name.casefold() == wanted), None)
    if own is None or own.item is None or not own.table:
        return ""
    source = row.sources[0]
    is_copy = squashed(own.table) == squashed(bare(source.table)) and squashed(own.column) == squashed(
        source.column
    )
    tree = parsed(expression_of(existing, own.item)) if is_copy else None
    if not isinstance(tree, exp.Column) or not tree.table:
        return ""
    return rendered(exp.column(exp.to_identifier(column), tree.args["table"].copy()))
