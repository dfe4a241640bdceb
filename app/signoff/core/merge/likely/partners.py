"""Rows that stay or go by whether another table has them, followed as sentences of a text most likely mean it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.likely.linked import Linked, linked_in
from signoff.core.merge.likely.pairs import likely_pair
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import unique_alias, words
from signoff.core.merge.sectiondraft import SectionDraft

_TEXTS = (StepKind.NOTE, StepKind.FILTER)


def follow_partners(draft: SectionDraft, steps: Iterable[Step]) -> list[str]:
    """Follow what the texts of a section say of rows by other tables; returns the sentences that were followed.

    Args:
        draft: a section with its relations.
        steps: the target's steps as the document has them; those of another section are passed over.
    """
    followed: list[str] = []
    if not draft.relations or (draft.relations[0].subquery and draft.relations[0].told):
        return followed
    for step in steps:
        if step.kind not in _TEXTS or (step.section and step.section.casefold() != draft.name.casefold()):
            continue
        for unit in units_of(step.condition):
            if not step.section and is_of_another_part(unit, draft):
                continue
            for linked in linked_in(unit, draft.relations, draft.schema, draft.target):
                if _take(draft, linked, step.cell):
                    followed.append(unit)
    return followed


def is_of_another_part(unit: str, draft: SectionDraft) -> bool:
    """Whether a sentence speaks of the rows of another part of a union, and not of this one's."""
    said = {singular(word) for word in words(unit)}
    own = {singular(word) for r in draft.relations[:1] for word in words(r.table)}
    others = {singular(word) for table in draft.elsewhere for word in words(table)} - own
    others -= {singular(word) for word in words(draft.target.name)}
    return bool(others & said) and not own & said


def _take(draft: SectionDraft, linked: Linked, cell: Cell | None) -> bool:
    """Let rows stay or go as a sentence says; False where nothing tells which rows belong together."""
    here = next((r for r in draft.relations[1:] if r.table == linked.table.name), None)
    if _is_there(draft, linked, here):
        return True
    if here is not None and here.on is not None and linked.wanted:
        place = draft.relations.index(here)
        draft.relations[place] = replace(here, join=JoinKind.INNER, kind_assumed=False)
        draft.findings.append(
            assumed_filter(f"inner join {here.table} on {here.on.sql}", cell, draft.target.name)
        )
        return True
    alias = unique_alias(f"{linked.table.name}_there", (r.alias for r in draft.relations))
    there = Relation(linked.table.name, alias, JoinKind.LEFT)
    pair = likely_pair(linked.text, there, draft.relations[:1], draft.schema, draft.target) or likely_pair(
        linked.text, there, draft.relations, draft.schema, draft.target
    )
    if not pair:
        return False
    word = "exists" if linked.wanted else "not exists"
    sql = f"{word} (select 1 from {quoted(linked.table.name)} as {quoted(alias)} where {pair})"
    draft.filters.append(Condition(linked.text, sql, Origin.UNRESOLVED, cell))
    draft.findings.append(assumed_filter(sql, cell, draft.target.name))
    return True


def _is_there(draft: SectionDraft, linked: Linked, here: Relation | None) -> bool:
    """Whether the query does what the sentence says already."""
    if here is not None and here.join is JoinKind.INNER and linked.wanted:
        return True
    name = rf"from {re.escape(quoted(linked.table.name))} as "
    return any(re.search(name, each.sql) for each in draft.filters)


def without_followed(draft: SectionDraft, notes: list[Finding], followed: Sequence[str]) -> list[Finding]:
    """Take back that filters and notes are open whose words stand in sentences that were followed.

    Args:
        draft: its open filters, and the findings on them.
        notes: findings on notes that nothing follows from.
        followed: the sentences.

    Returns:
        The findings on notes that stay.
    """
    told = [set(words(text)) for text in followed]
    if not told:
        return notes
    for condition in list(draft.unresolved):
        if any(_said(condition.text) <= text for text in told):
            draft.unresolved.remove(condition)
            finding = next((f for f in draft.findings if _says_open(f, condition)), None)
            if finding is not None:
                draft.findings.remove(finding)
    inside = {
        say("merge.clause_not_followed", clause=note.text)
        for note in draft.notes
        if any(_said(note.text) <= text for text in told)
    }
    return [f for f in notes if f.message not in inside]


def _says_open(finding: Finding, condition: Condition) -> bool:
    message = say("merge.filter_not_understood")
    return finding.cell == condition.cell and finding.code == "D206" and finding.message == message


def _said(text: str) -> set[str]:
    """The words of a clause, but for those that a reader puts before one."""
    return set(words(text)) - {"leave", "out", "only", "skip", "and"}
