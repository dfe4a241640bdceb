"""A condition or a list of codes that does not say what becomes of all other values.

Why: the rest gets no value, or keeps its own; both look right until somebody counts.
Bad: `if status is A then Active`; `1 = Open, 2 = Closed`.
Good: `if status is A then Active else Inactive`; `1 = Open, 2 = Closed, others Unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import OTHERS, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text

_CASES = re.compile(
    r"\b(?:if|when|wenn|si|jeśli|если)\b.+?(?:\bthen\b|\bdann\b|\bentonces\b|\balors\b|,|->|→|=>)",
    re.IGNORECASE | re.DOTALL,
)
_CODES = re.compile(
    r"""(?:^|[,;\n(])\s*['"]?\w{1,12}['"]?\s*(?:=|->|→|=>|:)\s*['"]?[A-Za-z][^,;\n=]*(?=[,;\n)]|$)"""
)
_REST = re.compile(
    r"\b(?:else|otherwise|others?|default|rest|remaining|any other|all other|in all cases"
    r"|everything else|direct move|as is|sonst|andernfalls"
    r"|sino|en otro caso|sinon|autrement|w przeciwnym|inaczej|иначе|остальн\w*|unless|without"
    r"|neither|none of|no code|keep"
    r"|null if|nullif|if missing|if null|is null|is missing|is blank|is empty|is zero)\b",
    re.IGNORECASE,
)
_FEWEST_CODES = 2
_TRUTH = re.compile(r"^\W*(?:true|false)\b", re.IGNORECASE)
"""Of a truth value the rest is the other one."""


def nothing_for_the_rest(context: Context) -> Iterator[Finding]:
    """Rules with cases and no word for what is in none of them."""
    for target, column in context.rows():
        text = rule_text(column)
        if (
            not _REST.search(text)
            and not _TRUTH.match(text)
            and (_CASES.search(text) or len(_CODES.findall(text)) >= _FEWEST_CODES)
        ):
            message = say("lint.nothing_for_the_rest", column=column.name)
            asking = question_for_the_rest(target, column)
            yield Finding(
                "L11", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def says_the_rest(text: str) -> bool:
    """Whether a rule has a word for the values that are in none of its cases."""
    return bool(_REST.search(text))


def question_for_the_rest(target: TargetMapping, column: ColumnMapping) -> Question:
    """What becomes of values in none of the cases."""
    return asked(
        "L11",
        target,
        column,
        say("ask.any_other", column=column.name),
        (
            choice("no-value", say("ask.no_value"), EditKind.ADDED, ", otherwise no value"),
            choice("as-is", say("ask.source_value"), EditKind.ADDED, ", otherwise as is"),
        ),
        own=Edit(EditKind.ADDED, f", otherwise '{OWN_WORDS}'"),
        hint=say("ask.hint_value"),
        topic=OTHERS,
    )
