"""Running text around a grid that says how the rows of one target come about, kept as notes on that target.

People write above a grid, under it, beside the name of a table on an overview, or in a row of the grid that names no
column. Which of it can be followed is told where the query is planned (see merge); here it is only found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Step, StepKind, TargetMapping, UnusedCell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.before_and_now import asked_by_header
from signoff.core.parse.everyday_rows import tells_rows_plainly
from signoff.core.parse.history_entries import is_last_entry
from signoff.core.parse.now_texts import asked_now, changed_settings
from signoff.core.parse.prose_targets import (
    Extent,
    bare,
    extents_on,
    headed,
    named_in_row,
    nearest,
    said_to_be_in,
    target_named_first,
)
from signoff.core.parse.row_labels import (
    LABELS,
    OF_ROWS,
    heading_of_rows,
    label_over_list,
    only_heads,
    same_label,
    with_same_label,
)
from signoff.core.parse.row_texts import listed_together, speaks_of_equal_rows
from signoff.core.parse.rows_in_english import rows_in_english

_BUILDS = re.compile(
    r"\b(?:join\w*|look(?:ed)?[ -]?up|matched|filter\w*|only|exclud\w*|ignor\w*|left out|leave out|skip\w*|omit\w*"
    r"|without|where|whose|group\w*|per|one (?:row|record|line)|each|distinct|unique|duplicat\w*|dedup\w*|latest|newest"
    r"|most recent|union\w*|append\w*|stack\w*|combin\w*|driv\w+|based on|from|aggregat\w*|summ\w+|roll\w* up"
    r"|grain|granularity|keep|kept|take|taken|loaded?|built"
    r"|(?:stays?|remains?)(?!\s+(?:the\s+way|as\s+(?:it|they)|unchanged))|comes?|come\s+along|goes|move[sd]?|brought|bring|carr(?:y|ied)|leav(?:e|es|ing)|left|nothing\s+(?:with|of|from|before|after)|everything\s+(?:but|except|goes|comes)|all\s+but|except\w*|apart\s+from"
    r"|looked\s+at|ignored|wanted|of\s+no\s+(?:interest|use|concern|relevance)|business|irrelevant|valid|in\s+force|optional|found\s+(?:by|via|in)|via|no\s+[\w-]+s|joined|twice|same"
    r"|dropped|discard\w*|reject\w*|removed|omitted|disregard\w*|(?:out\s+of|in|within)\s+scope|not\s+part\s+of|not\s+in\s+(?:the|this|our)\s+(?:model|table|target|result|output|mart|dimension|fact)|(?:do|does|must|should|may)\s+not\s+"
    r"(?:count|come|appear|go|load|take)|no\s+(?:rows?|records?|lines?|entries)|need(?:ed)?"
    r"|never\s+(?:counts?|appears?|comes?|stays?|goes?|loads?|takes?)|(?:not|never|no "
    r"longer)\s+(?:to\s+)?(?:be\s+)?(?:migrat|transfer|convert|import|extract|mov|cop|includ|"
    r"consider|brought|transport|interfac|deliver|carr|hand|need|relevant|in scope)\w*)\b",
    re.IGNORECASE,
)
"""Words of texts that say which rows there are."""
_CHANGES = re.compile(
    r"\b(?:no\s+longer|any\s?more|from\s+now\s+on|from\s+this\s+\w+\s+on|(?:until|up\s+to)\s+now|so\s+far|instead\s+of|again)\b"
    r"|\b(?:is|are)\s+to\s+(?:be\s+(?:in|shown|listed|included)|come|disappear)\b",
    re.IGNORECASE,
)
"""Words of texts that say what is to be other than it is."""
_TESTED = re.compile(
    r"^\s*[A-Za-z][\w ]{1,30}:\s*[\w.]+\s*(?:=|<>|!=|<|>|\bis\s+(?:not\s+)?(?:null|empty|filled)\b"
    r"|\b(?:not\s+)?in\s*\(|\blike\b)"
    r"|^\s*(?:scope|selection|filters?|restrictions?|criteria)\b[\w ]{0,20}:\s*\S+\s+\S"
    r"|^[^=]*(?<![\w'])\w+\s*(?:=|<>|!=)\s*'[^']*'[^=]*$|^[\w.]+\s+(?:not\s+)?in\s*\([^()]*\)$"
    r"|^\w+\.\w+\s*(?:=|<>|!=|<=?|>=?)\s*[\w.'-]+$",
    re.IGNORECASE,
)
"""A table's word and a test of its columns, `orders: status <> 'X'`, or a label that says which rows there are."""
_LINKS = re.compile(
    r"^\W*(?:links?|linked\s+(?:tables|records))\s*:\s*\w+\s+(?:to|in|->|=)\s+\w", re.IGNORECASE
)
"""Which field points at which table: ``Links: customer to crm_customer``."""
_FEWEST_WORDS = 3
_NEW = re.compile(r"^\W*(?:new|changed|additional)\b", re.IGNORECASE)
_OF_DOCUMENT = re.compile(
    r"\b(?:tab|tabs|sheet|sheets|worksheet|target\s+column|column\s+mapping|version|document)\b",
    re.IGNORECASE,
)
"""Words of texts that are about the document itself."""
_ALIASED = re.compile(
    r"^\s*[A-Za-z_][\w.$]*(?:\s+(?:as\s+)?[A-Za-z]\w{0,2})?(?:\s*[,;+\n]\s*[A-Za-z_][\w.$]*(?:\s+(?:as\s+)?[A-Za-z]\w{0,2})?)+\s*$"
)
"""Names of tables, each with the short name it is read by."""
_EQUAL = re.compile(r"^\s*\(?[A-Za-z_]\w*\.\w+\s*=\s*[A-Za-z_]\w*\.\w+")
_TABLES = re.compile(
    r"^\s*[A-Za-z_][\w.$]*_\w+(?:\s*[,;+\n]\s*[A-Za-z_][\w.$]*)*\s*$|^\s*[A-Za-z_][\w.$]*(?:\s*[,;+\n]\s*[A-Za-z_][\w.$]*)+\s*$"
)
"""Names of tables beside such a text."""
_MARK = re.compile(
    r"^\W*(?:table|rows?|grain|granularity|general|header|how built|build|population|scope)\b.{0,20}$",
    re.IGNORECASE,
)
"""What stands beside such a text and says nothing more."""
_READ = re.compile(
    r"^\W*(?:(?:rows?|records?|data)\s+(?:(?:come|are)\s+)?(?:taken\s+)?from|from|reads?(?:\s+from)?|based\s+on|built\s+(?:on|from)"
    r"|(?:main\s+|driving\s+)?(?:sources?|input|base)(?:\s+tables?)?|driving\s+table|starts?\s+from)\W*$",
    re.IGNORECASE,
)
"""What stands before a text on what a grid reads: a table that it names first is one of those, also another target."""
_ASKING_LABEL = re.compile(
    r"^\W*(?:to\s*do|changes?|changed|changes?\s+(?:of|to|in)\s+(?:the\s+)?rows|requests?|requested|wish(?:es)?|updates?|corrections?"
    r"|fix(?:es)?|what\s+changes|new\s+rule)\W*$",
    re.IGNORECASE,
)
"""A label before such a text that says that it is asked now."""
_ASKED = re.compile(
    r"^\W*(?:added|add|new|newly\s+added|insert(?:ed)?|change[ds]?|modified|modify|to\s+do|to\s+be\s+done)\W*$",
    re.IGNORECASE,
)
"""What stands beside such a text and says that it is asked now."""


