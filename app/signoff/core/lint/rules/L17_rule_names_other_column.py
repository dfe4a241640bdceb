"""A rule that names a column of its tables which the row does not list as a source.

Why: either the rule reads more than was agreed, or the source cell is short; both are decided silently.
Bad: source `AMT`, rule `AMT * RATE`.
Good: sources `AMT, RATE`, rule `AMT * RATE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, SourceColumn, TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text

_NAME = re.compile(r"\b(?:[A-Za-z]\w*_\w+|[A-Z][A-Z0-9]{3,})\b")
"""Words that can only be technical names: with an underscore, or in capitals."""
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")


def rule_names_other_column(context: Context) -> Iterator[Finding]:
    """Names in a rule that are columns of the row's own tables and not among its sources."""
    for target, column in context.rows():
        listed = {ref.column.casefold() for ref in column.sources} | {column.name.casefold()}
        tables = dict.fromkeys(ref.table for ref in column.sources if ref.table)
        known = {c.name.casefold(): (name, c.name) for name in tables for c in _columns(context, name)}
        named = dict.fromkeys(word.casefold() for word in _NAME.findall(_QUOTED.sub(" ", rule_text(column))))
        for name in (n for n in named if n in known and n not in listed):
            table, spelled = known[name]
            message = say("lint.rule_names_other_column", column=column.name, source=f"{table}.{spelled}")
            asking = _question(target, column, f"{table}.{spelled}")
            yield Finding("L17", Severity.INFO, message, rule_cell(column), target.name, column.name, asking)


def _columns(context: Context, table: str) -> tuple[SourceColumn, ...]:
    found = context.table(table)
    return found.columns if found else ()


def _question(target: TargetMapping, column: ColumnMapping, source: str) -> Question:
    return asked(
        "L17",
        target,
        column,
        say("ask.reads_too", column=column.name, source=source),
        (choice("yes", say("question.yes"), EditKind.SOURCE, source), as_written(say("question.no"))),
        what=source.casefold(),
    )
