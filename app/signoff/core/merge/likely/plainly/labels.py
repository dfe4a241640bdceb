"""What a case gives: a fixed value, no value, the source as it is, or what another part of the rule makes."""

from __future__ import annotations

import re

from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.plainly.days import day_of
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.names import kind_of
from signoff.core.merge.likely.plainly.numbers import amount_of
from signoff.core.merge.likely.plainly.spans import span_of
from signoff.core.merge.likely.plainly.texts import text_of

NOTHING = re.compile(
    r"^(?:(?:it|they|them|that|those|these|then|so|please|we|just|simply|ones?)\s+)*(?:(?:stays?|left|"
    r"leave|leaves|is|are|gets?|load|put|keep|remains?|comes?(?:\s+over)?|becomes?|goes|set|show|return|"
    r"use|give|makes?)\s+)*(?:it\s+|them\s+|that\s+|as\s+|to\s+|this\s+|the\s+\w+\s+|over\s+)*"
    r"(?:null|nulls|empty|blank|no\s+value|nothing|unset)(?:\s+(?:then|too|as\s+well|there|instead))?$",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"^(?:(?:it|they|that|all|just|we|the)\s+)*(?:(?:stays?|remains?|keeps?|kept|is|are|comes?|taken?|copy"
    r"|copied|goes|left|pass(?:es)?|use|show)\s*)*(?:over\s+|through\s+|it\s+|them\s+)*"
    r"(?:the\s+way\s+(?:it|they)\s+(?:is|are|was|were)|as\s+(?:it|they)\s+(?:is|are|was|were)|as[\s-]is|"
    r"(?:as|like)\s+(?:in\s+)?(?:the\s+)?source|unchanged|untouched|the\s+same|copy|copied|positive|"
    r"(?:the\s+)?(?:whole|full|entire|original|complete|source|raw)\s+(?:name|value|text|code|word|string|"
    r"thing|field)(?:\s+goes\s+(?:here|in(?:\s+here)?))?|that\s+word|all\s+of\s+it|itself|the\s+(?:code|"
    r"value|source)\s+itself)$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"^(?:(?:it|they)\s+)?(?:turns?|become|becomes|is|are|goes|made?|gets?|shown\s+as|flipped\s+to)?\s*"
    r"(?:the\s+)?(?:an?\s+)?(?:negative|negated|minus|with\s+(?:a\s+)?minus(?:\s+sign)?)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:we|you|please|i|it|they|that|this|these|those|so|then|just|simply|always|also|both)\s+)*(?:"
    r"(?:is|are|means?|becomes?|gives?|gets?|counts?(?:\s+as)?|goes\s+(?:to|as)|say|says|write|put|use|"
    r"show|shows|call|called|want|assume|take|mark|marked|make|return|load|default(?:s)?\s+to|treated|"
    r"treat|shown|set|stays?)\s+)*(?:it\s+|them\s+|as\s+|to\s+|the\s+word\s+|simply\s+|always\s+|just\s+|"
    r"considered\s+|called\s+|an?\s+|the\s+)*",
    re.IGNORECASE,
)
_VERBS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|if|when|where|then|otherwise|else|because|but|which|"
    r"who|that|only|until|unless|except|be|been|starts?|begins?|ends?|contains?|than|least|most|rest|"
    r"other\s+\w+s|not|or|and|any|all|both|from|up|to|of|in|on|at|with|for|as|we|it|counts?|assume|same|"
    r"ask|see|check|consult|contact|look|discuss|clarify|tell|objects?|wants?|starting|beginning|ending|"
    r"containing|codes?|before|after|during|under|over|below|above)\b",
    re.IGNORECASE,
)
_TRUE = re.compile(r"^(?:true|yes|y|1|t|on|ja|j)$", re.IGNORECASE)
_FALSE = re.compile(r"^(?:false|no|n|0|f|off|nein)$", re.IGNORECASE)
UNIT = re.compile(
    r"(?:digits?|characters?|chars|letters?|case|casing|spelling|long|grams?|euros?|eur|dollars?|usd|days?"
    r"|months?|years?|hours?|minutes?|items?|units?|pieces|kg|percent|%|points?|code|codes)",
    re.IGNORECASE,
)
_MOST = 4


def label_of(text: str, ground: Ground) -> str:
    """SQL of what a case gives; empty for words that are no value.

    Args:
        text: the words.
        ground: what the rule is about.
    """
    plain = re.sub(r"^(?:and|but|so)\s+|\s+(?:too|as\s+well|then)$", "", text.strip(" .,;:"))
    if not plain:
        return ""
    if NOTHING.match(plain):
        return "NULL"
    source = ground.names.source() or (ground.names.sources[0] if ground.names.sources else None)
    if _KEPT.match(plain) and source is not None:
        return ground.sql(source)
    if ground.target == "number" and _NEGATED.match(plain) and source is not None:
        return f"-{ground.sql(source)}"
    if ground.target == "truth":
        word = re.sub(
            r"^(?:always|so|then|it\s+is|is|are|means?|becomes?|counts?\s+as)\s+",
            "",
            plain,
            flags=re.IGNORECASE,
        )
        return "true" if _TRUE.match(word) else "false" if _FALSE.match(word) else ""
    explained = re.fullmatch(r"[^()]*\((?P<in>-?[\d.,]+|'[^']*')\)", plain)
    if explained is not None and (inner := label_of(explained["in"], ground)):
        return inner
    if ground.target == "number":
        return amount_of(_LEAD.sub("", plain), ground) or span_of(plain, ground)
    if ground.target in ("day", "moment"):
        return day_of(_LEAD.sub("", plain), ground)
    return _text_label(plain, ground)


def _text_label(plain: str, ground: Ground) -> str:
    quoted = re.fullmatch(r"(?:[A-Za-z ]+ )?('[^']*'|\"[^\"]*\")", plain)
    if quoted is not None and (quoted[0] == quoted[1] or _LEAD.fullmatch(plain[: quoted.start(1)])):
        return fixed_value(quoted[1], ground.tools.target_type)
    if plain[:1] in "'\"":
        return ""
    word = _LEAD.sub("", plain)
    if not word or len(word.split()) > _MOST:
        return text_of(plain, ground)
    word = re.sub(r"^not (?=[a-z]+$)", "not\u00a0", word)
    if re.fullmatch(r"(?:on|in|out|off|at)\s+(?:of\s+)?[a-z]{3,}", word, re.IGNORECASE):
        return fixed_value(word, ground.tools.target_type)
    if _VERBS.search(word.replace("not\u00a0", "")) or re.search(r"[()*<>:→,;'\"|]|(?<!\w)=|\d,\d", word):
        return text_of(plain, ground)
    named = ground.names.named(word)
    if named is not None and kind_of(named) == "text" and word == named.column.name:
        return ground.bare(named)
    return fixed_value(word.replace("\u00a0", " "), ground.tools.target_type)
