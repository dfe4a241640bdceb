"""The query-steps sheet as sections: driving table, joins, filters, grouping, in the order of the lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.conditions import Resolve
from signoff.core.merge.described_joins import described_join
from signoff.core.merge.filtersteps import add_filter, add_grouping, latest_of
from signoff.core.merge.inferring import proposed_join
from signoff.core.merge.inner_relations import Setting, cut_to_latest, inner_relation
from signoff.core.merge.inner_texts import Inside, condition_and_inside, table_and_inside
from signoff.core.merge.join_bodies import PICKS, refers, told_join
from signoff.core.merge.join_outcomes import with_outcome_read
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.key_and_conditions import key_and_conditions
from signoff.core.merge.likeliest_joins import add_likeliest
from signoff.core.merge.limits_behind import without_limit
from signoff.core.merge.moved_keys import with_moved_keys
from signoff.core.merge.names import find_table, table_and_alias, unique_alias
from signoff.core.merge.read_twice import add_read_twice
from signoff.core.merge.rows_from_starts import add_rows_from_start
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.spine_texts import read_spine
from signoff.core.merge.spines import spine_relation
from signoff.core.merge.spoken_tables import spoken_table
from signoff.core.merge.target_sides import with_target_values

JOIN_KINDS = {
    StepKind.DRIVING: JoinKind.DRIVING,
    StepKind.INNER_JOIN: JoinKind.INNER,
    StepKind.LEFT_JOIN: JoinKind.LEFT,
    StepKind.RIGHT_JOIN: JoinKind.RIGHT,
    StepKind.FULL_JOIN: JoinKind.FULL,
    StepKind.CROSS_JOIN: JoinKind.CROSS,
}
_UNIONS = (StepKind.UNION, StepKind.UNION_ALL)
_WHERE = re.compile(r"\s*where\b\s*", re.IGNORECASE)
"""Begins a condition on rows that stands where joins stand."""
_ALWAYS = re.compile(r"^\s*(1\s*=\s*1|true|none|n/a|-|—|all)\s*$", re.IGNORECASE)


def sections_of(steps: Sequence[Step]) -> list[tuple[str, list[Step]]]:
    """Steps by section; lines without one hold for each, unless they have a driving table of their own."""
    ordered = sorted(steps, key=lambda s: s.order)
    names = list(dict.fromkeys(s.section for s in ordered if s.section))
    shared = [s for s in ordered if not s.section]
    if not names:
        return _split_at_unions(shared)
    if any(s.kind == StepKind.DRIVING for s in shared):
        own = list(dict.fromkeys(s.section for s in ordered))
        return [(name, _opened([s for s in ordered if s.section == name])) for name in own]
    return [(name, _opened([s for s in ordered if s.section in ("", name)])) for name in names]


def _opened(steps: list[Step]) -> list[Step]:
    """A part that begins with a union line which names a table begins with that table."""
    if any(s.kind is StepKind.DRIVING for s in steps):
        return steps
    first = next((n for n, s in enumerate(steps) if s.kind in _UNIONS and s.table), None)
    return [replace(s, kind=StepKind.DRIVING) if n == first else s for n, s in enumerate(steps)]


def _split_at_unions(steps: list[Step]) -> list[tuple[str, list[Step]]]:
    """One part for each driving table where no section is named; one unnamed part where there is one."""
    parts: list[list[Step]] = [[]]
    for step in steps:
        begins = step.kind in _UNIONS or step.kind == StepKind.DRIVING
        has_driving = any(s.kind == StepKind.DRIVING for s in parts[-1])
        if begins and has_driving:
            parts.append([])
        parts[-1].append(_as_driving(step, parts[-1]))
    kept = [p for p in parts if any(s.kind not in _UNIONS for s in p)]
    if len(kept) < 2:
        return [("", [s for p in parts for s in p])]
    return [(str(number), part) for number, part in enumerate(kept, start=1)]


def _as_driving(step: Step, part: list[Step]) -> Step:
    """A union line that names a table opens the next part with it."""
    if step.kind in _UNIONS and step.table and not part:
        return replace(step, kind=StepKind.DRIVING)
    return step


def union_all_of(steps: Sequence[Step]) -> bool:
    """Whether equal rows of the parts are kept: yes, unless a step says union and none says union all."""
    kinds = {s.kind for s in steps}
    return StepKind.UNION not in kinds or StepKind.UNION_ALL in kinds


def read_section(
    name: str, steps: Sequence[Step], target: TargetMapping, schema: Schema, resolve: Resolve
) -> SectionDraft:
    """One section from its lines; tables first, so that a filter may stand above the joins it needs."""
    draft = SectionDraft(name, target, schema, resolve)
    steps = _rows_noted(steps)
    for step in _in_joining_order(steps):
        add_relation(draft, step)
    for step in steps:
        add_other(draft, step)
    return draft


def _rows_noted(steps: Sequence[Step]) -> list[Step]:
    """The lines with a note that asks for rows for each row of the driving table as what is done with that table."""
    driving = next((s for s in steps if s.kind is StepKind.DRIVING and s.table and not s.condition), None)
    note = next((s for s in steps if s.kind is StepKind.NOTE and _is_per_row(s.condition)), None)
    if driving is None or note is None:
        return list(steps)
    made = replace(driving, condition=note.condition, cell=note.cell)
    return [made if s is driving else s for s in steps if s is not note]


def _is_per_row(text: str) -> bool:
    spine = read_spine(text)
    return spine is not None and bool(spine.per)


def _in_joining_order(steps: Sequence[Step]) -> list[Step]:
    """Table lines, the driving table first; a join that uses a later line's alias stands behind it."""
    waiting = sorted((s for s in steps if s.kind in JOIN_KINDS), key=lambda s: s.kind != StepKind.DRIVING)
    found: list[Step] = []
    while waiting:
        ready = next((s for s in waiting if not _needs(s, waiting)), waiting[0])
        found.append(ready)
        waiting.remove(ready)
    return found


