"""Whatever stands between the words of a file, an edit changes nothing of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from signoff.core.domain.plan import Plan
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable
from signoff.core.merge.editing import ColumnEdit, edit_existing
from signoff.core.merge.existing import read_existing
from signoff.core.merge.lineage import existing_columns, plan_existing
from tests.core.merge.binding import bind

SCHEMA = Schema((SourceTable("t", tuple(SourceColumn(n, "INTEGER") for n in "abcd")),))
QUERY = (
    "with x as ( select a , b as bb from {{ ref('t') }} where a > 0 ) , "
    "y as ( select x . a , max ( bb ) as m from x group_by 1 ) select * from y"
)
WORDS = [
    w.replace("_", " ") if w == "group_by" else w for w in QUERY.replace("{{ ref('t') }}", "REF").split()
]
GAPS = st.sampled_from(
    [
        *(" ", "  ", "\n", "\r\n", "\n\t", "\n    ", "\n\n"),
        *(" -- it's, from (\n", " /* , from ( */ ", " {# {{ x }} from, #} ", " {% set q = ',(' %}\n"),
        "{% if is_incremental() %} /* , zzz */ {% endif %} ",
    ]
)


@st.composite
def files(draw: st.DrawFn) -> str:
    pieces = [draw(st.sampled_from(["", "-- head\n", "{{ config(a='b') }}\n"]))]
    for word in WORDS:
        pieces += ["{{ ref('t') }}" if word == "REF" else word, draw(GAPS)]
    return "".join(pieces) + draw(st.sampled_from(["", "\n", ";\n", "  \r\n", "-- end"]))


def edited_by(text: str) -> tuple[str, str]:
    """The new text, and the text that taking the edits back gives."""
    existing = read_existing(text)
    plan: Plan = plan_existing(existing, SCHEMA)
    additions = [
        ColumnEdit("new_one", ("x.d",)),
        ColumnEdit("two", ("max(x.c)",)),
        ColumnEdit("k", ("'-- k'",)),
    ]
    changes = [ColumnEdit("m", ("min(x.bb)",))]
    result = edit_existing(existing, additions, changes, plan, SCHEMA)
    assert not [f for f in result.findings if f.code not in ("D222", "D224")]
    return result.text, result.script.reverted(result.text)


@settings(max_examples=40)
@given(files())
def test_taking_the_edits_back_gives_the_old_bytes(text: str) -> None:
    new, old = edited_by(text)

    assert old == text
    assert [c.name for c in existing_columns(read_existing(new), SCHEMA)] == ["a", "m", "new_one", "two", "k"]


@settings(max_examples=40)
@given(files())
def test_the_edited_file_binds(text: str) -> None:
    new, _ = edited_by(text)

    assert bind(read_existing(new).sql.rstrip("; \r\n"), SCHEMA) == ["a", "m", "new_one", "two", "k"]
