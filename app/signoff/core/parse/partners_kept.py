"""What a cover sheet says of rows without a partner and of the word for no value, for every table.

``If the other table has no matching record we keep our row``, ``all joins are left joins unless said otherwise``;
``"Blank" in a rule means that the field stays without a value``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.spec import GeneralKind, GeneralRule

_UNLESS_SAID = (
    r"(?:\s*[,(–-]?\s*(?:unless|if\s+not|except\s+where|where\s+not)\s+(?:it\s+is\s+|otherwise\s+)?"
    r"(?:said|stated|noted|marked|specified|told|mentioned|given)?\s*(?:otherwise|differently)?"
    r"(?:\s+(?:said|stated|noted|marked|specified|told|mentioned))?\)?|\s*[,(–-]?\s*by\s+default\)?)?"
)
_ROW = r"(?:row|record|line|entry)s?"
_STAYS = (
    r"(?:stays?|remains?|(?:is|are)\s+(?:still\s+)?(?:kept|loaded|taken|retained))"
    r"(?:\s+(?:in|anyway|too|all\s+the\s+same|nevertheless))?"
)
_NO_PARTNER = (
    r"(?:(?:the|a|an|any)\s+)?(?:other|joined|second|looked[\s-]up|lookup|reference|partner)\s+table\s+"
    r"(?:has|have|holds|gives|contains|finds)\s+"
    rf"(?:no|nothing)(?:\s+(?:matching|fitting|such|suitable))?(?:\s+(?:{_ROW}|match|partner|entry))?"
    rf"|(?:no|nothing)\s+(?:match(?:es|ing)?|partner|fits?)?\s*(?:{_ROW}\s+)?(?:is\s+)?(?:found\s*)?(?:in\s+(?:the|a)\s+(?:other|joined|second|lookup)\s+table)?"
    r"|there\s+is\s+no\s+(?:match(?:ing)?|partner)(?:\s+(?:row|record|entry))?(?:\s+in\s+(?:the|a)\s+(?:other|joined)\s+table)?"
    r"|a\s+(?:join|lookup|look-up)\s+(?:finds|gives|has)\s+(?:nothing|no\s+(?:match|row|record|partner))"
)
_KEPT = tuple(
    re.compile(rf"^(?:[\w ]{{3,30}}:\s*)?{shape}{_UNLESS_SAID}$", re.IGNORECASE)
    for shape in (
        rf"(?:if|when|where)\s+(?:{_NO_PARTNER})\s*,?\s*(?:then\s+)?(?:we\s+(?:still\s+)?keep\s+(?:our|the)\s+(?:own\s+)?{_ROW}|"
        rf"(?:our|the)\s+(?:own\s+|driving\s+|main\s+)?{_ROW}\s+{_STAYS})",
        r"(?:all|every|any)\s+(?:the\s+)?joins?\s+(?:are|is)\s+(?:an?\s+)?left(?:\s+outer)?(?:\s+joins?)?",
        r"joins\s+are\s+(?:always\s+)?left(?:\s+outer)?(?:\s+joins?)?",
        rf"(?:our\s+|own\s+|all\s+|driving\s+)?{_ROW}\s+(?:without|with\s+no)\s+(?:an?\s+|any\s+)?(?:partner|match|counterpart)"
        rf"(?:\s+in\s+(?:the|a|another|some)\s+(?:other\s+|joined\s+|looked[\s-]up\s+)?tables?)?\s+{_STAYS}",
        rf"(?:joins?|look-?ups?)\s+never\s+(?:drop|lose|remove|reduce|cost)s?\s+(?:any\s+|the\s+)?(?:number\s+of\s+)?{_ROW}",
    )
)
_BLANK_IS = re.compile(
    r"^[\"'“‘](?P<of>blank|empty|nothing|none)[\"'”’](?:\s+(?:in|as|by|within)\s+(?:a|an|the|any|our|all)?\s*(?:rule|rules|result|logic|mapping|sheets?|columns?))*"
    r"\s+(?:means|stands\s+for|is|=|always\s+means)\s+(?:that\s+)?(?:(?:the|a)\s+)?(?:(?:target\s+)?(?:field|column|cell)\s+)?"
    r"(?:(?:stays|remains|is|gets|has|left|be)\s+)*(?:null|no\s+value|without\s+(?:a\s+)?value|not\s+filled|unfilled)(?:\s*\(null\))?$",
    re.IGNORECASE,
)
_OUTCOME = r"(?:(?<=[=:]\s)|(?<=[=:])|(?<=\bthen\s)|(?<=\belse\s)|(?<=\botherwise\s)|(?<=\bbecomes\s)|(?<=\bstays\s))"


def keeps_rows(sentence: str) -> bool:
    """Whether a sentence says of every join that rows without a partner stay; False where it says more than that."""
    return any(shape.match(" ".join(sentence.split()).strip(" .;")) for shape in _KEPT)


def word_for_nothing(sentence: str) -> str:
    """The word that a sentence says stands for no value in a rule; empty for every other sentence."""
    found = _BLANK_IS.match(" ".join(sentence.split()).strip(" .;"))
    return found["of"] if found is not None else ""


def with_nothing_said(text: str, rules: Sequence[GeneralRule]) -> str:
    """A rule with NULL in place of such a word where it is what comes out: ``empty = blank``.

    Args:
        text: the rule.
        rules: the document's general rules.
    """
    for each in rules:
        if each.kind is GeneralKind.NOTHING:
            text = re.sub(
                rf"{_OUTCOME}{re.escape(each.of)}(?=\s*(?:[.,;)]|$))", "NULL", text, flags=re.IGNORECASE
            )
    return text
