"""A file of SQL cut into its statements, in one pass whatever stands in it."""

from __future__ import annotations

import re

_STOP = re.compile(
    r"""(?P<quote>['"`])|(?P<line>--)|(?P<block>/\*)|(?P<dollar>\$\w*\$)|(?P<end>;)"""
    r"""|(?P<batch>^[ \t]*(?:go|/)[ \t]*(?:\d+[ \t]*)?\r?$)""",
    re.IGNORECASE | re.MULTILINE,
)


def statement_texts(text: str, *, backslashes: bool = False) -> list[str]:
    """The statements of a text without the comments between and inside them; empty ones left out.

    Ends are semicolons, and lines that hold nothing but ``GO`` or ``/``. A quote or comment that is never closed
    reaches to the end of the text.

    Args:
        text: any SQL.
        backslashes: a backslash keeps the next character of a quoted text from ending it, as MySQL has it.
    """
    statements: list[str] = []
    parts: list[str] = []
    at = 0
    while (stop := _STOP.search(text, at)) is not None:
        parts.append(text[at : stop.start()])
        at = _after(text, stop, backslashes)
        if stop.lastgroup in ("quote", "dollar"):
            parts.append(text[stop.start() : at])
        elif stop.lastgroup in ("line", "block"):
            parts.append(" ")
        else:
            statements.append("".join(parts).strip())
            parts = []
    statements.append("".join([*parts, text[at:]]).strip())
    return [each for each in statements if each]


def _after(text: str, stop: re.Match[str], backslashes: bool) -> int:
    """Where the text goes on after a quote, comment or end."""
    if stop.lastgroup in ("end", "batch"):
        return stop.end()
    if stop.lastgroup == "line":
        end = text.find("\n", stop.end())
        return len(text) if end < 0 else end
    closer = "*/" if stop.lastgroup == "block" else stop.group()
    at = text.find(closer, stop.end())
    while at >= 0 and backslashes and stop.lastgroup == "quote" and _is_escaped(text, at, stop.end()):
        at = text.find(closer, at + 1)
    return len(text) if at < 0 else at + len(closer)


def _is_escaped(text: str, at: int, first: int) -> bool:
    before = at
    while before > first and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1
