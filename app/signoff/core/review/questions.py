"""What is asked about the rows of a draft: joins proposed by convention, conditions nobody understood.

Questions on columns are asked where their expressions are made; these here follow from the plan alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace

from signoff.core.domain.expressions import Origin
from signoff.core.domain.plan import Condition, Draft, Relation, RowDoubt, SectionPlan
from signoff.core.domain.review import ROWS, Answer, Choice, Question, question_id
from signoff.core.domain.sentences import say
from signoff.core.review.reading import reading_of

UNKNOWN_RULE = "Q01"
"""A column for which no expression was found: how is it made?"""
PROPOSED = "Q11"
"""A join proposed by convention: is it meant?"""
UNSETTLED = "Q12"
"""A join, filter or grouping whose text could not be turned into SQL: what does it mean?"""
ROW_DOUBT = "Q13"
"""What a document leaves open of its rows and the samples show a difference: which of the ways is meant?"""
MOST_FIRST = 3
"""Questions on one target that are put first."""
YES = "yes"
NO = "no"
LEAVE_OUT = "leave out"
_CHOICE_ID = re.compile(r"[0-9a-f]{8}")


def questions_from(draft: Draft) -> tuple[Question, ...]:
    """The questions on the rows of a draft, each once."""
    sections = draft.plan.sections if draft.plan else ()
    found = [question for section in sections for question in _section(draft.target, section)]
    return tuple({question.id: question for question in found}.values())


def rule_question(target: str, column: str, rule: str) -> Question:
    """What is asked when no expression was found for a column; its answer takes the place of the rule."""
    text = (
        say("question.how_by_rule", column=column, rule=rule.strip())
        if rule.strip()
        else say("question.how", column=column)
    )
    choices = (Choice("empty", say("question.empty")),)
    identity = question_id(target, column, UNKNOWN_RULE, rule)
    return Question(identity, target, column, UNKNOWN_RULE, text, choices)


def ranked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions on a target, those that decide most first; equals keep their order.

    The rows come before every column, then columns that hold nothing yet, then those whose values are doubtful, by
    how many sample rows hang on the answer; what only made-up rows show comes last.
    """
    return tuple(sorted(questions, key=_rank))


def put_first(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The few questions on a target that are put before all others."""
    return ranked(questions)[:MOST_FIRST]


def _rank(question: Question) -> tuple[int, int]:
    if question.column == ROWS:
        return 0, 0
    return (2, -question.decides) if question.rows else (1, 0)


def is_confirmation(question: Question, answer: Answer, draft: Draft | None) -> bool:
    """Whether an answer leaves the draft as it is: it says yes, or picks the expression that is there."""
    if question.code == PROPOSED:
        return answer.value == YES
    if question.code == ROW_DOUBT:
        return bool(question.choices) and answer.value == question.choices[0].id
    if not question.settles:
        return False
    picked = next((c.sql for c in question.choices if c.id == answer.value and c.sql), None)
    columns = draft.columns if draft and picked else ()
    return any(
        expression.sql == picked
        for column in columns
        if column.name.casefold() == question.column.casefold()
        for expression in column.expressions
    )


def _section(target: str, section: SectionPlan) -> Iterable[Question]:
    for relation in section.relations:
        if relation.on is not None and relation.on.origin == Origin.UNRESOLVED and relation.on.sql:
            yield _proposed(target, relation, relation.on)
    unsettled = [*section.unresolved, *(r.on or Condition(r.table) for r in section.left_out)]
    for condition in unsettled:
        yield _several(target, condition) if condition.others else _unsettled(target, condition)
    for doubt in section.doubts:
        yield _doubted(target, doubt)
    for condition in assumed_conditions(section):
        yield _several(target, condition)
    for condition in generated_conditions(section):
        if condition.others and not condition.picked:
            yield _several(target, condition)


def assumed_conditions(section: SectionPlan) -> tuple[Condition, ...]:
    """Filters that are followed although nothing vouches for them: a reading of words that may mean another thing."""
    found = (*section.filters, *section.having, *section.qualify)
    return tuple(c for c in found if c.origin is Origin.UNRESOLVED and c.sql)


def generated_conditions(section: SectionPlan) -> tuple[Condition, ...]:
    """The joins and filters of a section that the language model wrote."""
    joins = [relation.on for relation in section.relations if relation.on is not None]
    inner = [relation.inner for relation in section.relations if relation.inner is not None]
    found = [*joins, *section.filters, *section.having, *section.qualify, *section.group_by]
    within = [condition for each in inner for condition in generated_conditions(each)]
    return (*(c for c in found if c.origin is Origin.GENERATED), *within)


def condition_choice(sql: str) -> str:
    """Id of a choice that stands for one way to write a condition."""
    return hashlib.sha256(sql.encode()).hexdigest()[:8]


def is_condition_choice(answer: str) -> bool:
    """Whether an answer is the id of such a choice, and no text of a person."""
    return _CHOICE_ID.fullmatch(answer) is not None


def _proposed(target: str, relation: Relation, on: Condition) -> Question:
    text = say("question.join", table=relation.table, target=target, condition=on.text or on.sql)
    identity = question_id(target, ROWS, PROPOSED, f"{relation.table}: {on.sql}")
    choices = (Choice(YES, say("question.yes")), Choice(NO, say("question.no")))
    return Question(identity, target, ROWS, PROPOSED, text, choices, free=False)


def _unsettled(target: str, condition: Condition) -> Question:
    text = say("question.condition", condition=condition.text, target=target)
    identity = question_id(target, ROWS, UNSETTLED, condition.text)
    choices = (Choice(LEAVE_OUT, say("question.leave_out")),)
    return Question(identity, target, ROWS, UNSETTLED, text, choices)


def _doubted(target: str, doubt: RowDoubt) -> Question:
    choices = tuple(Choice(identity, words) for identity, words in doubt.choices)
    identity = question_id(target, ROWS, ROW_DOUBT, doubt.topic)
    return Question(identity, target, ROWS, ROW_DOUBT, doubt.text, choices, free=False)


def _several(target: str, condition: Condition) -> Question:
    """Which of the ways is meant to read a text or to write its condition, each in words."""
    asked = _unsettled(target, condition)
    ways = [sql for sql in (condition.sql, *condition.others) if sql]
    choices = tuple(Choice(condition_choice(sql), reading_of(sql).sentence, sql) for sql in ways)
    return replace(asked, choices=(*choices, *asked.choices))
