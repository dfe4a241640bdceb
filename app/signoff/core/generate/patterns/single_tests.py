"""Single tests in words: "status is not 'X'", "amount is above 100", "end date is missing", "email has no '@'"."""

from __future__ import annotations

from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.folding import EXACT, Fold, without_fold
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, quoted_text
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

_BE = "[(is|are|was|be|has|have|being|lies|falls|comes|ist|sind|est|es)]"
_NOT = "(not|isn ' t|nicht|pas|no)"
_UNKNOWN = (
    "(missing|not populated|unpopulated|not available|unavailable|not given|not present|absent|not "
    "provided|not known)"
)
_KNOWN = "(populated|filled|available|given|present|provided|known|not missing|there|filled in)"
_BLANK = (
    "(empty|blank|blank text|empty text|an empty string|empty string|spaces|leer|vide|vacío|vacio|blanks)"
)

_TESTS: tuple[tuple[str, str], ...] = (
    (f"{{s}} {_BE} [=] (null|nulls|no value)", "null"),
    ("{s} = (null|nulls)", "null"),
    (f"{{s}} {_BE} {_NOT} (null|nulls|= null)", "present"),
    ("{s} (<>|not =) (null|nulls)", "present"),
    ("{s} (has|have) (value|any value|values)", "present"),
    (f"{{s}} {_BE} {_UNKNOWN}", "missing"),
    (f"{{s}} {_BE} {_KNOWN}", "known"),
    ("there is no {c}", "missing"),
    ("no {c} [is] [(available|given|present|provided|populated)]", "missing"),
    (f"{{s}} {_BE} (null or {_BLANK}|{_BLANK} or null|{_BLANK}|null / {_BLANK}|{_BLANK} / null)", "blank"),
    (f"{{s}} {_BE} (not (null or {_BLANK}|{_BLANK} or null|{_BLANK})|not null and not {_BLANK})", "filled"),
    (f"{{s}} (<>|!=) {_BLANK}", "filled"),
    ("there is {c}", "known"),
    ("{c} exists", "known"),
)
_SOME = "(one|any|either) [of] [(them|two|both|these|those)] [(dates|values|columns|fields|numbers|amounts|parts|names|sources)] [is]"
_ANY_MISSING = (f"{_SOME} (null|missing|not given|not filled)", "{cs:columns} [is] (null|missing)")
_ALL = (
    ("{cs:columns} are [both] [all] (filled|populated|given|present|available|not null|not missing|known)", "known"),
    ("{cs:columns} are [both] [all] (null|missing|not given|not filled)", "missing"),
    ("[both] {cs:columns} are (blank|empty|null or blank|null or empty)", "blank"),
)
_NO_SIGN = (
    "{s} (has|have|holds|contains|with) (no|not) {q:any}",
    "{s} does not (contain|hold|have|include) {q:any}",
    "there is no {q:any} [in {s}]",
    "{s} is without {q:any}",
    "no {q:any} [is] (found|present|in it|in §s)",
    "(§s|it) has no {q:any} in it",
)
_LISTS: tuple[tuple[str, bool], ...] = (
    (f"{{s}} {_BE} (in|one of|any of|either|in list|in list of|within) [:] [\\(] {{vs:any}} [\\)]", True),
    (f"{{s}} {_BE} {_NOT} (in|one of|any of|either|in list) [:] [\\(] {{vs:any}} [\\)]", False),
    ("{s} (is|=|are|equals) {vs:any}", True),
    ("{s} (is not|<>) {vs:any}", False),
    (f"{{s}} {_BE} neither {{vs:any}}", False),
)
_COMPARISONS: tuple[tuple[str, str], ...] = (
    (
        f"{{s}} {_BE} "
        f"(>=|at least|greater than or equal to|greater or equal|not less than|not below|from) {{v:any}}",
        ">=",
    ),
    (
        f"{{s}} {_BE} "
        f"(<=|at most|less than or equal to|less or equal|up to|not more than|not above|no more than) "
        f"{{v:any}}",
        "<=",
    ),
    (f"{{s}} {_BE} (on or after) {{v:any}}", ">="),
    (f"{{s}} {_BE} (on or before) {{v:any}}", "<="),
    (
        f"{{s}} {_BE} "
        f"(>|greater than|more than|above|over|bigger than|larger than|higher than|after|later than|exceeds|"
        f"größer als) {{v:any}}",
        ">",
    ),
    (
        f"{{s}} {_BE} "
        f"(<|less than|below|under|smaller than|lower than|before|earlier than|kleiner als) {{v:any}}",
        "<",
    ),
    ("{s} <> {v:any}", "<>"),
    (
        f"{{s}} {_BE} (not equal to|not equals|not =|different from|other than|anything but|unequal to|not "
        f"equal|{_NOT}) {{v:any}}",
        "not",
    ),
    ("{s} does not equal {v:any}", "not"),
    (
        "{s} (=|is|are|was|equals|equal|is equal to|equal to|has value|is =|equals to|ist|gleich|est|es) "
        "{v:any}",
        "=",
    ),
)
_TEXT_TESTS: tuple[tuple[str, str], ...] = (
    ("{s} (starts with|begins with|start with|starting with|beginning with) {q}", "starts_with"),
    ("{s} (ends with|end with|ending with) {q}", "ends_with"),
    ("{s} (contains|includes|containing|has|contain|include|holds) {q}", "contains"),
)
_RANGE = (f"{{s}} {_BE} between {{low:any}} and {{high:any}} [(inclusive|, inclusive|\\( inclusive \\))]",)
_FLAGS = ("{c} is set", "{c} is true", "{c} = true", "{c}")
_BETWEEN_VALUES = r"(?:, or |, and |, |or |and |/ |nor )"

