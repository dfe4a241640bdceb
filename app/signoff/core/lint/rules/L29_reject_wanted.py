"""A rule that rejects rows or stops the load.

Why: a model only selects; what is rejected, and where it goes, has to be a filter and a test.
Bad: `abort the session if SSN is invalid`.
Good: a filter step that leaves those rows out, and the word which test shall fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import REJECTED, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text, spoken

_REJECTS = re.compile(
    r"\b(?:reject|abort|raise (?:an? )?(?:error|exception)|fail the|stop the (?:load|session"
    r"|job)|error out|quarantine|send to error|zurückweisen|rechazar|odrzuć)\w*",
    re.IGNORECASE,
)

_CLAUSE = re.compile(
    rf"\([^()]*{_REJECTS.pattern}[^()]*\)|[^,;.()]*{_REJECTS.pattern}[^,;.()]*", re.IGNORECASE
)
"""The part of a rule that rejects."""


def reject_wanted(context: Context) -> Iterator[Finding]:
    """Rules with a data-quality action in them."""
    for target, column in context.rows():
        text = spoken(column)
        if _REJECTS.search(text):
            message = say("lint.reject_wanted", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L29", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    kept = " ".join(_CLAUSE.sub(" ", rule_text(column)).split()).strip(" ,;.")
    return asked(
        "L29",
        target,
        column,
        say("ask.rejected", column=column.name),
        (
            choice("keep", say("ask.keep_rows"), EditKind.RULE, kept or "Direct"),
            choice("no-value", say("ask.no_value"), EditKind.RULE, "NULL"),
        ),
        own=Edit(EditKind.FILTER),
        hint=say("ask.hint_kept"),
        topic=REJECTED,
    )
