"""Parts of a text and padding: first n characters, the part before ':', pad to 8 with zeros, length.

Padding never cuts a longer value, which `lpad` alone would. A part after a sign that is not there is blank
text; that it is no value is offered as an alternative.
"""

from __future__ import annotations

from signoff.core.generate.patterns.context import Choice, Context, fixed, number
from signoff.core.generate.patterns.phrases import Phrase, first_match
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.signs import sign_of

NAME = "P07 parts"

_CHARS = (
    "(characters|character|chars|char|letters|letter|digits|digit|positions|position|symbols|bytes|"
    "places|zeichen|stellen|caractères|caracteres)"
)
_TAKE = (
    "[(take|get|use|load|extract|keep|return|only|take only|keep only|use only|extract only|pick|"
    "populate with|nimm)]"
)
_FROM = "[(of|from|in|:|von|de|du|del)] {s}"
FIRST = (
    f"{_TAKE} (first|left|leading|leftmost|erste|ersten|die ersten|premiers|primeros) {{n:any}} "
    f"[{_CHARS}] {_FROM}",
    f"{_TAKE} {{n:any}} (leftmost|leading|first) {_CHARS} {_FROM}",
    "{c} [,] (first|left|leading) {n:any} [" + _CHARS + "]",
    f"(truncate|cut|shorten|limit|cut off|trim) {{s}} [off] [(to|at|after)] [(max|maximum|a maximum of|at "
    f"most|length)] {{n:any}} {_CHARS}",
    "(truncate|cut|shorten|limit) {s} to length {n:any}",
    "(left|leftstr) \\( {n:any} \\)",
)
LAST = (
    f"{_TAKE} (last|right|trailing|rightmost|letzte|letzten|die letzten|derniers|últimos) {{n:any}} "
    f"[{_CHARS}] {_FROM}",
    f"{_TAKE} {{n:any}} (rightmost|trailing|last) {_CHARS} {_FROM}",
    "{c} [,] (last|right) {n:any} [" + _CHARS + "]",
)
SPAN = (
    f"{_TAKE} {_CHARS} [(from|between)] {{low:any}} (to|-|through|until|and|bis|till) {{high:any}} {_FROM}",
    f"substring {_FROM} (from|from position|from character) {{low:any}} (to|through|until) [(position|"
    f"character)] {{high:any}}",
    f"{{c}} {_CHARS} {{low:any}} (to|-|through|until|and) {{high:any}}",
)
START = (
    f"{_TAKE} {{len:any}} {_CHARS} (from|starting at|starting from|beginning at|from position|starting at "
    f"position|starting with character|ab) [{_CHARS}] {{low:any}} {_FROM}",
    f"{_TAKE} (from|starting at) [{_CHARS}] {{low:any}} [,] [(for|length|take)] {{len:any}} {_CHARS} {_FROM}",
    f"substring {_FROM} [,] [\\(] {{low:any}} , {{len:any}} [\\)]",
)
REST = (
    f"{_TAKE} [(everything|all|all characters|text|substring)] (from|starting at|from position|starting "
    f"from|starting at position) [{_CHARS}] {{low:any}} [(on|onwards|onward|to end|to the end)] {_FROM}",
)
ONE = (f"{_TAKE} {_CHARS} [(number|at|no)] {{low:any}} {_FROM}",)
_PART = (
    "[(part|text|everything|substring|string|characters|value|all|§s|anything|piece|portion|content|"
    "what comes|what stands|what is|whatever comes|whatever stands|whatever is|text that stands|everything that "
    "stands|name)] [(of|from|in)]"
)
_MARK = "[(first|sign|character|delimiter|separator)] {q:any} [(sign|character|symbol)]"
BEFORE = (
    f"{_TAKE} {_PART} {{s}} [that is] (before|up to|until|preceding|left of|to left of|prior to|in front "
    f"of|vor) {_MARK} {_FROM.replace('{s}', '{c}')}",
    f"{_TAKE} {_PART} {{s}} [that is] (before|up to|until|preceding|left of|to left of|prior to|in front "
    f"of|vor) {_MARK}",
)
_FOLLOWS = (
    "[(what|everything that|part that|text that|all that)] (after|follows|following|comes after|behind)"
)
AFTER_LAST = (
    f"{_TAKE} {_PART} {{s}} {_FOLLOWS} last {{q:any}} {_FROM.replace('{s}', '{c}')}",
    f"{_TAKE} {_PART} {{s}} {_FOLLOWS} last {{q:any}}",
)
AFTER = (
    f"{_TAKE} {_PART} {{s}} [that is] (after|following|behind|right of|to right of|nach|what follows|that "
    f"follows) {_MARK} "
    f"{_FROM.replace('{s}', '{c}')}",
    f"{_TAKE} {_PART} {{s}} [that is] (after|following|behind|right of|to right of|nach) {_MARK}",
)
PIECE = (
    f"split {_FROM} (by|on|at|with|using) {{q:any}} [(,|and|;|then)] [and] [(take|use|get|load|return|"
    f"keep)] {{k:any}} [(part|element|token|piece|item|value)]",
    f"{_TAKE} {{k:any}} (part|element|token|piece|item) [of] {{s}} [(after|when|if)] (split|splitting|"
    f"separated|delimited) (by|on|at|with) {{q:any}}",
)
PAD = (
    "(padleft|pad left|lpad|left pad|padstart) [{s}] \\( {n:any} , {q:any} \\)",
    "(padright|pad right|rpad|right pad) [{s}] \\( {n:any} , {q:any} \\)",
    f"(left pad|pad left|lpad|pad|left padded|padded|prefix|fill up|fill|pad {{c}}) {{s}} [on left] (with|"
    f"by) [(leading|left|preceding)] {{q:any}} [on left] (to|to a length of|to length|to length of|up to|"
    f"to total length of|until|to total of|to fixed length of) {{n:any}} [{_CHARS}]",
    f"(left pad|pad left|lpad|pad|zero pad|left padded|zero padded|zeropad|fill up|fill) {{s}} (to|to a "
    f"length of|to length|to length of|up to) {{n:any}} [{_CHARS}] [(long|length|wide)] [(with|using|by)] "
    f"[(leading|left)] {{q:any}}",
    f"(zero pad|zero padded|zeropad|pad zeros|zero fill|zfill) {{s}} (to|to length|to length of|to a "
    f"length of|up to) {{n:any}} [{_CHARS}]",
    f"(right pad|pad right|rpad) {{s}} (with|by) [trailing] {{q:any}} (to|to a length of|to length|to "
    f"length of|up to) {{n:any}} [{_CHARS}]",
    f"(right pad|pad right|rpad) {{s}} (to|to a length of|to length|to length of|up to) {{n:any}} "
    f"[{_CHARS}] (with|by) [trailing] {{q:any}}",
    f"(add|with|put|prefix with|insert) leading (zeros|zeroes) [(to|in front of)] {{s}} (to|up to|until|"
    f"to length|to length of|to a length of|for a length of) {{n:any}} [{_CHARS}]",
    f"{{n:any}} (digits|characters|digit|character) with leading (zeros|zeroes) {_FROM}",
)
LENGTH = (
    "[(calculate|take|get|number of characters|character)] (length|number of characters|character count|"
    "number of letters|len|länge|anzahl zeichen|longueur|longitud) [(of|in|from|von|de)] {s}",
)
_FILL = {
    "zero": "0",
    "zeros": "0",
    "zeroes": "0",
    "leading zeros": "0",
    "leading zeroes": "0",
    "0s": "0",
    "space": " ",
    "spaces": " ",
    "blanks": " ",
    "blank": " ",
    "0": "0",
}
_ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "last": -1,
    "first one": 1,
    "second one": 2,
    "last one": -1,
}


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The part of the text, when the whole phrase says which."""
    for compiled in (_left_right, _span, _around, _piece, _padded, _length):
        piece = compiled(phrase, ctx)
        if piece is not None:
            return piece
    return None


def _text_of(slots: dict[str, Phrase], ctx: Context) -> str | None:
    """SQL of the text a rule works on; None when it names none, or two."""
    slot = slots.get("c") or slots.get("s") or Phrase((), "")
    if slots.get("c") and slots.get("s") and slots["s"].columns:
        return None
    subject = ctx.subject(slot)
    return subject.as_text if subject else None


def _left_right(phrase: Phrase, ctx: Context) -> Piece | None:
    for templates, function in ((FIRST, "left"), (LAST, "right")):
        for template in templates:
            slots = phrase.match(template)
            if slots is None:
                continue
            count = number(slots["n"]) if slots["n"].text not in (f"{_CHARS} ", "") else None
            if count is None and slots["n"].text.strip() in ("character", "letter", "char", "digit"):
                count = 1
            text = _text_of(slots, ctx)
            if count is not None and count > 0 and text:
                return Piece(f"{function}({text}, {count})", "VARCHAR")
    return None


def _span(phrase: Phrase, ctx: Context) -> Piece | None:
    for templates in (SPAN, START, REST, ONE):
        slots = first_match(phrase, templates)
        text = _text_of(slots, ctx) if slots else None
        if slots is None or text is None:
            continue
        low = number(slots["low"])
        high = number(slots["high"]) if "high" in slots else None
        length = number(slots["len"]) if "len" in slots else None
        if (
            low is None
            or low < 1
            or ("high" in slots and (high is None or high < low))
            or ("len" in slots and not length)
        ):
            continue
        if templates is REST:
            return Piece(f"substring({text}, {low})", "VARCHAR")
        count = length if length else (high - low + 1 if high is not None else 1)
        return Piece(f"substring({text}, {low}, {count})", "VARCHAR")
    return None


def _around(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in AFTER_LAST:
        slots = phrase.match(template)
        sign = sign_of(slots["q"]) if slots else None
        text = _text_of(slots, ctx) if slots and sign else None
        if sign and text:
            return Piece(
                _after_sign(text, sign, f"split_part({text}, {text_literal(sign)}, -1)", ctx), "VARCHAR"
            )
    for templates, before in ((BEFORE, True), (AFTER, False)):
        for template in templates:
            slots = phrase.match(template)
            sign = sign_of(slots["q"]) if slots and number(slots["q"]) is None else None
            text = _text_of(slots, ctx) if slots and sign else None
            if not sign or not text:
                continue
            quoted = text_literal(sign)
            if before:
                return Piece(f"split_part({text}, {quoted}, 1)", "VARCHAR")
            rest = f"substring({text}, strpos({text}, {quoted}) + {len(sign)})"
            return Piece(_after_sign(text, sign, rest, ctx), "VARCHAR")
    return None


def _after_sign(text: str, sign: str, rest: str, ctx: Context) -> str:
    """The rest of a text after a sign; blank text, or no value, where the sign is not there."""
    absent = "" if ctx.holds(Choice.ABSENT_IS_NULL) else f" WHEN {text} IS NOT NULL THEN ''"
    return f"CASE WHEN strpos({text}, {text_literal(sign)}) > 0 THEN {rest}{absent} END"


def _piece(phrase: Phrase, ctx: Context) -> Piece | None:
    slots = first_match(phrase, PIECE)
    sign = sign_of(slots["q"]) if slots else None
    text = _text_of(slots, ctx) if slots else None
    if slots is None or not sign or not text:
        return None
    place = _ORDINALS.get(slots["k"].text.strip())
    if place is None:
        place = number(slots["k"]) or None
    return Piece(f"split_part({text}, {text_literal(sign)}, {place})", "VARCHAR") if place else None


def _padded(phrase: Phrase, ctx: Context) -> Piece | None:
    for template in PAD:
        slots = phrase.match(template)
        if slots is None:
            continue
        length, text = number(slots["n"]), _text_of(slots, ctx)
        filling = _filling(slots["q"]) if "q" in slots else "0"
        if length is None or not 0 < length < 1000 or not text or filling is None or len(filling) != 1:
            continue
        function = "rpad" if template.startswith(("(padright", "(right")) else "lpad"
        padded = f"{function}({text}, {length}, {text_literal(filling)})"
        return Piece(f"CASE WHEN length({text}) < {length} THEN {padded} ELSE {text} END", "VARCHAR")
    return None


def _filling(slot: Phrase) -> str | None:
    piece = fixed(slot)
    return piece.literal if piece is not None else _FILL.get(slot.text.strip())


def _length(phrase: Phrase, ctx: Context) -> Piece | None:
    slots = first_match(phrase, LENGTH)
    text = _text_of(slots, ctx) if slots else None
    return Piece(f"length({text})", "BIGINT") if text else None
