"""Texts put together of parts that are trimmed first: ``trim both, then first name, blank, last name``."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece
from signoff.core.generate.types import Family

NAME = "P69 trimmed parts"

_TRIM = re.compile(
    r"(?:trim|strip) (?:both|each|all|them|every)(?: (?:parts?|names?|of them|columns?|fields?|"
    r"values?))? (?:, |; |\. )?"
    r"(?:then |and then |and )"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The text of trimmed parts, when the whole phrase says that."""
    found = _TRIM.match(phrase.text)
    if found is None or ctx.depth or ctx.scope.aggregate or len(ctx.scope.sources) < 2:
        return None
    made = ctx.value(phrase.cut(found.end(), len(phrase.text)))
    parts = [column_piece(column) for column in ctx.scope.sources]
    if made is None or " || " not in made.sql or any(part.family is not Family.TEXT for part in parts):
        return None
    trimmed = {part.sql: f"trim({part.sql})" for part in parts}
    names = re.compile(rf"'(?:[^']|'')*'|(?<![\w.\"])(?:{'|'.join(map(re.escape, trimmed))})(?![\w\"])")
    if set(names.findall(made.sql)) & set(trimmed) != set(trimmed):
        return None
    return Piece(names.sub(lambda found: trimmed.get(found.group(), found.group()), made.sql), "VARCHAR")
