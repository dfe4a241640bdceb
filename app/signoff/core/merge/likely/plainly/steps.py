"""What is done with a value already made: letters, blanks, digits, decimals, bounds, values that become nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, SIGN, figure, sign_of

_PLEASE = (
    r"(?:(?:and|then|also|all|but|please|just|put|make|keep|it|them|both|always|written|shown|take|we|in|"
    r"to|as|of|a|the|is|are|with|convert|whichever\s+we\s+use|everything|leave|well|result|text|string|"
    r"whole|thing)\s+)*"
)
_BLANKS = r"(?:white\s*spaces?|spaces|blanks|space)"
_SHAPES: tuple[tuple[str, str], ...] = (
    (
        rf"{_PLEASE}(?:upper(?:[\s-]?case)?(?:d)?|caps|capitals?|capital\s+letters|upper\s*case\s+letters"
        r"|capitali[sz]ed)(?:\s+(?:as\s+well|too|also|letters))?",
        "upper({})",
    ),
    (
        rf"{_PLEASE}(?:lower(?:[\s-]?case)?(?:d)?|small\s+letters|lower\s*case\s+letters)(?:\s+(?:as\s+"
        r"well|too|also|letters))?",
        "lower({})",
    ),
    (
        rf"{_PLEASE}(?:trim(?:med)?|strip(?:ped)?)(?:\s+(?:both|it|them|first|as\s+well|too|both\s+(?:ends|"
        rf"sides)|whichever\s+(?:we|one\s+we|is)\s+\w+|the\s+result|{_BLANKS}|off|"
        rf"surrounding\s+{_BLANKS}))*|"
        rf"{_PLEASE}(?:lose|drop|remove|strip|cut|cut\s+off|without|no|get\s+rid\s+of|take\s+away|minus|"
        r"ignore|ignoring)\s+(?:the\s+|any\s+|all\s+)?(?:stray|surrounding|leading(?:\s*(?:/|and|"
        rf"or)\s*trailing)?|outer|extra)?\s*{_BLANKS}\s*(?:(?:at|on|around|from|in)\s+(?:either|both|"
        r"the)?\s*(?:ends?|sides?|it|them|outside|beginning\s+(?:and|or)\s+end|front\s+and\s+back|start\s+"
        r"and\s+end)?)?",
        "trim({})",
    ),
    (
        rf"{_PLEASE}(?:strip|remove|drop|delete|lose|take\s+out|throw\s+away|get\s+rid\s+of)\s+(?:out\s+)?"
        r"(?:everything|anything|all|whatever|all\s+characters)\s*(?:characters?\s+)?(?:that|which)?\s*"
        r"(?:is|are)?\s*(?:not\s+(?:an?\s+)?(?:digits?|numbers?)|but\s+(?:the\s+)?digits|except\s+"
        r"(?:the\s+)?(?:digits|numbers)|non-?digits?|non-?numeric)|"
        rf"{_PLEASE}(?:keep\s+)?(?:only\s+|just\s+)(?:the\s+)?(?:digits|numbers)|{_PLEASE}(?:the\s+"
        r")?digits\s+(?:only|alone)|(?:remove|strip)\s+(?:all\s+)?non-?(?:digits?|numeric)(?:\s+"
        r"characters?)?",
        "regexp_replace({}, '[^0-9]', '', 'g')",
    ),
    (
        rf"(?:{_PLEASE}(?:if|when)\s+(?:there\s+is\s+)?nothing\s+(?:is\s+)?(?:left|remains|remaining)(?:\s+"
        r"over)?\s*,?\s*(?:then\s+)?(?:leave\s+(?:it\s+)?|it\s+is\s+|→\s*|use\s+|make\s+it\s+|set\s+"
        r"(?:it\s+)?to\s+)?(?:empty|null|blank))|"
        r"(?:and\s+)?(?:an?\s+)?(?:empty|blank)(?:\s+(?:strings?|ones?|values?|text|results?|cells?))?\s*"
        r"(?:→|=|becomes?|to|is|are|as|turn(?:s|ed)?\s+into|means?|counts?\s+as|made?)\s*(?:an?\s+)?nulls?"
        r"|nulls?\s+(?:if|when)\s+(?:it\s+is\s+|the\s+result\s+is\s+)?(?:empty|blank)",
        "nullif(trim({}), '')",
    ),
    (
        rf"{_PLEASE}(?:an?\s+)?(?:number|numeric|int|integer|cast\s+to\s+(?:an?\s+)?(?:int|integer|number"
        r"|numeric)|number\s+\([^()]*\))(?:\s+\([^()]*\))?",
        "{}",
    ),
)
_COMPILED = tuple((re.compile(shape, re.IGNORECASE), sql) for shape, sql in _SHAPES)
_NEXT = re.compile(
    r"\s*\+\s*|\s*&\s*|\s*,?\s+and\s+(?:also\s+|then\s+)?|\s*,?\s+then\s+|\s*,\s*|\s*;\s*", re.IGNORECASE
)
_DECIMALS = re.compile(
    r"^(?:and\s+)?(?:then\s+)?(?:round(?:ed|ing)?\s*)?(?:with\s+|to\s+|in\s+|at\s+)*(?:the\s+)?"
    rf"(?:nearest\s+)?(?:(?P<cents>(?:whole\s+|full\s+)?(?:cents?|pennies|penny))|(?P<n>{NUMBER})\s*(?:dp|"
    r"decimals?|decimal\s+(?:places?|digits?)|digits?\s+(?:after|behind)\s+the\s+(?:point|comma)|places?)|"
    r"(?P<whole>(?:whole|full|entire)\s+(?:numbers?|units?|integers?|euros?|dollars?|grams?|kilos?|days|"
    r"hours|minutes|percent)|no\s+decimals|integer))$",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"^(?:and\s+)?(?:in|as|expressed\s+in|shown\s+in)?\s*(?:euros?|eur|dollars?|usd|pounds?|%|percent)$",
    re.IGNORECASE,
)
_FLOOR = re.compile(
    r"^(?:but\s+|and\s+)?(?:(?:it\s+)?(?:can\s+|may\s+|should\s+|must\s+)?(?:never|not)\s+(?:be\s+|go\s+|"
    r"drop\s+|fall\s+|get\s+)*(?:below|under|less\s+than|negative)\s*(?:0|zero)?|(?:at\s+least|minimum"
    r"(?:\s+is)?|min|floor(?:ed)?\s+(?:at|of|is))\s+(?:0|zero)|no\s+negatives?(?:\s+\w+)?|negatives?(?:\s+"
    r"\w+)?\s*(?:→|=|is|are|becomes?|counts?\s+as|to|as|shown\s+as)\s*(?:0|zero))$",
    re.IGNORECASE,
)
_PADDED = re.compile(
    rf"^(?:.*\b(?:dropped|lost|cut|ate|missing|without|stripped|eaten)\b.*?,\s*)?(?:{_PLEASE})(?:"
    r"(?:left[\s-]?)?pad(?:ded)?|fill(?:ed)?(?:\s+up)?|put\s+them\s+back|restore\s+them|add\s+them(?:\s+"
    r"back)?|(?:put\s+(?:the\s+)?|with\s+)?leading\s+zero(?:e?s)?(?:\s+back)?|zero[\s-]?(?:pad(?:ded)?|"
    rf"fill(?:ed)?))\b.*?\b(?P<n>{NUMBER})\s*(?:characters?|chars?|digits?|places?|positions?|long|wide)?"
    r"(?:\s+(?:with\s+)?(?:leading\s+)?zero(?:e?s)?(?:\s+(?:on\s+the\s+left|in\s+front))?)?(?:\s+\w+)?$",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"^(?:the\s+)?(?:junk\s+|dummy\s+|placeholder\s+|fake\s+|these\s+)*(?:values?\s+|entries\s+|codes?\s+|"
    r"texts?\s+)?(?P<list>(?:'[^']*'|[\d-]{4,}|-|[A-Z/]{2,}|empty(?:\s+strings?)?|blank|null)(?:(?:\s*,\s*"
    r"(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*/\s+)(?:'[^']*'|[\d-]{4,}|-|[A-Z/]{2,}|(?:an?\s+)?empty"
    r"(?:\s+strings?)?|blanks?|null))*)\s*(?:→|=|:|(?:is|are|means?|becomes?|counts?\s+as|all\s+mean|to|as"
    r"|turn\s+into|should\s+be|go\s+to|treated?\s+as)(?=\s))\s*(?:all\s+|also\s+|an?\s+)*(?:nulls?|empty|"
    r"no\s+value|nothing|missing)$",
)


def step_of(text: str, ground: Ground) -> tuple[str, ...]:
    """Shapes of what a piece does with the value, ``trim({})``; empty where a word of it says anything else.

    Args:
        text: the piece.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" .,;").split())
    for reader in (_without_signs, _whole, _decimals, _floor, _padded, _values):
        if made := reader(plain, ground):
            return made
    parts = [p for p in _NEXT.split(plain) if p]
    if len(parts) < 2:
        return ()
    made_all = [_whole(p, ground) or _decimals(p, ground) for p in parts]
    return tuple(s for each in made_all for s in each) if all(made_all) else ()


