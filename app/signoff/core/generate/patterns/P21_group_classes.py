"""Words for how many rows there are: 'new' with no or one order, Y if at least one payment is late.

Only where rows are grouped.
"""

from __future__ import annotations

from dataclasses import replace

from signoff.core.generate.patterns.column_nouns import (
    names_rows,
)
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.counted_rows import row_condition
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal, unified

NAME = "P21 group classes"


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The aggregate, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate:
        return None
    for made in (_classed, _exists):
        piece = made(phrase, ctx)
        if piece is not None:
            return piece
    return None


_CLASS = (
    "{l} (with|if|for|when|at|:|=) [(there are|it has|there is)] {r:any}",
    "(with|if|for|when|at) [(there are|it has|there is)] {r:any} (then|:|->|=) {l}",
)
_REST = (
    "(else|otherwise|in all other cases|for all others|for more|rest) [:] {l}",
    "{l} (otherwise|else|for all others|in all other cases)",
)


def _classed(phrase: Phrase, ctx: Context) -> Piece | None:
    """A word for how many there are: 'new' with no or one order, 'loyal' with five or more."""
    parts = phrase.split(r"(?:, and |; and |, |; |and (?=§q ))")
    if len(parts) < 2 or len(ctx.scope.sources) != 1:
        return None
    counted = f"count({ctx.scope.sources[0].sql})"
    tests: list[str] = []
    values: list[Piece] = []
    for at, part in enumerate(parts):
        rest = (
            next((found for each in _REST if (found := part.match(each))), None)
            if at == len(parts) - 1
            else None
        )
        slots = rest or next((found for each in _CLASS if (found := part.match(each))), None)
        value = fixed(slots["l"]) if slots else None
        test = "ELSE" if rest else _how_many(slots["r"], counted, ctx) if slots else None
        if value is None or test is None:
            return None
        tests.append(test)
        values.append(value)
    made = unified(values, ctx.target_type)
    if made is None:
        return None
    whens = " ".join(
        f"ELSE {v}" if t == "ELSE" else f"WHEN {t} THEN {v}" for t, v in zip(tests, made[0], strict=True)
    )
    return Piece(f"CASE {whens} END", made[1])


_RANGES = (
    ("[only] (no|zero) or (one|a single)", "<= 1"),
    ("(none|no|zero)", "= 0"),
    ("{a:any} (to|-|up to) {b:any}", "BETWEEN {a} AND {b}"),
    ("between {a:any} and {b:any}", "BETWEEN {a} AND {b}"),
    ("{a:any} or (more|above|over|higher)", ">= {a}"),
    ("{a:any} and (more|above|over|higher)", ">= {a}"),
    ("(at least|minimum|from) {a:any}", ">= {a}"),
    ("(more than|over|above) {a:any}", "> {a}"),
    ("(less than|fewer than|below|under) {a:any}", "< {a}"),
    ("(up to|at most|maximum) {a:any}", "<= {a}"),
    ("{a:any} or {b:any}", "IN ({a}, {b})"),
    ("[(exactly|just|only)] {a:any}", "= {a}"),
)


def _how_many(slot: Phrase, counted: str, ctx: Context) -> str | None:
    """A range of a count, with or without the noun counted."""
    last = slot.text.rstrip().rfind(" ") + 1
    bare = slot.cut(0, last) if last and names_rows(slot.cut(last, len(slot.text)), ctx) else slot
    for template, test in _RANGES:
        slots = bare.match(template)
        if slots is None:
            continue
        bounds = {name: _digits(part) for name, part in slots.items()}
        if all(bound is not None for bound in bounds.values()):
            return f"{counted} {test.format(**bounds)}"
    return None


def _digits(slot: Phrase) -> int | None:
    return 0 if slot.text.strip() in ("no", "none") else number(slot)


_ANY = (
    (
        (
            "{l} (if|when|where) (at least one|any|there is a|there is at least one|there is any|"
            "one) {n:any} {w:which} {cond:any}"
        ),
        False,
    ),
    ("{l} (if|when|where) (all|every|each) {n:any} {w:which} {cond:any}", True),
)
_EXISTS_ELSE = "{rest:any} (,|;|.) [and] (else|otherwise|if not|in all other cases) [:] {e:any}"


def _exists(phrase: Phrase, ctx: Context) -> Piece | None:
    """One value if at least one row has it, another if none has."""
    slots = phrase.match(_EXISTS_ELSE)
    other = fixed(slots["e"]) or _letter(slots["e"]) if slots else None
    main = slots["rest"] if slots else phrase
    for template, every in _ANY:
        for which in (
            "(is|are|was|were|has|have|had)",
            "(with|that is|which is|where|whose|that has|which has)",
            "",
        ):
            found = main.match(template.replace("{w:which}", which))
            found = found or _lettered(main, template.replace("{w:which}", which))
            value = (fixed(found["l"]) or _letter(found["l"])) if found else None
            if found is None or value is None or not names_rows(found["n"], ctx):
                continue
            condition = row_condition(found["cond"], ctx)
            pair = unified((value, other or replace(value, sql="NULL", literal=None)), ctx.target_type)
            if condition is None or pair is None or other is None:
                continue
            return Piece(
                (
                    f"CASE WHEN {'bool_and' if every else 'bool_or'}({condition}) THEN {pair[0][0]} ELSE "
                    f"{pair[0][1]} END"
                ),
                pair[1],
            )
    return None


def _lettered(main: Phrase, template: str) -> dict[str, Phrase] | None:
    return main.match(template.replace("{l}", "{l:word}"))


def _letter(slot: Phrase) -> Piece | None:
    """A single letter or true and false without quotes: Y."""
    text = slot.raw
    known = (len(text) == 1 and text.isupper()) or text.casefold() in ("true", "false", "yes", "no")
    return Piece(text_literal(text), "VARCHAR", text) if known else None
