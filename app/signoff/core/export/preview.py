"""What an export would do to a folder, before it does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from signoff.core.domain.dossier import GateResult
from signoff.core.export.export import ExportPlan
from signoff.core.export.writing import (
    MANIFEST,
    digest,
    edited_files,
    known_files,
    others_files,
    present,
    with_kept,
)


class FileState(StrEnum):
    """What an export would do to one file."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    EDITED = "edited"
    """Somebody changed it on disk since the last export, or put it where one of ours goes."""
    REMOVED = "removed"
    """The last export wrote it, this one would not."""
    FOREIGN = "foreign"
    """Not ours; it stays."""


@dataclass(frozen=True)
class PlannedFile:
    """One file of an export folder."""

    path: str
    """Inside the folder, ``/`` between parts."""
    state: FileState
    new: str
    """As it would be written; empty when it would not be."""
    on_disk: str | None = None
    """As it lies there; None when it does not, and for files that are not ours."""
    last_exported: str | None = None
    """As we last wrote it, or would have had it not been edited; None when that is not known."""


@dataclass(frozen=True)
class ExportPreview:
    """Everything an export would write into a folder, with edited files kept."""

    files: tuple[PlannedFile, ...]
    """By path; empty when no target may go."""
    targets: tuple[str, ...]
    held_back: tuple[GateResult, ...]


TextOf = Callable[[str], str | None]
"""Text of an earlier export by its SHA-256; None when it was not kept."""


def preview(plan: ExportPlan, folder: Path, text_of: TextOf) -> ExportPreview:
    """Compare a plan with a folder, which may not exist yet.

    Raises:
        SignoffError: the folder holds something that is not an export, or can't be read.
    """
    if not plan.files:
        return ExportPreview((), plan.targets, plan.held_back)
    known = known_files(folder)
    edited = edited_files(folder, known, plan.files)
    files = dict(plan.files)
    if edited:
        files[MANIFEST] = with_kept(files[MANIFEST], edited, known)
    ours = {path: _planned(folder, path, files, known, edited, text_of) for path in {*files, *known}}
    foreign = [PlannedFile(path, FileState.FOREIGN, "") for path in others_files(folder, ours)]
    listed = sorted([*filter(None, ours.values()), *foreign], key=lambda file: file.path)
    return ExportPreview(tuple(listed), plan.targets, plan.held_back)


def _planned(
    folder: Path,
    path: str,
    files: Mapping[str, bytes],
    known: Mapping[str, str],
    edited: tuple[str, ...],
    text_of: TextOf,
) -> PlannedFile | None:
    """One file of ours; None for one that is gone from the disk and stays away."""
    new, data = files.get(path), present(folder, path)
    if new is None and data is None:
        return None
    state = FileState.EDITED if path in edited else _state(new, data)
    last = text_of(known[path]) if path in known else None
    return PlannedFile(path, state, _text(new or b""), None if data is None else _text(data), last)


def _state(new: bytes | None, data: bytes | None) -> FileState:
    if new is None:
        return FileState.REMOVED
    if data is None:
        return FileState.NEW
    return FileState.SAME if digest(new) == digest(data) else FileState.CHANGED


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
