"""A target over rows for each thing and period as the relations and steps that it is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.assumed import Assumed
from signoff.core.merge.grids.grid import Grid, select_of
from signoff.core.merge.grids.links import Way, way_to
from signoff.core.merge.grids.measures import Measure, measure_of
from signoff.core.merge.grids.over_rows import Ground, over_rows
from signoff.core.merge.grids.telling import Told, told_grid
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.names import find_column, find_table, words

_FIRST_DAY = re.compile(
    r"^(?:the\s+)?(?:(?:date|day|month)\s+spine(?:\s*,\s*see\s+\w+)?|(?:first\s+(?:day\s+)?(?:of\s+)?(?:the\s+|each\s+)?|start\s+of\s+(?:the\s+)?)?(?:month|week|day|quarter|year|period|date)(?:\s+start)?)?$",
    re.IGNORECASE,
)
_AS_IT_IS = re.compile(
    r"^(?:1\s*:\s*1|direct(?:ly)?(?:\s+\w+)?|copy|copied|as\s+is|unchanged|taken?\s+over|same|the\s+(?P<what>[\w\s]+))?$",
    re.IGNORECASE,
)


@dataclass
class _Made:
    """The relations that such rows are read from, as they come about."""

    grid: Grid
    name: str
    period: str
    key: str = ""
    names: dict[str, str] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    held: dict[tuple[str, str], str] = field(default_factory=dict)
    """Names of the relations that hold what falls into periods, by table and day."""

    def of_grid(self, column: str) -> str:
        """SQL of a column of the rows."""
        return f"{quoted(self.name)}.{quoted(column)}"


def with_grid(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, tuple[Assumed, ...]]:
    """The target with steps for rows for each thing and period, and SQL that a person confirms.

    Args:
        target: its notes, source cells and rules.
        schema: the tables.
    """
    told = told_grid(target, schema)
    made = _made(target, told, schema) if told is not None and not told.steps else None
    if told is None or made is None:
        return target, ()
    columns = tuple(_column(c, made, schema, target) for c in target.columns)
    columns = _over_rows(target.columns, columns, made)
    asked = [c for c, o in zip(columns, target.columns, strict=True) if c.rule == o.rule and _is_open(c, o)]
    if not made.measures or len(asked) > len(columns) // 2:
        return target, ()
    assumed = tuple(
        Assumed(f"{quoted(m.table.name)}.{quoted(m.day)}", told.note.cell)
        for m in made.measures.values()
        if m.assumed
    )
    sure = tuple(Assumed(w.on, told.note.cell) for w in made.ways.values() if w.assumed)
    return replace(target, columns=columns, steps=tuple(_steps(made, told))), tuple(
        dict.fromkeys((*assumed, *sure))
    )


def _is_open(column: ColumnMapping, before: ColumnMapping) -> bool:
    """Whether a column lost its sources and nothing was made of it."""
    return bool(before.sources) and not column.sources


def _made(target: TargetMapping, told: Told, schema: Schema) -> _Made | None:
    grid = told.grid
    name = _free(schema, f"{grid.noun or 'all'}_{grid.unit}s")
    period = next((c.name for c in target.columns if _is_period(c, grid)), "")
    made = _Made(grid, name, period or grid.unit)
    if grid.table is not None:
        made.key = grid.column or _key(target, grid)
    if not period or (grid.table is not None and not made.key):
        return None
    return made


def _free(schema: Schema, name: str) -> str:
    while find_table(schema, name) is not None:
        name = f"all_{name}"
    return name


def _is_period(column: ColumnMapping, grid: Grid) -> bool:
    """Whether a column is the period itself, by its name and a rule that says no more."""
    rule = (column.rule_resolved or column.rule).strip(" .")
    called = grid.unit in words(column.name) or (grid.unit == "day" and "date" in words(column.name))
    return called and not column.sources and _FIRST_DAY.match(rule) is not None


def _key(target: TargetMapping, grid: Grid) -> str:
    """The column that tells the things apart: their table's key, else what the target takes over under their noun."""
    table = grid.table
    if table is None:
        return ""
    if len(table.key) == 1:
        return table.key[0]
    taken = [
        c
        for m in target.columns
        for r in m.sources
        if (found := find_table_column(r, table)) and (c := found) and looks_like_key(c)
    ]
    called = [c for c in dict.fromkeys(taken) if grid.noun in words(c)]
    return called[0] if len(called) == 1 else ""


def find_table_column(ref: SourceRef, table: SourceTable) -> str:
    """The name of the column that a source cell names of a table; empty where it names another's."""
    if ref.table and ref.table.rpartition(".")[2].casefold() != table.name.casefold():
        return ""
    column = find_column(table, ref.column)
    return column.name if column is not None else ""


