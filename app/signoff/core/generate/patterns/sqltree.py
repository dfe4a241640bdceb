"""SQL that people write into a rule cell, in whatever dialect, as a checked tree over the columns in scope.

Only what is wholly an expression is let through: every column resolves, every function is known, no query,
no alias, no statement. English that happens to parse ("first name", "A and B") fails one of these.
"""

from __future__ import annotations

import re

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError
from sqlglot.optimizer.annotate_types import annotate_types

from signoff.core.domain.expressions import RESERVED, Scope, ScopeColumn, quoted
from signoff.core.generate.patterns.mentions import chosen
from signoff.core.generate.patterns.sqlfunctions import is_known_function
from signoff.core.generate.patterns.sqlwords import only_known_words
from signoff.core.generate.types import Family, duckdb_type, family_of

DIALECTS = ("duckdb", "tsql", "oracle", "snowflake", "mysql", "postgres", "bigquery", "spark")
_DEEPEST = 12
_LONGEST = 1500
_CALL_WITH_SEMICOLONS = re.compile(r"\w+\([^'\"]*;[^'\"]*\)")
"""A function of a worksheet whose arguments stand between semicolons."""
_SIGNS = re.compile(r"[()=<>+*/|'\"-]|\bis\b|\bcase\b|\bnot\b", re.IGNORECASE)
_REFUSED = (
    exp.Query, exp.Subquery, exp.Command, exp.DDL, exp.DML, exp.Alias, exp.Aliases, exp.Placeholder,
    exp.Parameter, exp.Array, exp.Struct, exp.Lambda, exp.JSONExtract, exp.JSONExtractScalar, exp.Tuple,
    exp.PropertyEQ, exp.Slice, exp.Kwarg, exp.SetItem, exp.Semicolon,
)  # fmt: skip
_ARITHMETIC = (exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.IntDiv)
_COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ)

_ON_TEXT = (
    exp.Pad, exp.Left, exp.Right, exp.Substring, exp.Upper, exp.Lower, exp.Trim, exp.Replace, exp.Length,
    exp.StrPosition, exp.RegexpReplace, exp.RegexpExtract, exp.Reverse, exp.MD5, exp.SHA2, exp.StartsWith,
    exp.SplitPart, exp.StrToTime, exp.StrToDate,
)  # fmt: skip
_NOT_TEXT = (Family.NUMBER, Family.DATE, Family.TIMESTAMP, Family.TIME, Family.FLAG)
_PLAIN_SIGNS = str.maketrans("‘’“”„\u00a0–", '\'\'""" -')


def sql_expression(text: str, scope: Scope) -> tuple[str, str, bool] | None:
    """A rule written as SQL, in DuckDB's dialect over the scope's aliases.

    Returns:
        The SQL, its DuckDB type (empty when not known), and whether it is a condition; None when the text
        is not wholly one expression over the columns in scope.
    """
    plain = _ascii(text).strip().lstrip("=").rstrip(";. ").strip()
    if _CALL_WITH_SEMICOLONS.fullmatch(plain):
        plain = plain.replace(";", ",")
    if not _worth_trying(plain) or not only_known_words(plain, scope):
        return None
    for dialect in DIALECTS:
        made = _in_dialect(plain, dialect, scope)
        if made is not None:
            return made
    return None


def _ascii(text: str) -> str:
    """The text with typographic quotes as plain ones."""
    return text.translate(_PLAIN_SIGNS)


def _worth_trying(text: str) -> bool:
    """Whether the text is short and shallow enough for the parser, and has a sign of SQL in it."""
    if not text or len(text) > _LONGEST or not _SIGNS.search(text):
        return False
    depth = deepest = 0
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        deepest = max(deepest, depth)
    nesting = len(re.findall(r"\bcase\b|\bnot\b", text, re.IGNORECASE)) + len(
        re.findall(r"[-+~!]\s*(?=[-+~!])", text)
    )
    return depth == 0 and deepest <= _DEEPEST and nesting <= _DEEPEST


