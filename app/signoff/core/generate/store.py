"""Generator files: where they lie, and whether they are what they claim to be.

A file is looked for in the folders of `folders()`, under its own name or under the name it was imported by.
Its SHA-256 is computed once and remembered by path, size, time and inode; a file that changed is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from signoff.core.domain.folders import cache_folder, machine_folders
from signoff.core.domain.policies import policy, require_generator
from signoff.core.domain.resources import in_checkout
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.generate.choosing import Choice, choose, this_machine
from signoff.core.generate.manifest import ManifestEntry, load_manifest, manifest_path
from signoff.core.progress import CancelToken, Progress, Report, silent

REGISTRY = "registry.json"
"""Name of the file beside the generator files that says which of them a person brought in, and how."""
_VERIFIED = "verified.json"
_CHUNK = 1 << 22


@dataclass(frozen=True)
class GeneratorFile:
    """A generator file that is there and whose digest was checked."""

    path: Path
    id: str
    name: str
    sha256: str
    size: int
    """Bytes."""
    family: str
    """Chat markup to use."""
    licence: str = ""
    maker: str = ""
    published: str = ""
    known: bool = True
    """False when no manifest vouches for the digest and a person accepted it."""


@dataclass(frozen=True)
class Imported:
    """One file that a person brought in, as the registry beside it keeps it."""

    file: str
    id: str
    sha256: str
    size: int
    family: str
    accepted_unknown: bool
    """True when the digest is in no manifest and the person said to use it all the same."""
    imported_at: str
    """ISO 8601, UTC."""


def own_folder() -> Path:
    """The folder that set-up and `import_file` write to; `SIGNOFF_GENERATORS` names another."""
    named = os.environ.get("SIGNOFF_GENERATORS")
    return Path(named) if named else cache_folder() / "generators"


def folders() -> tuple[Path, ...]:
    """Where generator files are looked for, in this order: beside the program, for all users, the user's own."""
    if "SIGNOFF_GENERATORS" in os.environ:
        return (own_folder(),)
    return manifest_path().parent, *machine_folders(), own_folder()


def chosen() -> Choice:
    """The generator to use where nobody names one, and why; looks at sizes alone, reads no file."""
    others = tuple((row.id, row.file) for row in imported())
    allowed = policy().language_models

    def is_here(entry: ManifestEntry) -> bool:
        return (allowed is None or entry.sha256 in allowed) and find(entry) is not None

    return choose(this_machine(own_folder()), load_manifest(), is_here, others)


def known() -> tuple[ManifestEntry, ...]:
    """The generators known by name, the default one first."""
    manifest = load_manifest()
    return tuple(sorted(manifest.entries, key=lambda entry: entry.id != manifest.default))


def imported() -> tuple[Imported, ...]:
    """What was brought in by hand, from all folders."""
    rows = (row for folder in folders() for row in read_json(folder / REGISTRY, []))
    return tuple(Imported(**row) for row in rows)


def locate(generator_id: str | None = None) -> GeneratorFile:
    """The file of a generator, its digest checked.

    Args:
        generator_id: Id from the manifest, ``default``, ``small``, or the id of an imported file; None is what
            `chosen` says.

    Raises:
        SignoffError: no such generator, its file is missing or is not what it should be, or the administrator does
            not allow it; says what to do.
    """
    wanted = generator_id or chosen().id
    if entry := load_manifest().entry(wanted):
        return _allowed(known_file(entry))
    for row in imported():
        if wanted in (row.id, row.file):
            return _allowed(imported_file(row))
    names = ", ".join([entry.id for entry in known()] + [row.id for row in imported()])
    raise SignoffError(say("generator.no_such", wanted=wanted, names=names))


def _allowed(file: GeneratorFile) -> GeneratorFile:
    require_generator(file.sha256, file.name)
    return file


def find(entry: ManifestEntry) -> Path | None:
    """Where the file of a known generator lies, its size right; its digest is not looked at."""
    names = [entry.file, *(row.file for row in imported() if row.sha256 == entry.sha256)]
    places = (folder / name for folder in folders() for name in names)
    return next((place for place in places if place.is_file() and place.stat().st_size == entry.size), None)


def is_verified(path: Path, sha256: str) -> bool:
    """Whether this very file was read before and had this digest; reads nothing."""
    return _remembered(path) == sha256


def digest(path: Path, report: Report = silent, cancel: CancelToken | None = None) -> str:
    """SHA-256 of a file, from memory when the file has not changed since it was last read."""
    return _remembered(path) or digest_anew(path, report, cancel)


def digest_anew(path: Path, report: Report = silent, cancel: CancelToken | None = None) -> str:
    """SHA-256 of a file as it lies there now, and remembered from then on."""
    total = hashlib.sha256()
    for chunk in chunks(path, report, cancel):
        total.update(chunk)
    remember(path, total.hexdigest())
    return total.hexdigest()


def remember(path: Path, sha256: str) -> None:
    """Keep a digest that was just computed; where nothing can be written, it is computed again next time."""
    place = own_folder() / _VERIFIED
    kept = read_json(place, {})
    kept[str(path.resolve())] = {"stamp": _stamp(path), "sha256": sha256}
    try:
        write_json(place, kept)
    except OSError:
        return


def known_file(entry: ManifestEntry) -> GeneratorFile:
    """The file of a generator known by name.

    Raises:
        SignoffError: the file is missing or has another digest.
    """
    place = find(entry)
    if place is None:
        raise SignoffError(
            say(
                "generator.missing_in_checkout" if in_checkout() else "generator.missing",
                file=entry.file,
                model=entry.name,
                publisher=entry.published,
            )
        )
    if digest(place) != entry.sha256:
        raise SignoffError(say("generator.damaged", place=place))
    return GeneratorFile(
        place,
        entry.id,
        entry.name,
        entry.sha256,
        entry.size,
        entry.family,
        entry.licence,
        entry.maker,
        entry.published,
    )


def imported_file(row: Imported) -> GeneratorFile:
    """The file of a generator that was brought in by hand.

    Raises:
        SignoffError: the file is gone or changed since.
    """
    places = (folder / row.file for folder in folders())
    place = next((place for place in places if place.is_file()), None)
    if place is None:
        raise SignoffError(say("generator.imported_gone", file=row.file))
    if digest(place) != row.sha256:
        raise SignoffError(say("generator.imported_changed", place=place))
    return GeneratorFile(
        place, row.id, row.file, row.sha256, row.size, row.family, known=not row.accepted_unknown
    )


def chunks(path: Path, report: Report = silent, cancel: CancelToken | None = None) -> Iterator[bytes]:
    """The bytes of a file, piece by piece; tells how far it is and stops when asked to."""
    size = path.stat().st_size
    done = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if cancel:
                cancel.check()
            yield chunk
            done += len(chunk)
            report(Progress("generator", done, size, path.name))


def read_json(path: Path, empty: Any) -> Any:
    """What a small JSON file of ours holds, or `empty` where it is missing or damaged."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return empty


def write_json(path: Path, data: object) -> None:
    """Write a small JSON file of ours by way of a neighbour and a rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(json.dumps(data, indent=1, sort_keys=True), encoding="utf-8")
    unfinished.replace(path)


def _remembered(path: Path) -> str | None:
    kept = read_json(own_folder() / _VERIFIED, {}).get(str(path.resolve()))
    return str(kept["sha256"]) if kept and kept["stamp"] == _stamp(path) else None


def _stamp(path: Path) -> list[int]:
    state = path.stat()
    return [state.st_size, state.st_mtime_ns, state.st_ino]
