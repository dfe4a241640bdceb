"""The expression of one column in one part of its target's query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Expression, Origin, Scope
from signoff.core.domain.plan import DraftColumn, Plan, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, TargetMapping
from signoff.core.generate.patterns import compile_rule
from signoff.core.generate.types import duckdb_type
from signoff.core.merge.blanks import blank_as_missing, day_as_missing
from signoff.core.merge.chosen.history_words import of_kept_row
from signoff.core.merge.codes_alike import with_codes_alike
from signoff.core.merge.flags_told import with_flags_told
from signoff.core.merge.joined_moment import with_moment_meant
from signoff.core.merge.lifting import rows_counted_of
from signoff.core.merge.own_column import remark_alike, with_own_column
from signoff.core.merge.planning import columns_of_section
from signoff.core.merge.read_twice import with_event_source
from signoff.core.merge.role_rules import by_role
from signoff.core.merge.scoping import scope_for
from signoff.core.merge.section_rules import told_apart
from signoff.core.merge.siblings import siblings_of
from signoff.core.merge.spine_sources import with_made_source
from signoff.core.pipeline.beside import with_default_beside
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.group_columns import scope_in_groups, section_in_groups
from signoff.core.pipeline.likely_own import likely_over_own
from signoff.core.pipeline.likely_values import (
    likely_for_part,
    likely_in,
    likely_restated,
    likely_sentences,
    writes_names,
)
from signoff.core.pipeline.outcomes import Resolution
from signoff.core.pipeline.own_columns import is_led_by_own
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.planned_values import planned_value, restated_value
from signoff.core.pipeline.resolving import resolve_rule
from signoff.core.pipeline.summing import sums_up, sums_up_beside
from signoff.core.pipeline.told_order import in_told_order
from signoff.core.review.questions import rule_question


def resolve_in(
    plan: Plan,
    section: SectionPlan,
    target: TargetMapping,
    name: str,
    schema: Schema,
    desk: Desk,
    before: Sequence[DraftColumn] = (),
    *,
    likely: bool = False,
) -> Resolution:
    """The expression of one column in one section of its target.

    Args:
        plan: of the target.
        section: one part of it.
        target: its column mappings.
        name: of the column.
        schema: the tables.
        desk: the run's tools.
        before: the columns resolved so far.
        likely: Follow what a rule most likely means that is not understood wholly; never in a text that exists.
    """
    parts = [s.name for s in plan.sections]
    rows = columns_of_section(target, section, len(parts)).columns
    rows = tuple(told_apart(row, section.name, parts) for row in rows)
    mapping = next((m for m in rows if m.name == name), None)
    if mapping is None:
        general = next(m for m in target.columns if m.name == name)
        mapping = replace(general, sources=(), rule="", rule_resolved="", rule_kind="")
    mapping = of_kept_row(by_role(mapping, section) or mapping, section)
    shown, mapping = mapping, with_made_source(with_event_source(mapping, section), section)
    mapping = with_own_column(mapping, section, schema, rows) if likely else mapping
    said = _as_answered(mapping, target.name, desk)
    scope = scope_for(section, said, schema, target_type=duckdb_type(mapping.type))
    scope = replace(scope, spoken=siblings_of(section, rows, name, schema))
    scope = replace(scope, findings=(*scope.findings, *remark_alike(shown, mapping)))
    mapping = with_moment_meant(_with_lookup_done(mapping, scope, section), section)
    if not section.group_by and (sums_up(mapping) or sums_up_beside(mapping, scope, section, rows)):
        scope = replace(scope, aggregate=True)
    part = plan.sections.index(section)
    scope = scope_in_groups(scope, section, name, before, part)
    place = Place(target.name, name, section, scope, target.blank_missing)
    planned = _works(
        in_told_order(target, mapping, schema, section, before, part), place, desk
    ) or planned_value(shown, mapping, scope, place, section, rows, before, part, schema, desk)
    likely = likely and not is_led_by_own(mapping)
    restated = (
        likely_restated(mapping, scope, section, rows, before, schema) if likely and planned is None else ""
    )
    if restated and compile_rule(mapping, scope) is None:
        planned = restated_value(restated, mapping, place, section, rows, before, part, schema, desk)
    tried_in = replace(place, section=section_in_groups(section, name, before, part))
    summed = bool(section.group_by) or any(sums_up(row) for row in rows if row.name != name)

    def guess_whole(rule: str) -> str:
        own = likely_over_own(
            rule, mapping, scope, before, part, lambda r, s: likely_sentences(r, mapping, s)
        )
        return own or likely_in(rule, mapping, scope, section, schema, summed=summed)

    def guess(rule: str) -> str:
        if not likely:
            return ""
        found = likely_for_part(rule, mapping, scope, section.name, parts, guess_whole) or guess_whole(rule)
        return "" if writes_names(found, (row.name for row in target.columns)) else found

    resolution = resolve_rule(mapping, scope, tried_in, desk, planned, guess)
    sql = rows_counted_of(resolution.expression.sql, [c.relation for c in scope.sources], section)
    expression = with_default_beside(replace(resolution.expression, sql=sql), mapping, scope, place)
    if expression.origin is not Origin.WRITTEN and mapping.note:
        expression = replace(expression, sql=with_flags_told(expression.sql, mapping.note, scope))
    if target.codes_alike and expression.origin is not Origin.WRITTEN:
        trims = "blanks" in target.codes_alike
        expression = replace(expression, sql=with_codes_alike(expression.sql, trims=trims))
    if target.blank_missing and expression.origin is not Origin.WRITTEN:
        expression = replace(expression, sql=blank_as_missing(expression.sql, scope, target.blank_missing))
    if target.no_days and expression.origin is not Origin.WRITTEN:
        read = {t.casefold() for t in plan.reads_targets}
        expression = replace(expression, sql=day_as_missing(expression.sql, scope, target.no_days, read))
    return replace(
        resolution, expression=replace(expression, findings=(*scope.findings, *expression.findings))
    )


def _works(expression: Expression | None, place: Place, desk: Desk) -> Expression | None:
    return expression if expression is not None and place.works(expression.sql, desk) else None


def _as_answered(mapping: ColumnMapping, target: str, desk: Desk) -> ColumnMapping:
    """The row with the rule a person gave in place of the document's, so that its columns are in scope."""
    question = rule_question(target, mapping.name, mapping.rule_resolved or mapping.rule)
    answer = desk.said.answers.get(question.id, "")
    return replace(mapping, rule=answer, rule_resolved=answer) if answer.strip() else mapping


def _with_lookup_done(mapping: ColumnMapping, scope: Scope, section: SectionPlan) -> ColumnMapping:
    """A lookup without a rule, whose only source is of a table the plan joins: the joining was the lookup."""
    if mapping.rule.strip() or "look" not in mapping.rule_kind.casefold() or len(scope.sources) != 1:
        return mapping
    joined = scope.sources[0].relation != section.relations[0].alias
    return replace(mapping, rule_kind="") if joined else mapping
