"""Amounts in another unit in plain words: cents to euros, grams to kilos, without the value added tax."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground, is_in_cents
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.names import words

_FACTORS = {
    ("cent", "money"): "/ 100.0", ("money", "cent"): "* 100", ("g", "kg"): "/ 1000.0", ("kg", "g"): "* 1000",
    ("m", "cm"): "* 100", ("cm", "m"): "/ 100.0", ("mm", "cm"): "/ 10.0", ("mm", "m"): "/ 1000.0",
    ("m", "mm"): "* 1000", ("cm", "mm"): "* 10", ("km", "m"): "* 1000", ("m", "km"): "/ 1000.0",
    ("min", "h"): "/ 60.0", ("h", "min"): "* 60", ("s", "min"): "/ 60.0", ("s", "h"): "/ 3600.0",
    ("min", "s"): "* 60", ("ml", "l"): "/ 1000.0", ("l", "ml"): "* 1000", ("lb", "kg"): "* 0.45359237",
    ("kg", "lb"): "/ 0.45359237", ("inch", "cm"): "* 2.54", ("cm", "inch"): "/ 2.54",
    ("percent", "fraction"): "/ 100.0", ("fraction", "percent"): "* 100.0", ("kg", "t"): "/ 1000.0",
    ("t", "kg"): "* 1000", ("mile", "km"): "* 1.609344", ("ms", "s"): "/ 1000.0",
}  # fmt: skip
_UNITS = {
    "cents": "cent", "pence": "cent", "pennies": "cent", "euros": "money", "euro": "money", "eur": "money",
    "dollars": "money", "dollar": "money", "usd": "money", "pounds sterling": "money", "grams": "g",
    "gram": "g", "kilos": "kg", "kilograms": "kg", "kilo": "kg", "metres": "m", "meters": "m",
    "centimetres": "cm", "centimeters": "cm", "millimetres": "mm", "millimeters": "mm", "kilometres": "km",
    "kilometers": "km", "minutes": "min", "minute": "min", "hours": "h", "hour": "h", "seconds": "s",
    "pounds": "lb", "lbs": "lb", "lb": "lb", "inches": "inch", "in": "inch", "inch": "inch",
    "percent": "percent", "percentage": "percent", "%": "percent", "fraction": "fraction",
    "ratio": "fraction", "share": "fraction", "tons": "t", "tonnes": "t", "miles": "mile",
    "milliseconds": "ms", "litres": "l", "liters": "l", "millilitres": "ml", "milliliters": "ml",
}  # fmt: skip
_CONVERT = re.compile(
    r"^(?:convert(?:ed)?\s+|from\s+|the\s+|it\s+is\s+|source\s+is\s+|is\s+)*(?:(?P<noun>[\w\s]+?)\s+"
    r"(?:is\s+)?(?:from\s+|in\s+))?(?P<a>[a-z%]+)\s*(?:to|into|→|as|,\s*(?:we\s+)?(?:need|want)(?:\s+"
    r"\w+\s+in)?|,\s*convert\s+to)\s*(?:whole\s+|full\s+|a\s+|an\s+)*(?P<b>[a-z%]+)$",
    re.IGNORECASE,
)
_VAT_OFF = re.compile(
    rf"(?P<n>{NUMBER})\s*%\s*(?:vat|tax|sales\s+tax|gst)\b.*(?:→|:|,|-)\s*(?:strip|take\s+out|remove|"
    r"without|net|exclude|deduct|take\s+off)\b.*|^(?:the\s+)?(?:[\w\s]+\s+)?(?:without|excluding|net\s+of|"
    rf"less|before)\s+(?:the\s+)?(?P<n2>{NUMBER})\s*%\s*(?:vat|tax|gst)(?:\s+\w+)*$",
    re.IGNORECASE,
)
_VAT_IN = re.compile(
    rf"^(?:the\s+)?(?P<n>{NUMBER})\s*%\s*(?:vat|tax|gst)\s+(?:that\s+is\s+|which\s+is\s+)?(?:contained|"
    r"included|part|inside)(?:\s+\w+)*?\s+(?:in|of)\s+(?P<noun>.+)$",
    re.IGNORECASE,
)


def converted(text: str, ground: Ground) -> str:
    """A number in another unit."""
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


def vat_of(text: str, ground: Ground) -> str:
    """An amount without its tax, or the tax in it."""
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
