"""Rows that are made, told in the rule of the column that shows them: ``Generated: every day from 1 Jan 2023 to ...``.

Tables such as calendars come from no source; which rows they have is often said once, beside the column of the day.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.spec import ColumnMapping, Schema, Step, StepKind, TargetMapping
from signoff.core.merge.made_from_nothing import made_from_nothing
from signoff.core.merge.names import find_table, words
from signoff.core.merge.spelled_days import with_iso_days
from signoff.core.merge.spine_texts import SpineText, read_spine

_MADE = r"(?:(?:auto(?:matically)?[\s-]*)?generated|calculated|computed|created|made(?:\s+up)?|built|filled)"
_LEAD = re.compile(
    rf"^\(?(?:(?:is\s+|are\s+|to\s+be\s+)?{_MADE}(?:\s+(?:here|series|list|rows?|dates?|days?|values?))?\)?\s*"
    r"(?:[:,;–—(-]\s*|(?:as|with|for|by|of)\s+)?|(?:calendar|date)\s+(?:date|day)\s*[:,;(–—-]\s*"
    r"|(?:contains|holds|lists|covers|has|the)\s+)+",
    re.IGNORECASE,
)
_BARE_RANGE = re.compile(r"^\(?(?:range\s*[:,]?\s*|from\s+|between\s+)(?=.*\d)", re.IGNORECASE)
_EVERY_ONE = re.compile(
    r"^(?:(?:each|every|all)\s+)?(?:single\s+|calendar\s+)*(?=(?:day|date|month|week)s?\b)", re.I
)
_STARTS = (StepKind.DRIVING, StepKind.UNION, StepKind.UNION_ALL)
_UNITS = ("day", "date", "month", "week", "quarter", "year", "hour")


def with_spine_of_column(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target that starts from the rows that the rule of one of its columns makes; unchanged where none does.

    Args:
        target: its steps, none of which names a table, and its columns.
        schema: the tables.
    """
    if _reads_tables(target, schema) or any(s.section or read_spine(s.condition) for s in target.steps):
        return target
    made = [(c, text) for c in target.columns if (text := spine_of_column(c)) is not None]
    if len(made) != 1:
        return target
    column, text = made[0]
    step = Step(target.name, 0, StepKind.DRIVING, condition=text.text, cell=column.cell)
    shown = replace(column, rule=text.unit, rule_resolved=text.unit)
    kept = tuple(s for s in target.steps if not (s.kind in _STARTS and made_from_nothing(s.table)))
    columns = tuple(shown if c is column else c for c in target.columns)
    return replace(target, steps=(step, *kept), columns=columns)


def spine_of_column(column: ColumnMapping) -> SpineText | None:
    """The rows that the rule of a column without a source makes, their text in words that are read."""
    rule = " ".join((column.rule_resolved or column.rule).split()).strip(" .")
    if column.sources or not rule:
        return None
    plain = with_iso_days(_LEAD.sub("", rule)).strip(" .)")
    unit = next((u for u in _UNITS if u in words(column.name)), "")
    forms = [plain, _EVERY_ONE.sub("every ", plain)]
    if unit and _BARE_RANGE.match(plain):
        forms.append(f"every {unit} from {_BARE_RANGE.sub('', plain)}")
    for form in forms:
        spine = read_spine(form)
        if spine is not None and not spine.per and spine.unit != "number":
            return replace(spine, text=form)
    return None


def _reads_tables(target: TargetMapping, schema: Schema) -> bool:
    """Whether a step or a source of the target names a table that is there."""
    named = [step.table for step in target.steps if step.table]
    named += [n for c in target.columns for n in (*c.source_tables, *(r.table for r in c.sources)) if n]
    return any(find_table(schema, name) is not None for name in named)
