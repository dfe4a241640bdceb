"""What headers say by themselves, on the spellings of real documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.headers import find_headers
from signoff.core.parse.lexicon import guess

CASES = Path(__file__).parents[2] / "cases" / "parse" / "headers.yml"


def _spellings() -> list[Any]:
    groups = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [
        pytest.param(text, side, kind, id=f"{text} is {side} {kind}")
        for side, kind, texts in groups
        for text in texts
    ]


@pytest.mark.parametrize(("text", "side", "kind"), _spellings())
def test_a_header(text: str, side: str, kind: str) -> None:
    found = guess(text)
    assert (str(found.side or ""), found.kind) == (side, kind)
    assert found.known >= 0.5


@pytest.mark.parametrize("text", ["dim_customer", "CUST_ID", "TRIM + UPPER", "Anna", "10", "", "x" * 500])
def test_a_value_is_no_header(text: str) -> None:
    found = guess(text)
    assert not (found.known >= 0.99 and found.exact and (found.kind or found.side))


LIST_IN_WORDS_OF_HEADERS = [
    ("target_table", "target_column", "source_table", "source_column", "logic", "state"),
    ("app_report", "app_id", "", "", "from the grain", "existing"),
    ("app_report", "app_version", "", "", "from the grain", "existing"),
    ("app_report", "source_type", "", "", "from the grain", "existing"),
]


def test_rows_that_share_values_are_no_further_headers() -> None:
    grid = SheetGrid("mapping", tuple(LIST_IN_WORDS_OF_HEADERS))
    assert [header.row for header in find_headers(grid)] == [1]


def test_a_further_header_between_rows_is_one() -> None:
    again = ("Target Column", "Type", "Source Table", "Source Column", "Rule", "Status")
    grid = SheetGrid("mapping", (*LIST_IN_WORDS_OF_HEADERS, again, *LIST_IN_WORDS_OF_HEADERS[1:]))
    assert [header.row for header in find_headers(grid)] == [1, 5]
