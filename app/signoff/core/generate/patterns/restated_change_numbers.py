"""Numbers of change requests, said in words that compilers know: quotients, and names for bands of numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import singular
from signoff.core.generate.patterns.composed.lexicon import parts_of
from signoff.core.generate.patterns.P70_counted_classes import counts_thing
from signoff.core.generate.patterns.restated_changes import named_column, quoted_value
from signoff.core.generate.types import Family, family_of

_QUOTIENT = re.compile(
    r"(?P<top>\w+)\s+(?:by|over|divided\s+by|per|/)\s+(?P<bottom>\w+)(?P<places>\s*[,;]\s*(?:rounded\s+(?:to\s+)?|to\s+)?\d\s+(?:decimals?|decimal\s+places?|"
    r"places|digits))?(?:\s*[,;]\s*(?:it\s+)?(?:stays\s+|is\s+)?(?:empty|null|blank|no\s+value)\s+(?:for\s+[a-z]+\s+)?(?:without|with\s+no|if\s+there\s+"
    r"are\s+no|if\s+there\s+is\s+no)\s+(?:any\s+|an?\s+)?(?P<thing>\w+))?",
    re.IGNORECASE,
)
_BAND = re.compile(
    r"(?P<value>'[^']*'|[\w-]+)\s+from\s+(?P<n>-?\d+(?:\.\d+)?)\s+(?P<noun>\w+)\s+(?:on|up|onwards|upwards|or\s+more)",
    re.IGNORECASE,
)
_LAST_BAND = re.compile(
    r"(?:otherwise|else|all\s+others?|the\s+rest(?:\s+is)?)\s*:?\s*(?P<value>'[^']*'|[\w-]+)", re.IGNORECASE
)


def _quotient(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """One number by another; without what is counted below the line it is empty, as it is anyway."""
    found = None if scope.aggregate else _QUOTIENT.fullmatch(text)
    if found is None or not (found["places"] or found["thing"]):
        return ""
    top, bottom = (named_column(found[name], scope, Family.NUMBER) for name in ("top", "bottom"))
    if top is None or bottom is None or top is bottom:
        return ""
    if found["thing"] and not _counts(bottom, found["thing"]):
        return ""
    return f"{found['top']} divided by {found['bottom']}{found['places'] or ''}"


def _banded(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Names for bands of numbers, each with where it begins, from the highest on."""
    parts = [part.strip() for part in re.split(r"\s*[;,]\s*", text) if part.strip()]
    last = _LAST_BAND.fullmatch(parts[-1]) if len(parts) > 1 else None
    whens = list(_whens(parts[:-1], scope)) if last is not None else []
    if last is None or len(whens) != len(parts) - 1 or scope.aggregate:
        return ""
    return f"case {' '.join(whens)} else {quoted_value(last['value'])} end"


def _whens(parts: list[str], scope: Scope) -> Iterator[str]:
    for part in parts:
        found = _BAND.fullmatch(part)
        column = _counted(found["noun"], scope) if found is not None else None
        if found is not None and column is not None:
            yield f"when {column.sql} >= {found['n']} then {quoted_value(found['value'])}"


def _counted(noun: str, scope: Scope) -> ScopeColumn | None:
    """The number of that name, or the only one that counts such things."""
    named = named_column(noun, scope, Family.NUMBER)
    numbers = [c for c in scope.columns if family_of(c.column.type) is Family.NUMBER]
    found = [c for c in numbers if _counts(c, noun)]
    return named or (found[0] if len(found) == 1 else None)


def _counts(column: ScopeColumn, noun: str) -> bool:
    """Whether a number is how many such things there are: `orders_placed` of orders."""
    thing, parts = singular(noun.casefold()), parts_of(column.column.name)
    return counts_thing(column, thing) or any(
        singular(each) == thing != each for each in (parts[0], parts[-1])
    )


CHANGE_NUMBERS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_quotient, _banded)
"""Each gives the rule in other words, or nothing."""
