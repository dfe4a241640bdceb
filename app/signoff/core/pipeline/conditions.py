"""The text of a join or filter to its condition: compiled, or written by the language model and compared.

A condition decides the rows of a whole table, so what only the language model vouches for is always told: as a
question where its attempts differ, else as a remark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.expressions import Origin, Scope
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.plan import Condition, Plan
from signoff.core.domain.review import ROWS, question_id
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns import compile_condition
from signoff.core.generate.row_operations import RowKind
from signoff.core.pipeline.desk import Desk
from signoff.core.pipeline.differences import differing_rows
from signoff.core.pipeline.places import Place
from signoff.core.pipeline.proposing import candidates_for
from signoff.core.pipeline.row_operations import compares_itself, is_likely, read_rows
from signoff.core.pipeline.trying import made_up_for
from signoff.core.review.questions import (
    LEAVE_OUT,
    UNSETTLED,
    condition_choice,
    generated_conditions,
    is_condition_choice,
)
from signoff.core.verify.forgiving import forgiving
from signoff.core.verify.probe import check_expressions


def resolve_condition(text: str, scope: Scope, place: Place, desk: Desk) -> Condition | None:
    """The SQL of a join or filter condition, compiled or generated; None when neither succeeds."""
    asked = question_id(place.target, ROWS, UNSETTLED, text)
    answer = desk.said.answers.get(asked)
    if answer == LEAVE_OUT:
        return Condition(text, "TRUE", Origin.WRITTEN)
    compiled = compile_condition(answer or text, scope)
    if compiled is not None:
        return Condition(text, compiled.sql, compiled.origin)
    if desk.generator is None or not scope.columns or scope.certain:
        return None
    scope = replace(scope, condition=True)
    reading = read_rows(text, scope, place, desk) if scope.rows and not answer else None
    if reading is not None and reading.kind is RowKind.LATEST:
        return Condition(text, reading.condition, Origin.GENERATED)
    if reading is not None and reading.kind in (RowKind.ONE_PER, RowKind.DISTINCT):
        return None
    return _generated(text, answer, scope, place, desk)


def told_of_generated(plan: Plan) -> tuple[Finding, ...]:
    """A remark on each join and filter for which nothing but the language model vouches, however sure it was."""
    conditions = [c for section in plan.sections for c in generated_conditions(section)]
    alone = dict.fromkeys((c.text, c.cell) for c in conditions if not c.picked and not c.others)
    return tuple(
        Finding("D15", Severity.WARNING, say("draft.generated_condition", condition=text), cell, plan.target)
        for text, cell in alone
    )


def _generated(text: str, answer: str | None, scope: Scope, place: Place, desk: Desk) -> Condition | None:
    """What the language model makes of a condition, that which does most of it first; an answer picks one of them."""
    ways = _ways(text, scope, place, desk)
    picked = next((sql for sql in ways if condition_choice(sql) == answer), None)
    if picked is not None:
        return Condition(text, picked, Origin.GENERATED, picked=True)
    if answer and is_condition_choice(answer):
        return None
    if answer:
        ways = _ways(answer, scope, place, desk)
    return Condition(text, ways[0], Origin.GENERATED, others=tuple(ways[1:])) if ways else None


def _ways(text: str, scope: Scope, place: Place, desk: Desk) -> Sequence[str]:
    """Conditions that run, each with other rows than the first on made-up rows; all of them where there are none."""
    candidates = sorted(candidates_for(text, scope, place, desk), key=lambda each: len(each.left_out))
    texts = [each.sql for each in candidates if is_likely(each.least) and not compares_itself(each.sql)]
    made_up = made_up_for(text, scope, place, desk)
    if made_up is None or not texts:
        return texts
    outcomes = check_expressions(made_up.frame, [forgiving(sql) for sql in texts], desk.sandbox)
    running = [sql for sql, each in zip(texts, outcomes, strict=True) if not each.error]
    first, others = running[:1], running[1:]
    return [*first, *(sql for sql in others if differing_rows([*first, sql], scope, place, made_up, desk))]
