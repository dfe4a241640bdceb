"""The query of one target before its columns are known: from its steps, or inferred without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.cellroles import add_noted_rows
from signoff.core.merge.choosing_first import with_choice_first, with_order_told
from signoff.core.merge.codes_alike import with_codes_alike
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.defined_values import follow_defined, without_definitions
from signoff.core.merge.everyday.restating import with_everyday_texts
from signoff.core.merge.exact_doubles import with_exact_doubles
from signoff.core.merge.filters_behind import with_filters_behind
from signoff.core.merge.filtersteps import try_open_again
from signoff.core.merge.found_in import with_found_in
from signoff.core.merge.hierarchies import with_chains
from signoff.core.merge.join_cleaning import with_join_keys_cleaned
from signoff.core.merge.join_lists import with_aliased_joins, with_listed_joins
from signoff.core.merge.join_nouns import with_join_nouns
from signoff.core.merge.joins_put_together import with_joins_put_together
from signoff.core.merge.kept_row_tests import settle_kept_rows
from signoff.core.merge.kept_rows import with_kept_rows
from signoff.core.merge.latest_rules import with_latest_rows
from signoff.core.merge.like_parts import with_like_parts
from signoff.core.merge.likely.following import follow_likely, follow_notes, follow_whole
from signoff.core.merge.likely.of_tables import follow_tables
from signoff.core.merge.likely.partners import follow_partners, without_followed
from signoff.core.merge.likely.steps import with_likely_steps
from signoff.core.merge.likely.told_lookups import add_told_lookups
from signoff.core.merge.likely.told_periods import join_by_periods
from signoff.core.merge.lookups import with_lookups
from signoff.core.merge.made_from_nothing import without_placeholders
from signoff.core.merge.named_relations import take_named, with_named
from signoff.core.merge.names import find_table
from signoff.core.merge.one_of_several import with_joins_of_one_row, with_one_of_several
from signoff.core.merge.ordering import TargetOrder, order_targets
from signoff.core.merge.part_filters import (
    with_filters_of_parts,
    without_starts_of_parts,
    without_union_remarks,
)
from signoff.core.merge.part_labels import with_part_labels
from signoff.core.merge.part_names import called_in
from signoff.core.merge.part_rules import Part, rule_of_part
from signoff.core.merge.picked_rows import with_picked_rows
from signoff.core.merge.plain_texts import with_plain_texts
from signoff.core.merge.prose import prose_followed, with_prose
from signoff.core.merge.read_twice import with_read_twice
from signoff.core.merge.restated_rows import Restated, restated_rows
from signoff.core.merge.rows_from_starts import with_rows_from_start
from signoff.core.merge.rows_of_others import without_rows_of_others
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.sql_notes import tables_within, with_sql_notes
from signoff.core.merge.stay_remarks import without_stay_remarks
from signoff.core.merge.step_sections import with_sections_as_notes
from signoff.core.merge.stepless import (
    add_missing_sources,
    add_written_grouping,
    add_written_joins,
    likely_driving,
    section_without_steps,
)
from signoff.core.merge.stepping import (
    JOIN_KINDS,
    add_other,
    read_section,
    sections_of,
    union_all_of,
)
from signoff.core.merge.whole.following import with_whole_texts
from signoff.core.merge.whole.parts import with_parts_told

__all__ = ["TargetOrder", "columns_of_section", "order_targets", "plan_target"]


def plan_target(
    target: TargetMapping,
    schema: Schema,
    *,
    targets: Sequence[str] = (),
    resolve: Resolve,
    likely: bool = True,
) -> Plan:
    """The relations, filters and grouping of one target, each with its cell; what fails becomes a finding.

    Args:
        target: The target's mapping and steps.
        schema: Source tables with types, and targets drafted before this one.
        targets: Names of the document's targets that are no source tables: reading one of them is recorded.
        resolve: Turns condition text that is not SQL yet into SQL over a scope; None when not understood.
        likely: Follow what texts most likely mean that are not understood wholly, as assumptions.
    """
    told_at_first = target
    target = with_join_nouns(with_plain_texts(without_definitions(target)), schema)
    target = with_join_keys_cleaned(target, schema)
    restated = restated_rows(target, schema) if likely else Restated(target)
    target = with_sections_as_notes(with_everyday_texts(restated.target, schema), schema)
    written = target.steps
    target = with_aliased_joins(with_listed_joins(target, schema), schema)
    target = with_joins_put_together(with_sql_notes(target, schema), schema)
    target = with_found_in(with_part_labels(target), schema)
    target = with_likely_steps(target, schema) if likely else target
    target, named = take_named(target, schema, resolve)
    schema = replace(schema, tables=(*schema.tables, *(n.table for n in named))) if named else schema
    told = without_starts_of_parts(with_prose(_with_rows_made(target, schema), schema))
    told = without_union_remarks(with_like_parts(told))
    told = with_filters_of_parts(told, schema)
    followed = prose_followed(target, told, schema)
    target = with_joins_of_one_row(told)
    drafts = _drafts(target, schema, resolve)
    for draft in drafts:
        draft.elsewhere = _of_other_parts(draft, drafts)
        joined = {r.table for r in draft.relations}
        draft.within = {squashed(t) for n in named if n.name in joined for t in tables_within(n.relation)}
    for draft in drafts:
        draft.target = _of_section(draft.target, draft.plan(), len(drafts))
        tables = len(draft.relations)
        add_written_joins(draft)
        with_lookups(draft)
        looked_up = add_told_lookups(draft, written) if likely else []
        looked_up += follow_defined(draft, told_at_first.steps) if likely and len(drafts) == 1 else []
        add_missing_sources(draft)
        if likely:
            join_by_periods(draft, written)
        try_open_again(draft, tables)
        with_one_of_several(draft)
        with_picked_rows(draft)
        with_latest_rows(draft)
        with_exact_doubles(draft)
        with_chains(draft)
        add_written_grouping(draft)
        add_noted_rows(draft)
        with_kept_rows(draft)
        without_stay_remarks(draft)
        without_rows_of_others(draft)
        settle_kept_rows(draft)
        if likely:
            followed = without_followed(draft, followed, looked_up)
            followed = _likely_followed(draft, written, followed, alone=len(drafts) == 1)
        with_filters_behind(draft, written)
        with_choice_first(draft)
        draft.relations[:] = with_named(draft.relations, named)
        draft.filters[:] = [_compared(condition, target.codes_alike) for condition in draft.filters]
    findings = [f for draft in drafts for f in draft.findings]
    sections = tuple(draft.plan() for draft in drafts)
    findings += _still_open(followed, sections)
    findings += [assumed_filter(sql, n.cell, target.name) for n in named for sql in n.assumed]
    findings += restated.assumed
    findings += [_no_driving(target, s) for s in sections if not s.relations and s.left_out]
    plan = Plan(
        target=target.name,
        sections=sections,
        union_all=union_all_of(target.steps),
        reads_targets=_reads(target, sections, targets),
        findings=tuple(dict.fromkeys(findings)),
    )
    whole = likely and not restated.by_outcome
    return (
        with_parts_told(with_whole_texts(plan, told_at_first, schema), told_at_first, schema)
        if whole
        else plan
    )


def _compared(condition: Condition, codes: str) -> Condition:
    """A filter with its codes compared as the document says they are everywhere."""
    if not codes or condition.origin is Origin.WRITTEN:
        return condition
    return replace(condition, sql=with_codes_alike(condition.sql, trims="blanks" in codes))


def _with_rows_made(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with what its notes say of rows that are made beside its driving table."""
    target = with_read_twice(with_order_told(target), schema)
    return with_rows_from_start(without_placeholders(target, schema), schema)


