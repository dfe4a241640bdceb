"""The value that a rule in plain words makes: a condition, an amount, a day, a text, or one column where it is filled."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.ground import Ground, is_in_cents, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.moments import day_called, day_of, span_of
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.numbers import amount_of
from signoff.core.merge.likely.plainly.tests import among, test_of
from signoff.core.merge.likely.plainly.texts import column_of, text_of
from signoff.core.merge.names import words

_FACTORS = {
    ("cent", "money"): "/ 100.0", ("money", "cent"): "* 100", ("g", "kg"): "/ 1000.0", ("kg", "g"): "* 1000", ("m", "cm"): "* 100",
    ("cm", "m"): "/ 100.0", ("mm", "cm"): "/ 10.0", ("mm", "m"): "/ 1000.0", ("m", "mm"): "* 1000", ("cm", "mm"): "* 10",
    ("km", "m"): "* 1000", ("m", "km"): "/ 1000.0", ("min", "h"): "/ 60.0", ("h", "min"): "* 60", ("s", "min"): "/ 60.0",
    ("s", "h"): "/ 3600.0", ("min", "s"): "* 60", ("ml", "l"): "/ 1000.0", ("l", "ml"): "* 1000", ("lb", "kg"): "* 0.45359237",
    ("kg", "lb"): "/ 0.45359237", ("inch", "cm"): "* 2.54", ("cm", "inch"): "/ 2.54", ("percent", "fraction"): "/ 100.0",
    ("fraction", "percent"): "* 100.0", ("kg", "t"): "/ 1000.0", ("t", "kg"): "* 1000", ("mile", "km"): "* 1.609344", ("ms", "s"): "/ 1000.0",
}  # fmt: skip
_UNITS = {
    "cents": "cent", "pence": "cent", "pennies": "cent", "euros": "money", "euro": "money", "eur": "money", "dollars": "money", "dollar": "money", "usd": "money",
    "pounds sterling": "money", "grams": "g", "gram": "g", "kilos": "kg", "kilograms": "kg", "kilo": "kg", "metres": "m", "meters": "m",
    "centimetres": "cm", "centimeters": "cm", "millimetres": "mm", "millimeters": "mm", "kilometres": "km", "kilometers": "km", "minutes": "min",
    "minute": "min", "hours": "h", "hour": "h", "seconds": "s", "pounds": "lb", "lbs": "lb", "lb": "lb", "inches": "inch", "in": "inch", "inch": "inch", "percent": "percent",
    "percentage": "percent", "%": "percent", "fraction": "fraction", "ratio": "fraction", "share": "fraction", "tons": "t", "tonnes": "t",
    "miles": "mile", "milliseconds": "ms", "litres": "l", "liters": "l", "millilitres": "ml", "milliliters": "ml",
}  # fmt: skip
_CONVERT = re.compile(
    r"^(?:convert(?:ed)?\s+|from\s+|the\s+|it\s+is\s+|source\s+is\s+|is\s+)*(?:(?P<noun>[\w\s]+?)\s+(?:is\s+)?(?:from\s+|in\s+))?(?P<a>[a-z%]+)\s*(?:to|into|→|as|,\s*(?:we\s+)?(?:need|want)(?:\s+\w+\s+in)?|,\s*convert\s+to)\s*(?:whole\s+|full\s+|a\s+|an\s+)*(?P<b>[a-z%]+)$",
    re.IGNORECASE,
)
_VAT_OFF = re.compile(
    rf"(?P<n>{NUMBER})\s*%\s*(?:vat|tax|sales\s+tax|gst)\b.*(?:→|:|,|-)\s*(?:strip|take\s+out|remove|without|net|exclude|deduct|take\s+off)\b.*|^(?:the\s+)?(?:[\w\s]+\s+)?(?:without|excluding|net\s+of|less|before)\s+(?:the\s+)?(?P<n2>{NUMBER})\s*%\s*(?:vat|tax|gst)(?:\s+\w+)*$",
    re.IGNORECASE,
)
_VAT_IN = re.compile(
    rf"^(?:the\s+)?(?P<n>{NUMBER})\s*%\s*(?:vat|tax|gst)\s+(?:that\s+is\s+|which\s+is\s+)?(?:contained|included|part|inside)(?:\s+\w+)*?\s+(?:in|of)\s+(?P<noun>.+)$",
    re.IGNORECASE,
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_FISCAL = re.compile(
    rf"\b(?:fiscal\s+years?|fy|financial\s+years?|business\s+years?)\b.*?\b(?:begins?|starts?|runs?|is|goes|from)\b\s+(?:from\s+|in\s+|on\s+|with\s+)*(?:the\s+)?(?:1st\s+(?:of\s+)?|1\s+)?(?P<m>{'|'.join(_MONTHS)})",
    re.IGNORECASE,
)
_FIRST_FILLED = re.compile(
    r"^(?:the\s+)?(?P<a>[\w'\s]+?)\s*,?\s+(?:if|when|where)\s+(?:we\s+have\s+(?:one|it|that)|there\s+is\s+(?:one|any)|(?:it\s+is\s+|that\s+is\s+)?(?:filled|given|known|set|available|there|present|not\s+(?:blank|empty|null)))(?:\s+in)?\s*,?\s*(?:else|otherwise|if\s+not|failing\s+that|or\s+else|,)\s*,?\s*(?:use\s+|take\s+)?(?:the\s+)?(?P<b>[\w'\s]+)$|"
    r"^(?:the\s+)?(?P<c>[\w'\s]+?)\s*,?\s+(?:or|and|else)\s+(?:the\s+)?(?P<d>[\w'\s]+?)\s+(?:if|when|where)\s+(?:that|it|there|the\s+first|this|the\s+former)\s+(?:one\s+)?(?:is\s+)?(?:missing|empty|blank|not\s+\w+|null|none)$",
    re.IGNORECASE,
)
_INVERSE = re.compile(
    r"^(?:the\s+)?(?:inverse|opposite|reverse|negation|contrary|inverted|flipped|not)\s*(?:of|value\s+of)?\s+(?:the\s+)?(?P<noun>[\w\s]+)$",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"^(?:the\s+)?(?:(?P<late>most\s+recent|latest|last|newest|greatest|highest|largest|max(?:imum)?|later|bigger|higher)|(?P<early>earliest|first|oldest|lowest|smallest|min(?:imum)?|earlier|smaller|lower|least))\s+(?:one\s+)?(?:of|among|between|date\s+of|value\s+of)\s+(?P<what>.+)$",
    re.IGNORECASE,
)


def head_of(text: str, ground: Ground) -> str:
    """SQL of the value that a piece makes; empty for words that are not understood.

    Args:
        text: the piece.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" ,;").split())
    plain = plain if plain.endswith("'.") else plain.rstrip(".")
    for reader in (_of_several, _first_filled, *_BY_KIND[ground.target]):
        topic = ground.topic
        if made := reader(plain, ground):
            return made
        ground.topic = topic
    return ""


