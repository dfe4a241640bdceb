"""Hash keys in any wording: "md5 over A and B with a pipe in between", "concatenate A, B with '-' and hash it".

Which function, which columns, what is done to each before, and the sign between them may be said in any order. Missing
parts are blank text and the sign is '|' unless another is said, as in `P12_keys`.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.column_nouns import column_of
from signoff.core.generate.patterns.context import Context, fixed, number
from signoff.core.generate.patterns.phrases import COLUMN, TEXT, Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.wordlists import word_set

NAME = "P61 spoken hashes"

_FUNCTION = re.compile(
    r"(?:(?<=\s)|^)(?P<open>\( )?(?P<f>md5|md - 5|sha256|sha - 256|sha_256|sha2 - 256|sha2_256|sha2 \( §n \)|"
    r"sha2 \( 256 \)|sha2 §n|sha §n|sha2|sha 256)"
    r"(?: \( \))? (?:- )?(?:hash|hashed|hashing|hex|hash value|hash key|digest|checksum|key|function|hash "
    r"of)? ?(?P<close>\) )?"
)
_CALLED = re.compile(
    r"^(?:(?:surrogate|technical|business|primary|unique|dv|data vault|hub|link)? ?(?:hash )?(?:key|keys|id|"
    r"sk|pk|hk|hash key|value|diff) )?(?:=|:|-) "
)
_SIGNS = {
    "pipe": "|",
    "hyphen": "-",
    "dash": "-",
    "underscore": "_",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "tilde": "~",
    "slash": "/",
    "blank": " ",
    "space": " ",
    "hash": "#",
}
_BETWEEN = frozenset(_SIGNS) - {"hash", "blank", "space"}
"""Names of signs that stand between two columns of a list: ``of first_id, hyphen, second_id``."""
_SIGN = re.compile(
    r"(?:(?:,|;|\() )?(?:and )?(?:(?:all |parts |values |columns |fields |both )?(?:are )?(?:separated|joined|"
    r"joined together|delimited|parted|concatenated|combined|linked|put together|glued|divided)"
    r" (?:by|with|using)|with|using|by|separator|delimiter|separator is|delimiter is|separator :|delimiter :|"
    r"separator =|sep) (?:an? |the )?"
    r"(?P<sign>§q |\|\| |[|~#/_,;:-] |pipe |hyphen |dash |underscore |comma |semicolon |colon |tilde |slash |"
    r"blank |space )"
    r"(?:sign |character |symbol )?(?:as (?:a |the )?(?:separator|delimiter) |in between |between |between "
    r"them |inbetween |in the middle )?(?:\) )?"
    r"|(?:(?:,|;|\() )?(?P<sign2>§q |pipe |hyphen |dash |underscore |tilde |\| |[~#-] )(?:as (?:a |the "
    r")?)(?:separator|delimiter) (?:\) )?"
)
_MISSING = re.compile(
    r"(?:(?:,|;|\() )?(?:and )?(?:with )?(?:nulls?|missing|empty|missing parts|null values|missing values|"
    r"null parts|no value)(?: are| is| become| becomes| counts?| treated| taken| replaced)* "
    r"(?:as|by|to|->|=|with|become|becomes) (?:an? )?(?:empty string|empty text|blank|blank text|empty|blanks|"
    r"§q|empty strings) (?:\) )?"
)
_NOT_FILLED = re.compile(
    r"(?:(?:,|;) )?(?:column|part|value|field)s? (?:that|which) (?:is|are) (?:not filled in|not filled|"
    r"missing|empty|null) "
    r"(?:counts?|is treated|is taken) as (?:empty text|blank|empty string|blank text|empty) (?:, its \S+ "
    r"(?:\S+ )?stays )?"
)
_TRIM = ("trimmed", "trim", "stripped")
_UPPER = ("upper", "uppercase", "uppercased", "capitalised", "capitalized")
_LOWER = ("lower", "lowercase", "lowercased")
_IDLE = word_set(
    "of over from on for in the all columns column fields field hash hashed hashing key keys and with to a an as "
    "is calculate generate compute create build make "
    "then concatenate concatenated concatenation concat combine combined join joined , ; : ( ) natural "
    "business source both values value parts it them together "
    "apply after before hex digest case - cased upper lower trim trimmed stripped uppercase lowercase "
    "uppercased lowercased string text using take taken based "
    "surrogate unique technical primary id lower-case upper-case || + plus & hexadecimal small letters order "
    "named derived via by number"
)
_START = re.compile(
    r"^(?:(?:first|leading|left|leftmost) (?P<n>§n) (?:characters|chars|digits|letters|positions|hex digits) "
    r"(?:of|from) )"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The hash, when every word of the phrase says how it is made."""
    if ctx.scope.aggregate or not 2 <= len(phrase.marks) <= 40 or ctx.depth > 2:
        return None
    found = _FUNCTION.search(phrase.text)
    if (
        found is None
        or len(_FUNCTION.findall(phrase.text)) != 1
        or bool(found["open"]) != bool(found["close"])
    ):
        return None
    place = phrase.text[: found.start()].count(" ")
    bits = [m.token.value for m in phrase.marks[place : place + found.group().count(" ")] if m.text == "§n"]
    if bits not in ([], ["256"], ["-256"]):
        return None
    head = _START.match(phrase.text)
    length = number(phrase.cut(head.start("n"), head.end("n") + 1)) if head is not None else None
    plain = phrase.without(found.start(), found.end())
    plain = plain.cut(head.end(), len(plain.text)) if head is not None else plain
    called = _CALLED.match(plain.text)
    plain = (
        plain.cut(called.end(), len(plain.text))
        if called is not None and called.end() < len(plain.text)
        else plain
    )
    plain, sign = _with_sign(plain)
    plain, _ = _without(plain, _MISSING)
    plain, _ = _without(plain, _NOT_FILLED)
    parts = _parts(plain, ctx)
    if parts is None:
        return None
    function = "md5" if found["f"].startswith("md") else "sha256"
    pieces, between = parts
    separator = sign if sign is not None else between if between is not None else "|"
    if between is not None and sign not in (None, between):
        return None
    if len(pieces) > 1:
        ctx.remark("D35", say("assumed.hash_parts", separator=separator))
        made = f" || {text_literal(separator)} || ".join(f"coalesce({each}, '')" for each in pieces)
    else:
        made = pieces[0]
    sql = f"{function}({made})"
    return Piece(f"substr({sql}, 1, {length})" if length else sql, "VARCHAR")


