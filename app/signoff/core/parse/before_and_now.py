"""Two columns of a grid that say what was and what is to be: ``Today`` | ``From now on``, ``Was`` | ``Will be``.

The second one holds the rules; where it says that a rule is the same, the first one does. Lines of such a grid that are
about the rows of the table, and no column of it, are asked from now on too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from signoff.core.domain.cells import Cell
from signoff.core.domain.spec import Role
from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.header_cells import Header
from signoff.core.parse.names import is_name
from signoff.core.parse.roles import Layout, values_of

_OF_RULE = r"(?:\s+(?:rule|logic|definition|state|content|calculation|value))?"
_BEFORE = re.compile(
    rf"^\W*(?:(?:rule|logic|definition)\s+)?(?:was|today|so\s+far|until\s+now|up\s+to\s+now|before|previous(?:ly)?|as[\s-]is|old|"
    rf"current(?:ly)?|existing|at\s+present|present(?:ly)?|bisher|heute|vorher|alt){_OF_RULE}\W*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    rf"^\W*(?:(?:rule|logic|definition)\s+)?(?:will\s+be|from\s+now\s+on|from\s+here\s+on|as\s+of\s+now|now|new|in\s+(?:the\s+)?future|to[\s-]be|"
    rf"after(?:wards)?|becomes|(?:wanted|requested)|künftig|neu){_OF_RULE}\W*$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^\W*(?:the\s+)?(?:same|unchanged|as\s+(?:is|before|today|it\s+is)|no\s+change|ditto|idem|=)(?:\s+(?:content|rule|logic|value|data|figure|number|amount|meaning|as\s+(?:before|today|now)))*"
    r"(?P<renamed>\s*,?\s*(?:but\s+)?(?:only\s+)?(?:an?\s+|the\s+)?(?:new|other|different)\s+name)?\W*$",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"^\W*(?:(?:does\s+not|doesn't)\s+exist(?:\s+yet)?|(?:is\s+)?not\s+(?:there|in\s+it|available)(?:\s+yet)?|none|missing|new|nothing|n/?a)?\W*$",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
"""Words of a text that is a rule and no name."""
_GIVES_WAY = frozenset({Role.RULE, Role.STATE, Role.NOTE, Role.DESCRIPTION, Role.OTHER})


def settle_before_and_now(grid: SheetGrid, layout: Layout) -> bool:
    """Make the column of what is to be the rules, and the one beside it a remark.

    Args:
        grid: the sheet.
        layout: as the words of its headers tell it; changed where it has one such pair and no person said otherwise.

    Returns:
        Whether it has one.
    """
    before, now = _columns(layout.header)
    if not before or not now or {before, now} & layout.fixed:
        return False
    texts = values_of(grid, layout, now)
    roles = [layout.roles.get(each, Role.OTHER) for each in (before, now)]
    if _are_sentences(texts) and roles[1] is Role.SOURCE_COLUMN:
        roles[1] = Role.RULE
    if not all(role in _GIVES_WAY for role in roles):
        return False
    if not any(_SAME.match(text) or len(text.split()) >= _LEAST_WORDS for text in texts):
        return False
    for column, role in layout.roles.items():
        if role is Role.RULE and column not in (before, now):
            return False
    for column, role in ((before, Role.NOTE), (now, Role.RULE)):
        layout.roles[column] = role
        layout.kinds[column] = role.value
    layout.doubtful = tuple(column for column in layout.doubtful if column not in (before, now))
    return True


def _are_sentences(texts: Sequence[str]) -> bool:
    """Whether a column that a word of its header makes that of sources holds no names."""
    return bool(texts) and all(len(text.split()) >= _LEAST_WORDS for text in texts)


def _columns(header: Header) -> tuple[int, int]:
    """The columns of what was and of what is to be; 0 where there is not one of each, in this order."""
    before = [cell.column for cell in header.cells if _BEFORE.match(cell.text)]
    now = [cell.column for cell in header.cells if _NOW.match(cell.text)]
    found = (before[0], now[0]) if len(before) == len(now) == 1 else (0, 0)
    return found if found[0] < found[1] else (0, 0)


def pair_in(texts: Sequence[str]) -> int:
    """How many of a row's texts head what was and what is to be: 2 where one of each stands in this order, else 0."""
    before = [n for n, text in enumerate(texts) if _BEFORE.match(text)]
    now = [n for n, text in enumerate(texts) if _NOW.match(text)]
    return 2 if len(before) == len(now) == 1 and before[0] < now[0] else 0


def before_column(layout: Layout) -> int:
    """The column of what was, where the one of what is to be holds the rules; else 0."""
    before, now = _columns(layout.header)
    return before if now and layout.roles.get(now) is Role.RULE else 0


def rule_now(rule: str, before: str) -> str:
    """The rule of a row: what was, where it says that this stays; a name that it had is none.

    Args:
        rule: what is to be.
        before: what was.
    """
    told = _SAME.match(rule)
    if told is None:
        return rule
    return "" if told["renamed"] and is_name(before) else before


def asked_by_header(grid: SheetGrid, cell: Cell) -> str:
    """The header over a cell that says its text is asked from now on, beside one of what was; empty for others."""
    for texts in _rows_above(grid, cell):
        own = texts[cell.column - 1] if cell.column <= len(texts) else ""
        if _NOW.match(own) and any(_BEFORE.match(text) for text in texts[: cell.column - 1] if text):
            return own
    return ""


def _rows_above(grid: SheetGrid, cell: Cell) -> Iterator[tuple[str, ...]]:
    for row in range(cell.row - 2, -1, -1):
        yield tuple(grid.rows[row])
        if not any(grid.rows[row]):
            return


def was_not_there(text: str) -> bool:
    """Whether a text of what was says that there was nothing."""
    return bool(text.strip()) and _NOT_THERE.match(text) is not None
