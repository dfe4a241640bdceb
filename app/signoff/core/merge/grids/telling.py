"""The rows for each thing and period that a target's texts tell, and what of these texts is left to be followed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signoff.core.domain.expressions import quoted
from signoff.core.domain.spec import Schema, SourceColumn, SourceTable, Step, StepKind, TargetMapping
from signoff.core.merge.grids.grid import Grid, Span
from signoff.core.merge.grids.sentences import ends, says_nothing_more, tells_zeros, thing, told
from signoff.core.merge.likely.units import sentences_of
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_column, find_table, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.spelled_days import spelled_month, with_iso_days

_DAY = re.compile(r"^\d{4}-\d\d(?:-\d\d)?$")
_OWN = re.compile(r"^(?:its|their|the|his|her)?\s*(?:own\s+)?(?P<name>\w+)$", re.IGNORECASE)
_TAKE = re.compile(
    r"^(?:please\s+)?(?:take|use|read|get|count)\s+(?:the\s+|all\s+|these\s+|those\s+)?(?P<rows>\w+)\s+(?:from|in|of)\s+(?P<table>\w+)$",
    re.IGNORECASE,
)
_COUNTS_FOR = re.compile(
    r"^(?:an?\s+|the\s+|each\s+|every\s+)?(?P<rows>\w+?)s?\s+(?:counts?|belongs?|is\s+counted|are\s+counted|goes|go)\s+(?:for|to|under|at)\s+the\s+(?P<noun>\w+)"
    r"\s+of\s+(?:the\s+|its\s+|their\s+)(?P<via>\w+)(?:\s*[,(]\s*not\s+(?:for\s+|to\s+)?(?:the\s+)?[\w ']+!?\)?)?$",
    re.IGNORECASE,
)
_COUNTED_ON = re.compile(
    r"^(?:an?\s+|the\s+|each\s+|every\s+|all\s+)?(?P<rows>\w+?)s?\s+(?:is|are|counts?)\s+(?:counted\s+)?(?:in\s+full\s+)?(?:in|on|by)\s+(?:the\s+)?(?:month|day|week|date)\s+of\s+(?:the\s+|its\s+|their\s+)?(?P<day>\w+)$",
    re.IGNORECASE,
)
_COUNTED_WHEN = re.compile(
    r"^(?:an?\s+|the\s+|each\s+|every\s+|all\s+)?(?P<rows>\w+?)s?(?:\s*\([\w\s]+\))?\s+(?:is|are|counts?)\s+(?:counted\s+)?(?:in\s+full\s+)?(?:in|on|by)\s+"
    r"(?:the\s+)?(?:month|day|week|date)\s+(?:in|on)\s+which\s+(?:(?:the|it|they|its|their|was|were|an?)\s+)*(?:\w+\s+)?(?P<verb>\w+)"
    r"(?:\s*,?\s*(?:at|for|in)\s+(?:the|that)\s+(?P<noun>\w+)(?:\s+in\s+question)?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Told:
    """The rows, the note that tells of them, and the steps without what was read."""

    grid: Grid
    note: Step
    steps: tuple[Step, ...]


def told_grid(target: TargetMapping, schema: Schema) -> Told | None:
    """The rows for each thing and period that the notes of a target tell; None where they tell no such rows.

    Args:
        target: its notes and source cells.
        schema: the tables.
    """
    if any(s.section or s.kind is not StepKind.NOTE or s.table for s in target.steps):
        return None
    for note in target.steps:
        for sentence in sentences_of(note.condition):
            grid = _grid(sentence, target, schema)
            if grid is not None:
                return _beside(Told(grid, note, target.steps), sentence, schema)
    return None


def _grid(sentence: str, target: TargetMapping, schema: Schema) -> Grid | None:
    said = told(sentence)
    if said is None:
        return None
    words_of, unit, span = said
    around = ends(span) if span else None
    if around is None:
        return None
    if not words_of:
        made = _span(around, None, schema)
        return Grid(unit, made) if made is not None and not made.own and _fixed(made) else None
    named = thing(words_of)
    if named is None:
        return None
    noun, of, once = singular(named[0].casefold()), named[1], named[2]
    table = find_table(schema, of) if of else _table_of(noun, target, schema)
    if table is None or table.name.casefold() == target.name.casefold():
        return None
    made = _span(around, table, schema)
    if made is None:
        return None
    is_row = noun in {singular(w) for w in words(table.name)} and not (once and find_column(table, noun))
    column = "" if is_row else _value_column(noun, table)
    if (not is_row and not column) or (made.own and column) or (is_row and once):
        return None
    return Grid(unit, made, table, noun, column)


def _fixed(span: Span) -> bool:
    return all(end.startswith("date '") for end in (span.start, span.end))


def _table_of(noun: str, target: TargetMapping, schema: Schema) -> SourceTable | None:
    """The table whose column of that name the target takes over, or which is called so."""
    refs = [
        r.table for c in target.columns if noun in map(singular, words(c.name)) for r in c.sources if r.table
    ]
    tables = {t.name: t for name in refs if (t := find_table(schema, name)) is not None}
    return next(iter(tables.values())) if len(tables) == 1 else None


def _value_column(noun: str, table: SourceTable) -> str:
    exact = [c.name for c in table.columns if c.name.casefold() == noun]
    near = [c.name for c in table.columns if words(c.name) and singular(words(c.name)[0]) == noun]
    found = exact or near
    return found[0] if len(found) == 1 else ""


def _span(around: tuple[str, str], table: SourceTable | None, schema: Schema) -> Span | None:
    made = [_end(text, table) for text in around]
    if None in made:
        return None
    (start, own), (end, own_too) = (each for each in made if each is not None)
    return Span(start, end, own) if own is own_too else None


def _end(said: str, table: SourceTable | None) -> tuple[str, bool] | None:
    """One end of the span as SQL, and whether it is a day of each thing's own."""
    text = said.strip(" .,()")
    iso = (spelled_month(text) or with_iso_days(text)).strip()
    if _DAY.match(iso):
        return f"date '{iso if iso.count('-') == 2 else f'{iso}-01'}'", False
    own = _OWN.match(text)
    column = find_column(table, own["name"]) if own is not None and table is not None else None
    if column is not None and is_day_column(column):
        return quoted(column.name), True
    return None


