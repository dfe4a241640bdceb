"""Filter lines of a document that are sentences on what is to change: they are followed as sentences.

``Filter | Deleted orders are left out from now on. An order with no mark stays.``
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.changed_rows import Way, asks_for_change, changed_rows

_WHERE = re.compile(r"^where\s+", re.IGNORECASE)
_REASON = re.compile(r"^(?P<text>[^()]*(?:\([^()]*\)[^()]*)*?\S)\s*\((?P<reason>[^()=<>]+)\)$")
_LIMITS = re.compile(
    r"\b(?:unless|except|if|when|until|before|after|or|without|older|newer)\b|\d", re.IGNORECASE
)
"""Words of a bracket that is more than a reason."""


def with_spoken_filters(target: TargetMapping) -> TargetMapping:
    """The target, filters that are sentences on a change as notes.

    Args:
        target: as the document has it.
    """
    steps = tuple(_as_note(step) if _is_sentence(step) else _bare(step) for step in target.steps)
    return target if steps == target.steps else replace(target, steps=steps)


def _bare(step: Step) -> Step:
    """A marked filter without the reason in brackets behind it: which rows go, in words that limit nothing."""
    told = _REASON.match(step.condition) if step.kind is StepKind.FILTER and step.state.strip() else None
    if told is None or _LIMITS.search(told["reason"]):
        return step
    said = changed_rows(told["reason"])
    is_reason = all(each.way is Way.OUT and not each.what and not each.tail for each in said)
    return replace(step, condition=told["text"].strip()) if said and is_reason else step


def _is_sentence(step: Step) -> bool:
    """Whether each sentence of a filter is understood as one, and one of them asks for a change."""
    text = _WHERE.sub("", step.condition)
    if step.kind is not StepKind.FILTER or not asks_for_change(text):
        return False
    ways = [said.way for said in changed_rows(text)]
    return Way.OPEN not in ways and any(way is not Way.STAY for way in ways)


def _as_note(step: Step) -> Step:
    return replace(step, kind=StepKind.NOTE, condition=_WHERE.sub("", step.condition))
