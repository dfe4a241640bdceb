"""What a target's own columns call the source columns they take over: customer_no for KND_NR.

Rules speak of "this customer" where the source says KND_NR; the row of customer_no tells what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.scoping import resolve_source

_AS_IT_IS = re.compile(
    r"\s*(?:(?:direct|straight|simple|one[- ]to[- ]one|1\s*:\s*1)(?:\s+(?:mapping|move|copy|map|load))?|as[- ]is|"
    r"copy|copied|unchanged|none|n/?a|-|no\s+(?:change|transformation)s?|pass[- ]?through)?\s*\.?\s*",
    re.IGNORECASE,
)


def is_plain_move(row: ColumnMapping) -> bool:
    """Whether a row takes its one source column over as it is."""
    return len(row.sources) == 1 and _AS_IT_IS.fullmatch(row.rule_resolved or row.rule) is not None


def siblings_of(
    section: SectionPlan, rows: Sequence[ColumnMapping], name: str, schema: Schema
) -> tuple[tuple[str, ScopeColumn], ...]:
    """Names of the other columns that take one source column over as it is, each with that column.

    Args:
        section: the query's part.
        rows: the columns of the target there.
        name: of the column whose rule is read.
        schema: tables of the query.
    """
    found = []
    for row in rows:
        if row.name == name or not is_plain_move(row):
            continue
        column, doubt = resolve_source(section, row.sources[0], row, schema)
        if column is not None and doubt is None:
            found.append((row.name, column))
    return tuple(found)
