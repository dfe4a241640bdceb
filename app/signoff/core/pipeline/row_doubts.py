"""What a document leaves open of its rows, asked where the samples show that it makes a difference.

What becomes of rows without a partner where no kind of join is told, and whether a filter comes before or behind the
choice of one row of several. The usual way is followed until somebody says which is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import Origin, quoted
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, JoinKind, Plan, Relation, RowDoubt, SectionPlan
from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.sentences import say
from signoff.core.merge.sqlparts import columns_of, conjunction, parsed, windows
from signoff.core.pipeline.desk import Desk
from signoff.core.review.questions import ROW_DOUBT

STAY, GO = "stay", "go"
BEFORE, BEHIND = "before", "behind"
_SAYS_ORDER = re.compile(
    r"^(?:and\s+)?then\b|\b(?:afterwards?|beforehand|among|remaining|thereafter|of\s+(?:these|those|them|the\s+rest)|the\s+rest|what\s+is\s+left|"
    r"before\s+(?:that|anything)|(?:removed|dropped|left\s+out|set\s+aside|excluded)\s+first|in\s+(?:that|this)\s+(?:row|record))\b",
    re.IGNORECASE,
)
"""Words that tell which of a filter and the choice of a row comes first."""


def with_row_doubts(plan: Plan, desk: Desk) -> Plan:
    """The plan with what is doubtful of its rows beside each section, and with what people said of it."""
    found: list[Finding] = []
    sections = tuple(_ordered(_joined(s, plan.target, desk, found), plan.target, desk) for s in plan.sections)
    if sections == plan.sections:
        return plan
    return replace(plan, sections=sections, findings=(*plan.findings, *found))


def _joined(section: SectionPlan, target: str, desk: Desk, found: list[Finding]) -> SectionPlan:
    for place, relation in enumerate(section.relations):
        if not relation.kind_assumed or relation.join not in (JoinKind.INNER, JoinKind.LEFT):
            continue
        topic = f"join {relation.alias}"
        answer = _answer(target, topic, desk)
        if answer in (STAY, GO):
            kind = JoinKind.LEFT if answer == STAY else JoinKind.INNER
            section = _with_relation(section, place, replace(relation, join=kind, kind_assumed=False))
            continue
        first = _partner(section, relation)
        count = _partnerless(section, relation, first, desk) if first is not None else 0
        if first is None or not count:
            continue
        stay = (STAY, say("question.partnerless_stay", table=relation.table))
        go = (GO, say("question.partnerless_go"))
        text = say("question.partnerless", count=count, first=first.table, table=relation.table)
        choices = (go, stay) if relation.join is JoinKind.INNER else (stay, go)
        section = replace(section, doubts=(*section.doubts, RowDoubt(topic, text, choices)))
        found.append(Finding("D204", Severity.WARNING, text, relation.cell, target))
    return section


def _with_relation(section: SectionPlan, place: int, relation: Relation) -> SectionPlan:
    relations = (*section.relations[:place], relation, *section.relations[place + 1 :])
    return replace(section, relations=relations)


def _partner(section: SectionPlan, relation: Relation) -> Relation | None:
    """The one plain table that a relation is joined to."""
    tree = parsed(relation.on.sql) if relation.on is not None else None
    named = {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()
    others = [r for r in section.relations if r.alias.casefold() in named - {relation.alias.casefold()}]
    plain = len(others) == 1 and not others[0].subquery and len(named) == 2
    return others[0] if plain else None


def _partnerless(section: SectionPlan, relation: Relation, first: Relation, desk: Desk) -> int:
    """Sample rows of a table, those that its own filters leave out aside, that find no partner."""
    assert relation.on is not None
    own = [c.sql for c in section.filters if c.sql and _tables(c) == {first.alias.casefold()}]
    there = f"({relation.subquery})" if relation.subquery else quoted(relation.table)
    lacking = f"not exists (select 1 from {there} as {quoted(relation.alias)} where {relation.on.sql})"
    return _count(f"{_from(first)} where {conjunction([*own, lacking])}", desk)


def _ordered(section: SectionPlan, target: str, desk: Desk) -> SectionPlan:
    """Filters of the driving table beside the choice of one of its rows, where their order is not told."""
    picks = [c for c in section.qualify if _has_window(c)]
    if len(picks) != 1 or not section.relations or section.relations[0].subquery:
        return section
    driving = section.relations[0]
    if _tables(picks[0]) != {driving.alias.casefold()} or _SAYS_ORDER.search(picks[0].text):
        return section
    for each in section.filters:
        if not each.sql or _tables(each) != {driving.alias.casefold()} or each.text == picks[0].text:
            continue
        topic = f"order {each.text}"
        answer = _answer(target, topic, desk)
        if answer == BEHIND:
            kept = tuple(c for c in section.filters if c is not each)
            section = replace(section, filters=kept, qualify=(*section.qualify, each))
        elif (
            answer != BEFORE and not _SAYS_ORDER.search(each.text) and _differs(each, picks[0], driving, desk)
        ):
            section = replace(section, doubts=(*section.doubts, _which_first(target, topic, each)))
    return section


def _which_first(target: str, topic: str, each: Condition) -> RowDoubt:
    choices = (
        (BEFORE, say("question.left_out_first", clause=each.text)),
        (BEHIND, say("question.latest_first", clause=each.text)),
    )
    return RowDoubt(topic, say("question.which_first", clause=each.text, target=target), choices)


def _differs(each: Condition, pick: Condition, driving: Relation, desk: Desk) -> bool:
    """Whether rows differ on the samples by which comes first."""
    before = f"{_from(driving, '*')} where {each.sql} qualify {pick.sql}"
    behind = f"{_from(driving, '*')} qualify {pick.sql} and {each.sql}"
    return _count(f"select 1 from ({before} except all {behind}) as held", desk) > 0


def _from(relation: Relation, shown: str = "1") -> str:
    return f"select {shown} from {quoted(relation.table)} as {quoted(relation.alias)}"


def _count(sql: str, desk: Desk) -> int:
    (outcome,) = desk.sandbox.count_many([sql], desk.cancel)
    return outcome.count if outcome.ok else 0


def _tables(condition: Condition) -> set[str]:
    tree = parsed(condition.sql)
    return {c.table.casefold() for c in columns_of(tree)} if tree is not None else set()


def _has_window(condition: Condition) -> bool:
    tree = parsed(condition.sql)
    return condition.origin is not Origin.GENERATED and tree is not None and bool(windows(tree))


def _answer(target: str, topic: str, desk: Desk) -> str:
    return desk.said.answers.get(question_id(target, ROWS, ROW_DOUBT, topic), "")
