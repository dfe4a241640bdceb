"""Hashes of one text that is put together with fixed parts: ``md5 of the text 'T-' followed by the id``."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family

NAME = "P71 hashed texts"

_HASH = re.compile(
    r"(?:the )?(?P<f>md5|md - 5|sha256|sha - 256|sha2 - 256)(?: - )?(?: ?hash| ?hash value| ?hash key| ?digest)?"
    r"(?P<how> of| over| from| \(|)(?: the| a)?(?: (?:text|string|value|word|characters|concatenation of))?(?: :)? "
)
_EXAMPLE = re.compile(r"(?: ,)? \( (?:e \. g \.|e\.?g ?\.?|eg|for example|example :?|such as|like) .*\)$")


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The hash, when the whole phrase tells one text with a fixed part in it."""
    found = _HASH.match(phrase.text)
    if found is None or ctx.scope.aggregate:
        return None
    end = len(phrase.text)
    example = _EXAMPLE.search(phrase.text, found.end())
    if example is not None:
        end = example.start()
    if found["how"].strip() == "(":
        if not phrase.text[:end].endswith(" )"):
            return None
        end -= len(" )")
    if "§q" not in phrase.text[found.end() : end]:
        return None
    made = ctx.value(phrase.cut(found.end(), end))
    if made is None or made.family is not Family.TEXT or " || " not in made.sql:
        return None
    function = "md5" if found["f"].startswith("md") else "sha256"
    return Piece(f"{function}({made.sql})", "VARCHAR")
