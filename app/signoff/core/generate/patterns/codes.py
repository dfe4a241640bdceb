"""Entries of a list of codes: "A = Active", "0-5 Night", "1 → Low", "all others Unknown"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from signoff.core.generate.patterns.bare import loose_text
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import NULL, Piece, literal_of, quoted_text
from signoff.core.generate.patterns.values import value_of_phrase
from signoff.core.generate.types import Family, family_of

LAST = (
    "(all other values|any other value|any other values|any other code|all other codes|all others|any "
    "other|everything else|"
    "anything else|other values|other codes|others|other|rest|all else|in all other cases|otherwise|else|"
    "default|"
    "default value|any other letter|any other number|sonst|alle anderen|sinon|autres|otros|\\*) [(,|"
    "->|=|:|to|is|become|becomes|-|then|map to|mapped to|get)] [to] {v:any}",
    "(for all others|for others|for everything else|for any other value) [(,|:|use)] {v:any}",
)
_LAST_AFTER = (
    "{v:any} (for anything else|for everything else|for all others|for all other codes|for all other "
    "values|for any other code|"
    "for any other value|for other values|for others|for rest|otherwise|in all other cases|in any other "
    "case|as default)",
)
_NONE_TOO = re.compile(
    r"(?<= )(?:(?<=other )|(?<=others )|(?<=else )|(?<=code )|(?<=codes )|(?<=value )|(?<=values )|"
    r"(?<=rest )|(?<=§s ))(?:, )?(?:or |and |also |including |even )+(?:for |if |when )?"
    r"(?:missing or blank |null or blank |none |missing |null |nulls |blank |empty )(?:values |ones |"
    r"codes )?(?:, )?"
)
_RANGES = (
    ("{low:n} (-|to|bis|until|through|..) {high:n} [(->|=|:|is|§s is|it is|,|-)] {v:any}", "between"),
    ("(from|between) {low:n} (-|to|and|bis|until) {high:n} [(->|=|:|is|§s is|it is|,|-)] {v:any}", "between"),
    (
        "[(from|between)] {low:n} (to|up to|-|and|until) (below|under|less than|<) {high:n} "
        "[(->|=|:|is|§s is|it is|,|-)] {v:any}",
        "below",
    ),
    ("(>=|at least|from) {low:n} [(on|onwards|upwards)] [(->|=|:|is|§s is|it is|,|-)] {v:any}", ">="),
    (
        "{low:n} (\\+|and above|and more|or more|or above|and over|and up|and higher|or higher) "
        "[(->|=|:|is|§s is|it is|,|-)] {v:any}",
        ">=",
    ),
    (
        "(>|above|over|more than|greater than) {low:n} [(on|onwards|upwards)] [(->|=|:|is|§s is|it is|,|-)] {v:any}",
        ">",
    ),
    ("(<=|up to|at most) {low:n} [(on|onwards|upwards)] [(->|=|:|is|§s is|it is|,|-)] {v:any}", "<="),
    (
        "{low:n} (and below|or less|and less|or below|and under|or lower|and lower) "
        "[(->|=|:|is|§s is|it is|,|-)] {v:any}",
        "<=",
    ),
    ("(<|below|under|less than) {low:n} [(on|onwards|upwards)] [(->|=|:|is|§s is|it is|,|-)] {v:any}", "<"),
)
_SIGNS = (
    r"-> ", r"= ", r": ", r"becomes? ", r"means ", r"stands for ", r"maps? to ", r"is mapped to ",
        r"mapped to ", r"translates? to ", r"then ", r"to ", r"as ", r"is ", r"- ",
)  # fmt: skip
_CODES_BETWEEN = r"(?:, or |, |/ |or |and |oder |\| )"


def without_none_too(phrase: Phrase) -> Phrase:
    """The phrase without "or none" after "any other code": what is not listed takes in missing values anyway."""
    found = _NONE_TOO.search(phrase.text)
    if found is None or not found.start():
        return phrase
    rest = phrase.cut(0, found.start()).marks + phrase.cut(found.end(), len(phrase.text)).marks
    return Phrase(rest, phrase.source)


def last_of(part: Phrase) -> Phrase | None:
    """The value for all codes that are not listed, when that is what the part says."""
    slots = first_match(part, LAST) or first_match(part, _LAST_AFTER)
    return slots["v"] if slots else None


_LONGEST_ENTRY = 24
"""Tokens of one entry, its codes and its value."""


@dataclass(frozen=True)
class Entry:
    """What one entry tests and gives: codes, or a range."""

    codes: tuple[Piece, ...]
    value: Piece
    test: str = ""
    """SQL of a range test, {0} standing for the column."""


def entry_of(part: Phrase, subject: Piece, ctx: Context) -> Entry | None:
    """One entry; None when it is not understood."""
    if len(part.marks) > _LONGEST_ENTRY:
        return None
    part = part.cut(0, len(_TOO.sub("", part.text)))
    ranged = _range(part, subject, ctx)
    if ranged is not None:
        return ranged
    for sign in _SIGNS:
        cuts = [found.span() for found in re.finditer(rf"(?<!\S){sign}", part.text)]
        for start, end in cuts:
            if start == 0 or end == len(part.text):
                continue
            codes = codes_of(part.cut(0, start), subject, ctx)
            value = label_of(part.cut(end, len(part.text)), ctx)
            if codes and value is not None:
                return Entry(codes, value)
    return _reversed(part, subject, ctx) or _unsigned(part, subject, ctx)


def _reversed(part: Phrase, subject: Piece, ctx: Context) -> Entry | None:
    """An entry that begins with its value: 'Draft' for 10."""
    slots = first_match(
        part, ("{l} (for|if|when|if it is|when it is|for code|for codes|for value|where) {codes:any}",)
    )
    codes = codes_of(slots["codes"], subject, ctx) if slots else ()
    value = label_of(slots["l"], ctx) if slots else None
    return Entry(codes, value) if codes and value is not None else None


def _unsigned(part: Phrase, subject: Piece, ctx: Context) -> Entry | None:
    """An entry without a sign between code and quoted value: 10 'Draft'."""
    slots = part.match("{codes:any} {q}")
    if slots is None and len(part.marks) > 1 and _is_code(part.marks[0].token.value):
        label = loose_text(Phrase(part.marks[1:], part.source), ctx.scope)
        codes = codes_of(Phrase(part.marks[:1], part.source), subject, ctx)
        return Entry(codes, quoted_text(label)) if codes and label and label[0].islower() else None
    codes = codes_of(slots["codes"], subject, ctx) if slots else ()
    value = label_of(slots["q"], ctx) if slots else None
    return Entry(codes, value) if codes and value is not None else None


def _is_code(text: str) -> bool:
    """Whether a word before a label is a code: PU picked up."""
    return text.isalnum() and text.isupper() and 1 < len(text) <= _LONGEST_CODE


_LONGEST_CODE = 4


_REACHES = re.compile(r"(?:to|up to|on|onwards|until|and|or|but|below|above|under|over|less|more) ")
"""Begins what a span goes on with, which is no value."""


def _range(part: Phrase, subject: Piece, ctx: Context) -> Entry | None:
    """An entry for a span of numbers."""
    for template, kind in _RANGES:
        slots = part.match(template)
        if slots is None:
            continue
        value = label_of(slots["v"], ctx)
        low = slots["low"].marks[0].token.value
        if value is None:
            continue
        if _REACHES.match(slots["v"].text):
            return None
        if kind == "below":
            return Entry((), value, f"{{0}} >= {low} AND {{0}} < {slots['high'].marks[0].token.value}")
        test = (
            (f"{{0}} BETWEEN {low} AND {slots['high'].marks[0].token.value}")
            if kind == "between"
            else f"{{0}} {kind} {low}"
        )
        return Entry((), value, test)
    return None


_TOO = re.compile(r"(?<=\S )(?:as well|too|also) $")
_JOINED = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+")
_TELLS_NULL = re.compile(r"\b(?:nulls?|missing|none|no value|'')\b|''", re.IGNORECASE)
"""A list that tells what becomes of missing values; in others, blank means these too."""


def codes_of(part: Phrase, subject: Piece, ctx: Context) -> tuple[Piece, ...]:
    """The codes before the sign, of the column's type; empty when one is none."""
    stripped = first_match(part, ("[if] [when] [(code|value|§s|for)] {v:any}",))
    codes = [
        _code(each, subject, ctx) for each in (stripped["v"] if stripped else part).split(_CODES_BETWEEN)
    ]
    if not all(codes):
        return ()
    known = tuple(code for code in codes if code)
    both = any(code.literal == "" for code in known) and not _TELLS_NULL.search(part.source)
    return (*known, NULL) if both and NULL not in known else known


