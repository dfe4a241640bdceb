"""Filters said by what they leave out: ``do not load rows without X``, ``leave out those whose Y is Z``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.conditions import Resolve, sql_condition, understood
from signoff.core.merge.names import NUMERIC, bare, words
from signoff.core.merge.scoping import find_everywhere, relation_columns, scope_for_condition
from signoff.core.merge.sqlparts import parsed, rendered

_NOT = (
    r"(?:(?:do not|don't|never)\s+(?:load|take|include|migrate|copy|move)|leave out|exclude|skip|ignore"
    r"|drop|omit|filter out|remove|without)"
)
_THINGS = r"(?:all\s+|any\s+|the\s+|those\s+)*(?:[\w-]+\s+){0,2}?[\w-]+"
_WITHOUT = re.compile(
    rf"^{_NOT}\s+{_THINGS}\s+"
    r"(?:without|that have no|which have no|having no|with no|with missing|with null)\s+"
    r"(?:an?\s+|the\s+|any\s+)?(?P<column>[\w.]+)$",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    rf"^{_NOT}\s+{_THINGS}?\s*\b(?:whose|where|when|if|with|that have|which have|having)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:(?:load|take|keep|include|migrate|copy)\s+)?only\s+(?:[\w-]+\s+){0,2}?"
    r"(?:whose|where|when|if|with)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^(?P<head>[^()]*)\((?P<what>.+)\)$")
_DENIED = re.compile(r"\b(?:not|never|non)[\s-]+(?:yet\s+)?[a-z]+\s*$", re.IGNORECASE)
"""What rows are not, before a bracket that may say what they are or what they are not: ``not cancelled (state X)``."""
_BRACKET_WITHIN = re.compile(
    r"^(?P<head>[^()]+?)\s*\((?P<what>[^()]+)\)\s*(?P<verb>(?:is|are|get|gets|will\s+be|must\s+be)\s[^()]+)$"
)
"""``views of bots (is_bot = true) are left out``."""
_LEFT_OUT = re.compile(
    r"\b(?:leave out|left out|exclud\w*|skip\w*|ignor\w*|dropp?(?:ed)?|omit\w*|remov\w*|without"
    r"|(?:do not|don't|never|not)\s+(?:be\s+)?(?:load|take|include|migrate|copy|move)\w*)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:not?|non|never|none|without|out|off|except\w*|excl\w*|minus|but|unless|drop\w*|ignor\w*|skip\w*|remov\w*"
    r"|omit\w*|discard\w*|delet\w*|reject\w*|(?<!\bon\s)or(?!\s+equal))\b|n't\b|;",
    re.IGNORECASE,
)
_IS_TEST = re.compile(r"[<>=]|\band\s*$", re.IGNORECASE)
"""Before a bracket: a condition that holds beside the one in it."""
_COMPARES = re.compile(r"[<>=]|\b(?:is|in|between|like)\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:only|keep|kept|load|loaded|take|taken|include|included|just)\b", re.IGNORECASE)
_STAYS = re.compile(
    r"\b(?:missing|null|empty|blank|without|no)\b.*"
    r"(?:\bstays?\b|\bkept\b|\bkeep\b|\bloaded\b|\b(?:is|are|means|counts as|count as)\s+not\b)",
    re.IGNORECASE,
)
_IS_VALUE = re.compile(
    r"^(?P<column>[\w.]+)\s+(?:is|equals|=)\s+(?P<value>'[^']*'|\"[^\"]*\"|\w+)$", re.IGNORECASE
)
_IS_FILLED = re.compile(
    r"^(?P<column>[\w.]+)\s+is\s+(?:filled|given|present|known|set|not missing)$", re.IGNORECASE
)
_NO_VALUES = frozenset(
    {"null", "missing", "empty", "blank", "not", "filled", "true", "false", "given", "known"}
)
_IS_NOT = re.compile(
    r"^(?:(?P<name>[\w.]+)\s*(?:=|is|==)\s*(?:false|0|'n'|'no'|'false')|not\s+(?P<other>[\w.]+))$",
    re.IGNORECASE,
)
_FLAG_WORDS = frozenset({"is", "has", "was", "flag", "are", "fl", "ind", "indicator"})
_NEGATED = re.compile(r"\b(?:not|non|no|without)\b|n't\b", re.IGNORECASE)
_CODE_WORDS = frozenset({"cd", "code", "id", "key", "no", "nr", "num", "number"})


def said_filter(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """The filter such a text asks for; None when it is of another kind or not wholly understood.

    What is left out is what the text's condition is true of: rows for which it cannot be told stay.
    """
    plain = _bracket_last(" ".join(text.split()).rstrip("."))
    match = _WITHOUT.match(plain)
    if match is not None:
        return _not_missing(match["column"], text, relations, schema, cell)
    head, _, tail = plain.partition(";")
    found = _condition_of(head.strip()) or _spelled_out(plain, relations, schema)
    if found is None or (tail and not (found[1] and _STAYS.search(tail))):
        return None
    inner = inner_condition(found[0], relations, schema, resolve, cell)
    if inner is None:
        return None
    return turned(inner, text, cell) if found[1] else Condition(text, inner.sql, inner.origin, cell)


def _bracket_last(text: str) -> str:
    """The text with a bracket that stands before its verb at the end."""
    match = _BRACKET_WITHIN.match(text)
    return text if match is None else f"{match['head']} {match['verb']} ({match['what']})"


def _condition_of(text: str) -> tuple[str, bool] | None:
    """The condition a text is about, in brackets or behind ``whose``, and whether it leaves out."""
    bracket = _BRACKET.match(text)
    if bracket is not None:
        leaves, takes = _LEFT_OUT.search(bracket["head"]), _TAKEN.search(bracket["head"])
        denied = _DENIED.search(bracket["head"])
        if re.search(r",|\band\b|\bno\b", bracket["head"]) or (
            denied and not _LEFT_OUT.search(denied.group())
        ):
            return None
        turned_ = leaves is not None and not _says_what_stays(bracket["head"], bracket["what"])
        return (bracket["what"].strip(), turned_) if leaves or takes else None
    match = _WHOSE.match(text)
    if match is not None:
        return match["what"], True
    match = _ONLY.match(text)
    return (match["what"], False) if match is not None else None


def _says_what_stays(head: str, what: str) -> bool:
    """Whether the bracket behind "views of bots are left out" says which rows stay: ``is_bot = false``."""
    match = _IS_NOT.match(what.strip())
    if match is None:
        return False
    nouns = set(words(match["name"] or match["other"])) - _FLAG_WORDS
    said = {w.removesuffix("s") for w in words(head)}
    return bool(nouns) and {n.removesuffix("s") for n in nouns} <= said and not _NEGATED.search(head)


def _spelled_out(text: str, relations: Sequence[Relation], schema: Schema) -> tuple[str, bool] | None:
    """The condition in the bracket behind words that say the same: ``begun before the sale (begun <= sold)``."""
    bracket = _BRACKET.match(text)
    if bracket is None or _TURNS.search(bracket["head"]) or not _COMPARES.search(bracket["what"]):
        return None
    if _IS_TEST.search(bracket["head"]):
        return None
    scope = scope_for_condition(relations, schema, bracket["what"])
    return (bracket["what"].strip(), False) if sql_condition(bracket["what"], scope, schema) else None


def inner_condition(
    text: str, relations: Sequence[Relation], schema: Schema, resolve: Resolve, cell: Cell | None
) -> Condition | None:
    """``CODE is X``, or whatever else is understood."""
    filled = _IS_FILLED.match(text.strip())
    if filled is not None:
        return _not_missing(filled["column"], text, relations, schema, cell)
    match = _IS_VALUE.match(text.strip())
    if match is None or match["value"].casefold() in _NO_VALUES:
        return understood(text, relations, schema, resolve, cell)
    hits = find_everywhere(relations, schema, match["column"])
    value = match["value"].strip("'\"").replace("'", "''")
    if len(hits) != 1 or find_everywhere(relations, schema, value):
        return None
    if NUMERIC.match(hits[0].column.type) and not _is_number(hits[0], value):
        return None
    literal = value if _is_number(hits[0], value) else f"'{value}'"
    return Condition(text, f"{hits[0].sql} = {literal}", Origin.PATTERN, cell)


def _is_number(column: ScopeColumn, value: str) -> bool:
    """Whether the column holds numbers and the value is one."""
    return NUMERIC.match(column.column.type) is not None and value.replace(".", "", 1).isdigit()


def _not_missing(
    name: str, text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    place, _, _ = name.rpartition(".")
    hits = [
        c
        for c in find_everywhere(relations, schema, name)
        if not place or squashed(bare(place)) in (squashed(c.relation), squashed(c.table))
    ]
    hits = hits or _by_first_words(name, relations, schema)
    return Condition(text, f"{hits[0].sql} is not null", Origin.PATTERN, cell) if hits else None


def _by_first_words(name: str, relations: Sequence[Relation], schema: Schema) -> list[ScopeColumn]:
    """``district`` for ``DISTRICT_CD``, where only one column of the driving table is called so."""
    wanted = words(name)
    found = [
        c
        for relation in relations[:1]
        for c in relation_columns(relation, schema)
        if words(c.column.name)[: len(wanted)] == wanted
        and set(words(c.column.name)[len(wanted) :]) <= _CODE_WORDS
    ]
    return found if len(found) == 1 else []


def turned(inner: Condition, text: str, cell: Cell | None) -> Condition:
    """The opposite of a condition, true also where the condition cannot be told."""
    if inner.sql.startswith(("exists (", "not exists (")):
        return replace(inner, text=text, sql=inner.sql[4:] if inner.sql[0] == "n" else f"not {inner.sql}")
    tree = parsed(inner.sql)
    if (
        isinstance(tree, exp.EQ)
        and isinstance(tree.this, exp.Column)
        and isinstance(tree.expression, exp.Literal)
    ):
        column, value = rendered(tree.this), rendered(tree.expression)
        return Condition(text, f"({column} is null or {column} <> {value})", inner.origin, cell)
    if isinstance(tree, exp.Is) and isinstance(tree.expression, exp.Null):
        return Condition(text, f"{rendered(tree.this)} is not null", inner.origin, cell)
    return Condition(text, f"not coalesce({inner.sql}, false)", inner.origin, cell)
