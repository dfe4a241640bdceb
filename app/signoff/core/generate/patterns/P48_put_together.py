"""Texts put together, told piece by piece: ``A followed by a space and B``, ``{A}-{B}``, ``prefix 'C' to A``.

A missing part makes the result missing, unless the rule says that it is left out; the other reading is offered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.phrases import COLUMN, NUMBER, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, text_literal
from signoff.core.generate.patterns.put_together_words import (
    BEFORE_SKIPS,
    LEADING_SEPARATED,
    LINK,
    NAMED,
    PREFIX,
    PUT_BETWEEN,
    SEPARATED,
    SIGN_WORDS,
    SKIPS,
    SUFFIX,
    TAIL,
    VERB,
)
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family, family_of

NAME = "P48 put together"


@dataclass(frozen=True)
class _Said:
    """What is left of the phrase once the words around its parts are taken off."""

    body: Phrase
    separator: str | None = None
    skips: bool = False
    verb: bool = False


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The texts put together, when every word of the phrase is a part or tells how."""
    if (
        ctx.scope.aggregate
        or family_of(ctx.target_type) not in (Family.TEXT, Family.UNKNOWN)
        or not phrase.marks
    ):
        return None
    return _affixed(phrase, ctx) or _framed(phrase) or _told(phrase, ctx)


def _affixed(phrase: Phrase, ctx: Context) -> Piece | None:
    """A fixed text before or behind the column."""
    for templates, before in ((PREFIX, True), (SUFFIX, False)):
        for template in templates:
            slots = phrase.match(template)
            subject = ctx.subject(slots.get("s") or Phrase((), phrase.source)) if slots else None
            text = _literal(slots["q"]) if slots and subject is not None else None
            if subject is not None and text:
                sides = (text_literal(text), subject.as_text)
                return Piece(" || ".join(sides if before else sides[::-1]), "VARCHAR")
    return None


def _literal(slot: Phrase) -> str | None:
    """A fixed text, quoted or as a few capitals."""
    written = fixed(slot)
    if written is not None:
        return written.literal
    raw = slot.raw
    short = len(slot.marks) == 1 and not slot.columns and raw.isalnum() and raw.isupper() and len(raw) <= 4
    return raw if short else None


def _framed(phrase: Phrase) -> Piece | None:
    """Columns in brackets of any kind with signs between them: {A}-{B}, <A>/<B>."""
    found = re.fullmatch(
        rf"(?:(?:format|pattern|in format|as|form) (?:: |= )?)?((?:[{{<\[] {COLUMN} [}}>\]] (?:\S )?)+)",
        phrase.text,
    )
    if found is None or len(phrase.columns) < 2:
        return _bracketed(phrase)
    pieces = [
        column_piece(mark.column).as_text if mark.column else text_literal(mark.token.value)
        for mark in phrase.cut(*found.span(1)).marks
        if mark.column or mark.text not in ("{", "}", "<", ">", "[", "]")
    ]
    return Piece(" || ".join(pieces), "VARCHAR") if len(pieces) > len(phrase.columns) else None


def _bracketed(phrase: Phrase) -> Piece | None:
    """Two columns in square brackets with a sign between them: [A]-[B]."""
    raw, columns = phrase.raw, phrase.columns
    tight = re.fullmatch(r"\[[^\[\]]+\]([-_/.:])\[[^\[\]]+\]", raw)
    if tight is None or len(columns) != 2 or any(column_piece(c).family is not Family.TEXT for c in columns):
        return None
    one, two = (column_piece(column).sql for column in columns)
    return Piece(f"{one} || {text_literal(tight[1])} || {two}", "VARCHAR")


def _told(phrase: Phrase, ctx: Context) -> Piece | None:
    """Parts with links between them."""
    said = _without_words(phrase)
    parts = _parts(said.body, ctx)
    columns = [part for part in parts if part.column is not None]
    signed = len(columns) < len(parts)
    if len(columns) < 1 or len(parts) < 2 or (said.separator is not None and (signed or len(columns) < 2)):
        return None
    if said.separator is None and not signed and not said.verb:
        return None
    if re.match(r"(?:minus|plus) §c $", said.body.text) and columns[0].family is Family.NUMBER:
        return None
    if len({part.sql for part in columns}) < len(columns):
        return None
    if said.skips and not signed:
        return _skipping(columns, said.separator or "")
    if said.skips:
        return None
    if said.separator is not None and ctx.holds(Choice.CONCAT_SKIPS_NULL):
        return _skipping(columns, said.separator)
    between = f" || {text_literal(said.separator)} || " if said.separator else " || "
    return Piece(between.join(part.as_text for part in parts), "VARCHAR")


def _skipping(columns: list[Piece], separator: str) -> Piece:
    return Piece(f"concat_ws({text_literal(separator)}, {', '.join(c.as_text for c in columns)})", "VARCHAR")


