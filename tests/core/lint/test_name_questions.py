"""Names that come close are asked about, on cases that stand as data; answers rename the spec."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.name_matches import NameMatch, with_names
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Spec,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.lint.name_questions import name_questions

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "sources" / "names.yml").read_text(encoding="utf-8")
)


def _spec(table: str, column: str) -> Spec:
    row = ColumnMapping(
        "made",
        "x",
        sources=(SourceRef(table, column),),
        rule=f"Trim {table}.{column}",
        rule_resolved=f"Trim {table}.{column}, not {table}_OLD",
        join=f"{table}.{column} = other.id",
        source_tables=(table,),
    )
    steps = (
        Step("made", 1, StepKind.DRIVING, table=table),
        Step("made", 2, StepKind.FILTER, condition=f"{table}.{column} > 1"),
    )
    return Spec(
        "map.csv", targets=(TargetMapping("made", (row,), steps),), sources=Schema((SourceTable(table),))
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_names(case: dict[str, Any]) -> None:
    if "tables" in case:
        schema, spec = Schema(tuple(map(SourceTable, case["tables"]))), _spec(case["document"], "id")
    else:
        schema = Schema((SourceTable("T", tuple(map(SourceColumn, case["columns"]))),))
        spec = _spec("T", case["document"])
    questions = name_questions(spec, schema)
    assert [list(question.choices) for question in questions] == [case["offers"]] * bool(case["offers"])
    for question in questions:
        assert case["document"] in question.sentence and case["offers"][0] in question.sentence
        assert name_questions(spec, schema, {question.key}) == ()


def test_an_answer_renames_sources_steps_joins_and_resolved_rules() -> None:
    matches = (NameMatch("CUST_MASTR", "CUST_MASTER"), NameMatch("nam", "NAME", "CUST_MASTER"))
    spec = with_names(_spec("cust_mastr", "NAM"), matches)
    row, (driving, condition) = spec.targets[0].columns[0], spec.targets[0].steps
    assert row.sources == (SourceRef("CUST_MASTER", "NAME"),) and row.source_tables == ("CUST_MASTER",)
    assert row.rule == "Trim cust_mastr.NAM"
    assert row.rule_resolved == "Trim CUST_MASTER.NAME, not cust_mastr_OLD"
    assert driving.table == "CUST_MASTER" and condition.condition == "CUST_MASTER.NAME > 1"
    assert spec.sources.tables[0].name == "CUST_MASTER"
    schema = Schema((SourceTable("CUST_MASTER", (SourceColumn("NAME"),)),))
    assert name_questions(spec, schema) == ()


def test_no_answer_and_none_of_these_leave_the_spec_as_it_is() -> None:
    spec = _spec("a", "b")
    assert with_names(spec, ()) is spec
    assert with_names(spec, (NameMatch("a", ""),)) is spec
