"""Increment cases as data: a file as it is, what the mapping asks of it, and the file as it must come out.

``NAME.yml`` beside ``NAME.before.sql`` and ``NAME.after.sql``; its keys are those of the edit cases of
`tests.core.merge.cases`, and: ``says``, ``levels``, ``rows``, ``findings``, ``wanted``, ``rows_change``, ``refused``,
``suggestions``, ``project``, and where it is not DuckDB's ``chosen``, ``dialect`` and ``runs``; of documents that came
in two versions, ``since`` (columns and steps of the one that the file was made from) and ``mandated`` (names of the
columns that differ).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb

from signoff.core.domain.cells import Cell
from signoff.core.domain.dbt import Compiled, MacroFile, Surroundings
from signoff.core.domain.mandates import Since
from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import Schema, Spec, TargetMapping
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.merge.existing import read_existing
from signoff.core.merge.jinja_around import needed_around
from signoff.core.pipeline.desk import Desk, Said
from signoff.core.pipeline.since import marks_for
from signoff.core.pipeline.updating import update_target
from signoff.core.prompt.examples import ExampleBank
from tests.core.merge.cases import load, schema_of, target_of

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "increments"


@dataclass(frozen=True)
class Increment:
    """One case."""

    path: Path
    data: dict[str, Any]
    before: str
    after: str

    @property
    def schema(self) -> Schema:
        """Its source tables."""
        return schema_of(self.data)

    @property
    def around(self) -> Surroundings:
        """The dbt project it stands in: ``macros``, ``variables`` and what dbt ``compiled`` of it."""
        project = self.data.get("project", {})
        macros = (MacroFile("", project["macros"]),) if "macros" in project else ()
        compiled = (Compiled("result", project["compiled"]),) if "compiled" in project else ()
        variables = json.dumps(project.get("variables", {}))
        return Surroundings("project", macros, variables, compiled=compiled)

    @property
    def chosen(self) -> str:
        """The dialect that somebody chose; DuckDB's own where nobody did."""
        return str(self.data.get("chosen", "duckdb"))

    @property
    def dialect(self) -> str:
        """The dialect it is written in."""
        return str(self.data.get("dialect", self.chosen))

    @property
    def runs(self) -> bool:
        """Whether DuckDB has words for it, so that it can be run."""
        return bool(self.data.get("runs", True))

    @property
    def target(self) -> TargetMapping:
        """What the mapping asks, each row with a cell."""
        target = target_of(self.data)
        return _with_cells(target)

    @property
    def since(self) -> Since | None:
        """The version of the document that the file was made from."""
        before = self.data.get("since")
        return None if before is None else Since("old.xlsx", _with_cells(target_of(before)), alone=True)

    @property
    def mandated(self) -> frozenset[str]:
        """Case-folded names of the columns that are new, changed, renamed or removed."""
        if self.since is not None:
            return frozenset(name.casefold() for name in self.data.get("mandated", []))
        asked = self.data.get("columns", [])
        return frozenset(str(n).casefold() for c in asked for n in (c["name"], c.get("was")) if n)


def _with_cells(target: TargetMapping) -> TargetMapping:
    columns = (replace(c, cell=Cell("Mapping", n, 2)) for n, c in enumerate(target.columns, start=4))
    steps = (replace(s, cell=Cell("Steps", n, 2)) for n, s in enumerate(target.steps, start=4))
    return replace(target, columns=tuple(columns), steps=tuple(steps))


def increment(path: Path) -> Increment:
    """The case of one YAML file."""
    before, after = (path.with_suffix(f".{n}.sql").read_bytes().decode() for n in ("before", "after"))
    return Increment(path, load(path), before, after)


def drafted(case: Increment, text: str, sandbox: Sandbox) -> Draft:
    """The case's update, as the pipeline makes it without a language model."""
    rows = case.data.get("rows", {})
    sandbox.load(
        [
            SampleTable(t.name, None, t.columns, t.key, rows=tuple(_as_text(r) for r in rows.get(t.name, [])))
            for t in case.schema.tables
        ]
    )
    given = {
        ("result", c["name"].casefold()): (c["sql"], "a person") for c in case.data["columns"] if "sql" in c
    }
    desk = Desk(sandbox, None, ExampleBank.load(), said=Said(written=given))
    desk.around, desk.dialect = case.around, case.chosen
    if case.since is not None:
        desk.since = {"result": case.since}
        desk.marks = marks_for(Spec("new.xlsx", targets=(case.target,)), ["result"], desk)
    return update_target(case.target, text, case.schema, desk).draft


def _as_text(row: Sequence[Any]) -> tuple[str | None, ...]:
    return tuple(None if value is None else str(value) for value in row)


class Tables:
    """The small sources of one case in DuckDB."""

    def __init__(self, case: Increment) -> None:
        self._connection, self._dialect = duckdb.connect(), case.dialect
        self._around = needed_around(case.before, case.around, "result", case.schema)[0]
        for table in case.schema.tables:
            columns = ", ".join(f'"{c.name}" {c.type or "VARCHAR"}' for c in table.columns)
            self._connection.execute(f'create table "{table.name}" ({columns})')
            rows = [_as_text(r) for r in case.data.get("rows", {}).get(table.name, [])]
            if rows:
                marks = ", ".join("?" for _ in table.columns)
                self._connection.executemany(f'insert into "{table.name}" values ({marks})', rows)

    def rows(self, text: str) -> list[dict[str, Any]]:
        """What a file gives, Jinja rendered; names of columns in lower case."""
        sql = read_existing(text, self._around, self._dialect).plain.rstrip("; \r\n\t")
        answer = self._connection.execute(sql)
        names = [str(d[0]).casefold() for d in answer.description or ()]
        return [dict(zip(names, map(_plain, row), strict=True)) for row in answer.fetchall()]


def _plain(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return round(float(value), 6)
    return str(value)


def projected(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> Counter[tuple[Any, ...]]:
    """Rows over some columns, however often each occurs."""
    return Counter(tuple(row[c] for c in columns) for row in rows)


def wanted_rows(case: Increment) -> tuple[list[str], Counter[tuple[Any, ...]]]:
    """Columns and rows that the case wants to see."""
    wanted = case.data.get("wanted") or {"columns": [], "rows": []}
    names = [c.casefold() for c in wanted["columns"]]
    return names, Counter(tuple(_plain(v) for v in row) for row in wanted["rows"])


def untouched_lines(before: str, draft: Draft) -> tuple[list[str], int]:
    """Lines of the old text that no edit touches, and how many of them the new text has, in their order."""
    assert draft.edits is not None
    touched: set[int] = set()
    for splice in draft.edits.splices():
        first = before.count("\n", 0, splice.start)
        last = before.count("\n", 0, splice.end)
        inside = splice.start < splice.end or not _between_lines(before, splice.start, splice.after)
        touched.update(range(first, last + 1) if inside else ())
    lines = before.split("\n")
    kept = [line for number, line in enumerate(lines) if number not in touched]
    new, found, place = draft.text.split("\n"), 0, 0
    for line in kept:
        if line in new[place:]:
            place = new.index(line, place) + 1
            found += 1
    return kept, found


def _between_lines(text: str, place: int, after: str) -> bool:
    """Whether whole lines are put in behind the end of a line."""
    ends = place == len(text) or text[place] == "\n" or text.startswith("\r\n", place)
    return ends and after.startswith(("\n", "\r\n"))
