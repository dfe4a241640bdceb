"""Filters that only the language model vouches for and that leave no row of the samples: asked, not followed."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.sentences import say
from signoff.core.pipeline.desk import Desk
from signoff.core.verify.stages import stages_of


def with_emptying_asked(plan: Plan, desk: Desk) -> Plan:
    """The plan with each such filter left open; what the language model wrote is a choice of the question on it."""
    found = [(section, _emptying(section, desk)) for section in plan.sections]
    if not any(conditions for _section, conditions in found):
        return plan
    findings = [_told(plan.target, each) for _section, conditions in found for each in conditions]
    sections = tuple(_left_open(section, conditions) for section, conditions in found)
    return replace(plan, sections=sections, findings=(*plan.findings, *dict.fromkeys(findings)))


def _emptying(section: SectionPlan, desk: Desk) -> tuple[Condition, ...]:
    """The filters that, each by itself, leave none of the rows that come to them."""
    alone = [c for c in section.filters if c.origin is Origin.GENERATED and not (c.picked or c.others)]
    if not alone or not section.relations:
        return ()
    stages = [_stage_of(section, condition) for condition in alone]
    outcomes = desk.sandbox.count_many([sql for pair in stages for sql in pair], desk.cancel)
    pairs = zip(alone, outcomes[::2], outcomes[1::2], strict=True)
    return tuple(
        c for c, before, after in pairs if before.ok and after.ok and before.count and not after.count
    )


def _stage_of(section: SectionPlan, condition: Condition) -> tuple[str, str]:
    """The rows before a filter and behind it, as if it were the only one."""
    stages, _whole = stages_of(replace(section, filters=(condition,)), "1")
    stage = stages[len(section.relations)]
    return stage.before, stage.after


def _left_open(section: SectionPlan, conditions: tuple[Condition, ...]) -> SectionPlan:
    kept = tuple(each for each in section.filters if each not in conditions)
    asked = [Condition(each.text, cell=each.cell, others=(each.sql,)) for each in conditions]
    return replace(section, filters=kept, unresolved=(*section.unresolved, *asked))


def _told(target: str, condition: Condition) -> Finding:
    message = say("draft.leaves_no_row", condition=condition.text)
    return Finding("D16", Severity.WARNING, message, condition.cell, target)