def several_of(text: str, ground: Ground) -> str:
    """SQL of one of several columns: the first that is filled, the latest, the earliest."""
    plain = " ".join(text.strip(" ,;.").split())
    return _of_several(plain, ground) or _first_filled(plain, ground)


def _first_filled(text: str, ground: Ground) -> str:
    match = _FIRST_FILLED.match(text)
    if match is None:
        return ""
    first, second = (
        ground.names.called(match["a"] or match["c"]),
        ground.names.called(match["b"] or match["d"]),
    )
    if first is None or second is None or first.sql == second.sql or kind_of(first) != kind_of(second):
        return ""
    if kind_of(first) == "text":
        return f"coalesce(nullif(trim({ground.bare(first)}), ''), {ground.bare(second)})"
    return f"coalesce({ground.sql(first)}, {ground.sql(second)})"


def _of_several(text: str, ground: Ground) -> str:
    """The latest or the earliest of the source cells, those without a value left out."""
    match = _LATEST.match(text)
    if match is None:
        return ""
    kind = "number" if ground.target == "number" else "day"
    told = [c for c in ground.names.sources if kind_of(c) == kind]
    mixed = re.fullmatch(
        r"(?:the\s+)?(?P<a>[\w\s]+?)\s+(?:and|or)\s+(?:the\s+)?(?P<b>[\w\s]+)", match["what"]
    )
    if kind == "number" and mixed is not None and re.search(r"\d", match["what"]):
        first, second = amount_of(mixed["a"], ground), amount_of(mixed["b"], ground)
        return f"{'greatest' if match['late'] else 'least'}({first}, {second})" if first and second else ""
    if len(told) < 2:
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+", match["what"])
        called = [ground.names.called(p, kind) for p in parts]
        told = [c for c in called if c is not None] if all(called) else []
    if len(told) < 2 or re.search(r"\b(?:per|each|if|when|row)\b", match["what"]):
        return ""
    return f"{'greatest' if match['late'] else 'least'}({', '.join(ground.sql(c) for c in told)})"


