"""Rules about a chain of parents: the level of a row in its tree, the row at the top, the way down to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ABOVE = (
    r"(?:parent|superior|boss|manager|supervisor|above|attached|belongs?\s+to|reports?\s+to|upper|higher|predecessor"
    r"|superordinate|chain|tree|hierarchy|root|top(?:most)?)"
)
_IS_CHAIN = re.compile(rf"\b{_ABOVE}\w*\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:level|depth|tier|layer|generation)s?\b", re.IGNORECASE)
_FIRST = re.compile(
    r"\b(?P<before>[01])\s*(?:for|if|without|when|where|=|is|at|means|:)"
    r"|(?:\broot|\btop|\bfirst|\bno\s+(?:parent|superior)|\bwithout\s+(?:a\s+)?(?:parent|superior))\w*(?:\s+\w+){0,3}?"
    r"\s*(?:=|is|has|gets?|are|have|on|:|,)?\s*(?:level\s+)?(?P<after>[01])\b",
    re.IGNORECASE,
)
_GROWS = re.compile(
    r"\bplus\s+(?:1|one)\b|\+\s*1\b|\bone\s+more\b|\b(?:and\s+so\s+(?:on|forth)|etc|up\s+to\s+its\s+end|all\s+the\s+way)\b|…|\.\.\."
    r"|\b[12]\s+(?:for|if)\b.*\b(?:level|child)|\beach\s+(?:step|level)\b|\bcount(?:ed|ing)?\b.*\b(?:up|from)\b|\bnumber\s+of\s+(?:steps|levels)\b"
    r"|\b(?:depth|level)\s+(?:of\s+.{1,40}\s+)?(?:in|within)\s+(?:the|its)\s+(?:tree|hierarchy|chain)",
    re.IGNORECASE,
)
_ROOT = re.compile(
    r"^(?:the\s+)?(?:id|key|code|no|nr|number|\w+)?\s*(?:of\s+)?(?:the\s+)?(?:root|top-?most\s+\w+|top\s+(?:of|level)|uppermost\s+\w+|highest\s+(?:parent|superior|ancestor)"
    r"|last\s+(?:parent|superior)\s+(?:of|in)\s+the\s+chain)\b[\w\s'’,;()-]*$",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"^(?:the\s+)?(?:full\s+)?path\b.*?(?:(?:separated|parted|joined|divided|with)\s+(?:by\s+|with\s+|a\s+)*['\"“‘]?(?P<sign>slash|[/>|.\-]|\s>\s|\s/\s)['\"”’]?.*)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ChainRule:
    """What a rule asks of a chain of parents."""

    shows: str
    """``level``, ``root`` or ``path``."""
    first: int = 1
    """Level of a row without a parent."""
    sign: str = "/"
    """What stands between the parts of a path."""


def read_chain_rule(text: str, name: str = "") -> ChainRule | None:
    """What a rule asks of a chain of parents; None when it asks something else.

    Args:
        text: the rule.
        name: the column's name, which may say ``level`` where the rule does not.
    """
    plain = " ".join(text.split()).strip().rstrip(".")
    if not plain:
        return None
    named = name.replace("_", " ")
    if _LEVEL.search(f"{plain} {named}") and _IS_CHAIN.search(plain) and _GROWS.search(plain):
        first = _FIRST.search(plain)
        return ChainRule("level", int(first["before"] or first["after"])) if first is not None else None
    if _ROOT.match(plain):
        return ChainRule("root")
    path = _PATH.match(plain)
    if path is not None and _IS_CHAIN.search(plain):
        sign = path["sign"] or "/"
        return ChainRule("path", sign="/" if sign.lower() == "slash" else sign)
    return None
