"""Joins whose text also says what is done with the table first: ``only its first public comment, on ticket_id``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.plan import Relation
from signoff.core.domain.spec import Step
from signoff.core.merge.clauses import inside
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.named_uses import columns_read
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.told_relations import told_relation
from signoff.core.merge.told_state import Around

_CUT = re.compile(
    r"\s*[,;.]\s+(?:and\s+)?|\s+[–—-]\s+|\s+and\s+(?=(?:only|keep|take|just|matched|joined)\b)|\s+(?=\()",
    re.IGNORECASE,
)
_MOST_PARTS = 6


def described_join(draft: SectionDraft, relation: Relation, step: Step) -> Relation | None:
    """The joined table, worked on as the step's text says, with its condition; None unless all of it is understood."""
    for on, how in _splits(step.condition):
        made = _described(draft, relation, how, step)
        if made is None:
            continue
        if not on:
            proposed = proposed_join(made, draft.relations, draft.schema)
            if proposed is not None:
                return replace(made, on=replace(proposed, cell=step.cell))
            continue
        condition = join_condition(on, made, draft.relations, draft.schema, draft.resolve, step.cell)
        if condition is not None:
            return replace(made, on=condition)
    return None


def _described(draft: SectionDraft, relation: Relation, how: str, step: Step) -> Relation | None:
    wanted = columns_read(step.table, draft.target)
    around = Around(draft.target, draft.schema, draft.resolve, wanted, cell=step.cell)
    told = told_relation(f"{relation.table}; {how}", around)
    if told is None:
        return None
    return replace(relation, subquery=told.subquery, carries=told.carries, told=how, inner=told.inner)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """The ways to part a text into a condition and what is done with the table; last without a condition."""
    parts = _parts(" ".join(text.split()).strip(" .;"))
    if len(parts) > _MOST_PARTS:
        return
    for size in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - size + 1):
            rest = [*parts[:start], *parts[start + size :]]
            yield ", ".join(parts[start : start + size]), "; ".join(rest)
    yield "", text


def _parts(text: str) -> list[str]:
    found, start = [], 0
    for cut in _CUT.finditer(text):
        if not inside(text, cut.start()):
            found.append(text[start : cut.start()])
            start = cut.end()
    return [p.strip() for p in (*found, text[start:]) if p.strip()]
