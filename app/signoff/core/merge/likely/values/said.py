"""A value with what is said of it in further sentences: ``Adults and children together. If nothing was entered …``.

The first words make the value, by the compilers or by a known kind of wording; each further piece is something known
that is said of a value, or words that change nothing. A piece that is neither leaves the rule.
"""

from __future__ import annotations

import re

from signoff.core.merge.likely.values.heads import head_of
from signoff.core.merge.likely.values.modifiers import modified
from signoff.core.merge.likely.values.soft_tests import called
from signoff.core.merge.likely.values.state import Said
from signoff.core.merge.likely.values.tools import Tools

_CUT = re.compile(r"\s*(?:;|(?<!\be\.g)(?<!\bi\.e)(?<!\bno)\.(?=\s|$)|\n|,(?=\s)|\s-\s)\s*")
_ENDS = re.compile(r"[.;\n]")
_GOES_ON = re.compile(r"(?:so|that|then|this|in\s+that\s+case|it|if\s+so|they|those)\b", re.IGNORECASE)
_BRACKET = re.compile(r"\s\(([^()]*)\)(?=\s*(?:[.,;]|$))")
_KEY = re.compile(r"(?:pk|p\.k\.|primary\s+key|unique\s+key|key\s+column)\.?", re.IGNORECASE)
"""A rule that only says that a column tells rows apart: the source as it is."""
_MOST = 12
_JOINED = 4
_ASIDE = re.compile(
    r"\s*\((?:(?P<v>-?\d+|none)\s+(?:if|when)\s+(?:it\s+is\s+)?(?:missing|null|empty|blank|none)|(?:missing|null|none|empty)\s*(?:=|is|->|counts\s+as)\s*(?P<w>-?\d+|none))\)",
    re.IGNORECASE,
)


def likely_said(rule: str, tools: Tools) -> str:
    """SQL of a value and what is said of it; empty where a piece is not understood.

    Args:
        rule: the rule.
        tools: the columns it may be about and what makes SQL of its parts.
    """
    if _KEY.fullmatch(rule.strip()):
        return tools.sources[0].sql if len(tools.sources) == 1 else ""
    text, defaults = _without_defaults(" ".join(rule.split()))
    text = _BRACKET.sub(r", \1", text)
    spans = _pieces(text)
    if not spans or len(spans) > _MOST:
        return ""
    for count in (*range(1, len(spans) + 1), 0):
        start = text[: spans[count - 1][1]] if count else ""
        main = _main(start, tools, alone=count == len(spans))
        if not main:
            continue
        done = _read(text, spans[count:], Said(main, tools.sources), tools)
        for noun, value in defaults if done is not None else ():
            column = called(noun, done.used) if done is not None else None
            if column is None or done is None:
                return ""
            done = done.with_each((column,), f"coalesce({{}}, {value})")
        if done is not None and (count < len(spans) or not _is_plain(done.sql, tools)):
            return "" if _is_plain(done.sql, tools) else done.sql
    return ""


def _is_plain(sql: str, tools: Tools) -> bool:
    return any(sql == c.sql for c in tools.sources)


def _without_defaults(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The rule without brackets that say what stands for a missing part, and the nouns before them with that value."""
    found: list[tuple[str, str]] = []
    for match in _ASIDE.finditer(text):
        noun = text[: match.start()].split()[-1:]
        value = match["v"] or match["w"]
        found.append((noun[0] if noun else "", "0" if value.lower() == "none" else value))
    return _ASIDE.sub("", text), found


def _pieces(text: str) -> list[tuple[int, int]]:
    """Where the pieces of a text stand; commas in brackets cut nothing."""
    inside = [m.span() for m in re.finditer(r"\([^()]*\)", text)]
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _CUT.finditer(text):
        if any(a < match.start() < b for a, b in inside):
            continue
        if text[at : match.start()].strip():
            spans.append((at, match.start()))
        at = match.end()
    if text[at:].strip():
        spans.append((at, len(text)))
    return spans


def _main(text: str, tools: Tools, *, alone: bool) -> str:
    """The value that the first words make; the only source where there are none."""
    if not text:
        return tools.sources[0].sql if len(tools.sources) == 1 else ""
    made = head_of(text, tools)
    return made or (tools.value(text, tools.target_type) if not alone else "")


def _read(text: str, spans: list[tuple[int, int]], state: Said, tools: Tools) -> Said | None:
    """The value after everything that is said of it, pieces taken together where only that is understood."""
    if not spans:
        return state
    for size in range(1, min(_JOINED, len(spans)) + 1):
        if size > 1 and not _belongs(text, spans[size - 2], spans[size - 1]):
            break
        found = modified(text[spans[0][0] : spans[size - 1][1]], state, tools)
        done = _read(text, spans[size:], found, tools) if found is not None else None
        if done is not None:
            return done
    return None


def _belongs(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether a piece goes on with the one before: behind a comma, or with a word that points back."""
    return not _ENDS.search(text[one[1] : two[0]]) or _GOES_ON.match(text[two[0] :]) is not None
