"""SQL as text and as tree: reading, comparing and translating it through sqlglot, safe from deep nesting.

Pure Python sqlglot raises RecursionError near 40 nested parentheses. Text is therefore scanned before it is
parsed: what is nested too deep is refused in a sentence, what is nested deep is parsed in a thread with a
large stack. Trees handed out are shallow enough to be walked and written by the caller's own thread.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from typing import TypeVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.dialect import Dialect
from sqlglot.errors import ErrorLevel, ParseError, SqlglotError, TokenError, UnsupportedError
from sqlglot.tokenizer_core import Token

from signoff.core.domain.expressions import RESERVED
from signoff.core.domain.sentences import say
from signoff.core.engines.sql.large_stack import run_deep
from signoff.core.errors import SignoffError

_T = TypeVar("_T")

DEEPEST = 50
"""Deepest nesting of brackets, CASE and prefix operators that is read at all."""
LONGEST = 1_000_000
"""Longest SQL text, in characters, that is read at all."""
_SHALLOW = 12
"""Nesting the caller's thread can parse itself, whatever stack it has used already."""

# sqlglot logs the text it falls back on; a text may hold values that must not reach a log.
logging.getLogger("sqlglot").setLevel(logging.CRITICAL)


class SqlTextError(SignoffError):
    """SQL text that cannot be read, or not be translated; the sentence holds none of its values."""


