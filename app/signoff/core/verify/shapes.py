"""What the values of a sample's column look like, without the values: counts, shapes, spans, formats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

LONG = 40
"""Letters from which of a text only its length is kept."""
_FORMATS = ("%d.%m.%Y", "%Y-%m-%d", "%m/%d/%Y", "%d/%m/%Y", "%Y%m%d", "%d-%m-%Y", "%d-%b-%Y", "%d.%m.%y")
_DATED = re.compile(r"\d{1,4}[./-]?(?:\d{1,2}|[A-Za-z]{3})[./-]?\d{1,4}")
_MOSTLY = 0.8
_NUMBERS = re.compile(r"INT|DEC|NUMERIC|DOUBLE|FLOAT|REAL")
_SCALE = re.compile(r"(?:DECIMAL|NUMERIC)\(\d+,\s*(\d+)\)")


@dataclass(frozen=True)
class ColumnShape:
    """One column of a sample as made-up rows are to be."""

    name: str
    type: str
    """DuckDB type."""
    missing: int
    """Rows without a value."""
    counts: tuple[int, ...]
    """Rows of each different value that is made up, most frequent first."""
    kept: tuple[tuple[str, int], ...]
    """Values that stay, with their rows: those the rules name, blank texts, true and false."""
    shapes: tuple[tuple[str, int], ...]
    """Shapes of the texts with how many values have them: A and a for letters, 9 for digits, zeros in front as they
    are; of a long text ``~`` and its length."""
    date_format: str
    """How texts that are dates are written; empty where they are none."""
    span: tuple[int, int]
    """Smallest and largest value of most: days, seconds, or units of the last decimal."""
    decimals: int
    taken: frozenset[str]
    """The values themselves, none of which may be made up; they leave with nothing."""

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers."""
        return bool(_NUMBERS.search(self.type.upper()))

    @property
    def rows(self) -> int:
        """Rows of the sample."""
        return self.missing + sum(self.counts) + sum(count for _text, count in self.kept)


def column_shape(
    name: str, kind: str, values: Sequence[tuple[str | None, int]], stay: Collection[str]
) -> ColumnShape:
    """The shape of a column.

    Args:
        name: of the column.
        kind: its DuckDB type.
        values: each different value as text with its rows; None is no value.
        stay: values the rules name, case-folded.
    """
    there = {text: count for text, count in values if text is not None}
    is_flag = kind.upper().startswith("BOOL")
    kept = {t: n for t, n in there.items() if is_flag or not t.strip() or t.strip().casefold() in stay}
    rest = {text: count for text, count in there.items() if text not in kept}
    decimals = _decimals(kind, rest)
    date_format = _date_format(rest) if kind.upper() == "VARCHAR" else ""
    return ColumnShape(
        name,
        kind,
        next((count for text, count in values if text is None), 0),
        tuple(sorted(rest.values(), reverse=True)),
        tuple(sorted(kept.items())),
        _shapes(rest) if kind.upper() == "VARCHAR" else (),
        date_format,
        _span(kind, rest, decimals, date_format),
        decimals,
        frozenset(there),
    )


def shape_of(text: str) -> str:
    """A text's shape."""
    if len(text) >= LONG:
        return f"~{len(text)}"
    front = len(text) - len(text.lstrip("0"))
    return text[:front] + "".join(map(_shape_of_character, text[front:]))


def _shape_of_character(each: str) -> str:
    if each.isdigit():
        return "9"
    return ("A" if each.isupper() else "a") if each.isalpha() else each


def _shapes(values: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(map(shape_of, values)).most_common())


def _date_format(values: Mapping[str, int]) -> str:
    texts = [text.strip() for text in values if _DATED.fullmatch(text.strip())]
    if not texts or len(texts) < len(values) * _MOSTLY:
        return ""
    fits = {each: sum(_is_date(text, each) for text in texts) for each in _FORMATS}
    best = max(_FORMATS, key=lambda each: fits[each])
    return best if fits[best] >= len(texts) * _MOSTLY else ""


def _is_date(text: str, date_format: str) -> bool:
    try:
        return 1900 <= datetime.strptime(text, date_format).year <= 2100
    except ValueError:
        return False


def _decimals(kind: str, values: Mapping[str, int]) -> int:
    stated = _SCALE.search(kind.upper())
    if stated:
        return int(stated.group(1))
    if "INT" in kind.upper() or not _NUMBERS.search(kind.upper()):
        return 0
    return min(6, max((len(text.partition(".")[2]) for text in values if "e" not in text.lower()), default=2))


def _span(kind: str, values: Mapping[str, int], decimals: int, date_format: str) -> tuple[int, int]:
    """Of the middle nine tenths, so that a mark such as 9999-12-31 stretches nothing."""
    found = sorted(n for text in values if (n := as_number(text, kind, decimals, date_format)) is not None)
    if not found:
        return (0, 0)
    edge = len(found) // 20
    return (found[edge], found[len(found) - 1 - edge])


def as_number(text: str, kind: str, decimals: int, date_format: str) -> int | None:
    """A value as a whole number: days, seconds, or units of the last decimal; None where it has none."""
    upper = kind.upper()
    try:
        if date_format:
            return datetime.strptime(text.strip(), date_format).toordinal()
        if upper.startswith(("TIMESTAMP", "DATETIME")):
            return int((datetime.fromisoformat(text) - _epoch(text)).total_seconds())
        if upper == "DATE":
            return date.fromisoformat(text).toordinal()
        if _NUMBERS.search(upper):
            return int(Decimal(text).scaleb(decimals))
    except (ValueError, InvalidOperation, OverflowError):
        return None
    return None


def _epoch(text: str) -> datetime:
    return datetime(1970, 1, 1, tzinfo=datetime.fromisoformat(text).tzinfo)
