"""Texts that say that one row of several is chosen before anything is filtered: ``keep the latest first, then filter``.

A row that a filter leaves out then takes its key with it: an older row of the same key does not come back in its place.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.plan import Condition
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind, TargetMapping
from signoff.core.merge.inner_relations import cut_to_latest
from signoff.core.merge.sectiondraft import SectionDraft
from signoff.core.merge.sqlparts import has_window

_FILTER = (
    r"(?:(?:the|all|any|every|other|further|these|those|our)\s+)*(?:filters?|filtering|conditions?|exclusions?|where(?:\s+clause)?)"
    r"(?:\s+(?:is|are|gets?|will\s+be|comes?|appl(?:y|ies)|follows?|runs?|happens?))?(?:\s+(?:applied|done|run|used))?"
)
_BEHIND = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\s*,?\s*(?:\bfirst\s*)?[,;.–-]\s*(?:and\s+|but\s+)?(?:only\s+)?(?:then|after(?:wards|\s+that)|next|behind\s+that)\s*,?\s+(?:we\s+)?(?:apply\s+)?"
        rf"{_FILTER}(?=\s*(?:[.;]|$))",
        rf"\s*,?\s*\b(?:before|ahead\s+of|prior\s+to)\s+(?:applying\s+|we\s+apply\s+|you\s+apply\s+)?{_FILTER}(?=\s*(?:[.;]|$))",
        rf"\s*,?\s*(?:\bfirst\s*)?[.;,(–-]\s*(?:and\s+|but\s+)?{_FILTER}\s+(?:only\s+)?(?:after(?:wards|\s+that)|behind\s+that|later|second|last|then)\)?(?=\s*(?:[.;]|$))",
    )
)
"""Filters come behind the choice."""
_CHOOSES = re.compile(
    r"\b(?:latest|newest|youngest|most\s+recent|last|earliest|oldest|first|highest|lowest|largest|smallest|greatest|maximum|minimum|max|min)\b",
    re.IGNORECASE,
)
_ONLY_FILTERS = re.compile(rf"^(?:and\s+|only\s+|then\s+|we\s+|apply\s+)*{_FILTER}$", re.IGNORECASE)
"""A clause that only says that it is filtered, where the clause before it chose a row."""
_BEGINS_FILTERS = re.compile(rf"^(?:and\s+|only\s+|then\s+|we\s+|apply\s+)*{_FILTER}\b", re.IGNORECASE)


def with_order_told(target: TargetMapping) -> TargetMapping:
    """The target with notes that say of a choice that filters come behind it ending in ``then filter``."""
    steps = tuple(
        replace(step, condition=_plainly(step.condition)) if step.kind is StepKind.NOTE else step
        for step in target.steps
    )
    return replace(target, steps=steps) if steps != target.steps else target


def _plainly(text: str) -> str:
    for shape in _BEHIND:
        match = shape.search(text)
        if match is not None and _CHOOSES.search(text[: match.start()]):
            return f"{text[: match.start()]}, then filter{text[match.end() :]}"
    return text


def with_choice_first(draft: SectionDraft) -> None:
    """Choose the row of each key inside the driving table, where its text says that filters come behind."""
    if not draft.relations:
        return
    for chosen in [each for each in draft.qualify if has_window(each.sql)]:
        _ask_about_limits(draft, chosen)
        cut = cut_to_latest(draft.relations[0], chosen) if _filtered_next(draft, chosen) else None
        if cut is not None:
            draft.relations[0] = cut
            draft.qualify.remove(chosen)


def _ask_about_limits(draft: SectionDraft, chosen: Condition) -> None:
    """Ask about a clause behind the choice that says of the filters more than that they come then."""
    behind = _behind(draft, chosen)[:1]
    for note in list(draft.notes):
        plain = note.text.strip(" .;")
        limits = _BEGINS_FILTERS.match(plain) is not None and _ONLY_FILTERS.match(plain) is None
        if limits and plain in behind and all(u.text != note.text for u in draft.unresolved):
            draft.unresolved.append(Condition(note.text, cell=note.cell))
            step = Step(draft.target.name, 0, StepKind.FILTER, condition=note.text, cell=note.cell)
            draft.report("D206", say("merge.filter_not_understood"), step)


def _filtered_next(draft: SectionDraft, chosen: Condition) -> bool:
    """Whether the clause behind the one that chooses only says that it is filtered then."""
    behind = _behind(draft, chosen)
    return bool(behind) and _ONLY_FILTERS.match(behind[0]) is not None


def _behind(draft: SectionDraft, chosen: Condition) -> list[str]:
    """What the text that chooses says behind that, clause by clause."""
    steps = [s for s in draft.target.steps if s.cell is not None and s.cell == chosen.cell]
    texts = [s.condition.strip(" .;") for s in steps]
    at = next((n for n, text in enumerate(texts) if text == chosen.text.strip(" .;")), len(texts))
    return [text for text in texts[at + 1 :] if text]
