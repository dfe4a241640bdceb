"""What only the language model says of which rows there are: asked, and not followed before a person picks it.

One wrong filter makes every column of a table wrong, and a filter that is lacking is a question like any other.
Measured on 43 tables: followed, the language model's filters made the rows of one table right and of three wrong.
"""

from __future__ import annotations

from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.sentences import say


def with_unconfirmed_asked(plan: Plan) -> Plan:
    """The plan with each such filter left open; what the language model wrote are choices of the question on it."""
    found = [(section, _unconfirmed(section)) for section in plan.sections]
    if not any(conditions for _section, conditions in found):
        return plan
    findings = [_told(plan.target, each) for _section, conditions in found for each in conditions]
    sections = tuple(_left_open(section, conditions) for section, conditions in found)
    return replace(plan, sections=sections, findings=(*plan.findings, *dict.fromkeys(findings)))


def _unconfirmed(section: SectionPlan) -> tuple[Condition, ...]:
    conditions = (*section.filters, *section.having, *section.qualify)
    return tuple(c for c in conditions if c.origin is Origin.GENERATED and not c.picked)


def _left_open(section: SectionPlan, conditions: tuple[Condition, ...]) -> SectionPlan:
    asked = [Condition(each.text, cell=each.cell, others=(each.sql, *each.others)) for each in conditions]
    filters, having, qualify = (
        tuple(each for each in kept if each not in conditions)
        for kept in (section.filters, section.having, section.qualify)
    )
    unresolved = (*section.unresolved, *asked)
    return replace(section, filters=filters, having=having, qualify=qualify, unresolved=unresolved)


def _told(target: str, condition: Condition) -> Finding:
    message = say("draft.unconfirmed_condition", condition=condition.text)
    return Finding("D16", Severity.WARNING, message, condition.cell, target)
