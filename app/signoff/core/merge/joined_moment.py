"""Rules over the rows in force in a period, where the join says which: ``sum over the contracts active in that month``.

The join compares the period of one table with the beginning and end of another; such words then say once more which
rows it joins, and the rule is about the source cell beside it: ``sum of fee``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, words
from signoff.core.merge.sqlparts import columns_of, parsed

IN_FORCE = (
    r"(?:active|running|valid|open|current|live|effective|in\s+force|in\s+effect|ongoing|existing|there"
    r"|booked|enrolled|rented)"
)
_PERIOD = r"(?:calendar\s+)?(?P<unit>month|day|date|week|quarter|year|hour|period|time)"
_OF_PERIOD = re.compile(
    r"^(?:the\s+)?(?P<word>sum|total|count|number|average|avg|mean|minimum|min|maximum|max)\s+(?:(?:over|of|for|across|from)\s+)?"
    rf"(?:all\s+)?(?:the\s+|those\s+|its\s+)?(?P<front>{IN_FORCE}\s+)?(?P<what>[\w ]+?)\s+"
    rf"(?:(?:that|which|who)\s+(?:are|is|were|was)\s+)?(?P<behind>{IN_FORCE}\s+)?"
    rf"(?:in|during|within|at|on|over)\s+(?:that|the|this|each|the\s+same|its)\s+{_PERIOD}(?P<rest>\s*[,;(:].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = {
    "total": "sum",
    "number": "count",
    "avg": "average",
    "mean": "average",
    "min": "minimum",
    "max": "maximum",
}


def with_moment_meant(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """The row with its rule over its source alone, where the join has chosen the rows it speaks of; else unchanged."""
    match = _OF_PERIOD.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    if match is None or not section.group_by or bool(match["front"]) == bool(match["behind"]):
        return mapping
    columns = {squashed(bare(ref.column)): ref for ref in mapping.sources if ref.column}
    if len(columns) != 1:
        return mapping
    ref = next(iter(columns.values()))
    joined = [
        relation
        for relation in section.relations[1:]
        if squashed(bare(ref.table)) in (squashed(relation.alias), squashed(bare(relation.table)))
        and _is_called(match["what"], relation)
    ]
    if len(joined) != 1 or not joins_in_period(joined[0]):
        return mapping
    word = _WORDS.get(match["word"].lower(), match["word"].lower())
    said = f"{word} of {bare(ref.column)}{match['rest'] or ''}"
    return replace(mapping, rule=said, rule_resolved=said)


def joins_in_period(relation: Relation) -> bool:
    """Whether a left joined table's rows are those whose beginning and end lie around another table's day."""
    tree = parsed(relation.on.sql) if relation.on is not None and relation.join is JoinKind.LEFT else None
    if tree is None:
        return False
    alias = relation.alias.casefold()
    low, high = set[str](), set[str]()
    for node in tree.find_all(exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Between):
        if isinstance(node, exp.Between):
            others = {c.table.casefold() for c in columns_of(node.this)} - {alias}
            if others and {c.table.casefold() for c in columns_of(node)} - others == {alias}:
                low |= others
                high |= others
            continue
        left = {c.table.casefold() for c in columns_of(node.this)}
        right = {c.table.casefold() for c in columns_of(node.expression)}
        if left == right or alias not in left | right or len(left) != 1 or len(right) != 1:
            continue
        own_first = left == {alias}
        is_less = isinstance(node, (exp.LT, exp.LTE))
        (low if own_first == is_less else high).update((left | right) - {alias})
    return bool(low & high)


def _is_called(said: str, relation: Relation) -> bool:
    wanted = {singular(word) for word in words(said)}
    own = {singular(word) for name in (relation.table, relation.alias) for word in words(name)}
    return bool(wanted) and wanted <= own
