"""How one sentence that asks to change the rows of existing SQL is followed over the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.cells import Cell
from signoff.core.domain.known_names import squashed
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.changed_conditions import flagged, is_plainly, moved_bound, taken_in
from signoff.core.merge.changed_group_sizes import moved_group_size, standing_size
from signoff.core.merge.changed_joins import turned_join
from signoff.core.merge.changed_orders import OrderEdit
from signoff.core.merge.changed_picks import other_pick
from signoff.core.merge.changed_rows import ChangedRows, Way, without_times
from signoff.core.merge.changed_sources import other_source
from signoff.core.merge.defined_rows import is_defined
from signoff.core.merge.existence import in_column
from signoff.core.merge.existing import Place
from signoff.core.merge.filter_places import FilterPlace, condition_over, shown_relations
from signoff.core.merge.group_filters import counted_groups
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.lookuptexts import singular
from signoff.core.merge.names import find_table, words
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.row_orders import gives_order
from signoff.core.merge.selects import every_place
from signoff.core.merge.stated_joins import turned_in_words
from signoff.core.pipeline.row_file import RowFile

_NOW = "now"
"""The state of a step that a sentence asks for."""


@dataclass
class AskedChanges:
    """Edits that sentences ask for."""

    steps: list[Step] = field(default_factory=list)
    """Rows that go, as filters to be tried."""
    filters: list[FilterEdit] = field(default_factory=list)
    groups: list[FilterEdit] = field(default_factory=list)
    """Conditions on groups, to be tried."""
    joins: list[JoinEdit] = field(default_factory=list)
    picks: list[OrderEdit] = field(default_factory=list)
    open: list[tuple[str, Cell | None]] = field(default_factory=list)
    """Sentences that ask for a change and are not understood."""
    quiet: set[str] = field(default_factory=set)
    """Sentences that only tell to leave out rows, of texts that say nothing of a change."""
    otherwise: list[Step] = field(default_factory=list)
    """Joins that the document states otherwise than the file, and that nothing marks as changed."""
    of: dict[int, str] = field(default_factory=dict)
    """By the id of a step or of a condition on groups: its sentence."""


def follow(
    found: AskedChanges, file: RowFile, said: ChangedRows, nouns: frozenset[str], cell: Cell | None
) -> bool:
    """Take one sentence up; False where it is not understood over the file."""
    existing, schema = file.existing, file.schema
    if other_source(existing, without_times(said.text), schema) is not None:
        return True
    if (stated := turned_in_words(existing, without_times(said.text), nouns, schema)) is not None:
        found.joins.append(replace(stated, cell=cell))
        return True
    resized = moved_group_size(existing, without_times(said.text), schema)
    if resized is not None or said.way is Way.BOUND:
        return _kept(found, resized or moved_bound(existing, said, nouns), cell)
    if said.way is Way.PICK or gives_order(said.text):
        is_picked = _picked(found, file, said, nouns, cell)
        if is_picked or said.way is Way.PICK:
            return is_picked
    if said.way is Way.OPEN:
        return _stated_filter(found, file, said, cell)
    if said.way is Way.ONLY:
        return _only(found, file, said, nouns, cell)
    if said.way not in (Way.IN, Way.OUT):
        return False
    if (turned := turned_join(existing, said, nouns, schema)) is not None:
        found.joins.append(replace(turned, cell=cell))
        return True
    if said.tail and not _names_results(file, said.tail):
        return False
    if said.way is Way.IN:
        return _kept(found, taken_in(existing, said, nouns, schema, file.certain), cell)
    return _left_out(found, file, said, nouns, cell)


def _picked(
    found: AskedChanges, file: RowFile, said: ChangedRows, nouns: frozenset[str], cell: Cell | None
) -> bool:
    """Another one of several rows, or one of them where the file keeps all."""
    picked = other_pick(file.existing, said.rows or without_times(said.text), nouns, file.schema)
    if isinstance(picked, OrderEdit):
        found.picks.append(replace(picked, cell=cell))
    elif picked is not None:
        found.filters.append(replace(picked, cell=cell))
    return picked is not None


_FILTER = re.compile(r"^(?:(?P<table>\w+)\s*:\s*)(?P<what>.+)$", re.DOTALL)


_BARE_FILTER = re.compile(
    r"^(?:(?:(?:only\s+)?(?:rows?|records?|lines?|those)\s+)?(?:only\s+)?where\s+|filter(?:\s+(?:on|by|to))?\s*:?\s+)?"
    r"(?P<what>[\w.]+\s*(?:=|<>|!=|>=|<=|>|<|\bis\s+(?:not\s+)?(?:null|true|false)\b|\b(?:not\s+)?in\s*\().*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A condition of which a text says no more than that rows hold it."""


