"""Rules that speak of how many rows of a kind there are where another column of the file counts just those.

Beside ``page_views | number of pages``, ``the session has just one page`` is ``page_views = 1``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import words

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_WORDS)} | {"a single": 1, "none": 0}
_HOW = (
    r"(?P<how>(?:just|only|exactly|precisely)\s+|more\s+than\s+|at\s+least\s+|"
    r"fewer\s+than\s+|less\s+than\s+|at\s+most\s+|)"
)
_HAS = re.compile(
    rf"\b(?:the|an?|each|this|that|its)\s+(?P<who>\w+)\s+(?:has|have|had|holds|contains|consists\s+of|is\s+made\s+of)\s+{_HOW}"
    rf"(?P<number>\d+|a\s+single|{'|'.join(_NUMBERS)})\s+(?P<noun>\w+)(?P<end>\s*(?:$|[,;.)]|(?:and|or|else|otherwise)\b))",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:the\s+)?(?:number|count|how\s+many)(?:\s+of)?\s+(?:all\s+|the\s+)*(?P<noun>\w+)"
    r"(?:\s+(?:in|of|per|within|for)\s+(?:the|each|every|an?)\s+(?P<who>\w+))?\.?$",
    re.IGNORECASE,
)
_SIGNS = {"more than": ">", "at least": ">=", "fewer than": "<", "less than": "<", "at most": "<="}


def by_own_count(
    mapping: ColumnMapping, rows: Sequence[ColumnMapping], shown: Collection[str]
) -> ColumnMapping | None:
    """The row with the column that counts in its rule; None where it speaks of no such count, or two count so.

    Args:
        mapping: a row.
        rows: all rows of the target.
        shown: case-folded names of the columns that the file gives.
    """
    rule = " ".join((mapping.rule_resolved or mapping.rule).split())
    told = _HAS.search(rule)
    if told is None or not _is_owner(told["who"], mapping):
        return None
    noun = singular(told["noun"].casefold())
    counts = {row.name for row in rows if row.name.casefold() in shown and _counted(row) == noun}
    if len(counts) != 1:
        return None
    number = told["number"].casefold()
    value = int(number) if number.isdigit() else _NUMBERS[" ".join(number.split())]
    sign = _SIGNS.get(" ".join(told["how"].casefold().split()), "=")
    said = f"{rule[: told.start()]}{next(iter(counts))} {sign} {value}{told['end']}{rule[told.end() :]}"
    return replace(mapping, rule=said, rule_resolved=said)


def _is_owner(who: str, mapping: ColumnMapping) -> bool:
    """Whether a noun is what the rows of the target are called."""
    return singular(who.casefold()) in {singular(word) for word in words(mapping.target)}


def _counted(row: ColumnMapping) -> str:
    """What a row counts all of, in the singular; empty where it does not count, or only some."""
    told = _COUNT.match(" ".join((row.rule_resolved or row.rule).split()))
    if told is None or (told["who"] and not _is_owner(told["who"], row)):
        return ""
    return singular(told["noun"].casefold())
