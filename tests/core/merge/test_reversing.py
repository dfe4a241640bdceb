"""Existing SQL read backwards: what its columns are made of, and how they stand to the mapping."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from signoff.core.domain.cells import Cell
from signoff.core.domain.reversing import ReadState
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    TargetMapping,
)
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns
from signoff.core.merge.reversing import remarks_of, reverse_reading
from signoff.core.merge.tracing import sources_of

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases/merge/reverse.yml").read_text("utf-8"))
SCHEMA = Schema(
    tuple(
        SourceTable(name, tuple(SourceColumn(c, "INTEGER") for c in columns))
        for name, columns in CASES["tables"].items()
    )
)


@pytest.mark.parametrize("name", list(CASES["cases"]))
def test_columns_are_traced_to_their_tables(name: str) -> None:
    case = CASES["cases"][name]
    existing = read_existing(case["sql"])

    names = dict.fromkeys(c.name for c in existing_columns(existing, SCHEMA))
    found = {each: sources_of(existing, each, SCHEMA) for each in names}

    told = {k: "?" if v is None else " ".join(f"{t}.{c}" for t, c in v) for k, v in found.items()}
    assert {k: sorted(v.split()) for k, v in told.items() if k in case["made"]} == {
        k: sorted(v.split()) for k, v in case["made"].items()
    }


def row(name: str, *sources: str, rule: str = "", state: str = "", number: int = 2) -> ColumnMapping:
    refs = tuple(SourceRef(*each.split(".")) for each in sources)
    cell = Cell("Mapping", number, 2)
    return ColumnMapping("x", name, "INTEGER", refs, rule, rule, state=state, cell=cell)


SQL = "with p as (\n  select a as k, b, c from t\n)\nselect\n  k,\n  b + c as s,\n  c\nfrom p"


def test_each_column_is_lined_up_with_its_row() -> None:
    target = TargetMapping("x", (row("k", "t.a"), row("s", "t.b", "t.c", rule="b plus c"), row("z", "t.c")))

    reading = reverse_reading(read_existing(SQL), target, SCHEMA)

    assert [(c.name, c.state.value, c.line) for c in reading.columns] == [
        ("k", "agrees", 5),
        ("s", "agrees", 6),
        ("c", "not in the mapping", 7),
        ("z", "missing", 0),
    ]
    assert reading.columns[0].sources == (("t", "a"),)


def test_other_sources_are_a_remark_at_the_cell_of_the_row() -> None:
    target = TargetMapping(
        "x", (row("k", "t.b", number=7), row("s", "t.b", "t.c", rule="b plus c"), row("c", "t.c"))
    )

    reading = reverse_reading(read_existing(SQL), target, SCHEMA)

    remarks = remarks_of(reading)
    assert [(f.code, f.column, str(f.cell)) for f in remarks] == [("D232", "k", "Mapping!B7")]
    assert "of t.b; the existing SQL makes it of t.a" in remarks[0].message


def test_a_plain_move_that_the_file_works_on_differs() -> None:
    reading = reverse_reading(
        read_existing("select a + 1 as k from t"), TargetMapping("x", (row("k", "t.a"),)), SCHEMA
    )

    assert reading.columns[0].state is ReadState.DIFFERS


def test_what_is_to_change_is_no_remark() -> None:
    target = TargetMapping("x", (row("k", "t.b", state="changed"), row("s", "t.b"), row("c", "t.c")))

    reading = reverse_reading(read_existing(SQL), target, SCHEMA)

    assert reading.columns[0].state is ReadState.DIFFERS
    assert "k" not in [f.column for f in remarks_of(reading)]


def test_a_renamed_column_is_lined_up_under_its_old_name() -> None:
    target = TargetMapping("x", (row("key", "t.a", state="renamed from k"), row("s", "t.b"), row("c", "t.c")))

    reading = reverse_reading(read_existing(SQL), target, SCHEMA)

    first = reading.columns[0]
    assert (first.name, first.state, first.mandate and first.mandate.was) == ("k", ReadState.AGREES, "k")
    assert not reading.of_state(ReadState.MISSING)


def test_values_on_sample_rows_count_more_than_names_of_sources() -> None:
    target = TargetMapping("x", (row("k", "t.a"), row("s", "t.b", "t.c", rule="b minus c"), row("c", "t.c")))

    reading = reverse_reading(read_existing(SQL), target, SCHEMA, values={"s": False, "k": True})

    assert [c.state for c in reading.columns] == [ReadState.AGREES, ReadState.DIFFERS, ReadState.AGREES]
