"""The kind of a join of existing SQL as a document states it: in a sentence on the join, or in its list of joins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.plan import JoinKind
from signoff.core.domain.spec import ColumnMapping, Role, Schema, Step, StepKind
from signoff.core.merge.changed_joins import partner_lacking, turned_join
from signoff.core.merge.changed_rows import Way, changed_rows
from signoff.core.merge.existing import ExistingSql, Place
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.lineage import keeps_rows, table_outputs
from signoff.core.merge.markwords import state_in
from signoff.core.merge.names import find_table, plain_words, table_and_alias
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import TableShape
from signoff.core.merge.sqlparts import columns_of, parsed

_KIND = r"(?:an?\s+|the\s+)?(?P<{}>left|inner)(?:\s+outer)?(?:\s+join)?"
_OF = r"(?:to|of|with|on|for)\s+(?:the\s+)?(?:table\s+)?(?P<table>\w+)"
_SO = r"(?:(?:\s*[,;]?\s*(?:so\s+that|so|therefore|which\s+means\s+that|i\.e\.|that\s+is)\s+|\s*[,;:]\s+)(?P<so>.+))?"
_TURNS = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:the\s+)?(?:(?P<was>left|inner)\s+(?:outer\s+)?)?join\s+{_OF}\s+(?:becomes|turns\s+into|changes\s+to|is|is\s+changed\s+to"
        rf"|is\s+replaced\s+by)\s+{_KIND.format('now')}{_SO}",
        rf"(?:the\s+)?(?P<table>\w+)\s+(?:is|are|gets?|(?:must|should|has\s+to|is\s+to)\s+be)\s+(?:joined|linked|matched|read|looked\s+up)"
        rf"\s+(?:by|with|through|as|using|via|over|in)\s+{_KIND.format('now')}"
        rf"(?:\s+(?:on|by|via|over)\s+(?P<on>[\w.]+(?:\s*=\s*[\w.]+)?))?"
        rf"(?:\s+(?:instead\s+of|rather\s+than|not)\s+{_KIND.format('was')})?{_SO}",
        rf"(?:an?\s+|the\s+)?(?P<now>left|inner)(?:\s+outer)?\s+join\s+{_OF}{_SO}",
        rf"join\s+{_OF}\s*:\s*{_KIND.format('now')}{_SO}",
        rf"{_KIND.format('now')}\s+(?:instead\s+of|rather\s+than|in\s+place\s+of)\s+{_KIND.format('was')}\s+{_OF}{_SO}",
    )
)
_CELL = re.compile(
    r"^\s*(?P<kind>left|inner)(?:\s+outer)?\s+join\s*(?:on\s+(?P<on>[\w.\s=]+))?$", re.IGNORECASE
)
_KINDS = {StepKind.INNER_JOIN: JoinKind.INNER, StepKind.LEFT_JOIN: JoinKind.LEFT}


@dataclass(frozen=True)
class StatedJoin:
    """A join that a document states otherwise than the file has it."""

    step: Step
    edit: JoinEdit | None
    """None where the document compares other columns too, or the file joins the table more than once."""


def turned_in_words(
    existing: ExistingSql, text: str, nouns: frozenset[str], schema: Schema
) -> JoinEdit | None:
    """The join that a sentence says is to be of another kind; None where it says anything else.

    Args:
        existing: the file.
        text: such as ``the left join to stg_posts becomes an inner join``.
        nouns: words for rows, of `changed_conditions.file_words`.
        schema: tables the file reads.
    """
    told = next((m for shape in _TURNS if (m := shape.match(text)) is not None), None)
    found = _joins(existing, told["table"], schema) if told is not None else []
    if told is None or len(found) != 1:
        return None
    place, table = found[0]
    now, was = JoinKind(told["now"].lower()), (told.groupdict().get("was") or "").lower()
    on = told.groupdict().get("on") or ""
    if on and not _compares_same(existing, table, on):
        return None
    if table.join == now.value or table.join not in ("left", "inner") or was not in ("", table.join):
        return None
    made = JoinEdit(table.alias, "", now, place=place)
    return made if not told["so"] or _follows(existing, told, made, nouns, schema) else None


def _follows(
    existing: ExistingSql, told: re.Match[str], made: JoinEdit, nouns: frozenset[str], schema: Schema
) -> bool:
    """Whether what is said to come of it is just that: rows without a partner come in, or go."""
    said = changed_rows(told["so"])
    if len(said) == 1 and said[0].way is Way.STAY:
        said = changed_rows(f"{told['so']} now")
    if len(said) != 1 or said[0].way not in (Way.IN, Way.OUT):
        return False
    own = turned_join(existing, said[0], nouns, schema)
    if own is not None:
        return replace(own, place=made.place) == made
    whom = partner_lacking(said[0], nouns)
    wanted = Way.OUT if made.kind is JoinKind.INNER else Way.IN
    return bool(whom) and said[0].way is wanted and set(whom) <= set(plain_words(told["table"]))


def stated_joins(existing: ExistingSql, steps: Sequence[Step], schema: Schema) -> Iterator[StatedJoin]:
    """Joins of a document's list whose kind the file has otherwise."""
    for step in steps:
        kind = _KINDS.get(step.kind)
        written, _alias = table_and_alias(schema, step.table) if step.table else ("", "")
        found = _joins(existing, written, schema) if kind is not None and written else []
        others = {table.join for _place, table in found}
        if kind is None or not found or kind.value in others or not others <= {"left", "inner"}:
            continue
        place, table = found[0]
        sure = len(found) == 1 and _compares_same(existing, table, step.condition)
        yield StatedJoin(step, JoinEdit(table.alias, "", kind, place=place, cell=step.cell) if sure else None)


