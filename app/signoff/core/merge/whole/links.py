"""By which columns a table is joined, as a text names them beside each other, or one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.conditions import equality
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.likely.pairs import told_pair
from signoff.core.merge.names import NUMERIC
from signoff.core.merge.scoping import find_everywhere, is_day
from signoff.core.merge.whole.clauses import Clause
from signoff.core.merge.whole.nouns import mentions_of

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?")
_BETWEEN = re.compile(
    r"\s*(?:[=+&/,~|(-]|==|->|=>|→|↔|<->|⋈|\b(?:to|with|against|match(?:es|ing)?|equals?|is|on|and|at|in|by|maps?\s+to|"
    r"(?:goes|refers|corresponds|belongs|points?)\s+(?:to|at)|has\s+to\s+(?:match|equal)|shows?\s+up\s+as|together\s+with|plus)\b)*"
    r"\s*(?:(?:the|its|their|his|a|an|same)\s+)*(?:\w+['’]s\s+)?\s*",
    re.IGNORECASE,
)
"""What may stand between two names that belong together."""


def pair_of(
    clauses: Sequence[Clause],
    there: Relation,
    others: Sequence[Relation],
    schema: Schema,
    taken: set[tuple[str, int]],
) -> str:
    """SQL of the equality that joins a table: what the clauses on it tell, else any, else keys; empty if there is none.

    Args:
        clauses: all clauses of the text.
        there: the table.
        others: relations that it may be joined to, the driving one first.
        schema: their columns.
        taken: places of sentences by which other tables are joined, which gets those of this one too.
    """
    about = [c for c in clauses if any(m.table == there.table for m in mentions_of(c.unit, schema))]
    for group in (about, clauses):
        units = list(dict.fromkeys(c.unit for c in group))
        for unit in units:
            found = [p for p in _pairs(unit, there, others, schema) if (unit, p[0]) not in taken]
            told = list(dict.fromkeys(equality(here, new) for _, here, new in found))
            if told:
                taken |= {(unit, p[0]) for p in found}
                return " and ".join(told)
        for unit in units if group is about else ():
            told_one = told_pair(unit, there, others, schema)
            if told_one:
                return told_one
    proposed = proposed_join(there, others, schema)
    if proposed is not None:
        return proposed.sql
    keyed = (_by_key(c.unit, there, others[:1], schema) for c in about)
    return next(filter(None, keyed), "")


def _pairs(
    text: str, there: Relation, others: Sequence[Relation], schema: Schema
) -> Iterator[tuple[int, ScopeColumn, ScopeColumn]]:
    """Columns of another table and of the table beside each other in a text, and where; all of one such other.

    Names that both tables have are a key of several columns: ``by hosp and visit_no``.
    """
    sides = (there, *others)
    names = [m for m in _NAME.finditer(text) if any(_in(side, m.group(), schema) for side in sides)]
    own: Relation | None = None
    at = 0
    while at + 1 < len(names):
        one, other = names[at], names[at + 1]
        at += 1
        if not _BETWEEN.fullmatch(text, one.end(), other.start()):
            continue
        for relation in [own] if own is not None else others:
            found = list(_beside(one.group(), other.group(), there, relation, schema))
            if found:
                own = relation
                yield from ((one.start(), here, new) for here, new in found)
                at += 1 if len(found) == 1 else 0
                break


def _beside(
    one: str, other: str, there: Relation, relation: Relation, schema: Schema
) -> Iterator[tuple[ScopeColumn, ScopeColumn]]:
    both = [
        (h, n) for name in (one, other) for h in _in(relation, name, schema) for n in _in(there, name, schema)
    ]
    if len(both) == 2 and one.casefold() != other.casefold():
        yield from both
        return
    for left, right in ((one, other), (other, one)):
        here, new = _in(relation, left, schema), _in(there, right, schema)
        if here and new and _is_alike(here[0], new[0]):
            yield here[0], new[0]
            return


def _is_alike(one: ScopeColumn, other: ScopeColumn) -> bool:
    """Whether values of two columns can be equal by their types."""
    kinds = [
        "text"
        if is_text(c)
        else "day"
        if is_day(c)
        else "number"
        if NUMERIC.match(c.column.type)
        else "other"
        for c in (one, other)
    ]
    return kinds[0] == kinds[1] or (set(kinds) == {"text", "number"} and one.column.name == other.column.name)


def _in(relation: Relation, name: str, schema: Schema) -> list[ScopeColumn]:
    table, _, column = name.rpartition(".")
    fits = not table or table.casefold() in (relation.table.casefold(), relation.alias.casefold())
    return list(find_everywhere([relation], schema, column)) if fits else []


def _by_key(text: str, there: Relation, others: Sequence[Relation], schema: Schema) -> str:
    """The one column of the table that a text names, against the other table's only key."""
    named = {c.sql: c for m in _NAME.finditer(text) for c in _in(there, m.group(), schema)}
    table = schema.table(others[0].table) if others else None
    if len(named) != 1 or table is None or len(table.key) != 1:
        return ""
    new = next(iter(named.values()))
    here = find_everywhere(others, schema, table.key[0])
    return equality(here[0], new) if here and _is_alike(here[0], new) else ""
