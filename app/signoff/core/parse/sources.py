"""Source cells of one row as references: tables and columns paired, qualified names taken apart."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from signoff.core.domain.spec import SourceRef
from signoff.core.engines.sqltext import SqlTextError, expression_columns, parse_expression
from signoff.core.parse.names import is_path, names_in_formula, split_names
from signoff.core.parse.placeholders import REMEMBERED
from signoff.core.parse.words import words

_LOOKS_LIKE_SQL = re.compile(r"\w\(.*\)|\bcase\b.+\bend\b|\|\|", re.IGNORECASE | re.DOTALL)
_LOOKUP = re.compile(
    r"^\s*(?:look\s?up|lkp|join(?:ed)?)\s+(?:table\s+|with\s+|on\s+|in\s+|from\s+)?(?=[\w.]+\s*$)",
    re.IGNORECASE,
)
"""Words before the name in a table cell such as `Lookup DIM_DATE`."""
_DATA_FILE = re.compile(r"\w\.(?:csv|tsv|xlsx?|jsonl?|parquet|avro|orc|txt|dat|xml)$", re.IGNORECASE)
"""A file in a column's cell is what the whole row is read from."""
_ALIASED = re.compile(r"^\s*([\w.$]+)\s+(?:as\s+)?([a-z]\w{0,3})\s*$", re.IGNORECASE)
"""A table with the alias that the column's cell uses: `employees e`."""
_WORDS_OF_TABLE = 5
_KEYWORDS = re.compile(r"\b(?:join|where|select|on|union|when|if)\b|=", re.IGNORECASE)
_SAP_FIELD = re.compile(r"^([A-Z][A-Z0-9_]{2,})-([A-Z][A-Z0-9_]+)$")
"""Table and field as SAP writes them: BSEG-BUKRS."""


class SourceCells(NamedTuple):
    """What the source cells of one row say."""

    refs: tuple[SourceRef, ...] = ()
    tables: tuple[str, ...] = ()
    """Source tables named, with or without a column."""
    free_text: str = ""
    """The column cell's text where it is no name: an expression or a sentence."""
    unpaired: bool = False
    """Tables and columns are both several and not equally many."""


def source_cells(table_text: str, column_text: str, *, nested: bool = False) -> SourceCells:
    """References of one pair of source cells.

    Args:
        table_text: the table cell, filled down.
        column_text: the column cell.
        nested: the sources are documents: a dot in a name leads into a field, not from a table.
    """
    if not table_text.strip() and _IN_TABLE.search(column_text):
        column_text = _of_tables(column_text)
    if _LITERAL.match(column_text):
        return SourceCells((), tables_in(table_text), column_text.strip())
    if (bracketed := _BRACKETED.match(column_text)) is not None and not nested:
        return SourceCells(
            (SourceRef(next(iter(tables_in(table_text)), ""), bracketed["name"].strip()),),
            tables_in(table_text),
        )
    lines = _line_by_line(table_text, column_text)
    if lines:
        each = [source_cells(table, columns, nested=nested) for table, columns in lines]
        found = tuple(dict.fromkeys(ref for cells in each for ref in cells.refs))
        return SourceCells(found, tuple(dict.fromkeys(t for cells in each for t in cells.tables)))
    aligned = _aligned(table_text, column_text)
    return aligned if aligned is not None else _paired_cells(table_text, column_text, nested=nested)