def _needs(step: Step, waiting: Sequence[Step]) -> bool:
    aliases = [w.alias for w in waiting if w is not step and w.alias and w.alias != step.alias]
    return any(re.search(rf"\b{re.escape(a)}\s*\.", step.condition, re.IGNORECASE) for a in aliases)


def add_relation(draft: SectionDraft, step: Step) -> None:
    """Put the table of one step into the query, or say why it cannot be."""
    if _add_made_rows(draft, step) or add_rows_from_start(draft, step) or add_read_twice(draft, step):
        return
    if step.kind is not StepKind.DRIVING and step.condition:
        step = with_outcome_read(step)
    written, alias, inside, condition = _first_done(draft, step)
    whole = step
    if inside is not None:
        step = replace(step, condition=condition)
    table = find_table(draft.schema, written)
    kind = JOIN_KINDS[step.kind]
    if table is None:
        what = f'Table "{step.table}"' if step.table else "A step without a table name"
        draft.report("D201", say("merge.step_table", what=what), step)
        draft.left_out.append(Relation(written, step.alias or alias, kind, _said(step), step.cell))
        return
    if kind == JoinKind.DRIVING and draft.relations:
        message = say("merge.drives_already", driving=draft.relations[0].table, table=table.name)
        draft.report("D202", message, step)
        kind = JoinKind.LEFT
    wanted = step.alias or alias or table.name
    relation = Relation(
        table.name, unique_alias(wanted, (r.alias for r in draft.relations)), kind, None, step.cell
    )
    relation = replace(relation, kind_assumed=step.kind_assumed)
    if draft.relations and step.condition:
        step = replace(step, condition=with_target_values(step.condition, relation, draft))
    if not draft.relations:
        draft.relations.append(replace(relation, join=JoinKind.DRIVING))
        _driving_condition(draft, step)
    elif kind == JoinKind.CROSS:
        draft.relations.append(relation)
    elif inside is not None:
        _add_inner(draft, relation, step, inside, whole)
    else:
        _add_join(draft, relation, step)


def _add_made_rows(draft: SectionDraft, step: Step) -> bool:
    """Put rows that a step asks to be made, such as one for each month, into the query; False when it asks for none."""
    by_table = find_table(draft.schema, step.table) is None
    spine = read_spine(step.condition) or (read_spine(step.table) if by_table and step.table else None)
    kind = JOIN_KINDS[step.kind]
    if spine is None or (kind is JoinKind.DRIVING) == bool(draft.relations):
        return False
    table = "" if by_table else step.table
    taken = [r.alias for r in draft.relations]
    if table and spine.per and spoken_table(spine.per, draft.target, draft.schema) is None:
        spine = replace(spine, per=table)
    made = spine_relation(spine, draft.schema, draft.target, taken, table, step.cell, step.alias)
    if made is None or kind not in (JoinKind.DRIVING, JoinKind.CROSS):
        return False
    draft.relations.append(replace(made, join=kind))
    draft.report("D218", say("merge.rows_made", told=made.told), step, Severity.WARNING)
    if spine.per and not spine.open_end:
        draft.report(
            "D218", say("merge.rows_made_open", table=made.table, end=spine.end), step, Severity.WARNING
        )
    return True


def _first_done(draft: SectionDraft, step: Step) -> tuple[str, str, Inside | None, str]:
    """Table, alias, what is done with the table before it is joined, and the condition without that."""
    inside, text, condition = None, step.table, step.condition
    if find_table(draft.schema, text) is None:
        text, inside = table_and_inside(step.table)
    if inside is None and step.kind is not StepKind.DRIVING:
        condition, inside = condition_and_inside(step.condition)
    written, alias = table_and_alias(draft.schema, text)
    return written, alias, inside, condition


