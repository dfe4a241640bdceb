"""Conditions that a bracket explains: ``not cancelled (state C)``, ``state <> 'X' (state empty = keep)``.

Whether the bracket says what the rows have or what they must not have follows from its words: a code that begins like
the word before it stands for it, a day that is called after it shows that it happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import find_everywhere, relation_columns
from signoff.core.merge.spoken_columns import spoken_column
from signoff.core.merge.sqlparts import columns_of, parsed

_EMPTY = r"(?:empty|blank|null|missing|no\s+value|not\s+(?:set|given|filled))"
_KEPT = (
    r"(?:keep|kept|stays?|stay\s+in|ok|okay|fine|in|loaded|taken|included|remains?|counts?\s+too"
    r"|(?:counts?\s+as\s+|means\s+|is\s+)?(?:not|non)[\s-]+[a-z]+)"
)
_KEEPS_EMPTY = re.compile(
    rf"^(?P<text>.+?)\s*\(\s*(?:(?:(?P<name>\w+)\s+)?(?:is\s+)?{_EMPTY}|no\s+(?P<none>\w+))\s*(?:=|:|->|,|is|are|means?|counts?\s+as)?\s*{_KEPT}\s*\)$",
    re.IGNORECASE,
)
_PASSES = re.compile(r"\bis\s+distinct\s+from\b|\bis\s+not\s+true\b", re.IGNORECASE)
"""Conditions that are true of rows without a value as they are."""
_STATE = re.compile(
    r"^(?:(?:the\s+)?(?P<name>[A-Za-z_]\w*)\s+(?:is\s+|are\s+|was\s+)?|(?:[\w-]+\s+){0,3}?(?:(?:which|that|who)\s+)?(?:(?:were|was|are|is|have\s+been|has\s+been)\s+)?)"
    r"(?P<not>not\s+(?:yet\s+)?|never\s+|non-?\s?)(?P<word>[a-z]+)\s*\((?P<cond>[^()]+)\)$",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^(?:(?P<name>[A-Za-z_][\w ]*?)\s*(?:=|:|\s)\s*)?(?P<value>'[^']+'|\"[^\"]+\"|[A-Z]\w{0,3}|\d+)$"
)
_FILLED = re.compile(
    rf"^(?P<name>[A-Za-z_]\w*)\s+(?:is\s+)?(?:(?P<no>{_EMPTY})|filled(?:\s+in)?|set|given|known|there|present|not\s+(?:empty|null|blank|missing))$",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"^(?P<head>[^()=<>\"\d]+?)\s*,?\s+(?:i\.?e\.?|that\s+is|that\s+means|meaning)\s*,?\s+(?P<cond>.+)$",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:not?|never|none|without|only|except|but|unless|all)\b", re.IGNORECASE)
_WHICH = re.compile(
    r"^(?P<first>.+?)\s+(?:which|that|who)\s+(?P<second>(?:were|was|are|is|have|has)\s+.+)$", re.IGNORECASE
)
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "flg", "ind", "yn"})


@dataclass(frozen=True)
class Ways:
    """SQL that a text may stand for, the likeliest first, and whether it is the only one."""

    sqls: tuple[str, ...]
    is_sure: bool


def by_bracket(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """What words with a bracket behind them stand for, where that is sure; rows called after a flag; two days."""
    denied = denied_state(text, relations, schema)
    if denied is not None:
        return Condition(text, denied.sqls[0], Origin.PATTERN, cell) if denied.is_sure else None
    sql = flag_noun(text, relations, schema) or compared_columns(text, relations, schema)
    sql = sql or figures(text, relations, schema)
    return Condition(text, sql, Origin.PATTERN, cell) if sql else None


def keeps_empty(text: str) -> tuple[str, str] | None:
    """A condition without the bracket that says rows without a value stay, and the column the bracket names."""
    match = _KEEPS_EMPTY.match(text)
    return (match["text"], match["name"] or match["none"] or "") if match is not None else None


_EMPTY_IN = re.compile(
    r"^(?:and\s+|but\s+)?(?:(?:the\s+)?(?:rows?|records?|ones|values|those|an?)\s+)*"
    r"(?:(?:without|with\s+no)\s+(?:an?\s+|any\s+)?(?P<lacks>\w+)|(?:with\s+)?(?:an?\s+)?(?:empty|blank|missing|null|no|unknown)\b"
    r"(?:\s+(?P<name>(?!is\b|are\b|also\b|still\b|stays?\b|remains?\b|counts?\b|does\b|do\b)[A-Za-z_]\w*))?)\s+"
    r"(?:(?:is|are|also|still|all|as|counts?|does|do)\s+)*(?:fine|ok|okay|good|all\s+right|allowed|kept|stays?|remains?|in|included|taken|loaded)"
    r"(?:\s+(?:in|too|as\s+well|also))?$",
    re.IGNORECASE,
)
"""A clause of its own that says that rows without a value stay: ``Empty stays in``."""
_ANYTHING = frozenset({"value", "values", "ones", "one", "entry", "entries", "it"})


def empty_that_stays(clause: str) -> str | None:
    """The column whose missing value a clause behind a condition lets stay; empty for none, None for other clauses."""
    match = _EMPTY_IN.match(clause.strip(" .,;"))
    if match is None:
        return None
    name = match["lacks"] or match["name"] or ""
    return "" if name.casefold() in _ANYTHING else name


def with_empty_kept(condition: Condition, name: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of a condition that is true of rows without a value too; empty where it looks at other columns."""
    tree = parsed(condition.sql)
    named = list(dict.fromkeys(c.sql() for c in columns_of(tree))) if tree is not None else []
    said = spoken_column(name, relations, schema) if name else None
    if len(named) != 1 or (
        name
        and (said is None or said.column.name.casefold() != named[0].rpartition(".")[2].strip('"').casefold())
    ):
        return ""
    bare = condition.sql
    return (
        bare
        if f"{named[0]} is null" in bare or bare.startswith("not coalesce(") or _PASSES.search(bare)
        else f"({named[0]} is null or {bare})"
    )


