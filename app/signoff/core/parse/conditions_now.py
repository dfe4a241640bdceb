"""What a text of so far and one of from now on say of rows: conditions that come, go, change or stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

_AND = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+(?:also\s+)?|\n+|\.\s+)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\S+\s+and\s+\S+", re.IGNORECASE)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\([^()]*\)")
_LIMITS = re.compile(r"\b(?:or|unless|except|either|if|only|but|also|without)\b", re.IGNORECASE)
"""Words of texts that are more than conditions which all hold."""
_TEST = re.compile(
    r"[=<>]|(?<!\w)(?:is|are|has|have|not|in|like|between|before|after|at\s+(?:least|most)|filled|empty)(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:(?:left|leave|filter(?:ed)?|tak(?:e|en)|stays?|kept|keep|sorted)\s+out|exclud\w*|dropp?\w*|remov\w*|ignor\w*|skip\w*"
    r"|shown?|listed|counts?|counted|includ\w*|loaded|delivered|appears?|disappears?|keep|kept)\b",
    re.IGNORECASE,
)
"""Words of sentences on what becomes of rows; they are read elsewhere."""
_NAME = re.compile(r"[A-Za-z]\w*")


def conditions_now(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Each condition with the word new, changed or removed, or no word where both texts have it.

    Where just one goes and one comes that begins with the same column, it is changed. Where a text says more than
    conditions that all hold, there are none.

    Args:
        before: such as ``status is open``.
        now: such as ``status is open and is_test is not true``.
    """
    if any(_LIMITS.search(_bare(text)) or _VERB.search(_bare(text)) for text in (before, now)):
        return
    old, new = _parts(before), _parts(now)
    if not all(_TEST.search(part) for part in (*old, *new)):
        return
    known, wanted = {_same(part) for part in old}, {_same(part) for part in new}
    gone = [part for part in old if _same(part) not in wanted]
    come = [part for part in new if _same(part) not in known]
    yield from ((part, "") for part in new if part not in come)
    if len(gone) == len(come) == 1 and _first(gone[0]) == _first(come[0]):
        yield come[0], "changed"
        return
    yield from ((part, "removed") for part in gone)
    yield from ((part, "new") for part in come)


def _bare(text: str) -> str:
    """A text without what stands in quotes and brackets."""
    return _QUOTED.sub(" ", text)


def _parts(text: str) -> list[str]:
    """The conditions of a text that all hold; nothing is parted in brackets, quotes or between two bounds."""
    shut = [m.span() for shape in (_BETWEEN, _QUOTED) for m in shape.finditer(text)]
    found: list[str] = []
    start = 0
    for cut in _AND.finditer(text):
        if any(first < cut.end() and cut.start() < last for first, last in shut):
            continue
        found.append(text[start : cut.start()].strip(" .;"))
        start = cut.end()
    return [part for part in (*found, text[start:].strip(" .;")) if part]


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


def _first(text: str) -> str:
    found = _NAME.search(text)
    return found.group().casefold() if found is not None else ""
