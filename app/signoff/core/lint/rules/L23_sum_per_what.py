"""Values are summed up or counted, and nothing says per what.

Why: one row too few or too many groups changes every total, and each looks plausible.
Bad: `sum of AMOUNT` with no grouping.
Good: `sum of AMOUNT` and the step `group by CUSTOMER_ID`, or `sum of AMOUNT per customer`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import StepKind, TargetMapping
from signoff.core.lint.asking import as_written, asked, choice
from signoff.core.lint.context import Context, rule_cell, rule_text

_SUMS = re.compile(
    r"^\W*(?:sum|total|count|average|avg|number|max(?:imum)?|min(?:imum)?|summe|anzahl|suma"
    r"|somme)\b\s*(?:of|\(|der|de\b)",
    re.IGNORECASE,
)
_PER = re.compile(
    r"\bper\b|\bgroup(?:ed|ing)?\b|\bfor each\b|\bby\b|\bover\b|\bpartition\b|\bpro\b|\bje\b|\bpor\b|\bpar\b",
    re.IGNORECASE,
)


def sum_per_what(context: Context) -> Iterator[Finding]:
    """Targets with summed columns and neither a grouping step nor a rule that says per what; one finding each."""
    for target in context.spec.targets:
        grouped = any(step.kind is StepKind.GROUP_BY or _PER.search(step.condition) for step in target.steps)
        if grouped or target.existing_sql:
            continue
        summed = [c for c in target.columns if _SUMS.search(rule_text(c)) and not _PER.search(rule_text(c))]
        others = any(_PER.search(rule_text(c)) for c in target.columns)
        if summed and not others:
            message = say(
                "lint.sum_per_what", target=target.name, columns=", ".join(c.name for c in summed[:3])
            )
            asking = _question(target, [c.name for c in target.columns if c not in summed])
            cell = rule_cell(summed[0])
            yield Finding("L23", Severity.WARNING, message, cell, target.name, "", asking)


def _question(target: TargetMapping, others: list[str]) -> Question:
    names = ", ".join(dict.fromkeys(others))
    whole = (
        (choice("others", say("ask.per_others", columns=names), EditKind.GROUPING, names),) if names else ()
    )
    return asked(
        "L23",
        target,
        None,
        say("ask.sum_per", target=target.name),
        (*whole, as_written(say("ask.one_row"))),
        own=Edit(EditKind.GROUPING),
        hint=say("ask.hint_grouping"),
    )
