"""What sentences around a grid ask to change of the rows of existing SQL, as edits; what is left open is said.

Rows that go become filter steps, tried as those are. Rows that come back, bounds that move, joins that turn and another
row of several are edits where the file has one place only that they can mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.findings import Finding, Severity
from signoff.core.domain.mandates import MandateState
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Step, StepKind
from signoff.core.merge.asked_sayings import left_out
from signoff.core.merge.asked_settings import asked_settings
from signoff.core.merge.changed_conditions import file_words
from signoff.core.merge.changed_picks import other_pick
from signoff.core.merge.changed_rows import (
    ChangedRows,
    Way,
    asks_for_change,
    changed_rows,
    without_label,
    without_times,
)
from signoff.core.merge.freed_conditions import freed_condition
from signoff.core.merge.grain_joins import grain_columns
from signoff.core.merge.join_edits import JoinEdit
from signoff.core.merge.markwords import state_in
from signoff.core.merge.names import find_column, find_table, word_set, words
from signoff.core.merge.row_edits import FilterEdit
from signoff.core.merge.row_orders import gives_order
from signoff.core.merge.selects import every_place
from signoff.core.merge.stated_joins import joins_in_cells, stated_joins, turned_in_words
from signoff.core.pipeline.followed_rows import AskedChanges, follow
from signoff.core.pipeline.revisions import asks_now
from signoff.core.pipeline.row_file import RowFile


def asked_changes(file: RowFile) -> AskedChanges:
    """What notes and the description of a target ask to change of the file's rows.

    Args:
        file: the file beside its mapping.
    """
    found = AskedChanges()
    nouns = file_words(file.existing, file.schema, file.target.name)
    for text, cell in _texts(file):
        turned = _turned(file, text, nouns)
        if turned is not None:
            found.joins.append(replace(turned, cell=cell))
            continue
        _follow_text(found, file, text, nouns, cell)
    for text, cell in _ordering(file):
        picks = list(found.picks)
        _follow_text(found, file, text, nouns, cell)
        found.picks = picks
        found.quiet |= {said.text for said in changed_rows(text)}
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


def _follow_text(
    found: AskedChanges, file: RowFile, text: str, nouns: frozenset[str], cell: Cell | None
) -> None:
    """Take up each sentence of a text; a condition goes only with what decides in its place."""
    freed: list[tuple[ChangedRows, FilterEdit]] = []
    for said in changed_rows(text):
        if not said.asks:
            continue
        free = freed_condition(file.existing, without_times(said.text), file.schema)
        if free is not None:
            freed.append((said, replace(free, cell=cell)))
            continue
        picked = _pick_instead(file, said, nouns, freed)
        if picked is not None:
            found.filters += [freed[0][1], replace(picked, cell=cell)]
            freed.clear()
        elif not follow(found, file, said, nouns, cell) and not _is_of_columns(file, said):
            found.open.append((said.text, cell))
    found.open += [(said.text, cell) for said, _edit in freed]


def _pick_instead(
    file: RowFile, said: ChangedRows, nouns: frozenset[str], freed: list[tuple[ChangedRows, FilterEdit]]
) -> FilterEdit | None:
    """Which row is kept instead of those of a condition that the sentence before takes away."""
    if len(freed) != 1:
        return None
    picked = other_pick(file.existing, without_times(said.text), nouns, file.schema, freed[0][1].place)
    return picked if isinstance(picked, FilterEdit) else None


def _ordering(file: RowFile) -> Iterator[tuple[str, Cell | None]]:
    """Lines around the grid that order to leave out rows and say nothing of a change."""
    for step in file.target.steps:
        text = without_label(step.condition)
        if step.kind is not StepKind.NOTE or step.state or asks_for_change(step.condition):
            continue
        if any(gives_order(said.text) for said in changed_rows(text)):
            yield step.condition, step.cell


def _turned(file: RowFile, text: str, nouns: frozenset[str]) -> JoinEdit | None:
    """The join that a text says is to be of another kind, with or without what stands before it."""
    for said in dict.fromkeys((text, without_label(text))):
        turned = turned_in_words(file.existing, without_times(said), nouns, file.schema)
        if turned is not None:
            return turned
    return None


def _is_marked(file: RowFile, step: Step) -> bool:
    state = state_in(step.state) if step.state.strip() else None
    return asks_now(step.state, file.target.columns) or state is MandateState.CHANGED


def open_changes(found: AskedChanges, file: RowFile) -> Iterator[Finding]:
    """A remark on each sentence that asks for a change which is not made."""
    for text, cell in dict.fromkeys(found.open):
        if text in found.quiet:
            message = say("update.filter_not_found", text=text)
            yield Finding("D254", Severity.WARNING, message, cell, file.target.name)
            continue
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
        if (
            text.strip()
            and (state or asks_for_change(text))
            and not (state and left_out(without_label(text)))
        ):
            yield text, cell


def _is_of_columns(file: RowFile, said: ChangedRows) -> bool:
    """Whether a sentence that asks nothing of rows names a column that the document marks: its row says what."""
    if said.way is not Way.OPEN or gives_order(said.text):
        return False
    if asked_settings(said.text, [column.name for column in file.target.columns]):
        return True
    if _OF_ROWS.search(said.text):
        return _is_grain(file, said.text)
    if _MORE_COLUMNS.search(said.text):
        return True
    named = set(re.sub(r"[,()]", " ", said.text).split())
    marked = (c for c in file.target.columns if c.state and state_in(c.state) is not MandateState.UNCHANGED)
    columns = list(marked)
    return (
        any(column.name in named for column in columns)
        or _only_has(file, said)
        or _only_tells(said, [column.name for column in columns])
    )


def _only_tells(said: ChangedRows, names: Sequence[str]) -> bool:
    """Whether a sentence without a verb only says which columns come: ``the city of the borrower``."""
    told = [words(part) for part in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", said.text.strip(" .")) if part]
    own = [[word for word in part if word not in _OF_COLUMNS] for part in told]
    known = [set(words(name)) for name in names]
    return bool(own) and all(part and any(set(part) <= name for name in known) for part in own)


_GRAIN = re.compile(
    r"^(?:there\s+is\s+|the\s+grain\s+is\s+|it\s+has\s+)?one\s+(?:row|line|record)\s+(?:per|for\s+each|a)\s+(?P<keys>[\w\s,]+?)"
    r"(?:\s*\((?P<new>\w+)\s+is\s+new(?:\s+in\s+(?:the\s+grain|it))?\))?$",
    re.IGNORECASE,
)


def _is_grain(file: RowFile, text: str) -> bool:
    """Whether a sentence names the columns that the rows are grouped by, one of them a new column of the document."""
    told = _GRAIN.match(without_times(text))
    names = {c.name: c for c in file.target.columns}
    keys = grain_columns(re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", told["keys"]), list(names)) if told else ()
    grouped = [place for place in every_place(file.existing) if place.select.group]
    if len(grouped) != 1 or len(grouped[0].select.group) + 1 != len(keys):
        return False
    added = [name for name in keys if state_in(names[name].state) is MandateState.NEW]
    new = [name for name in added if names[name].rule.strip(" .").lower() in _COPIES]
    return told is not None and bool(new) and (not told["new"] or told["new"] in new)


_COPIES = ("", "copy", "1:1", "direct", "direct move", "as is", "same")
_OF_ROWS = re.compile(
    r"\b(?:(?:left|leave|filter(?:ed)?|take[ns]?|stays?|kept|keep|sorted)\s+out|out\s+of\s+the|part\s+of\s+the|belongs?\s+to\s+the|"
    r"(?:no\s+longer|not|never)\s+(?:be\s+)?(?:shown|listed|counted|included|appear|count|show)|(?:appear|count)s?\s+no\s+longer|"
    r"comes?\s+(?:along|back)|disappears?|grain|one\s+(?:row|line|record)|(?:keep|kept)\s+(?:the|only|one)\b|duplicates?|counted\s+once)\b",
    re.IGNORECASE,
)
"""Words of a sentence that is about rows, whatever columns it names."""
_MORE_COLUMNS = re.compile(
    r"\b(?:needs?|wants?|gets?|adds?|has|have|brings?|are|is)\s+(?:\w+\s+){0,2}?(?:more|further|additional|new|extra)\s+"
    r"(?:numbers?|columns?|fields?|figures?|metrics?|measures?|attributes?)\b",
    re.IGNORECASE,
)
"""``The deck needs four more numbers per group`` tells that columns come."""
_OF_COLUMNS = word_set("the an a of its their for on in new now also column columns field fields added")
_HAS = word_set(
    "and both all each now also too have has get gets carry carry a an the new column columns field fields flag flags"
)


def _only_has(file: RowFile, said: ChangedRows) -> bool:
    """Whether a sentence only says which columns source tables have: ``stg_a and stg_b both have is_deleted now``."""
    named = [word for word in re.findall(r"\w+", said.text) if word.casefold() not in _HAS]
    tables = [table for word in named if (table := find_table(file.schema, word)) is not None]
    columns = [word for word in named if find_table(file.schema, word) is None]
    return bool(tables and columns) and all(find_column(t, c) is not None for t in tables for c in columns)