def _paired_cells(table_text: str, column_text: str, *, nested: bool) -> SourceCells:
    """References of a pair of cells of one line."""
    if (aliased := _ALIASED.match(table_text)) and f"{aliased.group(2)}." in column_text:
        table_text = aliased.group(1)
        column_text = re.sub(rf"(?<![\w.]){aliased.group(2)}\.", "", column_text)
    tables = tables_in(table_text)
    nested = nested or any(map(_DATA_FILE.search, tables))
    columns = split_names(column_text, beside_table=bool(tables))
    free_text = ""
    if columns and not tables:
        tables = tuple(column for column in columns if _DATA_FILE.search(column))
        columns = tuple(column for column in columns if column not in tables)
        columns = tuple(_SAP_FIELD.sub(r"\1.\2", column) for column in columns)
    if columns is None:
        columns, free_text = columns_in(column_text), column_text
    if len(columns) == 1 and len(tables) <= 1 and not free_text and (nested or "." not in columns[0]):
        return SourceCells((SourceRef(tables[0] if tables else "", columns[0]),), tables)
    refs: list[SourceRef] = []
    plain = [c for c in columns if nested or "." not in c]
    others = () if nested else _not_qualified(columns, tables)
    for column in columns:
        if is_path(column) and not (tables and column.startswith(f"{tables[0]}.")):
            refs.append(SourceRef(tables[0] if len(tables) == 1 else "", column))
        elif "." in column and not nested:
            table, _, name = column.rpartition(".")
            refs.append(SourceRef(_full_table(table, tables), name))
        else:
            refs.extend(_paired(column, plain, others or tables))
    refs = _beside_qualified(refs) if not tables else refs
    unpaired = len(others or tables) > 1 and len(plain) > 1 and len(others or tables) != len(plain)
    return SourceCells(tuple(dict.fromkeys(refs)), tables, free_text, unpaired)


_LITERAL = re.compile(r"^\s*'[^']*'\s*$")
"""A fixed value where a column is expected."""
_BRACKETED = re.compile(r"^\s*\[(?P<name>[^\[\]]*[(][^\[\]]*)\]\s*$")
"""One name in square brackets that holds round ones."""
_WITH_RULE = re.compile(
    r"^\s*(?P<names>[\w.]*\w\.\w+(?:\s*[,;+]\s*[\w.]*\w\.\w+)*)\s*\((?P<rule>.+)\)\s*$", re.DOTALL
)


def rule_behind(column_text: str) -> tuple[str, str]:
    """Names and rule of a cell that holds both, ``goods.label (trim)``; the cell and nothing for any other."""
    found = _WITH_RULE.match(column_text)
    return (found["names"], found["rule"].strip()) if found is not None else (column_text, "")


_IN_TABLE = re.compile(
    r"(?P<names>[A-Za-z_]\w*(?:\s*(?:,|\+|\band\b|&)\s*[A-Za-z_]\w*)*)\s*\(\s*(?:from\s+|in\s+|of\s+)?(?P<table>[A-Za-z_]\w*_\w+|[a-z]\w{3,}|[A-Z][A-Z0-9_]{2,})\s*\)"
)
"""Columns with their table behind them: ``adults, children (reservation)``."""


def _of_tables(text: str) -> str:
    """Columns with their table before each of them, where all of a cell is of that kind."""
    if _IN_TABLE.sub("", text).strip(" \n\t,;+&/"):
        return text
    lines = []
    for match in _IN_TABLE.finditer(text):
        names = re.split(r"\s*(?:,|\+|\band\b|&)\s*", match["names"])
        lines.append(", ".join(f"{match['table']}.{name}" for name in names))
    return "\n".join(lines)


def _line_by_line(table_text: str, column_text: str) -> list[tuple[str, str]]:
    """Tables and columns of one line each, where a line of columns holds several; empty for other cells."""
    for sign in ("\n", " / ", ";"):
        tables = [text.strip() for text in table_text.split(sign)]
        columns = [text.strip() for text in column_text.split(sign)]
        if len(tables) != len(columns) or len(tables) < 2 or not all((*tables, *columns)):
            continue
        several = [split_names(text, beside_table=True) for text in columns]
        names = all(len(tables_in(text)) == 1 for text in tables) and all(several)
        if names and any(each is not None and len(each) > 1 for each in several):
            return list(zip(tables, columns, strict=True))
    return []


_NO_SOURCE = frozenset({"-", "–", "—", "--", "n/a", "none", "no source"})
"""Stands where one of several sources has nothing for a column."""


