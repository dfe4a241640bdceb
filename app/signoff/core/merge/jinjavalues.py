"""Values of Jinja expressions that can be told without running dbt.

Jinja's expressions are close enough to Python's that Python's own parser reads them; its tree is walked
over a short list of node kinds, and nothing is ever executed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]

_LONGEST = 5_000
_OUTSIDE_QUOTES = r"(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)"
_TILDE = re.compile("~" + _OUTSIDE_QUOTES)
_PIPE = re.compile(r"\|" + _OUTSIDE_QUOTES)
_WORDS: dict[str, Value] = {
    "true": True,
    "false": False,
    "none": None,
    "True": True,
    "False": False,
    "None": None,
}
_FILTERS: dict[str, Callable[[str], str]] = {"upper": str.upper, "lower": str.lower, "trim": str.strip}
_SILENT = frozenset(("config", "log", "print", "do"))


class Unknown(Exception):
    """The value cannot be told without running dbt."""


def evaluated(text: str, names: dict[str, Value], sources: list[tuple[str, str]], refs: list[str]) -> Value:
    """The value of one expression; ``ref`` and ``source`` calls met on the way are added to the lists.

    Raises:
        Unknown: it needs what is not in the file.
    """
    if len(text) > _LONGEST:
        raise Unknown
    try:
        tree = ast.parse(_PIPE.sub("**", _TILDE.sub("@", text.strip())), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unknown from None
    return _Walk(names, sources, refs).value(tree.body)


def as_sql(value: Value) -> str:
    """A value as a tag puts it into the file."""
    if isinstance(value, bool):
        return "True" if value else "False"
    if value is None:
        return ""
    return str(value)


class _Walk:
    """One walk over one expression."""

    def __init__(self, names: dict[str, Value], sources: list[tuple[str, str]], refs: list[str]) -> None:
        self._names = names
        self._sources = sources
        self._refs = refs

    def value(self, node: ast.expr) -> Value:
        kind = type(node).__name__.lower()
        read = getattr(self, f"_{kind}", None)
        if read is None:
            raise Unknown
        found: Value = read(node)
        return found

    def _constant(self, node: ast.Constant) -> Value:
        if isinstance(node.value, (str, int, float, bool)) or node.value is None:
            return node.value
        raise Unknown

    def _name(self, node: ast.Name) -> Value:
        if node.id in _WORDS:
            return _WORDS[node.id]
        if node.id == "this":
            return "this"
        if node.id not in self._names:
            raise Unknown
        return self._names[node.id]

    def _list(self, node: ast.List) -> Value:
        return [self.value(e) for e in node.elts]

    def _tuple(self, node: ast.Tuple) -> Value:
        return [self.value(e) for e in node.elts]

    def _attribute(self, node: ast.Attribute) -> Value:
        owner = self.value(node.value)
        if isinstance(owner, dict) and node.attr in owner:
            return owner[node.attr]
        raise Unknown

    def _unaryop(self, node: ast.UnaryOp) -> Value:
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            return not value
        if isinstance(node.op, ast.USub) and isinstance(value, (int, float)):
            return -value
        raise Unknown

    def _boolop(self, node: ast.BoolOp) -> Value:
        values = [bool(self.value(v)) for v in node.values]
        return all(values) if isinstance(node.op, ast.And) else any(values)

    def _compare(self, node: ast.Compare) -> Value:
        left, right = self.value(node.left), self.value(node.comparators[0])
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
            return left == right
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.NotEq):
            return left != right
        raise Unknown

    def _binop(self, node: ast.BinOp) -> Value:
        if isinstance(node.op, ast.Pow):
            return self._filtered(self.value(node.left), node.right)
        if isinstance(node.op, (ast.MatMult, ast.Add)):
            left, right = self.value(node.left), self.value(node.right)
            if isinstance(left, str) or isinstance(right, str):
                return as_sql(left) + as_sql(right)
        raise Unknown

    def _filtered(self, value: Value, filters: ast.expr) -> Value:
        """Filters bind closer than anything else, so a pipe is read as the closest of Python's operators."""
        if isinstance(filters, ast.BinOp) and isinstance(filters.op, ast.Pow):
            return self._filtered(self._filtered(value, filters.left), filters.right)
        if isinstance(value, str) and isinstance(filters, ast.Name) and filters.id in _FILTERS:
            return _FILTERS[filters.id](value)
        raise Unknown

    def _call(self, node: ast.Call) -> Value:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in _SILENT:
            return ""
        if name == "is_incremental" and not node.args:
            return False
        values = [self.value(a) for a in node.args]
        texts = [v for v in values if isinstance(v, str)]
        if name == "ref" and texts:
            self._refs.append(texts[-1])
            return texts[-1]
        if name == "source" and len(texts) == 2:
            self._sources.append((texts[0], texts[1]))
            return texts[1]
        if name == "var" and values:
            return values[1] if len(values) > 1 else "null"
        raise Unknown
