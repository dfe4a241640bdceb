"""Several rows of one, told by rules that speak of each: ``Debit row: …`` and ``Credit row: …`` are parts of a union.

Only where what there is one row per tells of them too, ``one row per line and posting side``, or says how many rows
each gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, StepKind, TargetMapping

_LABELLED = re.compile(
    r"(?:^|\n\s*|[.;]\s+)(?:(?:in|for|on)\s+)?(?:the\s+)?(?P<label>[A-Za-z][\w-]*)\s+(?:rows?|lines?|sides?|legs?|entry|entries|postings?|records?)\s*[:=–]\s*",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^\s*(?P<list>'[^']+'(?:\s*(?:/|,|or|and)\s*'[^']+')+)\s*(?:[,;(.]?\s*(?:see\s+(?:above|below|the\s+rows?)|as\s+(?:told\s+)?above|accordingly|per\s+(?:row|side)|depending\s+on\s+(?:the\s+)?(?:side|row))\)?\.?)?\s*$",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper\b|\bgrain\b|\bone\s+(?:row|line|record)\b", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?:and|,|per)\s+(?:each\s+|every\s+)?(?:\w+\s+)?(?:sides?|legs?|directions?|debit\s*/\s*credit)\b"
    r"|\b(?:gives?|makes?|becomes?|yields?|produces?|creates?|results?\s+in|split\s+into)\s+(?:two|three|2|3|several)\s+(?:rows|lines|records|postings|entries)\b"
    r"|\b(?:two|three|2|3)\s+(?:rows|lines|records|postings|entries)\s+(?:per|for\s+each|for\s+every|out\s+of)\b",
    re.IGNORECASE,
)


def sides_of_rows(target: TargetMapping) -> tuple[str, ...]:
    """What the rows that each row of the source gives are called, in their order; empty where it gives one.

    Args:
        target: its notes and rules.
    """
    found: list[tuple[str, ...]] = []
    for column in target.columns:
        labels = tuple(dict.fromkeys(each["label"].casefold() for each in _LABELLED.finditer(_rule(column))))
        begins = _LABELLED.match(_rule(column))
        if len(labels) > 1 and begins is not None:
            found.append(labels)
    if not found or any(set(each) != set(found[0]) for each in found):
        return ()
    sides = next((told for c in target.columns if set(told := constants(c)) == set(found[0])), found[0])
    said = [s.condition for s in target.steps if s.kind is StepKind.NOTE and _PER.search(s.condition)]
    return sides if any(tells_sides(text, sides) for text in said) else ()


def tells_sides(text: str, sides: Sequence[str]) -> bool:
    """Whether a text on what there is one row per tells of the sides."""
    words = {word.casefold() for word in re.findall(r"[A-Za-z][\w-]*", text)}
    return _SIDE.search(text) is not None and (
        set(sides) <= words or re.search(r"\b(?:side|leg|direction)s?\b", text, re.IGNORECASE) is not None
    )


_LIMITS = re.compile(
    r"\b(?:only|unless|except\w*|without|if|when|where|but|not|no|never|exclud\w*|skip\w*|left\s+out|provided|until|from\s+\d)\b",
    re.IGNORECASE,
)


def tells_sides_alone(text: str, sides: Sequence[str]) -> bool:
    """Whether a text on what there is one row per tells of the sides, and limits nothing."""
    return tells_sides(text, sides) and _LIMITS.search(text) is None


def constants(column: ColumnMapping) -> tuple[str, ...]:
    """The values, one for each side, of a column that only lists them; empty for others."""
    match = _QUOTED.match(_rule(column)) if not column.sources else None
    return (
        tuple(each.casefold() for each in re.findall(r"'([^']+)'", match["list"]))
        if match is not None
        else ()
    )


def of_sides(target: TargetMapping, sides: Sequence[str]) -> tuple[ColumnMapping, ...]:
    """The columns, those whose rules speak of the sides once for each.

    Args:
        target: whose columns.
        sides: what the rows are called, which are the names of their parts.
    """
    found: list[ColumnMapping] = []
    for column in target.columns:
        found += _of_column(column, sides)
    return tuple(found)


def _of_column(column: ColumnMapping, sides: Sequence[str]) -> list[ColumnMapping]:
    rule = _rule(column)
    if set(constants(column)) == set(sides):
        values = {each.casefold(): each for each in re.findall(r"'([^']+)'", rule)}
        return [_with(column, side, f"constant '{values[side]}'") for side in sides]
    marks = [m for m in _LABELLED.finditer(rule) if m["label"].casefold() in sides]
    if not marks or marks[0].start() or {m["label"].casefold() for m in marks} != set(sides):
        return [column]
    ends = [*(m.start() for m in marks[1:]), len(rule)]
    said = {
        m["label"].casefold(): rule[m.end() : end].strip(" ;,\n") for m, end in zip(marks, ends, strict=True)
    }
    return [_with(column, side, said[side]) for side in sides]


def _with(column: ColumnMapping, side: str, rule: str) -> ColumnMapping:
    return replace(column, section=side, rule=rule, rule_resolved=rule)


def _rule(column: ColumnMapping) -> str:
    return (column.rule_resolved or column.rule).strip()
