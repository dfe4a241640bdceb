"""A point in time changes its zone, and the document names only one of the two.

Why: an hour off moves rows over midnight, into another day and another month.
Bad: `convert to UTC`.
Good: `convert from Europe/Berlin to UTC`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import ZONE, asked, choice
from signoff.core.lint.context import Context, rule_cell, spoken

_CONVERTS = re.compile(
    r"\b(?:convert|change|shift|translate|umrechnen|convertir)\w*\b.*\b(?:utc|gmt|time ?zone"
    r"|local time|cet|est|pst|zeitzone|zona horaria)\b|\btime ?zone\b",
    re.IGNORECASE | re.DOTALL,
)
_ZONE = re.compile(r"\b(?:UTC|GMT|[A-Z]{1,2}[SDE]T|CES?T|[A-Z][a-z]+/[A-Z][A-Za-z_]+)\b|[+-]\d{2}:?\d{2}\b")
_BOTH = 2


def time_zone_not_told(context: Context) -> Iterator[Finding]:
    """Conversions between time zones with fewer than two zones named."""
    for target, column in context.rows():
        text = spoken(column)
        if _CONVERTS.search(text) and len(set(_ZONE.findall(text))) < _BOTH:
            message = say("lint.time_zone_not_told", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L16", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    return asked(
        "L16",
        target,
        column,
        say("ask.zone", column=column.name),
        (choice("none", say("ask.no_zone"), EditKind.RULE, "Direct"),),
        own=Edit(EditKind.ADDED, f" ({OWN_WORDS})"),
        hint=say("ask.hint_zone"),
        topic=ZONE,
    )
