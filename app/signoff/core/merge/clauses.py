"""Running text cut into clauses, each of which may say one thing about rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?<=[\w)'\"])[.;!](?=\s|$)|\n+|\s[•·▪–—]\s|;")
_ABBREVIATED = re.compile(
    r"\b(i\.e|e\.g|incl|excl|approx|resp|acc|ca|vs|cf|no(?=\. [a-z(])|nr(?=\. [a-z(]))\.(?=\s)", re.I
)
_FILLER = re.compile(
    r"^(?:[-*•·▪–—>]+\s*|\d+[.)]\s+|\(?[a-z]\)\s+|(?:and|then|also|finally|first(?:ly)?|second(?:ly)?|next|"
    r"please|note(?: that)?|rule|"
    r"remark|hint|"
    r"how (?:it is )?built|build|logic|load logic|population|rows?|scope|selection|filters?(?=\s*:)"
    r"|criteria(?=\s*:)|table rule)\b\s*[:,]\s*"
    r"|(?:and|then|also|finally|next)\s+)+",
    re.IGNORECASE,
)
_TIE = (
    r"(?:by\s+)?(?:the\s+)?(?:one\s+with\s+(?:the\s+)?)?(?:(?:highest|higher|lowest|lower|latest|later|earliest|earlier|newest|"
    r"oldest|largest|smallest|biggest|greatest)\s+\w+|\w+_\w+(?:\s+(?:desc|asc)\w*)?)\s*(?:$|[.;,)]|per\b|wins\b|counts\b)"
)
"""What decides among equal rows, behind ``then``: it belongs to what is said before it."""
_NEXT = re.compile(
    rf"\s*,?\s+(?:and\s+then|then|and\s+also)\s+(?!{_TIE})"
    r"|\s*(?:->|=>|→)\s*(?=(?:so\s+)?(?:keep|take|use|only|leave|"
    r"exclude|ignore|skip|load)\b)"
    r"|\s*,\s*(?:and\s+)?(?=(?:(?:left|inner|full|right)\s+)?(?:outer\s+)?join(?:ed)?\b|look(?:ed)?"
    r"[\s-]?up\b|group(?:ed)?\s+by\b|only\b|exclud|leav|"
    r"driven\s+by\b|based\s+on\b|from\b|without\b|where\b|keep\b|minus\b|but\s+(?:not|only|without)\b|"
    r"except\b|filter|one\s+(?:row|line|record|entry)\b|"
    r"latest\b|distinct\b|aggregat|ignor|skip|drop|remove|matched\b)"
    r"|\s+and\s+(?=(?:(?:left|inner|full|right)\s+)?(?:outer\s+)?join(?:ed)?\b|look(?:ed)?[\s-]?up\b|"
    r"group(?:ed)?\s+by\b|exclud|leave\s+(?:(?:the\s+)?[\w-]+\s+)?out\b|keep\s+only\b)"
    r"|\s+(?=(?:left|inner|full|right)\s+(?:outer\s+)?join\b)"
    r"|:\s+(?=(?:so\s+)?(?:leave\s+(?:them\s+)?out|exclude|skip|drop|ignore|omit|only|keep\s+only|take\s+only)\b)",
    re.IGNORECASE,
)
_LEADS_ON = 5
"""Words before a colon from which on they are a sentence and no label."""
_LISTED = re.compile("[,;]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_BETWEEN_TABLES = re.compile(r"^\s*(?:from\s+)?[\w.$\"]+(?:\s+(?:as\s+)?\w+)?\s*$", re.IGNORECASE)


_SO_ARE = re.compile(
    r"(?P<before>\b(?:is|are|get|gets)\s+(?P<done>\w+(?:\s+out)?))\s*[,;]?\s+(?:and\s+)?so\s+(?:is|are|do|does|get)\s+(?P<these>[^;.!]+)",
    re.IGNORECASE,
)
"""What is said of some rows, said of others too: ``rows without X are dropped, so are those of Y``."""


def clauses_of(text: str) -> Iterator[str]:
    """The clauses of a text, without bullets and words that only lead on; in their order, none empty."""
    text = _SO_ARE.sub(r"\g<before>; \g<these> are \g<done>", text)
    for sentence in _sentences(_ABBREVIATED.sub(r"\1", text)):
        start = 0
        for cut in _NEXT.finditer(sentence):
            if cut.group().startswith(":") and len(sentence[start : cut.start()].split()) < _LEADS_ON:
                continue
            if inside(sentence, cut.start()) or (
                _BETWEEN_TABLES.match(sentence[start : cut.start()])
                and "join" in cut.string[cut.end() : cut.end() + 20].lower()
            ):
                continue
            yield from _cleaned(sentence[start : cut.start()])
            start = cut.end()
        yield from _cleaned(sentence[start:])


def _sentences(text: str) -> Iterator[str]:
    """The text cut at full stops and semicolons, but not inside brackets or quotes; at each new line."""
    start = 0
    for cut in _SENTENCE.finditer(text):
        if "\n" in cut.group() or not inside(text[start:], cut.start() - start):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


def items_of(text: str) -> Iterator[str]:
    """The items of a list: a text cut at commas and semicolons outside brackets and quotes."""
    return (item.strip(" .") for item in cut_outside(text, _LISTED))


def cut_outside(text: str, shape: re.Pattern[str]) -> list[str]:
    """The text cut where a shape matches outside brackets and quotes."""
    found, start = [], 0
    for cut in shape.finditer(text):
        if inside(text, cut.start()):
            continue
        found.append(text[start : cut.start()])
        start = cut.end()
    return [*found, text[start:]]


def inside(text: str, place: int) -> bool:
    """Whether a place of a text stands in brackets or quotes."""
    before = _APOSTROPHE.sub("", text[:place])
    return before.count("(") > before.count(")") or before.count("'") % 2 == 1


def _cleaned(clause: str) -> Iterator[str]:
    bare = " ".join(_FILLER.sub("", clause.strip()).split()).strip(" ,:.")
    if bare:
        yield bare
