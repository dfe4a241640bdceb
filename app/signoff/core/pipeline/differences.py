"""Rows on which candidates do not agree: of the samples first, then made-up ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import Scope, ScopeColumn, quoted
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import SignoffError
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place
from signoff.core.verify.forgiving import forgiving
from signoff.core.verify.made_up_rows import MadeUpRows

_COMPARED_ROWS = 200
_LONGEST_LIST = 60
_FEW_RESULTS = 3
_ODD_RESULTS = ("", "nan", "inf", "-inf")
_ODD_INPUTS = ("", "0")

Text = str | None


@dataclass(frozen=True)
class DifferingRow:
    """Rows with the same inputs, on which at least two candidates differ."""

    inputs: tuple[tuple[str, Text], ...]
    """Column as relation and name, and value as text; of a group what its rows hold."""
    results: tuple[Text, ...]
    """What each candidate gives, written alike where only the type differs."""
    count: int = 1
    is_made_up: bool = False

    @property
    def split(self) -> tuple[object, ...]:
        """Which candidates agree, and where one gives no value, blank text, or what is no number."""
        parts = tuple(self.results.index(value) for value in self.results)
        return parts, tuple(_kind(value, _ODD_RESULTS) for value in self.results)

    @property
    def odd(self) -> frozenset[tuple[str, str]]:
        """The inputs that are missing, blank or zero."""
        kinds = ((name, _kind(value, _ODD_INPUTS)) for name, value in self.inputs)
        return frozenset(each for each in kinds if each[1] != "value")

    def is_like(self, other: DifferingRow) -> bool:
        """Whether one of two rows shows nothing that the other does not: the same split for the same oddities."""
        return self.split == other.split and (self.odd <= other.odd or other.odd <= self.odd)


def telling(rows: Sequence[DifferingRow]) -> tuple[DifferingRow, ...]:
    """One row for each way of differing, in order; where few results make up a way, one for each of them."""
    ways: list[list[DifferingRow]] = []
    for row in rows:
        way = next((each for each in ways if row.is_like(each[0])), None)
        if way is None:
            ways.append([row])
        elif row.results not in [each.results for each in way]:
            way.append(row)
    return tuple(row for way in ways for row in (way if len(way) <= _FEW_RESULTS else way[:1]))


def _kind(value: Text, among: tuple[str, ...]) -> str:
    if value is None:
        return "none"
    plain = value.strip()
    return plain if plain in among else "value"


def differing_rows(
    candidates: Sequence[str], scope: Scope, place: Place, made_up: MadeUpRows | None, desk: Desk
) -> tuple[DifferingRow, ...]:
    """Sample rows, the most frequent first, then made-up rows in their order; none of them twice."""
    inputs = _inputs(candidates, scope, place)
    candidates = [place.read(sql) for sql in candidates]
    frame, standing = place.standing([*candidates, *(sql for _, sql in inputs)])
    ready, shown = standing[: len(candidates)], standing[len(candidates) :]
    named = [(name, sql) for (name, _), sql in zip(inputs, shown, strict=True)]
    found = _rows(ready, named, frame, "", desk.sandbox) if frame else ()
    if made_up is None:
        return found
    soft = [forgiving(place.gathered(sql)) for sql in candidates]
    return (*found, *_rows(soft, inputs, made_up.frame, made_up.identity, desk.sandbox))


def _inputs(candidates: Sequence[str], scope: Scope, place: Place) -> list[tuple[str, str]]:
    """Name and SQL of what is shown of a row: the columns some candidate reads; of a group its keys too."""
    used = [c for c in scope.columns if any(c.sql in sql for sql in candidates)] or list(scope.columns)
    keys = {sql.casefold() for sql in scope.group_keys}
    shown = [(sql, f"CAST({sql} AS VARCHAR)") for sql in scope.group_keys]
    section = place.section
    beside = section is not None and not section.group_by and any(_is_inside(c, place) for c in used)
    for column in used:
        sql = column.sql
        is_listed = _is_inside(column, place) or (scope.aggregate and not beside)
        if sql.casefold() not in keys:
            text = _listing(sql) if is_listed else f"CAST({sql} AS VARCHAR)"
            shown.append((f"{column.relation}.{column.column.name}", text))
    return shown


def _is_inside(column: ScopeColumn, place: Place) -> bool:
    """Whether the column is of a table that is put together before it is joined, and no key of it."""
    relations = place.section.relations if place.section is not None else ()
    keys = {c.sql.casefold() for r in relations if r.inner is not None for c in r.inner.group_by}
    return column.relation.casefold() in place.inside and column.sql.casefold() not in keys


def _listing(sql: str) -> str:
    """The values of a column in one group, as one text."""
    each = f"coalesce(CAST({sql} AS VARCHAR), '–'), ', ' ORDER BY {sql}"
    return f"left(string_agg({each}), {_LONGEST_LIST})"


def _rows(
    candidates: Sequence[str],
    inputs: Sequence[tuple[str, str]],
    frame: str,
    number: str,
    sandbox: Sandbox,
) -> tuple[DifferingRow, ...]:
    """Differing rows of a frame; `number` is SQL that numbers made-up rows, and empty for the samples."""
    bound = sandbox.bind_many([f"SELECT {_listed(candidates)} {frame}"])[0]
    if bound.error:
        return ()
    results = [_alike(sql, kind) for sql, (_, kind) in zip(candidates, bound.columns, strict=True)]
    items = [f"{number or 0} AS n"]
    items += [f"{sql} AS i{n}" for n, (_, sql) in enumerate(inputs)]
    items += [f"{sql} AS o{n}" for n, sql in enumerate(results)]
    differ = " OR ".join(f"o0 IS DISTINCT FROM o{n}" for n in range(1, len(candidates)))
    width = len(inputs) + len(candidates)
    order = ", ".join(str(n) for n in range(1, width + 1))
    names = ", ".join([*(f"i{n}" for n in range(len(inputs))), *(f"o{n}" for n in range(len(candidates)))])
    sql = (
        f"SELECT {names}, count(*) FROM (SELECT {', '.join(items)} {frame}) AS probe WHERE {differ} "
        f"GROUP BY {names} ORDER BY {'min(n)' if number else 'count(*) DESC'}, {order}"
    )
    try:
        answer = sandbox.run(sql, limit=_COMPARED_ROWS)
    except SignoffError:
        return ()
    return tuple(
        DifferingRow(
            tuple((name, row[n]) for n, (name, _) in enumerate(inputs)),
            tuple(row[len(inputs) : width]),
            int(row[width]),
            bool(number),
        )
        for row in answer.rows
    )


def _listed(candidates: Sequence[str]) -> str:
    return ", ".join(f"({sql}) AS {quoted(f'o{n}')}" for n, sql in enumerate(candidates))


def _alike(sql: str, kind: str) -> str:
    """A result as text, the same for 1 and 1.0, and for a day and its first moment."""
    if kind.startswith("DECIMAL"):
        return rf"regexp_replace(regexp_replace(CAST(({sql}) AS VARCHAR), '(\.\d*?)0+$', '\1'), '\.$', '')"
    if kind in ("DOUBLE", "FLOAT"):
        return f"printf('%.15g', ({sql}))"
    if kind.startswith("TIMESTAMP"):
        return f"regexp_replace(CAST(({sql}) AS VARCHAR), ' 00:00:00$', '')"
    return f"CAST(({sql}) AS VARCHAR)"
