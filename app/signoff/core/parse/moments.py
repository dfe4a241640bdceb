"""What a cover sheet says of moments and spans for every table: the moment that is now, and how minutes are counted.

``Reporting moment: the export is of 30 June 2025, 18:00``; ``Minutes: full minutes that have gone by``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.spec import GeneralKind, GeneralRule
from signoff.core.parse.days import day_in

_MOMENT = re.compile(
    r"^[\"'“]?(?:the\s+)?(?P<of>(?:[a-z]+[\s-]){1,2}?(?:moment|time|point\s+in\s+time))[\"'”]?\s*(?::|=|\bis\b)\s*(?:(?:the\s+)?[a-z]+\s+(?:is\s+|was\s+|made\s+|taken\s+|of\s+|from\s+|on\s+){1,3})?"
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\s+\d{4}|[A-Za-z]{3,9}\s+\d{1,2},?\s+\d{4})\s*,?\s*(?:at\s+)?(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?:\s+(?:h|o'clock|hours))?(?:\.\s+(?P<tail>(?:when|where|this|that|it|use)\w*\b(?!.*\b(?:unless|except|only)\b).*))?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“]([A-Za-z][\w -]{1,28})[\"”]")
_NO_MOMENT = re.compile(r"^(?:print|release|change|created?|update|last)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"^[\"'“]?(?P<unit>minute|hour)s[\"'”]?\s*(?::|=|are|means?)\s*(?:always\s+)?(?:counted\s+(?:as|in)\s+)?(?:full|whole|completed?)\s+(?P=unit)s\b(?!.*\b(?:unless|except|only|but|rounded)\b)",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<unit>minute|hour)s?\s+(?:that\s+(?:is|has)\s+)?(?:only\s+)?begun\s+"
    r"(?:does|do)\s+not\s+count",
    re.IGNORECASE,
)


def moment_said(sentence: str) -> tuple[tuple[str, ...], str] | None:
    """The words for a moment and the moment as YYYY-MM-DD HH:MM:SS; None for every other sentence."""
    found = _MOMENT.match(" ".join(sentence.split()).strip(" .;"))
    day = day_in(found["day"]) if found is not None and not _NO_MOMENT.match(found["of"]) else ""
    if found is None or not day:
        return None
    hour, minute, *second = found["clock"].split(":")
    names = dict.fromkeys(
        each.casefold() for each in (found["of"].strip(), *_QUOTED.findall(found["tail"] or ""))
    )
    return tuple(names), f"{day} {int(hour):02}:{minute}:{second[0] if second else '00'}"


def whole_unit(sentence: str) -> str:
    """The unit of which only those that are over count; empty for every other sentence."""
    plain = " ".join(sentence.split()).strip(" .;")
    found = _WHOLE.match(plain) or _BEGUN.match(plain)
    return found["unit"].lower() if found is not None else ""


def with_whole_units(text: str, rules: Sequence[GeneralRule]) -> str:
    """A rule with ``full minutes`` where it speaks of minutes from one moment to another.

    Args:
        text: the rule.
        rules: the document's general rules.
    """
    for unit in dict.fromkeys(each.of for each in rules if each.kind is GeneralKind.WHOLE):
        shape = rf"(?<!full )(?<!whole )(?<!completed )\b{unit}s(?=\s+(?:from|between)\b)"
        text = re.sub(shape, f"full {unit}s", text, flags=re.IGNORECASE)
    return text
