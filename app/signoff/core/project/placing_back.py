"""Signed updates put back into the dbt project they came from; nothing else in it is touched.

Each model goes to its own file, byte for byte as signed. Its schema file gets entries for new columns, and the backfill
goes beside the project's macros. A file that is not as it was read is left, and nothing at all is written then.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from signoff.core.domain.expressions import Origin
from signoff.core.domain.policies import require_dialect, require_export_folder
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.export.export import require_no_foreign_jinja
from signoff.core.export.schema_files import column_entry
from signoff.core.export.schema_splice import names_model, with_columns
from signoff.core.export.view import ExportTarget, ProjectView
from signoff.core.export.writing import digest
from signoff.core.merge.project_settings import PROJECT_FILE, macro_folder, model_folders, schema_files
from signoff.core.project.exporting import view_of
from signoff.core.project.project import Project

KIND = "placed"


@dataclass(frozen=True)
class PlacedFile:
    """One file of the dbt project that is written."""

    path: str
    """Inside the dbt project, ``/`` between parts."""
    data: bytes
    before: bytes | None = None
    """As it lies there; None where there is none."""


@dataclass(frozen=True)
class PlacingPlan:
    """Everything that is written into a dbt project."""

    root: Path
    targets: tuple[str, ...]
    files: tuple[PlacedFile, ...]
    """Those that change, by path."""
    remarks: tuple[str, ...] = ()
    """What is left to do by hand."""


@dataclass(frozen=True)
class Placed:
    """What was written into a dbt project."""

    folder: str
    targets: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    """Path and SHA-256 of each file as written."""
    by: str
    at: str


def place_back(project: Project, root: Path, *, by: str, targets: Sequence[str] = ()) -> PlacingPlan:
    """Write every signed update into the dbt project it came from, and keep that it was done.

    Args:
        project: holds the updates.
        root: folder of the dbt project.
        by: who asks.
        targets: only these; all signed updates when empty.

    Raises:
        SignoffError: there is no signed update, its file is not there or not as it was read, or the disk refuses;
            nothing is written then.
    """
    project.require_writing()
    require_export_folder(root)
    require_dialect(project.settings.dialect)
    plan = plan_placing(view_of(project, by=by), root, targets)
    with project.act("write into dbt project", str(root), by=by):
        written = tuple((file.path, digest(file.data)) for file in plan.files)
        placed = Placed(str(root), plan.targets, written, by, project.now())
        project.put("write into dbt project", KIND, str(root), placed, by=by)
        _write(plan)
    return plan


def plan_placing(view: ProjectView, root: Path, targets: Sequence[str] = ()) -> PlacingPlan:
    """What `place_back` would write; nothing is written.

    Raises:
        SignoffError: as for `place_back`.
    """
    if not (root / PROJECT_FILE).is_file():
        raise SignoffError(say("export.no_dbt_project", folder=root))
    chosen = _chosen(view, targets)
    data: dict[str, bytes] = {}
    remarks: list[str] = []
    for target in chosen:
        _place(root, target, data, remarks)
    files = (PlacedFile(path, new, _present(root, path)) for path, new in sorted(data.items()))
    changing = tuple(file for file in files if file.data != file.before)
    return PlacingPlan(root, tuple(t.dossier.target for t in chosen), changing, tuple(dict.fromkeys(remarks)))


def _chosen(view: ProjectView, targets: Sequence[str]) -> list[ExportTarget]:
    wanted = {name.casefold() for name in targets}
    updates = [t for t in view.targets if t.dossier.draft.existing]
    asked = [t for t in updates if not wanted or t.dossier.target.casefold() in wanted]
    unsigned = [t for t in asked if not t.gate.open]
    if wanted and unsigned:
        raise SignoffError(unsigned[0].gate.reasons[0].message)
    chosen = [t for t in asked if t.gate.open]
    if not chosen:
        raise SignoffError(say("export.no_signed_update"))
    return chosen


def _place(root: Path, target: ExportTarget, data: dict[str, bytes], remarks: list[str]) -> None:
    dossier = target.dossier
    require_no_foreign_jinja(dossier)
    path = _model_path(root, target)
    new = dossier.text.encode("utf-8", "surrogatepass")
    old = dossier.draft.existing.encode("utf-8", "surrogatepass")
    if _present(root, path) not in (old, new):
        raise SignoffError(say("export.model_changed_since", target=dossier.target, file=path))
    data[path] = new
    if target.backfill is not None and target.backfill.macro:
        macro = macro_folder(root) / f"{target.backfill.name}.sql"
        data[macro.relative_to(root).as_posix()] = target.backfill.macro.encode()
    _place_schema(root, target, Path(path).stem, data, remarks)


def _model_path(root: Path, target: ExportTarget) -> str:
    """Where the target's file lies: as it was read from there, else the only file of its name."""
    keeping = target.dossier.draft.keeping
    if keeping is not None and keeping.path and _present(root, keeping.path) is not None:
        return keeping.path
    wanted = f"{target.dossier.target}.sql".casefold()
    found = [
        path.relative_to(root).as_posix()
        for folder in model_folders(root)
        for path in sorted(folder.rglob("*.sql"))
        if path.name.casefold() == wanted and path.is_file()
    ]
    if len(found) != 1:
        name, files = target.dossier.target, ", ".join(found)
        several = say("export.model_several", target=name, files=files)
        raise SignoffError(several if found else say("export.model_not_there", target=name, folder=root))
    return found[0]


def _place_schema(
    root: Path, target: ExportTarget, model: str, data: dict[str, bytes], remarks: list[str]
) -> None:
    dossier = target.dossier
    added = {name.casefold() for name in (target.backfill.added if target.backfill else ())}
    columns = [c for c in dossier.draft.columns if c.name.casefold() in added and c.origin is not Origin.KEPT]
    if not columns:
        return
    for file in schema_files(root):
        path = file.relative_to(root).as_posix()
        text = (data.get(path) or file.read_bytes()).decode("utf-8", "replace")
        if "\ufffd" in text or not names_model(text, model):
            continue
        try:
            spliced = with_columns(text, model, [column_entry(dossier, column) for column in columns])
        except SignoffError as error:
            remarks.append(f"{path}: {error}")
        else:
            data[path] = spliced.encode()
        return
    remarks.append(say("export.no_schema_entry", model=model, columns=", ".join(c.name for c in columns)))


def _present(root: Path, path: str) -> bytes | None:
    """What lies at a path inside the dbt project.

    Raises:
        SignoffError: it can't be read, or leads outside the project.
    """
    place = root / path
    try:
        if not place.resolve().is_relative_to(root.resolve()):
            raise SignoffError(say("export.outside", path=path))
        return place.read_bytes() if place.is_file() else None
    except OSError as cause:
        raise SignoffError(say("export.unreadable", place=place, reason=cause.strerror or cause)) from cause


def _write(plan: PlacingPlan) -> None:
    """Every file, or none: what was written before one that the disk refuses is put back."""
    done: list[PlacedFile] = []
    try:
        for file in plan.files:
            _replace(plan.root / file.path, file.data)
            done.append(file)
    except OSError as cause:
        for file in reversed(done):
            if file.before is None:
                (plan.root / file.path).unlink(missing_ok=True)
            else:
                _replace(plan.root / file.path, file.before)
        raise SignoffError(
            say("export.not_written", folder=plan.root, reason=cause.strerror or cause)
        ) from cause


def _replace(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, name)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
