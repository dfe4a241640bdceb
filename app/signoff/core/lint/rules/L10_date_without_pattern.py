"""A text turned into a date, and nothing says how the text is written.

Why: `03/04/2024` is the third of April or the fourth of March; a wrong guess is silent.
Bad: `convert to date`; `cast as date` from a CHAR(10).
Good: `convert to date, written DD/MM/YYYY`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, TargetMapping
from signoff.core.lint.asking import DATES, asked, date_choices
from signoff.core.lint.context import Context, bare_words, phrases, rule_cell, rule_text
from signoff.core.lint.types import type_facts

_TO_DATE = re.compile(
    r"\b(?:to|as|into|a)\s+(?:a\s+)?(?:valid\s+)?(?:date|datetime|timestamp|datum|fecha)\b"
    r"|\bto_?date\b|\bdate format\b",
    re.IGNORECASE,
)
_PATTERN = re.compile(
    r"[dmyhs]{1,4}[-/.\s,:]*[dmyhs]{2,4}|%[dmyYHMS]|\biso\b|\bepoch\b|\bunix\b|\bexcel\b|\bserial\b|\d",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:convert|cast|to_?date|parse|date format|turn)\w*", re.IGNORECASE)
_OTHER_WORDS = re.compile(r"\b(?![dmyhs]+\b)[a-z]{5,}\b", re.IGNORECASE)


def date_without_pattern(context: Context) -> Iterator[Finding]:
    """Rules that make a date of a text without the pattern of the text; those that are vague altogether are L02's."""
    for target, column in context.rows():
        text = rule_text(column)
        if (
            _TO_DATE.search(text)
            and bare_words(text) not in phrases()["vague"]
            and not _PATTERN.search(_OTHER_WORDS.sub(" ", text))
            and _is_text(context, column)
        ):
            message = say("lint.date_without_pattern", column=column.name)
            asking = _question(target, column)
            yield Finding(
                "L10", Severity.WARNING, message, rule_cell(column), target.name, column.name, asking
            )


def _is_text(context: Context, column: ColumnMapping) -> bool:
    """Whether a source is a text, or of a type that nobody told."""
    families = {type_facts(context.source_type(column, ref)).family for ref in column.sources}
    return "text" in families or ("" in families and bool(_TURNS.search(rule_text(column))))


def _question(target: TargetMapping, column: ColumnMapping) -> Question:
    return asked(
        "L10",
        target,
        column,
        say("ask.date_pattern", column=column.name),
        date_choices(EditKind.ADDED, " in the format "),
        own=Edit(EditKind.ADDED, f" in the format {OWN_WORDS}"),
        hint=say("ask.hint_date"),
        topic=DATES,
    )
