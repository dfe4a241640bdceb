"""Single tests as people say them in passing: "there is none", "4 and better", "longer than 60 characters".

Each is about the column that the sentence names, or else about the one the rule is about.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.bare import loose_text
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.folding import Fold
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, literal_of, quoted_text
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.patterns.wordlists import word_set
from signoff.core.generate.types import Family

_BE = "[(is|are|was|has|have|lies|falls|being)]"
_ABSENT = (
    f"{{s}} {_BE} (none|nothing|nothing there|not there|no value|no entry|unknown|not known|not filled|not entered|"
    "not filled in|without value|not recorded|not set|not stated|undefined|n / a|not given|not available)",
    "(there is|there are|if there is|we have|with) (none|nothing|no value|no entry)",
    "(we do not know §s|nobody knows §s|§s is not there|nothing was entered|nothing is entered|none is there)",
    "(without|with no|we have no|there is no|has no|have no|no) {c}",
)
_ABSENT_THING = (
    "(without|with no|we have no|there is no|there are no|no|has no|have no) {w:word}",
    "{owner:word} [(has|have|had|is|are|comes|come)] (no|without|with no) {w:word}",
)
_ANY_NOUN = ("code", "value", "entry", "text", "number", "date", "name", "amount", "information", "content")
"""Nouns that mean whatever column a rule is about."""
_PRESENT = (
    "(with|has|have) {c}",
    f"{{s}} {_BE} (there|filled in|entered|recorded|stated|set|known|found)",
    "there is {c}",
)
_LENGTHS = (
    (f"{{s}} {_BE} (longer than|more than|over) {{n:any}} {{unit:word}} [long]", ">"),
    (f"{{s}} {_BE} (shorter than|less than|fewer than|under) {{n:any}} {{unit:word}} [long]", "<"),
    (f"{{s}} {_BE} (at least) {{n:any}} {{unit:word}} [long]", ">="),
    (f"{{s}} {_BE} (at most|no more than|not more than) {{n:any}} {{unit:word}} [long]", "<="),
    (f"{{s}} {_BE} [exactly] {{n:any}} {{unit:word}} long", "="),
    ("(there are|there is) (more than) {n:any} {unit:word}", ">"),
    ("(there are|there is) (fewer than|less than) {n:any} {unit:word}", "<"),
)
_UNITS = ("characters", "character", "letters", "chars", "signs", "places", "positions")
_UP = "(more|better|above|higher|over|up|upwards|later|older|greater|onwards|bigger|larger)"
_DOWN = "(less|below|lower|under|fewer|worse|earlier|younger|smaller|down)"
_BANDS = (
    (f"{{s}} {_BE} {{low:n}} (and|or) {_UP}", "{0} >= {low}"),
    (f"{{s}} {_BE} {{low:n}} (and|or) {_DOWN}", "{0} <= {low}"),
    (f"{{s}} {_BE} {{low:n}} \\+", "{0} >= {low}"),
    (
        f"{{s}} {_BE} (from|at least|>=|) {{low:n}} (to|up to|and|-|, but|but|) (below|under|less than|<|"
        f"smaller than) "
        "{high:n}",
        "{0} >= {low} AND {0} < {high}",
    ),
    (
        f"{{s}} {_BE} (from|above|over|more than|>) {{low:n}} (to|up to|and up to) (and including|"
        f"including|) {{high:n}}",
        "{0} {more} {low} AND {0} <= {high}",
    ),
    (f"{{s}} {_BE} {{low:n}} (to|-|through|until|up to) {{high:n}}", "{0} >= {low} AND {0} <= {high}"),
    (f"{{s}} {_BE} (under) {{low:n}}", "{0} < {low}"),
    (f"{{s}} {_BE} (up to) {{low:n}} [inclusive]", "{0} <= {low}"),
    (f"{{s}} {_BE} (beyond|upwards of) {{low:n}}", "{0} > {low}"),
)
_ONE_OF = (
    f"{{s}} {_BE} (one of|any of|among|in|either) [:] [\\(] {{vs:any}} [\\)]",
    "{s} (is|are|=|equals) (either|one of|) {vs:any}",
)
_BUT = (
    "(everything|anything|all|any value|any|all codes|every value|every code) (but|except|other than|except for|"
    "apart from|besides) {vs:any}",
)
_BETWEEN = r"(?:, or |, and |, |or |and |/ )"
_STARTS = (
    ("{s} (starts|begins|start|begin|starting|beginning) with {x:any}", True),
    ("{s} (does|do) not (start|begin) with {x:any}", False),
)
_DIGITS = "{n:any} (digits|digit|numbers|figures)"
_HOLDS = (
    (
        "{s} (contains|holds|has|includes|contain|with|having) [(an|a)] {x:any} [(in it|in §s|somewhere)]",
        True,
    ),
    ("{s} (does|do) not (contain|hold|have|include) [(an|a)] {x:any}", False),
    ("(without|no|there is no) {x:any} [(in it|in §s|in there)]", False),
)


def loose_test(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Boolean SQL of one test in everyday words; None when any word of it is not understood."""
    for test in (_absent, _present, _band, _length, _everything_but, _begins, _holds, _one_of):
        sql = test(phrase, ctx, carried, fold)
        if sql is not None:
            return sql
    return None


