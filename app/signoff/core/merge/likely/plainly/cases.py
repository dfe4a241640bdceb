"""A case of a rule in plain words: a test and the value that it gives, added to what is told."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.plainly.bounds import bounds_of
from signoff.core.merge.likely.plainly.code_tests import among
from signoff.core.merge.likely.plainly.conditions import test_of
from signoff.core.merge.likely.plainly.cuts import LISTED, cuts_list, cuts_of, is_signed
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.labels import label_of
from signoff.core.merge.likely.plainly.more_tests import code_range
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.told import Told

_LEAD = re.compile(
    r"^(?:(?:and|but|then|so|also|failing\s+that|else|otherwise|next|after\s+that|first|finally|if\s+"
    r"not)\s*,?\s+)+(?=\S)",
    re.IGNORECASE,
)


def with_case(text: str, told: Told, ground: Ground) -> Told | None:
    """What the rule comes to with one more case, or what its last case leaves over."""
    plain = _LEAD.sub("", text)
    only = re.match(
        r"^(?:valid|accepted|kept|taken|filled|shown|used)\s+only\s+(?:if|with|when|for|where)\s+(?P<t>.+)$",
        plain,
        re.IGNORECASE,
    )
    source = ground.names.source()
    if (
        only is not None
        and source is not None
        and ground.target == "text"
        and (test := test_of(only["t"], ground))
    ):
        return replace(told, arms=(*told.arms, (test, ground.sql(source))))
    for test_said, value_said in cuts_of(plain):
        if cuts_list(test_said, value_said, plain):
            continue
        value = label_of(value_said, ground)
        if not value:
            continue
        topic = ground.topic
        test = _test(test_said, ground, signed=is_signed(test_said, value_said, plain))
        if test and not _compares_itself(test):
            return replace(told, arms=(*told.arms, (test, value)))
        ground.topic = topic
        if _completes(test_said, value, told):
            return replace(told, rest=value)
    return None


_NO_CODES = frozenset(
    [
        "unmapped",
        "rest",
        "other",
        "others",
        "else",
        "otherwise",
        "default",
        "then",
        "both",
        "all",
        "any",
        "names",
        "same",
        "single",
    ]
)


def _test(text: str, ground: Ground, *, signed: bool = False) -> str:
    """A condition, bounds of the only number, or codes of the only text."""
    plain = re.sub(
        r"^(?:an?\s+|the\s+)?(?:codes?|values?|scores?|statuses|status|letters?)\s+(?:of\s+)?(?=\S)",
        "",
        text.strip(),
        flags=re.IGNORECASE,
    )
    source = ground.names.source() or ground.names.source("number")
    if source is not None and kind_of(source) == "number" and (bounds := bounds_of(plain)):
        return " AND ".join(f"{ground.sql(source)} {each}" for each in bounds)
    first = ground.names.source("text")
    if ranged := code_range(plain, ground):
        return ranged
    listed = LISTED.fullmatch(plain)
    if (
        first is not None
        and listed is not None
        and not re.search(r"\b(?:null|empty|blank|missing|nothing|none\b(?!'))", plain, re.IGNORECASE)
    ):
        values = re.findall(r"'[^']*'|[\w.+&-]+", re.sub(r"\s+(?:or|and)\s+", ", ", plain))
        if all(
            v.startswith("'") or v.isupper() or v.isdigit() or (signed and v not in _NO_CODES) for v in values
        ):
            return among(first, values, ground)
    hinted = re.fullmatch(r"[\w\s]+\((?P<code>'[^']+'|[A-Z0-9]{1,3})\)", plain)
    if hinted is not None and ground.topic is not None and kind_of(ground.topic) == "text":
        return among(ground.topic, [hinted["code"]], ground)
    return test_of(text, ground)


OPPOSITES = ({"'Y'", "'N'"}, {"'Yes'", "'No'"}, {"'yes'", "'no'"}, {"true", "false"}, {"1", "0"})
"""Pairs of answers of which one is left where the other does not hold."""


def _compares_itself(test: str) -> bool:
    match = re.match(r"(?P<a>[\w.\"]+) (?:=|<>|[<>]=?) (?P<b>[\w.\"]+)$", test)
    return match is not None and match["a"] == match["b"]


def _completes(test_said: str, value: str, told: Told) -> bool:
    """Whether a case with the other of two answers only says what is left over, in words of its own."""
    if len(told.arms) != 1 or told.rest or {told.arms[0][1], value} not in OPPOSITES:
        return False
    return not re.search(r"\d|['\"]|\b(?:null|empty|missing|blank|unless|except)\b", test_said, re.IGNORECASE)
