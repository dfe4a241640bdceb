"""The default beside a column and the one in its rule differ.

Why: one of the two is wrong, and nobody will notice which was used.
Bad: default `N`, rule `if missing then Y`.
Good: the same value in both places, or one of them left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text

_IF_MISSING = re.compile(
    r"""\b(?:if|when|where)\s+(?:\w+\s+){0,5}?(?:is\s+)?(?:null|missing|blank|empty)\b"""
    r"""(?:\s*(?:,|:|then|load|use|set to|set|default to|default|->|→))*\s+"""
    r"""(['"]?)(?P<value>[\w.-]+)\1"""
    r"""|\bdefaults? (?:null values )?to\s+(['"]?)(?P<other>[\w.-]+)\3""",
    re.IGNORECASE,
)
_NO_VALUE = frozenset({"null", "direct", "the", "it", "as", "default", "load", "to", "use", "set", "then"})


def two_defaults(context: Context) -> Iterator[Finding]:
    """A stated default against the value a rule gives where the source is missing."""
    for target, column in context.rows():
        text = rule_text(column)
        if (
            (stated := column.default.strip(" '\""))
            and (told := _IF_MISSING.search(text))
            and _differ(stated, told)
        ):
            value = told.group("value") or told.group("other")
            message = say("lint.two_defaults", column=column.name, default=stated, value=value)
            asking = _question(target, column, stated, value)
            cell = rule_cell(column)
            yield Finding("L21", Severity.WARNING, message, cell, target.name, column.name, asking)


def _differ(stated: str, told: re.Match[str]) -> bool:
    value = (told.group("value") or told.group("other")).casefold()
    return value not in _NO_VALUE and stated.casefold() not in _NO_VALUE and value != stated.casefold()


def _question(target: TargetMapping, column: ColumnMapping, stated: str, value: str) -> Question:
    return asked(
        "L21",
        target,
        column,
        say("ask.two_defaults", column=column.name),
        (
            choice("beside", say("ask.default_beside", value=stated), EditKind.WORDS, stated, value),
            choice("in-rule", say("ask.default_in_rule", value=value), EditKind.DEFAULT, value),
        ),
    )
