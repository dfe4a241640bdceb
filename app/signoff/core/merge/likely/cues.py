"""Words that tell what becomes of rows: which go, which stay, which of several is taken, and what comes after what."""

from __future__ import annotations

import re

ENDS = re.compile(r"(?<=[\w)'\"])[.;!?](?=\s|$)|\n+|;")
LEAVES = re.compile(
    r"\b(?:exclud\w*|leav\w+\s+(?:\w+\s+){0,3}(?:out|away|behind)|left\s+(?:out|away|behind)|ignor\w+|skip\w*|omit\w*|drop(?:s|ped|ping)?|remov\w+|"
    r"discard\w*|disregard\w*|throw\w*|thrown|reject\w*|t(?:ake|aken|akes|aking)\s+out|g(?:et|ets|etting)\s+rid\s+of|forget\s+about|weed\w*|"
    r"ha(?:s|ve)\s+no\s+place|do(?:es)?\s+not\s+belong|(?:\w+|[›'\")])\s+go(?:es)?\s*(?=[,;.]|$)|what\s+(?:goes|must\s+go|has\s+to\s+go)|filter\w*\s+out|sort\w*\s+out|kick\w*\s+out|"
    r"(?:do|does|did|shall|should|must|may|will|can|is|are|be|get|gets|we|never|only)?\s*(?<!were\s)(?<!was\s)(?<!been\s)(?:not|n't|never)\s+(?:to\s+)?(?:be\s+)?"
    r"(?:in\s+(?:here|there|it|this)\b|load|tak|us|want|need|count|consider|migrat|includ|kee?p|relevant|report|show|import|copi|mov|transfer|bring|brought|appear|enter|belong|come|go|of\s+interest|part|see)\w*|"
    r"not\s+(?:be\s+)?(?:in|part\s+of)\s+(?:the|this|our)\s+(?:model|target|result|output|mart|data\s*set)\b|"
    r"out\s+of\s+scope|(?:is|are|stay|stays|fall|falls|go|goes|drop|drops|be)\s+out|void|except\s+for|except|apart\s+from|other\s+than|no\s+longer|"
    r"(?:are|is|get|gets)\s+(?:deleted|lost|rejected|dropped|purged))(?!\w)|^\s*(?:no|without|not)\b|\b(?:of|from)\s+(?:those|these|them)\s+without\b|\bout\s*(?=[(,;.]|$)",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"[,;]?\s*\b(?:and\s+|but\s+)?(?:please\s+)?(?:we\s+)?(?:leave|forget|ignore|drop|skip|disregard|discard|omit|exclude|do\s+not\s+need|don['’]t\s+need)"
    r"\s+(?:about\s+|out\s+)?(?:all\s+)?(?:of\s+)?(?:the\s+)?(?:others?(?:\s+ones)?|rest|remaining\s+\w+|everything\s+else|anything\s+else|everybody\s+else)"
    r"(?:\s+(?:out|away|aside))?",
    re.IGNORECASE,
)
"""Says only once more that what was named is all there is."""
STAYS = re.compile(
    r"\b(?:stay|stays|staying|kept|keep|keeps|remain|remains|good|fine|ok|okay|allowed|included|(?:are|is)\s+in|counts?|counted|loaded|welcome|valid)\b|"
    r"\b(?:means?|counts?\s+as|is\s+treated\s+as|is)\s+(?:not|no)\b|"
    r"\b(?:is|are|means?|counts?\s+as|is\s+treated\s+as)\s+(?:an?\s+)?(?:perfectly\s+|quite\s+)?(?:normal|ordinary|regular|genuine)\b",
    re.IGNORECASE,
)
MISSING_WORDS = re.compile(
    r"\b(?:empty|missing|blank|null|without|no\s+(?:value|entry)|nothing)\b", re.IGNORECASE
)
STAY_SHAPES = (
    re.compile(
        rf"{MISSING_WORDS.pattern}\s*(?:=|:|->|→|means?\b|counts?\s+as\b|stands?\s+for\b)\s*\w", re.IGNORECASE
    ),
    re.compile(rf"{MISSING_WORDS.pattern}.{{0,70}}?(?:{STAYS.pattern})", re.IGNORECASE | re.DOTALL),
    re.compile(
        rf"\b(?:stay\w*|kept|keep\w*|remain\w*)\b.{{0,50}}?\b(?:if|when|even|also|too|where)\b.{{0,30}}?{MISSING_WORDS.pattern}",
        re.IGNORECASE | re.DOTALL,
    ),
)
ONLY = re.compile(r"\b(?:only|just|must|has\s+to|have\s+to)\b", re.IGNORECASE)
KINDS = re.compile(
    r"\b(?:two|three|several|some|following|these)\s+(?:\w+\s+)?(?:kinds?|sorts?|groups?|types?|things|rows|records)\b|\bfollowing\b",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"^\W*(?:and\s+)?(?:the\s+)?(?:first|second|third|one|another|others?|last|\d[.)]|[a-c][.)])\b",
    re.IGNORECASE,
)
LIMITS = re.compile(
    r"\b(?:unless|provided|except|until|while|during|as\s+long\s+as|given\s+that|approved)\b|\bon\s+(?:\w+\s+)?(?:days?|\w+days)\b"
    r"|\bif\s+(?!(?:the\s+|an?\s+)?\S+\s+is\s+(?:empty|missing|null|blank)|empty|missing|blank|null|there\s+is\s+no)",
    re.IGNORECASE,
)
"""Says when something holds, which is more than that rows stay."""
LATE = r"(?:newest|latest|most\s+recent|last|highest|biggest|greatest|largest|maximum|max|youngest)"
EARLY = r"(?:earliest|oldest|first|lowest|smallest|minimum|min)"
C = r"‹c(?P<c>\d+)›"
WHICH = re.compile(
    rf"(?:(?P<late>{LATE})|(?P<early>{EARLY}))\s+(?:(?:one|row|record|version|entry|line|\w+)\s+)?(?:(?:by|on|according\s+to|of)\s+)?(?:its\s+|the\s+)?{C}"
    rf"|{C.replace('<c>', '<b>')}\s+(?:is\s+)?(?:the\s+)?(?:(?P<late2>{LATE})|(?P<early2>{EARLY}))",
    re.IGNORECASE,
)
SOMEHOW = re.compile(
    rf"\b(?:only|keep|just|whatever|the\s+one|(?:we|i)\s+(?:want|need|take))\b[^.;]*?\b(?:(?P<late>{LATE}|most\s+recently|lastly)|(?P<early>{EARLY}))\b",
    re.IGNORECASE,
)
"""Asks for one of several rows, the last or the first of them."""
PER = re.compile(
    r"\b(?:per|for\s+each|for\s+every|of\s+each|of\s+every|by|each|every|for\s+one|of\s+one|of\s+the\s+same|for\s+the\s+same|with\s+the\s+same|same|within(?:\s+a)?)\s+"
    r"(?P<keys>‹c\d+›(?:\s*(?:,|and|\+|/)\s*‹c\d+›)*)",
    re.IGNORECASE,
)
TIE = re.compile(
    rf"\b(?:ties?|equal|same|then|second)\b(?:[^‹]|‹c\d+›\s*[>,:=-])*?(?:(?P<late>higher|later|bigger|newer|larger|greater|younger|{LATE})|(?P<early>lower|earlier|smaller|older|{EARLY}))"
    rf"\s+(?:one\s+by\s+|by\s+)?{C}",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"^\s*(?:\d[.)]\s*)?(?:and\s+)?(?:after\s+(?:that|(?:picking|choosing|taking|keeping|selecting)\s+the\s+(?:latest|last|newest|most\s+recent|current)(?:\s+(?:row|one|copy|version|record))?)|afterwards?|then|thereafter|only\s+then|once\s+(?:you|we|that|this|it)\b|"
    r"if\s+(?:that|this)\s+(?:last|latest|newest|current|kept|chosen|remaining|most\s+recent|one\s+)(?:row|record|version|entry)?\b|(?:when|where)\s+(?:that|this)\s+(?:last|latest|newest|current|most\s+recent)\b|(?:from|of|among)\s+(?:these|those|them|what\s+(?:is\s+left|remains)))\b",
    re.IGNORECASE,
)
NESTED = re.compile(
    r"^(?!.*\b(?:and|or)\s+(?:(?:[\w-]+\s+){0,3}(?:that|which|who|whose)|those|ones|the\s+ones|such|all|also|with|without)\b).*\b(?:that|which|who|whose)\b",
    re.I | re.S,
)
"""A condition on rows that another one has named, and not on further rows."""
OR = re.compile(r"\bor\b", re.IGNORECASE)
PIECES = re.compile(
    r"\s*,\s+(?!(?:which|that|who|whose|because|since|as|so)\b)(?:and\s+|but\s+)?|\s+(?:but|while|whereas)\s+",
    re.IGNORECASE,
)
SHORT = (
    (re.compile(r"\bw/o\b", re.IGNORECASE), "without"),
    (re.compile(r"\bw/(?=\s|\w)", re.IGNORECASE), "with "),
    (re.compile(r"\bexcl\.?(?=\s)", re.IGNORECASE), "excluding"),
    (re.compile(r"\bincl\.?(?=\s)", re.IGNORECASE), "including"),
    (re.compile(r"\brecs?\b\.?", re.IGNORECASE), "record"),
    (
        re.compile(
            r"\s*\(\s*(?:but|and|they|it|still)\s+(?:\w+\s+)?(?:stays?|remains?|kept)\s+in\s+[\w ]+\)",
            re.IGNORECASE,
        ),
        "",
    ),
)
"""Words as people in a hurry shorten them, and an aside that says that rows that go here are elsewhere all the same."""
