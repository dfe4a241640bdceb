"""What a branch gives: a fixed value, no value, the column itself, or what compilers make of the words."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.bare import loose_text
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import SELF, Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, quoted_text
from signoff.core.generate.patterns.values import value_of_phrase
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family, family_of

_NOTHING = (
    "[(leave|keep|set|set to|load|to|as|should be|is|field|§s|it)] [(it|§s|as|to)] "
    "(null|nulls|no value|nothing|blank|empty|null value|left blank|left empty|leave blank|"
    "leave empty|not populated|"
    "blanked out|blank out|leave null)",
)
_KEPT = (
    "[(keep|leave|load|take|use|map|copy|pass|move|stay|stays|remain|remains|kept)] [(it|"
    "§s|value|original|current)] "
    "[(value|column|field)] [(as|through|over)] (is|as is|unchanged|same|direct|directly|"
    "straight|it is|one to one|"
    "direct move|direct mapping|direct map|straight move|straight copy|pass through|no change|"
    "through|source value|"
    "original value|same value|source|itself|copy|keep|not changed|not touched|keep value|keep as is|it stands)",
    "(direct|straight|simple) (move|map|mapping|copy|load)",
    "(keep|use|take|copy|load|leave|return) [(it|§s|value|source value|original value|source|as is)]",
)
_YES_NO = "{word:word} \\( {code:any} \\)"
_STRANGE = word_set(
    "stands stand for if when then else otherwise where is are be has have it its they this "
    "that these those which who and or not than "
    "set to from by with without code codes value values field column row rows record records "
    "source target lookup "
    "based see note per each every other others all any anything everything must should will "
    "would can could may "
    "endif end unless except only until while during before after above below under over least most more less "
    "following according respective flag mark populate load map mapped return use take replace "
    "substitute default "
    "defaults defaulted defaulting out up as "
    "prefixed suffixed preceded followed padded rounded capped trimmed converted agreed clarified"
)
_MOST_WORDS = 5
_AS_SOMEBODY = re.compile(r"\b(?:as\s+(?:the|an?)|like|wie)\s+$", re.IGNORECASE)
"""Before words that point somewhere else: "as the handler says"."""


def value_of(part: Phrase, subject: Piece | None, ctx: Context) -> Piece | None:
    """The value of a branch; None when it is not understood."""
    written = fixed(part)
    if written is not None:
        return written
    if first_match(part, _NOTHING) is not None:
        return NULL
    if subject is not None and (part.text == f"{SELF} " or first_match(part, _KEPT) is not None):
        return None if _may_be_label(part, subject, ctx) else subject
    named = _named_code(part)
    if named is not None:
        return named
    if part.text == "zero " and family_of(ctx.target_type) is Family.NUMBER:
        return quoted_text("0")
    if not part.columns:
        text = plain_label(part, ctx)
        if text is not None:
            return _truth(text, ctx) or quoted_text(text)
        return value_of_phrase(part, ctx) if len(part.marks) == 1 else None
    found = value_of_phrase(part, ctx) or ctx.value(part)
    number = found is not None and found.column is not None and found.family is Family.NUMBER
    return (
        None
        if number and family_of(ctx.target_type) is Family.TEXT and part.text.endswith("direct ")
        else found
    )


def _may_be_label(part: Phrase, subject: Piece, ctx: Context) -> bool:
    """Whether "direct" may be a fixed text: the subject is a number, and a text is wanted."""
    wanted = family_of(ctx.target_type)
    return (
        len(part.marks) == 1
        and part.text == "direct "
        and wanted is Family.TEXT
        and subject.family is Family.NUMBER
    )


def plain_label(part: Phrase, ctx: Context) -> str | None:
    """A few plain words as a fixed text, none of which tells what is to be done."""
    words = [word.lower() for word in re.findall(r"[^\W\d]+", part.raw)]
    if re.search(r"[()+]", part.raw) or (len(part.marks) > 1 and part.raw[0].isdigit()):
        return None
    if len(words) > 1 and _AS_SOMEBODY.search(part.source[: part.marks[0].token.start]):
        return None
    if not part.marks or len(words) > _MOST_WORDS or set(words) & _STRANGE or "¶" in part.text:
        return None
    return loose_text(part, ctx.scope)


def _named_code(part: Phrase) -> Piece | None:
    """A word with its code in brackets: Yes (Y)."""
    slots = part.match(_YES_NO)
    code = slots["code"].raw if slots else ""
    word = slots["word"].raw if slots else ""
    fits = code.isalnum() and len(code) == 1 and code.isupper() and word[:1].upper() == code
    return quoted_text(code) if fits else None


def _truth(text: str, ctx: Context) -> Piece | None:
    """True and false of a column of truth values, however they are written."""
    if family_of(ctx.target_type) is not Family.FLAG:
        return None
    known = {"t": "true", "true": "true", "yes": "true", "y": "true", "f": "false", "false": "false"}
    word = {**known, "no": "false", "n": "false"}.get(text.lower())
    return quoted_text(word) if word else None
