"""Files of an export on disk: the old folder or the new one, never a mix, and nobody's edits lost.

An export knows its files by its manifest. A file edited since is named, and the caller says what becomes of it:
nothing is written, it is replaced, or it is kept and the manifest tells it apart. What is replaced is set aside
under ``replaced/`` first. Files the manifest does not know are carried over.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path, PurePosixPath

from signoff.core.domain.policies import require_export_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

MANIFEST = "evidence/manifest.json"
ASIDE = "replaced"
"""Folder inside the export that holds what somebody had made of a file that was written anew."""


def digest(data: bytes) -> str:
    """SHA-256 as hexadecimal letters."""
    return hashlib.sha256(data).hexdigest()


class Edited(Enum):
    """What becomes of files that were edited since the last export."""

    REFUSE = auto()
    """Nothing at all is written."""
    REPLACE = auto()
    KEEP = auto()
    """They stay as they are on disk, and stay known as edited; all others are written."""


@dataclass(frozen=True)
class WrittenFolder:
    """What was put on disk."""

    edited: tuple[str, ...]
    """Files that were edited since the last export, and are now replaced or kept."""
    manifest: str
    """SHA-256 of the manifest as written."""
    kept: tuple[str, ...] = ()
    """Those of them that were kept."""
    set_aside: tuple[str, ...] = ()
    """Where what was replaced lies now, inside the folder."""


def write_folder(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    edited: Edited = Edited.REFUSE,
    replace: Collection[str] = (),
) -> WrittenFolder:
    """Put a complete export in place of the one before.

    Args:
        folder: where the export goes; its parent exists or can be made.
        files: content by path inside the folder, ``/`` between parts; the manifest is among them.
        edited: what becomes of files that were edited since the last export.
        replace: edited files that are written anew whatever becomes of the others.

    Raises:
        SignoffError: a file was edited, the folder holds something else, the disk or the administrator refuses.
    """
    require_export_folder(folder)
    known = known_files(folder)
    changed = edited_files(folder, known, files)
    left = [path for path in changed if path not in replace]
    if left and edited is Edited.REFUSE:
        raise SignoffError(say("export.edited", files=", ".join(left), folder=folder))
    kept = frozenset(left) if edited is Edited.KEEP else frozenset()
    manifest = with_kept(files.get(MANIFEST, b""), kept, known) if kept else files.get(MANIFEST, b"")
    with _made_beside(folder) as fresh:
        for path, data in files.items():
            if path not in kept:
                _write(_inside(fresh, path), manifest if path == MANIFEST else data)
        _carry_over(folder, fresh, known.keys() - kept)
        set_aside = tuple(_set_aside(folder, fresh, path) for path in changed if path not in kept)
    return WrittenFolder(changed, digest(manifest), tuple(sorted(kept)), set_aside)


def write_new_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder that is not there yet, or empty: all of them, or none.

    Args:
        folder: where they go.
        files: content by path inside the folder, ``/`` between parts.

    Raises:
        SignoffError: the folder holds something, or the disk refuses.
    """
    require_export_folder(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SignoffError(say("handover.not_empty", folder=folder))
    with _made_beside(folder) as fresh:
        for path, data in files.items():
            _write(_inside(fresh, path), data)


@contextmanager
def _made_beside(folder: Path) -> Iterator[Path]:
    """A new folder that takes the place of `folder` when it was filled without a fault.

    Raises:
        SignoffError: the disk refuses; the old folder stands as it was.
    """
    fresh = _temporary_beside(folder)
    try:
        yield fresh
        _swap(folder, fresh)
    except OSError as cause:
        raise SignoffError(
            say("export.not_written", folder=folder, reason=cause.strerror or cause)
        ) from cause
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def with_kept(manifest: bytes, kept: Collection[str], known: Mapping[str, str]) -> bytes:
    """A manifest that tells the files kept as somebody edited them apart from those written.

    Args:
        manifest: as it is when every file is written.
        kept: the edited files.
        known: digests of the last export, for a file that is no longer written but was edited.
    """
    content = json.loads(manifest)
    ours = {path: content["files"].pop(path, known.get(path, "")) for path in sorted(kept)}
    return as_manifest({**content, "kept_edited": ours})


def as_manifest(content: Mapping[str, object]) -> bytes:
    """A manifest as its file holds it."""
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _inside(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path or ":" in path:
        raise SignoffError(say("export.outside", path=path))
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
            say("export.folder_not_written", parent=folder.parent, reason=cause.strerror or cause)
        ) from cause


def known_files(folder: Path) -> dict[str, str]:
    """Digest of every file of the last export by its path, of a file kept as edited what ours would have been.

    Empty when there is no export.

    Raises:
        SignoffError: the folder holds something else.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return {}
    path = folder / MANIFEST
    try:
        data = path.read_bytes()
        content = json.loads(data)
        listed = {**content["files"], **content.get("kept_edited", {})}
        known = {str(name): str(value) for name, value in listed.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
        raise SignoffError(say("export.foreign_folder", folder=folder)) from cause
    return {**known, MANIFEST: digest(data)}


def edited_files(folder: Path, known: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Files of the last export that are no longer as written, and somebody's files that ours would cover."""
    changed = []
    for path in sorted({*known, *files}):
        data = present(folder, path)
        if data is not None and digest(data) not in (known.get(path), digest(files.get(path, b""))):
            changed.append(path)
    return tuple(changed)


def present(folder: Path, path: str) -> bytes | None:
    """What lies at a path inside the folder; None when no file does.

    Raises:
        SignoffError: it can't be read.
    """
    place = folder / path
    try:
        return place.read_bytes() if place.is_file() else None
    except OSError as cause:
        raise SignoffError(say("export.unreadable", place=place, reason=cause.strerror or cause)) from cause


def others_files(folder: Path, ours: Collection[str]) -> tuple[str, ...]:
    """Files and links in the folder that are not ours, by their paths inside it."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_symlink() or p.is_file())
    paths = (p.relative_to(folder).as_posix() for p in found)
    return tuple(path for path in paths if path not in ours)


def _carry_over(folder: Path, fresh: Path, ours: Collection[str]) -> None:
    """Copy what is not ours to change: files somebody added to the folder, and edited ones that are kept."""
    for path in others_files(folder, ours):
        new = fresh / path
        if new.exists():
            continue
        new.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / path, new, follow_symlinks=False)


def _set_aside(folder: Path, fresh: Path, path: str) -> str:
    """Copy what somebody made of a file beside the export's own, under a name nothing has yet; returns its path."""
    whole = PurePosixPath(ASIDE, path)
    names = (whole if n == 1 else whole.with_name(f"{whole.stem}.{n}{whole.suffix}") for n in count(1))
    aside = next(str(name) for name in names if not _inside(fresh, str(name)).exists())
    _write(_inside(fresh, aside), present(folder, path) or b"")
    return aside


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
