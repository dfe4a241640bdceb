"""Rules over the rows that another table has for each row, held to what they come to for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
import yaml

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import ColumnMapping, Schema, SourceRef, Spec, Step, StepKind, TargetMapping
from signoff.core.engines.sql.samples import read_folder
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.documents import load_samples
from signoff.core.pipeline.drafting import draft_target
from signoff.core.pipeline.further_rows import value_of_further_rows
from signoff.core.pipeline.outcomes import Resolution
from signoff.core.prompt.examples import ExampleBank
from tests.eval.cases import Case, Wanted
from tests.eval.drafting import Variation, draft, tools_for

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "further_rows" / "rules.yml").read_text(encoding="utf-8")
)
INCREMENTS = Path(__file__).parents[2] / "eval" / "increments"
TICKET = Relation("ticket", "ticket", JoinKind.DRIVING)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("sources")
    (folder / "schema.sql").write_text(CASES["schema"], encoding="utf-8")
    with duckdb.connect() as connection:
        connection.execute(CASES["schema"] + CASES["rows"])
        for (table,) in connection.execute("select table_name from duckdb_tables()").fetchall():
            connection.execute(f"copy {table} to '{folder}/{table}.csv' (header, nullstr '\\N')")
    with Sandbox() as sandbox:
        load_samples(sandbox, read_folder(folder), Spec("d.xlsx", (), ()))
        yield Desk(sandbox, None, ExampleBank(()))


def _made(case: dict[str, Any], desk: Desk) -> Resolution | None:
    refs = tuple(SourceRef(*source.split(".")) for source in case.get("sources", ()))
    mapping = ColumnMapping(
        "t", "made", case["type"], rule=case["rule"], rule_resolved=case["rule"], sources=refs
    )
    target = TargetMapping("t", (mapping,))
    schema: Schema = desk.sandbox.schema()
    return value_of_further_rows(mapping, target, (TICKET,), schema, desk, target.columns)


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["rule"])[:40])
def test_a_rule_over_further_rows_gives_a_value_for_each_row_with_a_remark(
    case: dict[str, Any], desk: Desk
) -> None:
    made = _made(case, desk)
    assert made is not None
    assert "D48" in [finding.code for finding in made.expression.findings]
    with duckdb.connect() as connection:
        connection.execute(CASES["schema"] + CASES["rows"])
        rows = connection.execute(f"select {made.expression.sql} from ticket order by ticket_id").fetchall()
    assert [None if value is None else str(value) for (value,) in rows] == [
        None if value is None else str(value) for value in case["gives"]
    ]


@pytest.mark.parametrize("case", CASES["open"], ids=lambda case: str(case["rule"])[:40])
def test_what_is_not_understood_of_rows_stays_open(case: dict[str, Any], desk: Desk) -> None:
    assert _made(case, desk) is None


def test_what_sums_up_several_joined_tables_counts_no_rows_of_the_others(desk: Desk) -> None:
    columns = (
        ColumnMapping("t", "ticket", "INTEGER", sources=(SourceRef("ticket", "ticket_id"),), key=True),
        _summed("labels", "number of labels, 0 if there are none", "label.label_name"),
        _summed("minutes", "sum of the minutes", "stg_desk__comment.minutes"),
    )
    steps = (
        Step("t", 1, StepKind.DRIVING, table="ticket"),
        Step("t", 2, StepKind.LEFT_JOIN, table="label", condition="ticket.ticket_id = label.ticket_id"),
        Step(
            "t", 3, StepKind.LEFT_JOIN, table="stg_desk__comment",
            condition="ticket.ticket_id = stg_desk__comment.ticket_id",
        ),
    )  # fmt: skip
    made = draft_target(TargetMapping("t", columns, steps=steps), desk.sandbox.schema(), ["t"], desk)
    with duckdb.connect() as connection:
        connection.execute(CASES["schema"] + CASES["rows"])
        rows = connection.execute(f"select * from ({made.draft.sql}) order by ticket").fetchall()
    assert rows == [(1, 2, 12), (2, 1, 2), (3, 0, None)]


def _summed(name: str, rule: str, source: str) -> ColumnMapping:
    return ColumnMapping(
        "t", name, "INTEGER", rule=rule, rule_resolved=rule, sources=(SourceRef(*source.split(".")),)
    )


def test_a_model_reads_the_table_as_it_reads_others(tmp_path: Path) -> None:
    folder = INCREMENTS / "h" / "github__pull_requests"
    paths = (folder / name for name in ("mapping.xlsx", "sources", "reference", "existing"))
    variation = Variation(generator="none")
    with tools_for(variation) as tools:
        draft(Wanted(Case("pulls", *paths)), tmp_path, variation, tools)
    text = (tmp_path / "github__pull_requests.sql").read_text(encoding="utf-8")
    assert "from {{ ref('stg_github__pull_request_label') }} as pull_request_label_rows where" in text
