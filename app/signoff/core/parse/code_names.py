"""Which list of codes a text names, by its own name, its sheet and the value of its codes that is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signoff.core.domain.spec import CodeList, ColumnMapping
from signoff.core.parse.code_lists import synonyms
from signoff.core.parse.words import plain

_ON_SHEET = re.compile(r"\b(?:sheet|tab|worksheet)\s+['\"]?(?P<name>[\w .-]+?)['\"]?\s*$", re.IGNORECASE)
"""A sheet that is named as such, though its name is an everyday word."""
_ITS_VALUE = frozenset(
    {
        "text",
        "texts",
        "label",
        "labels",
        "description",
        "descriptions",
        "meaning",
        "meanings",
        "name",
        "names",
    }
    | {"wording", "term", "word", "words"}
)
"""What a rule may call the main value of a list's codes."""


@dataclass(frozen=True)
class Meant:
    """A list as a rule names it."""

    given: CodeList
    subject: str = ""
    """The source column whose codes are looked up, where the rule names it."""


def meant_list(text: str, column: ColumnMapping, lists: Sequence[CodeList]) -> Meant | None:
    """The list a rule names and says nothing else of; with no name, the one called as the column or its source.

    Args:
        text: what may point to a list.
        column: the column whose rule it is of.
        lists: the document's lists.
    """
    subject = _subject(text, column)
    bare = re.sub(rf"\b{re.escape(subject)}\b", " ", text, count=1, flags=re.IGNORECASE) if subject else text
    found = _named(bare, column, lists)
    if found is None and subject:
        found, subject = _named(text, column, lists), ""
    return Meant(found, subject) if found is not None else None


def _subject(text: str, column: ColumnMapping) -> str:
    """The one source column that a text names as it is written."""
    named = [
        ref.column
        for ref in column.sources
        if re.search(rf"\b{re.escape(ref.column)}\b", text, re.IGNORECASE)
    ]
    return named[0] if len(named) == 1 and "_" in named[0] else ""


def _named(text: str, column: ColumnMapping, lists: Sequence[CodeList]) -> CodeList | None:
    said = set(plain(text.replace("_", " ")).split())
    around = synonyms()["around"]
    sheet = _ON_SHEET.search(text)
    if sheet is not None and said <= around | set(plain(sheet["name"]).split()):
        named = [each for each in lists if plain(each.name) == plain(sheet["name"])]
        if len(named) == 1:
            return named[0]
    for each in sorted(lists, key=lambda one: -len(one.name)):
        name = _words(each.name)
        if name and name <= said and (name - around or said == name):
            beside = said - name - around
            if not beside or beside <= _words(each.sheet) | _ITS_VALUE | _gives(each, lists):
                return _giving(beside, each, lists)
    if said - around - _sheets(lists) - _ITS_VALUE or not _points(said, lists):
        return None
    own = {plain(n.replace("_", " ")) for n in (column.name, *(ref.column for ref in column.sources))}
    found = next((each for each in lists if plain(each.name.replace("_", " ")) in own), None)
    return _giving(said, found, lists) if found is not None else None


def _points(said: set[str], lists: Sequence[CodeList]) -> bool:
    verbs = {"list", "code", "codes", "map", "mapping", "lookup", "translate", "decode"}
    return bool(said & verbs) or any(_words(each.sheet) and _words(each.sheet) <= said for each in lists)


def _sheets(lists: Sequence[CodeList]) -> set[str]:
    return {word for each in lists for word in _words(each.sheet)}


def _words(text: str) -> set[str]:
    return set(plain(text.replace("_", " ")).split())


def _gives(given: CodeList, lists: Sequence[CodeList]) -> set[str]:
    """Words of the headers of all values that a list's codes have."""
    return {word for each in lists if each.name == given.name for word in _words(each.gives)}


def _giving(said: set[str], given: CodeList, lists: Sequence[CodeList]) -> CodeList | None:
    """The list with the value that is named, or its main one; None where two are named."""
    same = [each for each in lists if (each.name, each.sheet) == (given.name, given.sheet)]
    named = [each for each in same if each.gives and _words(each.gives) <= said]
    if len(named) > 1:
        return None
    return named[0] if named else same[0]