def with_prose(
    targets: Sequence[TargetMapping], unused: Sequence[UnusedCell], grids: Sequence[SheetGrid]
) -> tuple[tuple[TargetMapping, ...], tuple[UnusedCell, ...]]:
    """The targets with notes of what unused cells say of their rows, and the cells that stay unused.

    Args:
        targets: as read from grids.
        unused: cells that no field was read from.
        grids: the document's sheets.
    """
    by_sheet = {grid.name: grid for grid in grids}
    extents = {name: list(extents_on(name, targets)) for name in by_sheet}
    steps, told_of = changed_settings(targets, unused)
    unused = [cell for cell in unused if cell not in told_of]
    notes: dict[str, list[Step]] = {}
    for step in steps:
        notes.setdefault(step.target, []).append(step)
    rows: dict[tuple[str, int], str] = {}
    left: list[UnusedCell] = []
    for written, cell in zip(unused, listed_together(unused), strict=True):
        told = (
            None
            if cell.is_note
            else _told(cell, by_sheet.get(cell.cell.sheet), targets, extents, listed=cell is not written)
        )
        if told is None:
            left.append(written)
            continue
        name, text = told
        rows[cell.cell.sheet, cell.cell.row] = name
        state, text = asked_now(text)
        state = state or asked_by_header(by_sheet[cell.cell.sheet], cell.cell)
        label = _text_before(by_sheet[cell.cell.sheet], cell.cell)
        state = state or (label.strip(" :") if _ASKING_LABEL.match(label) else "")
        notes.setdefault(name, []).append(
            Step(name, 0, StepKind.NOTE, condition=text, cell=cell.cell, state=state)
        )
    still: list[UnusedCell] = []
    asked: dict[tuple[str, int], UnusedCell] = {}
    for cell in left:
        beside = rows.get((cell.cell.sheet, cell.cell.row), "")
        named = cell.text.strip().casefold() == beside.casefold()
        if beside and not named and (_TABLES.match(cell.text) or _ALIASED.match(cell.text)):
            text = f"sources: {cell.text.strip()}"
            notes[beside].append(Step(beside, 0, StepKind.NOTE, condition=text, cell=cell.cell))
        elif beside and _ASKED.match(cell.text):
            asked[cell.cell.sheet, cell.cell.row] = cell
        elif not (beside and (_MARK.match(cell.text) or OF_ROWS.match(cell.text))):
            still.append(cell)
    notes = {name: [_as_asked(step, asked) for step in told] for name, told in notes.items()}
    return tuple(_with_notes(t, notes.get(t.name, [])) for t in targets), tuple(still)


