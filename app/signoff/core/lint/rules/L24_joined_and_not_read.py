"""A table that is joined and from which nothing is read.

Why: such a join only drops or doubles rows; often the column it was meant for was forgotten.
Bad: step `left join CURRENCY`, no column from it.
Good: a column that reads it, a filter that uses it, or no join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amended import step_signature
from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, bare_name, rule_text


def joined_and_not_read(context: Context) -> Iterator[Finding]:
    """Outer joins whose table no column, rule, filter or other step of the target names."""
    for target in context.spec.targets:
        columns = " ".join(f"{rule_text(c)} {c.join} {' '.join(map(str, c.sources))}" for c in target.columns)
        for step in target.steps:
            if step.kind is not StepKind.LEFT_JOIN or not step.table:
                continue
            names = [n for n in (step.alias, bare_name(step.table), step.table) if n]
            others = " ".join(s.condition for s in target.steps if s is not step)
            read = any(re.search(rf"\b{re.escape(n)}\b", f"{columns} {others}", re.IGNORECASE) for n in names)
            if not read and not _reads(context, target, step):
                message = say("lint.joined_and_not_read", table=step.table, target=target.name)
                asking = _question(target, step)
                yield Finding("L24", Severity.INFO, message, step.cell, target.name, "", asking)


def _reads(context: Context, target: TargetMapping, step: Step) -> bool:
    """Whether a source cell without a table names a column of the joined one."""
    table = context.table(step.table)
    bare = {ref.column.casefold() for c in target.columns for ref in c.sources if not ref.table}
    return table is None or any(c.name.casefold() in bare for c in table.columns)


def _question(target: TargetMapping, step: Step) -> Question:
    signature = step_signature(step)
    return asked(
        "L24",
        target,
        None,
        say("ask.joined_for_what", table=step.table, target=target.name),
        (
            choice("leave-out", say("ask.not_joined", table=step.table), EditKind.NO_STEP, of=signature),
            as_written(say("ask.joined_on_purpose")),
        ),
        what=signature,
    )
