"""What the raw text of a column gives away: dates that read two ways, spoilt numbers, lost zeros, stray blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.sources import SourceRemark

_CODES = """
code zip plz postal postcode blz bank iban ean gtin isbn sku upc phone tel telephone fax mobile account acct konto
kostenstelle costcenter naics sic siret siren fips ssn ort region branch
"""
_CODE_WORDS = frozenset(_CODES.split())
"""Words in the names of columns that hold digits and are no numbers."""
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SLASHED = r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4}|[0-9]{2})(?:[ T].*)?"
_EXPONENT = r"[+-]?[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,3}"
_ROUNDED = "[1-9][0-9]{14}0+"
"""A number of more than 15 digits of which a spreadsheet kept the first 15."""
_ODD_SPACES = "[\u00a0\u2007\u202f\u200b\ufeff]"
_INTEGERS = (
    "TINYINT",
    "SMALLINT",
    "INTEGER",
    "BIGINT",
    "HUGEINT",
    "UTINYINT",
    "USMALLINT",
    "UINTEGER",
    "UBIGINT",
    "UHUGEINT",
)
_ROUNDING = ("DOUBLE", "FLOAT")
_MOSTLY = 0.9


@dataclass(frozen=True)
class TextFacts:
    """Counts over one column of text; blank text counts for none of them but `blanks`."""

    filled: int
    dates: int
    """Written as three numbers with ``/`` or ``-``, the year last."""
    first_over_12: int
    second_over_12: int
    telling_nothing: int
    """Dates whose first two numbers differ and are both at most 12."""
    exponents: int
    rounded: int
    long: int
    """Whole numbers of more than 15 digits."""
    points: int
    """Written like ``12.0``."""
    digits: int
    zeros: int
    """Digits only, the first of several a zero."""
    shortest: int
    longest: int
    """Of the values that are digits only."""
    as_long: int
    """Values that are as long as the longest and digits only."""
    blanks: int
    """Blanks at an end, the text not blank."""
    odd_spaces: int


def facts_sql(table: str, columns: Sequence[str]) -> str:
    """SQL of the facts of some columns of text: number of the column, then its counts in the order of `TextFacts`.

    Equal values are looked at once. Both arguments are SQL: a table, and names of its columns.
    """
    numbered = ", ".join(f"{column} AS c{number}" for number, column in enumerate(columns))
    counts = ", ".join(f"coalesce(sum(n) FILTER ({condition}), 0)" for condition in _COUNTED[:-3])
    return f"""
        WITH each AS (
            SELECT place, whole, trim(whole) AS t, count(*) AS n FROM (
                UNPIVOT (SELECT {numbered} FROM {table}) ON COLUMNS(*) INTO NAME place VALUE whole
            ) GROUP BY ALL
        ), told AS (
            SELECT *, length(t) AS l, regexp_full_match(t, '[0-9]+') AS d,
                regexp_full_match(t, '{_SLASHED}') AS slashed,
            FROM each
        ), numbered AS (
            SELECT *, max(CASE WHEN d THEN l END) OVER (PARTITION BY place) AS longest,
                CASE WHEN slashed THEN TRY_CAST(regexp_extract(t, '^{_SLASHED}$', 1) AS INTEGER) END AS one,
                CASE WHEN slashed THEN TRY_CAST(regexp_extract(t, '^{_SLASHED}$', 2) AS INTEGER) END AS two,
            FROM told
        )
        SELECT CAST(place[2:] AS INTEGER), {counts},
            coalesce(min(l) FILTER (d), 0), coalesce(max(l) FILTER (d), 0),
            {", ".join(f"coalesce(sum(n) FILTER ({condition}), 0)" for condition in _COUNTED[-3:])}
        FROM numbered GROUP BY place
    """


_COUNTED = (
    "t <> ''",
    "slashed",
    "one > 12",
    "two > 12",
    "one <= 12 AND two <= 12 AND one <> two",
    f"regexp_full_match(t, '{_EXPONENT}')",
    f"d AND l > 15 AND regexp_full_match(t, '{_ROUNDED}')",
    "d AND l > 15",
    "t LIKE '%.0' AND regexp_full_match(t, '[+-]?[0-9]+[.]0')",
    "d",
    "d AND l > 1 AND t[1] = '0'",
    "d AND l = longest",
    "whole <> t AND t <> ''",
    f"regexp_matches(whole, '{_ODD_SPACES}')",
)
"""Conditions of the counts of `TextFacts` in its order; the two lengths come before the last three."""


def facts_of(values: Sequence[Any]) -> TextFacts:
    """The facts from one row of `facts_sql`, its first value left out."""
    return TextFacts(*(int(value or 0) for value in values))


NOTHING = TextFacts(*(0 for _ in fields(TextFacts)))
"""The facts of a column without a value."""


def stays_text(facts: TextFacts, found: str) -> bool:
    """Whether a column that nobody stated a type of must stay text: as the type found, its values would change."""
    if found in (*_INTEGERS, *_ROUNDING) or found.startswith("DECIMAL"):
        return bool(facts.zeros or (found in _ROUNDING and (facts.long or facts.exponents)))
    return found in ("DATE", "TIMESTAMP") and _reads_two_ways(facts)


def remarks_on(
    table: str, column: str, facts: TextFacts, loaded: str, *, is_stated: bool
) -> Iterator[SourceRemark]:
    """What is doubtful in a column.

    Args:
        table: its table.
        column: its name.
        facts: counts over its raw text.
        loaded: DuckDB type it was loaded as.
        is_stated: somebody stated that type.
    """
    for code, severity, sentence in _doubts(column, facts, loaded, is_stated):
        yield SourceRemark(table, column, code, severity, say(sentence, table=table, column=column))
    if facts.blanks or facts.odd_spaces:
        yield from _blanks(table, column, facts)


def _doubts(
    column: str, facts: TextFacts, loaded: str, is_stated: bool
) -> Iterator[tuple[str, Severity, str]]:
    if _reads_two_ways(facts):
        yield "V03", Severity.WARNING, "sample.dates_two_ways"
    elif facts.first_over_12 and facts.second_over_12 and facts.dates >= facts.filled * _MOSTLY:
        yield "V03", Severity.WARNING, "sample.dates_two_orders"
    if facts.exponents:
        yield "V04", Severity.WARNING, "sample.exponents"
    if facts.rounded and facts.rounded == facts.long:
        yield "V04", Severity.WARNING, "sample.rounded"
    if facts.points and facts.points == facts.filled:
        yield "V04", Severity.INFO, "sample.points"
    if facts.zeros and loaded != "VARCHAR":
        yield "V05", Severity.WARNING, "sample.zeros_by_type"
    elif facts.zeros and not is_stated and facts.digits == facts.filled:
        yield "V05", Severity.INFO, "sample.zeros_kept"
    elif _has_lost_zeros(column, facts):
        yield "V05", Severity.WARNING, "sample.zeros_lost"


def _blanks(table: str, column: str, facts: TextFacts) -> Iterator[SourceRemark]:
    count = facts.odd_spaces or facts.blanks
    sentence = "sample.odd_spaces" if facts.odd_spaces else "sample.blanks"
    severity = Severity.WARNING if facts.odd_spaces else Severity.INFO
    yield SourceRemark(table, column, "V06", severity, say(sentence, table=table, column=column, count=count))


def _reads_two_ways(facts: TextFacts) -> bool:
    decided = facts.first_over_12 or facts.second_over_12
    return bool(facts.telling_nothing) and not decided and facts.dates >= facts.filled * _MOSTLY


def _has_lost_zeros(column: str, facts: TextFacts) -> bool:
    """Digits alone under a name of a code, nearly all of one length, and some shorter by a few."""
    words = {word.casefold() for word in _WORDS.findall(column)}
    if not words & _CODE_WORDS or facts.zeros or facts.digits < facts.filled or facts.longest < 4:
        return False
    shorter = facts.digits - facts.as_long
    return 0 < shorter <= facts.digits * 0.4 and facts.shortest >= facts.longest - 3
