"""Cases that are told with a sign between test and value: ``medium cpc or ppc = Paid; any other medium = Other``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.merge.names import words

_LEAD = re.compile(
    r"^(?:(?:from|of|by|on)\s+(?P<rows>(?:the\s+)?[\w ]+?)\s*[,:]\s*)?(?:please\s+)?"
    r"(?:check(?:ed)?\s+in\s+this\s+order|in\s+this\s+order|(?:the\s+)?first\s+(?:match|hit)\s+wins|first\s+that\s+fits)\s*:\s*",
    re.IGNORECASE,
)
_ARM = re.compile(
    r"^(?:and\s+)?(?:if\s+)?(?P<name>\w+)\s+(?:is\s+|in\s+|=\s+)?(?P<codes>(?!not\b|no\b|other\b)[\w-]+(?:\s*(?:,|\bor\b|/)\s*(?:or\s+)?[\w-]+)*)\s*(?:=|->|→|:)\s*(?P<label>[^=]+)$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"^(?:and\s+)?(?:if\s+)?(?:(?:any|some|every|all)\s+other|other)\s+(?P<name>\w+)(?:\s+(?:that\s+is\s+)?(?:filled(?:\s+in)?|given|set|there|value))?\s*(?:=|->|→|:)\s*(?P<label>[^=]+)$",
    re.IGNORECASE,
)
_REST = re.compile(
    r"^(?:and\s+)?(?:(?:if|when|where)\s+)?(?:(?:there\s+is\s+)?nothing(?:\s+at\s+all)?|none(?:\s+of\s+(?:these|them|those))?|otherwise|else|(?:all\s+)?the\s+rest|"
    r"(?:anything|everything)\s+else)\s*(?:=|->|→|:|,|\bis\b|\bgives\b)?\s*(?P<label>['\"\w][^=;]*)$",
    re.IGNORECASE,
)
_LEAST = 2


def with_arms_said(text: str, names: Sequence[str]) -> str:
    """A rule of such cases as ``if … then …``; the text as it is where one of its pieces is anything else.

    Args:
        text: the rule.
        names: columns that tests may be on.
    """
    lead = _LEAD.match(text)
    if lead is not None and lead["rows"] and not _is_plain(lead["rows"]):
        return text
    pieces = [each.strip(" .") for each in (text[lead.end() :] if lead is not None else text).split(";")]
    known = {name.casefold() for name in names}
    said = [_piece(each, known) for each in pieces if each]
    arms = sum(each.startswith("if ") for each in said)
    if not all(said) or arms < _LEAST or any(each.startswith("else") for each in said[:-1]):
        return text
    return "; ".join(said)


def _is_plain(rows: str) -> bool:
    """Whether words only say of which row values are taken: ``the first page view of the session``."""
    return not set(words(rows)) & {"not", "without", "only", "except", "unless", "where", "whose", "with"}


def _piece(text: str, known: set[str]) -> str:
    rest = _REST.match(text)
    if rest is not None:
        return f"else {rest['label'].strip()}"
    other = _OTHER.match(text)
    if other is not None and other["name"].casefold() in known:
        return f"if {other['name']} is filled then {other['label'].strip()}"
    arm = _ARM.match(text)
    if arm is not None and arm["name"].casefold() in known:
        return f"if {arm['name']} is {arm['codes'].strip()} then {arm['label'].strip()}"
    return ""
