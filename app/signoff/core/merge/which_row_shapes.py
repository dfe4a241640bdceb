"""How the one row of several that stays is told, part by part, as regular expressions."""

from __future__ import annotations

import re

from signoff.core.merge.names import word_set

FALLING = "latest|last|newest|most recent|youngest|highest|largest|biggest|greatest|maximum|max|current|top"
_RISING = "first|earliest|oldest|lowest|smallest|minimum|min"
_WHICH = rf"(?P<which>{FALLING}|{_RISING})"
NAME = r"[A-Za-z_][\w.]*"
_NO_NAME = (
    r"(?!(?:by|with|order(?:ed)?|sort(?:ed)?|rank(?:ed)?|the|ties?|then|only|keep|take|use|latest"
    r"|last|first|when|and|having|based|according|newest|earliest|oldest|highest|lowest)\b)"
)
_NAMES = (
    rf"(?:the\s+|its\s+)?{_NO_NAME}{NAME}(?:(?:\s*,\s*(?!and\b)|\s*(?:,\s*and\b|\+|&|/|\band\b)\s*(?:the\s+)?)"
    rf"{_NO_NAME}{NAME})*"
)
ROW = "row"
ROWS = word_set("row record entry entrie line version one occurrence copy item value")
_DOWN = (
    r"desc(?:ending(?:ly)?)?|(?:newest|latest|most\s+recent|highest|largest|biggest|last|greatest)\s+(?:first"
    r"|on\s+top)|in\s+descending\s+order|falling"
)
_UP = r"asc(?:ending(?:ly)?)?|(?:oldest|earliest|lowest|smallest)\s+(?:first|on\s+top)|in\s+ascending\s+order|rising"
_ORDER_WORDS = (
    r"(?:(?:when|if|once|after|as)\s+)?(?:(?:ordered|order|ordering|sorted|sort|sorting|ranked|numbered)\s+(?:by"
    r"|on|along)|by|in\s+(?:the\s+)?order\s+of|"
    r"according\s+to|based\s+on|judged\s+by|going\s+by|measured\s+by|in\s+terms\s+of|using|decided\s+by"
    r"|determined\s+by)"
)
_KEY_WORDS = (
    r"(?:per|for\s+(?:each|every|one|the\s+same|any)|of\s+(?:each|every|one|the\s+same|a|the)|within(?:\s+(?:each"
    r"|every|one|the\s+same|a|the))?|"
    r"partition(?:ed)?\s+by|grouped\s+by|over|with\s+the\s+same|sharing\s+the\s+same|for\s+a(?:\s+given)?|in\s+each|"
    r"(?:dedup\w*|duplicates?|unique|distinct)(?:\s+(?:rows?|records?))?\s*(?:,\s*)?(?:on|by|per|over"
    r"|in|for|of|regarding|with\s+the\s+same|by\s+the\s+same)|one\s+(?:row|record|line)\s+(?:per|for\s+each"
    r"|by))"
)
_WAY = (
    r"(?P<way>highest|higher|latest|later|newest|newer|youngest|largest|larger|greatest|biggest|bigger|max|"
    r"lowest|lower|earliest|earlier|oldest|older|smallest|smaller|min)"
)
_TIED = (
    r"(?:(?:(?:two|both|several|some|they|these|those|dates?|days?|times?|rows?|values?|that|it)\s+)*(?:(?:are|is|fall|share|have|has)\s+)?"
    r"(?:on\s+)?(?:equal|tied|identical|the\s+same(?:\s+(?:day|date|time|value))?|one\s+day|a\s+tie)|there\s+is\s+a\s+tie|(?:a\s+)?ties?)"
)
"""Says that rows are equal in what decides: ``if two fall on one day``."""
_BETWEEN_EQUALS = (
    r"(?:(?:equal|identical|the\s+same|same)\s+(?:days?|dates?|times?|moments?|values?|ones?|rows?)|if\s+(?:they\s+are\s+)?equal|if\s+the\s+same"
    rf"|(?:if|when|where)\s+{_TIED})"
)
PARTS = tuple(
    (name, re.compile(shape, re.IGNORECASE))
    for name, shape in (
        (
            "listed",
            rf"[\s,]*\(\s*(?:(?:sorted|ordered|order)\s+by\s+|by\s+)?(?P<order>{NAME})(?P<order_down>\s+(?:{_DOWN}))?(?P<order_up>\s+(?:{_UP}))?"
            rf"\s*(?:,|\band\b)\s*(?:then\s+)?(?:by\s+)?(?:the\s+)?(?:{_WAY}\s+)?(?P<tie>{NAME})(?P<down>\s+(?:{_DOWN}))?(?P<up>\s+(?:{_UP}))?"
            rf"(?:\s+(?:if|when|where)\s+{_TIED})?\s*\)",
        ),
        (
            "tied",
            rf"[\s,;:(]*(?:and\s+|then\s+|but\s+)*(?:(?:on|at|for|of|with|in\s+case\s+of|between|among)\s+)?{_BETWEEN_EQUALS}\s*[,:]?\s*"
            rf"(?:the\s+)?(?:one\s+with\s+(?:the\s+)?)?{_WAY}\s+(?P<tie>{NAME})(?:\s+(?:wins|counts|decides))?\)?",
        ),
        (
            "tied",
            rf"[\s,;:(]*(?:and\s+|then\s+|but\s+)*(?:the\s+)?(?:one\s+with\s+(?:the\s+)?)?{_WAY}\s+(?P<tie>{NAME})\s+"
            rf"(?:if|when|where|for|on|in\s+case)\s+{_TIED}(?:\s+(?:wins|counts|decides))?\)?",
        ),
        (
            "ties",
            rf"[\s,;(]*(?:(?:on|at|in\s+case\s+of|with|for)\s+(?:a\s+)?)?(?:ties?|draws?|equality)\s*(?:(?:is|"
            rf"are)\s+)?(?:broken|resolved|decided|settled|go|goes)?\s*(?:by|to|with|on|:|"
            rf",)?\s*(?:the\s+)?(?P<way>higher|highest|lower|lowest|later|latest|earlier|earliest|"
            rf"larger|largest|smaller|smallest|bigger|max|min)?\s*(?P<tie>{NAME})(?P<down>\s+(?:{_DOWN}))?(?P"
            rf"<up>\s+(?:{_UP}))?(?:\s+(?:wins|counts|decides))?\)?",
        ),
        (
            "then",
            rf"[\s,;(]*(?:and\s+)?then\s+(?:by\s+)?(?:the\s+)?(?P<way>higher|highest|lower|"
            rf"lowest|later|latest|earlier|earliest|larger|largest|smaller|smallest|max|min)?\s*(?P<tie>{NAME}"
            rf")(?P<down>\s+(?:{_DOWN}))?(?P<up>\s+(?:{_UP}))?",
        ),
        ("shown", rf"\s*\(\s*(?P<order>{NAME})\s*\)"),
        ("down", rf"[\s,;(]*\b(?:{_DOWN})\b\)?"),
        ("up", rf"[\s,;(]*\b(?:{_UP})\b\)?"),
        ("keys", rf"[\s,;:(-]*\b{_KEY_WORDS}\s+(?:key\s+)?(?P<keys>{_NAMES})\)?"),
        ("order", rf"[\s,;:(-]*\b{_ORDER_WORDS}\s+(?:the\s+)?(?:{_WHICH}\s+)?(?P<order>{NAME})\)?"),
        (
            "with",
            rf"[\s,;:(-]*\b(?:with|having|has|whose|carrying|of|where)\s+(?:the\s+|its\s+|"
            rf"a\s+)?{_WHICH}\s+(?P<order>{NAME})\)?",
        ),
        (
            "first_of",
            r"[\s,;:(-]*\b(?:row[\s_]?number(?:\s*\(\s*\))?|rank|position|number|sequence)\s*(?:is\s+|"
            r"=\s*)?(?:1|one)?\b\)?",
        ),
        ("one", r"[\s,;]*(?:=|is)\s*(?:1|one)\b"),
        ("most", rf"[\s,;:(-]*\b(?:the\s+|its\s+)?{_WHICH}\s+(?P<order>{NAME})\)?"),
        (
            "keys",
            r"[\s,;:(-]*\b(?:where|if|when)\s+(?:an?|one|the|some)\s+(?P<keys>[A-Za-z]\w*)\s+has\s+"
            r"(?:several|more\s+than\s+one|multiple|two\s+or\s+more|many)(?:\s+(?:of\s+them|rows|records))?",
        ),
        (
            "happened",
            r"[\s,;:(-]*\b(?:that\s+(?:was\s+)?|which\s+(?:was\s+)?)?(?P<order>[a-z]+ed|begun|sent|paid)\s+"
            r"(?P<which>last|first|latest|earliest|most\s+recently)\b",
        ),
        ("further", rf"\s*[,;]\s*(?:and\s+)?(?:the\s+)?{_WAY}\s+(?P<tie>{NAME})\)?"),
        ("which", rf"[\s,;:(-]*\b{_WHICH}\b"),
        (
            "filler",
            r"[\s,;:()-]+|\b(?:the|a|an|only|just|keep|keeping|keeps|kept|take|taking|takes|"
            r"taken|use|used|load|loaded|select|pick|choose|retain|then|and|so|that|is|"
            r"are|be|it|one|1|single|wins|win|"
            r"stays|stay|applies|apply|counts|count|remains?|survives?|we|exactly|to|(?:of|among|amongst|from|out\s+of)\s+(?:them|these|those|all\s+these)(?!\s+(?:with|without|that|which|who|where|whose|having|in|of)\b)|(?:of|among)\s+(?:the\s+)?(?:several|remaining)|dedup\w*"
            r"|duplicates?|remove|removed|dropped|ignored|the\s+others?|rest|here|if|when|where|there"
            r"|several|multiple|"
            r"more\s+than\s+one|which|always|reduced?|down|in|case|matters|join(?:ed)?|with|row|rows|"
            r"record|records|entry|entries|line|lines|version|versions)\b",
        ),
        ("word", r"\b[A-Za-z][\w'-]*"),
    )
)
