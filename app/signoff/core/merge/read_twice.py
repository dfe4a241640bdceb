"""Tables whose rows count once for each of two days: ``source is ticket, once by opened_at and once by closed_at``.

Each row stands for two things that happened, each at its day; rows are put together by a key and the period of the day.
Only the key is read beside them, so that no other value is counted twice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import Expression, Origin, quoted
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import CarriedColumn, JoinKind, Relation, SectionPlan
from signoff.core.domain.spec import (
    ColumnMapping,
    Schema,
    SourceColumn,
    SourceRef,
    SourceTable,
    Step,
    StepKind,
    TargetMapping,
)
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import bare, find_column, find_table, words
from signoff.core.merge.sectiondraft import SectionDraft

_T = r"(?P<table>[A-Za-z_]\w*)"
_BY = r"(?:by|for|per|on|with|at)\s+(?:its\s+|the\s+)?"
_TWICE = rf"{_BY}(?P<one>[A-Za-z_]\w*)\s*,?\s+and\s+(?:once\s+|again\s+)?{_BY}(?P<two>[A-Za-z_]\w*)"
_SHAPES = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:the\s+)?(?:source|driving\s+table|base(?:\s+table)?)\s*(?:is|:|=)\s*{_T}\s*,\s*once\s+{_TWICE}",
        rf"(?:it\s+|this\s+|rows?\s+)?(?:starts?|comes?|come|built)?\s*from\s+{_T}\s*,?\s*(?:twice\s*[:,]\s*(?:once\s+)?|once\s+){_TWICE}",
        rf"{_T}\s+(?:is|gets)\s+(?:read|taken|used|counted)\s+twice\s*[:,]\s*(?:once\s+)?{_TWICE}",
    )
)
_GRAIN = re.compile(
    r"^(?:exactly\s+)?(?:one|1|a)\s+row\s+(?:per|for\s+each|for\s+every)\s+(?P<key>[A-Za-z_]\w*)\s*(?:,|and|,\s*and)\s+(?:calendar\s+)?"
    r"(?P<unit>month|day|week|quarter|year)(?P<held>\s+(?:in|on|for|with)\s+which\s+.+)?$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^\s*(?:in|on|for|with)\s+which\s+(?:at\s+least\s+one|any|one\s+or\s+more)\s+(?:of\s+(?:its|the)\s+)?[a-z]+\s+(?:was|were|is|are|got)\s+"
    r"(?P<one>[a-z]+)\s+(?:or|and/or)\s+(?P<two>[a-z]+)$",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[\w)])[.;]\s+|\s*\n\s*")
_COUNT = re.compile(
    r"^(?:(?:the\s+)?(?:number|count)\s+of\s+)?(?P<what>[a-z]+(?:\s[a-z]+)?)\s+(?:that\s+(?:were|was)\s+)?(?P<verb>[a-z]+)\s+(?:in|on|during|within)\s+"
    r"(?:the|that|this)\s+(?:calendar\s+)?(?P<unit>month|day|week|quarter|year)(?:\s*[,;]\s*(?:0|zero)\s+(?:if|when|where)\s+(?:there\s+(?:is|are)\s+)?none)?$",
    re.IGNORECASE,
)
_AT, _WHICH = "happened_at", "happened"


@dataclass(frozen=True)
class _Twice:
    table: SourceTable
    one: SourceColumn
    two: SourceColumn


def _read(text: str, schema: Schema) -> _Twice | None:
    """The table and its two days; None for every other text."""
    plain = " ".join(text.split()).strip(" .;")
    match = next((m for shape in _SHAPES if (m := shape.match(plain)) is not None), None)
    table = find_table(schema, match["table"]) if match is not None else None
    if match is None or table is None:
        return None
    one, two = find_column(table, match["one"]), find_column(table, match["two"])
    dated = all(c is not None and c.type.upper().startswith(("DATE", "TIMESTAMP")) for c in (one, two))
    taken = any(find_column(table, name) is not None for name in (_AT, _WHICH))
    if one is None or two is None or not dated or one is two or taken:
        return None
    return _Twice(table, one, two)


def with_read_twice(target: TargetMapping, schema: Schema) -> TargetMapping:
    """The target with such a text as its driving table and its grain as a grouping; else unchanged."""
    if any(s.kind is StepKind.DRIVING for s in target.steps):
        return target
    notes = [s for s in target.steps if s.kind is StepKind.NOTE]
    pairs = [(s, text) for s in notes for text in _SENTENCES.split(s.condition) if text.strip()]
    twice = [(s, text, found) for s, text in pairs if (found := _read(text, schema)) is not None]
    grains = [(s, text, m) for s, text in pairs if (m := _GRAIN.match(text.strip(" ."))) is not None]
    if len(twice) != 1 or len(grains) != 1:
        return target
    (note, said, found), (grain, told, match) = twice[0], grains[0]
    keys = _keys(match, found, target)
    if not keys:
        return target
    steps: list[Step] = [
        replace(note, kind=StepKind.DRIVING, table=found.table.name, condition=said.strip(" .")),
        replace(grain, kind=StepKind.GROUP_BY, condition=", ".join(keys), table=""),
    ]
    for step in target.steps:
        if step not in (note, grain):
            steps.append(step)
            continue
        left = [t for t in _SENTENCES.split(step.condition) if t.strip() and t not in (said, told)]
        steps += [replace(step, condition=". ".join(left))] if left else []
    return replace(target, steps=tuple(steps))


def _keys(grain: re.Match[str], found: _Twice, target: TargetMapping) -> list[str]:
    """The target's columns that rows are put together by: the key, and the period of both days."""
    held = _HELD.match(grain["held"]) if grain["held"] else None
    if grain["held"] and (held is None or not _are_told({held["one"], held["two"]}, found)):
        return []
    own = [c.name for c in target.columns if len(c.sources) == 1 and _is_key(c, grain["key"], found.table)]
    both = [c.name for c in target.columns if _reads_both(c, found) and grain["unit"].lower() in _words_of(c)]
    return [own[0], both[0]] if len(own) == 1 and len(both) == 1 else []


