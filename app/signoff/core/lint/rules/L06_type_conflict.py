"""A source value that is copied into a type that may not hold it.

Why: text is cut, numbers overflow, or the load breaks on a value the samples do not have.
Bad: `VARCHAR(100)` copied to `VARCHAR(20)`; text copied to a date with no rule.
Good: rule `first 20 characters`; rule `date in the format DD.MM.YYYY`.
"""

from __future__ import annotations

from collections.abc import Iterator

from signoff.core.domain.amending import OWN_WORDS, Edit, EditKind
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.review import Question
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import ColumnMapping, Role, TargetMapping
from signoff.core.lint.asking import DATES, LENGTH, as_written, asked, choice, date_choices
from signoff.core.lint.context import Context, is_direct
from signoff.core.lint.types import TypeFacts, type_facts

_WIDER = {("whole number", "number"), ("date", "time")}


def type_conflict(context: Context) -> Iterator[Finding]:
    """Direct columns whose source type, from the document or the schema, does not fit the target's."""
    for target, column in context.rows():
        if len(column.sources) != 1 or not is_direct(column) or not column.type:
            continue
        source_text = _source_type(context, column)
        source, wanted = type_facts(source_text), type_facts(column.type)
        if reason := _conflict(source, wanted):
            message = say(
                "lint.type_conflict", column=column.name, source=source_text, type=column.type, reason=reason
            )
            cell = column.cell_of(Role.TARGET_TYPE) or column.cell
            asking = _question(target, column, source_text)
            yield Finding("L06", Severity.WARNING, message, cell, target.name, column.name, asking)


def _source_type(context: Context, column: ColumnMapping) -> str:
    """Type of the source column: as the document says, else as the schema does."""
    if column.source_type:
        return column.source_type
    table = context.table(column.sources[0].table)
    found = table.column(column.sources[0].column) if table else None
    return found.type if found else ""


def _conflict(source: TypeFacts, wanted: TypeFacts) -> str:
    """Why a value may not fit; empty when it does, or when too little is known."""
    if not source.family or not wanted.family:
        return ""
    if source.family == wanted.family or (source.family, wanted.family) in _WIDER:
        return _too_small(source, wanted)
    if wanted.family == "text":
        return ""
    return f"and a {source.family} is no {wanted.family}"


def _too_small(source: TypeFacts, wanted: TypeFacts) -> str:
    if not source.size or not wanted.size:
        return ""
    if source.family == "text" and wanted.size < source.size:
        return "which may cut it"
    if source.family == "number" and wanted.family == "number" and wanted.scale < source.scale:
        return "which may round it"
    if source.family == "number" and wanted.size - wanted.scale < source.size - source.scale:
        return "which may overflow"
    return ""


def _question(target: TargetMapping, column: ColumnMapping, source: str) -> Question | None:
    """What is done with values that do not fit; None where only the document can say."""
    have, wanted = type_facts(source), type_facts(column.type)
    if have.family == wanted.family == "text":
        cut = f"first {wanted.size} characters"
        return asked(
            "L06",
            target,
            column,
            say("ask.too_long", column=column.name, type=column.type),
            (
                choice("cut", say("ask.cut"), EditKind.RULE, cut),
                choice("widen", say("ask.widen", type=source), EditKind.TYPE, source),
                as_written(say("ask.never_longer")),
            ),
            topic=LENGTH,
        )
    if wanted.family == "date" and have.family == "text":
        return asked(
            "L06",
            target,
            column,
            say("ask.date_pattern", column=column.name),
            date_choices(EditKind.RULE, "date in the format "),
            own=Edit(EditKind.RULE, f"date in the format {OWN_WORDS}"),
            hint=say("ask.hint_date"),
            topic=DATES,
        )
    return asked(
        "L06",
        target,
        column,
        say("ask.other_type", column=column.name, source=source, type=column.type),
        (
            choice("take-type", say("ask.widen", type=source), EditKind.TYPE, source),
            as_written(say("ask.all_fit", type=column.type)),
        ),
        own=Edit(EditKind.RULE),
        hint=say("ask.hint_rule"),
    )
