"""Rows told by a day without the column that holds it: ``appointments from 2024-01-01 on``, ``orders of 2024``.

Of several days that a row has, the one that the target shows as the day of just these rows is assumed; where none is,
each may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import SIGN_OF
from signoff.core.merge.rowtexts import Way, restrictions_of
from signoff.core.merge.scoping import relation_columns
from signoff.core.merge.spelled_days import with_iso_days
from signoff.core.merge.spoken_columns import DATE_WORDS

_DAY = r"'?(?P<day>\d{4}-\d{2}-\d{2})'?"
_SIGNS = "|".join(
    sorted((re.escape(s).replace(r"\ ", r"\s+") for s in SIGN_OF if s != "as of"), key=len, reverse=True)
)
_NOUN = (
    r"(?P<noun>(?!(?:not|no|without|whose|where|with|that|which|latest|last|first"
    r"|one)\b)[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*)?)"
)
_BOUND = re.compile(
    rf"^(?:(?:all|the|those|every|any)\s+)*{_NOUN}\s+(?:dated\s+|that\s+are\s+)?(?P<sign>{_SIGNS}|older\s+than|newer\s+than|younger\s+than)\s+(?:the\s+)?{_DAY}"
    r"(?:\s+(?:(?P<on>on|onwards?)|or\s+(?P<or>later|after|earlier|before)))?$",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"^(?:(?:all|the|those|every|any)\s+)*{_NOUN}\s+(?:of|in|from|for|during)\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?(?P<year>(?:19|20)\d{{2}})(?P<on>\s+(?:on|onwards?|or\s+later))?$",
    re.IGNORECASE,
)
_ROWS = frozenset({"row", "record", "line", "entry", "data", "everything", "anything", "item"})
_OTHER_DAYS = frozenset(
    [
        "update",
        "updated",
        "change",
        "changed",
        "modified",
        "load",
        "loaded",
        "synced",
        "extracted",
        "deleted",
        "delete",
        "valid",
        "until",
        "to",
        "end",
        "ended",
        "closed",
        "birth",
        "born",
        "birthdate",
        "expiry",
        "expires",
        "audit",
        "etl",
        "ts",
    ]
)
"""Words of days that are seldom meant where nothing says which."""
_MOST = 4
_WORDS = {"older than": "<", "newer than": ">", "younger than": ">"}


@dataclass(frozen=True)
class Undated:
    """The conditions that such a text may mean, the likeliest first."""

    sqls: tuple[str, ...]
    is_assumed: bool = False
    """The first is what the target shows as the day of these rows."""
    is_sure: bool = False
    """A row has no other day."""


def says_undated(text: str, nouns: Sequence[str]) -> bool:
    """Whether a clause tells rows, called by one of these nouns, by a day alone."""
    match = _match(with_iso_days(" ".join(text.split()).strip(" .,;")))
    return match is not None and _is_called(match["noun"], nouns)


def undated(
    text: str, relations: Sequence[Relation], schema: Schema, target: TargetMapping
) -> Undated | None:
    """What a text means that tells rows of the driving table by a day alone; None for every other."""
    if not relations:
        return None
    plain = with_iso_days(" ".join(text.split()).strip(" .,;"))
    way, said = Way.TAKE, plain
    for reading in restrictions_of(plain):
        if len(reading) == 1:
            way, said = reading[0].way, reading[0].text
            break
    match = _match(said)
    if match is None or not _is_called(match["noun"], (relations[0].table, relations[0].alias)):
        return None
    days = [
        c
        for c in relation_columns(relations[0], schema)
        if c.column.type.upper().startswith(("DATE", "TIMESTAMP"))
    ]
    if not days:
        return None
    ranked = sorted(days, key=lambda c: _rank(c, relations[0], target))
    sqls = tuple(_turned(_sql(c, match), way) for c in ranked[:_MOST])
    best = [c for c in days if _rank(c, relations[0], target)[0] == 0]
    return Undated(sqls, is_assumed=len(best) == 1, is_sure=len(days) == 1)


def _match(text: str) -> re.Match[str] | None:
    return _BOUND.match(text) or _YEAR.match(text)


def _is_called(noun: str, names: Sequence[str]) -> bool:
    said = singular(words(noun)[-1]) if words(noun) else ""
    return said in _ROWS or any(said == singular(words(name)[-1]) for name in names if words(name))


def _rank(column: ScopeColumn, relation: Relation, target: TargetMapping) -> tuple[int, int]:
    """How likely a day is meant: the target's day of such a row, a day it takes over, or any other."""
    nouns = {singular(w) for w in words(relation.table)}
    taken = [
        c
        for c in target.columns
        if any(squashed(ref.column) == squashed(column.column.name) for ref in c.sources)
    ]
    parts = {singular(w) for w in words(column.column.name)}
    late = int(bool(parts & _OTHER_DAYS))
    if any(
        {singular(w) for w in words(c.name)} - DATE_WORDS
        and {singular(w) for w in words(c.name)} - DATE_WORDS <= nouns
        for c in taken
    ):
        return 0, late
    if parts - DATE_WORDS and parts - DATE_WORDS <= nouns:
        return 0, late
    return (1, late) if taken else (2, late)


def _sql(column: ScopeColumn, match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("year"):
        sign = ">=" if groups.get("on") else "="
        return f"year({column.sql}) {sign} {groups['year']}"
    said = " ".join(match["sign"].lower().split())
    sign = _WORDS.get(said) or SIGN_OF[said]
    after = (groups.get("or") or groups.get("on") or "").lower()
    sign = ">=" if after in ("later", "after", "on", "onward", "onwards") else "<=" if after else sign
    is_moment = column.column.type.upper().startswith("TIMESTAMP")
    value = f"cast({column.sql} as date)" if is_moment else column.sql
    return f"{value} {sign} date '{match['day']}'"


def _turned(sql: str, way: Way) -> str:
    return f"not coalesce({sql}, false)" if way is Way.LEAVE else sql