def _as_asked(note: Step, asked: Mapping[tuple[str, int], UnusedCell]) -> Step:
    """A note with the mark behind it that says that it is asked now; what only lists tables asks nothing."""
    mark = asked.get((note.cell.sheet, note.cell.row)) if note.cell is not None else None
    if mark is None or note.cell is None or note.state or note.condition.startswith("sources: "):
        return note
    return replace(note, state=mark.text.strip()) if mark.cell.column > note.cell.column else note


def _with_notes(target: TargetMapping, notes: Sequence[Step]) -> TargetMapping:
    notes = [note for note in notes if not any(_holds(other, note) for other in notes)]
    if not notes:
        return target
    start = max((s.order for s in target.steps), default=0) + 1
    numbered = tuple(replace(s, order=start + n) for n, s in enumerate(notes))
    return replace(target, steps=(*target.steps, *numbered))


def _holds(other: Step, note: Step) -> bool:
    """Whether another note of the row is the same text behind its label."""
    same_row = other.cell is not None and note.cell is not None and other.cell[:2] == note.cell[:2]
    return same_row and other.condition.endswith(f": {note.condition}")


def _told(
    unused: UnusedCell,
    grid: SheetGrid | None,
    targets: Sequence[TargetMapping],
    extents: dict[str, list[Extent]],
    *,
    listed: bool = False,
) -> tuple[str, str] | None:
    """Name of the target an unused cell speaks of, and its text; None where it says nothing of rows.

    Lines of a list of what becomes of rows are of rows, however they are worded.
    """
    if grid is None or only_heads(unused.text):
        return None
    here = extents.get(grid.name, [])
    text = unused.text.strip()
    before = _text_before(grid, unused.cell)
    own, text = target_named_first(text, targets)
    if own is not None and _READ.match(before):
        around = nearest(grid, unused, here)
        own, text = (around, unused.text.strip()) if around is not None else (own, text)
    text = rows_in_english(text) or text
    says_rows = len(text.split()) >= _FEWEST_WORDS and _is_of_rows(text)
    is_name = bare(before) in {bare(t.name) for t in targets}
    said = before = _label_beside(grid, unused.cell, before, is_name, not here and not says_rows)
    before = before if OF_ROWS.match(before) and " of " not in before else same_label(before)
    if before != said and _NEW.match(said):
        text = f"new: {text}"
    labelled = bool(before) and bool(OF_ROWS.match(before) or before in LABELS)
    text, has_label = (text, True) if says_rows else with_same_label(text)
    part = _OF_PART.match(said)
    if not (labelled or listed or says_rows or has_label or part is not None):
        return None
    target = own or named_in_row(grid, unused.cell, targets)
    if target is None and len(here) == 1:
        target = here[0].target
    elif target is None and here:
        target = headed(unused, here) or said_to_be_in(text, here) or nearest(grid, unused, here)
    elif target is None and len(targets) == 1:
        is_asked = _CHANGES.search(text) is not None and is_last_entry(grid, unused.cell)
        target = targets[0] if is_asked or _is_about(text, targets[0]) else None
    if target is None:
        return None
    if labelled or part is not None:
        return target.name, f"{before.rstrip(' :')}: {text}"
    value = _value_behind(grid, unused.cell)
    if value and OF_ROWS.match(text):
        return None
    return target.name, f"{text.rstrip(' :')}: {value}" if value else text


