"""Missing values: "if null then X else direct move", "default null values to 0", "use A, if missing B".

"Null" and "missing" are the database's NULL; "blank" and "empty" also mean text without letters. Whether
"missing" includes blank text is offered as an alternative.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Choice, Context
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, unified
from signoff.core.generate.patterns.single_tests import null_test
from signoff.core.generate.types import Family

NAME = "P04 nulls"

_NULLS = "(null|nulls|null value|null values|missing|missing value|missing values|no value)"
_EMPTY = (
    "(null or (blank|empty)|(blank|empty) or null|blank|empty|blanks|null / (blank|empty)|blank "
    "values|empty values|null and (blank|empty))"
)
_DO = (
    "[(,|:|then|"
    "->|=)] [then] [(load|use|take|set|default|replace|put|return|populate|assign|substitute|insert|move|"
    "map)] [(it|this|default|value|§s)] [(to|with|as|by|from|value|the)]"
)
_THING = "[(if|when|where|in case|wenn|falls|si|cuando)] {s} [(is|are|has|=|ist|est|es|be|of)]"
REPLACE = (
    f"{_THING} {_NULLS} {_DO} {{v:any}}",
    "(default|replace|convert|set|change|map|fill|substitute|treat|handle|show|load|count|"
    f"read|turn|make|return|write) [all] {_NULLS} [(in|of|for)] {{s}} [(to|"
    f"with|by|as|->|=)] {{v:any}}",
    f"(default|replace|set|load|use|populate|fill) {{s}} [(to|with|by|as)] {{v:any}} (if|when|where|in "
    f"case) [(it|§s)] [(is|of|are)] {_NULLS}",
    f"{{s}} [,] [(or|else)] [(default|defaults|defaulted|defaulting)] [(to|is|as|of)] {{v:any}} "
    "(if|when|where|in "
    f"case) [(it|§s)] [(is|of|are)] {_NULLS}",
    "<load> {c} [,] [(or|with|but)] (default|defaults|defaulted|defaulting) [(to|as|of|is|value)] {v:any}",
    "{c} [,] (default|defaults|defaulted|defaulting) [(to|as|of|is|value)] {v:any} [(if|when) null]",
    "(nvl|isnull|ifnull|coalesce) [(to|with|->)] {v:any}",
    "(direct|direct move|move|as is|one to one) [,] [(with|and|but)] (default|defaults|defaulted|"
    "defaulting) [(to|as|"
    "of|is|value)] {v:any} [(if|when) [(it|§s)] [is] (null|missing)]",
    "(direct|direct move|move|as is|one to one) [,] (nulls|null|null values) (to|as|"
    "->|=|become|becomes) {v:any}",
    f"{_NULLS} [(should be|must be|are|is|will be|to be|shall be)] (replaced|defaulted|set|converted|"
    f"loaded|become|becomes|changed) [(by|with|to|as)] {{v:any}}",
    "<load> {c} . (default|defaults) [(to|=|is|:)] {v:any}",
    f"(default|defaults|fallback) [(value|to|of|is|:)] {{v:any}} (for|when|where) {_NULLS} {{s}} [(value|values)]",
    "(no null|no nulls|not null) [(,|:)] (default|defaults|use) [(to|is)] {v:any}",
)
REPLACE_EMPTY = tuple(template.replace(_NULLS, _EMPTY) for template in REPLACE if _NULLS in template)
_OTHERWISE = (
    "<else> [(direct|keep|load|take|use|move|leave|copy|pass)] [(it|§s|source|as is|direct)] "
    "[(value|move|mapping|copy|load|directly|unchanged|as is|as it is|through|it)]"
)
_ALSO = "[(first|)] {c} [,] [;] [but] (if|when|in case) [(it|that|§s|this|{d:c})] [is] [not]"
PREFERRED = (
    "<load> {a:any} [(,|;)] [or] [else] [(use|take|load)] {b:any} (if|where|when|in case) {d:c} [is] "
    "(null|missing|not given|not "
    "filled|not available|not populated|unavailable|absent|not set)",
)
FALLBACK = (
    "(prefer|preferably|first choice|primarily|first) [(:|is)] {a:c} [(,|;|.)] (else|otherwise|"
    "then|if not|second|or|secondly) [(:|is)] {b:any}",
    "(if|when|where) {a:c} [(is|has)] (present|not null|filled|available|populated|given|"
    "provided|known|value|not missing) [(,|then)] "
    "(use|take|load|return) (§s|that|this|same) [(,|;|.)] (else|otherwise|if not) [,] [(use|"
    "take|load|return)] {b:any}",
    "<load> {a:c} (;|,|.|with|or) [(with|use)] (fallback|fall back|backup|alternatively|as fallback) [(to|"
    "is|:|on|use)] {b:any}",
    "<load> {a:c} [,] (if|when|where) [(it|§s|{d:c})] [(is|has|was)] (present|not null|filled|available|"
    "populated|given|provided|known|value) [(,|;|.)] "
    "(else|otherwise|if not|or else) [,] [(use|take|load)] {b:any}",
)
WHICHEVER = (
    "[(take|use|load)] (whichever|whatever|the one that|one that) (is|one is|of them is|of both is|"
    "of two is) (there|filled|"
    "given|present|available|not null|known)",
    "[(take|use|load)] [the] (first|first one) [(of them|of both|of these|of two)] (that|"
    "which) is (there|filled|given|"
    "present|available|not null|known)",
)
_SWAPPED = (
    "(default|defaults|fall back|falls back|fallback|revert) [to] {b:c} (if|when|where) {a:c} "
    "[is] (null|missing|not populated|not available|empty|blank|not given)",
    "(use|take|load) {b:c} (if|when|where) {a:c} [is] (null|missing|not populated|not available|not given)",
)
"""The second choice said first."""
CHAIN = (
    "(coalesce|coalesce of|first non null|first not null|first non null of|first not null of|first "
    "available|first available of|first filled of|first populated of|first populated value "
    "of|first filled value of|first available value of|"
    "first non empty of|first value found in|first non null value from|first non null from|"
    "first populated from|"
    "first non null value of|first value that is not null of|erster nicht leerer wert aus|use first non "
    "null of|take first non null of|"
    "take first available of) [:] [\\(] {cs:columns} [\\)]",
)
_LINKS = (
    r"(?:, |; |\. )?(?:and |but )?(?:else |otherwise )?(?:if |when |in case )(?:it |that |this |§s |§c "
    r")?(?:is |are )?(?:also )?(?:null |missing |not available |not populated |not given |not present |"
    r"unavailable |absent |not filled |not set )(?:, )?(?:then |also )?(?:use |take |load )?",
)
_BLANK_LINK = (
    r"(?:, |; |\. )?(?:and |but )?(?:else |otherwise )?(?:if |when |in case )(?:it |that |this |"
    r"§s |§c )?(?:is |are )?(?:also )?(?:blank |empty |null or blank |null or empty |blank or null |empty "
    r"or null )(?:, )?(?:then )?(?:use |take |load )?"
)
_LAST = (
    r"(?:, |; |\. )?(?:else |otherwise |or else |or if none |finally |if all are null |if both are "
    r"null |if both are missing |if none (?:is available |exists )?)(?:, )?(?:use |take |load |default to )?"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The replacement of missing values, when the whole phrase says only that."""
    if first_match(phrase, WHICHEVER) is not None and len(ctx.scope.sources) > 1:
        return coalesced(ctx.pieces(Phrase((), phrase.source)), ctx, said_missing=True)
    return _replacement(phrase, ctx) or _listed(phrase, ctx) or _preferred(phrase, ctx) or _chain(phrase, ctx)