def _likely_followed(
    draft: SectionDraft, written: Sequence[Step], found: list[Finding], *, alone: bool
) -> list[Finding]:
    """Follow what texts most likely mean; returns the findings on notes that stay."""
    followed = [*follow_partners(draft, written), *follow_tables(draft, written)]
    found = without_followed(draft, found, followed)
    if alone:
        open_notes = [f for f in found if f.severity is Severity.ERROR]
        read = follow_whole(draft, written, open_notes, followed)
        found = without_followed(draft, found, read)
    follow_likely(draft)
    return follow_notes(draft, found) if alone else found


def _still_open(found: Sequence[Finding], sections: Sequence[SectionPlan]) -> list[Finding]:
    """Findings on texts, without those on a clause that chose the row that stays in the end."""
    told = [c.text for section in sections for c in section.qualify]
    told += [r.told for section in sections for r in section.relations if r.told]
    followed = {say("merge.clause_not_followed", clause=text) for text in told}
    return [f for f in found if f.message not in followed]


def _drafts(target: TargetMapping, schema: Schema, resolve: Resolve) -> list[SectionDraft]:
    splitting = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
    if not any(s.section or s.kind in splitting for s in target.steps):
        return [_draft(name, target.steps, target, schema, resolve) for name in target.sections]
    parts = _named_as_rows(sections_of(target.steps), target)
    return [_draft(name, steps, target, schema, resolve) for name, steps in parts]


