"""Texts on rows that were not understood for sure, with the few things they may mean offered to a person.

Nothing of it is followed before somebody picks it: a filter that is lacking is a question, a wrong one is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding
from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.merge.conditions import sql_condition
from signoff.core.merge.row_readings import MOST, row_readings
from signoff.core.merge.rowfilters import certain, row_conditions
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.sqlparts import parsed, rendered, windows
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.texts import compiled_text
from signoff.core.review.questions import (
    LEAVE_OUT,
    UNSETTLED,
    assumed_conditions,
    condition_choice,
    is_condition_choice,
)


def with_ways_offered(plan: Plan, target: TargetMapping, schema: Schema, desk: Desk) -> Plan:
    """The plan with choices beside each open text on rows, and with the choices that were made."""
    sections = []
    settled: list[Condition] = []
    for section in plan.sections:
        for condition in (*section.unresolved, *assumed_conditions(section)):
            section = _as_written(plan.target, section, condition, schema, desk, settled)
        for condition in section.unresolved:
            ways = _ways(condition, section, target, schema)
            section = _offered(plan.target, section, condition, ways, desk, settled)
        for condition in assumed_conditions(section):
            ways = _ways(condition, section, target, schema)
            section = _beside(plan.target, section, condition, ways, desk, settled)
        sections.append(section)
    if tuple(sections) == plan.sections:
        return plan
    return replace(plan, sections=tuple(sections), findings=_left(plan.findings, sections, settled))


def _as_written(
    target: str,
    section: SectionPlan,
    condition: Condition,
    schema: Schema,
    desk: Desk,
    settled: list[Condition],
) -> SectionPlan:
    """The section with what a person wrote of a text in place of it, where that is a condition."""
    answer = desk.said.answers.get(question_id(target, ROWS, UNSETTLED, condition.text), "").strip()
    if not answer or answer == LEAVE_OUT or is_condition_choice(answer):
        return section
    sql = sql_condition(answer, scope_for_condition(section.relations, schema, answer), schema)
    said = row_conditions(answer, section.relations, schema, certain(compiled_text), condition.cell)
    sqls = [sql] if sql else [each.sql for each in said]
    if not sqls:
        return section
    settled.append(condition)
    rest = tuple(c for c in section.unresolved if c is not condition)
    section = _without(replace(section, unresolved=rest), condition)
    for each in sqls:
        section = _with_picked(section, condition, each)
    return section


def _beside(
    target: str,
    section: SectionPlan,
    condition: Condition,
    ways: Sequence[str],
    desk: Desk,
    settled: list[Condition],
) -> SectionPlan:
    """The section with what else an assumption may be beside it, or with what a person says of it."""
    answer, picked = _picked(target, condition, ways, desk)
    rest = _without(section, condition)
    if picked is not None or answer == LEAVE_OUT:
        settled.append(condition)
        return _with_picked(rest, condition, picked) if picked is not None else rest
    others = tuple(sql for sql in ways if sql != condition.sql)
    return _changed(section, condition, replace(condition, others=others)) if others else section


def _picked(target: str, condition: Condition, ways: Sequence[str], desk: Desk) -> tuple[str, str | None]:
    """What a person answered on a text, and which of the ways that is."""
    answer = desk.said.answers.get(question_id(target, ROWS, UNSETTLED, condition.text), "")
    return answer, next((sql for sql in ways if condition_choice(sql) == answer), None)


def _without(section: SectionPlan, condition: Condition) -> SectionPlan:
    filters, having, qualify = (
        tuple(each for each in held if each is not condition)
        for held in (section.filters, section.having, section.qualify)
    )
    return replace(section, filters=filters, having=having, qualify=qualify)


def _changed(section: SectionPlan, condition: Condition, to: Condition) -> SectionPlan:
    filters, having, qualify = (
        tuple(to if each is condition else each for each in held)
        for held in (section.filters, section.having, section.qualify)
    )
    return replace(section, filters=filters, having=having, qualify=qualify)


def _with_picked(section: SectionPlan, condition: Condition, sql: str) -> SectionPlan:
    made = Condition(condition.text, sql, Origin.PATTERN, condition.cell, picked=True)
    tree = parsed(sql)
    if tree is not None and windows(tree):
        return replace(section, qualify=(*section.qualify, made))
    return replace(section, filters=(*section.filters, made))


def _ways(
    condition: Condition, section: SectionPlan, target: TargetMapping, schema: Schema
) -> tuple[str, ...]:
    """What a text may mean, each way as SQL that binds, those of the language model last."""
    read = row_readings(condition.text, section, schema, target)
    bound = []
    for sql in read:
        tree = parsed(sql)
        if tree is None:
            continue
        is_windowed = bool(windows(tree))
        scope = scope_for_condition(section.relations, schema, sql)
        bound.append(sql if is_windowed else sql_condition(sql, scope, schema) or "")
    first = (condition.sql,) if condition.origin is Origin.UNRESOLVED else ()
    found = dict.fromkeys(
        (*filter(None, first), *filter(None, bound), *filter(None, (condition.sql, *condition.others)))
    )
    return _each_once(found)[:MOST]


def _each_once(sqls: Iterable[str]) -> tuple[str, ...]:
    """The texts, each condition once, however it is written."""
    return tuple({_spelt(sql): sql for sql in reversed(list(sqls))}.values())[::-1]


def _spelt(sql: str) -> str:
    tree = parsed(sql)
    return rendered(tree).casefold() if tree is not None else sql.casefold()


def _offered(
    target: str,
    section: SectionPlan,
    condition: Condition,
    ways: Sequence[str],
    desk: Desk,
    settled: list[Condition],
) -> SectionPlan:
    answer, picked = _picked(target, condition, ways, desk)
    rest = tuple(c for c in section.unresolved if c is not condition)
    if picked is None and answer == LEAVE_OUT:
        settled.append(condition)
        return replace(section, unresolved=rest)
    if picked is None:
        asked = tuple(replace(c, others=tuple(ways)) if c is condition else c for c in section.unresolved)
        return replace(section, unresolved=asked) if ways else section
    settled.append(condition)
    return _with_picked(replace(section, unresolved=rest), condition, picked)


def _left(
    findings: Sequence[Finding], sections: Sequence[SectionPlan], settled: Sequence[Condition]
) -> tuple[Finding, ...]:
    """The findings without those on texts that are settled."""
    still = {c.cell for section in sections for c in section.unresolved}
    done = {c.cell for c in settled} - still
    assumed = {say("merge.filter_assumed", sql=c.sql) for c in settled if c.sql}
    told = {say("merge.clause_not_followed", clause=c.text) for c in settled}
    left = tuple(f for f in findings if f.code != "D204" or f.message not in assumed)
    return tuple(f for f in left if f.code != "D206" or (f.cell not in done and f.message not in told))
