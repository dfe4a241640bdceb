"""Tables that hold rows twice, equal in every column: "CRM has delivered some records twice, identical in all fields".

Where a note says that these count once, the table is read without its doubles, before anything is joined.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import JoinKind, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.inner_sql import written
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words
from signoff.core.merge.sectiondraft import SectionDraft

_ALIKE = re.compile(
    r"\b(?:identical|(?:exactly|completely|entirely|fully)\s+(?:the\s+same|alike|equal)|(?:same|equal|alike)\s+in\s+(?:all|every)|"
    r"(?:exact|complete|full|true|real)\s+(?:duplicates?|doubles?|copies|copy)|"
    r"all\s+(?:columns|fields|values)\s+(?:are\s+)?(?:the\s+same|equal|alike))\b",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:twice|doubles?|doubled|duplicates?|duplicated|several\s+times|more\s+than\s+once|repeated(?:ly)?|cop(?:y|ies)|"
    r"identical\s+(?:rows?|records?|lines?|entries))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:once|only\s+one|a\s+single\s+time|one\s+of\s+them|remov\w*|drop\w*|skip\w*|ignor\w*|leave\s+out|left\s+out|"
    r"throw\w*|distinct|de-?dup\w*|no\s+doubles?|without\s+(?:them|doubles?|duplicates?))\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:not\s+(?:removed|dropped)|all\s+(?:are\s+)?kept|keep\s+(?:all|both|them))\b", re.IGNORECASE
)
_LONGEST = 300


def with_exact_doubles(draft: SectionDraft) -> None:
    """Read tables of which a note says so without rows that are equal in every column."""
    notes = [s for s in draft.target.steps if s.kind is StepKind.NOTE]
    by_cell: dict[object, list[Step]] = {}
    for note in notes:
        by_cell.setdefault(note.cell, []).append(note)
    for steps in by_cell.values():
        text = ". ".join(s.condition or s.table for s in steps)
        place = _place(text, draft) if says_doubles(text) else None
        if place is None:
            continue
        relation = draft.relations[place]
        first = replace(relation, join=JoinKind.DRIVING, on=None)
        told = say("merge.without_doubles", table=relation.table)
        inner = SectionPlan("", (first,), distinct=True)
        draft.relations[place] = written(replace(relation, inner=inner, told=told))
        draft.report("D215", say("merge.prose_followed"), steps[0], Severity.WARNING)


def says_doubles(text: str) -> bool:
    """Whether a text says that rows which are equal in every column count once."""
    found = _ALIKE.search(text) and _TWICE.search(text) and _ONCE.search(text)
    return len(text) <= _LONGEST and bool(found) and not _KEPT.search(text)


def _place(text: str, draft: SectionDraft) -> int | None:
    """The only plain relation that the text names by its table or the first word of it; the only one there is."""
    said = {singular(w) for w in words(text)}
    plain = [n for n, r in enumerate(draft.relations) if r.inner is None and not r.subquery]
    named = [n for n in plain if _is_named(draft.relations[n], said)]
    if len(named) == 1:
        return named[0]
    return plain[0] if not named and len(draft.relations) == 1 and plain else None


def _is_named(relation: Relation, said: set[str]) -> bool:
    parts = [singular(w) for w in words(relation.table)]
    return set(parts) <= said or (len(parts) > 1 and len(parts[0]) > 2 and parts[0] in said)
