"""An update of existing SQL: the relations that its new and changed columns need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import Plan, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.derived import with_subqueries
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns, plan_existing
from signoff.core.merge.lookups import with_lookups
from signoff.core.merge.names import bare, find_table, table_and_alias, words
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.stepless import add_missing_sources, add_written_joins
from signoff.core.merge.stepping import JOIN_KINDS, add_relation
from signoff.core.merge.summing_new import summed_first

_WORD = re.compile(r"\w+")
_SMALL = frozenset({"of", "the", "a", "an", "its", "from", "for", "in"})
_SUMMED = re.compile(
    r"\b(?:sum(?:med)?|count(?:ed)?|total|(?:number|quantity) of|how many"
    r"|average|avg|mean|min(?:imum)?|max(?:imum)?|median"
    r"|(?:lat|earli|high|low|larg|small|new|old)est|first|last|most recent|distinct)\b",
    re.IGNORECASE,
)


def plan_update(
    existing: ExistingSql,
    target: TargetMapping,
    columns: Sequence[ColumnMapping],
    schema: Schema,
    *,
    resolve: Resolve,
) -> Plan:
    """The existing relations, and behind them those that new and changed columns need.

    CTEs and subqueries carry their own SQL, so `probe_frame` of a section is a frame to try expressions in;
    the file's own filters are not part of it.

    Args:
        existing: The file.
        target: Its mapping; join steps whose tables the file does not read yet are followed.
        columns: New and changed columns.
        schema: Tables the file reads or may read.
        resolve: As for `plan_target`.
    """
    plan = _named_as_document(plan_existing(existing, schema, target.name, _copied(columns)), target)
    names = {squashed(c.name) for c in columns}
    own = frozenset(o.name.casefold() for o in existing_columns(existing, schema))
    own |= {c.name.casefold() for c in columns}
    asked = replace(
        target, columns=tuple(_over_result(c, own) for c in target.columns if squashed(c.name) in names)
    )
    sections, findings = [], list(plan.findings)
    for number, section in enumerate(plan.sections):
        draft = _draft(asked, section, schema, resolve)
        for step in _steps(target, number, len(plan.sections)):
            _follow(draft, step)
        add_written_joins(draft)
        with_lookups(draft)
        add_missing_sources(draft)
        grouped = bool(section.group_by)
        relations, told = (
            (draft.relations, [])
            if grouped
            else summed_first(draft.relations, section.relations, asked.columns, schema)
        )
        findings += [*draft.findings, *told]
        sections.append(replace(section, relations=tuple(relations), left_out=tuple(draft.left_out)))
    found = replace(plan, sections=tuple(sections), findings=tuple(dict.fromkeys(findings)))
    return with_subqueries(existing, found, schema)


def _copied(columns: Sequence[ColumnMapping]) -> frozenset[tuple[str, str]]:
    """Tables and columns, squashed, whose values rules take one by one: nothing is summed up."""
    rows = [c for c in columns if not _SUMMED.search(c.rule_resolved or c.rule)]
    return frozenset((squashed(bare(s.table)), squashed(bare(s.column))) for c in rows for s in c.sources)


def _over_result(row: ColumnMapping, own: frozenset[str]) -> ColumnMapping:
    """A row whose rule speaks of columns of the result alone reads no tables, whatever its source cells name."""
    said = {word.casefold() for word in _WORD.findall(row.rule_resolved or row.rule)}
    sources = {bare(ref.column).casefold() for ref in row.sources}
    reads_own = said & own - sources - {row.name.casefold()}
    named = {word for ref in row.sources for name in (ref.table, ref.column) for word in words(name)}
    if (
        said - _SMALL <= named
    ):  # ``category of the status`` is status_category_name, though status is a column too
        return row
    return replace(row, sources=(), source_tables=()) if reads_own and not said & sources else row


def _named_as_document(plan: Plan, target: TargetMapping) -> Plan:
    """The parts under the document's names of the sections, where it has as many."""
    names = target.sections
    if len(names) != len(plan.sections):
        return plan
    named = tuple(replace(s, name=name) for s, name in zip(plan.sections, names, strict=True))
    return replace(plan, sections=named)


def _draft(target: TargetMapping, section: SectionPlan, schema: Schema, resolve: Resolve) -> SectionDraft:
    draft = SectionDraft(section.name, target, schema, resolve)
    draft.relations.extend(section.relations)
    return draft


def _steps(target: TargetMapping, number: int, parts: int) -> list[Step]:
    """Join steps for one part: those of the section at its place, and those of no section."""
    names = list(dict.fromkeys(s.section for s in target.steps if s.section))
    own = names[number] if len(names) == parts else ""
    joins = [s for s in target.steps if s.kind in JOIN_KINDS]
    return [s for s in joins if not s.section or parts == 1 or s.section == own]


def _follow(draft: SectionDraft, step: Step) -> None:
    written, alias = table_and_alias(draft.schema, step.table)
    wanted = squashed(step.alias or alias)
    table = find_table(draft.schema, written)
    name = table.name if table is not None else written
    if any(_is_there(r, wanted, name) for r in draft.relations) and not _is_second(draft, step, name):
        return
    add_relation(draft, step)


def _is_second(draft: SectionDraft, step: Step, table: str) -> bool:
    """Whether a step joins a table to rows of its own, under a name that no relation has."""
    aliases = {r.alias.casefold(): r for r in draft.relations}
    if step.kind is StepKind.DRIVING or not step.alias or step.alias.casefold() in aliases:
        return False
    said = {name.casefold() for name in re.findall(r"(\w+)\.\w", step.condition)}
    others = [aliases[name] for name in said & aliases.keys()]
    return step.alias.casefold() in said and any(squashed(table) in letters_of(r) for r in others)


def _is_there(relation: Relation, alias: str, table: str) -> bool:
    """Whether the file reads a step's table already, under that alias if the step names one."""
    same_table = squashed(table) in letters_of(relation)
    return same_table and (not alias or squashed(relation.alias) == alias or relation.join == "driving")
