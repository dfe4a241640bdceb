"""Lays into the program the list of what it is made of, by which the installed program's self-test knows itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import parts
from signing import sha256

LIST = "made-of.json"
"""As the program looks for it: `signoff.core.pipeline.installation`."""


def write_list(program: Path, version: str, libraries: Iterable[parts.Part]) -> Path:
    """Write the digest of every file, as it is after signing, and the versions of the libraries.

    Args:
        program: folder of the frozen program.
        version: of the program.
        libraries: what others made of it; Python's packages count.
    """
    place = program / LIST
    place.unlink(missing_ok=True)
    files = sorted(path for path in program.rglob("*") if path.is_file())
    made = {
        "version": version,
        "libraries": {parts.plain(part.name): part.version for part in libraries if part.kind == "pypi"},
        "files": {path.relative_to(program).as_posix(): sha256(path) for path in files},
    }
    place.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return place
