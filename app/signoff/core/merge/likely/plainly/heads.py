"""The value that a rule in plain words makes: a condition, an amount, a day or a text."""

from __future__ import annotations

import re
from collections.abc import Callable

from signoff.core.merge.likely.plainly.calendar_parts import fiscal_year, parsed_day, part_of_day
from signoff.core.merge.likely.plainly.code_tests import among
from signoff.core.merge.likely.plainly.conditions import test_of
from signoff.core.merge.likely.plainly.conversions import converted, vat_of
from signoff.core.merge.likely.plainly.days import day_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.numbers import amount_of
from signoff.core.merge.likely.plainly.several import first_filled, latest_of
from signoff.core.merge.likely.plainly.spans import span_of
from signoff.core.merge.likely.plainly.text_parts import column_of
from signoff.core.merge.likely.plainly.texts import text_of

_INVERSE = re.compile(
    r"^(?:the\s+)?(?:inverse|opposite|reverse|negation|contrary|inverted|flipped|not)\s*(?:of|value\s+"
    r"of)?\s+(?:the\s+)?(?P<noun>[\w\s]+)$",
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
    for reader in (latest_of, first_filled, *_BY_KIND[ground.target]):
        topic = ground.topic
        if made := reader(plain, ground):
            return made
        ground.topic = topic
    return ""


def _inverse(text: str, ground: Ground) -> str:
    match = _INVERSE.match(text)
    column = (
        (ground.called(match["noun"], "truth") or ground.names.source("truth")) if match is not None else None
    )
    return f"not {column.sql}" if column is not None else ""


_WORD_IF = re.compile(
    r"^(?:it\s+is\s+|an?\s+)?(?!true\b|false\b|yes\b|no\b|y\b|n\b)[a-z]+\s+(?:if|when|means|as\s+soon\s+"
    r"as)\s+(?P<t>.+)$",
    re.IGNORECASE,
)
_ONLY_CODE = re.compile(
    r"^only\s+(?P<v>'[^']+'|[A-Z0-9]{1,4})(?:\s+(?:and|or)\s+(?P<w>'[^']+'|[A-Z0-9]{1,4}))?\s+(?:counts?|"
    r"means?|is|stands\s+for)(?:\s+as)?(?:\s+[a-z]+)?$"
)


def _test(text: str, ground: Ground) -> str:
    only = _ONLY_CODE.match(text)
    source = ground.names.source("text")
    if only is not None and source is not None:
        return among(source, [v for v in (only["v"], only["w"]) if v], ground)
    made = test_of(text, ground)
    told = _WORD_IF.match(text)
    return made or (test_of(told["t"], ground) if told is not None else "")


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
    "number": (vat_of, fiscal_year, converted, part_of_day, span_of, _called_so, amount_of, _as_number),
    "day": (parsed_day, day_of, _known),
    "moment": (day_of, _known),
    "text": (fiscal_year, text_of, column_of, _known),
}
