"""A column that only says of which kind each rule is, beside the one that says the rule under another header."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from signoff.core.engines.documents.grid import SheetGrid
from signoff.core.parse.lexicon import guess, is_command

_DIRECT = re.compile(
    r"d|direct(?:\s+(?:move|copy|map(?:ping)?|load))?|1\s*[:-]\s*1|copy|copied|move|moved|as[ -]is|straight|"
    r"pass[- ]?through|one[- ]to[- ]one|unchanged|direkt|directo",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"[a-z]{1,2}\d?|"
    r"(?:(?:simple|complex)\s+)?(?:deriv(?:ed?|ation)|calculat(?:ed?|ion)|comput(?:ed?|ation)|convert(?:ed)?|conversion|"
    r"look(?:ed)?[- ]?up|constant|fixed|default(?:ed)?|aggregat(?:ed?|ion)|generated|join(?:ed)?|condition(?:al)?|"
    r"formula|transform(?:ed|ation)?|technical|surrogate|system|substring|date|arithmetic|code|value\s+map|map|expression|rule|logic|sum(?:med)?|window|split|"
    r"concat(?:enat(?:ed?|ion))?|hard[- ]?coded?|etl|audit|metadata|berechnet|abgeleitet|nachschlagen)",
    re.IGNORECASE,
)
_LEAST_KINDS = 2
_MOST_KINDS = 8
_LEAST_TEXTS = 2
_LEAST_RULES = 4
_NEARLY_ALL = 0.9
_COMMANDS = 0.6
"""Share of texts that begin with what is to be done, from which a column holds the rules."""
_EMPTY_WHERE_DIRECT = 0.7
"""Share of direct moves beside which a column of rules has nothing to say."""


def are_kinds(values: Sequence[str]) -> bool:
    """Whether texts are kinds of rules and nothing else: letters, or words such as `direct` and `derived`."""
    texts = {value.strip() for value in values}
    if not _LEAST_KINDS <= len(texts) <= _MOST_KINDS or len(texts) == len(values):
        return False
    return all(_DIRECT.fullmatch(text) or _KIND.fullmatch(text) for text in texts)


def has_copies(values: Sequence[str]) -> bool:
    """Whether one of some kinds is that of a copy by more than a letter, which no type of a database is called."""
    return any(len(text) > 1 and _DIRECT.fullmatch(text) for text in (value.strip() for value in values))


def rules_beside(grid: SheetGrid, rows: Sequence[int], kinds: int, columns: Sequence[int], above: int) -> int:
    """The column that says the rules whose kinds stand in another one; 0 where none is sure to.

    Args:
        grid: the sheet.
        rows: the rows of the mapping.
        kinds: the column that holds kinds and nothing else.
        columns: columns whose headers leave open what they hold, from left to right.
        above: the row above the header, in which bands may stand; 0 for none.
    """
    near = sorted(columns, key=lambda c: (c < kinds, abs(c - kinds)))
    for column in near:
        texts = {row: grid.at(row, column) for row in rows if grid.at(row, column)}
        if _under_one_band(grid, above, kinds, column):
            return column
        told = {row: grid.at(row, kinds).strip() for row in rows}
        if len(texts) >= _LEAST_TEXTS and (_says_where_due(told, texts) or _are_said(texts)):
            return column
        if column == kinds + 1 and _says_all(told, texts):
            return column
    return 0


def _says_all(told: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    """Whether a column says something else of nearly every rule that is no direct move."""
    others = [row for row, kind in told.items() if kind and not _DIRECT.fullmatch(kind)]
    said = [texts[row] for row in others if row in texts]
    whole = sum(len(text.split()) > 1 for text in said)
    return (
        len(others) >= _LEAST_RULES
        and len(said) >= _NEARLY_ALL * len(others)
        and len(set(said)) > len(said) / 2
        and whole > len(said) / 2
    )


def _says_where_due(told: Mapping[int, str], texts: Mapping[int, str]) -> bool:
    """Whether a column says something of every rule that is no direct move, and next to nothing of those."""
    direct = {kind for kind in told.values() if _DIRECT.fullmatch(kind)} or _silent_kind(told, texts)
    moved = [row for row, kind in told.items() if kind in direct]
    others = [row for row, kind in told.items() if kind and kind not in direct]
    silent = sum(row not in texts for row in moved)
    return (
        bool(others and moved)
        and all(row in texts for row in others)
        and silent >= _EMPTY_WHERE_DIRECT * len(moved)
    )


def _silent_kind(told: Mapping[int, str], texts: Mapping[int, str]) -> set[str]:
    """The one letter that stands, twice at least, beside nothing and nowhere else."""
    silent = [kind for row, kind in told.items() if kind and row not in texts]
    spoken = {kind for row, kind in told.items() if row in texts}
    return set(silent) if len(set(silent)) == 1 and len(silent) > 1 and silent[0] not in spoken else set()


def _are_said(texts: Mapping[int, str]) -> bool:
    """Whether most texts begin with what is to be done."""
    return sum(map(is_command, texts.values())) > _COMMANDS * len(texts)


def _under_one_band(grid: SheetGrid, above: int, kinds: int, column: int) -> bool:
    """Whether a band for rules stands over both columns."""
    if above < 1 or column < kinds:
        return False
    over = next((c for c in range(kinds, 0, -1) if grid.at(above, c)), 0)
    between = any(grid.at(above, c) for c in range(over + 1, column + 1))
    return bool(over) and not between and guess(grid.at(above, over)).kind == "rule"
