"""A rule that makes a text longer than the target holds.

Why: the text is cut, or the load breaks, on every row.
Bad: `pad with zeros to 10` into a VARCHAR(8).
Good: `pad with zeros to 8` into a VARCHAR(8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text
from signoff.core.lint.types import type_facts

_LENGTH = re.compile(
    r"\b(?:l?r?pad\w*|pad\w*|left|first|fill\w*)\b[^0-9\n]{0,40}?\b(?:to|length|of|,"
    r"|\()?\s*(\d{1,4})\b(?!\s*(?:zeros?|blanks?|spaces))",
    re.IGNORECASE,
)


def rule_outside_type(context: Context) -> Iterator[Finding]:
    """Padding and cutting to a length beyond the type."""
    for target, column in context.rows():
        text = rule_text(column)
        if (told := _LENGTH.search(text)) and _is_longer(column.type, int(told.group(1))):
            message = say(
                "lint.rule_outside_type", column=column.name, length=int(told.group(1)), type=column.type
            )
            asking = _question(target, column, int(told.group(1)))
            yield Finding(
                "L19", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _is_longer(type_text: str, length: int) -> bool:
    facts = type_facts(type_text)
    return facts.family == "text" and 0 < facts.size < length


def _question(target: TargetMapping, column: ColumnMapping, length: int) -> Question:
    wider = f"varchar({length})"
    cut = f", then the first {type_facts(column.type).size} characters"
    return asked(
        "L19",
        target,
        column,
        say("ask.too_long", column=column.name, type=column.type),
        (
            choice("widen", say("ask.widen", type=wider), EditKind.TYPE, wider),
            choice("cut", say("ask.cut"), EditKind.ADDED, cut),
            as_written(say("ask.never_longer")),
        ),
    )
