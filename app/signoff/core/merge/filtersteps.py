"""Filters and groupings of a section's steps, put where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, Scope, quoted
from signoff.core.domain.findings import Severity
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.clauses import items_of
from signoff.core.merge.conditions import Resolve, sql_condition, understood
from signoff.core.merge.deduping import dedup_condition
from signoff.core.merge.equal_rows import equal_rows
from signoff.core.merge.filtertexts import said_filter
from signoff.core.merge.group_filters import counted_groups
from signoff.core.merge.grouping import GROUPING, grouping_of
from signoff.core.merge.inner_relations import cut_to_latest, only_rows
from signoff.core.merge.kept_row_tests import add_kept_row_test
from signoff.core.merge.key_nouns import meant_keys
from signoff.core.merge.limits_behind import without_limit
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.named_columns import passes_over
from signoff.core.merge.names import words
from signoff.core.merge.rowfilters import Clause, row_clauses
from signoff.core.merge.rowtexts import leaves_out_unread
from signoff.core.merge.scoping import find_everywhere, scope_for_condition
from signoff.core.merge.sectiondraft import SectionDraft, rows_of
from signoff.core.merge.sqlparts import aggregates, columns_of, parsed, windows
from signoff.core.merge.undated import undated


def add_filter(draft: SectionDraft, step: Step, quiet: bool = False) -> None:
    """A filter's text as a whole where it is SQL, else each of its clauses; `quiet` keeps a strange one as a note.

    What stays the same without the limit behind it has passed the limit over: it is asked about.
    """
    made = _tried(draft, step) if any(heads := list(without_limit(step.condition))) else ()
    if made and any(_tried(draft, replace(step, condition=head)) == made for head in heads):
        draft.report("D206", say("merge.filter_not_understood"), step)
        draft.unresolved.append(Condition(step.condition, cell=step.cell))
    else:
        _add_filter(draft, step, quiet)


def _tried(draft: SectionDraft, step: Step) -> tuple[str, ...]:
    """The SQL of the conditions that a filter would add, on rows, groups or a joined table's rows."""
    trial = SectionDraft(
        draft.name,
        draft.target,
        draft.schema,
        draft.resolve,
        list(draft.relations),
        group_by=list(draft.group_by),
    )
    _add_filter(trial, step, quiet=True)
    inner = [str(r) for r, old in zip(trial.relations, draft.relations, strict=True) if r != old]
    return (*(each.sql for each in (*trial.filters, *trial.having, *trial.qualify)), *inner)


def _add_filter(draft: SectionDraft, step: Step, quiet: bool) -> None:
    relations, schema = draft.relations, draft.schema
    counted = counted_groups(step.condition, relations, step.cell) if draft.group_by else None
    if counted is not None:
        draft.having.append(counted)
        return
    if _add_equal(draft, step) or add_kept_row_test(draft, step):
        return
    clauses = row_clauses(
        step.condition, relations, schema, draft.resolve, step.cell, lambda t: latest_of(draft, t, step)
    )
    known = [c for c in clauses if c.is_understood]
    if not known and len(relations) > 1 and _of_driving(draft, step):
        return
    if known and not sql_condition(step.condition, _whole_scope(draft, step), draft.schema):
        for clause in clauses:
            _add_clause(draft, replace(step, condition=clause.text), clause, quiet)
    else:
        _add_whole(draft, step, quiet)


def _of_driving(draft: SectionDraft, step: Step) -> bool:
    """Take up a filter whose column several tables have as one on the driving table; False where it is none."""
    clauses = row_clauses(step.condition, draft.relations[:1], draft.schema, draft.resolve, step.cell)
    if not clauses or not all(c.conditions for c in clauses):
        return False
    if sql_condition(step.condition, _whole_scope(draft, step), draft.schema):
        return False
    for clause in clauses:
        _add_clause(draft, replace(step, condition=clause.text), clause, quiet=False)
    message = say("merge.filter_in_several", place=draft.relations[0].alias)
    draft.report("D206", message, step, Severity.WARNING)
    return True


