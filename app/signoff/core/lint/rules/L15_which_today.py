"""The day or time of the run decides a value that is more than a time stamp of the load.

Why: the same rows give another result tomorrow, and no check can be repeated.
Bad: `age as of today`; `active if end date > sysdate`.
Good: `age on the cut-over date 2026-01-01`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import TODAY, as_written, asked
from signoff.core.lint.context import Context, rule_cell, spoken

_TODAY = re.compile(
    r"\b(?:today|sysdate|systimestamp|current[_ ]?date|current[_ ]?timestamp|getdate|now"
    r"|heute|hoy|dziś|сегодня)\b(?:\(\))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")
_MORE = re.compile(
    r"[<>+\-*/]|\b(?:age|before|after|older|newer|since|until|between|days|months|years|if"
    r"|when|case|minus|plus|alter|edad)\b",
    re.IGNORECASE,
)


def which_today(context: Context) -> Iterator[Finding]:
    """Rules that compare or calculate with the day of the run."""
    for target, column in context.rows():
        text = spoken(column)
        if _TODAY.search(text) and column.sources and _MORE.search(_TODAY.sub(" ", text)):
            message = say("lint.which_today", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L15", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    word = _TODAY.search(spoken(column))
    return asked(
        "L15",
        target,
        column,
        say("ask.today", column=column.name),
        (as_written(say("ask.day_of_run")),),
        own=Edit(EditKind.WORDS, of=word.group() if word else ""),
        hint="2024-12-31",
        topic=TODAY,
    )
