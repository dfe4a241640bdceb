"""Whether any or every row has it: "Y if at least one order is cancelled", "true if all were paid", "any returned".

Only where rows are grouped. Without rows that tell, nothing has it.
"""

from __future__ import annotations

import re

from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.gathered.flags import rows_test
from signoff.core.generate.patterns.P50_spoken_counts import filled_in
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import NULL, Piece, quoted_text, unified
from signoff.core.generate.patterns.row_speech import clause_test, condition_said, rows_said
from signoff.core.generate.types import Family, family_of

NAME = "P53 group flags"

_ELSE = re.compile(
    r"(?:,|;|\.)? ?(?:and )?(?:else|otherwise|if not|in all other cases|or else) (?:: |-> |, )?(?P<e>\S+) $|"
    r"(?:,|;) (?P<f>\S+) (?:otherwise|else|if not|if none)(?: (?:and|or) for [^\W\d]\w* without [^\W\d]\w*)? $"
)
_HEADS = (
    ("{l} [,] (if|when|where|in case|as soon as) {t:any}", False),
    ("{l:word} [,] (if|when|where|in case|as soon as) {t:any}", False),
    ("(if|when) {t:any} (then|,|->|:) {l}", False),
    ("(if|when) {t:any} (then|,|->|:) {l:word}", False),
    (
        (
            "[(flag|indicator|boolean|tells|shows|y / n|yes / no|true / false|0 / 1|1 / 0|indicates|marks)] [(:|-|"
            ",|for)] (whether|if|that) {t:any}"
        ),
        True,
    ),
    ("(flag|indicator|boolean|y / n|yes / no|true / false|0 / 1|1 / 0) [(:|-|,|for)] {t:any}", True),
    ("{t:any} [\\(] (y / n|yes / no|true / false|0 / 1|1 / 0|flag) [\\)]", True),
    ("{t:any} \\?", True),
)
_ANY = re.compile(
    r"^(?:(?:has|had|have|does|did) [^\W\d]\w* (?:have |has )?(?=any|at least|ever|a ))?(?:there (?:is|are|"
    r"was|were|has been|have been|exists|exist) )?(?:[^\W\d]\w* (?:has|have|had|contains|got|ever had|has "
    r"ever had) )?"
    r"(?:any|at least one|at least §n|at least 1|one or more|some|an|a|ever an|ever a|there is an|there is a|"
    r"one)(?: of)?(?: its| the| their| these)? (?P<rest>.+)$"
)
_EVERY = re.compile(
    r"^(?:(?:all|every|each|every single|all of) (?:of )?(?:its |the |their |these )?)(?P<rest>.+)$"
)
_NONE = re.compile(
    r"^(?:(?:there (?:is|are|was|were) )?(?:no|none of|not a single|not one)(?: its| the| their)? )(?P<rest>.+)$"
)
_THERE = re.compile(r"^there (?:is|are|was|were|exists|exist) (?P<rest>.+)$")
_EVER = re.compile(r"^(?:[^\W\d]\w* )(?:has |have |had )?ever (?P<rest>.+)$")
_BE = re.compile(r"(?<=\s)(?:is|are|was|were|has been|have been|has|have|had|got|carries|shows) ")
_TRUE = frozenset(("y", "yes", "true", "1", "j", "ja", "x"))


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The flag, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or ctx.depth > 1:
        return None
    main, other = phrase, None
    found = _ELSE.search(phrase.text)
    if found is not None and found.start():
        main, other = (
            phrase.cut(0, found.start() + (phrase.text[found.start()] == " ")),
            _value(_other(phrase, found)),
        )
        if other is None:
            return None
    for template, bare in _HEADS:
        slots = main.match(template)
        one = None if bare or slots is None else _value(slots["l"])
        if slots is None or (not bare and one is None):
            continue
        test = _quantified(slots["t"], ctx)
        if test is not None:
            return _flag(test, one, other, phrase, ctx)
    test = _quantified(main, ctx) if other is None and family_of(ctx.target_type) is Family.FLAG else None
    return _flag(test, None, None, phrase, ctx) if test is not None else None


def _other(phrase: Phrase, found: re.Match[str]) -> Phrase:
    name = "e" if found["e"] else "f"
    return phrase.cut(found.start(name), found.end(name) + 1)


