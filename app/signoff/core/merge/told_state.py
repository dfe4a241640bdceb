"""What is known while a description of a relation is read clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from signoff.core.domain.cells import Cell
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.conditions import Resolve


@dataclass(frozen=True)
class Around:
    """What a description may name, and what is read from the relation."""

    target: TargetMapping
    schema: Schema
    resolve: Resolve
    wanted: tuple[str, ...]
    """Columns that steps and source cells read from it."""
    dress: Callable[[Sequence[Relation]], list[Relation]] = list
    """Gives relations that are described themselves their own SQL."""
    cell: Cell | None = None
    assumed: list[str] = field(default_factory=list)
    """SQL of filters that words of the description are only assumed to stand for."""


@dataclass(frozen=True)
class State:
    """What the clauses read so far say."""

    relations: tuple[Relation, ...] = ()
    filters: tuple[Condition, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """Name and SQL of what is grouped by."""
    columns: tuple[tuple[str, str], ...] = ()
    """Name and SQL; the name is empty where none is given."""
    latest: tuple[Condition, ...] = ()
    distinct: bool = False
    sums: bool = False
    """Rows were said to be summed up, and not yet what of them."""
    base: str = ""
    """SQL of the last column's value without what says which rows count for it."""
