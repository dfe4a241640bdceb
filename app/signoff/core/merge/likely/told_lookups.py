"""Tables of source cells joined as a sentence tells by which columns: ``The guest is found in guests by the number``.

Nothing is joined here that is not read by a column; whether rows without a partner go is followed behind this.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.assumed import assumed_join
from signoff.core.merge.likely.cues import LEAVES, ONLY
from signoff.core.merge.likely.linked import mentions
from signoff.core.merge.likely.pairs import told_pair
from signoff.core.merge.likely.partners import is_of_another_part
from signoff.core.merge.likely.units import units_of
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.stepless import missing_tables

_JOINS = re.compile(
    r"\b(?:look(?:ed|s)?\s*-?up|find|found|fetch\w*|gets?|got|tak(?:e|en)|brings?|brought|com(?:e|es)|match\w*|link\w*|connect\w*|"
    r"identif\w+|belongs?|via|through|by|on)\b",
    re.IGNORECASE,
)


_WRITTEN = re.compile(r"\bjoin(?:s|ed|ing)?\b", re.IGNORECASE)
"""A join that is called so is read by others."""


def add_told_lookups(draft: SectionDraft, steps: Iterable[Step]) -> list[str]:
    """Left join tables that columns read by the columns that a sentence on them tells; returns those that say no more.

    Args:
        draft: a section with the joins that are written down.
        steps: the target's steps as the document has them.
    """
    followed: list[str] = []
    if not draft.relations:
        return followed
    waiting = {table.name: table for table, _ in missing_tables(draft)}
    for step in steps:
        if step.kind is not StepKind.NOTE or (
            step.section and step.section.casefold() != draft.name.casefold()
        ):
            continue
        for unit in units_of(step.condition):
            if (
                _JOINS.search(unit) is None
                or _WRITTEN.search(unit)
                or (not step.section and is_of_another_part(unit, draft))
            ):
                continue
            own = {draft.relations[0].table.casefold()}
            for table in {table.name: table for table, *_ in mentions(unit, draft.schema, own)}.values():
                if table.name not in waiting or not _joined(draft, table.name, unit, step):
                    continue
                del waiting[table.name]
                followed += [unit] if LEAVES.search(unit) is None and ONLY.search(unit) is None else []
    return followed


def _joined(draft: SectionDraft, table: str, unit: str, step: Step) -> bool:
    kind = JoinKind.INNER if re.search(r"\binner\b", unit, re.IGNORECASE) else JoinKind.LEFT
    relation = Relation(table, table, kind)
    sql = told_pair(unit, relation, draft.relations, draft.schema)
    if not sql or any(r.alias.casefold() == relation.alias.casefold() for r in draft.relations):
        return False
    condition = Condition(unit, sql, Origin.UNRESOLVED, step.cell)
    draft.relations.append(replace(relation, on=condition, cell=step.cell))
    draft.findings.append(assumed_join(sql, step.cell, draft.target.name))
    return True
