"""Running totals over what happened: ``running total per shop: everything opened so far minus everything closed``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.names import words
from signoff.core.merge.read_twice import day_of, days_read, event_count
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.neighbour_rows import is_owner, order_of_things
from signoff.core.pipeline.places import Place

_ALL = r"(?:everything|all|all\s+[a-z]+|what\s+was|those)\s+"
_SO_FAR = r"(?:\s+(?:so\s+far|up\s+to\s+then|until\s+then|to\s+date))"
_RUNNING = re.compile(
    r"^(?:the\s+)?(?:running|cumulative)\s+(?:total|sum|balance)\s+(?:per|for\s+each|for\s+every|of\s+each|of\s+the)\s+(?P<owner>[a-z]\w*)\s*[:,]\s*"
    rf"{_ALL}(?P<one>[a-z]+){_SO_FAR}?\s+(?:minus|less)\s+{_ALL}(?P<two>[a-z]+){_SO_FAR}"
    r"(?:\s*[,;(]\s*(?:(?:this|that|the\s+current|the)\s+(?P<unit>[a-z]+)\s+(?:is\s+)?included|including\s+(?:this|that|the\s+current|the)\s+(?P<unit2>[a-z]+))\)?)?$",
    re.IGNORECASE,
)


def event_total(
    mapping: ColumnMapping,
    rows: Sequence[ColumnMapping],
    place: Place,
    columns: Sequence[DraftColumn],
    part: int,
    desk: Desk,
) -> Expression | None:
    """The value of such a rule where a table is read once for each of two days; None for every other.

    Args:
        mapping: the column.
        rows: all columns of its target.
        place: where it stands.
        columns: the target's columns as resolved so far.
        part: which expression of each is the section's.
        desk: the run's tools.
    """
    match = _RUNNING.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    days = days_read(place.section) if place.section is not None else ()
    if match is None or place.section is None or not days or mapping.sources:
        return None
    one, two = day_of(match["one"], days), day_of(match["two"], days)
    order = order_of_things(rows, columns, part)
    unit = (match["unit"] or match["unit2"] or "").lower()
    if not one or not two or one == two or order is None or not is_owner(match["owner"], order):
        return None
    if unit and unit not in (*words(order.by_name), "row"):
        return None
    sql = f"sum({event_count(place.section, one)} - {event_count(place.section, two)}) {order.window}"
    return Expression(sql, Origin.PATTERN, "what happened") if place.works(sql, desk) else None
