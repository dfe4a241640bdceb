"""A join or lookup that names no key.

Why: without a key every row meets every row, or someone guesses the key.
Bad: step `left join | ADR |` with an empty condition; rule `Join with Supplier and load the Supplier ID`.
Good: step `left join | ADR | h.ADR_ID = a.ADR_ID`; rule `Join with Supplier by SSN and load its ID`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Step, StepKind, TargetMapping
from signoff.core.lint.context import Context, bare_name, bare_words, phrases, rule_cell

_JOINS = frozenset({StepKind.INNER_JOIN, StepKind.LEFT_JOIN, StepKind.RIGHT_JOIN, StepKind.FULL_JOIN})
_LOOKS_UP = re.compile(r"^\W*(join|look\s?-?up|lkp)\b", re.IGNORECASE)
_NAMES_KEY = re.compile(
    r"=|\b(on|by|using|based|where|match\w*|key|keys|via|with the same|equal\w*|between|for|against)\b",
    re.IGNORECASE,
)


def missing_join_key(context: Context) -> Iterator[Finding]:
    """Steps and rules that join without a key, and targets with several tables and no join."""
    for target in context.spec.targets:
        for step in target.steps:
            if step.kind in _JOINS and not step.condition.strip():
                yield Finding("L03", Severity.ERROR, _step_sentence(step), step.cell, target.name)
        for column in target.columns:
            if _rule_without_key(column, target):
                message = say("lint.rule_without_key", column=column.name)
                yield Finding("L03", Severity.WARNING, message, rule_cell(column), target.name, column.name)
        yield from _unjoined(target)


def _step_sentence(step: Step) -> str:
    if step.table:
        return say("lint.join_without_condition", table=step.table)
    return say("lint.join_without_table")


def _rule_without_key(column: ColumnMapping, target: TargetMapping) -> bool:
    text = column.rule_resolved or column.rule
    if not _LOOKS_UP.match(text) or bare_words(text) in phrases()["vague"]:
        return False
    joined = any(step.kind in _JOINS and step.condition for step in target.steps)
    return not _NAMES_KEY.search(text) and not column.join and not joined


def _unjoined(target: TargetMapping) -> Iterator[Finding]:
    if target.existing_sql or any(s.kind in _JOINS or s.kind is StepKind.CROSS_JOIN for s in target.steps):
        return
    for section in target.sections:
        rows = [c for c in target.columns if c.section in ("", section)]
        tables = dict.fromkeys(bare_name(ref.table) for c in rows for ref in c.sources if ref.table)
        told = any(c.join or re.search(r"\bjoin|\blook\s?up", c.rule, re.IGNORECASE) for c in rows)
        if len(tables) > 1 and not told:
            names = ", ".join(dict.fromkeys(ref.table for c in rows for ref in c.sources if ref.table))
            message = say("lint.not_joined", target=target.name, names=names)
            yield Finding("L03", Severity.WARNING, message, target.cell, target.name)
