"""Joins nobody wrote down, proposed from keys and names: a question for a person, never a certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.conditions import equality
from signoff.core.merge.names import words
from signoff.core.merge.pointing import joined_by, pointer
from signoff.core.merge.scoping import table_of

_KEY_ENDINGS = frozenset({"id", "key", "no", "nr", "num", "number", "code"}) | frozenset(
    {"sk", "bk", "uuid", "ssn", "iban", "sku", "isbn"}
)


def proposed_join(relation: Relation, others: Sequence[Relation], schema: Schema) -> Condition | None:
    """The likeliest join of a new relation to the query; its origin stays unresolved until confirmed.

    Tried in this order: the new table's declared key found in another table, another table's declared key
    found in the new one, ``customer_id`` pointing at ``customer.id`` either way round, and one equal column
    that looks like a key. The relation earliest in the query wins.
    """
    table = schema.table(relation.table)
    if table is None:
        return None
    known = [(r, t) for r in others if (t := table_of(r, schema)) is not None]
    for way in (_by_declared_key, _by_their_key, _by_pointing_name, _by_equal_name):
        for other, other_table in known:
            pairs = list(way(other_table, table))
            if pairs:
                sql = " and ".join(_equal(other, left, relation, right, others) for left, right in pairs)
                return Condition("", sql, Origin.UNRESOLVED)
    return None


_Pairs = Iterator[tuple[SourceColumn, SourceColumn]]


def _equal(
    left: Relation,
    left_column: SourceColumn,
    right: Relation,
    right_column: SourceColumn,
    others: Sequence[Relation],
) -> str:
    """SQL that both columns are equal; by what the left one was joined, where it may have found no partner."""
    here = ScopeColumn(left.alias, left.table, left_column)
    there = ScopeColumn(right.alias, right.table, right_column)
    return equality(here, there).replace(here.sql, joined_by(here, others), 1)


def _by_declared_key(there: SourceTable, new: SourceTable) -> _Pairs:
    found = [(there.column(name), new.column(name)) for name in new.key]
    if found and all(left and right for left, right in found) and not _is_plain_id(new.key):
        yield from ((left, right) for left, right in found if left and right)


def _by_their_key(there: SourceTable, new: SourceTable) -> _Pairs:
    yield from ((right, left) for left, right in _by_declared_key(new, there))


def _is_plain_id(key: Sequence[str]) -> bool:
    """``id`` in two tables is two different things."""
    return len(key) == 1 and squashed(key[0]) == "id"


def _by_pointing_name(there: SourceTable, new: SourceTable) -> _Pairs:
    pointing = pointer(there, new)
    if pointing:
        yield pointing
        return
    back = pointer(new, there)
    if back:
        yield back[1], back[0]


def _by_equal_name(there: SourceTable, new: SourceTable) -> _Pairs:
    shared = [
        (left, right)
        for right in new.columns
        if (left := there.column(right.name)) is not None and looks_like_key(right.name)
    ]
    if len(shared) == 1:
        yield shared[0]


def looks_like_key(name: str) -> bool:
    """Whether a column's name ends as keys do, such as ``contract_no``; a bare ``id`` does not count."""
    parts = words(name)
    return bool(parts) and parts[-1] in _KEY_ENDINGS and squashed(name) != "id"
