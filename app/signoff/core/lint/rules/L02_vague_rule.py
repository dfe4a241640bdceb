"""A rule of words that hide different logic, with no detail.

Why: "date format" or "lookup" alone can be built in ten ways, and nine of them are wrong.
Bad: `date format`; `lookup`; `as per business`; `TBD`.
Good: `change the date format from DD/MM/YYYY to a date`; `look up the name in LOOKUP_CTRY by CTRY_CD`.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, StepKind
from signoff.core.lint.context import Context, bare_words, phrases, rule_cell

_SHOWN = 60
_NO_CONDITION = frozenset({StepKind.NOTE, StepKind.UNION, StepKind.UNION_ALL, StepKind.DISTINCT})


def vague_rule(context: Context) -> Iterator[Finding]:
    """Rules, and conditions of steps, that say too little or leave something open."""
    for target, column in context.rows():
        text = column.rule_resolved or column.rule
        if _is_open(text) or _is_vague(column, text):
            yield Finding(
                "L02", Severity.WARNING, _sentence(text), rule_cell(column), target.name, column.name
            )
    for target in context.spec.targets:
        for step in target.steps:
            vague = bare_words(step.condition) in phrases()["vague"]
            if step.kind not in _NO_CONDITION and step.condition and (vague or _is_open(step.condition)):
                yield Finding("L02", Severity.WARNING, _sentence(step.condition), step.cell, target.name)


def _sentence(text: str) -> str:
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return say("lint.vague_rule", shown=shown)


def _is_vague(column: ColumnMapping, text: str) -> bool:
    return bare_words(text) in phrases()["vague"] and not column.join


def _is_open(text: str) -> bool:
    padded = f" {bare_words(text)} "
    return (
        any(f" {phrase} " in padded for phrase in phrases()["open"]) or text.strip(" ?") == "" != text.strip()
    )
