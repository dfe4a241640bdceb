"""From a project to an export: its view, the export as an act in the chain, the proof on its samples."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.export.export import RECORD, plan_export, require_whole, write_plan
from signoff.core.export.preview import ExportPreview, preview
from signoff.core.export.proof import ProofResult, prove
from signoff.core.export.view import ExportResult, ExportTarget, ProjectView
from signoff.core.export.writing import MANIFEST, Edited
from signoff.core.project.decisions import Exported
from signoff.core.project.documents import documents
from signoff.core.project.dossiers import dossiers
from signoff.core.project.project import Project
from signoff.core.review.gate import gate

_NOT_KEPT = frozenset({MANIFEST, RECORD})
"""Files whose bytes are not kept again: the record is the project itself, and the manifest is known by digest."""


def view_of(project: Project, *, by: str, today: str = "") -> ProjectView:
    """A project as export sees it.

    Raises:
        SignoffError: the audit chain is broken; nothing is exported from such a project.
    """
    broken = project.verify_chain()
    if broken is not None:
        raise SignoffError(
            say("project.record_broken", project=project.path.name, entry=broken.seq, reason=broken.reason)
        )
    now = project.now()
    kept, generator = documents(project), project.generator
    targets = tuple(
        ExportTarget(
            dossier,
            gate(dossier, today=today or now[:10]),
            tuple((w.by, w.at, w.reason) for w in project.withdrawals(dossier.target)),
        )
        for dossier in dossiers(project, today=today)
    )
    return ProjectView(
        name=project.settings.name,
        dialect=project.settings.dialect,
        targets=targets,
        sources=project.sources,
        document=", ".join(each.name for each in kept),
        document_digest=", ".join(each.file.digest for each in kept),
        generator=f"{generator.name}, SHA-256 {generator.digest}" if generator else "",
        masking=generator.masking if generator else "",
        head=project.head(),
        audit=[asdict(entry) for entry in project.entries()],
        by=by,
        at=now,
    )


def export_project(
    project: Project,
    folder: Path,
    *,
    by: str,
    dbt_project_name: str = "",
    targets: Sequence[str] = (),
    edited: Edited = Edited.REFUSE,
    replace: Collection[str] = (),
) -> ExportResult:
    """Write the dbt project of every signed target and keep that it was done, with what was written.

    Files of `replace` are written anew though somebody edited them, whatever `edited` says of the others.

    Raises:
        SignoffError: nothing may be written, a named target may not, or the folder refuses.
    """
    project.require_writing()
    plan = plan_export(view_of(project, by=by), dbt_project_name=dbt_project_name, targets=targets)
    require_whole(plan, targets)
    with project.act("export", str(folder), by=by):
        files = tuple(
            (path, project.put_bytes(data)) for path, data in plan.files.items() if path not in _NOT_KEPT
        )
        result = write_plan(plan, folder, edited=edited, replace=replace)
        project.put_export(
            Exported(
                *(str(result.folder), result.targets, result.manifest, by, project.now(), files),
                replaced=result.replaced,
            )
        )
    return result


def preview_export(
    project: Project, folder: Path, *, by: str, dbt_project_name: str = "", targets: Sequence[str] = ()
) -> ExportPreview:
    """What `export_project` would do to a folder if it kept edited files; nothing is written.

    Named targets that are not signed are among those held back, where `export_project` would refuse.

    Raises:
        SignoffError: the record is broken, a named target has no draft or is asked for without what it reads, or
            the folder holds something else.
    """
    plan = plan_export(view_of(project, by=by), dbt_project_name=dbt_project_name, targets=targets)
    kept = {digest for export in project.exports() for _path, digest in export.files}

    def text_of(digest: str) -> str | None:
        return project.bytes_of(digest).decode("utf-8", "replace") if digest in kept else None

    return preview(plan, folder, text_of)


def prove_export(project: Project, folder: Path) -> ProofResult:
    """Build an export with dbt on the project's samples, in a private folder that is gone afterwards."""
    return prove(
        folder, project.materialise_samples, sources=project.sources, dialect=project.settings.dialect
    )
