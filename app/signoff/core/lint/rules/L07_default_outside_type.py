"""A default value that the target type cannot hold.

Why: the load breaks, or the value is cut, on exactly the rows nobody looks at.
Bad: default `N/A` for an INTEGER; default `UNKNOWN` for a CHAR(2).
Good: default `-1` for an INTEGER; default `XX` for a CHAR(2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Role
from signoff.core.lint.context import Context, bare_words
from signoff.core.lint.types import TypeFacts, type_facts

_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|^\d{8}$|^\d{1,2}[- ][A-Za-z]{3}[- ]\d{2,4}$")
_COMPUTED = re.compile(
    r"[()]|sysdate|systimestamp|current|getdate|\bnow\b|\btoday\b|identity|sequence|nextval|\bnull\b|auto|\bnone\b|\brun\b|\bload\b|\bdate\b",
    re.IGNORECASE,
)
_TRUTH = frozenset({"true", "false", "y", "n", "yes", "no", "0", "1", "t", "f"})
_QUOTES = "'\"“”‘’"


def default_outside_type(context: Context) -> Iterator[Finding]:
    """Columns whose stated default does not fit; computed defaults are passed over."""
    for target, column in context.rows():
        default = column.default.strip()
        if not default or _COMPUTED.search(default):
            continue
        bare = default.strip(_QUOTES)
        if reason := _misfit(bare, type_facts(column.type)):
            message = say("lint.default_misfits", column=column.name, reason=reason, type=column.type)
            cell = column.cell_of(Role.TARGET_DEFAULT) or column.cell
            yield Finding("L07", Severity.ERROR, message, cell, target.name, column.name)


def _misfit(value: str, wanted: TypeFacts) -> str:
    """How the value misses the type, as the middle of a sentence; empty when it fits."""
    if wanted.family == "text":
        return "is longer than" if wanted.size and len(value) > wanted.size else ""
    fits = {
        "whole number": bool(_NUMBER.match(value)) and not re.search(r"[.,]", value),
        "number": bool(_NUMBER.match(value)),
        "date": bool(_DATE.search(value)),
        "truth value": bare_words(value) in _TRUTH,
    }
    return "" if fits.get(wanted.family, True) else "is no value of"
