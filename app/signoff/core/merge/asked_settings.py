"""What a document says of how a model is kept: as a table, a view or incrementally, with which key.

``Must be a table instead of a view``, ``make it incremental on updated_at``, ``unique key becomes order_no``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_KIND = r"(?:an?\s+|the\s+)?(?P<kind>table|view|incremental(?:ly)?|ephemeral|materiali[sz]ed\s+view)(?:\s+model)?\b"
_MUST = r"(?:should|must|shall|will|is\s+to|needs?\s+to|has\s+to|ought\s+to|is\s+going\s+to)"
_BUILT = r"(?:built|loaded|kept|stored|persisted|materiali[sz]ed|maintained|run|refreshed|created)"
_KEPT = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\bmateriali[sz](?:ed|ation)\b\s*(?:(?:is|as|becomes|changes\s+to|will\s+be|from\s+now\s+on|now)\b\s*|[:=|]\s*)*"
        rf"['\"]?{_KIND}",
        rf"\b{_MUST}\s+(?:now\s+)?(?:be(?:come)?\s+)?(?:{_BUILT}\s+(?:as\s+)?)?{_KIND}",
        rf"\b{_BUILT}\s+(?:as\s+)?{_KIND}",
        rf"\b(?:make|turn|change|switch)\s+(?:it|this|the\s+\w+|\w+_\w+)\s+(?:in)?(?:to\s+)?{_KIND}",
        rf"\b(?:becomes?|turns?\s+into|is\s+now|is\s+from\s+now\s+on)\s+{_KIND}",
        rf"^(?:load(?:ing)?(?:\s+type|\s+mode)?|build|type\s+of\s+model)\s*[:=]\s*(?:from\s+now\s+on:?\s*)?{_KIND}",
    )
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no\s+longer|instead\s+of|rather\s+than|in\s+place\s+of)\s+(?:\w+\s+){0,2})$",
    re.IGNORECASE,
)
_COLUMNS = r"(?P<columns>\w+(?:\s*(?:,|\+|&|and|,\s*and)\s*\w+)*)"
_KEY = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"\b{_COLUMNS}\s+as\s+(?:the\s+|its\s+|a\s+)?(?:new\s+)?unique[\s_-]*key\b",
        rf"\bunique[\s_-]*key\b\s*(?:(?:is|are|becomes|changes\s+to|will\s+be|from\s+now\s+on|now|to|of|on)\s+|[:="
        rf"|]\s*)*['\"\[(]*{_COLUMNS}",
        rf"\b{_COLUMNS}\s+(?:is|are|becomes?|will\s+be)\s+(?:now\s+)?(?:the\s+|its\s+)?(?:new\s+)?unique[\s_-]*key\b",
    )
)
_STRATEGY = re.compile(
    r"\b(?P<strategy>delete\s*\+\s*insert|merge|append|insert[_ ]overwrite|microbatch)\b", re.IGNORECASE
)
_OF_LOADS = re.compile(r"\bincremental|\bstrategy\b|\bunique[\s_-]*key\b", re.IGNORECASE)
_NEW_COLUMNS = re.compile(
    r"\bon[_\s]schema[_\s]change\b\s*(?:(?:is|becomes|to)\s+|[:=]\s*)*['\"]?(?P<value>ignore|fail"
    r"|append_new_columns|sync_all_columns)",
    re.IGNORECASE,
)
_TOLD_BY = re.compile(
    r"\bincremental(?:ly)?\b[^.;]*?\b(?:on|by|over)\s+(?:the\s+)?(?P<column>\w+)", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,\s*and\s+|,|\+|&|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class AskedSetting:
    """One setting that a text asks for."""

    name: str
    value: str | tuple[str, ...]
    told_by: str = ""
    """Of an incremental model: the column by which later loads are to tell new rows, where the text names one."""


def asked_settings(text: str, columns: Sequence[str]) -> tuple[AskedSetting, ...]:
    """The settings that a text asks for, each name once; none where it speaks of something else.

    Args:
        text: one line or cell of a document, its label included.
        columns: names of the result's columns: nothing else is a key.
    """
    plain = " ".join(text.split())
    found: dict[str, AskedSetting] = {}
    for each in (*_kept(plain, columns), *_keys(plain, columns), *_loads(plain)):
        found.setdefault(each.name, each)
    return tuple(found.values())


def _kept(text: str, columns: Sequence[str]) -> Iterator[AskedSetting]:
    for shape in _KEPT:
        for told in shape.finditer(text):
            if _DENIED.search(text[: told.start("kind")]):
                continue
            kind = (
                " ".join(told["kind"].lower().split())
                .removesuffix("ly")
                .replace("materialised", "materialized")
            )
            by = _TOLD_BY.search(text)
            known = {name.casefold(): name for name in columns}
            column = (
                known.get(by["column"].casefold(), "") if by is not None and kind == "incremental" else ""
            )
            yield AskedSetting("materialized", kind.replace(" ", "_"), column)


def _keys(text: str, columns: Sequence[str]) -> Iterator[AskedSetting]:
    known = {name.casefold(): name for name in columns}
    for shape in _KEY:
        for told in shape.finditer(text):
            names = [known.get(part.casefold(), "") for part in _AND.split(told["columns"])]
            while names and not names[0]:
                names.pop(0)
            while names and not names[-1]:
                names.pop()
            if names and all(names):
                yield AskedSetting("unique_key", names[0] if len(names) == 1 else tuple(names))


def _loads(text: str) -> Iterator[AskedSetting]:
    told = _NEW_COLUMNS.search(text)
    if told is not None:
        yield AskedSetting("on_schema_change", told["value"].lower())
    for strategy in _STRATEGY.finditer(text) if _OF_LOADS.search(text) else ():
        if not _DENIED.search(text[: strategy.start()]):
            said = "".join(strategy["strategy"].lower().split())
            yield AskedSetting(
                "incremental_strategy", "insert_overwrite" if said.startswith("insert") else said
            )
