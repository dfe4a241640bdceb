"""Which of the project's own rules helped to draft a target."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.plan import HeldExample
from signoff.core.pipeline.desk import PromptRecord


def held_examples(records: Sequence[PromptRecord]) -> tuple[HeldExample, ...]:
    """The project's rules among the worked examples of these prompts, each once for a column."""
    found = (HeldExample(record.column, each) for record in records for each in record.prompt.examples)
    return tuple(dict.fromkeys(found))
