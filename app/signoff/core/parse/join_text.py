"""Joins and filters written as text above or below a grid: `orders o join customers c on o.cid = c.id`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import ColumnMapping, Role, Step, StepKind
from signoff.core.parse.names import clean_name
from signoff.core.parse.step_texts import filter_parts

_JOIN = re.compile(r"\b(?:(left|right|full|inner|cross)\s+)?(?:outer\s+)?join\b", re.IGNORECASE)
_TABLE = re.compile(
    r"^\s*(?:from\s+)?([\w.$#\"\[\]]+)(?:\s+(?:as\s+)?(?!on\b)([A-Za-z]\w*))?\s*(?:\bon\b\s*(.+))?$",
    re.IGNORECASE | re.DOTALL,
)
_WHERE = re.compile(r"\bwhere\b", re.IGNORECASE)
_FILTERS = re.compile(r"\s*(?:where|filter|having|group\s+by)\b", re.IGNORECASE)
_SAYS = re.compile(
    r"\s*(?:only|just|no|not|without|all|every|leave|leaving|drop|skip|ignore|exclud\w*|keep|take|load|except|do\s+not|don't)\b",
    re.IGNORECASE,
)
"""Begins to say in words which rows are taken."""
_KINDS = {
    "left": StepKind.LEFT_JOIN,
    "right": StepKind.RIGHT_JOIN,
    "full": StepKind.FULL_JOIN,
    "cross": StepKind.CROSS_JOIN,
}


@dataclass(frozen=True)
class Statement:
    """One line that states how the rows of a target come about."""

    kind: str
    """join, filter or left_table, as in headers.yml."""
    text: str
    cell: Cell
    state: str = ""
    """What names it, which may say that it is new or changed: ``Filter (new)``."""


def steps_of_statements(target: str, statements: list[Statement], tables: list[str]) -> list[Step]:
    """Steps that the lines state; empty when they don't tell the driving table, or a join is no FROM clause.

    Args:
        target: name of the target.
        statements: lines around its grid.
        tables: source tables its rows name; a single one is the driving table.
    """
    steps: list[Step] = []
    for each in statements:
        if each.kind == "join":
            joined = joined_tables(target, each)
            if not joined:
                return []
            steps += joined
        elif each.kind == "left_table":
            steps.append(Step(target, 0, StepKind.DRIVING, table=clean_name(each.text), cell=each.cell))
    drives = any(step.kind is StepKind.DRIVING for step in steps)
    if not drives and (steps or len(tables) != 1):
        return []
    if not drives:
        steps.append(Step(target, 0, StepKind.DRIVING, table=tables[0], cell=statements[0].cell))
    for each in statements:
        if each.kind == "filter":
            text = _WHERE.sub("", each.text, count=1).strip() if _WHERE.match(each.text) else each.text
            steps += [
                Step(target, 0, kind, condition=said, cell=each.cell, state=each.state)
                for kind, said in filter_parts(text)
            ]
    return [replace(s, target=target, order=number) for number, s in enumerate(steps, 1)]


def as_filter(text: str) -> str:
    """A filter's text that begins with `where`."""
    return text if _FILTERS.match(text) or _SAYS.match(text) else f"where {text}"


def steps_of_joins(target: str, columns: list[ColumnMapping]) -> tuple[list[ColumnMapping], list[Step]]:
    """Columns and steps, where the rows of a target share one FROM clause: it becomes steps and leaves the rows."""
    texts = dict.fromkeys(c.join for c in columns if c.join)
    cells = (c.cell_of(Role.JOIN) or c.cell for c in columns if c.join)
    cell = next((each for each in cells if each), None)
    if len(texts) != 1 or cell is None:
        return columns, []
    steps = joined_tables(target, Statement("join", next(iter(texts)), cell))
    if not steps:
        return columns, []
    bare = [replace(column, join="") for column in columns]
    return bare, [replace(step, order=number) for number, step in enumerate(steps, 1)]


def with_statements(columns: list[ColumnMapping], statements: list[Statement]) -> list[ColumnMapping]:
    """The columns, the first with the lines as its join text: what could not be made into steps is kept."""
    if not columns:
        return columns
    texts = [as_filter(each.text) if each.kind == "filter" else each.text for each in statements]
    cells = columns[0].cells
    if statements and columns[0].cell_of(Role.JOIN) is None:
        cells = (*cells, (Role.JOIN, statements[0].cell))
    first = replace(columns[0], join="\n".join(filter(None, [columns[0].join, *texts])), cells=cells)
    return [first, *columns[1:]]


def joined_tables(target: str, statement: Statement) -> list[Step]:
    """Driving table, joins and filter of a FROM clause in a line; empty when it is none."""
    body, _, where = _split_where(statement.text)
    kinds = [StepKind.DRIVING]
    kinds += [_KINDS.get(str(found.group(1)).lower(), StepKind.INNER_JOIN) for found in _JOIN.finditer(body)]
    pieces = _JOIN.split(body)[::2]
    if len(pieces) < 2:
        return []
    steps: list[Step] = []
    for kind, piece in zip(kinds, pieces, strict=True):
        found = _TABLE.match(piece.strip().rstrip(",;"))
        if found is None:
            return []
        table, alias, condition = found.groups()
        if not re.search(r"[A-Za-z_]", table):
            return []
        steps.append(
            Step(
                target, 0, kind, "", clean_name(table), alias or "", (condition or "").strip(), statement.cell
            )
        )
    if where:
        steps.append(Step(target, 0, StepKind.FILTER, condition=where.strip(), cell=statement.cell))
    return steps


def _split_where(text: str) -> tuple[str, str, str]:
    found = _WHERE.search(text)
    return (text[: found.start()], "where", text[found.end() :]) if found else (text, "", "")
