"""A rule with its exceptions: "A divided by B; null if B is 0", "lower case; if it holds no @ load null".

Also what stands in for missing numbers: "A plus B; a missing B counts as 0". "It" in the exception is the column the
main clause works on; "if nothing is left" is said of the main clause's result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.generate.patterns.cases import case_of
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, unified
from signoff.core.generate.types import Family

NAME = "P15 exceptions"

_MOST_CUTS = 8

_CUT = r"(?:; (?:but |and |then )?|\. (?:but )?|, (?:but |then |and )?)"
_EXCEPTIONS = (
    "<load> {v:any} [,] (if|when|where|in case|unless) {cond:any}",
    "(if|when|where|in case) {cond:any} (,|then|, then|:|->) <load> {v:any}",
    "(if|when|where|in case) {cond:any} (load|use|set|take|return|put) {v:any}",
    "{cond:any} (gives|give|becomes|become|means|->|results in) {v:any}",
)
_NOTHING_LEFT = (
    "(nothing is left|nothing remains|nothing left|result is (blank|empty)|nothing is left or §s is "
    "missing|nothing is left or "
    "missing|result is (blank|empty) or missing|there is nothing left|then (blank|empty)|nothing is left "
    "over)",
)
_NONE = ("[(there is|there are|we have|§s is)] (none|nothing|nothing there|not there)",)
"""Nothing left, where the main clause takes a part of a text."""
_NO_DIGITS = (
    "there are no (digits|numbers) [(in it|in §s|left)]",
    "(§s|it) has no digits",
    "no digits [are] [(left|found|in it)]",
)
_COUNTS = (
    "[(and|but)] [(if|when|where)] [(missing|null|blank)] {c} [(is|are)] [(null|missing|not given|blank)] "
    "[,] (counts as|count as|count it as|counted as|is counted as|"
    "is treated as|treat it as|treated as|is taken as|taken as|treat as|means|use|take) {l}",
    "[(and|but)] (missing|null) (numbers|values|amounts|parts|ones|number|value|amount) [(are|is)] (count "
    "as|counts as|counted as|treated as|taken as|are) {l}",
    "[(and|but)] (nulls|null|missing) (count as|counts as|as|counted as|treated as|are treated as|taken "
    "as) {l}",
    "[(and|but)] (count|treat|take) [(missing|null)] {c} as {l}",
    "[(and|but)] (missing|null|unknown|no) {c} (is|=|->|as|means|gives|:) {l}",
    "[(and|but)] (if|when|where) [there is] no {c} (,|then|use|take|load|-|->) {l}",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The main clause with its exceptions, when all of them are understood."""
    for main, exception, sign in _cuts(phrase):
        piece = _with_default(main, exception, ctx) or _excepted(
            main, exception, ctx, listed="but" not in sign
        )
        if piece is not None:
            return piece
    return None


def _cuts(phrase: Phrase) -> Iterator[tuple[Phrase, Phrase, str]]:
    """The phrase cut at each end of a clause, last first, with the sign that stands there."""
    cuts = list(re.finditer(rf"(?<!\S){_CUT}", phrase.text))
    for found in reversed(cuts[-_MOST_CUTS:]):
        if found.start() and found.end() < len(phrase.text):
            yield phrase.cut(0, found.start()), phrase.cut(found.end(), len(phrase.text)), found.group()