def _without_words(phrase: Phrase) -> _Said:
    """The phrase without its verb, its separator, and what it says of missing parts."""
    body, separator, skips, verb = phrase, None, False, False
    found = SKIPS.search(body.text)
    if found is not None and found.start():
        body, skips = body.cut(0, found.start()), True
    between = PUT_BETWEEN.match(body.text)
    if between is not None:
        return _Said(body.cut(*between.span("rest")), _sign(body.cut(*between.span("sign"))), skips, True)
    leading = LEADING_SEPARATED.match(body.text)
    if leading is not None and leading.end() < len(body.text):
        separator = _sign(body.cut(*leading.span("sign")))
        body = body.cut(leading.end(), len(body.text)) if separator is not None else body
    for pattern in SEPARATED:
        found = pattern.search(body.text) if separator is None else None
        if found is not None and found.start():
            separator = _sign(body.cut(*found.span("sign")))
            body = body.cut(0, found.start()) if separator is not None else body
    tail = TAIL.search(body.text)
    if tail is not None and tail.start():
        body, verb = body.cut(0, tail.start()), True
    lead = VERB.match(body.text)
    if lead is not None and lead.end():
        verb = verb or bool(
            re.search(
                r"concat|comb|join|merge|glue|put|string|compos|build|built|made|construct|assemble",
                lead.group(),
            )
        )
        body = body.cut(lead.end(), len(body.text))
    only = BEFORE_SKIPS.match(body.text)
    if only is not None and only.end():
        body, skips = body.cut(only.end(), len(body.text)), True
    return _Said(body, separator, skips or "( if present )" in body.text, verb)


def _sign(slot: Phrase) -> str | None:
    """The sign a slot quotes or names."""
    words = re.sub(r"^(?:single |one |a |an )+", "", slot.text).strip()
    if words in ("nothing",):
        return ""
    plus = re.fullmatch(r"comma (?:\+ )?(?:and )?(?:a )?(?:followed by )?(?:a )?(?:space|blank)", words)
    return ", " if plus else sign_of(Phrase(slot.marks[len(slot.marks) - len(words.split()) :], slot.source))


def _parts(body: Phrase, ctx: Context) -> list[Piece]:
    """The parts between the links; none where one is not understood."""
    made: list[Piece] = []
    linked = True
    loose = LINK.search(body.text) is None
    text, at = re.sub(r"\( if (?:present|available|there|not null|filled|any|given) \) ", "", body.text), 0
    if text != body.text:
        kept = _without_brackets(body)
        return _parts(kept, ctx) if kept.text != body.text else []
    while at < len(text):
        link = LINK.match(text, at)
        sign = _named_sign(body, at, first=not made)
        if sign is not None:
            made.append(quoted_text(sign[0]))
            linked, at = True, sign[1]
        elif link is not None and made:
            linked, at = True, link.end()
        elif (linked or loose) and text.startswith(f"{COLUMN} ", at):
            made.append(column_piece(body.cut(at, at + len(COLUMN) + 1).columns[0]))
            linked, at = False, at + len(COLUMN) + 1
        else:
            return []
    return made


def _without_brackets(body: Phrase) -> Phrase:
    """The parts without "(if present)" behind one of them."""
    found = re.search(r"\( if (?:present|available|there|not null|filled|any|given) \) ", body.text)
    if found is None:
        return body
    marks = body.cut(0, found.start()).marks + body.cut(found.end(), len(body.text)).marks
    return _without_brackets(Phrase(marks, body.source))


def _named_sign(body: Phrase, at: int, *, first: bool) -> tuple[str, int] | None:
    """A fixed text or a sign by its name that begins here, and where it ends; a comma or a dash alone is a link."""
    lead = NAMED.match(body.text, at)
    begin = lead.end() if lead is not None else at
    rest = body.text[begin:]
    counted = re.match(rf"{NUMBER} (?={SIGN_WORDS} )", rest)
    if counted is not None and body.cut(begin, begin + counted.end()).marks[0].token.value == "1":
        return _named_sign(body, begin + counted.end(), first=first)
    if rest.startswith((f"{TEXT} ", f"{NUMBER} ")):
        return body.cut(begin, begin + rest.index(" ") + 1).marks[0].token.value, begin + rest.index(" ") + 1
    named = re.match(rf"{SIGN_WORDS} (?:sign |character )?", rest)
    if named is not None and not named.group().startswith("nothing"):
        sign = _sign(body.cut(begin, begin + len(named.group())))
        return (sign, begin + len(named.group())) if sign is not None else None
    word = re.match(r"[a-z]{1,3} ", rest)
    if word is not None and (begin > at or first):
        written = body.cut(begin, begin + len(word.group())).raw
        told = begin > at or re.match(r"(?:\+ |\|\| |& |followed by )", rest[len(word.group()) :])
        return (written, begin + len(word.group())) if written.isupper() and told else None
    return None