def _aligned(table_text: str, column_text: str) -> SourceCells | None:
    """Tables and columns of which each stands in the place of one part, names said again and parts without one.

    ``a / b / c`` beside ``no / no / id``: the same name twice is a column of two tables. None for other cells.
    """
    for sign in ("\n", " / ", ";", " + ", "/"):
        tables = [text.strip() for text in table_text.split(sign)]
        columns = [text.strip() for text in column_text.split(sign)]
        if len(tables) < 2 or len(columns) not in (1, len(tables)) or not all((*tables, *columns)):
            continue
        columns = columns * (len(tables) if len(columns) == 1 else 1)
        pairs = list(zip(tables, columns, strict=True))
        kept = [pair for pair in pairs if not _NO_SOURCE & {text.casefold() for text in pair}]
        if len(kept) == len(pairs) and len(set(columns)) in (1, len(columns)):
            return None
        names = [(split_names(table), split_names(column, beside_table=True)) for table, column in kept]
        if kept and all(a and b and len(a) == len(b) == 1 and "." not in b[0] for a, b in names):
            refs = tuple(dict.fromkeys(SourceRef(a[0], b[0]) for a, b in names if a and b))
            return SourceCells(refs, tuple(dict.fromkeys(ref.table for ref in refs)))
    return None


def _not_qualified(columns: tuple[str, ...], tables: tuple[str, ...]) -> tuple[str, ...]:
    """The one table of a cell that no column is qualified by, where other columns are qualified by all the others."""
    said = {column.rpartition(".")[0].rpartition(".")[2].casefold() for column in columns if "." in column}
    left = [table for table in tables if table.rpartition(".")[2].casefold() not in said]
    is_rest = len(left) == 1 and len(tables) > 1 and len(said) == len(tables) - 1
    return tuple(left) if is_rest else ()


@lru_cache(maxsize=REMEMBERED)
def tables_in(text: str) -> tuple[str, ...]:
    """The tables of a cell; a short text that is no list of names is one table as it is written."""
    text = _LOOKUP.sub("", text)
    names = split_names(text)
    if names is not None:
        return names
    whole = len(text.split()) <= _WORDS_OF_TABLE and "\n" not in text and not _LOOKS_LIKE_SQL.search(text)
    return (text.strip(),) if whole and not _KEYWORDS.search(text) else ()


def _beside_qualified(refs: list[SourceRef]) -> list[SourceRef]:
    """In a list such as `company.city, zip` the later names are of the one table named before them."""
    tables = {ref.table.casefold() for ref in refs if ref.table}
    if len(tables) != 1 or not refs[0].table:
        return refs
    return [ref if ref.table else replace(ref, table=refs[0].table) for ref in refs]


def columns_in(text: str) -> tuple[str, ...]:
    """Columns of a source cell that holds arithmetic or an SQL expression; empty for words."""
    return names_in_formula(text) or columns_in_sql(text)


def columns_in_sql(text: str) -> tuple[str, ...]:
    """Columns of a source cell that holds an SQL expression, qualified as written; empty for words."""
    if not _LOOKS_LIKE_SQL.search(text):
        return ()
    try:
        tree = parse_expression(text)
    except SqlTextError:
        return ()
    pairs = expression_columns(tree)
    return tuple(dict.fromkeys(f"{table}.{name}" if table else name for table, name in pairs))


def _full_table(qualifier: str, tables: tuple[str, ...]) -> str:
    """The table cell's own spelling when it is the same table with its schema."""
    for table in tables:
        if table.casefold().rpartition(".")[2] == qualifier.casefold().rpartition(".")[2]:
            return table
    if len(tables) == 1 and _abbreviates(qualifier, tables[0]):
        return tables[0]
    return qualifier


def _abbreviates(alias: str, table: str) -> bool:
    """Whether a short qualifier is made of first letters of the table's name: `oh` of order_header."""
    bare = table.rpartition(".")[2].casefold()
    initials = "".join(word[0] for word in words(bare))
    short = alias.casefold()
    return len(short) <= 4 and (bare.startswith(short) or short == initials)


def _paired(column: str, plain: list[str], tables: tuple[str, ...]) -> list[SourceRef]:
    if not tables:
        return [SourceRef("", column)]
    if len(tables) == 1:
        return [SourceRef(tables[0], column)]
    if len(tables) == len(plain):
        return [SourceRef(tables[plain.index(column)], column)]
    if len(plain) == 1:
        return [SourceRef(table, column) for table in tables]
    return [SourceRef("", column)]
