"""Short words for what a group comes to: ``count`` beside a source, ``rows with 3 points``, ``events of type view``."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import name_parts
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text
from signoff.core.generate.types import Family

NAME = "P39 group words"

_COUNT = re.compile(
    r"^(?:the\s+)?(?:count|number)(?:\s+(?:them|it|these|of\s+(?:them|these|it|values)))?$", re.IGNORECASE
)
_MANY = r"^(?:the\s+)?(?:number\s+of|count\s+of|how\s+many|count|no\.?\s+of|total\s+number\s+of)\s+(?:the\s+|all\s+)?"
_OF_NUMBER = re.compile(
    rf"{_MANY}(?P<thing>[\w-]+)\s+(?:with|having|that\s+have|that\s+gave|worth|of|at)\s+(?:exactly\s+)?(?P<value>\d+"
    rf"(?:\.\d+)?)\s+(?P<noun>[A-Za-z][\w ]*)$",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    rf"{_MANY}(?P<thing>[\w-]+)\s+(?:(?:that\s+)?(?:are|were|is)\s+)?(?:of|with|in|by|named|called)\s+(?:the\s+)?(?"
    rf"P<noun>type|kind|name|status|state|category|class|stage|event|method|reason|result|outcome|"
    rf"value|sort)?\s*"
    r"(?P<value>'[^']+'|\"[^\"]+\"|[A-Za-z]\w*)$",
    re.IGNORECASE,
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The count, when the rows are grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or ctx.depth:
        return None
    text = " ".join(phrase.raw.split()).strip(" .")
    source = ctx.only_source
    if source is not None and _COUNT.match(text):
        return Piece(f"count({source.sql})", "BIGINT")
    return _of_number(text, ctx) or _of_kind(text, ctx)


def _of_number(text: str, ctx: Context) -> Piece | None:
    match = _OF_NUMBER.match(text)
    if match is None:
        return None
    said = "".join(name_parts(match["noun"].strip().replace(" ", "_")))
    found = [c for c in ctx.scope.columns if _is_called(c.column.name, said)]
    if len({c.sql for c in found}) != 1 or column_piece(found[0]).family is not Family.NUMBER:
        return None
    return Piece(f"count(CASE WHEN {found[0].sql} = {match['value']} THEN 1 END)", "BIGINT")


def _is_called(name: str, said: str) -> bool:
    plain = "".join(name_parts(name))
    return plain == said or plain.removesuffix("s") == said.removesuffix("s")


def _of_kind(text: str, ctx: Context) -> Piece | None:
    """Rows whose only source holds a word: in quotes, or behind the noun of such a column."""
    match, source = _OF_KIND.match(text), ctx.only_source
    if match is None or source is None or column_piece(source).family is not Family.TEXT:
        return None
    word = match["value"]
    quoted = word[0] in "'\""
    if not quoted and not match["noun"]:
        return None
    wanted = quoted_text(word.strip("'\""))
    return Piece(f"count(CASE WHEN {source.sql} = {wanted.sql} THEN 1 END)", "BIGINT")
