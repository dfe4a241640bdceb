"""How a further part of a union is laid out in a dialect: as people write it, in the file's own indentation."""

from __future__ import annotations

import re

from signoff.core.merge.edits import Layout
from signoff.core.merge.existing import ExistingSql

_NOT_NULL = re.compile(
    r"'(?:[^']|'')*'|\bnot (?P<what>(?:[\w\"`\[\]]+\.)*[\w\"`\[\]]+) (?P<is>is) (?P<null>null)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^(?P<word>where|group by|having|qualify)\n[ ]{2}(?P<rest>[^\n]+)(?=\n\S|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
"""A clause with one line below it."""
_PACE = 2
"""Blanks that one step of sqlglot's own layout has."""


def laid_out(sql: str, existing: ExistingSql) -> str:
    """A part that was written in the file's dialect by sqlglot, laid out as the file is."""
    text = _ALONE.sub(r"\g<word> \g<rest>", _NOT_NULL.sub(_behind_its_name, sql))
    step = _step(existing)
    lines = text.split("\n")
    return "\n".join(_stepped(line, step) for line in lines)


def _behind_its_name(match: re.Match[str]) -> str:
    if match["what"] is None:
        return match.group()
    word = "NOT" if match["is"].isupper() else "not"
    return f"{match['what']} {match['is']} {word} {match['null']}"


def _step(existing: ExistingSql) -> str:
    """What stands before the items of a list beyond its SELECT."""
    layout, select = Layout(existing), existing.parts[-1].select
    first = select.items[0].first
    own, outer = layout.indent(layout.start(first)), layout.indent(layout.start(select.span.first))
    is_deeper = layout.begins_line(first) and own.startswith(outer) and own != outer
    return own.removeprefix(outer) if is_deeper else " " * _PACE


def _stepped(line: str, step: str) -> str:
    body = line.lstrip(" ")
    return step * ((len(line) - len(body)) // _PACE) + body
