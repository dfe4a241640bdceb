"""Names as documents write them, matched to names of the schema.

Documents write ``dbo.Customer``, ``[Customer ID]``, ``Supplier Master.csv``; the schema has ``customer``,
``customer_id``, ``supplier_master``. Equal is what has the same letters and digits, case, blanks and
underscores aside. Nothing here guesses beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable

_QUOTES = "\"`[]' \t\r\n"
_FILE_ENDING = re.compile(r"\.(csv|tsv|txt|dat|parquet|xlsx?|json)$", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_APART = re.compile(r"[\W_]+")
NUMERIC = re.compile(r".*(?:INT|DECIMAL|DOUBLE|FLOAT|NUMERIC|REAL)", re.IGNORECASE)
"""Types of columns that hold numbers."""
_DAY = re.compile(r"(?<![\w'\"-])\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?(?![\w'\"-])")
_WITH_ALIAS = re.compile(r"^\s*(?P<table>\S+)\s+(?:as\s+)?(?P<alias>[A-Za-z_]\w*)\s*$", re.IGNORECASE)


def bare(name: str) -> str:
    """Last part of a name that may carry a schema, quotes or a file ending."""
    without_ending = _FILE_ENDING.sub("", name.strip(_QUOTES))
    return without_ending.rsplit(".", 1)[-1].strip(_QUOTES)


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """Words of a name in lower case: ``CustomerName`` and ``customer_name`` give the same two."""
    return tuple(w.casefold() for w in _APART.split(_CAMEL.sub(" ", name)) if w)


def plain_words(text: str) -> tuple[str, ...]:
    """Words without the ending of the plural."""
    return tuple(
        w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words(text)
    )


def find_table(schema: Schema, name: str) -> SourceTable | None:
    """The table a document's name stands for: exact, by its last part, or by its letters if one fits."""
    for wanted in (name.strip(_QUOTES), bare(name)):
        if wanted and (table := schema.table(wanted)) is not None:
            return table
    letters = squashed(bare(name))
    fitting = [t for t in schema.tables if letters and squashed(t.name) == letters]
    return fitting[0] if len(fitting) == 1 else None


def find_column(table: SourceTable, name: str) -> SourceColumn | None:
    """The column a document's name stands for: exact, by its last part, or by its letters if one fits."""
    for wanted in (name.strip(_QUOTES), bare(name)):
        if wanted and (column := table.column(wanted)) is not None:
            return column
    letters = squashed(bare(name))
    fitting = [c for c in table.columns if letters and squashed(c.name) == letters]
    return fitting[0] if len(fitting) == 1 else None


def table_and_alias(schema: Schema, text: str) -> tuple[str, str]:
    """Table and alias of a cell that may hold both: ``customer c`` gives ``("customer", "c")``."""
    if find_table(schema, text) is None and (match := _WITH_ALIAS.match(text)):
        return match["table"], match["alias"]
    return text.strip(), ""


def unique_alias(wanted: str, taken: Iterable[str]) -> str:
    """`wanted`, or with the first number that makes it new, ignoring case."""
    used = {name.casefold() for name in taken}
    alias, number = wanted, 2
    while alias.casefold() in used:
        alias, number = f"{wanted}_{number}", number + 1
    return alias


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


def with_dates(text: str) -> str:
    """The text with days such as 2021-01-31 as values, where they are not in quotes."""
    return _DAY.sub(lambda m: f"'{m.group()}'", text)


def phrase(text: str) -> str:
    """Text as lower-case words between single blanks, with a blank at either end."""
    return f" {' '.join(words(text))} "


def names_it(text_phrase: str, name: str) -> bool:
    """Whether a `phrase` holds the words of `name` one after the other."""
    return bool(words(name)) and f" {' '.join(words(name))} " in text_phrase
