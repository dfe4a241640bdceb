"""Conditions in plain words: "status is not 'X'", "amount is above 100 and end date is missing"."""

from __future__ import annotations

from dataclasses import replace

from signoff.core.generate.patterns.bare import bare_text
from signoff.core.generate.patterns.context import Choice, Context, fixed
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, quoted_text, text_literal
from signoff.core.generate.types import Family

_BE = "[(is|are|was|be|has|have|being|ist|sind|est|es)]"
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
    ("{s} (contains|includes|containing|has|contain|include) {q}", "contains"),
)
_RANGE = (f"{{s}} {_BE} between {{low:any}} and {{high:any}} [(inclusive|, inclusive|\\( inclusive \\))]",)
_FOLDED = (
    "{rest:any} [,] (ignore case|ignoring case|case insensitive|regardless of case|case insensitively)",
    "{rest:any} \\( (ignore case|ignoring case|case insensitive|regardless of case) \\)",
)
_FLAGS = ("{c} is set", "{c} is true", "{c} = true", "{c}")
_BETWEEN_VALUES = r"(?:, or |, and |, |or |and |/ |nor )"
_WORD_BREAKS = (("or", "OR"), ("and", "AND"))


def plain_condition(phrase: Phrase, ctx: Context) -> str | None:
    """Boolean SQL of a condition in words; None when any word of it is not understood."""
    single = _test(phrase, ctx, None, fold=False)
    if single is not None:
        return single
    folded = first_match(phrase, _FOLDED)
    everywhere = _condition(folded["rest"], ctx, None, fold=True) if folded else None
    return everywhere or _condition(phrase, ctx, None, fold=False)


def _condition(phrase: Phrase, ctx: Context, carried: Phrase | None, *, fold: bool) -> str | None:
    """One test, or tests joined by "and" or by "or", never by both: which binds first would be a guess."""
    single = _test(phrase, ctx, carried, fold=fold)
    if single is not None:
        return single
    for word, operator in _WORD_BREAKS:
        parts = phrase.split(rf"(?:, )?(?:{word}|{'und' if word == 'and' else 'oder'}) ")
        if len(parts) < 2 or any(not part.marks for part in parts):
            continue
        first = _subject_of(parts[0])
        tests = [_test(part, ctx, None if at == 0 else first, fold=fold) for at, part in enumerate(parts)]
        if all(tests):
            return f" {operator} ".join(f"({t})" if " OR " in (t or "") else str(t) for t in tests)
    return None


def _subject_of(phrase: Phrase) -> Phrase | None:
    """The mention a condition begins with, for the next one that has none of its own."""
    first = replace(phrase, marks=phrase.marks[:1])
    return first if first.columns else None


def _test(phrase: Phrase, ctx: Context, carried: Phrase | None, *, fold: bool) -> str | None:
    """One test without "and" or "or" of its own."""
    for test in (_missing, _range, _text_test, _listed, _comparison, _flag):
        sql = test(phrase, ctx, carried, fold)
        if sql is not None:
            return sql
    folded = None if fold else first_match(phrase, _FOLDED)
    return _test(folded["rest"], ctx, carried, fold=True) if folded else None


def _left(slot: Phrase, ctx: Context, carried: Phrase | None) -> Piece | None:
    return ctx.subject(slot if slot.marks or carried is None else carried)


def _missing(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
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


def _range(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
    slots = first_match(phrase, _RANGE)
    left = _left(slots["s"], ctx, carried) if slots else None
    if slots is None or left is None:
        return None
    bounds = [operand(slots[name], left, ctx, ordered=True) for name in ("low", "high")]
    if bounds[0] is None or bounds[1] is None:
        return None
    return f"{ordered_sql(left, bounds[0])} BETWEEN {bounds[0].sql} AND {bounds[1].sql}"


def _text_test(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
    for template, function in _TEXT_TESTS:
        slots = phrase.match(template)
        if slots is None:
            continue
        left, right = _left(slots["s"], ctx, carried), fixed(slots["q"])
        if left is None or right is None:
            return None
        return f"{function}({_folded(left.as_text, fold)}, {_folded(right.sql, fold)})"
    return None


def _listed(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
    for template, within in _LISTS:
        slots = phrase.match(template)
        left = _left(slots["s"], ctx, carried) if slots else None
        if slots is None or left is None:
            continue
        parts = slots["vs"].split(_BETWEEN_VALUES)
        values = [operand(part, left, ctx) for part in parts]
        if (len(parts) < 2 and "in" not in template) or any(
            value is None or value.literal is None for value in values
        ):
            continue
        members = ", ".join(_folded(value.sql, fold) for value in values if value)
        sql = f"{_folded(left.sql, fold)} {'IN' if within else 'NOT IN'} ({members})"
        passes = not within and " <>" not in phrase.text and ctx.holds(Choice.UNEQUAL_PASSES_NULL)
        return f"({left.sql} IS NULL OR {sql})" if passes else sql
    return None


def _comparison(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
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
        return f"{_folded(left.sql, fold)} {operator} {_folded(right.sql, fold)}"
    return None


def _flag(phrase: Phrase, ctx: Context, carried: Phrase | None, fold: bool) -> str | None:
    slots = first_match(phrase, _FLAGS)
    left = ctx.subject(slots["c"]) if slots else None
    return left.sql if left is not None and left.family is Family.FLAG else None


def operand(slot: Phrase, left: Piece, ctx: Context, *, ordered: bool = False) -> Piece | None:
    """The right side of a comparison, a fixed value taking the type of the left side."""
    value = fixed(slot) or (quoted_text(word) if (word := bare_text(slot, short=True)) else None)
    if value is None or value.literal is None:
        value = ctx.value(slot)
        return value if value is not None and _comparable(left, value) else None
    if ordered and left.family is Family.TEXT and value.family is Family.NUMBER:
        return value
    return value.fitted(left.type)


def _comparable(left: Piece, right: Piece) -> bool:
    """Whether the two sides may stand beside each other without a cast."""
    families = {left.family, right.family}
    return len(families) == 1 or Family.UNKNOWN in families or families == {Family.DATE, Family.TIMESTAMP}


def ordered_sql(left: Piece, right: Piece) -> str:
    """The left side of an ordering: text is turned into a number where it is held against one."""
    if left.family is Family.TEXT and right.literal is not None and right.family is Family.NUMBER:
        return f"CAST({left.sql} AS DOUBLE)"
    return left.sql


def _folded(sql: str, fold: bool) -> str:
    """The text in lower case when case is to be ignored."""
    if not fold:
        return sql
    return text_literal(sql[1:-1].replace("''", "'").lower()) if sql.startswith("'") else f"lower({sql})"
