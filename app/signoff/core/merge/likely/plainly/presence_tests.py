"""Conditions in plain words on whether a column is filled: ``no email``, ``both must be known``."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.spoken import spoken_of

_NOTHING = (
    r"(?:null|nulls|empty|blank|blanks|missing|unknown|absent|unset|nothing|none|empty\s+(?:strings?|ones?"
    r"|values?|text)"
    r"|(?:just|only)\s+(?:spaces|blanks)|not\s+(?:there|given|set|filled|known|available|present|recorded|"
    r"entered|on\s+file|provided|"
    r"specified|assigned|maintained)(?:\s+(?:in|yet|out|at\s+all))?)"
)
_IS_MISSING = re.compile(
    r"^(?P<noun>.*?)\s*(?:\b(?:is|are|was|were|comes?|has\s+been|left|stays)\s+)?(?:\b(?:still|also|"
    rf"just)\s+)?(?<!\w){_NOTHING}"
    rf"(?:\s*(?:,|/|\bor\b)+\s*{_NOTHING})*(?:\s+(?:too|as\s+well|altogether|yet))?$",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"^(?:there\s+(?:is|are|was|were)\s+|we\s+(?:have|got|know|see)\s+|(?:it\s+)?(?:has|have|had|with)\s+"
    r")?(?:no|without(?:\s+an?|\s+any)?|nobody\s+\w+|nothing\s+(?:is\s+)?(?:on\s+file|given|known|entered|"
    r"there|set)\s+for|we\s+(?:lack|miss)"
    r"(?:\s+an?|\s+the)?|lacks?(?:\s+an?)?|(?:do|does|did)\s+not\s+have(?:\s+an?)?)\s+(?:real\s+|usable\s+"
    r"|valid\s+|known\s+|such\s+)*(?P<noun>[\w'\s-]+?)"
    r"(?:\s+(?:on\s+file|is\s+(?:set|given|known|there)|at\s+all|given|set|there|yet|was\s+\w+))?$",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"^(?:there\s+(?:is|was|are)\s+|we\s+(?:have|know|got)\s+|(?:it\s+)?(?:has|have|with)\s+)(?:already\s+"
    r")?(?:an?\s+|any\s+|the\s+|one\s+)*(?:real\s+|usable\s+|valid\s+|proper\s+)*"
    r"(?P<noun>(?!no\b|not\b|never\b)[\w'\s-]+?)(?:\s+(?:on\s+file|at\s+all|there))?$|^any\s+"
    r"(?P<any>[\w'\s-]+)$|^(?P<made>[\w'\s-]+?)\s+(?:was|were|has\s+been|is|are)\s+"
    r"(?:already\s+|actually\s+)?(?:made|filled|set|there|given|known|present|recorded|entered|not\s+"
    r"(?:null|empty|blank|missing)|available|on\s+file|provided|filled\s+in)$",
    re.IGNORECASE,
)
_NOT_THERE = re.compile(
    r"\bnot\s+(?:there|given|set|filled|known|available|present|recorded|entered|on\s+file|provided|"
    r"specified|assigned|maintained)\b",
    re.IGNORECASE,
)
_SET = re.compile(r"\bset$", re.IGNORECASE)
"""Said of a flag, it is that the flag is true."""
_BLANK = re.compile(r"\b(?:blanks?|empty|missing|nothing|filled|spaces|given)\b", re.IGNORECASE)


def two_of(text: str, ground: Ground) -> str:
    """Either or both of what the rule spoke of: ``one of the dates is missing``, ``both must be known``."""
    match = re.fullmatch(
        r"(?P<how>both|all|either|one|any|neither|none)(?:\s+of\s+(?:the|them|these|those)\s*(?:two\s+|"
        r"three\s+)?)?\s*(?P<noun>\w+)??\s*"
        rf"(?:(?:must|have\s+to|has\s+to)\s+be|is|are|being)?\s*(?:(?P<gone>{_NOTHING})|(?P<there>known|"
        r"filled|given|set|there|present|not\s+null))",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return ""
    spoken = [c for c in ground.names.columns if c.sql in ground.meant.values()]
    told = spoken if len(spoken) > 1 else list(ground.names.sources)
    if len(told) < 2:
        return ""
    how = match["how"].casefold()
    if match["there"]:
        tests, sign = [ground.present(c) for c in told], "AND" if how in ("both", "all") else "OR"
        if how in ("neither", "none"):
            tests, sign = [ground.missing(c) for c in told], "AND"
    else:
        tests, sign = [ground.missing(c) for c in told], "AND" if how in ("both", "all") else "OR"
    return f"({f' {sign} '.join(tests)})"


_FILLED = re.compile(
    rf"^(?P<noun>.*?)\s*(?:\b(?:is|are|was|were)\s+)?\bnot\s+(?:{_NOTHING})(?:\s*(?:,|/|or|nor)\s*{_NOTHING})*$",
    re.IGNORECASE,
)


def missing_test(text: str, ground: Ground) -> str:
    """SQL of a condition that a column has no value."""
    filled = _FILLED.match(text)
    if filled is not None and not _NOT_THERE.search(text):
        column = spoken_of(filled["noun"], ground)
        return ground.present(column) if column is not None else ""
    match = _IS_MISSING.match(text)
    if match is not None:
        column = spoken_of(match["noun"], ground)
        if column is not None and re.search(r"\bnulls?\b", text, re.IGNORECASE) and not _BLANK.search(text):
            return f"{ground.bare(column)} IS NULL"
        return ground.missing(column) if column is not None else ""
    match = _LACKS.match(text)
    column = spoken_of(match["noun"], ground) if match is not None else None
    return ground.missing(column) if column is not None else ""


def present_test(text: str, ground: Ground) -> str:
    """SQL of a condition that a column has a value."""
    match = _HAS.match(text)
    noun = match["noun"] or match["any"] or match["made"] if match is not None else None
    column = spoken_of(noun, ground) if noun else None
    if column is not None and kind_of(column) == "truth" and _SET.search(text):
        return ground.bare(column)
    return ground.present(column) if column is not None else ""
