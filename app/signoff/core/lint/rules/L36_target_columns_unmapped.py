"""Columns of a target table that no row of the document fills.

Why: they stay empty in every row, or the load breaks where they must be filled.
Bad: the list of the target's columns has `created_at`, and no row maps it.
Good: a row for it, or a word that something else fills it.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import TargetMapping
from signoff.core.lint.asking import as_written, asked
from signoff.core.lint.context import Context

_SHOWN = 6


def target_columns_unmapped(context: Context) -> Iterator[Finding]:
    """One finding a target whose columns the document lists, where some are not mapped."""
    for target in context.spec.targets:
        answered = {a.column.casefold() for a in target.amendments}
        mapped = {column.name.casefold() for column in target.columns} | answered
        left = [name for name in target.listed if name.casefold() not in mapped]
        if left and len(left) < len(target.listed) and not target.existing_sql:
            names = ", ".join(left[:_SHOWN]) + (" …" if len(left) > _SHOWN else "")
            message = say("lint.target_columns_unmapped", target=target.name, count=len(left), columns=names)
            yield Finding(
                "L36", Severity.WARNING, message, target.cell, target.name, "", _question(target, left, names)
            )


def _question(target: TargetMapping, left: list[str], names: str) -> Question:
    return asked(
        "L36",
        target,
        None,
        say("ask.unmapped", target=target.name, columns=names),
        (as_written(say("ask.filled_elsewhere")),),
        what=" ".join(sorted(name.casefold() for name in left)),
    )
