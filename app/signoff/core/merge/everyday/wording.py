"""Words of everyday sentences on rows, by what they say becomes of rows."""

from __future__ import annotations

ROWS = r"(?:‹o›|rows?|records?|lines?|entry|entries|ones?|items?|everything|anything|all|those|cases|whatever|what)"
"""What a sentence calls the rows it speaks of."""
_BE = (
    r"(?:(?:is|are|was|were|get|gets|be|being|(?:will|can|could|should|shall|must|may|has\s+to|have\s+to"
    r"|need\s+to|needs\s+to)\s+(?:all\s+)?(?:be|get))\s+(?:all\s+|then\s+|simply\s+|just\s+|therefore\s+"
    r"|thus\s+|always\s+|to\s+be\s+|completely\s+)*)"
)
_DONE = (
    r"(?:thrown\s+(?:away|out)|taken\s+out|left\s+(?:out|behind|aside|away)|dropped|discarded|removed|ignored|skipped|excluded|deleted|rejected"
    r"|omitted|disregarded|suppressed|filtered(?:\s+(?:out|away))?|sorted\s+out|weeded\s+out|cut(?:\s+(?:out|off|away))?|lost|gone|out(?:\s+of\s+scope)?|void|irrelevant|unwanted|uninteresting|of\s+no\s+(?:interest|use|concern|relevance)"
    r"|kicked\s+out|put\s+aside|not\s+(?:to\s+be\s+)?(?:reported|loaded|wanted|needed|migrated|taken(?:\s+over)?|used|counted|relevant|of\s+interest|interesting|included|considered|kept|shown|in\s+scope|part\s+of\s+(?:it|this)|transferred|allowed|carried\s+over|brought\s+over|moved|processed))"
)
GO = (
    rf"(?:{_BE}{_DONE}|(?:(?:do|does|did|shall|should|must|may|will|can)\s+not|don[’']t|doesn[’']t|neither|never|no\s+longer)\s+(?:count|counts|come\s+in|belong\s+here|belong\s+in\s+(?:here|it)|appear|matter|go\s+in|get\s+in|show\s+up|come\s+along|be\s+(?:loaded|taken|shown|reported|counted|in(?:\s+it)?))"
    r"|(?:must\s+|has\s+to\s+|have\s+to\s+|should\s+|can\s+)?(?:go|goes)(?:\s+(?:out|away))?|(?:falls?|drops?)\s+(?:out|away)|stays?\s+(?:out|behind)|disappears?|vanish(?:es)?|(?:be\s+)?out)"
    r"(?:\s+(?:here|altogether|entirely|completely|too|as\s+well|please))?"
)
"""Behind rows: they go."""
_THEM = r"(?:them|those|these|it|all\s+of\s+(?:them|these))"
GO_THEM = (
    rf"(?:please\s+)?(?:so\s+)?(?:we\s+)?(?:(?:leave|take|throw|kick|sort|filter|cut|put"
    rf"|weed)\s+{_THEM}\s+(?:out|away|off|aside)|(?:drop|skip|ignore|exclude|remove|discard|omit|delete|forget"
    rf"|disregard)\s+{_THEM}|(?:do\s+not|don[’']t|never)\s+(?:load|take|report|count|show|use|migrate"
    rf"|include)\s+{_THEM})(?:\s+please)?"
)
"""Behind words on rows: an order that they go."""
GO_FIRST = (
    r"(?:(?:please\s+)?(?:we\s+|i\s+|you\s+)?(?:can\s+|should\s+|must\s+|may\s+|have\s+to\s+)?(?:(?:do\s+not|don[’']t|never|not)\s+(?:want(?:\s+to\s+(?:see|load|have))?|need|load|take|report|use|show|count|migrate|keep|include|consider|care\s+(?:about|for)|bring(?:\s+over)?|look\s+at|process)"
    r"|leave\s+(?:out|away|behind|aside)|throw\s+(?:away|out)|take\s+out|filter\s+out|sort\s+out|drop|skip|ignore|exclude|remove|discard|omit|delete|disregard|reject|forget(?:\s+about)?|get\s+rid\s+of|suppress)"
    r"|there\s+(?:must|should|may|shall)\s+be\s+no|nobody\s+(?:cares\s+about|needs|wants|is\s+interested\s+in)|we\s+are\s+not\s+interested\s+in|not\s+interested\s+in|(?:and\s+)?no|without|w/o|excluding|excl\.?|except(?:\s+for)?|not|minus)"
)
"""Before rows: they go."""
_WANT = (
    r"(?:want|take|need|load|keep|use|report|consider|count|look\s+at|include|migrate|show|deal\s+with"
    r"|care\s+about|see|like\s+to\s+(?:see|have)|want\s+to\s+(?:see|have|load)|bring\s+over)"
)
ONLY_FIRST = (
    rf"(?:(?:please\s+)?(?:we\s+|i\s+)?(?:(?:only|just)\s+{_WANT}|{_WANT}\s+(?:only|just|nothing\s+but)|(?:are|is)\s+only\s+interested\s+in|(?:limit|restrict)(?:ed)?\s+(?:it\s+|this\s+)?to|(?:only|just|nothing\s+but|solely))"
    r"(?:\s+(?:the|those|these|such|all))*)"
)
"""Before rows: no others stay."""
ONLY_BEHIND = (
    r"(?:only|(?:are|is)\s+(?:all\s+)?(?:we\s+)?(?:want|need|wanted|needed|of\s+interest)|count|are\s+(?:taken"
    r"|loaded|used|kept|counted|reported))"
)
"""Behind rows that `only` stands before."""
EMPTY = (
    r"(?:empty|missing|blank|null|not\s+(?:filled|set|given|known|there|present|available)|unknown|unfilled"
    r"|undefined)"
)
FILLED = r"(?:filled(?:\s+in)?|given|known|set|there|present|available|not\s+(?:empty|missing|blank|null))"
_FINE = (
    r"(?:is\s+|are\s+|=\s*|:\s*|->\s*)?(?:also\s+)?(?:fine|ok|okay|allowed|good|all\s+right|kept|keep"
    r"|stays?(?:\s+in)?|remains?|in|loaded|taken|counted|included|accepted|not\s+a\s+problem"
    r"|no\s+problem)(?:\s+too|\s+as\s+well)?"
)
EMPTY_STAYS = (
    rf"(?:(?:(?:an?\s+|the\s+|any\s+)?{ROWS})?\s*(?:with\s+|having\s+)?(?:an?\s+|the\s+)?(?:no|empty|missing|blank|null|unknown|without(?:\s+an?)?)(?:\s+(?:‹c\d+›|value|values|one|ones|entry|field|is|at\s+all))*\s+{_FINE}"
    rf"|(?:if\s+)?(?:it|they|‹c\d+›)\s+(?:may|can)\s+be\s+{EMPTY}|{EMPTY}\s+{_FINE}"
    rf"|(?:an?\s+)?(?:empty|missing|unknown|blank)\s+(?:‹c\d+›|value|one)\s+(?:is|means|counts\s+as)\s+(?:not?|no)\s+\w+)"
)
"""Says that rows without the value stay."""
EMPTY_GOES = (
    rf"(?:(?:and\s+)?(?:also\s+)?(?:those|the\s+ones|the\s+rows)?\s*(?:where|when|if|with)?\s*(?:it|they|this"
    rf"|that|the\s+value|‹c\d+›)?\s*(?:is|are|has|have)?\s*{EMPTY}(?:\s+(?:too|as\s+well|one|ones"
    rf"|values?))?(?:\s+{GO})?)"
)
"""Says that rows without the value go too."""
LIMITING = (
    r"\b(?:unless|if|except|only|provided|until|while|during|as\s+long\s+as|given|approved|when|whenever|but|other\s+than|"
    r"first|last|latest|not|never|no|nor|or|on\s+(?:\w+\s+)?(?:days?|\w+days))\b"
)
"""Words that say when something holds: a sentence with one that nothing accounts for stays as it stands."""
OTHERS_GO = (
    rf"(?:(?:and\s+)?(?:everything|anything|all|everybody)\s+else|(?:and\s+)?(?:all\s+)?(?:the\s+)?(?:others?"
    rf"|rest|remaining\s+(?:ones|rows|‹o›)))\s+{GO}"
)
"""Says once more that only what was named stays."""
