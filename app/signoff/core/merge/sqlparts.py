"""Small questions asked of SQL expressions: does it parse, does it aggregate, which columns does it use."""

from __future__ import annotations

import re

import sqlglot
from sqlglot import exp
from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.expressions import quoted
from signoff.core.engines.sqltext import SqlTextError, parse_query

DIALECT = "duckdb"
_AS_WRITTEN = (TokenType.VAR, TokenType.IDENTIFIER, TokenType.STRING, TokenType.NUMBER)
_NOT_FIRST = re.compile(
    r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\""
    r"|\bnot (?P<what>(?:\w+\.)?\w+) (?P<how>is null|in|like|ilike|between)\b"
)


def parsed(text: str, dialect: str = DIALECT) -> exp.Expr | None:
    """The tree of one SQL expression without an alias; None when the text is no such thing.

    Trees are kept and handed out again: copy before changing one, or before hanging it into another.
    """
    item = item_tree(text, dialect)
    return None if isinstance(item, (exp.Alias, exp.Star)) else item


def item_tree(text: str, dialect: str = DIALECT) -> exp.Expr | None:
    """The tree of one item of a select list, alias and all; None when the text is no such thing."""
    key = (text, dialect)
    if key not in _trees:
        keep_tree(text, dialect, _read_item(text, dialect))
    return _trees.get(key)


_KEPT_TREES = 8192
_trees: dict[tuple[str, str], exp.Expr | None] = {}
"""Trees of items by text and dialect, the oldest first."""


def is_kept(text: str, dialect: str) -> bool:
    """Whether the tree of an item is known already."""
    return (text, dialect) in _trees


def keep_tree(text: str, dialect: str, tree: exp.Expr | None) -> None:
    """Keep the tree of an item, in the place of the oldest where there are too many."""
    while len(_trees) >= _KEPT_TREES:
        _trees.pop(next(iter(_trees), ("", "")), None)
    _trees[(text, dialect)] = tree


def _read_item(text: str, dialect: str) -> exp.Expr | None:
    if not text.strip():
        return None
    try:
        query = parse_query(f"select\n{text}", dialect)
    except SqlTextError:
        return None
    if not isinstance(query, exp.Select) or len(query.expressions) != 1:
        return None
    clauses = {key for key, value in query.args.items() if value and key not in ("expressions", "kind")}
    item: exp.Expr = query.expressions[0]
    return None if clauses else item


def tidy(text: str) -> str:
    """The expression on one line and without comments; unchanged where it is that already."""
    stripped = text.strip().rstrip(";").strip()
    if "\n" not in stripped and "--" not in stripped and "/*" not in stripped:
        return stripped
    tree = parsed(stripped)
    return stripped if tree is None else rendered(tree)


def rendered(tree: exp.Expr, dialect: str = DIALECT) -> str:
    """The SQL of a tree, without comments, its words in lower case as everything a draft is made of."""
    text = tree.sql(dialect=dialect, comments=False, normalize_functions="lower")
    pieces, last = [], 0
    for token in sqlglot.tokenize(text, dialect=dialect):
        pieces.append(text[last : token.start])
        written = text[token.start : token.end + 1]
        pieces.append(written if token.token_type in _AS_WRITTEN else written.lower())
        last = token.end + 1
    whole = _NOT_FIRST.sub(_not_where_people_write_it, "".join(pieces) + text[last:])
    return _UNIT.sub(lambda m: m.group().lower(), whole)


_UNIT = re.compile(r"date_trunc\('(?:YEAR|QUARTER|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)'")
"""What a day is cut to, which is compared with that of a grouping by its letters."""


def _not_where_people_write_it(match: re.Match[str]) -> str:
    if match["what"] is None:
        return match.group()
    how = "is not null" if match["how"] == "is null" else f"not {match['how']}"
    return f"{match['what']} {how}"


def same_sql(left: str, right: str) -> bool:
    """Whether two expressions are equal but for layout and case of names."""
    return _key(left) == _key(right)


def _key(text: str) -> str:
    tree = parsed(text)
    return " ".join(text.split()).casefold() if tree is None else rendered(tree).casefold()


def unqualified(sql: str) -> str:
    """An expression without the names of relations before its columns; as it stands where it can't be read."""
    tree = parsed(sql)
    if tree is None:
        return sql
    copied = tree.copy()
    for column in columns_of(copied):
        column.set("table", None)
    return rendered(copied)


def aggregates(tree: exp.Expr) -> bool:
    """Whether an aggregate stands outside every window function, and outside queries of their own."""
    return any(
        _outside_window(node) and node.find_ancestor(exp.Subquery) is None
        for node in tree.find_all(exp.AggFunc)
    )


def _outside_window(node: exp.Expr) -> bool:
    window = node.find_ancestor(exp.Window)
    return window is None or not _is_within(node, window.this)


def _is_within(node: exp.Expr, top: exp.Expr) -> bool:
    """Whether `node` is the windowed function itself, perhaps under IGNORE NULLS or FILTER."""
    while isinstance(top, (exp.IgnoreNulls, exp.RespectNulls, exp.Filter)):
        top = top.this
    return node is top


def windows(tree: exp.Expr) -> bool:
    """Whether a window function occurs."""
    return tree.find(exp.Window) is not None


def has_window(sql: str) -> bool:
    """Whether a window function occurs in SQL."""
    tree = parsed(sql)
    return tree is not None and windows(tree)


def columns_of(tree: exp.Expr) -> tuple[exp.Column, ...]:
    """Every column reference."""
    return tuple(tree.find_all(exp.Column))


def column_node(relation: str, name: str) -> exp.Column:
    """A reference to a column, quoted where `quoted` would."""
    column, table = (exp.to_identifier(n, quoted=quoted(n) != n) for n in (name, relation))
    return exp.column(column, table)


def conjunction(parts: list[str]) -> str:
    """Conditions joined by AND, each in brackets where OR would reach across."""
    return " and ".join(_guarded(p) for p in parts) if len(parts) > 1 else "".join(parts)


def _guarded(text: str) -> str:
    tree = parsed(text)
    return f"({text})" if tree is None or isinstance(tree, (exp.Or, exp.Xor)) else text


def whole_aggregate(node: exp.Expr) -> exp.Expr:
    """An aggregate with what is said of its rows: its filter, its order within the group, its way with NULL."""
    while isinstance(node.parent, (exp.Filter, exp.WithinGroup, exp.IgnoreNulls)):
        node = node.parent
    return node
