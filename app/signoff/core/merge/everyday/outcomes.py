"""What becomes of rows without a partner, in everyday words: they survive, must exist, fall out, may be missing."""

from __future__ import annotations

import re

from signoff.core.merge.everyday.wording import GO, GO_FIRST, OTHERS_GO

T = r"(?:‹t\d+›|match(?:es|ing\s+\w+)?|hits?|partners?|counterparts?|it|one|entry|entries|row|record)"
_ARTICLES = r"(?:(?:an?|the|all|any|every|each|such|those|these|its|their|also|even|of)\s+)*"
_OWN = rf"{_ARTICLES}(?:‹o›|rows?|ones?|records?|lines?|those|they|it|others?|everything|something|orders?|cases)"
_BE = r"(?:is|are|was|were|has\s+been|have\s+been)"
_UNKNOWN = (
    r"(?:unknown|missing|invalid|absent|(?:not|never|nowhere|no\s+longer)\s+(?:yet\s+)?(?:found|known|listed"
    r"|delivered|there|present|loaded|existing|available|to\s+be\s+found|in|valid)|empty|deleted|removed"
    r"|purged|gone)"
)
_GOOD = r"(?:(?:valid|known|matching|existing|such|corresponding|real|loaded|listed)\s+)*"
_ABSENT = (
    rf"(?:(?:without|w/o|with\s+no|lacking|having\s+no|(?:that|which|who)\s+(?:have|has|find|finds)\s+no|(?:that|which|who)\s+(?:do|does)\s+not\s+(?:have|find))\s+{_ARTICLES}{_GOOD}{T}(?:\s+(?:there|in\s+{_ARTICLES}‹t\d+›))?"
    rf"|(?:with|of|for|to)\s+{_ARTICLES}{_UNKNOWN}\s+{T}"
    rf"|(?:of|for|with|to)\s+{_ARTICLES}{T}\s+(?:(?:that|which|who)\s+)?(?:{_BE}\s+)?{_UNKNOWN}(?:\s+(?:in\s+)?{_ARTICLES}‹t\d+›)?"
    rf"|whose\s+(?:{T}|‹c\d+›)\s+{_BE}\s+{_UNKNOWN}(?:\s+(?:in\s+)?{_ARTICLES}‹t\d+›)?"
    rf"|(?:(?:that|which|who)\s+)?(?:{_BE}\s+)?not\s+(?:found\s+|listed\s+|known\s+)?in\s+{_ARTICLES}‹t\d+›)"
)
_THESE = (
    rf"(?:{_OWN}\s+{_ABSENT}|(?:{_ARTICLES})(?:unmatched|non-?matching|orphaned|orphan|partnerless)(?:\s+(?:‹o›"
    rf"|rows?|ones?|records?))?|no\s+{_GOOD}{T}(?:\s+(?:is|was|were|are))?(?:\s+(?:found|there))?)"
)
"""Rows without a partner."""
_STAY = (
    r"(?:(?:must|should|shall|may|have\s+to|has\s+to|can|will|still|also|of\s+course|simply)\s+)*(?:stays?(?:\s+in)?|remains?(?:\s+in)?|survives?|keeps?\s+(?:its|their|the)\s+rows?|come\s+along|(?:(?:is|are|be|get|gets)\s+)(?:also\s+|still\s+|all\s+)*(?:kept|needed|wanted|loaded|taken|retained|included|shown|in|fine|ok|okay|allowed|reported|not\s+(?:lost|dropped|left\s+out|removed))|(?:not|never)\s+(?:get|be)\s+(?:lost|dropped)|(?:do|does)\s+not\s+(?:get\s+lost|fall\s+out|drop\s+out|disappear|go))"
    r"(?:\s+(?:too|as\s+well|in|anyway|here|all\s+the\s+same|with\s+(?:an?\s+)?(?:empty|no)\s+(?:‹c\d+›|values?|columns?|fields?)))*"
)
_KEEP = (
    r"(?:(?:please|we|but|and|also|must|should|still|always)\s+)*(?:keep|keeps|keeping|retain|retains|load"
    r"|take|show|include)\s+(?:also\s+|even\s+|in\s+)?"
)
_LEFT = (
    rf"{_THESE}\s+{_STAY}",
    rf"{_KEEP}{_THESE}(?:\s+(?:too|as\s+well|in|anyway))?",
    rf"if\s+(?:there\s+is\s+)?no\s+{T}(?:\s+(?:is\s+(?:found|there)|exists))?\s*,?\s*(?:then\s+)?{_OWN}\s+{_STAY}",
    rf"if\s+{_ARTICLES}{T}\s+{_BE}\s+{_UNKNOWN}\s*,?\s*(?:then\s+)?{_OWN}\s+{_STAY}",
    r"(?:(?:is|are)\s+)?(?:optional|outer(?:\s+join)?|(?:an?\s+)?left(?:\s+outer)?(?:\s+join(?:ed)?)?)",
    rf"(?:(?:which|that|it|they|{_ARTICLES}‹t\d+›)\s+)?(?:may|can|might|could)\s+(?:also\s+)?be\s+(?:missing|empty|null|unknown|absent|not\s+there)",
    rf"(?:(?:which|that|it|they|{_ARTICLES}‹t\d+›)\s+)?(?:need\s+not|does\s+not\s+(?:have|need)\s+to|do\s+not\s+(?:have|need)\s+to|doesn[’']t\s+(?:have|need)\s+to)\s+(?:exist|be\s+there|be\s+known|be\s+found)",
    r"(?:so\s+(?:that\s+)?)?no\s+(?:‹o›|rows?|records?)\s+(?:may|must|should|can|will|is\s+to|is|are|shall)\s+(?:get\s+|be\s+)?(?:lost|dropped)",
    rf"(?:so\s+(?:that\s+)?)?(?:we|you|they)?\s*(?:must|do|may|should|shall|can)?\s*(?:not|never)\s+(?:want\s+to\s+)?(?:lose|drop)\s+(?:any\s+)?{_OWN}",
    rf"not\s+every\s+(?:‹o›|row|record)\s+has\s+(?:an?\s+)?{T}",
    rf"(?:{_ARTICLES})?(?:all|every|each)\s+{_OWN}\s+{_STAY}",
    rf"{_KEEP}(?:all|every|each|the)\s+{_OWN}(?:\s+even\s+(?:if|when|where|though)\s+{_ARTICLES}{T}\s+{_BE}\s+{_UNKNOWN})?",
    rf"{_KEEP}(?:all|every|each|the)\s+{_OWN}\s+(?:even\s+|also\s+)?(?:those\s+)?(?:without\s+(?:an?\s+)?{T}|with\s+or\s+without\s+(?:an?\s+)?{T})",
    rf"(?:also|even|including|incl\.?)\s+(?:those|the\s+ones|‹o›)?\s*{_ABSENT}",
    r"(?:where|if|when|as\s+far\s+as)\s+(?:we\s+know\s+(?:it|them)|known|any|there\s+is\s+(?:one|any)|available|present|it\s+exists|possible|it\s+is\s+(?:known|there))",
    rf"(?:but\s+)?{_OWN}\s+{_STAY}",
    rf"(?:with\s+or\s+without|whether\s+or\s+not\s+(?:there\s+is|they\s+have|it\s+has))\s+(?:an?\s+)?{T}",
    rf"(?:where|if|when)\s+{_ARTICLES}{T}\s+{_BE}\s+{_UNKNOWN}\s*,?\s*(?:the\s+)?‹c\d+›\s+(?:is|stays|remains)\s+(?:empty|null|blank)",
    r"no\s+(?:hit|match|partner|‹t\d+›)\s+(?:means|gives|leaves)\s+(?:an?\s+|the\s+)?(?:no|empty|null)\s+(?:‹c\d+›|values?)(?:\s+(?:but|and)\s+(?:the\s+)?(?:rows?|‹o›)\s+(?:remains?|stays?|is\s+kept|are\s+kept))?",
)
_INNER = (
    rf"{_THESE}\s+(?:(?:is|are)\s+(?:an?\s+)?[a-z]+(?:\s+[a-z]+)?\s+and\s+)?{GO}",
    rf"{GO_FIRST}\s+{_THESE}(?:\s+(?:out|away))?",
    rf"(?:(?:which|that|it|they|{_ARTICLES}‹t\d+›|{_OWN})\s+)?(?:must|has\s+to|have\s+to|needs\s+to)\s+(?:also\s+)?(?:exist|be\s+(?:there|found|known|present|available|filled))(?:\s+(?:in\s+(?:it|‹t\d+›)|there))?",
    r"(?:(?:is|are)\s+)?(?:mandatory|required|obligatory|(?:an?\s+)?inner(?:\s+join(?:ed)?)?)(?:\s+is\s+(?:what\s+we\s+want|wanted|meant|needed|right|intended))?",
    r"no\s+‹t\d+›\s*[,;:–=-]\s*no\s+(?:rows?|‹o›|records?)",
    rf"(?:we\s+)?(?:only|just)\s+(?:(?:want|take|keep|load|need)\s+)?(?:the\s+|those\s+)?{_OWN}\s+(?:with|that\s+have|which\s+have|having|that\s+has|of|for)\s+(?:an?\s+|the\s+|their\s+|its\s+)?{_GOOD}(?:‹t\d+›|match|partner|hit)(?:\s+(?:are|is|get)\s+(?:taken|kept|loaded|wanted|shown|needed))?",
    rf"(?:we\s+)?(?:want|take|keep|load|need)\s+only\s+(?:the\s+|those\s+)?{_OWN}\s+(?:with|that\s+have|which\s+have|having|that\s+has|of|for)\s+(?:an?\s+|the\s+|their\s+|its\s+)?{_GOOD}(?:‹t\d+›|match|partner|hit)",
    rf"(?:only|just)\s+(?:the\s+|those\s+)?{_OWN}\s+whose\s+‹c\d+›\s+(?:is|are)\s+(?:found\s+|known\s+|listed\s+|there\s+)?in\s+(?:the\s+)?‹t\d+›(?:\s+(?:are|is|get)\s+(?:taken|kept|loaded|wanted|shown))?",
    r"(?:only|just)\s+(?:the\s+)?‹t\d+›\s+(?:that\s+)?we\s+know",
    OTHERS_GO,
    rf"{GO_FIRST}\s+(?:whatever|what|everything\s+that|those\s+that|all\s+that)\s+(?:does|do)\s+not\s+match(?:\s+(?:it|anything))?",
    rf"(?:only|just)\s+(?:the\s+|those\s+)?{_OWN}\s+for\s+which\s+(?:there\s+is\s+)?(?:an?\s+)?{_GOOD}‹t\d+›(?:\s+exists|\s+is\s+(?:there|found|known))?(?:\s+(?:are|is|get)\s+(?:taken|kept|loaded|wanted|shown|needed|of\s+interest))?",
    rf"(?:every|each|any|all|an?)\s+{_OWN}\s+(?:needs?|requires?|must\s+have|has\s+to\s+have|have\s+to\s+have)\s+(?:an?\s+)?{_GOOD}‹t\d+›",
)
_SHAPES = tuple(
    (kind, re.compile(rf"^(?:(?:so\s+that|so|and|but|then|thus|therefore)\s+)*{shape}$"))
    for kind, shapes in (("left", _LEFT), ("inner", _INNER))
    for shape in shapes
)


def outcome_of(text: str) -> str:
    """The kind of join that a part of a marked sentence says, ``left`` or ``inner``; empty where it says none."""
    plain = text.strip(" .,;:()–-")
    return next((kind for kind, shape in _SHAPES if shape.match(plain)), "")
