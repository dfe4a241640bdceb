"""The name in one target column's cell, without the marks and remarks around it."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.parse.names import clean_name, is_name, unmarked, without_note
from signoff.core.parse.placeholders import REMEMBERED, is_one_word
from signoff.core.parse.types import looks_like_type

_TYPE_BEHIND = re.compile(r"\w[`\"'\]]?\s*\(([A-Za-z][\w ]*(?:\(\s*\d+\s*(?:,\s*\d+\s*)?\))?)\)\s*$")
"""A type in brackets behind a name: `amount (DECIMAL(9,2))`."""


def column_named(text: str, target: str) -> tuple[str, bool, str]:
    """The name in a target column's cell, whether a mark on it says key, and the type in brackets behind it.

    A cell that holds nothing but a mark is called as it is: never without a name.

    Args:
        text: the cell.
        target: the table it belongs to; its name before the column's is left out.
    """
    if is_one_word(text):
        return text, False, ""
    name, is_key, type_behind = _named(text)
    return clean_name(_without_table(name, target)) if "." in name else name, is_key, type_behind


@lru_cache(maxsize=REMEMBERED)
def _named(text: str) -> tuple[str, bool, str]:
    text, type_behind = _without_type(text)
    name = unmarked(without_note(unmarked(text.replace("\n", " ")).text))
    return clean_name(name.text) or text, unmarked(text).key, type_behind


def _without_type(name: str) -> tuple[str, str]:
    """A name and the type in brackets behind it; the type is empty where there is none."""
    told = _TYPE_BEHIND.search(name)
    if told is None or not looks_like_type(told.group(1)):
        return name, ""
    return name[: name.index("(", told.start())].strip(), told.group(1)


def _without_table(name: str, target: str) -> str:
    """A target column without its own table before it; another dotted name is a path of its own."""
    if not is_name(name):
        return name
    table, _dot, column = name.rpartition(".")
    own = target.rpartition(".")[2].casefold()
    return column if table.rpartition(".")[2].casefold() == own or " " in name else name
