"""Formulas of a spreadsheet as a tree: calls, ``&``, comparisons, ``"text"``, ``[Column]``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.formula_names import ENGLISH

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|“[^”]*”)|(?P<number>\d+(?:\.\d+)?%?)|"
    r"(?P<name>(?:\[[^\[\]]+\]|[^\W\d][\w.$]*)(?:[.!](?:\[[^\[\]]+\]|[\w$]+))*(?:\[@?[^\[\]]+\])?)|"
    r"(?P<sign><>|<=|>=|!=|==|[=<>&+\-*/(),;^]))",
)
_DEEPEST = 20


@dataclass(frozen=True)
class Call:
    """A function with its arguments; an operator is a function of two."""

    name: str
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Leaf:
    """A text, a number or a name."""

    kind: str
    """text, number, name, or none for an argument left out."""
    value: str


Node = Call | Leaf

_LEVELS = (("=", "<>", "<", ">", "<=", ">="), ("&",), ("+", "-"), ("*", "/"))


class _Unread(Exception):
    """The text is no formula."""


class _Reader:
    """Reads one formula, the loosest operators first."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(text.rstrip()):
            found = _TOKEN.match(text, at)
            if found is None:
                raise _Unread
            kind = found.lastgroup or ""
            self.tokens.append((kind, found.group(kind)))
            at = found.end()
        self.at = 0
        self.depth = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("", "")

    def take(self, sign: str) -> bool:
        if self.peek() == ("sign", sign):
            self.at += 1
            return True
        return False

    def whole(self) -> Node:
        made = self.operators(0)
        if self.at < len(self.tokens):
            raise _Unread
        return made

    def operators(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self.single()
        left = self.operators(level + 1)
        while self.peek()[0] == "sign" and _plain(self.peek()[1]) in _LEVELS[level]:
            sign = _plain(self.peek()[1])
            self.at += 1
            left = Call(sign, (left, self.operators(level + 1)))
        return left

    def single(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Unread
        try:
            return self._single()
        finally:
            self.depth -= 1

    def _single(self) -> Node:
        kind, value = self.peek()
        if self.take("-"):
            return Call("minus", (self.single(),))
        if self.take("("):
            made = self.operators(0)
            if not self.take(")"):
                raise _Unread
            return Call("group", (made,))
        if kind not in ("text", "number", "name"):
            raise _Unread
        self.at += 1
        if kind == "name" and self.take("("):
            called = value.casefold()
            return Call(ENGLISH.get(called, called), self.arguments())
        return Leaf(kind, value)

    def arguments(self) -> tuple[Node, ...]:
        made: list[Node] = []
        if self.take(")"):
            return ()
        while True:
            kind, value = self.peek()
            left_out = kind == "sign" and value in (",", ";", ")")
            made.append(Leaf("none", "") if left_out else self.operators(0))
            if self.take(")"):
                return tuple(made)
            if not (self.take(",") or self.take(";")):
                raise _Unread


def _plain(sign: str) -> str:
    return {"!=": "<>", "==": "="}.get(sign, sign)


def read_formula(text: str) -> Node | None:
    """The formula as a tree; None where the text is none."""
    try:
        return _Reader(text).whole()
    except _Unread:
        return None
