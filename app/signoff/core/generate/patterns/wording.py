"""Spellings of the same rule word brought to one: ``ELSEIF``, ``End If``, ``lt 18``, ``&&``, ``1,000``, ``<other>``.

Only what can mean nothing else is respelt, and never inside quotes.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"('(?:[^'\n]|'')*'|\"[^\"\n]*\"|‘[^’\n]*’|“[^”\n]*”|`[^`\n]*`)")
_OPERATORS = {
    "lt": "<", "gt": ">", "le": "<=", "lte": "<=", "ge": ">=", "gte": ">=", "eq": "=", "neq": "<>",
}  # fmt: skip
_NUMBERED = re.compile(
    r"(?:^|(?<=[\n;.,]))\s*\(?\d{1,2}[.)]\s+(?=(?:if|when|where|else|otherwise)\b)", re.IGNORECASE
)
_RESPELT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), spelt)
    for pattern, spelt in (
        (r"\b(?:elseif|elsif|elif|else\s+when)\b", "else if"),
        (r"\bendif\b|\bend\s+if\b", ""),
        (r"\s*&&\s*", " and "),
        (r"<\s*(others?|else|default|any other|rest|any|all others)\s*>", r"\1"),
        (r"(?<![\w.])\*\s*(?==|->|=>|→|:)", "other "),
        (r"\bisn't\b", "is not"),
        (r"(?<!everything )(?<!anything )\b(then|else|otherwise)\s*:\s*", r"\1 "),
        (r"\bin\s+every\s+(?:other|another)\s+case\b", "in all other cases"),
        (
            r"\bin\s+(?:any|every|all)\s+other\s+(?:situations?|scenarios?|circumstances)\b",
            "in all other cases",
        ),
        (r"\bfor\s+the\s+(?:others|rest|remaining\s+(?:ones|rows|records|values))\b", "for all others"),
        (r"(?<!in )\ball\s+other\s+(?:records|rows|ones)\b", "all others"),
        (r"^\s*1\s*:\s*1(?=\s*[,;.(])", "direct"),
        (r"(?<=[\w,])\s*\.\.\.(?=\s*\))", " …"),
        (
            r"^\s*(?:keep\s+)?(?:only\s+)?(?:the\s+)?(?:day|date)(?:\s*,\s*|\s+and\s+|\s+)(?:drop|cut\s+off|leave\s+out|"
            r"without|ignore)\s+the\s+time(?:\s+of\s+(?:the\s+)?day)?\s*\.?\s*$",
            "date part only",
        ),
        (r"^\s*time\s+only\s*,\s*as\s+text\s+HH:MM(?:\s+in\s+24\s+hours)?\s*\.?\s*$", "time as HH:MM"),
        (
            r"^\s*(?:start\s+with\s+an?\s+capital(?:\s+letter)?|first\s+letter\s+(?:is\s+)?an?\s+capital)\s*,\s*"
            r"(?:the\s+)?rest\s+(?:in\s+)?(?:lower\s*case|small)(?:\s+letters)?\s*\.?\s*$",
            "first letter upper case, rest lower case",
        ),
        (
            r"^\s*(?:set|move|put|bring)\s+(?:the\s+)?([\w.]+)\s+(?:back|forward)\s+to\s+the\s+(first|last)\s+day\s+of\s+(?:its|the|that)\s+"
            r"(month|quarter|year|week)\s*\.?\s*$",
            r"\2 day of the \3 of \1",
        ),
        (r"\b(?:zeroes|noughts)\b", "zeros"),
        (
            r"(?<=\d)(?:st|nd|rd|th)\b(?=\s+(?:char|letter|digit|position|part|segment|element|word|token|piece))",
            "",
        ),
        (r"\bdp\b", "decimals"),
        (r"={2,}>", "->"),
        (r"\[(\w+)\]\.\[(\w+)\]\.\[(\w+)\]", r"\1.\2.\3"),
        (r"\[?\b(\w+)\]?\.\[(\w+)\]", r"\1.\2"),
        (r"\s*(?<=\w)\s*\*\)?\s*$", ""),
        (r"\s*\((?:e\.?g\.?|i\.e\.|for\s+example|for\s+instance|example:?|sample:?)\s[^()]*\)", ""),
        (r"\b1st(?=\s+\d)", "first"),
        (r"\bwhatever\s+(?=(?:follows|comes\s+after|stands\s+(?:before|after|behind)|precedes)\b)", "what "),
        (r"\byes\s*\(\s*true\s*\)", "true"),
        (r"\bno\s*\(\s*false\s*\)", "false"),
        (
            r"^(.*\bif\s+(?:(?!\bif\b).)*?(?:zero|-?\d+(?:\.\d+)?)\s+or\s+(?:below|less|fewer|lower)\b[^,;]*)[,;]\s*([\w'-]+)\s+if\s+(?:it\s+is\s+)?"
            r"(?:above|more|higher|greater)(?:\s+(?:than\s+)?that)?\s+or\s+(?:not\s+(?:stated|known|given|filled|set|there)|missing|unknown|empty)\s*$",
            r"\1, otherwise \2",
        ),
        (r"\bfor\s+(?:every|any|all)\s+other\s+(?:[a-z]+)(?=\s*(?:[,;.)]|$))", "for all others"),
        (
            r"^\s*(?:an?|every|each|any)\s+\w+\s+(?:without|with\s+no)\s+(?:an?\s+)?(\w+)\s+(?:has|gets|is\s+given|counts\s+as(?:\s+having)?)\s+"
            r"(?:an?\s+|the\s+)?\1\s+(?:of\s+)?(-?\d+|zero)\s*$",
            r"\1, \2 if \1 is missing",
        ),
        (
            r"\s*[,;.]\s*(?:and\s+)?(?:it\s+)?(?:(?:stays?|remains?|is|is\s+left|leave\s+it|kept)\s+)?(?:empty|null)\s+(?:with|for|at|on)\s+(?:zero|0)\s+(\w+)\s*$",
            r", empty if \1 is 0",
        ),
        (
            r"\s*[,;.]\s*(?:it\s+)?(?:stays|remains)\s+empty\s+(?=(?:as\s+long\s+as|while|until)\b)",
            ", empty ",
        ),
        (
            r"\s*[,;.]\s*(?:leave|keep)\s+it\s+(?:blank|empty)\s+(?=(?:for|if|when|where|as\s+long\s+as|while|until)\b)",
            ", empty ",
        ),
        (r"\bpos\.?(?=\s*\d)", "positions "),
        (r"\bproper-case\b", "proper case"),
        (r"\bparenthes[ie]s\b|\bround\s+brackets\b", "brackets"),
        (r"(?<=\w)\[1:(\d+)\]", r" first \1 characters"),
        (r"\bblank(?:ed)?\s+out\b", "null"),
        (r"(?<=\d)\s*\.\.+\s*(?=\d)", "-"),
        (r"(?<=\d)\.\.(?=\s)", "+"),
        (r"\bnon[- ]?blank\b", "not blank"),
        (r"^\s*(?:(?:added|adding|summed|summing)\s+up|summed|totalled)\b", "sum"),
        (r"^\s*how\s+many\s*(?=[,;.]|$)", "count"),
        (
            r"\s*[,;]\s*(0|zero)\s+(?:on|for|in)\s+(?:empty\s+\w+|\w+\s+(?:without|with\s+no(?:ne)?)(?:\s+\w+)?)\s*$",
            r", \1 if none",
        ),
        (r"^(\s*count)\s*[,;]\s*(?:0|zero)\s+if\s+(?:there\s+(?:is|are)\s+)?none\s*$", r"\1"),
        (
            r"\s*[,;]\s*(?:an?\s+)?(?:empty|blank|missing)\s+(?:cell|value|field|entry)\s+counts\s+as\s+(?:nothing|zero|0)"
            r"(?:\s*\(0\))?\s*$",
            ", 0 if none",
        ),
        (
            r"(?-i:\b([A-Z][A-Z0-9_]{2,})-([A-Z][A-Z0-9_]{2,}))\b(?=\s*(?:[=<>]|is\b|in\b|not\b|initial\b))",
            r"\1.\2",
        ),
        (
            r"(?<=\w)\s+(?:is\s+)?(not\s+)?initial\b(?:\s*\((?:null|blank|space|empty)[^()]*\))?(?=\s*(?:[,;)]|$|and\b|or\b))",
            r" is \1blank",
        ),
    )
)
_SIGN_WORD = re.compile(rf"(?<=\w)\s+({'|'.join(_OPERATORS)})\s+(?=['\"\d-])", re.IGNORECASE)
_THOUSANDS = re.compile(
    r"(?<=[<>=])(\s*)(\d{1,3}(?:,\d{3})+)(?![\d,])|"
    r"\b((?:above|over|below|under|than|exceeds?|least|most|between|and|to|equals?)\s+)(\d{1,3}(?:,\d{3})+)(?![\d,])",
    re.IGNORECASE,
)


def respelt(text: str) -> str:
    """The text with each such spelling as compilers know it."""
    parts = _QUOTED.split(_SIGN_WORD.sub(lambda m: f" {_OPERATORS[m[1].lower()]} ", text))
    made = "".join(part if at % 2 else _outside(part) for at, part in enumerate(parts))
    return _NUMBERED.sub(" ", made).strip() if len(_NUMBERED.findall(made)) > 1 else made


def _outside(text: str) -> str:
    for pattern, spelt in _RESPELT:
        text = pattern.sub(spelt, text)
    return _THOUSANDS.sub(lambda m: (m[1] or m[3] or "") + (m[2] or m[4]).replace(",", ""), text)
