"""Walks an expression and says each part; the words of functions stand in `functions`, of formats in `formats`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlglot import exp

from signoff.core.review.reading.formats import type_words
from signoff.core.review.reading.functions import said
from signoff.core.review.reading.of_rows import said_of_rows

NO_VALUE = "no value"
_COMPARISONS: Mapping[type[exp.Expr], str] = {
    exp.EQ: "is",
    exp.NEQ: "is not",
    exp.GT: "is more than",
    exp.GTE: "is at least",
    exp.LT: "is less than",
    exp.LTE: "is at most",
    exp.NullSafeNEQ: "differs from",
    exp.NullSafeEQ: "equals",
}
_SIGNS: Mapping[type[exp.Expr], str] = {
    exp.Add: "plus",
    exp.Sub: "minus",
    exp.Mul: "times",
    exp.Div: "divided by",
    exp.IntDiv: "divided without rest by",
    exp.Mod: "the rest after division by",
}
_DATES = frozenset({"DATE", "TIMESTAMP", "TIME"})


class Writer:
    """Says one expression; keeps what it had no words for."""

    def __init__(self, roles: Mapping[str, str]) -> None:
        self._roles = roles
        self._inside = frozenset[str]()
        """Names of the tables of the query within the expression whose part is said; empty outside of one."""
        self.unsaid: list[str] = []

    def write(self, node: Any) -> str:
        """The node in words."""
        if isinstance(node, exp.Paren):
            return self.write(node.this)
        if isinstance(node, exp.Column):
            return self._column(node)
        if isinstance(node, exp.Literal):
            return _literal(node)
        if isinstance(node, exp.Null):
            return NO_VALUE
        if isinstance(node, exp.Boolean):
            return "true" if node.this else "false"
        if isinstance(node, exp.Case):
            return self._case(node)
        if isinstance(node, exp.If):
            return self._branches([(node.this, node.args.get("true"))], node.args.get("false"))
        if isinstance(node, exp.Cast):
            return self._cast(node)
        if isinstance(node, exp.Neg):
            return (
                f"−{self.write(node.this)}"
                if isinstance(node.this, exp.Literal)
                else f"{self.write(node.this)} with its sign turned"
            )
        condition = self._condition(node)
        if condition is not None:
            return condition
        return self._operation(node)

    def _operation(self, node: Any) -> str:
        if type(node) in _SIGNS:
            return f"{self.operand(node.this)} {_SIGNS[type(node)]} {self.operand(node.expression)}"
        if isinstance(node, exp.DPipe):
            return f"the texts {_and(self._pieces(node))} joined"
        if isinstance(node, exp.Filter):
            return f"{self.write(node.this)}, of the rows where {self.write(node.expression.this)} only"
        if isinstance(node, exp.Window):
            return self._window(node)
        words = self._over_rows(node) or said_of_rows(node, self) or said(node, self)
        if words is not None:
            return words
        sql = node.sql(dialect="duckdb") if isinstance(node, exp.Expr) else str(node)
        self.unsaid.append(sql)
        return f"‹{sql}›"

    def _over_rows(self, node: Any) -> str | None:
        """A query of one value over the rows of other tables, or whether there are such rows; None for others."""
        query = node.this if isinstance(node, exp.Subquery | exp.Exists) else None
        if not isinstance(query, exp.Select) or len(query.expressions) != 1 or not _is_plain(query):
            return None
        tables = [each for each in query.find_all(exp.Table) if each.parent_select is query]
        outer, self._inside = self._inside, frozenset(each.alias_or_name.lower() for each in tables)
        where = query.args.get("where")
        value = "" if isinstance(node, exp.Exists) else self.write(query.expressions[0])
        limits = f" where {self.write(where.this)}" if where is not None else ""
        self._inside = outer
        named = _and([each.name for each in tables])
        return f"{value}, over the rows of {named}{limits}" if value else f"there is a row of {named}{limits}"

    def operand(self, node: Any) -> str:
        """A part of a calculation, in brackets where its words could be taken apart."""
        inner = node.this if isinstance(node, exp.Paren) else node
        words = self.write(inner)
        return f"({words})" if type(inner) in _SIGNS or isinstance(inner, exp.Case) else words

    def _column(self, node: exp.Column) -> str:
        table = node.table.lower()
        role = self._roles.get(table, "")
        if self._inside and table not in self._inside:
            role = role or "of this row"
        return f"{node.name} {role}".strip()

    def _pieces(self, node: Any) -> list[str]:
        """The parts of a chain of ||, left to right."""
        if isinstance(node, exp.Paren):
            return self._pieces(node.this)
        if isinstance(node, exp.DPipe):
            return [*self._pieces(node.this), *self._pieces(node.expression)]
        return [self.write(_uncast(node))]

    def _cast(self, node: exp.Cast) -> str:
        kind = node.to.sql(dialect="duckdb").upper()
        if isinstance(node.this, exp.Null):
            return NO_VALUE
        if kind in _DATES and isinstance(node.this, exp.Literal):
            return str(node.this.name)
        attempt = ", no value where it is none" if isinstance(node, exp.TryCast) else ""
        return f"{self.write(node.this)} as {type_words(kind)}{attempt}"

    def _case(self, node: exp.Case) -> str:
        branches = []
        for branch in node.args.get("ifs") or ():
            test = branch.this
            if node.this is not None:
                test = exp.EQ(this=node.this.copy(), expression=test.copy())
            branches.append((test, branch.args.get("true")))
        return self._branches(branches, node.args.get("default"))

    def _branches(self, branches: list[tuple[Any, Any]], otherwise: Any) -> str:
        parts = [f"{self.write(result)} where {self.write(test)}" for test, result in branches]
        last = NO_VALUE if otherwise is None else self.write(otherwise)
        return f"{'; '.join(parts)}; otherwise {last}"

    def _condition(self, node: Any) -> str | None:
        if type(node) in _COMPARISONS:
            return self._comparison(node)
        if isinstance(node, exp.Is):
            return f"{self.write(node.this)} has no value" if isinstance(node.expression, exp.Null) else None
        if isinstance(node, exp.Not):
            return self._negation(node.this)
        if isinstance(node, exp.And):
            return " and ".join(self._joined(part) for part in node.flatten())
        if isinstance(node, exp.Or):
            return " or ".join(self._joined(part) for part in node.flatten())
        if isinstance(node, exp.In) and node.expressions:
            return f"{self.write(node.this)} is {_or([self.write(each) for each in node.expressions])}"
        if isinstance(node, exp.Between):
            low, high = self.write(node.args["low"]), self.write(node.args["high"])
            return f"{self.write(node.this)} is from {low} to {high}"
        return None

    def _comparison(self, node: Any) -> str:
        """A test; `coalesce(trim(x), '') <> ''` is how people's ‘is filled’ looks."""
        tested, wanted = node.this, node.expression
        if isinstance(wanted, exp.Literal) and wanted.is_string and not wanted.name.strip():
            column = next(tested.find_all(exp.Column), None)
            if column is not None and isinstance(node, exp.EQ | exp.NEQ):
                missing = bool(list(tested.find_all(exp.Coalesce)))
                if isinstance(node, exp.NEQ):
                    return f"{self.write(column)} is filled"
                return f"{self.write(column)} is {'missing or blank' if missing else 'blank text'}"
        return f"{self.write(tested)} {_COMPARISONS[type(node)]} {self.write(wanted)}"

    def _negation(self, node: Any) -> str:
        inner = node.this if isinstance(node, exp.Paren) else node
        if isinstance(inner, exp.Is) and isinstance(inner.expression, exp.Null):
            return f"{self.write(inner.this)} has a value"
        if isinstance(inner, exp.In) and inner.expressions:
            return (
                f"{self.write(inner.this)} is none of {_or([self.write(each) for each in inner.expressions])}"
            )
        return f"not so that {self.write(inner)}"

    def _joined(self, node: Any) -> str:
        inner = node.this if isinstance(node, exp.Paren) else node
        words = self.write(inner)
        return f"({words})" if isinstance(inner, exp.And | exp.Or) else words

    def _window(self, node: exp.Window) -> str:
        order = node.args.get("order")
        keys = [self._ordered(each) for each in order.expressions] if order else []
        groups = [self.write(each) for each in node.args.get("partition_by") or ()]
        by = f" in the order of {_and(keys)}" if keys else ""
        within = f" within each {_and(groups)}" if groups else " over all rows"
        return f"{self.write(node.this)}{within}{by}"

    def _ordered(self, node: Any) -> str:
        words = self.write(node.this)
        return f"{words} (last first)" if node.args.get("desc") else words


def _is_plain(query: exp.Select) -> bool:
    """Whether a query has nothing but tables joined by conditions, and which of their rows count."""
    told = {name for name, value in query.args.items() if value}
    return told <= {"expressions", "from_", "from", "joins", "where", "kind"}


def _literal(node: exp.Literal) -> str:
    if not node.is_string:
        return str(node.name)
    text = str(node.name)
    if not text:
        return "blank text"
    return "a blank" if text == " " else f"‘{text}’"


def _uncast(node: Any) -> Any:
    """A part of joined texts without the cast to text that SQL wants."""
    if isinstance(node, exp.Cast) and node.to.sql(dialect="duckdb").upper() in ("VARCHAR", "TEXT"):
        return node.this
    return node


def _and(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _or(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
