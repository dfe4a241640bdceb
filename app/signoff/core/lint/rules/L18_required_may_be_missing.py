"""A target column that must be filled, copied from a source that may be missing.

Why: the load breaks on the first row without a value, or somebody fills in a dummy by hand.
Bad: NOT NULL, source nullable, no default.
Good: NOT NULL with the default `Unknown`, or a rule for missing values.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import REQUIRED, as_written, asked, choice
from signoff.core.lint.context import Context, is_direct, rule_cell


def required_may_be_missing(context: Context) -> Iterator[Finding]:
    """For each target, its required direct columns without a default whose source may be empty; one finding each."""
    for target in context.spec.targets:
        found = [column for column in target.columns if _may_be_missing(context, column)]
        if found:
            names = ", ".join(dict.fromkeys(column.name for column in found))
            message = say("lint.required_may_be_missing", count=len(found), columns=names)
            asking = _question(target, names, len(found))
            yield Finding("L18", Severity.INFO, message, rule_cell(found[0]), target.name, "", asking)


def _may_be_missing(context: Context, column: ColumnMapping) -> bool:
    if not column.required or column.default.strip() or len(column.sources) != 1 or not is_direct(column):
        return False
    table = context.table(column.sources[0].table)
    source = table.column(column.sources[0].column) if table else None
    if table is None or source is None:
        return False
    return source.nullable and any(not each.nullable for each in table.columns)


def _question(target: TargetMapping, names: str, count: int) -> Question:
    return asked(
        "L18",
        target,
        None,
        say("ask.required", columns=names, target=target.name, count=count),
        (
            as_written(say("ask.never_missing")),
            choice("optional", say("ask.may_be_missing"), EditKind.OPTIONAL, of=names),
        ),
        topic=REQUIRED,
        what=names.casefold(),
    )
