"""Values of the row before or behind, and the place of a row, for each thing that the target's key tells apart.

``balance of the account in the month before, 0 in its first month``; ``month_on of the flat's next change, null for the
last one``; ``1, 2, 3 … for the changes of a flat in order of month_on``. The date in the target's key puts the rows of
a thing in order, the other keys tell things apart, and the words must name one of those.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import DraftColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.types import Family, duckdb_type, family_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place

_ROWS = r"(?P<rows>[a-z]+)"
_NAME = r"[A-Za-z_]\w*"
_UNIT = r"(?P<unit>month|day|week|quarter|year)"
_OWNER = r"(?:the|that|this|each|its)\s+(?P<owner>[a-z]\w*)"
_FIRST = (
    r"(?:\s*[,;(]\s*(?P<value>0|zero|null|nothing|empty|no\s+value)\s+(?:in|for|on|at)\s+(?:its|the|their|that)\s+(?:very\s+)?(?P<end>first|last)"
    r"(?:\s+(?P<what>one|[a-z]+))?(?:\s+of\s+(?:the|each|every)\s+(?P<of>[a-z]\w*))?\)?)?"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}{_FIRST}$", re.IGNORECASE)
    for shape in (
        rf"(?:the\s+)?(?P<name>{_NAME})\s+of\s+{_OWNER}\s+(?:in|of|for|from)\s+the\s+(?:{_UNIT}\s+before|(?:previous|prior|preceding)\s+(?P<unit2>month|day|week|quarter|year))",
        rf"(?:the\s+)?(?P<owner>[a-z]\w*)(?:'s|’s)\s+(?P<name>{_NAME})\s+(?:in|of|for|from)\s+the\s+(?:{_UNIT}\s+before|(?:previous|prior|preceding)\s+(?P<unit2>month|day|week|quarter|year))",
        rf"(?:the\s+)?(?P<name>{_NAME})\s+(?:in|of|from)\s+(?:the\s+)?(?P<owner>[a-z]\w*)(?:'s|’s)\s+(?P<way>previous|prior|preceding|next|following)\s+{_ROWS}",
        rf"(?:the\s+)?(?P<name>{_NAME})\s+(?:in|of|from)\s+the\s+(?P<way>previous|prior|preceding|next|following)\s+{_ROWS}\s+of\s+(?:the|that|this|each|its)\s+(?:same\s+)?"
        r"(?P<owner>[a-z]\w*)",
    )
)
_NUMBERED = re.compile(
    rf"^1\s*,\s*2\s*,\s*3\s*,?\s*(?:…|\.\.\.?|and\s+so\s+on|etc\.?)?\s*(?:for|through|over|per|within|along|counting)\s+(?:(?:the\s+|all\s+)?{_ROWS}\s+(?:of|in|per)\s+)?"
    rf"(?:(?:an?|the|each|every)\s+)?(?P<owner>[a-z]\w*)\s*,?\s+(?:in\s+(?:the\s+)?order\s+of|ordered\s+by|sorted\s+by|by)\s+(?P<name>{_NAME})$",
    re.IGNORECASE,
)
_ANY_ROWS = frozenset(("row", "record", "line", "entry", "one"))
_CODES = frozenset(("id", "no", "nr", "number", "key", "code", "cd"))
_NEXT = frozenset(("next", "following"))


@dataclass(frozen=True)
class ThingOrder:
    """The target's key: what tells things apart, and the date that puts the rows of one in order."""

    keys: tuple[tuple[ColumnMapping, str], ...]
    by: str
    by_name: str

    @property
    def window(self) -> str:
        """Each thing by itself, its rows in order."""
        return f"over (partition by {', '.join(sql for _, sql in self.keys)} order by {self.by})"


def neighbour_value(
    mapping: ColumnMapping,
    rows: Sequence[ColumnMapping],
    scope: Scope,
    place: Place,
    columns: Sequence[DraftColumn],
    part: int,
    desk: Desk,
) -> Expression | None:
    """The value of such a rule; None for every other, or where the key has no date in it.

    Args:
        mapping: the column.
        rows: all columns of its target.
        scope: what the rule may use.
        place: where it stands.
        columns: the target's columns as resolved so far.
        part: which expression of each is the section's.
        desk: the run's tools.
    """
    text = " ".join((mapping.rule_resolved or mapping.rule).split()).strip(" .")
    told = next((m for shape in _SHAPES if (m := shape.match(text)) is not None), None)
    numbered = _NUMBERED.match(text)
    match = told or numbered
    if match is None or place.section is None or place.section.qualify:
        return None
    order = order_of_things(rows, columns, part)
    if order is None or not is_owner(match["owner"], order):
        return None
    said = match.groupdict()
    if said.get("rows") and not _are_rows(said["rows"], place.target):
        return None
    if numbered is not None:
        ordered = squashed(match["name"]) == squashed(order.by_name)
        sql = f"row_number() {order.window}" if ordered else ""
    else:
        sql = _beside(said, mapping, scope, order, columns, part)
    return Expression(sql, Origin.PATTERN, "row beside") if sql and place.works(sql, desk) else None


