"""Scores a folder that `signoff draft` wrote against statements written by hand, by what both return.

A column is right when the rows are the same rows (by the target's key) and every value is the same: text to
the letter, no value unlike blank text, dates and times equal, numbers to 1e-9 of their size. Where rows
differ, `on_matching` tells apart a wrong column from a right column in a wrong set of rows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from tests.eval.tables import (
    Reference,
    Rows,
    build_reference,
    fetch,
    is_held_out,
    load_sources,
    read_reference,
    rendered,
)

TOLERANCE = 1e-9
NO_ROWS = ("no draft", "does not run")
"""How reasons begin why a draft has no rows at all."""
Key = tuple[object, ...]


@dataclass(frozen=True)
class ColumnScore:
    """How one column of one target did."""

    target: str
    column: str
    origin: str
    kind: str
    right: bool
    on_matching: bool
    """Right on the rows whose key both sides have."""
    held_out: bool
    expression: str = ""
    why: str = ""
    """What is wrong, for whoever looks into it."""
    runs: bool = True
    """Whether the target's statement runs."""
    rows_right: bool = True
    """Whether the target has the rows it should have."""


def canonical(value: object) -> tuple[int, object]:
    """A value as something that sorts beside any other: kind first."""
    if value is None:
        return (0, 0)
    if isinstance(value, bool):
        return (1, value)
    if isinstance(value, int | float | Decimal):
        return (2, float(value))
    if isinstance(value, datetime):
        return (3, value.replace(tzinfo=None).isoformat())
    if isinstance(value, date):
        return (3, datetime.combine(value, time()).isoformat())
    return (4, str(value)) if isinstance(value, str) else (5, repr(value))


def same(left: object, right: object) -> bool:
    """Whether two values are the same to the letter, or numbers to 1e-9 of their size."""
    a, b = canonical(left), canonical(right)
    if a[0] == b[0] == 2:
        x, y = float(str(a[1])), float(str(b[1]))
        return x == y or abs(x - y) <= TOLERANCE * max(abs(x), abs(y))
    return a == b


def group_by_key(names: Sequence[str], rows: Rows, key: Sequence[str]) -> dict[Key, Rows]:
    """Rows by key; all under one empty key when there is none."""
    places = [names.index(name.casefold()) for name in key]
    grouped: dict[Key, Rows] = defaultdict(list)
    for row in rows:
        grouped[tuple(canonical(row[place]) for place in places)].append(row)
    return grouped


def compare_column(
    wanted: Mapping[Key, Rows], found: Mapping[Key, Rows], place: int, found_place: int
) -> tuple[bool, str]:
    """Whether one column is the same on every key that both sides have, and the first difference."""
    shared = [key for key in wanted if key in found]
    for key in shared:
        left = sorted((row[place] for row in wanted[key]), key=canonical)
        right = sorted((row[found_place] for row in found[key]), key=canonical)
        if len(left) != len(right):
            return False, f"{len(right)} rows instead of {len(left)} for one key"
        for a, b in zip(left, right, strict=True):
            if not same(a, b):
                return False, f"{b!r} instead of {a!r}"
    return bool(shared), "" if shared else "no key in common"


def difference_of_rows(wanted: Mapping[Key, Rows], found: Mapping[Key, Rows]) -> str:
    """What tells the two sets of rows apart; empty when they are the same rows."""
    missing = sum(len(rows) for key, rows in wanted.items() if key not in found)
    extra = sum(len(rows) for key, rows in found.items() if key not in wanted)
    uneven = sum(1 for key, rows in wanted.items() if key in found and len(found[key]) != len(rows))
    if not (missing or extra or uneven):
        return ""
    return f"rows differ: {missing} missing, {extra} too many, {uneven} keys with another count"


