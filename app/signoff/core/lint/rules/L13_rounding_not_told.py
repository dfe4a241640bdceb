"""A calculation whose result has more digits than the target keeps, and nothing says how it is rounded.

Why: half up, half even and cut off differ on the very cents that are reconciled.
Bad: `price / quantity` into a DECIMAL(10,2).
Good: `price / quantity, rounded half up to 2 digits`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import ROUNDING, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text
from signoff.core.lint.types import type_facts

_FRACTIONS = re.compile(
    r"\bdivid\w+|\baverage\b|\bavg\b|\bmean\b|\bratio\b|\bpercent\w*|\bper cent\b"
    r"|(?<=[\w)])\s*/\s*(?=[\w(])|[*×]\s*\d+\.\d+",
    re.IGNORECASE,
)
_DATE_SLASH = re.compile(
    r"(?:/|\bdivided? by|\bby)\s*10+\b|\b[dmy]{2,4}(?:/[dmy]{2,4})+|\bn/a\b|\by/n\b|\band/or\b", re.IGNORECASE
)
_ROUNDS = re.compile(
    r"\bround\w*|\btrunc\w*|\bfloor\b|\bceil\w*|\bcut\b|\bhalf\b|\bgerundet\b|\bredond\w*"
    r"|\barrond\w*|\bzaokr\w*|\bокругл\w*|\bdecimals?\b(?! is)|\bdigits?\b",
    re.IGNORECASE,
)
_NUMBERS = ("number", "whole number")


def rounding_not_told(context: Context) -> Iterator[Finding]:
    """Divisions, averages and percentages into a type with few digits."""
    for target, column in context.rows():
        text = rule_text(column)
        if _FRACTIONS.search(_DATE_SLASH.sub(" ", text)) and not _ROUNDS.search(text) and _keeps_few(column):
            message = say("lint.rounding_not_told", column=column.name, type=column.type)
            asking = _question(target, column)
            yield Finding(
                "L13", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _keeps_few(column: ColumnMapping) -> bool:
    """Whether the target is a number of which digits are stated."""
    facts = type_facts(column.type)
    return facts.family == "whole number" or (facts.family == "number" and facts.size > 0)


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    facts = type_facts(column.type)
    digits = facts.scale if facts.family == "number" else 0
    return asked(
        "L13",
        target,
        column,
        say("ask.rounding", column=column.name, count=digits),
        (
            choice("half-up", say("ask.half_up"), EditKind.ADDED, f", rounded to {digits} decimals"),
            choice("cut", say("ask.cut_digits"), EditKind.ADDED, f", truncated to {digits} decimals"),
        ),
        own=Edit(EditKind.ADDED, f", rounded {OWN_WORDS}"),
        hint=say("ask.hint_rounding"),
        topic=ROUNDING,
    )
