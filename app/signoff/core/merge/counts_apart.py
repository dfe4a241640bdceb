"""Tables that are counted each by itself for the rows of another, and put together then.

``Base: ward. Counted separately per ward_id and then put together: stay (with stay_cost on stay_id), bed.`` Each table
becomes a join that is grouped first, and rules that say in words which of its rows count become SQL of their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.counted_words import count_of
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.names import bare, find_column, find_table

_BASE = re.compile(
    r"^\W*(?:the\s+)?(?:base|basis|(?:main|driving|leading|base)\s+table|from|start|starting\s+point)\s*(?::|\s+is)\s*"
    r"(?P<table>[A-Za-z_][\w$]*)\s*[.;,]\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_APART = re.compile(
    r"^(?:(?:all\s+)?counts?\s+(?:are\s+)?)?(?:counted|aggregated|summed(?:\s+up)?|grouped|totalled|added\s+up|made)\s+"
    r"(?:separately|apart|independently|each\s+(?:by\s+itself|on\s+its\s+own)|one\s+by\s+one)\s*,?\s*"
    r"(?:per|by|for\s+each)\s+(?P<key>\w+)"
    r"(?:\s*,?\s*(?:and\s+)?(?:only\s+)?(?:then|afterwards|after\s+that)\s+(?:put\s+together|(?:left\s+)?joined|combined|brought\s+together)"
    r"(?:\s+(?:by|on|per)\s+\w+)?)?\s*:\s*(?P<list>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ITEM = re.compile(
    r"^(?P<table>[A-Za-z_]\w*)(?:\s*\(?\s*(?:(?P<kind>left|inner)\s+)?(?:joined\s+)?(?:with|to|together\s+with|plus)\s+"
    r"(?P<other>[A-Za-z_]\w*)\s+(?:on|by|via)\s+(?P<on>\w+)\s*\)?)?$",
    re.IGNORECASE,
)
_ONE_EACH = re.compile(
    r"^(?:(?:counts|figures|numbers|totals|key\s+figures)\s+(?:per|by|for\s+each)\s+\w+\s*,\s*)?one\s+(?:record|row|line)\s+"
    r"(?:per|for\s+each|for\s+every)\s+\w+(?:\s+(?:of|in)\s+(?P<table>\w+))?$",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"^(?:all\s+)?(?:the\s+)?(?:counts|figures|numbers|they)\s+(?:are|is|become|get)\s+(?:0|zero)\s+(?:if|when|where)\s+"
    r"(?:nothing|none|no\s+rows?|no\s+records?)\s+(?:is|are|was|were)?\s*(?:found|there)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Counted:
    """One table that is counted."""

    table: SourceTable
    key: str
    other: SourceTable | None = None
    on: str = ""
    keeps: bool = True

    @property
    def tables(self) -> tuple[SourceTable, ...]:
        return (self.table, self.other) if self.other is not None else (self.table,)


def with_counts_apart(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with a grouped join for each table that is counted by itself, and its rules as SQL of counts.

    Args:
        target: its steps and rows.
        schema: the tables.
    """
    if target.sections != ("",) or any(s.kind is not StepKind.NOTE for s in target.steps):
        return target
    for note in target.steps:
        told = _told(note, schema)
        if told is None:
            continue
        driving, counted, left = told
        steps = [replace(note, kind=StepKind.DRIVING, table=driving.name, condition="")]
        steps += [_step(each, driving, note) for each in counted]
        rest = [replace(note, condition=sentence) for sentence in left]
        others = [each for s in target.steps for each in (rest if s is note else _without_grain(s, driving))]
        columns = tuple(_column(c, counted, target.any_case) for c in target.columns)
        return replace(target, steps=(*steps, *others), columns=columns)
    return target


def _told(note: Step, schema: Schema) -> tuple[SourceTable, list[_Counted], list[str]] | None:
    """The driving table, those that are counted and what else is said; None where a word on them is not understood."""
    base = _BASE.match(" ".join(note.condition.split()))
    driving = find_table(schema, base["table"]) if base is not None else None
    if base is None or driving is None:
        return None
    counted: list[_Counted] = []
    left: list[str] = []
    for sentence in sentences_of(base["rest"]):
        apart = _APART.match(sentence.strip(" ."))
        if apart is None:
            left.append(sentence.strip(" ."))
            continue
        items = [_counted(item, apart["key"], driving, schema) for item in _items(apart["list"])]
        if counted or any(item is None for item in items):
            return None
        counted = [item for item in items if item is not None]
    return (driving, counted, left) if counted else None


def _items(text: str) -> Iterator[str]:
    pieces = re.split(r"\s*[,;]\s*(?:and\s+)?(?![^()]*\))|\s+and\s+(?![^()]*\))", text)
    yield from (bare_piece for piece in pieces if (bare_piece := piece.strip(" .")))


def _counted(text: str, key: str, driving: SourceTable, schema: Schema) -> _Counted | None:
    found = _ITEM.match(text)
    table = find_table(schema, found["table"]) if found is not None else None
    if found is None or table is None or any(find_column(t, key) is None for t in (table, driving)):
        return None
    if not found["other"]:
        return _Counted(table, key)
    other = find_table(schema, found["other"])
    if other is None or any(find_column(t, found["on"]) is None for t in (table, other)):
        return None
    return _Counted(table, key, other, found["on"], (found["kind"] or "left").lower() == "left")


def _step(each: _Counted, driving: SourceTable, note: Step) -> Step:
    """The join of a table that is put together first."""
    condition = f"{each.table.name}.{each.key} = {driving.name}.{each.key}"
    inside = f"grouped by {each.key} first"
    if each.other is not None:
        kind = "left joined" if each.keeps else "joined"
        inside = f"{kind} with {each.other.name} ({each.on}), {inside}"
    return replace(note, kind=StepKind.LEFT_JOIN, table=each.table.name, condition=f"{condition}; {inside}")


def _without_grain(step: Step, driving: SourceTable) -> list[Step]:
    """A note without sentences that only say that it has one row of each of the driving table, none missing."""
    if step.kind is not StepKind.NOTE:
        return [step]
    left = []
    for sentence in sentences_of(step.condition):
        each = _ONE_EACH.match(sentence.strip(" ."))
        said = each["table"] if each is not None else ""
        is_grain = each is not None and (not said or squashed(said) == squashed(driving.name))
        if not is_grain and not _ZERO.match(sentence.strip(" .")):
            left.append(sentence.strip(" ."))
    return [replace(step, condition=". ".join(left))] if left else []


def _column(column: ColumnMapping, counted: Sequence[_Counted], any_case: Sequence[str]) -> ColumnMapping:
    """A column of a counted table with its rule as SQL; as it is where a word of it is not understood."""
    named = {squashed(bare(ref.table)) for ref in column.sources if ref.table}
    rule = (column.rule_resolved or column.rule).strip()
    fitting = [each for each in counted if named and named <= {squashed(t.name) for t in each.tables}]
    if len(fitting) != 1 or not rule:
        return column
    (each,) = fitting
    sql = count_of(rule, column, each.tables, each.key, any_case)
    return replace(column, rule_resolved=sql) if sql else column
