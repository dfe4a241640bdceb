"""Jinja of dbt files becomes plain SQL, and every place leads back to the file."""

from __future__ import annotations

import pytest

from signoff.core.errors import SignoffError
from signoff.core.merge.jinja import render

CASES = {
    "{{ config(materialized='table') }}select 1": "select 1",
    "select * from {{ ref('orders') }}": "select * from orders",
    'select * from {{ source("erp", "orders") }}': "select * from orders",
    "select * from {{ ref('pack', 'orders') -}}": "select * from orders",
    'select \'{{ var("day", "2020-01-01") }}\'': "select '2020-01-01'",
    "select {{ var('day') }}": "select null",
    "{% set x = 'a' ~ '_b' | upper %}select {{ x }}": "select a_B",
    "select 1 {# {{ not this }} #}": "select 1 ",
    "select 1{% if is_incremental() %} where x{% else %} where y{% endif %}": "select 1 where y",
    "{% if not is_incremental() and true %}a{% elif x %}b{% endif %}": "a",
    "{% for c in ['a', 'b'] %}{{ c }}{% if not loop.last %}, {% endif %}{% endfor %}": "a, b",
    "{% for c in ('a', 'b') %}{% for d in [1] %}{{ c ~ d }} {% endfor %}{% endfor %}": "a1 b1 ",
    "{% if a %}{% if b %}x{% endif %}y{% else %}z{% endif %}": "z",
    "select {{ dbt_utils.star(ref('x')) }}": "select *",
    "select {{ macro(1) }} + 1": "select null + 1",
    "{% set y %}select {{ 1 }}{% endset %}select 2": "select 2",
    "select '{' || '}'": "select '{' || '}'",
    '{{ "}}" }}': "}}",
}


@pytest.mark.parametrize("text", CASES)
def test_rendered(text: str) -> None:
    assert render(text).sql == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_places_lead_back(text: str) -> None:
    rendered = render(text)

    for place, letter in enumerate(rendered.sql):
        start, end = rendered.file_start(place), rendered.file_end(place + 1)
        assert text[start:end] == letter or text[start] == "{"


def test_what_is_not_worked_out_is_told() -> None:
    found = render("select {{ macro(1) }} + 1 {% if target.name == 'dev' %}limit 1{% endif %}").findings

    assert [f.code for f in found] == ["D221", "D222"]


@pytest.mark.parametrize("text", ["select {{ 1", "{% if x %}select", "{# never closed"])
def test_a_tag_never_closed_is_said(text: str) -> None:
    with pytest.raises(SignoffError, match="never closed"):
        render(text)
