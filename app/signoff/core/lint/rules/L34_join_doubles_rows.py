"""A join on columns that several rows of the joined table share in the samples.

Why: every row that meets two of them stands twice in the result, and sums count it twice.
Bad: `left join ADR` on `h.PARTY_ID = a.PARTY_ID` where a party has several addresses.
Good: `h.PARTY_ID = a.PARTY_ID and a.KIND = 'MAIN'`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amended import step_signature
from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import SourceTable, Step, StepKind, TargetMapping
from signoff.core.lint.asking import as_written, asked
from signoff.core.lint.context import Context, bare_name, find_table

_JOINS = frozenset({StepKind.INNER_JOIN, StepKind.LEFT_JOIN})
_EQUALITY = re.compile(r"([\w.\"]+)\s*=\s*([\w.\"]+)")
_PLAIN = re.compile(
    r"\s*(?:on\s+)?[\w.\"]+\s*=\s*[\w.\"]+(?:\s+and\s+[\w.\"]+\s*=\s*[\w.\"]+)*\s*", re.IGNORECASE
)


def join_doubles_rows(context: Context) -> Iterator[Finding]:
    """Steps that join on nothing but equal columns, which are no key of the joined table in the samples."""
    if context.samples is None:
        return
    for target in context.spec.targets:
        grouped = any(s.kind in (StepKind.GROUP_BY, StepKind.DISTINCT) for s in target.steps)
        for step in target.steps if not grouped else ():
            table = find_table(context.schema, step.table) if step.kind in _JOINS else None
            columns = _columns(step, table) if table else ()
            count = context.samples.doubled(table.name, columns) if table and columns else 0
            if count:
                names = ", ".join(columns)
                message = say(
                    "lint.join_doubles_rows", table=step.table, columns=names, count=count, target=target.name
                )
                asking = _question(target, step, names)
                yield Finding("L34", Severity.WARNING, message, step.cell, target.name, "", asking)


def _columns(step: Step, table: SourceTable) -> tuple[str, ...]:
    """The joined table's columns in the condition; none when it says more than that columns are equal."""
    if not _PLAIN.fullmatch(step.condition):
        return ()
    own = {step.alias.casefold(), bare_name(step.table), step.table.casefold()} - {""}
    found = []
    for sides in _EQUALITY.findall(step.condition):
        for side in sides:
            lead, _, name = side.replace('"', "").rpartition(".")
            column = table.column(name) if lead.casefold() in own else None
            found += [column.name] if column else []
    return tuple(dict.fromkeys(found))


def _question(target: TargetMapping, step: Step, columns: str) -> Question:
    signature = step_signature(step)
    return asked(
        "L34",
        target,
        None,
        say("ask.which_row", table=step.table, columns=columns, target=target.name),
        (as_written(say("ask.every_row", table=step.table)),),
        own=Edit(EditKind.CONDITION, f"{step.condition} and {OWN_WORDS}", signature),
        hint=say("ask.hint_row", table=step.alias or bare_name(step.table)),
        what=signature,
    )
