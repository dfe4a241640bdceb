"""Notes that are clauses of SQL, as lines above a grid have them, or lists of tables, taken as steps.

``FROM visits v``, ``LEFT JOIN (select … group by pat_no) b ON b.pat_no = v.pat_no``, ``Scope: WHERE v.state <> 'X'``:
each line is one clause, perhaps behind a label, perhaps with a remark in brackets or a sentence after it. An alias that
no clause gives is that of the table which has all columns read by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.engines.sqltext import SqlTextError, parse_query
from signoff.core.merge.from_lists import from_list, joined_alone
from signoff.core.merge.join_lists import listed_joins
from signoff.core.merge.names import find_column, find_table
from signoff.core.merge.spine_texts import read_spine

_LABEL = re.compile(r"^\s*[^\W\d][\w /\-]{0,30}:\s*")
_CLAUSE = re.compile(
    r"^(?P<word>from|where|and|(?:(?:left|right|full|inner|cross)\s+)?(?:outer\s+)?join)\s+\S", re.IGNORECASE
)
_REMARK = re.compile(r"\s+\((?!\s*(?:select|with)\b)[a-z][a-z ,'’-]*\)", re.IGNORECASE)
_STOP = re.compile(r"(?<=[\w')])[.;]\s+(?=[A-Z])")
_TYPES: dict[type[exp.Expr], str] = {exp.Count: "BIGINT", exp.Sum: "DECIMAL(38,6)", exp.Avg: "DOUBLE"}
_KINDS = {
    "LEFT": StepKind.LEFT_JOIN,
    "RIGHT": StepKind.RIGHT_JOIN,
    "FULL": StepKind.FULL_JOIN,
    "CROSS": StepKind.CROSS_JOIN,
}


def with_sql_notes(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with steps in place of the notes that are clauses of SQL; unchanged where none is."""
    steps: list[Step] = []
    makes_rows = any(s.kind is StepKind.NOTE and read_spine(s.condition) is not None for s in target.steps)
    for step in target.steps:
        made = None
        if step.kind is StepKind.NOTE:
            made = _steps(step, schema, steps) or from_list(step, schema)
            made = made or (joined_alone(step, schema) if makes_rows else None) or listed_joins(step, schema)
        steps += [step] if made is None else _not_again(made, target)
    if len(steps) == len(target.steps) and all(a is b for a, b in zip(steps, target.steps, strict=True)):
        return target
    if not makes_rows and not any(step.kind is StepKind.DRIVING for step in steps):
        steps = [*_driving(target, steps, schema), *steps]
    return replace(target, steps=tuple(steps))


def _not_again(made: Sequence[Step], target: TargetMapping) -> list[Step]:
    """Steps of a note without the table that its rows start from, where a step has that one already."""
    first = [s for s in target.steps if s.kind is StepKind.DRIVING]
    if len(first) != 1 or sum(s.kind is StepKind.DRIVING for s in made) != 1:
        return list(made)
    known = {first[0].table.casefold(), first[0].alias.casefold()}
    return [
        s
        for s in made
        if not (
            s.kind is StepKind.DRIVING
            and s.table.casefold() == first[0].table.casefold()
            and (not s.alias or s.alias.casefold() in known)
        )
    ]


def sql_relation(name: str, text: str, schema: Schema) -> Relation | None:
    """A relation that a SELECT over source tables describes; None where it is no such SELECT.

    Args:
        name: by which the others know it.
        text: the SELECT.
        schema: the tables it may read.
    """
    query = _query(text)
    if query is None:
        return None
    tables = [find_table(schema, table.name) for table in query.find_all(exp.Table)]
    known = [table for table in tables if table is not None]
    if not known or len(known) != len(tables) or any(item.is_star for item in query.expressions):
        return None
    columns = [column.name for column in query.find_all(exp.Column)]
    if not all(_of_columns(known, column) for column in columns):
        return None
    carries = tuple(CarriedColumn(item.alias_or_name, _type(item, known)) for item in query.expressions)
    return Relation(
        name, name, JoinKind.LEFT, subquery=query.sql("duckdb", pretty=True), carries=carries, told=text
    )


def tables_within(relation: Relation) -> frozenset[str]:
    """Names of the tables that a relation made by SQL reads."""
    query = _query(relation.subquery) if relation.subquery and relation.told else None
    return frozenset(table.name for table in query.find_all(exp.Table)) if query is not None else frozenset()


def _steps(note: Step, schema: Schema, before: Sequence[Step]) -> list[Step] | None:
    """What one note stands for; None where it is no clause of SQL over known tables."""
    text = _LABEL.sub("", note.condition or note.table, count=1).strip()
    clause = _CLAUSE.match(text)
    if clause is None:
        return None
    word = clause["word"].lower()
    if word == "and" and not (before and before[-1].kind is StepKind.FILTER):
        return None
    first, _, rest = _cut(_REMARK.sub("", text))
    head = {"from": "select 1 ", "where": "select 1 from x ", "and": "select 1 from x where true "}
    query = _query(head.get(word, "select 1 from x ") + first)
    if query is None:
        return None
    made = list(_of_query(query, note, schema, is_whole=word == "from"))
    if not made or any(each.table and not _is_known(each, made, schema) for each in made):
        return None
    return [*made, replace(note, condition=rest)] if rest else made


