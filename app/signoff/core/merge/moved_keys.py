"""Keys of targets that a target reads, told by the name or the noun they have there: ``DIM_STAFF on the staff number``.

A target that is read has its key under a name of its own, taken over from a source column: STAFF_NO from PERS_NR. Where
the table it is joined to has a column of that name, PERS_NR, the two are one and the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Schema, Step
from signoff.core.merge.conditions import equality
from signoff.core.merge.dated_rows import moment
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import find_everywhere, is_day, relation_columns
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.siblings import is_plain_move
from signoff.core.merge.spoken_columns import CODE_WORDS, spoken_column

_KEY = re.compile(
    r"^(?:(?:on|by|via|over|using|through)\s+)?(?:(?:the|their|its)\s+)?(?P<key>[A-Za-z_]\w*(?:\s+[a-z]+){0,2}?)"
    r"(?P<rest>\s*(?:$|[,;:(].*|\s(?:and|with|where|as)\b.*))$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = frozenset(("number", "no", "nr", "id", "key", "code", "identifier", "num"))
_ALIKE = tuple(
    frozenset(said.split())
    for said in (
        "person personnel staff employee worker people emp pers associate",
        "customer client account cust",
        "article product item material",
        "supplier vendor creditor",
        "department dept unit division",
        "patient pat case",
    )
)
"""Nouns that people use for one and the same thing."""
_DAY = re.compile(
    r"(?:,\s*|\s+)?(?:and\s+)?(?:with|where)?\s*\b(?:the\s+)(?P<what>[a-z]+(?:\s+day)?)\s+of\s+(?:the\s+|that\s+|an?\s+|each\s+)?(?P<of>[a-z]\w*)"
    r"\s+(?:(?:is|lies|falls)\s+)?(?=(?:between|within|from|in)\b)",
    re.IGNORECASE,
)


_ENDS = {"first day": "start", "beginning": "start", "begin": "start", "last day": "end"}


def with_moved_keys(draft: SectionDraft, relation: Relation, step: Step) -> Step | None:
    """The step with both columns of its key, and the day it compares, by their names; None where nothing is told so.

    Args:
        draft: with the relations it is joined to.
        relation: that is joined; a target of the document, as a rule.
        step: its condition names the key alone, or calls it by a noun.
    """
    text = with_days_of_rows(step.condition, draft)
    match = _KEY.match(re.sub(r"(?<=[a-z])['’]s\b", "", " ".join(text.split()).strip(" .;")))
    pair = _pair(match["key"], relation, draft.relations, draft.schema) if match is not None else None
    if match is None or pair is None:
        return replace(step, condition=text) if text != step.condition else None
    rest = re.sub(r"^\s+with\s+", " and ", match["rest"], flags=re.IGNORECASE)
    return replace(step, condition=f"{equality(*pair)}{rest}")


def with_days_of_rows(text: str, draft: SectionDraft) -> str:
    """The text with ``the start of the absence`` as the day that it is, where that is sure."""

    def named(match: re.Match[str]) -> str:
        day = _day_of_row(match["what"], match["of"], draft)
        return f" and {day.sql} " if day is not None else match.group()

    return _DAY.sub(named, text) if draft.relations else text


def _day_of_row(what: str, of: str, draft: SectionDraft) -> ScopeColumn | None:
    first = draft.relations[0]
    what = _ENDS.get(" ".join(what.lower().split()), what)
    if stem(of) not in {stem(word) for word in words(first.table)}:
        return None
    said = spoken_column(what, [first], draft.schema)
    if said is not None and is_day(said):
        return said
    own = [
        hits[0]
        for row in draft.target.columns
        if is_plain_move(row) and stem(words(row.name)[0]) == stem(what)
        if (hits := find_everywhere([first], draft.schema, row.sources[0].column)) and is_day(hits[0])
    ]
    if len(own) == 1:
        return own[0]
    days = moment(what, [first], draft.schema) if not own else None
    return days[0] if days is not None else None


def _pair(
    said: str, relation: Relation, others: Sequence[Relation], schema: Schema
) -> tuple[ScopeColumn, ScopeColumn] | None:
    pairs = [
        (hits[0], column)
        for column in relation_columns(relation, schema)
        if column.column.moved_from and (hits := find_everywhere(others, schema, column.column.moved_from))
    ]
    named = [pair for pair in pairs if squashed(pair[1].column.name) == squashed(said)]
    if named and not find_everywhere(others, schema, said):
        return named[0] if len(named) == 1 else None
    noun = words(said)
    if len(noun) < 2 or noun[-1] not in _NUMBER or spoken_column(said, others, schema) is not None:
        return None
    keys = [pair for pair in pairs if _is_key(pair)]
    meant = [pair for pair in keys if _is_called(noun[:-1], pair, relation)]
    return meant[0] if len(meant) == 1 and len(keys) == 1 else None


def _is_key(pair: tuple[ScopeColumn, ScopeColumn]) -> bool:
    return any(looks_like_key(column.column.name) for column in pair)


def _is_called(noun: Sequence[str], pair: tuple[ScopeColumn, ScopeColumn], relation: Relation) -> bool:
    """Whether each word for a key is one of its names or its table's, or means the same as one."""
    names = {
        stem(word)
        for text in (relation.table, *(column.column.name for column in pair))
        for word in words(text)
        if word not in CODE_WORDS
    }
    alike = {word for family in _ALIKE if family & names for word in family}
    return all(stem(word) in names or word in alike or stem(word) in alike for word in noun)
