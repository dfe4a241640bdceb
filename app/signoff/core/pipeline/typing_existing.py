"""Types of columns that queries of existing SQL work out themselves: DuckDB tells them, no text does."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.plan import Plan, Relation, SectionPlan
from signoff.core.merge.existing import ExistingSql
from signoff.core.pipeline.desk import Desk


def with_types(plan: Plan, existing: ExistingSql, desk: Desk) -> Plan:
    """The plan with the types of all columns that its relations carry; those that do not run keep theirs."""
    return replace(plan, sections=tuple(section_with_types(s, existing, desk) for s in plan.sections))


def section_with_types(section: SectionPlan, existing: ExistingSql, desk: Desk) -> SectionPlan:
    """The same for one section."""
    return replace(section, relations=tuple(_with_types(r, existing, desk) for r in section.relations))


def _with_types(relation: Relation, existing: ExistingSql, desk: Desk) -> Relation:
    if not relation.subquery or all(column.type for column in relation.carries):
        return relation
    types = _types_of(relation.subquery, existing, desk)
    carries = tuple(
        replace(c, type=types[c.name.casefold()]) if not c.type and c.name.casefold() in types else c
        for c in relation.carries
    )
    return replace(relation, carries=carries)


def _types_of(sql: str, existing: ExistingSql, desk: Desk) -> dict[str, str]:
    """Types by case-folded name; none where the query does not run. Asked once for a file."""
    known = existing.types.get(sql)
    if known is None:
        outcome = desk.sandbox.bind_many([sql], desk.cancel)[0]
        known = {name.casefold(): kind for name, kind in outcome.columns} if outcome.ok else {}
        existing.types[sql] = known
    return known