def denied_state(text: str, relations: Sequence[Relation], schema: Schema) -> Ways | None:
    """``not cancelled (state C)``: what is said not to be, with a code or a day in brackets; None for other texts."""
    match = _STATE.match(text)
    if match is None:
        return None
    filled = _FILLED.match(match["cond"].strip())
    if filled is not None:
        return _happened(match["word"], filled, relations, schema)
    code = _CODE.match(match["cond"].strip())
    name = (code["name"] or match["name"] or "") if code is not None else ""
    column = spoken_column(name, relations, schema) if name else None
    value = _literal(column, code["value"]) if code is not None and column is not None else ""
    if code is None or column is None or not value:
        return None
    is_not = f"({column.sql} is null or {column.sql} <> {value})"
    sure = value.strip("'").casefold()[:1] == match["word"].casefold()[:1]
    return Ways((is_not,), True) if sure else Ways((is_not, f"{column.sql} = {value}"), False)


def _happened(word: str, filled: re.Match[str], relations: Sequence[Relation], schema: Schema) -> Ways | None:
    column = spoken_column(filled["name"], relations, schema)
    if column is None:
        return None
    missing, there = f"{column.sql} is null", f"{column.sql} is not null"
    if stem(word) in {stem(part) for part in words(column.column.name)}:
        return Ways((missing,), True)
    said = missing if filled["no"] else there
    return Ways((said, there if filled["no"] else missing), False)


def explained(text: str) -> str:
    """What stands behind ``i.e.``, where the words before it only call the rows something; empty for other texts."""
    match = _THAT_IS.match(text)
    return match["cond"] if match is not None and not _TURNS.search(match["head"]) else ""


def and_which(text: str) -> tuple[str, str] | None:
    """``orders of shop 'N' which were not cancelled (state C)`` as two conditions; None for a text of one."""
    match = _WHICH.match(text)
    return (
        (match["first"], match["second"]) if match is not None and len(match["first"].split()) > 1 else None
    )


def flag_noun(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of the flag that rows are called by: ``gifts`` for ``is_gift``; empty for other words."""
    noun = re.fullmatch(r"(?:(?:all|any|the)\s+)*(?P<noun>[a-z]{3,})", text.strip(), re.IGNORECASE)
    if noun is None:
        return ""
    wanted = {noun["noun"].casefold(), noun["noun"].casefold().removesuffix("s")}
    found = [
        c
        for c in _flags(relations, schema)
        if len(rest := set(words(c.column.name)) - _FLAG_WORDS) == 1 and rest <= wanted
    ]
    return found[0].sql if len(found) == 1 else ""


def _flags(relations: Sequence[Relation], schema: Schema) -> list[ScopeColumn]:
    return [
        c
        for r in relations[:1]
        for c in relation_columns(r, schema)
        if c.column.type.upper().startswith("BOOL")
    ]


_FIGURES = re.compile(
    r"^(?:(?:all|any|the)\s+)*(?P<name>[a-z]\w*)s\s+(?P<sign>below|under|above|over|of\s+at\s+least|of\s+at\s+most|of\s+less\s+than|of\s+more\s+than)\s+"
    r"(?P<value>-?\d+(?:\.\d+)?)$",
    re.IGNORECASE,
)
_COMPARES = {
    "below": "<", "under": "<", "above": ">", "over": ">", "of at least": ">=", "of at most": "<=", "of less than": "<",
    "of more than": ">",
}  # fmt: skip


def figures(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of rows called by a figure of theirs: ``amounts below 8``; empty for other texts."""
    match = _FIGURES.match(text.strip())
    column = spoken_column(match["name"], relations[:1], schema) if match is not None else None
    if match is None or column is None or not NUMERIC.match(column.column.type):
        return ""
    return f"{column.sql} {_COMPARES[' '.join(match['sign'].lower().split())]} {match['value']}"


def compared_columns(text: str, relations: Sequence[Relation], schema: Schema) -> str:
    """SQL of two days of a row one of which lies behind the other: ``left_on after came_on``; empty for other texts."""
    match = _TWO_DAYS.match(text)
    sides = (
        [find_everywhere(relations, schema, match[n]) for n in ("one", "two")] if match is not None else []
    )
    if (
        match is None
        or not all(sides)
        or not all(s[0].column.type.upper().startswith(("DATE", "TIMESTAMP")) for s in sides)
    ):
        return ""
    sign = _ORDER[" ".join(match["how"].lower().split())]
    return f"{sides[0][0].sql} {sign} {sides[1][0].sql}"


_ORDER = {
    "after": ">", "later than": ">", "before": "<", "earlier than": "<", "not before": ">=", "not after": "<=",
    "on or after": ">=", "on or before": "<=", "the same day as": "=", "the same as": "=",
}  # fmt: skip
_TWO_DAYS = re.compile(
    r"^(?:the\s+)?(?P<one>\w+)\s+(?:(?:is|lies|was|falls|comes)\s+)?(?P<how>"
    + "|".join(said.replace(" ", r"\s+") for said in sorted(_ORDER, key=len, reverse=True))
    + r")\s+(?:the\s+)?(?P<two>\w+)$",
    re.IGNORECASE,
)


def _literal(column: ScopeColumn | None, said: str) -> str:
    text = said.strip("'\"")
    if column is None:
        return ""
    if NUMERIC.match(column.column.type):
        return text if re.fullmatch(r"-?\d+(?:\.\d+)?", text) else ""
    return "'" + text.replace("'", "''") + "'"