def _add_inner(draft: SectionDraft, relation: Relation, step: Step, inside: Inside, whole: Step) -> None:
    """Join a table of which the latest rows are kept, or whose rows are put together, first."""
    setting = Setting(draft.target, draft.schema, draft.resolve, tuple(draft.relations), step.cell)
    found, findings = inner_relation(relation, step.condition, inside, setting)
    told = told_join(draft, relation, whole) if found is None else None
    if told is not None:
        draft.relations.append(told)
        return
    if found is None:
        draft.report("D217", say("merge.first_not_understood", table=relation.table), step)
        _add_join(draft, relation, step)
        return
    draft.relations.append(found)
    draft.findings.extend(findings)


def _driving_condition(draft: SectionDraft, step: Step) -> None:
    """A condition beside the driving table is a filter on it."""
    if step.kind != StepKind.DRIVING:
        message = say("merge.driving_proposed", table=draft.relations[0].table)
        draft.report("D202", message, step, Severity.WARNING)
        if _WHERE.match(step.condition):
            add_filter(draft, replace(step, condition=_WHERE.sub("", step.condition)))
    elif step.condition and not _ALWAYS.match(step.condition):
        add_filter(draft, step, quiet=True)


def _add_join(draft: SectionDraft, relation: Relation, step: Step) -> None:
    condition = None
    picked = told_join(draft, relation, step) if PICKS.search(step.condition) or refers(step) else None
    if picked is not None:
        draft.relations.append(picked)
        return
    if step.condition:
        condition = join_condition(
            step.condition, relation, draft.relations, draft.schema, draft.resolve, step.cell
        ) or key_and_conditions(step.condition, relation, draft.relations, draft.schema, step.cell)
    if condition is not None:
        draft.relations.append(replace(relation, on=condition))
        return
    told = told_join(draft, relation, step) if step.condition else None
    if told is not None:
        draft.relations.append(told)
        return
    described = described_join(draft, relation, step) if step.condition else None
    if described is not None:
        draft.relations.append(described)
        if described.on is not None and described.on.origin is Origin.UNRESOLVED:
            draft.report("D204", say("merge.join_proposed", sql=described.on.sql), step)
        return
    moved = with_moved_keys(draft, relation, step) if step.condition else None
    if moved is not None:
        _add_join(draft, relation, moved)
        return
    if step.condition:
        if not add_likeliest(draft, relation, step):
            draft.report("D203", say("merge.condition_not_understood", table=relation.table), step)
            draft.left_out.append(replace(relation, on=_said(step)))
        return
    proposed = proposed_join(relation, draft.relations, draft.schema)
    if proposed is None:
        message = say("merge.no_condition", table=relation.table)
        draft.report("D205", message, step)
        draft.left_out.append(relation)
        return
    draft.report("D204", say("merge.join_proposed", sql=proposed.sql), step)
    draft.relations.append(replace(relation, on=replace(proposed, cell=step.cell)))


def _said(step: Step) -> Condition | None:
    return Condition(step.condition, cell=step.cell) if step.condition else None


def add_other(draft: SectionDraft, step: Step) -> None:
    """Take up one step that names no table: a filter, a grouping, a note."""
    if step.kind == StepKind.FILTER:
        add_filter(draft, step)
    elif step.kind == StepKind.DISTINCT:
        _add_distinct(draft, step)
    elif step.kind == StepKind.GROUP_BY:
        add_grouping(draft, step)
    elif step.kind == StepKind.NOTE:
        _add_note(draft, step)


def _add_note(draft: SectionDraft, step: Step) -> None:
    """A note is kept; one that says which duplicate stays is followed too."""
    draft.notes.append(Condition(step.condition or step.table, cell=step.cell))
    latest = latest_of(draft, step.condition, step)
    if latest is not None:
        others = [latest_of(draft, text, step) for text in without_limit(step.condition)]
        if any(other is not None and other.sql == latest.sql for other in others):
            draft.report("D206", say("merge.clause_not_followed", clause=step.condition), step)
        keep_latest(draft, latest)
        if latest.origin is Origin.UNRESOLVED:
            draft.report("D204", say("merge.filter_assumed", sql=latest.sql), step)
        message = say("merge.note_followed")
        draft.report("D215", message, step, Severity.WARNING)


def keep_latest(draft: SectionDraft, latest: Condition) -> None:
    """Keep one row of each key: of a joined table before it is joined, else of all rows at the end."""
    for place, relation in enumerate(draft.relations):
        if place and (cut := cut_to_latest(relation, latest)) is not None:
            draft.relations[place] = cut
            return
    draft.qualify.append(latest)


def _add_distinct(draft: SectionDraft, step: Step) -> None:
    latest = latest_of(draft, step.condition, step)
    if latest is not None:
        keep_latest(draft, latest)
        return
    draft.distinct = True
    if step.condition:
        draft.notes.append(Condition(step.condition, cell=step.cell))