def _code(part: Phrase, subject: Piece, ctx: Context) -> Piece | None:
    """One code as value of the column's type."""
    if part.text.strip() in ("null", "nulls", "no value", "missing", "nothing"):
        return NULL
    if part.text.strip() in ("blank", "empty"):
        return quoted_text("")
    written = fixed(part)
    text = written.literal if written is not None else loose_text(part, ctx.scope) or _joined_word(part)
    if text is None or (written is None and text.startswith("not ")):
        return None
    return literal_of(text, subject.type or "VARCHAR")


def _joined_word(part: Phrase) -> str | None:
    """A code of several words put together, such as payment_refund, that is no column's name."""
    word = part.raw.strip()
    return word if len(part.marks) == 1 and not part.columns and _JOINED.fullmatch(word) else None


def label_of(part: Phrase, ctx: Context) -> Piece | None:
    """The value an entry leads to: in a list of codes a few plain words are a fixed text."""
    value = value_of_phrase(part, ctx)
    if value is not None:
        number = value.column is not None and value.family is Family.NUMBER
        kept = number and family_of(ctx.target_type) is Family.TEXT and part.text.endswith("direct ")
        return None if kept else value
    text = loose_text(part, ctx.scope)
    if text is not None:
        return quoted_text(text)
    return None if re.search(r"(?:^|\s)(?:,|;|=|->|\.) ", part.text) else ctx.value(part)
