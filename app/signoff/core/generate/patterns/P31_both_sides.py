"""Two columns put together, one of which may be missing: "both numbers with a slash between, 0 for a missing side".

Which comes first is the order of the source cells, unless the rule names the table of the other one.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, column_piece, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.types import Family

NAME = "P31 both sides"

_THINGS = "(both|the two|two) [(source|of)] (numbers|ids|keys|values|columns|parts|fields|codes|names|no|nos)"
_TOGETHER = (
    f"{_THINGS} (with|using) {{x:any}} (between|in between|between them|in middle|as separator)",
    f"{_THINGS} [,] (separated|parted|divided|joined) by {{x:any}}",
    f"{_THINGS} (put together|joined|concatenated) [(with|by|using)] {{x:any}} [(between|in between|between them)]",
    "{x:any} between (both|two) (numbers|ids|keys|values|columns|parts)",
)
_SIDE = "(side|one|number|part|value|id|one side|one of them|either|either side|sides|ones|numbers|parts)"
_GONE = "(missing|absent|null|empty|not there)"
_AND = "(,|;|.|\\() [and]"
_MISSING = (
    f"{{rest:any}} {_AND} {{l}} (for|in place of|instead of) {_GONE} {_SIDE} [\\)]",
    f"{{rest:any}} {_AND} {{l}} (for|if|where|when|in place of) {_SIDE} [(that|which)] [(is|are)] {_GONE} [\\)]",
    f"{{rest:any}} {_AND} {_GONE} {_SIDE} (=|is|as|->|:|becomes|counts as) {{l}} [\\)]",
)
_FIRST = (
    "{rest:any} (,|;|.|\\() {w:word} (first|in front|comes first) [\\)]",
    "{rest:any} (,|;|.|\\() that of {w:word} first [\\)]",
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The two put together, when the whole phrase says how and there are two sources."""
    sources = [column_piece(c) for c in ctx.scope.sources]
    if len(sources) != 2 or any(p.family in (Family.DATE, Family.TIMESTAMP, Family.FLAG) for p in sources):
        return None
    missing = first_match(phrase, _MISSING)
    rest = missing["rest"] if missing else phrase
    first = first_match(rest, _FIRST)
    rest = first["rest"] if first else rest
    slots = first_match(rest, _TOGETHER)
    sign = sign_of(slots["x"]) if slots else None
    instead = fixed(missing["l"]) if missing else None
    if sign is None or (missing and (instead is None or instead.literal is None)):
        return None
    if first and _names(first["w"].text.strip(), ctx) == 1:
        sources.reverse()
    elif not first or _names(first["w"].text.strip(), ctx) is None:
        ctx.remark("D39", say("assumed.listed_order"))
    parts = [p.as_text for p in sources]
    if instead is not None and instead.literal is not None:
        parts = [f"coalesce({part}, {text_literal(instead.literal)})" for part in parts]
    return Piece(f" || {text_literal(sign)} || ".join(parts), "VARCHAR")


def _names(word: str, ctx: Context) -> int | None:
    """Which of the two sources a word names by its table or column; None where it names none, or both."""
    fits = [
        n
        for n, c in enumerate(ctx.scope.sources)
        if word in re.split(r"[\W_]+", f"{c.table} {c.column.name} {c.relation}".lower())
    ]
    return fits[0] if len(fits) == 1 else None