def _inverse(text: str, ground: Ground) -> str:
    match = _INVERSE.match(text)
    column = (
        (ground.called(match["noun"], "truth") or ground.names.source("truth")) if match is not None else None
    )
    return f"not {column.sql}" if column is not None else ""


_WORD_IF = re.compile(
    r"^(?:it\s+is\s+|an?\s+)?(?!true\b|false\b|yes\b|no\b|y\b|n\b)[a-z]+\s+(?:if|when|means|as\s+soon\s+as)\s+(?P<t>.+)$",
    re.IGNORECASE,
)
_ONLY_CODE = re.compile(
    r"^only\s+(?P<v>'[^']+'|[A-Z0-9]{1,4})(?:\s+(?:and|or)\s+(?P<w>'[^']+'|[A-Z0-9]{1,4}))?\s+(?:counts?|means?|is|stands\s+for)(?:\s+as)?(?:\s+[a-z]+)?$"
)


def _test(text: str, ground: Ground) -> str:
    only = _ONLY_CODE.match(text)
    source = ground.names.source("text")
    if only is not None and source is not None:
        return among(source, [v for v in (only["v"], only["w"]) if v], ground)
    made = test_of(text, ground)
    told = _WORD_IF.match(text)
    return made or (test_of(told["t"], ground) if told is not None else "")


def _convert(text: str, ground: Ground) -> str:
    source = ground.names.source("number")
    bare = re.fullmatch(
        r"(?:shown\s+|converted\s+|expressed\s+)?(?:in|to|into)\s+(?P<b>[a-z]+)", text, re.IGNORECASE
    )
    if bare is not None and source is not None:
        held = next(
            (
                w
                for w in words(source.column.name)
                if w in _UNITS or w in ("days", "g", "kg", "cm", "mm", "min")
            ),
            "",
        )
        text = f"{held} to {bare['b']}"
    match = _CONVERT.match(text)
    if match is None or source is None:
        return ""
    first, second = (_UNITS.get(match[n].casefold(), match[n].casefold()) for n in ("a", "b"))
    factor = _FACTORS.get((first, second)) or ("/ 7.0" if (first, second) == ("days", "weeks") else "")
    ground.in_money = False
    if {first, second} == {"f", "c"} or (first.startswith("fahrenheit") and second.startswith("cel")):
        return (
            f"({ground.sql(source)} - 32) * 5 / 9.0"
            if first.startswith("f")
            else f"{ground.sql(source)} * 9 / 5.0 + 32"
        )
    return f"{ground.sql(source)} {factor}" if factor else ""


def _vat(text: str, ground: Ground) -> str:
    source = ground.names.source("number")
    off, part = _VAT_OFF.search(text), _VAT_IN.match(text)
    if source is None or (off is None and part is None):
        return ""
    money = re.search(r"\b(?:euros?|eur|dollars?)\b", ground.tools.rule, re.IGNORECASE) is not None
    ground.in_money = is_in_cents(source) and money
    if part is not None:
        return f"{ground.sql(source)} * {figure(part['n'])} / (100 + {figure(part['n'])})"
    rate = figure(off["n"] or off["n2"]) if off is not None else "0"
    return f"{ground.sql(source)} * 100 / (100 + {rate})"


def _fiscal(text: str, ground: Ground) -> str:
    """The fiscal year, by its first month and by the year that it is called after."""
    match = _FISCAL.search(text)
    behind = text[match.end() :] if match is not None else ""
    day = (ground.names.source("day") or day_called(text, ground)) if match is not None else None
    if match is None or day is None:
        return ""
    month = _MONTHS.index(match["m"].casefold()) + 1
    named = re.search(
        r"\byear\s+(?:(?:it|that|in|which|they|the|year)\s+)*(?P<how>end|start|began|begin|finish)|(?:end|start)\w*\s+year",
        behind,
        re.IGNORECASE,
    )
    if named is None:
        return ""
    ends = re.search(r"end|finish", named.group(), re.IGNORECASE) is not None
    sql = (
        f"year({day.sql}) + CASE WHEN month({day.sql}) >= {month} THEN 1 ELSE 0 END"
        if ends
        else f"year({day.sql}) - CASE WHEN month({day.sql}) < {month} THEN 1 ELSE 0 END"
    )
    prefix = re.search(
        r"\blabel\w*\s+(?:is\s+)?(?P<p>[A-Z]{1,3})\s*(?:plus|\+|followed|and)|\b(?:like|as|e\.g)\s+(?P<p2>[A-Z]{1,3})\d{4}\b|\bis\s+(?:still\s+)?(?P<p3>[A-Z]{1,3})\d{4}\b",
        text,
    )
    if ground.target != "text":
        return sql
    return f"{literal((prefix['p'] or prefix['p2'] or prefix['p3']) if prefix else '')} || CAST({sql} AS VARCHAR)"


