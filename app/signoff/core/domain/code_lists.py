"""Which of a document's code lists a text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from signoff.core.domain.spec import CodeList, ColumnMapping, TargetMapping

_WORD = re.compile(r"[^\W_]+")


def lists_named(texts: Iterable[str], lists: Sequence[CodeList]) -> tuple[CodeList, ...]:
    """The lists whose names stand in one of the texts, in the lists' order; case and punctuation don't count."""
    if not lists:
        return ()
    said = [_words(text) for text in texts]
    return tuple(each for each in lists if (name := _words(each.name)) and any(name in text for text in said))


def column_texts(rows: Iterable[ColumnMapping]) -> tuple[str, ...]:
    """The texts of a column's rows that may name a list; one whose entries were read into the rule names it no more."""
    return tuple(text for row in rows for text in (row.rule_resolved or row.rule, row.join))


def step_texts(target: TargetMapping) -> tuple[str, ...]:
    """The conditions of a target's steps."""
    return tuple(step.condition for step in target.steps)


@lru_cache(maxsize=20_000)
def _words(text: str) -> str:
    """The words of a text between blanks: a name in it is found as a part of it."""
    found = _WORD.findall(text.casefold())
    return f" {' '.join(found)} " if found else ""
