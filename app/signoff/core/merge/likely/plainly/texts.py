"""Texts in plain words: the readers of parts, of texts put together and of days written out, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.day_texts import shaped_day, short_day, written_day
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.joined_texts import (
    listed_texts,
    masked_text,
    slashed_texts,
    texts_in_row,
)
from signoff.core.merge.likely.plainly.text_parts import cut_text, end_of, nth_part, parameter_of


def text_of(text: str, ground: Ground) -> str:
    """SQL of a text; empty where its words are not understood.

    Args:
        text: the words.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" ,;").split())
    plain = plain if plain.endswith("'.'") else plain.rstrip(".")
    if re.fullmatch(r"'[^']*'", plain):
        return plain
    for reader in _READERS:
        if made := reader(plain, ground):
            return made
    return ""


_READERS: tuple[Callable[[str, Ground], str], ...] = (
    short_day,
    shaped_day,
    masked_text,
    listed_texts,
    slashed_texts,
    parameter_of,
    cut_text,
    nth_part,
    texts_in_row,
    end_of,
    written_day,
)