def _stated_filter(found: AskedChanges, file: RowFile, said: ChangedRows, cell: Cell | None) -> bool:
    """A condition by itself, or behind the table whose rows it is about: ``stg_bills: is_deleted is not true``."""
    told = _FILTER.match(said.text)
    table = find_table(file.schema, told["table"]) if told is not None else None
    bare = _BARE_FILTER.match(without_times(said.text)) if table is None else None
    if bare is None and (told is None or table is None):
        return False
    name, what = file.target.name, bare["what"] if bare is not None else said.text.partition(":")[2].strip()
    step = Step(
        name, 0, StepKind.FILTER, table=table.name if table else "", condition=what, cell=cell, state=_NOW
    )
    if table is not None:
        places = [[Relation(table.name, table.name, JoinKind.DRIVING)]]
    else:
        places = [list(shown_relations(file.existing, p, file.schema)) for p in every_place(file.existing)]
    if not any(condition_over(each, step, file.schema, file.certain) for each in places):
        return False
    found.steps.append(step)
    found.of[id(step)] = said.text
    return True


_EXPLAINED = re.compile(
    r"^(?P<rows>[^()]+?)\s*\((?:i\.e\.,?\s*)?(?P<what>[^()]*[=<>][^()]*)\)$", re.IGNORECASE
)
"""Rows, and in brackets the condition that says the same."""
_OF_NOUN = re.compile(r"^(?:the\s+)?[a-z]+\s+(?=\w+_\w+\s*(?:[=<>]|is\b))", re.IGNORECASE)


def _only(
    found: AskedChanges, file: RowFile, said: ChangedRows, nouns: frozenset[str], cell: Cell | None
) -> bool:
    """``only transactions with status AUTHORISED``: a condition that some SELECT of the file has the columns for."""
    rows = replace(said, rows=said.rows[len("only ") :])
    told = _EXPLAINED.match(rows.rows)
    if told is not None:
        own = replace(rows, rows=told["rows"], what=_OF_NOUN.sub("", told["what"]))
        if any(_is_said(file, own, nouns, place) for place in every_place(file.existing)):
            said, rows = replace(said, rows=f"only rows where {own.what}"), own
    step = Step(
        *(file.target.name, 0, StepKind.FILTER),
        table=table_of(file, rows),
        condition=said.rows,
        cell=cell,
        state=_NOW,
    )
    relations = (shown_relations(file.existing, place, file.schema) for place in every_place(file.existing))
    if not any(condition_over(each, step, file.schema, file.certain) for each in relations):
        return False
    found.steps.append(step)
    found.of[id(step)] = said.text
    return True


def _kept(found: AskedChanges, place: FilterPlace | None, cell: Cell | None) -> bool:
    if place is not None:
        found.filters.append(FilterEdit(place.sql, place.plain, cell=cell, place=place.place))
    return place is not None


def _names_results(file: RowFile, tail: str) -> bool:
    """Whether what stands behind a sentence only names columns of the result that it holds for."""
    glue = {"neither", "nor", "in", "and", "or", "either", "both", "of", "for"}
    names = {squashed(column.name) for column in file.target.columns}
    words = [w for w in tail.replace(",", " ").split() if w.lower() not in glue]
    return bool(words) and all(squashed(word) in names for word in words)


