"""Every sentence the core says to a person, from one catalogue: by code and arguments.

The catalogue is `resources/sentences/<language>.toml`: a table an area, a line a sentence, placeholders in braces with
Python's format specification. A sentence that depends on a number has one text for one and one for others.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from signoff.core.domain.resources import resources_folder

LANGUAGE = "en"
"""Language of what the core says."""


class Sentence(str):
    """A sentence as a person reads it, that still knows where it came from."""

    __slots__ = ("arguments", "code")

    code: str
    """Its code in the catalogue, such as ``sample.no_folder``."""
    arguments: Mapping[str, str | int | float]
    """What was put into it; none when it came from a child process."""

    def __new__(cls, text: str, code: str, arguments: Mapping[str, str | int | float]) -> Sentence:
        """The text as it reads, and what it was made of."""
        self = super().__new__(cls, text)
        self.code = code
        self.arguments = arguments
        return self


def say(code: str, /, **arguments: Any) -> Sentence:
    """The sentence `code` with its arguments put in.

    Args:
        code: area and name, such as ``sample.no_folder``.
        arguments: one for each placeholder; `count` chooses between the text for one and the text for others.

    Raises:
        KeyError: the catalogue has no such sentence, or an argument is missing.
    """
    entry = catalogue()[code]
    if isinstance(entry, dict):
        entry = entry["one" if arguments["count"] == 1 else "other"]
    plain = {
        name: each if isinstance(each, str | int | float) else str(each) for name, each in arguments.items()
    }
    return Sentence(entry.format(**plain), code, plain)


@cache
def catalogue(language: str = LANGUAGE) -> dict[str, str | dict[str, str]]:
    """All sentences of a language, by code."""
    path = resources_folder() / "sentences" / f"{language}.toml"
    areas = tomllib.loads(path.read_text(encoding="utf-8"))
    return {f"{area}.{name}": text for area, entries in areas.items() for name, text in entries.items()}


def code_of(error: BaseException) -> str:
    """The code of the sentence an error carries; empty when it came from elsewhere."""
    said = error.args[0] if error.args else None
    return said.code if isinstance(said, Sentence) else ""
