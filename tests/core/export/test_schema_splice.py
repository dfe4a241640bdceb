"""New columns in somebody's schema file: nothing else of it changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from signoff.core.errors import SignoffError
from signoff.core.export.schema_splice import names_model, with_columns

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "export" / "schema_splice.yml").read_text(encoding="utf-8")
)
FRESH = {"name": "fresh", "description": "New.", "data_tests": ["not_null"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
@pytest.mark.parametrize("form", ["as it is", "lines of Windows", "mark at the start", "no last line end"])
def test_only_the_new_column_is_added(case: dict[str, str], form: str) -> None:
    before, after = case["before"], case["after"]
    if form == "lines of Windows":
        before, after = before.replace("\n", "\r\n"), after.replace("\n", "\r\n")
    elif form == "mark at the start":
        before, after = "\ufeff" + before, "\ufeff" + after
    elif form == "no last line end":
        before, after = before.rstrip("\n"), after.rstrip("\n")

    assert with_columns(before, "m", [FRESH]) == after
    assert with_columns(after, "m", [FRESH]) == after


def test_several_columns_stand_in_their_order() -> None:
    text = with_columns(
        "models:\n  - name: m\n    columns:\n      - name: a\n", "m", [FRESH, {"name": "last"}]
    )

    (model,) = yaml.safe_load(text)["models"]
    assert [c["name"] for c in model["columns"]] == ["a", "fresh", "last"]


@pytest.mark.parametrize(
    "text",
    ["models:\n  - name: other\n", "models: [\n", "- a\n", "", "models:\n  - name: m\n    columns: text\n"],
)
def test_what_cannot_be_spliced_is_refused(text: str) -> None:
    with pytest.raises(SignoffError):
        with_columns(text, "m", [FRESH])


def test_an_anchor_used_twice_is_not_changed_for_both() -> None:
    text = "models:\n  - name: n\n    columns: &c\n      - name: a\n  - name: m\n    columns: *c\n"

    with pytest.raises(SignoffError, match="by hand"):
        with_columns(text, "m", [FRESH])


def test_a_model_is_found_by_its_name() -> None:
    assert names_model("models:\n  - name: m\n", "m") and not names_model("sources:\n  - name: m\n", "m")
    assert not names_model("models: [", "m")
