"""Rows of one table for each thing of another, from the thing's own beginning on: one for each month since it started.

``Per customer: all rows of months with month_start >= the customer's first order_month`` starts from the things, each
with its beginning, and joins the rows of the other table that lie behind it. What happens in each of them is joined
in the next sentence: ``LEFT JOIN orders again ON …``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import CarriedColumn, Condition, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import ColumnMapping, Schema, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.names import find_column, find_table, unique_alias, words
from signoff.core.merge.sectiondraft import SectionDraft

_CODES = frozenset({"id", "no", "nr", "number", "key", "code", "cd"})
_EARLY = r"first|earliest|oldest|minimum|min|lowest|smallest"
_LATE = r"last|latest|newest|maximum|max|highest|largest"
_NOUN = r"[A-Za-z_]\w*"
_ROWS = r"(?:rows?|records?|entries|lines?|months?|days?|weeks?|dates?|periods?|quarters?|years?|members?|values?)"
_PER = (
    rf"(?:per|for\s+(?:each|every)|(?:each|every)\s+(?={_NOUN}\s+(?:gets"
    rf"|has)))\s+(?P<per>{_NOUN})\s*[,:]?\s*(?:(?:we\s+)?(?:take|gets?|has)\s+)?"
)
_ALL = (
    rf"(?:all(?:\s+(?:the|those))?|every|each|the)\s+(?:{_ROWS}\s+(?:of|in"
    rf"|from)\s+(?:the\s+(?:table\s+)?)?)?(?P<table>{_NOUN})"
)
_WITH = r"\s*,?\s*(?:with|where|whose|that\s+have|which\s+have|having|for\s+which)\s+(?:the\s+|an?\s+)?"
_SIGN = (
    r"(?P<sign>>=|>|<=|<|(?:is\s+|lies\s+)?(?:(?:on|at|in)\s+or\s+(?:after|behind|before)|not\s+(?:before|after)|after|before|from"
    r"|at\s+least|at\s+most|starting\s+(?:with|at|from)|beginning\s+(?:with|at|from)))"
)
_START = (
    rf"(?:the\s+|its\s+|their\s+|(?:that|this)\s+)?(?:(?P<owner>{_NOUN})(?:'s|’s|s')\s+)?(?P<which>{_EARLY}|{_LATE})\s+(?P<start>{_NOUN})"
    rf"(?:\s+of\s+(?:the|that|this)\s+(?P<of>{_NOUN}))?"
)
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (rf"{_PER}{_ALL}{_WITH}(?P<column>[\w.]+)\s*{_SIGN}\s+{_START}(?:\s+on(?:wards?)?)?",)
)
_AGAIN = re.compile(
    rf"^(?:then\s+|and\s+|after(?:wards|\s+that)\s+)?(?P<kind>left|inner)(?:\s+outer)?\s+join\s+(?P<table>{_NOUN})\s+"
    rf"(?:again|once\s+(?:more|again)|a\s+second\s+time|another\s+time)(?:\s+as\s+(?P<alias>{_NOUN}))?\s+on\s+(?P<on>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(r"^\s*joins?\s*:\s*", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[\w)])[.;]\s+|\s*\n\s*")
_RULE = re.compile(
    rf"^(?:the\s+)?(?P<which>{_EARLY}|{_LATE})\s+(?P<start>{_NOUN})(?:\s+(?:of|per|for)\s+(?:the\s+|each\s+)?(?P<per>{_NOUN}))?$",
    re.IGNORECASE,
)
_SIGNS = {"at least": ">=", "at most": "<=", "after": ">", "before": "<"}


@dataclass(frozen=True)
class RowsFromStart:
    """What a text asks for: a thing, the rows each gets, and where they begin."""

    per: str
    table: str
    column: str
    sign: str
    which: str
    """``min`` or ``max`` of `start`."""
    start: str


def read_rows_from_start(text: str) -> RowsFromStart | None:
    """The rows a text asks for; None unless the whole of it is understood."""
    plain = " ".join(_LABEL.sub("", text).split()).strip(" .;")
    match = next((m for m in (shape.match(plain) for shape in _SHAPES) if m is not None), None)
    if match is None:
        return None
    owners = [o for o in (match["owner"], match["of"]) if o]
    if any(squashed(o) != squashed(match["per"]) for o in owners):
        return None
    sign = _sign(match["sign"])
    which = "min" if re.fullmatch(_EARLY, match["which"], re.IGNORECASE) else "max"
    return RowsFromStart(match["per"], match["table"], match["column"], sign, which, match["start"])


def _sign(said: str) -> str:
    plain = re.sub(r"^(?:is|lies)\s+", "", " ".join(said.casefold().split()))
    if plain in (">=", ">", "<=", "<"):
        return plain
    if plain in _SIGNS:
        return _SIGNS[plain]
    return "<=" if plain.endswith("or before") or plain == "not after" else ">="


def with_rows_from_start(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such a text beside its driving table, and the joins behind it as steps; else unchanged."""
    driving = [s for s in target.steps if s.kind is StepKind.DRIVING]
    table = find_table(schema, driving[0].table) if len(driving) == 1 and not driving[0].condition else None
    told = (
        [(s, _told(s.condition, table, schema)) for s in target.steps if s.kind is StepKind.NOTE]
        if table
        else []
    )
    found = [(s, sentences) for s, sentences in told if sentences]
    if len(found) != 1:
        return target
    note, (first, *others) = found[0]
    steps: list[Step] = []
    for step in target.steps:
        if step is driving[0]:
            steps.append(replace(step, condition=first))
        elif step is note:
            steps += [_joined_again(text, note) for text in others]
        else:
            steps.append(step)
    return replace(target, steps=tuple(steps))


