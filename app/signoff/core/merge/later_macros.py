"""Macros of a dbt project that do something else in later runs: what they give on a first load, and what they watch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from signoff.core.domain.dbt import Surroundings
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.merge.first_load import marks_of
from signoff.core.merge.jinja import render
from signoff.core.merge.jinjatags import Tag, TagKind, tags_of

_MACRO = re.compile(r"\{%[-+]?\s*macro\s+(?P<name>\w+).*?(?=\{%[-+]?\s*endmacro)", re.DOTALL)
_CALL = re.compile(r"(?:\w+\.)?(?P<name>\w+)\s*\(")
_ASKS = re.compile(r"\b(?:is_incremental|this)\b")


def first_load_calls(text: str, around: Surroundings) -> tuple[str, str]:
    """The file with what such macros give on a first load in place of their calls, and why that can't be told.

    Args:
        text: the file.
        around: its dbt project.

    Raises:
        SignoffError: a tag is never closed.
    """
    pieces, place = [], 0
    for tag, name in _calls(text, around):
        gives = _given(text[tag.start : tag.end], around) if tag.kind == TagKind.OUTPUT else None
        if gives is None:
            return text, say("backfill.macro_unsettled", macro=name)
        pieces += [text[place : tag.start], gives]
        place = tag.end
    return "".join(pieces) + text[place:], ""


def marks_around(text: str, around: Surroundings) -> tuple[str, ...]:
    """Columns by which a later run tells new rows, in the file or in the macros that it calls.

    Raises:
        SignoffError: a tag is never closed.
    """
    found = dict.fromkeys(marks_of(text))
    macros = _macros(around)
    for _tag, name in _calls(text, around):
        try:
            found |= dict.fromkeys(marks_of(macros[name]))
        except SignoffError:
            continue
    return tuple(found)


def _calls(text: str, around: Surroundings) -> Iterator[tuple[Tag, str]]:
    """Tags that call a macro which asks what kind of run it is, and that macro."""
    later = _later(_macros(around)) if around.macros else frozenset()
    for tag in tags_of(text) if later else ():
        if tag.kind != TagKind.COMMENT:
            names = [found["name"] for found in _CALL.finditer(tag.body) if found["name"] in later]
            if names:
                yield tag, names[0]


def _macros(around: Surroundings) -> dict[str, str]:
    """Text of each macro by its name."""
    return {found["name"]: found.group() for file in around.macros for found in _MACRO.finditer(file.text)}


def _later(macros: dict[str, str]) -> frozenset[str]:
    """Macros that ask what kind of run it is, and those that call one of them."""
    found = {name for name, text in macros.items() if _ASKS.search(text)}
    calls = {name: {c["name"] for c in _CALL.finditer(text)} for name, text in macros.items()}
    size = -1
    while size != len(found):
        size = len(found)
        found |= {name for name, called in calls.items() if called & found}
    return frozenset(found)


def _given(tag: str, around: Surroundings) -> str | None:
    """What a call gives on a first load; None where it reads tables, or can't be told alone."""
    try:
        rendered = render(tag, around)
    except SignoffError:
        return None
    if rendered.findings or rendered.refs or rendered.sources or rendered.unknown:
        return None
    return rendered.sql