def _in_dialect(text: str, dialect: str, scope: Scope) -> tuple[str, str, bool] | None:
    """The SQL when the text is one expression in that dialect."""
    try:
        trees = sqlglot.parse(f"SELECT {text}", read=dialect)
        tree = _only_expression(trees)
        if tree is None or not _allowed(tree) or not _resolved(tree, scope):
            return None
        tree = _typed(tree)
        if not _sensible(tree):
            return None
        tree = _rewritten(tree)
        sql = tree.sql(dialect="duckdb", unsupported_level=ErrorLevel.RAISE, comments=False)
        return sql, _type_name(tree), _is_condition(tree)
    except (SqlglotError, RecursionError):
        return None


def _only_expression(trees: list[exp.Expr | None]) -> exp.Expr | None:
    """The one projection of a SELECT that has nothing else."""
    if len(trees) != 1 or not isinstance(trees[0], exp.Select):
        return None
    given = {name for name, value in trees[0].args.items() if value}
    projections = trees[0].expressions
    if given - {"expressions"} or len(projections) != 1:
        return None
    tree = projections[0]
    tree.pop()
    return exp.Paren(this=tree).this if isinstance(tree, exp.Expr) else None


def _allowed(tree: exp.Expr) -> bool:
    """Whether the tree holds only what an expression for one column may hold."""
    for node in tree.walk():
        if isinstance(node, _REFUSED):
            return False
        if isinstance(node, exp.Func) and not is_known_function(node):
            return False
        if isinstance(node, exp.Star) and not isinstance(node.parent, exp.Count):
            return False
        if node.comments:
            return False
    return not isinstance(
        tree,
        (exp.Column, exp.Identifier, exp.Literal, exp.Var, exp.Null, exp.Boolean, exp.DataType, exp.Interval),
    )


def _resolved(tree: exp.Expr, scope: Scope) -> bool:
    """Points every column to the scope's alias; False when one has no or no single column."""
    for equal in list(tree.find_all(exp.EQ)):
        _pair(equal, scope)
    for node in list(tree.find_all(exp.Column)):
        if node.meta.get("settled"):
            continue
        column = chosen(scope.find(node.name, node.table)) if not node.args.get("catalog") else None
        if column is None:
            return False
        _point(node, column)
    return True


def _pair(equal: exp.EQ, scope: Scope) -> None:
    """Settles `id = id`: the column of that name on either side of a join."""
    left, right = equal.this, equal.expression
    if not (isinstance(left, exp.Column) and isinstance(right, exp.Column)) or left.table or right.table:
        return
    both = join_pair(left.name, scope) if left.name.lower() == right.name.lower() else None
    if both:
        _point(left, both[0])
        _point(right, both[1])


def join_pair(name: str, scope: Scope) -> tuple[ScopeColumn, ScopeColumn] | None:
    """The two columns of one name that a join "on name" compares; None when there are not two.

    With more than two relations, the one whose columns are marked as source is the joined one, and the
    first of the others in the scope's order is the one it is joined to.
    """
    found = scope.find(name)
    if len(found) > 2:
        joined = [column for column in found if column.is_source]
        others = [column for column in found if not column.is_source]
        found = (others[0], joined[0]) if len(joined) == 1 and others else ()
    return (found[0], found[1]) if len(found) == 2 and found[0].relation != found[1].relation else None


def _point(node: exp.Column, column: ScopeColumn) -> None:
    """Makes the node a reference to the scope's column, with its type."""
    name, relation = column.column.name, column.relation
    node.set("this", exp.to_identifier(name, quoted=quoted(name) != name or name.lower() in RESERVED))
    node.set("table", exp.to_identifier(relation, quoted=quoted(relation) != relation))
    node.set("db", None)
    node.meta["settled"] = True
    kind = column.column.type.upper()
    if kind:
        node.meta["family"] = family_of(kind)


def _typed(tree: exp.Expr) -> exp.Expr:
    """The tree with types from the columns upwards."""
    for node in tree.find_all(exp.Column):
        family = node.meta.get("family")
        if family:
            node.type = exp.DataType.build(_NAMES[family])
    return annotate_types(tree, dialect="duckdb")


