"""Working on the result of the words before: "trim it", "as a number", "rounded to 2 decimals", "never below 0".

Any compiler may follow any other: what comes after reads the result so far as if it were a source column.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.domain.spec import SourceColumn
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.phrases import SELF, Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece
from signoff.core.generate.types import Family, is_integer

_STAND_IN = ScopeColumn("so_far", "so_far", SourceColumn("result", ""), True)
_FLOORS = (
    "[but] (never|not|no) (below|less than|lower than|under|smaller than) {n:any}",
    "[but] [(not|never)] negative",
    "[but] (at least|minimum|min) {n:any}",
    "(nothing|no value) below {n:any}",
)
_CEILINGS = (
    "[but] (never|not|no) (above|more than|higher than|over|greater than|bigger than) {n:any}",
    "[but] (at most|maximum|max|capped at|cap at|cap §s at|limited to) {n:any}",
)
_ROUNDED = (
    "[and] [then] (rounded|round|round §s|rounded off) [(to|on)] {n:any} [(decimals|decimal|"
    "decimal places|places|digits|"
    "decimal digits)]",
    "[with] {n:any} (decimals|decimal|decimal places|decimal digits)",
    "(rounded|round) to [full] {unit:word}",
)
_WHOLE = ("cent", "cents", "rappen", "pence", "penny")
_UNITS = ("unit", "units", "number", "numbers", "integer", "integers", "euro", "euros")
_CASTS = (
    "[and] [then] (as|into|to|convert to|converted to|turn into|turned into|turn §s into|make §s|"
    "convert §s to|as whole|"
    "convert into|cast to) (number|integer|whole number|numeric|date|text|string|decimal)",
    "(that|this|§s|both|the whole) as [whole] number",
)
_LEADS = (
    "[and] [then] (each|both|all|likewise|each one|again|also|everything|result|whole) {op:any}",
    "{op:any} (§s|that|this|result|result as well|as well|too|likewise|both|each|everything|whole thing)",
    "(then|and|and then|finally|afterwards) {op:any}",
)


def then(piece: Piece, words: Phrase, ctx: Context) -> Piece | None:
    """The result of working on a value as the words say; None when they are not understood."""
    simple = _limited(piece, words) or _rounded(piece, words) or _as_type(piece, words, ctx)
    if simple is not None:
        return simple
    for phrase in (words, *_stripped(words)):
        made = _worked_on(piece, phrase, ctx)
        if made is not None:
            return made
    return None


def _stripped(words: Phrase) -> list[Phrase]:
    """The words without what only points at the result."""
    found = (words.match(template) for template in _LEADS)
    return [slots["op"] for slots in found if slots is not None]


def _limited(piece: Piece, words: Phrase) -> Piece | None:
    """The number kept above or below another."""
    if piece.family is not Family.NUMBER:
        return None
    for templates, sign in ((_FLOORS, "<"), (_CEILINGS, ">")):
        slots = first_match(words, templates)
        if slots is None:
            continue
        limit = number(slots["n"]) if slots.get("n") else 0
        if limit is not None:
            return Piece(
                f"CASE WHEN {piece.sql} {sign} {limit} THEN {limit} ELSE {piece.sql} END", piece.type
            )
    return None


def _rounded(piece: Piece, words: Phrase) -> Piece | None:
    """The number rounded."""
    if piece.family is not Family.NUMBER or piece.sql.startswith("round("):
        return None
    for template in _ROUNDED:
        slots = words.match(template)
        places = _places(slots) if slots is not None else None
        if places is not None and places >= 0:
            return Piece(f"round({piece.sql}, {places})", piece.type)
    return None


def _places(slots: dict[str, Phrase]) -> int | None:
    """The number of decimals said."""
    unit = slots["unit"].text.strip() if "unit" in slots else ""
    if unit:
        return 2 if unit in _WHOLE else 0 if unit in _UNITS else None
    return number(slots["n"])


def _as_type(piece: Piece, words: Phrase, ctx: Context) -> Piece | None:
    """The value in the target's type, where the words name its family."""
    if first_match(words, _CASTS) is None:
        return None
    target = ctx.target_type
    said = words.marks[-1].text
    wanted = {"date": Family.DATE, "text": Family.TEXT, "string": Family.TEXT}.get(said, Family.NUMBER)
    if piece.family is wanted and not (is_integer(target) and not is_integer(piece.type)):
        return piece
    fitting = piece.fitted(target) if target and Piece("", target).family is wanted else None
    return replace(fitting, column=None) if fitting is not None else None


def _worked_on(piece: Piece, words: Phrase, ctx: Context) -> Piece | None:
    """What a compiler makes of the words with the result so far as the only source."""
    if not words.marks or fixed(words) is not None or words.text == f"{SELF} ":
        return None
    column = replace(_STAND_IN, column=SourceColumn("result", piece.type or "VARCHAR"))
    inner = Context(
        replace(
            ctx.scope, columns=(column, *(c for c in ctx.scope.columns if not c.is_source)), target_type=""
        ),
        ctx.mapping,
        ctx.value_of,
        ctx.condition_of,
        ctx.choices,
        depth=ctx.depth + 1,
    )
    made = inner.value(words)
    if made is None or column.sql not in made.sql or made.column is not None:
        return None
    ctx.findings.extend(finding for finding in inner.findings if finding not in ctx.findings)
    ctx.asked.update(inner.asked)
    sql = (
        piece.sql
        if re.fullmatch(r"[\w.\"]+(?:\(.*\))?", piece.sql) or piece.sql.startswith("CASE ")
        else f"({piece.sql})"
    )
    return Piece(made.sql.replace(column.sql, sql), made.type)