def single_test(
    phrase: Phrase, ctx: Context, carried: Phrase | None = None, fold: Fold = EXACT
) -> str | None:
    """Boolean SQL of one test; None when any word of it is not understood.

    Args:
        phrase: the test.
        ctx: the compilation.
        carried: the column of the test before, for one that names none: "A is missing or above 5".
        fold: what makes no difference between texts.
    """
    for test in (_missing, _any_missing, _all_missing, _range, _text_test, _without_sign, _listed, _comparison, _flag):
        sql = test(phrase, ctx, carried, fold)
        if sql is not None:
            return sql
    body, own = without_fold(phrase)
    return single_test(body, ctx, carried, own) if own and not fold else None


def _left(slot: Phrase, ctx: Context, carried: Phrase | None) -> Piece | None:
    return ctx.subject(slot if slot.marks or carried is None else carried)


def _missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, test in _TESTS:
        slots = phrase.match(template)
        if slots is not None:
            left = _left(slots.get("s") or slots["c"], ctx, carried)
            return None if left is None else null_test(left, test, ctx)
    return None


def null_test(left: Piece, test: str, ctx: Context) -> str:
    """SQL of null, present, missing, known, blank or filled for one value."""
    text = left.family in (Family.TEXT, Family.UNKNOWN)
    blank = f"trim({left.sql}) = ''"
    with_blank = text and (
        test in ("blank", "filled") or (test in ("missing", "known") and ctx.holds(Choice.BLANK_IS_MISSING))
    )
    if test in ("present", "known", "filled"):
        return (
            (f"{left.sql} IS NOT NULL AND trim({left.sql}) <> ''")
            if with_blank
            else f"{left.sql} IS NOT NULL"
        )
    return f"({left.sql} IS NULL OR {blank})" if with_blank else f"{left.sql} IS NULL"