_NAMES = {
    Family.TEXT: "VARCHAR",
    Family.NUMBER: "DOUBLE",
    Family.DATE: "DATE",
    Family.TIMESTAMP: "TIMESTAMP",
    Family.TIME: "TIME",
    Family.FLAG: "BOOLEAN",
    Family.OTHER: "UNKNOWN",
}


def _family(node: exp.Expr) -> Family:
    """Family of a node's type, a column's own first."""
    inner = node.this if isinstance(node, exp.Paren) else node
    if isinstance(inner, exp.Column):
        return inner.meta.get("family") or Family.UNKNOWN
    return family_of(_type_name(inner))


def _type_name(tree: exp.Expr) -> str:
    """DuckDB type of the tree; empty when not known."""
    kind = tree.type
    if kind is None or kind.this in (exp.DataType.Type.UNKNOWN, exp.DataType.Type.NULL):
        return ""
    return duckdb_type(kind.sql(dialect="duckdb")) or kind.sql(dialect="duckdb").upper()


def _is_condition(tree: exp.Expr) -> bool:
    """Whether the tree is true or false."""
    if isinstance(tree, (exp.Paren, exp.Not)):
        return _is_condition(tree.this)
    if isinstance(tree, (exp.And, exp.Or)):
        return _is_condition(tree.this) and _is_condition(tree.expression)
    if isinstance(tree, exp.Predicate) and not isinstance(tree, exp.Column):
        return True
    return _family(tree) is Family.FLAG


def _sensible(tree: exp.Expr) -> bool:
    """Whether the signs stand between what they work on: no "and" between names, no minus between texts."""
    for node in tree.walk():
        if isinstance(node, (exp.And, exp.Or)) and not (
            _is_condition(node.this) and _is_condition(node.expression)
        ):
            return False
        if isinstance(node, exp.Is) and not _may_be(node):
            return False
        if isinstance(node, exp.Not) and not _is_condition(node.this):
            return False
        if isinstance(node, exp.TimeToStr) and _family(node.this) is Family.NUMBER:
            return False
        if isinstance(node, _ARITHMETIC) and Family.TEXT in (_family(node.this), _family(node.expression)):
            return False
    return True


def _may_be(node: exp.Is) -> bool:
    """Whether something is held against no value, or a condition against true or false."""
    if isinstance(node.expression, exp.Null):
        return True
    known = _is_condition(node.this) or _family(node.this) is Family.UNKNOWN
    return isinstance(node.expression, exp.Boolean) and known


def _rewritten(tree: exp.Expr) -> exp.Expr:
    """The tree with `+` between texts as `||`, and codes held against text columns as text."""
    return tree.transform(_one_rewritten)


def _one_rewritten(node: exp.Expr) -> exp.Expr:
    if isinstance(node, exp.Add) and Family.TEXT in (_family(node.this), _family(node.expression)):
        piped = exp.DPipe(this=node.this, expression=node.expression, safe=True)
        piped.type = exp.DataType.build("VARCHAR")
        return piped
    if isinstance(node, _ON_TEXT) and isinstance(node.this, exp.Column) and _family(node.this) in _NOT_TEXT:
        node.set("this", exp.cast(node.this, "VARCHAR", copy=False))
    if isinstance(node, exp.CountIf):
        only = exp.Case(ifs=[exp.If(this=node.this, true=exp.Literal.number(1))])
        return exp.Count(this=only)
    if isinstance(node, exp.ToNumber) and not node.args.get("format"):
        kind = "BIGINT" if isinstance(node.this, exp.TimeToStr) else "DOUBLE"
        return exp.cast(node.this, kind, copy=False)
    if isinstance(node, (exp.EQ, exp.NEQ)):
        _as_code(node.this, node.expression)
        _as_code(node.expression, node.this)
    if isinstance(node, exp.In):
        for each in node.expressions:
            _as_code(node.this, each)
    return node


def _as_code(column: exp.Expr, literal: exp.Expr) -> None:
    """Makes a number that is held against a text column a text."""
    if isinstance(column, exp.Column) and _family(column) is Family.TEXT and isinstance(literal, exp.Literal):
        literal.set("is_string", True)
