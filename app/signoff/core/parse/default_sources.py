"""Whether the source table that lines above a grid name is the one its columns are read from."""

from __future__ import annotations

import re

from signoff.core.domain.spec import Role
from signoff.core.parse.blocks import Block
from signoff.core.parse.placeholders import is_placeholder
from signoff.core.parse.roles import values_of

_WORD = re.compile(r"\w+")
_BEFORE_DOT = re.compile(r"(?<![\w])([^\W\d]\w*)\.[^\W\d]\w*(?![\w.(])")


def without_other(source: str, block: Block) -> str:
    """The source table that lines above a grid name; empty where every source in it is told with another table.

    Args:
        source: the table; may be empty.
        block: the grid.
    """
    layout = block.layout
    texts = [
        text
        for column in layout.columns(Role.SOURCE_COLUMN)
        for text in values_of(block.grid, layout, column)
        if not is_placeholder(text)
    ]
    tables = {found for text in texts for found in _BEFORE_DOT.findall(text)}
    told = bool(texts) and all(_BEFORE_DOT.match(text) for text in texts)
    named = {word.casefold() for word in _WORD.findall(source)}
    return "" if told and not named & {table.casefold() for table in tables} else source
