"""What windows compute, and the parts in which their keys, order and frame are told, as regular expressions."""

from __future__ import annotations

import re

_N = (
    r"[A-Za-z_][\w.]*(?:\s(?!by\b|per\b|in\b|of\b|for\b|and\b|then\b|with\b|within\b|over\b|desc|"
    r"asc|high|low|new|old|late|earl|first\b|when\b|both\b|all\b|order)[A-Za-z]\w*){0,2}"
)
_DOWN = (
    r"desc(?:ending)?|(?:highest|largest|biggest|newest|latest|most\s+recent|best|greatest)\s+(?:first|"
    r"=\s*1|is\s+1|on\s+top)|from\s+(?:high|highest|newest|largest)\s+to\s+(?:low|lowest|oldest|"
    r"smallest)|falling|in\s+descending\s+order"
)
_UP = (
    r"asc(?:ending)?|(?:lowest|smallest|oldest|earliest)\s+(?:first|=\s*1|is\s+1|on\s+top)|from\s+(?:low|"
    r"lowest|oldest|smallest)\s+to\s+(?:high|highest|newest|largest)|rising|in\s+ascending\s+order"
)
WHAT = tuple(
    (name, re.compile(rf"^(?:the\s+|a\s+|an\s+)?{shape}", re.IGNORECASE))
    for name, shape in (
        ("dense", r"dense[\s_-]?rank(?:ing)?\b"),
        ("rank", r"(?:rank(?:ing)?|position|place|standing)\b"),
        (
            "number",
            r"(?:row[\s_-]?number|running\s+number|sequence(?:\s+number)?|consecutive\s+number|"
            r"sequential\s+number|ordinal(?:\s+number)?|counter)\b",
        ),
        (
            "running",
            rf"(?:running|cumulative|accumulated|cumulated)\s+(?:total|sum|amount|count|"
            rf"balance)?\s*(?:of\s+|over\s+)?(?:the\s+)?(?P<of>{_N})",
        ),
        (
            "moving",
            rf"(?P<rows>\d+)[\s-]+(?:(?P<unit>day|month|week)|row|period|match|game|value|entry)s?\s+(?:moving|"
            rf"rolling|trailing)\s+(?P<agg>average|mean|sum|total|min(?:imum)?|max(?:imum)?)\s+(?:of\s+|"
            rf"over\s+)?(?:the\s+)?(?P<of>{_N})",
        ),
        (
            "moving",
            rf"(?:(?:moving|rolling|trailing)\s+)?(?P<agg>average|mean|avg|sum|total|min(?:imum)?|"
            rf"max(?:imum)?)\s+(?:of\s+)?(?:the\s+)?(?P<of>{_N})\s+(?:over|of|across|in|"
            rf"from)\s+(?:the\s+)?(?:last|previous|latest|preceding|most\s+recent)\s+(?P<rows>\d+)\s+(?:rows?"
            rf"|records?|(?P<unit>month|day|week)s?|matches|games|periods?|values?|entries|orders?)(?:\s*[,(]?\s*(?"
            rf":including|incl\.?|and)\s+(?:the\s+)?(?:current|this)(?:\s+(?:one|row|\w+))?\)?)?",
        ),
        ("lag", rf"(?:previous|prior|preceding|last)\s+(?:value\s+of\s+)?(?:the\s+)?(?P<of>{_N})"),
        ("lead", rf"(?:next|following|subsequent)\s+(?:value\s+of\s+)?(?:the\s+)?(?P<of>{_N})"),
        (
            "share",
            rf"(?:share|percentage|proportion|fraction|part)\s+(?:of\s+)?(?:the\s+|its\s+)?(?P<of>{_N})\s+(?:"
            rf"in|of|among|within)\s+(?:the\s+|all\s+)?(?:total|sum|overall|whole|grand\s+total)(?:\s+(?:of\s+"
            rf")?(?:the\s+)?(?P<again>{_N}))?",
        ),
    )
)
PARTS = tuple(
    (name, re.compile(shape, re.IGNORECASE))
    for name, shape in (
        (
            "both",
            rf"[\s,(]*\b(?:both|all|each|everything|all\s+of\s+them)\s+(?:(?P<down>{_DOWN})|(?P<up>{_UP}))\b\)?",
        ),
        ("down", rf"[\s,(]*\b(?:{_DOWN})(?![\w])\)?"),
        ("up", rf"[\s,(]*\b(?:{_UP})(?![\w])\)?"),
        (
            "default",
            r"[\s,;(]*(?:default(?:s|ing)?(?:\s+to)?\s+|else\s+|otherwise\s+)?(?P<value>0|"
            r"zero|false|null|none|empty|no\s+value)(?:\s+(?:(?:if|when|where|for)\s+(?:there\s+(?:is|"
            r"was)\s+)?(?:none|no\s+(?:previous|next|such|earlier|later)?\s*(?:one|row|"
            r"value|record)?|the\s+first(?:\s+(?:one|row|record))?|the\s+last(?:\s+(?:one|"
            r"row|record))?|missing)))?\)?$",
        ),
        (
            "keys",
            rf"[\s,;(]*\b(?:per|within(?:\s+(?:each|every|the|the\s+same|a))?|for\s+(?:each|"
            rf"every|the\s+same|one)|in\s+(?:each|every|the\s+same)|of\s+(?:each|every|the\s+same|"
            rf"the|a)|partition(?:ed)?\s+by|among\s+(?:the\s+\w+\s+of\s+)?(?:the\s+same|each|"
            rf"one|a)|inside\s+(?:a|each|the)|across\s+(?:the\s+)?same|grouped\s+by)\s+(?P<keys>{_N}(?:\s*(?:,"
            rf"|\+|&|\band\b)\s*(?!then\b){_N})*)\)?",
        ),
        (
            "order",
            rf"[\s,;(]*\b(?:(?:order(?:ed|ing)?|sort(?:ed|ing)?|rank(?:ed)?|number(?:ed)?|"
            rf"counted)\s+(?:by|on|along)|by|in\s+(?:the\s+)?order\s+of|according\s+to|based\s+on|"
            rf"along|over|following)\s+(?:the\s+)?(?P<order>{_N})",
        ),
        (
            "then",
            rf"[\s,;(]*(?:and\s+)?(?:then|afterwards|next|secondly|ties?\s+(?:are\s+)?(?:broken|"
            rf"decided|resolved)?\s*by|on\s+(?:a\s+)?ties?|in\s+case\s+of\s+(?:a\s+)?ties?)\s*(?:by\s+)?(?:the"
            rf"\s+)?(?P<order>{_N})\)?",
        ),
        ("and", rf"\s*(?:,|\band\b)\s*(?:by\s+)?(?:the\s+)?(?P<order>{_N})"),
        (
            "filler",
            r"[\s,;.()]+|\b(?:starting\s+(?:with|at)\s+1|from\s+1|up\s+to\s+and\s+including\s+(?:the\s+)?(?"
            r":current|this)(?:\s+\w+)?|so\s+far|to\s+date|including\s+(?:the\s+)?(?:current|"
            r"this)(?:\s+\w+)?|over\s+time|of\s+the\s+(?:row|record))",
        ),
    )
)
