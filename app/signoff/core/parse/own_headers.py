"""Header words of one's own: a file beside the user's settings that is added to the shipped ones and wins over them.

```yaml
# headers.yml
Ursprungsfeld: source column
Posten: target table
Herleitung: rule
Freigabe: ignore
```
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

from signoff.core.domain.folders import settings_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.parse.words import phrase

FILE = "headers.yml"
_KINDS = {
    "system": "system",
    "table": "table",
    "column": "column",
    "type": "type",
    "length": "length",
    "nullable": "nullable",
    "required": "required",
    "key": "key",
    "default": "default",
    "rule": "rule",
    "kind of rule": "rule_kind",
    "rule code": "rule_code",
    "join": "join",
    "filter": "filter",
    "lookup": "lookup",
    "section": "section",
    "description": "description",
    "note": "note",
    "example": "example",
    "state": "state",
    "number": "number",
    "ignore": "other",
}
_SIDES = ("source", "target")
_SCORE = 88
_LEAST_LETTERS = 5
"""Shorter headers are compared exactly."""


@dataclass(frozen=True)
class OwnHeader:
    """What the user's file says of a header."""

    side: str
    """``source``, ``target``, or empty."""
    kind: str
    """A kind of the shipped headers.yml."""
    exact: bool = True
    """False for a header that differs from the one in the file by a slip."""


@lru_cache(maxsize=1)
def own_headers() -> dict[str, OwnHeader]:
    """The headers of the user's file by their bare words; empty where there is no file. Read once a run.

    Raises:
        SignoffError: the file can't be read, or says what is no part of a mapping; the sentence names it.
    """
    path = settings_folder() / FILE
    if not path.is_file():
        return {}
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = str(error).partition("\n")[0]
        raise SignoffError(say("synonyms.unreadable", path=path, reason=reason)) from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SignoffError(say("synonyms.no_list", path=path))
    return {phrase(str(header)): _meant(str(header), str(told), path) for header, told in data.items()}


@lru_cache(maxsize=20_000)
def own_meaning(header: str) -> OwnHeader | None:
    """What the user's file says of a header, told with a slip in it too; None where it says nothing."""
    known = own_headers()
    bare = phrase(header)
    if not known or not bare:
        return None
    if found := known.get(bare):
        return found
    if len(bare) < _LEAST_LETTERS:
        return None
    best = process.extractOne(bare, list(known), scorer=fuzz.ratio, score_cutoff=_SCORE)
    return OwnHeader(known[best[0]].side, known[best[0]].kind, exact=False) if best else None


def forget() -> None:
    """The file is read anew at the next header."""
    own_headers.cache_clear()
    own_meaning.cache_clear()


def _meant(header: str, told: str, path: Path) -> OwnHeader:
    text = " ".join(told.split()).casefold()
    side = next((each for each in _SIDES if text == each or text.startswith(f"{each} ")), "")
    kind = text.removeprefix(side).strip() or "column"
    if kind not in _KINDS:
        raise SignoffError(say("synonyms.unknown_part", header=header, told=told, path=path))
    return OwnHeader(side, _KINDS[kind])