_TOKEN = re.compile(
    r"""
      (?P<skip>'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|/\*.*?\*/|\$(?P<tag>\w*)\$.*?\$(?P=tag)\$)
    | (?P<open>[(\[{]) | (?P<close>[)\]}])
    | (?P<word>[^\W\d]\w*)
    | (?P<chain>::|\.(?!\d))
    | (?P<sign>[-+~])
    | (?P<space>\s+)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PREFIXES = frozenset({"not", "interval", "-", "+", "~"})


def depth(sql: str) -> int:
    """How deep the text nests: brackets and CASE, plus the longest run of prefix or chained operators."""
    now = deepest = run = longest_run = 0
    before = ""
    for token in _TOKEN.finditer(sql):
        kind, word = _kind(token), token.group().lower()
        if kind == "space":
            continue
        opens, closes = kind == "open" or word == "case", kind == "close" or word == "end"
        now = max(0, now + opens - closes)
        run = _run_after(run, kind, before)
        deepest, longest_run = max(deepest, now), max(longest_run, run)
        before = kind
    return deepest + longest_run


def _kind(token: re.Match[str]) -> str:
    kind = token.lastgroup or "other"
    if kind == "tag":
        return "skip"
    return "prefix" if token.group().lower() in _PREFIXES else kind


def _run_after(run: int, kind: str, before: str) -> int:
    """Length of the run of operators after a token: ``NOT NOT``, ``- -``, ``a.b.c``, ``x::t::u`` are runs."""
    if kind == "prefix":
        return run + 1 if before == "prefix" else 1
    if kind == "chain":
        return run + 1
    return run if kind == "word" and before in ("chain", "prefix") else 0


def check_depth(sql: str) -> int:
    """The text's depth.

    Raises:
        SqlTextError: it is too long, or nested too deep.
    """
    if len(sql) > LONGEST:
        raise SqlTextError(say("sql.too_long", characters=len(sql), limit=LONGEST))
    found = depth(sql)
    if found > DEEPEST:
        raise SqlTextError(say("sql.too_deep_to_read", levels=found, limit=DEEPEST))
    return found


def parse_expression(sql: str, dialect: str = "duckdb") -> exp.Expr:
    """The tree of one SQL expression, without a name of its own.

    Raises:
        SqlTextError: it is not exactly one expression, or cannot be read.
    """
    tree = _parse_one("SELECT\n" + sql, dialect, lines_before=1)
    only_projection = isinstance(tree, exp.Select) and not any(
        value for key, value in tree.args.items() if key != "expressions"
    )
    if not only_projection or len(tree.expressions) != 1:
        raise SqlTextError("This is not one SQL expression; write what one column of a SELECT would hold.")
    expression: exp.Expr = tree.expressions[0]
    if isinstance(expression, exp.Alias):
        expression = expression.this
    return expression.pop()


def parse_query(sql: str, dialect: str = "duckdb") -> exp.Query:
    """The tree of one SQL query: a SELECT, a union of such, or one in brackets; a WITH may come first.

    Raises:
        SqlTextError: it is not exactly one query, or cannot be read.
    """
    tree = _parse_one(sql, dialect)
    if not isinstance(tree, exp.Query):
        raise SqlTextError("This SQL is not a query; write one SELECT statement.")
    return tree


def expression_columns(tree: exp.Expr) -> tuple[tuple[str, str], ...]:
    """The columns a tree names, each once, in order: relation (empty when not given) and column."""
    found = ((column.table, column.name) for column in tree.find_all(exp.Column, bfs=False))
    return tuple(dict.fromkeys(found))


def query_tables(tree: exp.Expr) -> tuple[str, ...]:
    """The tables a query reads, each once, spelt as written, in any order; not the names of its WITH."""
    own = {cte.alias.casefold() for cte in tree.find_all(exp.CTE)}
    found = (table.name for table in tree.find_all(exp.Table, bfs=False) if table.name)
    return tuple(dict.fromkeys(name for name in found if name.casefold() not in own))


def render(tree: exp.Expr, dialect: str = "duckdb", pretty: bool = False, comments: bool = True) -> str:
    """The tree as text.

    Raises:
        SqlTextError: the dialect has no such construct, or the tree is too deep.
    """
    try:
        return tree.sql(dialect, pretty=pretty, comments=comments, unsupported_level=ErrorLevel.RAISE)
    except UnsupportedError as error:
        raise SqlTextError(say("sql.not_translated", dialect=dialect, reason=_plain(error))) from error
    except RecursionError:
        raise SqlTextError(say("sql.too_deep_to_write")) from None


def normalise(sql: str) -> str:
    """One text for all ways of writing the same expression or query.

    Layout, comments, case of keywords and of plain names, and quotes that are not needed make no difference.

    Raises:
        SqlTextError: it cannot be read.
    """
    tree = _parse_any(sql, "duckdb")
    for identifier in tree.find_all(exp.Identifier):
        name = identifier.name.lower()
        identifier.set("this", name)
        identifier.set("quoted", not _PLAIN_NAME.fullmatch(name) or name in RESERVED)
    return render(tree, comments=False)


def to_dialect(sql: str, dialect: str, pretty: bool = False) -> str:
    """A DuckDB expression or query in another dialect; in DuckDB's own it stays as it stands.

    Raises:
        SqlTextError: it cannot be read, or the dialect has no such construct.
    """
    if dialect == "duckdb":
        return sql
    return render(_parse_any(sql, "duckdb"), dialect, pretty)


def parse_all(sql: str, dialect: str = "duckdb", lines_before: int = 0) -> tuple[exp.Expr, ...]:
    """The trees of all statements in a text; empty ones left out.

    Raises:
        SqlTextError: it cannot be read; lines are counted without the first `lines_before`.
    """

    def work() -> tuple[exp.Expr, ...]:
        return tuple(tree for tree in sqlglot.parse(sql, read=dialect) if tree is not None)

    return _parsed(work, check_depth(sql), lines_before)


def parse_tokens(
    tokens: Sequence[Token], sql: str, dialect: str = "duckdb", *, levels: int
) -> tuple[exp.Expr, ...]:
    """The trees of statements whose tokens are there already.

    Args:
        tokens: of all statements; some of a longer text serve too.
        sql: the text that the tokens have their places in.
        dialect: sqlglot's name of it.
        levels: what `check_depth` gives of the stretches that the tokens stand for.

    Raises:
        SqlTextError: they cannot be read.
    """

    def work() -> tuple[exp.Expr, ...]:
        parser = Dialect.get_or_raise(dialect).parser()
        return tuple(tree for tree in parser.parse(list(tokens), sql) if tree is not None)

    return _parsed(work, levels, 0)


def _parsed(work: Callable[[], tuple[exp.Expr, ...]], levels: int, lines_before: int) -> tuple[exp.Expr, ...]:
    """What a parse gives, its errors in sentences of our own."""
    try:
        return _with_stack_for(levels, work)
    except ParseError as error:
        raise SqlTextError(_parse_sentence(error, lines_before)) from error
    except TokenError as error:
        raise SqlTextError(say("sql.never_closed")) from error
    except SqlglotError as error:
        raise SqlTextError(say("sql.unreadable", reason=_plain(error))) from error
    except RecursionError:
        raise SqlTextError(say("sql.too_deep")) from None


_PLAIN_NAME = re.compile(r"[a-z_][a-z0-9_]*")
_QUERY_START = re.compile(
    r"\s*(?:--[^\n]*\n\s*|/\*.*?\*/\s*)*[(\s]*(?:select|with|from)\b", re.IGNORECASE | re.DOTALL
)


def _parse_any(sql: str, dialect: str) -> exp.Expr:
    if not _QUERY_START.match(sql):
        return parse_expression(sql, dialect)
    tree = _parse_one(sql, dialect)
    return tree if isinstance(tree, exp.Query) else parse_expression(sql, dialect)


def _parse_one(sql: str, dialect: str, lines_before: int = 0) -> exp.Expr:
    """The tree of exactly one statement."""
    trees = parse_all(sql, dialect, lines_before)
    if len(trees) != 1:
        raise SqlTextError(say("sql.several_statements", count=len(trees)))
    return trees[0]


def _with_stack_for(found: int, work: Callable[[], _T]) -> _T:
    return work() if found <= _SHALLOW else run_deep(work)


def _parse_sentence(error: ParseError, lines_before: int) -> str:
    first = error.errors[0] if error.errors else {}
    line, column = first.get("line"), first.get("col")
    place = f" at line {line - lines_before}, column {column}" if line and column else ""
    return say("sql.unreadable_at", place=place, reason=_plain(first.get("description") or "it is cut short"))


def _plain(reason: object) -> str:
    """Only the first line of a library's reason, without the classes it names."""
    first_line = str(reason).partition("\n")[0].rstrip(". ")
    return re.sub(r" for <class '[^']*'>", "", first_line)
