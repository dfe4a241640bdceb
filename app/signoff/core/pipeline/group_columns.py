"""Columns of a target that is grouped by its own columns: keys as of single rows, plain moves beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import DraftColumn, SectionPlan
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.merge.grouping import with_grouping_filled


def scope_in_groups(
    scope: Scope, section: SectionPlan, name: str, before: Sequence[DraftColumn], part: int
) -> Scope:
    """The scope where the grouping names columns of the target: a key itself is made from single rows.

    Args:
        scope: of one column.
        section: the part of the query.
        name: of the column.
        before: columns resolved so far; those that are grouped by may be used like keys.
        part: place of the section among the target's.
    """
    own = {key.column.casefold() for key in section.group_by if key.column and not key.sql}
    if not own:
        return scope
    if name.casefold() in own:
        return replace(scope, aggregate=False, group_keys=())
    made = tuple(c.expressions[part].sql for c in before if c.name.casefold() in own)
    return replace(scope, group_keys=(*scope.group_keys, *made))


def section_in_groups(
    section: SectionPlan, name: str, before: Sequence[DraftColumn], part: int
) -> SectionPlan:
    """The section that candidates for a column are tried in, where the grouping names columns of the target.

    A key is tried on single rows, every other column on groups by the keys resolved so far.
    """
    own = {key.column.casefold() for key in section.group_by if key.column and not key.sql}
    if not own:
        return section
    if name.casefold() in own:
        return replace(section, group_by=(), having=())
    return with_grouping_filled(section, before, part)


def moved_in_groups(mapping: ColumnMapping, scope: Scope) -> Expression | None:
    """A plain move of a column that is not grouped by; assembling takes any of its values and says so."""
    if not scope.aggregate or len(scope.sources) != 1:
        return None
    found = compile_rule(mapping, replace(scope, aggregate=False, group_keys=()))
    if found is None or found.sql != scope.sources[0].sql:
        return None
    return replace(found, origin=Origin.PATTERN)
