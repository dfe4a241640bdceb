"""Clauses of a rule in plain words: each adds to what is told, as a case, a default, or in reference to one before."""

from __future__ import annotations

import re
from dataclasses import replace

from signoff.core.merge.likely.plainly.cases import OPPOSITES, with_case
from signoff.core.merge.likely.plainly.conditions import test_of
from signoff.core.merge.likely.plainly.defaults import never_null, with_explained, with_missing, with_rest
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.labels import NOTHING, label_of
from signoff.core.merge.likely.plainly.told import Told

_BOTH = re.compile(
    r"^(?:but\s+)?(?P<t>.+?)\s*,?\s+(?:must|have\s+to|has\s+to|need\s+to)\s+be\s+(?P<s>[\w\s]+)$",
    re.IGNORECASE,
)


def with_clause(text: str, told: Told, ground: Ground) -> Told | None:
    """What the rule comes to with one more clause; None where the clause is not understood.

    Args:
        text: the clause.
        told: what the clauses before it came to.
        ground: what the rule is about.
    """
    plain = text.strip(" .,;")
    for reader in (
        never_null,
        _unless,
        _same,
        _next_state,
        _further,
        with_explained,
        with_missing,
        _must,
        with_rest,
        with_case,
    ):
        found = reader(plain, told, ground)
        if found is not None:
            return found
    return None


_STATE = re.compile(r"^(?:and\s+)?(?:then|next|followed\s+by|after\s+that)\s+(?P<v>[a-z]+)$", re.IGNORECASE)


def _next_state(text: str, told: Told, ground: Ground) -> Told | None:
    """A state that goes on from others which hold where their day is filled: ``then shipped``."""
    match = _STATE.match(text)
    if match is None or not told.arms or not told.arms[-1][0].endswith("IS NOT NULL"):
        return None
    column = ground.names.called(match["v"], "day")
    label = label_of(match["v"], ground) if column is not None else ""
    return (
        replace(told, arms=(*told.arms, (ground.present(column), label)))
        if column is not None and label
        else None
    )


_SAME = re.compile(
    r"^(?:and\s+)?(?:the\s+)?same\s+(?:goes|holds|applies|is\s+true|counts)\s+for\s+(?P<t>.+)$", re.IGNORECASE
)


def _same(text: str, told: Told, ground: Ground) -> Told | None:
    """``and the same goes for empty ones``."""
    match = _SAME.match(text)
    test = test_of(match["t"], ground) if match is not None and told.arms else ""
    return replace(told, first=(*told.first, (test, told.arms[-1][1]))) if test else None


_UNLESS = re.compile(r"^(?:but\s+not\s+if|unless|except\s+(?:if|when|where))\s+(?P<t>.+)$", re.IGNORECASE)
_ARE_ALWAYS = re.compile(r"^(?P<t>[\w\s]+?)\s+(?:ones?\s+)?(?:is|are)\s+always\s+(?P<v>.+)$", re.IGNORECASE)


def _unless(text: str, told: Told, ground: Ground) -> Told | None:
    """What a case does not hold for: ``unless the claim has been withdrawn``, said again by ``those are always No``."""
    match = _UNLESS.match(text)
    test = test_of(match["t"], ground) if match is not None and told.arms else ""
    value = next(
        (pair - {told.arms[-1][1]} for pair in OPPOSITES if told.arms and told.arms[-1][1] in pair), set()
    )
    if test and value:
        return replace(told, first=(*told.first, (test, next(iter(value)))))
    again = _ARE_ALWAYS.match(text)
    if again is not None and told.first and label_of(again["v"], ground) == told.first[-1][1]:
        return told
    return None


def _must(text: str, told: Told, ground: Ground) -> Told | None:
    """``both must be known`` of a condition: it does not hold otherwise."""
    match = _BOTH.match(text)
    if match is None or not (told.arms or told.is_test):
        return None
    test = test_of(f"{match['t']} is {match['s']}", ground) or test_of(text, ground)
    return told if test else None


_FURTHER = re.compile(
    r"^(?:and\s+)?(?:(?:anything\s+)?(?:later|more|above(?:\s+that)?|over(?:\s+that)?|longer|higher|older|"
    r"beyond(?:\s+that)?|larger|bigger|afterwards|after\s+that))\s*(?:[:→=,]\s*|\s+(?:is|are)\s+|\s+)"
    r"(?P<v>.+)$",
    re.IGNORECASE,
)


def _further(text: str, told: Told, ground: Ground) -> Told | None:
    """What is beyond the case before: ``up to 7 short, more long``."""
    match = _FURTHER.match(text)
    if match is None or not told.arms or "<" not in told.arms[-1][0]:
        return None
    label = label_of(match["v"], ground)
    spoken = [
        c.sql for c in ground.names.columns if re.search(rf"{re.escape(c.sql)}(?!\w)", told.arms[-1][0])
    ]
    if not label or not spoken:
        return None
    test = " AND ".join(f"{sql} IS NOT NULL" for sql in spoken)
    return replace(told, arms=(*told.arms, (test, label)))


def is_nothing(text: str) -> bool:
    """Whether words say that there is no value."""
    return NOTHING.match(text.strip(" .,;")) is not None