def _label_beside(grid: SheetGrid, cell: Cell, before: str, is_name: bool, is_list: bool) -> str:
    """What says of which kind a text is: the cell before it, or a heading where that is empty or a table's name."""
    if is_list and (not before or is_name):
        before = _heading_over(grid, cell)
    if is_name and (heading := heading_of_rows(grid, cell)):
        return same_label(heading)
    return label_over_list(grid, cell) if not before and grid.tables else before


def _is_about(text: str, target: TargetMapping) -> bool:
    """Whether a text on a sheet without a grid is about the only target: it names it, or what it reads."""
    if _OF_DOCUMENT.search(text):
        return False
    tables = {
        bare(t) for c in target.columns for t in (*c.source_tables, *(ref.table for ref in c.sources)) if t
    }
    said = {word.casefold() for word in re.findall(r"\w+", text)}
    return bool(said & {*tables, bare(target.name)})


_MUST_BE = re.compile(
    r"^\W*(?:the\s+)?\w+(?:\s+\w+)?\s+(?:must|has\s+to|have\s+to)\s+(?:not\s+)?be\s+(?:one\s+of\s+|either\s+)?"
    r"(?:(?:'[^']+'|[A-Z]\w{0,4}|\d+(?:\.\d+)?|filled|empty|true|false|positive|given)(?:\s*(?:,|or|/)\s*)?)+\s*(?:\.?$|\s(?:unless|if|provided|except|only|on|when|for)\b)"
)
"""What rows have to hold: ``State must be A or B``."""


_OF_PART = re.compile(
    r"^\W*(?i:(?:only\s+)?(?:for|in|from|of)|only|part|feed|branch)\s+(?i:(?:part|source|feed|branch)\s+)?\(?[A-H]\)?\s*:?$"
)
"""Before what is told of one lettered part of a union: ``For B``."""


def _is_of_rows(text: str) -> bool:
    shapes = (
        _LINKS.match(text),
        _BUILDS.search(text),
        _CHANGES.search(text),
        _TESTED.match(text),
        _EQUAL.match(text),
    )
    return any((*shapes, _MUST_BE.match(text))) or speaks_of_equal_rows(text) or tells_rows_plainly(text)


def _text_before(grid: SheetGrid, cell: Cell) -> str:
    """The cell on the left, where it stands first in its row."""
    before = [t for t in grid.rows[cell.row - 1][: cell.column - 1] if t]
    return before[0] if len(before) == 1 else ""


def _value_behind(grid: SheetGrid, cell: Cell) -> str:
    """The one other cell of the row, to the right of a short text: `One line per | hotel and night`."""
    others = [t for n, t in enumerate(grid.rows[cell.row - 1], 1) if t and n > cell.column]
    is_short = len(grid.at(cell.row, cell.column).split()) <= _FEWEST_WORDS + 1
    return others[0] if len(others) == 1 and is_short and not _text_before(grid, cell) else ""


def _heading_over(grid: SheetGrid, cell: Cell) -> str:
    """The heading of a column of a list: the top cell of the lines right above; empty where the cell is it."""
    row = cell.row
    while row > 1 and sum(map(bool, grid.rows[row - 2])) > 1:
        row -= 1
    return grid.at(row, cell.column) if row < cell.row else ""