def _of_query(query: exp.Select, note: Step, schema: Schema, *, is_whole: bool) -> Iterator[Step]:
    source = query.args.get("from_")
    if is_whole and source is not None:
        yield from _table(source.this, StepKind.DRIVING, "", note)
    for join in query.args.get("joins") or []:
        kind = _KINDS.get(join.side or join.kind, StepKind.INNER_JOIN)
        on = join.args.get("on")
        using = [each.name for each in join.args.get("using") or []]
        is_english = not (join.side or join.kind) and isinstance(on, exp.Column)
        for step in _table(join.this, kind, _sql(on) if on is not None else ", ".join(using), note):
            yield replace(step, kind_assumed=is_english and step.kind is kind)
    where = query.args.get("where")
    if where is not None:
        for part in where.this.flatten() if isinstance(where.this, exp.And) else [where.this]:
            if part != exp.true():
                yield replace(note, kind=StepKind.FILTER, table="", condition=_sql(part))


def _table(source: exp.Expr, kind: StepKind, on: str, note: Step) -> Iterator[Step]:
    """A table, or a subquery as a relation described by name with the step that reads it."""
    if isinstance(source, exp.Subquery):
        yield replace(note, condition=f"Derived: {source.alias} = {source.this.sql('duckdb')}")
        yield replace(note, kind=kind, table=source.alias, alias=source.alias, condition=on)
    elif isinstance(source, exp.Table):
        yield replace(note, kind=kind, table=source.name, alias=source.alias, condition=on)


def _is_known(step: Step, made: Sequence[Step], schema: Schema) -> bool:
    described = any(each.condition.startswith(f"Derived: {step.table} = ") for each in made)
    return described or find_table(schema, step.table) is not None


def _driving(target: TargetMapping, steps: Sequence[Step], schema: Schema) -> list[Step]:
    """The driving table with the alias that the clauses read it by, where one table has all columns so read."""
    given = {step.alias.casefold() or step.table.casefold() for step in steps if step.table}
    read: dict[str, list[str]] = {}
    for column in (c for step in steps for c in _columns(step)):
        if column.table and column.table.casefold() not in given and not find_table(schema, column.table):
            read.setdefault(column.table, []).append(column.name)
    if len({alias.casefold() for alias in read}) != 1:
        return []
    alias, columns = next(iter(read.items()))
    named = {ref.table.casefold() for mapping in target.columns for ref in mapping.sources}
    having = [t for t in schema.tables if all(_of_columns([t], column) for column in columns)]
    having = [t for t in having if t.name.casefold() in named] or having
    if len(having) != 1:
        return []
    first = next(step for step in steps if any(c.table == alias for c in _columns(step)))
    return [replace(first, order=0, kind=StepKind.DRIVING, table=having[0].name, alias=alias, condition="")]


def _columns(step: Step) -> Iterator[exp.Column]:
    if step.kind is not StepKind.NOTE and step.condition:
        query = _query(f"select 1 from x where {step.condition}")
        yield from query.find_all(exp.Column) if query is not None else ()


def _cut(text: str) -> tuple[str, str, str]:
    """A clause, and the sentence that follows it."""
    stop = _STOP.search(text)
    return (text[: stop.start()], ".", text[stop.end() :]) if stop else (text.rstrip(" .;"), "", "")


def _sql(tree: exp.Expr) -> str:
    """As SQL; ``is not 'W'``, which people write, holds where there is no value too."""

    def mended(node: exp.Expr) -> exp.Expr:
        if isinstance(node, exp.Not) and isinstance(node.this, exp.Is) and _is_value(node.this.expression):
            return exp.NullSafeNEQ(this=node.this.this, expression=node.this.expression)
        if isinstance(node, exp.Is) and _is_value(node.expression):
            return exp.EQ(this=node.this, expression=node.expression)
        return node

    return tree.copy().transform(mended).sql("duckdb")


def _is_value(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal)


def _query(text: str) -> exp.Select | None:
    try:
        query = parse_query(text, "duckdb")
    except SqlTextError:
        return None
    return query if isinstance(query, exp.Select) else None


def _of_columns(tables: Sequence[SourceTable], name: str) -> bool:
    return any(find_column(table, name) is not None for table in tables)


def _type(item: exp.Expr, tables: Sequence[SourceTable]) -> str:
    value = item.this if isinstance(item, exp.Alias) else item
    if isinstance(value, exp.Column):
        found = [c for table in tables if (c := find_column(table, value.name)) is not None]
        return found[0].type if found else ""
    if isinstance(value, (exp.Min, exp.Max)):
        return _type(value.this, tables)
    return _TYPES.get(type(value), "")