def _any_missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether one of the columns the rule is about is missing."""
    if phrase.match(_ANY_MISSING[0]) is None:
        return None
    pieces = tuple(column_piece(column) for column in ctx.about or ctx.scope.sources)
    tests = [null_test(piece, "missing", ctx) for piece in pieces]
    return f"({' OR '.join(tests)})" if len(tests) > 1 else None


def _all_missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """One test over several columns: A and B are both filled."""
    for template, test in _ALL:
        slots = phrase.match(template)
        if slots is not None and len(slots["cs"].columns) > 1 and " / " not in slots["cs"].text:
            return " AND ".join(null_test(piece, test, ctx) for piece in ctx.pieces(slots["cs"]))
    return None


def _without_sign(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    """Whether a sign is not in the text: it has no colon."""
    for template in _NO_SIGN:
        slots = phrase.match(template)
        sign = sign_of(slots["q"]) if slots else None
        left = _left(slots.get("s") or Phrase((), phrase.source), ctx, carried) if slots and sign else None
        if left is not None and sign:
            return f"NOT contains({left.as_text}, {quoted_text(sign).sql})"
    return None


def equal_to(phrase: Phrase, ctx: Context, carried: Phrase, fold: Fold) -> str | None:
    """A value after "or" as one more value of the column before: "A is null or 0"."""
    left = ctx.subject(carried)
    value = fixed(phrase) if left is not None else None
    fitting = value.fitted(left.type) if left is not None and value is not None else None
    return f"{fold.of(left)} = {fold.of(fitting)}" if left is not None and fitting is not None else None


def _range(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    slots = first_match(phrase, _RANGE)
    left = _left(slots["s"], ctx, carried) if slots else None
    if slots is None or left is None:
        return None
    bounds = [operand(slots[name], left, ctx, ordered=True) for name in ("low", "high")]
    if bounds[0] is None or bounds[1] is None:
        return None
    return f"{ordered_sql(left, bounds[0])} BETWEEN {bounds[0].sql} AND {bounds[1].sql}"


def _text_test(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, function in _TEXT_TESTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        left, right = _left(slots["s"], ctx, carried), fixed(slots["q"])
        if left is None or right is None:
            return None
        text = Piece(left.as_text, "VARCHAR")
        return f"{function}({fold.of(text)}, {fold.of(right)})"
    return None


def _listed(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, within in _LISTS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        parts = slots["vs"].split(_BETWEEN_VALUES)
        values = [operand(part, left, ctx) or _twin(part, parts) for part in parts]
        if (len(parts) < 2 and "in" not in template) or any(
            value is None or value.literal is None for value in values
        ):
            continue
        members = ", ".join(fold.of(value) for value in values if value)
        sql = f"{fold.of(left)} {'IN' if within else 'NOT IN'} ({members})"
        passes = not within and " <>" not in phrase.text and ctx.holds(Choice.UNEQUAL_PASSES_NULL)
        return f"({left.sql} IS NULL OR {sql})" if passes else sql
    return None


def _comparison(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    for template, operator in _COMPARISONS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        ordered = operator[0] in "<>" and operator != "<>"
        right = operand(slots["v"], left, ctx, ordered=ordered)
        if right is None or right.sql == "NULL":
            continue
        if ordered:
            return f"{ordered_sql(left, right)} {operator} {right.sql}"
        if operator == "not":
            operator = "IS DISTINCT FROM" if ctx.holds(Choice.UNEQUAL_PASSES_NULL) else "<>"
        return f"{fold.of(left)} {operator} {fold.of(right)}"
    return None


def _flag(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: Fold) -> str | None:
    slots = first_match(phrase, _FLAGS)
    left = ctx.subject(slots["c"]) if slots else None
    return left.sql if left is not None and left.family is Family.FLAG else None


def _twin(part: Phrase, parts: tuple[Phrase, ...]) -> Piece | None:
    """A code in small letters beside the same in capitals: X or x."""
    raw = part.raw
    return quoted_text(raw) if raw.isalpha() and raw.upper() in {other.raw for other in parts} else None


def operand(slot: Phrase, left: Piece, ctx: Context, *, ordered: bool = False) -> Piece | None:
    """The right side of a comparison, a fixed value taking the type of the left side."""
    value = fixed(slot) or (quoted_text(word) if (word := bare_text(slot, short=True)) else None)
    if value is None or value.literal is None:
        value = _share(slot, ctx) or ctx.value(slot)
        return value if value is not None and _comparable(left, value) else None
    if ordered and left.family is Family.TEXT and value.family is Family.NUMBER:
        return value
    return value.fitted(left.type)


def _share(slot: Phrase, ctx: Context) -> Piece | None:
    """A share of another column: 80 percent of A."""
    slots = first_match(slot, ("{n} (percent|%|per cent) of {c}",))
    base = ctx.subject(slots["c"]) if slots else None
    if slots is None or base is None or base.family is not Family.NUMBER:
        return None
    return Piece(f"{base.sql} * {slots['n'].marks[0].token.value} / 100", base.type)


def _comparable(left: Piece, right: Piece) -> bool:
    """Whether the two sides may stand beside each other without a cast."""
    families = {left.family, right.family}
    return len(families) == 1 or Family.UNKNOWN in families or families == {Family.DATE, Family.TIMESTAMP}


def ordered_sql(left: Piece, right: Piece) -> str:
    """The left side of an ordering: text is turned into a number where it is held against one."""
    if left.family is Family.TEXT and right.literal is not None and right.family is Family.NUMBER:
        return f"CAST({left.sql} AS DOUBLE)"
    return left.sql
