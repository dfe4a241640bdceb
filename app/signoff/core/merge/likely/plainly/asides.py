"""What a rule says that changes nothing: remarks, examples, that nothing is divided by zero."""

from __future__ import annotations

import re

from signoff.core.merge.likely.plainly.ground import Ground

_ALONE = re.compile(
    r"^(?:note|fyi|remember|as\s+agreed|please|legacy|thanks|careful|attention|messy|caution|beware|"
    r"watch\s+out|tricky|important|ok|mind\s+the\s+\w+|(?:for\s+)?privacy(?:\s+reasons)?|gdpr|both\s+"
    r"are\s+(?:fine|ok|good)|"
    r"(?:so\s+)?convert(?:\s+(?:it|first|them))?|that\s+is\s+all|yes|too|as\s+well|also|upper\s+bound\s+"
    r"not|lower\s+bound\s+not|rounded\s+off|(?:the\s+)?same\s+\w+|(?:skip|ignore|ignoring|disregard|"
    r"leave\s+out|without|leaving\s+out)\s+(?:the\s+|any\s+)?(?:nulls?|empty\s+ones|blanks|missing\s+ones)"
    r"|"
    r"(?:an?\s+)?(?:blanks?|empty)(?:\s+\w+)?\s+(?:does|do)\s+not\s+count|(?:only\s+|just\s+|also\s+)?"
    r"(?:spaces|blanks?|empty(?:\s+strings?|\s+text)?)\s+(?:also\s+|too\s+)?counts?\s+as\s+(?:not\s+filled"
    r"|empty|missing|null|nothing)(?:\s+too)?|(?:latest|highest|first|last)\s+\w+\s+wins|\d+\s+hour\s+"
    r"clock|in\s+english|that\s+way\s+round|if\s+any|optional|(?:in\s+)?(?:full|whole|completed?)\s+"
    r"(?:years|months|days|hours|minutes))$",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^(?:(?:e\.g|for\s+example|for\s+instance|example|like|such\s+as|see|because|since|used\s+for|legacy|"
    r"came\s+from|comes\s+from|this\s+is\s+for)\b.*|"
    r"(?:lower|upper)\s+bounds?\s+(?:is|are)?\s*(?:always\s+)?(?:included|excluded|inclusive|exclusive|not).*|"
    r"age\s+(?:at|on)\s+[\w\s]+?\s+(?:counts?|matters?|is\s+(?:used|meant|relevant))|(?:on\s+the\s+"
    r")?same\s+day\s*(?:=|is|counts?\s+as)\s*(?:0|zero)|also\s+(?:null|blank|empty|missing)|(?:also|"
    r"including|even|and\s+also|same)\s+(?:if|when|where|for|with)\b.*|(?:no\s+matter|whatever)\s+(?:what|"
    r"how|which|who|when|else)\b.*|(?:some|many|most(?!\s+recent)|sometimes|often|usually)\b(?!.*"
    r"(?:\bnull\b|\bempty\b|=)).*|"
    r"in\s+that\s+order(?:\s+.*)?|(?:is\s+)?derived\s+from\b[^:]*|(?:goes|go|depends|based|depending|"
    r"according)\s+(?:by|on|to)\s+[\w\s]+|so\s+[^,;=]*\bis\s+(?:still\s+)?[^,;=]+|amounts?\s+(?:are|is)\s+"
    r"stored\s+without\s+an?\s+sign|"
    r"(?:if|when)\s+(?:it|there)\s+is\s+(?:shorter|only\s+one)\b.*\b(?:all|whole|it|that|entire)\b.*|"
    r"single[\s-]word\s+\w+\s*:?\s+(?:that|the|it).*|[\d\s:apm.-]+\s+(?:exactly|sharp|flat)\s+(?:still\s+"
    r")?(?:counts?|is\s+in(?:cluded)?))$",
    re.IGNORECASE,
)
_GUARDED = re.compile(
    r"^(?:protect|guard|beware|avoid|mind|careful|watch\s+out|no|never)\b.*\b(?:div\w*|zero)\b.*$|^"
    r"(?:it\s+)?can\s*not\s+be\s+(?:worked\s+out|calculated|computed|divided|done|determined)\s+(?:if|when"
    r"|for)\s+[^,]*\b(?:0|zero)\b(?P<tail>\s*,?\s*.*\b(?:empty|null|blank)\b.*)?$|"
    r"^(?:if|when|where)\s+[^,]*\b(?:is|are|=)\s+(?:0|zero)\s*(?:,|→|then)?\s*(?:we\s+)?(?:leave|it\s+is|"
    r"it\s+stays|then)?\s*(?:it\s+)?(?:empty|null|blank)$|^(?:null|empty|blank)\s+(?:if|when|where)\s+"
    r"[^,]*\b(?:is|are|=)\s+(?:0|zero)$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^(?:so\s+)?\S*[\d/#@_-]\S*\s+(?:gives|→|becomes|is(?:\s+still)?|turns\s+into|=)\s+\S+$", re.IGNORECASE
)


def is_talk(text: str, ground: Ground) -> bool:
    """Whether a piece is a remark or an example."""
    is_remark = "→" not in text and _TALK.match(text) is not None
    return (
        is_remark
        or _ALONE.match(text) is not None
        or (_EXAMPLE.match(text) is not None and len(text.split()[0]) > 6)
    )


def is_guard(text: str, ground: Ground) -> bool:
    """That nothing is divided by zero, which it never is."""
    if _GUARDED.match(text) is None or not re.search(
        r"\bper\b|/|\bdivided\b|percent|share|ratio|average|\bover\b", ground.tools.rule, re.IGNORECASE
    ):
        return False
    ground.guarded = True
    return True
