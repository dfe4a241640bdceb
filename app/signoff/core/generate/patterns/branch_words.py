"""The words around the branches of a rule, as templates."""

from __future__ import annotations

_IF = "(if|when|where|whenever|in case|for|in case of|for all|wenn|falls|si|cuando)"
_IF_INSIDE = (
    "(if|when|where|whenever|in case|in case of|as long as|only if|only when|provided that|"
    "provided|for|for all|"
    "for those with|for values|for value|for code|for codes|for rows where|for records where|"
    "if and only if|iff|"
    "wenn|falls|si|cuando)"
)
_THEN = (
    "(then|, then|; then|->|, ->|:|, :|gives|becomes|means|results in|leads to|then ->|then =|"
    "return|, return|set|, set|load|, load|use|, use|populate|, populate|put|, put|take|, take|, map|map to|"
    "flag as|, flag as|flag|, flag|mark as|, mark as|set flag to|, set flag to|dann|alors|entonces)"
)
VALUE_LEAD = (
    "[(then|just|only)] (set|set to|set as|set value to|set this to|set §s to|set flag to|"
    "set flag as|set it to|set "
    "column to|set target to|populate|populate with|populate as|load|load as|load with|use|return|take|put|"
    "map to|map as|map §s to|flag|flag as|flag with|flag =|mark|mark as|mark with|value|value "
    "is|value =|assign|"
    "assign to|output|write|display|show|show as|indicate|indicate as|insert|it is|§s is|"
    "treat as|classify as|categorise as|categorize as|label|label as|should be|must be|will be|shall be|is|=|"
    "result is|result|give|gives|to) [:] {v:any}"
)
"""A verb before a value: set to Y, flag as N."""
IF_FIRST = (
    f"{_IF} {{c:most}} {_THEN} {{v:any}}",
    f"{_IF} {{c:most}} , {{v:any}}",
    f"{_IF} {{c:any}} {{v:q}}",
    f"{_IF} {{c:any}} = {{v:any}}",
    "{c:most} then {v:any}",
)
VALUE_FIRST = (
    f"{{v:any}} [,] {_IF_INSIDE} {{c:any}}",
    f"{{v:any}} (:|=|->) {_IF_INSIDE} {{c:any}}",
    f"{{v:any}} \\( {_IF_INSIDE} {{c:any}} \\)",
)
VALUE_THEN_BRACKET = ("{v:any} \\( {c:any} \\)",)
ARROWS = (
    r"(?:, )?-> ",
    r": ",
    r"(?:, )?then ",
    r"(?:stands for|refers to|corresponds to|equates to|translates? (?:in)?to|"
    r"(?:is |are |to be )?(?:mapped|converted|translated|changed|turned|set|replaced|shown|"
    r"stored|loaded|displayed|coded) (?:to|"
    r"into|as|by|with)|becomes?|"
    r"means?|gives?|results? in|counts? as|goes to|maps? to) ",
    r"= ",
    r"to ",
    r"with ",
    r"by ",
    r"as ",
    r"is ",
    r"are ",
    r"for ",
    r"- ",
)
"""Signs between a condition and its value, the surest first."""
_OTHERS = (
    "(else|otherwise|or else|if not|if none|others|other|all others|all other|any other|anything "
    "else|everything else|"
    "every other|rest|all else|all rest|for all others|for others|for all rest|for rest|for anything else|"
    "for everything else|for any other|for every other|in all other cases|in other cases|in any other case|"
    "in all others|remaining|for all remaining|default|by default|if none of these|if none "
    "of above|none of above|"
    "none of these|unmapped|unmatched|not listed|sonst|andernfalls|ansonsten|sinon|autrement|"
    "si no|de lo contrario) "
    "[(value|values|code|codes|case|cases|ones|entries|records|rows|status|statuses|combinations|"
    "number|numbers|"
    "ranges|§s|letter|letters|text|texts|of them)]"
)
OTHERWISE = (
    f"[and] {_OTHERS} [(,|:|->|=|is|are|-|to|as|then|will be|should be|becomes|become|map "
    "to|mapped to|get|gets)] "
    "[(to|set|set to|load|use|populate|return|put|map to|flag as|flag|mark as|set flag to|"
    "set as|value|show|write|"
    "default to|leave|§s is|§s =|it is)] {v:any}",
)
OTHERWISE_LAST = (
    f"{{v:any}} [(,|=|:|->)] [(for|in|as)] {_OTHERS}",
    "{v:any} (if|when) (not|none of these|none of them|none applies|§s is not|§s does not)",
    "[(set|load|use|return|populate)] {v:any} \\( (else|otherwise|default|others) \\)",
)
DEFAULT_FIRST = (
    "(default|defaults|defaulted|default value|initially) [(to|is|=|:|as|value)] {v:any}",
    "[(set|set to)] {v:any} (by default|as default|as standard|in general|normally|usually|\\( default \\))",
    "(normally|usually|generally|in general) [(set|set to|load)] {v:any}",
)
UNLESS = (
    "{v:any} [,] (unless|except when|except if|except where|except for) {c:any} [,] (in which "
    "case|then|when it is|"
    "where it is|in that case|then it is|then set) [(set to|load|use|set)] {w:any}",
    "{v:any} [,] [but] (unless|except when|except if|except where|except for) {c:any} (->|"
    ":|=|\\() {w:any} [\\)]",
)
_PAIR = "[{pair:word}] [/]"
FLAGGED = (
    "[(set|derive|populate|create|build)] [a] [(flag|indicator|boolean|binary)] [(field|value|column)] "
    "[(as|to|with|=)] [\\(] {pair:pair} [\\)] [(flag|indicator|boolean|field|value)] (:|,|"
    "-|.|;|->|=|;) {rest:any}",
    "[(set|derive|populate|create|build)] [a] {pair:pair} (flag|indicator|boolean|field) {rest:any}",
)
"""A lead that names both values of a flag: Y/N flag, 1/0: …"""
_COLUMN = (
    "[(value|values|code|codes|of|for|from|field|column|status|incoming|source|all|by|on|based on)] {s} "
)
_COLON = "[(:|as follows|as follows :|as below|as below :|->|using|with|by|based on|on|as|into|to|-|=)]"
LEADS = (
    "(map|mapping|mapped|translate|translation|decode|convert|conversion|transform|recode|"
    "derive|derived|derivation|"
    "bucket|buckets|band|bands|banding|banded|group|grouped|grouping|categorise|categorize|category|classify|"
    "classification|replace|switch|set|set flag|set indicator|code list|codes|values|value "
    "list|value map|value "
    "mapping|lookup list|list of values|lov|valid values|allowed values|flag|flag is|flagged|"
    "indicator|indicator is|"
    "boolean|rule|logic|mapping table|decode table|case statement|change|rename|label|"
    f"assign) {_COLUMN} [(codes|values|code|bands|band|buckets|ranges|range|list)] {_COLON} "
    f"[\\(] {{rest:any}} [\\)]",
    "{s} [(codes|values|code|bands|band|buckets|ranges|groups|classes)] (:|as follows|as "
    "follows :|->|is mapped as|"
    "is mapped as follows|mapped as follows|mapped as|mapping|decoded as|grouped as|is decoded "
    "as|banded as|in bands) "
    "[(:|-)] {rest:any}",
    "(value|§s|field|column|flag|indicator|this|target|result) (is|=|should be|must be|will "
    "be|shall be|needs to be|"
    "to be) [(set to|set as|set|populated with|populated as)] {rest:any}",
    "(is|=|should be|must be|will be|shall be|needs to be|to be) [(set to|set as|set|populated "
    "with)] {rest:any}",
    "(set|set to|set as|derive as|populate as|populate with|calculate as|load|load as|flag|"
    "flag as|flag =|flag :|"
    "indicator|indicator :|mark as|mark with|mark|returns|return|assign|display|show|show as|shows) {rest:any}",
)
"""What leads up to the branches and says nothing of its own, but for the column they are about."""
BREAKS = (
    r"(?:; |\. )(?:and |but )?",
    r"(?:(?:; |\. |, )(?:and |but )?|\( )(?=(?:else|otherwise) )",
    r"(?:; |\. |, )?(?=(?:else if|otherwise if|or if|and if|if|when|else|otherwise|in all "
    r"other cases|all others) )"
    r"(?:(?:else |otherwise |or |and )(?=if ))?|; |\. ",
    r"(?:; |\. |, )(?:and |but |or )?",
    r"(?:; |\. |, |and )(?:and |but )?|(?<=\S )(?=(?:else|otherwise) )",
    r"(?:/ |\| )(?:and )?",
    r"(?:/ |\| |, |; )(?:and )?|(?<=\S )(?=(?:else|otherwise) )",
)
EXCHANGES = frozenset(("replace", "change", "blank", "exchange", "set", "convert"))
"""Verbs before a single branch that exchange a value for none: all others stay."""
_INTO = "[(flag|flags|values|codes|indicator)] (to|into|as|->|=|becomes|become)"
PAIRED = (
    f"[from] {{c:any}} {_INTO} {{v:any}} (,|;) (else|otherwise|all others|others|default|other) "
    f"[(to|->|=|:)] {{w:any}}",
    f"[from] {{c:any}} {_INTO} {{v:any}}",
)
"""Two lists with a slash between their parts."""
