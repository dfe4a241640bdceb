"""Files of an export on disk: the old folder or the new one, never a mix, and nobody's edits lost.

An export knows its files by its manifest. A file edited since is named and nothing is written, unless the
caller says to replace it; files the manifest does not know are carried over.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from signoff.core.errors import SignoffError

MANIFEST = "evidence/manifest.json"


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal letters."""
    return hashlib.sha256(data).hexdigest()


def write_folder(folder: Path, files: Mapping[str, bytes], *, replace: bool = False) -> tuple[str, ...]:
    """Put a complete export in place of the one before.

    Args:
        folder: where the export goes; its parent exists or can be made.
        files: content by path inside the folder, ``/`` between parts; the manifest is among them.
        replace: write files anew that were edited since the last export.

    Returns:
        The edited files that were replaced.

    Raises:
        SignoffError: a file was edited, the folder holds something else, or the disk refuses.
    """
    known = _known_files(folder)
    edited = _edited(folder, known, files)
    if edited and not replace:
        raise SignoffError(
            f"Nothing was written: {', '.join(edited)} in {folder} changed since the last export. "
            "Take the edits into the project, or export again with `--replace`."
        )
    fresh = _temporary_beside(folder)
    try:
        for path, data in files.items():
            _write(_inside(fresh, path), data)
        _carry_over(folder, fresh, known)
        _swap(folder, fresh)
    except OSError as cause:
        raise SignoffError(
            f"{folder} can't be written ({cause.strerror or cause}); what was there before is kept. "
            "Free some space or choose another folder."
        ) from cause
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return edited


def _inside(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path or ":" in path:
        raise SignoffError(f"{path!r} is not a name inside the export; rename its target.")
    return folder.joinpath(*parts)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _temporary_beside(folder: Path) -> Path:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix=f".{folder.name}.new-", dir=folder.parent))
    except OSError as cause:
        raise SignoffError(
            f"{folder.parent} can't be written ({cause.strerror or cause}); choose another folder."
        ) from cause


def _known_files(folder: Path) -> dict[str, str]:
    """Digest of every file of the last export by its path; empty when there is none."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
        known = {str(name): str(value) for name, value in json.loads(data)["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise SignoffError(
            f"{folder} holds something that is not an export of Signoff; choose an empty or a new folder."
        ) from cause
    return {**known, MANIFEST: digest(data)}


def _edited(folder: Path, known: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Files of the last export that are no longer as written, and somebody's files that ours would cover."""
    changed = []
    for path in sorted({*known, *files}):
        place = folder / path
        if not place.is_file():
            continue
        present = digest(place.read_bytes())
        if present != known.get(path, "") and present != digest(files.get(path, b"")):
            changed.append(path)
    return tuple(changed)


def _carry_over(folder: Path, fresh: Path, known: Mapping[str, str]) -> None:
    """Copy what somebody added to the folder: files the last export did not write."""
    if not folder.is_dir():
        return
    for place in sorted(folder.rglob("*")):
        relative = place.relative_to(folder)
        new = fresh / relative
        if place.is_symlink() or not place.is_file() or relative.as_posix() in known or new.exists():
            continue
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(place, new)


def _swap(folder: Path, fresh: Path) -> None:
    """Rename the fresh folder into place; the old one goes back when that fails."""
    fresh.chmod(0o755)
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old-", dir=folder.parent)) / "export"
    folder.rename(old)
    try:
        fresh.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
