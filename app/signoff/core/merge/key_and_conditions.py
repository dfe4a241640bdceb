"""Join conditions in which a key stands by its name alone between conditions in SQL: ``order_no AND (a OR b)``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.conditions import key_condition, sql_condition
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.sqlparts import conjunction, parsed

_LEAD = re.compile(r"^\s*(?:on|joined\s+on|join\s+on|using|via|by)\b\s*:?\s*", re.IGNORECASE)


def key_and_conditions(
    text: str, relation: Relation, others: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """How a relation is joined where keys and conditions stand between ``and``; None unless each part is understood."""
    tree = parsed(_LEAD.sub("", text).strip().rstrip(";. "))
    if not isinstance(tree, exp.And):
        return None
    parts = [part.unnest() for part in tree.flatten()]
    keys = [part for part in parts if isinstance(part, exp.Column)]
    if not keys or len(keys) == len(parts):
        return None
    relations = [*others, relation]
    found: list[str] = []
    for part in parts:
        said = part.sql(dialect="duckdb")
        if isinstance(part, exp.Column):
            key = key_condition(said, relation, others, schema, cell)
            found.append(key.sql if key is not None else "")
        else:
            found.append(sql_condition(said, scope_for_condition(relations, schema, said), schema))
    return Condition(text, conjunction(found), Origin.PATTERN, cell) if all(found) else None
