"""Orders of an update, said of rows: ``Leave out X, and do not count Y`` as two sentences on what is left out.

A sentence in brackets, and one that only says how a flag is filled, are told here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.merge.clauses import inside
from signoff.core.merge.orders_behind import gives_order_behind

_POLITE = (
    r"(?:(?:please|then|also|and|but|now|newly|henceforth|from\s+now\s+on|from\s+here\s+on|in\s+(?:the\s+)?future|as\s+of\s+(?:now|today))"
    r"\s*[,:]?\s+)*"
)
_OUT_VERB = (
    r"(?:exclude|drop|hide|remove|ignore|skip|discard|omit|suppress"
    r"|(?:leave|keep|filter|take|throw|sort|cut)\s+(?:out|away))"
)
_SHOW = (
    r"(?:show|list|include|count|load|keep|deliver|report|publish|consider"
    r"|pass\s+on|take(?:\s+(?:over|in|along|up))?|use|read)"
)
_SHOWING = (
    r"(?:showing|listing|including|counting|loading|keeping|delivering|reporting|publishing|considering)"
)
_OUT = tuple(
    re.compile(rf"^{_POLITE}{shape}$", re.IGNORECASE)
    for shape in (
        rf"{_OUT_VERB}\s+(?P<rows>.+)",
        r"(?:leave|filter|take|throw|sort|keep)\s+(?P<rows>.+?)\s+(?:out|away)",
        rf"(?:do\s+not|don't|never|no\s+longer)\s+{_SHOW}\s+(?P<rows>.+)",
        rf"stop\s+{_SHOWING}\s+(?P<rows>.+)",
    )
)
_IN = tuple(
    re.compile(rf"^{_POLITE}{shape}$", re.IGNORECASE)
    for shape in (
        rf"(?:{_SHOW}|bring)\s+(?P<rows>.+?)\s+(?:again|too|as\s+well|back(?:\s+in)?)",
        rf"also\s+{_SHOW}\s+(?P<rows>.+)",
    )
)
_ONLY = re.compile(
    rf"^{_POLITE}(?:(?:{_SHOW}\s+)?(?:only|just|nothing\s+but)|(?:only|just)\s+{_SHOW})\s+(?P<rows>.+)$",
    re.IGNORECASE,
)
_BARE_VALUE = re.compile(
    r"(?P<lead>\s(?i:with|whose|where|having|that\s+have)\s+(?i:(?:the|an?)\s+)?)(?P<column>[a-z]\w*)\s+(?P<value>'[^']*'|[A-Z][A-Z\d_]+|\d+)"
    r"(?P<rest>$|\s+(?i:are|is|from\s+now)\b)"
)
"""A column and its value with no word between."""
_BESIDES = re.compile(r"\s*,?\s+(?:too|as\s+well|also)(?:\s+from\s+now\s+on)?$", re.IGNORECASE)
_ORDERS = re.compile(
    rf"^{_POLITE}(?:{_SHOW}\s+(?:only|just|nothing\s+but)|(?:only|just)\s+{_SHOW})\s", re.IGNORECASE
)
_ALL_OF_IT = re.compile(r"^\((?P<text>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
_AND_DO = re.compile(
    rf"\s*(?:,\s*(?:and\s+|but\s+)?|\s+and\s+)(?=(?:also\s+|please\s+)?(?:{_OUT_VERB}|do\s+not|don't|never|no\s+longer|stop\s+{_SHOWING}|(?:only|just)\s+{_SHOW}|{_SHOW}\s+only)\s)",
    re.IGNORECASE,
)
_HOW_FILLED = re.compile(
    r"^(?:the|this|that|both|all)?\s*(?:flags?|marks?|columns?|fields?|they|it|\w+_\w+)\s+(?:is|are)\s+"
    r"(?:always\s+(?:filled|set|there|given|present|known)|never\s+(?:empty|missing|null|blank|unset))"
    r"(?:\s*,?\s*(?:with\s+)?(?:true\s+or\s+false|yes\s+or\s+no))?$",
    re.IGNORECASE,
)
_NO_VALUE = re.compile(
    r"^(?:an?\s+)?(?:(?:no|missing|empty|blank|null|unset)(?:\s+(?:value|mark|flag|entry|tick|\w+_\w+))?(?:\s+(?:in|for|of|at)\s+(?:the|that|this|it)(?:\s+\w+)?)?"
    r"|where\s+(?:the|that|this)\s+\w+\s+is\s+(?:empty|missing|null|blank)\s*,?\s*(?:it|this|that))\s+"
    r"(?:means?|counts?\s+as|is|stands\s+for|=)\s+(?:(?:that\s+)?(?:it|the\s+\w+)\s+is\s+(?=not\b))?(?:not\s+(?P<state>\w+)|no|false)$",
    re.IGNORECASE,
)


_PICKS = re.compile(
    rf"^{_POLITE}(?:(?:keep|take|use|load|read|leave|show|list)\s+(?:only\s+|just\s+)?(?:one|a\s+single|exactly\s+one|the)\s+(?:\w+\s+){{0,3}}(?:rows?|records?|lines?|versions?|entry|one)\b"
    r"|(?:de-?duplicate|remove\s+(?:the\s+)?(?:duplicates|doubles))\b)",
    re.IGNORECASE,
)


def gives_order(sentence: str) -> bool:
    """Whether a sentence is an order to leave out rows, to show only some, or to keep one of several.

    Args:
        sentence: of a document; one that only tells which rows there are gives none.
    """
    plain = sentence.strip()
    return gives_order_behind(plain) or bool(
        _PICKS.match(plain) or _ORDERS.match(plain) or any(shape.match(plain) for shape in _OUT)
    )


def row_orders(sentence: str) -> Iterator[str]:
    """A sentence as what it says of rows, in the passive where it is an order; each order by itself.

    Args:
        sentence: such as ``leave out accounts with is_deleted = true, and do not count deleted deals``.
    """
    bracket = _ALL_OF_IT.match(sentence.strip())
    text = bracket["text"] if bracket is not None else sentence
    cuts = [m for m in _AND_DO.finditer(text) if not inside(text, m.start())]
    start, pieces = 0, list[str]()
    for cut in cuts:
        pieces.append(text[start : cut.start()].strip())
        start = cut.end()
    pieces.append(text[start:].strip())
    said = [_said_of_rows(piece) for piece in pieces]
    if len(pieces) > 1 and not all(said):
        yield _said_of_rows(text) or text
    else:
        yield from (told or piece for told, piece in zip(said, pieces, strict=True))


def _said_of_rows(text: str) -> str:
    """An order as a statement; empty for any other sentence."""
    plain = text.strip().rstrip(".!")
    only = _ONLY.match(plain)
    if only is not None:
        return f"only {_with_is(only['rows'])}"
    for shapes, verb in ((_OUT, "are left out"), (_IN, "are shown too")):
        told = next((m for shape in shapes if (m := shape.match(plain)) is not None), None)
        if told is not None:
            return f"{_BESIDES.sub('', _with_is(told['rows']))} {verb}"
    return ""


def _with_is(rows: str) -> str:
    """Rows ``with status PAID`` as rows ``with status is PAID``."""
    return _BARE_VALUE.sub(r"\g<lead>\g<column> is \g<value>\g<rest>", rows)


def tells_how_filled(sentence: str, left_out: str) -> bool:
    """Whether a sentence only says how a flag is filled, in agreement with what is left out by it.

    Args:
        sentence: such as ``no value in the flag means not deleted``.
        left_out: the rows and their condition that the sentence before leaves out; empty where it does not.
    """
    plain = sentence.strip().strip("().").strip()
    if _HOW_FILLED.match(plain):
        return True
    told = _NO_VALUE.match(plain)
    if told is None or not left_out:
        return False
    return told["state"] is None or told["state"].lower()[:5] in left_out.lower()
