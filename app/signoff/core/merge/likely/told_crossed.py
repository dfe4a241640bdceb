"""Rows of each combination of a table and a period: ``every item that has moves and is in dim_item, with every month``.

The table whose rows are combined replaces the one that the cells drive from, which is what the columns count or sum up.
Which periods there are stands in the same text, or in the rule of the column that shows them: ``all months from the
first move to the last one``. What is not understood wholly stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.likely.told_spines import told_span
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words

_UNIT = r"(?:calendar\s+|full\s+)?(?P<unit>month|day|week|quarter|year)s?"
_WITH = (
    r"(?:(?:is|are|gets?|to\s+be)\s+)?(?:combined\s+with|cross(?:ed|[\s-]*joined)?\s+(?:with|by|to)|paired\s+with|multiplied\s+(?:with|by)|times|x|×|with"
    r"|(?:has|have|gets?)\s+(?:a|one)\s+(?:row|line|record)\s+(?:for|per|in)|and(?:\s+for)?|for)"
)
_SEE = (
    r"(?:\s*\(\s*(?:see|as\s+in|cf\.?|from)\s+(?:the\s+)?(?:column\s+|rule\s+of\s+"
    r"|field\s+)?(?P<see>\w+)\s*\)|\s*,?\s+see\s+(?P<see2>\w+))?"
)
_EMPTY_TOO = (
    r"(?:\s*[,;(]?\s*(?:also|even|incl(?:uding|\.)?|whether\s+or\s+not|no\s+matter)\b(?P<tail>[^.;]*)\)?)?"
)
_CROSSED = re.compile(
    rf"^(?:(?:one|a|exactly\s+one)\s+(?:row|line|record)\s+(?:per|for)\s+)?(?:for\s+)?(?:every|each|all)\s+(?:the\s+)?(?P<noun>[a-z][\w-]*)"
    rf"(?P<which>(?:\s+(?:that|which|who|with|from|in|of)\s+.+?)?)\s*,?\s+{_WITH}\s+(?:every|each|all(?:\s+the)?)\s+{_UNIT}{_SEE}{_EMPTY_TOO}$",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:if|when|where|only|unless|except\w*|until|from|since|between|after|before)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"\b(?:no|not|nothing|none|without|nobody|empty|any)\b", re.IGNORECASE)
_BELONGS = re.compile(
    r"^(?:is|are|exists?|occurs?|appears?|(?:is|are)\s+(?:found|listed|known|contained|there))\s+(?:also\s+)?in\s+(?:the\s+)?(?:table\s+)?(?P<table>\w+)$"
    r"|^(?:in|from|of)\s+(?:the\s+)?(?:table\s+)?(?P<plain>\w+)$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:has|have|with|had)\s+(?:any\s+|some\s+|at\s+least\s+one\s+|one\s+or\s+more\s+|an?\s+)?(?P<rows>[a-z][\w-]*(?:\s+[a-z][\w-]*)?)(?:\s+at\s+all)?$",
    re.IGNORECASE,
)
_OTHERS_OUT = re.compile(
    r"^(?P<rows>[\w ]+?)\s+(?:of|for)\s+(?P<noun>\w+)\s+(?:(?:that|which)\s+(?:are|is)\s+)?not\s+("
    r"?:found\s+|listed\s+)?in\s+(?:the\s+)?(?P<table>\w+)\s+"
    r"(?:(?:are|is)\s+(?:left\s+out|ignored|not\s+(?:counted|taken|used|loaded)|skipped|dropped|excluded)|do(?:es)?\s+not\s+count)$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:all|every|each)\s+(?:calendar\s+)?(?P<unit>month|day|week|quarter|year)s?\s+(?:from|between)\s+(?:the\s+)?(?:(?:month|day|week|quarter|year)\s+of\s+(?:the\s+)?)?"
    r"(?:first|earliest|oldest)\s*(?P<first>[\w ]*?)\s+(?:to|until|till|up\s+to|through|and)\s+(?:"
    r"the\s+)?(?:(?:month|day|week|quarter|year)\s+of\s+(?:the\s+)?)?"
    r"(?:last|latest|newest)\s+(?P<last>[\w ]+?)(?P<over>\s*[,(]?\s*(?:over|across|for|of|among)\s"
    r"+(?:all|any)\b[\w ]*\)?|\s*[,(]?\s*(?:overall|in\s+total|same\s+for\s+all[\w ]*)\)?)?$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:of|for|per)\s+(?:the|each|this|that|every|its)\b|\bits\b|\bthis\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Told:
    """What a sentence tells."""

    table: SourceTable
    rows: SourceTable | None
    """Of which each combined row has some."""
    unit: str
    column: ColumnMapping | None
    """Shows the periods."""
    span: str
    of: str
    """The table whose first and last day the periods begin and end with; empty where they are named."""


def with_told_crossing(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target that starts from a table of which each row is combined with each period; unchanged where none is told.

    Args:
        target: its notes, and the rule that tells which periods there are.
        schema: the tables.
    """
    driving = [s for s in target.steps if s.kind is StepKind.DRIVING]
    if len(driving) > 1 or any(s.section for s in target.steps):
        return target
    for step in target.steps:
        if step.kind is not StepKind.NOTE or step.table:
            continue
        sentences = [s.strip(" .") for s in sentences_of(step.condition) if s.strip(" .")]
        for sentence in sentences:
            told = _told(sentence, target, schema)
            if told is not None:
                rest = [s for s in sentences if s is not sentence and not _says_again(s, told)]
                return _with(target, step, told, rest)
    return target


