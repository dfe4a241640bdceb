"""Words and digits of a text: the first word, what is left after it, four digits after a sign, a prefix taken off."""

from __future__ import annotations

from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, quoted_text, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

NAME = "P23 words"

_OF = "[(of|in|from)] {s}"
_TAKE = "[(take|use|load|only|just|keep|get|extract)]"
FIRST_WORD = (f"{_TAKE} first word {_OF}",)
LAST_WORD = (f"{_TAKE} last word {_OF}",)
AFTER_WORD = (
    f"{_TAKE} (everything|all|rest|whatever is left|whatever comes|what is left|what comes|whatever remains|what "
    f"remains|remaining words|part|text) (after|behind|without) [(that|this)] first word {_OF}",
)
DIGITS_AFTER = (
    f"{_TAKE} {{n:any}} (digits|digit|characters|letters) (after|behind|following|that follow|"
    f"right after) {{q:any}} {_OF}",
)
DIGITS_BEFORE = (f"{_TAKE} {{n:any}} (digits|digit|characters|letters) (before|in front of) {{q:any}} {_OF}",)
AFTER_PREFIX = (
    f"{_TAKE} (number|part|text|rest|digits|value|everything|what comes|what stands) (after|behind|"
    f"following|without) [the] "
    "(prefix|letters|leading letters|letter) {p:any}",
    "(remove|drop|cut off|strip|without|take off|leave out) [the] (prefix|leading letters|"
    "leading) {p:any} [(from|of) {s}]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The words or digits, when the whole phrase says which."""
    return _word(phrase, ctx) or _beside(phrase, ctx) or _after_prefix(phrase, ctx)


def _text(slots: dict[str, Phrase], ctx: Context) -> str | None:
    """SQL of the text a rule works on."""
    subject = ctx.subject(slots.get("s") or Phrase((), ""))
    return subject.sql if subject is not None and subject.family is Family.TEXT else None


def _word(phrase: Phrase, ctx: Context) -> Piece | None:
    """One word, or all but the first."""
    for templates, sql in (
        (FIRST_WORD, "nullif(split_part(trim({0}), ' ', 1), '')"),
        (LAST_WORD, "nullif(split_part(trim({0}), ' ', -1), '')"),
        (AFTER_WORD, "trim(regexp_replace(trim({0}), '^\\S+', ''))"),
    ):
        slots = first_match(phrase, templates)
        text = _text(slots, ctx) if slots else None
        if text is not None:
            return Piece(sql.replace("{0}", text), "VARCHAR")
    return None


def _beside(phrase: Phrase, ctx: Context) -> Piece | None:
    """Some letters right after or before a sign."""
    for templates, after in ((DIGITS_AFTER, True), (DIGITS_BEFORE, False)):
        slots = first_match(phrase, templates)
        count, sign = (number(slots["n"]), sign_of(slots["q"])) if slots else (None, None)
        text = _text(slots, ctx) if slots else None
        if not count or not sign or text is None:
            continue
        quoted = text_literal(sign)
        if not after:
            rest = f"right(split_part({text}, {quoted}, 1), {count})"
            return Piece(f"CASE WHEN contains({text}, {quoted}) THEN {rest} END", "VARCHAR")
        rest = f"substring({text}, strpos({text}, {quoted}) + {len(sign)}, {count})"
        return Piece(f"CASE WHEN contains({text}, {quoted}) THEN {rest} END", "VARCHAR")
    return None


def _after_prefix(phrase: Phrase, ctx: Context) -> Piece | None:
    """The text with letters in front taken off."""
    slots = first_match(phrase, AFTER_PREFIX)
    text = _text(slots, ctx) if slots else None
    if slots is None or text is None or len(slots["p"].marks) != 1:
        return None
    word = fixed(slots["p"]) or (quoted_text(slots["p"].raw) if slots["p"].raw.isupper() else None)
    if word is None or not word.literal:
        return None
    rest = f"substring({text}, {len(word.literal) + 1})"
    return Piece(f"CASE WHEN starts_with({text}, {word.sql}) THEN {rest} ELSE {text} END", "VARCHAR")
