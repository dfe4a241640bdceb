"""What a paragraph of joins says of rows without a partner: once for all of them, or for one by its noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from signoff.core.merge.names import plain_words

_LEFT = r"(?:optional|outer|left(?:\s+outer)?|optionally\s+joined|not\s+mandatory|not\s+required)"
_INNER = (
    r"(?:mandatory|required|obligatory|compulsory|inner|not\s+optional"
    r"|must\s+exist|have\s+to\s+exist|must\s+be\s+there)"
)
_JOINS = r"(?:\s+join(?:s|ed)?|\s+ones?)?"
_BE = r"(?:\s+(?:is|are|remain|stay))?"
_EVERY = (
    r"(?:all|each|every\s+one|every|both|the\s+others|the\s+other\s+(?:tables|joins|ones)|the\s+rest|everything\s+else|all\s+others?|these|those)"
    r"(?:\s+of\s+(?:these|those|them|the\s+(?:others|joins|tables)))?(?:\s+(?:the\s+)?(?:joins?|tables?|others))?(?:\s+(?:here|above|below))?"
)
_ALL = re.compile(
    rf"^(?:{_EVERY})?{_BE}\s*(?:(?P<left>{_LEFT})|(?P<inner>{_INNER})){_JOINS}(?:\s+throughout)?$", re.I
)
_BUT = re.compile(
    rf"^(?:{_EVERY})\s+(?:but|except(?:\s+for)?|apart\s+from|besides)\s+(?P<nouns>.+?){_BE}\s+(?:(?P<left>{_LEFT})|(?P<inner>{_INNER})){_JOINS}$",
    re.I,
)
_ONLY = re.compile(
    rf"^(?:only|just)\s+(?P<nouns>.+?){_BE}\s+(?:an?\s+)?(?:(?P<left>{_LEFT})|(?P<inner>{_INNER})){_JOINS}$",
    re.I,
)
_ONE = re.compile(
    rf"^(?P<nouns>(?:the\s+)?[\w ]+?(?:(?:\s*,\s*|\s+and\s+)(?:the\s+)?[\w ]+?)*)\s+(?:is|are)\s+"
    rf"(?:an?\s+)?(?:(?P<left>{_LEFT})|(?P<inner>{_INNER})){_JOINS}$",
    re.I,
)
_NONE_LOST = re.compile(
    r"^(?:none\s+of\s+(?:these|those|them|the\s+joins)|no\s+join|the\s+joins|they)\s+(?:may|must|should|can|shall|is\s+to|are\s+to)?\s*(?P<not>not\s+|never\s+)?"
    r"(?:lose|drop|remove|cost)\s+(?:any\s+|us\s+)?(?:rows?|records?|lines?)$",
    re.I,
)
_NEGATED = re.compile(r"^(?:none|no\s+join)\b", re.I)
_LEFT_PIECE = re.compile(
    r"^(?:(?:as\s+)?(?:an?\s+)?optional(?:ly)?(?:\s+join)?|left(?:\s+outer)?(?:\s+join(?:ed)?)?|outer(?:\s+join)?|(?:if|where|when)\s+(?:any|there\s+is\s+(?:one|any|such\s+a\s+\w+)|known|given|filled|present|available|it\s+exists)"
    r"|(?:which\s+|it\s+)?(?:may|can|might)\s+be\s+(?:missing|empty|null|absent|unknown)|not\s+always\s+(?:there|filled|given))$",
    re.I,
)
_INNER_PIECE = re.compile(
    r"^(?:mandatory|required|obligatory|compulsory|inner(?:\s+join(?:ed)?)?|(?:which\s+|it\s+)?(?:must|has\s+to)\s+(?:exist|be\s+there|be\s+found))$",
    re.I,
)
_STAYS = re.compile(
    r"^(?:the|its|our|but\s+the|then\s+the)\s+(?P<noun>[\w ]+?)\s+(?:still\s+)?"
    r"(?:stays?(?:\s+in)?|remains?(?:\s+in)?|(?:is|are)\s+kept)$",
    re.I,
)
_NOT_FOUND = re.compile(
    r"^(?:an?|the)\s+(?:\w+\s+)?(?P<noun>\w+)\s+(?:is|are)\s+not\s+(?:found|there|in\s+it)(?:\s+there)?$",
    re.I,
)
_NOT_IN = re.compile(
    r"^[\w ]+?\s+(?:that\s+are\s+|which\s+are\s+)?not\s+(?:found\s+|listed\s+)?in\s+(?:the\s+)?(?P<noun>\w+)"
    r"\s+(?:is|are)\s+(?:ignored|left\s+out|not\s+taken|dropped|skipped|not\s+counted)$",
    re.I,
)
_REMARK = re.compile(
    r"^(?:always\s+(?:there|filled|found|given)|at\s+most\s+one(?:\s+(?:per|for\s+each)\s+\w+)?|never\s+more\s+than\s+one(?:\s+(?:per|for\s+each)\s+\w+)?)$",
    re.I,
)


@dataclass
class Kinds:
    """Kinds of joins that are told apart from the joins themselves."""

    default: str = ""
    own: dict[str, str] = field(default_factory=dict)
    """Kind by noun."""

    @property
    def says_anything(self) -> bool:
        """Whether a sentence told of any kind."""
        return bool(self.default or self.own)

    def of(self, table: str, role: str) -> str:
        """``left`` or ``inner`` for a table in a role; empty where nothing is told."""
        return self.told(table, role) or self.default

    def told(self, table: str, role: str) -> str:
        """The kind that a sentence tells of this very table; empty for none."""
        return next((kind for noun, kind in self.own.items() if is_called(noun, table, role)), "")


def is_called(noun: str, table: str, role: str = "") -> bool:
    """Whether a noun means a table: it consists of words of its name or of its role."""
    said = set(plain_words(noun)) - {"the", "a", "an", "join", "table"}
    return bool(said) and (said <= set(plain_words(table)) or said <= set(plain_words(role)))


def kinds_said(text: str, kinds: Kinds) -> bool:
    """Take what a sentence says of the kinds of joins; False for any other sentence.

    Args:
        text: the sentence.
        kinds: what was told so far; changed.
    """
    text = " ".join(text.split()).strip(" .")
    if found := _ALL.match(text):
        kinds.default = "left" if found["left"] else "inner"
        return True
    if (found := _NONE_LOST.match(text)) and bool(found["not"]) != bool(_NEGATED.match(text)):
        kinds.default = "left"
        return True
    for shape, other in ((_BUT, True), (_ONLY, True), (_ONE, False)):
        found = shape.match(text)
        if found is None:
            continue
        said = "left" if found["left"] else "inner"
        against = "inner" if said == "left" else "left"
        own, rest = (against, said) if shape is _BUT else (said, against)
        kinds.own.update(dict.fromkeys(_nouns(found["nouns"]), own))
        kinds.default = rest if other else kinds.default
        return True
    return False


def _nouns(text: str) -> Iterator[str]:
    for noun in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+", text):
        yield re.sub(r"^(?:the|its|an?)\s+", "", noun.strip(), flags=re.IGNORECASE)


def kind_said(text: str, driving: str = "", table: str = "") -> str | None:
    """``left`` or ``inner`` where words beside a join say so, empty where they say nothing; None for anything else.

    Args:
        text: what stands behind its keys, or in brackets.
        driving: the table whose rows may stay without a partner.
        table: the table that is joined.
    """
    kinds: set[str] = set()
    for piece in re.split(r"\s*[,;]\s*(?:and\s+|but\s+)?", text.strip(" ,.;")):
        if not piece or _REMARK.match(piece):
            continue
        stays, missing = _STAYS.match(piece), _NOT_FOUND.match(piece)
        if stays is not None and driving and is_called(stays["noun"], driving):
            kinds.add("left")
        elif missing is not None and table and is_called(missing["noun"], table):
            continue
        elif (gone := _NOT_IN.match(piece)) is not None and table and is_called(gone["noun"], table):
            kinds.add("inner")
        elif _LEFT_PIECE.match(piece):
            kinds.add("left")
        elif _INNER_PIECE.match(piece):
            kinds.add("inner")
        else:
            return None
    return None if len(kinds) > 1 else next(iter(kinds), "")
