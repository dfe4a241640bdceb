"""Formulas of a spreadsheet: ``=IF(A="x";"Active";"")``, ``=A&" "&B``, ``SWITCH(…)``, ``TEXT(A,"00000")``.

A blank cell and a blank text are one thing to a spreadsheet: a test for one holds for the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.formula_functions import FUNCTIONS, Refused
from signoff.core.generate.patterns.formula_text import Call, Leaf, Node, read_formula
from signoff.core.generate.patterns.mentions import named
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import (
    NULL,
    Piece,
    column_piece,
    number_piece,
    quoted_text,
    unified,
)
from signoff.core.generate.types import Family

NAME = "P46 formulas"

_ONLY_HERE = re.compile(
    r"\b(?:if|ifs|iif|switch|and|or|not|isblank|isempty|concatenate|textjoin|mid|proper|substitute|"
    r"text|value|vlookup|"
    r"xlookup|lookup|iferror|ifna|len|istext|isnumber|today|trim|left|right|upper|lower|round|"
    r"find|search|numbervalue|"
    r"concat|exact|rept|nvl|ifnull|isnull|coalesce|int|abs|year|month|day)\s*\(",
    re.IGNORECASE,
)
_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The formula's value, when it is wholly understood."""
    text = phrase.raw.strip().rstrip(".")
    begins = text.startswith("=")
    if ctx.depth or ctx.scope.aggregate or not (begins or _ONLY_HERE.match(text)):
        return None
    tree = read_formula(text.lstrip("= "))
    if tree is None or (isinstance(tree, Leaf) and not begins):
        return None
    try:
        made = _made(tree, ctx)
        return Piece(_test(tree, ctx), "BOOLEAN") if made is None else made
    except Refused:
        return None


def _made(node: Node, ctx: Context) -> Piece | None:
    """The value of a node; None where it is a condition."""
    if isinstance(node, Leaf):
        return _leaf(node, ctx)
    if node.name in _COMPARISONS or node.name in _TESTS:
        return None
    maker = _MAKERS.get(node.name)
    if maker is not None:
        return maker(node.parts, ctx)
    function = FUNCTIONS.get(node.name)
    if function is None:
        raise Refused
    return function(tuple(_value(part, ctx) for part in node.parts), ctx)


def _value(node: Node, ctx: Context) -> Piece:
    made = _made(node, ctx)
    if made is None:
        raise Refused
    return made


def _leaf(node: Leaf, ctx: Context) -> Piece:
    if node.kind == "text":
        inner = node.value[1:-1]
        column = named(inner, ctx.scope) if node.value[0] == "'" and not inner.isalpha() else None
        return column_piece(column) if column is not None else quoted_text(inner.replace('""', '"'))
    if node.kind == "number" and not node.value.endswith("%"):
        return number_piece(node.value)
    word = node.value.casefold()
    if node.kind == "name" and word in ("true", "false"):
        return Piece(word, "BOOLEAN")
    if node.kind == "name" and word in ("null", "blank"):
        return NULL
    column = named(re.sub(r"[\[\]@]", "", re.sub(r"(?<=\w)\[@?|!", ".", node.value)), ctx.scope)
    if node.kind != "name" or column is None:
        raise Refused
    return column_piece(column)


def _test(node: Node, ctx: Context) -> str:
    """A node as a condition."""
    if isinstance(node, Call) and node.name == "group":
        return f"({_test(node.parts[0], ctx)})"
    if isinstance(node, Call) and node.name in _TESTS:
        return _TESTS[node.name](node.parts, ctx)
    if isinstance(node, Call) and node.name in _COMPARISONS:
        return _compared(node.name, node.parts[0], node.parts[1], ctx)
    made = _value(node, ctx)
    if made.family is not Family.FLAG:
        raise Refused
    return made.sql


def _compared(sign: str, left: Node, right: Node, ctx: Context) -> str:
    one, two = _value(left, ctx), _value(right, ctx)
    if two.literal is None and one.literal is not None:
        turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(sign, sign)
        return _compared(turned, right, left, ctx)
    if two.literal == "" or two.sql == "NULL":
        if sign not in ("=", "<>"):
            raise Refused
        return _blank(one) if sign == "=" else f"NOT {_blank(one)}"
    fitting = two.fitted(one.type) if two.literal is not None else two
    if fitting is None or (two.literal is None and one.family is not two.family):
        raise Refused
    if sign == "<>" and two.literal is not None:
        return f"{one.sql} IS DISTINCT FROM {fitting.sql}"
    return f"{one.sql} {sign} {fitting.sql}"


def _blank(piece: Piece) -> str:
    text = piece.family in (Family.TEXT, Family.UNKNOWN)
    return f"({piece.sql} IS NULL OR {piece.sql} = '')" if text else f"({piece.sql} IS NULL)"


def _all_of(word: str) -> Callable[[tuple[Node, ...], Context], str]:
    def joined(parts: tuple[Node, ...], ctx: Context) -> str:
        if not parts:
            raise Refused
        return "(" + f" {word} ".join(_test(part, ctx) for part in parts) + ")"

    return joined


def _not(parts: tuple[Node, ...], ctx: Context) -> str:
    return f"NOT coalesce({_test(_only(parts), ctx)}, false)"


def _is_blank(parts: tuple[Node, ...], ctx: Context) -> str:
    return _blank(_value(_only(parts), ctx))


