"""Plain table names of a signed text become dbt references; every other letter stays.

Sources are written ``{{ source('name', 'table') }}``, other targets ``{{ ref('model') }}``, at the places
where sqlglot found the names. What stands between is neutralised, so that rendering gives the signed text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlglot import exp
from sqlglot.optimizer.scope import traverse_scope

from signoff.core.domain.sentences import say
from signoff.core.engines.sqltext import parse_query
from signoff.core.errors import SignoffError
from signoff.core.export.jinja import neutral, ref_call, source_call


@dataclass(frozen=True)
class Book:
    """Where every table name leads; keys are lower case."""

    models: Mapping[str, str]
    """Model by target."""
    sources: Mapping[str, tuple[str, str]]
    """Source name and table by source table."""

    def reference(self, table: str) -> str | None:
        """The dbt reference for a table name; None when it is neither a target nor a source table."""
        model = self.models.get(table.casefold())
        if model is not None:
            return ref_call(model)
        source = self.sources.get(table.casefold())
        return None if source is None else source_call(*source)


@dataclass(frozen=True)
class _Spot:
    """One table name in the text."""

    start: int
    end: int
    """Behind its last letter."""
    table: str
    alias: str
    """Alias to add, so that columns qualified by the table's name still find it; empty when it has one."""


def with_references(text: str, dialect: str, book: Book, target: str) -> str:
    """The text with a dbt reference in place of each table name.

    Raises:
        SignoffError: the text can't be read, or reads a table that is neither a source nor a target.
    """
    pieces, place = [], 0
    for spot in _spots(text, dialect):
        reference = book.reference(spot.table)
        if reference is None:
            raise SignoffError(say("export.unknown_table", target=target, table=spot.table))
        alias = f" as {spot.alias}" if spot.alias else ""
        pieces += [neutral(text[place : spot.start]), reference, alias]
        place = spot.end
    return "".join([*pieces, neutral(text[place:])])


def _spots(text: str, dialect: str) -> list[_Spot]:
    tree = parse_query(text, dialect)
    own = {cte.alias for cte in tree.find_all(exp.CTE)}
    own_folded = {name.casefold() for name in own}
    spots: dict[int, _Spot] = {}
    for scope in traverse_scope(tree):
        for source in scope.sources.values():
            if not isinstance(source, exp.Table) or not isinstance(source.this, exp.Identifier):
                continue
            if source.name.casefold() in own_folded and source.name not in own:
                continue
            spot = _spot(source, text)
            spots[spot.start] = spot
    return [spots[start] for start in sorted(spots)]


def _spot(table: exp.Table, text: str) -> _Spot:
    parts = [part for part in table.parts if isinstance(part, exp.Identifier)]
    start, end = parts[0].meta["start"], parts[-1].meta["end"] + 1
    alias = "" if table.alias else text[parts[-1].meta["start"] : end]
    return _Spot(start, end, table.name, alias)
