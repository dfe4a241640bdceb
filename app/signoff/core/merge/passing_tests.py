"""Conditions on rows that name columns only in passing: "at least one pack was handed out", "to itself"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, ScopeColumn
from signoff.core.domain.plan import Condition, Relation
from signoff.core.domain.spec import Schema
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.scoping import relation_columns

_HAPPENED = re.compile(
    r"^(?:there\s+(?:was|were|is|are)\s+)?(?P<sign>at\s+least|at\s+most|more\s+than|less\s+than|fewer\s+than|exactly)\s+"
    r"(?P<number>\d+|an?|one|two|three)\s+(?P<noun>[\w-]+)(?:\s+(?:is|are|was|were|has\s+been|have\s+been|got)\s+"
    r"[\w-]+(?:ed|en|t|ut|ld|ade|id)(?:\s+(?:out|over|off|up|in|on|back|down|away))?)?(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
_SIGNS = {
    "at least": ">=",
    "at most": "<=",
    "more than": ">",
    "less than": "<",
    "fewer than": "<",
    "exactly": "=",
}
_NUMBERS = {"a": "1", "an": "1", "one": "1", "two": "2", "three": "3"}
_TO_ITSELF = re.compile(
    r"^(?:[\w-]+\s+)*?(?:from|of)\s+(?:an?|the|one)\s+(?P<noun>[\w-]+)\s+(?:back\s+)?(?:on)?to\s+(?:itself|the\s+same(?:\s+\w+)?)$|"
    r"^(?:[\w-]+\s+)*?(?:within|inside)\s+(?:one\s+and\s+)?the\s+same\s+(?P<within>[\w-]+)$",
    re.IGNORECASE,
)
_OTHER_THINGS = frozenset({"dat", "date", "day", "on", "at", "ts", "time", "amount", "betrag", "from", "to"})


def in_passing(
    text: str, relations: Sequence[Relation], schema: Schema, cell: Cell | None
) -> Condition | None:
    """The condition of such a text; None for every other, and where no column or two fit.

    Its origin is unresolved where the columns are only likely.
    """
    columns = relation_columns(relations[0], schema) if relations else ()
    happened = _HAPPENED.match(text)
    if happened is not None:
        noun = singular(happened["noun"].casefold())
        fitting = [c for c in columns if singular(c.column.name.casefold()) == noun]
        if len(fitting) == 1 and NUMERIC.search(fitting[0].column.type):
            sign = _SIGNS[" ".join(happened["sign"].lower().split())]
            number = _NUMBERS.get(happened["number"].lower(), happened["number"])
            return Condition(text, f"{fitting[0].sql} {sign} {number}", Origin.PATTERN, cell)
    itself = _TO_ITSELF.match(text)
    pair = _pair(columns, (itself["noun"] or itself["within"]).casefold()) if itself is not None else None
    if pair is not None:
        return Condition(text, f"{pair[0].sql} = {pair[1].sql}", Origin.UNRESOLVED, cell)
    return None


def _pair(columns: Sequence[ScopeColumn], noun: str) -> tuple[ScopeColumn, ScopeColumn] | None:
    """The only two columns that are of one thing: those named by the noun, else those that share their first word."""
    named = [c for c in columns if noun in words(c.column.name)]
    if len(named) == 2:
        return named[0], named[1]
    by_first: dict[str, list[ScopeColumn]] = {}
    for column in columns:
        parts = words(column.column.name)
        if len(parts) > 1 and not _OTHER_THINGS & set(parts) and "DATE" not in column.column.type.upper():
            by_first.setdefault(parts[0], []).append(column)
    pairs = [found for found in by_first.values() if len(found) > 1]
    fits = not named and len(pairs) == 1 and len(pairs[0]) == 2
    return (pairs[0][0], pairs[0][1]) if fits and _alike(*pairs[0]) else None


def _alike(one: ScopeColumn, other: ScopeColumn) -> bool:
    return one.column.type == other.column.type
