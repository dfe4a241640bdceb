"""Texts: parts of a text, and texts put together, each piece any value.

"LastName, comma, blank, FirstName", "the initial of A followed by a full stop", "the last four digits of A", "the part
of A before the first dash".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.generate.patterns.composed.spans import places, split_at, trimmed
from signoff.core.generate.patterns.phrases import Phrase
from signoff.core.generate.patterns.pieces import Piece, quoted_text, text_literal
from signoff.core.generate.patterns.signs import sign_of
from signoff.core.generate.patterns.spans import NUMBER, cut, matched
from signoff.core.generate.types import Family

Value = Callable[[Phrase], Piece | None]
_CHARS = r"(?:characters?|chars?|letters?|digits?|signs?|positions?|places?)"
_A = r"(?P<a>(?:\S+ )+?)"
_OF = r"(?:of|from|in) "
_SIGN = r"(?P<x>\S+ (?:followed by \S+ )?)(?:sign |character )?"
_PARTS: tuple[tuple[str, str], ...] = (
    (rf"(?:first|leading|left) (?P<n>{NUMBER}) {_CHARS} {_OF}{_A}", "left({0}, {n})"),
    (rf"(?P<n>{NUMBER}) (?:leftmost|leading|first) {_CHARS} {_OF}{_A}", "left({0}, {n})"),
    (rf"(?:last|trailing|right) (?P<n>{NUMBER}) {_CHARS} {_OF}{_A}", "right({0}, {n})"),
    (rf"(?P<n>{NUMBER}) (?:rightmost|trailing|last) {_CHARS} {_OF}{_A}", "right({0}, {n})"),
    (rf"(?:first {_CHARS}|initial|initial letter) {_OF}{_A}", "left({0}, 1)"),
    (rf"last {_CHARS} {_OF}{_A}", "right({0}, 1)"),
    (
        rf"{_CHARS} (?P<n>{NUMBER}) (?:to|-|through|until) (?P<m>{NUMBER}) {_OF}{_A}",
        "substr({0}, {n}, {m} - {n} + 1)",
    ),
    (rf"{_A}, (?:first|leading|only first) (?P<n>{NUMBER}) {_CHARS} ", "left({0}, {n})"),
    (rf"(?:length|number of {_CHARS}) {_OF}{_A}", "length({0})"),
    (rf"(?:only |just )?(?:digits|numbers) {_OF}{_A}", "regexp_replace({0}, '[^0-9]', '', 'g')"),
    (rf"(?:only |just )?letters {_OF}{_A}", "regexp_replace({0}, '[^A-Za-z]', '', 'g')"),
    (rf"first word {_OF}{_A}", "split_part({0}, ' ', 1)"),
    (rf"text {_OF}{_A}", "{0}"),
)
_BEFORE = (
    rf"(?:part|everything|text|piece|bit|all|code|section|letters|word) {_OF}{_A}(?P<way>before|"
    rf"in front of|up to(?: but not including)?|until|left of|after|behind|following|"
    rf"right of) (?P<which>first |last |only )?{_SIGN}",
    rf"{_A}(?P<way>up to(?: but not including)?|until|before) (?P<which>first |last )?{_SIGN}",
    rf"(?:part|everything|text|piece|bit|all|code|section|one) (?:that (?:comes|stands|"
    rf"is) )?(?P<way>before|in front of|up to(?: but not including)?|until|after|behind|"
    rf"following) (?P<which>first |last |only )?{_SIGN}(?:in|of) {_A}",
)
_LINK = r"(?:, )?(?:and then|then|followed by|and|plus|with) (?:an? |the )?|, |\+ |& |\|\| |∥ "
_SEPARATED = re.compile(
    r"(?:, |\( )?(?:(?:joined|separated|concatenated|concat|concatenate|connected|linked|"
    r"delimited|combined|put together|together|glued together|divided) )?"
    r"(?:by|with|using|through) (?:(?:one|an?|single|"
    r"a single) )?(?P<sign>(?:\S+ ){1,5}?)(?:between(?: them)?|in between|as separator|separator|"
    r"in the middle)? ?(?:\) )?$"
)
_INITIALS = (
    r"(?:first letters|first characters|initials|initial letters) (?:of|"
    r"from) (?P<a>(?:\S+ )+?)and (?P<b>(?:\S+ )+)"
)
_CONCAT = re.compile(
    r"(?:concatenate|concat|combine|join|put together|merge|string together|append|"
    r"concatenation of|combination of) "
)
_TAIL = re.compile(
    r"(?:, )?(?:are |is )?(?:concatenated|combined|put together|joined|concat|joined together|merged) $"
)


def worded_text(phrase: Phrase, value: Value) -> Piece | None:
    """The text that a phrase is a part of, or is put together from; None where it is neither."""
    return (
        _initials(phrase, value) or _together(phrase, value) or _part(phrase, value) or _sided(phrase, value)
    )


def _initials(phrase: Phrase, value: Value) -> Piece | None:
    """The first letter of each of two texts."""
    found = matched(_INITIALS, phrase)
    sides = [value(found.part(name)) for name in ("a", "b")] if found is not None else []
    made = [
        f"left({each.sql}, 1)"
        for each in sides
        if each is not None and each.column is not None and each.family is Family.TEXT
    ]
    return Piece(" || ".join(made), "VARCHAR") if len(made) == 2 else None


def _part(phrase: Phrase, value: Value) -> Piece | None:
    for pattern, sql in _PARTS:
        found = matched(pattern, phrase)
        base = value(found.part("a")) if found is not None else None
        if found is None or base is None or base.family is not Family.TEXT or base.literal is not None:
            continue
        n, m = found.number("n"), found.number("m")
        if "{m}" in sql and n and m:
            return Piece(f"substr({base.sql}, {n}, {int(m) - int(n) + 1})", "VARCHAR")
        made = sql.replace("{0}", base.sql).replace("{n}", n)
        return Piece(made, "BIGINT" if sql.startswith("length") else "VARCHAR")
    return None


def _sided(phrase: Phrase, value: Value) -> Piece | None:
    """What stands before or behind a sign."""
    for pattern in _BEFORE:
        found = matched(pattern, phrase)
        sign = sign_of(found.part("x")) if found is not None else None
        named = found is not None and (found.text("x").startswith("§q") or len(sign or "") == 1)
        base = value(found.part("a")) if found is not None and sign and named else None
        if (
            found is None
            or not sign
            or base is None
            or base.family is not Family.TEXT
            or base.literal is not None
        ):
            continue
        after = found.text("way") in ("after", "behind", "following", "right of")
        if found.text("which") == "last":
            return Piece(f"split_part({base.sql}, {text_literal(sign)}, -1)", "VARCHAR") if after else None
        return Piece(f"split_part({base.sql}, {text_literal(sign)}, {2 if after else 1})", "VARCHAR")
    return None


def _together(phrase: Phrase, value: Value) -> Piece | None:
    """Texts and signs one behind the other."""
    body, verb = phrase, False
    lead = _CONCAT.match(body.text)
    if lead is not None:
        body, verb = body.cut(lead.end(), len(body.text)), True
    tail = _TAIL.search(body.text)
    if tail is not None and tail.start():
        body, verb = body.cut(0, tail.start()), True
    separated = _SEPARATED.search(body.text)
    sign = _sign(body.cut(*separated.span("sign"))) if separated is not None and separated.start() else None
    if sign is not None and separated is not None:
        parts = [
            value(trimmed(each))
            for each in split_at(body.cut(0, separated.start()), r"(?:, )?and |, |\+ |& |/ ")
            if each.marks
        ]
        texts = [each for each in parts if each is not None and each.literal is None]
        if len(parts) > 1 and len(texts) == len(parts) and len({t.sql for t in texts}) == len(texts):
            if any(each.family is not Family.TEXT for each in texts) and not verb and "numb" in body.text:
                return None
            return Piece(f" || {text_literal(sign)} || ".join(each.as_text for each in texts), "VARCHAR")
    return _listed(body, value, verb)


def _sign(slot: Phrase) -> str | None:
    """The sign, or the signs, between texts."""
    words = re.sub(r"^(?:one |single |an? )+", "", slot.text).strip()
    plain = re.sub(r" (?:followed by|and|plus|\+) (?:an? |one )?", " and ", words)
    known = {
        "comma and space": ", ",
        "comma and blank": ", ",
        "space": " ",
        "blank": " ",
        "full stop": ".",
        "full stop and space": ". ",
    }
    return known.get(plain) or sign_of(slot)


def _listed(body: Phrase, value: Value, verb: bool) -> Piece | None:
    """Values and signs in a row: each link a comma, "and", "followed by" or a plus."""
    links = list(places(body, _LINK))
    if not links:
        return None
    parts, begin = [], 0
    for first, last in links:
        if first < begin:
            continue
        parts.append(cut(body, begin, first))
        begin = last
    parts.append(cut(body, begin, len(body.marks)))
    pieces = [_item(trimmed(each), value) for each in parts if each.marks]
    if len(pieces) < 2 or any(each is None for each in pieces):
        return None
    made = [each for each in pieces if each is not None]
    moving = [each for each in made if each.literal is None]
    linked = verb or re.search(r"followed by |\+ |\|\| |∥ |then ", body.text) is not None
    told = linked or (len(moving) < len(made) and len(moving) > 1)
    if (
        not moving
        or not told
        or len({each.sql for each in moving}) < len(moving)
        or not any(p.family is Family.TEXT for p in made)
    ):
        return None
    if any(each.literal is not None and each.type != "VARCHAR" for each in made):
        return None
    wrapped = [each for each in made if each.sql.startswith("'(' || ")]
    if wrapped and len(made) == 2 and made[1] is wrapped[0]:
        return Piece(f"{made[0].as_text} || ' ' || {wrapped[0].sql}", "VARCHAR")
    return Piece(" || ".join(each.as_text for each in made), "VARCHAR")


def _item(part: Phrase, value: Value) -> Piece | None:
    if part.text.strip() in ("full stop", "period", "dot"):
        return quoted_text(".")
    sign = sign_of(part) if part.marks and not part.columns and part.text != "at " else None
    if sign is not None and (
        part.marks[0].text == "§q" or re.fullmatch(r"[a-z ]+", part.text.strip()) or len(sign) == 1
    ):
        return quoted_text(sign)
    wrapped = matched(r"(?P<a>(?:\S+ )+?)in (?:round )?brackets ", part) or matched(
        r"in (?:round )?brackets (?P<a>(?:\S+ )+)", part
    )
    inner = value(wrapped.part("a")) if wrapped is not None else None
    if inner is not None:
        return Piece(f"'(' || {inner.as_text} || ')'", "VARCHAR")
    return value(part)
