"""By which columns two tables belong together, where a text names one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.scoping import relation_columns

_ENDS = frozenset(["id", "ref", "no", "nr", "key", "code", "cd", "num", "number"])


@dataclass(frozen=True)
class Pair:
    """An equality of two sides; `sure` where both have a column of the name that is told."""

    sql: str
    sure: bool


def pair_by(
    key: str, there: Relation, others: Sequence[Relation], schema: Schema, target: TargetMapping
) -> Pair | None:
    """The columns of both sides that a key stands for; None where one side has none.

    Args:
        key: name of a column, as written.
        there: the table that is joined.
        others: those it may be joined to, the likelier ones first.
        schema: their columns.
        target: where a column of the other side has the key's name.
    """
    mine = relation_columns(there, schema)
    exact = _named(key, mine)
    for other in others:
        found = _named(key, relation_columns(other, schema))
        if exact is not None and found is not None:
            return Pair(f"{exact.sql} = {found.sql}", True)
    for other in others:
        theirs = relation_columns(other, schema)
        if exact is not None:
            end = _copied(key, other, theirs, target) or _other_end(key, other, theirs)
            if end is not None:
                return Pair(f"{exact.sql} = {end.sql}", False)
        found = _named(key, theirs)
        end = _other_end(key, there, mine) if found is not None else None
        if found is not None and end is not None:
            return Pair(f"{end.sql} = {found.sql}", False)
    return None


def _named(key: str, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    wanted = squashed(key.rpartition(".")[2])
    return next((c for c in columns if squashed(c.column.name) == wanted), None)


def _copied(
    key: str, other: Relation, columns: Sequence[ScopeColumn], target: TargetMapping
) -> ScopeColumn | None:
    """The column of the other side that the target shows under the key's name."""
    for column in target.columns:
        if squashed(column.name) == squashed(key) and len(column.sources) == 1:
            ref = column.sources[0]
            if not ref.table or squashed(ref.table.rpartition(".")[2]) == squashed(other.table):
                return _named(ref.column, columns)
    return None


def _other_end(key: str, table: Relation, columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The column that a key called otherwise means: ``id`` of the table it names, or the same word with another end."""
    parts = words(key)
    before, end = parts[:-1], parts[-1] if parts else ""
    if end not in _ENDS or not before:
        return None
    alike = [c for c in columns if words(c.column.name)[:-1] == before and words(c.column.name)[-1] in _ENDS]
    if len(alike) == 1:
        return alike[0]
    table_words = [singular(w) for w in words(table.table)]
    is_of_table = singular(before[-1]) in table_words and set(map(singular, before)) <= set(table_words)
    own = [c for c in columns if words(c.column.name) in (("id",), (end,))]
    return own[0] if is_of_table and len(own) == 1 else None