_PARTS = {
    "hour": "hour",
    "year": "year",
    "month": "month",
    "quarter": "quarter",
    "minute": "minute",
    "day": "day",
}
_PART = re.compile(
    r"^(?:just\s+|only\s+|the\s+|calendar\s+)*(?P<part>hour|year|month|quarter|minute)(?:\s+(?:part|number))?(?:\s*\((?P<r>\d+-\d+)\))?(?:\s+(?:of|in\s+which|when|at\s+which|that|the|from)?\s*(?P<noun>[\w\s]+))?$",
    re.IGNORECASE,
)


def _part(text: str, ground: Ground) -> str:
    match = _PART.match(text)
    day = (
        (ground.names.source("day") or day_called(match["noun"] or "", ground)) if match is not None else None
    )
    return f"{_PARTS[match['part'].casefold()]}({day.sql})" if match is not None and day is not None else ""


_PARSED = re.compile(
    r"(?:^|\b)(?P<f>yyyy[-./]?mm[-./]?dd|dd[-./]mm[-./]yyyy|mm[-./]dd[-./]yyyy|ddmmyyyy|yymmdd)\b.*(?:→|\bto\b|\binto\b|\bas\b)\s*(?:an?\s+)?(?:proper\s+|real\s+|true\s+)?date$",
    re.IGNORECASE,
)


def _parsed(text: str, ground: Ground) -> str:
    """A day from the way that its text is written."""
    match = _PARSED.search(text)
    source = ground.names.source() if match is not None else None
    if match is None or source is None or kind_of(source) == "day":
        return ""
    shape = (
        match["f"]
        .casefold()
        .replace("yyyy", "%Y")
        .replace("yy", "%y")
        .replace("mm", "%m")
        .replace("dd", "%d")
    )
    return f"CAST(strptime(CAST({ground.bare(source)} AS VARCHAR), '{shape}') AS DATE)"


def _as_number(text: str, ground: Ground) -> str:
    made = text_of(text, ground)
    return (
        f"CAST(nullif(trim({made}), '') AS {ground.tools.target_type})"
        if made and not made.startswith("'")
        else ""
    )


def _called_so(text: str, ground: Ground) -> str:
    """A number with the name that it goes by before or behind it: ``margin = price minus cost``."""
    match = re.match(r"^(?P<a>[^=:]+?)\s*[=:]\s*(?P<b>[^=:]+)$", text)
    if match is None:
        return ""
    operator = re.compile(r"[-+*/×]|\b(?:minus|plus|less|times|divided|per|percent|between)\b", re.IGNORECASE)
    for expression, name in ((match["b"], match["a"]), (match["a"], match["b"])):
        if (
            operator.search(expression)
            and not operator.search(name)
            and (made := span_of(expression, ground) or amount_of(expression, ground))
        ):
            return made
    return ""


def _known(text: str, ground: Ground) -> str:
    """What compilers make of a piece."""
    if len(text.split()) < 2 or re.search(r"[=→]", text):
        return ""
    made = ground.tools.value(text, ground.tools.target_type)
    told = [each for each in re.findall(r"'([^']*)'", made) if re.fullmatch(r"[A-Za-z][A-Za-z ]{2,}", each)]
    invented = any(
        f"'{each}'" not in text
        for each in told
        if each not in ("day", "month", "year", "week", "quarter", "hour", "minute")
    )
    return "" if invented or re.search(r"(?:THEN|=|IN \(|WHEN) *'|\|\| *t?rim\(", made) else made


_Reader = Callable[[str, Ground], str]
_BY_KIND: dict[str, tuple[_Reader, ...]] = {
    "truth": (_inverse, _test),
    "number": (_vat, _fiscal, _convert, _part, span_of, _called_so, amount_of, _as_number),
    "day": (_parsed, day_of, _known),
    "moment": (day_of, _known),
    "text": (_fiscal, text_of, column_of, _known),
}
