"""What an installed program was made of, as listed beside it when it was packed, and whether it still is that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.resources import checkout_folder
from signoff.core.domain.sentences import Sentence, say
from signoff.core.errors import SignoffError

LIST = "made-of.json"
"""Name of the list in the program's folder; a checkout has none."""
_CODE = "_internal"
"""Folder of the program's code, in which nothing lies that is not listed."""
_SHOWN = 3


@dataclass(frozen=True)
class Installation:
    """What the list says."""

    version: str
    """Of the program."""
    libraries: Mapping[str, str]
    """Version of each library, by its name in lower case."""
    files: Mapping[str, str]
    """SHA-256 of each file, by its path in the folder, parts divided by ``/``."""


def expected() -> Installation | None:
    """What the installed program should be; None where nothing is listed, as in a checkout.

    Raises:
        SignoffError: the list can't be read.
    """
    place = checkout_folder() / LIST
    if not place.is_file():
        return None
    try:
        return Installation(**json.loads(place.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise SignoffError(say("self_test.no_list", place=place, reason=error)) from error


def examine(made: Installation, folder: Path, version: str, libraries: Mapping[str, str]) -> Sentence:
    """Compare an installed program with its list.

    Args:
        made: what the list says.
        folder: where the program lies.
        version: of the program that runs.
        libraries: versions found, by name.

    Raises:
        SignoffError: something is missing, changed, added, or has another version; the first few are named.
    """
    others = [
        f"{name} {found}" for name, found in libraries.items() if made.libraries.get(name.lower()) != found
    ]
    if made.version != version:
        others.insert(0, f"Signoff {version}")
    wrong = [name for name, digest in made.files.items() if _digest(folder / name) != digest]
    inside = (path for path in (folder / _CODE).rglob("*") if path.is_file())
    added = [name for path in inside if (name := path.relative_to(folder).as_posix()) not in made.files]
    if told := [*others, *sorted(wrong), *sorted(added)]:
        raise SignoffError(say("self_test.not_as_made", count=len(told), names=", ".join(told[:_SHOWN])))
    return say("self_test.as_made", files=len(made.files), libraries=len(libraries))


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"
