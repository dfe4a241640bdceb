"""An update of existing SQL: which columns are new or changed, and the relations they need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Plan, Relation, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, Schema, Step, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.derived import with_subqueries
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.lineage import existing_columns, plan_existing
from signoff.core.merge.lookups import with_lookups
from signoff.core.merge.names import bare, find_table, squashed, table_and_alias
from signoff.core.merge.scoping import letters_of
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.stepless import add_missing_sources, add_written_joins
from signoff.core.merge.stepping import JOIN_KINDS, add_relation

_CHANGED = (
    r"chang(?:e|ed|es)|modif(?:y|ied|ication)|update[sd]?|amend(?:ed|ment)?"
    r"|revis(?:ed|ion)|alter(?:ed)?|fix(?:ed)?"
)
_REMOVED = r"remov(?:e|ed|al)|delet(?:e|ed)|drop(?:ped)?|obsolete|deprecated"
_STATE_CHANGED = re.compile(rf"\b(?:{_CHANGED})\b", re.IGNORECASE)
_NOTE_CHANGED = re.compile(
    rf"^\W*(?:{_CHANGED}|(?:rule|logic|mapping)\s+(?:{_CHANGED}))\b(?!\s+by\b)", re.IGNORECASE
)
_STATE_REMOVED = re.compile(rf"\b(?:{_REMOVED})\b", re.IGNORECASE)
_SUMMED = re.compile(
    r"\b(?:sum(?:med)?|count(?:ed)?|total|number of|how many|average|avg|mean|min(?:imum)?|max(?:imum)?|median"
    r"|(?:lat|earli|high|low|larg|small|new|old)est|first|last|most recent|distinct)\b",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(r"\b(?:un|not\s+|no\s+)(?:chang|modif|updat|alter)", re.IGNORECASE)


@dataclass(frozen=True)
class Delta:
    """What a mapping document asks of existing SQL."""

    added: tuple[ColumnMapping, ...]
    """Columns the file does not have, in the document's order."""
    changed: tuple[ColumnMapping, ...]
    """Columns the file has and the document marks as changed."""
    kept: tuple[ColumnMapping, ...]
    """Columns the file has and the document does not mark."""
    findings: tuple[Finding, ...] = ()


def delta(existing: ExistingSql, target: TargetMapping, schema: Schema | None = None) -> Delta:
    """Which of the target's columns are new, changed and kept.

    A row is marked as changed by its state, such as ``changed`` or ``modified``, or by a note that begins
    with such a word. Columns of the file that the document does not list stay as they are; so do those it
    marks as removed, with a finding.

    Args:
        existing: The file.
        target: The document's rows for it, all of them or the changes only.
        schema: Tables the file reads, for the columns behind a ``*``.
    """
    names = {squashed(c.name) for c in existing_columns(existing, schema)}
    added: dict[str, ColumnMapping] = {}
    changed: dict[str, ColumnMapping] = {}
    kept: dict[str, ColumnMapping] = {}
    findings = []
    for column in target.columns:
        letters = squashed(column.name)
        if is_removed(column):
            if letters in names:
                findings.append(_removal(column))
                kept.setdefault(letters, column)
        elif letters not in names:
            added.setdefault(letters, column)
        elif is_changed(column):
            changed.setdefault(letters, column)
        else:
            kept.setdefault(letters, column)
    rest = {k: v for k, v in kept.items() if k not in changed}
    return Delta(tuple(added.values()), tuple(changed.values()), tuple(rest.values()), tuple(findings))


def is_changed(column: ColumnMapping) -> bool:
    """Whether the document marks a row as changed."""
    if _UNCHANGED.search(column.state) or _UNCHANGED.match(column.note.strip()):
        return False
    return bool(_STATE_CHANGED.search(column.state) or _NOTE_CHANGED.match(column.note))


def is_removed(column: ColumnMapping) -> bool:
    """Whether the document marks a row as removed."""
    return bool(_STATE_REMOVED.search(column.state))


def _removal(column: ColumnMapping) -> Finding:
    message = say("update.removed_stays", column=column.name)
    cell = column.cell_of(Role.STATE) or column.cell
    return Finding("D227", Severity.WARNING, message, cell, column.target, column.name)


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
    asked = replace(target, columns=tuple(c for c in target.columns if squashed(c.name) in names))
    sections, findings = [], list(plan.findings)
    for number, section in enumerate(plan.sections):
        draft = _draft(asked, section, schema, resolve)
        for step in _steps(target, number, len(plan.sections)):
            _follow(draft, step)
        add_written_joins(draft)
        with_lookups(draft)
        add_missing_sources(draft)
        findings += draft.findings
        sections.append(replace(section, relations=tuple(draft.relations), left_out=tuple(draft.left_out)))
    found = replace(plan, sections=tuple(sections), findings=tuple(dict.fromkeys(findings)))
    return with_subqueries(existing, found, schema)


def _copied(columns: Sequence[ColumnMapping]) -> frozenset[tuple[str, str]]:
    """Tables and columns, squashed, whose values rules take one by one: nothing is summed up."""
    rows = [c for c in columns if not _SUMMED.search(c.rule_resolved or c.rule)]
    return frozenset((squashed(bare(s.table)), squashed(bare(s.column))) for c in rows for s in c.sources)


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
    if any(_is_there(r, wanted, table.name if table is not None else written) for r in draft.relations):
        return
    add_relation(draft, step)


def _is_there(relation: Relation, alias: str, table: str) -> bool:
    """Whether the file reads a step's table already, under that alias if the step names one."""
    same_table = squashed(table) in letters_of(relation)
    return same_table and (not alias or squashed(relation.alias) == alias or relation.join == "driving")
