"""What texts call the parts of a union: words of their tables, or what stands before a table's name in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import word_set, words

_BRACKETED = re.compile(r"(?P<before>(?:[\w-]+\s+){1,4}?)\(\s*(?:table\s+)?(?P<table>[\w.]+)\s*\)")
_NO_NAMES = word_set(
    "feed source system part row table file stream side record data the and of from other list branch order entry raw "
    "stg src line"
)


def part_words(text: str) -> frozenset[str]:
    """The words of a text that may call a part."""
    return frozenset(singular(w) for w in words(text)) - _NO_NAMES


def called_in(steps: Iterable[Step], tables: Sequence[str]) -> list[frozenset[str]]:
    """For each table the words that call it and no other one.

    Args:
        steps: notes may name a table in brackets: ``the app (raw_orders)``.
        tables: that begin the parts.
    """
    said = [set(part_words(table)) for table in tables]
    for note in steps:
        for match in _BRACKETED.finditer(note.condition) if note.kind is StepKind.NOTE else ():
            for number, table in enumerate(tables):
                if squashed(table) == squashed(match["table"]):
                    said[number] |= part_words(match["before"])
    return [
        frozenset(own.difference(*(s for m, s in enumerate(said) if m != n))) for n, own in enumerate(said)
    ]
