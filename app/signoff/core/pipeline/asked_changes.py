"""What sentences around a grid ask to change of the rows of existing SQL, as edits; what is left open is said.

Rows that go become filter steps, tried as those are. Rows that come back, bounds that move, joins that turn and another
row of several are edits where the file has one place only that they can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlglot.tokenizer_core import TokenType

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.known_names import squashed
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.plan import JoinKind, Relation
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.asked_sayings import left_out
from signoff.core.merge.changed_conditions import file_words, flagged, is_plainly, moved_bound, taken_in
from signoff.core.merge.changed_joins import turned_join
from signoff.core.merge.changed_orders import OrderEdit
from signoff.core.merge.changed_picks import other_pick
from signoff.core.merge.changed_rows import ChangedRows, Way, asks_for_change, changed_rows, without_times
from signoff.core.merge.existing import Place
from signoff.core.merge.filter_places import FilterPlace, condition_over, shown_relations
from signoff.core.merge.group_filters import counted_groups
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.markwords import state_in
from signoff.core.merge.names import find_table, plain_words
from signoff.core.merge.readers import every_place
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.stated_joins import joins_in_cells, stated_joins, turned_in_words
from signoff.core.pipeline.revisions import asks_now
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
    otherwise: list[Step] = field(default_factory=list)
    """Joins that the document states otherwise than the file, and that nothing marks as changed."""
    of: dict[int, str] = field(default_factory=dict)
    """By the id of a step or of a condition on groups: its sentence."""


def asked_changes(file: RowFile) -> AskedChanges:
    """What notes and the description of a target ask to change of the file's rows.

    Args:
        file: the file beside its mapping.
    """
    found = AskedChanges()
    nouns = file_words(file.existing, file.schema, file.target.name)
    for text, cell in _texts(file):
        turned = turned_in_words(file.existing, without_times(text), nouns, file.schema)
        if turned is not None:
            found.joins.append(replace(turned, cell=cell))
            continue
        for said in changed_rows(text):
            if said.asks and not _follow(found, file, said, nouns, cell) and not _is_of_columns(file, said):
                found.open.append((said.text, cell))
    listed = (*file.target.steps, *joins_in_cells(file.target.columns))
    for stated in stated_joins(file.existing, listed, file.schema):
        if stated.edit is not None and _is_marked(file, stated.step):
            found.joins.append(stated.edit)
        elif stated.edit is None or stated.edit.kind not in {
            join.kind for join in found.joins if join.alias == stated.edit.alias
        }:
            found.otherwise.append(stated.step)
    found.joins = list({(j.alias.casefold(), j.kind): j for j in found.joins}.values())
    return found


def _is_marked(file: RowFile, step: Step) -> bool:
    state = state_in(step.state) if step.state.strip() else None
    return asks_now(step.state, file.target.columns) or state is MandateState.CHANGED


def open_changes(found: AskedChanges, file: RowFile) -> Iterator[Finding]:
    """A remark on each sentence that asks for a change which is not made."""
    for text, cell in dict.fromkeys(found.open):
        message = say("update.rows_not_followed", text=text)
        yield Finding("D202", Severity.ERROR, message, cell, file.target.name)
    for step in found.otherwise:
        message = say("update.join_otherwise", table=step.table, kind=step.kind.value)
        yield Finding("D250", Severity.WARNING, message, step.cell, file.target.name)


def _texts(file: RowFile) -> Iterator[tuple[str, Cell | None]]:
    """Lines around the grid that ask for a change and that no other reader of updates follows."""
    lines = [(s.condition, s.cell, s.state) for s in file.target.steps if s.kind is StepKind.NOTE]
    lines.append((file.target.description, file.target.cell, ""))
    for text, cell, state in lines:
        if text.strip() and (state or asks_for_change(text)) and not (state and left_out(text)):
            yield text, cell


def _is_of_columns(file: RowFile, said: ChangedRows) -> bool:
    """Whether a sentence that asks nothing of rows names a column that the document marks: its row says what."""
    if said.way is not Way.OPEN:
        return False
    words = set(said.text.replace(",", " ").replace("(", " ").replace(")", " ").split())
    return any(column.name in words and column.state for column in file.target.columns)


def _follow(
    found: AskedChanges, file: RowFile, said: ChangedRows, nouns: frozenset[str], cell: Cell | None
) -> bool:
    """Take one sentence up; False where it is not understood over the file."""
    existing, schema = file.existing, file.schema
    stated = turned_in_words(existing, without_times(said.text), nouns, schema)
    if stated is not None:
        found.joins.append(replace(stated, cell=cell))
        return True
    if said.way is Way.BOUND:
        return _kept(found, moved_bound(existing, said, nouns), cell)
    if said.way is Way.PICK:
        picked = other_pick(existing, said.rows, nouns, schema)
        if isinstance(picked, OrderEdit):
            found.picks.append(replace(picked, cell=cell))
        elif picked is not None:
            found.filters.append(replace(picked, cell=cell))
        return picked is not None
    if said.way is Way.OPEN:
        return _stated_filter(found, file, said, cell)
    if said.way not in (Way.IN, Way.OUT):
        return False
    turned = turned_join(existing, said, nouns, schema)
    if turned is not None:
        found.joins.append(replace(turned, cell=cell))
        return True
    if said.tail and not _names_results(file, said.tail):
        return False
    if said.way is Way.IN:
        return _kept(found, taken_in(existing, said, nouns, schema, file.certain), cell)
    return _left_out(found, file, said, nouns, cell)


_FILTER = re.compile(r"^(?:(?P<table>\w+)\s*:\s*)(?P<what>.+)$", re.DOTALL)


def _stated_filter(found: AskedChanges, file: RowFile, said: ChangedRows, cell: Cell | None) -> bool:
    """A condition with the table whose rows it is about before it: ``stg_bills: is_deleted is not true``."""
    told = _FILTER.match(said.text)
    table = find_table(file.schema, told["table"]) if told is not None else None
    if told is None or table is None:
        return False
    name, what = file.target.name, told["what"]
    step = Step(name, 0, StepKind.FILTER, table=table.name, condition=what, cell=cell, state=_NOW)
    relation = Relation(table.name, table.name, JoinKind.DRIVING)
    if condition_over([relation], step, file.schema, file.certain) is None:
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
    text = f"leave out {said.rows}"
    flag = (
        flagged(said.rows, nouns, find_table(file.schema, _table(file, said) or " ")) if not said.what else ""
    )
    if flag:
        text = f"leave out rows where {flag} is true"
    if said.what:
        if not any(_is_said(file, said, nouns, place) for place in every_place(file.existing)):
            return False
        text = f"leave out rows where {said.what}"
    for place in every_place(file.existing):
        relations = shown_relations(file.existing, place, file.schema)
        counted = counted_groups(text, relations, cell) if place.select.group and not said.what else None
        if counted is not None:
            edit = FilterEdit(counted.sql, cell=cell, place=place, clause=TokenType.HAVING)
            found.groups.append(edit)
            found.of[id(edit)] = said.text
            return True
    step = Step(
        file.target.name, 0, StepKind.FILTER, table=_table(file, said), condition=text, cell=cell, state=_NOW
    )
    found.steps.append(step)
    found.of[id(step)] = said.text
    return True


def _is_said(file: RowFile, said: ChangedRows, nouns: frozenset[str], place: Place) -> bool:
    """Whether the words before a condition in brackets say nothing but it."""
    relations = shown_relations(file.existing, place, file.schema)
    step = Step("", 0, StepKind.FILTER, condition=said.what)
    read = condition_over(relations, step, file.schema, file.certain)
    return read is not None and is_plainly(said.rows, nouns, read.sql)


def _table(file: RowFile, said: ChangedRows) -> str:
    """The only table whose rows a sentence names by its noun; empty where there is none such."""
    head = said.rows.lower()
    for word in (" of ", " in ", " with ", " from ", " for ", " by ", " that ", " which "):
        head = head.partition(word)[0]
    noun = plain_words(head)[-1:]
    tables = {
        table.name
        for place in every_place(file.existing)
        for shape in place.select.tables
        if (table := find_table(file.schema, shape.name)) is not None
        and shape.name
        and place.query_of(shape) is None
    }
    fitting = [name for name in tables if noun and plain_words(name)[-1:] == noun]
    return fitting[0] if len(fitting) == 1 else ""