def _column(column: ColumnMapping, made: _Made, schema: Schema, target: TargetMapping) -> ColumnMapping:
    """A column of the period, the thing or what falls into the period; one that is none loses sources not read."""
    if _is_period(column, made.grid):
        return _as_sql(column, made.of_grid(made.period), made)
    taken = _taken(column, made)
    if taken:
        made.names[column.name.casefold()] = made.of_grid(taken)
        return replace(column, sources=(SourceRef(made.name, taken),), source_tables=())
    measure = measure_of(column, made.grid, schema, made.measures, target.columns)
    way = _way(measure, made, schema) if measure is not None else None
    if measure is not None and way is not None:
        made.measures[column.name] = measure
        made.ways[measure.table.name] = way
        held = made.held.setdefault(
            (measure.table.name, measure.day),
            _free(schema, f"{measure.table.name}_{len(made.held) + 1}_held"),
        )
        sql = f"{quoted(held)}.{quoted(column.name)}"
        return _as_sql(column, f"coalesce({sql}, 0)" if measure.zero else sql, made)
    refs = tuple(r for r in column.sources if not find_table(schema, r.table or r.column))
    return replace(column, sources=refs, source_tables=())


def _way(measure: Measure, made: _Made, schema: Schema) -> Way | None:
    grid = made.grid
    if grid.table is None:
        return Way("", "", "", assumed=False)
    return way_to(measure.table, grid.table, made.key, schema, told=measure.table.name in grid.ways)


def _taken(column: ColumnMapping, made: _Made) -> str:
    """The column of the things' table that a column takes over."""
    table = made.grid.table
    if table is None or len(column.sources) != 1:
        return ""
    rule = (column.rule_resolved or column.rule).strip(" .")
    as_it_is = _AS_IT_IS.match(rule)
    name = find_table_column(column.sources[0], table)
    if as_it_is is None or not name or not column.sources[0].table:
        return ""
    if as_it_is["what"]:
        known = {
            made.grid.noun,
            *words(name),
            *words(column.name),
            "code",
            "name",
            "number",
            "id",
            "the",
            "of",
        }
        if not set(words(as_it_is["what"])) <= known:
            return ""
    return name if not made.grid.column or name == made.grid.column else ""


def _as_sql(column: ColumnMapping, sql: str, made: _Made) -> ColumnMapping:
    made.names[column.name.casefold()] = sql
    known = (made.name, *made.held.values())
    found = re.findall(r'"?(\w+)"?\."?(\w+)"?', sql)
    refs = tuple(dict.fromkeys(SourceRef(t, n) for t, n in found if t in known))
    return replace(column, sources=refs, source_tables=(), rule=sql, rule_resolved=sql, note="")


def _over_rows(
    before: tuple[ColumnMapping, ...], columns: tuple[ColumnMapping, ...], made: _Made
) -> tuple[ColumnMapping, ...]:
    """The columns with values over the rows, as often as one makes another one understood."""
    for table_column in (
        made.grid.table.columns if made.grid.table is not None and not made.grid.column else ()
    ):
        made.names.setdefault(table_column.name.casefold(), made.of_grid(table_column.name))
    for _ in columns:
        key = made.of_grid(made.key) if made.key else ""
        ground = Ground(made.grid, key, made.of_grid(made.period), made.names)
        done = []
        for old, column in zip(before, columns, strict=True):
            is_open = column.rule == old.rule and column.name.casefold() not in made.names
            sql = over_rows(old, ground) if is_open else ""
            done.append(_as_sql(column, sql, made) if sql else column)
        if done == list(columns):
            break
        columns = tuple(done)
    return columns


def _steps(made: _Made, told: Told) -> list[Step]:
    """Notes that describe the relations, and the steps that put them together."""
    blank = replace(told.note, table="", alias="", condition="")
    grid = made.grid
    steps = [
        replace(blank, condition=f"Derived: {made.name} = {select_of(grid, made.period)}"),
        replace(blank, kind=StepKind.DRIVING, table=made.name),
    ]
    for (table, day), name in made.held.items():
        inside = {n: m for n, m in made.measures.items() if (m.table.name, m.day) == (table, day)}
        steps.append(
            replace(blank, condition=f"Derived: {name} = {_held(inside, made.ways[table], made, day)}")
        )
    for name in made.held.values():
        on = [
            f"{quoted(name)}.{quoted(c)} = {made.of_grid(c)}"
            for c in (*([made.key] if made.key else ()), made.period)
        ]
        steps.append(replace(blank, kind=StepKind.LEFT_JOIN, table=name, condition=" and ".join(on)))
    return steps


def _held(measures: dict[str, Measure], way: Way, made: _Made, day: str) -> str:
    """The SELECT of what falls into periods, by thing and period."""
    table = next(iter(measures.values())).table.name
    moment = made.grid.truncated(f"{quoted(table)}.{quoted(day)}")
    values = ", ".join(f"{m.sql} as {quoted(name)}" for name, m in measures.items())
    key = f"{way.key} as {quoted(made.key)}, " if made.key else ""
    by = ", ".join(filter(None, (way.key, moment)))
    joined = f" inner join {way.join} on {way.on}" if way.join else ""
    return (
        f"select {key}{moment} as {quoted(made.period)}, {values} from {quoted(table)}{joined} "
        f"where {quoted(table)}.{quoted(day)} is not null group by {by}"
    )
