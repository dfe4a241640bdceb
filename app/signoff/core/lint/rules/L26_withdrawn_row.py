"""A row marked as removed, obsolete or on hold, or struck out, that still maps a column.

Why: it is built or left out by whoever reads the mark; the two do not agree.
Bad: status `Deleted`, or the row struck out, source and rule still filled.
Good: the row taken out, or its status set back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.lint.asking import WITHDRAWN, as_written, asked, choice
from signoff.core.lint.context import Context, rule_text

_WITHDRAWN = re.compile(
    r"^\W*(?:deleted?|removed?|obsolete|deprecated|cancell?ed|on hold|not required|descoped"
    r"|out of scope|withdrawn|gelöscht|entfällt|eliminado|usunięt\w*|удален\w*)\b",
    re.IGNORECASE,
)

_FIELDS = {
    Role.RULE: "rule",
    Role.SOURCE_COLUMN: "source column",
    Role.SOURCE_TABLE: "source table",
    Role.TARGET_TYPE: "type",
}


def withdrawn_row(context: Context) -> Iterator[Finding]:
    """Rows whose state says that they no longer count, and what is struck out."""
    for target, column in context.rows():
        text = rule_text(column)
        if column.struck:
            yield _struck(target, column)
        elif _WITHDRAWN.search(column.state) and (column.sources or text):
            message = say("lint.withdrawn_row", column=column.name, state=column.state.split("\n")[0][:40])
            yield Finding(
                "L26",
                Severity.WARNING,
                message,
                column.cell_of(Role.STATE) or column.cell,
                target.name,
                column.name,
                _question(target, column),
            )


def _struck(target: TargetMapping, column: ColumnMapping) -> Finding:
    """The whole row when its name is struck out, else the field that is."""
    role = column.struck[0]
    if Role.TARGET_COLUMN in column.struck:
        message, cell = say("lint.struck_row", column=column.name), column.cell
    else:
        field = _FIELDS.get(role, str(role).replace("_", " "))
        message, cell = say("lint.struck_field", column=column.name, field=field), column.cell_of(role)
    asking = _question(target, column) if Role.TARGET_COLUMN in column.struck else None
    return Finding("L26", Severity.WARNING, message, cell or column.cell, target.name, column.name, asking)


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    state = column.state.split("\n")[0][:40] or say("ask.struck_out")
    return asked(
        "L26",
        target,
        column,
        say("ask.withdrawn", column=column.name, state=state),
        (choice("leave-out", say("ask.leave_out"), EditKind.LEFT_OUT), as_written(say("ask.still_counts"))),
        topic=WITHDRAWN,
    )
