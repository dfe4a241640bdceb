"""A target column with neither a source nor a rule.

Why: an empty rule means "copy the source", which needs a source; with none, nothing says what to load.
Bad: target column `region`, source `-`, rule empty.
Good: target column `region`, source `-`, rule `Constant 'EMEA'`; or a default value.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import MOST_OFFERED, asked, choice, tables_of
from signoff.core.lint.context import Context, is_direct, rule_cell


def no_source_no_rule(context: Context) -> Iterator[Finding]:
    """Columns that nothing fills; silent for a target with whole-table SQL."""
    for target, column in context.rows():
        if column.sources or column.default or not is_direct(column) or column.join or target.existing_sql:
            continue
        yield Finding(
            "L01",
            Severity.ERROR,
            say("lint.no_source_no_rule", column=column.name),
            rule_cell(column),
            target.name,
            column.name,
            _question(context, target, column),
        )


def _question(context: Context, target: TargetMapping, column: ColumnMapping) -> Question:
    same = [
        f"{table.name}.{found.name}"
        for table in tables_of(context, target)
        if (found := table.column(column.name)) is not None
    ][:MOST_OFFERED]
    return asked(
        "L01",
        target,
        column,
        say("ask.no_source_no_rule", column=column.name),
        (
            *(choice(name, say("ask.copy", source=name), EditKind.SOURCE, name) for name in same),
            choice("no-value", say("ask.no_value"), EditKind.RULE, "NULL"),
            choice("leave-out", say("ask.leave_out"), EditKind.LEFT_OUT),
        ),
        own=Edit(EditKind.RULE),
        hint=say("ask.hint_rule"),
    )
