"""Sentences on rows in other languages, said in English.

``Stornierte Aufträge (STATUS = 'S') werden nicht übernommen``: the verb tells whether rows are taken or left out. What
the rows are called stays as it is, since the condition beside it says which they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from signoff.core.domain.resources import resources_folder

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[-–*•▪])\s+")
_QUOTED = re.compile(r"('[^']*'|\"[^\"]*\"|„[^“”]*[“”]|«[^»]*»)")


@dataclass(frozen=True)
class _Language:
    left_out: re.Pattern[str]
    taken: re.Pattern[str]
    words: tuple[tuple[re.Pattern[str], str], ...]


def rows_in_english(text: str) -> str:
    """What a sentence in another language says of rows, in English; empty where it says nothing of them."""
    plain = _NUMBER.sub("", " ".join(text.split())).strip(" .")
    for language in _languages():
        left_out = language.left_out.match(plain)
        found = left_out or language.taken.match(plain)
        if found is not None:
            lead = "leave out" if left_out is not None else "only"
            return f"{lead} {_worded(found['what'], language)}"
    return ""


def _worded(text: str, language: _Language) -> str:
    """The text with the small words that conditions are made of in English; what stands in quotes stays."""
    pieces = _QUOTED.split(text)
    for number in range(0, len(pieces), 2):
        for shape, english in language.words:
            pieces[number] = shape.sub(english, pieces[number])
    return "".join(pieces)


@lru_cache(maxsize=1)
def _languages() -> tuple[_Language, ...]:
    """The languages of `row_sentences.yml`."""
    path = resources_folder() / "synonyms" / "row_sentences.yml"
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return tuple(
        _Language(
            re.compile(rf"^(?P<what>.+?)\s+(?:{_any(told['left_out'])})[.!\s]*$", re.IGNORECASE | re.DOTALL),
            re.compile(
                rf"^(?:{_any(told['only'])})\s+(?P<what>.+?)(?:\s+(?:{_any(told['taken'])}))?[.!\s]*$",
                re.IGNORECASE | re.DOTALL,
            ),
            tuple(
                (re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE), english)
                for said, english in told["words"].items()
            ),
        )
        for told in data.values()
    )


def _any(shapes: Sequence[str]) -> str:
    return "|".join(f"(?:{shape})" for shape in shapes)
