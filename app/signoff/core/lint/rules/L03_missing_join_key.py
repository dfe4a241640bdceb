"""A join or lookup that names no key.

Why: without a key every row meets every row, or someone guesses the key.
Bad: step `left join | ADR |` with an empty condition; rule `Join with Supplier and load the Supplier ID`.
Good: step `left join | ADR | h.ADR_ID = a.ADR_ID`; rule `Join with Supplier by SSN and load its ID`.
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
from signoff.core.lint.asking import MOST_OFFERED, asked, choice, shared_columns
from signoff.core.lint.context import Context, bare_name, bare_words, phrases, rule_cell

_JOINS = frozenset({StepKind.INNER_JOIN, StepKind.LEFT_JOIN, StepKind.RIGHT_JOIN, StepKind.FULL_JOIN})
_LOOKS_UP = re.compile(r"^\W*(join|look\s?-?up|lkp)\b", re.IGNORECASE)
_TELLS_JOIN = re.compile(r"\b(?:join\w*|left|inner|outer|matched|attached|via)\b|=", re.IGNORECASE)
_NAMES_KEY = re.compile(
    r"=|\b(on|by|using|based|where|match\w*|key|keys|via|with the same|equal\w*|between|for|against)\b",
    re.IGNORECASE,
)


def missing_join_key(context: Context) -> Iterator[Finding]:
    """Steps and rules that join without a key, and targets with several tables and no join."""
    for target in context.spec.targets:
        for step in target.steps:
            if step.kind in _JOINS and not step.condition.strip():
                asking = _step_question(context, target, step)
                yield Finding("L03", Severity.ERROR, _step_sentence(step), step.cell, target.name, "", asking)
        for column in target.columns:
            if _rule_without_key(column, target):
                message = say("lint.rule_without_key", column=column.name)
                asking = _rule_question(context, target, column)
                cell = rule_cell(column)
                yield Finding("L03", Severity.WARNING, message, cell, target.name, column.name, asking)
        yield from _unjoined(context, target)


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


def _unjoined(context: Context, target: TargetMapping) -> Iterator[Finding]:
    answered = {a.edit.of.casefold() for a in target.amendments if a.edit.kind is EditKind.JOIN}
    steps = [s for s in target.steps if s.kind in _JOINS or s.kind is StepKind.CROSS_JOIN]
    if target.existing_sql or any(step.table.casefold() not in answered for step in steps):
        return
    parts = _of_parts(target)
    for section in target.sections:
        rows = [c for c in target.columns if c.section in ("", section)]
        tables = {bare_name(ref.table): ref.table for c in rows for ref in c.sources if ref.table}
        told = any(c.join or re.search(r"\bjoin|\blook\s?up", c.rule, re.IGNORECASE) for c in rows)
        left = [name for name in list(tables.values())[1:] if name.casefold() not in {*answered, *parts}]
        left = [name for name in left if not _told_in_notes(name, target)]
        if left and not told:
            names = ", ".join(dict.fromkeys(ref.table for c in rows for ref in c.sources if ref.table))
            message = say("lint.not_joined", target=target.name, names=names)
            asking = _table_question(context, target, next(iter(tables.values())), left[0], section)
            yield Finding("L03", Severity.WARNING, message, target.cell, target.name, "", asking)


def _told_in_notes(table: str, target: TargetMapping) -> bool:
    """Whether a text on rows names the table where it speaks of joins; what is not understood of it is told there."""
    name = re.compile(rf"(?<![\w.]){re.escape(bare_name(table))}(?!\w)", re.IGNORECASE)
    notes = (s.condition for s in target.steps if s.kind in (StepKind.NOTE, StepKind.FILTER))
    return any(name.search(text) and _TELLS_JOIN.search(text) for text in notes)


def _of_parts(target: TargetMapping) -> set[str]:
    """Tables that stand one below the other as the parts of a union, which nothing joins."""
    if not any(step.kind in (StepKind.UNION, StepKind.UNION_ALL) for step in target.steps):
        return set()
    return {
        bare
        for step in target.steps
        if step.kind in (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL) and step.table
        for bare in (step.table.casefold(), bare_name(step.table).casefold())
    }


def _table_question(
    context: Context, target: TargetMapping, first: str, other: str, section: str
) -> Question:
    shared = shared_columns(context.table(first), context.table(other))
    return asked(
        "L03",
        target,
        None,
        say("ask.join", first=first, other=other, target=target.name),
        tuple(
            choice(f"by {name}", say("ask.same_column", column=name), EditKind.JOIN, condition, other)
            for name in shared
            for condition in (f"{first}.{name} = {other}.{name}",)
        ),
        own=Edit(EditKind.JOIN, of=other),
        hint=f"{first}.ID = {other}.ID",
        what=f"join {bare_name(other)} {section}",
    )


def _step_question(context: Context, target: TargetMapping, step: Step) -> Question:
    signature = step_signature(step)
    before = [s for s in target.steps if s.table and s.section == step.section and s is not step]
    first = before[0] if before else None
    here, there = (first.alias or first.table if first else ""), step.alias or step.table
    shared = shared_columns(context.table(first.table), context.table(step.table)) if first else ()
    return asked(
        "L03",
        target,
        None,
        say("ask.join", first=first.table if first else "-", other=step.table or "-", target=target.name),
        (
            *(
                choice(
                    f"by {name}",
                    say("ask.same_column", column=name),
                    EditKind.CONDITION,
                    condition,
                    signature,
                )
                for name in shared
                for condition in (f"{here}.{name} = {there}.{name}",)
            ),
            choice("leave-out", say("ask.not_joined", table=step.table), EditKind.NO_STEP, of=signature),
        ),
        own=Edit(EditKind.CONDITION, of=signature),
        hint=f"{here}.ID = {there}.ID",
        what=signature,
    )


def _rule_question(context: Context, target: TargetMapping, column: ColumnMapping) -> Question:
    names = dict.fromkeys(ref.column for ref in column.sources if ref.column)
    return asked(
        "L03",
        target,
        column,
        say("ask.lookup_key", column=column.name),
        tuple(choice(f"by {n}", n, EditKind.ADDED, f" by {n}") for n in list(names)[:MOST_OFFERED]),
        own=Edit(EditKind.ADDED, f" by {OWN_WORDS}"),
        hint="CUSTOMER_ID",
    )
