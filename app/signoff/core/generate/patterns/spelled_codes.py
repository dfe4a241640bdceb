"""Lists of codes with a dash: ``P-Private, C - Corporate; others 'Not Classified'`` as ``P = 'Private', …``.

A dash may also be a subtraction or a range, and what parts the codes may be a stroke: the list counts only where every
part is a short code with its meaning and none of them names a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import Scope

_CODE = r"(?P<code>'[^']{1,12}'|\"[^\"]{1,12}\"|[A-Za-z0-9]{1,5})"
_PAIR = re.compile(rf"{_CODE}\s*[-–]\s*(?P<meaning>'[^']*'|\"[^\"]*\"|[^\W\d][\w .&()]*?)")
_SPACED = re.compile(rf"{_CODE}\s?[-–:=]\s?(?P<meaning>[^\W\d]\w*)")
_REST = re.compile(
    r"(?:[,;/|.]\s*|\s+)(?:(?:all|any|the|in)\s+)?(?:others?|else|otherwise|anything\s+else|everything\s+else|rest|remaining|other\s+codes?|"
    r"other\s+values?|default|unknown\s+codes?)\b\s*(?:(?:cases?|codes?|values?)\b)?\s*"
    r"(?:[,:=-]*>?\s*)(?:(?:load|set|is|are|to|as|be|use|becomes?|gets?|loaded|mapped|treated)\s+)*"
    r"(?P<rest>'[^']*'|\"[^\"]*\"|[\w/]+(?: [\w/]+)?|-)\s*\.?$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[,;|/\n]|\band\b)\s*")
_LEAD = re.compile(r"^(?:codes?|values?|map(?:ping)?|decode|list)\s*[:-]\s*", re.IGNORECASE)


def spelled_codes(text: str, scope: Scope) -> str:
    """The list with signs of equality; empty where the text is no such list.

    Args:
        text: the rule.
        scope: what it may use; its only source is what holds the codes.
    """
    if len(scope.sources) != 1:
        return ""
    plain = _LEAD.sub("", text.strip().rstrip(" .;"))
    rest = _REST.search(plain)
    listed = plain[: rest.start()] if rest is not None else plain
    pairs = _parted(listed) or _side_by_side(listed)
    if len(pairs) < 2 or _names_columns(pairs, scope):
        return ""
    made = ", ".join(f"{_quoted(code)} = {_quoted(meaning)}" for code, meaning in pairs)
    return made if rest is None else f"{made}, else {_quoted(rest['rest'])}"


def _parted(listed: str) -> list[tuple[str, str]]:
    parts = [p for p in _APART.split(listed.strip()) if p]
    found = [_PAIR.fullmatch(part) for part in parts]
    return [(m["code"], m["meaning"]) for m in found if m is not None] if all(found) else []


def _side_by_side(listed: str) -> list[tuple[str, str]]:
    """Pairs with nothing but blanks between them, each meaning one word."""
    shape = _SPACED.pattern.replace("?P<code>", "?:").replace("?P<meaning>", "?:")
    if re.fullmatch(rf"(?:{shape}\s*)+", listed.strip()) is None:
        return []
    return [(m["code"], m["meaning"]) for m in _SPACED.finditer(listed)]


def _names_columns(pairs: Sequence[tuple[str, str]], scope: Scope) -> bool:
    known = {c.column.name.casefold() for c in scope.columns}
    return any(part.casefold() in known for pair in pairs for part in pair)


def _quoted(text: str) -> str:
    bare = text.strip().strip("'\"").strip()
    return "'" + bare.replace("'", "''") + "'" if not bare.isdigit() or bare.startswith("0") else bare
