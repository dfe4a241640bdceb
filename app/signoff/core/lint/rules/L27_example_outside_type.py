"""An example value that the target type cannot hold.

Why: either the type is wrong or the example is of another column; both are cheap to settle now.
Bad: example `12.50` for an INTEGER.
Good: example `12` for an INTEGER, or the type DECIMAL(5,2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.lint.asking import EXAMPLES, asked, choice
from signoff.core.lint.context import Context
from signoff.core.lint.types import misfit, type_facts

_SEVERAL = re.compile(r"[,;\n/|…]|\.\.\.|\bor\b|\betc\b", re.IGNORECASE)


def example_outside_type(context: Context) -> Iterator[Finding]:
    """Single example values held against the type."""
    for target, column in context.rows():
        if (
            (value := column.example.strip(" '\""))
            and not _SEVERAL.search(value)
            and (reason := misfit(value, type_facts(column.type)))
        ):
            message = say("lint.example_outside_type", column=column.name, reason=reason, type=column.type)
            yield Finding(
                "L27",
                Severity.INFO,
                message,
                column.cell_of(Role.EXAMPLE) or column.cell,
                target.name,
                column.name,
                _question(target, column),
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    return asked(
        "L27",
        target,
        column,
        say("ask.example", column=column.name, type=column.type),
        (choice("no-example", say("ask.example_wrong"), EditKind.EXAMPLE),),
        own=Edit(EditKind.TYPE),
        hint="varchar(20)",
        topic=EXAMPLES,
    )
