"""Texts on rows that say a thing once: not ``the key date (31.12.2024)``, nor why, ``so that they cut no others``."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from signoff.core.domain.spec import TargetMapping
from signoff.core.merge.plain_joins import joins_plainly
from signoff.core.merge.spelled_days import with_iso_days
from signoff.core.merge.whatever_else import of_kept_row, without_whatever

_DOTTED = re.compile(r"(?<![\w.'-])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\w'-]|\.\d)")
_DAY = r"\d{4}-\d{2}-\d{2}"
_TWICE = re.compile(rf"\b(?P<day>{_DAY})\s*\(\s*(?:=\s*)?(?P=day)\s*\)")
_CALLED = r"(?:[a-z]+[\s-]+){0,2}?(?:date|day)"
_NAMED = re.compile(
    rf"\b(?:the|our|this)\s+{_CALLED}\s*(?:\(\s*(?:=\s*|i\.?e\.?,?\s*)?(?P<a>{_DAY})\s*\)|(?:,|:|=)?\s+(?P<b>{_DAY})\b)",
    re.IGNORECASE,
)
"""A day with the name it has in the project before it."""
_NAME_BEHIND = re.compile(
    rf"\b(?P<day>{_DAY})\s*\(\s*(?:=\s*|i\.?e\.?,?\s*)?(?:the|our|this)\s+{_CALLED}\s*\)", re.IGNORECASE
)
_PURPOSE = re.compile(
    r"\s*,?\s+(?:so(?:\s+that)?|otherwise|because)\s+(?:they|these|those|it|this|that)\s+(?!(?:are|is|were|was)\s+(?:only|not)\b)"
    r"(?:(?:would|could|will|can|do|does|did|must|should|may|might)(?:\s*n[o']t)?\s+|(?:are|is|were|was|have|has|had)\s+)[^.;()=<>]*(?=[.;]|$)",
    re.IGNORECASE,
)
"""Why something is done, behind what is done."""
_LIMITS = re.compile(
    r"\b(?:unless|except|only|if|when|where|while|until|without|or|who|whose|which|with)\b", re.IGNORECASE
)
_BEFORE_ALL = re.compile(
    r"\b(?:before\s+(?:anything|everything|all)\s+else|first\s+of\s+all|before\s+(?:all|any)\s+(?:other|further)\s+(?:steps?|rules?|processing)|up\s+front"
    r"|right\s+at\s+the\s+(?:start|beginning)|as\s+(?:the\s+|a\s+)?(?:very\s+)?first\s+(?:step|thing))\b",
    re.IGNORECASE,
)
_TAKE_OUT = re.compile(
    r"(?<![\w-])(?:take|throw|kick|sort|weed|filter|strip|cut|leave)\s+(?P<them>them|those|these|such\s+\w+|it)\s+(?:out|away|off)\b(?!\s+of\b)",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(
    r"\b(?:in\s+capitals?(?:\s+letters?)?\s+or\s+not|(?:written\s+)?in\s+(?:capitals?|upper\s*case)\s+or\s+(?:in\s+)?(?:small\s+letters?|lower\s*case)"
    r"|in\s+whatever\s+(?:case|spelling\s+of\s+capitals)|whatever\s+the\s+case|no\s+matter\s+(?:the|which|whether\s+in)\s+(?:upper\s+or\s+lower\s+)?case)\b",
    re.IGNORECASE,
)


def with_plain_texts(target: TargetMapping) -> TargetMapping:
    """The target whose steps and join cells say once what their texts say twice, days as YYYY-MM-DD."""
    steps = tuple(
        replace(step, condition=said) if (said := plainly(step.condition)) != step.condition else step
        for step in target.steps
    )
    columns = tuple(
        replace(column, join=said) if (said := plainly(column.join)) != column.join else column
        for column in target.columns
    )
    return replace(target, steps=steps, columns=columns)


def plainly(text: str) -> str:
    """A text on rows with days as YYYY-MM-DD, each said once, and without what only tells why."""
    plain = _DOTTED.sub(_iso, with_iso_days(text))
    plain = _NAMED.sub(lambda m: m["a"] or m["b"], _TWICE.sub(r"\g<day>", plain))
    plain = _NAME_BEHIND.sub(r"\g<day>", plain)
    plain = _PURPOSE.sub(lambda m: m.group() if _LIMITS.search(m.group()) else "", plain)
    plain = _TAKE_OUT.sub(r"leave \g<them> out", _BEFORE_ALL.sub("beforehand", plain))
    return joins_plainly(of_kept_row(without_whatever(_ANY_CASE.sub("in any case", plain))))


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return match.group()
