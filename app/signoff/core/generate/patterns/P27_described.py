"""Rules that only describe their one source: "abbreviation of the state name"; and whether it is filled at all.

A description has no word beside those of the source's and its table's names; a word that asks for something to be done
(first, number, day, total) counts only where the source is called so. "true if the visit has no end" tests whether the
source is missing.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.column_nouns import name_parts, says
from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import COLUMN, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.patterns.wordlists import word_set

NAME = "P27 described"

_FILLING = word_set("the a an of for its their from in on as this that to which is s '")
_LEAST = 2
_DAY = re.compile(rf"(?:the )?(?:calendar )?day of (?:the )?{COLUMN} $")
_COUNTS = re.compile(
    r"\s*(?:the\s+)?(?:number|count|total|sum|amount)\s+of\b.*s\s*$|\s*-(?=\w)", re.IGNORECASE
)
"""Asks for many to be counted, even where a source is called so: "number of lines" of line_number; or to negate."""
_TRUE = r"(?:true|1|yes)\s+"
_WHEN = r"(?:if|when|where|while|for|as\s+long\s+as|so\s+long\s+as|whenever|in\s+case)\s+"
_NONE = re.compile(
    rf"^{_TRUE}{_WHEN}(?:there\s+is\s+no(?:t\s+an?)?|(?:the\s+)?[\w ]{{1,30}}?\s+(?:has|have|had)\s+no|no|"
    r"without(?:\s+an?)?)\s+(?P<what>[\w ]+?)(?:\s+(?:is|was|has\s+been|are))?"
    r"(?:\s+(?:set|given|filled|known|present|there|entered|recorded|yet))*(?:\s*[,;]?\s*(?:else|otherwise)\s+(?:false|0|no))?\s*$",
    re.IGNORECASE,
)
_SOME = re.compile(
    rf"^{_TRUE}{_WHEN}(?:there\s+is\s+an?|(?:the\s+)?[\w ]{{1,30}}?\s+(?:has|have|had)\s+an?|an?)\s+"
    r"(?P<what>[\w ]+?)(?:\s+(?:is|was|has\s+been|are)\s+(?:set|given|filled|known|present|there|entered|recorded))?"
    r"(?:\s*[,;]?\s*(?:else|otherwise)\s+(?:false|0|no))?\s*$",
    re.IGNORECASE,
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The source, or whether it is there, when the whole phrase says nothing more."""
    source = ctx.only_source
    if phrase.columns and ctx.target_type == "DATE" and _DAY.match(phrase.text):
        return Piece(f"CAST({column_piece(phrase.columns[0]).sql} AS DATE)", "DATE")
    if source is None or ctx.depth:
        return None
    words = (
        *name_parts(source.column.name),
        *name_parts(source.table),
        *(part for part in name_parts(source.relation) if len(part) > 1),
        *(part for place in ctx.scope.places for part in name_parts(place)),
        *(name_parts(ctx.mapping.target) if ctx.mapping is not None else ()),
    )
    if ctx.target_type.startswith("BOOL"):
        return _filled(phrase.raw, words, ctx)
    if _COUNTS.match(phrase.raw):
        return None
    said = [word for word in re.findall(r"[\w']+", phrase.raw.casefold()) if word not in _FILLING]
    own = name_parts(source.column.name)
    others = {c.column.name.casefold() for c in ctx.scope.columns} - {source.column.name.casefold()}
    if any("_" in word and word in others for word in said):
        return None
    described = len(said) >= _LEAST and all(any(says(part, word) for part in words) for word in said)
    named = any(says(part, word) for part in own for word in said)
    return column_piece(source) if described and named and not ctx.scope.aggregate else None


def _filled(raw: str, words: tuple[str, ...], ctx: Context) -> Piece | None:
    source = ctx.only_source
    text = " ".join(raw.split()).rstrip(" .")
    for shape, test in ((_NONE, "IS NULL"), (_SOME, "IS NOT NULL")):
        match = shape.match(text)
        said = [w for w in match["what"].casefold().split() if w not in _FILLING] if match is not None else []
        if source is not None and said and all(any(says(part, word) for part in words) for word in said):
            return Piece(f"{column_piece(source).sql} {test}", "BOOLEAN")
    return None