def _are_told(verbs: set[str], found: _Twice) -> bool:
    days = [found.one, found.two]
    return all(sum(_is_of(verb, day.name) for day in days) == 1 for verb in verbs) and len(verbs) == 2


def _is_of(verb: str, column: str) -> bool:
    return verb.casefold() in {word.casefold() for word in words(column)}


def _is_key(column: ColumnMapping, noun: str, table: SourceTable) -> bool:
    ref = column.sources[0]
    return squashed(bare(ref.table)) == squashed(table.name) and squashed(noun) in (
        squashed(column.name),
        squashed(ref.column),
    )


def _reads_both(column: ColumnMapping, found: _Twice) -> bool:
    return {squashed(ref.column) for ref in column.sources} == {
        squashed(found.one.name),
        squashed(found.two.name),
    }


def _words_of(column: ColumnMapping) -> set[str]:
    return {*words(column.name), *words(column.rule_resolved or column.rule)}


def add_read_twice(draft: SectionDraft, step: Step) -> bool:
    """Put such a table into a query as what happened to its rows; False where a step asks for none."""
    asked = step.kind is StepKind.DRIVING and not draft.relations and bool(step.condition)
    found = _read(step.condition, draft.schema) if asked else None
    if found is None:
        return False
    grouping = next((s for s in draft.target.steps if s.kind is StepKind.GROUP_BY), None)
    names = [squashed(n) for n in grouping.condition.split(",")] if grouping is not None else []
    keys = [c for c in draft.target.columns if squashed(c.name) in names and len(c.sources) == 1]
    held = [column for c in keys if (column := find_column(found.table, c.sources[0].column)) is not None]
    kept = ", ".join(quoted(column.name) for column in held)
    parts = [
        f"select {kept}, cast({quoted(day.name)} as timestamp) as {_AT}, '{day.name}' as {_WHICH}\n"
        f"from {quoted(found.table.name)}\nwhere {quoted(day.name)} is not null"
        for day in (found.one, found.two)
    ]
    carries = (
        CarriedColumn(_AT, "TIMESTAMP"),
        CarriedColumn(_WHICH, "VARCHAR"),
        *(CarriedColumn(c.name, c.type, found.table.name, c.name) for c in held),
    )
    draft.relations.append(
        Relation(
            found.table.name,
            found.table.name,
            JoinKind.DRIVING,
            None,
            step.cell,
            subquery="\nunion all\n".join(parts),
            carries=carries,
            told=step.condition,
        )
    )
    return bool(held)


def _events(section: SectionPlan) -> Relation | None:
    first = section.relations[0] if section.relations else None
    if first is None or not section.group_by or [c.name for c in first.carries[:2]] != [_AT, _WHICH]:
        return None
    return first


def days_read(section: SectionPlan) -> tuple[str, ...]:
    """The two columns whose days count, where a section reads a table twice; empty elsewhere."""
    first = _events(section)
    return tuple(re.findall(rf", '([^']+)' as {_WHICH}\b", first.subquery)) if first is not None else ()


def with_event_source(mapping: ColumnMapping, section: SectionPlan) -> ColumnMapping:
    """The row over what happened: a period of both days is of the one that counts; counts of one need no source."""
    first = _events(section)
    if first is None:
        return mapping
    days = {squashed(day) for day in days_read(section)}
    is_key = any(key.column.casefold() == mapping.name.casefold() for key in section.group_by)
    if is_key and {squashed(ref.column) for ref in mapping.sources} == days:
        return replace(mapping, sources=(SourceRef(first.alias, _AT),))
    return replace(mapping, sources=()) if event_expression(mapping, section) is not None else mapping


def event_expression(mapping: ColumnMapping, section: SectionPlan) -> Expression | None:
    """How many rows something happened to in the period: of the day that the only source and the verb name."""
    first = _events(section)
    match = _COUNT.match(" ".join((mapping.rule_resolved or mapping.rule).split()).strip(" ."))
    if first is None or match is None or len(mapping.sources) != 1:
        return None
    ref = mapping.sources[0]
    day = next((d for d in days_read(section) if squashed(d) == squashed(ref.column)), "")
    said = [singular(word) for word in match["what"].casefold().split()]
    own = {singular(word) for word in words(first.table)}
    of_table = squashed(bare(ref.table)) == squashed(first.table)
    if not day or not of_table or not set(said) <= own or not _is_of(match["verb"], day):
        return None
    return Expression(event_count(section, day), Origin.PATTERN, "what happened")


def event_count(section: SectionPlan, day: str) -> str:
    """SQL of how many rows count by a day."""
    first = _events(section)
    return (
        f"count(case when {quoted(first.alias)}.{_WHICH} = '{day}' then 1 end)" if first is not None else ""
    )


def day_of(verb: str, days: Sequence[str]) -> str:
    """The one day that a verb names: ``opened`` of opened_at; empty for none or both."""
    found = [day for day in days if _is_of(verb, day)]
    return found[0] if len(found) == 1 else ""
