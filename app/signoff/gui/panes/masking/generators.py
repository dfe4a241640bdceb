"""The language models a person can choose, and whether their files are there."""

from __future__ import annotations

from dataclasses import dataclass

from signoff.core.errors import SignoffError
from signoff.core.generate.store import find, imported, known, known_file


@dataclass(frozen=True)
class Choice:
    """One language model to choose."""

    id: str
    name: str
    digest: str
    """SHA-256 of its file."""
    missing: str = ""
    """Why it can't be used, with the next step; empty when its file is there."""


def choices() -> tuple[Choice, ...]:
    """Every language model that is known or was brought in, the default one first; reads no large file.

    Raises:
        SignoffError: the list of known ones can't be read.
    """
    entries = known()
    found = [
        Choice(entry.id, entry.name, entry.sha256, "" if find(entry) else _missing(entry.id))
        for entry in entries
    ]
    digests = {entry.sha256 for entry in entries}
    found += [Choice(row.id, row.file, row.sha256) for row in imported() if row.sha256 not in digests]
    return tuple(found)


def _missing(generator_id: str) -> str:
    """What to do about a file that is not there."""
    entry = next(each for each in known() if each.id == generator_id)
    try:
        known_file(entry)
    except SignoffError as error:
        return str(error)
    return ""