def _preferred(phrase: Phrase, ctx: Context) -> Piece | None:
    """One value, or another where the first is missing: "A, or B where A is missing"."""
    slots = first_match(phrase, PREFERRED)
    if slots is None:
        return _fallback(phrase, ctx)
    first = ctx.subject(_cleaned(slots["a"]))
    second = ctx.value(_cleaned(slots["b"]))
    if first is None or second is None or first.column is not slots["d"].columns[0]:
        return None
    return coalesced((first, second), ctx, said_missing="null" not in phrase.text)


def _fallback(phrase: Phrase, ctx: Context) -> Piece | None:
    """One column, and what to fall back on: "A if present, otherwise B"."""
    swapped = first_match(phrase, _SWAPPED)
    if swapped is not None:
        blank = any(f" {word} " in phrase.text for word in ("empty", "blank"))
        return coalesced(
            tuple(column_piece(swapped[name].columns[0]) for name in ("a", "b")),
            ctx,
            blank=blank,
            said_missing="null" not in phrase.text,
        )
    slots = first_match(phrase, FALLBACK)
    first = ctx.subject(slots["a"]) if slots else None
    second = ctx.value(slots["b"]) if slots and first else None
    if slots is None or first is None or second is None:
        return None
    tested = slots["d"].columns[0] if slots.get("d") else first.column
    return coalesced((first, second), ctx, said_missing=True) if tested is first.column else None


