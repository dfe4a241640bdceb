"""Rows that a document tells, beside rows that a statement tells: both run over the same made-up tables."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from signoff.core.domain.expressions import Expression, Origin
from signoff.core.domain.plan import DraftColumn, Plan
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.merge.assembling import assemble, settle_plan
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.planning import plan_target
from signoff.core.merge.scoping import scope_for
from signoff.core.parse.reader import read_sheets
from signoff.core.pipeline.texts import compiled_text
from tests.core.merge.cases import load, schema_of

_ROWS = 160
_DAYS = tuple(re.compile(shape) for shape in (r"(\d{4})-(\d{2})-(\d{2})",))


def cases_of(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Name and case of every text in the files of a folder, with the tables and the grid of its file."""
    for path in sorted(folder.glob("*.yml")):
        file = load(path)
        for number, case in enumerate(file["cases"]):
            shared = {key: file[key] for key in ("tables", "grid", "keys") if key in file}
            yield f"{path.stem}-{number:02}", {**shared, **case}


def target_of(case: dict[str, Any]) -> TargetMapping:
    """The target that the case's sheets hold, read as a document."""
    rows = [*case.get("above", []), [], *case["grid"], [], *([text] for text in case.get("below", []))]
    sheets = {**case.get("sheets", {}), "result": rows}
    grids = [
        SheetGrid(name, tuple(tuple("" if cell is None else str(cell) for cell in row) for row in cells))
        for name, cells in sheets.items()
    ]
    return read_sheets("mapping.xlsx", grids).targets[0]


def planned(case: dict[str, Any]) -> tuple[TargetMapping, Plan]:
    """The target and its plan, patterns alone."""
    target = target_of(case)
    return target, plan_target(target, schema_of(case), resolve=compiled_text)


def drafted(case: dict[str, Any]) -> tuple[str, Plan]:
    """The statement, each column copied from its source, and its plan."""
    target, plan = planned(case)
    settled, columns = settle_plan(plan, columns_of(target, plan, schema_of(case)))
    return assemble(settled, columns, schema=schema_of(case)), settled


def expected(case: dict[str, Any]) -> str:
    """The statement that the case has in words of SQL."""
    columns = ", ".join(f"{row[0]}.{row[1]}" for row in case["grid"][1:])
    if "rows" in case:
        aliases = dict(re.findall(r"\b(?:from|join) (\w+) as (\w+)", case["rows"]))
        columns = ", ".join(f"{aliases.get(row[0], row[0])}.{row[1]}" for row in case["grid"][1:])
        return f"select {columns} {case['rows']}"
    sql = f"select {columns} from {case['grid'][1][0]}"
    sql += f" where {case['where']}" if case.get("where") else ""
    return sql + (f" qualify {case['keep']}" if case.get("keep") else "")


def outcome(sql: str, case: dict[str, Any]) -> list[tuple[Any, ...]]:
    """The rows of a statement over made-up tables, sorted."""
    return sorted(filled(case).execute(sql).fetchall(), key=str)


def filled(case: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """The made-up tables of a case."""
    connection = duckdb.connect()
    for name, table in ((t.name, t) for t in schema_of(case).tables):
        columns = ", ".join(f"{c.name} {c.type}" for c in table.columns)
        connection.execute(f"create table {name} ({columns})")
        rows = list(_made(schema_of(case), name, case))
        places = ", ".join("?" for _ in table.columns)
        connection.executemany(f"insert into {name} values ({places})", rows)
    return connection


def columns_of(target: TargetMapping, plan: Plan, schema: Schema) -> list[DraftColumn]:
    found = []
    for mapping in target.columns:
        expressions = []
        for section in plan.sections:
            sources = scope_for(section, mapping, schema).sources
            planned_one = planned_expression(mapping, section, schema)
            plain = Expression(sources[0].sql if sources else "null", Origin.DIRECT)
            expressions.append(planned_one or plain)
        found.append(DraftColumn(mapping.name, "VARCHAR", tuple(expressions)))
    return found


def _made(schema: Schema, name: str, case: dict[str, Any]) -> Iterator[list[Any]]:
    table = schema.table(name)
    assert table is not None
    known = _values(case)
    choose = random.Random(name)
    for number in range(1, _ROWS + 1):
        row: list[Any] = []
        for column in table.columns:
            if column.name in table.key and len(table.key) == 1:
                kind = column.type.upper()
                row.append(
                    number if kind.startswith("INT") else f"k{number % 40}" if number <= 40 else f"q{number}"
                )
                continue
            row.append(None if choose.random() < 0.12 else _value(column.type.upper(), known, choose, number))
        yield row


def _value(kind: str, known: dict[str, list[Any]], choose: random.Random, number: int) -> Any:
    if kind.startswith("BOOL"):
        return choose.random() < 0.5
    if kind.startswith(("INT", "BIGINT")):
        return choose.choice([*known["int"], *range(1, 31)])
    if kind.startswith(("DEC", "DOUBLE")):
        return choose.choice([0, 8, 20, 38])
    if kind.startswith("DATE"):
        return choose.choice(known["date"]) + timedelta(days=choose.choice([-400, -1, 0, 1, 30]))
    if kind.startswith("TIMESTAMP"):
        return datetime(2024, 1, 1) + timedelta(hours=7 * number + choose.randrange(5))
    text = choose.choice([*known["text"], *(f"k{n}" for n in range(1, 30))])
    return choose.choice([text, text, text.upper(), f" {text} ", ""]) if choose.random() < 0.3 else text


def _values(case: dict[str, Any]) -> dict[str, list[Any]]:
    """Numbers, days and texts that the case's texts name, so that rows lie on both sides of each."""
    said = str(
        {key: case[key] for key in ("above", "below", "sheets", "where", "rows", "keep") if key in case}
    )
    days = [date(*map(int, found)) for shape in _DAYS for found in shape.findall(said)]
    numbers = [int(n) for n in re.findall(r"(?<![\w.-])\d{1,2}(?![\w.-])", said)]
    texts = re.findall(r"'([^'\\]{1,6})'", said)
    return {"date": days or [date(2024, 1, 1)], "int": numbers * 3 or [1], "text": [*texts * 3, "a", "b"]}
