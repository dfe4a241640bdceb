"""A running number, and nothing says in which order it is given.

Why: every load numbers the same rows anew; whoever kept an old number then holds another row.
Bad: `auto increment`; `sequence`.
Good: `row number ordered by CUSTOMER_ID`, or a hash of the business key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import MOST_OFFERED, asked, choice
from signoff.core.lint.context import Context, rule_cell, spoken

_COUNTS = re.compile(
    r"\b(?:auto\s?-?increment\w*|identity|sequence(?: number)?|running number|serial"
    r"|surrogate key|row[_ ]?number|laufende nummer|autonumer\w*|autoincremental)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\border(?:ed)?\b|\bsort(?:ed)?\b|\bby\b|\bhash\b|\bmd5\b|\bsha\d*\b|\blook\s?up\b|\bfrom\b|\bof\b|\bnach\b",
    re.IGNORECASE,
)


def running_number(context: Context) -> Iterator[Finding]:
    """Surrogate keys counted without an order."""
    for target, column in context.rows():
        text = spoken(column)
        if _COUNTS.search(text) and not _ORDER.search(text):
            message = say("lint.running_number", column=column.name)
            asking = _question(target, column)
            yield Finding("L30", Severity.INFO, message, rule_cell(column), target.name, column.name, asking)


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    others = [ref.column for row in target.columns if row.key and row is not column for ref in row.sources]
    names = list(dict.fromkeys(others))[:MOST_OFFERED]
    return asked(
        "L30",
        target,
        column,
        say("ask.numbered_by", column=column.name),
        tuple(choice(f"by {n}", n, EditKind.RULE, f"row number ordered by {n}") for n in names),
        own=Edit(EditKind.RULE, f"row number ordered by {OWN_WORDS}"),
        hint="CUSTOMER_ID",
    )
