"""The first, latest or any one row is wanted, and nothing says by what or what breaks a tie.

Why: which row wins then hangs on the order in which rows happen to come.
Bad: `keep latest`; `first address`.
Good: `latest by CHANGED_AT, then the highest ADDR_ID`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import MOST_OFFERED, asked, choice, tables_of
from signoff.core.lint.context import Context, rule_cell, spoken
from signoff.core.lint.types import type_facts

_CHOOSES = re.compile(
    r"\b(?:latest|newest|most recent|oldest|earliest|keep (?:the )?(?:first|last)"
    r"|first (?:row|record)|last (?:row|record)|top 1|neueste\w*|letzte\w*|último|ostatni\w*"
    r"|последн\w*)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|per|order(?:ed)?|sort(?:ed)?|based on|according to|using|of the|highest"
    r"|max(?:imum)?|min(?:imum)?|lowest|nach|por|według|по)\b|\bon\s+\w+_\w+",
    re.IGNORECASE,
)

_CHANGED = re.compile(r"chang|updat|modif|creat|valid|_at$|_ts$|_dt$", re.IGNORECASE)
"""Names of columns that tell which row is newer."""
_DATED = re.compile(r"\w+_\w+|date|day|time|timestamp|month|year|datum|fecha|data|дата", re.IGNORECASE)
"""A word behind "latest" that is itself what is compared."""


def latest_by_what(context: Context) -> Iterator[Finding]:
    """Rules that choose one of several rows without saying by which column."""
    for target, column in context.rows():
        text = spoken(column)
        if (
            (chosen := _CHOOSES.search(text))
            and not _BY.search(text)
            and not _of_values(column, text, chosen)
        ):
            message = say("lint.latest_by_what", column=column.name)
            asking = _question(context, target, column)
            yield Finding(
                "L12", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _of_values(column: ColumnMapping, text: str, chosen: re.Match[str]) -> bool:
    """Whether the latest value of a column is meant, as in `latest paid_on`, and not one of several rows."""
    names = {ref.column.casefold() for ref in column.sources}
    following = re.findall(r"\w+", text[chosen.end() :])[:3]
    return any(word.casefold() in names or _DATED.fullmatch(word) for word in following)


def _question(context: Context, target: TargetMapping, column: ColumnMapping) -> Question:
    dated = [
        found.name
        for table in tables_of(context, target)
        for found in table.columns
        if type_facts(found.type).family == "date" or _CHANGED.search(found.name)
    ]
    return asked(
        "L12",
        target,
        column,
        say("ask.latest_by", column=column.name),
        tuple(
            choice(f"by {name}", name, EditKind.ADDED, f" by {name}")
            for name in list(dict.fromkeys(dated))[:MOST_OFFERED]
        ),
        own=Edit(EditKind.ADDED, f" by {OWN_WORDS}"),
        hint=say("ask.hint_tie"),
    )
