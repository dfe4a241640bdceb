"""Query steps that differ from the version of the document that existing SQL was made from: joins and filters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import Since
from signoff.core.domain.plan import Condition, JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.asked_filters import step_condition
from signoff.core.merge.join_edits import JoinEdit, joined_so
from signoff.core.merge.join_sayings import join_condition
from signoff.core.merge.names import table_and_alias
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.sqlparts import same_sql
from signoff.core.merge.standing_conditions import condition_in, has_condition
from signoff.core.merge.stepping import JOIN_KINDS
from signoff.core.pipeline.row_file import RowFile
from signoff.core.review.versions.step_pairs import step_pairs

_WITHOUT_ROWS = (StepKind.NOTE, StepKind.UNION, StepKind.UNION_ALL)
"""Kinds of steps that ask nothing of one part's rows."""
Safely = Callable[[Step, FilterEdit | None], FilterEdit | None]
"""A further condition of a step, at its place, a suggestion where it is not safe; given what it is at the output."""


@dataclass(frozen=True)
class StepChange:
    """One step that differs: of both versions, of the new one only, or of the old one only."""

    old: Step | None
    new: Step | None

    @property
    def step(self) -> Step:
        """The new one, else the old one."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass
class SinceSteps:
    """Edits for steps that differ, and the differences for which there is none."""

    filters: list[FilterEdit] = field(default_factory=list)
    joins: list[JoinEdit] = field(default_factory=list)
    left: list[StepChange] = field(default_factory=list)
    new: list[Step] = field(default_factory=list)
    """Steps that the version before does not have."""


def since_steps(file: RowFile, since: Since, safely: Safely) -> SinceSteps:
    """What is to become of joins and filters that the two versions have otherwise.

    Args:
        file: the file beside its mapping.
        since: the version it was made from.
        safely: decides of a condition that is further than those the file has.
    """
    old, new = (
        [s for s in target.steps if s.kind not in _WITHOUT_ROWS] for target in (since.target, file.target)
    )
    changes = [StepChange(*pair) for pair in step_pairs(old, new, moved=False)]
    found = SinceSteps(new=[change.new for change in changes if change.new is not None])
    for change in changes:
        if _says_the_same(file, change):
            continue
        edit: FilterEdit | JoinEdit | None = None
        if change.step.kind is StepKind.FILTER:
            edit = _filter(file, change, since, safely)
        elif change.new is not None and change.old is not None and change.step.kind in JOIN_KINDS:
            edit = _join(file, change, since)
        if isinstance(edit, FilterEdit):
            found.filters.append(edit)
        elif edit is not None:
            found.joins.append(edit)
        elif not (change.step.kind is StepKind.FILTER and _has(file, change.new)):
            found.left.append(change)
    return found


def left_to_people(
    target: TargetMapping, left: Sequence[StepChange], since: Since, before: str, after: str
) -> Iterator[Finding]:
    """A remark on each difference of steps that no edit makes.

    Args:
        target: as the document has it.
        left: the differences without an edit.
        since: the version before.
        before: the file as plain SQL.
        after: the same with its edits: a table that a new column brought in is joined, one that nothing reads is gone.
    """
    for change in left:
        step = change.step
        is_join = step.kind in JOIN_KINDS and (change.new is None or change.old is None)
        if is_join and _reads(after, step.table) is (change.new is not None):
            continue
        old, new = (_said(each) for each in (change.old, change.new))
        told = say("mandate.since_field", field=say("delta.field_step"), old=old, new=new)
        message: str = say("mandate.since_step", document=since.document, change=told)
        line = _line_of(before, step.table)
        if line:
            message = f"{message} {say('mandate.since_step_line', table=step.table, line=line)}"
        cell = change.new.cell if change.new is not None else cell_of(target)
        yield Finding("D250", Severity.WARNING, message, cell, target.name)


def cell_of(target: TargetMapping) -> Cell | None:
    """A cell of the document that stands for the whole target."""
    return target.cell or next((row.cell for row in target.columns if row.cell is not None), None)


def _filter(file: RowFile, change: StepChange, since: Since, safely: Safely) -> FilterEdit | None:
    for part, place in enumerate(file.existing.parts):
        new, old = (_condition(file, each, part) for each in (change.new, change.old))
        if (change.new and new is None) or (change.old and old is None):
            continue
        cell = change.new.cell if change.new is not None else cell_of(file.target)
        if old is not None and condition_in(file.existing, place, old.sql) is None:
            continue
        if old is None and new is not None and not has_condition(file.existing, new.sql):
            why = say("edits.add_filter", condition=new.sql)
            return safely(change.step, FilterEdit(new.sql, "", part, cell, why=_since(why, change, since)))
        if old is not None:
            why = say("edits.drop_filter", condition=old.sql)
            if new is not None:
                why = say("edits.change_filter", was=old.sql, condition=new.sql)
            sql = new.sql if new is not None else ""
            return FilterEdit(sql, old.sql, part, cell, why=_since(why, change, since))
    if change.new is None or change.old is not None or _has(file, change.new):
        return None
    found = safely(change.new, None)
    if found is None:
        return None
    why = say("edits.add_filter", condition=found.sql)
    return replace(found, why=_since(why, change, since))


def _says_the_same(file: RowFile, change: StepChange) -> bool:
    """Whether a filter or join is only told in other words."""
    old, new = change.old, change.new
    if old is None or new is None or old.kind is not new.kind:
        return False
    for part in range(len(file.existing.parts)):
        if new.kind is StepKind.FILTER:
            before, after = _condition(file, old, part), _condition(file, new, part)
        else:
            before, after = _on(file, old, part), _on(file, new, part)
        if before is not None and after is not None:
            return same_sql(before.sql, after.sql)
    return False


def _has(file: RowFile, step: Step | None) -> bool:
    """Whether the file has a filter already."""
    found = [_condition(file, step, part) for part in range(len(file.existing.parts))] if step else []
    return any(each is not None and has_condition(file.existing, each.sql) for each in found)


def _condition(file: RowFile, step: Step | None, part: int) -> Condition | None:
    section = file.plan.sections[part]
    is_elsewhere = step is not None and step.section not in ("", section.name)
    if step is None or (is_elsewhere and len(file.plan.sections) > 1):
        return None
    return step_condition(file.existing.parts[part], section, step, file.schema, file.certain)


def _join(file: RowFile, change: StepChange, since: Since) -> JoinEdit | None:
    """Another condition or kind of a join that the file writes as the old version asks for it."""
    old, new = change.old, change.new
    if old is None or new is None or JoinKind.DRIVING in (JOIN_KINDS[old.kind], JOIN_KINDS[new.kind]):
        return None
    for part, place in enumerate(file.existing.parts):
        relation = _relation(file, _here(file, part), new)
        before, after = (_on(file, step, part) for step in (old, new))
        if relation is None or before is None or after is None:
            continue
        if joined_so(file.existing, place, relation.alias, before.sql, JOIN_KINDS[old.kind]):
            why = say("edits.change_join", table=relation.table, condition=after.sql)
            kind = JOIN_KINDS[new.kind] if new.kind is not old.kind else None
            sql = after.sql if after.sql != before.sql else ""
            return JoinEdit(relation.alias, sql, kind, part, new.cell, _since(why, change, since))
    return None


def _here(file: RowFile, part: int) -> list[Relation]:
    """The relations that a part reads already."""
    here = {table.alias.casefold() for table in file.existing.parts[part].select.tables}
    return [r for r in file.plan.sections[part].relations if r.alias.casefold() in here]


def _on(file: RowFile, step: Step, part: int) -> Condition | None:
    """The condition of a join step whose table a part joins already; None where it is not understood."""
    relations = _here(file, part)
    relation = _relation(file, relations, step)
    if relation is None or step.kind not in JOIN_KINDS:
        return None
    others = [r for r in relations if r is not relation]
    return join_condition(step.condition, relation, others, file.schema, file.certain, step.cell)


def _relation(file: RowFile, relations: Sequence[Relation], step: Step) -> Relation | None:
    written, alias = table_and_alias(file.schema, step.table)
    wanted = {squashed(name) for name in (written, step.alias, alias) if name}
    found = [r for r in relations if wanted & {squashed(r.table), squashed(r.alias)}]
    return found[0] if len(found) == 1 else None


def _since(why: str, change: StepChange, since: Since) -> str:
    return f"{why} {say('edits.since', document=since.document, said=_said(change.old))}"


def _said(step: Step | None) -> str:
    if step is None:
        return say("mandate.since_nothing")
    return " ".join(" ".join((step.kind.value, step.table, step.condition)).split())


def _reads(sql: str, table: str) -> bool:
    return bool(_line_of(sql, table))


def _line_of(sql: str, table: str) -> int:
    """Line on which a table is first named; 0 where it is not."""
    name = table.rpartition(".")[2].strip('"')
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sql, re.IGNORECASE) if name else None
    return sql.count("\n", 0, found.start()) + 1 if found else 0


def without(target: TargetMapping, steps: Sequence[Step]) -> TargetMapping:
    """The target without some of its steps."""
    gone = {id(step) for step in steps}
    return replace(target, steps=tuple(s for s in target.steps if id(s) not in gone))
