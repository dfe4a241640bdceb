"""What is done with a value: blanks and letters, its type, its sign, zeros in front, decimals, the time of a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from signoff.core.merge.likely.everyday.cuts import with_cut
from signoff.core.merge.likely.everyday.state import Value, is_text_of, started
from signoff.core.merge.likely.plainly.ground import Ground
from signoff.core.merge.likely.plainly.lexis import NUMBER, figure

_BLANKS = r"(?:blanks?|spaces?|white\s*spaces?)"
_TAKE = r"(?:take|cut|strip|remove|drop|trim|leave|throw)(?:ped|d|n|med)?"
_TRIM = re.compile(
    rf"^(?:{_TAKE}\s+(?:off|away|out)?\s*(?:all\s+|any\s+|the\s+)*(?:leading\s*(?:and|or|/|,|&|\+)\s*trailing|"
    rf"trailing\s*(?:and|or|/|&)\s*leading|surrounding|outer|outside)\s+{_BLANKS}(?:\s+(?:off|away|removed))?|"
    rf"(?:all\s+|any\s+|the\s+)*(?:leading\s*(?:and|or|/|&)\s*trailing|surrounding|outer)\s+{_BLANKS}\s+(?:are\s+)?"
    r"(?:removed|taken\s+(?:off|away)|cut(?:\s+off)?|off|dropped|stripped)|"
    rf"{_TAKE}\s+(?:off\s+|away\s+)?(?:all\s+|any\s+|the\s+)*{_BLANKS}\s+(?:at|on|from|around)\s+"
    rf"(?:it|both\s+(?:ends|sides)|the\s+ends)|"
    rf"without\s+(?:any\s+|the\s+)?(?:leading\s*(?:and|or|/)\s*trailing|surrounding|outer)\s+{_BLANKS}|"
    rf"trim(?:med)?|strip(?:ped)?)$",
    re.IGNORECASE,
)
_NO_BLANK = re.compile(
    r"^(?:(?:(?:if|when|where)\s+)?(?:there\s+is\s+)?nothing\s+(?:is\s+)?(?:left|remains)(?:\s+"
    r"over)?\s*[,:]?\s*(?:then\s+)?"
    r"(?:→\s*|the\s+value\s+is\s+|it\s+is\s+|it\s+becomes\s+|make\s+it\s+|leave\s+(?:it\s+)?|set\s+"
    r"(?:it\s+)?(?:to\s+)?|load\s+|use\s+)?"
    r"(?:null|empty|missing|no\s+value)|"
    r"(?:an?\s+)?(?:empty|blanks?)(?:\s+(?:text|strings?|values?|result))?\s*(?:→|=|becomes?|is|"
    r"are|to|counts?\s+as|means?|turns?\s+into|as)\s*"
    r"(?:null|missing|no\s+value)|null\s+(?:if|when|where)\s+(?:it\s+is\s+|nothing\s+is\s+|the\s+"
    r"result\s+is\s+)?(?:empty|blank|left)(?:\s+after\s+that)?)$",
    re.IGNORECASE,
)
_CASED = re.compile(
    r"^(?:(?:in|to|into|all|as|put\s+in|written\s+in|make\s+it|convert(?:ed)?\s+to)\s+)*(?:(?P<up>upper"
    r"[\s-]?case(?:d)?|capitals?|capital\s+letters|upper)"
    r"|lower[\s-]?case(?:d)?|small\s+letters|lower)(?P<trim>\s+(?:and\s+)?(?:without\s+surrounding\s+"
    r"(?:spaces|blanks)|trimmed))?$",
    re.IGNORECASE,
)
_KIND = (
    r"(?:numeric|numbers?|amount|decimals?|integers?|whole\s+number|time\s?stamps?|date\s?times?|dates?|"
    r"moment|date\s+and\s+time|point\s+in\s+time)"
)
_CAST = re.compile(
    rf"^(?:(?:the\s+)?(?:text|string|value|it)\s+)?(?:is\s+)?(?:cast|convert(?:ed)?|parse[d]?|turn(?:ed)"
    rf"?|read|made?)?\s*"
    rf"(?:to|into|as|→)\s+(?:an?\s+)?{_KIND}$",
    re.IGNORECASE,
)
_VALID = rf"(?:an?\s+)?(?:valid\s+|real\s+|possible\s+|proper\s+|readable\s+)*{_KIND}"
_TRY = re.compile(
    r"^(?:(?:null|empty|no\s+value)\s+(?:if|when|where)\s+(?:it\s+|that\s+|the\s+(?:text|value)\s+)?(?:is\s+)?"
    rf"(?:not\s+{_VALID}|no\s+{_VALID}|invalid|not\s+(?:valid|possible|readable)|(?:it|that|this)"
    rf"\s+(?:fails|is\s+not\s+possible|does\s+not\s+work)|(?:can\s?not|can't)\s+be\s+\w+)|"
    rf"(?:if\s+|when\s+|where\s+)?(?:it\s+is\s+|is\s+)?(?:not\s+{_VALID}|no\s+{_VALID}|invalid(?:\s+"
    rf"{_KIND})?|not\s+(?:valid|possible|convertible))\s*(?:→|:|=|,|becomes?|is|gives|then)\s*(?:then\s+"
    rf"|load\s+|leave\s+|set\s+(?:to\s+)?)?(?:null|empty|no\s+value))$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"^(?:times\s+-\s?1|(?:multipl(?:y|ied)\s+(?:by|with)|x|\*|×)\s*\(?-\s?1\)?|with\s+(?:a\s+"
    r")?minus(?:\s+sign)?|with\s+(?:the\s+)?(?:opposite|reversed)\s+sign|negated|negative|(?:the\s+"
    r")?sign\s+(?:is\s+)?(?:turned|reversed|changed|flipped)|minus)$",
    re.IGNORECASE,
)
_MIDNIGHT = re.compile(
    r"^(?:(?:at|with(?:\s+the)?(?:\s+time)?|time)\s+)?(?:midnight|0?0:00(?::00)?(?:\s+o'clock)"
    r"?|start\s+of\s+(?:the\s+)?day)$",
    re.IGNORECASE,
)
_PADDED = re.compile(
    rf"^(?:(?:left|zero|0)[\s-]?)?(?:zero[\s-])?(?:padd?ed|filled(?:\s+up)?|pad|fill)\s+(?:with\s+"
    rf"(?:leading\s+)?zero(?:e?s)?\s+)?(?:(?:on|at|from)\s+the\s+left\s+|in\s+front\s+)?(?:with\s+"
    rf"(?:leading\s+)?zero(?:e?s)?\s+)?(?:up\s+)?to\s+(?:a\s+length\s+of\s+)?(?P<n>{NUMBER})(?:\s+"
    rf"(?:digits?|places?|characters?|positions?|chars?))?$",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    rf"^(?:and\s+)?(?:round(?:ed)?\s+)?(?:to\s+|with\s+|at\s+)?(?P<n>{NUMBER})\s+(?:decimals?|decimal\s+"
    rf"(?:places?|digits?)|digits?\s+after\s+the\s+(?:point|comma))$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:1\s?:\s?1|as[\s-]is|copied|copy|taken(?:\s+over)?|direct(?:ly)?|unchanged)\s+(?:from|of|out\s+of)\s+(?:the\s+|its\s+)?"
    r"\w+(?:\s+of\s+(?:the\s+|its\s+)?\w+)?$",
    re.IGNORECASE,
)
"""The value as it is, and where it is from: ``1:1 from the charge of the order``."""
KEPT = re.compile(
    r"^(?:(?:taken?\s+(?:over\s+)?|copy|copied|load(?:ed)?|left|leave|stays?|keep|kept|is|are|"
    r"it\s+is|moved?)\s+)*(?:as[\s-](?:it\s+)?is|as\s+(?:it|they)\s+(?:is|are|stands?)|as\s+delivered|"
    r"unchanged|1\s?:\s?1|direct(?:ly)?|the\s+same|copy|copied)$",
    re.IGNORECASE,
)
"""The value as it is."""


def with_step(piece: str, value: Value, ground: Ground) -> Value | None:
    """The value with what a piece does with it; None where the piece says anything else.

    Args:
        piece: the piece.
        value: what was read before it.
        ground: what the rule is about.
    """
    begun = started(value, ground)
    if begun is None or begun.arms or begun.default:
        return _late(piece, value, ground)
    for reader in _READERS:
        made = reader(piece, begun, ground)
        if made is not None:
            return made
    return None


def _late(piece: str, value: Value, ground: Ground) -> Value | None:
    """What may be said of a value behind its cases: that an unfit text is none."""
    return replace(value, cast="TRY_CAST") if _TRY.match(piece) and value.cast else None


def _letters(piece: str, value: Value, ground: Ground) -> Value | None:
    if _TRIM.match(piece) and is_text_of(value.sql, ground):
        return value.through("trim({})")
    cased = _CASED.match(piece)
    if cased is not None and ground.target == "text":
        shape = f"{'upper' if cased['up'] else 'lower'}({'trim({})' if cased['trim'] else '{}'})"
        return value.through(shape)
    if _NO_BLANK.match(piece) and is_text_of(value.sql, ground):
        inner = "nullif({}, '')" if "trim(" in value.sql else "nullif(trim({}), '')"
        return value.through(inner)
    return None


def _types(piece: str, value: Value, ground: Ground) -> Value | None:
    if _TRY.match(piece) and ground.target in ("number", "day", "moment"):
        return (
            replace(value, cast="TRY_CAST", steps=value.steps + 1) if is_text_of(value.sql, ground) else None
        )
    if _CAST.match(piece) and is_text_of(value.sql, ground) and ground.target in ("number", "day", "moment"):
        return replace(value, cast=value.cast or "CAST", steps=value.steps + 1)
    return replace(value, steps=value.steps + 1) if KEPT.match(piece) or _FROM.match(piece) else None


def turned(piece: str) -> bool:
    """Whether a piece turns the sign of a number."""
    return _TURNED.match(piece.strip(" .,;:")) is not None


def _numbers(piece: str, value: Value, ground: Ground) -> Value | None:
    if ground.target != "number":
        return None
    if turned(piece) and not is_text_of(value.sql, ground):
        return value.through("-({})")
    rounded = _ROUNDED.match(piece)
    if rounded is not None and not is_text_of(value.sql, ground):
        return value.through(f"round({{}}, {figure(rounded['n'])})")
    return None


def _shapes(piece: str, value: Value, ground: Ground) -> Value | None:
    if ground.target == "moment" and _MIDNIGHT.match(piece):
        return value.through("CAST(CAST({} AS DATE) AS TIMESTAMP)")
    padded = _PADDED.match(piece)
    if padded is None or ground.target != "text" or not re.search(r"zero|\b0", piece, re.IGNORECASE):
        return None
    return _filled(value, figure(padded["n"]), ground)


def _filled(value: Value, size: str, ground: Ground) -> Value:
    """Zeros in front: of the only part that is a column, where texts are put together."""
    column = next((p for p in value.parts if not p.startswith("'")), value.sql)
    text = (
        column if is_text_of(column, ground) or column.startswith("CAST(") else f"CAST({column} AS VARCHAR)"
    )
    shape = f"CASE WHEN length({text}) < {size} THEN lpad({text}, {size}, '0') ELSE {text} END"
    return replace(value, sql=value.sql.replace(column, shape), steps=value.steps + 1)


_READERS: tuple[Callable[[str, Value, Ground], Value | None], ...] = (
    _letters,
    _types,
    _numbers,
    _shapes,
    with_cut,
)
