"""Values of a group in one text, in any wording: "distinct channels, comma separated, sorted", "join with ';'".

Only where rows are grouped. The signs between, the order and whether each value stands once may be said in any order.
"""

from __future__ import annotations

import re

from signoff.core.domain.sentences import say
from signoff.core.generate.patterns.context import Context, fixed
from signoff.core.generate.patterns.counted_rows import own_part, value_of
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, text_literal
from signoff.core.generate.patterns.row_speech import clause_test, rows_said, without_idle
from signoff.core.generate.types import Family

NAME = "P55 spoken lists"

_SIGNS = {
    "comma": ",", "commas": ",", "semicolon": ";", "semicolons": ";", "slash": "/", "slashes": "/", "pipe": "|",
    "pipes": "|", "space": " ", "spaces": " ", "blank": " ", "hyphen": "-", "dash": "-", "newline": "\n", ",": ",",
    ";": ";", "/": "/", "|": "|", "-": "-",
}  # fmt: skip
_BESIDE = re.compile(
    r"(?P<sign>comma|semicolon|pipe|slash|space|hyphen|dash)s? (?:and (?:blank|space) )?(?:- )?(?:separated|delimited) "
)
_WITH = re.compile(
    r"(?:(?:,|;|\() )?(?:(?:and )?(?:separated|delimited|joined|joined together|divided|parted|concatenated|"
    r"combined|linked|put together|glued)"
    r" (?:by|with|using)|with|by|using|separator|delimiter|separator is|separator :|delimiter :|sep :|sep) (?:an? )?"
    r"(?P<sign>§q |[^\W\d]\w* |[,;/|-] )(?P<blank>(?:and|plus|\+) (?:a )?(?:blank|space) )?(?:as (?:a "
    r")?(?:separator|delimiter) |between them |between |in between )?(?:\) )?"
)
_SORTED = re.compile(
    r"(?:(?:,|;|\() )?(?:and )?(?:in alphabetical order|alphabetically sorted|sorted alphabetically|"
    r"alphabetically|in alphabetic order|alphabetical|sorted a - z|"
    r"a - z|a to z|sorted a to z|in ascending order|sorted ascending|sorted by name|sorted by value|sorted|"
    r"ordered alphabetically|ordered) (?:\) )?"
)
_ONCE = re.compile(
    r"(?:(?:,|;|\() )?(?:and )?(?:each (?:value |one )?(?:only )?once|without duplicates|no duplicates|de - "
    r"duplicated|deduplicated|dedup|duplicates removed|"
    r"distinct values(?: of)?|unique values(?: of)?|distinct|unique|different|de duplicated) (?:only )?(?:\) )?"
)
_LEADS = re.compile(
    r"^(?:(?:make |create |build |give |return |show )?(?:an? )?(?:list|listing|string list|text list|"
    r"enumeration|array|string) (?:of|with|:)|list|"
    r"(?:string_agg|listagg|group_concat|string aggregation|aggregate)(?: of)?|(?:concatenate|concat|join|"
    r"combine|collect|aggregate|string together|concatenation of|put together))"
    r" (?:all |together |the )*"
)
_SAID = re.compile(
    r"\b(?:list|listing|separated|delimited|joined|concatenat\w*|concat|string_agg|listagg|group_concat|join|"
    r"combine|collect|put together|separator|delimiter)\b"
)


def compile_phrase(phrase: Phrase, ctx: Context) -> Piece | None:
    """The text of all values, when the target is grouped and the whole phrase is understood."""
    if not ctx.scope.aggregate or not phrase.marks or ctx.depth > 1 or not _SAID.search(phrase.text):
        return None
    plain, sign = _sign(phrase)
    if not sign:
        return None
    plain, sorts = _without(plain, _SORTED)
    plain, once = _without(plain, _ONCE)
    lead = _LEADS.match(plain.text)
    rest = plain.cut(lead.end(), len(plain.text)) if lead else plain
    made = _values(without_idle(_bare(rest), ctx), ctx)
    if made is None:
        return None
    value, test = made
    if not sorts:
        ctx.remark("D36", say("assumed.list_sorted"))
    inner = f"CASE WHEN {test} THEN {value.as_text} END" if test else value.as_text
    distinct = "DISTINCT " if once else ""
    return Piece(f"string_agg({distinct}{inner}, {text_literal(sign)} ORDER BY {inner})", "VARCHAR")


_PLACES = re.compile(r"(?:in|as|into) (?:one|single|a single) (?:text|string|cell|field|value|line|column) ")


def _bare(phrase: Phrase) -> Phrase:
    """The phrase without "all", "in one text", and signs that stood around what was taken out."""
    found = _PLACES.search(phrase.text)
    plain = phrase.without(found.start(), found.end()) if found is not None and found.start() else phrase
    signs = {",", ";", "(", ")", ":", "and", "all", "of", "."}
    return plain.stripped(signs)


def _values(slot: Phrase, ctx: Context) -> tuple[Piece, str] | None:
    """The column that is listed, and of which rows."""
    own = own_part(slot, ctx)
    for cut in (None, *re.finditer(r"(?<=\s)(?:of|from|on|for|in|across|used in|used on) ", own.text)):
        what = own if cut is None else own.cut(0, cut.start())
        value = value_of(what, ctx)
        if value is None or value.family not in (Family.TEXT, Family.NUMBER, Family.UNKNOWN):
            continue
        if cut is None:
            return value, ""
        tail = own.cut(cut.end(), len(own.text))
        rows = rows_said(tail, ctx)
        test = rows.condition if rows is not None else clause_test(tail, ctx)
        if test is not None:
            return value, test
    return None


def _sign(phrase: Phrase) -> tuple[Phrase, str]:
    """The phrase without what it says of the signs between the values, and these."""
    beside = _BESIDE.search(phrase.text)
    if beside is not None:
        sign = _SIGNS[beside["sign"]] + (" " if "and" in beside.group() or beside["sign"] == "comma" else "")
        return phrase.without(beside.start(), beside.end()), sign
    for found in _WITH.finditer(phrase.text):
        if found.start() and phrase.text[found.start() - 1] != " ":
            continue
        slot = phrase.cut(found.start("sign"), found.end("sign"))
        piece = fixed(slot)
        sign = (piece.literal or "") if piece is not None else _SIGNS.get(slot.text.strip(), "")
        if sign:
            blank = " " if found["blank"] else ""
            return phrase.without(found.start(), found.end()), sign + blank
    return phrase, ""


def _without(phrase: Phrase, shape: re.Pattern[str]) -> tuple[Phrase, bool]:
    for found in shape.finditer(phrase.text):
        if not found.start() or phrase.text[found.start() - 1] == " ":
            return phrase.without(found.start(), found.end()), True
    return phrase, False