def _draft(
    name: str, steps: Sequence[Step], target: TargetMapping, schema: Schema, resolve: Resolve
) -> SectionDraft:
    """One section from its steps; where they name no table, the source cells do."""
    joins = [s for s in steps if s.kind in JOIN_KINDS]
    if joins and not any(s.kind is StepKind.DRIVING for s in joins):
        steps = [*_driving_step(name, joins, target, schema), *steps]
    if joins:
        return read_section(name, steps, target, schema, resolve)
    draft = section_without_steps(name, target, schema, resolve)
    for step in steps:
        add_other(draft, step)
    return draft


def _of_other_parts(draft: SectionDraft, drafts: Sequence[SectionDraft]) -> tuple[str, ...]:
    """Tables that other parts start from and this one does not read."""
    own = {r.table for r in draft.relations}
    others = [d.relations[0].table for d in drafts if d is not draft and d.relations]
    return tuple(dict.fromkeys(t for t in others if t not in own))


def _driving_step(name: str, joins: Sequence[Step], target: TargetMapping, schema: Schema) -> list[Step]:
    """The table that joins are made to, where only prose tells of joins and none of what they start from."""
    if any(s.kind in (StepKind.RIGHT_JOIN, StepKind.CROSS_JOIN) for s in joins):
        return []
    roles = [s for s in joins if not _is_second_role(s)]
    joined = {table.name.casefold() for s in roles if (table := find_table(schema, s.table)) is not None}
    rows = [c for c in target.columns if not c.section or c.section.casefold() == name.casefold()]
    driving = likely_driving(rows, schema, joined)
    if driving is None or driving.table.casefold() in joined:
        return []
    first = joins[0]
    return [replace(first, kind=StepKind.DRIVING, table=driving.table, alias=driving.alias, condition="")]


def _is_second_role(step: Step) -> bool:
    """Whether a join is of a table that the query has already, and held against that: ``staff.x = boss.y``."""
    has_role = bool(step.alias) and step.alias.casefold() != step.table.casefold()
    return has_role and re.search(rf"(?<![\w.]){re.escape(step.table)}\.", step.condition, re.I) is not None


def _named_as_rows(
    parts: list[tuple[str, list[Step]]], target: TargetMapping
) -> list[tuple[str, list[Step]]]:
    """Parts under the sections' names of the column mappings, where the steps' own names match none of those.

    Two sheets often number on one and name on the other; as many parts as sections are paired in their order.
    """
    said = list(dict.fromkeys(c.section for c in target.columns if c.section))
    known = {name.casefold() for name, _ in parts}
    if len(said) != len(parts) or any(name.casefold() in known for name in said):
        return parts
    return [(name, steps) for name, (_, steps) in zip(said, parts, strict=True)]


def _no_driving(target: TargetMapping, section: SectionPlan) -> Finding:
    place = f' of section "{section.name}"' if section.name else ""
    message = say("merge.no_table", place=place)
    return Finding("D202", Severity.ERROR, message, target.cell, target.name)


