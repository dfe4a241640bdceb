"""Rules that hold a row against its fellows, parts in any order: numbers, ranks, running totals, other rows' values.

What is said of the window is taken out first; every word that is left has to belong to what is computed.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.frames import DATED
from signoff.core.generate.patterns.gathered.nouns import is_rows, named_column, uses_sources
from signoff.core.generate.patterns.gathered.spans import trimmed
from signoff.core.generate.patterns.gathered.window_cores import calculated
from signoff.core.generate.patterns.gathered.window_parts import Parts, parts_of
from signoff.core.generate.patterns.gathered.words import EARLY, LATE, LEAD
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text, unified
from signoff.core.generate.patterns.spans import at_end, at_start, matched
from signoff.core.generate.types import Family, family_of

NAME = "P64 beside"

_SAYS = re.compile(
    r"\b(?:number|numbered|count|sequence|counter|rank|ranking|position|place|running|cumulative|cumulated|"
    r"accumulated|previous|prior|"
    r"preceding|before|next|following|after|first|last|latest|earliest|oldest|newest|total|sum|average|avg|"
    r"mean|highest|lowest|"
    r"largest|smallest|maximum|minimum|max|min|share|percentage|percent|many|median|so far)\b|§n , §n|§n for"
)
_ROUNDED = (
    r"(?:, |; |\. |\( )(?:and )?(?:rounded |round )?(?:to |on )?(?P<n>§n |one |two |three )(?:decimals|decimal|"
    r"decimal places|places|digits) (?:\) )?"
)
_ELSE = (
    r"(?:, |; |\. )?(?:and )?(?:otherwise|else|for all others|all others|others|for others|for rest|rest|if "
    r"not)(?: :| =| are| is|)? (?P<e>\S+ )"
)
_REST = r"(?:, |; |\. )(?:and )?(?P<e>\S+ )(?:for |on )?(?:all )?(?:others?|other \S+|rest|otherwise|else|if not) "
_LONGEST = 45


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The window, when every word of the phrase belongs to one of its parts."""
    if (
        ctx.scope.aggregate
        or ctx.depth > 2
        or not 2 <= len(phrase.marks) <= _LONGEST
        or not _SAYS.search(phrase.text)
    ):
        return None
    lead = at_start(LEAD.pattern, phrase)
    body = lead.after if lead is not None and lead.after.marks else phrase
    made = _flag(body, ctx) or _value(body, ctx)
    if made is None or not uses_sources(made.sql, ctx):
        return None
    if made.family in DATED and family_of(ctx.target_type) is Family.TEXT:
        return None
    ctx.remark("D36", say("assumed.equal_rows"))
    return made


def _value(phrase: Phrase, ctx: Context) -> Piece | None:
    rounded = at_end(_ROUNDED, phrase)
    places = number(rounded.part("n")) if rounded is not None else None
    body = rounded.before if rounded is not None and places is not None else phrase
    found: dict[tuple[str, ...], Piece] = {}
    for parts in parts_of(body, ctx):
        if not (parts.keys or parts.order):
            continue
        made = calculated(parts.rest, parts, ctx, lambda each: _scalar(each, ctx))
        if made is not None and " OVER (" in made.sql:
            found.setdefault(tuple(sorted(re.split(r"[\s,()]+", made.sql))), made)
    if len(found) != 1:
        return None
    (made,) = found.values()
    if places is None:
        return made
    return Piece(f"round({made.sql}, {places})", made.type) if made.family is Family.NUMBER else None


def _scalar(phrase: Phrase, ctx: Context) -> Piece | None:
    """A value of the row itself."""
    plain = trimmed(phrase)
    column = named_column(plain, ctx)
    made = fixed(plain) or (column_piece(column) if column is not None else None) or column_of(plain, ctx)
    if made is None and len(plain.marks) > 2 and plain.columns:
        made = ctx.value(plain)
    return made if made is not None and " OVER (" not in made.sql else None


_FLAG = (
    (
        rf"(?P<one>\S+ )(?:, )?(?:if|when|for|where|on|only for) (?:(?:it|this|§s|this one|row|that) "
        rf")?(?:(?:is|was) )?(?P<w>{EARLY}|{LATE}) (?P<r>[^\W\d]\w* )"
    ),
    (
        rf"(?:whether|flag whether|flag for|flags|marks|is) (?:(?:it|this|§s|this one|row) )?(?:(?:is|was) "
        rf")?(?P<w>{EARLY}|{LATE}) (?P<r>[^\W\d]\w* )"
    ),
)


def _flag(phrase: Phrase, ctx: Context) -> Piece | None:
    """Whether the row is the first or last of its thing."""
    other = at_end(_ELSE, phrase) or at_end(_REST, phrase)
    main = other.before if other is not None else phrase
    no = _fixed(other.part("e"), told=True) if other is not None else None
    if other is not None and no is None:
        return None
    for parts in parts_of(main, ctx):
        for shape in _FLAG:
            found = matched(shape, trimmed(parts.rest))
            if found is None or not parts.keys or not is_rows(found.text("r"), ctx):
                continue
            yes = (
                _fixed(found.part("one"), told=other is not None) if found.has("one") else quoted_text("true")
            )
            if (
                yes is None
                or not parts.order
                or len(parts.order) != 1
                or parts.order[0][1]
                or _says_more(parts)
            ):
                continue
            late = (
                re.fullmatch(LATE, found.text("w")) is not None
                and re.fullmatch(EARLY, found.text("w")) is None
            )
            order = ((parts.order[0][0], late),)
            return _valued(f"row_number() {parts.over(order)} = 1", yes, no, ctx)
    return None


def _says_more(parts: Parts) -> bool:
    return bool(
        parts.default
        or parts.nothing
        or parts.last
        or parts.ties
        or parts.starts
        or parts.included is not None
    )


def _fixed(slot: Phrase, *, told: bool = False) -> Piece | None:
    """A fixed value; a word in small letters only where the rule tells two of them."""
    made = fixed(slot)
    word = (
        len(slot.marks) == 1
        and slot.raw.isalpha()
        and not slot.columns
        and (told or slot.raw.isupper() or slot.raw.lower() in ("true", "false", "yes", "no"))
        and slot.text.strip() not in ("null", "empty", "blank", "nothing", "none")
    )
    return made or (quoted_text(slot.raw) if word else None)


def _valued(test: str, one: Piece, other: Piece | None, ctx: Context) -> Piece | None:
    """True and false, or the two values that the rule tells."""
    said = (one.literal or "").lower()
    if (
        said == "true"
        and (other is None or (other.literal or "").lower() == "false")
        and family_of(ctx.target_type) in (Family.FLAG, Family.UNKNOWN)
    ):
        return Piece(test, "BOOLEAN")
    opposite = {"y": "N", "yes": "No", "true": "false", "1": "0", "j": "N"}.get(said)
    other = other or (quoted_text(opposite) if opposite else None)
    made = unified((one, other), ctx.target_type) if other is not None else None
    return Piece(f"CASE WHEN {test} THEN {made[0][0]} ELSE {made[0][1]} END", made[1]) if made else None
