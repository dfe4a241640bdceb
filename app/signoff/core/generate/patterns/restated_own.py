"""Words around values that say nothing more, and bands whose labels tell their bounds: ``'1-30', '31-60', 'over 60'``.

``anything else (also empty) -> no`` is an else, which is of empty values too; ``Asset and Expense -> debit`` lists two
values; ``due date (the filled one)`` is the target's own column where that is what the rule is read over.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.domain.expressions import Scope, ScopeColumn
from signoff.core.domain.spec import ColumnMapping
from signoff.core.generate.patterns.column_nouns import name_parts, singular
from signoff.core.generate.types import Family, family_of

_OWN_ASIDE = re.compile(
    r"\s*\((?:the\s+)?(?:filled\s+one|one\s+above|one\s+filled\s+above|(?:as\s+)?(?:filled|calculated|computed|told)\s+above|as\s+above|see\s+above|target\s+(?:column|field))\)",
    re.IGNORECASE,
)
_BANDS = re.compile(
    r"(?:(?P<lead>[A-Za-z][\w ]*?)\s*(?:in\s+(?:buckets|bands|groups|steps)\s*(?:of)?)?\s*:"
    r"\s*)?(?P<labels>'[^']+'(?:\s*(?:,|/|;|or|and)\s*(?:or\s+|and\s+)?'[^']+')+)(?:\s*[;,.]"
    r"\s*(?P<tail>[^']+))?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?P<low>\d+)\s*(?:-|–|to)\s*(?P<high>\d+)(?:\s+\w+)?", re.IGNORECASE)
_ABOVE = re.compile(r"(?:over|above|more\s+than|>)\s*(?P<low>\d+)(?:\s+\w+)?", re.IGNORECASE)
_FROM_ON = re.compile(r"(?P<low>\d+)\s*(?:\+|and\s+(?:more|over|above))(?:\s+\w+)?", re.IGNORECASE)
_NOT = re.compile(
    r"(?:leave\s+|stays\s+|left\s+)?(?:empty|null|blank|nothing|none)\s+(?:if|when|where|for)\s+(?:it\s+is\s+)?(?:not\s+(?P<word>\w+)|(?:0|zero)(?:\s+or\s+(?:less|below))?)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:otherwise|else|(?:all\s+)?others)\s*:?\s*(?:leave\s+|stay\s+)?(?:empty|null|blank)", re.IGNORECASE
)


def _own_aside(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Without what only says that the target's own column is meant, where the rule is read over these."""
    match = _OWN_ASIDE.search(text)
    if match is None or not scope.columns or any(c.table != mapping.target for c in scope.columns):
        return ""
    return " ".join(_OWN_ASIDE.sub("", text).split())


def _bands(text: str, scope: Scope, mapping: ColumnMapping) -> str:
    """Bands of a number, each told by its label; empty below the first."""
    match = _BANDS.fullmatch(text)
    column = _counted(match["lead"] or "", scope) if match is not None else None
    if match is None or column is None:
        return ""
    labels = re.findall(r"'([^']+)'", match["labels"])
    bounds = [_bound(label) for label in labels]
    known = [b for b in bounds if b is not None]
    if len(known) < len(bounds) or not _follow(known) or not _is_below(match["tail"] or "", column):
        return ""
    arms = [
        f"WHEN {column.sql} BETWEEN {low} AND {high} THEN '{label}'"
        if high is not None
        else f"WHEN {column.sql} >= {low} THEN '{label}'"
        for label, (low, high) in zip(labels, known, strict=True)
    ]
    return f"CASE {' '.join(arms)} ELSE NULL END"


def _bound(label: str) -> tuple[int, int | None] | None:
    """The lowest and highest whole number of a label; no highest where it is open."""
    if (both := _RANGE.fullmatch(label.strip())) is not None:
        return int(both["low"]), int(both["high"])
    if (above := _ABOVE.fullmatch(label.strip())) is not None:
        return int(above["low"]) + 1, None
    upward = _FROM_ON.fullmatch(label.strip())
    return (int(upward["low"]), None) if upward is not None else None


def _follow(bounds: list[tuple[int, int | None]]) -> bool:
    """Whether bands follow each other without a gap, and the last is open."""
    ends = [high for _low, high in bounds]
    return ends[-1] is None and all(
        high is not None and bounds[n + 1][0] == high + 1 for n, high in enumerate(ends[:-1])
    )


def _is_below(tail: str, column: ScopeColumn) -> bool:
    """Whether what stands behind the labels only says that numbers below the first band have none."""
    plain = tail.strip(" .")
    match = _NOT.fullmatch(plain)
    if match is not None:
        return match["word"] is None or match["word"].casefold() in name_parts(column.column.name)
    return not plain or _REST.fullmatch(plain) is not None


def _counted(lead: str, scope: Scope) -> ScopeColumn | None:
    """The whole number that the words before the labels name; without words the only source."""
    if not lead:
        found = list(scope.sources)
    else:
        said = [singular(w) for w in re.split(r"[\s_]+", lead.casefold()) if w not in ("", "the")]
        found = [c for c in scope.columns if [singular(p) for p in name_parts(c.column.name)] == said]
    found = [c for c in found if family_of(c.column.type) is Family.NUMBER and "." not in c.column.type]
    whole = [c for c in found if re.match(r"\w*INT|DECIMAL\(\d+,\s*0\)", c.column.type.upper())]
    return whole[0] if len(whole) == 1 else None


OWN_WORDS: tuple[Callable[[str, Scope, ColumnMapping], str], ...] = (_own_aside, _bands)
"""Each gives the text in other words or as SQL, or nothing."""