def _reads(target: TargetMapping, sections: Sequence[SectionPlan], targets: Sequence[str]) -> tuple[str, ...]:
    others = {name.casefold(): name for name in targets if name.casefold() != target.name.casefold()}
    tables = [r.table.casefold() for s in sections for r in s.relations]
    return tuple(dict.fromkeys(others[t] for t in tables if t in others))


def columns_of_section(target: TargetMapping, section: SectionPlan, sections: int) -> TargetMapping:
    """The target with the rows that hold for one section: its own, and those of no section.

    Where a column has a row of the section's own and one without a section, the section's own counts.

    Args:
        target: The whole target.
        section: One part of its plan.
        sections: How many parts the plan has; with one, every row holds.
    """
    if sections == 1:
        return target
    own = {c.name.casefold() for c in target.columns if _same(c.section, section.name)}
    kept = [
        c
        for c in target.columns
        if _same(c.section, section.name) or (not c.section and c.name.casefold() not in own)
    ]
    parts = _parts_of(target, section)
    return replace(target, columns=tuple(_said_of_part(_of_part(c, section), section, parts) for c in kept))


def _of_section(target: TargetMapping, section: SectionPlan, sections: int) -> TargetMapping:
    """The whole target, rows that hold for several parts with what they say of this one."""
    if sections == 1:
        return target
    parts = _parts_of(target, section)
    columns = tuple(_said_of_part(_of_part(c, section), section, parts) for c in target.columns)
    return replace(target, columns=columns)


def _parts_of(target: TargetMapping, section: SectionPlan) -> tuple[Part, ...]:
    """The parts of a union in their order; the tables that the others start from are told where this one knows them."""
    names = target.sections
    numbered = section.name.isdecimal() and section.name not in names
    if numbered:
        starts = [
            s.table for s in target.steps if s.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
        ]
        return tuple(Part(str(n), n, table) for n, table in enumerate(filter(None, starts), start=1))
    tables = [_start_of(target, name) for name in names]
    called = called_in(target.steps, tables)
    return tuple(
        Part(name, n, table, own)
        for n, (name, table, own) in enumerate(zip(names, tables, called, strict=True), start=1)
    )


def _start_of(target: TargetMapping, name: str) -> str:
    begins = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
    return next((s.table for s in target.steps if s.section == name and s.kind in begins and s.table), "")


def _said_of_part(column: ColumnMapping, section: SectionPlan, parts: Sequence[Part]) -> ColumnMapping:
    """A row that holds for several parts, with what its rule says of this one."""
    part = next((p for p in parts if _same(p.name, section.name)), None)
    rule = column.rule_resolved or column.rule
    said = rule_of_part(rule, part, parts) if part is not None and rule and not column.section else None
    if said is None:
        return column
    said = _ALWAYS.sub("", said)
    said = f"constant '{said}'" if not column.sources and _LABEL.match(said) else said
    return replace(column, rule=said, rule_resolved=said)


_ALWAYS = re.compile(r"^(?:always|fixed|constantly)\s+(?=\S+$)", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?!(?:copy|direct|same|null|none|empty|blank|true|false|current|sum|count|total|number|as|upper|lower|trim)\b)"
    r"(?!.*\b(?:of|from|the|in|by|for|per|to|with|if|when)\b)[A-Za-z][\w-]*(?:\s[A-Za-z][\w-]*){0,2}$",
    re.IGNORECASE,
)
"""A word or two that a part is marked by, without quotes."""


def _of_part(column: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """A row that holds for several parts, without the source cells that belong to the other ones."""
    if column.section or not section.elsewhere:
        return column
    others = {squashed(name) for name in section.elsewhere}
    own = tuple(ref for ref in column.sources if squashed(ref.table.rpartition(".")[2]) not in others)
    start = squashed(section.relations[0].table) if section.relations else ""
    started = [ref for ref in own if squashed(ref.table.rpartition(".")[2]) == start]
    if len(own) == len(column.sources) == 2 and len(started) == 1 and len(others) == 1:
        own = tuple(started)
    return column if len(own) == len(column.sources) else replace(column, sources=own)


def _same(left: str, right: str) -> bool:
    return bool(left) and left.casefold() == right.casefold()
