"""A default value that the target type cannot hold.

Why: the load breaks, or the value is cut, on exactly the rows nobody looks at.
Bad: default `N/A` for an INTEGER; default `UNKNOWN` for a CHAR(2).
Good: default `-1` for an INTEGER; default `XX` for a CHAR(2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.lint.asking import asked, choice
from signoff.core.lint.context import Context
from signoff.core.lint.types import misfit, type_facts

_COMPUTED = re.compile(
    r"[()]|sysdate|systimestamp|current|getdate|\bnow\b|\btoday\b|identity|sequence|nextval"
    r"|\bnull\b|auto|\bnone\b|\brun\b|\bload\b|\bdate\b",
    re.IGNORECASE,
)
_QUOTES = "'\"“”‘’"


def default_outside_type(context: Context) -> Iterator[Finding]:
    """Columns whose stated default does not fit; computed defaults are passed over."""
    for target, column in context.rows():
        default = column.default.strip()
        if not default or _COMPUTED.search(default):
            continue
        bare = default.strip(_QUOTES)
        if reason := misfit(bare, type_facts(column.type)):
            message = say("lint.default_misfits", column=column.name, reason=reason, type=column.type)
            cell = column.cell_of(Role.TARGET_DEFAULT) or column.cell
            asking = _question(target, column)
            yield Finding("L07", Severity.ERROR, message, cell, target.name, column.name, asking)


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    return asked(
        "L07",
        target,
        column,
        say("ask.default", column=column.name, default=column.default.strip(), type=column.type),
        (choice("none", say("ask.no_default"), EditKind.DEFAULT),),
        own=Edit(EditKind.DEFAULT),
        hint=say("ask.hint_default"),
    )
