"""Rows that stay or go by what a column of the target comes out as: ``records whose start_date comes out empty``.

Such a text becomes a condition on the target's own columns, which is put in place where their rules are understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import words

_GO = (
    r"(?:(?:are|is|get|gets|will\s+be)\s+(?:not\s+(?:loaded|kept|taken|migrated|transferred)"
    r"|left\s+out|dropped|skipped|removed|excluded|ignored"
    r"|discarded)|do\s+not\s+go|go\s+out)"
)
_MISSING = r"(?:empty|null|missing|blank)"
_WHOSE = re.compile(
    rf"^(?:all\s+|the\s+)?\w+\s+(?:whose|where|in\s+which)\s+(?:the\s+)?(?P<column>\w+)\s+(?:comes\s+out|stays|remains|turns\s+out|ends\s+up|is\s+still|results?)\s+(?:as\s+|in\s+|to\s+be\s+)?{_MISSING}"
    r"(?:\s+or\s+(?:as\s+)?(?P<value>\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4}|-?\d+|'[^']*')(?:\s*\([^()]*\))?)?"
    rf"(?:\s+(?:after|by|under|from)\s+(?:all\s+)?(?:the|its|their|this)\s+(?:rules?|logic)(?:\s+(?:below|above))?)?\s+{_GO}$",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    rf"^(?:an?|the|all|any|every)?\s*\w+\s+{_GO}(?:\s+here)?(?:\s*\([^()]*\))?\s+(?:if|when|where)\s+(?P<cases>.+)$",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,?\s+or\s+(?:if\s+|when\s+)?", re.IGNORECASE)
_NONE = re.compile(
    rf"^(?:there\s+is\s+)?no\s+(?P<none>\w+(?:\s\w+)?)(?:\s+(?:can\s+be\s+found|is\s+found|is\s+known|could\s+be\s+found|comes\s+out|exists))?$|^(?:the\s+)?(?P<empty>\w+(?:\s\w+)?)\s+(?:is|stays|comes\s+out|remains)\s+{_MISSING}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"^(?:the\s+)?(?P<a>\w+(?:\s\w+)?)\s+(?:lies\s+|is\s+|falls\s+|comes\s+)?(?P<sign>before|after|earlier\s+than|later\s+than)\s+(?:the\s+)?(?P<b>\w+(?:\s\w+)?)$",
    re.IGNORECASE,
)


def with_outcome_rows(target: TargetMapping) -> TargetMapping:
    """The target with filters on its own columns for the sentences that tell rows by them."""
    steps = [made for step in target.steps for made in _steps(step, target)]
    return replace(target, steps=tuple(steps)) if tuple(steps) != target.steps else target


def _steps(step: Step, target: TargetMapping) -> list[Step]:
    if step.kind not in (StepKind.NOTE, StepKind.FILTER) or step.table:
        return [step]
    left, made = [], []
    for sentence in sentences_of(step.condition):
        sql = _kept(sentence, target)
        if sql:
            made.append(replace(step, kind=StepKind.FILTER, condition=sql))
        else:
            left.append(sentence)
    if not made:
        return [step]
    return [*([replace(step, condition=". ".join(left))] if left else []), *made]


def _kept(sentence: str, target: TargetMapping) -> str:
    """What rows that stay fulfil, over the target's own columns; empty for any other sentence."""
    names = [column.name for column in target.columns]
    whose = _WHOSE.match(sentence)
    if whose is not None:
        name = next((n for n in names if n.casefold() == whose["column"].casefold()), "")
        value = _literal(whose["value"]) if whose["value"] else ""
        if not name or (whose["value"] and not value):
            return ""
        return f"{name} is not null and {name} <> {value}" if value else f"{name} is not null"
    out = _LEFT_OUT.match(sentence)
    cases = [_case(case.strip(), names) for case in _OR.split(out["cases"])] if out is not None else []
    return " and ".join(cases) if cases and all(cases) else ""


def _case(text: str, names: Sequence[str]) -> str:
    """What is true of rows that one case does not hold for."""
    none, compared = _NONE.match(text), _COMPARED.match(text)
    if none is not None:
        name = _called(none["none"] or none["empty"], names)
        return f"{name} is not null" if name else ""
    if compared is None:
        return ""
    first, second = _called(compared["a"], names), _called(compared["b"], names)
    sign = ">=" if compared["sign"].lower().startswith(("before", "earlier")) else "<="
    return f"{first} {sign} {second}" if first and second and first != second else ""


def _called(noun: str, names: Sequence[str]) -> str:
    """The one column of the target whose name ends with the words of a noun."""
    said = words(noun)
    found = [n for n in names if words(n)[-len(said) :] == said] if said else []
    return found[0] if len(found) == 1 else ""


def _literal(text: str) -> str:
    """A value as SQL; days as dates."""
    day = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", text)
    if day is not None and min(int(day[1]), 12) == int(day[1]) != int(day[2]):
        return ""
    if day is not None:
        return f"date '{day[3]}-{int(day[2]):02}-{int(day[1]):02}'"
    return f"date '{text}'" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else text