_SIGNS = re.compile(
    r"^(?:and\s+)?(?:remove|drop|strip|delete|take\s+out|without)\s+(?:all\s+|any\s+|the\s+)*"
    rf"(?P<signs>{SIGN}(?:(?:\s*,\s*|\s+and\s+|\s+or\s+){SIGN})*)(?:\s+(?:inside|within|anywhere))?$",
    re.IGNORECASE,
)


def _without_signs(text: str, ground: Ground) -> tuple[str, ...]:
    """Signs taken out: ``without dots and blanks``."""
    match = _SIGNS.match(text)
    if match is None or ground.target != "text":
        return ()
    signs = [sign_of(each) for each in re.split(r"\s*,\s*|\s+and\s+|\s+or\s+", match["signs"])]
    return (
        tuple(f"replace({{}}, {literal(sign)}, '')" for sign in signs)
        if all(signs) and signs != [" "]
        else ()
    )


def _whole(text: str, ground: Ground) -> tuple[str, ...]:
    return next(((sql,) for shape, sql in _COMPILED if shape.fullmatch(text)), ())


def _decimals(text: str, ground: Ground) -> tuple[str, ...]:
    if ground.target != "number":
        return ()
    if _MONEY.match(text):
        return ("{}",)
    match = _DECIMALS.match(
        re.sub(
            r"^(?:in|as)\s+(?:percent|%|euros?|eur|dollars?)\s*(?:,|with|and|at|to|rounded\s+to)?\s*",
            "",
            text,
            flags=re.IGNORECASE,
        )
    )
    if match is None:
        return ()
    places = "0" if match["whole"] else "2" if match["cents"] else figure(match["n"])
    return (f"round({{}}, {places})",)


