"""Sentences on rows that no compiler understands, told by the language model as one row operation each.

What comes of it is never silent: each sentence that was followed carries a remark, and decides on the Rows card.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlglot import exp

from signoff.core.domain.cells import Cell
from signoff.core.domain.expressions import Origin, Scope, ScopeColumn
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan, SectionPlan
from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema
from signoff.core.errors import SignoffError
from signoff.core.generate.row_operations import RowKind, RowOperation, read_row_operation
from signoff.core.mask.masking import Masked, mask_rule, unmask
from signoff.core.merge.scoping import scope_for_condition
from signoff.core.merge.spoken_columns import with_names
from signoff.core.merge.sqlparts import parsed
from signoff.core.pipeline.asking import asked
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.places import Place
from signoff.core.prompt.build import RuleTooLong
from signoff.core.prompt.rows import build_row_prompt
from signoff.core.review.questions import LEAVE_OUT, UNSETTLED, condition_choice, generated_conditions

LIKELY = 0.4
"""Probability of its least sure token below which an answer on rows is not followed.

Of sixteen answers looked at, the eight below it were nonsense, and one above it.
"""
_NOT_UNDERSTOOD = "D206"


@dataclass(frozen=True)
class RowReading:
    """What the language model took a sentence to do to rows."""

    kind: RowKind
    keys: tuple[ScopeColumn, ...] = ()
    condition: str = ""
    """DuckDB SQL; for conditions, also over a window."""


def read_rows(text: str, scope: Scope, place: Place, desk: Desk) -> RowReading | None:
    """The row operation of one sentence; None where the language model is not asked, or its answer is of no use.

    A sentence that names no column in scope is not put: stand-ins alone would only be picked by chance.
    """
    if desk.generator is None or not scope.columns or scope.certain:
        return None
    masked = mask_rule(text, replace(scope, condition=True), desk.terms, desk.level)
    if not masked.names_a_column:
        return None
    try:
        prompt = build_row_prompt(masked.rule, token_budget=desk.token_budget)
    except RuleTooLong:
        return None
    generations = asked(prompt, masked, text, place, desk, candidates=1)
    first = next((each for each in generations if each.finished), None)
    told = read_row_operation(first.text) if first is not None and is_likely(first.least) else None
    if told is None or (told.condition and compares_itself(told.condition)):
        return None
    try:
        return _unmasked(told, masked)
    except SignoffError:
        return None


def is_likely(least: float) -> bool:
    """Whether an answer that decides on rows may be followed; 0 stands for a probability that is not known."""
    return not 0 < least < LIKELY


def compares_itself(sql: str) -> bool:
    """Whether a condition holds a column against itself, which a language model writes when it is at a loss."""
    tree = parsed(sql)
    comparisons = tree.find_all(exp.Predicate) if tree is not None else ()
    return any(isinstance(each, exp.Binary) and each.left == each.right for each in comparisons)


def with_generated_rows(plan: Plan, schema: Schema, desk: Desk) -> Plan:
    """The plan with sentences followed that its steps, notes and remarks left open, each with a remark that says so."""
    if desk.generator is None:
        return plan
    followed: list[Condition] = []
    sections = tuple(_followed(plan.target, s, plan, schema, desk, followed) for s in plan.sections)
    if not followed:
        return plan
    done = {each.cell for each in followed}
    open_cells = {c.cell for section in sections for c in section.unresolved}
    left = tuple(
        f for f in plan.findings if f.code != _NOT_UNDERSTOOD or f.cell not in done or f.cell in open_cells
    )
    merged = [c for c in followed if any(_merges_rows(section, c) for section in sections)]
    remarks = [
        _remark(plan.target, text, cell) for text, cell in dict.fromkeys((c.text, c.cell) for c in merged)
    ]
    return replace(plan, sections=sections, findings=(*left, *remarks))


def _followed(
    target: str, section: SectionPlan, plan: Plan, schema: Schema, desk: Desk, followed: list[Condition]
) -> SectionPlan:
    for sentence in _open_sentences(section, plan.findings):
        answer = desk.said.answers.get(question_id(target, ROWS, UNSETTLED, sentence.text))
        if answer == LEAVE_OUT:
            continue
        spoken = with_names(sentence.text, section.relations, schema)
        scope = scope_for_condition(section.relations, schema, spoken)
        reading = read_rows(spoken, scope, Place(target, sentence.text), desk)
        changed = _applied(section, sentence, reading, answer) if reading is not None else section
        if changed is not section:
            followed.append(sentence)
            rest = tuple(c for c in changed.unresolved if c != sentence)
            section = replace(changed, unresolved=rest)
    return section


def _open_sentences(section: SectionPlan, findings: Iterable[Finding]) -> list[Condition]:
    """What was left open: filters nobody understood, and notes of which a finding says that nothing follows them."""
    cells = {f.cell for f in findings if f.code == _NOT_UNDERSTOOD and f.cell is not None}
    noted = [note for note in section.notes if note.cell in cells]
    return list(dict.fromkeys((*section.unresolved, *noted)))


def _applied(
    section: SectionPlan, sentence: Condition, reading: RowReading, answer: str | None
) -> SectionPlan:
    """The section with one operation more; the same one where it has something of the kind already."""
    picked = answer is not None and answer == condition_choice(reading.condition)
    condition = Condition(sentence.text, reading.condition, Origin.GENERATED, sentence.cell, picked=picked)
    if reading.kind is RowKind.WHERE:
        return replace(section, filters=(*section.filters, condition))
    if reading.kind is RowKind.LATEST and not section.qualify and not section.group_by:
        return replace(section, qualify=(*section.qualify, condition))
    if reading.kind is RowKind.ONE_PER and not section.group_by and not section.distinct:
        keys = tuple(replace(condition, sql=key.sql) for key in reading.keys)
        return replace(section, group_by=keys)
    if reading.kind is RowKind.DISTINCT and not section.group_by and not section.distinct:
        return replace(section, distinct=True)
    return section


def _merges_rows(section: SectionPlan, sentence: Condition) -> bool:
    """Whether a sentence was followed by merging equal rows, which no condition of the section tells."""
    return section.distinct and all(c.text != sentence.text for c in generated_conditions(section))


def _remark(target: str, text: str, cell: Cell | None) -> Finding:
    return Finding("D15", Severity.WARNING, say("draft.generated_condition", condition=text), cell, target)


def _unmasked(told: RowOperation, masked: Masked) -> RowReading:
    columns = dict(masked.columns)
    keys = tuple(columns[key] for key in told.keys if key in columns)
    return RowReading(told.kind, keys, unmask(told.condition, masked) if told.condition else "")
