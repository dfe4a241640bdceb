"""Shapes of a column's values for the language model: how they are written and what is lacking, never a value."""

from __future__ import annotations

import re

from signoff.core.verify.profile import ColumnProfile

_MOST = 3
"""Facts told of one column: every one takes room in the prompt."""
_NEARLY_ALL = 0.9
"""Share of the filled rows above which a shape is that of the column."""
_SOME = 0.01
_FEW = 12
_ENOUGH_ROWS = 20
_DATES = (
    (r"99\.99\.9999", "dates as DD.MM.YYYY"),
    (r"99?\.99?\.9999", "dates as D.M.YYYY"),
    (r"9999-99-99", "dates as YYYY-MM-DD"),
    (r"99?/99?/9999", "dates with slashes, the year last"),
    (r"9999/99?/99?", "dates with slashes, the year first"),
    (r"99-AAA-9999", "dates as DD-Mon-YYYY"),
    (r"99\.99\.9999 99:99(:99)?", "dates as DD.MM.YYYY with a time"),
    (r"9999-99-99[ A]99:99(:99(\.9+)?)?A?", "dates as YYYY-MM-DD with a time"),
)
_NUMBERS = (
    (r"[-+]?(9+|9{1,3}(\.9{3})+),9+", "numbers with a comma for decimals"),
    (r"[-+]?(9+|9{1,3}(,9{3})+)\.9+", "numbers with a point for decimals"),
    (r"9+", "digits only"),
)


def hint_of(column: ColumnProfile) -> str:
    """What is worth telling of a column, such as ``dates as DD.MM.YYYY, some blank``; empty for what is usual.

    Lengths are told only where nearly every value has the same one.
    """
    filled = column.rows - column.missing - column.blank
    if not column.rows:
        return ""
    if not filled:
        return "never filled"
    facts = [*_shape(column, filled), *_lacking(column)]
    if column.rows >= _ENOUGH_ROWS and column.distinct <= _FEW and column.type == "VARCHAR":
        facts.append("few different values")
    return ", ".join(facts[:_MOST])


def _shape(column: ColumnProfile, filled: int) -> list[str]:
    """How nearly all texts are written."""
    for pattern, words in (*_DATES, *_NUMBERS):
        hits = [(shape, rows) for shape, rows in column.patterns if re.fullmatch(pattern, shape.strip())]
        if sum(rows for _, rows in hits) >= _NEARLY_ALL * filled:
            length = _length(column, filled) if words == "digits only" else 0
            return [f"{length} digits" if length else words]
    length = _length(column, filled)
    return [f"{length} characters"] if length > 1 else []


def _length(column: ColumnProfile, filled: int) -> int:
    """The one length of nearly all texts; 0 where they differ, or hardly any shape repeats."""
    by_length: dict[int, int] = {}
    for shape, rows in column.patterns:
        by_length[len(shape)] = by_length.get(len(shape), 0) + rows
    length, rows = max(by_length.items(), key=lambda each: each[1], default=(0, 0))
    return length if rows >= _NEARLY_ALL * filled else 0


def _lacking(column: ColumnProfile) -> list[str]:
    found = [("missing", column.missing), ("blank", column.blank)]
    return [f"{_share(rows / column.rows)} {word}" for word, rows in found if rows > _SOME * column.rows]


def _share(share: float) -> str:
    return "most" if share > 0.5 else "some"
