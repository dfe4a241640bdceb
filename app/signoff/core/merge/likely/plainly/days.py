"""Days and moments in plain words: one that is called, one some time after another, the edges of a month or a year."""

from __future__ import annotations

import re

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.plainly.ground import Ground, literal
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure
from signoff.core.merge.likely.plainly.names import is_noun

UNITS = r"(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|nights?|quarters?)"
"""Units of time."""


def day_called(text: str, ground: Ground) -> ScopeColumn | None:
    """The day or moment that words call."""
    if not is_noun(text):
        return None
    plain = re.sub(r"\b(?:on|the|day|date|time|moment|a|an|being|it|we|us)\b", " ", text, flags=re.IGNORECASE)
    found = ground.called(plain.strip() or text, "day")
    if found is None and re.fullmatch(
        r"(?:it|that|this|the|day|date|timestamp|moment|time|source|column|\s)*", text.strip(), re.IGNORECASE
    ):
        return ground.names.source("day")
    return found


_LATER = re.compile(
    rf"^(?:the\s+)?(?:date\s+)?(?P<n>{NUMBER})\s*(?P<unit>{UNITS})\s+(?P<dir>after|from|past|following|"
    r"later\s+than|before|prior\s+to)\s+(?P<day>.+)$|"
    rf"^(?P<day2>.+?)\s*(?P<sign>\+|-|plus|minus|less)\s*(?P<n2>{NUMBER})\s*(?P<unit2>{UNITS})$|"
    r"^(?:the\s+)?day\s+(?P<dir3>after|before)\s+(?P<day3>.+)$",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"^(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?P<edge>first|last|1st|end|start|begin(?:ning)?|final|"
    r"monday|sunday)(?:\s+(?:calendar\s+)?day)?\s+(?:of|in)\s+(?:the\s+|that\s+|its\s+)?(?:same\s+)?(?:"
    r"(?P<move>next|following|previous|preceding)\s+)?"
    r"(?:(?P<noun0>[\w]+)\s+)?(?P<unit>week|month|quarter|year)\b(?:\s+(?:in\s+which|that|of|when|where|"
    r"for)?\s*(?P<noun>.+))?$",
    re.IGNORECASE,
)


def day_of(text: str, ground: Ground) -> str:
    """SQL of a day or moment; empty where its words are not understood."""
    plain = " ".join(text.strip(" .,;:").split())
    match = _EDGE.match(plain)
    if match is not None:
        return _edge(match, ground)
    by_column = re.match(
        r"^(?P<day>[\w\s]+?)\s*(?:\+|\bplus\b|\bincreased\s+by\b)\s*(?:the\s+)?(?P<n>[A-Za-z_][\w\s]*?)"
        r"(?:\s+in\s+(?P<unit>days|weeks|months|years))?$",
        plain,
        re.IGNORECASE,
    )
    if by_column is not None:
        day, count = day_called(by_column["day"], ground), ground.names.called(by_column["n"], "number")
        if day is not None and count is not None:
            unit = (
                (
                    by_column["unit"]
                    or next(
                        (
                            u
                            for u in ("weeks", "months", "years")
                            if u[:-1] in by_column["n"].casefold()
                            or u[:2] in count.column.name.casefold().split("_")
                        ),
                        "days",
                    )
                )
                .upper()
                .removesuffix("S")
            )
            return _typed(f"{ground.bare(day)} + {ground.sql(count)} * INTERVAL 1 {unit}", ground)
        return ""
    match = _LATER.match(plain)
    if match is not None:
        day = day_called(match["day"] or match["day2"] or match["day3"], ground)
        if day is None:
            return ""
        told, of = (match["n"] or match["n2"] or "1"), (match["unit"] or match["unit2"] or "day")
        back = (match["dir"] or match["sign"] or match["dir3"] or "").casefold() in (
            "before",
            "prior to",
            "-",
            "minus",
            "less",
        )
        interval = f"INTERVAL {figure(told)} {of.upper().removesuffix('S').replace('NIGHT', 'DAY')}"
        return _typed(f"{ground.bare(day)} {'-' if back else '+'} {interval}", ground)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", plain):
        return f"DATE {literal(plain)}"
    if len(plain.split()) > 5 or re.search(r"\b(?:if|or|not|and|most|between|since)\b", plain):
        return ""
    day = day_called(plain, ground)
    return ground.bare(day) if day is not None else ""


def _typed(sql: str, ground: Ground) -> str:
    return f"CAST({sql} AS DATE)" if ground.target == "day" else sql


def _edge(match: re.Match[str], ground: Ground) -> str:
    noun = re.sub(r"^(?:the|which|in|was|is)\s+", "", (match["noun"] or match["noun0"] or "").strip())
    day = day_called(noun, ground) if noun else ground.names.source("day")
    day = day or ground.names.source("day")
    if day is None:
        return ""
    unit, edge = match["unit"].casefold(), match["edge"].casefold()
    first = f"date_trunc('{unit}', {ground.bare(day)})"
    if edge in ("last", "end", "final", "sunday"):
        first = (
            f"{first} + INTERVAL {'3 MONTH' if unit == 'quarter' else f'1 {unit.upper()}'} - INTERVAL 1 DAY"
        )
    moved = (match["move"] or "").casefold()
    if moved:
        step = f"INTERVAL {'3 MONTH' if unit == 'quarter' else f'1 {unit.upper()}'}"
        start = f"(date_trunc('{unit}', {ground.bare(day)}) {'+' if moved in ('next', 'following') else '-'} {step})"
        first = first.replace(f"date_trunc('{unit}', {ground.bare(day)})", start)
    if edge in ("monday", "sunday") and unit != "week":
        return ""
    return _typed(first, ground)