def try_open_again(draft: SectionDraft, tables: int) -> None:
    """Read the filters again that were left open before further tables were joined.

    Args:
        draft: with all its relations.
        tables: how many it had when the filters were read.
    """
    message = say("merge.filter_not_understood")
    for condition in list(draft.unresolved) if len(draft.relations) > tables else ():
        told = next(
            (
                f
                for f in draft.findings
                if f.message == message and f.cell == condition.cell and f.code == "D206"
            ),
            None,
        )
        if told is None:
            continue
        draft.unresolved.remove(condition)
        draft.findings.remove(told)
        add_filter(
            draft, Step(draft.target.name, 0, StepKind.FILTER, condition=condition.text, cell=condition.cell)
        )


def _add_equal(draft: SectionDraft, step: Step) -> bool:
    """Keep one of equal rows, of the driving table or of one that is joined; False where the text asks for none."""
    for place, relation in enumerate(draft.relations):
        equal = equal_rows(step.condition, [relation], draft.schema, step.cell, draft.target)
        if equal is None:
            continue
        if equal.origin is Origin.UNRESOLVED:
            draft.report("D204", say("merge.filter_assumed", sql=equal.sql), step)
        cut = cut_to_latest(relation, equal) if place else None
        if place and cut is None:
            continue
        if cut is not None:
            draft.relations[place] = cut
        else:
            place_filter(draft, equal)
        return True
    return False


def _says_inner(draft: SectionDraft, condition: Condition) -> bool:
    """Whether a condition only says that a partner is there in a table whose join asks for one already."""
    return (
        any(
            r.join is JoinKind.INNER
            and condition.sql.startswith(f"exists (select 1 from {quoted(r.table)} as ")
            for r in draft.relations
        )
        and " and " not in condition.sql
    )


def _of_joined(draft: SectionDraft, text: str, condition: Condition) -> int | None:
    """The left joined table whose rows a clause leaves out, where it speaks of them and not of the driving table's."""
    tree = parsed(condition.sql)
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    if len(named) != 1 or tree is None or aggregates(tree) or windows(tree):
        return None
    said = {singular(word) for word in words(text)}
    for place, relation in enumerate(draft.relations):
        if not place or relation.join is not JoinKind.LEFT or relation.alias.casefold() not in named:
            continue
        own = {singular(w) for w in words(relation.table)}
        driving = {singular(w) for w in words(draft.relations[0].table)}
        if own & said and not (driving - own) & said and relation.on is not None:
            return place
    return None


def _add_clause(draft: SectionDraft, step: Step, clause: Clause, quiet: bool) -> None:
    if clause.is_remark:
        draft.notes.append(Condition(clause.text, cell=step.cell))
    elif GROUPING.match(clause.text):
        add_grouping(draft, step)
    elif not clause.conditions and not add_kept_row_test(draft, step):
        _add_whole(draft, step, quiet)
    for condition in clause.conditions:
        if _says_inner(draft, condition):
            draft.notes.append(Condition(clause.text, cell=step.cell))
            continue
        if condition.origin is Origin.UNRESOLVED:
            joins = "exists (" in condition.sql
            message = say("merge.join_proposed", sql=condition.sql)
            draft.report("D204", message if joins else say("merge.filter_assumed", sql=condition.sql), step)
        joined = _of_joined(draft, clause.text, condition)
        if joined is not None:
            draft.relations[joined] = only_rows(draft.relations[joined], condition)
        else:
            place_filter(draft, condition)


def latest_of(draft: SectionDraft, text: str, step: Step) -> Condition | None:
    """The filter of a text that says which one of several rows stays; without keys, one of the target's key."""
    keyed = [
        hits[0].sql
        for column in rows_of(draft)
        if column.key and len(column.sources) == 1
        if (hits := find_everywhere(draft.relations[:1], draft.schema, column.sources[0].column))
    ]
    return dedup_condition(text, draft.relations, draft.schema, step.cell, draft.target, keyed)


def _whole_scope(draft: SectionDraft, step: Step) -> Scope:
    return scope_for_condition(draft.relations, draft.schema, step.condition)


def _listed(draft: SectionDraft, step: Step) -> list[Condition]:
    """Conditions that stand in a list, ``kind is blank, state = A or B``: each understood without doubt, or none."""
    parts = list(items_of(step.condition))
    if len(parts) < 2:
        return []

    def certain(text: str, scope: Scope) -> Condition | None:
        return draft.resolve(text, replace(scope, certain=True))

    found = [understood(part, draft.relations, draft.schema, certain, step.cell) for part in parts]
    return [each for each in found if each is not None] if all(found) else []


