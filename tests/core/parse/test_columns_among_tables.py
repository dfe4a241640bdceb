"""A column where other rows name tables alone is a source."""

from __future__ import annotations

import pytest

from signoff.core.domain.known_names import KnownNames, names_of
from signoff.core.domain.spec import ColumnMapping, SourceColumn, SourceRef, SourceTable, TargetMapping
from signoff.core.parse.columns_among_tables import with_columns_as_sources

KNOWN = names_of(
    [
        SourceTable("account", (SourceColumn("owner_name"), SourceColumn("opened_on"))),
        SourceTable("visit", (SourceColumn("account_id"),)),
    ]
)


@pytest.mark.parametrize(
    ("tables", "sources"),
    [
        (("account.owner_name",), (SourceRef("account", "owner_name"),)),
        (("opened_on",), (SourceRef("", "opened_on"),)),
        (("account",), ()),
        (("account", "account.owner_name"), ()),
        (("account.nothing_like_it",), ()),
        (("elsewhere.owner_name",), ()),
    ],
)
def test_only_a_column_that_exists_becomes_a_source(
    tables: tuple[str, ...], sources: tuple[SourceRef, ...]
) -> None:
    target = TargetMapping("t", (ColumnMapping("t", "c", source_tables=tables),))
    (made,) = with_columns_as_sources((target,), KNOWN)
    assert made.columns[0].sources == sources


def test_without_known_tables_nothing_changes() -> None:
    target = TargetMapping("t", (ColumnMapping("t", "c", source_tables=("account.owner_name",)),))
    assert with_columns_as_sources((target,), KnownNames()) == (target,)
