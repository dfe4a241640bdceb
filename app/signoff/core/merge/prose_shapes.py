"""How people say in notes where rows come from: joins, driving tables, grain, grouping, filters, unions."""

from __future__ import annotations

import re

from signoff.core.domain.spec import StepKind

_T = r"(?:the\s+|table\s+|a\s+)*(?P<table>[\w.$\"\[\]]+(?:\s+(?!on\b|by\b|using\b|via\b)[\w.$]+){0,3}?)(?:\s+table)?"
_KIND = r"(?P<kind>left|inner|full|right|cross)?(?:\s+outer)?"
_ON = (
    r"(?:\s*,?\s*\(?(?:(?<=\w):(?=\s)|(?:on|using|via|over|by|based\s+on|through|matching(?:\s+on)?|where|with)\b)"
    r"\s*:?\s*(?P<on>.+?)\)?)?"
)
JOINS = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE | re.DOTALL)
    for shape in (
        rf"{_KIND}[\s-]*join(?:ed|s)?\s+(?:with\s+|to\s+|in\s+|on\s+)?{_T}(?:\s+as\s+(?P<alias>\w+))?{_ON}",
        rf"{_T}\s+(?:is\s+|are\s+|gets?\s+)?{_KIND}[\s-]*joined(?:\s+(?:to|with)\s+(?:it|them|that|this))?{_ON}",
        rf"(?P<look>look(?:ed)?[\s-]?up)\s+(?:in\s+|from\s+)?{_T}{_ON}",
        rf"(?P<look>match(?:ed)?)\s+(?:with\s+|to\s+|against\s+)?{_T}{_ON}",
        rf"{_T}\s*:\s*(?:is\s+|are\s+)?{_KIND}[\s-]*(?P<look>join(?:ed)?|look(?:ed)?[\s-]?up|matched){_ON}",
        rf"(?P<look>add|attach|bring\s+in|enrich(?:ed)?(?:\s+(?:with|by))?|plus)\s+{_T}{_ON}",
    )
)
TWO = re.compile(
    r"^(?:from\s+)?(?P<left>[\w.$\"]+)(?:\s+(?:as\s+)?(?P<left_alias>(?!(?:left|inner|full|right|cross|outer|"
    r"is|join\w*)\b)\w+))?\s+(?:is\s+)?"
    r"(?P<rest>(?:(?:left|inner|full|right|cross)\s+)?(?:outer\s+)?join(?:ed)?\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
DRIVING = tuple(
    re.compile(rf"^{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:the\s+)?(?:driving|driver|driven\s+by|main|base|leading|anchor|start|start(?:s|ing)?\s+"
        rf"point)\s*(?:[:=]|\s+is)\s*{_T}",
        rf"(?:the\s+)?(?:driving|main|base|leading|primary|anchor)\s+(?:table|source|entity)(?:\s+is|\s*[:=])?"
        rf"\s*{_T}",
        rf"{_T}\s+(?:is\s+the\s+driving\s+table|drives|leads|is\s+driving)(?:\s+.*)?",
        r"(?:(?:it|this|the\s+table|rows?|built|and)\s+)*(?:is\s+|are\s+|comes?\s+)*(?:driven\s+(?:by|from)|"
        r"based\s+on|"
        r"starts?\s+(?:from|with|at)|starting\s+(?:from|with)|start\s+(?:from|with)|read(?:s|ing)?(?:\s+from)?|"
        r"(?:loaded|load|built|build|fed|sourced|populated|created|derived|taken|taking|selected|select|"
        r"drawn|comes?)\s+(?:directly\s+)?from|"
        rf"sources?(?:\s+tables?)?(?:\s+is|\s*:)|take|use|from)\s+(?:all\s+)?(?:rows?\s+(?:of|from|in)\s+)?"
        rf"{_T}(?:\s+as\s+(?P<alias>\w+))?(?:\s*,\s*[\w.$]+)*",
    )
)
GRAIN = re.compile(
    r"^(?:(?:the\s+)?(?:grain|granularity|level)(?:\s+is|\s*[:=])?\s*|"
    r"(?:the\s+table\s+|it\s+|table\s+)?(?:holds?|has|contains?|keeps?|gives?|with)\s+)?"
    r"(?:exactly\s+)?(?P<one>(?:one|1|a single)\s+(?:row|record|line|entry)\s+(?:per|for\s+(?:each|every))\s+)?"
    r"(?:source\s+)?(?P<of>.+)$",
    re.IGNORECASE,
)
GRAIN_LEAD = re.compile(
    r"^(?:the\s+)?(?:grain|granularity|level)\b|\b(?:one|1|a single)\s+(?:row|record|line|entry)\s+(?:per|for)\b",
    re.IGNORECASE,
)
ONLY_HELD = re.compile(
    r"\s*[(,]\s*only\s+(?:those\s+)?[\w ]+?\s+(?:in|for|on|with|of)\s+which\s+[^()]*?\b(?:has|have|is"
    r"|are)\s+(?:at\s+least\s+(?:one|1)|any|an?)\b[^()]*\)?$",
    re.IGNORECASE,
)
"""Says of a grain that a group has rows, as every group has: ``(only months in which there is at least one)``."""
WEAK = re.compile(GRAIN_LEAD.pattern + r"|^sources?\b", re.IGNORECASE)
"""Clauses that name the driving table only where no other does."""
GROUP = re.compile(
    r"^(?:(?:rows?\s+)?(?:are\s+|is\s+)?(?:then\s+)?)?(?:group(?:ed|ing)?(?:\s*:|\s+(?:by|on|over|per))|"
    r"(?:aggregat\w+|summed(?:\s+up)?|summari[sz]ed?|rolled\s+up|roll\s+up|totals?)\s+(?:by|per|to|on|"
    r"over)(?:\s+(?:one\s+row\s+per|the\s+level\s+of))?)\s+(?P<keys>.+)$",
    re.IGNORECASE,
)
DISTINCT = re.compile(
    r"^(?:select\s+|take\s+|keep\s+|load\s+)?(?:only\s+)?(?:the\s+)?(?:distinct|unique|different)\s*(?:rows?|"
    r"records?|values?|combinations?|list)?"
    r"(?:\s+(?:only|of\s+(?:all|the)\b.*))?$|^(?:exact\s+|full\s+|identical\s+)?duplicates?(?:\s+rows?)?\s+"
    r"(?:are\s+)?(?:removed|dropped|eliminated|collapsed|merged)$"
    r"|^remove\s+(?:exact\s+|all\s+|full\s+)?duplicates?(?:\s+rows?)?$|^no\s+duplicates$|^dedup(?:licated?)?$",
    re.IGNORECASE,
)
UNION = re.compile(
    r"^(?:(?:a\s+|the\s+)?union(?P<all>\s+all)?\s+(?:of|from)\s+|(?:stack|append|combine|concatenate)\s+"
    r"(?:the\s+rows\s+of\s+)?)(?P<tables>[\w.$]+(?:\s*(?:,|and|with|\+|&)\s*(?:and\s+)?[\w.$]+)+)$"
    r"|^(?P<infix>[\w.$]+(?:\s+union(?:\s+all)?\s+[\w.$]+)+)$"
    r"|^(?P<passive>[\w.$]+(?:\s*(?:,|and|\+|&)\s*(?:and\s+)?[\w.$]+)+)\s+(?:are\s+)?(?:stacked|appended|"
    r"unioned|combined|put\s+(?:one\s+)?under(?:\s+(?:each|the)\s+other)?|union(?:\s+all)?)$",
    re.IGNORECASE,
)
FILTER = re.compile(
    r"^(?:only|keep\s+only|load\s+only|take\s+only|include\s+only|restrict(?:ed)?\s+to|limit(?:ed)?\s+to|"
    r"filter(?:ed|s)?(?:\s+(?:on|to|by|for|condition|criteria))?\s*:?|where|"
    r"exclud\w+|excluding|without|leave\s+out|leaving\s+out|skip|ignore|omit|drop|remove|filter\s+out|do\s+"
    r"not\s+(?:load|take|include|migrate)|"
    r"don't\s+load|never\s+load|not\s+loaded)\b.+$",
    re.IGNORECASE | re.DOTALL,
)
MUST_BE = re.compile(
    r"^(?:the\s+)?(?P<name>[A-Za-z]\w*)\s+(?:must|has\s+to|have\s+to)\s+(?:not\s+)?be\s+(?P<what>.+)$",
    re.IGNORECASE,
)
"""What rows have to hold."""
PASSIVE = re.compile(
    r"^(?P<what>.+?)\s+(?:are|is|get|gets|be|must\s+be|should\s+be|have\s+to\s+be|will\s+be|stay|stays|"
    r"(?:must|should|shall|may|can|will)(?=\s+not\s+be))\s+"
    r"(?:then\s+)?"
    r"(?P<verb>left\s+out|excluded|ignored|skipped|omitted|dropped|removed|filtered\s+out|filtered|not\s+"
    r"loaded|not\s+taken|not\s+migrated|"
    r"not\s+included|not\s+kept|out|discarded|not\s+be\s+(?:loaded|taken|migrated|included|kept|counted|transferred|imported|copied))(?:\s+(?:here|altogether|entirely|completely))?$",
    re.IGNORECASE | re.DOTALL,
)
ALL_STAY = re.compile(
    r"[,;]?\s*(?:\b(?:and|with|but)\s+)?\b(?:nobody|no\s?one|none(?:\s+of\s+(?:them|these))?|nothing|"
    r"no\s+(?:rows?|records?|lines?|entr(?:y|ies)))\s+(?:(?:is|are|was|were|being|gets?)\s+)?"
    r"(?:left\s+out|excluded|dropped|filtered(?:\s+out)?|omitted|skipped|removed|left\s+behind|stays?\s+behind|remains?\s+behind|lost)\s*\.?$",
    re.IGNORECASE,
)
"""A remark that every row stays, which reads like a filter: ``all of CREW, nobody is left out``."""
ONLY_TAKEN = re.compile(
    r"^(?P<what>.+?)\s+(?:are|is)\s+(?:loaded|taken|kept|included|migrated|considered|counted)\s+"
    r"only(?P<rest>\s+.+)?$"
    r"|^only\s+(?P<these>.+?)\s+(?:are|is|get|gets)\s+(?:loaded|taken|kept|included|migrated|considered|counted)$",
    re.IGNORECASE | re.DOTALL,
)
JOIN_WITHIN = re.compile(
    r"\s*\((?P<join>(?:(?:left|inner|full|right)\s+)?(?:outer\s+)?join(?:ed)?\b[^()]*(?:\([^()]*\)[^()]*)*)\)\s*",
    re.IGNORECASE,
)
"""A join told in brackets within a clause: ``sessions of users (inner join users on user_id) that …``."""
RESTRICTS = re.compile(
    r"\b(?:only|without|exclud\w*|ignor\w*|leave\s+out|left\s+out|skip\w*|omit\w*|join\w*|latest|newest|"
    r"earliest|duplicat\w*|doubles|"
    r"distinct|union|unless|except|minus)\b",
    re.IGNORECASE,
)
"""Words of a clause that changes which rows there are."""
NAMES_VALUES = re.compile(
    r"\b(?:from|since|until|till|before|after|up\s+to|as\s+of|between)\s+[^,;.]{0,20}?\d|[=<>]|'[^']+'|\"[^\"]+\""
)
"""Days, comparisons and quoted values: where a text on rows holds them, they may say which rows there are."""
STATES_ROWS = re.compile(
    r"\b(?:out\s+of\s+scope|not\s+part\s+of|no\s+(?:rows?|records?)|neither|not\s+needed|so\s+(?:are|is)|(?:must|should|shall|may)\s+not\s+\w+|"
    r"(?:must|should|shall|have\s+to)\s+be\s+(?:skipped|ignored|dropped|excluded|left\s+out|removed|discarded|rejected)|"
    r"(?:keep|load|take|include|migrate)\s[^.]*\bonly|(?:taken|loaded)\s+(?:from|since|until)|"
    r"joins?|joined|unions?|exclud\w+|left\s+out|leave\s+out|not\s+loaded|(?:are|is)\s+(?:skipped|"
    r"ignored|dropped|thrown)|(?:don['’]t|do\s+not|never|won['’]t|will\s+not|cannot)\s+"
    r"(?:bring|load|take|move|migrate|carry|copy|import|transfer|want|need)\s+(?:them|those|these|such))\b",
    re.IGNORECASE,
)
"""Words of a note that changes which rows there are, wherever it stands."""
SELECTS = re.compile(r"^\W*(?:scope|selection|filters?|restrictions?|criteria)\s*:", re.IGNORECASE)
"""Labels of texts of which every clause says which rows there are."""
ALL_ROWS = re.compile(
    r"^(?:and\s+)?(?:all|every|each|any|no\s+(?:filters?|restrictions?)|none)\b", re.IGNORECASE
)
BULLET = re.compile(r"^\s*(?:[-*•·▪–—>]+\s*|\d+[.)]\s+|\(?[a-z]\)\s+)", re.IGNORECASE)
OPENS_LIST = re.compile(
    r"^(?P<head>.*?)\s*,?\s*\b(?:but\s+|and\s+)?(?P<way>without|except(?:\s+for)?|excluding|not|not\s+"
    r"loaded(?:\s+are)?|leave\s+out|left\s+out(?:\s+are)?|"
    r"exclusions?|only|only\s+those|only\s+rows)(?:\s+the\s+following)?\s*[:,-]?$",
    re.IGNORECASE | re.DOTALL,
)
"""Ends a clause whose items follow as a list, each of which is left out, or taken."""
KEPT = re.compile(
    r"\b(?:left|keep(?:s|ing)?\s+(?:all|every)|even\s+(?:if|when|without)|may\s+be\s+missing|optional|"
    r"where\s+available|if\s+any)\b",
    re.IGNORECASE,
)
KIND_IN_BRACKETS = re.compile(
    r"\s*\(\s*(left|inner|full|right)(?:\s+outer)?(?:\s+join)?\s*\)\s*", re.IGNORECASE
)
KEY_IN_BRACKETS = re.compile(
    r"(?P<join>\bjoin(?:ed|s)?\s+(?:with\s+|to\s+|in\s+|on\s+)?(?:the\s+|table\s+)*[\w.$]+)\s*\(\s*(?:on\s+|by\s+|via\s+)?"
    r"(?P<on>[\w.]+\s*=\s*[\w.]+(?:\s+and\s+[\w.]+\s*=\s*[\w.]+)*|\w+_\w+(?:\s*(?:,|and)\s*\w+_\w+)*)\s*\)",
    re.IGNORECASE,
)
"""A join whose key stands in brackets: ``joined to orders (order_id = orders.id)``."""
BY_WORD = {
    "left": StepKind.LEFT_JOIN,
    "inner": StepKind.INNER_JOIN,
    "full": StepKind.FULL_JOIN,
    "right": StepKind.RIGHT_JOIN,
    "cross": StepKind.CROSS_JOIN,
}
JOIN_STEPS = frozenset(BY_WORD.values())
AGGREGATES = re.compile(
    r"\b(?:sum|adds?\s+up|added\s+up|(?<!in )total|(?<!not )count(?!\s+(?:as|like|for|once)\b)|"
    r"number of(?!\s+(?:digits|letters|characters)\b"
    r"|\s+(?:\w+\s+)?(?:days|weeks|months|years|hours|minutes|seconds)\s+(?:from|between|since|until)\b)|how many|"
    r"average|avg|mean(?!\s+(?:that|the same|no|not|null|missing|nothing)\b)|"
    r"min(?:imum)?|max(?:imum)?|median|share of|latest|earliest|"
    r"(?:first|last)(?!\s+(?:names?|letters?|digits?|characters?|chars?|words?|pieces?|parts?|day|one|two|three|four|five|six|\d+|"
    r"and\s+last|octet|comma|dot|slash|blank|question|hyphen|dash|colon|semicolon|underscore|point|bracket|space|hash|character|sign|mark|quote|ampersand|"
    r"equals?)\b)|list of|any of|all of|summed)\b",
    re.IGNORECASE,
)
"""Words of rules that sum up rows; names, letters and digits that come first or last sum up nothing."""
LOOKS_ALONG = re.compile(
    r"\b(?:previous|preceding|prior|next|following)\b|\b(?:rows?|lines?|records?|months?|versions?)\s+(?:right\s+)?(?:before|after)\b"
    r"|\bin\s+(?:its|their|the\s+\w+(?:'s|’s))\s+(?:very\s+)?first\s+(?:row|month|day|week|quarter|year|period)\b"
    r"|\b(?:running|cumulative|year[\s-]to[\s-]date|so\s+far|up\s+to\s+(?:and\s+including\s+)?this|all\s+earlier)\b",
    re.IGNORECASE,
)
"""Words of rules that look from one row to others beside it, which puts no rows together."""


def sums_up_rows(rule: str) -> bool:
    """Whether a rule sums up rows by its words, and does not look from a row to those beside it."""
    return AGGREGATES.search(rule) is not None and LOOKS_ALONG.search(rule) is None


LAYERS = frozenset(
    (
        "stg",
        "src",
        "raw",
        "dim",
        "fct",
        "fact",
        "int",
        "tbl",
        "t",
        "vw",
        "v",
        "base",
        "landing",
        "lnd",
        "ods",
        "core",
        "d",
        "f",
    )
)
DEDUPES = re.compile(
    r"\b(?:latest|newest|most recent|earliest|oldest|first|last|highest|lowest|duplicat\w*|dedup\w*)\b",
    re.IGNORECASE,
)
