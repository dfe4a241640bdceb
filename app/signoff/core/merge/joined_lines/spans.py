"""Comparisons of columns of both sides of a join: ``changed_at >= valid_from and < valid_to``, a day between others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.marked import marked_over
from signoff.core.merge.scoping import is_day

_C = r"‹c\d+›"
_COMPARED = re.compile(
    rf"^(?:and\s+|where\s+|with\s+|while\s+)*(?P<a>{_C})\s*(?P<one>>=|<=|=|<|>)\s*(?P<b>{_C})(?:\s+and\s+(?P<two>>=|<=|<|>)\s*(?P<c>{_C}))?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"^(?:and\s+|where\s+|with\s+|while\s+)*(?:the\s+)?(?P<day>(?:date|day)\s+(?:part\s+)?of\s+)?(?:the\s+)?(?P<a>{_C})\s+(?:(?:lies|is|falls|lying|has\s+to\s+be|must\s+be)\s+)?(?:between|within|from)\s+"
    rf"(?P<b>{_C})\s+(?:and|to|until|-)\s+(?P<c>{_C})(?P<open>\s+(?:exclusive|excluded))?$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"^(?:both\s+)?(?:ends?\s+|days?\s+|limits?\s+)?(?:are\s+)?(?:incl\.?|included|inclusive|inclusively|including\s+both)$",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    rf"^(?:an?\s+)?(?P<a>{_C}\s+)?(?:(?:is|of|that\s+is)\s+)?(?:NULL|empty|missing|blank|"
    rf"no\s+(?:{_C}|[\w ]*?(?:date|day|end)))(?:\s+{_C})?\s*(?:=|:|means?|meaning|stands\s+for|is)?\s*"
    r"(?:it\s+is\s+|is\s+)?(?:still\s+valid|valid|open|no\s+end|still\s+open|open[\s-]ended|current|unlimited|until\s+further\s+notice|not\s+ended|endless)(?:\s+today)?$",
    re.IGNORECASE,
)


_DAYS_FROM = re.compile(
    r"^(?:(?:all|only|its|the)\s+)*(?:dates?|days?)\s+(?=(?:from|between|within)\b)", re.IGNORECASE
)
"""Days of the table that is joined, of which it has one column only."""


def span_of(
    pieces: Sequence[str], columns: Sequence[ScopeColumn], own: Sequence[ScopeColumn] = ()
) -> tuple[str, int]:
    """SQL of a comparison that pieces of a text begin with, and how many of them it takes; nothing taken where none is.

    Args:
        pieces: of a text, in its order.
        columns: those of the table that is joined, then of the others.
        own: those of the table that is joined.
    """
    days = [c.column.name for c in own if is_day(c)]
    first = _DAYS_FROM.sub(f"{days[0]} ", pieces[0]) if len(days) == 1 else pieces[0]
    said = marked_over(first, columns)
    text = said.text.strip(" ().")
    column = {f"‹c{n}›": c.sql for n, c in enumerate(said.columns)}
    compared = _COMPARED.match(text)
    between = _BETWEEN.match(text)
    if compared is not None:
        first = f"{column[compared['a']]} {compared['one']} {column[compared['b']]}"
        end = column[compared["c"]] if compared["c"] else ""
        tests = [first, f"{column[compared['a']]} {compared['two']} {end}"] if end else [first]
    elif between is not None:
        value = column[between["a"]]
        value = f"cast({value} as date)" if between["day"] else value
        end = column[between["c"]]
        tests = [f"{value} >= {column[between['b']]}", f"{value} {'<' if between['open'] else '<='} {end}"]
    else:
        return "", 0
    taken = 1
    for piece in pieces[1:]:
        behind = marked_over(piece, columns).text.strip(" ().")
        if _OPEN_END.match(behind) and end:
            tests[-1] = f"({end} is null or {tests[-1]})"
        elif not _INCLUDED.match(behind):
            break
        taken += 1
    return " and ".join(tests), taken
