"""Texts put together: one behind the other, in a pattern that is shown, as the digest of several."""

from __future__ import annotations

import re

from signoff.core.merge.likely.conditions import text_literal
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import SIGN, sign_of
from signoff.core.merge.likely.plainly.names import kind_of

_FOLLOWED = re.compile(
    r"\s*,?\s+(?:(?:is\s+)?followed\s+by|and\s+then|then|plus|and\s+behind\s+it|and)\s+|\s*,\s+"
    r"(?:then\s+|and\s+)?|\s+\+\s+(?=['\w])",
    re.IGNORECASE,
)
_LED = re.compile(r"\bfollowed\s+by\b|\bthen\b|'", re.IGNORECASE)
_MARK = re.compile(rf"^(?:an?\s+|one\s+|the\s+)?(?:single\s+)?(?P<s>{SIGN})$", re.IGNORECASE)
_SHOWN = re.compile(
    r"^(?:the\s+)?(?P<nouns>[\w\s,]+?)\s+(?:as|in\s+the\s+form|written\s+as|shown\s+as|formatted\s+"
    r"as|like)\s+['\"](?P<shape>[^'\"]+)['\"]$",
    re.IGNORECASE,
)


def text_made(text: str, ground: Ground) -> str:
    """SQL of texts put together; empty where one of the words is not understood."""
    if ground.target != "text":
        return ""
    return _shown(text, ground)


def parts_of(text: str, ground: Ground) -> tuple[str, ...]:
    """The parts of texts that stand one behind the other; empty where one of them is not understood.

    Args:
        text: ``last name, followed by ', ' and first name``.
        ground: what the rule is about.
    """
    if ground.target != "text" or not (
        _LED.search(text) or re.search(rf",\s+(?:an?\s+|one\s+)?(?:{SIGN})\s*,", text)
    ):
        return ()
    pieces = _cut(text)
    made = [_part(piece, ground) for piece in pieces]
    columns = [m for m in made if m and not m.startswith("'")]
    if len(made) < 2 or not all(made) or not columns or len(columns) == len(made):
        return ()
    return tuple(made)


def _cut(text: str) -> list[str]:
    """The pieces, those in quotes left whole."""
    kept = re.split(r"('[^']*')", text)
    marked = "".join(f"'{n}'" if n % 2 else each for n, each in enumerate(kept))
    parts = [p for p in _FOLLOWED.split(marked) if p and p.strip(" ,")]
    return [
        re.sub(r"'(\d+)'", lambda m: kept[int(m[1])], p).strip(" ,") if "'" in p else p.strip(" ,")
        for p in parts
    ]


def _part(piece: str, ground: Ground) -> str:
    if re.fullmatch(r"'[^']*'", piece):
        return piece
    mark = _MARK.match(piece)
    if mark is not None and (sign := sign_of(mark["s"])):
        return text_literal(sign)
    return _as_text(piece, ground)


def _as_text(noun: str, ground: Ground) -> str:
    plain = re.sub(r"^(?:the|its|our)\s+", "", noun.strip(), flags=re.IGNORECASE)
    column = ground.names.named(plain) or ground.names.called(plain)
    sources = ground.names.sources
    if (
        column is None
        and len(sources) == 1
        and re.search(r"\b(?:id|number|code|key|no)$", plain, re.IGNORECASE)
        and len(plain.split()) < 4
    ):
        column = sources[0]
    if column is None:
        return ""
    return column.sql if kind_of(column) == "text" else f"CAST({column.sql} AS VARCHAR)"


def _shown(text: str, ground: Ground) -> str:
    """Texts in a pattern that has their names in it: ``code and term as 'code: term'``."""
    match = _SHOWN.match(text)
    if match is None:
        return ""
    nouns = [n.strip() for n in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", match["nouns"]) if n.strip()]
    found = re.split(rf"\b({'|'.join(map(re.escape, nouns))})\b", match["shape"])
    if len(nouns) < 2 or len(found) != 2 * len(nouns) + 1 or set(found[1::2]) != set(nouns):
        return ""
    made = [_as_text(each, ground) if n % 2 else text_literal(each) for n, each in enumerate(found) if each]
    return " || ".join(made) if all(made) else ""


_DIGEST = re.compile(
    rf"^(?:the\s+)?(?P<how>md5|sha-?256|sha-?1)(?:[\s-]*(?:hash|digest|sum))?\s+(?:of|over)\s+(?P<list>."
    rf"+?)\s*,?\s+(?:joined|concatenated|separated|put\s+together|linked|glued)\s+(?:with|by|through|"
    rf"using)\s+(?:an?\s+|the\s+sign\s+)?(?P<sep>{SIGN}|'[^']*')(?:\s+between(?:\s+them)?)?$",
    re.IGNORECASE,
)
_TRIMMED = re.compile(
    r"^(?:the\s+)?(?:cleaned|trimmed|stripped)\s+(?:(?:text|value)\s+of\s+)?(?P<noun>.+)$", re.IGNORECASE
)
AS_EMPTY = re.compile(
    r"^(?:an?\s+|each\s+|any\s+)?(?:nulls?|missing|empty)(?:\s+(?:values?|ones?|columns?|parts?)"
    r")?\s+(?:(?:is|are)\s+)?(?:counts?|counted|treated|taken|used)?\s*(?:as|→|=)\s+(?:an?\s+)"
    r"?empty(?:\s+(?:text|string)s?)?$",
    re.IGNORECASE,
)
"""Missing parts count as empty texts."""


def digest_of(text: str, ground: Ground) -> tuple[str, tuple[str, ...]]:
    """SQL of the digest of several values and the values as text; empty where a word is not understood.

    Args:
        text: ``MD5 of code, the trimmed name and city, joined with '|'``.
        ground: what the rule is about.
    """
    match = _DIGEST.match(text)
    if match is None or ground.target != "text":
        return "", ()
    nouns = [n for n in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", match["list"]) if n.strip()]
    made = [_digested(noun, ground) for noun in nouns]
    sep = sign_of(match["sep"])
    if len(made) < 2 or not all(made) or not sep:
        return "", ()
    name = {"m": "md5"}.get(match["how"][:1].casefold(), match["how"].casefold().replace("-", ""))
    return f"{name}({f' || {text_literal(sep)} || '.join(made)})", tuple(made)


def _digested(noun: str, ground: Ground) -> str:
    trimmed = _TRIMMED.match(noun.strip())
    sql = _as_text(trimmed["noun"] if trimmed is not None else noun, ground)
    return f"trim({sql})" if sql and trimmed is not None else sql
