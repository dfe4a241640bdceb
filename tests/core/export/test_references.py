"""Plain table names become dbt references, and rendering them gives the signed text back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
import yaml

from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit, Splice
from signoff.core.errors import SignoffError
from signoff.core.export.jinja import foreign_jinja, neutral
from signoff.core.export.references import Book, with_references

CASES = Path(__file__).parents[2] / "cases" / "export" / "references.yml"
BOOK = Book(
    {"contract": "contract", "x y": "x_y_1234"}, {"party": ("raw", "party"), "address": ("raw", "Address")}
)


@pytest.mark.parametrize(
    "case", yaml.safe_load(CASES.read_text(encoding="utf-8")), ids=lambda case: case["name"]
)
def test_references(case: dict[str, Any]) -> None:
    if "refused" in case:
        with pytest.raises(SignoffError, match=case["refused"]):
            with_references(case["sql"], "duckdb", BOOK, "target")
        return
    assert with_references(case["sql"], "duckdb", BOOK, "target") == case["expected"]


@pytest.mark.parametrize(
    "text",
    ["{{ x }}", "{{{% raw %}}}", "{#", "a {b} {{{{ c", "{% endraw %}{{ '{{' }}", "}} %} #}", "{{'", "{ {%-"],
)
def test_neutral_text_renders_to_itself(text: str) -> None:
    assert (
        jinja2.Environment(autoescape=False, keep_trailing_newline=True).from_string(neutral(text)).render()
        == text
    )


def test_an_odd_source_name_is_quoted_for_jinja() -> None:
    book = Book({}, {"o'x": ("raw", "o'x\\")})
    text = with_references('select 1 from "o\'x" t', "duckdb", book, "target")
    seen: list[str] = []
    template = jinja2.Environment(autoescape=False).from_string(text)
    template.render(source=lambda _name, table: seen.append(table) or "T")
    assert seen == ["o'x\\"]


@pytest.mark.parametrize(
    ("added", "is_foreign"),
    [
        ("", False),
        ("{{ source('srm', 'OTHER') }}", False),
        ('{{ref("contract")}}', False),
        ("'{{ '{{' }} x }}'", False),
        ("{{ env_var('X') }}", True),
        ("{{ source('srm', env_var('X')) }}", True),
        ("{% set x = 1 %}", True),
        ("{# note #}", True),
        ("{{ unclosed", True),
    ],
)
def test_an_update_holds_no_jinja_that_nobody_wrote(added: str, is_foreign: bool) -> None:
    existing = "{{ config(materialized='table') }}\nselect a from {{ source('srm', 'T') }}\n"
    assert bool(foreign_jinja(existing, existing + added)) is is_foreign


@pytest.mark.parametrize(
    ("more", "is_foreign"),
    [
        (", 'c'", False),
        (",\n  'c', 'd e'", False),
        (", 3", False),
        (", env_var('X')", True),
        (", 'c' ~ x", True),
        ("] %}{% set y = ['c'", True),
    ],
)
def test_a_list_of_fixed_values_may_get_longer(more: str, is_foreign: bool) -> None:
    existing = "{% set x = ['a', 'b'] %}select {% for y in x %}{{ y }}, {% endfor %} 1"

    assert bool(foreign_jinja(existing, existing.replace("'b'", "'b'" + more))) is is_foreign


def _edit(existing: str, before: str, after: str) -> EditScript:
    start = existing.index(before)
    splice = Splice(start, start + len(before), before, after)
    return EditScript(
        (MandatedEdit("1", EditKind.ADD_JOIN, "x", "It is asked for.", splices=(splice,)),), existing
    )


@pytest.mark.parametrize(
    ("before", "after", "is_foreign"),
    [
        ("amount", "bill.amount", False),
        ("'amount'", "'total', 'x'", True),
        ("amount", "amount') }}{{ env_var('X", True),
        ("cents", "dollars", True),
        ("2", "3", False),
        ("2", "n", True),
    ],
)
def test_an_edit_may_write_other_values_into_a_tag_and_nothing_else(
    before: str, after: str, is_foreign: bool
) -> None:
    existing = "select {{ cents('amount', 2) }} as amount from bill"
    script = _edit(existing, before, after)
    assert bool(foreign_jinja(existing, script.applied(), script.standing())) is is_foreign
    assert foreign_jinja(existing, script.applied()), "without an edit nobody asked for it"
