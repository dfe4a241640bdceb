"""Lines that say which table the grid below them reads, and the joins told under such a line.

``Reading from visit`` above a grid starts the query, or the part of it that the grid is; what is told between it and
its grid belongs to that part: ``Left join clinic on clinic_id``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.assumed import Assumed
from signoff.core.merge.joined_lines.items import Item, item_in
from signoff.core.merge.joined_lines.restating import assumed_of, join_step
from signoff.core.merge.likely.cues import LIMITS
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import find_table

_READS = re.compile(
    r"^\W*(?:reading|reads|read|loaded|loading|taken|fed)\s+from\s*:?\s+"
    r"(?:table\s+|the\s+)*(?P<table>[\w.$]+)\W*$",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"^(?:(?P<kind>left|inner|right|full)\s+(?:outer\s+)?)?join\s+"
    r"(?:with\s+|to\s+)?(?P<rest>[\w.$]+\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
_PURPOSE = re.compile(r"\s+for\s+(?:the\s+|its\s+|their\s+)?[\w ]+$", re.IGNORECASE)


@dataclass
class _Part:
    """The relations of one part so far."""

    section: str
    relations: list[Relation]


def with_reading_lines(target: TargetMapping, schema: Schema) -> tuple[TargetMapping, list[Assumed]]:
    """The target with steps for such lines and the joins behind them, and what the joins assume.

    Args:
        target: its notes, in the order of the document.
        schema: the tables.
    """
    starts = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
    sections = tuple(dict.fromkeys(c.section for c in target.columns if c.section))
    tables = [t.name for s in target.steps if (t := _read(s, schema)) is not None]
    fits = len(tables) == len(set(tables)) and (len(tables) == 1 or set(tables) <= set(sections))
    if not tables or not fits or any(s.kind in starts or s.section for s in target.steps):
        return target, []
    steps: list[Step] = []
    assumed: list[Assumed] = []
    part: _Part | None = None
    for step in target.steps:
        table = _read(step, schema)
        if table is not None:
            section = table.name if len(tables) > 1 else ""
            part = _Part(section, [Relation(table.name, table.name, JoinKind.DRIVING)])
            steps.append(
                replace(step, kind=StepKind.DRIVING, section=section, table=table.name, condition="")
            )
        elif part is None or step.kind is not StepKind.NOTE:
            steps.append(step)
        else:
            told = list(_joins(step, part, schema, target))
            steps += [s for s, _ in told]
            assumed += [assumed_of(i, step.cell) for _, i in told if i and i.assumed]
    return replace(target, steps=_stacked(steps, tables)), assumed


def _read(step: Step, schema: Schema) -> SourceTable | None:
    """The table that a line says is read; None for any other line."""
    match = _READS.match(step.condition) if step.kind is StepKind.NOTE else None
    return find_table(schema, match["table"]) if match is not None else None


def _stacked(steps: Sequence[Step], tables: Sequence[str]) -> tuple[Step, ...]:
    """The steps without a sentence that only says that the parts are stacked, which they are."""
    if len(tables) < 2:
        return tuple(steps)
    return tuple(
        replace(s, condition=_ONLY_STACKS.sub("", s.condition).strip()) if s.kind is StepKind.NOTE else s
        for s in steps
    )


_ONLY_STACKS = re.compile(
    r"^(?:(?:two|three|both|several|the)\s+)?sources?\s*,\s*all\s+(?:rows|records|lines)\s+of\s+(?:both|all|each)\s+(?:are\s+)?(?:stacked|kept|taken|put\s+under\s+each\s+other)\s*\.?\s*",
    re.IGNORECASE,
)


def _joins(
    step: Step, part: _Part, schema: Schema, target: TargetMapping
) -> Iterator[tuple[Step, Item | None]]:
    """A note's sentences that join as steps of the part, the others as a note of it."""
    left: list[str] = []
    found: list[Item] = []
    for sentence in sentences_of(step.condition):
        item = _item(sentence, part, schema, target)
        if item is None:
            left.append(sentence)
            continue
        part.relations.append(Relation(item.table.name, item.alias, JoinKind.LEFT))
        found.append(item)
    for item in found:
        yield replace(join_step(item, step), section=part.section), item
    if not found:
        yield replace(step, section=part.section), None
    elif left:
        yield replace(step, condition=". ".join(left), section=part.section), None


def _item(sentence: str, part: _Part, schema: Schema, target: TargetMapping) -> Item | None:
    match = _JOIN.match(sentence.strip())
    if match is None:
        return None
    kind = f"{match['kind']}: " if match["kind"] else ""
    purpose = _PURPOSE.search(match["rest"])
    is_plain = purpose is not None and LIMITS.search(purpose.group()) is None
    for rest in (match["rest"], _PURPOSE.sub("", match["rest"]) if is_plain else match["rest"]):
        item = item_in(f"{kind}{rest}", part.relations, schema, target)
        if item is not None and item.kind is not None and all(r.alias != item.alias for r in part.relations):
            return item
    return None
