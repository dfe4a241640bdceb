"""Filters that a text puts behind the choice of one row of several: ``Keep the last one per id. Only then drop …``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signoff.core.domain.plan import Condition
from signoff.core.domain.spec import Step
from signoff.core.merge.likely.cues import BEHIND
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.sqlparts import aggregates, parsed, windows

_THEN = re.compile(
    r"(?:^|[.;]\s*|,\s*(?:and\s+)?)(?:only\s+then|after\s+(?:that|this|which)|afterwards?|thereafter|and\s+then|then|second(?:ly)?|"
    r"(?:of|among|from)\s+(?:these|those|what\s+(?:is\s+left|remains)))\b\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
"""Begins a sentence that comes after what is said before."""
_OF_THE_CHOSEN = re.compile(
    r"\b(?:in|on|of|by)\s+(?:that|this|the\s+(?:same|chosen|kept|remaining|latest|last|newest|most\s+recent)|its\s+(?:latest|last|newest|most\s+recent))\s+"
    r"(?:line|row|record|version|entry|state)\b",
    re.IGNORECASE,
)
"""A filter on the row that was chosen: ``Patients without a birth date (in that line) are left out``."""
_AFTER_PICKING = re.compile(
    r"^\W*(?:and\s+)?(?:only\s+)?(?:after|once)\s+(?:picking|choosing|taking|keeping|selecting|finding)\s+(?:the|that|this|its)\s+(?:latest|last|newest|most\s+recent|current|one)\b",
    re.IGNORECASE,
)
"""The choice of a row that a filter comes after, wherever the choice is told."""
_SHOWN = 18
"""Letters of a clause by which it is found in its text."""


def with_filters_behind(draft: SectionDraft, steps: Iterable[Step]) -> None:
    """Move filters behind the choice of a row where the text that holds both says that they come then.

    Args:
        draft: a section whose filters are read.
        steps: the target's steps as the document has them.
    """
    texts = {step.cell: " ".join(step.condition.split()) for step in steps if step.condition and step.cell}
    for each in list(draft.filters):
        text = texts.get(each.cell, "") if each.cell is not None else ""
        if _AFTER_PICKING.search(each.text or text) and any(map(_picks, draft.qualify)):
            draft.filters.remove(each)
            draft.qualify.append(each)
            continue
        place = text.casefold().find(each.text.casefold()[:_SHOWN]) if each.text else -1
        is_then = (
            _THEN.search(text[: max(place, 0)]) or BEHIND.match(each.text) or _OF_THE_CHOSEN.search(each.text)
        )
        if place <= 0 or not is_then:
            continue
        if any(
            _picks(pick) and _stands_before(pick, text, place)
            for pick in draft.qualify
            if pick.cell == each.cell
        ):
            draft.filters.remove(each)
            draft.qualify.append(each)


def _picks(condition: Condition) -> bool:
    tree = parsed(condition.sql)
    return tree is not None and windows(tree) and not aggregates(tree)


def _stands_before(pick: Condition, text: str, place: int) -> bool:
    found = text.casefold().find(pick.text.casefold()[:_SHOWN]) if pick.text else -1
    return 0 <= found < place
