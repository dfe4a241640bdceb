"""Tables of existing SQL that are to be read from another table: ``page views come from stg_b instead of stg_a``.

The file keeps its shape; only the name changes, wherever the file reads the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.edits import EditKind, Splice
from signoff.core.domain.known_names import squashed
from signoff.core.domain.sentences import say
from signoff.core.domain.spec import Schema, SourceTable, TargetMapping
from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import ExistingSql
from signoff.core.merge.names import bare, find_column, find_table, plain_words, word_set
from signoff.core.merge.scripting import Proposed
from signoff.core.merge.selects import every_place
from signoff.core.merge.shape import TableShape
from signoff.core.merge.work import ColumnEdit, Work

_COMES = (
    r"(?:(?:must|shall|should|will|to)\s+)?(?:be\s+|is\s+|are\s+|get\s+|gets\s+)?"
    r"(?:comes?|read|reads|taken|takes|loaded|loads|fed|drawn|built|uses?|sourced)(?:\s+its\s+rows)?"
)
_FOR = r"(?:instead\s+of|rather\s+than|in\s+place\s+of|and\s+no\s+longer|no\s+longer|and\s+not|not)"
_TABLE = r"(?:the\s+)?(?:table\s+|model\s+|source\s+)*(?P<{}>[\w.]+)"
_SHAPES = tuple(
    re.compile(rf"^{shape}(?P<more>\s*[,(].*)?$", re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"(?P<what>[\w\s]*?)\s*{_COMES}\s+(?:from\s+)?{_TABLE.format('now')}\s*,?\s+{_FOR}\s+(?:from\s+)?{_TABLE.format('was')}",
        rf"(?P<what>[\w\s]*?)\s*(?:come|comes)\s+no\s+longer\s+from\s+{_TABLE.format('was')}\s*,?\s+but\s+from\s+{_TABLE.format('now')}",
        rf"(?P<what>){_TABLE.format('was')}\s+(?:is|gets|must\s+be|to\s+be)\s+(?:replaced|superseded)\s+(?:by|with)\s+{_TABLE.format('now')}",
        rf"(?P<what>)(?:please\s+)?(?:replace|exchange)\s+{_TABLE.format('was')}\s+(?:by|with|for)\s+{_TABLE.format('now')}",
        rf"(?P<what>){_TABLE.format('now')}\s+(?:replaces|takes\s+the\s+place\s+of)\s+{_TABLE.format('was')}",
        rf"(?P<what>)(?:please\s+)?(?:switch|change|move|go)\s+from\s+{_TABLE.format('was')}\s+to\s+{_TABLE.format('now')}",
        rf"(?P<what>){_TABLE.format('now')}\s+{_FOR}\s+{_TABLE.format('was')}",
    )
)
_GLUE = word_set(
    "the a an all its their our rows records data source table model and of this that it they please we now"
)
_SAYS_SO = re.compile(
    r"^(?:(?:with\s+|has\s+|have\s+|it\s+has\s+)?(?:the\s+)?same\s+(?:columns|fields|structure|layout|names|keys?|shape)(?:\s+and\s+(?:types|names|keys?))?"
    r"|(?:the\s+)?\w+(?:\s+\w+){0,8}\s+(?:there|in\s+it|already))$",
    re.IGNORECASE,
)
"""What is said of the other table behind it: that it is built alike, or how it stands with it."""
_LIMITS = re.compile(
    r"\b(?:unless|except|only|if|when|where|while|until|but|without|or|some|most|many|few|who|whose|not|from|for|before|after|since"
    r"|take|keep|use|leave|drop|remove|join|add|sum|count|new\w*|late\w*|first|last|must|should|shall|please)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SourceEdit:
    """A table that the file is to read in the place of another."""

    was: str
    """Its name in the file."""
    now: str
    cell: Cell | None = None


def other_source(existing: ExistingSql, text: str, schema: Schema) -> SourceEdit | None:
    """The tables of a sentence that exchanges one for another; None where it says anything else, or more.

    The new one has every column of the old one, and the file does not read it yet.

    Args:
        existing: the file.
        text: the sentence, without words that say from when on it holds.
        schema: tables that the file reads or may read.
    """
    for shape in _SHAPES:
        told = shape.match(text.strip(" ."))
        tables = [_table(schema, told[name]) for name in ("was", "now")] if told is not None else []
        was, now = tables if len(tables) == 2 else (None, None)
        if told is None or was is None or now is None or was is now:
            continue
        read = _read_by(existing)
        words = set(plain_words(told["what"])) - _GLUE
        is_told = words <= {*plain_words(was.name), *plain_words(now.name)} and _says_no_more(told["more"])
        alike = all(find_column(now, column.name) is not None for column in was.columns)
        edit = SourceEdit(was.name, now.name)
        if is_told and alike and squashed(now.name) not in read and _splices(Layout(existing), edit):
            return edit
    return None


def _table(schema: Schema, name: str) -> SourceTable | None:
    found = find_table(schema, name.rstrip("."))
    return found if found is not None and squashed(found.name) == squashed(bare(name.rstrip("."))) else None


def _says_no_more(more: str | None) -> bool:
    said = (more or "").strip(" ,.")
    if said.startswith("(") and said.endswith(")"):
        said = said[1:-1]
    clauses = [clause.strip() for clause in re.split(r"[,;]|\band\b", said) if clause.strip()]
    return all(_SAYS_SO.match(clause) and not _LIMITS.search(clause) for clause in clauses)


def _read_by(existing: ExistingSql) -> set[str]:
    return {squashed(shape.name) for shape in _shapes(existing)}


def _shapes(existing: ExistingSql) -> list[TableShape]:
    return [
        shape
        for place in every_place(existing)
        for shape in place.select.tables
        if shape.name and shape.query is None and place.query_of(shape) is None
    ]


def reading_other(target: TargetMapping, edit: SourceEdit) -> TargetMapping:
    """The target with its source cells in the names that the file still has."""
    own = squashed(edit.now)
    columns = []
    for row in target.columns:
        refs = tuple(
            replace(ref, table=edit.was) if squashed(bare(ref.table)) == own else ref for ref in row.sources
        )
        tables = tuple(edit.was if squashed(bare(table)) == own else table for table in row.source_tables)
        columns.append(replace(row, sources=refs, source_tables=tables))
    return replace(target, columns=tuple(columns))


def _splices(layout: Layout, edit: SourceEdit) -> list[Splice]:
    """Another name wherever the file reads the table; empty where its name stands elsewhere in the file too."""
    text, splices = layout.text, list[Splice]()
    word = re.compile(rf"(?<!\w){re.escape(edit.was)}(?!\w)", re.IGNORECASE)
    for shape in _shapes(layout.existing):
        if squashed(shape.name) != squashed(edit.was):
            continue
        start, end = layout.start(shape.span.first), layout.end(shape.span.last)
        found = list(word.finditer(text, start, end))
        if len(found) != 1:
            return []
        splice = Splice(found[0].start(), found[0].end(), found[0].group(), edit.now)
        splices += [splice] if splice not in splices else []
    return splices if len(word.findall(text)) == len(splices) else []


def change_source(work: Work, edit: SourceEdit) -> Proposed | None:
    """Write another table's name wherever the file reads one; None where it can't be."""
    splices = _splices(work.layout, edit)
    if not splices:
        return None
    why = say("edits.other_source", table=edit.was, other=edit.now)
    made = work.propose(EditKind.CHANGE_SOURCE, ColumnEdit("", (), edit.cell), why)
    made.splices += splices
    return made
