"""Text that leaves for a spreadsheet: never read there as a formula, and the same again when it comes back."""

from __future__ import annotations

import re
from functools import lru_cache

_LIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return _GUARD + text if text.lstrip(" \n'").startswith(_LIVE) or text.startswith(_LIVE) else text


def as_meant(text: str) -> str:
    """A text that came back, without the apostrophe that `harmless` put before it."""
    return text[1:] if text.startswith(_GUARD) and harmless(text[1:]) == text else text


@lru_cache(maxsize=1_000)
def cell_xml(text: str, limit: int = 32_767, *, guarded: bool = True) -> str:
    """The text as content of an inline string: harmless unless not `guarded`, cut to what a cell holds, escaped."""
    plain = _ESCAPE.sub("_x005F_", _UNFIT.sub("", harmless(text) if guarded else text))
    if len(plain) > limit:
        plain = plain[: limit - 1] + "…"
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