def _floor(text: str, ground: Ground) -> tuple[str, ...]:
    if ground.target != "number":
        return ()
    bounds = re.fullmatch(
        r"(?:but\s+|and\s+)*(?:(?:at\s+least|minimum|min|not\s+less\s+than|never\s+(?:below|less\s+"
        r"than))\s+(?P<low>\d+(?:\.\d+)?))?(?:\s*(?:,|and|but)\s*)?(?:(?:at\s+most|maximum|max|not\s+"
        r"more\s+than|capped\s+at|never\s+(?:above|more\s+than))\s+(?P<high>\d+(?:\.\d+)?))?",
        text,
        re.IGNORECASE,
    )
    if bounds is not None and (bounds["low"] or bounds["high"]) and bounds["low"] != "0":
        low = (
            (f"CASE WHEN {{}} < {bounds['low']} THEN {bounds['low']} ELSE {{}} END",) if bounds["low"] else ()
        )
        high = (
            (f"CASE WHEN {{}} > {bounds['high']} THEN {bounds['high']} ELSE {{}} END",)
            if bounds["high"]
            else ()
        )
        return (*low, *high)
    way = re.fullmatch(
        r"(?:and\s+|always\s+)*(?:round(?:ed)?\s+(?P<way>up|down)|(?P<ceil>ceil(?:ing)?)|floor)(?:\s+to\s+"
        r"(?:the\s+)?(?:next\s+)?(?:full|whole)\s+\w+)?",
        text,
        re.IGNORECASE,
    )
    if way is not None:
        return ("ceil({})" if way["way"] == "up" or way["ceil"] else "floor({})",)
    if _FLOOR.match(text) is None:
        return ()
    return ("CASE WHEN {} < 0 THEN 0 ELSE {} END",)


def _padded(text: str, ground: Ground) -> tuple[str, ...]:
    match = _PADDED.match(text)
    if match is None or ground.target != "text" or not re.search(r"\bzero", text, re.IGNORECASE):
        return ()
    size = figure(match["n"])
    return (f"CASE WHEN length({{}}) < {size} THEN lpad({{}}, {size}, '0') ELSE {{}} END",)


def _values(text: str, ground: Ground) -> tuple[str, ...]:
    """Values that become nothing, of the source before anything else is done with it."""
    match = _VALUES.match(text)
    source = ground.names.source("text")
    if match is None or source is None:
        return ()
    for value in re.findall(
        r"'[^']*'|empty|blank|null|[^\s,]+",
        re.sub(r"\b(?:and|or|an?|strings?)\b(?![^']*'(?:[^']*'[^']*')*[^']*$)", " ", match["list"]),
    ):
        plain = "" if value in ("empty", "blank", "blanks") else value.strip("'")
        if value == "null":
            continue
        ground.void.setdefault(source.sql, [])
        if literal(plain) not in ground.void[source.sql]:
            ground.void[source.sql].append(literal(plain))
    return ("{}",)


READER: Callable[[str, Ground], tuple[str, ...]] = step_of
