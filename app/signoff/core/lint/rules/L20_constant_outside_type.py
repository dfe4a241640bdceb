"""A fixed value that the target type cannot hold.

Why: the load breaks, or the value is cut, on every row.
Bad: `Constant "UNKNOWN"` into a CHAR(2).
Good: `Constant "XX"` into a CHAR(2).
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
from signoff.core.lint.context import Context, rule_cell, rule_text
from signoff.core.lint.types import misfit, type_facts

_CONSTANT = re.compile(
    r"""^\s*(?:(?:constant|hard\s?-?coded?(?: (?:as|to|value))?|fixed value|static"""
    r"""|default(?: to)?|set to|always"""
    r"""|expression)\s*:?=?\s*)(['"“‘])(?P<value>[^'"”’]*)['"”’]\s*\.?\s*$""",
    re.IGNORECASE,
)


def constant_outside_type(context: Context) -> Iterator[Finding]:
    """Rules that are nothing but a fixed value, held against the type."""
    for target, column in context.rows():
        text = rule_text(column)
        if (told := _CONSTANT.match(text)) and (
            reason := misfit(told.group("value"), type_facts(column.type))
        ):
            message = say(
                "lint.constant_outside_type",
                column=column.name,
                value=told.group("value"),
                reason=reason,
                type=column.type,
            )
            asking = _question(target, column, told.group("value"))
            yield Finding(
                "L20", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _question(target: TargetMapping, column: ColumnMapping, value: str) -> Question:
    wanted = type_facts(column.type)
    wider = f"varchar({len(value)})" if wanted.family == "text" else "varchar"
    return asked(
        "L20",
        target,
        column,
        say("ask.constant", column=column.name, value=value, type=column.type),
        (choice("widen", say("ask.widen", type=wider), EditKind.TYPE, wider),),
        own=Edit(EditKind.RULE, f"Constant '{OWN_WORDS}'"),
        hint=say("ask.hint_value"),
    )
