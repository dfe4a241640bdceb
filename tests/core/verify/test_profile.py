"""Profiles of source tables."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from signoff.core.domain.spec import SourceColumn
from signoff.core.engines.sql.samples import SampleTable
from signoff.core.engines.sql.sandbox import Sandbox
from signoff.core.errors import Cancelled, SignoffError
from signoff.core.progress import CancelToken
from signoff.core.verify.profile import ColumnProfile, profile

COLUMNS = (
    SourceColumn("id", "INTEGER"),
    SourceColumn("code", "VARCHAR"),
    SourceColumn("select", "VARCHAR"),
    SourceColumn("day", "DATE"),
)
ROWS = (
    ("1", "AB-1", "Ann Onlyone", "2024-01-01"),
    ("2", "AB-1", "", "2024-01-01"),
    ("3", "AB-1", "  ", None),
    ("4", "CD-2", None, "2024-03-01"),
    ("5", None, None, "2024-02-01"),
)


@pytest.fixture(scope="module")
def loaded() -> Iterator[Sandbox]:
    pairs = tuple((str(n % 4), str(n % 3), "same") for n in range(12))
    columns = (SourceColumn("a", "INTEGER"), SourceColumn("b", "INTEGER"), SourceColumn("c", "VARCHAR"))
    with Sandbox() as opened:
        opened.load(
            [
                SampleTable("Order", columns=COLUMNS, rows=ROWS),
                SampleTable("pairs", columns=columns, rows=pairs),
                SampleTable("nothing", columns=COLUMNS),
            ]
        )
        yield opened


def test_a_table_is_counted_column_by_column(loaded: Sandbox) -> None:
    found = profile("order", loaded)
    assert (found.name, found.rows, found.candidate_keys) == ("Order", 5, (("id",),))
    ident, code, name, day = found.columns
    assert ident == ColumnProfile("id", "INTEGER", 5, 0, 0, 5, 1, 5, 1, ())
    assert code.top == (("AB-1", 3),)
    assert code.patterns == (("AA-9", 4),)
    assert (code.missing, code.distinct, code.smallest, code.longest) == (1, 2, "AB-1", 4)
    assert (name.missing, name.blank) == (2, 2)
    assert (day.smallest, day.largest, day.missing) == ("2024-01-01", "2024-03-01", 1)


def test_no_text_is_shown_that_hardly_any_row_holds(loaded: Sandbox) -> None:
    assert "Onlyone" not in repr(profile("Order", loaded))


def test_two_columns_together_may_be_the_key(loaded: Sandbox) -> None:
    assert profile("pairs", loaded).candidate_keys == (("a", "b"),)


def test_a_table_without_rows_has_a_profile(loaded: Sandbox) -> None:
    found = profile("nothing", loaded)
    assert (found.rows, found.candidate_keys) == (0, ())
    assert [(c.missing, c.blank, c.distinct, c.smallest, c.longest) for c in found.columns] == [
        (0, 0, 0, None, 0)
    ] * 4


def test_an_unknown_table_and_a_cancel(loaded: Sandbox) -> None:
    with pytest.raises(SignoffError, match='no source table "nope"'):
        profile("nope", loaded)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        profile("Order", loaded, cancel=token)
