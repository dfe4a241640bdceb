"""A division by a column, and nothing says what stands where that column is zero.

Why: the load breaks, or holds infinity, on the first row with a zero.
Bad: `price / quantity`.
Good: `price / quantity; no value where the quantity is 0`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import ZERO, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text

_DIVIDES = re.compile(
    r"\bdivided? by (?:the )?(?!\d)\w|\bdivide\b.+\bby (?:the )?(?!\d)[A-Za-z]"
    r"|(?<=[\w)])\s*/\s*(?!\d)[A-Za-z_(][\w.]{2,}",
    re.IGNORECASE,
)
_NOT_MEANT = re.compile(
    r"\b[dmy]{2,4}/[dmy]{2,4}(?:/[dmy]{2,4})?|\b\w{1,3}/\w{1,3}\b|\band/or\b"
    r"|\bday/month(?:/year)?|\bmonth/year|'[^']*'|\"[^\"]*\"|\w+/\w+\.\w+",
    re.IGNORECASE,
)
_ZERO = re.compile(r"\bzero\b|\bnullif\b|\b0\b|\bnull\b|\bno value\b", re.IGNORECASE)


def division_by_zero(context: Context) -> Iterator[Finding]:
    """Rules that divide by a column without a word on zero."""
    for target, column in context.rows():
        text = rule_text(column)
        if column.sources and _DIVIDES.search(_NOT_MEANT.sub(" ", text)) and not _ZERO.search(text):
            message = say("lint.division_by_zero", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L14", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    divisor = column.sources[-1].column if len(column.sources) > 1 else say("ask.divisor")
    return asked(
        "L14",
        target,
        column,
        say("ask.zero", column=column.name),
        (
            choice("no-value", say("ask.no_value"), EditKind.ADDED, f", no value if {divisor} is zero"),
            choice("0", "0", EditKind.ADDED, f", 0 if {divisor} is zero"),
        ),
        own=Edit(EditKind.ADDED, f", {OWN_WORDS} if {divisor} is zero"),
        hint=say("ask.hint_value"),
        topic=ZERO,
    )
