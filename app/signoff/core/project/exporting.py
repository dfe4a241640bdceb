"""From a project to an export: its view, the export as an act in the chain, the proof on its samples."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path

from signoff.core.domain.backfills import BackfillProof, BackfillState
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.materialising import ModelConfig
from signoff.core.domain.policies import require_dialect
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError
from signoff.core.export.backfill_proof import ProvedModel, prove_backfills
from signoff.core.export.export import RECORD, plan_export, require_whole, write_plan
from signoff.core.export.names import model_names
from signoff.core.export.preview import ExportPreview, preview
from signoff.core.export.proof import ProofResult, prove
from signoff.core.export.view import ExportResult, ExportTarget, ProjectView
from signoff.core.export.writing import MANIFEST, Edited
from signoff.core.progress import CancelToken, Report, silent
from signoff.core.project.backfills import (
    backfill_of,
    backfill_proof_of,
    keep_backfill_proofs,
    proved_model,
    samples_digest,
    settings_outside,
)
from signoff.core.project.decisions import Exported
from signoff.core.project.documents import documents
from signoff.core.project.dossiers import dossiers
from signoff.core.project.mask_proofs import last_mask_proof, prompts_since_proof
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
    every = dossiers(project, today=today)
    names = model_names(dossier.target for dossier in every)
    samples = samples_digest(project)
    targets = tuple(
        _target(project, dossier, names[dossier.target], samples, today or now[:10]) for dossier in every
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
        mask_proof=last_mask_proof(project),
        prompts_since=prompts_since_proof(project),
        head=project.head(),
        audit=[asdict(entry) for entry in project.entries()],
        by=by,
        at=now,
    )


def _target(project: Project, dossier: Dossier, model: str, samples: str, today: str) -> ExportTarget:
    backfill = backfill_of(dossier, model, project.surroundings)
    return ExportTarget(
        dossier,
        gate(dossier, today=today),
        tuple((w.by, w.at, w.reason) for w in project.withdrawals(dossier.target)),
        backfill,
        backfill_proof_of(project, dossier, backfill, samples),
        settings_outside(dossier) if dossier.draft.existing else ModelConfig(),
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
    require_dialect(project.settings.dialect)
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
        *(folder, project.materialise_samples),
        sources=project.sources, dialect=project.settings.dialect, around=project.surroundings,
    )  # fmt: skip


def models_to_prove(view: ProjectView, targets: Sequence[str] = ()) -> tuple[ProvedModel, ...]:
    """Signed updates of tables that keep their rows, whose proof is not known for this text and these samples."""
    names = model_names(t.dossier.target for t in view.targets)
    asked = [
        t for t in _signed(view, targets) if t.proved is None or t.proved.state is BackfillState.COULD_NOT_RUN
    ]
    models = (proved_model(t.dossier, names[t.dossier.target], t.backfill) for t in asked)
    return tuple(model for model in models if model is not None)


def prove_backfills_of(
    project: Project,
    *,
    by: str,
    targets: Sequence[str] = (),
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> tuple[BackfillProof, ...]:
    """Prove of every signed update of a table that keeps its rows that it needs no rebuild; keep what was found.

    Nothing is run for a target whose proof is known for exactly this text and these samples.

    Args:
        project: gets what was found.
        by: who asks.
        targets: only these; all signed ones when empty.
        report: told before each step.
        cancel: ends dbt when it is set.

    Raises:
        Cancelled: the caller asked to stop.
        SignoffError: a named target has no draft, dbt is not installed, or the warehouse is another one.
    """
    view = view_of(project, by=by)
    asked = models_to_prove(view, targets)
    found: tuple[BackfillProof, ...] = ()
    if asked:
        with tempfile.TemporaryDirectory(prefix="signoff-export-") as private:
            folder = Path(private) / "export"
            write_plan(plan_export(view, targets=targets), folder)
            found = prove_backfills(
                *(folder, asked, project.materialise_samples),
                sources=project.sources, dialect=view.dialect, around=project.surroundings,
                report=report, cancel=cancel,
            )  # fmt: skip
        keep_backfill_proofs(project, found, by=by)
    known = {p.target: p for p in (*(t.proved for t in view.targets if t.proved is not None), *found)}
    return tuple(known[t.dossier.target] for t in _signed(view, targets) if t.dossier.target in known)


def _signed(view: ProjectView, targets: Sequence[str]) -> list[ExportTarget]:
    wanted = {name.casefold() for name in targets}
    return [t for t in view.targets if t.gate.open and (not wanted or t.dossier.target.casefold() in wanted)]