def _left_out(
    found: AskedChanges, file: RowFile, said: ChangedRows, nouns: frozenset[str], cell: Cell | None
) -> bool:
    """Rows that go: groups of a size, or rows of a condition."""
    said = _without_table(file, said)
    text = f"leave out {said.rows}"
    flag = (
        flagged(said.rows, nouns, find_table(file.schema, table_of(file, said) or " "))
        if not said.what
        else ""
    )
    if flag:
        text = f"leave out rows where {flag} is true"
    if said.what:
        is_said = any(_is_said(file, said, nouns, place) for place in every_place(file.existing))
        if not is_said and not any(listed_places(file, said.what)):
            return False
        text = f"leave out rows where {said.what}"
    for place in every_place(file.existing):
        relations = shown_relations(file.existing, place, file.schema)
        counted = counted_groups(text, relations, cell) if place.select.group and not said.what else None
        if counted is not None:
            standing = standing_size(existing=file.existing, place=place, size=counted.sql)
            if standing:  # the number from now on takes the place of the one so far
                found.filters.append(FilterEdit(counted.sql, standing, cell=cell, place=place))
                return True
            edit = FilterEdit(counted.sql, cell=cell, place=place, clause=TokenType.HAVING)
            found.groups.append(edit)
            found.of[id(edit)] = said.text
            return True
    step = Step(
        file.target.name,
        0,
        StepKind.FILTER,
        table=table_of(file, said),
        condition=text,
        cell=cell,
        state=_NOW,
    )
    found.steps.append(step)
    found.of[id(step)] = said.text
    return True


_IN_TABLE = re.compile(
    r"^(?P<rows>\S.*\s\S+)\s+(?:in|of|from)\s+(?:the\s+table\s+)?(?P<table>[\w.]+)$", re.IGNORECASE
)


def _without_table(file: RowFile, said: ChangedRows) -> ChangedRows:
    """A sentence whose rows end with the only table that the file reads under that name, without it."""
    told = _IN_TABLE.match(said.rows)
    table = find_table(file.schema, told["table"]) if told is not None else None
    if told is None or table is None or said.what or squashed(told["table"]) != squashed(table.name):
        return said
    return replace(said, rows=told["rows"], table=table.name)


def listed_places(file: RowFile, what: str) -> Iterator[FilterPlace]:
    """The SELECTs over which a condition can be said that a column of another table has their values, outermost first.

    `table` is that other table.
    """
    for place in reversed(list(every_place(file.existing))):
        relations = list(shown_relations(file.existing, place, file.schema))
        found = in_column(what, what, relations, file.schema, None) if relations else None
        if found is not None:
            yield FilterPlace(place, found[0].sql, found[1], "")


def _is_said(file: RowFile, said: ChangedRows, nouns: frozenset[str], place: Place) -> bool:
    """Whether the words before a condition in brackets say nothing but it."""
    relations = shown_relations(file.existing, place, file.schema)
    step = Step("", 0, StepKind.FILTER, condition=said.what)
    read = condition_over(relations, step, file.schema, file.certain)
    if read is None:
        return False
    return is_plainly(said.rows, nouns, read.sql) or is_defined(said.rows, said.what, file.schema)


def table_of(file: RowFile, said: ChangedRows) -> str:
    """The only table whose rows a sentence names, by its noun or its name; empty where there is none such."""
    if said.table:
        return said.table
    head = said.rows.lower()
    for word in (
        " whose ",
        " where ",
        " of ",
        " in ",
        " with ",
        " from ",
        " for ",
        " by ",
        " that ",
        " which ",
    ):
        head = head.partition(word)[0]
    noun = _noun(head)
    tables = {
        table.name
        for place in every_place(file.existing)
        for shape in place.select.tables
        if (table := find_table(file.schema, shape.name)) is not None
        and shape.name
        and place.query_of(shape) is None
    }
    fitting = [name for name in tables if noun and _noun(name) == noun]
    return fitting[0] if len(fitting) == 1 else ""


def _noun(text: str) -> str:
    """The last word in the singular."""
    return next((singular(word) for word in reversed(words(text))), "")
