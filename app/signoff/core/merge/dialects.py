"""SQL between the dialect of a file and DuckDB's: read out of the file in the one, written into it in the other.

Everything that is worked out on the way is DuckDB SQL, whatever the file is written in.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sqlglot import exp
from sqlglot.dialects.dialect import Dialect, NormalizationStrategy

from signoff.core.domain.expressions import quoted
from signoff.core.engines.sqltext import parse_query, render
from signoff.core.merge.sqlparts import DIALECT, item_tree, rendered

_PLUS_JOINS_TEXT = ("tsql", "fabric")
_DATE_PATTERN = re.compile(r"(?:YYYY|YY|MM|DD|HH24|MI|SS|MON|[-/.: ])+", re.IGNORECASE)
"""Of a date as text; numbers as text have patterns too, which DuckDB has no words for."""


@lru_cache(maxsize=8192)
def expression_in_duckdb(text: str, dialect: str) -> str:
    """One expression, or item of a list, as DuckDB SQL; as it stands where it can't be read."""
    if dialect == DIALECT:
        return text
    tree = item_tree(text, dialect)
    return text if tree is None else rendered(_for_duckdb(tree.copy(), dialect))


def condition_in_duckdb(text: str, dialect: str) -> str:
    """One condition as DuckDB SQL; SQL Server would read ``a = b`` in a list as an expression and its name."""
    if dialect not in _PLUS_JOINS_TEXT:
        return expression_in_duckdb(text, dialect)
    tree = item_tree(f"({text})", dialect)
    return text if tree is None else rendered(_for_duckdb(tree.copy(), dialect).unnest())


@lru_cache(maxsize=64)
def query_in_duckdb(text: str, dialect: str) -> str:
    """A query as DuckDB SQL over the plain names of its tables.

    Raises:
        SqlTextError: it can't be read, or DuckDB has no such construct.
    """
    if dialect == DIALECT:
        return text
    tree = parse_query(text, dialect)
    for table in tree.find_all(exp.Table):
        table.set("db", None)
        table.set("catalog", None)
    return render(_for_duckdb(tree, dialect), DIALECT, comments=False)


@lru_cache(maxsize=1024)
def in_dialect(sql: str, dialect: str) -> str:
    """A DuckDB expression as a file of another dialect writes it; as it stands where it is written the same.

    Raises:
        SqlTextError: the dialect has no such construct.
    """
    tree = item_tree(sql) if dialect != DIALECT else None
    if tree is None:
        return sql
    render(tree, dialect, comments=False)
    text = rendered(tree, dialect)
    return sql if _squeezed(text) == _squeezed(sql) else text


def unknown_function(sql: str, dialect: str) -> str:
    """A function of a DuckDB expression that the dialect is not known to have; empty where there is none."""
    if dialect == DIALECT:
        return ""
    tree = item_tree(in_dialect(sql, dialect), dialect)
    found = tree.find(exp.Anonymous) if tree is not None else None
    return "" if found is None else found.name.lower()


def name_in(name: str, dialect: str, *, always_quoted: bool = False) -> str:
    """A name as a dialect writes it: in its own quotes where it needs them."""
    is_quoted = always_quoted or quoted(name) != name
    if dialect == DIALECT:
        return quoted(name) if not is_quoted or quoted(name) != name else f'"{name}"'
    return exp.to_identifier(name, quoted=is_quoted).sql(dialect)


def is_upper_case(dialect: str) -> bool:
    """Whether a name without quotes means the one in capitals, as in Snowflake and Oracle."""
    return Dialect.get_or_raise(dialect).normalization_strategy == NormalizationStrategy.UPPERCASE


def _for_duckdb(tree: exp.Expr, dialect: str) -> exp.Expr:
    """The tree with what sqlglot leaves to the reader said as DuckDB has it: texts added up, dates in a pattern."""
    if dialect in _PLUS_JOINS_TEXT:
        for node in list(tree.find_all(exp.Add))[::-1]:
            if _is_text(node.this) or _is_text(node.expression):
                node.replace(exp.DPipe(this=node.this, expression=node.expression, safe=False))
    for kind in tree.find_all(exp.DataType):
        if any(each.name.upper() == "MAX" for each in kind.expressions):
            kind.set("expressions", None)
    for said in list(tree.find_all(exp.ToChar)):
        pattern = said.args.get("format")
        if isinstance(pattern, exp.Literal) and pattern.is_string and _DATE_PATTERN.fullmatch(pattern.name):
            told = Dialect.get_or_raise("snowflake").format_time(exp.Literal.string(pattern.name.upper()))
            moment = exp.cast(said.this, "timestamp")
            said.replace(exp.TimeToStr(this=moment, format=told))
    return tree


def _is_text(node: exp.Expr) -> bool:
    if isinstance(node, exp.Cast):
        return node.to.this in exp.DataType.TEXT_TYPES
    if isinstance(node, exp.Paren):
        return _is_text(node.this)
    return isinstance(node, (exp.DPipe, exp.Concat, exp.Upper, exp.Lower, exp.Trim)) or (
        isinstance(node, exp.Literal) and node.is_string
    )


def _squeezed(sql: str) -> str:
    return "".join(sql.split()).casefold()
