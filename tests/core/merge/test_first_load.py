"""A dbt file as on its first load, and what tells rows of later runs."""

from __future__ import annotations

import pytest

from signoff.core.merge.first_load import first_load_text, marks_of, names_this


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "{{ config(materialized='incremental') }}\nselect a from t\n{% if is_incremental() %}\nwhere a > 1\n"
            "{% endif %}\norder by a\n",
            "select a from t\norder by a\n",
        ),
        ("select {% if is_incremental() %} 1 {% else %} 2 {% endif %} as a", "select  2  as a"),
        ("select {% if not is_incremental() %} 1 {% else %} 2 {% endif %} as a", "select  1  as a"),
        (
            "{% if is_incremental() %}{% if x %}a{% else %}b{% endif %}{% else %}c{% endif %}",
            "c",
        ),
        (
            "{% if is_incremental() and var('x', true) %}a{% else %}b{% endif %}",
            "{% if false and var('x', true) %}a{% else %}b{% endif %}",
        ),
        ("{% set later = is_incremental() %}select 1", "{% set later = false %}select 1"),
        ("-- is_incremental() in words\nselect 'is_incremental()' as a", None),
        ("{# {% if is_incremental() %} #}\nselect 1 as a", None),
        ("select 1\r\n{%- if is_incremental() -%}\r\nwhere 1\r\n{%- endif -%}\r\n", "select 1\r\n"),
    ],
)
def test_what_only_later_runs_have_is_left_out(text: str, first: str | None) -> None:
    assert first_load_text(text) == (text if first is None else first)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("{% if is_incremental() %} where t.ts > (select max(ts) from {{ this }}) {% endif %}", ("ts",)),
        (
            "{% if is_incremental() %} and o.\"Changed\" >= (select coalesce(max(changed_at), '1900-01-01')"
            " from {{ this }}) {% endif %}",
            ("Changed", "changed_at"),
        ),
        (
            "{% set last = run_query('select max(day) from ' ~ this) %}\nselect 1 "
            "{% if is_incremental() %} where d > '{{ last }}' {% endif %}",
            ("day",),
        ),
        ("select max(a) as a from t", ()),
        ("{% if is_incremental() %} where id not in (select id from {{ this }}) {% endif %}", ()),
    ],
)
def test_marks_of_new_rows(text: str, marks: tuple[str, ...]) -> None:
    assert marks_of(text) == marks


def test_the_own_table_is_named_in_tags_only() -> None:
    assert names_this("select * from {{ this }}") and names_this("{% if x > this.table %}{% endif %}")
    assert not names_this("select this from t {# this #} where {{ var('this') }}")
