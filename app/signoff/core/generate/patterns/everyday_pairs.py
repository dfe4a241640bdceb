"""Codes told in sentences: ``We show paid as Premium and free as Free. Every other level is shown as Other``.

``ios and android are both called mobile, web stays web, everything else including null is other``.
"""

from __future__ import annotations

import re

from signoff.core.domain.expressions import Scope
from signoff.core.generate.patterns.everyday_values import without_case_aside
from signoff.core.generate.patterns.pieces import text_literal
from signoff.core.generate.types import Family, family_of

_CODE = r"(?:'[^']*'|[\w/&-]+)"
_CODES = rf"(?P<codes>{_CODE}(?:\s*(?:,|\band\b|\bor\b|&)\s*{_CODE})*)"
_VALUE = r"(?P<value>'[^']*'|[\w/&-]+(?:\s+[\w/&-]+)?)"
_SHOW = r"(?:(?:we|they|it)\s+)?(?:show|call|report|translate|write|turn|map|name|convert|display|print)s?"
_AS = re.compile(rf"(?:{_SHOW}\s+)?{_CODES}\s+(?:as|to|into|with|by)\s+{_VALUE}", re.IGNORECASE)
_IS = re.compile(
    rf"{_CODES}\s+(?:becomes?|stays?|remains?|turns?\s+into|(?:is|are)\s+(?:both\s+|all\s+)?(?:called"
    rf"|shown\s+as|reported\s+as|named|mapped\s+to|translated\s+to)"
    rf"|(?:counts?|goes?)\s+as)\s+{_VALUE}",
    re.IGNORECASE,
)
_OTHER = (
    r"(?:(?:every|any|each|all)\s*(?:thing|one)?\s+(?:other|else)|(?:all\s+)?(?:the\s+)?(?:rest|others))"
    r"(?:\s+\w+)?"
)
_AND_EMPTY = (
    r"(?:\s*\((?:and|also|incl\w*\.?|or)\s+[^()]*\)|\s+(?:including|incl\.?|and|also)\s+"
    r"(?:null|empty|nothing|missing|none|no\s+\w+(?:\s+at\s+all)?))?"
)
_ELSE = re.compile(
    rf"{_OTHER}{_AND_EMPTY}\s*(?:(?:is|are|becomes?|gets?|counts?|stays?)\s+(?:shown\s+|reported\s+|called\s+"
    rf"|named\s+)?(?:as\s+)?|as\s+|[=:]\s*)+{_VALUE}",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    rf"(?:leave|keep)\s+{_OTHER}\s+(?:empty|blank|null)|{_OTHER}\s+(?:stays?|is|are)\s+(?:left\s+)?(?:empty"
    rf"|blank|null)",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:[,;]|\.(?=\s|$))\s*(?:and\s+)?", re.IGNORECASE)
_AND = re.compile(
    r"\s+and\s+(?=" + _CODE + r"\s+(?:as|to|into|becomes?|stays?|is\s+called)\s)", re.IGNORECASE
)
_FEWEST = 2
_NO_CODE = frozenset(
    {"it", "the", "value", "everything", "all", "we", "rest", "others", "name", "text", "date"}
)


def everyday_pairs(text: str, scope: Scope) -> str:
    """A CASE over codes of the only source; empty for a text that is not wholly of such sentences.

    Args:
        text: the rule.
        scope: its columns.
    """
    if (
        len(scope.sources) != 1
        or scope.aggregate
        or family_of(scope.sources[0].column.type) is not Family.TEXT
    ):
        return ""
    plain, folded = without_case_aside(text)
    pieces = [part for piece in _CUT.split(plain) if piece for part in _AND.split(piece)]
    arms: list[tuple[list[str], str]] = []
    other, leaves_empty = "", False
    for piece in pieces:
        if _EMPTY.fullmatch(piece) is not None:
            leaves_empty = True
        elif (rest := _ELSE.fullmatch(piece)) is not None and not other:
            other = rest["value"]
        elif (told := _IS.fullmatch(piece) or _AS.fullmatch(piece)) is not None:
            arms.append(
                (
                    [c.strip().strip("'") for c in re.split(r"\s*(?:,|\band\b|\bor\b|&)\s*", told["codes"])],
                    told["value"],
                )
            )
        else:
            return ""
    codes = [code.casefold() for each, _value in arms for code in each]
    if (
        len(arms) < _FEWEST
        or not (other or leaves_empty)
        or len(set(codes)) < len(codes)
        or _NO_CODE & set(codes)
    ):
        return ""
    return _case(arms, other, scope.sources[0].sql, folded=folded)


def _case(arms: list[tuple[list[str], str]], other: str, value: str, *, folded: bool) -> str:
    tested = f"upper(trim({value}))" if folded else value
    whens = []
    for codes, told in arms:
        listed = ", ".join(text_literal(code.upper() if folded else code) for code in codes)
        whens.append(f"WHEN {tested} IN ({listed}) THEN {text_literal(_bare(told))}")
    rest = f" ELSE {text_literal(_bare(other))}" if other else ""
    return f"CASE {' '.join(whens)}{rest} END"


def _bare(text: str) -> str:
    return text.strip().strip("'")
