"""A sheet of query steps is read whatever its headers are called, because its lines say what they do."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from signoff.core.domain.spec import Spec, StepKind
from signoff.core.parse import parse_document

HEADERS = (
    ("Target", "Section", "Step", "Type", "Table", "Alias", "Condition / Note"),
    ("target", "section", "step", "type", "table", "alias", "condition or note"),
    ("Target Table", "Section", "Step", "Type", "Table", "Alias", "Condition or Note"),
    ("Target table", "Section", "Step", "Step type", "Source table", "Alias", "Condition / Notes"),
    ("Target Model", "Section", "Step #", "Step Type", "Table", "Alias", "Condition/Note"),
    ("Model", "Part", "No.", "Kind", "Table", "Alias", "Details"),
    ("Target", "Section", "Step", "Type", "Table", "Alias", "Condition"),
    ("Target", "Section", "Step", "Type", "Table", "Alias", "Description"),
    ("Target", "Section", "Step", "Type", "Table", "Alias", "Notes"),
    ("Target", "Block", "Seq", "Operation", "Object", "Alias", "Expression"),
    ("Target Table", "Section", "Seq", "Action", "Source", "Alias", "Condition and notes"),
    ("Target", "Section", "Step", "Step Kind", "Relation", "Alias", "Text"),
    ("Target", "Section", "Step", "Type", "Table / Relation", "Alias", "Condition / Note"),
    ("Target", "Section", "Order", "Clause", "Table", "Alias", "Condition or remark"),
    ("Target", "Section", "Step", "Type", "Source / Target table", "Alias", "Condition, note"),
)
LINES = (
    ("t1", "A", 1, "driving table", "src_a", "a", None),
    ("t1", "A", 2, "left join", "src_b", "b", "a.id = b.id"),
    ("t1", "A", 3, "filter", None, None, "a.x = 1"),
    ("t1", "B", 1, "union all", "src_b", "b", None),
    ("t1", "B", 2, "note", None, None, "one row per id"),
    ("t2", None, 1, "driving table", "t1", None, None),
    ("t2", None, 2, "group by", None, None, "id"),
)


def _read(header: tuple[str, ...], folder: Path, lines: tuple[tuple[object, ...], ...] = LINES) -> Spec:
    book = openpyxl.Workbook()
    mapping = book.active
    mapping.append(("Target Table", "Target Column", "Type", "Source Table", "Source Column", "Rule"))
    for target in ("t1", "t2"):
        for column in ("id", "x", "amount_x"):
            mapping.append((target, column, "integer", "src_a", column, "direct"))
    steps = book.create_sheet("Query Steps")
    for line in (header, *lines):
        steps.append(line)
    book.save(folder / "mapping.xlsx")
    return parse_document(folder / "mapping.xlsx")


@pytest.mark.parametrize("header", HEADERS, ids=" ".join)
def test_lines_of_steps_are_read_under_any_header(header: tuple[str, ...], tmp_path: Path) -> None:
    """Kinds, tables, aliases, sections and conditions stand where the lines have them."""
    first, second = _read(header, tmp_path).targets
    read = [(s.section, s.kind, s.table, s.alias, s.condition) for s in first.steps]
    assert read == [
        ("A", StepKind.DRIVING, "src_a", "a", ""),
        ("A", StepKind.LEFT_JOIN, "src_b", "b", "a.id = b.id"),
        ("A", StepKind.FILTER, "", "", "a.x = 1"),
        ("B", StepKind.UNION_ALL, "src_b", "b", ""),
        ("B", StepKind.NOTE, "", "", "one row per id"),
    ]
    assert [s.kind for s in second.steps] == [StepKind.DRIVING, StepKind.GROUP_BY]


TABLES = (
    ("conditions", "condition_rule", "c.rule = m.source_field"),
    ("source", "target", "s"),
    ("table_columns", "type", "rule"),
    ("notes", "comments", "condition"),
)


@pytest.mark.parametrize("named", TABLES, ids=" ".join)
def test_a_line_of_steps_is_no_further_header(named: tuple[str, str, str], tmp_path: Path) -> None:
    """Tables whose names are words of headers start no new block."""
    table, alias, condition = named
    lines = (
        ("t1", None, 1, "driving table", table, alias, None),
        ("t1", None, 2, "left join", table, alias, condition),
        ("t1", None, 3, "union all", table, alias, condition),
        ("t2", None, 1, "driving table", table, alias, None),
    )
    first, second = _read(HEADERS[0], tmp_path, lines).targets
    assert [s.table for s in (*first.steps, *second.steps)] == [table] * 4
