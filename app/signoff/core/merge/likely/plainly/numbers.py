"""Amounts in plain words: sums, differences, shares and percentages of what columns hold."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.names import kind_of

_LEAD = re.compile(
    r"^(?:the\s+|our\s+|its\s+|their\s+|what\s+(?:we|they|you)\s+|we\s+|an?\s+|of\s+|simply\s+|just\s+|"
    r"take\s+|calculate\s+|compute\s+|amount\s+(?:of\s+|we\s+)?|"
    r"value\s+of\s+|total\s+of\s+(?=.*(?:\band\b|\+))|sum\s+of\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:(?:is|are|was|were)\s+)?(?:in|as)\s+(?:whole\s+|full\s+)?(?:euros?|eur|dollars?|usd|cents?|"
    r"percent|%|money|a\s+number|numbers?)$"
    r"|\s+(?:taken\s+)?(?:together|combined|added\s+up|added\s+together|in\s+total|summed(?:\s+up)?)$",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(
    r"^(?P<a>.+?)\s*,?\s+(?:as|in|expressed\s+as|shown\s+as)\s+(?:an?\s+|the\s+)?(?P<how>percentage|"
    r"percent|%|pct|share|fraction|proportion|ratio|part)\s*(?:of|to|over)\s+(?P<b>.+?)$|"
    r"^(?:percentage|percent|%|share|ratio)\s+(?:of|that)\s+(?P<c>.+?)\s+(?:in|to|of|over|makes\s+up\s+of|"
    r"is\s+of)\s+(?P<d>.+)$",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"^(?P<a>.+?)\s*,?\s+(?:less|minus|reduced\s+by|after|with|plus|increased\s+by)\s+(?:the\s+)?(?:"
    rf"(?P<n>{NUMBER})\s*(?:%|percent)|(?P<noun>.+?)\s*(?:percent\w*|pct|%|\(?in\s+percent\)?))(?:\s+\w+)?"
    r"(?:\s+(?:taken\s+)?off|\s+discount)?$",
    re.IGNORECASE,
)
_STEPS: tuple[tuple[str, str], ...] = (
    (
        r"\s*,?\s+(?:and\s+then\s+|then\s+)?(?:minus|less|reduced\s+by|without|after\s+deducting|"
        r"after\s+subtracting|net\s+of|over\s+and\s+above|in\s+excess\s+of)\s+|\s+-\s+",
        "-",
    ),
    (r"\s*,?\s+(?:plus|added\s+to|together\s+with|increased\s+by)\s+|\s*\+\s*", "+"),
    (r"\s*,?\s+(?:and\s+then\s+|then\s+)?(?:times|multiplied\s+(?:by|with)|x)\s+|\s*[*×]\s*", "*"),
    (r"\s*,?\s+(?:and\s+then\s+|then\s+)?(?:divided\s+by|over|per|for\s+(?:each|every))\s+|\s*[/÷]\s*", "/"),
)
_CUTS = tuple((re.compile(shape, re.IGNORECASE), sign) for shape, sign in _STEPS)
_SCALED = re.compile(
    rf"^(?:a\s+|the\s+)?(?:(?P<n>{NUMBER})\s*(?:%|percent)|(?P<w>half|double|twice|third|quarter))\s+"
    r"(?:of\s+)?(?:the\s+)?(?P<rest>.+)$",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"^(?:(?:the\s+)?sum\s+of\s+|both\s+|(?:the\s+)?total\s+of\s+)(?P<rest>.+)$|^(?P<rest2>.+?)\s+"
    r"(?:taken\s+)?(?:together|combined|added\s+up|in\s+total|summed(?:\s+up)?)$",
    re.IGNORECASE,
)
_DIFFERENCE = re.compile(
    r"^(?:the\s+)?(?:difference|gap)\s+(?:between|of)\s+(?P<a>.+?)\s+(?:and|to)\s+(?P<b>.+)$", re.IGNORECASE
)


def amount_of(text: str, ground: Ground) -> str:
    """SQL of a number; empty where its words are not understood.

    Args:
        text: the words.
        ground: what the rule is about.
    """
    plain = " ".join(text.strip(" .,;:").split())
    if not plain:
        return ""
    if (known := ground.meant.get(plain.casefold())) is not None:
        return known
    if re.fullmatch(NUMBER, plain, re.IGNORECASE):
        return figure(plain)
    if plain.startswith("(") and plain.endswith(")") and plain.count("(") == 1:
        inner = amount_of(plain[1:-1], ground)
        return f"({inner})" if inner else ""
    if re.fullmatch(r"(?:the\s+)?(?:euros?|dollars?|amount|value|it|money)", plain, re.IGNORECASE):
        source = ground.names.source("number")
        return ground.sql(source) if source is not None else ""
    if (column := ground.names.named(plain)) is not None:
        return ground.sql(column) if kind_of(column) == "number" else ""
    scaled = _SCALED.match(plain)
    if scaled is not None:
        inner = amount_of(scaled["rest"], ground)
        factor = (
            figure(scaled["n"]) + " / 100.0"
            if scaled["n"]
            else {"half": "0.5", "double": "2", "twice": "2", "third": "1 / 3.0", "quarter": "0.25"}[
                scaled["w"].casefold()
            ]
        )
        return f"{held(inner)} * {factor}" if inner else ""
    return _worked_out(plain, ground) or _single(plain, ground)


def _worked_out(plain: str, ground: Ground) -> str:
    """A number made of others."""
    for reader in (_summed, _difference, _percentage, _reduced):
        if made := reader(plain, ground):
            return made
    for shape, sign in _CUTS:
        for cut in reversed(list(shape.finditer(plain))):
            first = amount_of(plain[: cut.start()], ground)
            second = amount_of(plain[cut.end() :], ground) if first else ""
            if second:
                return _put(first, sign, second)
    return ""


def _single(plain: str, ground: Ground) -> str:
    """A number without the words around it, or the column that words call."""
    shorter = _TAIL.sub("", _LEAD.sub("", plain))
    if shorter != plain and (made := amount_of(shorter, ground)):
        return made
    inner_named = re.fullmatch(r"(?P<out>[^()]+?)\s*\((?P<in>[^()]+)\)", plain)
    if inner_named is not None:
        named = ground.names.named(inner_named["in"])
        return ground.sql(named) if named is not None and kind_of(named) == "number" else ""
    if len(plain.split()) > 4 or re.search(r"[=<>]|\b(?:if|when|not|no|and|or|if)\b", plain):
        return ""
    column = ground.called(plain, "number")
    return ground.sql(column) if column is not None else ""


def _put(first: str, sign: str, second: str) -> str:
    if sign == "/":
        return f"{held(first)} * 1.0 / nullif({second}, 0)"
    held_first, held_second = (first, second) if sign == "+" else (first, held(second))
    return f"{held(first) if sign == '*' else held_first} {sign} {held_second}"


def held(sql: str) -> str:
    """SQL in brackets where it is a sum or a difference."""
    return f"({sql})" if re.search(r"\s[-+]\s", sql) and not re.fullmatch(r"\([^()]*\)", sql) else sql


def _summed(text: str, ground: Ground) -> str:
    match = _SUM.match(text)
    if match is None:
        return ""
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*\+\s*", match["rest"] or match["rest2"])
    made = [amount_of(part, ground) for part in parts]
    return " + ".join(made) if len(made) > 1 and all(made) else ""


def _difference(text: str, ground: Ground) -> str:
    match = _DIFFERENCE.match(text)
    if match is None:
        return ""
    first, second = amount_of(match["a"], ground), amount_of(match["b"], ground)
    return f"{first} - {held(second)}" if first and second else ""


def _percentage(text: str, ground: Ground) -> str:
    match = _PERCENT_OF.match(text)
    if match is None:
        return ""
    whole_said = re.sub(r"\s*,?\s*in\s+(?:percent|%)$", "", match["b"] or match["d"], flags=re.IGNORECASE)
    part, whole = amount_of(match["a"] or match["c"], ground), amount_of(whole_said, ground)
    if not part or not whole:
        return ""
    says_percent = re.search(r"%|\bpercent|\bpct\b", ground.tools.rule, re.IGNORECASE)
    factor = " * 100.0" if says_percent else " * 1.0"
    return f"{held(part)}{factor} / nullif({whole}, 0)"


def _reduced(text: str, ground: Ground) -> str:
    """A number with a percentage taken off it."""
    match = _OFF.match(text)
    if match is None:
        return ""
    base = amount_of(match["a"], ground)
    rate = figure(match["n"]) if match["n"] else amount_of(match["noun"], ground) if base else ""
    sign = "+" if re.search(r"\bplus\b|\bincreased\b", text[len(match["a"]) :], re.IGNORECASE) else "-"
    return f"{held(base)} * (1 {sign} {rate} / 100.0)" if base and rate else ""
