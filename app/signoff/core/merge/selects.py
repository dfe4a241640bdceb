"""Every SELECT of a file, with the CTEs it can see."""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.merge.existing import CtePlace, ExistingSql, Place


def every_place(existing: ExistingSql) -> Iterator[Place]:
    """Every SELECT of the file, those inside others behind them."""
    yield from _places_of(CtePlace(existing.query))


def _places_of(query: CtePlace) -> Iterator[Place]:
    seen = dict(query.ctes)
    for name, inner in query.query.ctes:
        seen[name.casefold()] = CtePlace(inner, dict(seen))
        yield from _places_of(seen[name.casefold()])
    for part in query.parts:
        yield part
        for table in part.select.tables:
            if table.query is not None:
                yield from _places_of(CtePlace(table.query, part.ctes))
