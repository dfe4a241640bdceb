"""Mapping tables in running text: cases are data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from signoff.core.domain.spec import ColumnMapping
from signoff.core.engines.documents.markdown import plain_text
from signoff.core.engines.documents.reading import read_grids
from signoff.core.parse import read_sheets

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path("tests/cases/markdown/running_text.yml").read_text(encoding="utf-8")
)


def told(column: ColumnMapping) -> str:
    rule = f'"{column.rule}"'.replace("\n", "\\n") if "\n" in column.rule else column.rule
    return f"{column.name} | {', '.join(map(str, column.sources))} | {rule}".replace("|  |", "| |").strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_tables_of_a_text(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(case["text"], encoding="utf-8")
    spec = read_sheets(path.name, read_grids(path))
    assert {t.name: [told(c) for c in t.columns] for t in spec.targets} == case["targets"]


def test_parts_read_from_several_places_are_sections(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(CASES[1]["text"], encoding="utf-8")
    (target,) = read_sheets(path.name, read_grids(path)).targets
    assert target.sections == ("pilot_log.csv", "tug orders")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**bold** and *slanted* and `code`", "bold and slanted and code"),
        ("price*qty*1.2 and COUNT(*)", "price*qty*1.2 and COUNT(*)"),
        ("snake_case_name and __strong__", "snake_case_name and strong"),
        ("`a_*b*_c`", "a_*b*_c"),
        ("![x](i.png)[32817 - EHR](https://example.org/a)", "32817 - EHR"),
        ("[Hull No]", "[Hull No]"),
        ("a<br />b</br>c", "a\nb\nc"),
        (r"a \| b &lt; c \*", "a | b < c *"),
    ],
)
def test_marks_are_taken_off(text: str, plain: str) -> None:
    assert plain_text(text) == plain