def _with_sign(phrase: Phrase) -> tuple[Phrase, str | None]:
    for found in _SIGN.finditer(phrase.text):
        if found.start() and phrase.text[found.start() - 1] != " ":
            continue
        name = "sign" if found["sign"] else "sign2"
        slot = phrase.cut(found.start(name), found.end(name))
        piece = fixed(slot)
        word = slot.text.strip()
        sign = piece.literal if piece is not None else _SIGNS.get(word, word)
        return phrase.without(found.start(), found.end()), sign
    return phrase, None


def _parts(phrase: Phrase, ctx: Context) -> tuple[list[str], str | None] | None:
    """SQL of each part, and a text that stands between any two of them; None where a word is left over."""
    columns: list[Piece] = []
    quoted: list[str] = []
    words: list[str] = []
    at = 0
    while at < len(phrase.marks):
        mark = phrase.marks[at]
        if mark.text == COLUMN:
            columns.append(_column(Phrase((mark,), phrase.source), ctx))
        elif mark.text == TEXT:
            quoted.append(mark.token.value)
            if not columns or at + 1 == len(phrase.marks):
                return None
        elif mark.text in _BETWEEN and columns and at + 1 < len(phrase.marks):
            quoted.append(_SIGNS[mark.text])
        elif mark.text in _IDLE:
            words.append(mark.text)
        else:
            wide = next(
                (
                    w
                    for w in (3, 2, 1)
                    if column_of(Phrase(phrase.marks[at : at + w], phrase.source), ctx) is not None
                ),
                0,
            )
            if not wide:
                return None
            columns.append(_column(Phrase(phrase.marks[at : at + wide], phrase.source), ctx))
            at += wide - 1
        at += 1
    columns = columns or list(ctx.pieces(Phrase((), phrase.source)))
    if not columns or len({c.sql for c in columns}) < len(columns) or len(set(quoted)) > 1:
        return None
    if quoted and len(quoted) != len(columns) - 1:
        return None
    return [_prepared(piece, words) for piece in columns], quoted[0] if quoted else None


def _column(slot: Phrase, ctx: Context) -> Piece:
    found = column_of(slot, ctx)
    assert found is not None
    return found


def _prepared(piece: Piece, words: list[str]) -> str:
    """The part as text, trimmed and in capitals where that is said."""
    sql = piece.as_text
    if any(word in _TRIM for word in words):
        sql = f"trim({sql})"
    if any(word in _UPPER for word in words):
        return f"upper({sql})"
    return f"lower({sql})" if any(word in _LOWER for word in words) and "hex" not in words else sql


def _without(phrase: Phrase, shape: re.Pattern[str]) -> tuple[Phrase, bool]:
    found = next(
        (m for m in shape.finditer(phrase.text) if not m.start() or phrase.text[m.start() - 1] == " "), None
    )
    return (phrase.without(found.start(), found.end()), True) if found is not None else (phrase, False)
