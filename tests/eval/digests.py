"""Digests over files: what is stale is told by them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tests.eval.cases import ROOT

_READ = {".py", ".toml", ".yml", ".yaml", ".txt", ".md", ".sql", ".csv", ".parquet"}


def files_of(place: Path) -> Iterable[Path]:
    """A file, or the files of a folder that are read, in order."""
    if place.is_file():
        return [place]
    found = (path for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return sorted(path for path in found if path.suffix in _READ)


def digest_of(files: Iterable[Path]) -> str:
    """One digest over names and bytes."""
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def digest_of_places(*places: str) -> str:
    """One digest over files and folders of the checkout."""
    return digest_of(path for place in places for path in files_of(ROOT / place))
