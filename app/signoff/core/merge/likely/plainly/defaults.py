"""What stands where no case holds: a value for the rest, and one for what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from signoff.core.merge.likely.plainly.conditions import test_of
from signoff.core.merge.likely.plainly.cuts import ARROW, GONE_WORDS, IF_SAY
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.labels import label_of
from signoff.core.merge.likely.plainly.told import Told

_REST = re.compile(
    r"^(?:and\s+|but\s+)?(?:for\s+|in\s+|with\s+)?(?:(?:anything|everything|whatever|all|any|every|anyone|"
    r"everyone|what|the|no)\s+)*(?:else|others?(?:\s+(?!is\b|are\b|means?\b)[a-z]+){0,2}|rest|remaining"
    r"(?:\s+\w+)?|remainder|otherwise|unmapped(?:\s+\w+)?|unknown\s+(?:codes?|values?)|default|unlisted|"
    r"outside\s+[\w\s-]+?(?=\s+or\b|\s*[:→=,])|"
    r"in\s+(?:all|any|every)\s+(?:other|remaining)\s+cases?|none\s+of\s+(?:these|those|them|the\s+above|"
    r"that)|(?:not\s+)?else|if\s+not|none\s+(?:filled|set|given)|failing\s+(?:all\s+)?that)"
    r"(?P<nothing>\s*,?\s*(?:or|and|/|including|also)\s+(?:(?:nothing|no\s+\w+|null|nulls|empty|blank|"
    r"missing)(?:\s+at\s+all)?(?:\s*(?:or|and|/|,)\s*)?)+)?(?!\w)\s*(?:[,:→=]\s*)?(?P<v>.+)$",
    re.IGNORECASE,
)
_REST_BEHIND = re.compile(
    r"^(?:and\s+|but\s+)?(?P<v>[^,;]+?)\s+(?:(?:in|for|with)\s+)?(?:(?:all|every|any|the)\s+)*(?:other"
    r"(?:wise)?(?:\s+cases?|\s+\w+)?|else|remaining\s+\w+|rest|others)$",
    re.IGNORECASE,
)
_ALWAYS = re.compile(r"^(?:and\s+)?never\s+(?:be\s+)?(?:null|empty|blank)$", re.IGNORECASE)


def never_null(text: str, told: Told, ground: Ground) -> Told | None:
    """``never null`` of a truth: false where nothing else holds."""
    if _ALWAYS.match(text) is None or ground.target != "truth":
        return None
    return told if told.rest else replace(told, rest="false")


_MISSING_FIRST = re.compile(
    r"^(?:and\s+|but\s+)?(?:if\s+|when\s+|where\s+|for\s+|in\s+case\s+)?(?P<t>.+?)\s*(?:→|=(?!=)|:|,\s*"
    r"(?:then\s+)?|\bthen\b|\b(?:means?|becomes?|is|are|counts?\s+as|gives?|says?|stays?|goes\s+to|"
    r"shown\s+as|treated\s+as|to|as|assume|say|use|put)\b)\s*(?P<v>.+)$",
    re.IGNORECASE,
)
_MISSING_BEHIND = re.compile(
    r"^(?:and\s+|but\s+|default(?:s|ing)?\s+(?:to\s+|is\s+)?|use\s+|with\s+)*(?P<v>.+?)\s+(?:if|when|where"
    r"|for|in\s+case|as\s+long\s+as|because|unless|instead\s+of)\s+(?P<t>.+)$",
    re.IGNORECASE,
)


def with_missing(text: str, told: Told, ground: Ground) -> Told | None:
    """What stands for no value: ``null → unknown``, ``USD if not filled``, ``no email = false``."""
    for shape in (_MISSING_FIRST, _MISSING_BEHIND):
        for match in _ways(shape, text):
            test_said, value_said = match
            if not GONE_WORDS.search(test_said) or re.search(
                r"\bor\s+(?!(?:null|empty|blank|missing|not)\b)|\b\d", test_said
            ):
                continue
            if re.search(r"\b(?:if|when|where|otherwise|else)\b", value_said, re.IGNORECASE):
                continue
            label = label_of(value_said, ground)
            topic = ground.topic
            ground.topic = None
            test = test_of(test_said, ground) if label else ""
            if not test or "IS NULL" not in test:
                ground.topic = topic
                continue
            return replace(told, first=(*told.first, (test, label)))
    return None


def _ways(shape: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    match = shape.match(text)
    if match is not None:
        yield match["t"], match["v"]
    if shape is _MISSING_FIRST:
        for cut in ARROW.finditer(text):
            yield text[: cut.start()], text[cut.end() :]
        if (
            re.match(r"(?:if|when|where|for)\b", text, re.IGNORECASE)
            and (said := IF_SAY.match(text)) is not None
        ):
            yield said["t"], said["v"]


def with_rest(text: str, told: Told, ground: Ground) -> Told | None:
    """What stands for everything else: ``all others → other``."""
    if told.rest:
        return None
    for shape in (_REST, _REST_BEHIND):
        match = shape.match(text)
        if match is None or (
            shape is _REST_BEHIND and re.search(r"\b(?:if|when|where)\b", match["v"], re.IGNORECASE)
        ):
            continue
        if re.match(r"(?:if|when|where|for)\b", match["v"], re.IGNORECASE) or re.search(
            r"\s(?:if|when|where)\s", match["v"], re.IGNORECASE
        ):
            continue
        label = label_of(re.sub(r"^(?:is|are)\s+", "", match["v"]), ground)
        if label:
            return replace(told, rest=label)
    return None


_EXPLAINED_NONE = re.compile(r"^(?P<t>\w+)\s+means\s+[^:→]+[:→]\s*(?P<v>.+)$", re.IGNORECASE)


def with_explained(text: str, told: Told, ground: Ground) -> Told | None:
    """``Empty means the appointment is still to come: 'Planned'``."""
    match = _EXPLAINED_NONE.match(text)
    label = label_of(match["v"], ground) if match is not None else ""
    test = test_of(match["t"], ground) if match is not None and label else ""
    if not test:
        return None
    return (
        replace(told, first=(*told.first, (test, label)))
        if "IS NULL" in test
        else replace(told, arms=(*told.arms, (test, label)))
    )
