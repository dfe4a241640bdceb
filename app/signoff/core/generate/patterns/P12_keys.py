"""Made keys: md5 of columns, row numbers. A running number without an order is left to a question.

Parts of a hash are put together with '|' unless the rule names another sign, missing parts as blank text,
so that ('a', no value, 'b') and ('a', 'b') differ.
"""

from __future__ import annotations

from signoff.core.domain.findings import Severity
from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, text_literal

NAME = "P12 keys"

_MAKE = "[(generate|create|calculate|build|compute|make|use|load|derive|assign|take|set to|populate with)]"
_FUNCTION = "{fn:word} [(hash|hash key|hash value|hashed|key|checksum|hash code)]"
HASH = (
    f"{_MAKE} {_FUNCTION} [(of|over|from|on|for|based on|using|=|:)] [(concatenation of|concatenated|"
    f"concat of)] [\\(] {{cs:columns}} [\\)] [,] [(with|separated by|using|delimited by|joined by|joined with|"
    f"put together with|parted by|linked by|linked with|with sign|concatenated with) {{q:any}} [(as separator|"
    f"separator|as delimiter|between|in between|between them)]]",
    f"{_MAKE} (hash|hash key|hashed key|hash value|surrogate hash|hash surrogate key) {{fn:some}} [(of|"
    f"over|from|on|for|based on|using)] [\\(] {{cs:columns}} [\\)] [(using|with|by) {{how:word}}]",
    f"{_MAKE} {_FUNCTION}",
)
_NUMBER = (
    "(row number|row_number|row_number \\( \\)|running number|sequence number|sequential number|serial "
    "number|rank number|running counter|laufende nummer|numéro d ' ordre|"
    "sequence|consecutive number|running sequence|running id|running sequence number|surrogate key|"
    "autoincrement|auto increment|autoincrement sk|incremental number|running index|counter|line number|"
    "autoincrement surrogate key|sequential surrogate key|numbering)"
)
_ORDER = (
    "(ordered by|order by|sorted by|sort by|in order of|over|in sequence of|by order of|by ascending|"
    "based on order of|geordnet nach|sortiert nach|numbered by|in ascending order of)"
)
_WITHIN = (
    "(per|within|for each|partitioned by|partition by|by|within each|for every|restarting per|"
    "grouped by|inside)"
)
_WAY = (
    "[(ascending|asc|ascending order|{d:desc})] [(starting with|starting at|starting from|from|"
    "beginning with|start at|starts at|beginning at) {one:n}]"
)
ROWS = (
    f"{_MAKE} {_NUMBER} [,] {_WITHIN} {{ps:columns}} [,] [and] {_ORDER} {{cs:columns}} [,] {{way:some}}",
    f"{_MAKE} {_NUMBER} [,] {_ORDER} {{cs:columns}} {_WITHIN} {{ps:columns}}",
    f"{_MAKE} {_NUMBER} [,] [\\(] {_ORDER} {{cs:columns}} [,] {{way:some}} [\\)]",
)
_ASCENDING = (
    "",
    "ascending",
    "asc",
    "ascending order",
    "starting with 1",
    "starting at 1",
    "in ascending order",
    "starting with §n",
    "starting at §n",
    "starting from §n",
    "beginning with §n",
)
_DESCENDING = ("descending", "desc", "descending order", "in descending order")
_FUNCTIONS = {"md5": "md5", "sha256": "sha256", "sha2": "sha256", "sha": ""}
_SEPARATORS = {
    "pipe": "|",
    "hyphen": "-",
    "dash": "-",
    "underscore": "_",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
}


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The key, when the whole phrase says how it is made."""
    return _hash(phrase, ctx) or _row_number(phrase, ctx)


def _hash(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in HASH:
        slots = phrase.match(template)
        function = _function(slots) if slots else None
        if slots is None or not function:
            continue
        pieces = ctx.pieces(slots.get("cs") or Phrase((), phrase.source))
        separator = _separator(slots.get("q") or Phrase((), phrase.source))
        if not pieces or separator is None:
            continue
        return Piece(f"{function}({_hashed(pieces, separator, ctx)})", "VARCHAR")
    return None


def _hashed(pieces: tuple[Piece, ...], separator: str, ctx: Context) -> str:
    """The text a hash is made of."""
    if len(pieces) == 1:
        return pieces[0].as_text
    ctx.remark("D35", say("assumed.hash_parts", separator=separator))
    return f" || {text_literal(separator)} || ".join(f"coalesce({piece.as_text}, '')" for piece in pieces)


def _function(slots: dict[str, Phrase]) -> str:
    """The hash function a rule names; md5 where it only says hash."""
    words = " ".join(slots[name].text.strip() for name in ("fn", "how") if name in slots).strip()
    words = words.replace("( ", "").replace(" )", "").strip()
    if words in ("", "hash"):
        return "md5" if "how" in slots or ("fn" in slots and words == "hash") else ""
    return _FUNCTIONS.get(words.replace("-", "").replace(" ", ""), "")


def _separator(slot: Phrase) -> str | None:
    """The sign between the parts of a hash."""
    if not slot.marks:
        return "|"
    piece = fixed(slot)
    sign = slot.text.strip()
    if piece is None and sign in set(_SEPARATORS.values()) | {"#", "~", "/", "+"}:
        return sign
    return piece.literal if piece is not None else _SEPARATORS.get(sign)


def _row_number(phrase: Phrase, ctx: Context) -> Piece | None:
    slots = first_match(phrase, ROWS)
    if slots is None or ctx.scope.aggregate:
        return None
    way = slots["way"].text.strip() if "way" in slots else ""
    if way not in _ASCENDING + _DESCENDING or (
        slots.get("way") and "§n" in way and not _from_one(slots["way"])
    ):
        return None
    direction = " DESC" if way in _DESCENDING else ""
    order = ", ".join(f"{piece.sql}{direction}" for piece in ctx.pieces(slots["cs"]))
    within = f"PARTITION BY {', '.join(p.sql for p in ctx.pieces(slots['ps']))} " if slots.get("ps") else ""
    ctx.remark(
        "D36",
        say("assumed.equal_rows"),
        Severity.INFO,
    )
    return Piece(f"row_number() OVER ({within}ORDER BY {order})", "BIGINT")


def _from_one(way: Phrase) -> bool:
    return way.marks[-1].token.value == "1"
