"""Texts on joins in the words that are read: kinds told in a sentence of their own, tables joined a second time.

``unit is joined on unit_id. Left join: people without a unit are kept`` is a left join of unit on unit_id; ``staff a
second time as the manager, manager_no = staff_no of the manager`` joins staff as manager.
"""

from __future__ import annotations

import re

_JOINED = re.compile(
    r"\bjoin(?:s|ed)?\b|^\W*(?:\d{1,2}[.)]\s*)?[\w.]+\s*(?::|\bon\b|\bby\b|\bvia\b)", re.IGNORECASE
)
_KIND_BEHIND = re.compile(
    r"(?P<before>[^.;]*?[\w)])\s*[.;]\s*(?:(?:as\s+|it\s+is\s+|this\s+is\s+|by\s+)?(?:an?\s+)?)(?P<kind>left|inner)(?:\s+outer)?[\s-]join"
    r"(?:\s*[:,(–-]\s*(?P<tail>[^.;()]+)\)?)?\s*(?P<stop>[.;]|$)",
    re.IGNORECASE,
)
"""A sentence that only says how the table of the sentence before is joined, and perhaps what that means."""
_TAIL = re.compile(
    r"\s*[,;:(–-]\s*(?:so\s+|that\s+is,?\s+|i\.?e\.?,?\s+)?(?P<tail>(?:[\w-]+\s+){1,4}?(?:without|with\s+(?:no|an?\s+unknown|unknown)|of\s+(?:an?\s+)?(?:unknown|any(?:body|one)?|other|no|nobody)|for\s+(?:an?\s+)?unknown"
    r"|not\s+(?:found|known|listed|there)|that\s+(?:have|has|are|is)\s+(?:no|not)|whose\s+[\w-]+\s+(?:is|are)\s+(?:unknown|missing|not\s+(?:found|known|listed)))"
    r"[^,;:()]*?)\)?(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
"""What becomes of rows without a partner, which the kind of the join says too."""
_STAY = re.compile(
    r"\b(?:stays?(?:\s+in)?|remains?|(?:are|is|get|gets)\s+(?:also\s+|still\s+)?(?:kept|loaded|retained|taken|included)(?:\s+(?:too|as\s+well|anyway|all\s+the\s+same))?)$",
    re.IGNORECASE,
)
_GO = re.compile(
    r"\b(?:(?:are|is|get|gets)\s+(?:left\s+out|dropped|skipped|ignored|excluded|removed|lost|not\s+(?:loaded|taken|kept|included))|stays?\s+(?:out|behind)|drops?\s+out|do(?:es)?\s+not\s+(?:count|come\s+in))$",
    re.IGNORECASE,
)
_LEFT = re.compile(r"\bleft(?:\s+outer)?[\s-]+join|\(\s*left\s*\)|,\s*left\b(?!\s+out)", re.IGNORECASE)
_INNER = re.compile(r"\binner[\s-]+join|\(\s*inner\s*\)|,\s*inner\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:\b(?P<lead>(?:left|inner)\s+join\s+)?(?:\b(?:a\s+second\s+time|once\s+(?:more|again)|again|another\s+time)[\s,]+)(?P<table2>[A-Za-z_]\w*)"
    r"|\b(?P<lead2>(?:left|inner)\s+join\s+)?\b(?P<table>[A-Za-z_]\w*)\s*,?\s+(?:a\s+(?:second|third|further)\s+time|once\s+(?:more|again)|again|another\s+time))"
    r"\s*,?\s+(?:(?:joined\s+)?(?:as|for|in\s+the\s+role\s+of))\s+(?:the\s+|an?\s+|its\s+)?(?P<alias>[A-Za-z_]\w*)\s*"
    r"(?:[,:(]|\bon\b|\bby\b|\bvia\b|\bwhere\b|\bwith\b)[\s(]*(?:(?:on|by|via|where|with)\s+)?"
    r"(?P<left>[A-Za-z_]\w*)\s*(?:=|->|to)\s*(?P<right>[A-Za-z_]\w*)(?:\s+of\s+(?:the\s+|its\s+)?(?P<of>[A-Za-z_]\w*))?\)?"
    r"\s*(?:[,(]?\s*(?P<kind>left|inner)(?:\s+outer)?(?:[\s-]+join(?:ed)?)?\)?)?",
    re.IGNORECASE,
)
_WITH_DAY = re.compile(
    r"\s*,?\s+(?:and\s+)?(?:with|where)\s+(?:the\s+|its\s+)?(?:[a-z]+\s+){1,3}?\(\s*(?P<day>[A-Za-z_]\w*)\s*\)\s+(?:lies\s+|falls\s+|is\s+)?(?=between\b|from\b|within\b)",
    re.IGNORECASE,
)
"""A day by its noun, its column in a bracket behind it."""
_BOTH_IN = re.compile(
    r"(?P<span>\b(?:between|from)\s+[\w.]+\s+(?:and|to)\s+[\w.]+)\s*[,(]?\s*(?:\(?\s*(?:both|each)(?:\s+(?:days?|ends?|bounds?|dates?|sides?|of\s+them))?\s+(?:(?:are|is)\s+)?(?:included|inclusive|incl\b\.?|counted|counts?|in\b)|(?:both\s+)?inclusive|including\s+both(?:\s+\w+)?)\)?",
    re.IGNORECASE,
)


def joins_plainly(text: str) -> str:
    """A text on joins in the words that are read; any other text as it stands."""
    if not _JOINED.search(text):
        return text
    plain = _AGAIN.sub(_in_a_role, text)
    plain = _BOTH_IN.sub(lambda m: m["span"], _WITH_DAY.sub(r" and \g<day> ", plain))
    plain = _KIND_BEHIND.sub(_kind_in_place, plain)
    return _TAIL.sub(lambda m: "" if _says_again(m["tail"], plain[: m.start()]) else m.group(), plain)


def _in_a_role(match: re.Match[str]) -> str:
    """A table joined in another role, as SQL says it."""
    table, alias = match["table"] or match["table2"], match["alias"]
    of = (match["of"] or alias).casefold()
    if table.casefold() == alias.casefold() or of not in (alias.casefold(), table.casefold()):
        return match.group()
    kind = (match["kind"] or match["lead"] or match["lead2"] or "left").split()[0].lower()
    return f"{kind} join {table} as {alias} on {table}.{match['left']} = {alias}.{match['right']}"


def _kind_in_place(match: re.Match[str]) -> str:
    """The sentence on a join with its kind, where no other kind is said and the tail says the same once more."""
    kind, before, tail = match["kind"].lower(), match["before"], match["tail"]
    if not _JOINED.search(before) or _LEFT.search(before) or _INNER.search(before):
        return match.group()
    again = "" if tail is None or _says_again(f" {tail}", f", {kind}") else f", {tail}"
    return f"{before}, {kind} join{again}{match['stop']}"


def _says_again(tail: str, before: str) -> bool:
    """Whether a tail says what the kind of the join before it says: rows without a partner stay, or go."""
    plain = tail.strip(" .,;)")
    left, inner = _LEFT.search(before) is not None, _INNER.search(before) is not None
    if left == inner or re.search(r"\b(?:only|unless|except|if|when)\b", plain, re.IGNORECASE):
        return False
    return (_STAY if left else _GO).search(plain) is not None
