"""Labels that say which rows there are, before a text, over a list of texts or in a cell beside one."""

from __future__ import annotations

import re

from signoff.core.domain.cells import Cell
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.labels import LABEL
from signoff.core.parse.lexicon import guess

_FEWEST_WORDS = 3
_NAME_AND_TEXT = 2
"""Cells of a line that names a table and says something of it."""
_WHOLLY = 0.99
"""Share of known words of a label that is understood."""
OF_ROWS = re.compile(
    r"^\W*(?:grain|granularity|population|scope|rows?|one row per|how (?:it is )?built|build|load logic|"
    r"table (?:rule|logic)|"
    r"table level|general rule|driving table|dedup\w*|grouping|aggregation|selection|criteria|row filter|keep|kept|"
    r"restriction|what (?:rows|lines) there are|one (?:line|row|record) (?:per|for each))\b",
    re.IGNORECASE,
)
"""Labels whose value says which rows there are, however short it is."""
_HEADS = re.compile(
    r"^\W*(?:(?:and|&|/|,|\+|row|table|joins?|filters?|lookups?|selections?|conditions?|scope|grain|rules?)\W*){2,}$",
    re.IGNORECASE,
)
_WHICH = (
    r"(?:(?:migration|load(?:ing)?|data|rows?|records?|extract(?:ion)?|transfer|source|customer"
    r"|which|what|the|of|to|in|for|is|are)[\s-]+)*"
)
_SAME_LABELS = (
    (
        "Joins",
        re.compile(
            rf"^\W*{_WHICH}(?:joins?|joining|lookups?|look-?ups|links?|linked tables?"
            r"|(?:links?|joins?)\s+(?:of|between)\s+(?:the\s+)?tables)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "Duplicates",
        re.compile(
            rf"^\W*{_WHICH}(?:duplicates?|double (?:entries|rows|records)|doubles|unique(?:ness)?)\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "Scope",
        re.compile(
            rf"^\W*(?:only|only\s+rows)\W*$|^\W*{_WHICH}(?:scope|selection|filters?|restrictions?|criteria|conditions?|records"
            rf"|rows|loaded|population|migrated|moved|period|contents?|(?:rows|records|lines)\s+to\s+\w+"
            rf"|selectie|afbakening|se[lk]e[ck]tion|auswahl|abgrenzung|einschränkung|sélection|périmètre|selección|selezione|seleção|wybór"
            rf"|ámbito|filtre|filtro|filtry|отбор|фильтр)(?:\s+(?:of|for)\s+[\w ]+)?\W*$",
            re.IGNORECASE,
        ),
    ),
    (
        "Excluded",
        re.compile(
            rf"^\W*{_WHICH}(?:not in scope|out of scope|exclusions?|exclud(?:e|es|ed|ing)|leave out|skip|"
            r"skipped|ignored?|not wanted|left out|not (?:loaded|migrated|moved|taken))\W*$",
            re.IGNORECASE,
        ),
    ),
)
"""Labels in other words, and the one that is read on."""
LABELS = frozenset(word for word, _shape in _SAME_LABELS)


def same_label(text: str) -> str:
    """A label in the word that is read on; as it is where it is none of those."""
    return next((word for word, shape in _SAME_LABELS if shape.match(text)), text)


def with_same_label(text: str) -> tuple[str, bool]:
    """A text under the label that is read on, where one of rows begins it, ``Selectie: …``; and whether one does."""
    pair = LABEL.match(text)
    if pair is None or len(pair[2].split()) < _FEWEST_WORDS:
        return text, False
    label = same_label(pair[1].strip())
    if label in LABELS:
        is_read = " " not in pair[1].strip() and OF_ROWS.match(pair[1])
        return (text if is_read else f"{label}: {pair[2].strip()}"), True
    told = guess(pair[1].strip())
    return text, told.kind in ("filter", "join", "condition") and told.known >= _WHOLLY and told.exact


def only_heads(text: str) -> bool:
    """Whether a text is a heading such as ``Joins and filters``, which says nothing itself."""
    return _HEADS.match(text) is not None


def heading_of_rows(grid: SheetGrid, cell: Cell) -> str:
    """The line alone in its row, right above lines of a table's name and a text, that says they are of rows."""
    row = cell.row
    while row > 1 and sum(map(bool, grid.rows[row - 2])) == _NAME_AND_TEXT:
        row -= 1
    above = [text for text in grid.rows[row - 2] if text] if row > 1 else []
    heading = above[0] if len(above) == 1 else ""
    is_of_rows = bool(OF_ROWS.match(heading)) or same_label(heading) in LABELS
    return heading if is_of_rows and len(heading.split()) <= _FEWEST_WORDS else ""


def label_over_list(grid: SheetGrid, cell: Cell) -> str:
    """The label of rows right above a list in running text, ``Joins`` alone in its line; empty where there is none."""
    row = cell.row
    while row > 1 and len(grid.rows[row - 2]) == 1 and same_label(grid.at(row - 1, 1)) not in LABELS:
        row -= 1
    row -= 1
    row -= row > 1 and not any(grid.rows[row - 1])
    said = grid.at(row, 1).strip() if row >= 1 and len(grid.rows[row - 1]) == 1 else ""
    return same_label(said) if same_label(said) in LABELS else ""
