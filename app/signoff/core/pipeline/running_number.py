"""Running numbers that the document asks for without an order: ``Autoincrement SK`` is numbered by the natural key."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.scoping import resolve_source
from signoff.core.pipeline.places import Place

_KEY = r"(?:surrogate(?:\s+key)?|sk|key|id|number|no\.?|value|column|integer|technical\s+key)"
_AUTO = r"(?:auto[\s-]?incr(?:ement(?:ed|ing|al)?)?|auto[\s-]?generated|identity(?:\s+column)?|auto[\s-]?number(?:ed)?)"
_ASKED = re.compile(
    rf"(?:generate[d]?\s+|an?\s+|the\s+)*(?:{_KEY}\s*[,:(-]*\s*)*{_AUTO}(?:\s*[,:(-]*\s*{_KEY})*\)?",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:direct(?:ly)?(?:\s+(?:move|mapping|map|copy|load))?|1:1|one to one|as is|"
    r"straight(?:\s+move)?)?(?:\s*\([^()]*\))?",
    re.IGNORECASE,
)


def running_number(
    mapping: ColumnMapping, rows: Sequence[ColumnMapping], section: SectionPlan, schema: Schema, place: Place
) -> Expression | None:
    """A number over all rows in the order of the target's natural key; None for other rules, or without such a key.

    Args:
        mapping: the column.
        rows: all columns of its target; the natural key are the other keys, else the first column that is moved.
        section: the part of the query; grouped rows are not numbered.
        schema: known tables.
        place: of the column.
    """
    text = " ".join((mapping.rule_resolved or mapping.rule).split()).strip(" .")
    if _ASKED.fullmatch(text) is None or mapping.sources or section.group_by or not section.relations:
        return None
    others = [row for row in rows if row.name != mapping.name and len(row.sources) == 1]
    keys = [row for row in others if row.key]
    moved = [row for row in others if _MOVED.fullmatch((row.rule_resolved or row.rule).strip())]
    found = [resolve_source(section, row.sources[0], row, schema)[0] for row in keys or moved[:1]]
    order = [column for column in found if column is not None]
    if not order or len(order) != len(found):
        return None
    names = ", ".join(c.column.name for c in order)
    finding = Finding(
        "D13",
        Severity.WARNING,
        say("draft.numbered_by", place=place, order=names),
        mapping.cell,
        place.target,
        place.column,
    )
    sql = f"row_number() OVER (ORDER BY {', '.join(c.sql for c in order)})"
    return Expression(sql, Origin.PATTERN, "running number", findings=(finding,))
