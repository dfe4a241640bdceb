"""Columns that a grouped query of existing SQL sums up once a CTE before it shows them too."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.merge.derived import section_showing
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.lineage import plan_of_place
from signoff.core.merge.names import bare


def section_with_hidden(
    existing: ExistingSql, place: Place, section: SectionPlan, mapping: ColumnMapping, schema: Schema
) -> SectionPlan:
    """What a grouped query reads, with the sources of a row that a CTE hides; as it is where none is hidden.

    A source that some relation shows already means that one.

    Args:
        existing: the file.
        place: the grouped query.
        section: its relations with what they show.
        mapping: the row.
        schema: tables the file reads.
    """
    wanted = {(squashed(bare(ref.table)), squashed(bare(ref.column))) for ref in mapping.sources if ref.table}
    shown = {(squashed(c.table), squashed(c.column)) for r in section.relations for c in r.carries}
    hidden = wanted - shown
    if not hidden:
        return section
    whole = plan_of_place(existing, place, schema)
    more = tuple(
        _showing(own, each, hidden) for own, each in zip(section.relations, whole.relations, strict=True)
    )
    if sum(len(r.carries) for r in more) == sum(len(r.carries) for r in section.relations):
        return section
    return section_showing(existing, place, replace(section, relations=more), schema) or section


def _showing(own: Relation, whole: Relation, hidden: set[tuple[str, str]]) -> Relation:
    """A relation with those of the columns it could pass along that are wanted."""
    names = {c.name.casefold() for c in own.carries}
    further = (c for c in whole.carries if not c.passed and (squashed(c.table), squashed(c.column)) in hidden)
    return replace(own, carries=(*own.carries, *(c for c in further if c.name.casefold() not in names)))
