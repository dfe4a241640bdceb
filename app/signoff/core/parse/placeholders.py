"""Cells that stand for nothing: placeholders for "no source", and words that leave it open."""

from __future__ import annotations

import re
from functools import lru_cache

from signoff.core.parse.lexicon import placeholder_words
from signoff.core.parse.words import plain

_DASHES = re.compile(r"^[\W_]*$")
REMEMBERED = 2**14
"""Texts whose reading is kept: those of a large sheet come again and again."""
_NO_FIELD = re.compile(
    r"^(?:no|not)\s+(?:\w+\s+){0,4}(?:column|field|target|mapped|migrated|promoted|loaded|carried|kept)\b"
)
_WHOLE_TABLE = re.compile(
    r"^[(\[<{*]+\s*(?:(?:whole|all|entire|target|the)\s+)?(?:table|rows?|grain|tabelle|tabla|header|general|target)"
    r"(?:[\s-](?:level|rule|logic|note|grain))?\s*[)\]>}*]+$|^table[\s-]level(?:\s+\w+)?$",
    re.IGNORECASE,
)
"""A target cell of a row that speaks of the whole table: `(table)`."""
_BRACKETED = re.compile(r"^[(\[<*]+\s*([^()\[\]<>]*?)\s*[)\]>*]+$")


def is_blank(text: str) -> bool:
    """Empty, or nothing but dashes and other marks."""
    return not text[:1].isalnum() and bool(_DASHES.match(text))


def is_placeholder(text: str, *, beside_table: bool = False) -> bool:
    """Whether a source cell says that there is no source.

    Args:
        text: the cell.
        beside_table: a source table is named on the row, so that `Job` or `System` are columns.
    """
    if not is_one_word(text):
        return _is_placeholder(text, beside_table)
    sets, bare = placeholder_words(), _bare(text)
    return not bare or bare in sets["whole"] or (not beside_table and bare in sets["alone"])


@lru_cache(maxsize=REMEMBERED)
def _is_placeholder(text: str, beside_table: bool) -> bool:
    if is_blank(text):
        return True
    sets, bare = placeholder_words(), _bare(text)
    several_words = " " in text.strip()
    starts = several_words and any(bare == s or bare.startswith(s + " ") for s in sets["starts"])
    return bare in sets["whole"] or starts or (not beside_table and bare in sets["alone"])


@lru_cache(maxsize=REMEMBERED)
def is_no_target(text: str) -> bool:
    """Whether a target cell says that what stands in the source cell goes nowhere."""
    bare = _bare(text)
    known = bare in placeholder_words()["no_target"] or bool(_WHOLE_TABLE.match(text.strip()))
    return known or is_blank(text) or (bare.startswith("no") and bool(_NO_FIELD.match(bare)))


@lru_cache(maxsize=REMEMBERED)
def is_same_name(text: str) -> bool:
    """Whether a target cell says that the name stays that of the source."""
    return _bare(text) in placeholder_words()["same_name"]


def is_one_word(text: str) -> bool:
    """Whether a text is a single word of plain letters, digits and underscores: told at once, as most names are."""
    return text.isascii() and text.isidentifier()


def _bare(text: str) -> str:
    """The words of a cell without brackets around it; quick for what is one word."""
    if is_one_word(text):
        return text.casefold().replace("_", " ").strip()
    return plain(_BRACKETED.sub(r"\1", text.strip()))


def is_undecided(text: str) -> bool:
    """Whether a cell says that the matter is still open."""
    stripped = text.strip()
    return bool(stripped) and (
        stripped.strip("?") == "" or plain(stripped) in placeholder_words()["undecided"]
    )
