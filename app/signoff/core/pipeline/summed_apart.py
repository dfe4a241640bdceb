"""Sums over tables that an update puts together before it joins them: computed there, named at the output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.plan import Plan
from signoff.core.merge.lifting import lifted
from signoff.core.pipeline.update_asked import UpdatedColumn


def with_sums_apart(plan: Plan, found: Sequence[UpdatedColumn]) -> tuple[Plan, tuple[UpdatedColumn, ...]]:
    """The plan with what its grouped relations compute, and the columns as they stand at the output."""
    sections, columns = [], list(found)
    for number, section in enumerate(plan.sections):
        here = [(at, c) for at, c in enumerate(columns) if number < len(c.texts) and c.texts[number]]
        made, texts = lifted(section, [(c.column.name, c.texts[number]) for _, c in here])
        sections.append(made)
        for (at, column), text in zip(here, texts, strict=True):
            columns[at] = _with_text(column, number, text)
    return replace(plan, sections=tuple(sections)), tuple(columns)


def _with_text(found: UpdatedColumn, number: int, text: str) -> UpdatedColumn:
    if found.texts[number] == text:
        return found
    texts = (*found.texts[:number], text, *found.texts[number + 1 :])
    own = tuple(
        replace(e, sql=text) if place == number else e for place, e in enumerate(found.column.expressions)
    )
    return replace(found, texts=texts, column=replace(found.column, expressions=own))