@dataclass(frozen=True)
class Sides:
    """One target's rows, wanted and drafted, by key."""

    names: tuple[str, ...]
    drafted_names: tuple[str, ...]
    wanted: Mapping[Key, Rows]
    drafted: Mapping[Key, Rows]
    error: str = ""
    """Why the draft has no rows at all."""

    def compare(self, column: str, volatile: bool) -> tuple[bool, str]:
        """Whether one column is right on the rows that both sides have, and why not."""
        if self.error or column not in self.drafted_names:
            return False, self.error or "column is missing"
        place = self.drafted_names.index(column)
        if volatile:
            filled = all(row[place] is not None for rows in self.drafted.values() for row in rows)
            return filled, "" if filled else "not filled in every row"
        return compare_column(self.wanted, self.drafted, self.names.index(column), place)


def both_sides(
    connection: duckdb.DuckDBPyConnection, target: str, text: str | None, key: Sequence[str]
) -> Sides:
    """Fetch the reference of one target and what its draft returns.

    Where the draft's key is wrong in every row, each column is compared as a bag of values: one wrong key
    column does not make its neighbours wrong.
    """
    names, rows = fetch(connection, f'select * from "{target}"')
    drafted_names, drafted_rows, error = _run(connection, text)
    if not error and not {name.casefold() for name in key} <= set(drafted_names):
        error = "a key column is missing"
    wanted = group_by_key(names, rows, key)
    drafted = {} if error else group_by_key(drafted_names, drafted_rows, key)
    if drafted_rows and not error and not wanted.keys() & drafted.keys():
        wanted, drafted = group_by_key(names, rows, ()), group_by_key(drafted_names, drafted_rows, ())
    return Sides(names, drafted_names, wanted, drafted, error)


def score_target(
    target: str, sides: Sides, reported: Mapping[str, Any], reference: Reference
) -> list[ColumnScore]:
    """Scores of all columns of one target; `reported` is what the report says of each column."""
    uneven = "" if sides.error else difference_of_rows(sides.wanted, sides.drafted)
    scores = []
    for name in sides.names:
        matching, why = sides.compare(name, f"{target}.{name}".casefold() in reference.volatile)
        facts = reported.get(name, {})
        expressions = facts.get("expressions") or [facts.get("expression", "")]
        scores.append(
            ColumnScore(
                target=target,
                column=name,
                origin=str(facts.get("origin", "kept" if name in sides.drafted_names else "missing")),
                kind=reference.kind(target, name),
                right=matching and not uneven,
                on_matching=matching,
                held_out=is_held_out(target),
                expression=" ;; ".join(str(each) for each in expressions),
                why=why or uneven,
                runs=not sides.error.startswith(NO_ROWS),
                rows_right=not uneven and not sides.error,
            )
        )
    return scores


def _run(connection: duckdb.DuckDBPyConnection, text: str | None) -> tuple[tuple[str, ...], Rows, str]:
    if text is None:
        return (), [], "no draft was written"
    try:
        names, rows = fetch(connection, rendered(text))
    except (duckdb.Error, ValueError) as error:
        return (), [], f"does not run: {str(error).splitlines()[0][:160]}"
    return names, rows, ""


def score_folder(out: Path, sources: Path, reference_folder: Path) -> list[ColumnScore]:
    """Scores of every column of every target that has a reference."""
    reference = read_reference(reference_folder)
    report: Any = json.loads((out / "report.json").read_text(encoding="utf-8"))
    reported = {
        str(target["name"]).casefold(): {str(c["name"]).casefold(): c for c in target["columns"]}
        for target in report["targets"]
    }
    drafts = {path.stem.casefold(): path.read_text(encoding="utf-8") for path in out.glob("*.sql")}
    with duckdb.connect() as connection:
        load_sources(connection, sources)
        build_reference(connection, reference)
        scores: list[ColumnScore] = []
        for target in reference.sql:
            columns = reported.get(target.casefold(), {})
            key = reference.keys.get(target, ())
            sides = both_sides(connection, target, drafts.get(target.casefold()), key)
            scores += score_target(target, sides, columns, reference)
    return scores
