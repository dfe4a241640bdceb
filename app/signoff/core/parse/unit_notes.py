"""Notes of a target on its amounts: ``Amounts come in cents (divide by 100)``, ``A sum with no line is 0``.

The first holds for every column made of a source whose name says that it holds cents, the second for every sum; a rule
that says so itself stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, StepKind, TargetMapping
from signoff.core.parse.words import words

_MINOR = r"(?:cents?|pence|pennies|minor\s+units?|centimes|eurocents?)"
_NOTE = re.compile(
    rf"^(?:\(?\d{{1,2}}[.)]\s*|[-*•]\s*)?(?:note\s*:\s*)?(?:all\s+|the\s+)*(?:amounts?|sums?|values?|prices?|salaries|fees|figures|money)(?:\s+(?:columns?|fields?))?(?:\s+(?:in|of|from)\s+the\s+source)?\s+"
    rf"(?:(?:come|comes|arrive|are|is|stand|stored|held|delivered|given|kept)\s+)+in\s+{_MINOR}(?:\s+in\s+the\s+source)?(?P<rest>\b.*)$",
    re.IGNORECASE,
)
_BY_100 = re.compile(r"(?:divid\w*\s+(?:them\s+|it\s+|each\s+)?by\s+100|/\s*100)\b", re.IGNORECASE)
_TO_WHOLE = re.compile(
    r"^[\s,;.:(–-]*(?:and\s+|but\s+|they\s+|we\s+|please\s+|the\s+target\s+|are\s+|is\s+|to\s+be\s+|must\s+be\s+|shown?\s+|wanted\s+|holds?\s+|stored?\s+|loaded\s+|needed\s+|converted?\s+|to\s+|in\s+|as\s+|"
    r"whole\s+|full\s+|units?\s*|currency\s*|euros?\s*|dollars?\s*|pounds?\s*|with\s+|two\s+|2\s+|decimals?\s*|places?\s*|[(),;.:-]\s*|\s+|divid\w*\s+(?:them\s+|it\s+|each\s+)?by\s+100|/\s*100)+$",
    re.IGNORECASE,
)
_UNITS = frozenset(("cents", "cent", "cts", "ct", "pence", "minor"))
_SAYS_SO = re.compile(rf"\b100\b|\b{_MINOR}\b", re.IGNORECASE)


_EMPTY_SUM = re.compile(
    r"^(?:\(?\d{1,2}[.)]\s*|[-*•]\s*)?(?:an?\s+|all\s+|the\s+|each\s+|every\s+)?(?:sums?|totals?|amounts?)\s+(?:with\s+no|without(?:\s+(?:an?|any))?|of\s+no|for\s+which\s+there\s+(?:is|are)\s+no)\s+"
    r"(?:lines?|rows?|records?|entry|entries|bookings?|items?|values?)\s+(?:is|are|becomes?|counts?\s+as|shows?|gives?|=)\s+(?:0|zero)$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[\w)])[.;]\s+")
_SUMS = re.compile(r"^(?:the\s+)?(?:sum|total)\b", re.IGNORECASE)
_SAYS_ZERO = re.compile(r"\b(?:0|zero)\b", re.IGNORECASE)


def with_units(targets: Sequence[TargetMapping]) -> tuple[TargetMapping, ...]:
    """The targets, each column of cents with a rule that says that it is divided, where a note of its target does."""
    divided = (_with_unit(target) if _is_told(target) else target for target in targets)
    return tuple(_with_zeros(target) if _has_empty_sums(target) else target for target in divided)


def in_whole_units(note: str) -> bool:
    """Whether a note says that amounts come in cents and are divided by a hundred, and nothing else."""
    match = _NOTE.match(" ".join(note.split()))
    if match is None or _BY_100.search(match["rest"]) is None:
        return False
    return _TO_WHOLE.match(match["rest"].strip() + " ") is not None


def _is_told(target: TargetMapping) -> bool:
    return any(s.kind is StepKind.NOTE and in_whole_units(s.condition) for s in target.steps)


def empty_sums_are_zero(note: str) -> bool:
    """Whether a sentence of a note says that a sum over no rows is 0."""
    return any(_EMPTY_SUM.match(said.strip(" .")) for said in _SENTENCE.split(" ".join(note.split())))


def _has_empty_sums(target: TargetMapping) -> bool:
    return any(s.kind is StepKind.NOTE and empty_sums_are_zero(s.condition) for s in target.steps)


def _with_zeros(target: TargetMapping) -> TargetMapping:
    return replace(target, columns=tuple(_zero(c) for c in target.columns))


def _zero(column: ColumnMapping) -> ColumnMapping:
    said = column.rule_resolved.strip().rstrip(" .")
    if not _SUMS.match(said) or _SAYS_ZERO.search(said):
        return column
    return replace(column, rule_resolved=f"{said}, 0 if there is none")


def _with_unit(target: TargetMapping) -> TargetMapping:
    return replace(target, columns=tuple(_divided(c) if _holds_cents(c) else c for c in target.columns))


def _holds_cents(column: ColumnMapping) -> bool:
    named = [ref for ref in column.sources if _UNITS & set(words(ref.column))]
    return bool(named) and not _SAYS_SO.search(f"{column.rule} {column.note}")


def _divided(column: ColumnMapping) -> ColumnMapping:
    said = column.rule_resolved.strip().rstrip(" .")
    return replace(column, rule_resolved=f"{said}, divided by 100" if said else "divided by 100")
