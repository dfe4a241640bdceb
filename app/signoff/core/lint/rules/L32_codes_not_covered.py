"""A list of codes that leaves out values of the samples.

Why: a code that is not listed loads no value, and nobody sees it before the result is used.
Bad: `A = Active, I = Inactive` where the source column also holds `P`.
Good: every code listed, or a word for the rest: `A = Active, I = Inactive, otherwise Unknown`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.lint.context import Context, rule_cell, rule_text
from signoff.core.lint.rules.L11_nothing_for_the_rest import question_for_the_rest, says_the_rest

_SIGN = r"\s*(?:=|->|→|=>|:)\s*"
_CODE = re.compile(rf"""(?:^|[,;\n(])\s*(?:'((?:[^']|'')+)'|"([^"]+)"|(\w[\w .-]{{0,30}}?)){_SIGN}(?=\S)""")
_FEWEST = 2


def codes_not_covered(context: Context) -> Iterator[Finding]:
    """Lists of codes without a word for the rest, held against the values of their only source."""
    for target, column in context.rows():
        text = rule_text(column)
        codes = {(a.replace("''", "'") or b or c).strip().casefold() for a, b, c in _CODE.findall(text)}
        if len(codes) < _FEWEST or len(column.sources) != 1 or says_the_rest(text):
            continue
        values = [value for value in context.values(column.sources[0]) if value.strip()]
        left = [value for value in values if value.strip().casefold() not in codes]
        if left and len(left) < len(values):
            message = say(
                "lint.codes_not_covered", column=column.name, count=len(left), source=str(column.sources[0])
            )
            asking = question_for_the_rest(target, column)
            yield Finding(
                "L32", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )
