"""A rule of words that hide different logic, with no detail.

Why: "date format" or "lookup" alone can be built in ten ways, and nine of them are wrong.
Bad: `date format`; `lookup`; `as per business`; `TBD`.
Good: `change the date format from DD/MM/YYYY to a date`; `look up the name in LOOKUP_CTRY by CTRY_CD`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amended import step_signature
from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.lint.asking import DATES, asked, choice, date_choices
from signoff.core.lint.context import Context, bare_words, phrases, rule_cell

_SHOWN = 60
_DATES = re.compile(r"\bdates?\b", re.IGNORECASE)
_NO_CONDITION = frozenset({StepKind.NOTE, StepKind.UNION, StepKind.UNION_ALL, StepKind.DISTINCT})


def vague_rule(context: Context) -> Iterator[Finding]:
    """Rules, and conditions of steps, that say too little or leave something open."""
    for target, column in context.rows():
        text = column.rule_resolved or column.rule
        if _is_open(text) or _is_vague(column, text):
            yield Finding(
                "L02",
                Severity.WARNING,
                _sentence(text),
                rule_cell(column),
                target.name,
                column.name,
                _question(target, column, text),
            )
    for target in context.spec.targets:
        for step in target.steps:
            vague = bare_words(step.condition) in phrases()["vague"]
            if step.kind not in _NO_CONDITION and step.condition and (vague or _is_open(step.condition)):
                asking = _step_question(target, step)
                message = _sentence(step.condition)
                yield Finding("L02", Severity.WARNING, message, step.cell, target.name, "", asking)


def _sentence(text: str) -> str:
    return say("lint.vague_rule", shown=_short(text))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _question(target: TargetMapping, column: ColumnMapping, text: str) -> Question:
    is_date = bool(_DATES.search(text)) and bool(column.sources)
    choices = [choice("copy", say("ask.copy_unchanged"), EditKind.RULE, "Direct")] if column.sources else []
    return asked(
        "L02",
        target,
        column,
        say("ask.vague_date" if is_date else "ask.vague_rule", shown=_short(text), column=column.name),
        (
            *(date_choices(EditKind.RULE, "date in the format ") if is_date else ()),
            *choices,
            choice("no-value", say("ask.no_value"), EditKind.RULE, "NULL"),
        ),
        own=Edit(EditKind.RULE, f"date in the format {OWN_WORDS}" if is_date else OWN_WORDS),
        hint=say("ask.hint_date" if is_date else "ask.hint_rule"),
        topic=DATES if is_date else "",
    )


def _step_question(target: TargetMapping, step: Step) -> Question:
    signature = step_signature(step)
    return asked(
        "L02",
        target,
        None,
        say("ask.vague_step", shown=_short(step.condition), target=target.name),
        (choice("leave-out", say("ask.leave_step_out"), EditKind.NO_STEP, of=signature),),
        own=Edit(EditKind.CONDITION, of=signature),
        hint=say("ask.hint_condition"),
        what=signature,
    )


def _is_vague(column: ColumnMapping, text: str) -> bool:
    return bare_words(text) in phrases()["vague"] and not column.join


def _is_open(text: str) -> bool:
    padded = f" {bare_words(text)} "
    return (
        any(f" {phrase} " in padded for phrase in phrases()["open"]) or text.strip(" ?") == "" != text.strip()
    )