def _excepted(main: Phrase, exception: Phrase, ctx: Context, *, listed: bool) -> Piece | None:
    """The main clause's value but for rows where the exception holds.

    Where the main clause is a value with a condition itself, they are a list, of which the first that holds counts.
    """
    slots = first_match(exception, _EXCEPTIONS)
    if slots is None or " unless " in f" {exception.text}":
        return None
    piece = ctx.value(main) or ctx.part(compile_phrase, main)
    value = ctx.value(slots["v"]) if piece is not None and piece.literal is None else None
    if piece is None or value is None or (" OVER (" in piece.sql and not slots["cond"].columns):
        return None
    cuts = re.search(r"split_part|strpos|substring|regexp|replace\(|left\(|right\(", piece.sql)
    said = first_match(slots["cond"], (*_NOTHING_LEFT, *(_NONE if cuts else ())))
    if said is not None:
        return _nothing_left(piece, value)
    if "'[^0-9]'" in piece.sql and first_match(slots["cond"], _NO_DIGITS) is not None:
        return _nothing_left(piece, value)
    condition = _about(main, slots["cond"], ctx)
    condition = _of_folded(condition, piece) if condition else condition
    made = unified((value, piece), ctx.target_type if ctx.depth == 0 else "") if condition else None
    if made and listed and made[0][1] == piece.sql and _OPEN_CASE.fullmatch(piece.sql):
        return Piece(f"{piece.sql.removesuffix('END')}WHEN {condition} THEN {made[0][0]} END", made[1])
    return Piece(case_of(f"WHEN {condition} THEN {made[0][0]}", made[0][1]), made[1]) if made else None


_OPEN_CASE = re.compile(
    r"CASE(?: WHEN (?:(?!CASE|ELSE|THEN).)+ THEN (?:'(?:[^']|'')*'|-?[\d.]+|TRUE|FALSE|true|false))+ END"
)
"""Fixed values with their conditions, and none for what is left."""

_FOLDED = re.compile(r"(lower|upper)\((?:trim\()?([\w.\"]+)\)?\)")


def _of_folded(condition: str, piece: Piece) -> str:
    """The condition on the value in the letters that the main clause gives it, where its codes are in these too."""
    found = _FOLDED.fullmatch(piece.sql)
    codes = re.findall(r"'((?:[^']|'')*)'", condition)
    lettered = [code for code in codes if code.lower() != code.upper()]
    if found is None or not lettered or any(code != getattr(code, found[1])() for code in lettered):
        return condition
    return re.sub(
        rf"(?<![\w.\"(]){re.escape(found[2])}(?![\w\"])(?! IS )", lambda _found: piece.sql, condition
    )


def _about(main: Phrase, condition: Phrase, ctx: Context) -> str | None:
    """The exception's condition, "it" being what the main clause is about."""
    before = ctx.about
    ctx.about = tuple(dict.fromkeys(main.columns)) or ctx.scope.sources
    try:
        return ctx.condition(condition)
    finally:
        ctx.about = before


def _nothing_left(piece: Piece, value: Piece) -> Piece | None:
    """What holds where the main clause's text is blank or missing."""
    if piece.family is not Family.TEXT:
        return None
    left = f"nullif({piece.sql}, '')"
    if value.sql == "NULL":
        return Piece(left, "VARCHAR")
    fitting = value.fitted("VARCHAR")
    return Piece(f"coalesce({left}, {fitting.sql})", "VARCHAR") if fitting is not None else None


def _alike(main: Phrase, value: Piece | None) -> tuple[ScopeColumn, ...]:
    """Columns of the main clause that a value may stand for where it is not said of which: those of its kind."""
    columns = tuple(dict.fromkeys(main.columns))
    kind = value.family if value is not None else Family.UNKNOWN
    return tuple(c for c in columns if kind is not Family.NUMBER or column_piece(c).family is not Family.TEXT)


def _with_default(main: Phrase, exception: Phrase, ctx: Context) -> Piece | None:
    """The main clause with something in place of missing values."""
    slots = first_match(exception, _COUNTS)
    piece = (ctx.value(main) or ctx.part(compile_phrase, main)) if slots is not None else None
    if slots is None or piece is None:
        return None
    value = fixed(slots["l"])
    named = slots["c"].columns if slots.get("c") else _alike(main, value)
    sql = piece.sql
    for column in named:
        fitting = value.fitted(column.column.type.upper()) if value is not None else None
        mention = rf"(?<![\w.\"]){re.escape(column.sql)}(?![\w\"])"
        if fitting is None or not re.search(mention, sql):
            return None
        sql = re.sub(mention, f"coalesce({column.sql}, {fitting.sql})".replace("\\", r"\\"), sql)
    return Piece(sql, piece.type) if named else None
