"""A grain that is stated for a whole union while each of its parts is grouped by itself.

Where no key tells the parts apart, rows of several parts with equal keys stay rows of their own: more than the one
that the grain promises. That is said rather than drafted over silently.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlglot import exp

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import DraftColumn, Plan
from signoff.core.domain.sentences import say
from signoff.core.merge.sqlparts import parsed

_LEAST_PARTS = 2


def findings_of_parts(plan: Plan, columns: Sequence[DraftColumn]) -> tuple[Finding, ...]:
    """What is said where the parts of a union share a stated grain; empty where a key tells them apart.

    Args:
        plan: The target's query, its groupings as they were stated.
        columns: With one expression for each part.
    """
    stated = [section.group_by for section in plan.sections]
    if len(stated) < _LEAST_PARTS or not all(stated):
        return ()
    cells = {key.cell for keys in stated for key in keys}
    if len(cells) != 1 or None in cells:
        return ()
    keys = {(key.column or key.text).casefold() for keys in stated for key in keys}
    if any(_tells_apart(column) for column in columns if column.name.casefold() in keys):
        return ()
    message = say(
        "merge.parts_grouped_apart", keys=", ".join(dict.fromkeys(k.column or k.text for k in stated[0]))
    )
    return (Finding("D220", Severity.ERROR, message, stated[0][0].cell, plan.target),)


def _tells_apart(column: DraftColumn) -> bool:
    """Whether a column holds another fixed value in each part, or is not known yet."""
    if any(each.origin is Origin.UNRESOLVED for each in column.expressions):
        return True
    trees = [parsed(each.sql) for each in column.expressions]
    values = [tree.sql() for tree in trees if isinstance(tree, exp.Literal)]
    return len(values) == len(column.expressions) and len(set(values)) == len(values)
