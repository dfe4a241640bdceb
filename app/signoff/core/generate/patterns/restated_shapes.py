"""The terse texts of mapping sheets that can be said in other words, as regular expressions."""

from __future__ import annotations

import re

DIRECT = re.compile(
    r"(?P<move>direct(?:ly)?(?: move| mapping| map| copy| load)?|as is|1:1|no transformation)\s*[(\[;,.-]+\s*"
    r"(?:please )?(?:abort|fail|stop|reject|raise|terminate|end|log|report)\b[^()]*[)\]]?"
)
GROUPED = re.compile(
    r"(?:group(?:ed)?|aggregated?)\s+(?:over|by|on|at|per)\s+[^()]+?,?\s*(?:(?:and\s+)?then|and)\s+"
    r"(?:take\s+|do\s+|calculate\s+)?(?:the\s+)?(?P<rest>(?:sum|count|average|avg|mean|max\w*|min\w*|"
    r"total|median)\b.*)"
)
IN_GROUP = re.compile(
    r"(?P<rest>(?:the )?(?:sum|count|average|avg|mean|max\w*|min\w*|total|median|number|highest|lowest|"
    r"latest|earliest)\b.+?)"
    r",?\s+(?:in|within|of|for|over|per)\s+(?:the|each|every|this)?\s*group"
)
SIGN_NAMES = {
    "percentage": "%", "percent": "%", "dollar": "$", "hash": "#", "star": "*", "asterisk": "*", "comma": ",",
    "hyphen": "-", "dash": "-", "slash": "/", "plus": "+", "at": "@", "dot": ".", "underscore": "_", "euro": "€",
    "apostrophe": "''", "ampersand": "&", "semicolon": ";", "colon": ":", "pound": "£",
}  # fmt: skip
SIGN = (
    r"(?:an?\s+|the\s+|any\s+)?(?P<sign>[a-z]+|[^\w\s'\"]|'[^']'|\"[^\"]\")(?:\s+(?:symbol|sign|mark|"
    r"character|char)s?)?"
)
REMOVE = re.compile(
    rf"(?:if|when|where)\s+{SIGN}\s+(?:is|are)\s+(?:present|there|found|contained|included)(?:\s+in\s+"
    rf"(?:the\s+)?[\w ]+?)?,?"
    r"\s+(?:then\s+)?(?:remove|delete|strip|drop|cut)\s+(?:it|them|the\s+\w+|this)(?:\s+(?:and|"
    r"then)\s+load)?[,;]?"
    r"(?:\s*(?:else|otherwise|if not)[,:]?\s+(?:direct(?:ly)?(?:\s+(?:move|mapping|load))?|(?:load|"
    r"move|keep)(?:\s+(?:as\s+(?:it\s+)?is|it|directly|value))*"
    r"|as\s+(?:it\s+)?is|no\s+change))?"
)
TIMES = re.compile(
    r"(?:multiply|multiplied|times|x)\s*(?:(?:it|value)\s+)?(?:by|with)?\s*(?P<number>\d+(?:\.\d+)?"
    r"(?:\s*/\s*\d+(?:\.\d+)?)?)"
)
UNIT = re.compile(
    r"(?:(?P<name>[\w ]+?)\s+)?(?:is|are|comes|stored|given)\s+in\s+\w+\s*[,;]\s*(?:load|store|convert|"
    r"write|keep|needed|wanted)?\s*"
    r"(?:(?:it|this)\s+)?(?:in|to|as|into)\s+\w+\s*\(?\s*(?P<sign>[x×*/:]|times|multiply by|divide by|"
    r"divided by|multiplied by)\s*"
    r"(?P<number>\d+(?:\.\d+)?)\s*\)?"
)
FORMAT = r"(?P<format>(?:[dmyh]{1,4}[-/. :]?){2,6})"
FROM_FORMAT = re.compile(
    rf"(?:convert|cast|change|parse)?\s*(?:it\s+)?(?:from\s+)?(?:a\s+|the\s+)?{FORMAT}\s*(?:text|"
    rf"string|format|varchar|char)?\s+(?:in)?to\s+"
    r"(?:a\s+)?(?:date|real date|date type|date format)"
)
DEFAULT_FIRST = re.compile(
    r"(?P<default>'[^']*'|\"[^\"]*\"|\w+)\s+(?:as|is|by)\s+(?:the\s+)?default[,;]?\s*(?:but\s+|"
    r"and\s+)?(?P<value>'[^']*'|\"[^\"]*\"|\w+)\s+"
    r"(?:if|when|where)\s+(?P<said>[^()]+?)\s*\((?P<condition>[^()]+)\)"
)
HOURS = re.compile(r"(?:the\s+)?hour(?:s)?\s*(?:\(?\s*0\s*(?:-|–|to)\s*23\s*\)?)")
YEAR_MONTH = re.compile(
    r"(?:the\s+)?year\s*(?:and|\+|&)\s*month\s+(?:of|from)\s+(?:the\s+)?(?P<what>[\w ]+?)\s*(?:,|\(|as|"
    r"in|in the format|formatted as|-)*\s*"
    r"(?P<format>yyyymm|yyyy-mm|yyyy/mm)\s*\)?"
)
PARTS_OF_DATE = re.compile(
    r"(?:convert|combine|concatenate|concat|put|join|build|turn|merge|transform)\s+(?P<parts>"
    r"(?:the\s+)?(?:day|month|year)[\w ,&/+]*?)\s+(?:together\s+)?(?:in)?to\s+"
    r"(?:an?\s+|the\s+)?(?:\w+\s*){0,3}[(,]?\s*(?:as\s+|in\s+(?:the\s+)?(?:form|format)\s+)?yyyymmdd\)?"
)
OUT_OF = re.compile(
    r"(?:derive|get|take|determine|calculate|compute)?\s*(?:the\s+)?[\w ]+?\s+(?:from|by|based on|"
    r"out of)\s+(?:the\s+)?(?P<what>[\w ]+?)\s*[:(]\s*"
    r"(?P<list>\d[^()]*=[^()]*)\)?"
)
SEPARATED = re.compile(
    r"(?P<head>(?:concat\w*|combine|join|put together)\b.+?\b(?:separated\s+(?:by|with)|separator"
    r"(?:\s+is)?|delimiter|delimited\s+by|with))\s+"
    r"(?P<sign>[;,|/:.-])\s*(?:between|in between|as (?:a )?(?:separator|delimiter))?"
)
NOUNS = re.compile(
    r"(?P<verb>concat(?:enate|enated|enation of)?|combine|join|put together)\s+(?P<nouns>[\w ,&+]+?)\s+"
    r"(?P<how>(?:with|by|using|separated by)\s+.+)"
)
TRIMMED = re.compile(
    r"(?P<first>(?:lower|upper|title|proper)\s*case)\s*[,;&+]\s*(?:and\s+)?(?:"
    r"(?:leading and trailing\s+)?(?:spaces?|blanks?)\s+(?:trimmed|stripped)|"
    r"trimmed)"
)
LOOKED_UP = re.compile(
    r"(?:look(?:ed)?[ -]?up|lkp|fetch|get|join(?:ed)?)\s+(?:it\s+)?(?:(?:from|in|on|with|to|via|"
    r"through)\s+)?(?:the\s+)?(?P<table>[\w.]+)(?:\s+table)?"
    r"(?:\s+(?:by|on|using|via|through|with|based on)\s+(?:the\s+)?[\w.,= ]+?)?"
    r"(?:[,;]?\s*(?:(?:if\s+)?(?:not\s+found|no\s+match|missing|nothing\s+found|none)\s*[,:]?\s*"
    r"(?:then\s+)?(?:load\s+|use\s+|=\s*|->\s*)?|default(?:s)?(?:\s+(?:to|is|value))?\s*[:=]?\s*)"
    r"(?P<default>'[^']*'|\"[^\"]*\"|[\w/-]+))?"
)
WORKED_ON = re.compile(
    r"\b(?:upper|lower|trim\w*|round\w*|sum\w*|count\w*|concat\w*|cast|convert\w*|then|substr\w*|replac\w*|pad\w*)\b",
    re.IGNORECASE,
)
"""Words that ask for more than a lookup's value as it is."""
FIXED = re.compile(r"\b(?:hard[\s-]?cod\w*|constant|static|fixed(?:\s+value)?|literal)\b", re.IGNORECASE)
TO_NUMBER = re.compile(
    r"\b(?:convert\w*|cast\w*|turn\w*)\s+(?:it\s+)?(?:in)?to\s+(?:a\s+)?number", re.IGNORECASE
)
