"""Conditions in plain words, single or tied with ``and`` and ``or``."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.single_tests import single_test

_LEAD = re.compile(
    r"^(?:and\s+|but\s+|also\s+|only\s+|even\s+|then\s+|so\s+|just\s+)*(?:(?:if|when|where|for|in\s+case"
    r"(?:\s+of)?|as\s+long\s+as|once|"
    r"as\s+soon\s+as|whenever|because|since|provided(?:\s+that)?|(?:does|is|was|has|did)(?=\s+(?:the|it|"
    r"there|this)\b))\s+)?(?:anyone|anything|those|all|ones|codes?|"
    r"every\w*)?\s*(?:that|who|which|where|with)?\s*",
    re.IGNORECASE,
)


def test_of(text: str, ground: Ground) -> str:
    """SQL of a condition; empty where a word of it is not understood.

    Args:
        text: the words of the condition.
        ground: what the rule is about.
    """
    plain = text.strip(" .,;:?")
    inner = re.fullmatch(r"(?P<out>[^()]+?)\s*\((?:i\.e\s+|so\s+)?(?P<in>[^()]+)\)", plain)
    if inner is not None and not re.search(r"\s(?:or|and)\s", inner["out"]):
        names_one = any(ground.names.named(w) is not None for w in re.findall(r"\w+", inner["in"]))
        sides = (inner["in"], inner["out"]) if names_one else (inner["out"], inner["in"])
        return test_of(sides[0], ground) or test_of(sides[1], ground)
    plain = re.sub(
        r"^we\s+(?:can\s*not|do\s+not)\s+(?:tell|know|say)\s*,?\s+(?:because|since|as)\s+",
        "",
        plain,
        flags=re.IGNORECASE,
    )
    explained = re.fullmatch(r"(?P<out>.+?),?\s*i\.e\s+(?P<in>.+)", plain)
    if explained is not None:
        return test_of(explained["in"], ground)
    for said in dict.fromkeys((plain, _LEAD.sub("", plain, count=1))):
        if said and (made := single_test(said, ground)):
            return made
    for word, sign in ((r"or|and/or", "OR"), (r"and|but", "AND")):
        cuts = list(re.finditer(rf"\s*,?\s+(?:{word})\s+(?:if\s+|when\s+|where\s+)?", plain, re.IGNORECASE))
        if not cuts:
            continue
        for cut in cuts:
            topic = ground.topic
            first = test_of(plain[: cut.start()], ground)
            second = test_of(plain[cut.end() :], ground) if first else ""
            if second:
                made = f"{first} {sign} {second}"
                return f"({made})" if sign == "OR" else made
            ground.topic = topic
    return ""