def _with(target: TargetMapping, step: Step, told: _Told, rest: Sequence[str]) -> TargetMapping:
    first = replace(step, kind=StepKind.DRIVING, table=told.table.name, alias="", condition="")
    steps = [first]
    if told.rows is not None:
        test = _exists(told.table, told.rows)
        steps.append(replace(step, kind=StepKind.FILTER, table="", alias="", condition=test))
    steps.append(replace(step, kind=StepKind.CROSS_JOIN, table=told.of, alias="", condition=told.span))
    if rest:
        steps.append(replace(step, condition=". ".join(rest)))
    kept = [s for s in target.steps if s.kind is not StepKind.DRIVING]
    made = [each for s in kept for each in (steps if s is step else [s])]
    shown = f"first day of the {told.unit}" if told.unit != "day" else "day"
    columns = tuple(
        replace(c, sources=(), source_tables=(), rule=shown, rule_resolved=shown) if c is told.column else c
        for c in target.columns
    )
    return replace(target, steps=tuple(made), columns=columns)


def _told(sentence: str, target: TargetMapping, schema: Schema) -> _Told | None:
    match = _CROSSED.match(sentence)
    if match is None:
        return None
    tail = match["tail"] or ""
    if tail and (_NOTHING.search(tail) is None or len(re.findall(r"\bonly|unless|except", tail))):
        return None
    table, rows, whole = _which(match["which"], match["noun"], schema, target)
    column, span, of = _periods(
        match["unit"].lower(), match["see"] or match["see2"] or "", sentence, target, schema
    )
    if table is None or not whole or not span:
        return None
    if rows is not None and not _exists(table, rows):
        return None
    return _Told(table, rows, match["unit"].lower(), column, span, of)


def _which(
    text: str, noun: str, schema: Schema, target: TargetMapping
) -> tuple[SourceTable | None, SourceTable | None, bool]:
    """The table that is combined, the rows each of it has, and whether all of the text is understood."""
    table: SourceTable | None = None
    rows: SourceTable | None = None
    pieces = re.split(r"\s*,?\s+and\s+|\s*,\s*", text.strip())
    for piece in (p for p in pieces if p.strip()):
        plain = re.sub(r"^(?:that|which|who)\s+", "", piece.strip(), flags=re.IGNORECASE)
        belongs, has = _BELONGS.match(plain), _HAS.match(plain)
        if belongs is not None and table is None:
            table = find_table(schema, belongs["table"] or belongs["plain"])
            if table is None:
                return None, None, False
        elif has is not None and rows is None:
            rows = _called(has["rows"], schema, target)
            if rows is None:
                return None, None, False
        else:
            return None, None, False
    return table or _called(noun, schema, target), rows, True


def _called(noun: str, schema: Schema, target: TargetMapping) -> SourceTable | None:
    """The only table whose name says a noun."""
    said = {singular(w.casefold()) for w in re.findall(r"[A-Za-z]+", noun)}
    fitting = [
        t
        for t in schema.tables
        if t.name.casefold() != target.name.casefold() and {singular(w) for w in words(t.name)} == said
    ]
    return fitting[0] if len(fitting) == 1 else None


def _periods(
    unit: str, see: str, sentence: str, target: TargetMapping, schema: Schema
) -> tuple[ColumnMapping | None, str, str]:
    """The column that shows the periods, the words for which there are, and of what; no words where not plain."""
    fitting = [
        c
        for c in target.columns
        if (
            c.name.casefold() == see.casefold()
            if see
            else unit in words(c.name) or (unit == "day" and "date" in words(c.name))
        )
    ]
    if len(fitting) != 1:
        return None, "", ""
    column = fitting[0]
    for text in (sentence, *sentences_of(column.rule_resolved or column.rule), column.note):
        plain = " ".join(text.split()).strip(" .")
        span = told_span(plain)
        if span is not None and span.unit == unit and _LIMIT.sub("", plain).count("except") == 0:
            return column, span.text, ""
        ends = _ENDS.search(plain)
        if ends is None or ends["unit"].lower() != unit or (not ends["over"] and _OWN.search(ends["last"])):
            continue
        table, day = _day_of(column, schema)
        if day:
            return column, f"one row per {unit} from the first {day} to the last {day}", table
    return None, "", ""


def _day_of(column: ColumnMapping, schema: Schema) -> tuple[str, str]:
    """The day that a column of periods is made of, with its table: its only source, where that is one."""
    refs = [ref for ref in column.sources if ref.column]
    table = find_table(schema, refs[0].table) if len(refs) == 1 and refs[0].table else None
    held = find_column(table, refs[0].column) if table is not None else None
    is_day = held is not None and held.type.upper().startswith(("DATE", "TIMESTAMP"))
    return (table.name, held.name) if table is not None and held is not None and is_day else ("", "")


def _exists(table: SourceTable, rows: SourceTable) -> str:
    """The test that a table has rows of another; empty where they share no column, or several."""
    shared = [c.name for c in table.columns if find_column(rows, c.name) is not None]
    if len(shared) != 1:
        return ""
    there = f"{rows.name}_there"
    return (
        f"exists (select 1 from {rows.name} as {there} where {there}.{shared[0]} = {table.name}.{shared[0]})"
    )


def _says_again(sentence: str, told: _Told) -> bool:
    """Whether a sentence only leaves out rows that belong to no row of the table that is combined."""
    match = _OTHERS_OUT.match(sentence)
    return match is not None and match["table"].casefold() == told.table.name.casefold()
