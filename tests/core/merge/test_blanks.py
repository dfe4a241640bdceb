"""Blank text that counts as missing by a general rule."""

from __future__ import annotations

import pytest

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import SourceColumn
from signoff.core.merge.blanks import blank_as_missing

SCOPE = Scope(
    (
        ScopeColumn("r", "LND_REGION", SourceColumn("NM", "VARCHAR"), True),
        ScopeColumn("r", "LND_REGION", SourceColumn("NO", "INTEGER"), True),
        ScopeColumn("o", "OTHER", SourceColumn("TXT", "VARCHAR"), True),
    ),
    "VARCHAR",
)
READ = "case when trim(r.NM) <> '' then r.NM end"


@pytest.mark.parametrize(
    ("sql", "read"),
    [
        ("r.NM", READ),
        ("coalesce(r.NM, 'x')", f"coalesce({READ}, 'x')"),
        ("upper(trim(r.NM)) || o.TXT || r.NO", f"upper(trim({READ})) || o.TXT || r.NO"),
        ("max(r.NM) over (partition by o.TXT)", f"max({READ}) over (partition by o.TXT)"),
        (
            "case when trim(r.NM) = '' then null else r.NM end",
            "case when trim(r.NM) = '' then null else r.NM end",
        ),
        ("coalesce(nullif(trim(r.NM), ''), 'x')", "coalesce(nullif(trim(r.NM), ''), 'x')"),
        ("o.TXT", "o.TXT"),
        ("r.NO + 1", "r.NO + 1"),
        ("not ) sql", "not ) sql"),
    ],
)
def test_a_text_column_is_read_as_no_value_where_it_is_blank(sql: str, read: str) -> None:
    assert blank_as_missing(sql, SCOPE, ["lnd_region"]) == read
    assert blank_as_missing(sql, SCOPE, ["raw.LND_REGION"]) == read


def test_without_such_tables_nothing_changes() -> None:
    assert blank_as_missing("r.NM", SCOPE, []) == "r.NM"
