"""What makes a column without its rule being compiled by itself: the plan, other columns, groups, neighbouring rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Scope
from signoff.core.domain.plan import DraftColumn, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema
from signoff.core.generate.patterns import compile_rule
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.lookups import planned_expression
from signoff.core.merge.scoping import scope_for
from signoff.core.pipeline.counted_referring import counted_referring
from signoff.core.pipeline.counted_tables import counted_table
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.event_totals import event_total
from signoff.core.pipeline.group_columns import moved_in_groups, section_in_groups
from signoff.core.pipeline.history import history_expression
from signoff.core.pipeline.kept_row_history import history_value
from signoff.core.pipeline.likely_values import as_likely
from signoff.core.pipeline.neighbour_rows import neighbour_value
from signoff.core.pipeline.over_groups import over_groups
from signoff.core.pipeline.own_columns import over_own_columns
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.role_values import value_in_role
from signoff.core.pipeline.running_number import running_number


def planned_value(
    shown: ColumnMapping,
    mapping: ColumnMapping,
    scope: Scope,
    place: Place,
    section: SectionPlan,
    rows: Sequence[ColumnMapping],
    before: Sequence[DraftColumn],
    part: int,
    schema: Schema,
    desk: Desk,
) -> Expression | None:
    """What the plan, the target's other columns and its groups make of a rule; None where it is a plain one.

    Args:
        shown: the column as the document has it.
        mapping: the same, read over the rows that are made.
        scope: what the rule may use.
        place: where the expression will stand.
        section: the part of the query.
        rows: the target's rows of that part.
        before: the target's columns as resolved so far.
        part: place of the section among the target's.
        schema: the tables.
        desk: the run's tools.
    """
    tried_in = replace(place, section=section_in_groups(section, mapping.name, before, part))
    return (
        planned_expression(shown, section, schema)
        or history_value(mapping, section, scope, tried_in, desk)
        or counted_table(mapping, section, schema)
        or counted_referring(shown, section, schema)
        or value_in_role(shown, section, before, part, schema)
        or over_own_columns(mapping, scope, place, before, part, desk)
        or over_groups(mapping, scope, place, before, part, desk)
        or moved_in_groups(mapping, scope)
        or event_total(mapping, rows, tried_in, before, part, desk)
        or neighbour_value(mapping, rows, scope, tried_in, before, part, desk)
        or history_expression(mapping, rows, section, schema, scope, place)
        or running_number(mapping, rows, section, schema, place)
    )


def restated_value(
    rule: str,
    mapping: ColumnMapping,
    place: Place,
    section: SectionPlan,
    rows: Sequence[ColumnMapping],
    before: Sequence[DraftColumn],
    part: int,
    schema: Schema,
    desk: Desk,
) -> Expression | None:
    """What is made of a rule that was put into other words, over the target's own columns first.

    Args:
        rule: the rule in words that compilers know.
        mapping: the column.
        place: where the expression will stand.
        section: the part of the query.
        rows: the target's rows of that part.
        before: the target's columns as resolved so far.
        part: place of the section among the target's.
        schema: the tables.
        desk: the run's tools.
    """
    said = replace(mapping, rule=rule, rule_resolved=rule)
    for told in (replace(said, sources=()), said):
        scope = scope_for(section, told, schema, target_type=duckdb_type(mapping.type))
        filled = section_in_groups(section, mapping.name, before, part)
        there = replace(place, scope=scope, section=filled)
        found = planned_value(told, told, scope, there, section, rows, before, part, schema, desk)
        found = found or compile_rule(told, scope)
        if found is not None and there.works(found.sql, desk):
            return as_likely(found.sql, place)
    return None