def _told(text: str, table: SourceTable | None, schema: Schema) -> list[str]:
    """The sentences of a text that asks for such rows and joins, and does nothing else; empty for any other."""
    sentences = [s.strip() for s in _SENTENCES.split(_LABEL.sub("", text)) if s.strip()]
    rows = read_rows_from_start(sentences[0]) if sentences else None
    if rows is None or table is None or _parts(rows, table, schema) is None:
        return []
    return sentences if all(_AGAIN.match(s.rstrip(" .")) for s in sentences[1:]) else []


def _joined_again(text: str, note: Step) -> Step:
    match = _AGAIN.match(text.rstrip(" ."))
    assert match is not None
    kind = StepKind.LEFT_JOIN if match["kind"].lower() == "left" else StepKind.INNER_JOIN
    alias = match["alias"] or f"{match['table']}_again"
    return replace(note, kind=kind, table=match["table"], alias=alias, condition=match["on"])


@dataclass(frozen=True)
class _Parts:
    key: str
    key_type: str
    start: str
    start_type: str
    other: SourceTable
    column: str


def _parts(rows: RowsFromStart, table: SourceTable, schema: Schema) -> _Parts | None:
    """What the words of a text are in the tables; None where one of them is not found, or several fit."""
    keys = [c for c in table.columns if _is_key_of(c.name, rows.per)]
    start = find_column(table, rows.start)
    other = find_table(schema, rows.table)
    place, _, name = rows.column.rpartition(".")
    column = find_column(other, name) if other is not None else None
    is_placed = other is not None and (not place or squashed(place) == squashed(other.name))
    if len(keys) != 1 or start is None or other is None or column is None or not is_placed or other is table:
        return None
    return _Parts(keys[0].name, keys[0].type, start.name, start.type, other, column.name)


def _is_key_of(name: str, noun: str) -> bool:
    said, wanted = words(name), words(noun)
    return said == wanted or (
        said[: len(wanted)] == wanted and len(said) == len(wanted) + 1 and said[-1] in _CODES
    )


def add_rows_from_start(draft: SectionDraft, step: Step) -> bool:
    """Put the things with their beginnings, and the rows each gets, into a query; False where a step asks for none."""
    rows = (
        read_rows_from_start(step.condition)
        if step.kind is StepKind.DRIVING and not draft.relations
        else None
    )
    table = find_table(draft.schema, step.table) if rows is not None else None
    parts = _parts(rows, table, draft.schema) if rows is not None and table is not None else None
    if rows is None or table is None or parts is None:
        return False
    alias = unique_alias(step.alias or f"{table.name}_from", ())
    begins = start_column(rows.which, parts.start)
    sql = (
        f"select\n    {quoted(parts.key)},\n    {rows.which}({quoted(parts.start)}) as {quoted(begins)}\n"
        f"from {quoted(table.name)}\ngroup by {quoted(parts.key)}"
    )
    carries = (
        CarriedColumn(begins, parts.start_type),
        CarriedColumn(parts.key, parts.key_type, table.name, parts.key),
    )
    draft.relations.append(
        Relation(
            table.name,
            alias,
            JoinKind.DRIVING,
            None,
            step.cell,
            subquery=sql,
            carries=carries,
            told=step.condition,
        )
    )
    other = unique_alias(parts.other.name, (alias,))
    on = f"{quoted(other)}.{quoted(parts.column)} {rows.sign} {quoted(alias)}.{quoted(begins)}"
    condition = Condition(step.condition, on, Origin.PATTERN, step.cell)
    draft.relations.append(Relation(parts.other.name, other, JoinKind.INNER, condition, step.cell))
    return True


def start_column(which: str, start: str) -> str:
    """The name under which each thing's beginning is carried."""
    return f"{'first' if which == 'min' else 'last'}_{start}"


def start_expression(mapping: ColumnMapping, section: SectionPlan) -> Expression | None:
    """The value of a column that shows each thing's beginning, over all its rows and not those joined again."""
    first = section.relations[0] if section.relations else None
    match = _RULE.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    if first is None or match is None or not _carries_start(first):
        return None
    which = "min" if re.fullmatch(_EARLY, match["which"], re.IGNORECASE) else "max"
    begins, key = first.carries
    is_of_table = all(squashed(ref.table) in ("", squashed(first.table)) for ref in mapping.sources)
    if squashed(begins.name) != squashed(start_column(which, match["start"])) or not is_of_table:
        return None
    if match["per"] and not _is_key_of(key.name, match["per"]):
        return None
    sql = f"{quoted(first.alias)}.{quoted(begins.name)}"
    return Expression(f"{which}({sql})" if section.group_by else sql, Origin.PATTERN, "rows from a start")


def _carries_start(relation: Relation) -> bool:
    rows = read_rows_from_start(relation.told) if relation.told and len(relation.carries) == 2 else None
    return rows is not None and not relation.carries[0].table


def starts_of(relations: Sequence[Relation]) -> bool:
    """Whether a query starts from things with their beginnings."""
    return bool(relations) and _carries_start(relations[0])