def _cleaned(slot: Phrase) -> Phrase:
    """The slot without the signs and the "or" around it."""
    marks = [mark for mark in slot.marks if mark.text not in (",", ";", "or")]
    return Phrase(tuple(marks), slot.source)


def _replacement(phrase: Phrase, ctx: Context) -> Piece | None:
    """One column and what stands in for its missing values."""
    body = _without_otherwise(phrase, ctx)
    for templates, blank in ((REPLACE, False), (REPLACE_EMPTY, True)):
        for template in templates:
            slots = body.match(template)
            if slots is None:
                continue
            subject = ctx.subject(slots.get("s") or slots.get("c") or Phrase((), phrase.source))
            stand_in = ctx.value(slots["v"]) if subject else None
            if (
                subject is not None
                and stand_in is not None
                and stand_in.sql not in ("NULL", subject.sql)
                and "coalesce" not in stand_in.sql
            ):
                return coalesced((subject, stand_in), ctx, blank=blank, said_missing="missing" in body.text)
    return None


def _without_otherwise(phrase: Phrase, ctx: Context) -> Phrase:
    """The phrase without a closing "else direct move", which a replacement says anyway."""
    for template in ("{b:any} " + _OTHERWISE, "{b:any} <else> [(load|use|take|keep|move|map)] {c}"):
        slots = phrase.match(template)
        if slots is None or not slots["b"].marks:
            continue
        tail = slots.get("c")
        if tail is None and len(slots["b"].marks) < len(phrase.marks) - 1:
            return slots["b"]
        own = slots["b"].columns or ctx.scope.sources
        if tail is not None and own and tail.columns[0] == own[0]:
            return slots["b"]
    return phrase


def _listed(phrase: Phrase, ctx: Context) -> Piece | None:
    """Columns in order of preference, in one list."""
    slots = first_match(phrase, CHAIN)
    return coalesced(ctx.pieces(slots["cs"]), ctx) if slots and len(slots["cs"].columns) > 1 else None


def _chain(phrase: Phrase, ctx: Context) -> Piece | None:
    """Columns in order of preference: "use A, if missing B, otherwise C"."""
    for link, blank in ((_LINKS[0], False), (_BLANK_LINK, True)):
        parts = phrase.split(rf"(?:{link}|{_LAST})")
        if len(parts) < 2 or len(phrase.split(link)) < 2:
            continue
        values = [ctx.value(part) if part.marks else None for part in parts]
        told = len(phrase.columns) > sum(len(part.columns) for part in parts)
        if told and values[0] is not None and values[0].column is None:
            return None
        if all(values) and values[0] is not None and values[0].literal is None:
            return coalesced(
                tuple(v for v in values if v), ctx, blank=blank, said_missing="null" not in phrase.text
            )
    return None


def coalesced(
    pieces: tuple[Piece, ...], ctx: Context, *, blank: bool = False, said_missing: bool = False
) -> Piece | None:
    """The first value there is.

    Args:
        pieces: the values, in order of preference.
        ctx: the compilation.
        blank: blank text is passed over, too.
        said_missing: the rule says "missing", which may include blank text.
    """
    if len(pieces) < 2 or len({piece.sql for piece in pieces}) < len(pieces):
        return None
    passed = blank or (said_missing and ctx.holds(Choice.BLANK_IS_MISSING))
    if passed and len(pieces) == 2 and pieces[0].family is Family.TEXT:
        made = unified(pieces, ctx.target_type)
        test = null_test(pieces[0], "blank", ctx)
        return Piece(f"CASE WHEN {test} THEN {made[0][1]} ELSE {made[0][0]} END", made[1]) if made else None
    ready = tuple(_blank_passed(piece) if passed else piece for piece in pieces)
    made = unified(ready, ctx.target_type)
    return Piece(f"coalesce({', '.join(made[0])})", made[1]) if made else None


def _blank_passed(piece: Piece) -> Piece:
    """The value, with no value in place of blank text."""
    if piece.family is not Family.TEXT or piece.literal is not None:
        return piece
    return Piece(f"CASE WHEN trim({piece.sql}) <> '' THEN {piece.sql} END", piece.type)
