"""A rule that rejects rows or stops the load.

Why: a model only selects; what is rejected, and where it goes, has to be a filter and a test.
Bad: `abort the session if SSN is invalid`.
Good: a filter step that leaves those rows out, and the word which test shall fail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.lint.context import Context, rule_cell, spoken

_REJECTS = re.compile(
    r"\b(?:reject|abort|raise (?:an? )?(?:error|exception)|fail the|stop the (?:load|session"
    r"|job)|error out|quarantine|send to error|zurückweisen|rechazar|odrzuć)\w*",
    re.IGNORECASE,
)


def reject_wanted(context: Context) -> Iterator[Finding]:
    """Rules with a data-quality action in them."""
    for target, column in context.rows():
        text = spoken(column)
        if _REJECTS.search(text):
            message = say("lint.reject_wanted", column=column.name)
            yield Finding("L29", Severity.WARNING, message, rule_cell(column), target.name, column.name)
