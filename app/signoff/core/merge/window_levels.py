"""Values of windows in existing SQL: a DISTINCT whose windows all look at the same rows sums them up like a GROUP BY.

A rule for such a row is read as it would be over groups; each aggregate is then written as a window of the list's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

from signoff.core.domain.plan import SectionPlan
from signoff.core.domain.spec import Schema, SourceColumn
from signoff.core.merge.existing import ExistingSql, Place, expression_of
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.sqlparts import aggregates, parsed, rendered, same_sql, unqualified

_OF_ROW = re.compile(
    r"^(?:the\s+)?(?P<value>[\w.]+)\s+(?:of|at|on|from)\s+(?:the\s+|its\s+|their\s+)?(?P<end>first|earliest|oldest|last|latest"
    r"|newest|most\s+recent)\s+(?P<noun>[\w-]+(?:\s+[\w-]+){0,2}?)"
    r"(?:\s+(?:of|in|within|per|for)\s+(?:the\s+|an?\s+|each\s+|its\s+|that\s+)?(?P<key>[\w-]+(?:\s+[\w-]+)?))?"
    r"(?:\s*,?\s*\(?\s*(?:by|ordered\s+by|in\s+order\s+of|sorted\s+by|as\s+of|judged\s+by)\s+(?P<order>[\w.]+)\s*\)?)?$",
    re.IGNORECASE,
)
_VALUE_FIRST = re.compile(
    r"^(?:the\s+)?(?P<end>first|earliest|oldest|last|latest|newest|most\s+recent)\s+(?P<value>\w+)"
    r"(?:\s+(?:of|in|within|per|for)\s+(?:the\s+|an?\s+|each\s+|its\s+|that\s+)?(?P<key>[\w-]+(?:\s+[\w-]+)?))?"
    r"(?:\s*,?\s*\(?\s*(?:by|ordered\s+by|in\s+order\s+of|sorted\s+by|as\s+of|judged\s+by)\s+(?P<order>[\w.]+)\s*\)?)?$",
    re.IGNORECASE,
)
_LAST = ("last", "latest", "newest", "most")
_CODES = frozenset({"id", "key", "no", "nr", "number", "code", "sk"})
_DATED = ("DATE", "TIMESTAMP", "DATETIME")
_BY_VALUE = (exp.ArgMin, exp.ArgMax)
_WHOLE = "rows between unbounded preceding and unbounded following"


@dataclass(frozen=True)
class Shared:
    """The rows that every window of a list looks at."""

    keys: tuple[str, ...]
    """What they are partitioned by."""
    order: tuple[str, ...] = ()
    """What those that have an order are put in order by, where it is one and rising."""
    merges: bool = True
    """The list merges equal rows; else it keeps each, and a rule has to name the keys to mean all of them."""

    def over(self, sql: str) -> str:
        """An expression over groups, each of its aggregates as a window; empty where one can't be."""
        tree = parsed(sql)
        if tree is None or any(each.find(exp.Distinct) for each in tree.find_all(exp.AggFunc)):
            return ""
        copied = exp.Paren(this=tree.copy())
        for each in [
            node for node in copied.find_all(exp.AggFunc) if node.find_ancestor(exp.AggFunc) is None
        ]:
            said = self._said(each)
            made = parsed(said) if said else None
            if made is None:
                return ""
            each.replace(made)
        return rendered(copied.this)

    def _said(self, node: exp.Expr) -> str:
        within = f"partition by {', '.join(self.keys)}"
        if not isinstance(node, _BY_VALUE):
            return f"{rendered(node)} over ({within})"
        name = "first_value" if isinstance(node, exp.ArgMin) else "last_value"
        order = rendered(node.expression)
        return f"{name}({rendered(node.this)}) over ({within} order by {order} {_WHOLE})"


def shared_window(existing: ExistingSql, place: Place) -> Shared | None:
    """What the windows of a list have in common; None where they differ, or a list with DISTINCT lacks a key."""
    if place.select.group:
        return None
    texts = [expression_of(existing, item) for item in place.select.items if not existing.is_star(item)]
    trees = [tree for tree in map(parsed, texts) if tree is not None]
    windows = [window for tree in trees for window in tree.find_all(exp.Window)]
    keys = _alike([tuple(map(rendered, window.args.get("partition_by") or ())) for window in windows])
    if not keys or any(aggregates(tree) for tree in trees):
        return None
    shown = [rendered(tree) for tree in trees]
    merges = place.select.distinct
    if merges and not all(any(_same(key, each) for each in shown) for key in keys):
        return None
    orders = [window.args["order"].expressions for window in windows if window.args.get("order") is not None]
    is_rising = all(not each.args.get("desc") for order in orders for each in order)
    order = _alike([tuple(rendered(each.this) for each in order) for order in orders]) if is_rising else None
    return Shared(keys, order or (), merges)


def _alike(found: Sequence[tuple[str, ...]]) -> tuple[str, ...] | None:
    first = found[0] if found else None
    if first is None or not all(len(each) == len(first) and all(map(_same, each, first)) for each in found):
        return None
    return first


def _same(one: str, other: str) -> bool:
    return same_sql(unqualified(one), unqualified(other))


def in_order(
    rule: str, section: SectionPlan, schema: Schema, order: Sequence[str], sources: Sequence[str]
) -> str:
    """A rule on the first or last row of a group as one on the row with the lowest or highest value; else empty.

    Args:
        rule: the words.
        section: what the group is made of.
        schema: its tables.
        order: what the file itself puts the rows in order by.
        sources: columns that the document names for the rule: the only date or moment among them is an order too.
    """
    plain = " ".join(rule.split()).strip(" .")
    match = _OF_ROW.match(plain) or _VALUE_FIRST.match(plain)
    columns = {
        c.column.name.casefold(): c.column for r in section.relations for c in relation_columns(r, schema)
    }
    if match is None or match["value"].rpartition(".")[2].casefold() not in columns:
        return ""
    if match["key"] and not _names_key(match["key"], section):
        return ""
    by = (match["order"] or "").rpartition(".")[2]
    if by and by.casefold() not in columns:
        return ""
    by = (
        by
        or _dated(match["value"], sources, columns)
        or (order[0].rpartition(".")[2].strip('"') if len(order) == 1 else "")
    )
    which = "highest" if match["end"].split()[0].lower() in _LAST else "lowest"
    return f"{match['value']} of the row with the {which} {by}" if by else ""


def names_keys(rule: str, section: SectionPlan) -> bool:
    """Whether a rule names what the rows of a group have in common: ``of the customer``, ``per contact_id``."""
    said = {word.removesuffix("s") for word in words(rule)}
    for key in section.group_by:
        own = [word.removesuffix("s") for word in words(key.sql.rpartition(".")[2].strip('"'))]
        plain = [word for word in own if word not in _CODES] or own
        if not set(plain) <= said:
            return False
    return bool(section.group_by)


def _names_key(said: str, section: SectionPlan) -> bool:
    own = {word for key in section.group_by for word in words(key.sql.rpartition(".")[2].strip('"'))}
    return {word.removesuffix("s") for word in words(said)} <= {word.removesuffix("s") for word in own}


def _dated(value: str, sources: Sequence[str], columns: Mapping[str, SourceColumn]) -> str:
    kinds = {name: columns[name.casefold()].type for name in sources if name.casefold() in columns}
    dated = [
        n for n, kind in kinds.items() if kind.upper().startswith(_DATED) and n.casefold() != value.casefold()
    ]
    return dated[0] if len(dated) == 1 else ""
