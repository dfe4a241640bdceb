"""Targets whose records are linked by one column: their texts on rows and rules as joins, filters and SQL.

Only a target that tells which table it has one row of is restated; what is not understood stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signoff.core.domain.spec import (
    ColumnMapping,
    GeneralKind,
    GeneralRule,
    Schema,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.linked.children import Children, gathered
from signoff.core.merge.linked.joins import Joined
from signoff.core.merge.linked.notes import condition_of, links_told, parts_of, whose_is_in
from signoff.core.merge.linked.own_values import over_own
from signoff.core.merge.linked.parts import with_parts
from signoff.core.merge.linked.records import Driving, Records, records_of, told_driving
from signoff.core.merge.linked.values import of_linked, over_sql, with_value

_SENTENCE = re.compile(r"(?<=[\w)\"'])(?<!e\.g)(?<!Rem)(?<!No)\.\s+(?=[A-Z])")
_DAYS = re.compile(
    r"^all\s+dates?\s+(?:are\s+|is\s+)?(?:loaded\s+|taken\s+)?(?:as\s+)?(?:a\s+)?dates?\s+(?"
    r":only|without\s+(?:the\s+|a\s+)?times?)$",
    re.IGNORECASE,
)
_DATE = re.compile(r"^\s*date\s*$", re.IGNORECASE)


def with_linked_records(
    targets: Sequence[TargetMapping], general: Sequence[GeneralRule], schema: Schema
) -> tuple[TargetMapping, ...]:
    """The targets with steps and rules in place of what follows links, and the rows that no table has left out.

    Args:
        targets: as read.
        general: the document's general rules.
        schema: the source tables.
    """
    records = records_of(targets, general, schema)
    if records is None:
        return tuple(targets)
    days = tuple(r.says for r in general if r.kind is GeneralKind.NO_DAY)
    out = [(r.of, r.says) for r in general if r.kind is GeneralKind.LEFT_OUT]
    return tuple(_restated(target, records, days, out) for target in targets)


def _restated(
    target: TargetMapping, records: Records, days: tuple[str, ...], out: Sequence[tuple[str, str]]
) -> TargetMapping:
    driving = told_driving(target, records)
    plain = all(s.kind is StepKind.NOTE and not s.section for s in target.steps)
    united = with_parts(target, records, out)
    if united is not None:
        return replace(united, no_days=days)
    if driving is None or not plain or any(c.section for c in target.columns):
        return replace(target, no_days=days)
    joined = Joined(target, records, driving.table, target.steps[driving.place].cell, no_days=days)
    notes = [s.condition for s in target.steps]
    filters = [_left_out(driving, *each) for each in out if records.column(driving.table, each[0])]
    kept: list[Step] = []
    children = Children(joined)
    columns = tuple(with_value(c, joined) for c in target.columns)
    columns = tuple(_with_links(c, joined, children) for c in columns)
    for place, step in enumerate(target.steps):
        left, conditions = _of_note(
            step.condition, driving if place == driving.place else None, notes, target, joined, children
        )
        filters += conditions
        kept += [replace(step, condition=left)] if left else []
    columns = tuple(of_linked(c, joined) for c in columns)
    columns = tuple(over_sql(c, over_own(c, joined) or gathered(c, children, tuple(out))) for c in columns)
    cell = target.steps[driving.place].cell
    made = [*joined.steps, *(Step(target.name, 0, StepKind.FILTER, condition=f, cell=cell) for f in filters)]
    steps = tuple(replace(s, order=n) for n, s in enumerate([*made, *kept], 1))
    return replace(target, columns=columns, steps=steps, no_days=days)


def _with_links(column: ColumnMapping, joined: Joined, children: Children) -> ColumnMapping:
    """The column without a list of links beside it, as a line above the grid may be kept with its first column."""
    if " to " not in column.join or "\n" in column.join:
        return column
    left = links_told(f"Links: {column.join}", joined, children).removeprefix("Links: ")
    return replace(column, join=left) if left != column.join.strip(" .") else column


def _left_out(driving: Driving, column: str, code: str) -> str:
    return f"coalesce(upper(trim({driving.table.name}.{column})), '') <> '{code.upper()}'"


def _of_note(
    text: str,
    driving: Driving | None,
    notes: Sequence[str],
    target: TargetMapping,
    joined: Joined,
    children: Children,
) -> tuple[str, list[str]]:
    """What is left of a note, and the conditions that its sentences come to."""
    text = links_told(text.strip(), joined, children)
    if not text:
        return "", []
    left: list[str] = []
    found: list[str] = []
    for n, sentence in enumerate(_SENTENCE.split(text)):
        if n == 0 and driving is not None:
            rest = driving.rest if len(_SENTENCE.split(text)) == 1 else _SENTENCE.split(driving.rest)[0]
            condition = whose_is_in(rest, joined) if rest.strip(" .") else ""
            found += [condition] if condition else []
            if driving.is_limited or (rest.strip(" .") and not condition and not _explains(rest)):
                left.append(sentence)
            continue
        if _DAYS.match(sentence.strip(" .")) and all(
            _DATE.match(c.type) for c in target.columns if "date" in c.type.casefold()
        ):
            continue
        if children.told(sentence):
            continue
        parts = parts_of(sentence)
        made = [condition_of(part, notes, target.columns, joined) for part in parts]
        found += [each for each in made if each]
        if not all(made):
            left += (
                [sentence] if not any(made) else [p for p, each in zip(parts, made, strict=True) if not each]
            )
    return ". ".join(left), found


def _explains(rest: str) -> bool:
    """Whether what stands behind the driving table only says what its rows are: ``: every line is a move of …``."""
    return (
        re.match(
            r"^\s*:\s*(?:each|every)\s+(?:line|row|record)\s+is\s+an?\s[^.;]*$",
            rest.rstrip(" ."),
            re.IGNORECASE,
        )
        is not None
    )
