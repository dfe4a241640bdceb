"""A text on rows in its clauses, with the tables that the query reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.whole.clauses import Clause
from signoff.core.merge.whole.nouns import mentions_of


@dataclass
class Whole:
    """What a text tells of the rows of a target."""

    relations: list[Relation]
    filters: list[Condition] = field(default_factory=list)
    qualify: list[Condition] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Clauses that name columns, values or what becomes of rows, of which nothing was made."""


@dataclass
class Told:
    """What is read, and what is known of it already."""

    clauses: Sequence[Clause]
    keys: Sequence[str]
    """Names of the columns that the target has one row of."""
    schema: Schema
    cell: Cell | None
    relations: list[Relation] = field(default_factory=list)
    """The tables of the query as they are joined, the driving one first."""

    @property
    def units(self) -> list[str]:
        """The sentences, each once."""
        return list(dict.fromkeys(c.unit for c in self.clauses))

    @property
    def joins(self) -> list[str]:
        """SQL by which tables are joined."""
        return [r.on.sql for r in self.relations if r.on is not None]

    def columns(self, *places: int) -> tuple[ScopeColumn, ...]:
        """The columns of relations by their places."""
        return tuple(c for n in places for c in relation_columns(self.relations[n], self.schema))

    def about(self, clause: Clause) -> list[int]:
        """Places of the relations that a clause speaks of, in the order it names them."""
        tables = [r.table for r in self.relations]
        named = [m.table for m in mentions_of(clause.text, self.schema)]
        return list(dict.fromkeys(tables.index(name) for name in named if name in tables))

    def foreign(self, text: str) -> list[str]:
        """The tables that a text names and the query does not read."""
        read = {r.table for r in self.relations}
        return list(dict.fromkeys(m.table for m in mentions_of(text, self.schema) if m.table not in read))
