"""A rule that keeps history from load to load.

Why: a model sees one load; closing the old row and opening a new one needs a dbt snapshot.
Bad: `expire the old record and insert the updated one`.
Good: the columns as they are in one load, and a snapshot kept by dbt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import HISTORY, asked, choice
from signoff.core.lint.context import Context, rule_cell, spoken

_HISTORY = re.compile(
    r"\bexpire\w*\b|\bscd\s*-?(?:type)?\s*2\b|\bslowly changing\b|\b(?:old|previous"
    r"|existing) (?:record|row)s?\b.*\b(?:clos|end|updat|expir)\w*|\bsuperseded\b"
    r"|\bend[- ]dat(?:e|ed|ing) the\b",
    re.IGNORECASE | re.DOTALL,
)


def history_wanted(context: Context) -> Iterator[Finding]:
    """Rules of slowly changing dimensions."""
    for target, column in context.rows():
        text = spoken(column)
        if _HISTORY.search(text):
            message = say("lint.history_wanted", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L28", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    copied = (choice("copy", say("ask.copy_unchanged"), EditKind.RULE, "Direct"),) if column.sources else ()
    return asked(
        "L28",
        target,
        column,
        say("ask.history", column=column.name),
        (*copied, choice("no-value", say("ask.no_value"), EditKind.RULE, "NULL")),
        own=Edit(EditKind.RULE),
        hint=say("ask.hint_rule"),
        topic=HISTORY,
    )
