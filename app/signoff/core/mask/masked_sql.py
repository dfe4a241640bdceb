"""SQL with every name, fixed value and comment masked in its place: layout and keywords stay, and it still parses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from signoff.core.domain.expressions import quoted
from signoff.core.domain.masking import Term, TermKind
from signoff.core.engines.sql.functions import ALLOWED_FUNCTIONS, ALLOWED_TABLE_FUNCTIONS
from signoff.core.engines.sqltext import SqlTextError, parse_all
from signoff.core.mask.words import is_neutral_value

Mask = Callable[[str], str]
_Spot = tuple[int, int, str]
"""Start, end and what stands there instead."""
_TAGS = re.compile(r"\{[{%#]")
_CALLED = ALLOWED_FUNCTIONS | ALLOWED_TABLE_FUNCTIONS
_DBT_WORDS = """
config materialized incremental ref source var is_incremental this endif endfor elif unique_key tags macro endmacro
env_var target adapter dbt_utils merge_exclude_columns on_schema_change incremental_strategy
"""
_DBT = frozenset(_DBT_WORDS.split())
"""Words of dbt and Jinja in models, which are nobody's names."""
_RUN = re.compile(r"[^\W\d]\w*")
_CALL = re.compile(r"\b(\w+)(?=\s*\()")


def masked_sql(
    sql: str, identifier: Mask, text: Mask, dialect: str = "duckdb", *, template: Mask | None = None
) -> str:
    """Mask a query.

    Args:
        sql: one statement or several.
        identifier: masks a whole name; the same for all its case styles.
        text: masks running text, comments and fixed values.
        dialect: sqlglot's name of the SQL.
        template: masks SQL with Jinja in it, or unreadable SQL; as running text when left out.
    """
    as_template = template or text
    if _TAGS.search(sql):
        return as_template(sql)
    try:
        trees, tokens = parse_all(sql, dialect), sqlglot.tokenize(sql, dialect=dialect)
    except (SqlTextError, SqlglotError):
        return as_template(sql)
    spots = {start: (start, end, new) for start, end, new in _names(trees, sql, identifier)}
    for spot in (*_values(tokens, sql, text), *_own_functions(trees, tokens, identifier)):
        spots.setdefault(spot[0], spot)
    for spot in list(_comments(tokens, sql, text)):
        spots.setdefault(spot[0], spot)
    pieces, last = [], 0
    for start, end, new in sorted(spots.values()):
        if start >= last:
            pieces += [sql[last:start], new]
            last = end
    return "".join([*pieces, sql[last:]])


def terms_in(sql: str, dialect: str = "duckdb") -> Iterator[Term]:
    """The names and fixed values that a query uses; none where it can't be read as SQL."""
    try:
        trees = parse_all(sql, dialect)
    except SqlTextError:
        return
    for tree in trees:
        for each in tree.find_all(exp.Identifier, exp.Literal):
            if isinstance(each, exp.Identifier):
                yield Term(each.name, TermKind.COLUMN)
            elif each.is_string and not is_neutral_value(each.name):
                yield Term(each.name, TermKind.VALUE)


def without_calls(sql: str) -> str:
    """SQL without the names of the functions it may call, and dbt's words: they are not the customer's."""
    bare = _CALL.sub(lambda found: "" if found.group(1).lower() in _CALLED else found.group(1), sql)
    return _RUN.sub(lambda found: "" if found.group().lower() in _DBT else found.group(), bare)


def is_sql_word(word: str) -> bool:
    """Whether a word is a function's name, or one of dbt's."""
    return word.lower() in _CALLED or word.lower() in _DBT


def _names(trees: tuple[exp.Expr, ...], sql: str, identifier: Mask) -> Iterator[_Spot]:
    for tree in trees:
        for each in tree.find_all(exp.Identifier):
            if "start" not in each.meta:
                continue
            start, end = each.meta["start"], each.meta["end"] + 1
            masked = identifier(each.name)
            if masked == each.name:
                continue
            mark = sql[start]
            yield start, end, quoted(masked) if mark.isalnum() or mark == "_" else _within(masked, mark)


def _within(name: str, mark: str) -> str:
    closing = {"[": "]"}.get(mark, mark)
    return f"{mark}{name.replace(closing, closing * 2)}{closing}"


def _values(tokens: list[Token], sql: str, text: Mask) -> Iterator[_Spot]:
    """Fixed values; what is hidden between their quotes is masked as they mean it."""
    for token in tokens:
        if token.token_type is TokenType.STRING and sql[token.start : token.start + 1] == "'":
            masked = text(token.text)
            if masked != token.text:
                yield token.start, token.end + 1, "'" + masked.replace("'", "''") + "'"


def _own_functions(trees: tuple[exp.Expr, ...], tokens: list[Token], identifier: Mask) -> Iterator[_Spot]:
    """Functions that are not SQL's own."""
    own = {each.name.lower() for tree in trees for each in tree.find_all(exp.Anonymous)} - _CALLED
    for token, following in pairwise(tokens):
        is_called = token.token_type is TokenType.VAR and following.token_type is TokenType.L_PAREN
        if is_called and token.text.lower() in own:
            yield token.start, token.end + 1, quoted(identifier(token.text))


def _comments(tokens: list[Token], sql: str, text: Mask) -> Iterator[_Spot]:
    """What stands between tokens and is more than blanks."""
    last = 0
    for start, end in [*((token.start, token.end + 1) for token in tokens), (len(sql), len(sql))]:
        between = sql[last:start]
        if between.strip():
            yield last, start, text(between)
        last = max(last, end)
