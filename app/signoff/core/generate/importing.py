"""Bringing a generator file in by hand, as on a machine without a network."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from signoff.core.domain.policies import require_generator
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.generate.manifest import load_manifest
from signoff.core.generate.store import (
    REGISTRY,
    GeneratorFile,
    Imported,
    chunks,
    digest,
    imported_file,
    known,
    known_file,
    own_folder,
    read_json,
    remember,
    write_json,
)
from signoff.core.progress import CancelToken, Report, silent

MAGIC = b"GGUF"
VERSIONS = (2, 3)
_DEEPEST = 4
"""Folders below each other that are looked into: a stick is searched, not a disk."""


def import_file(
    source: Path,
    accept_unknown: bool = False,
    family: str | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> GeneratorFile:
    """Copy a GGUF file in under its own name, after its magic, size and digest were checked.

    Args:
        source: The file, wherever it lies.
        accept_unknown: The person's decision to use a file whose digest no manifest knows; it is recorded.
        family: Chat markup of an unknown file; None is ``chatml``.
        report: Told how far the copy is.
        cancel: Asked between chunks.

    Raises:
        SignoffError: not a GGUF file, another digest than the manifest's, unknown and not accepted, not allowed
            here, no room.
    """
    _check_header(source)
    sha256 = digest(source, report, cancel)
    require_generator(sha256, source.name)
    entry = load_manifest().by_digest(sha256)
    if entry is None:
        _refuse_impostor(source, sha256)
        if not accept_unknown:
            raise SignoffError(say("generator.unknown", file=source.name, sha256=sha256))
    row = Imported(
        file=source.name,
        id=entry.id if entry else source.stem,
        sha256=sha256,
        size=source.stat().st_size,
        family=entry.family if entry else family or "chatml",
        accepted_unknown=entry is None,
        imported_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    _take_in(source, own_folder() / source.name, sha256, report, cancel)
    _register(row)
    return known_file(entry) if entry else imported_file(row)


def import_from(
    place: Path,
    accept_unknown: bool = False,
    family: str | None = None,
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> GeneratorFile:
    """`import_file` of a file, or of the one that lies in a folder or on a stick.

    Of several the one that a manifest knows by its size is taken, the default before the small one.

    Raises:
        SignoffError: as for `import_file`, or the folder holds none, or several that nobody knows.
    """
    return import_file(file_in(place), accept_unknown, family, report, cancel)


def file_in(place: Path) -> Path:
    """The language model's file of a folder, looked for a few folders deep; a file itself.

    Raises:
        SignoffError: there is none, or there are several that no manifest knows.
    """
    if not place.is_dir():
        return place
    found = [path for depth in range(_DEEPEST) for path in sorted(place.glob("*/" * depth + "*.gguf"))]
    sizes = [entry.size for entry in known()]
    ours = [path for size in sizes for path in found if path.stat().st_size == size]
    if ours or len(found) == 1:
        return (ours or found)[0]
    if not found:
        raise SignoffError(say("generator.none_in_folder", folder=place))
    names = ", ".join(path.name for path in found[:5])
    raise SignoffError(say("generator.several_in_folder", folder=place, files=names))


def _check_header(source: Path) -> None:
    try:
        with source.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise SignoffError(say("generator.unreadable", source=source, reason=error.strerror)) from error
    if head[:4] != MAGIC or int.from_bytes(head[4:8], "little") not in VERSIONS:
        raise SignoffError(say("generator.no_gguf", source=source))


def _refuse_impostor(source: Path, sha256: str) -> None:
    """A file under a known name with another content is damaged or worse; it can't be accepted as unknown."""
    for entry in load_manifest().entries:
        if source.name == entry.file:
            raise SignoffError(
                say(
                    "generator.wrong_digest",
                    source=source,
                    model=entry.name,
                    sha256=sha256,
                    expected=entry.sha256,
                    publisher=entry.published,
                )
            )


def _take_in(source: Path, place: Path, sha256: str, report: Report, cancel: CancelToken | None) -> None:
    """Copy by way of a neighbour and a rename, so that `place` never holds half a file."""
    if place.exists() and place.samefile(source):
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    needed = source.stat().st_size
    if shutil.disk_usage(place.parent).free < needed:
        raise SignoffError(say("generator.no_room", parent=place.parent, needed=needed))
    unfinished = place.with_name(place.name + ".unfinished")
    copied = hashlib.sha256()
    try:
        with unfinished.open("wb") as out:
            for chunk in chunks(source, report, cancel):
                out.write(chunk)
                copied.update(chunk)
            out.flush()
            os.fsync(out.fileno())
        if copied.hexdigest() != sha256:
            raise SignoffError(say("generator.changed_while_copied", source=source))
        unfinished.replace(place)
    except OSError as error:
        raise SignoffError(say("generator.not_written", place=place, reason=error.strerror)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    remember(place, sha256)


def _register(row: Imported) -> None:
    place = own_folder() / REGISTRY
    rows = [kept for kept in read_json(place, []) if kept["file"] != row.file]
    write_json(place, [*rows, asdict(row)])
