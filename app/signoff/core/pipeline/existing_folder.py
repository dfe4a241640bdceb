"""The SQL that exists: files of targets in a folder, or the models of a dbt project with what stands around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from signoff.core.domain.dbt import ALONE, MacroFile, Surroundings
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.pipeline.dbt_project import files_below, is_project, read_project, readable
from signoff.core.pipeline.dropped import bytes_of

_UPWARDS = 6
"""Folders above that may hold the project file."""


@dataclass(frozen=True)
class Existing:
    """SQL that exists, by target."""

    texts: Mapping[str, str] = field(default_factory=dict)
    around: Surroundings = ALONE


def read_existing_folder(folder: Path | None, targets: Sequence[str] | None = None) -> Existing:
    """SQL that exists, by target, line ends as they are.

    Args:
        folder: of ``<target>.sql`` files, or a dbt project; None has none. Files inside a dbt project, or beside a
            folder ``macros``, are read with what stands around them.
        targets: names wanted of a dbt project; None takes every model. Of other folders every file is taken.

    Raises:
        SignoffError: the folder is missing, or a file can't be read.
    """
    if folder is None:
        return Existing()
    if not folder.is_dir():
        raise SignoffError(say("input.no_folder_of_sql", folder=folder))
    if is_project(folder):
        return _of_project(folder, targets)
    texts = {path.stem: _text_of(path) for path in sorted(folder.glob("*.sql"))}
    return Existing(texts, _around(folder, list(texts)))


def _text_of(path: Path) -> str:
    """A file's text; bytes that are no UTF-8 are kept as they are, so that only this target is left out for them."""
    return bytes_of(path).decode("utf-8", "surrogateescape")


def _of_project(folder: Path, targets: Sequence[str] | None) -> Existing:
    project = read_project(folder)
    names = list(project.models) if targets is None else list(targets)
    found = {name: project.models[name.casefold()] for name in names if name.casefold() in project.models}
    if targets is None:
        found = {path.stem: path for path in found.values()}
    texts = {name: _text_of(path) for name, path in found.items()}
    return Existing(texts, project.around(list(texts)))


def _around(folder: Path, names: Sequence[str]) -> Surroundings:
    place = folder.resolve()
    for above in (place, *place.parents)[:_UPWARDS]:
        if is_project(above):
            return read_project(above).around(names)
    macros = tuple(MacroFile("", readable(path)) for path in files_below(folder / "macros", ".sql"))
    return Surroundings(macros=macros) if macros else ALONE
