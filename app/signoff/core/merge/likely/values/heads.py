"""What a rule in sentences makes before anything is said of it: sums, spans, days, texts put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signoff.core.domain.expressions import ScopeColumn
from signoff.core.merge.likely.conditions import is_text, text_literal
from signoff.core.merge.likely.maps import fixed_value
from signoff.core.merge.likely.values.soft_tests import called
from signoff.core.merge.likely.values.tools import Tools
from signoff.core.merge.names import NUMERIC, words
from signoff.core.merge.rows_told import stem
from signoff.core.merge.scoping import is_day

_TOGETHER = re.compile(
    r"\b(?:together|added\s+(?:up|together)|in\s+all|combined|in\s+total|summed(?:\s+up)?|put\s+together|plus|sum\s+of)\b|^total\s+of\b",
    re.IGNORECASE,
)
_BUT_SUM = re.compile(
    r"\b(?:minus|less|times|per|if|when|where|only|without|all|every|each|rows?|not|percent|average|space|blank|comma|hyphen)\b|[*/%]",
    re.IGNORECASE,
)
_DAYS = re.compile(
    r"^(?:the\s+)?(?:(?:number|count)\s+of\s+|how\s+many\s+)?(?:calendar\s+|whole\s+|full\s+)?(?:days|nights)\b(?!\s*(?:off|worked|in))",
    re.IGNORECASE,
)
_BUT_DAYS = re.compile(
    r"\b(?:working|business|week\s*days?|month|if|when|previous|next|last|earlier|row|weekends?|holidays?|plus|minus|times|total|sum|average|only)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^(?:(?:only\s+|just\s+)?(?:the\s+)?(?:calendar\s+)?(?:day|date)(?:\s+(?:part|only|alone))?(?:\s+(?:of|from|without|on\s+which)\b.*)?|::\s*date|without\s+(?:the\s+)?time(?:\s+of\s+day)?|no\s+time(?:\s+part)?)$",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\b(?:first|last|next|previous|month|week|year|before|after|plus|minus|if|when|number|latest|earliest)\b",
    re.IGNORECASE,
)
_SEPARATORS = {
    "space": " ", "blank": " ", "hyphen": "-", "dash": "-", "minus sign": "-", "comma": ",", "slash": "/",
    "underscore": "_",    "colon": ":", "dot": ".", "full stop": ".", "semicolon": ";", "hash": "#",
}  # fmt: skip
_SEPARATOR = rf"(?:an?\s+|one\s+|single\s+|the\s+)*(?P<sep>{'|'.join(_SEPARATORS)})s?"
_BETWEEN = re.compile(
    rf"^(?P<a>.+?)\s*(?:,\s*|\s+and\s+|\s+then\s+)+(?P<b>.+?)\s*,?\s+(?:with|joined\s+by|joined\s+with|separated\s+by|parted\s+by|put\s+together\s+with|by|using)\s+{_SEPARATOR}(?:\s+(?:in\s+)?between(?:\s+them)?|\s+as\s+separator)?$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\s*,\s*(?:then\s+|and\s+)?|\s+then\s+|\s+and\s+then\s+", re.IGNORECASE)
_AFFIX = re.compile(
    r"^(?:it\s+is\s+|the\s+(?:text|letters?|prefix)\s+)?(?P<text>'[^']*'|\"[^\"]*\"|[A-Za-z0-9]{1,8}[-_/.:#]+|"
    r"[A-Z]{1,4})\s*(?:,\s*)?(?:(?:is\s+)?followed\s+by|plus|then|and\s+then|\+|in\s+front\s+of|"
    r"before|and)\s+(?:the\s+|its\s+|their\s+)?(?P<noun>[A-Za-z_][\w ]*?)$"
)
_PREFIXED = re.compile(
    r"^(?:the\s+)?(?P<noun>[A-Za-z_][\w ]*?)\s+with\s+(?P<text>'[^']*'|\"[^\"]*\"|[A-Za-z0-9]{0,8}[-_/.:#]+|"
    r"[A-Z]{1,4})\s+(?:in\s+front|before\s+it|as\s+(?:a\s+)?prefix|put\s+before)$"
)


def head_of(text: str, tools: Tools) -> str:
    """SQL of what a few words most likely make; empty where they are none of the known kinds.

    Args:
        text: the words, without what is said behind them.
        tools: the columns it may be about.
    """
    plain = " ".join(text.strip(" .,;:").split())
    if re.search(r"[.;](?:\s|$)", plain):
        return ""
    readers = (_joined, _listed) if "," in plain else (_day, _days, _joined, _affixed, _together, _formatted)
    for reader in readers:
        made = reader(plain, tools)
        if made:
            return made
    return ""


def _together(text: str, tools: Tools) -> str:
    """All number sources together, where each of them is called."""
    numbers = [c for c in tools.sources if NUMERIC.match(c.column.type)]
    if not _TOGETHER.search(text) or _BUT_SUM.search(text) or not 2 <= len(numbers) == len(tools.sources):
        return ""
    return " + ".join(c.sql for c in numbers) if all(_mention(text, c) >= 0 for c in numbers) else ""


def _mention(text: str, column: ScopeColumn) -> int:
    """Where a text first speaks of a column; -1 where it does not."""
    own = {_core(word) for word in words(column.column.name) if len(word) > 2}
    for match in re.finditer(r"[A-Za-z]\w*", text):
        if _core(match.group()) in own:
            return match.start()
    return -1


def _core(word: str) -> str:
    return re.sub(r"(?<=\w{4})(?:ure|al|ing|ation|ed|e)$", "", stem(word))


def _days(text: str, tools: Tools) -> str:
    """Days from the first day that is spoken of to the second."""
    days = [c for c in tools.sources if is_day(c)]
    if not _DAYS.match(text) or _BUT_DAYS.search(text) or len({c.sql for c in days}) != 2:
        return ""
    if not re.search(r"\b(?:from|between|to|until|lie|passed|since|after|and)\b", text, re.IGNORECASE):
        return ""
    places = [_told_at(text, c, days)[0] for c in days]
    cut = re.search(r"\b(?:to|until|till|and)\b", text, re.IGNORECASE)
    far = [p for p in places if p < 10_000]
    first, last = sorted(days, key=lambda c: _told_at(text, c, days))
    if len(far) == 1 and cut is not None and far[0] > cut.start():
        first, last = last, first
    if re.search(r"\bbefore\b", text, re.IGNORECASE):
        return ""
    return f"date_diff('day', {_as_day(first)}, {_as_day(last)})"


def _told_at(text: str, column: ScopeColumn, others: Sequence[ScopeColumn]) -> tuple[int, int]:
    """Where a day is spoken of by a word that calls no other; else its place among the sources."""
    shared = {_core(w) for o in others if o != column for w in words(o.column.name)}
    own = {_core(word) for word in words(column.column.name) if len(word) > 2} - shared
    for match in re.finditer(r"[A-Za-z]\w*", text):
        if _core(match.group()) in own:
            return match.start(), 0
    return 10_000, list(others).index(column)


def _as_day(column: ScopeColumn) -> str:
    return f"CAST({column.sql} AS DATE)" if column.column.type.upper().startswith("TIMESTAMP") else column.sql


def _day(text: str, tools: Tools) -> str:
    """The day of the only moment."""
    moments = [c for c in tools.sources if c.column.type.upper().startswith("TIMESTAMP")]
    if len(moments) != 1 or len(tools.sources) != 1 or not _DAY.match(text) or _NO_DAY.search(text):
        return ""
    return f"CAST({moments[0].sql} AS DATE)" if tools.target_type.upper() in ("DATE", "") else ""


def _joined(text: str, tools: Tools) -> str:
    """Two texts with something between: ``first name and last name with one space between them``."""
    match = _BETWEEN.match(text)
    if match is None:
        return ""
    parts = [_text_of(match[name], tools) for name in ("a", "b")]
    return f" || {text_literal(_SEPARATORS[match['sep'].lower()])} || ".join(parts) if all(parts) else ""


def _listed(text: str, tools: Tools) -> str:
    """Texts and what stands between them, one after the other: ``first name, one blank, last name``."""
    pieces = [piece.strip() for piece in _PIECE.split(text) if piece.strip()]
    made: list[str] = []
    for piece in pieces:
        separator = re.fullmatch(_SEPARATOR, piece, re.IGNORECASE)
        fixed = re.fullmatch(r"'([^']*)'|\"([^\"]*)\"", piece)
        if separator is not None:
            mark = _SEPARATORS[separator["sep"].lower()]
            if made and made[-1].startswith("'"):
                made[-1] = text_literal(f"{made[-1][1:-1]}{mark}")
                continue
            made.append(text_literal(mark))
        elif fixed is not None:
            made.append(text_literal(fixed[1] or fixed[2] or ""))
        else:
            made.append(_text_of(piece, tools))
    named = [each for each in made if not each.startswith("'")]
    return " || ".join(made) if all(made) and len(named) > 1 and len(named) < len(made) else ""


def _text_of(words_: str, tools: Tools) -> str:
    """The source that a few words call, as text."""
    shape = re.fullmatch(
        r"(?P<noun>.+?)\s+in\s+(?:(?P<up>capitals?|capital\s+letters|upper\s?case)|(?:small\s+letters|lower\s?case))|(?P<plain>.+?)(?:\s+as\s+(?:entered|it\s+is|typed|is))?",
        words_.strip(),
        re.IGNORECASE,
    )
    if shape is None:
        return ""
    noun = shape["noun"] or shape["plain"]
    column = called(re.sub(r"^(?:the|its|then|our)\s+", "", noun.strip(), flags=re.IGNORECASE), tools.sources)
    if column is None:
        return ""
    sql = column.sql if is_text(column) else f"CAST({column.sql} AS VARCHAR)"
    return sql if not shape["noun"] else f"{'upper' if shape['up'] else 'lower'}({sql})"


_FORMAT = re.compile(
    r"^(?:(?:is\s+)?(?:text|number|string)\s+)?(?P<f>(?:YYYY|YY|MM|DD|[./-])+)(?:\s+(?:text|number|string))?\s*(?:>|->|→|=>|\bto\b|\bas\b|\binto\b)\s*(?:an?\s+)?date$",
    re.IGNORECASE,
)


def _formatted(text: str, tools: Tools) -> str:
    """A day from the way it is written: ``YYYYMMDD > date``."""
    match = _FORMAT.match(text)
    if match is None or len(tools.sources) != 1 or is_day(tools.sources[0]):
        return ""
    shape = match["f"].upper()
    for letters, sign in (("YYYY", "%Y"), ("YY", "%y"), ("MM", "%m"), ("DD", "%d")):
        shape = shape.replace(letters, sign)
    return f"CAST(strptime(CAST({tools.sources[0].sql} AS VARCHAR), '{shape}') AS DATE)"


_FIXED = re.compile(
    r"^(?:the\s+)?(?:(?:fixed\s+)?(?:word|text|constant|letters?|value)|always)\s*:?\s+(?P<v>'[^']+'|\"[^\"]+\"|[A-Za-z][\w-]*(?:\s+[\w-]+)?)$",
    re.IGNORECASE,
)


def fixed_of(text: str, tools: Tools) -> str:
    """A fixed text that a few words tell: ``the word folio``, ``always CARRIER``."""
    match = _FIXED.match(" ".join(text.strip(" .,;:").split()))
    if match is None or not tools.target_type.upper().startswith(("VARCHAR", "BOOL")):
        return ""
    return fixed_value(match["v"], tools.target_type)


_PADDED = re.compile(
    r"\s*,?\s+(?:with\s+|w/\s*)(?:leading\s+)?(?:zeros?|zeroes|0s)\s+(?:up\s+)?to\s+(?P<n>\d+)(?:\s+(?:digits?|places?|positions?|characters?))?$",
    re.IGNORECASE,
)


def _affixed(text: str, tools: Tools) -> str:
    """A fixed text before the only source: ``F- followed by its number``."""
    padded = _PADDED.search(text)
    text = text[: padded.start()] if padded is not None else text
    match = _AFFIX.match(text) or _PREFIXED.match(text)
    if match is None or len(tools.sources) != 1 or len(match["noun"].split()) > 3:
        return ""
    source = tools.sources[0]
    sql = source.sql if is_text(source) else f"CAST({source.sql} AS VARCHAR)"
    if padded is not None:
        size = padded["n"]
        sql = f"CASE WHEN length({sql}) < {size} THEN lpad({sql}, {size}, '0') ELSE {sql} END"
    return f"{text_literal(match['text'].strip(chr(39) + chr(34)))} || {sql}"
