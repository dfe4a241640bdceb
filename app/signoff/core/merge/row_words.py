"""Conditions on rows in everyday words: ``positive amounts``, ``closed tickets``, ``status open or pending``.

A word that describes rows stands for a column: a flag called so, a date that is filled when it is true, or else a
value of the one column that tells the state of a row; the last is an assumption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import NUMERIC, plain_words, word_set, words
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.yes_values import is_flag_name, yes_value

_TEXTS = ("VARCHAR", "CHAR", "TEXT", "STRING")
_V = r"(?:'[^']*'|\"[^\"]*\"|[A-Za-z0-9][\w-]*)"
_LIST = rf"{_V}(?:\s*(?:,\s*(?:or|and)\s+|,|/|\bor\b|\band\b)\s*{_V})+"
_THING = r"(?:(?:all|any|the|those|such|only)\s+)*"
_NAME = r"[A-Za-z_][\w.]*(?:\s+[A-Za-z_]\w*){0,2}?"
_ONE_OF = re.compile(
    rf"^(?:{_THING}[\w-]+\s+)?(?:in\s+|with\s+|of\s+|having\s+|whose\s+|for\s+)?(?:an?\s+|the\s+)?(?P<name>{_NAME})"
    rf"\s+"
    rf"(?:(?:is|are|in|being|equals?|among|one\s+of|either|any\s+of|equal\s+to)\s+)*(?P<open>\()?(?P<list>{_LIST})(?(open)\))$",
    re.IGNORECASE,
)
_NOT = re.compile(
    rf"^(?:the\s+)?(?P<name>{_NAME})\s+(?:(?:is|are|was|being)\s+)?(?:not|never|other\s+than|different\s+from"
    rf"|anything\s+but|unequal\s+to)\s+"
    rf"(?:equal\s+to\s+|in\s+|one\s+of\s+|any\s+of\s+|either\s+)?\(?(?P<list>{_LIST}|{_V})\)?$"
    rf"|^(?:the\s+)?(?P<name2>{_NAME})\s+(?:is\s+|are\s+)?(?:neither|none\s+of)\s+(?P<list2>{_V}(?:\s*(?:,"
    rf"|\bnor\b|\bor\b|\band\b)\s*{_V})+)$",
    re.IGNORECASE,
)
_SIGN = re.compile(
    rf"^(?:the\s+)?(?P<name>{_NAME})\s+(?:is|are|was|has\s+to\s+be|must\s+be)\s+(?P<sign>positive|negative"
    rf"|non-?\s?zero|not\s+zero|non-?\s?negative|not\s+negative|zero)$"
    rf"|^(?:an?\s+|with\s+(?:an?\s+)?)?(?P<sign2>positive|negative|non-?\s?zero|non-?\s?negative|zero)\s+(?P<name2>"
    rf"{_NAME})$",
    re.IGNORECASE,
)
_SIGNS = {
    "positive": "> 0",
    "negative": "< 0",
    "zero": "= 0",
    "nonzero": "<> 0",
    "notzero": "<> 0",
    "nonnegative": ">= 0",
    "notnegative": ">= 0",
}
_SAME = re.compile(
    rf"^(?P<one>{_NAME})\s+and\s+(?P<two>{_NAME})\s+(?:are|is|have)\s+(?P<not>not\s+)?(?:the\s+same(?:\s+value)?"
    rf"|equal|identical|alike)$"
    rf"|^(?P<three>{_NAME})\s+and\s+(?P<four>{_NAME})\s+(?:are\s+different|differ)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    rf"^{_THING}(?:[A-Za-z]\w*\s+(?:of|from|by|for|at)\s+(?:an?\s+|the\s+)?)?(?P<not>not\s+|non-?)?(?:yet\s+|already\s+)?(?P<adj>[A-Za-z][\w-]*(?:\s*(?:,|/|\bor\b"
    rf"|\band\b)\s*[A-Za-z][\w-]*)*)\s+(?P<thing>[A-Za-z][\w-]*)(?:\s*\((?:by\s+|see\s+)?(?P<name>[\w. ]+)\))?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"^{_THING}(?P<thing>[A-Za-z][\w-]*)\s+(?:that|which|who)\s+(?:are|is|were|was|have\s+been|has\s+been"
    rf"|got)\s+(?P<not>not\s+|never\s+)?(?:yet\s+|already\s+|marked\s+(?:as\s+)?|flagged\s+(?:as\s+)?)?"
    r"(?P<adj>[A-Za-z][\w-]*)(?:\s*\((?:by\s+|see\s+)?(?P<name>[\w. ]+)\))?$"
    r"|^(?P<not2>not\s+)(?:yet\s+|marked\s+(?:as\s+)?|flagged\s+(?:as\s+)?)?(?P<adj2>[A-Za-z][\w-]*)$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^(?P<adj>[a-z]+(?:ed|en))$", re.IGNORECASE)
_LACKS = re.compile(r"^(?:without|no)\s+(?:any\s+)?(?P<what>.+)$", re.IGNORECASE)
_ROWS = word_set("row record entry entrie line one item")
_COUNTED = re.compile(
    r"^(?:[\w-]+\s+)?(?:with|having|that\s+have|of)\s+(?P<sign>fewer\s+than|less\s+than|under|"
    r"at\s+least|at\s+most|more\s+than|over|exactly|no\s+more\s+than|up\s+to)?\s*"
    r"(?P<number>\d+)\s+(?P<thing>[\w-]+)\s*\((?P<name>\w+)\)$",
    re.IGNORECASE,
)
_COUNT_SIGNS = {
    "fewer than": "<", "less than": "<", "under": "<", "at least": ">=", "at most": "<=", "more than": ">", "over": ">",
    "exactly": "=", "no more than": "<=", "up to": "<=", "": "=",
}  # fmt: skip
_STATES = word_set("status state stage phase outcome")
_STATED = re.compile(
    r"(?!un)[a-z]+ed|open|active|inactive|void|draft|pending|paid|unpaid|new|won|lost|sold|sent|live|"
    r"obsolete|invalid|valid|running|finished"
)
"""Words that commonly are the state of a row."""
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "flg", "ind", "indicator", "yn"})
_DATE_WORDS = frozenset({"on", "at", "date", "ts", "time", "timestamp", "day", "dt", "datetime"})
_NO_VALUES = word_set(
    "null missing empty blank filled known unknown given set present true false yes no not zero positive "
    "negative than only before after the a an any all"
)
_YES = re.compile(r"(?:\b|_)(?:is|has|was|flag|flg|ind)(?:\b|_)\w*\"? = '\w+'$", re.IGNORECASE)
"""A text flag that says yes."""
_SPLIT = re.compile(r"\s*(?:,\s*(?:or|and|nor)\s+|,|/|\bor\b|\band\b|\bnor\b)\s*", re.IGNORECASE)


def worded(text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None) -> Condition | None:
    """The condition such words state; its origin is unresolved where a value is only assumed."""
    plain = " ".join(text.split()).strip(" .,;")
    for sql in _plainly(plain, relations, schema):
        return Condition(text, sql, Origin.PATTERN, cell)
    lacks = _LACKS.match(plain)
    for shape in (_RELATIVE, _ADJECTIVE, _ALONE):
        match = shape.match(lacks["what"] if lacks is not None else plain)
        if match is not None and (found := _described(match.groupdict(), relations, schema)) is not None:
            sql, sure = found
            if shape is _ALONE and not sure:
                continue
            sql = f"not coalesce({sql}, false)" if lacks is not None else sql
            return Condition(text, sql, Origin.PATTERN if sure else Origin.UNRESOLVED, cell)
    return None


def _plainly(text: str, relations: Sequence[Relation], schema: Schema) -> Iterator[str]:
    sign = _SIGN.match(text)
    if sign is not None:
        column = _spoken(sign["name"] or sign["name2"], relations, schema)
        word = re.sub(r"[\s-]", "", (sign["sign"] or sign["sign2"]).lower())
        if column is not None and NUMERIC.match(column.column.type) and word in _SIGNS:
            yield f"{column.sql} {_SIGNS[word]}"
    counted = _COUNTED.match(text)
    column = spoken_column(counted["name"], relations, schema) if counted is not None else None
    if counted is not None and column is not None and NUMERIC.match(column.column.type):
        compares = _COUNT_SIGNS[" ".join((counted["sign"] or "").lower().split())]
        yield f"{column.sql} {compares} {counted['number']}"
    same = _SAME.match(text)
    if same is not None:
        pair = [
            spoken_column(same[n], relations, schema)
            for n in (("one", "two") if same["one"] else ("three", "four"))
        ]
        differs = bool(same["not"] or same["three"])
        if pair[0] is not None and pair[1] is not None:
            yield f"{pair[0].sql} {'<>' if differs else '='} {pair[1].sql}"
    negated = _NOT.match(text)
    if negated is not None:
        yield from _listed(
            negated["name"] or negated["name2"],
            negated["list"] or negated["list2"],
            relations,
            schema,
            negated=True,
        )
    one_of = _ONE_OF.match(text)
    if one_of is not None:
        yield from _listed(one_of["name"], one_of["list"], relations, schema, negated=False)


def _spoken(name: str, relations: Sequence[Relation], schema: Schema) -> ScopeColumn | None:
    """A column, also by its name in the plural."""
    return spoken_column(name, relations, schema) or (
        spoken_column(name[:-1], relations, schema) if name.endswith("s") else None
    )


def _listed(
    name: str, said: str, relations: Sequence[Relation], schema: Schema, *, negated: bool
) -> Iterator[str]:
    """A column among values, or among none of them."""
    column = spoken_column(name, relations, schema)
    values = [v for v in _SPLIT.split(said) if v]
    literals = [_literal(column, v) for v in values] if column is not None else []
    known = {squashed(c.column.name) for r in relations for c in relation_columns(r, schema)}
    if column is None or not literals or not all(literals) or any(squashed(v) in known for v in values):
        return
    if len(literals) == 1:
        yield f"{column.sql} {'<>' if negated else '='} {literals[0]}"
    else:
        yield f"{column.sql} {'not in' if negated else 'in'} ({', '.join(literals)})"


def _literal(column: ScopeColumn, said: str) -> str:
    text = said.strip("'\"")
    if text == said and text.casefold() in _NO_VALUES and not (text.isupper() and len(text) == 1):
        return ""
    if NUMERIC.match(column.column.type):
        return text if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else ""
    return "'" + text.replace("'", "''") + "'" if column.column.type.upper().startswith(_TEXTS) else ""


def _described(
    said: dict[str, str | None], relations: Sequence[Relation], schema: Schema
) -> tuple[str, bool] | None:
    """What words that describe rows stand for, and whether that is sure."""
    thing, name = said.get("thing") or "", said.get("name") or ""
    rows = {w for r in relations for n in (r.table, r.alias) for w in plain_words(n)} | _ROWS
    foreign = bool(thing) and not set(plain_words(thing)) <= rows
    adjectives = [a for a in _SPLIT.split(said.get("adj") or said.get("adj2") or "") if a]
    made = [_word(a, name, relations, schema) for a in adjectives]
    if foreign and not all(
        m is not None and m[1] and (m[0].count("=") == 0 or _YES.search(m[0])) for m in made
    ):
        return None
    if not made or not all(made):
        return None
    sure = all(m[1] for m in made if m is not None)
    sql = " or ".join(m[0] for m in made if m is not None)
    sql = f"({sql})" if len(made) > 1 else sql
    if said.get("not") or said.get("not2"):
        sql = f"not coalesce({sql}, false)"
    return sql, sure


def _word(word: str, name: str, relations: Sequence[Relation], schema: Schema) -> tuple[str, bool] | None:
    """A flag of that name, a date of that name that is filled, else a value of the one column of states."""
    every = [c for r in relations for c in relation_columns(r, schema)]
    wanted = set(plain_words(word)) - {"soft", "hard"}
    column = spoken_column(name, relations, schema) if name else None
    if word.casefold() in _NO_VALUES or (name and column is None):
        return None
    if column is not None and column.column.type.upper().startswith(_TEXTS):
        return f"{column.sql} = '{word}'", True
    flags = [
        c
        for c in every
        if c.column.type.upper().startswith("BOOL") and set(words(c.column.name)) - _FLAG_WORDS == wanted
    ]
    if len(flags) == 1:
        return flags[0].sql, True
    texts = [
        (c, yes)
        for c in every
        if is_flag_name(tuple(words(c.column.name)))
        and set(words(c.column.name)) - _FLAG_WORDS == wanted
        and (yes := yes_value(c.column))
    ]
    if len(texts) == 1 and not flags:
        return f"{texts[0][0].sql} = {texts[0][1]}", True
    dates = [
        c
        for c in every
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
        and set(words(c.column.name)) - _DATE_WORDS == wanted
    ]
    if len(dates) == 1 and word.casefold().endswith(("ed", "en", "nt", "ld", "id")):
        return f"{dates[0].sql} is not null", True
    states = [
        c
        for r in relations[:1]
        for c in relation_columns(r, schema)
        if c.column.type.upper().startswith(_TEXTS)
        and words(c.column.name)[-1:]
        and words(c.column.name)[-1] in _STATES
    ]
    return (f"{states[0].sql} = '{word}'", False) if len(states) == 1 and _STATED.fullmatch(word) else None
