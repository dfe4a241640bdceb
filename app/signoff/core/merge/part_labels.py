"""Lines about one part of a union, under its letter: ``For B: only chats. The ticket is found in CHAT over id``.

Each of their sentences becomes a step of that part: what says which rows there are as a filter, all else as a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.rowtexts import way_of

_LABEL = re.compile(
    r"^(?:(?:only\s+)?(?:for|in|from|of)|only|part|source|feed|branch)\s+(?:(?:part|source|feed|branch)\s+)?\(?(?P<part>[\w.-]{1,40})\)?\s*:\s+(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;]\s+(?=\S)|\n+")
_BEGINS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)


def with_part_labels(target: TargetMapping) -> TargetMapping:
    """The target with such notes as steps of the parts whose names stand before them.

    Args:
        target: its union is told in steps already.
    """
    parts = {squashed(s.section): s.section for s in target.steps if s.section and s.kind in _BEGINS}
    if len(parts) < 2:
        return target
    steps = [each for step in target.steps for each in _parted(step, parts)]
    return replace(target, steps=tuple(steps)) if tuple(steps) != target.steps else target


def _parted(step: Step, parts: dict[str, str]) -> Iterator[Step]:
    told = _LABEL.match(step.condition.strip()) if step.kind is StepKind.NOTE and not step.section else None
    section = parts.get(squashed(told["part"])) if told is not None else None
    if told is None or section is None:
        yield step
        return
    for sentence in filter(None, (each.strip(" .;") for each in _SENTENCE.split(told["text"]))):
        kind = StepKind.FILTER if way_of(sentence)[0] is not None else StepKind.NOTE
        yield replace(step, kind=kind, section=section, condition=sentence)