def is_day_column(column: SourceColumn) -> bool:
    """Whether a column holds days or moments."""
    return column.type.upper().startswith(("DATE", "TIMESTAMP"))


def _beside(found: Told, sentence: str, schema: Schema) -> Told:
    """With what the other sentences say of the same rows; those that say anything else stay notes."""
    grid = found.grid
    days, ways, zeros = dict(grid.days), dict(grid.ways), grid.zeros
    steps: list[Step] = []
    for step in found.steps:
        left = []
        for each in sentences_of(step.condition):
            if each == sentence or says_nothing_more(each):
                zeros = zeros or tells_zeros(each)
                continue
            if not _is_hint(each.strip(" .;!"), grid, schema, days, ways):
                left.append(each)
        same = len(left) == len(sentences_of(step.condition))
        steps += [step] if same else [replace(step, condition=". ".join(left))] if left else []
    note = next(s for s in found.steps if sentence in sentences_of(s.condition))
    return Told(replace(grid, zeros=zeros, days=days, ways=ways), note, tuple(steps))


def _is_hint(text: str, grid: Grid, schema: Schema, days: dict[str, str], ways: dict[str, str]) -> bool:
    """Take up a sentence that says to which thing or period rows of a table belong."""
    if (take := _TAKE.match(text)) is not None:
        return find_table(schema, take["table"]) is not None
    counts = _COUNTS_FOR.match(text)
    if counts is not None and grid.table is not None and singular(counts["noun"].casefold()) == grid.noun:
        tables = list(_called(counts["rows"], schema))
        via = list(_called(counts["via"], schema))
        if grid.table in via:
            ways.update({t.name: grid.table.name for t in tables})
            return bool(tables)
    on = _COUNTED_ON.match(text)
    if on is not None:
        tables = [
            t for t in schema.tables if (c := find_column(t, on["day"])) is not None and is_day_column(c)
        ]
        days.update({t.name: on["day"] for t in tables})
        return bool(tables)
    when = _COUNTED_WHEN.match(text)
    if when is None or (when["noun"] and singular(when["noun"].casefold()) != grid.noun):
        return False
    for table in _called(when["rows"], schema):
        days_there = [c for c in table.columns if is_day_column(c)]
        called = [c for c in days_there if any(_is_verb_of(when["verb"], w) for w in words(c.name))]
        if len(called) == 1:
            days[table.name] = called[0].name
            return True
    return False


def _is_verb_of(verb: str, word: str) -> bool:
    """Whether a verb is that of a column's word: ``arrived`` of arrival, ``paid`` of paid_on."""
    return stem(verb) == stem(word) or (len(word) > 5 and verb[:5].casefold() == word[:5])


def _called(noun: str, schema: Schema) -> Iterator[SourceTable]:
    """The tables that a noun may call."""
    wanted = singular(noun.casefold())
    yield from (t for t in schema.tables if wanted in {singular(w) for w in words(t.name)})