def _add_whole(draft: SectionDraft, step: Step, quiet: bool) -> None:
    listed = _listed(draft, step)
    for each in listed:
        place_filter(draft, each)
    if listed:
        return
    condition = _filter_over(draft, step, draft.relations) or _undated(draft, step)
    if condition is None and len(draft.relations) > 1:
        condition = _filter_over(draft, step, draft.relations[:1])
        if condition is not None:
            place = draft.relations[0].alias
            message = say("merge.filter_in_several", place=place)
            draft.report("D206", message, step, Severity.WARNING)
    if condition is None and quiet:
        draft.notes.append(Condition(step.condition, cell=step.cell))
    elif condition is None:
        draft.report("D206", say("merge.filter_not_understood"), step)
        draft.unresolved.append(Condition(step.condition, cell=step.cell))
    else:
        tree = parsed(condition.sql)
        if condition.origin is Origin.UNRESOLVED and tree is not None and windows(tree):
            draft.report("D204", say("merge.filter_assumed", sql=condition.sql), step)
        place_filter(draft, condition)


def _undated(draft: SectionDraft, step: Step) -> Condition | None:
    """Rows told by a day alone: by the only day they have, or by what the target shows as theirs, which is told."""
    found = undated(step.condition, draft.relations, draft.schema, draft.target)
    if found is None or not (found.is_sure or found.is_assumed):
        return None
    if found.is_sure:
        return Condition(step.condition, found.sqls[0], Origin.PATTERN, step.cell)
    draft.report("D204", say("merge.filter_assumed", sql=found.sqls[0]), step)
    return Condition(step.condition, found.sqls[0], Origin.UNRESOLVED, step.cell)


def _filter_over(draft: SectionDraft, step: Step, relations: Sequence[Relation]) -> Condition | None:
    text, schema, cell = step.condition, draft.schema, step.cell
    if leaves_out_unread(text):
        return None
    found = (
        latest_of(draft, text, step)
        or said_filter(text, relations, schema, draft.resolve, cell)
        or understood(text, relations, schema, _of_rows(draft.resolve), cell)
    )
    return None if found is not None and passes_over(text, [found], relations, schema) else found


def _of_rows(resolve: Resolve) -> Resolve:
    """The same, told that the text may also say which one of several rows stays."""
    return lambda text, scope: resolve(text, replace(scope, rows=True))


def place_filter(draft: SectionDraft, condition: Condition) -> None:
    """Filters on aggregates go behind the grouping, on window functions behind everything; none twice from one text."""
    held = (*draft.filters, *draft.having, *draft.qualify)
    if any(each.sql == condition.sql and each.cell == condition.cell for each in held):
        return
    tree = parsed(condition.sql)
    if tree is not None and windows(tree):
        draft.qualify.append(condition)
    elif tree is not None and aggregates(tree):
        draft.having.append(condition)
    else:
        draft.filters.append(condition)


def add_grouping(draft: SectionDraft, step: Step) -> None:
    """Group by what a text names; keys that are there already are not repeated."""
    text = step.condition or step.table
    keys, unknown = grouping_of(text, draft.relations, draft.schema, draft.target, draft.resolve, step.cell)
    known = {(k.sql, k.column) for k in draft.group_by}
    draft.group_by.extend(k for k in keys if (k.sql, k.column) not in known)
    taken = [k.column or k.text for k in draft.group_by]
    unknown = [item for item in unknown if all(item.casefold() != k.text.casefold() for k in draft.group_by)]
    for meant in meant_keys(unknown, taken, rows_of(draft)) if unknown else ():
        draft.group_by.append(Condition(meant.noun, column=meant.column, cell=step.cell))
        message = say("merge.grouping_meant", item=meant.noun, column=meant.column)
        draft.report("D207", message, step, Severity.WARNING)
        unknown = [item for item in unknown if item != meant.noun]
    for item in unknown:
        message = say("merge.grouping_unknown", item=item)
        draft.report("D207", message, step)
        draft.unresolved.append(Condition(item, cell=step.cell))
