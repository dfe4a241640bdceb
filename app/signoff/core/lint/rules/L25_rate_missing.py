"""A conversion of currency or unit, and nothing says by which rate.

Why: rates change every day; the wrong one is off by little, everywhere.
Bad: `convert to EUR`.
Good: `convert to EUR by FX.RATE of the posting date`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import asked, choice
from signoff.core.lint.context import Context, rule_cell, spoken

_CONVERTS = re.compile(
    r"\b(?:convert\w*|umrechn\w*|conver\w+r|przelicz\w*)\s+(?:\w+\s+){0,4}?(?:to|into|from|in"
    r"|nach|a|na)\s+(?:the\s+)?(?:EUR|USD|GBP|CHF|PLN|JPY"
    r"|currency|local currency|kg|kilograms?|lbs?|pounds?|met(?:er|re)s?|feet|miles|km"
    r"|celsius|fahrenheit|währung|moneda)\b",
    re.IGNORECASE | re.DOTALL,
)
_RATE = re.compile(
    r"\d|\brates?\b|\bfactor\b|\bfx\b|\bkurs\w*|\btasa\b|\btaux\b|\bmultiply\b|\bcode\b|\*", re.IGNORECASE
)


def rate_missing(context: Context) -> Iterator[Finding]:
    """Conversions between currencies or units without a factor, table or column for it."""
    for target, column in context.rows():
        text = spoken(column)
        if _CONVERTS.search(text) and not _RATE.search(text) and not column.join:
            message = say("lint.rate_missing", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L25", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    return asked(
        "L25",
        target,
        column,
        say("ask.rate", column=column.name),
        (choice("copy", say("ask.already_converted"), EditKind.RULE, "Direct"),),
        own=Edit(EditKind.ADDED, f" by the rate {OWN_WORDS}"),
        hint=say("ask.hint_rate"),
    )
