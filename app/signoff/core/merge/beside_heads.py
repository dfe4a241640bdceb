"""What a rule makes of several rows where no other reader knows it: a value of one of them, or a list of all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.inferring import looks_like_key
from signoff.core.merge.likely.conditions import is_text
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.whole.picking import picked

_FIRST_WORDS = 4
_LIST = re.compile(
    r"\b(?:all|every|each|list|listed|names?|titles?|codes?)\b.*\b(?:separated|between|joined|in\s+one\s+(?:text|field|string)|one\s+after\s+the\s+other|comma|semicolon|alphabetical\w*)\b",
    re.IGNORECASE,
)
_SEPARATORS = (
    (re.compile(r"semi-?colon", re.IGNORECASE), ";"),
    (re.compile(r"comma", re.IGNORECASE), ","),
    (re.compile(r"\b(?:pipe|bar)\b", re.IGNORECASE), "|"),
    (re.compile(r"\bslash", re.IGNORECASE), "/"),
    (re.compile(r"\bhyphen|\bdash", re.IGNORECASE), "-"),
)
_BLANK = re.compile(r"\b(?:space|blank)\b", re.IGNORECASE)
_QUOTED = re.compile(
    r"(?:separat\w+|between|joined|with)\W+(?:by\s+|with\s+)?['\"“](?P<text>[^'\"”\w]{1,4})['\"”]",
    re.IGNORECASE,
)
_ADDS = re.compile(
    r"\b(?:add(?:ed)?|summed|sum|taken|put)\s+(?:up|together)\b|\bin\s+total\b|\btotal\b|\bsum\b",
    re.IGNORECASE,
)
_NARROWS = re.compile(
    r"['\"“0-9]|\b[A-Z]{2,}\b|\b(?i:not|except|without|only|if|when|where|minus|less|between|average)\b"
)
_DOWN = re.compile(
    r"\b(?:descending|reverse|newest\s+first|latest\s+first|highest\s+first|z\s*(?:-|to)\s*a)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:different|distinct|unique|once\s+each|each\s+once|without\s+(?:doubles|duplicates))\b",
    re.IGNORECASE,
)


def value_meant(head: str, named: Sequence[str], columns: Sequence[ScopeColumn]) -> ScopeColumn | None:
    """The column that a rule is on: its only source, else the only one whose last word its first nouns say.

    Args:
        head: what is made of the rows.
        named: columns of its source cells.
        columns: of the table.
    """
    sources = [c for c in columns if c.column.name.casefold() in {name.casefold() for name in named}]
    if named:
        return sources[0] if len(sources) == 1 else None
    said = {singular(word) for word in words(" ".join(head.split()[:_FIRST_WORDS]))}
    called = [c for c in columns if words(c.column.name)[-1] in said and not looks_like_key(c.column.name)]
    return called[0] if len(called) == 1 else None


def value_of_one(head: str, value: ScopeColumn, columns: Sequence[ScopeColumn]) -> str:
    """SQL of a column of the row that a rule chooses of several; empty where it chooses none.

    Args:
        head: what is made of the rows.
        value: the column.
        columns: of their table.
    """
    chosen = picked(head, columns, ())
    order = (
        [each for each in chosen.order if not each.startswith(f"{value.sql} ")] if chosen is not None else []
    )
    return f"first({value.sql} ORDER BY {', '.join(order)})" if order else ""


def sum_of_all(head: str, value: ScopeColumn) -> str:
    """SQL of a column of all rows added up; empty where a rule adds nothing up, or only what it calls by a value.

    Args:
        head: what is made of the rows.
        value: the column.
    """
    adds = _ADDS.search(head) is not None and _NARROWS.search(head) is None
    return f"sum({value.sql})" if adds and NUMERIC.match(value.column.type) else ""


def list_of_all(head: str, value: ScopeColumn) -> str:
    """SQL of a text that lists a column of all rows; empty where a rule tells no list, or nothing that parts it.

    Args:
        head: what is made of the rows.
        value: the column.
    """
    if not _LIST.search(head) or not is_text(value):
        return ""
    quoted = _QUOTED.search(head)
    sign = next((sign for shape, sign in _SEPARATORS if shape.search(head)), "")
    between = quoted["text"] if quoted is not None else sign + (" " if sign and _BLANK.search(head) else "")
    if not between:
        return ""
    once = "DISTINCT " if _ONCE.search(head) else ""
    return f"string_agg({once}{value.sql}, '{between}' ORDER BY {value.sql}{' DESC' if _DOWN.search(head) else ''})"
