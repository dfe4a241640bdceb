"""Columns that a text calls by their words in full: ``customer number`` for cust_no, ``e-mail`` for email."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.names import words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

IN_FULL = {
    "no": "number", "nr": "number", "num": "number", "dt": "date", "qty": "quantity", "amt": "amount", "cd": "code",
    "desc": "description", "cust": "customer", "emp": "employee", "dept": "department", "addr": "address",
    "cat": "category", "prod": "product", "acct": "account", "tel": "phone",
    "mail": "email", "ref": "reference", "curr": "currency",
    "ts": "time", "prac": "practice", "pat": "patient", "appt": "appointment", "inv": "invoice", "sub": "subscription",
}  # fmt: skip
"""Words that names shorten."""
_SPELLINGS = {"email": r"e-?mail(?:\s+address)?|mail\s+address|mail", "zip": r"zip(?:\s+code)?|postcode"}
_ENDINGS = frozenset({"date", "time", "at", "on", "dt", "ts"})


def with_names(text: str, columns: Sequence[ScopeColumn]) -> str:
    """The text with the names of columns where it calls them by their words; what is ambiguous stays as it is.

    Args:
        text: a clause.
        columns: those that it may call, the likelier ones first; of equal words the first counts.
    """
    names = tuple(dict.fromkeys(c.column.name for c in columns))
    text = _with_days(text, columns)
    for name, shape in _shapes(names):
        told = re.compile(rf"(?:{shape.pattern})(?!\s*\({re.escape(name)})", re.IGNORECASE)
        text = told.sub(name, text)
    return text


def _with_days(text: str, columns: Sequence[ScopeColumn]) -> str:
    """Days by the nouns of their verbs: ``discharge time`` for discharged_at."""
    days = [c.column.name for c in columns if is_day(c)]
    for name in dict.fromkeys(days):
        first, last = words(name)[0], words(name)[-1]
        root = stem(first)[:4]
        alike = [other for other in set(days) if words(other)[0].startswith(root)]
        if len(root) > 2 and last in _ENDINGS and first != last and len(alike) == 1:
            text = re.sub(
                rf"(?<![\w.]){root}\w*\s+(?:date|time|timestamp|day)\b(?!\s*\({name})",
                name,
                text,
                flags=re.IGNORECASE,
            )
    return text


@lru_cache(maxsize=512)
def _shapes(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    shapes = []
    for name in sorted(names, key=len, reverse=True):
        said = [IN_FULL.get(word, word) for word in words(name)]
        spoken = [_SPELLINGS.get(word, re.escape(word)) for word in said]
        if len(said) == 1 and said[0] == words(name)[0] and said[0] not in _SPELLINGS:
            continue
        pattern = r"[\s-]+".join(f"(?:{each})" for each in spoken)
        shapes.append((name, re.compile(rf"(?<![\w.'@%]){pattern}(?![\w@])", re.IGNORECASE)))
    return tuple(shapes)
