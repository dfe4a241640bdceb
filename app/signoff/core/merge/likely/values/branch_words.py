"""Words that stand around codes, ranges and conditions and the values they give."""

from __future__ import annotations

import re

QUOTED = r"'[^']*'|\"[^\"]*\"|“[^”]*”|‘[^’]*’"
CODE = rf"(?:{QUOTED}|[A-Z][A-Z0-9_-]*|\d+|[A-Za-z])"
WORD_CODE = (
    rf"(?:{CODE}|(?!(?:if|when|for|the|a|an|is|are|else|other|others|anything|everything|all|"
    rf"any|rest|no|not|nothing|none|only)\b)[a-z][\w-]+)"
)
_BETWEEN = r"\s*(?:/|\bor\b|\band\b|,|&|\+)\s*(?:(?:or|and)\s+)?"
CODES = re.compile(rf"(?:codes?\s+|values?\s+|an?\s+|the\s+)?(?P<codes>{CODE}(?:{_BETWEEN}{CODE})*)")
WORD_CODES = re.compile(rf"(?P<codes>{WORD_CODE}(?:{_BETWEEN}{WORD_CODE})*)")
BETWEEN = re.compile(_BETWEEN)
ANSWERED = re.compile(
    rf"(?:(?:the|it|this|source|our|their|he|she|they|who)\s+)*(?:[a-z]+\s+){{0,3}}?(?:is|was|=|equals|answered|says?|said|chose|has|holds?|reads?|ticked|shows?|contains?|with|of)\s+(?:an?\s+|the\s+)?(?P<code>{CODE})"
)
BEGINS = re.compile(
    rf"(?:.*\s)?(?:starts?|starting|begins?|beginning)\s+with\s+(?:an?\s+)?(?P<code>{CODE}|[\w-]+)(?P<more>(?:{_BETWEEN}{CODE})*)"
)
CONTAINS = re.compile(
    rf"(?:.*\s)?(?:contains?|containing|has|with|includes?)\s+(?P<code>{QUOTED})(?:\s+(?:in|inside|anywhere)\b.*)?"
)
SIGN = re.compile(
    r"\s*(?:=>|->|→|>(?=\s)|:|(?<![<>!])=)\s*|"
    r"\s+(?:(?:is|are)\s+(?:what\s+we\s+call|called|named|all|our|shown\s+as|for)|is|are|means?|becomes?|stands?\s+for|gives?|counts?\s+as|goes\s+(?:to|as)|ends?\s+up\s+as|"
    r"should\s+be|shall\s+be|will\s+be|(?:we|you|please|i)\s+(?:call|write|say|put|use|show|want|get|take)(?:\s+(?:it|them|that|this))?|gets?|turns?\s+into|to|as|then|says?|say|use|put|write)\s+",
    re.IGNORECASE,
)
FOR = re.compile(
    r"\s+(?:for|if|when|where|in\s+case\s+of|in\s+case|as\s+long\s+as|with|at|by|on|means)\s+", re.IGNORECASE
)
LEAD = re.compile(
    r"^(?:and\s+|but\s+|then\s+|so\s+)?(?:if|when|for|where|in\s+case\s+of|in\s+case|as\s+long\s+as)\s+",
    re.IGNORECASE,
)
_NOUN = r"[a-z][\w'’]*"
NOTHING = (
    rf"(?:(?:it\s+is\s+|it's\s+|there\s+is\s+|there's\s+|there\s+are\s+|an?\s+|the\s+|all\s+|also\s+)*"
    rf"(?:(?:missing|empty|blank|unknown)\s+(?!(?:is|are|or|and|means?|counts?|gets?|becomes?|gives?|ones?|values?|codes?|fields?)\b){_NOUN}|(?:empty|blank|missing|nulls?|nothing|none|absent|unknown)(?:\s+(?:or|and)\s+(?:empty|blank|missing|null|nothing|none))?(?:\s+(?:ones?|values?|codes?|fields?|cells?|entry|entries|too|as\s+well|also))*"
    rf"|no\s+{_NOUN}(?:\s+(?:of\s+)?{_NOUN}){{0,2}}?(?:\s+at\s+all)?|(?!(?:leave|leaves|left|stays?|keep|gets?|load|put|remains?)\b)(?:{_NOUN}\s+){{1,2}}?(?:is\s+)?(?:not\s+(?:given|known|filled|set|there|entered)|missing|empty|unknown|blank)|"
    rf"nobody\s+{_NOUN}(?:\s+{_NOUN})?|with\s+or\s+without\s+(?:an?\s+)?{_NOUN}|without\s+(?:an?\s+|any\s+)?{_NOUN}(?:\s+of\s+{_NOUN})?))"
)
REST = (
    rf"(?:(?:anything|everything|anybody|everybody|anyone|everyone|all)\s+else|(?:all|any|every|the)?\s*(?:of\s+)?(?:the\s+)?(?:others?|remaining|rest|remainder)\b(?:\s+(?!(?:is|are|means?|gets?|we|you|becomes?|it|for|if|in|when)\b){_NOUN}){{0,2}}QQ"
    rf"|otherwise|else|(?:in\s+)?(?:all|any|every)\s+other\s+{_NOUN}|(?:what(?:ever)?|whoever|who|anything)\s+else(?:\s+(?!(?:is|are)\b)[a-z]+){{0,2}}|whoever\s+(?:is\s+)?(?:left|remains)|what(?:ever)?\s+(?:is\s+)?(?:left|remains)|unknown\s+codes?|if\s+none\s+of\s+(?:these|those|them)(?:\s+{_NOUN})?|by\s+default|default)"
)
_ASIDE = (
    rf"(?:(?:\s*(?:,|\(|/|\bor\b|\band\b|\balso\b|\bincluding\b|\beven\b|\bso\s+(?:is|are|do|"
    rf"does)\b|\bif\b|\bfor\b|\bwhen\b))+\s*(?:also\s+|if\s+|for\s+|when\s+)*{NOTHING}(?:\s+(?:too|"
    rf"as\s+well|also))?\s*\)?)*\s*,?\s*"
)
_GIVES = (
    r"(?:(?:=>|->|→|:|=|>|,)\s*|(?:is|are|means?|becomes?|gives?|gets?|counts?(?:\s+as)?|goes\s+(?:to|as)|ends?\s+up\s+as|(?:reported|shown|treated|recorded|stored|counted|taken|loaded|marked|regarded)\s+as|should\s+be|shall\s+be|will\s+be|(?:for\s+|it\s+|we\s+|you\s+|please\s+|i\s+)*"
    r"(?:is|call|write|say|put|use|show|want|take|call\s+it)(?:\s+(?:it|them))?|as|to)\s+)*"
)
LABEL = rf"(?P<label>{QUOTED}|[^=:→>]+?)"
IS_REST = re.compile(
    rf"^(?!(?:others?|default|remaining)$)(?:for\s+|in\s+)?(?:{REST.replace('QQ', '')}|left)$", re.IGNORECASE
)
_REST_LONG, REST = REST.replace("QQ", ""), REST.replace("QQ", "?")
RESTS = (
    re.compile(
        rf"^(?:and\s+|but\s+)?(?:for\s+|in\s+|or\s+)?{_REST_LONG}(?!\w){_ASIDE}{_GIVES}{LABEL}$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:and\s+|but\s+)?(?:for\s+|in\s+|or\s+)?{REST}(?!\w){_ASIDE}{_GIVES}{LABEL}(?:\s*\((?:also\s+)?{NOTHING}\s*\))?$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{NOTHING}\s*(?:,|/|or|and)+\s*(?:also\s+)?{_REST_LONG}(?!\w){_GIVES}{LABEL}$", re.IGNORECASE
    ),
    re.compile(
        rf"^(?:and\s+|but\s+)?{LABEL}\s+(?:is\s+)?(?:for|in|if|when|=)?\s*{REST}(?!\w){_ASIDE}$",
        re.IGNORECASE,
    ),
)
MISSINGS = (
    re.compile(
        rf"^(?:and\s+|but\s+|or\s+)?(?:if\s+|when\s+|for\s+|where\s+|with\s+)?(?:[a-z]+\s+(?=without\b|with\b))?(?P<none>{NOTHING})(?!\w)\s*{_GIVES}{LABEL}$",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:and\s+|but\s+)?{LABEL}\s+(?:(?:is\s+)?(?:if|when|for|where|in\s+case\s+of|with)\s+)?(?P<none>{NOTHING})$",
        re.IGNORECASE,
    ),
)
ALL_BUT = re.compile(
    rf"^(?:anything|everything|whatever\s+is|any\s+(?:other\s+)?{_NOUN}|all)\s+(?:but|except|besides|other\s+than|not|not\s+in)\s+(?P<codes>.+?)(?:\s*(?:->|→|=|:)\s*|\s+(?:ends?\s+up\s+as|becomes?|is|are|counts?\s+as|goes\s+to|gives?|to)\s+){LABEL}$",
    re.IGNORECASE,
)
KEPT = re.compile(
    r"^(?:(?:stays?|remains?|is\s+kept|kept|keep|as)\s*)?(?:(?:it|they)\s+)?(?:as\s+(?:it|they)\s+(?:is|are)|as\s+is|unchanged|untouched|the\s+same)$",
    re.IGNORECASE,
)
FOLDS = re.compile(
    r"\b(?:either|any|which)\s+(?:case|casing|spelling)\b|\b(?:whatever|whichever|regardless\s+of|without\s+regard\s+to|ignor\w+|no\s+matter)\b[^,;.]*\b(?:case|casing|letters?|capitals?|spelling)\b|\bcase\s+(?:does|is|doesn)\b|\bcase[\s-]?insens(?:itive)?\b|"
    r"\b(?:small|lower[\s-]?case|lower|capital|upper[\s-]?case)\s*(?:letters?|case)?\s+(?:too|also|as\s+well|are\s+the\s+same|the\s+same|mean|means|count|counts|or\s+(?:small|capital|lower|upper))|"
    r"\balso\s+(?:in\s+)?(?:small|lower\s*case)\b|\bin\s+lower\s+case\s+are\s+the\s+same\b|\bsmall\s+letters\b|\bcasing\b[^;.]*\b(?:mess|mixed|varies|rely|inconsistent|differs)\b|"
    r"\b(?:a\s+)?capital\s+or\s+not\b|\((?:ci|any\s+case|case[\s-]insensitive)\)|\bci\b|\bcase\s+varies\b|\bmixed\s+case\b",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    rf"^(?:(?:also|even|including|and\s+so|and|or|so)\s+(?:\w+\s+){{0,2}}?(?:when|if|for|where|without|no|does|do|is|are)\b.*|(?:also\s+|or\s+|and\s+)*{NOTHING}|"
    r"with\s+or\s+without\b.*|e\.?\s?g\b.*|for\s+example\b.*|(?:the\s+)?source\s+(?:has|holds)\b.*|"
    r"(?:both|these|they)\s+are\s+.*|compare\b.*|in\s+(?:either|any)\s+case|.*\bare\s+the\s+same|.*\bsmall\s+letters\b.*|don'?t\s+rely\s+on\s+it|"
    r"whether\b.*\bor\s+not|[a-z ]*\bdon'?t\s+matter|please|as\s+agreed)$",
    re.IGNORECASE,
)
HEAD = re.compile(
    r"^(?:(?:the\s+)?first\s+(?:match|hit|one|rule|line|condition)?\s*(?:that\s+(?:fits|matches|applies|holds|is\s+true)|which\s+(?:fits|applies)|wins|counts|counting)|(?:case\s+)?(?:from\s+)?top\s+(?:down|to\s+bottom)|in\s+this\s+order|"
    r"take\s+the\s+first\s+(?:that|which)\s+\w+|checked?\s+in\s+this\s+order|(?:case|depends|one\s+of\s+these))\s*[:,-]\s*",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"^(?:by|according\s+to|depending\s+on|depends\s+on|it\s+depends\s+on|based\s+on|from|per|after|going\s+by)\s+(?:the\s+)?(?P<what>[^:,.;=]+?)\s*:\s*|"
    r"[,;.]\s*(?:by|according\s+to|depending\s+on|based\s+on|going\s+by)\s+(?:the\s+)?(?P<what2>[^:,.;=]+?)(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
CLEANED = re.compile(
    r"^(?:(?:in\s+)?(?P<case>upper|lower|small|capital)(?:[\s-]?case|\s+letters|ed|s)?|(?P<case2>uppercased|"
    r"lowercased)|trim(?:med)?|without\s+(?:spaces|blanks)[\w ]*)$",
    re.IGNORECASE,
)
IS_NOTHING = re.compile(r"(?:missing|empty|blank|unknown)\s+\w+.*", re.IGNORECASE)
ONLY_FOLDS = re.compile(r"^(?!.*(?:=|->|→|:|\bif\b|\bwhen\b))(?:(?!\b[A-Z]{2,}\b).)*$")
"""A piece that says nothing but how letters are written."""
BRACKETS = re.compile(
    rf"\s*\((?:(?:also|and|or|even|incl(?:uding|\.)?|e\.?\s?g\.?|for\s+example|like)\b[^()]*|{NOTHING}|[^()]*\b(?:too|as\s+well|also|etc\.?)\.?|ci|case[\s-]insensitive|any\s+case)\)",
    re.IGNORECASE,
)
"""What stands in brackets and changes nothing."""
TAILS = re.compile(
    r",\s*(?:and\s+|or\s+)?(?:so\s+(?:does|do|is|are)|also\s+(?:if|when|for|where|without|with)|even\s+(?:if|when)|including|with\s+or\s+without|whether)\b[^,;.]*(?=\s*(?:[;.]|$))",
    re.IGNORECASE,
)
"""What is said behind a case and changes nothing."""
ELSE_IF = re.compile(r"^(?:and\s+)?(?:otherwise|else|if\s+not)\s*[:,]?\s+", re.IGNORECASE)
WHO = re.compile(
    r"\s+(?:for\s+whom|who|whose|that|which|where|with|and|but)\s+(?=(?:we|they|it|there|no|not|is|are|has|have|do|does)\b)",
    re.IGNORECASE,
)
ELLIPSIS = re.compile(rf"^(?P<codes>{CODE}(?:{_BETWEEN}{CODE})*)\s+for\s+(?P<label>[A-Z][\w -]*)$")
TWO_CASES = re.compile(r"\b(?:and|or)\s+(?:[A-Z0-9]{1,4}|\d+)\b|^[^'\"]*['\"][^'\"]*$")
"""A value that has a further code in it, or an end of quotes."""
INTRO = re.compile(r"^(?:we|you|please|i)\s+(?:write|use|put|say|show|call|want|take|load)\s+", re.IGNORECASE)
IN_BRACKETS = re.compile(rf"^(?P<codes>{CODE})\s*\((?P<label>[^()]+)\)$")
VERBS = re.compile(
    r"\b(?:is|are|was|we|call|get|gets|depends|varies|based|according|see|ask|use|trim|upper|lower|round|rounded|cast|convert|copy|take|look|lookup|join|sum|count|divide|divided|date|if|when|where|then|plus|minus|times|multiplied|"
    r"starts?|begins?|contains?|has|have|does|because|but|which|who|that|only|until|unless|except)\b",
    re.IGNORECASE,
)