def _is_number(parts: tuple[Node, ...], ctx: Context) -> str:
    """Whether a text is found in another, as ``ISNUMBER(SEARCH("x", A))`` asks, or a text is a number."""
    part = _only(parts)
    if isinstance(part, Call) and part.name in ("search", "find") and len(part.parts) == 2:
        what, where = _value(part.parts[0], ctx), _value(part.parts[1], ctx)
        if part.name == "find":
            return f"contains({where.as_text}, {what.as_text})"
        return f"contains(lower({where.as_text}), lower({what.as_text}))"
    made = _value(part, ctx)
    return (
        f"TRY_CAST({made.sql} AS DOUBLE) IS NOT NULL"
        if made.family is Family.TEXT
        else f"{made.sql} IS NOT NULL"
    )


def _exact(parts: tuple[Node, ...], ctx: Context) -> str:
    if len(parts) != 2:
        raise Refused
    return _compared("=", parts[0], parts[1], ctx)


_TESTS: dict[str, Callable[[tuple[Node, ...], Context], str]] = {
    "and": _all_of("AND"), "or": _all_of("OR"), "not": _not, "isblank": _is_blank, "isempty": _is_blank,
    "isnumber": _is_number, "exact": _exact,
}  # fmt: skip


def _only(parts: tuple[Node, ...]) -> Node:
    if len(parts) != 1:
        raise Refused
    return parts[0]


def _if(parts: tuple[Node, ...], ctx: Context) -> Piece:
    if not 2 <= len(parts) <= 3:
        raise Refused
    return _case([(_test(parts[0], ctx), parts[1])], parts[2] if len(parts) == 3 else None, ctx)


def _ifs(parts: tuple[Node, ...], ctx: Context) -> Piece:
    if len(parts) % 2 or not parts:
        raise Refused
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    closes = isinstance(pairs[-1][0], Leaf) and pairs[-1][0].value.casefold() == "true" and len(pairs) > 1
    tests = [(_test(test, ctx), value) for test, value in (pairs[:-1] if closes else pairs)]
    return _case(tests, pairs[-1][1] if closes else None, ctx)


def _switch(parts: tuple[Node, ...], ctx: Context) -> Piece:
    if len(parts) < 3:
        raise Refused
    first, rest = parts[0], parts[1:]
    last = rest[-1] if len(rest) % 2 else None
    if isinstance(first, Leaf) and first.value.casefold() == "true":
        tests = [(_test(test, ctx), value) for test, value in zip(rest[:-1:2], rest[1::2], strict=False)]
    else:
        tests = [
            (_compared("=", first, code, ctx), value)
            for code, value in zip(rest[: len(rest) // 2 * 2 : 2], rest[1::2], strict=False)
        ]
    return _case(tests, last, ctx)


def _case(tests: list[tuple[str, Node]], last: Node | None, ctx: Context) -> Piece:
    values = [_choice(node, ctx) for _, node in tests] + ([_choice(last, ctx)] if last is not None else [])
    made = unified(values, ctx.target_type)
    if made is None or all(value.sql == "NULL" for value in values):
        raise Refused
    whens = " ".join(f"WHEN {test} THEN {sql}" for (test, _), sql in zip(tests, made[0], strict=False))
    closing = f" ELSE {made[0][-1]}" if last is not None else ""
    return Piece(f"CASE {whens}{closing} END", made[1])


def _choice(node: Node, ctx: Context) -> Piece:
    """A value that an IF chooses; a blank text is no value where the target is none."""
    made = _value(node, ctx)
    number = ctx.target_type and Piece("", ctx.target_type).family is not Family.TEXT
    return NULL if made.literal == "" and number else made


def _if_error(parts: tuple[Node, ...], ctx: Context) -> Piece:
    """``IFERROR`` and ``IFNA`` around a lookup: what stands where nothing was found."""
    looks = len(parts) == 2 and isinstance(parts[0], Call) and parts[0].name in _LOOKUPS
    if not looks:
        raise Refused
    made = unified((_value(parts[0], ctx), _value(parts[1], ctx)), ctx.target_type)
    if made is None:
        raise Refused
    return Piece(f"coalesce({', '.join(made[0])})", made[1])


def _looked_up(parts: tuple[Node, ...], ctx: Context) -> Piece:
    """A lookup in another table: the one source column that is not of the key's table, or the column it returns."""
    if len(parts) < 2:
        raise Refused
    key = parts[0].value.rpartition(".")[2].strip("[]").casefold() if isinstance(parts[0], Leaf) else ""
    found = [column_piece(c) for c in ctx.scope.sources if c.column.name.casefold() != key]
    for part in parts[2:3]:
        column = named(part.value, ctx.scope) if isinstance(part, Leaf) and part.kind == "name" else None
        if column is not None and column.column.name.casefold() != key:
            return column_piece(column)
    if not key or len(found) != 1:
        raise Refused
    return found[0]


_LOOKUPS = ("vlookup", "xlookup", "lookup", "hlookup")
_MAKERS: dict[str, Callable[[tuple[Node, ...], Context], Piece]] = {
    "if": _if, "iif": _if, "wenn": _if, "ifs": _ifs, "switch": _switch, "iferror": _if_error, "ifna": _if_error,
    **dict.fromkeys(_LOOKUPS, _looked_up),
}  # fmt: skip
"""Functions that look at their arguments themselves: conditions, and what a lookup's key is."""