def joins_in_cells(columns: Sequence[ColumnMapping]) -> Iterator[Step]:
    """The joins that stand in cells beside columns, each as a step; marked where its column is, as changed."""
    for column in columns:
        told = _CELL.match(column.join)
        tables = {ref.table for ref in column.sources if ref.table} | set(column.source_tables)
        if told is None or len(tables) != 1:
            continue
        kind = StepKind.INNER_JOIN if told["kind"].lower() == "inner" else StepKind.LEFT_JOIN
        state = column.state if column.state and state_in(column.state) is MandateState.CHANGED else ""
        cell = column.cell_of(Role.JOIN) or column.cell
        yield Step(column.target, 0, kind, "", tables.pop(), "", told["on"] or "", cell, state)


def _compares_same(existing: ExistingSql, table: TableShape, condition: str) -> bool:
    """Whether a text names no other columns than a join of the file compares."""
    tree = parsed(existing.condition_of(table.on)) if table.on is not None else None
    own = {c.name.casefold() for c in columns_of(tree)} if tree is not None else set()
    said = {word.casefold() for word in re.findall(r"(?<=\.)\w+|^\s*\w+\s*$", condition)}
    return not condition.strip() or (bool(said) and {w.strip() for w in said} <= own)


def _joins(existing: ExistingSql, name: str, schema: Schema) -> list[tuple[Place, TableShape]]:
    """Every join of the file to a table, or to a query that only shows columns of it."""
    known = find_table(schema, name)
    letters = squashed(known.name if known is not None else name)
    found = []
    for place in every_place(existing):
        for table in place.select.tables:
            origins = {squashed(o.table) for o in table_outputs(existing, place, table, schema) if o.table}
            if table.on is not None and (origins == {letters} or squashed(table.alias) == letters):
                found.append((place, table))
    return found or _joins_of_rows(existing, letters, schema)


def _joins_of_rows(existing: ExistingSql, letters: str, schema: Schema) -> list[tuple[Place, TableShape]]:
    """Every join to a query that gives the rows of a table, each once, with what it looks up beside them."""
    found = []
    for place in every_place(existing):
        for table in place.select.tables:
            query = place.query_of(table) if table.on is not None else None
            if query is None or len(query.parts) != 1 or not keeps_rows(existing, query.parts[0]):
                continue
            inner = query.parts[0]
            first, *others = inner.select.tables
            outputs = table_outputs(existing, inner, first, schema)
            is_driving = {squashed(o.table) for o in outputs if o.table} == {letters}
            if is_driving and all(each.join == "left" for each in others):
                found.append((place, table))
    return found
