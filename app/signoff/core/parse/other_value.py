"""Rules that say those of the row above with another value: "likewise for coupon", "same with type beverage".

The rule above has to hold one value that the words can mean: the one behind the noun they name, or the only one there
is. Where it holds more, or a list of them, nothing is made of it.
"""

from __future__ import annotations

import re

_VALUE = r"'[^']*'|\"[^\"]*\"|[^\W\d][\w-]*|[A-Z0-9]+"
_ABOVE = (
    r"(?:(?:the\s+|exactly\s+the\s+)?same(?:\s+(?:rule|logic|thing|way|calculation))?(?:\s+as\s+(?"
    r":above|before))?|ditto|dto\.?|idem|"
    r"likewise|analogous(?:ly)?|(?:as|like|see)\s+(?:above|before))"
)
_OTHER = re.compile(
    rf"{_ABOVE}\s*[,:]?\s*(?:but\s+)?(?:for\s+|with\s+|where\s+|when\s+|only\s+)?"
    rf"(?:(?:the\s+)?(?P<noun>[^\W\d]\w*)(?:\s*(?:=|:)\s*|\s+(?:is\s+)?))?(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"{_ABOVE}\s*[,:]?\s*(?:but\s+)?(?:for\s+|with\s+|over\s+)?all\s+(?P<noun>[^\W\d]\w*)", re.IGNORECASE
)
"""The rule above without its limit: ``same, all kinds``."""
_LINKED = re.compile(
    rf"\b(?P<noun>[^\W\d]\w*)\s*(?:=|\bis\b|\bequals\b)\s*(?P<value>{_VALUE})", re.IGNORECASE
)
_NO_VALUES = frozenset(
    [
        "not",
        "no",
        "null",
        "none",
        "missing",
        "empty",
        "blank",
        "true",
        "false",
        "above",
        "below",
        "over",
        "under",
        "more",
        "less",
        "at",
        "in",
        "on",
        "of",
        "or",
        "and",
        "the",
        "a",
        "an",
        "one",
        "between",
        "after",
        "before",
        "filled",
        "there",
        "given",
        "known",
        "any",
        "each",
        "every",
        "it",
        "that",
        "this",
        "negated",
        "address",
        "person",
        "others",
        "other",
        "above/below",
        "ones",
    ]
)
"""Words that stand behind a noun and are no value of it."""
_MORE = re.compile(r"\s*(?:,\s*(?:or\s+)?|/\s*|\bor\s+|\band\s+)(?:'|\"|[A-Z]\b)")
_LISTED = re.compile(r"\bin\s*\(|\b(?:or|and)\s+[A-Z]\b")


def with_other_value(above: str, text: str, columns: tuple[str, ...] = ()) -> str:
    """The rule above with the value that the text tells; empty where it is in doubt which one is meant.

    Args:
        above: the rule of the row above, written out.
        text: the rule that refers to it.
        columns: names of the row's source columns, which are no values.
    """
    every = _EVERY.fullmatch(text.strip().rstrip(" .;"))
    if every is not None:
        return _of_every(above, every["noun"])
    found = _OTHER.fullmatch(text.strip().rstrip(" .;"))
    if found is None or _LISTED.search(above):
        return ""
    value = found["value"]
    if value.casefold() in _NO_VALUES or value.casefold() in {each.casefold() for each in columns}:
        return ""
    places = _behind(above, found["noun"]) if found["noun"] else _values(above)
    if len(places) != 1:
        return ""
    (old,) = places
    if len(re.findall(rf"(?<!\w){re.escape(old.strip(_QUOTES))}(?!\w)", above)) != 1:
        return ""
    at = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", above)
    if at is None or _MORE.match(above, at.end()):
        return ""
    quote = old[0] if old[0] in _QUOTES and value[0] not in _QUOTES else ""
    return f"{above[: at.start()]}{quote}{value}{quote}{above[at.end() :]}"


_QUOTES = "'\""


def _of_every(above: str, noun: str) -> str:
    """The rule above without its one limit by a noun; empty where it has none, or several."""
    stem = noun[:-1] if noun.casefold().endswith("s") else noun
    lead = rf"\s*,\s*(?:(?:only|for|with|of)\s+)?{re.escape(stem)}"
    limit = rf"{lead}\s*(?:=\s*|:\s*|is\s+)?(?:{_VALUE})(?=\s*(?:$|[,;.]))"
    found = list(re.finditer(limit, above, re.IGNORECASE))
    return f"{above[: found[0].start()]}{above[found[0].end() :]}".strip() if len(found) == 1 else ""


def _behind(above: str, noun: str) -> list[str]:
    """The values that stand behind a noun."""
    shape = re.compile(
        rf"\b{re.escape(noun)}\b\s*(?:=\s*|:\s*|is\s+|equals\s+)?(?P<value>{_VALUE})", re.IGNORECASE
    )
    found = [each["value"] for each in shape.finditer(above)]
    return [value for value in found if value.casefold() not in _NO_VALUES]


def _values(above: str) -> list[str]:
    """The values that are said to be something's, and all that are quoted."""
    linked = [m["value"] for m in _LINKED.finditer(above) if m["value"].casefold() not in _NO_VALUES]
    quoted = [each for each in re.findall(r"'[^']*'|\"[^\"]*\"", above) if each not in linked]
    return linked + quoted