def _beside(
    said: dict[str, str | None],
    mapping: ColumnMapping,
    scope: Scope,
    order: ThingOrder,
    columns: Sequence[DraftColumn],
    part: int,
) -> str:
    """The value of the row before or behind; of a month before only where that row is of the month before."""
    value = _value(said["name"] or "", mapping, scope, columns, part)
    goes_on = (said.get("way") or "").lower() in _NEXT
    end = (said.get("end") or "").lower()
    if not value or (end and (end == "last") is not goes_on) or not _fits_end(said, order):
        return ""
    unit = (said.get("unit") or said.get("unit2") or "").lower()
    if unit and unit not in words(order.by_name):
        return ""
    sql = f"{'lead' if goes_on else 'lag'}({value}) {order.window}"
    if unit:
        before = f"lag({order.by}) {order.window} = {order.by} - interval 1 {unit}"
        before = before.replace("interval 1 quarter", "interval 3 month")
        sql = f"case when {before} then {sql} end"
    zero = (said.get("value") or "").lower() in ("0", "zero")
    return f"coalesce({sql}, 0)" if zero else sql


def _fits_end(said: dict[str, str | None], order: ThingOrder) -> bool:
    """Whether the first or the last of a thing is meant by what stands behind: ``in its first month``."""
    what, of = (said.get("what") or "one").lower(), said.get("of")
    fitting = what in _ANY_ROWS or what in words(order.by_name) or what == (said.get("rows") or "").lower()
    return fitting and (not of or of.lower() == (said.get("owner") or "").lower())


def _value(name: str, mapping: ColumnMapping, scope: Scope, columns: Sequence[DraftColumn], part: int) -> str:
    """SQL of the source of that name, else of the target's own column."""
    sources = [c for c in scope.sources if squashed(c.column.name) == squashed(name)]
    if len(sources) == 1 and not scope.aggregate:
        return sources[0].sql
    own = [c for c in columns if squashed(c.name) == squashed(name) and c.name != mapping.name]
    return _made(own[0], part) if len(own) == 1 and not sources else ""


def _made(column: DraftColumn, part: int) -> str:
    expression = column.expressions[part]
    return (
        ""
        if expression.origin is Origin.UNRESOLVED or expression.origin is Origin.GENERATED
        else expression.sql
    )


def order_of_things(
    rows: Sequence[ColumnMapping], columns: Sequence[DraftColumn], part: int
) -> ThingOrder | None:
    """What the target's key says of the order of a thing's rows; None where it has no date, or no more than one."""
    made = {c.name: _made(c, part) for c in columns}
    keys = [(row, made.get(row.name, "")) for row in rows if row.key]
    days = [
        (row, sql) for row, sql in keys if family_of(duckdb_type(row.type)) in (Family.DATE, Family.TIMESTAMP)
    ]
    others = tuple(pair for pair in keys if pair not in days)
    if len(days) != 1 or not others or not all(sql for _, sql in keys):
        return None
    return ThingOrder(others, days[0][1], days[0][0].name)


def is_owner(noun: str, order: ThingOrder) -> bool:
    """Whether a noun means the one key that tells things apart."""
    if len(order.keys) != 1:
        return False
    row = order.keys[0][0]
    names = [row.name, *(ref.column for ref in row.sources)]
    return any(_is_key_of(name, noun) for name in names)


def _is_key_of(name: str, noun: str) -> bool:
    said, wanted = words(name), tuple(singular(word) for word in words(noun))
    plain = tuple(singular(word) for word in said if word not in _CODES) or said
    return plain == wanted or said == words(noun)


def _are_rows(noun: str, target: str) -> bool:
    """Whether a noun means the target's rows: ``changes`` of rent_changes."""
    said = singular(noun.lower())
    return said in _ANY_ROWS or said == singular(words(target)[-1])
