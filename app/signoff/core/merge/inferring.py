"""Joins nobody wrote down, proposed from keys and names: a question for a person, never a certainty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.conditions import equality
from signoff.core.merge.names import words
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
                sql = " and ".join(_equal(other, left, relation, right) for left, right in pairs)
                return Condition("", sql, Origin.UNRESOLVED)
    return None


_Pairs = Iterator[tuple[SourceColumn, SourceColumn]]


def _equal(left: Relation, left_column: SourceColumn, right: Relation, right_column: SourceColumn) -> str:
    return equality(
        ScopeColumn(left.alias, left.table, left_column), ScopeColumn(right.alias, right.table, right_column)
    )


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
    pointing = _pointer(there, new)
    if pointing:
        yield pointing
        return
    back = _pointer(new, there)
    if back:
        yield back[1], back[0]


def _pointer(child: SourceTable, parent: SourceTable) -> tuple[SourceColumn, SourceColumn] | None:
    """Column of `child` named after `parent`, and the column of `parent` it points at."""
    for ending in ("id", "key", "no", "code", "sk"):
        names = {squashed(f"{name}{ending}") for name in _table_names(parent)}
        column = next((c for c in child.columns if squashed(c.name) in names), None)
        if column is None:
            continue
        aimed = next((c for c in parent.columns if squashed(c.name) in {*names, ending}), None)
        if aimed is not None:
            return column, aimed
    return None


def _table_names(table: SourceTable) -> set[str]:
    """The table's name as others may call it: without a layer's prefix, in the singular."""
    parts = [
        w for w in words(table.name) if w not in ("dim", "fact", "stg", "src", "raw", "tbl", "t", "d", "f")
    ]
    name = "".join(parts) or squashed(table.name)
    singular = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
    return {name, singular}


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