def _value(slot: Phrase) -> Piece | None:
    made = fixed(slot)
    if slot.text.strip() in ("null", "empty", "blank", "nothing"):
        return NULL
    raw = slot.raw
    word = (
        len(slot.marks) == 1
        and raw.isalpha()
        and (raw.isupper() or raw.lower() in ("true", "false", "yes", "no"))
    )
    return made or (quoted_text(raw) if word else None)


def _flag(test: str, one: Piece | None, other: Piece | None, phrase: Phrase, ctx: Context) -> Piece | None:
    """The two values as the target has them; true and false, or the pair that the rule or the type tells."""
    if one is None or ((one.literal or "").lower() in ("true", "t") and other is None):
        family = family_of(ctx.target_type)
        said = phrase.text.replace(" ", "")
        if family in (Family.FLAG, Family.UNKNOWN) and "y/n" not in said:
            return Piece(f"coalesce({test}, false)", "BOOLEAN")
        pair = ("1", "0") if family is Family.NUMBER else ("'Y'", "'N'") if "y/n" in said else None
        if pair is None or one is not None:
            return None
        return Piece(
            f"CASE WHEN {test} THEN {pair[0]} ELSE {pair[1]} END", "INTEGER" if pair[0] == "1" else "VARCHAR"
        )
    if other is not None and other.sql == "NULL":
        value = one.fitted(ctx.target_type)
        return Piece(f"CASE WHEN {test} THEN {value.sql} END", value.type) if value is not None else None
    if other is None:
        opposite = {"y": "N", "yes": "No", "true": "false", "1": "0", "j": "N", "t": "F"}.get(
            (one.literal or "").lower()
        )
        other = quoted_text(opposite) if opposite else None
    made = unified((one, other), ctx.target_type) if other is not None else None
    return Piece(f"CASE WHEN {test} THEN {made[0][0]} ELSE {made[0][1]} END", made[1]) if made else None


def _quantified(phrase: Phrase, ctx: Context) -> str | None:
    """SQL that is true of a group: any, every or no row of it has something."""
    for shape, pattern in (
        (_NONE, "NOT coalesce(bool_or({0}), false)"),
        (_EVERY, "bool_and({0})"),
        (_ANY, "bool_or({0})"),
    ):
        found = shape.match(phrase.text)
        if found is None or (shape is _ANY and "at least §n" in found.group(0) and not _one(phrase)):
            continue
        rest = phrase.cut(found.start("rest"), len(phrase.text))
        test = _rows_test(rest, ctx, every=shape is _EVERY)
        if test:
            return pattern.format(test)
        some = _some(rest, ctx) if shape is not _EVERY else None
        if some:
            return f"{some} {'= 0' if shape is _NONE else '> 0'}"
    for shape in (_THERE, _EVER):
        found = shape.match(phrase.text)
        test = _rows_test(phrase.cut(found.start("rest"), len(phrase.text)), ctx) if found else None
        if test:
            return f"bool_or({test})"
    return rows_test(phrase, ctx)


def _some(phrase: Phrase, ctx: Context) -> str | None:
    """SQL of how many rows there are, where the phrase names them and says nothing more of them."""
    slots = phrase.match("{n:any} [(there|at all)]")
    rows = rows_said(slots["n"], ctx) if slots else None
    counted = filled_in(rows.noun, ctx) if rows is not None and not rows.condition else None
    return f"count({counted or '*'})" if counted is not None else None


def _one(phrase: Phrase) -> bool:
    return next((m.token.value for m in phrase.marks if m.text == "§n"), "") == "1"


def _rows_test(phrase: Phrase, ctx: Context, *, every: bool = False) -> str | None:
    """What is true of the rows: "returned order", "order is cancelled", "order with status X".

    Where it has to hold of every such row, rows of another kind do not count.
    """
    rows = rows_said(phrase, ctx, strange=True)
    if rows is not None and rows.condition:
        return rows.condition
    for found in _BE.finditer(phrase.text):
        noun = rows_said(phrase.cut(0, found.start()), ctx) if found.start() else None
        if noun is None:
            continue
        rest = phrase.cut(found.end(), len(phrase.text))
        test = clause_test(phrase.cut(found.start(), len(phrase.text)), ctx) or clause_test(rest, ctx)
        if test and every and noun.condition:
            return f"(NOT coalesce({noun.condition}, false) OR {test})"
        if test:
            return " AND ".join(each for each in (noun.condition, test) if each)
    return condition_said(phrase, ctx) if phrase.columns else _verb(phrase, ctx)


def _verb(phrase: Phrase, ctx: Context) -> str | None:
    return clause_test(phrase, ctx) or None
