"""What is told of a column's values: their shapes, and no value."""

from __future__ import annotations

import pytest

from signoff.core.verify.hints import hint_of
from signoff.core.verify.profile import ColumnProfile


def profiled(
    kind: str = "VARCHAR",
    *,
    missing: int = 0,
    blank: int = 0,
    distinct: int = 90,
    shapes: dict[str, int] | None = None,
) -> ColumnProfile:
    patterns = tuple((shapes or {}).items())
    return ColumnProfile("C", kind, 100, missing, blank, distinct, None, None, 20, (), patterns)


@pytest.mark.parametrize(
    ("column", "hint"),
    [
        (profiled(shapes={"99.99.9999": 100}), "dates as DD.MM.YYYY"),
        (profiled(shapes={"99.99.9999": 50, "9.9.9999": 50}), "dates as D.M.YYYY"),
        (profiled(shapes={"9999-99-99": 95, "AAA": 5}), "dates as YYYY-MM-DD"),
        (profiled(shapes={"99/99/9999": 100}), "dates with slashes, the year last"),
        (profiled(shapes={"9999-99-99A99:99:99A": 100}), "dates as YYYY-MM-DD with a time"),
        (profiled(shapes={"99.99.9999": 80}), ""),
        (profiled(blank=10, missing=60, shapes={"99.99.9999": 30}), "dates as DD.MM.YYYY, most missing, some blank"),
        (profiled(shapes={"9999999999": 100}), "10 digits"),
        (profiled(shapes={"9": 40, "99": 60}), "digits only"),
        (profiled(shapes={"9.999,99": 40, "-99,9": 60}), "numbers with a comma for decimals"),
        (profiled(shapes={"AA-999": 100}), "6 characters"),
        (profiled(distinct=3, shapes={"A": 100}), "few different values"),
        (profiled(shapes={"AAAA": 40, "AAAAA AAA": 50}), ""),
        (profiled("INTEGER"), ""),
        (profiled("DATE", missing=2), "some missing"),
        (profiled(missing=1), ""),
        (profiled(missing=90, blank=10), "never filled"),
    ],
)  # fmt: skip
def test_only_shapes_are_told(column: ColumnProfile, hint: str) -> None:
    assert hint_of(column) == hint


def test_a_table_without_rows_tells_nothing() -> None:
    assert not hint_of(ColumnProfile("C", "VARCHAR", 0, 0, 0, 0, None, None, 0, ()))
