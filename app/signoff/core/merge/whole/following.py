"""The plan of a target as the whole of its texts tells it, where other readers left a sentence on rows open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import assumed_filter
from signoff.core.merge.limits_behind import without_limit
from signoff.core.merge.names import find_table
from signoff.core.merge.row_readings import row_readings
from signoff.core.merge.sqlparts import columns_of, parsed
from signoff.core.merge.whole.clauses import Outcome, outcome_of
from signoff.core.merge.whole.reading import read_whole
from signoff.core.merge.whole.told import Whole

_OPEN = frozenset(["D203", "D205", "D206", "D207", "D217"])
_OF_ROWS = _OPEN | {"D204", "D214", "D215", "D216"}
_SURE = re.compile(
    r"\b(?:only|just|must|exclud\w*|skip\w*|drop\w*|ignor\w*|leave|left\s+out|remov\w*|without|except|unless|not|never|too\s+old|included|provided|need\w*|"
    r"keep|take|other\s+than|minus)\b|^\W*(?:[\w-]+\s+){1,2}(?:that|which|who|whose|created|placed)\b",
    re.IGNORECASE,
)
_TEXTS = (StepKind.NOTE,)


def with_whole_texts(plan: Plan, target: TargetMapping, schema: Schema) -> Plan:
    """The plan as the whole texts tell it, where it is open on rows and they leave nothing open; else unchanged.

    Args:
        plan: what other readers made of the target.
        target: as the document has it.
        schema: all tables that it may read.
    """
    if not _may(plan, target):
        return plan
    tables, keys = _tables(target, schema)
    steps = [s for s in target.steps if s.kind in _TEXTS and s.condition]
    if _has_several_readings(plan, steps, target, schema):
        return plan
    cell = steps[0].cell if steps else target.cell
    whole = read_whole(steps, tables, keys, schema, cell)
    without = list(_without_limits(steps, tables, keys, schema))
    if whole is None or whole.unread:
        return _asked(plan, [s for s, told in without if _with_filters(plan, told, target) is not plan])
    passed_over = [s for s, told in without if _shape(told) == _shape(whole)]
    if passed_over:
        return _asked(plan, passed_over)
    if not _is_open(plan):
        return _with_filters(plan, whole, target)
    if _is_same(whole, plan.sections[0]):
        return plan
    section = replace(
        plan.sections[0],
        relations=tuple(whole.relations),
        filters=tuple(whole.filters),
        qualify=tuple(whole.qualify),
        unresolved=(),
        left_out=(),
    )
    kept = [f for f in plan.findings if f.code not in _OF_ROWS]
    return replace(plan, sections=(section,), findings=(*kept, *_assumed(whole, section, target)))


def _without_limits(
    steps: Sequence[Step], tables: list[str], keys: list[str], schema: Schema
) -> Iterator[tuple[Step, Whole]]:
    """Each text that has a limit, with what all of them tell without it."""
    for place, step in enumerate(steps):
        for text in without_limit(step.condition):
            rest = [*steps[:place], replace(step, condition=text), *steps[place + 1 :]]
            told = read_whole(rest, tables, keys, schema, step.cell)
            if told is not None and not told.unread:
                yield step, told


def _asked(plan: Plan, limited: Sequence[Step]) -> Plan:
    """The plan with texts that are not followed for their limits asked about, unless it is open anyway."""
    told = [
        Finding(
            "D206", Severity.ERROR, say("merge.clause_not_followed", clause=s.condition), s.cell, plan.target
        )
        for s in (() if _is_open(plan) else limited)
    ]
    return replace(plan, findings=(*plan.findings, *dict.fromkeys(told)))


def _has_several_readings(plan: Plan, steps: Sequence[Step], target: TargetMapping, schema: Schema) -> bool:
    """Whether several readings of a text are known, which are offered: then none of them is followed."""
    section = plan.sections[0]
    texts = [*(s.condition for s in steps), *(c.text for c in section.unresolved)]
    return any(len(row_readings(text, section, schema, target)) > 1 for text in dict.fromkeys(texts))


def _with_filters(plan: Plan, whole: Whole, target: TargetMapping) -> Plan:
    """The plan that leaves nothing open, with limits of rows that the whole text surely tells and no reader took up."""
    section = plan.sections[0]
    sure = [f for f in whole.filters if _is_new(f, section)]
    alone = len(section.relations) == 1 and section.relations[0].inner is None
    picks = whole.qualify if alone and not section.filters else []
    if not (sure or picks) or section.qualify or (whole.qualify and not picks):
        return plan
    limited = replace(section, filters=(*section.filters, *sure), qualify=tuple(picks))
    cell = sure[0].cell if sure else picks[0].cell
    told = [each.sql for each in (*sure, *picks)]
    return replace(plan, sections=(limited,), findings=(*plan.findings, *_findings(told, cell, target)))


def _is_new(condition: Condition, section: SectionPlan) -> bool:
    """Whether a condition surely limits rows, by columns that the query has and no other condition is on."""
    is_test = condition.sql.startswith(("exists (", "not exists ("))
    goes = outcome_of(condition.text) is Outcome.GOES and not is_test
    if not (goes or (not section.filters and (is_test or _SURE.search(condition.text)))):
        return False
    tests = [r"from \S*\b" + re.escape(r.table) + r"\b\S* as " for r in section.relations]
    if any(re.search(shape, condition.sql) for shape in tests):
        return False
    used = " ".join(
        [*(f.sql for f in section.filters), *(r.on.sql for r in section.relations if r.on is not None)]
    )
    tree = parsed(condition.sql)
    columns = columns_of(tree) if tree is not None else ()
    known = {r.alias for r in section.relations}
    own = [c for c in columns if not c.table.endswith("_there")]
    return all(c.table in known for c in own) and (is_test or not any(c.sql() in used for c in own))


def _is_open(plan: Plan) -> bool:
    """Whether something on the rows is not understood."""
    return any(f.code in _OPEN and f.severity is Severity.ERROR for f in plan.findings)


def _is_same(whole: Whole, section: SectionPlan) -> bool:
    """Whether the whole text tells no more than what the plan has."""
    return _shape(whole) == _shape(section)


def _shape(told: Whole | SectionPlan) -> tuple[object, ...]:
    """The SQL of what is joined and of what limits rows."""
    joined = [(r.table, r.join, r.on.sql if r.on else "", r.subquery) for r in told.relations]
    return sorted(c.sql for c in (*told.filters, *told.qualify)), joined


def _may(plan: Plan, target: TargetMapping) -> bool:
    """Whether only texts tell the rows of a target, they are open, and nothing is grouped or put below another."""
    texts_alone = bool(target.steps) and all(s.kind in _TEXTS and not s.section for s in target.steps)
    if not (texts_alone and len(plan.sections) == 1):
        return False
    section = plan.sections[0]
    if not _is_open(plan) and (section.qualify or section.left_out or section.distinct):
        return False
    plain = all(not r.subquery or r.inner is not None for r in section.relations)
    return plain and not section.group_by and not section.having and not any(c.join for c in target.columns)


def _tables(target: TargetMapping, schema: Schema) -> tuple[list[str], list[str]]:
    """Names of the tables that columns are read from, that of the key first, and of the key columns' sources."""
    keyed = [*(c for c in target.columns if c.key), *target.columns]
    names = [
        t.name
        for c in keyed
        for ref in c.sources
        if ref.table and (t := find_table(schema, ref.table)) is not None
    ]
    keys = [ref.column for c in target.columns if c.key for ref in c.sources[:1]]
    return list(dict.fromkeys(names)), keys


def _assumed(whole: Whole, section: SectionPlan, target: TargetMapping) -> list[Finding]:
    """A finding for each thing that is assumed, which a person confirms."""
    told: list[str] = []
    for relation in section.relations[1:]:
        on = relation.on.sql if relation.on is not None else ""
        kind = "inner join" if relation.join is JoinKind.INNER else "left join"
        told.append(f"{kind} {relation.table} on {on}")
    told += [each.sql for each in (*whole.filters, *whole.qualify)]
    told += [c.sql for r in section.relations if r.inner is not None for c in r.inner.qualify]
    return _findings(told, section.relations[0].cell, target)


def _findings(told: Sequence[str], cell: Cell | None, target: TargetMapping) -> list[Finding]:
    return [assumed_filter(sql, cell, target.name) for sql in dict.fromkeys(told)]
