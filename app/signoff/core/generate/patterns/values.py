"""Sub-phrases as values: a column, a fixed value, "null", "direct", or anything a compiler understands."""

from __future__ import annotations

from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import SELF, Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, quoted_text

_NULL = (
    "<load> (null|nulls|no value|nothing)",
    "(leave|keep) [(it|§s)] (null|blank|empty)",
    "(left|kept) (null|blank|empty)",
)
_SAME = (
    "<load> [(original|same|actual|existing|source)] (§s|value|as is|as it is|unchanged)",
    "(direct|directly|as is|as it is|unchanged|same|do nothing|no change|pass through|leave unchanged|"
    "keep unchanged|"
    "same value|same as source|keep|keep it|one to one|direct copy|unverändert|übernehmen)",
    "(direct|directly|straight) (move|mapping|load|map|copy|assignment)",
    "(move|map|load|copy|pass) (direct|directly|as is|unchanged|straight|through)",
    "[(keep|leave|load|take|use|map)] §s (as is|as it is|unchanged|directly|as it stands)",
)
_WORDS = {
    "zero": "0",
    "blank": "",
    "empty string": "",
    "blank text": "",
    "space": " ",
    "a space": " ",
    "true": "true",
    "false": "false",
}
_FIXED = (
    "<load> [(default|constant|fixed|hardcoded|hard coded|static|literal)] [(value|§s|text|to|of)] [\\(] "
    "{l} [\\)]",
)


def value_of_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The phrase as a value without further instructions in it; None when it is more, or not understood."""
    if not phrase.marks:
        return None
    if len(phrase.columns) == 1:
        slots = first_match(
            phrase, ("<load> {c}", "<load> {c} [(as is|directly|unchanged|direct)]", "(only|just) {c}")
        )
        return ctx.subject(slots["c"]) if slots else None
    if first_match(phrase, _NULL) is not None:
        return NULL
    if phrase.text == f"{SELF} " or first_match(phrase, _SAME) is not None:
        return ctx.subject(Phrase((), phrase.source))
    slots = first_match(phrase, _FIXED)
    if slots is not None:
        return fixed(slots["l"])
    return _worded(phrase)


_BEGIN_LABELS = frozenset(("in", "with", "by", "from", "auf", "mit"))
"""Small words that without a verb before them are part of a text: in progress, with customer."""


def _worded(phrase: Phrase) -> Piece | None:
    """A fixed value in words: zero, blank, Active."""
    slots = first_match(phrase, ("<load> {w:any}",)) if phrase.marks[0].text not in _BEGIN_LABELS else None
    for words in (phrase, slots["w"] if slots else phrase):
        known = _WORDS.get(words.text.strip())
        if known is not None:
            return quoted_text(known)
        text = bare_text(words)
        if text is not None:
            return quoted_text(text)
    return None
