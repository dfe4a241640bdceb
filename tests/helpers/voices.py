"""Rules in the voice of one author, compiled and held against the SQL that is meant, by running both."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import yaml

from signoff.core.domain.expressions import Expression, Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef
from signoff.core.generate.patterns import compile_rule

FOLDER = Path(__file__).parents[1] / "cases" / "voices"
ROWS = 80


@dataclass(frozen=True)
class Rule:
    """One rule, its sources and type, and the SQL of each way to mean it; none where it must be left."""

    text: str
    sources: tuple[str, ...]
    kind: str
    means: tuple[str, ...]


@dataclass(frozen=True)
class Voice:
    """The rules of one author and the tables they speak of."""

    name: str
    tables: dict[str, dict[str, str]]
    values: dict[str, list[Any]]
    target: str
    grouped_by: tuple[str, ...] | None
    cases: tuple[Rule, ...]
    near: tuple[Rule, ...]
    described: dict[str, str]

    def columns(self) -> Iterator[tuple[str, str, str, str]]:
        """Alias, table, name and type of every column."""
        for place, names in self.tables.items():
            alias, table = place.split()
            for name, kind in names.items():
                yield alias, table, name, kind


def voices() -> list[Voice]:
    """Every voice, by the name of its file."""
    return [_voice(path) for path in sorted(FOLDER.glob("*.yml"))]


def _voice(path: Path) -> Voice:
    page = yaml.safe_load(path.read_text(encoding="utf-8"))
    grouped = tuple(page["grouped_by"]) if "grouped_by" in page else None
    cases = tuple(
        Rule(r, tuple(s), k, (m,) if isinstance(m, str) else tuple(m)) for r, s, k, m in page["cases"]
    )
    near = tuple(Rule(r, tuple(s), k, ()) for r, s, k in page.get("near", []))
    return Voice(
        path.stem,
        page["tables"],
        page.get("values", {}),
        page.get("target", "the_target"),
        grouped,
        cases,
        near,
        page.get("described", {}),
    )


def compiled(voice: Voice, rule: Rule) -> Expression | None:
    """What the compilers make of a rule."""
    columns = [
        ScopeColumn(
            alias,
            table,
            SourceColumn(name, kind, description=voice.described.get(name, "")),
            f"{alias}.{name}" in rule.sources,
        )
        for alias, table, name, kind in voice.columns()
    ]
    last = len(rule.sources)
    columns.sort(key=lambda c: rule.sources.index(f"{c.relation}.{c.column.name}") if c.is_source else last)
    grouped = voice.grouped_by
    scope = Scope(tuple(columns), rule.kind, grouped is not None, _keys(voice) if grouped else ())
    refs = tuple(SourceRef(c.table, c.column.name) for c in scope.sources)
    return compile_rule(ColumnMapping(voice.target, "target_column", rule.kind, refs, rule.text), scope)


def _keys(voice: Voice) -> tuple[str, ...]:
    alias = next(iter(voice.tables)).split()[0]
    return tuple(f"{alias}.{key}" for key in voice.grouped_by or ())


class Bench:
    """The tables of one voice with made-up rows, in which SQL is run."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._connection = duckdb.connect()
        rng = random.Random(voice.name)
        for place, names in voice.tables.items():
            table = place.split()[1]
            listed = ", ".join(f'"{name}" {kind}' for name, kind in names.items())
            self._connection.execute(f"CREATE TABLE {table} (row_no INTEGER, {listed})")
            for at in range(ROWS):
                row = [at, *(self._value(name, kind, rng) for name, kind in names.items())]
                self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _value(self, name: str, kind: str, rng: random.Random) -> Any:
        listed = self._voice.values.get(name)
        if listed is not None:
            return rng.choice(listed)
        if name in (self._voice.grouped_by or ()):
            return rng.randrange(6)
        if rng.random() < 0.12:
            return None
        day = date(2021, 6, 1) + timedelta(days=rng.randrange(1500))
        if kind == "TIMESTAMP":
            return datetime(
                day.year, day.month, day.day, rng.randrange(24), rng.randrange(60), rng.randrange(60)
            )
        if kind == "DATE":
            return day if "birth" not in name and "born" not in name else day - timedelta(days=14000)
        if kind == "BOOLEAN":
            return rng.random() < 0.5
        if kind == "VARCHAR":
            return f"{rng.choice('abcXYZ')}{rng.randrange(30)}"
        if kind in ("INTEGER", "BIGINT"):
            return rng.choice([0, 1, 2, 5, rng.randrange(-3, 30), rng.randrange(0, 3000)])
        most = 10 ** _places(kind) - 1
        return rng.choice(
            [0, round(rng.uniform(-min(20, most), min(400, most)), 1), round(rng.uniform(0, most), 2)]
        )

    def values(self, sql: str, kind: str) -> list[Any]:
        """The value of each row, or of each group.

        Raises:
            duckdb.Error: the SQL does not run.
        """
        first, *others = (place.split() for place in self._voice.tables)
        joined = " ".join(f"JOIN {table} {alias} USING (row_no)" for alias, table in others)
        cast = f"CAST(({sql}) AS {kind})"
        keys = ", ".join(_keys(self._voice))
        ending = f"GROUP BY {keys} ORDER BY {keys}" if keys else f"ORDER BY {first[0]}.row_no"
        query = f"SELECT {cast} FROM {first[1]} {first[0]} {joined} {ending}"
        return [_plain(row[0]) for row in self._connection.execute(query).fetchall()]

    def outcome(self, rule: Rule) -> tuple[str, str]:
        """Whether the rule is right, left or wrong, and the SQL that was made."""
        made = compiled(self._voice, rule)
        if made is None:
            return "left", ""
        if not rule.means:
            return "wrong", made.sql
        try:
            got = self.values(made.sql, rule.kind)
        except duckdb.Error as error:
            return "wrong", f"{made.sql}: {error}"
        right = any(got == self.values(each, rule.kind) for each in rule.means)
        return ("right" if right else "wrong"), made.sql


def _places(kind: str) -> int:
    """Digits before the point of the numbers that are made up for a type."""
    found = re.search(r"\((\d+),(\d+)\)", kind)
    return min(int(found[1]) - int(found[2]), 5) if found else 5


def _plain(value: Any) -> Any:
    return round(float(value), 9) if isinstance(value, float) else value


def main() -> None:
    """Prints what is left and what is wrong, by voice."""
    import sys

    counts: dict[str, int] = {}
    for voice in voices():
        if len(sys.argv) > 1 and not voice.name.startswith(tuple(sys.argv[1:])):
            continue
        bench = Bench(voice)
        found: dict[str, int] = {}
        for rule in (*voice.cases, *voice.near):
            said, sql = bench.outcome(rule)
            key = said if rule.means else f"near {said}"
            found[key] = found.get(key, 0) + 1
            counts[key] = counts.get(key, 0) + 1
            if (said != "right" and rule.means) or (said != "left" and not rule.means):
                print(f"  {key:10} {rule.text}\n             {sql}")
        print(voice.name, found)
    print(counts)


if __name__ == "__main__":
    main()