def _subject(slots: dict[str, Phrase], ctx: Context, carried: Phrase | None) -> Piece | None:
    """The column a test names, that of the test before, or the one the rule is about."""
    slot = slots.get("c") or slots.get("s") or Phrase((), "")
    if slot.columns:
        return column_piece(slot.columns[0]) if len(slot.marks) == 1 else None
    return ctx.subject(carried if carried is not None and not slot.marks else slot)


def _missing(piece: Piece) -> str:
    """SQL for no value, blank text counting as none."""
    if piece.family in (Family.TEXT, Family.UNKNOWN):
        return (
            f"({piece.sql} IS NULL OR trim({piece.sql}) = '')"
            if piece.family is Family.TEXT
            else f"{piece.sql} IS NULL"
        )
    return f"{piece.sql} IS NULL"


def _absent(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether there is no value."""
    slots = first_match(phrase, _ABSENT)
    if slots is None:
        return _absent_thing(phrase, ctx)
    left = _subject(slots, ctx, carried)
    return f"{left.sql} IS NULL" if left is not None else None


def _absent_thing(phrase: Phrase, ctx: Context) -> str | None:
    """Whether the table that the only source comes from has no row: orders without items."""
    slots = first_match(phrase, _ABSENT_THING)
    source = ctx.about[0] if ctx.about else ctx.only_source
    word = slots["w"].text.strip() if slots else ""
    if source is None or not (
        _of_table(word, source) or (word in _ANY_NOUN and not (slots or {}).get("owner"))
    ):
        return None
    return f"{source.sql} IS NULL"


def _of_table(word: str, source: ScopeColumn) -> bool:
    """Whether the noun is part of the name of the source's table."""
    single = word.removesuffix("s")
    parts = {part.removesuffix("s") for part in re.split(r"[\W_]+", source.table.lower())}
    return len(single) > 2 and single in parts


def _present(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether there is a value."""
    slots = first_match(phrase, _PRESENT)
    left = _subject(slots, ctx, carried) if slots else None
    return f"{left.sql} IS NOT NULL" if left is not None else None


def _band(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a number lies in a band: 4 and better, from 3 to below 4."""
    for template, test in _BANDS:
        slots = phrase.match(template)
        left = _subject(slots, ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        bounds = {name: slots[name].marks[0].token.value for name in ("low", "high") if slots.get(name)}
        if any(re.search(r"\.\d{3}$", bound) for bound in bounds.values()):
            return None
        more = ">=" if "from " in phrase.text else ">"
        sql = f"CAST({left.sql} AS DOUBLE)" if left.family is Family.TEXT else left.sql
        return test.format(sql, more=more, **bounds) if left.family in (Family.NUMBER, Family.TEXT) else None
    return None


def _length(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a text is longer or shorter than a number of letters."""
    for template, sign in _LENGTHS:
        slots = phrase.match(template)
        left = _subject(slots, ctx, carried) if slots else None
        count = number(slots["n"]) if slots else None
        if slots is None or left is None or count is None:
            continue
        unit = slots["unit"].text.strip()
        digits = unit in ("digits", "digit") and "'[^0-9]'" in left.sql
        if left.family is Family.TEXT and (unit in _UNITS or digits):
            return f"length({left.sql}) {sign} {count}"
    return None


def _everything_but(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a code is none of some: everything but N."""
    slots = first_match(phrase, _BUT)
    left = _subject({}, ctx, carried) if slots else None
    codes = _codes(slots["vs"], left, ctx) if slots and left is not None else ()
    if left is None or not codes:
        return None
    listed = ", ".join(fold.of(code) for code in codes)
    return f"({left.sql} IS NULL OR {fold.of(left)} NOT IN ({listed}))"


def _one_of(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a code is one of some, in whatever letters they are written."""
    slots = first_match(phrase, _ONE_OF)
    left = _subject(slots, ctx, carried) if slots else None
    codes = _codes(slots["vs"], left, ctx) if slots and left is not None else ()
    return among(left, codes, fold) if left is not None and len(codes) > 1 else None


def among(left: Piece, codes: tuple[Piece, ...], fold: Fold) -> str | None:
    """SQL for a value being one of some codes."""
    if not codes:
        return None
    listed = [fold.of(code) for code in codes]
    return (
        f"{fold.of(left)} = {listed[0]}" if len(listed) == 1 else f"{fold.of(left)} IN ({', '.join(listed)})"
    )


NO_CODES = word_set(
    "present missing populated filled available given known valid exists found there null blank empty positive "
    "negative zero equal equals greater less more than least most between not is are has have both either set"
)
"""Words of tests, which without quotes are no code."""


def _codes(slot: Phrase, left: Piece, ctx: Context) -> tuple[Piece, ...]:
    """Fixed values of the column's type; none when one of them is no such value."""
    made: list[Piece] = []
    for part in slot.split(_BETWEEN):
        written = fixed(part)
        text = written.literal if written is not None else loose_text(part, ctx.scope)
        short = (
            text is not None
            and (written is not None or text.casefold() not in NO_CODES)
            and (written is not None or len(part.marks) == 1)
        )
        piece = literal_of(text or "", left.type or "VARCHAR") if short else None
        if piece is None:
            return ()
        made.append(piece)
    return tuple(made)


def _begins(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a text begins with something, or with some digits."""
    for template, wanted in _STARTS:
        slots = phrase.match(template)
        left = _subject(slots, ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        digits = slots["x"].match(_DIGITS)
        count = number(digits["n"]) if digits else None
        word = fixed(slots["x"]) or (quoted_text(slots["x"].raw) if len(slots["x"].marks) == 1 else None)
        if count is not None:
            test = f"regexp_matches({left.as_text}, '^[0-9]{{{count}}}')"
        elif word is not None and not slots["x"].columns:
            test = f"starts_with({fold.of(Piece(left.as_text, 'VARCHAR'))}, {fold.of(word)})"
        else:
            return None
        return test if wanted else f"NOT {test}"
    return None


def _holds(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a sign is in a text."""
    for template, wanted in _HOLDS:
        slots = phrase.match(template)
        sign = sign_of(slots["x"]) if slots else None
        left = _subject(slots, ctx, carried) if slots and sign else None
        if left is not None and sign:
            test = f"contains({left.as_text}, {quoted_text(sign).sql})"
            return test if wanted else f"NOT {test}"
    return None
