"""Whether what stands under headers can be a mapping: names of columns, rather than files, addresses or words."""

from __future__ import annotations

import re

from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.lexicon import NOTHING, HeaderGuess
from signoff.core.parse.names import is_name
from signoff.core.parse.placeholders import is_blank
from signoff.core.parse.roles import Layout, values_of
from signoff.core.parse.types import looks_like_type

_FILE = re.compile(
    r"\.(?:py|js|ts|tsx|jsx|md|html?|css|java|cs|go|rs|rb|php|sh|ipynb|ya?ml|toml|xml|csv|xlsx?|txt|sql|tf)$",
    re.IGNORECASE,
)
_TABLE = re.compile(
    r"^[`'\"]?(?:[\w$#]+\.)*(?:dim|fact|fct|stg|ods|mart|hub|sat|lnk|tbl)_\w+(?:[,;\s`'\"]|$)", re.IGNORECASE
)
_NUMBER = re.compile(r"^[-+]?[\d.,]+\s*%?$")
_NAMED_SHARE = 0.5
_SENTENCE = 5
"""Words of a text that is no name."""
_TECHNICAL_SHARE = 0.6


def holds_names(grid: SheetGrid, layout: Layout) -> bool:
    """Whether most cells under the target's header, or the source's, can be names of columns."""
    column = layout.first(Role.TARGET_COLUMN) or layout.first(Role.SOURCE_COLUMN)
    notes = _lone_sentences(grid, layout, column)
    values = [v for v in values_of(grid, layout, column) if not is_blank(v) and v not in notes]
    if _told(layout, column).kind != "column" and _are_tables(values):
        return False
    return bool(values) and sum(map(_name_like, values)) / len(values) >= _NAMED_SHARE


def _lone_sentences(grid: SheetGrid, layout: Layout, column: int) -> set[str]:
    """Sentences under a header that have their row to themselves: notes below the grid."""
    rows = grid.rows[layout.header.row : layout.last_row] if column else ()
    alone = (row[column - 1] for row in rows if len(row) >= column and sum(map(bool, row)) == 1)
    return {text for text in alone if len(text.split()) >= _SENTENCE}


def _are_tables(values: list[str]) -> bool:
    """Whether most cells name tables, as in a list of what is loaded from where."""
    return sum(bool(_TABLE.match(value)) for value in values) >= _TECHNICAL_SHARE * len(values) > 0


def is_technical(grid: SheetGrid, layout: Layout) -> bool:
    """Where headers only say `Source` and `Target`, the targets must be names as a database has them."""
    column = layout.first(Role.TARGET_COLUMN)
    if layout.kinds.get(column) != "column" or _tells_more(grid, layout):
        return True
    if _told(layout, column).kind == "column":
        return not _lists_fields(grid, layout, column)
    if not layout.has(Role.SOURCE_COLUMN):
        return False
    values = values_of(grid, layout, column)
    if sum(" " not in value.strip() for value in values) < _TECHNICAL_SHARE * len(values):
        return False
    strange = [c for c, role in layout.roles.items() if role is Role.OTHER and layout.kinds.get(c) == "other"]
    if any(_are_numbers(values_of(grid, layout, c)) for c in strange):
        return False
    return not strange or layout.has(Role.SOURCE_TABLE) or len(set(values)) == len(values) > 3 > len(strange)


def _tells_more(grid: SheetGrid, layout: Layout) -> bool:
    """Whether a column of rules in words or of types stands beside."""
    rules = [c for c in layout.columns(Role.RULE) if layout.kinds.get(c) == "rule" or c in layout.fixed]
    if any(not _are_numbers(values_of(grid, layout, c)) for c in rules):
        return True
    types = layout.columns(Role.TARGET_TYPE)
    told = any(looks_like_type(value) for c in types for value in values_of(grid, layout, c))
    return told and not _lists_fields(grid, layout, layout.first(Role.TARGET_COLUMN))


def _lists_fields(grid: SheetGrid, layout: Layout, target: int) -> bool:
    """A list of fields with a word on where each comes from, `Field | Type | Source`, tells no mapping."""
    source = layout.first(Role.SOURCE_COLUMN)
    own, other = _told(layout, target), _told(layout, source)
    bare = source and other.side is not None and other.kind != "column"
    if not bare or own.side is not None or layout.has(Role.RULE) or layout.has(Role.SOURCE_TABLE):
        return False
    values, names = values_of(grid, layout, source), set(values_of(grid, layout, target))
    technical = sum("_" in v or "." in v or v in names for v in values if " " not in v)
    return technical < _TECHNICAL_SHARE * len(values)


def _told(layout: Layout, column: int) -> HeaderGuess:
    """What the column's header says by itself."""
    return next((cell.guess for cell in layout.header.cells if cell.column == column), NOTHING)


def _are_numbers(values: list[str]) -> bool:
    return bool(values) and all(_NUMBER.match(value) for value in values)


def _name_like(text: str) -> bool:
    text = re.split(r"[,;]", text, maxsplit=1)[0]
    bare = text.split("(")[0].split("[")[0].split("\n")[0].strip()
    if _FILE.search(bare) or not any(c.isalpha() for c in bare):
        return False
    return is_name(bare) or "[" in text
