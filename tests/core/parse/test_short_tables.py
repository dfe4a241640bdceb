"""Source tables named without the layer and package before them."""

from __future__ import annotations

import pytest

from signoff.core.domain.known_names import names_of
from signoff.core.domain.spec import SourceColumn, SourceTable
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse import read_sheets

KNOWN = names_of(
    SourceTable(name, (SourceColumn("id"), SourceColumn("title")))
    for name in (
        "stg_bamboo__job_position",
        "stg_bamboo__employee",
        "raw_visit",
        "stg_a__deal",
        "stg_b__deal",
        "ward",
    )
)


def _table(source: str, target: str = "staff_list") -> str:
    rows = (
        ("Target table", "Target column", "Source table", "Source column", "Rule"),
        (target, "id", source, "id", "copy"),
        (target, "title", source, "title", "copy"),
    )
    spec = read_sheets("map.xlsx", (SheetGrid("Mapping", rows),), known=KNOWN)
    return spec.targets[0].columns[0].sources[0].table


@pytest.mark.parametrize(
    ("said", "table"),
    [
        ("job_position", "stg_bamboo__job_position"),
        ("Job Position", "stg_bamboo__job_position"),
        ("job positions", "stg_bamboo__job_position"),
        ("bamboo employee", "stg_bamboo__employee"),
        ("bamboo__employee", "stg_bamboo__employee"),
        ("visit", "raw_visit"),
        ("ward", "ward"),
    ],
)
def test_the_layer_and_the_package_are_put_before_a_name(said: str, table: str) -> None:
    assert _table(said) == table


@pytest.mark.parametrize("said", ["deal", "position", "employee_history", "bamboo", "hr.employee"])
def test_a_name_that_ends_no_table_alone_stays(said: str) -> None:
    assert _table(said) == said


def test_the_name_of_a_target_is_no_short_name() -> None:
    assert _table("employee", "employee") == "employee"
