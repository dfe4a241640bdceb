"""Joins that nobody told: not made where they give rows of the result more than once, and said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.core.pipeline.row_requests import RowRequest, drafted

BEFORE = """with branches as (

    select * from {{ ref('stg_branch_day') }}

)

select
    branches.visit_day,
    branches.branch_id
from branches
"""
DATA: dict[str, Any] = {
    "target": "branch_days",
    "document": {
        "Mapping": """Target table|branch_days

Column|Source table|Source column|Rule|Status
visit_day|stg_branch_day|visit_day|copy|unchanged
branch_id|stg_branch_day|branch_id|copy|unchanged
weather|stg_weather|weather|copy|new
"""
    },
    "tables": {
        "stg_branch_day": "visit_day DATE, branch_id INTEGER",
        "stg_weather": "visit_day DATE, branch_id INTEGER, weather VARCHAR",
    },
    "rows": {"stg_branch_day": [["2024-01-01", 1]]},
}


def _drafted(weather: list[list[object]], folder: Path) -> tuple[str, list[str]]:
    data = {**DATA, "rows": {**DATA["rows"], "stg_weather": weather}}
    draft = drafted(RowRequest(data, BEFORE, ""), folder)
    return draft.text, [finding.code for finding in draft.findings]


def test_an_assumed_join_that_gives_rows_twice_is_not_made(tmp_path: Path) -> None:
    text, codes = _drafted([["2024-01-01", 1, "rain"], ["2024-01-02", 1, "sun"]], tmp_path)
    assert "left join" not in text and "null as weather" in text
    assert "D02" in codes


def test_an_assumed_join_that_finds_one_row_is_made_and_to_be_confirmed(tmp_path: Path) -> None:
    text, codes = _drafted([["2024-01-01", 1, "rain"]], tmp_path)
    assert "left join" in text and "D204" in codes
